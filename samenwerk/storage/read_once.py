"""The files beside a dossier as one command finds them: each is read once, so that all of the command means the same bytes."""

from pathlib import Path

from samenwerk.storage.files import read_file


class ReadOnce:
    """Reads the files below `root`, and of each remembers what it held.

    A file that is read again may have been changed in between: what someone saved there would be in nothing that was made
    of the first reading, and the second would still allow to write over it.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self._contents: dict[str, bytes | None] = {}

    def read(self, name: str) -> bytes | None:
        """The bytes of a file, by its path from `root`; None when there is none. Raises as `read_file` does."""
        if name not in self._contents:
            self._contents[name] = read_file(self.root, self.root / name)
        return self._contents[name]

    def still_hold(self) -> bool:
        """Whether each file that was read holds now what it held then. Raises as `read_file` does."""
        return all(read_file(self.root, self.root / name) == content for name, content in self._contents.items())
