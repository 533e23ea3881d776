"""Where what is remembered of a folder is kept: in the state folder of the user."""

import os
from binascii import crc32
from pathlib import Path

from samenwerk.storage.files import resolve
from samenwerk.storage.places import find_state

_LONGEST = 40


def find_place(folder: Path) -> Path | None:
    """The folder for what is remembered of a folder, which need not be there yet; None where the system names no place."""
    state = find_state()
    if state is None:
        return None
    whole = resolve(folder)
    known_as = "".join(sign for sign in whole.name if sign.isalnum() or sign in "-_")[:_LONGEST]
    return state / "herinnering" / f"{known_as}-{digest(os.fsencode(whole))}"


def digest(content: bytes) -> str:
    """A short name for a content. Two that got the same one would be a wonder, and cost a version that is not kept."""
    # Loading what makes safer ones would cost every command more than all else here.
    return f"{crc32(content):08x}-{len(content)}"
