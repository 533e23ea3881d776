"""A mark in a file of another form than Markdown, by which a later run sees whether someone changed the file by hand.

It stands where every reader of that form skips it, and where a program that saves the file anew does not put it back.
"""

import hashlib

from samenwerk.rendering.marks.colofon import ACTUEEL, BEWERKT, ONTBREEKT, VEROUDERD

_COMMENT = {
    "html": b"<!-- samenwerk: %s -->\n",
    "pdf": b"%% samenwerk: %s\n",
    "docx": b"samenwerk: %s",
    "odt": b"samenwerk: %s",
}
_ZIPS = ("docx", "odt")


def seal(content: bytes, formaat: str) -> bytes:
    """The file with its mark at the end: a comment, in a zip file that of the archive."""
    comment = _COMMENT[formaat] % _mark(content)
    if formaat in _ZIPS:
        # The last two bytes of a zip file tell the length of its comment, which is the only thing that may follow them.
        return content[:-2] + len(comment).to_bytes(2, "little") + comment
    return content + comment


def judge_by_seal(existing: bytes | None, sealed: bytes, formaat: str) -> str:
    """What a file is, beside the document as it would be made now."""
    if existing is None:
        return ONTBREEKT
    if existing == sealed:
        return ACTUEEL
    return VEROUDERD if _is_sealed(existing, formaat) else BEWERKT


def _is_sealed(content: bytes, formaat: str) -> bool:
    before = content[: -len(_COMMENT[formaat] % _mark(b""))]
    return seal(before[:-2] + b"\0\0" if formaat in _ZIPS else before, formaat) == content


def _mark(content: bytes) -> bytes:
    return hashlib.sha256(content).hexdigest()[:16].encode()
