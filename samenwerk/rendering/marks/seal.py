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
    """The comment of a zip archive, over the names of its members and what they hold.

    Not over the bytes of the archive: another zlib compresses the same document to others.
    """

    def put(self, content: bytes) -> bytes:
        """The file with its mark."""
        return _comment_archive(content, _mark_members(content))

    def is_whole(self, content: bytes) -> bool:
        """Whether a file has the mark that goes with its members."""
        if not content[-_LENGTH:].startswith(_BEFORE_MARK):
            return False
        return content.endswith(_BEFORE_MARK + _mark_members(content)) or _is_of_before(content)

    def is_same(self, content: bytes, other: bytes) -> bool:
        """Whether two files with their mark have the same members."""
        return content == other or (content[-_LENGTH:] == other[-_LENGTH:] and self.is_whole(content))


_BEFORE_MARK = b"samenwerk: "
_LENGTH = len(_BEFORE_MARK) + 16
"""Of the comment of an archive."""

_MOST = 100_000_000
"""What an archive of ours holds at most, unpacked: who makes a bomb of one must not be let in."""


def _comment_archive(content: bytes, mark: bytes) -> bytes:
    # The last two bytes of a zip file tell the length of its comment, which is the only thing that may follow them.
    return content[:-2] + _LENGTH.to_bytes(2, "little") + _BEFORE_MARK + mark


def _is_of_before(content: bytes) -> bool:
    """Whether it is an archive of before members were compressed, with the mark that goes with its bytes."""
    bare = content[: -_LENGTH - 2] + b"\0\0"
    return _comment_archive(bare, _mark(bare)) == content


def _mark_members(content: bytes) -> bytes:
    """The mark of what an archive holds; empty when that cannot be read."""
    import zipfile
    import zlib
    from io import BytesIO

    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            members = archive.infolist()
            if sum(member.file_size for member in members) > _MOST:
                return b""
            parts = [part for member in members for part in (member.filename.encode(), archive.read(member))]
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, LookupError, RuntimeError, ValueError):
        return b""
    return _mark(b"".join(len(part).to_bytes(8, "little") + part for part in parts))


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
