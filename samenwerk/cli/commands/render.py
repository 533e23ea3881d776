"""`samenwerk render`."""

from typing import TYPE_CHECKING, Annotated

from samenwerk.cli.commands.documents import (
    FormaatOption,
    NaarOption,
    check_naar,
    show_contents,
    show_files_json,
    write_and_show,
)
from samenwerk.cli.options import JsonOption, MapOption, ProefOption, SjablonenOption, start_folder
from samenwerk.cli.screen import show, tell
from samenwerk.cli.understanding.records import DOCUMENT
from samenwerk.cli.words.declare import Argument, Option
from samenwerk.cli.words.signature import command
from samenwerk.workflows.forms import MARKDOWN

if TYPE_CHECKING:
    from samenwerk.workflows.document_files import DocumentFile


@command
def render(
    documenten: Annotated[
        list[str] | None,
        Argument(
            metavar="DOCUMENT",
            help="Bijvoorbeeld startnota; zonder naam die van de huidige fase.",
            kind=DOCUMENT,
        ),
    ] = None,
    alles: Annotated[bool, Option("--alles", help="Maak alle documenten.")] = False,
    formaat: FormaatOption = MARKDOWN,
    naar: NaarOption = "",
    controle: Annotated[
        bool, Option("--controle", help="Schrijf niets; meld welk document ontbreekt, verouderd of bewerkt is.")
    ] = False,
    overschrijf: Annotated[
        bool, Option("--overschrijf", help="Schrijf ook over een document dat met de hand bewerkt is.")
    ] = False,
    sjablonen: SjablonenOption = "",
    map_: MapOption = "",
    proef: ProefOption = False,
    json: JsonOption = False,
) -> None:
    """Maak de documenten van een fase.

    Ze komen in de map documenten, en met --formaat staat ernaast ook een webpagina, een Word-bestand of een pdf. Een
    bestand dat iemand met de hand bewerkte, wordt niet overschreven.
    """
    from samenwerk.domain.documenten import GEEN_PROJECTFICHE
    from samenwerk.storage.dossier import read_dossier
    from samenwerk.workflows.documents import make_documents, select_uitgaven

    check_naar(naar, formaat)
    dossier = read_dossier(start_folder(map_), huisset=sjablonen)
    uitgaven = select_uitgaven(dossier, documenten or [], alle=alles, ook_bestaande=controle)
    gemaakt = make_documents(dossier, uitgaven, formaat, overschrijf=overschrijf)
    if naar:
        show_contents([file for file in gemaakt.files if file.formaat == formaat], as_json=json)
    elif controle:
        _check(gemaakt.files, as_json=json)
    elif not gemaakt.files and not json:
        show(GEEN_PROJECTFICHE)
        tell("→ Voeg een project toe bij projecten in samenwerking.yaml.")
    else:
        write_and_show(gemaakt, overschrijf=overschrijf, proef=proef, as_json=json)


def _check(files: "list[DocumentFile]", *, as_json: bool) -> None:
    from samenwerk.rendering.marks.colofon import ACTUEEL

    if as_json:
        show_files_json(files)
    else:
        for file in files:
            show(f"{file.path}: {file.oordeel}", hang=2)
    if any(file.oordeel != ACTUEEL for file in files):
        raise SystemExit(1)
