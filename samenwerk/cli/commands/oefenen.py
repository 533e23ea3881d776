"""`samenwerk oefenen`."""

from pathlib import Path
from typing import Annotated

from samenwerk.cli.options import JsonOption, MapOption, ProefOption, start_folder
from samenwerk.cli.remedies import hint, say
from samenwerk.cli.screen import show, show_diff
from samenwerk.cli.words.declare import Argument, Option
from samenwerk.cli.words.signature import command
from samenwerk.errors import Line


@command
def oefenen(
    in_map: Annotated[str, Argument(metavar="MAP", help="De map van de oefening. Zonder dit: samenwerk-oefenen.")] = "",
    opnieuw: Annotated[bool, Option("--opnieuw", help="Begin de oefening in deze map van voren af aan.")] = False,
    map_: MapOption = "",
    proef: ProefOption = False,
    json: JsonOption = False,
) -> None:
    """Oefen in een verzonnen dossier, dat u daarna weggooit.

    Het komt in een map van zichzelf, en heet OEFENING: op elk scherm en in elk document. U kunt er alles mee doen.
    """
    from samenwerk.storage.dossier import DOSSIER_NAME
    from samenwerk.workflows.oefenen import choose_folder, write_exercise

    start = start_folder(map_)
    folder = start / Path(in_map).expanduser() if in_map else choose_folder(start)
    bestanden = write_exercise(folder, opnieuw=opnieuw, proef=proef)
    naar = "Ga ernaartoe met: ", Line(("cd", str(folder)))
    if json:
        from samenwerk.cli.json_output import show_json

        show_json("wijziging", {"proef": proef, "bestanden": sorted(bestanden), "volgende": say(naar)})
    elif proef:
        show("Proef: dit zou er geschreven worden; er is niets geschreven.", style="open")
        show_diff(bestanden.get(DOSSIER_NAME, ""))
    else:
        show(f"De oefening staat klaar in de map {folder}. Alles erin is verzonnen.", style="goed", hang=2)
        show(hint(naar), hang=2)
        show(hint(("Kijk daarna rond met: ", Line(("samenwerk",)))), hang=2)
        show("Klaar met oefenen? Verwijder die map.", hang=2)
