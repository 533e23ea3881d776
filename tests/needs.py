"""What a test needs that a computer may lack: without it the test is left out, and says what would bring it."""

import os
import shutil
import signal
from pathlib import Path

import pytest

_PACKAGES = {
    "chromium": "chromium",
    "git": "git",
    "java": "default-jre-headless",
    "node": "nodejs",
    "pdftotext": "poppler-utils",
    "qpdf": "qpdf",
    "soffice": "libreoffice-writer",
}
"""The programs that tests run, each with the package of Debian that has it."""


def needs_programs(*programs: str, npm: str = "") -> pytest.MarkDecorator:
    """Leave a test out where not all of these programs are installed, or not the npm packages of a folder `npm`."""
    missing = [program for program in programs if shutil.which(program) is None]
    ways = [f"apt install {' '.join(_PACKAGES[program] for program in missing)}"] if missing else []
    if npm and not (Path(__file__).parents[1] / npm / "node_modules").is_dir():
        missing.append(f"the npm packages of {npm}")
        ways.append(f"npm ci --prefix {npm}")
    reason = f"not installed: {', '.join(missing)}; to run these tests too (on Debian): {' && '.join(ways)}"
    return pytest.mark.skipif(bool(missing), reason=reason)


def make_link(place: Path, target: Path | str) -> None:
    """A symbolic link; the test is left out where this account may make none, or where none comes of it."""
    try:
        place.symlink_to(target)
    except OSError as error:
        if os.name != "nt":
            raise
        pytest.skip(f"{_NO_LINKS} ({error.strerror})")
    if not place.is_symlink():
        pytest.skip(_NO_LINKS)


_NO_LINKS = "no symbolic links can be made here; on Windows they need the mode for developers"

needs_modes = pytest.mark.skipif(os.name == "nt", reason="Windows keeps no rights in the mode of a file")
needs_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes among its files")
needs_signals = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows has no signal that ends a program at once")
needs_any_name = pytest.mark.skipif(os.name == "nt", reason="Windows takes no control characters in the name of a file")
needs_words_as_bytes = pytest.mark.skipif(os.name == "nt", reason="Windows gives a command its words as text")
needs_case = pytest.mark.skipif(Path(__file__.swapcase()).exists(), reason="this disk takes small letters and capitals for one")
