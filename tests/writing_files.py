"""Writing one file by itself, and what is there afterwards."""

from pathlib import Path

from samenwerk.storage.writing.replace import replace_files
from samenwerk.storage.writing.replacement import Replacement

OLD = b"oud\n"
NEW = b"nieuw\n" * 1000


def replace_file(root: Path, path: Path, content: bytes, *, expected: bytes | None, private: bool = False) -> None:
    """One file written by itself."""
    replace_files(root, [Replacement(path, content, expected, private)])


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file in a folder, and what is left in the folder that samenwerk keeps for itself."""
    names = [path.name for path in folder.glob(".samenwerk/*")]
    assert sorted(names) in ([], [".gitignore"], [".gitignore", "lock"])
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
