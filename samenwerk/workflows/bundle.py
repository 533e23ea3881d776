"""The whole dossier in one file: where the group stands, and below it every document of its way so far."""

from typing import NamedTuple

from samenwerk.domain.documenten import DOSSIER, Uitgave, uitgaven_so_far
from samenwerk.rendering.forms.bundle import join_documents
from samenwerk.rendering.marks.colofon import BEWERKT, judge_by_text
from samenwerk.storage.dossier import Dossier
from samenwerk.workflows.bestanden import MARKDOWN, Bestand
from samenwerk.workflows.document_files import decode_document, judge_cheaply, path_of, read_document
from samenwerk.workflows.documents import render_texts
from samenwerk.workflows.forms import make_form
from samenwerk.workflows.vrije_teksten import Overgenomen, take_over


class Bundel(NamedTuple):
    """The file, what it took over from the documents, and which of these hold changes by hand that it does not show."""

    bestand: Bestand
    overgenomen: Overgenomen
    niet_getoond: list[str]


def bundle_dossier(dossier: Dossier, formaat: str) -> Bundel:
    """Everything in one file of this form; writes nothing.

    Raises what `take_over`, `render_texts` and `make_form` raise.
    """
    uitgaven = uitgaven_so_far(dossier.samenwerking)
    overgenomen = take_over(dossier, uitgaven)
    after = overgenomen.dossier
    geheel = Uitgave(DOSSIER)
    voorblad, *stukken = render_texts(after, [geheel, *uitgaven], gebundeld=True)
    tekst = join_documents(voorblad, stukken)
    huidig = read_document(after, geheel)
    oordeel = judge_by_text(decode_document(huidig), tekst)
    bestand = Bestand(geheel.naam, MARKDOWN, path_of(geheel), oordeel, tekst.encode(), huidig)
    if formaat != MARKDOWN:
        bestand = make_form(after, bestand, formaat, after.samenwerking)
    bewerkt = [path_of(uitgave) for uitgave in uitgaven if judge_cheaply(after, uitgave)[1] == BEWERKT]
    return Bundel(bestand, overgenomen, bewerkt)
