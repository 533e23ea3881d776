"""The folder `.samenwerk`, in which samenwerk keeps what it needs while it writes: why, see docs/besluiten/0023-werkmap.md.

Git takes nothing of it along, and whoever may write in the folder of the dossier may write in it.
"""

import os
import stat
from contextlib import suppress
from pathlib import Path

from samenwerk.errors import RefusedError
from samenwerk.storage.file_errors import cannot_write
from samenwerk.storage.files import resolve
from samenwerk.storage.writing.moves import remove

WORK_FOLDER = ".samenwerk"
LOCK_NAME, HOLDER_NAME = "lock", "houder"
GOES_ON, GOES_BACK = "vooruit.json", "terug.json"
"""The journal of a step over several files, by whether it is being made or taken back."""

_GITIGNORE = ".gitignore"
_IGNORE_ALL = b"# Wat samenwerk bijhoudt terwijl het schrijft; git slaat het over.\n*\n"
_KEPT = (LOCK_NAME, HOLDER_NAME, _GITIGNORE)
_OF_EARLIER_VERSIONS = ".samenwerk.lock"


def open_work_folder(root: Path) -> Path:
    """The folder `.samenwerk` in `root`, made when there is none.

    Raises `RefusedError` when it cannot be made, or when something else has its name.
    """
    folder = root / WORK_FOLDER
    try:
        with suppress(FileExistsError):
            folder.mkdir()
        if resolve(folder) != resolve(root) / WORK_FOLDER or not folder.is_dir():
            raise RefusedError(
                f"{WORK_FOLDER} is een snelkoppeling of een bestand; samenwerk heeft daar een eigen map nodig.",
                f"Haal {WORK_FOLDER} weg, of geef het een andere naam.",
            )
        share(folder, root)
    except OSError as error:
        raise cannot_write(root, error) from None
    return folder


def keep_out_of_git(root: Path) -> None:
    """See to it that git skips the folder, before anything is put in it; who calls this holds the lock. Raises `OSError`."""
    ignore = root / WORK_FOLDER / _GITIGNORE
    # A killed command may have left it empty, and a stranger may have put a link there.
    if ignore.is_symlink() or not ignore.is_file() or ignore.read_bytes() != _IGNORE_ALL:
        ignore.unlink(missing_ok=True)
        with ignore.open("xb") as file:
            file.write(_IGNORE_ALL)
        share(ignore, root)
    with suppress(OSError):
        (root / _OF_EARLIER_VERSIONS).unlink()


def find_journal(folder: Path) -> Path | None:
    """The journal of a step that was not brought to its end; None in a folder that this person may not look into.

    A step is being taken back from when that is said, whatever else is there. What is no file is none of ours.
    """
    journals = (folder / GOES_BACK, folder / GOES_ON)
    return next((path for path in journals if os.path.isfile(path)), None)  # noqa: PTH113  # the other one raises


def has_journal(folder: Path) -> bool:
    """Whether a step was decided and not brought to its end; no in a folder that this person may not look into."""
    return find_journal(folder) is not None


def remove_work_folder(root: Path) -> None:
    """Take the folder away again, as far as it goes: where nothing came of what was to be written."""
    folder = root / WORK_FOLDER
    with suppress(OSError):
        for name in _KEPT:
            remove(folder / name)
        folder.rmdir()


def share(path: Path, root: Path) -> None:
    """Let everyone who may write in `root` write in what samenwerk made there, whoever made it first."""
    if not hasattr(os, "chown"):
        return  # On Windows it has the rights of the folder it stands in.
    wanted, found = root.stat(), path.stat()
    mode = stat.S_IMODE(wanted.st_mode)
    mode &= ~stat.S_ISVTX if stat.S_ISDIR(found.st_mode) else 0o666
    # Where another made it this may be refused; then that one has shared it already. Some disks know no modes at all.
    with suppress(OSError):
        if (found.st_uid, found.st_gid) != (wanted.st_uid, wanted.st_gid):
            give(path, wanted.st_uid, wanted.st_gid)
        if stat.S_IMODE(path.stat().st_mode) != mode:
            path.chmod(mode)


def give(path: Path, owner: int, group: int) -> None:
    """Give a file to its owner and group as far as the system lets us: only root gives to another owner."""
    try:
        os.chown(path, owner, group)
    except OSError:
        with suppress(OSError):
            os.chown(path, -1, group)


def clear(folder: Path) -> None:
    """Remove what a killed command left in the folder. Raises `RefusedError` when another program holds it."""
    for path in folder.iterdir():
        if path.name not in _KEPT and not path.is_dir():
            try:
                remove(path)
            except OSError as error:
                raise cannot_write(path, error) from None
