"""Bullets and numbers in a Word document: as the house style sets them, and ours for what it does not set."""

from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from samenwerk.rendering.forms.docx.styles import Styles
from samenwerk.rendering.forms.office import BULLETS

DEEPEST = 8
"""The deepest level that Word numbers, counted from 0."""

INDENT = 360
"""How far each level stands in, in twentieths of a point."""

_NUM_ID, _ABSTRACT_ID = qn("w:numId"), qn("w:abstractNumId")


class Lists:
    """The lists of one document."""

    def __init__(self, numbering: Any, styles: Styles) -> None:
        self._numbering = numbering
        self._styles = styles
        self._ours: dict[str, str] = {}
        self._bullets: dict[str, int] = {}

    def begin(self, depth: int, start: int | None) -> tuple[str, str]:
        """For the items of a new list: their style, and what marks them; empty when the style does so itself."""
        style, form = ("List Bullet", "bullet") if start is None else ("List Number", "decimal")
        level = min(depth, DEEPEST)
        own, levels = self._find_own(style)
        if start is None and own and level == 0:
            return style, ""
        # A house style often knows one level only. What stands deeper must be so for who has it read aloud as well.
        definition = own if level < levels else self._find_ours(form)
        return style, _mark(
            self._find_bullets(definition) if start is None else self._begin_number(definition, level, start), level
        )

    def _find_own(self, style: str) -> tuple[str, int]:
        """The definition by which the house style marks this style, and how many levels it has; empty when it does not."""
        number = self._styles.find(style).find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
        if number is None:
            return "", 0
        uses = {num.get(_NUM_ID): num.find(_ABSTRACT_ID).get(qn("w:val")) for num in self._numbering.findall(qn("w:num"))}
        levels = {
            definition.get(_ABSTRACT_ID): len(definition.findall(qn("w:lvl")))
            for definition in self._numbering.findall(qn("w:abstractNum"))
        }
        used = str(uses.get(number.get(qn("w:val")), ""))
        return (used, levels[used]) if used in levels else ("", 0)

    def _find_bullets(self, definition: str) -> int:
        if definition not in self._bullets:
            self._bullets[definition] = self._append_number(definition)
        return self._bullets[definition]

    def _begin_number(self, definition: str, level: int, start: int) -> int:
        return self._append_number(
            definition, f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        )

    def _append_number(self, definition: str, override: str = "") -> int:
        number = 1 + max((int(num.get(_NUM_ID)) for num in self._numbering.findall(qn("w:num"))), default=0)
        xml = f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{definition}"/>{override}</w:num>'
        self._numbering.append(parse_xml(xml))
        return number

    def _find_ours(self, form: str) -> str:
        """Our definition of all levels of lists of one form."""
        if form not in self._ours:
            there = self._numbering.findall(qn("w:abstractNum"))
            number = 1 + max((int(abstract.get(_ABSTRACT_ID)) for abstract in there), default=-1)
            levels = "".join(_write_level(level, form) for level in range(DEEPEST + 1))
            definition = parse_xml(
                f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}"><w:multiLevelType w:val="hybridMultilevel"/>'
                f"{levels}</w:abstractNum>"
            )
            # Word wants all definitions before the numberings that use them.
            first = self._numbering.find(qn("w:num"))
            self._numbering.append(definition) if first is None else first.addprevious(definition)
            self._ours[form] = str(number)
        return self._ours[form]


def _write_level(level: int, form: str) -> str:
    text = BULLETS[level % len(BULLETS)] if form == "bullet" else f"%{level + 1}."
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{INDENT * (level + 1)}" w:hanging="{INDENT}"/></w:pPr></w:lvl>'
    )


def _mark(number: int, level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
