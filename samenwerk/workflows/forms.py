"""The forms in which people ask for a document: each a row with all that is true of it, and its writer.

The Markdown is the document itself; every other form is made of it, stands beside it and holds the same.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from samenwerk.rendering.marks.seal import ArchiveSeal, CommentSeal, Seal

if TYPE_CHECKING:
    from samenwerk.domain.samenwerking import Samenwerking
    from samenwerk.rendering.forms.blocks import Block
    from samenwerk.storage.templates import Templates

    Writer = Callable[[tuple[Block, ...], Templates, Samenwerking | None], bytes]

MARKDOWN = "md"


class Vorm(NamedTuple):
    """A form beside the Markdown.

    `id` is what people type and how the file ends, `titel` what they call such a file. `merk` is how a file of this form
    carries its mark, `schrijf` writes the blocks of a document with the looks of the house, and draws the way of the group
    where it is given one. `onderdeel` is the package that it needs and that not everyone has. `mist` finds the signs of a text
    that a file of this form cannot show.
    """

    id: str
    titel: str
    is_tekst: bool
    merk: Seal
    schrijf: "Writer"
    onderdeel: str = ""
    mist: Callable[[str], str] = lambda _: ""


def is_tekst(formaat: str) -> bool:
    """Whether a file of this form is text, that can be shown and compared line by line."""
    return formaat == MARKDOWN or VORMEN[formaat].is_tekst


def read_formaat(woord: str) -> str:
    """The form a person names: `docx`, `.docx`, `Word`. Raises `WrongUsageError` for what is none, or may be more than one."""
    from samenwerk.domain.keuzes import read_keuze

    return read_keuze(woord.removeprefix("."), list_formaten(), eerste=None, geen="is geen formaat")


def list_formaten() -> dict[str, str]:
    """Every form a document can have, and what people call such a file."""
    return {MARKDOWN: "Markdown", **{vorm.id: vorm.titel for vorm in VORMEN.values()}}


def _write_html(blocks: "tuple[Block, ...]", templates: "Templates", weg_van: "Samenwerking | None") -> bytes:
    from samenwerk.rendering.forms.html.page import write_html
    from samenwerk.rendering.forms.rail import draw_rail

    return write_html(blocks, templates.find_stylesheet(), draw_rail(weg_van) if weg_van else "")


def _write_docx(blocks: "tuple[Block, ...]", templates: "Templates", _: "Samenwerking | None") -> bytes:
    from samenwerk.rendering.forms.docx.document import write_docx

    return write_docx(blocks, templates.find_word_style())


def _write_odt(blocks: "tuple[Block, ...]", _: "Templates", __: "Samenwerking | None") -> bytes:
    from samenwerk.rendering.forms.odt.document import write_odt

    return write_odt(blocks)


def _write_pdf(blocks: "tuple[Block, ...]", templates: "Templates", weg_van: "Samenwerking | None") -> bytes:
    from samenwerk.rendering.forms.pdf import write_pdf
    from samenwerk.rendering.forms.rail import draw_rail, tell_weg

    figure, description = (draw_rail(weg_van), tell_weg(weg_van)) if weg_van else ("", "")
    return write_pdf(blocks, templates.find_typesetting(), figure, description)


def _find_without_letter(text: str) -> str:
    from samenwerk.rendering.forms.pdf import find_without_letter

    return find_without_letter(text)


VORMEN = {
    vorm.id: vorm
    for vorm in (
        Vorm("html", "webpagina", True, CommentSeal(b"<!-- samenwerk: %s -->\n"), _write_html),
        Vorm("docx", "Word-bestand", False, ArchiveSeal(), _write_docx, "docx"),
        Vorm("odt", "LibreOffice-bestand", False, ArchiveSeal(), _write_odt),
        Vorm("pdf", "pdf", False, CommentSeal(b"%% samenwerk: %s\n"), _write_pdf, "typst", _find_without_letter),
    )
}
