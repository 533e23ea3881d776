"""What an interview has made possible: a document to make, a step to take."""

from samenwerk.domain.fasen import Fase, next_fase
from samenwerk.domain.openstaand import list_openstaand
from samenwerk.domain.taal import in_taal
from samenwerk.domain.uitgaven import Uitgave, uitgaven_of_fase
from samenwerk.domain.voorwaarden import VEREIST, find_gaten
from samenwerk.errors import TemplateError
from samenwerk.rendering.marks.colofon import ONTBREEKT, VEROUDERD
from samenwerk.rendering.templates.filters import NOG_OPEN
from samenwerk.storage.dossier import Dossier
from samenwerk.workflows.document_files import judge_cheaply, stand_of
from samenwerk.workflows.documents import render_texts


def find_ready(dossier: Dossier, fase: str) -> list[Uitgave]:
    """The documents of a fase that say of nothing that it is open, and of which the file is missing or out of date."""
    samenwerking = dossier.samenwerking
    if any(vraag.is_nu for vraag in list_openstaand(samenwerking, fase)):
        return []
    return [
        uitgave
        for uitgave in uitgaven_of_fase(samenwerking, fase)
        if judge_cheaply(dossier, stand_of(dossier, uitgave)) in (ONTBREEKT, VEROUDERD) and _is_whole(dossier, uitgave)
    ]


def _is_whole(dossier: Dossier, uitgave: Uitgave) -> bool:
    """Whether a document can be sent as it is: by its own text, for a list that is empty is a gap of no voorwaarde."""
    try:
        (tekst,) = render_texts(dossier, [uitgave])
    except TemplateError:
        # What is wrong with the template is told when the document is made.
        return False
    return NOG_OPEN.strip("*") not in tekst.casefold()


def describe_ready(dossier: Dossier, uitgave: Uitgave) -> str:
    """The document as it can be made: `een eerste startnota`, or `een nieuwe startnota` where there is one."""
    lidwoord, _, naam = in_taal(uitgave.document.met_lidwoord, dossier.samenwerking.taal).partition(" ")
    if judge_cheaply(dossier, stand_of(dossier, uitgave)) == ONTBREEKT:
        return f"een eerste {naam}"
    return f"een {'nieuw' if lidwoord == 'het' else 'nieuwe'} {naam}"


def find_next_fase(dossier: Dossier, fase: str) -> Fase | None:
    """The fase to which the group can go, when this is the one where it stands and nothing required is open in it."""
    samenwerking = dossier.samenwerking
    if samenwerking.fase != fase or not samenwerking.is_actief or find_gaten(samenwerking, fase, None, VEREIST):
        return None
    return next_fase(fase)
