"""The programs of the system: where one is, and letting the system open a file with the one that belongs to it."""

import os
import subprocess
import sys
from pathlib import Path

OPENING_SECONDS = 5.0


def find_program(name: str) -> str | None:
    """Where a program is: only at an absolute place, for a folder that came from someone else may hold one of that name."""
    name = f"{name}.exe" if sys.platform == "win32" else name
    for folder in os.environ.get("PATH", os.defpath).split(os.pathsep):
        program = Path(folder.strip('"'), name)
        if program.is_absolute() and program.is_file() and os.access(program, os.X_OK):
            return str(program)
    return None


def open_file(path: Path) -> bool:
    """Whether the system opened a document in the program that belongs to it.

    It does not where there is no screen with windows, or no such program.
    """
    try:
        return _open(path.absolute())
    except OSError:
        return False


if sys.platform == "win32":

    def _open(path: Path) -> bool:
        os.startfile(path)  # noqa: S606  # a document that was just made, by the program that the person chose for its kind
        return True

else:

    def _open(path: Path) -> bool:
        is_mac = sys.platform == "darwin"
        program = find_program("open" if is_mac else "xdg-open")
        if program is None or not (is_mac or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
            return False
        opening = subprocess.Popen(  # noqa: S603  # the program of the system, at an absolute place
            [program, str(path)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            return opening.wait(OPENING_SECONDS) == 0
        except subprocess.TimeoutExpired:
            return True  # The program itself is running there.
