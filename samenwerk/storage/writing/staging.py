"""A new file, whole and on disk before it takes the place of the old one, for the same people."""

import os
import stat
from pathlib import Path

from samenwerk.errors import RefusedError
from samenwerk.storage.file_errors import name_of
from samenwerk.storage.writing.work_folder import give


def stage(place: Path, content: bytes, target: Path, *, private: bool = False) -> None:
    """Write the content that `target` will get at `place`: with the owner, the group and the mode of the file that is there.

    A new file is for its owner only when it is `private`; else it follows the umask, and a group that may write in the folder
    may write in it. What root makes belongs to the owner of the folder. Raises `RefusedError` when someone would lose a file
    that is theirs, and `OSError`.
    """
    old = target.stat() if target.exists() else None
    closed = private or old is not None
    descriptor = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600 if closed else 0o666)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    if not hasattr(os, "chown"):
        return  # On Windows it has the rights of the folder it is made in.
    if old is not None:
        _keep_access(place, target, old)
    else:
        _follow_folder(place, 0 if private else stat.S_IRGRP | stat.S_IWGRP)


def make_folder(folder: Path) -> None:
    """Make a folder, with those it is in, where there is none; a group that may write in the one above may write in it."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir()
    if hasattr(os, "chown"):
        _follow_folder(folder, stat.S_IRWXG)


def _follow_folder(path: Path, of_the_group: int) -> None:
    folder = path.parent.stat()
    if os.geteuid() == 0:
        # One command as root must not make the folder of someone else half root's.
        give(path, folder.st_uid, folder.st_gid)
    if folder.st_mode & stat.S_IWGRP:
        _set_mode(path, path.stat().st_mode | of_the_group)


def _set_mode(path: Path, mode: int) -> None:
    # A disk that knows no modes has the same for every file, and refuses to be asked for it.
    if path.stat().st_mode != mode:
        path.chmod(stat.S_IMODE(mode))


def check_writable(target: Path) -> None:
    """Raise `RefusedError` for a file in which nobody, or not this person, may write, though the folder lets it be replaced."""
    if not target.exists():
        return
    if not target.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
        raise RefusedError(
            f"{name_of(target)} is alleen om te lezen; er is niets geschreven.",
            "Haal die beveiliging weg (op Windows: rechtermuisknop op het bestand, Eigenschappen, Alleen-lezen), "
            "en geef het commando opnieuw.",
        )
    if not os.access(target, os.W_OK):
        raise RefusedError(
            f"{name_of(target)} is van iemand anders en u mag er niet in schrijven; er is niets geschreven.",
            "Vraag wie het bestand gemaakt heeft om u toegang te geven.",
        )


def _keep_access(place: Path, target: Path, old: os.stat_result) -> None:
    found = place.stat()
    if (found.st_uid, found.st_gid) != (old.st_uid, old.st_gid):
        give(place, old.st_uid, old.st_gid)
        found = place.stat()
    _set_mode(place, old.st_mode)
    others = old.st_mode & 0o7
    group = old.st_mode >> 3 & 0o7
    after = group | others if found.st_gid == old.st_gid and _is_member(old.st_uid, old.st_gid) else others
    loses_owner = found.st_uid != old.st_uid and old.st_mode >> 6 & 0o6 & ~after
    loses_group = found.st_gid != old.st_gid and group & ~others
    if loses_owner or loses_group:
        raise RefusedError(
            f"{name_of(target)} is ook van anderen, die er hierna niet meer bij zouden kunnen; er is niets geschreven.",
            "Laat een van hen het commando geven, of vraag wie de map beheert om er een gedeelde map van te maken.",
        )


def _is_member(user: int, group: int) -> bool:
    import pwd

    if user == 0:
        return True  # Root may everything.
    try:
        person = pwd.getpwuid(user)
    except KeyError:
        return True  # Someone of another machine: that the file was of this group is all there is to know.
    return group in os.getgrouplist(person.pw_name, person.pw_gid)
