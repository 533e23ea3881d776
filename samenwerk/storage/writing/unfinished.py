"""A step over several files that a killed command left half done: every command sees it, one that writes ends it."""

from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from samenwerk.errors import ChangedMeanwhileError, RefusedError
from samenwerk.storage.file_errors import cannot_write
from samenwerk.storage.writing.journal import Journal, read_journal
from samenwerk.storage.writing.lock import write_lock
from samenwerk.storage.writing.step import Step
from samenwerk.storage.writing.work_folder import WORK_FOLDER, clear, has_journal


class Recovery(NamedTuple):
    """How a step that was half done ended: its files, and those that someone changed meanwhile, which stay as they are.

    `is_finished` when all files are as the command meant them, else all are as they were before it.
    """

    files: tuple[str, ...]
    changed: tuple[str, ...]
    is_finished: bool


def find_unfinished(root: Path) -> tuple[str, ...]:
    """The files of a step that was left half done in this folder; none when there is no such step. Changes nothing."""
    work = root / WORK_FOLDER
    if not has_journal(work):
        return ()
    try:
        with suppress(RefusedError), write_lock(root):  # Who may not write here may still read.
            pass
        left = read_journal(work)
    except (ChangedMeanwhileError, OSError):
        return ()  # Its command is still at work, or this is not for this person to see.
    if left is None or (not left.goes_back and _open(root, work, left).is_done()):
        return ()
    return tuple(entry.path for entry in left.entries)


def finish_unfinished(root: Path) -> Recovery | None:
    """Bring a step that was left half done to its end; None when there was nothing to do.

    Raises what `write_lock` raises, and `RefusedError` when one of its files cannot be written.
    """
    if not has_journal(root / WORK_FOLDER):
        return None
    with write_lock(root) as work:
        return finish_step(root, work)


def finish_step(root: Path, work: Path) -> Recovery | None:
    """As `finish_unfinished`, for who holds the lock already; what else was left in `work` is cleared too."""
    try:
        left = read_journal(work)
    except OSError as error:
        raise cannot_write(work, error) from None
    if left is None:
        clear(work)
        return None
    step = _open(root, work, left)
    if not left.goes_back and step.is_done():
        step.close()
        return None
    files = tuple(entry.path for entry in left.entries)
    if not left.goes_back and step.can_go_on():
        step.go_on()
        return Recovery(files, (), is_finished=True)
    return Recovery(files, tuple(step.go_back()), is_finished=False)


def _open(root: Path, work: Path, left: Journal) -> Step:
    return Step(root, work, left.entries, left.folders)
