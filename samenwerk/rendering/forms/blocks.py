"""A document as blocks: what its Markdown says, read once for the writers of all other forms.

A writer never sees Markdown, only headings, paragraphs, lists and tables of plain text, so that what people wrote is text
in every form. Raw HTML stays text, a picture becomes its description, and only links to the web or to a mailbox are kept.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from markdown_it.token import Token

_LINKS = ("https://", "http://", "mailto:")


class Span(NamedTuple):
    """A piece of text in one style; a line end inside a paragraph is a span with `\\n` as its text."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    link: str = ""


Inline = tuple[Span, ...]


class Heading(NamedTuple):
    """A heading; the title of a document has level 1."""

    level: int
    content: Inline


class Paragraph(NamedTuple):
    """A paragraph."""

    content: Inline


class ListBlock(NamedTuple):
    """A list, numbered from `start` or with bullets when that is None; an item is made of blocks, among which may be lists."""

    items: "tuple[tuple[Block, ...], ...]"
    start: int | None = None


class Table(NamedTuple):
    """A table with a row of headings; every row has as many cells as that."""

    header: tuple[Inline, ...]
    rows: tuple[tuple[Inline, ...], ...]


class Quote(NamedTuple):
    """Blocks set apart; in the documents of samenwerk what is still open."""

    blocks: "tuple[Block, ...]"


class CodeBlock(NamedTuple):
    """Text whose spaces and line ends count; only people write it, in a free place."""

    text: str


class Rule(NamedTuple):
    """A line across the page; the colofon stands below it."""


Block = Heading | Paragraph | ListBlock | Table | Quote | CodeBlock | Rule


def read_blocks(markdown: str) -> tuple[Block, ...]:
    """The blocks of a document, in order."""
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark", {"html": False}).enable("table").parse(markdown)
    return tuple(_read(iter(tokens)))


def plain_text(content: Inline) -> str:
    """What a piece of text says, on one line."""
    return " ".join("".join(span.text for span in content).split())


def find_title(blocks: Sequence[Block]) -> str:
    """The title of a document: its first heading; empty without one."""
    return next((plain_text(block.content) for block in blocks if isinstance(block, Heading)), "")


def _read(tokens: "Iterator[Token]", until: str = "") -> "Iterator[Block]":
    for token in tokens:
        match token.type:
            case "heading_open":
                yield Heading(int(token.tag[1:]), _read_inline(next(tokens)))
            case "paragraph_open":
                yield Paragraph(_read_inline(next(tokens)))
            case "bullet_list_open":
                yield ListBlock(tuple(_read_items(tokens, "bullet_list_close")))
            case "ordered_list_open":
                yield ListBlock(tuple(_read_items(tokens, "ordered_list_close")), int(token.attrs.get("start", 1)))
            case "blockquote_open":
                yield Quote(tuple(_read(tokens, "blockquote_close")))
            case "table_open":
                yield _read_table(tokens)
            case "fence" | "code_block":
                yield CodeBlock(token.content.rstrip("\n"))
            case "hr":
                yield Rule()
            case closing if closing == until:
                return


def _read_items(tokens: "Iterator[Token]", until: str) -> "Iterator[tuple[Block, ...]]":
    for token in tokens:
        if token.type == until:
            return
        yield tuple(_read(tokens, "list_item_close"))


def _read_table(tokens: "Iterator[Token]") -> Table:
    rows: list[list[Inline]] = []
    for token in tokens:
        if token.type == "table_close":
            break
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(_read_inline(token))
    header, *body = (tuple(row) for row in rows)
    return Table(header, tuple(body))


def _read_inline(token: "Token") -> Inline:
    """The spans of one piece of text; pieces in the same style are one span."""
    spans: list[Span] = []
    style = Span("")
    for child in token.children or []:
        match child.type:
            case "strong_open" | "strong_close":
                style = style._replace(bold=child.nesting == 1)
            case "em_open" | "em_close":
                style = style._replace(italic=child.nesting == 1)
            case "link_open":
                href = str(child.attrs.get("href", ""))
                style = style._replace(link=href if href.lower().startswith(_LINKS) else "")
            case "link_close":
                style = style._replace(link="")
            case "softbreak":
                spans.append(style._replace(text=" "))
            case "hardbreak":
                spans.append(style._replace(text="\n"))
            case "code_inline":
                spans.append(style._replace(text=child.content, code=True))
            case _:
                spans.append(style._replace(text=child.content))
    # A link without a text nobody could see, let alone choose.
    return _join([span if span.text.strip() else span._replace(link="") for span in spans])


def _join(spans: Sequence[Span]) -> Inline:
    joined: list[Span] = []
    for span in spans:
        if joined and joined[-1]._replace(text="") == span._replace(text=""):
            joined[-1] = span._replace(text=joined[-1].text + span.text)
        elif span.text:
            joined.append(span)
    return tuple(joined)
