"""What the writers of all forms agree on: the parts of a document, its headings, and the widths of the columns of a table."""

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple, TypeVar

from samenwerk.rendering.forms.blocks import (
    Block,
    CodeBlock,
    Heading,
    ListBlock,
    Paragraph,
    Rule,
    Span,
    Table,
    plain_text,
)

Part = TypeVar("Part")

_LONG, _MANY = 6_500, 6
"""From how many characters, about four pages, and how many headings of level 2 a document has a table of contents."""

DEEPEST = 6
"""The deepest heading that every form has."""

LINE = 90
"""How many characters a line of a table has on our own A4, about."""

_LONGEST_WORD, _SHORT_CELL, _LONGEST_CELL, _MARGIN = 24, 18, 80, 2
"""In characters: longer words are broken and longer cells wrapped, so they ask for no more room than this."""


class Parts(NamedTuple):
    """A document in the order in which it is read: the title with the lines that introduce it, the rest, the colofon."""

    opening: tuple[Block, ...]
    content: tuple[Block, ...]
    colofon: tuple[Block, ...]


class Place(NamedTuple):
    """Where a block stands: in how many lists, whether it is set apart, and whether all these end with it."""

    depth: int = 0
    boxed: bool = False
    closing: bool = True


OUTSIDE = Place()
"""In no list and not set apart."""


def place_each(parts: Sequence[Part], place: Place) -> Iterator[tuple[Part, Place]]:
    """The blocks of a place, or the items of a list, each with its own: only the last ends what they stand in."""
    for number, part in enumerate(parts, 1):
        yield part, place._replace(closing=place.closing and number == len(parts))


def split_document(blocks: Sequence[Block]) -> Parts:
    """The parts of a document, of which only the opening is never empty when there is a block.

    The headings begin with one of level 1, and none of them skips a level: that is how a document is read aloud.
    """
    document, colofon = tuple(_level_headings(blocks)), tuple[Block, ...]()
    match document:
        case [*above, Rule(), Paragraph() as last]:
            document, colofon = tuple(above), (last,)
    opening = (*document[:1], *takewhile(lambda block: isinstance(block, Paragraph | ListBlock), document[1:]))
    return Parts(opening, document[len(opening) :], colofon)


def list_parts(blocks: Sequence[Block]) -> list[Heading]:
    """The headings of level 2, of which a table of contents is made."""
    return [block for block in blocks if isinstance(block, Heading) and block.level == 2]


def has_contents(blocks: Sequence[Block]) -> bool:
    """Whether a document is so long that it gets a table of contents."""
    return len(list_parts(blocks)) >= _MANY and _count_characters(blocks) >= _LONG


def column_shares(table: Table, line: float = LINE) -> list[float]:
    """How the columns share the width of a table, together 1: enough for the words of each, and the rest for long texts.

    `line` is how many characters go in that width.
    """
    columns = [list(map(plain_text, column)) for column in zip(table.header, *table.rows, strict=True)]
    # What comes first is given up last: no word broken, then a short cell, as a date is, on one line, then long ones.
    words, short, whole = ([_MARGIN + max(map(width, column)) for column in columns] for width in _WIDTHS)
    for least, most in ((short, whole), (words, short)):
        room, asked = line - sum(least), sum(most) - sum(least)
        if room >= asked:
            return [width / sum(most) for width in most]
        if room > 0:
            given = [low + room * (high - low) / asked for low, high in zip(least, most, strict=True)]
            return [width / sum(given) for width in given]
    return [width / sum(words) for width in words]


def _width_of_word(text: str) -> int:
    return min(max(map(len, text.split()), default=0), _LONGEST_WORD)


def _width_of_short(text: str) -> int:
    return len(text) if len(text) <= _SHORT_CELL else _width_of_word(text)


def _width_of_cell(text: str) -> int:
    return min(len(text), _LONGEST_CELL)


_WIDTHS = (_width_of_word, _width_of_short, _width_of_cell)


def is_to_fill_in(table: Table) -> bool:
    """Whether a column with a head is empty from top to bottom: people write in it on paper, such as their signature."""
    columns = zip(table.header, *table.rows, strict=True)
    return bool(table.rows) and any(head and not any(map(plain_text, cells)) for head, *cells in columns)


def _count_characters(value: object) -> int:
    match value:
        case Span(text) | CodeBlock(text):
            return len(text)
        case list() | tuple():
            return sum(map(_count_characters, value))
    return 0


def _level_headings(blocks: Sequence[Block]) -> Iterator[Block]:
    before = 0
    for block in blocks:
        if isinstance(block, Heading):
            before = min(max(block.level, 2), before + 1, DEEPEST)
            yield block._replace(level=before)
        else:
            yield block
