"""The styles of a Word document: those of the house style, and ours for what is missing there.

They have the names that Word itself gives them, so that a house style that sets them is followed; only what Word has no
name for has a Dutch one.
"""

from typing import Any, NamedTuple

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import serialize_for_reading

from samenwerk.rendering.forms.docx.letters import measure_letters
from samenwerk.rendering.forms.office import ACCENT, FILL, HEADING_SIZES, LINE, MONO, QUIET

COLOFON, RULE, CELL, HEAD, TABLE = "Colofon", "Lijn", "Tabeltekst", "Tabelkop", "Grid Table Light"


class _Look(NamedTuple):
    """How a style looks, in the elements of Word, and in the order in which Word wants them."""

    paragraph: str = ""
    run: str = ""
    rest: str = ""
    kind: str = "paragraph"


def _heading(level: int) -> _Look:
    size, before = HEADING_SIZES[level - 1], 0 if level == 1 else 440 - 60 * level
    return _Look(
        f"<w:keepNext/><w:keepLines/><w:suppressAutoHyphens/>"
        f'<w:spacing w:before="{before}" w:after="{200 if level == 1 else 100}" w:line="252" '
        f'w:lineRule="auto"/><w:outlineLvl w:val="{level - 1}"/>',
        f'<w:b/><w:color w:val="{ACCENT}"/><w:sz w:val="{2 * size}"/><w:szCs w:val="{2 * size}"/>',
    )


_MONO = f'<w:rFonts w:ascii="{MONO}" w:hAnsi="{MONO}" w:cs="{MONO}"/>'
_SMALL = f'<w:color w:val="{QUIET}"/><w:sz w:val="17"/><w:szCs w:val="17"/>'
_LOOKS = {
    **{f"heading {level}": _heading(level) for level in range(1, len(HEADING_SIZES) + 1)},
    "List Bullet": _Look('<w:spacing w:after="60"/>'),
    "List Number": _Look('<w:spacing w:after="60"/>'),
    "List Continue": _Look('<w:spacing w:after="60"/>'),
    "Quote": _Look(
        f'<w:pBdr><w:top w:val="single" w:sz="4" w:space="2" w:color="{FILL}"/>'
        f'<w:left w:val="single" w:sz="24" w:space="8" w:color="{ACCENT}"/>'
        f'<w:bottom w:val="single" w:sz="4" w:space="2" w:color="{FILL}"/></w:pBdr>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{FILL}"/><w:spacing w:after="0" w:line="300" w:lineRule="auto"/>'
        '<w:ind w:left="220"/>',
    ),
    "HTML Preformatted": _Look(
        f'<w:shd w:val="clear" w:color="auto" w:fill="{FILL}"/><w:spacing w:line="252" w:lineRule="auto"/>',
        _MONO + '<w:sz w:val="18"/><w:szCs w:val="18"/>',
    ),
    "TOC Heading": _Look('<w:keepNext/><w:spacing w:before="240" w:after="60"/>', f'<w:b/><w:color w:val="{ACCENT}"/>'),
    "toc 2": _Look('<w:spacing w:after="20"/>'),
    "footer": _Look('<w:spacing w:after="0"/>', _SMALL),
    CELL: _Look(
        '<w:spacing w:before="50" w:after="50" w:line="252" w:lineRule="auto"/>', '<w:sz w:val="19"/><w:szCs w:val="19"/>'
    ),
    HEAD: _Look(
        '<w:keepNext/><w:spacing w:before="50" w:after="50" w:line="252" w:lineRule="auto"/>',
        '<w:b/><w:sz w:val="18"/><w:szCs w:val="18"/>',
    ),
    RULE: _Look(
        f'<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="{LINE}"/></w:pBdr>'
        '<w:spacing w:before="240" w:after="120"/>'
    ),
    COLOFON: _Look("", _SMALL),
    "HTML Code": _Look(run=_MONO + '<w:sz w:val="19"/><w:szCs w:val="19"/>', kind="character"),
    "Hyperlink": _Look(run=f'<w:color w:val="{ACCENT}"/><w:u w:val="single"/>', kind="character"),
    TABLE: _Look(
        kind="table",
        rest="<w:tblPr><w:tblBorders>"
        + "".join(f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/>' for edge in ("top", "bottom", "insideH"))
        + '</w:tblBorders><w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar>'
        '</w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr><w:tcBorders>'
        f'<w:bottom w:val="single" w:sz="12" w:space="0" w:color="{ACCENT}"/></w:tcBorders>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{FILL}"/></w:tcPr></w:tblStylePr>',
    ),
}

_BASES = {"paragraph": "Normal", "table": "Normal Table", "character": "Default Paragraph Font"}


class Frame(NamedTuple):
    """The lines and the shade around a paragraph, and how far it stands in."""

    lines: str
    left: int


class Styles:
    """The styles of one document, by name; one that is missing is added when it is first asked for."""

    def __init__(self, styles: Any) -> None:
        self._styles = styles
        names = styles.iterfind(f"{qn('w:style')}/{qn('w:name')}")
        self._by_name: dict[str, Any] = {name.get(qn("w:val")): name.getparent() for name in names}

    def find(self, name: str) -> Any:
        """The element of a style."""
        return self._by_name[name] if name in self._by_name else self._add(name)

    def find_frame(self, name: str) -> "Frame":
        """What a style draws around its paragraphs."""
        look = self.find(name).find(qn("w:pPr"))
        drawn = [] if look is None else [look.find(qn(tag)) for tag in ("w:pBdr", "w:shd")]
        indent = None if look is None else look.find(qn("w:ind"))
        return Frame(
            "".join(serialize_for_reading(element) for element in drawn if element is not None),
            0 if indent is None else int(indent.get(qn("w:left")) or indent.get(qn("w:start")) or 0),
        )

    def measure_letters(self, name: str) -> float:
        """How wide the letters of a style are, about, beside those in our own tables."""
        return measure_letters(self._styles, self.find(name))

    def id_of(self, name: str) -> str:
        """The id by which a text names a style; Word gives another one in every language."""
        return str(self.find(name).get(qn("w:styleId")))

    def _add(self, name: str) -> Any:
        look, base = _LOOKS[name], self._by_name.get(_BASES[_LOOKS[name].kind])
        based_on = "" if base is None else f'<w:basedOn w:val="{base.get(qn("w:styleId"))}"/>'
        following = "" if base is None or not name.startswith("heading") else based_on.replace("basedOn", "next")
        style = parse_xml(
            f'<w:style {nsdecls("w")} w:type="{look.kind}" w:styleId="{self._free_id(name)}"><w:name w:val="{name}"/>{based_on}'
            f"{following}<w:qFormat/>"
            + (f"<w:pPr>{look.paragraph}</w:pPr>" if look.paragraph else "")
            + (f"<w:rPr>{look.run}</w:rPr>" if look.run else "")
            + f"{look.rest}</w:style>"
        )
        self._styles.append(style)
        self._by_name[name] = style
        return style

    def _free_id(self, name: str) -> str:
        taken = {style.get(qn("w:styleId")) for style in self._by_name.values()}
        wanted = name.title().replace(" ", "")
        while wanted in taken:
            wanted += "1"
        return wanted
