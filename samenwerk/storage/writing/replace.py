"""Writing files in the folder of a dossier, and a new one anywhere."""

import os
from collections.abc import Sequence
from pathlib import Path

from samenwerk.errors import RefusedError
from samenwerk.storage.file_errors import cannot_write, name_of
from samenwerk.storage.files import resolve
from samenwerk.storage.memory.deed import Written
from samenwerk.storage.writing.journal import Entry, digest
from samenwerk.storage.writing.limits import check_fits
from samenwerk.storage.writing.lock import write_lock
from samenwerk.storage.writing.moves import move, remove
from samenwerk.storage.writing.remember import remember
from samenwerk.storage.writing.replacement import Replacement, check_replacements
from samenwerk.storage.writing.staging import stage
from samenwerk.storage.writing.step import Step
from samenwerk.storage.writing.unfinished import finish_step
from samenwerk.storage.writing.written import note_written


def replace_files(root: Path, replacements: Sequence[Replacement]) -> None:
    """Write files in the folder `root`, each whole and in the place of what was expected, all of them or none.

    Killed halfway, the next command that writes finishes it. Raises `ChangedMeanwhileError` when a file no longer holds what
    was expected or another command is writing, `RefusedError` when one cannot be written or could not be read again,
    `DossierError` when one leads out of the folder; then nothing was written.
    """
    check_replacements(root, replacements)
    entries = [
        Entry(path.relative_to(root).as_posix(), digest(expected), digest(content))
        for path, content, expected, _ in replacements
    ]
    with write_lock(root) as work:
        finish_step(root, work)
        step = Step(root, work, entries, _missing_folders(root, replacements))
        step.take([(content, expected, private) for _, content, expected, private in replacements])
        note_written(*(path for path, *_ in replacements))
        paths = (entry.path for entry in entries)
        remember(
            root, [Written(path, old, new, private) for path, (_, new, old, private) in zip(paths, replacements, strict=True)]
        )


def create_file(path: Path, content: bytes) -> None:
    """Write a new file, wherever it is, whole or not at all.

    Raises `RefusedError` when there is one already, for someone may have worked in it, or when its folder is not there.
    """
    check_fits(path, content)
    if not path.parent.is_dir():
        raise RefusedError(f"De map {path.parent.name} bestaat niet.", "Controleer de naam, of maak de map eerst.")
    # Beside it and not in a folder of its own: this is no folder of a dossier.
    place = path.with_name(f".{path.name}.tmp")
    try:
        remove(place)
        try:
            stage(place, content, path)
            if os.path.lexists(path):
                raise RefusedError(f"{name_of(path)} bestaat al; er is niets geschreven.", "Geef een andere naam.")
            move(place, path)
            note_written(path)
        finally:
            remove(place)
    except OSError as error:
        raise cannot_write(path, error) from None


def _missing_folders(root: Path, replacements: Sequence[Replacement]) -> list[str]:
    """The folders that these files need and that are not there yet, the outer ones first."""
    base = resolve(root)
    missing = {
        folder.relative_to(base).as_posix()
        for replacement in replacements
        for folder in resolve(replacement.path).parents
        if folder.is_relative_to(base) and not folder.exists()
    }
    return sorted(missing)
