"""Giving a text that is there another value, and a key another name."""

from collections.abc import Iterator

from samenwerk.errors import Pad
from samenwerk.storage.editing.adding import fill, insert_key
from samenwerk.storage.editing.page import NotEditableError, Page, in_flow
from samenwerk.storage.editing.splices import Splice, Way
from samenwerk.storage.yaml_format import format_block_text, format_inline, format_key
from samenwerk.storage.yaml_tree import Mapping, Node, Plain, Scalar, holds_nothing


def set_value(page: Page, pad: Pad, value: Plain) -> Iterator[Way]:
    """The ways to give a pad its value; keys that are not there yet are made."""
    nodes, missing = page.walk(pad)
    node = nodes[-1]
    if missing:
        yield from insert_key(page, nodes, pad, missing, value)
    elif not isinstance(value, str) and holds_nothing(node):
        yield from fill(page, nodes, pad, value)
    elif not isinstance(node, Scalar) or not isinstance(value, str):
        raise NotEditableError
    elif not value:
        yield from _clear(page, node)
    elif node.style in ("|", ">"):
        yield from _set_block_text(page, node, value)
    else:
        yield from _set_text(page, nodes, pad, value)


def rename(page: Page, pad: Pad, naam: str) -> Iterator[Way]:
    """The ways to give a key another name; it keeps its place and what it holds."""
    nodes, missing = page.walk(pad)
    parent = nodes[-2] if len(nodes) > 1 else None
    if missing or not isinstance(parent, Mapping) or parent.find(naam) is not None:
        raise NotEditableError
    key = page.key_of(parent, str(pad[-1]))
    for style in (key.style, "'"):
        yield (Splice(page.value_start(key), key.end, format_inline(naam, flow=in_flow(nodes), style=style)),)


def _clear(page: Page, node: Scalar) -> Iterator[Way]:
    start = page.value_start(node)
    yield (Splice(page.blank_before(start), page.end(node), page.header_comment(node)),)
    yield (Splice(start, node.end, "''"),)


def _set_text(page: Page, nodes: list[Node], pad: Pad, value: str) -> Iterator[Way]:
    """A text in the quotes it has; one of several lines, or a long one where there was none yet, below its key."""
    node, parent = nodes[-1], nodes[-2]
    start, flow = page.value_start(node), in_flow(nodes)
    lead = " " if start == node.end else ""
    if isinstance(parent, Mapping) and not flow and ("\n" in value or lead):
        key = page.key_of(parent, str(pad[-1]))
        first, *lines = format_key(key.value, value, page.column(key.start))
        if lines:
            header = Splice(start, node.end, lead + first.rpartition(" ")[2])
            yield (header, page.lines_after(node.end, lines, (-len(pad), 0)))
    for style in (node.style if isinstance(node, Scalar) else None, '"'):
        yield (Splice(start, node.end, lead + format_inline(value, flow=flow, style=style)),)


def _set_block_text(page: Page, node: Scalar, value: str) -> Iterator[Way]:
    """A text below its | or >, indented as it was; in quotes where such a text cannot hold it."""
    start, header_end = page.value_start(node), page.line_end(node.start)
    first = page.after_line(header_end)
    while first < node.end and not page.text[first : page.line_end(first)].strip():
        first = page.after_line(first)
    line = page.text[first : page.line_end(first)]
    for style in dict.fromkeys((node.style or "", "|")):
        lines = format_block_text(value, len(line) - len(line.lstrip(" ")), style)
        if lines is not None and header_end < node.end:
            header = page.text[start:header_end].replace(node.style or "", style, 1)
            yield (Splice(start, page.end(node), page.newline.join([header, *lines])),)
    inline = format_inline(value, flow=False, style='"')
    yield (Splice(start, page.end(node), inline + page.header_comment(node)),)
