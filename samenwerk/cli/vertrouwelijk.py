"""What is confidential, at the command line: where --vertrouwelijk writes, and what --intern shows."""

from typing import TYPE_CHECKING, Any

from samenwerk.cli.remedies import hint
from samenwerk.cli.screen import show, tell
from samenwerk.errors import Remedy, show_pad

if TYPE_CHECKING:
    from samenwerk.domain.samenwerking import Samenwerking
    from samenwerk.errors import Pad
    from samenwerk.storage.dossier import Dossier
    from samenwerk.storage.notities import Notities
    from samenwerk.workflows.vertrouwelijk import Inzage

MERK = "[vertrouwelijk]"
"""Stands before everything that must not be passed on."""

LATEST = 3
"""How many moments of a partner are shown; all of them are for `samenwerk logboek --alles --intern`."""


def choose_file(dossier: "Dossier", *, vertrouwelijk: bool) -> "Dossier | Notities":
    """Where a command writes; it warns when others may see the notes. Raises `RefusedError` while git would take them along."""
    if not vertrouwelijk:
        return dossier
    from samenwerk.storage.notities import find_shared_disk, open_notities

    notities = open_notities(dossier)
    disk = find_shared_disk(dossier.folder)
    if disk:
        tell(f"Let op: de map {disk} wordt misschien gedeeld; wie ze ziet, ziet ook {notities.name}.", style="open", hang=2)
    return notities


def open_inzage(dossier: "Dossier", *, intern: bool) -> "Inzage | None":
    """What --intern adds; it warns when the notes would not stay out of git."""
    if not intern:
        return None
    from samenwerk.workflows.vertrouwelijk import read_inzage

    inzage = read_inzage(dossier)
    if inzage.gevaar is not None:
        tell(inzage.gevaar.melding, style="open", hang=2)
        tell(hint(inzage.gevaar.oplossing), hang=2)
    return inzage


def choose_shared(samenwerking: "Samenwerking", pad: "Pad", *, intern: bool) -> "tuple[Samenwerking, int]":
    """What a command shows of a dossier, and how many things at this place it leaves out because --intern did not ask."""
    from samenwerk.domain.intern import find_intern, without_intern

    if intern:
        return samenwerking, 0
    return without_intern(samenwerking), sum(plaats[: len(pad)] == pad for plaats in find_intern(samenwerking))


def tell_left_out(aantal: int) -> None:
    """That something is not shown, and what shows it."""
    if aantal:
        tell(f"Wat er voor een persoon op het spel staat, is weggelaten: {aantal}. Met --intern staat het erbij.", hang=2)


def show_inzage(inzage: "Inzage | None", samenwerking: "Samenwerking") -> None:
    """Of each partner what was told in confidence, and the last moments with it."""
    from samenwerk.domain.datums import show_datum

    if inzage is None:
        return
    show()
    show("Vertrouwelijk, alleen voor u", style="kop")
    for partner in samenwerking.partners:
        eigen = inzage.about(partner)
        if eigen.velden or eigen.momenten:
            show(samenwerking.naam_of(partner), indent=2, hang=2)
        for veld in eigen.velden:
            show(f"{MERK} {veld.titel}: {veld.tekst}", indent=6, hang=2)
        for moment in eigen.momenten[-LATEST:]:
            dag = f"{show_datum(moment.datum)}, " if moment.datum else ""
            show(f"{MERK} {dag}{moment.soort}: {moment.tekst}", indent=6, hang=2)
    if inzage.velden or inzage.momenten:
        teruglezen = "Alles teruglezen: ", Remedy("logboek", met={"alles": "", "intern": ""})
        show(hint(teruglezen), indent=2, hang=2)
    else:
        show("Er is nog niets vertrouwelijks genoteerd.", indent=2, hang=2)


def describe_inzage(inzage: "Inzage | None") -> dict[str, Any]:
    """The same as JSON, all of it; nothing when it was not asked for."""
    from samenwerk.cli.json_output import describe_moment

    if inzage is None:
        return {}
    velden = [
        {"veld": show_pad(veld.pad), "partner": veld.partner, "tekst": veld.tekst, "vertrouwelijk": True}
        for veld in inzage.velden
    ]
    return {"vertrouwelijk": {"velden": velden, "momenten": [describe_moment(moment) for moment in inzage.momenten]}}
