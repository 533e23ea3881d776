"""The versions of a file of records that this user's commands read or wrote: what two versions of it can have come from."""

import os
from contextlib import suppress
from pathlib import Path

from samenwerk.errors import DossierError
from samenwerk.storage.file_errors import cannot_write
from samenwerk.storage.memory.place import digest, find_place
from samenwerk.storage.user_files import make_private_folder, write_whole

MOST_VERSIONS = 50
MAX_BYTES = 20_000_000
"""What the versions of one file may take on the disk; the last one is kept whatever it takes."""


def keep_version(folder: Path, name: str, content: bytes) -> None:
    """Keep a version of the file of this name, unless it is kept already. Where that cannot be done it is not."""
    with suppress(OSError, DossierError):
        ring = _find_ring(folder, name)
        if ring is None:
            return
        # A look is all it costs a command that only shows something.
        paths, known_as = _list(ring), digest(content)
        if not any(path.suffix == f".{known_as}" for path in paths):
            make_private_folder(ring)
            number = _number_of(paths[-1]) + 1 if paths else 1
            write_whole(ring / f"{number}.{known_as}", content)
            _forget_oldest(_list(ring))


def read_versions(folder: Path, name: str) -> list[bytes]:
    """The versions of the file of this name, the one that came last first; one that cannot be read is passed over."""
    ring = _find_ring(folder, name)
    versions = []
    for path in reversed(_list(ring)) if ring else ():
        with suppress(OSError):
            versions.append(path.read_bytes())
    return versions


def forget_versions(folder: Path, name: str) -> None:
    """Forget all versions of the file of this name. Raises `RefusedError` when that cannot be done."""
    ring = _find_ring(folder, name)
    if ring is None:
        return
    try:
        for path in _list(ring):
            path.unlink(missing_ok=True)
    except OSError as error:
        raise cannot_write(ring, error) from None


def _find_ring(folder: Path, name: str) -> Path | None:
    place = find_place(folder)
    return place / "versies" / name if place else None


def _list(ring: Path) -> list[Path]:
    """The versions, in the order in which they came. Raises `OSError` when they may not be looked at."""
    try:
        names = os.listdir(ring)  # noqa: PTH208  # only their names
    except FileNotFoundError:
        return []
    return sorted((ring / name for name in names if name[:1].isdigit()), key=_number_of)


def _number_of(path: Path) -> int:
    number = path.name.partition(".")[0]
    return int(number) if number.isdecimal() else 0


def _forget_oldest(paths: list[Path]) -> None:
    sizes = [path.stat().st_size for path in paths]
    while len(paths) > 1 and (len(paths) > MOST_VERSIONS or sum(sizes) > MAX_BYTES):
        paths.pop(0).unlink(missing_ok=True)
        sizes.pop(0)
