"""Edits in the text of a dossier that touch the lines they mean to change and no other byte.

An edit splices new text in at the positions of the tree. Then it is proven: the new text is read again and must hold
exactly the old data with this change made to it; what cannot be proven is refused, and nothing is written.
"""

import re
from collections.abc import Iterator

from samenwerk.domain.record import find_record
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.errors import DossierError, EditNotPossibleError, Pad, show_pad
from samenwerk.storage.yaml_changes import Append, Change, Remove, Rename, Set, apply_change
from samenwerk.storage.yaml_format import format_block_text, format_flow, format_inline, format_item, format_key, tidy
from samenwerk.storage.yaml_tree import Mapping, Node, Plain, Scalar, Sequence, Tree, holds_nothing, parse_tree, to_plain

_PROPERTIES = re.compile(r"(?:[&!]\S*[ \t]*)*")
_COMMENT = re.compile(r"[ \t]+#.*")
_COMMA = re.compile(r"\s*,")
_REST_OF_ITEM = re.compile(r"\s*,?[ \t]*(?:#.*)?\s*")
_DASH = re.compile(r" *-[ \t]*(?:#.*)?\s*")


def edit_text(text: str, changes: list[Change]) -> str:
    """The text with the changes made, one after the other.

    Raises `EditNotPossibleError` when a change cannot be made without touching more than it means to.
    """
    for change in changes:
        text = _edit_once(text, change)
    return text


def _edit_once(text: str, change: Change) -> str:
    tree = parse_tree(text)
    data = to_plain(tree.root)
    expected = apply_change(data, change)
    if isinstance(change, Set) and expected == data:
        return text
    for candidate in _Splicer(tree, change).candidates():
        try:
            if to_plain(parse_tree(candidate).root) == expected:
                return candidate
        except DossierError:
            continue
    regel = tree.locate(change.pad).regel
    raise EditNotPossibleError(
        f"Regel {regel} ({show_pad(change.pad)}) is zo geschreven dat samenwerk ze niet veilig kan wijzigen; "
        "er is niets veranderd.",
        "Pas die regel zelf aan in een tekstverwerker, en kijk na met: samenwerk controleer",
    )


class _NotEditableError(Exception):
    """This construct has no place to splice at."""


class _Splicer:
    """Finds the ways to make one change in a text, best looking first; the caller proves them."""

    def __init__(self, tree: Tree, change: Change) -> None:
        self._tree = tree
        self._text = tree.text
        self._change = change
        self._newline = "\r\n" if tree.text.count("\r\n") * 2 > tree.text.count("\n") else "\n"

    def candidates(self) -> Iterator[str]:
        try:
            if isinstance(self._change, Remove):
                yield from self._remove(self._change.pad)
            elif isinstance(self._change, Rename):
                yield from self._rename(self._change.pad, self._change.naam)
            elif isinstance(self._change, Append):
                yield from self._append(self._change.pad, tidy(self._change.value))
            else:
                yield from self._set(self._change.pad, tidy(self._change.value))
        except _NotEditableError:
            return

    # Finding the place

    def _walk(self, pad: Pad) -> tuple[list[Node], Pad]:
        """The nodes along a pad as far as they exist in this text, the root first, and the part that does not."""
        nodes: list[Node] = [self._tree.root]
        for number, deel in enumerate(pad):
            node = nodes[-1]
            if isinstance(node, Mapping):
                own = next((value for key, value in node.items if key.value == deel), None)
            elif isinstance(node, Sequence) and isinstance(deel, int) and deel < len(node.items):
                own = node.items[deel]
            elif isinstance(node, Scalar) and node.is_empty:
                own = None
            else:
                # Behind an alias, or inside a text: a change here would also change another place.
                raise _NotEditableError
            if own is None:
                return nodes, pad[number:]
            nodes.append(own)
        return nodes, ()

    def _key_of(self, mapping: Mapping, naam: str) -> Scalar:
        return next(key for key, _ in mapping.items if key.value == naam)

    # Setting a value

    def _set(self, pad: Pad, value: Plain) -> Iterator[str]:
        nodes, missing = self._walk(pad)
        if missing:
            for deel in reversed(missing[1:]):
                value = {str(deel): value}
            yield from self._insert_key(nodes, pad[: len(pad) - len(missing)], str(missing[0]), value)
            return
        node = nodes[-1]
        if not isinstance(value, str) and holds_nothing(node):
            yield from self._fill(nodes, pad, value)
            return
        if not isinstance(node, Scalar) or not isinstance(value, str):
            raise _NotEditableError
        start = self._value_start(node)
        if not value:
            yield self._splice(len(self._text[:start].rstrip(" ")), self._end(node), self._header_comment(node))
            yield self._splice(start, node.end, "''")
        elif node.style in ("|", ">"):
            yield from self._set_block_text(node, value)
        else:
            yield from self._set_below_key(nodes, pad, value)
            lead = " " if start == node.end else ""
            for style in (node.style, '"'):
                yield self._splice(start, node.end, lead + format_inline(value, flow=self._in_flow(nodes), style=style))

    def _set_block_text(self, node: Scalar, value: str) -> Iterator[str]:
        start, header_end = self._value_start(node), self._line_end(node.start)
        first = self._after_line(header_end)
        while first < node.end and not self._text[first : self._line_end(first)].strip():
            first = self._after_line(first)
        line = self._text[first : self._line_end(first)]
        for style in dict.fromkeys((node.style or "", "|")):
            lines = format_block_text(value, len(line) - len(line.lstrip(" ")), style)
            if lines is not None and header_end < node.end:
                header = self._text[start:header_end].replace(node.style or "", style, 1)
                yield self._splice(start, self._end(node), self._newline.join([header, *lines]))
        inline = format_inline(value, flow=False, style='"')
        yield self._splice(start, self._end(node), inline + self._header_comment(node))

    def _set_below_key(self, nodes: list[Node], pad: Pad, value: str) -> Iterator[str]:
        """A text of several lines, or a long one where there was none yet, as block text below its key."""
        node, parent = nodes[-1], nodes[-2]
        start = self._value_start(node)
        if isinstance(parent, Mapping) and not self._in_flow(nodes) and ("\n" in value or start == node.end):
            key = self._key_of(parent, str(pad[-1]))
            first, *lines = format_key(key.value, value, self._column(key.start))
            if lines:
                lead = " " if start == node.end else ""
                headed = self._splice(start, node.end, lead + first.rpartition(" ")[2])
                yield self._insert_lines(headed, start, lines)

    def _header_comment(self, node: Scalar) -> str:
        """The comment behind the | or > of a block text: it stays when the text no longer is one."""
        if node.style not in ("|", ">"):
            return ""
        found = _COMMENT.search(self._text, node.start, self._line_end(node.start))
        return found[0] if found else ""

    # Adding a key or an item

    def _insert_key(self, nodes: list[Node], pad: Pad, naam: str, value: Plain) -> Iterator[str]:
        mapping = nodes[-1]
        if holds_nothing(mapping):
            yield from self._fill(nodes, pad, {naam: value})
            return
        if not isinstance(mapping, Mapping):
            raise _NotEditableError
        before = self._sibling_before(mapping, pad, naam)
        if mapping.flow:
            entry = f"{format_inline(naam, flow=True)}: {format_flow(value)}"
            if before is None:
                start = mapping.items[0][0].start
                yield self._splice(start, start, f"{entry}, ")
            else:
                yield self._splice(self._end(before), self._end(before), f", {entry}")
            return
        first = mapping.items[0][0]
        lines = format_key(naam, value, self._column(first.start))
        if before is None and not self._text[self._line_start(first.start) : first.start].strip(" "):
            at = self._above_comments(self._line_start(first.start))
            yield self._splice(at, at, "".join(line + self._newline for line in lines))
            return
        yield self._insert_lines_after(before or mapping.items[0][1], lines)

    def _append(self, pad: Pad, value: Plain) -> Iterator[str]:
        nodes, missing = self._walk(pad)
        node = nodes[-1]
        if missing:
            yield from self._set(pad, [value])
        elif holds_nothing(node):
            yield from self._fill(nodes, pad, [value])
        elif isinstance(node, Sequence):
            last = node.items[-1]
            if node.flow:
                yield self._splice(self._end(last), self._end(last), f", {format_flow(value)}")
                return
            place = self._dash_of(last)
            dash, gap = self._column(place), self._text[place + 1 : last.start]
            gap = " " if gap.strip(" ") or not gap else gap
            if isinstance(last, Mapping) and last.flow:
                yield self._insert_lines_after(last, [f"{' ' * dash}-{gap}{format_flow(value)}"])
            yield self._insert_lines_after(last, format_item(value, dash, gap))
            yield self._insert_lines_after(last, [f"{' ' * dash}-{gap}{format_flow(value)}"])
        else:
            raise _NotEditableError

    def _fill(self, nodes: list[Node], pad: Pad, value: Plain) -> Iterator[str]:
        """Put the first key or item into an empty value: below its key, or in the braces or brackets it stands in."""
        node, parent = nodes[-1], nodes[-2] if len(nodes) > 1 else None
        start = self._value_start(node)
        lead = " " if start == node.end else ""
        if parent is None:
            yield from self._fill_root(node, value)
            return
        if "#" in self._text[start : node.end]:
            # A comment inside the braces or brackets stays there.
            yield self._splice(start + 1, start + 1, format_flow(value)[1:-1])
            return
        lines: list[str] = []
        if isinstance(parent, Mapping) and not self._in_flow(nodes):
            key = self._key_of(parent, str(pad[-1]))
            lines = format_key(key.value, value, self._column(key.start))[1:]
        if not lines:
            yield self._splice(start, node.end, lead + format_flow(value))
            return
        cleared = len(self._text[:start].rstrip(" ")) if start < node.end else start
        emptied = self._text[:cleared] + self._text[node.end :]
        yield self._insert_lines(emptied, cleared, lines)

    def _fill_root(self, root: Node, value: Plain) -> Iterator[str]:
        """Put the first keys into a file that holds none: below its comments, or in its braces."""
        if not isinstance(value, dict):
            raise _NotEditableError
        lines = [line for naam, inner in value.items() for line in format_key(naam, inner, 0)]
        head = self._text if not self._text or self._text.endswith("\n") else self._text + self._newline
        yield head + "".join(line + self._newline for line in lines)
        yield self._splice(root.start, root.end, format_flow(value))

    def _sibling_before(self, mapping: Mapping, pad: Pad, naam: str) -> Node | None:
        """The value after which a new key belongs: of the last key before it in the schema, else the last one there is."""
        record = find_record(Samenwerking, pad)
        if record is None or naam not in record.velden:
            return mapping.items[-1][1]
        order = list(record.velden)
        earlier = order[: order.index(naam)]
        present = {key.value: value for key, value in mapping.items}
        return next((present[key] for key in reversed(earlier) if key in present), None)

    # Taking away

    def _remove(self, pad: Pad) -> Iterator[str]:
        nodes, missing = self._walk(pad)
        if missing or len(nodes) < 2 or not isinstance(nodes[-2], Mapping | Sequence):
            raise _NotEditableError
        node, parent = nodes[-1], nodes[-2]
        pairs = parent.items if isinstance(parent, Mapping) else [(item, item) for item in parent.items]
        starts = [first.start for first, _ in pairs]
        ends = [self._end(last) for _, last in pairs]
        number = next(number for number, (_, last) in enumerate(pairs) if last is node)
        if parent.flow:
            yield from self._remove_from_flow(starts, ends, number)
            return
        first = starts[number] if isinstance(parent, Mapping) else self._dash_of(node)
        start = self._line_start(first)
        if self._text[start:first].strip(" "):
            # The first key of an item stands behind the dash; the next one takes its place.
            if len(starts) == 1:
                yield self._splice(len(self._text[:first].rstrip(" ")), ends[0], "")
            elif not number and "#" not in self._text[self._after_line(ends[0]) : starts[1]]:
                yield self._splice(first, starts[1], "")
            return
        after = self._after_line(ends[number])
        if start and not self._text.endswith("\n", 0, after):
            # The last line has no line end; the one before it becomes the last, without one too.
            start -= 2 if self._text.endswith("\r\n", 0, start) else 1
        yield self._splice(start, after, "")

    def _remove_from_flow(self, starts: list[int], ends: list[int], number: int) -> Iterator[str]:
        """Take one out between braces or brackets, with one comma and no comment of another."""
        start, end = starts[number], ends[number]
        line, after = self._line_start(start), self._after_line(end)
        if not self._text[line:start].strip() and _REST_OF_ITEM.fullmatch(self._text, end, after):
            yield self._splice(line, after, "")
        comma = _COMMA.match(self._text, end)
        next_start = starts[number + 1] if number + 1 < len(starts) else end
        if next_start > end and "#" not in self._text[end:next_start]:
            yield self._splice(start, next_start, "")
        elif next_start == end and number and "#" not in self._text[ends[number - 1] : start]:
            yield self._splice(ends[number - 1], end, "")
        else:
            yield self._splice(start, comma.end() if comma else end, "")

    # Renaming

    def _rename(self, pad: Pad, naam: str) -> Iterator[str]:
        nodes, missing = self._walk(pad)
        if missing or not isinstance(nodes[-2], Mapping) or nodes[-2].find(naam) is not None:
            raise _NotEditableError
        key = self._key_of(nodes[-2], str(pad[-1]))
        start = self._value_start(key)
        for style in (key.style, "'"):
            yield self._splice(start, key.end, format_inline(naam, flow=self._in_flow(nodes), style=style))

    # The text around a place

    def _splice(self, start: int, end: int, new: str) -> str:
        return self._text[:start] + new + self._text[end:]

    def _insert_lines_after(self, node: Node, lines: list[str]) -> str:
        return self._insert_lines(self._text, self._end(node), lines)

    def _insert_lines(self, text: str, after: int, lines: list[str]) -> str:
        end = text.find("\n", after)
        if end < 0:
            return text + self._newline + self._newline.join(lines)
        return text[: end + 1] + "".join(line + self._newline for line in lines) + text[end + 1 :]

    def _end(self, node: Node) -> int:
        """Where a node really ends: a block text without the blank lines below it, a collection at its last value."""
        if isinstance(node, Mapping | Sequence) and not node.flow and node.items:
            last = node.items[-1]
            return self._end(last[1] if isinstance(last, tuple) else last)
        if isinstance(node, Scalar) and node.style in ("|", ">"):
            return max(len(self._text[: node.end].rstrip(" \t\r\n")), self._line_end(node.start))
        return node.end

    def _value_start(self, node: Node) -> int:
        """Where the value begins behind its anchor and tag, which belong to the mark of a node."""
        found = _PROPERTIES.match(self._text, node.start)
        return min(found.end(), node.end) if found else node.start

    def _line_start(self, index: int) -> int:
        return self._text.rfind("\n", 0, index) + 1

    def _line_end(self, index: int) -> int:
        end = self._text.find("\n", index)
        if end < 0:
            return len(self._text)
        return end - 1 if self._text[end - 1 : end] == "\r" and end > index else end

    def _after_line(self, index: int) -> int:
        end = self._text.find("\n", index)
        return end + 1 if end >= 0 else len(self._text)

    def _column(self, index: int) -> int:
        return index - self._line_start(index)

    def _above_comments(self, line_start: int) -> int:
        """The start of the comment lines that stand directly above a line: they belong to it."""
        while line_start:
            previous = self._line_start(line_start - 1)
            if not self._text[previous:line_start].lstrip().startswith("#"):
                break
            line_start = previous
        return line_start

    def _dash_of(self, item: Node) -> int:
        """The place of the dash of an item: before it, or on a line of its own above it."""
        line, end = self._line_start(item.start), item.start
        while not _DASH.fullmatch(self._text, line, end):
            lead = self._text[line:end].strip()
            if not line or (lead and not lead.startswith("#")):
                raise _NotEditableError
            line, end = self._line_start(line - 1), line
        return self._text.index("-", line)

    def _in_flow(self, nodes: list[Node]) -> bool:
        return any(isinstance(node, Mapping | Sequence) and node.flow for node in nodes[:-1])
