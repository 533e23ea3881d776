"""The line below every document by which the tool, and two people with a copy each, see what they hold.

It carries two marks: one of the text above it, which no longer fits when someone edits that text by hand, and one of
what the dossier said when the text was made, which no longer fits when the dossier has changed.
"""

import re
import zlib

_COLOFON = "\n---\n\n*Gemaakt uit het dossier van de samenwerking. Kenmerk: {}-{}*\n"
_MARK = "([0-9a-f]{8})"
_SIGNED = re.compile(r"\A(.*)" + re.escape(_COLOFON).replace(re.escape("{}"), _MARK) + r"\Z", re.DOTALL)

ONTBREEKT, ACTUEEL, VEROUDERD, BEWERKT = "ontbreekt", "actueel", "verouderd", "met de hand bewerkt"
"""What a file in documenten/ can be."""


def sign(text: str, stand: str) -> str:
    """The text with its colofon; `stand` is what the dossier says of this document now."""
    return text + _COLOFON.format(_mark(text), _mark(stand))


def judge_by_text(existing: str | None, rendered: str) -> str:
    """What a file is, beside the document as it would be rendered now; line ends may have become those of Windows."""
    if existing is not None and existing.replace("\r\n", "\n") == rendered:
        return ACTUEEL
    judged = judge_by_stand(existing, "")
    return VEROUDERD if judged == ACTUEEL else judged


def judge_by_stand(existing: str | None, stand: str) -> str:
    """What a file is, without rendering: whether it is as the tool wrote it, and from what the dossier says now."""
    if existing is None:
        return ONTBREEKT
    found = _SIGNED.match(existing.replace("\r\n", "\n"))
    if found is None or found[2] != _mark(found[1]):
        return BEWERKT
    return ACTUEEL if found[3] == _mark(stand) else VEROUDERD


def _mark(text: str) -> str:
    # A checksum and no hash: it guards against oversight, not against deceit. Adopted versions have their vingerafdruk.
    return f"{zlib.crc32(text.encode()):08x}"
