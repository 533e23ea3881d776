"""The sources of the templates: an organisation's own one in sjablonen/ wins over the built-in one.

Its own house style wins only where it says something else: it stands behind the built-in one.
"""

import os
import re
from collections.abc import Callable
from pathlib import Path

import samenwerk
from samenwerk.errors import TemplateError
from samenwerk.storage.files import MAX_FORM_BYTES, read_file

OWN_FOLDER = "sjablonen"
BUILTIN = "ingebouwd/"
"""Before a name: the template that came with samenwerk, so that an own one of the same name can build on it."""

_NAME = re.compile(r"(_delen/)?[a-z0-9_-]+\.md\.j2")

STYLESHEET, WORD_STYLE, TYPESETTING = "huisstijl.css", "huisstijl.docx", "document.typ"

_REACHES_OUT = re.compile(r"</|<!--|\\|@import|(?<![a-z])(?:url|src|image|image-set)\(", re.IGNORECASE)
"""What ends a `<style>` or fetches something; a backslash can spell either in another way."""


def builtin_folder() -> Path:
    """Where the built-in templates are: in the installed package, or beside it in a checkout."""
    package = Path(samenwerk.__file__).parent
    installed = package / "templates"
    return installed if installed.is_dir() else package.parent / "templates"


def find_source(folder: Path) -> Callable[[str], str | None]:
    """A look-up of templates by name for the dossier in `folder`.

    Only plain names are looked up, so that no template can reach a file outside the two folders.
    """
    own, builtin = (folder, folder / OWN_FOLDER), (builtin_folder(), builtin_folder())

    def find(name: str) -> str | None:
        plain = name.removeprefix(BUILTIN)
        if not _NAME.fullmatch(plain):
            return None
        for root, place in (own, builtin) if plain == name else (builtin,):
            source = _read_source(root, place / plain)
            if source is not None:
                return source
        return None

    return find


def find_stylesheet(folder: Path) -> str:
    """The house style of the dossier in `folder`: the built-in one, and behind it the organisation's own, which so prevails.

    Raises `TemplateError` when the own one would reach outside the page, with the line.
    """
    builtin = _read_source(builtin_folder(), builtin_folder() / STYLESHEET) or ""
    own = _read_source(folder, folder / OWN_FOLDER / STYLESHEET) or ""
    if found := _REACHES_OUT.search(own):
        regel = own.count("\n", 0, found.start()) + 1
        raise TemplateError(
            f"De huisstijl {OWN_FOLDER}/{STYLESHEET}, regel {regel}: “{found[0]}” mag hier niet staan.",
            "Een huisstijl verandert kleuren, letters en maten. Ze haalt niets op, en zet voor geen enkel teken een \\.",
        )
    return builtin + own


def find_typesetting() -> str:
    """The program that typesets every document as PDF. It is a program, so there is no own one beside it."""
    return _read_source(builtin_folder(), builtin_folder() / TYPESETTING) or ""


def find_word_style(folder: Path) -> bytes | None:
    """The organisation's own Word file of which the styles are used; None when it has none."""
    return read_file(folder, folder / OWN_FOLDER / WORD_STYLE, MAX_FORM_BYTES)


def _read_source(root: Path, path: Path) -> str | None:
    """The text of a file within `root`, without what Windows adds to it; None when it is not there."""
    content = read_file(root, path)
    return None if content is None else content.decode("utf-8-sig", errors="replace").replace("\r\n", "\n")


def has_own_template(folder: Path, document_id: str) -> bool:
    """Whether an organisation's own template, or an own part that it may take in, stands in for the built-in one."""
    own = folder / OWN_FOLDER
    # A folder that may not be looked into has its sentence in find_source; here it only must not stop the question.
    return os.path.lexists(own / f"{document_id}.md.j2") or os.path.lexists(own / "_delen")
