"""Putting in what is not there yet: a key with its value, an item of a list, the first of either in an empty value."""

from collections.abc import Iterator, Sequence

from samenwerk.domain.record import find_record
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.errors import Pad
from samenwerk.storage.editing.page import NotEditableError, Page, in_flow
from samenwerk.storage.editing.splices import Order, Splice, Way
from samenwerk.storage.yaml_format import format_flow, format_inline, format_item, format_key
from samenwerk.storage.yaml_tree import Mapping, Node, Plain, holds_nothing
from samenwerk.storage.yaml_tree import Sequence as SequenceNode

_LAST = 1_000_000
"""The rank of what is put at the end, in the order in which it is given."""


def key_before(mapping: Pad, present: Sequence[str], naam: str) -> str | None:
    """The key after which a new one belongs: the last before it in the schema, else the last there is; None for the first."""
    record = find_record(Samenwerking, mapping)
    if record is None or naam not in record.velden:
        return present[-1]
    order = list(record.velden)
    return next((earlier for earlier in reversed(order[: order.index(naam)]) if earlier in present), None)


def insert_key(page: Page, nodes: list[Node], pad: Pad, missing: Pad, value: Plain) -> Iterator[Way]:
    """The ways to put a value at a pad of which the last parts are missing."""
    for deel in reversed(missing[1:]):
        value = {str(deel): value}
    mapping, pad, naam = nodes[-1], pad[: len(pad) - len(missing)], str(missing[0])
    if holds_nothing(mapping):
        yield from fill(page, nodes, pad, {naam: value})
        return
    if not isinstance(mapping, Mapping):
        raise NotEditableError
    # The last of two keys with one name is the one that counts.
    present = {key.value: inner for key, inner in mapping.items}
    before = key_before(pad, list(present), naam)
    first, first_value = mapping.items[0]
    order = _order(pad, naam)
    if mapping.flow:
        entry = f"{format_inline(naam, flow=True)}: {format_flow(value)}"
        if before is None:
            yield (Splice(first.start, first.start, f"{entry}, ", None),)
        else:
            end = page.end(present[before])
            yield (Splice(end, end, f", {entry}", order),)
        return
    lines = format_key(naam, value, page.column(first.start))
    line = page.line_start(first.start)
    if before is not None:
        yield (page.lines_after(page.end(present[before]), lines, order),)
    elif page.text[line : first.start].strip(" "):
        # The first key stands behind a dash, which belongs to no key.
        yield (page.lines_after(page.end(first_value), lines, None),)
    else:
        at = page.above_comments(line)
        yield (Splice(at, first.start, page.as_lines(lines) + page.text[at : first.start], None),)


def _order(mapping: Pad, naam: str) -> Order:
    record = find_record(Samenwerking, mapping)
    return -len(mapping), list(record.velden).index(naam) if record and naam in record.velden else _LAST


def append_item(page: Page, pad: Pad, value: Plain) -> Iterator[Way]:
    """The ways to add an item at the end of a list, in the shape of the one before it."""
    nodes, missing = page.walk(pad)
    node = nodes[-1]
    if missing:
        yield from insert_key(page, nodes, pad, missing, [value])
    elif holds_nothing(node):
        yield from fill(page, nodes, pad, [value])
    elif not isinstance(node, SequenceNode):
        raise NotEditableError
    else:
        last, order = node.items[-1], (-len(pad), _LAST)
        end = page.end(last)
        if node.flow:
            yield (Splice(end, end, f", {format_flow(value)}", order),)
            return
        place = page.dash_of(last)
        dash, gap = page.column(place), page.text[place + 1 : last.start]
        gap = " " if gap.strip(" ") or not gap else gap
        on_one_line = page.lines_after(end, [f"{' ' * dash}-{gap}{format_flow(value)}"], order)
        if isinstance(last, Mapping) and last.flow:
            yield (on_one_line,)
        yield (page.lines_after(end, format_item(value, dash, gap), order),)
        yield (on_one_line,)


def fill(page: Page, nodes: list[Node], pad: Pad, value: Plain) -> Iterator[Way]:
    """The ways to put the first keys or items into an empty value: below its key, or in the braces or brackets it stands in."""
    node, parent = nodes[-1], nodes[-2] if len(nodes) > 1 else None
    start, end = page.value_start(node), page.written_end(node)
    if parent is None:
        yield from _fill_root(page, node, value)
        return
    if isinstance(node, Mapping | SequenceNode) and "#" in page.text[start:end]:
        # A comment inside the braces or brackets stays there.
        yield (Splice(start + 1, start + 1, format_flow(value)[1:-1]),)
        return
    lines: list[str] = []
    if isinstance(parent, Mapping) and not in_flow(nodes):
        key = page.key_of(parent, str(pad[-1]))
        lines = format_key(key.value, value, page.column(key.start))[1:]
    if not lines:
        yield (Splice(start, end, (" " if start == end else "") + format_flow(value)),)
        return
    emptied = (Splice(page.blank_before(start), end, ""),) if start < end else ()
    yield (*emptied, page.lines_after(end, lines, (-len(pad), 0)))


def _fill_root(page: Page, root: Node, value: Plain) -> Iterator[Way]:
    """Put the first keys into a file that holds none: below its comments, or in its braces."""
    if not isinstance(value, dict):
        raise NotEditableError
    lines = [line for naam, inner in value.items() for line in format_key(naam, inner, 0)]
    end = len(page.text)
    head = page.newline if page.text and not page.text.endswith("\n") else ""
    yield (Splice(end, end, head + page.as_lines(lines), None),)
    yield (Splice(root.start, root.end, format_flow(value)),)
