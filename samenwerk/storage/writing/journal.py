"""The journal of a step over several files: which they are, and by its name whether the step goes on or back.

It holds no word of the files themselves.
"""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from samenwerk.errors import DossierError
from samenwerk.storage.files import resolve
from samenwerk.storage.writing.moves import move, remove
from samenwerk.storage.writing.staging import stage
from samenwerk.storage.writing.work_folder import GOES_BACK, GOES_ON, find_journal

_HIDDEN = (".gitignore", ".gitattributes")
"""The only files that samenwerk writes of which the name begins with a dot."""


class Entry(NamedTuple):
    """One file of a step: its path in the folder of the dossier, and what it held and will hold, as digests.

    `old` is empty for a file that was not there, `new` for one that is taken away.
    """

    path: str
    old: str
    new: str


class Journal(NamedTuple):
    """A step that was decided: its files, the folders it makes, and whether it is being taken back."""

    entries: tuple[Entry, ...]
    folders: tuple[str, ...]
    goes_back: bool


def digest(content: bytes | None) -> str:
    """What the journal says of a content; empty for a file that is not there."""
    return "" if content is None else sha256(content).hexdigest()


def write_journal(work: Path, entries: Sequence[Entry], folders: Sequence[str]) -> None:
    """Put the journal in its place, whole: from now on the step is decided. Raises `OSError`."""
    # Here and below, and not above: one file by itself needs no journal.
    import json

    content = {"bestanden": [entry._asdict() for entry in entries], "mappen": list(folders)}
    place = work / "nieuw.json"
    stage(place, json.dumps(content).encode(), work / GOES_ON)
    move(place, work / GOES_ON)


def turn_back(work: Path) -> None:
    """Say of a step that was decided that it is taken back; this needs no room on the disk. Raises `OSError`."""
    if (work / GOES_ON).exists():
        move(work / GOES_ON, work / GOES_BACK)


def remove_journal(work: Path) -> None:
    """Say that the step is over. Raises `OSError`."""
    for name in (GOES_ON, GOES_BACK):
        remove(work / name)


def read_journal(work: Path) -> Journal | None:
    """The journal of a step that was not brought to its end; None when there is none. Raises `OSError`."""
    path = find_journal(work)
    if path is None:
        return None
    import json

    try:
        content = json.loads(path.read_bytes())
        entries = tuple(Entry(*map(str, entry.values())) for entry in content["bestanden"])
        folders = tuple(map(str, content["mappen"]))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        # It is put in its place whole, so one that cannot be understood is none of ours.
        return None
    if not all(_may_be_ours(work.parent, named) for named in (*folders, *(entry.path for entry in entries))):
        return None
    return Journal(entries, folders, path.name == GOES_BACK)


def _may_be_ours(root: Path, path: str) -> bool:
    """Whether a step of ours can name this path.

    A folder of a stranger may bring a journal along, and must not put a file outside it by that, or among those of git.
    """
    try:
        *folders, name = resolve(root / path).relative_to(resolve(root)).parts
    except (ValueError, DossierError):
        return False
    return not any(part.startswith(".") for part in folders) and (not name.startswith(".") or name in _HIDDEN)
