"""Putting a file in its place and taking one away, where other programs look at the same files."""

import os
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import sleep

from samenwerk.storage.file_errors import is_held

PAUSES = (0.02, 0.04, 0.08, 0.16, 0.3, 0.4)
"""Seconds between one try and the next, a second in all: on Windows a virus scanner or OneDrive holds a new file so long."""


def _nothing() -> None:
    """What is looked at before a file that only we know of."""


def move(source: Path, target: Path, check: Callable[[], None] = _nothing) -> None:
    """Put a file in the place of another, whole, and see to it that a power cut does not bring the old one back.

    Before each try the check may stop it: who held the file may have saved it meanwhile. Raises `OSError`.
    """

    def replace() -> None:
        check()
        source.replace(target)

    _patiently(replace)
    sync_folder(target.parent)


def remove(path: Path, check: Callable[[], None] = _nothing) -> None:
    """Take a file away, if it is there; the check as in `move`. One that is read-only too, which Windows refuses."""

    def unlink() -> None:
        check()
        try:
            path.unlink(missing_ok=True)
        except PermissionError:
            path.chmod(stat.S_IWRITE)
            path.unlink(missing_ok=True)

    _patiently(unlink)


def _patiently(action: Callable[[], None]) -> None:
    for pause in PAUSES:
        try:
            return action()
        except PermissionError as error:
            if not is_held(error):
                raise
        sleep(pause)
    return action()


def sync_folder(folder: Path) -> None:
    """Have the system keep what was put in a folder, or taken out of it."""
    # Windows and some network disks have no such call; the new file is in its place then, which is all that can be had.
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
