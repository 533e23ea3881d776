"""The text of a document as Word wants it: every block in its style, and a line at the foot of every page."""

from collections.abc import Callable, Sequence
from itertools import count
from typing import TYPE_CHECKING

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm

from samenwerk.rendering.forms.blocks import Block, CodeBlock, Heading, Inline, ListBlock, Paragraph, Quote, Rule, Span, Table
from samenwerk.rendering.forms.docx.lists import INDENT, Lists
from samenwerk.rendering.forms.docx.styles import CELL, COLOFON, HEAD, RULE, TABLE, Styles
from samenwerk.rendering.forms.layout import (
    LINE,
    OUTSIDE,
    Parts,
    Place,
    column_shares,
    has_contents,
    is_to_fill_in,
    list_parts,
    place_each,
)
from samenwerk.rendering.forms.office import A4, xml_text

if TYPE_CHECKING:
    from docx.document import Document

_ROOM_BELOW = 140
_ROOM_TO_WRITE = 794
"""The height of a row in which people write by hand: 14 mm, in twentieths of a point."""

_TWIPS = 635
"""How many of the units of python-docx go in a twentieth of a point, the unit of Word."""

_OUR_WIDTH = Mm(A4.width - 2 * A4.margin) // _TWIPS
"""The width of the text on our own page."""


def write_body(document: "Document", parts: Parts, title: str) -> None:
    """Fill an empty document."""
    section = document.sections[0]
    page, *margins = (size or 0 for size in (section.page_width, section.left_margin, section.right_margin, section.gutter))
    styles = Styles(document.styles.element)
    lists = Lists(document.part.numbering_part.element, styles)
    writer = _Writer(
        styles, lists, (page - sum(margins)) // _TWIPS, lambda url: document.part.relate_to(url, RT.HYPERLINK, is_external=True)
    )
    content = writer.write_document(parts)
    body = document.element.body
    body[:] = [*parse_xml(f"<w:body {nsdecls('w', 'r')}>{content}</w:body>"), body.sectPr]
    if not any(child.tag in (qn("w:headerReference"), qn("w:footerReference")) for child in body.sectPr):
        section.footer.is_linked_to_previous = False
        footer = section.footer._element
        footer[:] = parse_xml(f"<w:ftr {nsdecls('w')}>{writer.write_footer(title)}</w:ftr>")[:]


class _Writer:
    """Writes blocks as XML; `relate` keeps the address of a link, and gives the id by which the text refers to it."""

    def __init__(self, styles: Styles, lists: Lists, width: int, relate: Callable[[str], str]) -> None:
        self._styles = styles
        self._lists = lists
        self._width = width
        self._relate = relate
        self._marks = count(1)

    def write_document(self, parts: Parts) -> str:
        contents = self._write_contents(parts.content) if has_contents(parts.content) else ""
        colofon = [self._paragraph(RULE, "")] if parts.colofon else []
        colofon += [
            self._paragraph(COLOFON, self._inline(block.content)) for block in parts.colofon if isinstance(block, Paragraph)
        ]
        return "".join([self._blocks(parts.opening, OUTSIDE), contents, self._blocks(parts.content, OUTSIDE), *colofon])

    def write_footer(self, title: str) -> str:
        """The title to the left, the page to the right."""
        tab = f'<w:tabs><w:tab w:val="right" w:pos="{self._width}"/></w:tabs>'
        pages = f"{_run('Bladzijde ')}{_field('PAGE')}{_run(' van ')}{_field('NUMPAGES')}"
        return self._paragraph("footer", f"{_run(title)}<w:r><w:tab/></w:r>{pages}", tab)

    def _write_contents(self, blocks: Sequence[Block]) -> str:
        """The headings of level 2, each a link to its place.

        A field that Word renews when asked, and that holds all from the start. Without the numbers of pages: only Word knows
        those, and would have to ask, on opening, whether it may write them.
        """
        field = '<w:r><w:instrText xml:space="preserve"> TOC \\o "2-2" \\n \\h </w:instrText></w:r>'
        begin = _mark("begin") + field + _mark("separate")
        lines = [
            f'<w:hyperlink w:anchor="_Toc{number}" w:history="1">{self._inline(heading.content)}</w:hyperlink>'
            for number, heading in enumerate(list_parts(blocks), start=1)
        ]
        lines[0], lines[-1] = begin + lines[0], lines[-1] + _mark("end")
        return self._paragraph("TOC Heading", _run("Inhoud")) + "".join(self._paragraph("toc 2", line) for line in lines)

    def _blocks(self, blocks: Sequence[Block], place: Place) -> str:
        written = []
        for (block, there), following in zip(place_each(blocks, place), (*blocks[1:], None), strict=False):
            written.append(self._block(block, there))
            # Word leaves no room below a table, and needs something there; a heading brings its own.
            if isinstance(block, Table) and not isinstance(following, Heading | Rule):
                written.append(self._paragraph(CELL, ""))
        return "".join(written)

    def _block(self, block: Block, place: Place) -> str:
        match block:
            case Heading():
                return self._paragraph(f"heading {block.level}", self._heading(block))
            case Paragraph():
                style = "List Continue" if place.depth else "Quote" if place.boxed else "Normal"
                return self._paragraph(style, self._inline(block.content), self._format(place))
            case ListBlock():
                return self._list(block, place)
            case Quote():
                return self._blocks(block.blocks, place._replace(boxed=True))
            case CodeBlock():
                return self._paragraph("HTML Preformatted", _run(block.text), self._format(place))
            case Table():
                return self._table(block, place)
            case Rule():
                return self._paragraph(RULE, "")

    def _heading(self, block: Heading) -> str:
        content = self._inline(block.content)
        if block.level != 2:
            return content
        number = next(self._marks)
        return f'<w:bookmarkStart w:id="{number}" w:name="_Toc{number}"/>{content}<w:bookmarkEnd w:id="{number}"/>'

    def _list(self, block: ListBlock, place: Place) -> str:
        style, number = self._lists.begin(place.depth, block.start)
        written = []
        for item, inside in place_each(block.items, place._replace(depth=place.depth + 1)):
            match item:
                case [Paragraph(content), *rest]:
                    pass
                case _:
                    content, rest = (), list(item)
            look = number + self._format(inside._replace(closing=inside.closing and not rest), INDENT)
            written += [self._paragraph(style, self._inline(content), look), self._blocks(rest, inside)]
        return "".join(written)

    def _format(self, place: Place, hanging: int = 0) -> str:
        """What a paragraph has besides its style: how far it stands in, and the room below the last of a list or a quote.

        In a quote also the border and the shade, for its lists have styles of their own; the left sides must be one line.
        """
        room = f'<w:spacing w:after="{_ROOM_BELOW}"/>' if place.closing and (place.depth or place.boxed) else ""
        if not place.boxed:
            return room + (f'<w:ind w:left="{INDENT * place.depth}"/>' if place.depth and not hanging else "")
        quote = self._styles.find_frame("Quote")
        spacing = room or '<w:spacing w:before="0" w:after="0"/>'
        left = quote.left + INDENT * place.depth
        return f'{quote.lines}{spacing}<w:ind w:left="{left}" w:hanging="{hanging}"/>'

    def _paragraph(self, style: str, content: str, properties: str = "") -> str:
        return f'<w:p><w:pPr><w:pStyle w:val="{self._styles.id_of(style)}"/>{properties}</w:pPr>{content}</w:p>'

    def _inline(self, content: Inline) -> str:
        return "".join(self._span(span) for span in content)

    def _span(self, span: Span) -> str:
        styles = [self._styles.id_of(name) for name in (["Hyperlink"] if span.link else ["HTML Code"] if span.code else [])]
        properties = "".join(f'<w:rStyle w:val="{style}"/>' for style in styles)
        properties += "<w:b/>" * span.bold + "<w:i/>" * span.italic
        run = _run(span.text, properties)
        return f'<w:hyperlink r:id="{self._relate(span.link)}" w:history="1">{run}</w:hyperlink>' if span.link else run

    def _table(self, table: Table, place: Place) -> str:
        left = INDENT * place.depth
        room = self._width - left
        line = LINE * room / _OUR_WIDTH / self._styles.measure_letters(CELL)
        widths = [round(room * share) for share in column_shares(table, line)]
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        height = f'<w:trHeight w:val="{_ROOM_TO_WRITE}" w:hRule="atLeast"/>' if is_to_fill_in(table) else ""
        rows = [self._row(HEAD, table.header, widths, "<w:cantSplit/><w:tblHeader/>")]
        rows += [self._row(CELL, row, widths, f"<w:cantSplit/>{height}") for row in table.rows]
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self._styles.id_of(TABLE)}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
            f'<w:tblInd w:w="{left}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            '<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" '
            f'w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'
        )

    def _row(self, style: str, cells: Sequence[Inline], widths: Sequence[int], properties: str) -> str:
        written = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{self._paragraph(style, self._inline(cell))}</w:tc>'
            for cell, width in zip(cells, widths, strict=True)
        )
        return f"<w:tr><w:trPr>{properties}</w:trPr>{written}</w:tr>"


def _run(text: str, properties: str = "") -> str:
    """A text in one style; what could not stand in it otherwise is an element of its own."""
    content = xml_text(text).replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    content = content.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{content}</w:t></w:r>'


def _mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def _field(name: str) -> str:
    """A number that the reader's program fills in on every page."""
    return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
