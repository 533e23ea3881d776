"""What this command wrote: whoever cannot be shown its answer must know whether it was done."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

_paths: "list[Path]" = []


def begin() -> None:
    """Nothing is written yet."""
    _paths.clear()


def note_written(*paths: "Path") -> None:
    """These files are in their place, or gone from it."""
    _paths.extend(paths)


def list_written() -> list[str]:
    """The names of the files that were put in their place since the command began."""
    return [path.name for path in _paths]


def list_paths() -> "list[Path]":
    """The same with where they stand."""
    return list(_paths)
