"""Giving a file the name by which it is read."""

import os
from pathlib import Path

from samenwerk.errors import ChangedMeanwhileError
from samenwerk.storage.file_errors import cannot_write
from samenwerk.storage.files import check_inside, read_file
from samenwerk.storage.memory.deed import Written
from samenwerk.storage.writing.lock import write_lock
from samenwerk.storage.writing.moves import move
from samenwerk.storage.writing.remember import remember
from samenwerk.storage.writing.unfinished import finish_step
from samenwerk.storage.writing.written import note_written


def rename_file(root: Path, old: str, new: str, expected: bytes, *, private: bool) -> None:
    """Give a file in the folder `root` another name, when it still holds what was expected.

    No word of a `private` one may be shown. Raises `ChangedMeanwhileError` when it does not, when there is one of that name by
    now, or another command is writing; `RefusedError` when it cannot be done, `DossierError` when it leads out of the folder.
    """
    source, target = root / old, root / new
    check_inside(root, source)
    with write_lock(root) as work:
        finish_step(root, work)
        if os.path.lexists(target) or read_file(root, source) != expected:
            raise ChangedMeanwhileError(
                f"{old} of {new} is intussen door iemand anders gewijzigd; er is niets geschreven.",
                "Geef het commando opnieuw.",
            )
        try:
            move(source, target)
        except OSError as error:
            raise cannot_write(source, error) from None
        note_written(target)
        remember(root, [Written(old, expected, None, private), Written(new, None, expected, private)])
