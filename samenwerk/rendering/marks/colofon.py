"""The line below every document by which the tool, and two people with a copy each, see what they hold.

It carries three marks: one of the text above it, which no longer fits when someone edits that text by hand; one of what
the dossier said when the text was made, which no longer fits when the dossier has changed; and one of what people wrote on
the free places, which no longer fits when they wrote something else there.
"""

import re
import zlib
from collections.abc import Mapping

from samenwerk.rendering.marks.vrij import empty_places, read_places
from samenwerk.rendering.text.spelling import spell_alike

_COLOFON = "\n---\n\n*Gemaakt uit het dossier van de samenwerking. Controlecode: {}*\n"
_SIGNED = (
    # However a program that formats Markdown writes the line and the italics.
    r"(?s)\A(.*)\n(?:-{3,}|_{3,}|\*{3,})\s+[*_]Gemaakt uit het dossier van de samenwerking\. "
    # Documents of before called it a kenmerk, and before the free places they had two marks.
    r"(?:Controlecode|Kenmerk): ([0-9a-f]{8})-([0-9a-f]{8})(?:-([0-9a-f]{8}))?[*_]\s*\Z"
)

ONTBREEKT, ACTUEEL, VEROUDERD, BEWERKT = "ontbreekt", "actueel", "verouderd", "met de hand bewerkt"
ONLEESBAAR = "niet te lezen"
"""What a file in documenten/ can be."""


def sign(text: str, stand: str) -> str:
    """The text with its colofon; `stand` is what the dossier says of this document now."""
    marks = (_mark(spell_alike(empty_places(text))), _mark(stand), mark_of_places(read_places(text)))
    return text + _COLOFON.format("-".join(marks))


def strip_colofon(text: str) -> str:
    """A document without the line at its end."""
    found = re.match(_SIGNED, text)
    return found[1] if found else text


def mark_of_places(teksten: Mapping[str, str]) -> str:
    """The mark of what people wrote on the free places of a document, in its order."""
    return _mark(repr(list(teksten.items())))


def read_mark_of_places(existing: str) -> str:
    """That mark as it was when the file was written; empty when the colofon is gone."""
    found = re.match(_SIGNED, existing)
    return found[4] or "" if found else ""


def is_whole(existing: str) -> bool:
    """Whether a file says what the tool wrote, but for what people wrote on its free places; its layout may be another."""
    return _match_whole(existing) is not None


def judge_by_text(existing: str | None, rendered: str) -> str:
    """What a file is, beside the document as it would be rendered now."""
    if existing == rendered or (existing and spell_alike(existing) == spell_alike(rendered)):
        return ACTUEEL
    judged = judge_by_stand(existing, "")
    return VEROUDERD if judged == ACTUEEL else judged


def judge_by_stand(existing: str | None, stand: str) -> str:
    """What a file is, without rendering: whether it is as the tool wrote it, and from what the dossier says now."""
    if existing is None:
        return ONTBREEKT
    found = _match_whole(existing)
    if found is None:
        return BEWERKT
    is_actueel = (found[3], found[4]) == (_mark(stand), mark_of_places(read_places(found[1])))
    return ACTUEEL if is_actueel else VEROUDERD


def _match_whole(existing: str) -> re.Match[str] | None:
    found = re.match(_SIGNED, existing)
    if not found:
        return None
    text = empty_places(found[1])
    # Before, the mark was of the text to the letter.
    return found if found[2] in (_mark(spell_alike(text)), _mark(text)) else None


def _mark(text: str) -> str:
    # A checksum and no hash: it guards against oversight, not against deceit. Adopted versions have their vingerafdruk.
    return f"{zlib.crc32(text.encode()):08x}"
