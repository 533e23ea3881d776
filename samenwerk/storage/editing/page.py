"""The text of a tree as lines and columns: where things begin and end for someone who edits it."""

import re

from samenwerk.errors import Pad
from samenwerk.storage.editing.splices import Order, Splice
from samenwerk.storage.yaml_tree import Mapping, Node, Scalar, Sequence, Tree, holds_nothing

_PROPERTIES = re.compile(r"(?:[&!]\S*[ \t]*)*")
_COMMENT = re.compile(r"(?<![ \t])[ \t]++#.*")
_DASH = re.compile(r" *-[ \t]*+(?:#.*)?+\s*")
_INDICATOR = re.compile(r"[|>][0-9+-]*")


class NotEditableError(Exception):
    """This construct has no place to splice at."""


class Page:
    """A tree with its text. Functions that make a change ask it for places."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.text = tree.text
        self.newline = "\r\n" if tree.text.count("\r\n") * 2 > tree.text.count("\n") else "\n"
        self._pairs: dict[int, dict[str, tuple[Scalar, Node]]] = {}

    # Finding nodes

    def walk(self, pad: Pad) -> tuple[list[Node], Pad]:
        """The nodes along a pad as far as they exist in this text, the root first, and the part that does not.

        Raises `NotEditableError` behind an alias or inside a text: a change there would also change another place.
        """
        nodes: list[Node] = [self.tree.root]
        for number, deel in enumerate(pad):
            node = nodes[-1]
            if isinstance(node, Mapping):
                pair = self._pairs_of(node).get(str(deel))
                own = pair[1] if pair else None
            elif isinstance(node, Sequence) and isinstance(deel, int) and deel < len(node.items):
                own = node.items[deel]
            elif isinstance(node, Scalar) and holds_nothing(node):
                own = None
            else:
                raise NotEditableError
            if own is None:
                return nodes, pad[number:]
            nodes.append(own)
        return nodes, ()

    def key_of(self, mapping: Mapping, naam: str) -> Scalar:
        """The key with this name; it is there."""
        return self._pairs_of(mapping)[naam][0]

    def _pairs_of(self, mapping: Mapping) -> dict[str, tuple[Scalar, Node]]:
        # Kept, because an import asks thousands of times in a mapping of thousands.
        if id(mapping) not in self._pairs:
            self._pairs[id(mapping)] = {key.value: (key, value) for key, value in reversed(mapping.items)}
        return self._pairs[id(mapping)]

    # The extent of a node

    def end(self, node: Node) -> int:
        """Where a node really ends: a block text without the blank lines below it, a collection at its last value."""
        if isinstance(node, Mapping | Sequence) and not node.flow and node.items:
            last = node.items[-1]
            return self.end(last[1] if isinstance(last, tuple) else last)
        if isinstance(node, Scalar) and node.style in ("|", ">"):
            written = self.text[node.start : node.end].rstrip(" \t\r\n")
            return max(node.start + len(written), self.line_end(node.start))
        return node.end

    def value_start(self, node: Node) -> int:
        """Where the value begins behind its anchor and tag, which belong to the mark of a node."""
        found = _PROPERTIES.match(self.text, node.start)
        return min(found.end(), node.end) if found else node.start

    def written_end(self, node: Node) -> int:
        """Where that ends which stands for an empty value; of a block text its sign, for what follows may be a comment."""
        if isinstance(node, Scalar) and node.style in ("|", ">"):
            found = _INDICATOR.match(self.text, self.value_start(node))
            return found.end() if found else node.end
        return node.end

    def header_comment(self, node: Node) -> str:
        """The comment behind the | or > of a block text: it stays when the text no longer is one."""
        if not isinstance(node, Scalar) or node.style not in ("|", ">"):
            return ""
        found = _COMMENT.search(self.text, node.start, self.line_end(node.start))
        return found[0] if found else ""

    def dash_of(self, item: Node) -> int:
        """The place of the dash of an item: before it, or on a line of its own above it."""
        line, end = self.line_start(item.start), item.start
        while not _DASH.fullmatch(self.text, line, end):
            lead = self.text[line:end].strip()
            if not line or (lead and not lead.startswith("#")):
                raise NotEditableError
            line, end = self.line_start(line - 1), line
        return self.text.index("-", line)

    # Lines

    def line_start(self, index: int) -> int:
        """The beginning of the line of a place."""
        return self.text.rfind("\n", 0, index) + 1

    def line_end(self, index: int) -> int:
        """The end of the line of a place, before its line end."""
        end = self.text.find("\n", index)
        if end < 0:
            return len(self.text)
        return end - 1 if self.text[end - 1 : end] == "\r" and end > index else end

    def after_line(self, index: int) -> int:
        """The beginning of the next line."""
        end = self.text.find("\n", index)
        return end + 1 if end >= 0 else len(self.text)

    def column(self, index: int) -> int:
        """How far a place stands from the beginning of its line."""
        return index - self.line_start(index)

    def blank_before(self, index: int) -> int:
        """The beginning of the spaces directly before a place."""
        return len(self.text[self.line_start(index) : index].rstrip(" ")) + self.line_start(index)

    def above_comments(self, line_start: int) -> int:
        """The start of the comment lines that stand directly above a line: they belong to it."""
        while line_start:
            previous = self.line_start(line_start - 1)
            if not self.text[previous:line_start].lstrip().startswith("#"):
                break
            line_start = previous
        return line_start

    def as_lines(self, lines: list[str]) -> str:
        """Lines with the line ends of this text."""
        return "".join(line + self.newline for line in lines)

    def lines_after(self, index: int, lines: list[str], order: Order | None) -> Splice:
        """Whole lines put in below the line of a place."""
        if self.text.find("\n", index) < 0:
            return Splice(len(self.text), len(self.text), "".join(self.newline + line for line in lines), order)
        after = self.after_line(index)
        return Splice(after, after, self.as_lines(lines), order)


def in_flow(nodes: list[Node]) -> bool:
    """Whether the last of these nodes stands between braces or brackets."""
    return any(isinstance(node, Mapping | Sequence) and node.flow for node in nodes[:-1])
