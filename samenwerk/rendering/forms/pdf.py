"""A document as PDF: made by Typst, which brings its own letters, so that every machine makes the same pages.

The blocks go to a fixed Typst program as data; no text of a person is ever read as markup.
"""

import json
import re
from collections.abc import Sequence
from typing import Any

from samenwerk.rendering.forms.blocks import Block, Table, find_title
from samenwerk.rendering.forms.layout import column_shares, has_contents, is_to_fill_in, split_document


def write_pdf(blocks: Sequence[Block], program: str, figure: str = "", description: str = "") -> bytes:
    """The bytes of the file.

    `program` is the Typst that `Templates.find_typesetting` gives. `figure` is SVG of our own, `description`
    what it shows for who does not see it. Raises `ImportError` when Typst is not installed.
    """
    import typst

    opening, content, colofon = split_document(blocks)
    document = {
        "title": find_title(blocks) or "Document",
        "opening": [_as_data(block) for block in opening],
        "figure": figure,
        "description": description,
        "contents": has_contents(content),
        "blocks": [_as_data(block) for block in content],
        "colofon": [_as_data(block) for block in colofon],
    }
    source, inputs = program.encode(), {"document": json.dumps(document)}
    try:
        # PDF/UA: tagged, with a title and a language, so that it can be read aloud. Typst refuses to write one that is not.
        return typst.compile(source, format="pdf", ignore_system_fonts=True, sys_inputs=inputs, pdf_standards="ua-1")
    except typst.TypstError:
        # A sign that no letter of Typst has, such as 😀, is shown as a box, and that a PDF/UA may not hold.
        return typst.compile(source, format="pdf", ignore_system_fonts=True, sys_inputs=inputs)


def find_without_letter(text: str) -> str:
    """The signs of a text, each once, for which Typst has no letter: in a pdf stands an empty box in their place.

    Raises `ImportError` when Typst is not installed.
    """
    left, found = "".join(dict.fromkeys(sign for sign in text if ord(sign) > _LATIN and not sign.isspace())), ""
    while left:
        import typst

        try:
            typst.compile(
                _TRIAL, format="pdf", ignore_system_fonts=True, sys_inputs={"signs": json.dumps([*left])}, pdf_standards="ua-1"
            )
        except typst.TypstError as error:
            # It names one at a time.
            named = _UNKNOWN.search(str(error))
            if not named or named[1] not in left:
                return found
            found, left = found + named[1], left.replace(named[1], "")
        else:
            return found
    return found


_LATIN = 0x17F
"""Up to here are the letters of our languages and their neighbours, which Typst has."""

_TRIAL = b"""\
#set document(title: "-")
#set text(lang: "nl", font: "Libertinus Serif")
#for sign in json(bytes(sys.inputs.signs)) [#sign ]
"""
_UNKNOWN = re.compile(r'text `"(.)"` could not be displayed')


def _as_data(value: Any) -> Any:
    """A block as JSON can hold it, with its kind and, for a table, how it is laid out."""
    if hasattr(value, "_asdict"):
        data = {"kind": type(value).__name__, **{naam: _as_data(part) for naam, part in value._asdict().items()}}
        if isinstance(value, Table):
            data |= {"shares": column_shares(value), "to_fill_in": is_to_fill_in(value)}
        return data
    return [_as_data(part) for part in value] if isinstance(value, tuple) else value
