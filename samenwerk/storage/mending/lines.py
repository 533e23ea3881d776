"""A line of YAML in its parts, as a person sees them: what stands before a text, the text, and what stands behind it."""

import re
from functools import cache
from typing import NamedTuple

from samenwerk.domain.record import Record
from samenwerk.domain.samenwerking import Samenwerking

_SIGNS = "\u200b\u2060\ufeff\u00ad"
"""Signs without a width, which are no spaces to a pattern."""

GAP = rf"(?:[^\S\n]|[{_SIGNS}])"
"""What looks like a space, or like nothing."""

_INDENT = re.compile(rf"{GAP}*(?:-{GAP}+)*")
_KEY = re.compile(rf"(?:[^\s\"'“„‘#&*!|>%@`\[\]{{}},?:-][^:#\n]*|\"[^\"\n]*\"|'[^'\n]*'):{GAP}+")
_REMARK = re.compile(r"[ \t]#(?=[ \t\r]|$)")
"""A # with a space behind it: whether it is meant is not certain, so it stays what it is."""

Lines = dict[int, str]
"""Lines of a text by their place, counted from 0, as they should be."""

_NEAR = 30
"""How many lines above the place where reading stops may be the cause."""


class Line(NamedTuple):
    """The parts of a line, which together are the line."""

    indent: str
    key: str
    value: str
    tail: str

    @property
    def is_entry(self) -> bool:
        """Whether a text begins on this line: behind a name or a dash."""
        return bool(self.value) and (bool(self.key) or "-" in self.indent)

    def write(self, value: str) -> str:
        """The line with another text."""
        return f"{self.indent}{self.key}{value}{self.tail}"


def split_line(line: str) -> Line:
    """A line in its parts."""
    indent = _INDENT.match(line)
    begin = indent.end() if indent else 0
    key = _KEY.match(line, begin)
    behind = key.end() if key else begin
    if line[behind : behind + 1] == "#":
        return Line(line[:begin], line[begin:behind], "", line[behind:])
    remark = _REMARK.search(line, behind)
    value = line[behind : remark.start() if remark else len(line)].rstrip(" \t\r")
    return Line(line[:begin], line[begin:behind], value, line[behind + len(value) :])


def near(at: int) -> range:
    """The places of lines that may be the cause when reading stops at one of them, the nearest first."""
    return range(at, max(at - _NEAR, -1), -1)


def width_of(line: str) -> int:
    """How far a line is indented."""
    return len(line) - len(line.lstrip())


@cache
def veldnamen() -> frozenset[str]:
    """The names of all fields, wherever they stand in a dossier."""
    namen: set[str] = set()
    records: list[type[Record]] = [Samenwerking]
    while records:
        velden = records.pop().velden
        namen.update(velden)
        records += [veld.record for veld in velden.values() if veld.record]
    return frozenset(namen)
