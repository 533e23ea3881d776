"""What this command wrote: whoever cannot be shown its answer must know whether it was done."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

_names: list[str] = []


def begin() -> None:
    """Nothing is written yet."""
    _names.clear()


def note_written(*paths: "Path") -> None:
    """These files are in their place."""
    _names.extend(path.name for path in paths)


def list_written() -> list[str]:
    """The names of the files that were put in their place since the command began."""
    return list(_names)
