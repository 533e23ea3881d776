"""What the files for Word and for LibreOffice have in common: how a document looks, and how a file is packed."""

import re
import zipfile
from collections.abc import Iterable
from io import BytesIO
from typing import NamedTuple
from xml.sax.saxutils import escape

from samenwerk.rendering.text.tekens import ONSCHRIJFBAAR

LANGUAGE = "nl-BE"

FONT, MONO = "Arial", "Courier New"
"""Fonts with a twin of the same widths where there is no Word, so that the pages break at the same places."""

INK, QUIET, ACCENT, LINE, FILL = "1D2127", "555D66", "1C4F7C", "CDD3D9", "F3F6F9"

HEADING_SIZES = (20, 14, 12, 11, 11, 11)
"""In points, by level."""

BULLETS = "•–▪"

_NEVER = (1980, 1, 1, 0, 0, 0)


class Page(NamedTuple):
    """A page, in millimetres."""

    width: int
    height: int
    margin: int


A4 = Page(210, 297, 23)


def xml_text(text: str) -> str:
    """A text as it stands in XML, between tags or between double quotes, without signs that harm."""
    return escape(re.sub(ONSCHRIJFBAAR, "", text), {'"': "&quot;"})


def pack(members: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip file with these members in this order, and nothing in it of when or where it was made."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in members:
            member = zipfile.ZipInfo(name, _NEVER)
            member.create_system = 0
            # What kind of file it is, is read without unpacking.
            member.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(member, content)
    return packed.getvalue()
