"""`samenwerk sjabloon`: lijst, kopieer, verschil, controleer."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from samenwerk.cli.catalogue import COMMANDS
from samenwerk.cli.options import JsonOption, MapOption, ProefOption, SjablonenOption, start_folder
from samenwerk.cli.remedies import hint
from samenwerk.cli.screen import show, show_diff, tell_bevinding
from samenwerk.cli.words.declare import Argument, Option, group_commands
from samenwerk.cli.words.signature import command
from samenwerk.errors import Remedy, option

if TYPE_CHECKING:
    from samenwerk.workflows.sjabloon_check import Gebrek


def _complete_sjabloon(start: Path, incomplete: str) -> list[str]:
    """The templates, those of the organisation too."""
    from samenwerk.storage.read_once import ReadOnce
    from samenwerk.storage.templates import Templates
    from samenwerk.workflows.sjablonen import list_labels

    templates = Templates(ReadOnce(start))
    return [label for label in list_labels(templates) if label.startswith(incomplete)]


SjabloonArgument = Annotated[
    str, Argument(metavar="NAAM", help="Bijvoorbeeld startnota of basis.", complete=_complete_sjabloon)
]


@command
def lijst(sjablonen: SjablonenOption = "", map_: MapOption = "", json: JsonOption = False) -> None:
    """Toon de sjablonen, welk bestand geldt, en welke blokken een eigen sjabloon kan veranderen."""
    from samenwerk.domain.zinnen import som_op
    from samenwerk.storage.dossier import read_dossier
    from samenwerk.workflows.sjablonen import list_sjablonen

    gevonden = list_sjablonen(read_dossier(start_folder(map_), huisset=sjablonen))
    if json:
        from samenwerk.cli.json_output import show_json

        show_json("sjablonen", {"sjablonen": [sjabloon._asdict() for sjabloon in gevonden]})
        return
    show("De sjablonen, en het bestand dat geldt", style="kop")
    for sjabloon in gevonden:
        if sjabloon.is_ingebouwd:
            show(f"{sjabloon.naam}: ingebouwd", indent=2)
        else:
            show(f"{sjabloon.naam}: {sjabloon.bestand}", style="goed", indent=2)
    show()
    show("De blokken die een eigen sjabloon anders kan hebben", style="kop")
    for blokken in dict.fromkeys(tuple(sjabloon.blokken) for sjabloon in gevonden if sjabloon.blokken):
        namen = [sjabloon.naam for sjabloon in gevonden if tuple(sjabloon.blokken) == blokken]
        show(f"{som_op(namen)}: {', '.join(blokken)}", indent=2, hang=2)
    show()
    begin = "Een eigen sjabloon beginnen: ", Remedy("sjabloon kopieer", waarde="NAAM")
    show(hint((*begin, ", of met ", option("blok", "BLOK"), " alleen één blok.")), hang=2)


@command
def kopieer(
    naam: SjabloonArgument,
    blok: Annotated[
        str, Option("--blok", metavar="BLOK", help="Neem alleen dit blok; al het andere blijft het ingebouwde.")
    ] = "",
    map_: MapOption = "",
    proef: ProefOption = False,
    json: JsonOption = False,
) -> None:
    """Zet een ingebouwd sjabloon in de map sjablonen, om het te veranderen.

    Met --blok komt er een kort sjabloon dat alleen dat blok anders heeft, en de rest van het ingebouwde overneemt, ook in een
    volgende versie van samenwerk.
    """
    from samenwerk.cli.changes import show_change
    from samenwerk.storage.dossier import read_dossier
    from samenwerk.workflows.sjablonen import copy_sjabloon

    bestand, gewijzigd = copy_sjabloon(read_dossier(start_folder(map_)), naam, blok, proef=proef)
    show_change(
        gewijzigd,
        ("Wijzig het in een teksteditor, en controleer: ", Remedy("sjabloon controleer")),
        json=json,
        bestand=bestand,
    )


@command
def verschil(
    naam: SjabloonArgument,
    sjablonen: SjablonenOption = "",
    map_: MapOption = "",
    json: JsonOption = False,
) -> None:
    """Toon wat een eigen sjabloon anders heeft dan het ingebouwde van deze versie van samenwerk."""
    from samenwerk.storage.dossier import read_dossier
    from samenwerk.workflows.sjablonen import diff_sjabloon

    bestand, gevonden = diff_sjabloon(read_dossier(start_folder(map_), huisset=sjablonen), naam)
    if json:
        from samenwerk.cli.json_output import show_json

        show_json("sjabloonverschil", {"bestand": bestand, "verschil": gevonden})
    elif gevonden:
        show_diff(gevonden)
    else:
        show(f"{bestand} zegt hetzelfde als het ingebouwde.", style="goed")


@command
def controleer(sjablonen: SjablonenOption = "", map_: MapOption = "", json: JsonOption = False) -> None:
    """Controleer of elk eigen sjabloon de documenten maakt, van een verzonnen dossier en van dit dossier.

    Toont het bestand, de regel, wat er staat, en wat er mag staan. Er wordt niets geschreven.
    """
    from samenwerk.storage.dossier import read_dossier
    from samenwerk.workflows.sjabloon_check import check_sjablonen

    bestanden, gebreken = check_sjablonen(read_dossier(start_folder(map_), huisset=sjablonen))
    if json:
        from samenwerk.cli.json_output import describe_bevinding, show_json

        bevindingen = [{**describe_bevinding(gebrek.bevinding), "inhoud": gebrek.inhoud or None} for gebrek in gebreken]
        show_json("sjablooncontrole", {"bestanden": bestanden, "bevindingen": bevindingen})
    else:
        _show_controle(bestanden, gebreken)
    if gebreken:
        raise SystemExit(1)


def _show_controle(bestanden: list[str], gebreken: "list[Gebrek]") -> None:
    if bestanden:
        show(f"Gecontroleerd: {', '.join(bestanden)}", hang=2)
    else:
        show("Er zijn geen eigen sjablonen; de ingebouwde gelden.")
    for gebrek in gebreken:
        tell_bevinding(gebrek.bevinding, gebrek.inhoud)
    if bestanden and not gebreken:
        show("De eigen sjablonen zijn in orde.", style="goed")


UITLEG = "Een sjabloon in de map sjablonen heeft voorrang op het ingebouwde. Eén blok ervan wijzigen is genoeg."

sjabloon = group_commands(
    f"{COMMANDS['sjabloon']}\n\n{UITLEG}",
    {"lijst": lijst, "kopieer": kopieer, "verschil": verschil, "controleer": controleer},
)
