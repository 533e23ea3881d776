"""From blocks to a Word document, in samenwerk's own look or in the house style of an organisation."""

import zipfile
from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from samenwerk.rendering.forms.blocks import Block, find_title
from samenwerk.rendering.forms.layout import split_document
from samenwerk.rendering.forms.office import LANGUAGE, pack, xml_text

if TYPE_CHECKING:
    from docx.document import Document

_LONGEST_TITLE = 255
"""What Word takes for a property of a file."""


def write_docx(blocks: Sequence[Block], template: bytes | None = None) -> bytes:
    """The document as a .docx; the same blocks give the same bytes.

    `template` is a .docx of which the styles, the size of the page, and what stands above and below every page are used.
    Raises `TemplateError` when it is no such file, and `ImportError` without python-docx.
    """
    # The modules beside this one need python-docx; this function is the only door to them.
    from samenwerk.rendering.forms.docx.body import write_body
    from samenwerk.rendering.forms.docx.template import open_default, open_template

    document = open_default() if template is None else open_template(template)
    title = find_title(blocks)
    write_body(document, split_document(blocks), title)
    _set_properties(document, title)
    return _save(document)


def _set_properties(document: "Document", title: str) -> None:
    """Leave of the properties only the title and the language: not who, when or with what."""
    properties = document.core_properties
    properties._element[:] = []
    properties.title = xml_text(title)[:_LONGEST_TITLE]
    properties.language = LANGUAGE


def _save(document: "Document") -> bytes:
    """The file with its members in a fixed order; the first is the one that says what the others are."""
    saved = BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as archive:
        names = sorted(archive.namelist(), key=lambda name: (name != "[Content_Types].xml", name))
        return pack([(name, archive.read(name)) for name in names])
