"""The free places of a document: marked spots for a text of the group's own, which every render keeps.

The marks are comments, which no reader of Markdown shows. What stands between them is Markdown of the people themselves; it
is kept in the dossier (`documenten.startnota.vrij`) and in every form of the document.
"""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from samenwerk.rendering.text.plain import strip_invisible, tidy

_MARK = r"(?m)^<!-- (vrij|einde): ([a-z0-9_-]+) -->$"
_HARD_BREAK = r"(?<! ) {2,}\n(?=\S)"


class _Place(NamedTuple):
    """A free place in a document: its name, what stands between its marks, and where it begins and ends with them."""

    naam: str
    tekst: str
    start: int
    end: int


def write_place(plaats: str, tekst: str) -> str:
    """A free place with its text, between blank lines; the text may be empty."""
    inhoud = f"{tekst}\n\n" if tekst else ""
    return f"\n<!-- vrij: {plaats} -->\n\n{inhoud}<!-- einde: {plaats} -->\n"


def read_places(document: str) -> dict[str, str]:
    """What people wrote on the free places of a document, with the place of each; an empty place has an empty text."""
    return {place.naam: as_own_text(place.tekst) for place in _find_places(document)}


def as_own_text(tekst: str) -> str:
    """A text as it is kept: no blank lines around it, no signs that show nothing, a line end that counts written as such."""
    return tidy(re.sub(_HARD_BREAK, r"\\\n", strip_invisible(tekst.replace("\r\n", "\n")))).strip("\n")


def empty_places(document: str) -> str:
    """The document without what people wrote on its free places: what only the tool writes."""
    return _replace_places(document, lambda place: write_place(place.naam, "").strip("\n"))


def with_places(document: str, teksten: Mapping[str, str]) -> str:
    """The document with these texts on the free places of those names; the others stay as they are."""

    def write(place: _Place) -> str:
        same = document[place.start : place.end]
        return write_place(place.naam, teksten[place.naam]).strip("\n") if place.naam in teksten else same

    return _replace_places(document, write)


def without_marks(document: str) -> str:
    """The document with those texts, and without the marks around them: what the other forms show."""
    return tidy(_replace_places(document, lambda place: place.tekst))


def _find_places(document: str) -> list[_Place]:
    """The free places in their order; a first mark whose last one is missing is text like any other."""
    next_end: dict[str, re.Match[str]] = {}
    pairs = []
    for mark in reversed(list(re.finditer(_MARK, document))):
        soort, naam = mark.groups()
        if soort == "einde":
            next_end[naam] = mark
        elif naam in next_end:
            pairs.append((mark, next_end[naam]))
    places: list[_Place] = []
    for begin, end in reversed(pairs):
        if not places or begin.start() >= places[-1].end:
            places.append(_Place(begin[2], document[begin.end() : end.start()], begin.start(), end.end()))
    return places


def _replace_places(document: str, write: Callable[[_Place], str]) -> str:
    parts, rest = [], 0
    for place in _find_places(document):
        parts += [document[rest : place.start], write(place)]
        rest = place.end
    return "".join([*parts, document[rest:]])


def swallows_what_follows(tekst: str) -> bool:
    """Whether a text leaves something open, such as ``` or <!--, that would take in the rest of the document."""
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").parse(f"{tekst}\n\nrest")
    return [token.type for token in tokens[-3:]] != ["paragraph_open", "inline", "paragraph_close"]
