"""`samenwerk dossier`: all of it in one file, where the group stands and below it every document of its way so far."""

from samenwerk.domain.documenten import DOSSIER
from samenwerk.domain.uitgaven import Uitgave, uitgaven_so_far
from samenwerk.rendering.forms.bundle import join_documents
from samenwerk.storage.dossier import Dossier
from samenwerk.workflows.document_files import find_edited
from samenwerk.workflows.documents import Gemaakt, judge_text, make_form, render_texts
from samenwerk.workflows.forms import MARKDOWN, VORMEN
from samenwerk.workflows.vrije_teksten import take_over


def bundle_dossier(dossier: Dossier, formaat: str) -> tuple[Gemaakt, list[str]]:
    """Everything in one file of this form, and which documents hold changes by hand that it does not show; writes nothing.

    Raises what `make_documents` raises.
    """
    uitgaven = uitgaven_so_far(dossier.samenwerking)
    overgenomen = take_over(dossier, uitgaven)
    after = overgenomen.dossier
    geheel = Uitgave(DOSSIER)
    voorblad, *stukken = render_texts(after, [geheel, *uitgaven], gebundeld=True)
    file = judge_text(after, geheel, join_documents(voorblad, stukken))
    if formaat != MARKDOWN:
        file = make_form(after, file, VORMEN[formaat], after.samenwerking)
    bewerkt = [path for uitgave in uitgaven for path in find_edited(after, uitgave)]
    return Gemaakt(dossier, overgenomen, [file]), bewerkt
