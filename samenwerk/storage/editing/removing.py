"""Taking a key or an item away, with its own lines and no other."""

import re
from collections.abc import Iterator

from samenwerk.errors import Pad
from samenwerk.storage.editing.page import NotEditableError, Page
from samenwerk.storage.editing.splices import Splice, Way
from samenwerk.storage.yaml_tree import Mapping, Sequence

_COMMA = re.compile(r"\s*,")
# Possessive: tried in every other way too, a few thousand spaces would take a minute.
_REST_OF_ITEM = re.compile(r"\s*+,?+[ \t]*+(?:#.*)?+\s*")


def remove(page: Page, pad: Pad) -> Iterator[Way]:
    """The ways to take away what stands at a pad."""
    nodes, missing = page.walk(pad)
    if missing or len(nodes) < 2 or not isinstance(nodes[-2], Mapping | Sequence):
        raise NotEditableError
    node, parent = nodes[-1], nodes[-2]
    pairs = parent.items if isinstance(parent, Mapping) else [(item, item) for item in parent.items]
    starts = [first.start for first, _ in pairs]
    ends = [page.end(last) for _, last in pairs]
    number = next(number for number, (_, last) in enumerate(pairs) if last is node)
    if parent.flow:
        yield from _remove_from_flow(page, starts, ends, number)
        return
    first = starts[number] if isinstance(parent, Mapping) else page.dash_of(node)
    start = page.line_start(first)
    if page.text[start:first].strip(" "):
        # The first key of an item stands behind the dash; the next one takes its place.
        if len(starts) == 1:
            after = page.after_line(ends[0])
            # With the rest of its line, below which a new key would stand that must not stay alone.
            yield (Splice(page.blank_before(first), after, page.text[ends[0] : after], None),)
        elif not number and "#" not in page.text[page.after_line(ends[0]) : starts[1]]:
            yield (_cut(first, starts[1]),)
        return
    after = page.after_line(ends[number])
    if start and not page.text.endswith("\n", 0, after):
        # The last line has no line end; the one before it becomes the last, without one too.
        start -= 2 if page.text.endswith("\r\n", 0, start) else 1
    yield (_cut(start, after),)


def _remove_from_flow(page: Page, starts: list[int], ends: list[int], number: int) -> Iterator[Way]:
    """Take one out between braces or brackets, with one comma and no comment of another."""
    start, end = starts[number], ends[number]
    line, after = page.line_start(start), page.after_line(end)
    if not page.text[line:start].strip() and _REST_OF_ITEM.fullmatch(page.text, end, after):
        yield (_cut(line, after),)
    comma = _COMMA.match(page.text, end)
    next_start = starts[number + 1] if number + 1 < len(starts) else end
    if next_start > end and "#" not in page.text[end:next_start]:
        yield (_cut(start, next_start),)
    elif next_start == end and number and "#" not in page.text[ends[number - 1] : start]:
        yield (_cut(ends[number - 1], end),)
    else:
        yield (_cut(start, comma.end() if comma else end),)


def _cut(start: int, end: int) -> Splice:
    """Nothing is inserted at the borders of what goes: what stands beside it then would say where."""
    return Splice(start, end, "", None)
