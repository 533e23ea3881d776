"""A document as one HTML file: to read on any screen, to print and to mail. It needs no network and may use none."""

from collections.abc import Iterator, Sequence

from samenwerk.rendering.forms.blocks import Block, find_title
from samenwerk.rendering.forms.html.blocks import Anchor, BlockWriter, escape_text
from samenwerk.rendering.forms.layout import has_contents, split_document

# Nothing is fetched and nothing runs; the style in the page itself is all that applies.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def write_html(blocks: Sequence[Block], stylesheet: str, figure: str = "") -> bytes:
    """The bytes of the page.

    `stylesheet` is CSS that stays within its `<style>`, as `Templates.find_stylesheet` gives it. `figure` is
    SVG of our own; it stands below the title and the lines that introduce the document.
    """
    opening, content, colofon = split_document(blocks)
    writer = BlockWriter()
    header = writer.write(opening)
    body = writer.write(content)
    lines = [
        "<!doctype html>",
        '<html lang="nl">',
        *_write_head(find_title(blocks) or "Document", stylesheet),
        "<body>",
        "<main>",
        "<header>",
        *header,
        *([f"<figure>{figure}</figure>"] if figure else []),
        "</header>",
        *(_write_contents(writer.headings) if has_contents(content) else []),
        *body,
        "</main>",
        *(["<footer>", *writer.write(colofon), "</footer>"] if colofon else []),
        "</body>",
        "</html>",
    ]
    return ("\n".join(lines) + "\n").encode()


def _write_head(title: str, stylesheet: str) -> Iterator[str]:
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield '<meta name="robots" content="noindex">'
    yield f"<title>{escape_text(title)}</title>"
    yield f"<style>\n{_running_title(title)}\n{stylesheet}</style>"
    yield "</head>"


def _running_title(title: str) -> str:
    """CSS that repeats the title above every printed page; in a string of CSS any sign may be written as its number."""
    signs = "".join(sign if sign.isalnum() or sign == " " else f"\\{ord(sign):x} " for sign in title)
    return f'@page {{ @top-left {{ content: "{signs}" }} }}'


def _write_contents(headings: Sequence[Anchor]) -> Iterator[str]:
    yield '<nav aria-labelledby="in_dit_document">'
    yield '<p id="in_dit_document">In dit document</p>'
    yield "<ul>"
    for anchor in headings:
        if anchor.level == 2:
            yield f'<li><a href="#{anchor.id}">{escape_text(anchor.text)}</a></li>'
    yield "</ul>"
    yield "</nav>"
