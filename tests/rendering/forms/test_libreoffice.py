"""What LibreOffice makes of the files: it opens all of them, and every text is on paper."""

import re
import subprocess
from pathlib import Path

from needs import needs_programs
from office_reading import DOCUMENTEN, VIJANDIG, expect

from samenwerk.rendering.forms.blocks import find_title
from samenwerk.rendering.forms.docx.document import write_docx
from samenwerk.rendering.forms.odt.document import write_odt

SECONDS = 120


def letters(text: str) -> str:
    """What is left of a text wherever its lines are broken."""
    return "".join(text.split())


def read_paper(path: Path, title: str) -> str:
    """All text of a PDF without its spaces, and without what stands at the foot of every page."""
    ran = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True, timeout=SECONDS)
    return re.sub(rf"{re.escape(letters(title))}Bladzijde\d+van\d+", "", letters(ran.stdout.decode()))


@needs_programs("soffice", "pdftotext")
def test_every_document_is_opened_and_printed_with_its_title_its_headings_and_its_cells(tmp_path: Path) -> None:
    # One start of LibreOffice for all: starting it costs more than the pages.
    documents = {**DOCUMENTEN, "vijandig": VIJANDIG}
    for naam, blocks in documents.items():
        (tmp_path / f"{naam}-word.docx").write_bytes(write_docx(blocks))
        (tmp_path / f"{naam}-open.odt").write_bytes(write_odt(blocks))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    files = sorted(path for path in tmp_path.iterdir() if path.suffix in (".docx", ".odt"))
    command: list[str | Path] = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path / "pdf", *files]
    subprocess.run(command, capture_output=True, check=True, timeout=SECONDS)
    for naam, blocks in documents.items():
        for kind in ("word", "open"):
            paper = read_paper(tmp_path / "pdf" / f"{naam}-{kind}.pdf", find_title(blocks))
            assert [text for _, text in expect(blocks) if letters(text) not in paper] == []
