"""A mark in a file of another form than Markdown, by which a later run sees whether someone changed the file by hand.

It stands where every reader of that form skips it, and where a program that saves the file anew does not put it back.
"""

from typing import NamedTuple, Protocol

from samenwerk.rendering.marks.colofon import ACTUEEL, BEWERKT, ONTBREEKT, VEROUDERD


class Seal(Protocol):
    """How a kind of file carries its mark."""

    def put(self, content: bytes) -> bytes:
        """The file with its mark."""

    def is_whole(self, content: bytes) -> bool:
        """Whether a file has the mark that goes with what is in it."""

    def is_same(self, content: bytes, other: bytes) -> bool:
        """Whether two files with their mark hold the same."""


class CommentSeal(NamedTuple):
    """A comment at the end of the file, over all bytes before it."""

    comment: bytes

    def put(self, content: bytes) -> bytes:
        """The file with its mark."""
        return content + self.comment % _mark(content)

    def is_whole(self, content: bytes) -> bool:
        """Whether a file has the mark that goes with the bytes before it."""
        return self.put(content[: -len(self.put(b""))]) == content

    def is_same(self, content: bytes, other: bytes) -> bool:
        """Whether two files are the same bytes."""
        return content == other


class ArchiveSeal(NamedTuple):
    """The comment of a zip archive, over all bytes before it."""

    def put(self, content: bytes) -> bytes:
        """The file with its mark."""
        # The last two bytes of a zip file tell the length of its comment, which is the only thing that may follow them.
        comment = b"samenwerk: %s" % _mark(content)
        return content[:-2] + len(comment).to_bytes(2, "little") + comment

    def is_whole(self, content: bytes) -> bool:
        """Whether a file has the mark that goes with the bytes before it."""
        before = content[: -len(b"samenwerk: %s" % _mark(b""))]
        return self.put(before[:-2] + b"\0\0") == content

    def is_same(self, content: bytes, other: bytes) -> bool:
        """Whether two files are the same bytes."""
        return content == other


def judge_by_seal(existing: bytes | None, sealed: bytes, seal: Seal) -> str:
    """What a file is, beside the document as it would be made now."""
    if existing is None:
        return ONTBREEKT
    if seal.is_same(existing, sealed):
        return ACTUEEL
    return VEROUDERD if seal.is_whole(existing) else BEWERKT


def _mark(content: bytes) -> bytes:
    import hashlib

    return hashlib.sha256(content).hexdigest()[:16].encode()
