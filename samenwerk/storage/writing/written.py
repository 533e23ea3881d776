"""What command runs, and what it wrote: whoever cannot be shown its answer must know whether it was done."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class Command:
    """A command as it was given: its names, all its words, and whether these may hold what was told in confidence.

    One that takes back an earlier command, or does it again, says which and what in `other` and `did`.
    """

    def __init__(self, names: "Sequence[str]" = (), words: "Sequence[str]" = (), *, is_private: bool = False) -> None:
        self.names = tuple(names)
        self.words = tuple(words)
        self.is_private = is_private
        self.did = ""
        self.other = 0


_paths: "list[Path]" = []
_running = [Command()]


def begin(command: Command) -> None:
    """This command runs now, and nothing is written yet."""
    _paths.clear()
    _running[0] = command


def running() -> Command:
    """The command that runs."""
    return _running[0]


def note_written(*paths: "Path") -> None:
    """These files are in their place, or gone from it."""
    _paths.extend(paths)


def list_written() -> list[str]:
    """The names of the files that were put in their place since the command began."""
    return [path.name for path in _paths]


def list_paths() -> "list[Path]":
    """The same with where they stand."""
    return list(_paths)
