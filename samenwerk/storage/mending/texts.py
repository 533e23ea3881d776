"""Texts that YAML does not take for one, by how they begin or by a sign in them: quotes round the whole make them one."""

import re
from collections.abc import Callable, Iterator, Sequence

from samenwerk.storage.mending.lines import Line, Lines, near, split_line, veldnamen, width_of
from samenwerk.storage.quotes import make_straight, put_in_quotes


def mend_typographic(lines: Sequence[str], at: int) -> Iterator[Lines]:
    """A text between the quotes of a word processor, which are none to YAML."""
    line = split_line(lines[at])
    if straight := make_straight(line.value) if line.is_entry else "":
        yield {at: line.write(straight)}


def put_line_in_quotes(is_meant: Callable[[str], object], lines: Sequence[str], at: int) -> Iterator[Lines]:
    """The text of a line in quotes, when it is one of this kind."""
    line = split_line(lines[at])
    if line.is_entry and is_meant(line.value):
        yield {at: line.write(put_in_quotes(line.value))}


def mend_quotes_inside(lines: Sequence[str], at: int) -> Iterator[Lines]:
    """A text between quotes that holds the same sign: `'foto's'`."""
    line = split_line(lines[at])
    sign, inside = line.value[:1], line.value[1:-1]
    other = '"' if sign == "'" else "'"
    if line.is_entry and sign in ("'", '"') and line.value[-1] == sign and sign in inside and not {other, "\\"} & set(inside):
        yield {at: line.write(f"{other}{inside}{other}")}


def mend_colon_in_item(lines: Sequence[str], at: int) -> Iterator[Lines]:
    """`- Samen: sterk` where texts are asked for: the whole text behind the dash."""
    line = split_line(lines[at])
    if "-" in line.indent and line.key and line.value[:1] not in ('"', "'", "[", "{"):
        whole = Line(line.indent, "", line.key + line.value, line.tail)
        yield {at: whole.write(put_in_quotes(whole.value))}


def mend_hash_halfway(lines: Sequence[str], at: int) -> Iterator[Lines]:
    """A text of more lines with a # in one of them, at which YAML takes it to end: quotes round the whole."""
    if not re.search(r"\S #\S", lines[at]):
        return
    first = next((place for place in near(at) if split_line(lines[place]).is_entry), at)
    begin, depth = split_line(lines[first]), width_of(lines[first])
    last = at
    while last + 1 < len(lines) and lines[last + 1].strip() and width_of(lines[last + 1]) > depth:
        last += 1
    text = "\n".join([begin.value, *lines[first + 1 : last + 1]])
    sign = next((sign for sign in "\"'" if sign not in text and "\\" not in text), "")
    if last > first and sign and begin.is_entry and "#" not in begin.tail and begin.value[0] not in "|>[{":
        end = lines[last].rstrip()
        yield {first: begin.write(sign + begin.value), last: end + sign + lines[last][len(end) :]}


def is_of_sign(value: str) -> bool:
    """A text that begins with a sign which is YAML's own; who writes `!!` knows YAML."""
    if (value[0] in "&*!%@`" and value[:2] != "!!") or re.match(r"[-?,](\s|$)", value):
        return True
    return value[0] in ">|" and not re.fullmatch(r"[>|](?:[+-]?[1-9]?|[1-9][+-])", value)


def is_shortened(value: str) -> bool:
    """`'s morgens`, `'t is nodig`: no quotation, for nothing closes it."""
    return bool(re.match(r"'[stnkr](?:[ -])\w", value)) and "'" not in value[1:].replace("''", "")[-1:]


def goes_on_behind_quotes(value: str) -> bool:
    """`"Samen" sterk`."""
    return bool(re.match(r"\"[^\"\\]*\"\s*[^\s#:,\]}\"]", value) or re.match(r"'[^']*'\s*[^\s#:,\]}']", value))


def goes_on_behind_bracket(value: str) -> bool:
    """`[concept] Samen`: with a comma between them it may be a list that someone wrote on behind."""
    return bool(re.match(r"\[[^][,:{}]*\]\s*[^][\s#:,{}]|\{[^][,:{}]*\}\s*[^][\s#:,{}]", value))


def has_colon(value: str) -> bool:
    """`Samen: sterk`, but not what may be fields that should have stood on lines of their own."""
    velden = set(re.findall(r"(?:^|, )([a-z_]+):(?:\s|$)", value))
    return value[0] not in "\"'[{" and (": " in value or value[-1] == ":") and not velden & veldnamen()
