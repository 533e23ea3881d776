"""Holding a folder for writing, with the lock of the system: it is let go of when its holder dies."""

import errno
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

from samenwerk.errors import ChangedMeanwhileError, RefusedError
from samenwerk.storage.file_errors import cannot_write
from samenwerk.storage.writing.work_folder import HOLDER_NAME, LOCK_NAME, WORK_FOLDER, keep_out_of_git, open_work_folder, share

LOCK_SECONDS = 2.0
_PAUSE = 0.02

HOLDER_SECONDS = 60.0
"""No command holds a folder so long: one that did has died."""

_NO_LOCKS_HERE = (errno.ENOSYS, errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EIO, errno.EINVAL)
"""How a disk, mostly one of another machine, says that it knows no locks."""

_UNUSABLE = {
    errno.ELOOP: "het is een snelkoppeling",
    errno.EISDIR: "het is een map",
    errno.EACCES: "u hebt er geen toegang toe",
}


@contextmanager
def write_lock(root: Path) -> Iterator[Path]:
    """Hold the folder of a dossier for writing; gives the folder `.samenwerk` in it.

    Raises `ChangedMeanwhileError` when another command holds it, `RefusedError` when it may not be written.
    """
    folder = open_work_folder(root)
    with ExitStack() as at_the_end:
        try:
            descriptor = _open(folder / LOCK_NAME, root)
            at_the_end.callback(os.close, descriptor)
            at_the_end.callback(_wait_for(folder, descriptor))
            keep_out_of_git(root)
        except OSError as error:
            raise _cannot_lock(root, error) from None
        yield folder


def _open(path: Path, root: Path) -> int:
    if path.is_dir():
        # Said here: Windows would call it a file that may not be opened.
        raise IsADirectoryError(errno.EISDIR, "a folder")
    flags = os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
    try:
        descriptor = os.open(path, os.O_RDWR | flags, 0o666)
    except PermissionError:
        # Someone made it read-only; a lock needs no more than that.
        return os.open(path, os.O_RDONLY | flags)
    share(path, root)
    return descriptor


def _wait_for(folder: Path, descriptor: int) -> Callable[[], None]:
    """Take the lock; gives how to let go of it."""
    until = time.monotonic() + LOCK_SECONDS
    while True:
        release = _try(folder, descriptor)
        if release is not None:
            return release
        if time.monotonic() >= until:
            raise ChangedMeanwhileError(
                "Een ander commando schrijft op dit moment in dit dossier; er is niets veranderd.",
                "Probeer het zo dadelijk opnieuw.",
            )
        time.sleep(_PAUSE)


def _try(folder: Path, descriptor: int) -> Callable[[], None] | None:
    try:
        return partial(_unlock, descriptor) if _try_lock(descriptor) else None
    except OSError as error:
        if error.errno not in _NO_LOCKS_HERE:
            raise
    holder = folder / HOLDER_NAME
    return partial(holder.unlink, missing_ok=True) if _try_name(holder) else None


if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

    def _unlock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _unlock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)


def _try_name(holder: Path) -> bool:
    """Where the disk knows no locks: whoever makes this file holds the folder, until it is old."""
    try:
        os.close(os.open(holder, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))
    except FileExistsError:
        # The clock of another machine may be ahead as well as behind.
        if abs(time.time() - holder.lstat().st_mtime) > HOLDER_SECONDS:
            holder.unlink(missing_ok=True)
        return False
    return True


def _cannot_lock(root: Path, error: OSError) -> RefusedError:
    reason = _UNUSABLE.get(error.errno or 0)
    if reason is None:
        return cannot_write(root, error)
    lock = f"{WORK_FOLDER}/{LOCK_NAME}"
    remedy = f"Haal {lock} weg; samenwerk maakt het opnieuw."
    if error.errno == errno.EACCES:
        # Who may not use it may mostly not take it away either.
        remedy = f"Vraag wie de map {WORK_FOLDER} gemaakt heeft om ze weg te halen; samenwerk maakt ze opnieuw."
    return RefusedError(f"{lock} is niet te gebruiken: {reason}.", remedy)
