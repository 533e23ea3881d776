"""One file to write, as a command means it: whether it may be written is seen without what writing takes."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from samenwerk.storage.files import check_inside
from samenwerk.storage.writing.limits import check_fits


class Replacement(NamedTuple):
    """One file to write: its new content (None takes it away), and what must be there now (None for one that is not yet).

    A new `private` file is for its owner only; one that is there keeps its mode.
    """

    path: Path
    content: bytes | None
    expected: bytes | None
    private: bool = False


def check_replacements(root: Path, replacements: Sequence[Replacement]) -> None:
    """Raise `RefusedError` for a file that could not be read again, `DossierError` for one that leads out of the folder."""
    for path, content, *_ in replacements:
        check_inside(root, path)
        if content is not None:
            check_fits(path, content)
