"""What a test needs that a computer may lack: without it the test is left out, and says what would bring it."""

import shutil
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
