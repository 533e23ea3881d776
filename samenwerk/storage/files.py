"""Reading files: never outside the folder of the dossier, never more than a file of that kind may hold.

How they are written stands in `writing/`; both ask the same limits, so that nothing is written that cannot be read again.
"""

import errno
import os
import stat
from pathlib import Path

from samenwerk.errors import DossierError
from samenwerk.storage.arrival import is_elsewhere, not_fetched
from samenwerk.storage.file_errors import cannot_read, name_of
from samenwerk.storage.yaml_tree import MAX_BYTES

MAX_FORM_BYTES = 100_000_000
"""What a document in another form may be: someone may have put photographs in a Word file."""

_SMALL_TEXTS = ("", ".yaml", ".md", ".j2", ".css", ".json", ".csv", ".ics")
"""How the files end that are read as text; every other is a document in another form."""


def limit_of(path: Path) -> int:
    """How many bytes a file of this kind may hold."""
    return MAX_BYTES if path.suffix.lower() in _SMALL_TEXTS else MAX_FORM_BYTES


def is_text(path: Path) -> bool:
    """Whether a file of this kind is read and compared line by line."""
    return path.suffix.lower() in (*_SMALL_TEXTS, ".html")


def read_file(root: Path, path: Path) -> bytes | None:
    """The bytes of a file inside `root`; None when there is none.

    Raises `DossierError` when the path leads out of the folder, is no ordinary file, is too large or may not be read.
    """
    check_inside(root, path)
    return read_anywhere(path)


def read_anywhere(path: Path) -> bytes | None:
    """The bytes of a file that the person named, wherever it is; None when there is none.

    Raises `DossierError` when it is no ordinary file, is too large or may not be read.
    """
    at_most = limit_of(path)
    status = None
    try:
        status = path.stat()
        mode = status.st_mode
        if stat.S_ISDIR(mode):
            # Said here: Windows would call it a file that may not be opened.
            raise IsADirectoryError(errno.EISDIR, "a folder")
        if not stat.S_ISREG(mode):
            # Opening a pipe would wait until someone writes in it.
            raise OSError(errno.ENODEV, "no ordinary file")
        with path.open("rb") as file:
            content = file.read(at_most + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        if status and is_elsewhere(status):
            raise not_fetched(name_of(path)) from None
        raise cannot_read(path, error) from None
    if len(content) > at_most:
        raise DossierError(
            f"{path.name} is groter dan {at_most // 1_000_000} MB; dat leest samenwerk niet.",
            "Controleer of dit het juiste bestand is.",
        )
    return content


def check_inside(root: Path, path: Path) -> None:
    """Raise `DossierError` when a path, links followed, leads out of the folder of the dossier or cannot be followed."""
    if not resolve(path).is_relative_to(resolve(root)):
        raise DossierError(
            f"{name_of(path)} wijst naar een plaats buiten de map van het dossier.",
            "Zet het bestand zelf in de map, geen snelkoppeling.",
        )


def resolve(path: Path) -> Path:
    """Where a path leads, links followed. Raises `DossierError` when the system cannot tell: a network disk that is gone."""
    # Path.resolve stops with an error of its own at links that go round in a circle.
    try:
        return Path(os.path.realpath(path))
    except OSError as error:
        raise cannot_read(path, error) from None
