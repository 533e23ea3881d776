"""Remembering what the command that runs wrote. Where it cannot be remembered nothing is said of it: it was done."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from samenwerk.errors import SamenwerkError
from samenwerk.storage import clock
from samenwerk.storage.memory.deed import Deed, Written
from samenwerk.storage.memory.memory import Memory, open_memory
from samenwerk.storage.writing.work_folder import WORK_FOLDER
from samenwerk.storage.writing.written import Command, running


class _Sitting(NamedTuple):
    """What the command that runs wrote so far in one folder: a command that writes more than once is one deed."""

    command: Command
    root: Path
    deed: Deed
    files: tuple[Written, ...]


_sittings: list[_Sitting] = []
"""The last one; a list, for it takes the place of the one before."""


def remember(root: Path, written: Sequence[Written]) -> None:
    """Remember files that were put in place; who calls this holds the lock of the folder."""
    files = [file for file in written if not file.path.startswith(f"{WORK_FOLDER}/") and file.before != file.after]
    with suppress(OSError, SamenwerkError):
        memory = open_memory(root)
        if memory is not None and files:
            _remember(memory, root, files)


def _remember(memory: Memory, root: Path, files: Sequence[Written]) -> None:
    command = running()
    last = _sittings[0] if _sittings and _sittings[0].command is command and _sittings[0].root == root else None
    joined = _join(last.files, files) if last else None
    number = last.deed.number if last and joined is not None else max(memory.numbers(), default=0) + 1
    together = tuple(files) if joined is None else joined
    # What was typed may be a secret itself.
    is_private = command.is_private or any(file.private for file in together)
    deed = Deed(
        number,
        clock.now().isoformat(),
        command.names if is_private else command.words,
        tuple(file.path for file in together),
        command.did,
        command.other,
    )
    _sittings[:] = [_Sitting(command, root, deed, together)]
    if together:
        memory.keep(deed, () if deed.did else together)
    else:
        memory.forget(number)


def _join(earlier: Sequence[Written], later: Sequence[Written]) -> tuple[Written, ...] | None:
    """What was written first and then as one; None when someone else wrote in between, whose work is not ours to take back."""
    files = {file.path: file for file in earlier}
    for file in later:
        known = files.get(file.path, file._replace(after=file.before))
        if known.after != file.before:
            return None
        files[file.path] = file._replace(before=known.before)
    return tuple(file for file in files.values() if file.before != file.after)
