"""The free places of a document: marked spots for a text of the group's own, which every render keeps.

The marks are comments, which no reader of Markdown shows. What stands between them is Markdown of the people themselves; it
is kept in the dossier (`documenten.startnota.vrij`) and in every form of the document.
"""

import re

from samenwerk.rendering.text.plain import strip_invisible, tidy

_PLACE = re.compile(r"^<!-- vrij: ([a-z0-9_-]+) -->$(.*?)^<!-- einde: \1 -->$", re.MULTILINE | re.DOTALL)
_HARD_BREAK = re.compile(r" {2,}\n(?=\S)")


def write_place(plaats: str, tekst: str) -> str:
    """A free place with its text, between blank lines; the text may be empty."""
    inhoud = f"{tekst}\n\n" if tekst else ""
    return f"\n<!-- vrij: {plaats} -->\n\n{inhoud}<!-- einde: {plaats} -->\n"


def read_places(document: str) -> dict[str, str]:
    """What people wrote on the free places of a document, with the place of each; an empty place has an empty text."""
    return {place[1]: as_own_text(place[2]) for place in _PLACE.finditer(document)}


def as_own_text(tekst: str) -> str:
    """A text as it is kept: no blank lines around it, no signs that show nothing, a line end that counts written as such."""
    return tidy(_HARD_BREAK.sub(r"\\\n", strip_invisible(tekst.replace("\r\n", "\n")))).strip("\n")


def empty_places(document: str) -> str:
    """The document without what people wrote on its free places: what only the tool writes."""
    return _PLACE.sub(lambda place: write_place(place[1], "").strip("\n"), document)


def without_marks(document: str) -> str:
    """The document with those texts, and without the marks around them: what the other forms show."""
    return tidy(_PLACE.sub(lambda place: place[2], document))


def swallows_what_follows(tekst: str) -> bool:
    """Whether a text leaves something open, such as ``` or <!--, that would take in the rest of the document."""
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").parse(f"{tekst}\n\nrest")
    return [token.type for token in tokens[-3:]] != ["paragraph_open", "inline", "paragraph_close"]
