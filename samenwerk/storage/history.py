"""Beginning the history of a dossier: a repository of git of its own, on this computer alone."""

import os
from collections.abc import Sequence
from pathlib import Path

from samenwerk.errors import RefusedError
from samenwerk.storage.files import resolve
from samenwerk.storage.git import find_git, is_in_repository, run_git

_NOBODY = {"user.name": "samenwerk", "user.email": "samenwerk@localhost"}
"""Who made a version, where git was never told who uses the computer."""

_ALONE = ("-c", f"core.hooksPath={os.devnull}", "-c", "init.templateDir=", "-c", "commit.gpgSign=false")
"""What others set up for their own work must not run, nor ask for a password."""


def can_begin_history(folder: Path) -> bool:
    """Whether git is there, and the folder, which need not exist yet, lies in no repository of someone."""
    return find_git() is not None and not is_in_repository(resolve(folder))


def begin_history(folder: Path, names: Sequence[str], message: str) -> None:
    """Make a repository in the folder, with these files as its first version. Raises `RefusedError` when git does not."""
    _do(folder, *_ALONE, "init", "--quiet")
    for setting, value in _NOBODY.items():
        if not _do(folder, "config", "--get", setting, may_fail=True).strip():
            _do(folder, "config", setting, value)
    _do(folder, "add", "--", *names)
    _do(folder, *_ALONE, "commit", "--quiet", "--message", message)


def _do(folder: Path, *words: str, may_fail: bool = False) -> bytes:
    done = run_git(folder, *words)
    if done is None or (done.returncode and not may_fail):
        raise RefusedError(
            "Het dossier is begonnen, maar vroegere versies ervan kunnen niet bewaard worden.",
            "Kijk of git op deze computer werkt. Het dossier zelf kunt u gewoon gebruiken.",
        )
    return done.stdout
