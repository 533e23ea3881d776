"""`samenwerk verschil`."""

from typing import Annotated

from samenwerk.cli.options import DocumentArgument, JsonOption, MapOption, start_folder
from samenwerk.cli.remedies import hint
from samenwerk.cli.screen import show
from samenwerk.cli.understanding.words import VERSIE
from samenwerk.cli.words.declare import Option
from samenwerk.cli.words.signature import command
from samenwerk.errors import Remedy


@command
def verschil(
    document: DocumentArgument,
    sinds: Annotated[
        str, Option("--sinds", metavar="VERSIE", kind=VERSIE, help="Sinds welke versie. Zonder dit: de laatste.")
    ] = "",
    map_: MapOption = "",
    json: JsonOption = False,
) -> None:
    """Toon wat er in een document veranderde sinds een versie.

    Toont in gewone woorden wat anders is, wie erbij kwam en welke dag verschoof.
    """
    from samenwerk.domain.uitgaven import describe_uitgave
    from samenwerk.storage.dossier import read_dossier
    from samenwerk.workflows.verschil import compare_since

    dossier = read_dossier(start_folder(map_))
    uitgave, gewijzigd = compare_since(dossier, document, sinds)
    if json:
        from samenwerk.cli.json_output import show_json

        wijzigingen = [
            {"veld": wijziging.veld, "titel": wijziging.titel, "melding": wijziging.melding}
            for wijziging in gewijzigd.wijzigingen or []
        ]
        show_json("verschil", {"document": uitgave.naam, "sinds": gewijzigd.versie, "wijzigingen": wijzigingen})
        return
    wat = describe_uitgave(dossier.samenwerking, uitgave)
    if not gewijzigd.wijzigingen:
        show(f"Er is niets gewijzigd in {wat} sinds versie {gewijzigd.versie}.", style="goed")
        return
    show(f"Gewijzigd in {wat} sinds versie {gewijzigd.versie}", style="kop")
    for wijziging in gewijzigd.wijzigingen:
        show(f"- {wijziging.melding}", indent=2, hang=2)
    show()
    vaststellen = "Stel een nieuwe versie vast: ", Remedy("vaststellen", waarde=uitgave.naam)
    show(hint(vaststellen), hang=2)
