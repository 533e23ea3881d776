"""The blocks of a document as HTML, without the page around them."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby
from typing import NamedTuple

from samenwerk.rendering.forms.blocks import (
    Block,
    CodeBlock,
    Heading,
    Inline,
    ListBlock,
    Paragraph,
    Quote,
    Rule,
    Span,
    Table,
    plain_text,
)
from samenwerk.rendering.forms.layout import is_to_fill_in
from samenwerk.rendering.text.tekens import ONSCHRIJFBAAR

# Hardly a word of Dutch is this long; an address or a slip of the keyboard is, and would stick out of the page.
_LONG = re.compile(r"\S{41,}")
# On paper a table cannot scroll, so the words of its narrow columns must fit sooner.
_LONG_IN_CELL = re.compile(r"\S{25,}")


class Anchor(NamedTuple):
    """A heading as a link can reach it."""

    level: int
    id: str
    text: str


class BlockWriter:
    """Writes blocks, and remembers the headings, for their ids must differ."""

    def __init__(self) -> None:
        self.headings: list[Anchor] = []

    def write(self, blocks: Iterable[Block]) -> list[str]:
        """The lines of HTML for these blocks."""
        return [line for block in blocks for line in self._write_block(block)]

    def _write_block(self, block: Block) -> Iterator[str]:
        match block:
            case Heading():
                yield self._write_heading(block)
            case Paragraph(content):
                yield f"<p>{_write_inline(content)}</p>"
            case ListBlock(items, start):
                yield from self._write_list(items, start)
            case Table():
                yield from self._write_table(block)
            case Quote(inside):
                # A note is no landmark: a document with many of them stays easy to walk through.
                yield f'<aside role="note" aria-label="{escape_text(_find_label(inside))}">'
                yield from self.write(inside)
                yield "</aside>"
            case CodeBlock(text):
                yield f"<pre><code>{escape_text(text)}</code></pre>"
            case Rule():
                yield "<hr>"

    def _write_heading(self, heading: Heading) -> str:
        text = plain_text(heading.content)
        anchor = Anchor(heading.level, self._make_id(text), text)
        self.headings.append(anchor)
        return f'<h{anchor.level} id="{anchor.id}">{_write_inline(heading.content)}</h{anchor.level}>'

    def _make_id(self, text: str) -> str:
        """An id of small letters, figures and dashes that no other heading has; other ids of a page have an underscore."""
        letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
        found = base = "-".join(re.findall("[a-z0-9]+", letters)) or "deel"
        taken = {anchor.id for anchor in self.headings}
        number = 1
        while found in taken:
            number += 1
            found = f"{base}-{number}"
        return found

    def _write_list(self, items: Sequence[Sequence[Block]], start: int | None) -> Iterator[str]:
        kind = "ul" if start is None else "ol"
        yield f"<{kind}>" if start in (None, 1) else f'<ol start="{start}">'
        for item in items:
            match item:
                # An item of one paragraph, with or without a list in it, is a line and no paragraph of its own.
                case [Paragraph(content), *inside] if not any(isinstance(block, Paragraph) for block in inside):
                    yield f"<li>{_write_inline(content)}"
                    yield from self.write(inside)
                case _:
                    yield "<li>"
                    yield from self.write(item)
            yield "</li>"
        yield f"</{kind}>"

    def _write_table(self, table: Table) -> Iterator[str]:
        # A table wider than the screen scrolls in its own box, which the keyboard must be able to reach. On a telephone the
        # style sheet makes a card of every row; today's browsers still tell who listens that it is a table.
        name = f'aria-labelledby="{self.headings[-1].id}"' if self.headings else 'aria-label="Tabel"'
        yield f'<div class="tabel" role="group" {name} tabindex="0">'
        yield '<table class="in_te_vullen">' if is_to_fill_in(table) else "<table>"
        yield f"<thead><tr>{''.join(map(_write_column_head, table.header))}</tr></thead>"
        yield "<tbody>"
        for row in table.rows:
            yield f"<tr>{''.join(map(_write_cell, table.header, row))}</tr>"
        yield "</tbody>"
        yield "</table>"
        yield "</div>"


def escape_text(text: str) -> str:
    """Text that stays text, between tags and between the quotes of an attribute."""
    return escape(re.sub(ONSCHRIJFBAAR, "", text))


def _write_column_head(cell: Inline) -> str:
    # An empty head would be read aloud as the name of its column.
    text = _write_inline(cell, _LONG_IN_CELL)
    return f'<th scope="col">{text}</th>' if plain_text(cell) else "<td></td>"


def _write_cell(head: Inline, cell: Inline) -> str:
    return f'<td data-kop="{escape_text(plain_text(head))}">{_write_inline(cell, _LONG_IN_CELL)}</td>'


def _find_label(blocks: Sequence[Block]) -> str:
    """What a frame says above its text, such as “Nog open”."""
    match blocks:
        case [Paragraph(content), *_] if all(span.bold for span in content):
            return plain_text(content)
    return "Kader"


def _write_inline(content: Inline, long: re.Pattern[str] = _LONG) -> str:
    parts = []
    for link, spans in groupby(content, key=lambda span: span.link):
        text = "".join(_write_span(span, long) for span in spans)
        parts.append(f'<a href="{escape_text(link)}" rel="noreferrer">{text}</a>' if link else text)
    return "".join(parts)


def _write_span(span: Span, long: re.Pattern[str]) -> str:
    # The sign NUL is forbidden and gone, so it can mark where a word may break until all that people wrote is escaped.
    text = escape(long.sub(_mark_breaks, re.sub(ONSCHRIJFBAAR, "", span.text)))
    text = text.replace("\0", "<wbr>").replace("\n", "<br>")
    for tag, applies in (("code", span.code), ("em", span.italic), ("strong", span.bold)):
        if applies:
            text = f"<{tag}>{text}</{tag}>"
    return text


def _mark_breaks(found: re.Match[str]) -> str:
    return "\0".join(re.findall(".{1,10}", found[0]))
