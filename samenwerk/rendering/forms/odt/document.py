"""From blocks to an OpenDocument text, the file of LibreOffice; needs nothing but the standard library."""

import re
from collections.abc import Sequence
from itertools import count

from samenwerk.rendering.forms.blocks import (
    Block,
    CodeBlock,
    Heading,
    Inline,
    ListBlock,
    Paragraph,
    Quote,
    Rule,
    Span,
    Table,
    find_title,
    plain_text,
)
from samenwerk.rendering.forms.layout import (
    OUTSIDE,
    Parts,
    Place,
    column_shares,
    has_contents,
    is_to_fill_in,
    list_parts,
    place_each,
    split_document,
)
from samenwerk.rendering.forms.odt.styles import FONTS, NAMESPACES, WIDTH, write_styles
from samenwerk.rendering.forms.office import ACCENT, FILL, LANGUAGE, LINE, pack, xml_text

_MIMETYPE = "application/vnd.oasis.opendocument.text"
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'

_MANIFEST = (
    f'{_XML}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">'
    f'<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="{_MIMETYPE}"/>'
    + "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml"/>'
        for name in ("content.xml", "styles.xml", "meta.xml")
    )
    + "</manifest:manifest>"
)

_CELL_LOOKS = "".join(
    f'<style:style style:name="{name}" style:family="table-cell"><style:table-cell-properties {look} fo:padding="1mm" '
    'fo:border-left="none" fo:border-right="none"/></style:style>'
    for name, look in {
        "Cell": f'fo:border-bottom="0.5pt solid #{LINE}"',
        "Head": f'fo:background-color="#{FILL}" fo:border-top="0.5pt solid #{LINE}" fo:border-bottom="1.5pt solid #{ACCENT}"',
    }.items()
)
_ROW_LOOKS = "".join(
    f'<style:style style:name="{name}" style:family="table-row"><style:table-row-properties {height}fo:keep-together="always"/>'
    "</style:style>"
    for name, height in {"Row": "", "RoomToWrite": 'style:min-row-height="14mm" '}.items()
)

# Only between other signs is a single space kept; more of them are written as an element.
_KEPT_AS_IS = re.compile(r"^ +| {2,}| $|\n|\t", re.MULTILINE)


def write_odt(blocks: Sequence[Block]) -> bytes:
    """The document as an .odt; the same blocks give the same bytes."""
    title = find_title(blocks)
    members = {
        "mimetype": _MIMETYPE,
        "META-INF/manifest.xml": _MANIFEST,
        "meta.xml": _write_meta(title),
        "styles.xml": write_styles(title),
        "content.xml": _Writer().write(split_document(blocks)),
    }
    return pack((name, text.encode()) for name, text in members.items())


def _write_meta(title: str) -> str:
    return (
        f"{_XML}<office:document-meta {NAMESPACES}><office:meta><dc:title>{xml_text(title)}</dc:title>"
        f"<dc:language>{LANGUAGE}</dc:language></office:meta></office:document-meta>"
    )


class _Writer:
    """Writes blocks as XML, and gathers the widths of the tables, which stand above the text."""

    def __init__(self) -> None:
        self._tables: list[str] = []
        self._marks = count(1)

    def write(self, parts: Parts) -> str:
        """The file with the text."""
        contents = _write_contents(parts.content) if has_contents(parts.content) else ""
        text = self._blocks(parts.opening, OUTSIDE) + contents + self._blocks(parts.content, OUTSIDE)
        if parts.colofon:
            text += _paragraph("Horizontal_20_Line", "")
        text += "".join(
            _paragraph("Colofon", _inline(block.content)) for block in parts.colofon if isinstance(block, Paragraph)
        )
        return (
            f"{_XML}<office:document-content {NAMESPACES}>{FONTS}<office:automatic-styles>{_CELL_LOOKS}{_ROW_LOOKS}"
            f"{''.join(self._tables)}</office:automatic-styles><office:body><office:text>{text}</office:text></office:body>"
            "</office:document-content>"
        )

    def _blocks(self, blocks: Sequence[Block], place: Place) -> str:
        return "".join(self._block(*placed) for placed in place_each(blocks, place))

    def _block(self, block: Block, place: Place) -> str:
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                return _paragraph(_style_at(place), _inline(block.content))
            case ListBlock():
                return self._list(block, place)
            case Quote():
                return self._blocks(block.blocks, place._replace(boxed=True))
            case CodeBlock():
                return _paragraph("Preformatted_20_Text", _text(block.text))
            case Table() if place.depth:
                # A list of OpenDocument holds no tables.
                rows = (_join_cells(row) for row in (block.header, *block.rows))
                return "".join(_paragraph(_style_at(place), _inline(row)) for row in rows)
            case Table():
                return self._table(block)
            case Rule():
                return _paragraph("Horizontal_20_Line", "")

    def _heading(self, block: Heading) -> str:
        mark = f'<text:bookmark text:name="kop{next(self._marks)}"/>' if block.level == 2 else ""
        return (
            f'<text:h text:style-name="Heading_20_{block.level}" text:outline-level="{block.level}">{mark}'
            f"{_inline(block.content)}</text:h>"
        )

    def _list(self, block: ListBlock, place: Place) -> str:
        look = ("Quote_20_" if place.boxed else "") + ("Bullets" if block.start is None else "Numbers")
        items: list[str] = []
        for item, inside in place_each(block.items, place._replace(depth=place.depth + 1)):
            is_text = bool(item) and isinstance(item[0], Paragraph)
            start = f' text:start-value="{block.start}"' if block.start is not None and not items else ""
            content = self._blocks(item if is_text else (Paragraph(()), *item), inside)
            items.append(f"<text:list-item{start}>{content}</text:list-item>")
        return f'<text:list text:style-name="{look}">{"".join(items)}</text:list>'

    def _table(self, table: Table) -> str:
        name = f"Table{1 + len(self._tables)}"
        shares = column_shares(table)
        self._tables.append(
            f'<style:style style:name="{name}" style:family="table"><style:table-properties style:width="{WIDTH}mm" '
            'table:align="left" fo:margin-bottom="2mm" style:may-break-between-rows="true"/></style:style>'
            + "".join(
                f'<style:style style:name="{name}.{column}" style:family="table-column"><style:table-column-properties '
                f'style:column-width="{WIDTH * share:.2f}mm"/></style:style>'
                for column, share in enumerate(shares)
            )
        )
        columns = "".join(f'<table:table-column table:style-name="{name}.{column}"/>' for column in range(len(shares)))
        head = _write_row("Row", "Head", "Table_20_Heading", table.header)
        look = "RoomToWrite" if is_to_fill_in(table) else "Row"
        rows = "".join(_write_row(look, "Cell", "Table_20_Contents", row) for row in table.rows)
        return (
            f'<table:table table:name="{name}" table:style-name="{name}">{columns}<table:table-header-rows>{head}'
            f"</table:table-header-rows>{rows}</table:table>"
        )


def _write_contents(blocks: Sequence[Block]) -> str:
    lines = [
        _paragraph(
            "Contents_20_2",
            f'<text:a xlink:type="simple" xlink:href="#kop{number}">{_text(plain_text(heading.content))}</text:a>',
        )
        for number, heading in enumerate(list_parts(blocks), start=1)
    ]
    return _paragraph("Contents_20_Heading", "Inhoud") + "".join(lines)


def _style_at(place: Place) -> str:
    """The style of a paragraph; the last one of a list or a quote leaves room below it."""
    if not (place.depth or place.boxed):
        return "Text_20_body"
    return ("Quotations" if place.boxed else "List") + ("_20_End" if place.closing else "")


def _write_row(row: str, cell: str, paragraph: str, cells: Sequence[Inline]) -> str:
    written = "".join(
        f'<table:table-cell table:style-name="{cell}" office:value-type="string">{_paragraph(paragraph, _inline(content))}'
        "</table:table-cell>"
        for content in cells
    )
    return f'<table:table-row table:style-name="{row}">{written}</table:table-row>'


def _join_cells(cells: Sequence[Inline]) -> Inline:
    return tuple(span for cell in cells for span in (*cell, Span(" | ")))[:-1]


def _paragraph(style: str, content: str) -> str:
    return f'<text:p text:style-name="{style}">{content}</text:p>'


def _inline(content: Inline) -> str:
    return "".join(_span(span) for span in content)


def _span(span: Span) -> str:
    written = _text(span.text)
    for style, is_set in {"Source_20_Text": span.code, "Emphasis": span.italic, "Strong": span.bold}.items():
        written = f'<text:span text:style-name="{style}">{written}</text:span>' if is_set else written
    if not span.link:
        return written
    return (
        f'<text:a xlink:type="simple" xlink:href="{xml_text(span.link)}" text:style-name="Internet_20_link" '
        f'text:visited-style-name="Internet_20_link">{written}</text:a>'
    )


def _text(text: str) -> str:
    """A text of which every space and line end is kept."""
    return _KEPT_AS_IS.sub(_keep, xml_text(text))


def _keep(found: re.Match[str]) -> str:
    match found[0]:
        case "\n":
            return "<text:line-break/>"
        case "\t":
            return "<text:tab/>"
        case spaces:
            return f'<text:s text:c="{len(spaces)}"/>'
