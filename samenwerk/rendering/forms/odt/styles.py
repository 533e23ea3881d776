"""The look of a document for LibreOffice: the same as for Word, in the words of OpenDocument."""

from samenwerk.rendering.forms.office import (
    A4,
    ACCENT,
    BULLETS,
    FILL,
    FONT,
    HEADING_SIZES,
    INK,
    LANGUAGE,
    LINE,
    MONO,
    QUIET,
    xml_text,
)

NAMESPACES = (
    " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for prefix, name in {
            "office": "office",
            "style": "style",
            "text": "text",
            "table": "table",
            "meta": "meta",
            "fo": "xsl-fo-compatible",
            "svg": "svg-compatible",
        }.items()
    )
    + ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"'
)

WIDTH = A4.width - 2 * A4.margin
"""The width of the text, in millimetres."""

_DEEPEST = 10
_INDENT = 6.3
"""How far each level of a list stands in, in millimetres."""

_BORDER, _PADDING = 1.1, 2.8
_FRAME = _BORDER + _PADDING
"""What stands to the left of a quote, in millimetres."""

_LANGUAGE, _COUNTRY = LANGUAGE.split("-")


def write_styles(title: str) -> str:
    """The file of styles, with what stands at the foot of every page."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-styles {NAMESPACES}>{FONTS}<office:styles>{_DEFAULT}'
        f"{''.join(_STYLES)}{''.join(_LISTS)}</office:styles><office:automatic-styles>{_PAGE}</office:automatic-styles>"
        '<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Blad"><style:footer>'
        f'<text:p text:style-name="Footer">{xml_text(title)}<text:tab/>Bladzijde <text:page-number '
        'text:select-page="current">1</text:page-number> van <text:page-count>1</text:page-count></text:p>'
        "</style:footer></style:master-page></office:master-styles></office:document-styles>"
    )


def _style(
    name: str, paragraph: str = "", text: str = "", parent: str = "Standard", more: str = "", family: str = "paragraph"
) -> str:
    shown = name.replace("_20_", " ")
    return (
        f'<style:style style:name="{name}" style:display-name="{shown}" style:family="{family}"'
        + (f' style:parent-style-name="{parent}"' if parent else "")
        + f"{more}>"
        + (f"<style:paragraph-properties {paragraph}/>" if paragraph else "")
        + (f"<style:text-properties {text}/>" if text else "")
        + "</style:style>"
    )


def _heading(level: int) -> str:
    above, below = (0, 3.5) if level == 1 else (5.3 - 0.9 * level, 1.8)
    return _style(
        f"Heading_20_{level}",
        f'fo:margin-top="{above:.1f}mm" fo:margin-bottom="{below}mm" fo:keep-with-next="always" fo:keep-together="always" '
        'fo:line-height="105%"',
        f'fo:font-size="{HEADING_SIZES[level - 1]}pt" fo:font-weight="bold" fo:color="#{ACCENT}" fo:hyphenate="false"',
        more=f' style:next-style-name="Text_20_body" style:default-outline-level="{level}"',
    )


def _list(name: str, *, numbered: bool, frame: float = 0) -> str:
    """A list; LibreOffice counts the place of a tab from outside the frame that the paragraphs stand in."""
    levels = []
    for level in range(1, _DEEPEST + 1):
        kind = (
            f'<text:list-level-style-number text:level="{level}" style:num-format="1" style:num-suffix="."'
            if numbered
            else f'<text:list-level-style-bullet text:level="{level}" text:bullet-char="{BULLETS[(level - 1) % len(BULLETS)]}"'
        )
        left = _INDENT * level
        levels.append(
            f'{kind}><style:list-level-properties text:list-level-position-and-space-mode="label-alignment">'
            '<style:list-level-label-alignment text:label-followed-by="listtab" '
            f'text:list-tab-stop-position="{left + frame:.1f}mm" fo:margin-left="{left:.1f}mm" fo:text-indent="-{_INDENT}mm"/>'
            "</style:list-level-properties>"
            f"</text:list-level-style-{'number' if numbered else 'bullet'}>"
        )
    return f'<text:list-style style:name="{name}">{"".join(levels)}</text:list-style>'


_FACES = "".join(
    f'<style:font-face style:name="{name}" svg:font-family="\'{name}\'" style:font-family-generic="{kind}" '
    f'style:font-pitch="{pitch}"/>'
    for name, kind, pitch in ((FONT, "swiss", "variable"), (MONO, "modern", "fixed"))
)
FONTS = f"<office:font-face-decls>{_FACES}</office:font-face-decls>"

_DEFAULT = (
    '<style:default-style style:family="paragraph"><style:paragraph-properties fo:line-height="115%" fo:orphans="2" '
    'fo:widows="2" style:tab-stop-distance="12.5mm"/>'
    f'<style:text-properties style:font-name="{FONT}" fo:font-size="10.5pt" fo:color="#{INK}" fo:language="{_LANGUAGE}" '
    f'fo:country="{_COUNTRY}" fo:hyphenate="true" fo:hyphenation-remain-char-count="2" fo:hyphenation-push-char-count="2"/>'
    "</style:default-style>"
)

_SMALL = f'fo:font-size="8.5pt" fo:color="#{QUIET}"'
_MONO = f'style:font-name="{MONO}" fo:font-size="9pt"'
_SHADE = f'fo:background-color="#{FILL}"'
_BOX = (
    f'{_SHADE} fo:border-left="{_BORDER}mm solid #{ACCENT}" fo:padding-left="{_PADDING}mm" fo:padding-top="0.8mm" '
    'fo:padding-bottom="0.8mm"'
)

_STYLES = (
    '<style:style style:name="Standard" style:family="paragraph" style:class="text"/>',
    _style("Text_20_body", 'fo:margin-bottom="2.5mm"'),
    *(_heading(level) for level in range(1, len(HEADING_SIZES) + 1)),
    _style("List", 'fo:margin-bottom="1mm"'),
    _style("List_20_End", 'fo:margin-bottom="2.5mm"', parent="List"),
    _style("Quotations", _BOX),
    _style("Quotations_20_End", 'fo:margin-bottom="2.5mm"', parent="Quotations"),
    _style("Preformatted_20_Text", f'{_SHADE} fo:padding="1.5mm" fo:margin-bottom="2.5mm" fo:line-height="105%"', _MONO),
    _style("Table_20_Contents", 'fo:line-height="105%"', 'fo:font-size="9.5pt"'),
    _style("Table_20_Heading", 'fo:keep-with-next="always"', 'fo:font-size="9pt" fo:font-weight="bold"', "Table_20_Contents"),
    _style(
        "Contents_20_Heading",
        'fo:margin-top="4mm" fo:margin-bottom="1mm" fo:keep-with-next="always"',
        f'fo:font-weight="bold" fo:color="#{ACCENT}"',
    ),
    _style("Contents_20_2", 'fo:margin-bottom="0.4mm"'),
    _style("Horizontal_20_Line", f'fo:border-bottom="0.75pt solid #{LINE}" fo:margin-top="4mm" fo:margin-bottom="2mm"'),
    _style("Colofon", "", _SMALL),
    '<style:style style:name="Footer" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties>'
    f'<style:tab-stops><style:tab-stop style:position="{WIDTH}mm" style:type="right"/></style:tab-stops>'
    f"</style:paragraph-properties><style:text-properties {_SMALL}/></style:style>",
    _style("Strong", text='fo:font-weight="bold"', parent="", family="text"),
    _style("Emphasis", text='fo:font-style="italic"', parent="", family="text"),
    _style("Source_20_Text", text=_MONO, parent="", family="text"),
    _style("Internet_20_link", text=f'fo:color="#{ACCENT}" style:text-underline-style="solid"', parent="", family="text"),
)

_LISTS = (
    _list("Bullets", numbered=False),
    _list("Numbers", numbered=True),
    _list("Quote_20_Bullets", numbered=False, frame=_FRAME),
    _list("Quote_20_Numbers", numbered=True, frame=_FRAME),
)

_PAGE = (
    '<style:page-layout style:name="Blad"><style:page-layout-properties '
    f'fo:page-width="{A4.width}mm" fo:page-height="{A4.height}mm" style:print-orientation="portrait" '
    f'fo:margin-top="{A4.margin}mm" fo:margin-left="{A4.margin}mm" fo:margin-right="{A4.margin}mm" '
    'fo:margin-bottom="12mm"/><style:footer-style>'
    f'<style:header-footer-properties fo:min-height="{A4.margin - 12}mm" fo:margin-top="6mm"/></style:footer-style>'
    "</style:page-layout>"
)
