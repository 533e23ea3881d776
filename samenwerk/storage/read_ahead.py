"""The dossier that the words of a command were read against, until the command asks for it: no file is read twice."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from samenwerk.storage.record_file import RecordFile

_AHEAD: "dict[Path, RecordFile]" = {}


def keep(dossier: "RecordFile") -> None:
    """Keep a dossier for the first that asks for the one in its folder."""
    _AHEAD[dossier.folder] = dossier


def take(folder: Path) -> "RecordFile | None":
    """The dossier of a folder, once: who asks again means to know what it says by then."""
    return _AHEAD.pop(folder, None)


def forget() -> None:
    """The command ended, whether it asked or not."""
    _AHEAD.clear()
