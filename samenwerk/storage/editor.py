"""A long text, typed in the editor of the person who works with samenwerk."""

import os
import shlex
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from tempfile import mkdtemp

from samenwerk.errors import RefusedError
from samenwerk.storage.foreign_text import decode_text

_ON_EVERY_COMPUTER = ("notepad",) if os.name == "nt" else ("nano",)
"""What opens when the person chose none, where it is installed."""

_CALLED = {"notepad": "Kladblok"}


def edit_text(begin: str, wait: Callable[[], object]) -> str:
    """What someone made of a text in $VISUAL, $EDITOR, or the editor that comes with the computer.

    `wait` is called when the editor came back and the text is as it was: many only open a window, and return at once.
    Raises `RefusedError` when there is no editor, or when it failed; a text that was typed then stays, and is pointed to.
    """
    command = _find_editor()
    folder = Path(mkdtemp(prefix="samenwerk-"))
    path = folder / "antwoord.txt"
    path.write_text(begin, encoding="utf-8")
    before = path.read_bytes()
    try:
        subprocess.run([*command, str(path)], check=True)  # noqa: S603  # the person's own choice of program
        if path.read_bytes() == before:
            wait()
        text = decode_text(path.read_bytes())
    except (OSError, subprocess.CalledProcessError):
        if path.exists() and path.read_bytes() != before:
            raise RefusedError(f"De teksteditor “{command[0]}” stopte met een fout.", f"Wat u typte, staat in {path}") from None
        shutil.rmtree(folder, ignore_errors=True)
        raise RefusedError(
            f"De teksteditor “{command[0]}” deed het niet.", "Typ het antwoord hier, of controleer wat EDITOR noemt."
        ) from None
    # An editor on Windows may still hold the file.
    shutil.rmtree(folder, ignore_errors=True)
    return text.strip()


def name_editor() -> str:
    """What people call the editor that `edit_text` opens; empty when there is none."""
    try:
        program = Path(_find_editor()[0]).stem
    except RefusedError:
        return ""
    return _CALLED.get(program.casefold(), program)


def _find_editor() -> list[str]:
    """The program and its options."""
    chosen = (os.environ.get("VISUAL") or "").strip() or (os.environ.get("EDITOR") or "").strip()
    for name in (chosen,) if chosen else _ON_EVERY_COMPUTER:
        words = name.split(" ")
        # A path may hold spaces that nobody put quotes around; the longest beginning that is a program is meant.
        for count in range(len(words), 0, -1):
            program = shutil.which(" ".join(words[:count]).strip("\"'"))
            if program:
                # On Windows a backslash is part of a path.
                options = shlex.split(" ".join(words[count:]), posix=os.name != "nt")
                return [program, *(option.strip('"') for option in options)]
    if chosen:
        raise RefusedError(
            f"De teksteditor “{chosen}” is hier niet te vinden.", "Typ het antwoord hier, of controleer wat EDITOR noemt."
        )
    raise RefusedError("Er is geen teksteditor ingesteld.", "Typ het antwoord hier, of stel EDITOR in.")
