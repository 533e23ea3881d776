"""The history of a dossier: a repository of git of its own, on this computer alone, with a version for each change.

Only for the folders that the user asked it for, and these stand in a list outside every folder: a `.git` that came along in
a folder of someone else can name programs that git then runs.
"""

import os
from collections.abc import Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from samenwerk.errors import RefusedError
from samenwerk.storage.dossier import NOTITIES_NAME
from samenwerk.storage.files import resolve
from samenwerk.storage.git import find_git, ignore_line, is_in_repository, run_git
from samenwerk.storage.places import find_state

_NOBODY = {"user.name": "samenwerk", "user.email": "samenwerk@localhost"}
"""Who made a version, where git was never told who uses the computer."""

_NEVER = ignore_line(NOTITIES_NAME)
"""What was told in confidence is kept nowhere, also when someone took the line for it out of .gitignore."""

_ALONE = ("-c", f"core.hooksPath={os.devnull}", "-c", "init.templateDir=", "-c", "commit.gpgSign=false")
"""What others set up for their own work must not run, nor ask for a password."""


def can_begin_history(folder: Path) -> bool:
    """Whether git is there, and the folder, which need not exist yet, lies in no repository of someone."""
    return find_git() is not None and not is_in_repository(resolve(folder))


def begin_history(folder: Path, names: Sequence[str], message: str) -> None:
    """Make a repository in the folder, with these files as its first version. Raises `RefusedError` when that cannot be."""
    folder = resolve(folder)
    done = [_git(folder, "init", "--quiet")]
    for setting, value in _NOBODY.items():
        if not _git(folder, "config", "--get", setting):
            done.append(_git(folder, "config", setting, value))
    if not (all(done) and _keep(folder, [folder / name for name in names], message) and _remember(folder)):
        raise RefusedError(
            "Het dossier is begonnen, maar vroegere versies ervan kunnen niet bewaard worden.",
            "Kijk of git op deze computer werkt. Het dossier zelf kunt u gewoon gebruiken.",
        )


def keep_version(paths: Sequence[Path], message: str) -> bool:
    """Keep what files hold now, where the user asked for that. Whether it went; where nobody asked nothing needs to go."""
    if not paths:
        return True
    whole = resolve(paths[0])
    folder = next((place for place in whole.parents if (place / ".git").is_dir()), None)
    if folder is None or str(folder) not in _read_list():
        return True
    return _keep(folder, paths, message)


def _keep(folder: Path, paths: Sequence[Path], message: str) -> bool:
    skipped = run_git(folder, "check-ignore", "-z", "--stdin", content="\0".join(str(resolve(path)) for path in paths).encode())
    ignored = skipped.stdout.decode().split("\0") if skipped else []
    kept = [resolve(path) for path in paths if not fnmatchcase(path.name, _NEVER)]
    mine = [str(whole) for whole in kept if str(whole) not in ignored and whole.is_relative_to(folder)]
    if not mine:
        return True
    if not _git(folder, "add", "--all", "--", *mine):
        return False
    return _git(folder, "diff", "--cached", "--quiet") or _git(folder, "commit", "--quiet", "--message", message)


def _git(folder: Path, *words: str) -> bool:
    done = run_git(folder, *_ALONE, *words)
    return done is not None and not done.returncode


def _remember(folder: Path) -> bool:
    place = _list_place()
    if place is None:
        return False
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("a", encoding="utf-8") as file:
            file.write(f"{resolve(folder)}\n")
    except OSError:
        return False
    return True


def _read_list() -> list[str]:
    place = _list_place()
    try:
        return place.read_text(encoding="utf-8").splitlines() if place else []
    except (OSError, UnicodeDecodeError):
        return []


def _list_place() -> Path | None:
    state = find_state()
    return state / "bewaard.txt" if state else None
