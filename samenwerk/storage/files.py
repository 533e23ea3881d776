"""Reading and writing files so that nothing is lost.

Whole or not at all, never over someone else's change, never outside the folder.
"""

import errno
import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from samenwerk.errors import ChangedMeanwhileError, DossierError, RefusedError, SamenwerkError
from samenwerk.storage.yaml_tree import MAX_BYTES

LOCK_NAME = ".samenwerk.lock"
LOCK_SECONDS = 2.0

MAX_FORM_BYTES = 100_000_000
"""What a document in another form may be: someone may have put photographs in a Word file."""


def read_file(root: Path, path: Path, at_most: int = MAX_BYTES) -> bytes | None:
    """The bytes of a file inside `root`; None when there is none.

    Raises `DossierError` when the path leads out of the folder, is no ordinary file, is too large or may not be read.
    """
    check_inside(root, path)
    try:
        mode = path.stat().st_mode
        if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
            # Opening a pipe would wait until someone writes in it.
            raise OSError(errno.ENODEV, "no ordinary file")
        with path.open("rb") as file:
            content = file.read(at_most + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise DossierError(
            f"{path.name} is niet te lezen: {_reason(error)}.", "Kijk na of het een bestand is dat u mag openen."
        ) from None
    if len(content) > at_most:
        raise DossierError(
            f"{path.name} is groter dan {at_most // 1_000_000} MB; dat leest samenwerk niet.",
            "Kijk na of dit het juiste bestand is.",
        )
    return content


def check_inside(root: Path, path: Path) -> None:
    """Raise `DossierError` when a path, links followed, leads out of the folder of the dossier."""
    if not _resolve(path).is_relative_to(_resolve(root)):
        raise DossierError(
            f"{path.name} wijst naar een plaats buiten de map van het dossier.",
            "Zet het bestand zelf in de map, geen snelkoppeling.",
        )


@contextmanager
def write_lock(root: Path) -> Iterator[None]:
    """Hold the folder for writing.

    Raises `ChangedMeanwhileError` when another command holds it, `RefusedError` when it may not be written.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(root / LOCK_NAME, timeout=LOCK_SECONDS)
    try:
        lock.acquire()
    except Timeout:
        raise ChangedMeanwhileError(
            "Een ander commando schrijft op dit moment in dit dossier; er is niets veranderd.",
            "Probeer het zo dadelijk opnieuw.",
        ) from None
    except OSError as error:
        raise _cannot_write(root, error) from None
    try:
        yield
    finally:
        lock.release()


def replace_file(root: Path, path: Path, content: bytes, *, expected: bytes | None, private: bool = False) -> None:
    """Put `content` in the place of `expected`, whole or not at all; `expected` is None for a file that is not there yet.

    A new `private` file is for its owner only; one that is there keeps its mode.

    The caller holds `write_lock`. Raises `ChangedMeanwhileError` when the file no longer holds what was expected.
    """
    _check_unchanged(root, path, expected)
    target = _resolve(path)
    # Always the same name, so that the next command clears what a killed one left behind.
    temporary = target.with_name(f".{target.name}.tmp")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        check_inside(root, target)
        temporary.unlink(missing_ok=True)
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600 if private else 0o666)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            if expected is not None:
                temporary.chmod(stat.S_IMODE(target.stat().st_mode))
            # Again, at the last moment: an editor knows nothing of the lock.
            _check_unchanged(root, path, expected)
            temporary.replace(target)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise _cannot_write(path, error) from None
    _sync_folder(target.parent)


class Replacement(NamedTuple):
    """One file to write: its new content, and what must be there now (None for a file that is not there yet)."""

    path: Path
    content: bytes
    expected: bytes | None
    private: bool = False


def replace_files(root: Path, replacements: Sequence[Replacement]) -> None:
    """Write several files of one folder, all or none: when one cannot be written, those before it are put back.

    They are written in their order: killed halfway, those before are there and those after are not.
    Raises what `write_lock` and `replace_file` raise.
    """
    with write_lock(root):
        for number, (path, content, expected, private) in enumerate(replacements):
            try:
                replace_file(root, path, content, expected=expected, private=private)
            except SamenwerkError:
                for written in reversed(replacements[:number]):
                    _put_back(root, written)
                raise


def _put_back(root: Path, written: Replacement) -> None:
    if written.expected is None:
        _check_unchanged(root, written.path, written.content)
        written.path.unlink()
    else:
        replace_file(root, written.path, written.expected, expected=written.content, private=written.private)


def _check_unchanged(root: Path, path: Path, expected: bytes | None) -> None:
    if read_file(root, path, MAX_FORM_BYTES) != expected:
        raise ChangedMeanwhileError(
            f"{path.name} is intussen door iemand anders gewijzigd; er is niets geschreven.",
            "Bekijk de wijziging en geef het commando opnieuw.",
        )


def _resolve(path: Path) -> Path:
    # Path.resolve stops with an error of its own at links that go round in a circle.
    return Path(os.path.realpath(path))


def _sync_folder(folder: Path) -> None:
    # Without this a power cut may still bring back the old file. Windows and some network disks have no such call;
    # the new file is in its place then, which is all that can be had.
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _cannot_write(path: Path, error: OSError) -> RefusedError:
    return RefusedError(
        f"In {path.name or path} kan niet geschreven worden: {_reason(error)}.",
        "Kijk na of u in deze map mag schrijven en of de schijf niet vol is.",
    )


def _reason(error: OSError) -> str:
    known = {
        errno.EACCES: "u hebt er geen toegang toe",
        errno.EPERM: "dat mag niet",
        errno.EROFS: "de map is alleen om te lezen",
        errno.ENOSPC: "de schijf is vol",
        errno.EISDIR: "het is een map",
        errno.ENODEV: "het is geen gewoon bestand",
        errno.ENOTDIR: "een deel van het pad is geen map",
        errno.ELOOP: "de snelkoppelingen lopen in een kring",
    }
    return known.get(error.errno or 0, "het systeem weigert het")
