"""Several documents in one: each a chapter below one title."""

from collections.abc import Sequence

from samenwerk.rendering.forms.layout import DEEPEST
from samenwerk.rendering.marks.colofon import sign, strip_colofon
from samenwerk.rendering.marks.vrij import without_marks
from samenwerk.rendering.text.plain import tidy


def join_documents(opening: str, documents: Sequence[str]) -> str:
    """One document: the opening, and below it every document as a chapter; all are Markdown with their colofon.

    What people wrote on the free places stays, without the marks: it is written in the documents themselves.
    """
    chapters = [_lower_headings(strip_colofon(document)) for document in documents]
    text = tidy(without_marks("\n\n".join([strip_colofon(opening), *chapters])))
    return sign(text, text)


def _lower_headings(document: str) -> str:
    """The document with every heading one level deeper; what only looks like one, as in a piece of code, stays as it is."""
    from markdown_it import MarkdownIt

    lines = document.split("\n")
    for token in MarkdownIt("commonmark").parse(document):
        if token.type == "heading_open" and token.map and token.markup.startswith("#") and len(token.markup) < DEEPEST:
            lines[token.map[0]] = lines[token.map[0]].replace("#", "##", 1)
    return "\n".join(lines)
