"""A document in the form people ask for: a page for the web, Word, LibreOffice or PDF, all made of the same Markdown.

The Markdown is the document itself; every other form is made of it, stands beside it and holds the same.
"""

from collections.abc import Callable

from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.errors import WrongUsageError
from samenwerk.rendering.forms.blocks import Block, read_blocks
from samenwerk.rendering.marks.seal import judge_by_seal, seal
from samenwerk.rendering.marks.vrij import without_marks
from samenwerk.storage.dossier import Dossier
from samenwerk.storage.files import MAX_FORM_BYTES
from samenwerk.storage.installation import describe_broken_part
from samenwerk.storage.templates import Templates
from samenwerk.workflows.document_files import MARKDOWN, DocumentFile

Blocks = tuple[Block, ...]


def check_formaat(formaat: str) -> str:
    """The form a person asks for. Raises `WrongUsageError` for what is none."""
    if formaat not in FORMATEN:
        raise WrongUsageError(f"“{formaat}” is geen formaat.", f"Kies uit: {', '.join(FORMATEN)}.")
    return formaat


def make_form(dossier: Dossier, markdown: DocumentFile, formaat: str, weg_van: Samenwerking | None = None) -> DocumentFile:
    """A document in another form, beside its Markdown; with `weg_van` the way of that group is drawn in it, where it can be.

    Raises `MissingPartError` when the form needs a part that is not installed or cannot be loaded, `TemplateError` for a
    house style that cannot be used.
    """
    blocks = read_blocks(without_marks(markdown.content.decode()))
    content = seal(_WRITERS[formaat](blocks, dossier.templates, weg_van), formaat)
    path = markdown.path.removesuffix(MARKDOWN) + formaat
    existing = dossier.files.read(path, MAX_FORM_BYTES)
    return DocumentFile(markdown.naam, formaat, path, judge_by_seal(existing, content, formaat), content, existing)


def _write_html(blocks: Blocks, templates: Templates, weg_van: Samenwerking | None) -> bytes:
    from samenwerk.rendering.forms.html.page import write_html
    from samenwerk.rendering.forms.rail import draw_rail

    return write_html(blocks, templates.find_stylesheet(), draw_rail(weg_van) if weg_van else "")


def _write_pdf(blocks: Blocks, templates: Templates, weg_van: Samenwerking | None) -> bytes:
    from samenwerk.rendering.forms.pdf import write_pdf
    from samenwerk.rendering.forms.rail import draw_rail, tell_weg

    figure, description = (draw_rail(weg_van), tell_weg(weg_van)) if weg_van else ("", "")
    try:
        return write_pdf(blocks, templates.find_typesetting(), figure, description)
    except ImportError as error:
        raise describe_broken_part("een pdf", "typst", error) from None


def _write_docx(blocks: Blocks, templates: Templates, _: Samenwerking | None) -> bytes:
    from samenwerk.rendering.forms.docx.document import write_docx

    try:
        return write_docx(blocks, templates.find_word_style())
    except ImportError as error:
        raise describe_broken_part("een Word-bestand", "docx", error) from None


def _write_odt(blocks: Blocks, _: Templates, __: Samenwerking | None) -> bytes:
    from samenwerk.rendering.forms.odt.document import write_odt

    return write_odt(blocks)


_WRITERS: dict[str, Callable[[Blocks, Templates, Samenwerking | None], bytes]] = {
    "html": _write_html,
    "docx": _write_docx,
    "odt": _write_odt,
    "pdf": _write_pdf,
}

FORMATEN = (MARKDOWN, *_WRITERS)
"""Every form a document can have."""
