"""The sources of the templates: the organisation's own ones, its house set, and those that came with samenwerk, in that order.

A house style only has to say what it has otherwise: it stands behind the built-in one.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import samenwerk
from samenwerk.domain.tekens import describe_teken
from samenwerk.errors import Sjabloonregel, TemplateError, WrongUsageError, option
from samenwerk.storage.foreign_text import decode_text
from samenwerk.storage.merge_markers import check_merge_markers
from samenwerk.storage.read_once import ReadOnce

OWN_FOLDER = "sjablonen"
BUILTIN = "ingebouwd/"
"""Before a name: the template that came with samenwerk, so that an own one of the same name can build on it."""

PARTS = "_delen/"
"""Before a name: a template that makes no document itself; others take it in or build on it."""

SUFFIX = ".md.j2"
STYLESHEET, WORD_STYLE, TYPESETTING = "huisstijl.css", "huisstijl.docx", "document.typ"

_NAME = r"(_delen/)?[a-z0-9_-]+\.md\.j2"
_REACHES_OUT = r"(?i)</|<!--|\\|@import|(?<![a-z])(?:url|src|image|image-set)\("
"""What ends a `<style>` or fetches something; a backslash can spell either in another way."""


class Place(NamedTuple):
    """A folder of templates: what people call it, the files it must not lead out of, and where among them it is."""

    label: str
    files: ReadOnce
    inside: str = ""

    @property
    def folder(self) -> Path:
        """The folder itself."""
        return self.files.root / self.inside

    def read(self, name: str) -> str | None:
        """The text of a file in it, however it was saved; None when it is not there."""
        content = self.read_bytes(name)
        return None if content is None else decode_text(content)

    def read_bytes(self, name: str) -> bytes | None:
        """The bytes of a file in it; None when it is not there."""
        return self.files.read(f"{self.inside}/{name}" if self.inside else name)


class Templates:
    """The templates of the dossier with these files.

    `in_dossier` is the folder of the house set that the dossier names, which reading it checked; `chosen` is the one that a
    person chose for now, which goes before that. Raises `WrongUsageError` when that is not there.
    """

    def __init__(self, files: ReadOnce, in_dossier: str = "", chosen: str = "") -> None:
        self.builtin = _builtin()
        self.own = Place(OWN_FOLDER, files, OWN_FOLDER)
        house = _choose(chosen) if chosen else Place(in_dossier, files, in_dossier) if in_dossier else None
        self.not_builtin = [*dict.fromkeys(place for place in (self.own, house) if place)]

    def find_source(self, name: str) -> str | None:
        """The source of a template by its name; only plain names are looked up, so that none can reach another file.

        Raises `TemplateError` when git left two versions in it.
        """
        for place, source in self._find(name):
            _check_merged(place, name.removeprefix(BUILTIN), source)
            return source
        return None

    def locate(self, name: str) -> Place | None:
        """Where a template of this name stands; None when there is none."""
        return next((place for place, _ in self._find(name)), None)

    def _find(self, name: str) -> Iterator[tuple[Place, str]]:
        plain = name.removeprefix(BUILTIN)
        if re.fullmatch(_NAME, plain):
            for place in [self.builtin] if plain != name else [*self.not_builtin, self.builtin]:
                source = place.read(plain)
                if source is not None:
                    yield place, source

    def has_own(self, document_id: str) -> bool:
        """Whether a template that is not the built-in one, or a part that it may take in, makes this document."""
        # A folder that may not be looked into has its sentence in find_source; here it only must not stop the question.
        return any(
            os.path.lexists(place.folder / f"{document_id}{SUFFIX}") or os.path.lexists(place.folder / PARTS)
            for place in self.not_builtin
        )

    def find_stylesheet(self) -> str:
        """The house style of a page: the built-in one, and behind it the organisation's own ones, which so prevail.

        Raises `TemplateError` when one would reach outside the page, with the line.
        """
        own = [(place, place.read(STYLESHEET) or "") for place in reversed(self.not_builtin)]
        for place, text in own:
            _check_merged(place, STYLESHEET, text)
            for regel, line in enumerate(text.split("\n"), 1):
                if wrong := _find_wrong(line):
                    raise TemplateError(*wrong, Sjabloonregel(f"{place.label}/{STYLESHEET}", regel, line.strip()))
        return "".join([self.builtin.read(STYLESHEET) or "", *(text for _, text in own)])

    def find_word_style(self) -> bytes | None:
        """The organisation's own Word file of which the styles are used; None when it has none."""
        contents = (place.read_bytes(WORD_STYLE) for place in self.not_builtin)
        return next((content for content in contents if content is not None), None)

    def find_typesetting(self) -> str:
        """The program that typesets every document as PDF. It is a program, so there is no own one beside it."""
        return self.builtin.read(TYPESETTING) or ""

    def list_names(self, place: Place) -> list[str]:
        """The names of the templates that stand in one of the folders, parts last."""
        return [name for name in self.list_files(place) if re.fullmatch(_NAME, name)]

    def list_files(self, place: Place) -> list[str]:
        """The names of everything that stands in one of the folders where a template can stand, parts last."""
        return [
            f"{inside}{path.name}"
            for inside in ("", PARTS)
            if (place.folder / inside).is_dir()
            for path in sorted((place.folder / inside).iterdir())
            if path.is_file()
        ]


def _check_merged(place: Place, name: str, text: str) -> None:
    for bevinding in check_merge_markers(text):
        raise TemplateError(
            "twee mensen wijzigden hier hetzelfde, en git zette beide versies in het bestand.",
            bevinding.oplossing,
            Sjabloonregel(f"{place.label}/{name}", bevinding.regel),
        )


def _find_wrong(line: str) -> tuple[str, str] | None:
    """What may not stand in a line of a house style, and why; None when all of it may."""
    if found := re.search(_REACHES_OUT, line):
        return (
            f"“{found[0]}” mag hier niet staan.",
            "Een huisstijl verandert kleuren, letters en maten. Ze haalt niets op, en zet voor geen teken een \\.",
        )
    teken = describe_teken(line)
    return (f"hier staat {teken}.", "Haal dat teken weg: het toont niets.") if teken else None


def _builtin() -> Place:
    """Where the built-in templates are: in the installed package, or beside it in a checkout."""
    package = Path(samenwerk.__file__).parent
    installed = package / "templates"
    folder = installed if installed.is_dir() else package.parent / "templates"
    return Place(BUILTIN.rstrip("/"), ReadOnce(folder))


def _choose(chosen: str) -> Place:
    folder = Path(chosen)
    if not folder.is_dir():
        oplossing = "Kijk de naam achter ", option("sjablonen"), " na."
        raise WrongUsageError(f"De map met sjablonen {chosen} bestaat niet.", oplossing)
    return Place(chosen, ReadOnce(folder))
