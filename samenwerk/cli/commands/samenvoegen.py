"""`samenwerk samenvoegen`."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from samenwerk.cli.options import JsonOption, MapOption, ProefOption
from samenwerk.cli.remedies import hint
from samenwerk.cli.understanding.words import HIER_OF_DAAR
from samenwerk.cli.words.declare import Argument, Option
from samenwerk.cli.words.signature import command

if TYPE_CHECKING:
    from samenwerk.storage.merging.smelt import Markers
    from samenwerk.workflows.samenvoegen import Samengevoegd

_OF_A_MERGE = "GITHEAD_"
"""Git sets a variable that begins so in a merge, and not in a rebase, where what is ours is what others made."""


@command
def samenvoegen(
    bestanden: Annotated[
        list[str] | None,
        Argument(
            metavar="BESTAND",
            help="De tweede versie van het dossier; zonder dit de eerste die ernaast staat. Of drie bestanden, zoals git ze "
            "geeft: BASIS ONS HUN, de versie van vroeger, die van hier en die van de anderen.",
        ),
    ] = None,
    kies: Annotated[
        str,
        Option(
            "--kies", metavar="WAAR", kind=HIER_OF_DAAR, help="Waar de twee versies van het dossier verschillen: hier of daar."
        ),
    ] = "",
    naar: Annotated[str, Option("--naar", metavar="BESTAND", help="Schrijf het hierin. Zonder dit: op het scherm.")] = "",
    merkstreep: Annotated[
        str,
        Option("-L", "--merkstreep", metavar="AANTAL", help="Hoe lang de regels met <<<<<<< en >>>>>>> zijn. Zonder dit: 7."),
    ] = "",
    ons: Annotated[str, Option("--ons", metavar="NAAM", help="Hoe de versie van hier heet. Zonder dit: hier.")] = "",
    hun: Annotated[str, Option("--hun", metavar="NAAM", help="Hoe de versie van de anderen heet. Zonder dit: daar.")] = "",
    gemaakt: Annotated[
        bool,
        Option("--gemaakt", help="Het is een document dat samenwerk maakt: houd dat van hier, met de eigen teksten van beide."),
    ] = False,
    map_: MapOption = "",
    proef: ProefOption = False,
    json: JsonOption = False,
) -> None:
    """Maak van twee gewijzigde versies van een bestand weer één.

    Staat er naast het dossier een tweede versie, dan komt wat daarin staat erbij. Waar de twee verschillen, kiest u.

    Met drie bestanden, zoals git het oproept, staan daar beide versies tussen regels met <<<<<<< en >>>>>>>, en is de
    afsluitcode 1.
    """
    from samenwerk.errors import WrongUsageError

    bestanden = bestanden or []
    if len(bestanden) < 2:
        from samenwerk.cli.botskopie import merge_botskopie

        merge_botskopie("".join(bestanden), kies, map_, proef=proef, json=json)
        return
    if len(bestanden) not in (3, 4):
        raise WrongUsageError(
            "Er is één bestand nodig, de tweede versie, of drie: de versie van vroeger, die van hier en die van de anderen.",
            "Geef drie bestanden in die volgorde: samenvoegen BASIS ONS HUN",
        )
    from samenwerk.cli.screen import show_bytes

    basis, eigen, ander = map(Path, bestanden[:3])
    markers = _choose_markers(merkstreep, ons, hun)
    naam = Path(bestanden[-1]).name if len(bestanden) > 3 else eigen.name
    if gemaakt:
        from samenwerk.workflows.samenvoegen_gemaakt import merge_made

        samengevoegd = merge_made(basis, eigen, ander, naam, markers)
    else:
        from samenwerk.workflows.samenvoegen import merge_files

        samengevoegd = merge_files(basis, eigen, ander, markers)
    if naar and not proef:
        from samenwerk.storage.writing.named_file import write_named_file

        write_named_file(Path(naar), samengevoegd.inhoud)
    elif not json:
        show_bytes(samengevoegd.inhoud)
    if json:
        _show_as_json(samengevoegd, naar)
    elif samengevoegd.heeft_markers:
        _tell(samengevoegd, markers, naam)
    if samengevoegd.heeft_markers:
        raise SystemExit(1)


def _choose_markers(merkstreep: str, ons: str, hun: str) -> "Markers":
    """How the markers look. What git did not fill in begins with a % still: git 2.39 does not know the names."""
    from samenwerk.errors import WrongUsageError
    from samenwerk.storage.merging.smelt import HIER_EN_DAAR, Markers

    size = "" if merkstreep.startswith("%") else merkstreep
    if size and not (size.isascii() and size.isdecimal() and 1 <= int(size) <= 1000):
        raise WrongUsageError(f"“{size}” is geen aantal tekens.", "Geef een getal achter -L, zoals 7.")
    namen = HIER_EN_DAAR
    if (ons or hun) and not any(name.startswith(_OF_A_MERGE) for name in os.environ):
        namen = Markers(_name_of(ons, "de ene"), _name_of(hun, "de andere"))
    return namen._replace(size=int(size or HIER_EN_DAAR.size))


def _name_of(naam: str, otherwise: str) -> str:
    return otherwise if not naam or naam.startswith("%") else naam


def _show_as_json(samengevoegd: "Samengevoegd", naar: str) -> None:
    from samenwerk.cli.json_output import show_json
    from samenwerk.errors import show_pad

    botsingen = [
        {"pad": show_pad(plaats.pad), "plaats": plaats.naam, "ons": plaats.ons, "hun": plaats.hun}
        for plaats in samengevoegd.plaatsen
    ]
    tekst = None if naar else samengevoegd.inhoud.decode(errors="replace")
    inhoud = {"bestand": naar or None, "tekst": tekst, "heeft_markers": samengevoegd.heeft_markers, "botsingen": botsingen}
    show_json("samenvoeging", inhoud)


def _tell(samengevoegd: "Samengevoegd", markers: "Markers", naam: str) -> None:
    """Where a person must choose."""
    from samenwerk.cli.screen import tell
    from samenwerk.domain.zinnen import tel
    from samenwerk.storage.merge_markers import REMEDY

    aantal = len(samengevoegd.plaatsen)
    waar = f"op {tel(aantal, 'plaats', 'plaatsen')}" if aantal else "op dezelfde regels"
    tell(f"{naam}: {waar} staat in de twee versies iets anders.", style="open", hang=2)
    for plaats in samengevoegd.plaatsen:
        tell(f"{plaats.naam}: {markers.ons} {plaats.ons}, {markers.hun} {plaats.hun}", indent=2, hang=2)
    tell(hint(REMEDY), hang=2)
