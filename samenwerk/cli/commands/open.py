"""`samenwerk open`."""

from typing import TYPE_CHECKING, Annotated

from samenwerk.cli.commands.documents import make_for_house, show_files_json, write_and_show
from samenwerk.cli.options import JsonOption, MapOption, ProefOption, SjablonenOption, start_folder
from samenwerk.cli.screen import show, tell
from samenwerk.cli.understanding.records import DOCUMENT
from samenwerk.cli.words.declare import Argument
from samenwerk.cli.words.signature import command

if TYPE_CHECKING:
    from samenwerk.domain.uitgaven import Uitgave
    from samenwerk.storage.dossier import Dossier
    from samenwerk.workflows.document_files import DocumentFile


@command
def open(
    document: Annotated[
        str,
        Argument(rest=True, metavar="DOCUMENT", kind=DOCUMENT, help="Bijvoorbeeld startnota; zonder naam dat van nu."),
    ] = "",
    sjablonen: SjablonenOption = "",
    map_: MapOption = "",
    proef: ProefOption = False,
    json: JsonOption = False,
) -> None:
    """Maak een document als Word-bestand en open het.

    Werkt uw organisatie met een andere vorm, zeg dat dan één keer: samenwerk zet vorm pdf. Een bestand dat iemand met de
    hand bewerkte, wordt geopend zoals het is.
    """
    from samenwerk.domain.documenten import GEEN_PROJECTFICHE
    from samenwerk.rendering.marks.colofon import BEWERKT
    from samenwerk.storage.dossier import read_dossier
    from samenwerk.workflows.documents import select_uitgaven

    dossier = read_dossier(start_folder(map_), huisset=sjablonen)
    uitgaven = select_uitgaven(dossier, [document] if document else [], alle=False, ook_bestaande=False)
    if not uitgaven:
        show(GEEN_PROJECTFICHE)
        return
    gemaakt = make_for_house(dossier, [_choose(dossier, uitgaven, asks=not json)])
    to_open = gemaakt.files[-1]
    if to_open.oordeel == BEWERKT:
        tell(f"{to_open.path} is met de hand bewerkt; het wordt niet opnieuw gemaakt.", style="open", hang=2)
        if json:
            show_files_json(gemaakt.files, geschreven=[], proef=proef)
    else:
        write_and_show(gemaakt, overschrijf=False, proef=proef, as_json=json)
    if not proef and not json:
        _open(dossier, to_open)


def _choose(dossier: "Dossier", uitgaven: "list[Uitgave]", *, asks: bool) -> "Uitgave":
    """The one document to open: where there are more, the person says which, and a script gets the first."""
    from samenwerk.cli.asking.questions import ask_choice, can_ask
    from samenwerk.domain.uitgaven import titel_of

    if len(uitgaven) == 1 or not asks or not can_ask():
        return uitgaven[0]
    titels = {uitgave.naam: titel_of(dossier.samenwerking, uitgave) for uitgave in uitgaven}
    chosen = ask_choice("Welk document?", titels, uitgaven[0].naam)
    return next(uitgave for uitgave in uitgaven if uitgave.naam == chosen)


def _open(dossier: "Dossier", file: "DocumentFile") -> None:
    from samenwerk.storage.programs import open_file

    path = (dossier.folder / file.path).absolute()
    if open_file(path):
        show("Het document gaat open in een ander venster.", style="goed")
    else:
        show(f"Het kan hier niet geopend worden. Het staat in: {path}", hang=2)
