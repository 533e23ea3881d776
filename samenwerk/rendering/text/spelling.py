"""One spelling of what Markdown can be spelled in more ways, for a text that a program laid out anew says nothing else.

An editor that formats on saving writes `_x_` for `*x*`, pads the cells of a table, numbers and indents a list in its own way,
and puts a backslash where it wants one. What becomes of a text here is only held against another, and never written.
"""

import re
from collections.abc import Iterator

_RULE = r"([-*_])(\s*\1){2,}"
_ITEM = r"(\s*)(?:[-*+]|(\d{1,9})[.)])\s+"
_CELL_END = r"(?<!\\)\|"
_ESCAPED = r"\\([!-/:-@\[-`{-~])"
_HARD_BREAK = r"(?:\\|(?<! ) {2,})$"
_EMPHASIS = r"(?<!\w)_+(?=\S)|(?<=\S)_+(?!\w)|\*+(?=\S)|(?<=\S)\*+"
_PROSE = r"(?!\x00|[#>|]|<!--)"


def spell_alike(markdown: str) -> str:
    """The text in one spelling: other words, another order, other paragraphs or lists give another."""
    return "\n".join(_join_blocks(_spell_line(line) for line in _mark_items(markdown)))


def _mark_items(markdown: str) -> Iterator[str]:
    """The lines without their indent; of an item of a list its depth stands before it, and whether it is numbered."""
    depths: list[int] = []
    for line in markdown.split("\n"):
        item = re.match(_ITEM, line)
        if not item or re.fullmatch(_RULE, line.strip()):
            yield line.lstrip()
            continue
        indent = len(item[1].expandtabs(4))
        while depths and depths[-1] >= indent:
            depths.pop()
        depths.append(indent)
        yield f"\x00{len(depths)}{'1' if item[2] else '-'} {line[item.end() :]}"


def _spell_line(line: str) -> str:
    if re.fullmatch(_RULE, line.strip()):
        return "\x00rule"
    if line.startswith("|"):
        cells = (_spell_words(cell.strip()) for cell in re.split(_CELL_END, line.strip().strip("|")))
        return "\x03".join(["", *(re.sub("-+", "-", cell) for cell in cells)])
    quote = re.match(r">\s?", line)
    if quote:
        return f">{''.join(map(_spell_line, _mark_items(line[quote.end() :])))}"
    return _spell_words(re.sub(_HARD_BREAK, "\x01", line))


def _spell_words(text: str) -> str:
    # What is escaped is a sign like any other; what is not, and could begin or end a style, becomes one mark for both signs.
    plain = re.sub(_ESCAPED, lambda found: chr(ord(found[1]) + 0xE000), text)
    styled = re.sub(_EMPHASIS, lambda found: "\x02" * len(found[0]), plain)
    return "".join(chr(ord(sign) - 0xE000) if "\ue021" <= sign <= "\ue07e" else sign for sign in styled).rstrip()


def _join_blocks(lines: Iterator[str]) -> Iterator[str]:
    """The lines, with an empty one only between paragraphs: elsewhere a program puts and takes them as it likes."""
    before, is_apart = "", False
    for line in lines:
        if not line:
            is_apart = True
            continue
        if is_apart and re.match(_PROSE, line) and re.match(_PROSE, before):
            yield ""
        yield line
        before, is_apart = line, False
