"""Spaces that are none, or that are missing: what only looks like a space, tabs, hidden ends of lines, a forgotten one."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from samenwerk.domain.tekens import VERBORGEN
from samenwerk.storage.mending.lines import GAP, Lines, split_line, veldnamen, width_of


def mend_lookalikes(lines: Sequence[str], at: int) -> Iterator[Lines]:
    """What only looks like a space, or like nothing, before a text."""
    yield _mend_run(lines, at, _with_spaces)


def _with_spaces(line: str) -> str:
    """The line with real spaces before its text: as indentation, behind a dash, behind a name."""
    found = re.match(rf"({GAP}*)((?:-{GAP}+)*)", line)
    parts = split_line(line)
    if found is None or not line.strip() or "\t" in found[0]:
        return line
    dashes = re.sub(rf"-({GAP}+)", lambda gap: "-" + (_plain(gap[1]) or " "), found[2])
    name, colon, gap = parts.key.rpartition(":")
    key = name + colon + (_plain(gap) or " ") if colon else ""
    return _plain(found[1]) + dashes + key + line[found.end() + len(parts.key) :]


def _plain(gap: str) -> str:
    return "".join(sign if sign in " \t" else VERBORGEN.get(sign, " ") for sign in gap)


def mend_tabs(lines: Sequence[str], at: int) -> Iterator[Lines]:
    """Tabs as indentation."""
    # How wide a tab was on the screen only the lines around it can tell.
    for width in (2, 4, 8):
        yield _mend_run(lines, at, partial(_without_tabs, width))


def _without_tabs(width: int, line: str) -> str:
    indent = line[: width_of(line)] if line.strip() else line.rstrip("\r")
    return indent.expandtabs(width) + line[len(indent) :] if not indent.strip(" \t") else line


def _mend_run(lines: Sequence[str], at: int, mend: Callable[[str], str]) -> Lines:
    """The line, and those above and below it with the same trouble: they came in one piece from elsewhere."""
    changed: Lines = {}
    if mend(lines[at]) == lines[at]:
        return changed
    for places in (range(at, -1, -1), range(at + 1, len(lines))):
        for place in places:
            new = mend(lines[place])
            if new != lines[place]:
                changed[place] = new
            elif lines[place].strip():
                break
    return changed


def mend_missing_space(lines: Sequence[str], at: int) -> Iterator[Lines]:
    """`-een` below another: a list of which each dash misses its space."""
    yield _mend_run(lines, at, partial(re.sub, r"^( *)-(?=[^\s-])", r"\1- "))


def mend_colon_without_space(lines: Sequence[str], at: int) -> Iterator[Lines]:
    """`naam:Stad`, where the name is one of ours: `http://…` is none."""
    found = re.match(r"( *(?:- +)*)([a-z_]+):(?=\S)", lines[at])
    if found and found[2] in veldnamen():
        yield {at: f"{found[0]} {lines[at][found.end() :]}"}


def mend_hidden_breaks(lines: Sequence[str], at: int) -> Iterator[Lines]:
    """What YAML takes for the end of a line, or for nothing at all, though no editor does."""
    new = re.sub("[\x0b\x0c\x85\u2028\u2029]", " ", lines[at])
    if new != lines[at]:
        yield {at: new}
