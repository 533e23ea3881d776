"""One of the three versions of a merge: its text, however it is encoded, and what stands in it."""

import codecs
from functools import cached_property
from typing import NamedTuple

from samenwerk.errors import DossierError
from samenwerk.storage.editing.page import Page
from samenwerk.storage.merging.entries import Cut, cut
from samenwerk.storage.yaml_tree import Plain, Tree, parse_tree, to_plain


class Coding(NamedTuple):
    """How a file writes its text: with a byte order mark or not, and with which line ends."""

    bom: bytes
    newline: str

    def encode(self, text: str) -> bytes:
        """The bytes of a text whose line ends are \\n."""
        # Lines of a side with mixed line ends came with their own.
        if self.newline == "\r\n":
            text = text.replace("\r\n", "\n").replace("\n", "\r\n")
        return self.bom + text.encode()


class Version:
    """A file that can be read, with its text. Line ends of one kind are \\n in it, and the last line has one."""

    def __init__(self, tree: Tree, coding: Coding) -> None:
        self.tree = tree
        self.coding = coding

    @cached_property
    def page(self) -> Page:
        """Its text, by lines."""
        return Page(self.tree)

    @cached_property
    def cut(self) -> Cut | None:
        """Its entries, to the end of the file."""
        return cut(self.page, self.tree.root, whole=True)

    @cached_property
    def plain(self) -> Plain:
        """What it says."""
        return to_plain(self.tree.root)


def decode(content: bytes) -> tuple[str, Coding] | None:
    """The text of a file and how it is written; None when it is no UTF-8."""
    bom = codecs.BOM_UTF8 if content.startswith(codecs.BOM_UTF8) else b""
    try:
        text = content[len(bom) :].decode()
    except UnicodeDecodeError:
        return None
    # Of mixed line ends each line keeps its own.
    newline = "\r\n" if text.count("\r\n") == text.count("\n") > 0 else "\n"
    return text.replace(newline, "\n"), Coding(bom, newline)


def read_version(content: bytes) -> Version | None:
    """A version; None when it is not readable, or has a name twice so that it does not say what it holds."""
    decoded = decode(content)
    if decoded is None:
        return None
    text, coding = decoded
    try:
        tree = parse_tree(text if text.endswith("\n") or not text else f"{text}\n")
    except DossierError:
        return None
    return None if tree.doubles or tree.root.flow else Version(tree, coding)
