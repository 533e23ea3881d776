"""What other libraries read in the files for Word and LibreOffice, and what stands in the blocks these were made of."""

import re
import zipfile
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from io import BytesIO

import mammoth
from hostile import HOSTILE
from odfdo import Document, Element
from reading import EXAMPLES

from samenwerk.rendering.forms.blocks import (
    Block,
    CodeBlock,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Table,
    plain_text,
    read_blocks,
)
from samenwerk.rendering.forms.layout import has_contents, split_document
from samenwerk.rendering.marks.vrij import without_marks

DOCUMENTEN = {
    f"{path.parts[-3]}-{path.stem}": read_blocks(without_marks(path.read_text(encoding="utf-8")))
    for path in sorted(EXAMPLES.glob("*/documenten/*.md"))
}
"""The documents of the examples, by the name of the dossier and their own."""

VIJANDIG = read_blocks(HOSTILE)

Line = tuple[str, str]
"""In what a text stands, such as `ul>li>ol>li`, and what it says."""

_GONE = str.maketrans("", "", "\u202e\x07\x0b\ufffe")


def read_members(content: bytes) -> dict[str, bytes]:
    """The members of a zip file, in their order."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def expect(blocks: Sequence[Block]) -> list[Line]:
    """What should be read in a file made of these blocks."""
    opening, content, colofon = split_document(blocks)
    contents: list[Line] = []
    if has_contents(content):
        headings = [block for block in content if isinstance(block, Heading) and block.level == 2]
        contents = [("p", "Inhoud"), *(("p", plain_text(heading.content)) for heading in headings)]
    lines = [*_flatten(opening), *contents, *_flatten(content), *_flatten(colofon)]
    return [(place, " ".join(text.translate(_GONE).split())) for place, text in lines]


def _flatten(blocks: Sequence[Block], place: str = "") -> Iterator[Line]:
    for number, block in enumerate(blocks):
        match block:
            case Heading(level, content):
                yield f"h{level}", plain_text(content)
            case Paragraph(content):
                yield "p" if number or not place else place, plain_text(content)
            case CodeBlock(text):
                yield "p", text
            case Quote(inside):
                yield from _flatten(inside, place)
            case ListBlock(items, start):
                for item in items:
                    yield from _flatten(item, f"{place}>{'ul' if start is None else 'ol'}>li".lstrip(">"))
            case Table(header, rows):
                yield from (("th", plain_text(cell)) for cell in header)
                yield from (("td", plain_text(cell)) for row in rows for cell in row)


_LINK = re.compile(r"\[([^]]*)\]\((?:#kop|https:|mailto:)[^)]*\)")
"""How odfdo shows a link."""


class _Page(HTMLParser):
    """Gathers the lines of the HTML that mammoth makes; it leaves out empty paragraphs."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[list[str]] = []
        self._inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag == "br":
            self.lines[-1][1] += " "
        elif tag in ("ul", "ol"):
            self._inside.append(tag)
        elif tag == "li":
            self._inside.append(tag)
            self.lines.append([">".join(self._inside), ""])
        elif re.fullmatch("h[1-6]|th|td", tag):
            self._inside.append(tag)
            self.lines.append([tag, ""])
        elif tag == "p" and self._inside[-1:] not in (["th"], ["td"]):
            self.lines.append(["p", ""])

    def handle_endtag(self, tag: str) -> None:
        if self._inside and self._inside[-1] == tag:
            self._inside.pop()

    def handle_data(self, data: str) -> None:
        self.lines[-1][1] += data


def read_docx(content: bytes) -> list[Line]:
    """What mammoth reads in a .docx."""
    page = _Page()
    page.feed(mammoth.convert_to_html(BytesIO(content)).value)
    return [(place, " ".join(text.split())) for place, text in page.lines]


def read_odt(content: bytes) -> list[Line]:
    """What odfdo reads in an .odt."""
    document = Document(BytesIO(content))
    numbered = {
        str(style.get_attribute("style:name"))
        for style in document.get_styles("list")
        if style.get_elements("text:list-level-style-number")
    }
    lines = [(place, " ".join(_LINK.sub(r"\1", text).split())) for place, text in _read_odt(document.body.children, numbered)]
    return [(place, text) for place, text in lines if text or place in ("th", "td")]


def _read_odt(elements: Sequence[Element], numbered: set[str], place: str = "") -> Iterator[Line]:
    for number, element in enumerate(elements):
        match element.tag:
            case "text:h":
                yield f"h{element.get_attribute('text:outline-level')}", element.inner_text
            case "text:p":
                yield "p" if number or not place else place, element.inner_text
            case "text:list":
                kind = "ol" if element.get_attribute("text:style-name") in numbered else "ul"
                for item in element.children:
                    yield from _read_odt(item.children, numbered, f"{place}>{kind}>li".lstrip(">"))
            case "table:table":
                head = element.get_element("table:table-header-rows")
                assert head
                cells = len(head.get_elements("descendant::table:table-cell"))
                for index, cell in enumerate(element.get_elements("descendant::table:table-cell")):
                    yield "th" if index < cells else "td", cell.inner_text
