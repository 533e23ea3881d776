"""Another version of a dossier beside it, whatever a program or a person called the file: a *botskopie*."""

import os
import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from time import sleep
from typing import NamedTuple, TypeVar

from samenwerk.errors import DossierError, NotArrivedError
from samenwerk.storage.arrival import check_arrived
from samenwerk.storage.dossier import DOSSIER_NAME, NOTITIES_NAME
from samenwerk.storage.file_errors import name_of
from samenwerk.storage.files import read_anywhere
from samenwerk.storage.lookalikes import is_same
from samenwerk.storage.yaml_tree import Plain

_ENDINGS = (".yaml", ".yml", ".yaml.txt", ".yml.txt")

_OF_DROPBOX = re.compile(r"\(([^()]+)['’]s conflicted copy")
_OF_ONEDRIVE = re.compile(r"samenwerking-([^()]+)\.yaml")

PAUSES = (0.5, 1.0, 2.0)
"""Seconds between one look and the next at a file that is still coming."""


Read = TypeVar("Read")


class Botskopie(NamedTuple):
    """Such a file: its name, whose it is as far as that says so, and when it was last saved."""

    naam: str
    van: str
    dag: date


def find_botskopieen(folder: Path, known: bytes | None = None) -> list[Botskopie]:
    """The other versions of the dossier of a folder that lie beside it; `known` is what it holds, for who read it already."""
    with suppress(OSError, DossierError):
        names = sorted(name for name in os.listdir(folder) if _may_be_one(folder, name))  # noqa: PTH208  # only their names
        content = known or (read_anywhere(folder / DOSSIER_NAME) if names else None)
        if content is not None:
            return [_describe(folder / name) for name in names if _is_version_of(content, folder / name)]
    return []


def is_same_dossier(one: bytes, other: bytes) -> bool:
    """Whether two contents are of one dossier: by the id of both, or else by the first step."""
    ids = [_find_line(content, b"id") for content in (one, other)]
    if all(ids):
        return ids[0] == ids[1]
    steps = [_find_first_step(content) for content in (one, other)]
    return steps[0] == steps[1] and steps[0] is not None


def read_whole(path: Path, read: Callable[[bytes], Read | None]) -> tuple[bytes, Read | None]:
    """What is in a file and what it says, once it can be read: one that is still coming is waited for, a few seconds.

    Raises `NotArrivedError` when it does not come, `DossierError` when it cannot be read.
    """
    for pause in PAUSES:
        with suppress(NotArrivedError):
            content = _read_arrived(path)
            if said := read(content):
                return content, said
        sleep(pause)
    content = _read_arrived(path)
    return content, read(content)


def _read_arrived(path: Path) -> bytes:
    content = read_anywhere(path)
    if content is None:
        raise DossierError(f"{name_of(path)} is er niet.", "Controleer de naam van het bestand, en de map waarin het staat.")
    check_arrived(path.name, content, may_be_empty=False)
    return content


def _may_be_one(folder: Path, name: str) -> bool:
    if name in (DOSSIER_NAME, NOTITIES_NAME) or not name.lower().endswith(_ENDINGS) or name.startswith("."):
        return False
    return not is_same(folder, name, DOSSIER_NAME)


def _is_version_of(content: bytes, path: Path) -> bool:
    with suppress(DossierError):
        other = read_anywhere(path)
        return other is not None and is_same_dossier(content, other)
    return False


def _describe(path: Path) -> Botskopie:
    return Botskopie(path.name, _find_owner(path.name), date.fromtimestamp(path.stat().st_mtime))


def _find_owner(name: str) -> str:
    """The computer or the person that a program names in the name of a file; empty when it names none."""
    if match := _OF_DROPBOX.search(name):
        return match[1]
    match = _OF_ONEDRIVE.fullmatch(name)
    # Who makes a copy by hand writes behind it what it is, in small letters.
    return match[1] if match and match[1] != match[1].lower() else ""


def _find_line(content: bytes, key: bytes) -> bytes:
    """What stands behind a key of the dossier on its line."""
    line = next((line for line in content.splitlines() if line.startswith(key + b":")), b"")
    return line.partition(b":")[2].partition(b" #")[0].strip().strip(b"'\"")


def _find_first_step(content: bytes) -> Plain | None:
    """What the first step of a dossier says; None when there is none, or it cannot be read."""
    # Here and not above: few dossiers have no id.
    from samenwerk.storage.merging.versions import read_version
    from samenwerk.storage.yaml_changes import find_plain

    version = read_version(content)
    return find_plain(version.plain, ("verloop", 0)) if version else None
