"""`samenwerk dossier`."""

from typing import Annotated

from samenwerk.cli.commands.documents import FormaatOption, NaarOption, check_naar, show_contents, write_and_show
from samenwerk.cli.options import JsonOption, MapOption, ProefOption, SjablonenOption, start_folder
from samenwerk.cli.screen import tell
from samenwerk.cli.words.declare import Option
from samenwerk.cli.words.signature import command


@command
def dossier(
    formaat: FormaatOption = "html",
    naar: NaarOption = "",
    overschrijf: Annotated[
        bool, Option("--overschrijf", help="Schrijf ook over een bestand dat met de hand bewerkt is.")
    ] = False,
    sjablonen: SjablonenOption = "",
    map_: MapOption = "",
    proef: ProefOption = False,
    json: JsonOption = False,
) -> None:
    """Maak één bundel van alle documenten.

    Vooraan waar de groep staat en hoe ze er kwam, wie meedoet, wie waarmee instemde, de acties en hoe de groep leert.
    Daarna de documenten van elke fase waarin de groep al was. Zonder --formaat is het een webpagina.
    """
    from samenwerk.storage.dossier import read_dossier
    from samenwerk.workflows.bundle import bundle_dossier

    check_naar(naar, formaat)
    gelezen = read_dossier(start_folder(map_), huisset=sjablonen)
    gemaakt, niet_getoond = bundle_dossier(gelezen, formaat)
    if naar:
        show_contents(gemaakt.files, as_json=json)
    else:
        write_and_show(gemaakt, overschrijf=overschrijf, proef=proef, as_json=json)
    for pad in niet_getoond:
        tell(f"Let op: {pad} is met de hand bewerkt; wat daar gewijzigd is, staat niet in dit bestand.", style="open", hang=2)
