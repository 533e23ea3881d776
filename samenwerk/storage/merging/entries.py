"""A block mapping or list cut into entries of whole lines, so that an entry can be taken from one side byte for byte.

The comments directly above an entry belong to it. Blank lines and other comments behind it stay behind it.
"""

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from samenwerk.storage.editing.page import NotEditableError, Page
from samenwerk.storage.yaml_tree import Alias, Mapping, Node, Plain, Scalar, Sequence, to_plain


class Extent(NamedTuple):
    """Where an entry stands: its comments from `start`, it itself from `begin` to `end`, and what is left to `after`."""

    start: int
    begin: int
    end: int
    after: int


class Entry:
    """A key with its value, or an item of a list. `deel` is its key or its number: the part of a pad that leads to it."""

    def __init__(self, page: Page, deel: str | int, node: Node, extent: Extent) -> None:
        self._page = page
        self._extent = extent
        self.deel = deel
        self.node = node

    @property
    def text(self) -> str:
        """All of it."""
        return self._page.text[self._extent.start : self._extent.after]

    @property
    def lead(self) -> str:
        """The comments above it."""
        return self._page.text[self._extent.start : self._extent.begin]

    @property
    def head(self) -> str:
        """What stands before the first entry of its value: the name, or the dash."""
        return self._page.text[self._extent.begin : self.inner.start if self.inner else self._extent.end]

    @property
    def body(self) -> str:
        """Its name, or its dash, with its value."""
        return self._page.text[self._extent.begin : self._extent.end]

    @property
    def tail(self) -> str:
        """The blank lines and comments behind it."""
        return self._page.text[self._extent.end : self._extent.after]

    @property
    def begins_line(self) -> bool:
        """Whether it stands on lines of its own; the first key of an item begins behind its dash."""
        return self._page.line_start(self._extent.start) == self._extent.start

    @cached_property
    def plain(self) -> Plain:
        """What it says."""
        return to_plain(self.node)

    @cached_property
    def inner(self) -> "Cut | None":
        """The entries of its value; None when that is no block of lines, or one that only stands for another."""
        return cut(self._page, self.node)

    @property
    def comments(self) -> set[str]:
        """The comments in it: what is written there and is no data."""
        return set(_find_comments(self._page, self.node, self._extent.begin, self._extent.end))

    @property
    def all_comments(self) -> set[str]:
        """The comments in it and above it."""
        return set(_find_comments(self._page, self.node, self._extent.start, self._extent.end))


class Cut(NamedTuple):
    """The entries of a block, all of which begin in the same column."""

    entries: list[Entry]
    column: int
    start: int
    is_list: bool


def cut(page: Page, node: Node, *, whole: bool = False) -> Cut | None:
    """The entries of a block mapping or list; None where there is none. A `whole` one reaches to the end of the file."""
    if not isinstance(node, Mapping | Sequence) or node.flow or not node.items or page.value_start(node) != node.start:
        return None
    try:
        firsts = [key.start for key, _ in node.items] if isinstance(node, Mapping) else list(map(page.dash_of, node.items))
    except NotEditableError:
        return None
    values = [value for _, value in node.items] if isinstance(node, Mapping) else node.items
    delen: list[str | int] = [key.value for key, _ in node.items] if isinstance(node, Mapping) else list(range(len(values)))
    column = page.column(firsts[0])
    if any(page.column(first) != column for first in firsts) or len(set(delen)) < len(values):
        return None
    extents = list(_find_extents(page, firsts, values))
    afters = [extent.start for extent in extents[1:]] + [len(page.text) if whole else extents[-1].end]
    entries = [
        Entry(page, deel, value, extent._replace(after=after))
        for deel, value, extent, after in zip(delen, values, extents, afters, strict=True)
    ]
    return Cut(entries, column, extents[0].start, isinstance(node, Sequence))


def _find_extents(page: Page, firsts: list[int], values: list[Node]) -> Iterator[Extent]:
    """Where each entry stands, but for what is left behind it."""
    end = 0
    for first, value in zip(firsts, values, strict=True):
        line = page.line_start(first)
        is_behind_dash = bool(page.text[line:first].strip(" "))
        begin = first if is_behind_dash else line
        start = first if is_behind_dash else max(page.above_comments(line), end)
        # The mark of a value that is not there stands where the next thing begins.
        end = page.after_line(first if value.start == value.end else max(page.end(value), first))
        yield Extent(start, begin, end, end)


def stands_for_another(node: Node) -> bool:
    """Whether there is an alias in a node, so that its data do not stand in its own text."""
    if isinstance(node, Mapping):
        return node.merges or any(stands_for_another(value) for _, value in node.items)
    return isinstance(node, Alias) or (isinstance(node, Sequence) and any(map(stands_for_another, node.items)))


def _find_comments(page: Page, node: Node, start: int, end: int) -> Iterator[str]:
    """The comments between two places: what stands behind a # outside of all texts."""
    place = start
    for text_start, text_end in [*sorted(_find_texts(node)), (end, end)]:
        for line in page.text[place:text_start].splitlines():
            _, sign, comment = line.partition("#")
            if sign:
                yield comment.strip()
        place = max(place, text_end)


def _find_texts(node: Node) -> Iterator[tuple[int, int]]:
    """Where the texts in a node stand."""
    if isinstance(node, Scalar) and node.start < node.end:
        yield node.start, node.end
    elif isinstance(node, Mapping):
        for key, value in node.items:
            yield key.start, key.end
            yield from _find_texts(value)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _find_texts(item)
