"""The place where the deeds in one folder are kept: in the folder of the user's own state, each in a file by its number."""

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from samenwerk.errors import DossierError
from samenwerk.storage.file_errors import cannot_read, cannot_write
from samenwerk.storage.memory.deed import MAX_CONTENTS, Deed, Written, decode_deed, decode_files, encode_deed
from samenwerk.storage.memory.place import find_place
from samenwerk.storage.user_files import make_private_folder, write_whole

MOST_DEEDS = 50
MAX_BYTES = 50_000_000
"""What all deeds in one folder may take on the disk."""

_PRIVATE = "vertrouwelijk"


class Memory:
    """The deeds in one folder, the notes in confidence apart from all else."""

    def __init__(self, place: Path) -> None:
        self.place = place

    def deeds(self) -> list[Deed]:
        """All deeds, the first one first; what is damaged is passed over. Raises `DossierError` when they may not be read."""
        deeds = []
        try:
            for number in self.numbers():
                with self._path(number).open("rb") as file, suppress(DossierError):
                    deeds.append(decode_deed(file.readline()))
        except OSError as error:
            raise cannot_read(self.place, error) from None
        return deeds

    def read(self, number: int) -> list[Written]:
        """What a command wrote. Raises `DossierError` when that cannot be read."""
        paths = (self._path(number), self._private(number))
        try:
            return [file for path in paths if path.exists() for file in decode_files(path.read_bytes())]
        except OSError as error:
            raise cannot_read(paths[0], error) from None

    def keep(self, deed: Deed, files: Sequence[Written]) -> None:
        """Keep a deed, in the place of one with its number, and forget the oldest of too many. Raises `OSError`."""
        if sum(len(content or b"") for file in files for content in (file.before, file.after)) > MAX_CONTENTS:
            deed, files = deed._replace(is_kept=False), ()
        make_private_folder(self.place)
        private = [file for file in files if file.private]
        if private:
            make_private_folder(self.place / _PRIVATE)
            write_whole(self._private(deed.number), encode_deed(deed, private))
        write_whole(self._path(deed.number), encode_deed(deed, [file for file in files if not file.private]))
        self._forget_oldest()

    def forget(self, number: int) -> None:
        """Forget one deed. Raises `OSError`."""
        for path in (self._private(number), self._path(number)):
            path.unlink(missing_ok=True)

    def clear(self) -> None:
        """Forget all deeds. Raises `RefusedError` when that cannot be done."""
        try:
            for number in self.numbers():
                self.forget(number)
        except OSError as error:
            raise cannot_write(self.place, error) from None

    def numbers(self) -> list[int]:
        """The numbers of the deeds, from small to large. Raises `OSError`."""
        try:
            return sorted(int(name) for name in os.listdir(self.place) if name.isdecimal())  # noqa: PTH208  # only their names
        except FileNotFoundError:
            return []

    def _forget_oldest(self) -> None:
        numbers = self.numbers()
        sizes = [path.stat().st_size for number in numbers for path in [self._path(number)]]
        while len(numbers) > 1 and (len(numbers) > MOST_DEEDS or sum(sizes) > MAX_BYTES):
            self.forget(numbers.pop(0))
            sizes.pop(0)

    def _path(self, number: int) -> Path:
        return self.place / str(number)

    def _private(self, number: int) -> Path:
        return self.place / _PRIVATE / str(number)


def open_memory(root: Path) -> Memory | None:
    """The deeds in this folder; None where the system names no place to keep anything."""
    place = find_place(root)
    return Memory(place) if place else None
