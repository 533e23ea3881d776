"""The pages in a real browser and before a real checker: valid HTML, accessible, readable on a telephone, printed on A4.

`.ci/run` installs these programs; elsewhere the tests run when they are there, and say so when they are not. To look at the
pages yourself: node tests/browser/look.mjs FOLDER BROWSER FOLDER-FOR-SCREENSHOTS
"""

import io
import json
import shutil
import subprocess
from pathlib import Path

import pytest
from needs import needs_programs
from pages import make_pages
from pypdf import PdfReader

HERE = Path(__file__).parent
MODULES = HERE / "node_modules"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with every page."""
    for naam, content in make_pages().items():
        (tmp_path / f"{naam}.html").write_bytes(content)
    return tmp_path


@needs_programs("java", npm="tests/browser")
def test_every_page_is_valid_html(folder: Path) -> None:
    checker = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
    words = ["java", "-jar", str(checker), "--format", "gnu", *map(str, folder.glob("*.html"))]
    assert subprocess.run(words, capture_output=True, encoding="utf-8", check=False).stderr == ""


@needs_programs("node", "chromium", npm="tests/browser")
def test_every_page_is_accessible_fits_the_screen_asks_for_nothing_and_prints_on_a4(folder: Path) -> None:
    shots = folder / "shots"
    shots.mkdir()
    words = ["node", str(HERE / "look.mjs"), str(folder), str(shutil.which("chromium")), str(shots)]
    found = subprocess.run(words, capture_output=True, encoding="utf-8", check=False)
    pages = sorted(path.stem for path in folder.glob("*.html"))
    assert (found.stderr, json.loads(found.stdout)) == ("", {naam: [] for naam in pages})
    assert len(list(shots.glob("*.png"))) == 4 * len(pages)

    printed = PdfReader(io.BytesIO((folder / "dossier.pdf").read_bytes())).pages
    first, second = printed[0], printed[1]
    assert [round(float(side)) for side in first.mediabox[2:]] == [595, 842]
    assert f"Bladzijde 2 van {len(printed)}" in second.extract_text()
    assert "Dossier – Open Webconcept" in second.extract_text()
