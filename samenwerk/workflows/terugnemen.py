"""Taking back what a command did, or doing it again, on the files as they are now: what others did since stays.

It is a merge of two versions: the one now, and the one the command came from (or made). What both changed is a botsing, and
then nothing is written.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from samenwerk.domain.zinnen import som_op
from samenwerk.errors import Bevinding, ConflictError, DossierError, NoDossierError, RefusedError, Remedy, show_pad
from samenwerk.storage.dossier import DOSSIER_NAME, NOTITIES_NAME, Dossier, find_dossier, read_dossier
from samenwerk.storage.files import read_file
from samenwerk.storage.memory.deed import ONGEDAAN, OPNIEUW, Deed, Written
from samenwerk.storage.memory.memory import Memory, open_memory
from samenwerk.storage.memory.ring import forget_versions

if TYPE_CHECKING:
    from samenwerk.storage.merging.merging import Botsing

_RECORDS = (DOSSIER_NAME, NOTITIES_NAME)
_MADE = "documenten/"
_ADOPTED = "documenten/vastgesteld/"


class Terugkeer(NamedTuple):
    """A file that gets another content: what it holds now, and what it will hold; None is a file that is not there."""

    naam: str
    nu: bytes | None
    wordt: bytes | None
    is_vertrouwelijk: bool


class Terugname(NamedTuple):
    """A command that is taken back, or done again: the files that change by it.

    `blijft` are documents that were made anew since, which stay as they are.
    """

    folder: Path
    richting: str
    deed: Deed
    bestanden: tuple[Terugkeer, ...]
    blijft: tuple[str, ...]


class Gedaan(NamedTuple):
    """What a command did, and by which command it was taken back since: the number of that one, 0 when it was not."""

    deed: Deed
    terug_door: int


def list_gedaan(start: Path) -> tuple[list[Gedaan], str]:
    """What was done in the folder of this dossier, the first thing first; and where that is kept, empty when nowhere.

    Raises `DossierError` when there is no dossier, and nothing of one is remembered.
    """
    _, memory = _open(start)
    return _read(memory), str(memory.place) if memory else ""


def forget_gedaan(start: Path) -> None:
    """Forget all that was done, and the versions of the dossier and of the notes that were kept beside it.

    Raises what `list_gedaan` raises, and `RefusedError` when it cannot be done.
    """
    folder, memory = _open(start)
    if memory:
        memory.clear()
        for name in _RECORDS:
            forget_versions(folder, name)


def plan_terugname(start: Path, richting: str, nummer: int | None) -> Terugname:
    """What taking back a command (`ONGEDAAN`), or doing it again (`OPNIEUW`), comes to; without a number it is the last one.

    Raises `RefusedError` when there is no such command or nothing of it is left to do, `ConflictError` when something else was
    changed at the same place since, `DossierError` when there is no dossier or what was kept cannot be read.
    """
    folder, memory = _open(start)
    gedaan = _read(memory)
    deed = _choose(start, gedaan, richting, nummer)
    if memory is None or not deed.is_kept:
        raise RefusedError(
            f"Wat commando {deed.number} schreef, was te groot om te bewaren.", "Neem met de hand terug wat het veranderde."
        )
    bestanden, blijft, botsingen = list[Terugkeer](), list[str](), list[Bevinding]()
    for file in memory.read(deed.number):
        nu = read_file(folder, folder / file.path)
        oud, nieuw = (file.after, file.before) if richting == ONGEDAAN else (file.before, file.after)
        if nu == nieuw:
            continue
        if nu == oud:
            bestanden.append(Terugkeer(file.path, nu, nieuw, file.private))
        elif file.path in _RECORDS:
            merged = _merge(folder, file, nu, oud, nieuw)
            if isinstance(merged, bytes):
                bestanden.append(Terugkeer(file.path, nu, merged, file.private))
            else:
                botsingen += merged
        elif file.path.startswith(_MADE) and not file.path.startswith(_ADOPTED):
            blijft.append(file.path)
        else:
            botsingen.append(_changed(file.path))
    if botsingen:
        raise _conflict(deed, richting, botsingen)
    bestanden = [bestand for bestand in bestanden if bestand.nu != bestand.wordt]
    if not bestanden:
        read_dossier(folder)  # As in `_choose`: what is wrong with it matters more.
        raise _nothing_left(deed, richting, blijft)
    return Terugname(folder, richting, deed, tuple(bestanden), tuple(blijft))


def do_terugname(terugname: Terugname, *, proef: bool) -> None:
    """Write it, all files or none. Raises what `put_in_place` raises."""
    from samenwerk.storage.writing.in_place import put_in_place
    from samenwerk.storage.writing.replacement import Replacement
    from samenwerk.storage.writing.written import running

    command = running()
    command.did, command.other = terugname.richting, terugname.deed.number
    folder = terugname.folder
    replacements = [
        Replacement(folder / bestand.naam, bestand.wordt, bestand.nu, bestand.is_vertrouwelijk)
        for bestand in terugname.bestanden
    ]
    put_in_place(folder, replacements, proef=proef)


def describe_terugname(terugname: Terugname) -> str:
    """What changes: of the dossier the lines, as others may see them; of any other file that it comes, goes or changes."""
    first = sorted(terugname.bestanden, key=lambda bestand: bestand.naam != DOSSIER_NAME)
    return "\n".join(_describe(terugname.folder, bestand) for bestand in first)


def _describe(folder: Path, bestand: Terugkeer) -> str:
    from samenwerk.workflows.changes import describe_change

    if bestand.naam == DOSSIER_NAME and bestand.nu is not None and bestand.wordt is not None:
        try:
            return describe_change(Dossier(folder, bestand.nu), Dossier(folder, bestand.wordt))
        except DossierError:
            return f"+ {bestand.naam}: verandert; een van beide is niet te lezen, dus de regels staan hier niet."
    if bestand.wordt is None:
        return f"- {bestand.naam}: verdwijnt."
    return f"+ {bestand.naam}: {'komt erbij' if bestand.nu is None else 'verandert'}."


def _open(start: Path) -> tuple[Path, Memory | None]:
    """The folder of the dossier and what is remembered of it; a dossier that was taken away whole can come back too."""
    try:
        folder = find_dossier(start)
    except NoDossierError:
        memory = open_memory(start)
        if memory is None or not memory.deeds():
            raise
        return start, memory
    return folder, open_memory(folder)


def _read(memory: Memory | None) -> list[Gedaan]:
    deeds = memory.deeds() if memory else []
    terug = {deed.other: deed.number if deed.did == ONGEDAAN else 0 for deed in deeds if deed.did}
    return [Gedaan(deed, terug.get(deed.number, 0)) for deed in deeds if not deed.did]


def _choose(start: Path, gedaan: Sequence[Gedaan], richting: str, nummer: int | None) -> Deed:
    able = [each for each in gedaan if bool(each.terug_door) == (richting == OPNIEUW)]
    if nummer is not None:
        able = [each for each in gedaan if each.deed.number == nummer]
    if able:
        # What was taken back last comes back first.
        return max(able, key=lambda each: (each.terug_door, each.deed.number)).deed
    read_dossier(start)  # What is wrong with the dossier matters more than that there is nothing to do.
    if nummer is not None:
        melding = f"Van een commando met nummer {nummer} is hier niets bewaard."
    elif richting == ONGEDAAN:
        melding = "Er is niets om ongedaan te maken: er is geen commando bewaard dat nog terug kan."
    else:
        melding = "Er is niets om opnieuw te doen: er is niets ongedaan gemaakt."
    raise RefusedError(melding, ("Bekijk wat er gedaan is: ", Remedy("ongedaan", met={"lijst": ""})))


def _merge(folder: Path, file: Written, nu: bytes | None, oud: bytes | None, nieuw: bytes | None) -> bytes | list[Bevinding]:
    """The file with this undone and all that came since; what both changed when that cannot be."""
    from samenwerk.storage.merging.smelt import smelt

    if nu is None or oud is None or nieuw is None:
        return [_changed(file.path)]
    ids = {_find_id(nu), _find_id(oud)} - {""}
    if len(ids) > 1:
        raise RefusedError(
            "Dat commando ging over een ander dossier, dat vroeger in deze map stond.",
            "Neem alleen terug wat bij dit dossier hoort.",
        )
    gesmolten = smelt(oud, nu, nieuw)
    if not (gesmolten.botsingen or gesmolten.heeft_markers):
        return gesmolten.inhoud
    if file.private:
        return [_changed(file.path)]
    if not gesmolten.botsingen:
        read_dossier(folder)  # One that is broken is told as such.
        return [_changed(file.path)]
    return list(_locate(folder, nu, gesmolten.botsingen))


def _locate(folder: Path, nu: bytes, botsingen: "Sequence[Botsing]") -> Iterator[Bevinding]:
    tree = Dossier(folder, nu).tree
    for botsing in botsingen:
        yield _changed(DOSSIER_NAME)._replace(
            melding=f"{show_pad(botsing.pad)} is later nog gewijzigd.", **tree.locate(botsing.pad)._asdict()
        )


def _changed(naam: str) -> Bevinding:
    return Bevinding("botsing", "Dit bestand is later nog gewijzigd.", "", bestand=naam)


def _find_id(content: bytes) -> str:
    """The id of a dossier, as its text has it; empty when it has none."""
    line = next((line for line in content.splitlines() if line.startswith(b"id:")), b"")
    return line.removeprefix(b"id:").strip().strip(b"'\"").decode(errors="replace")


def _conflict(deed: Deed, richting: str, botsingen: Sequence[Bevinding]) -> ConflictError:
    wat = "terugnemen" if richting == ONGEDAAN else "opnieuw doen"
    return ConflictError(
        f"Commando {deed.number} {wat} zou later werk overschrijven; er is niets geschreven.",
        (
            "Neem eerst terug wat later kwam, of wijzig deze plaats zelf. Bekijk wat er gedaan is: ",
            Remedy("ongedaan", met={"lijst": ""}),
        ),
        botsingen,
    )


def _nothing_left(deed: Deed, richting: str, blijft: Sequence[str]) -> RefusedError:
    if blijft:
        return RefusedError(
            f"Sinds commando {deed.number} is dit opnieuw gemaakt: {som_op(blijft)}. Er blijft niets over om te wijzigen.",
            ("Maak de documenten zoals het dossier nu is: ", Remedy("render")),
        )
    nu = "is al teruggenomen" if richting == ONGEDAAN else "staat er al"
    return RefusedError(
        f"Wat commando {deed.number} deed, {nu}; er is niets te wijzigen.",
        ("Bekijk wat er gedaan is: ", Remedy("ongedaan", met={"lijst": ""})),
    )
