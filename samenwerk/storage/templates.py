"""The sources of the templates: an organisation's own one in sjablonen/ wins over the built-in one."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import samenwerk
from samenwerk.storage.files import read_file

OWN_FOLDER = "sjablonen"
BUILTIN = "ingebouwd/"
"""Before a name: the template that came with samenwerk, so that an own one of the same name can build on it."""

_NAME = re.compile(r"(_delen/)?[a-z0-9_-]+\.md\.j2")


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
            content = read_file(root, place / plain)
            if content is not None:
                return content.decode("utf-8-sig", errors="replace").replace("\r\n", "\n")
        return None

    return find


def has_own_template(folder: Path, document_id: str) -> bool:
    """Whether an organisation's own template, or an own part that it may take in, stands in for the built-in one."""
    own = folder / OWN_FOLDER
    # A folder that may not be looked into has its sentence in find_source; here it only must not stop the question.
    return os.path.lexists(own / f"{document_id}.md.j2") or os.path.lexists(own / "_delen")
