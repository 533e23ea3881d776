"""A document as PDF: read back with another library, and checked by qpdf where that is there."""

import io
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hostile import HOSTILE, LINKS
from needs import needs_programs
from pypdf import PdfReader
from reading import DE_BRUG, render_all

from samenwerk.rendering.forms.blocks import Heading, Table, plain_text, read_blocks
from samenwerk.rendering.forms.pdf import write_pdf
from samenwerk.rendering.forms.rail import draw_rail, tell_weg
from samenwerk.rendering.marks.vrij import without_marks
from samenwerk.storage.read_once import ReadOnce
from samenwerk.storage.templates import Templates

DOCUMENTEN = {naam: read_blocks(without_marks(tekst)) for naam, tekst in render_all(DE_BRUG).items()}
PROGRAM = Templates(ReadOnce(Path(__file__).parent)).find_typesetting()
HOSTILE_PDF = write_pdf(read_blocks(HOSTILE), PROGRAM)
WAY_PDF = write_pdf(DOCUMENTEN["startnota"], PROGRAM, draw_rail(DE_BRUG), tell_weg(DE_BRUG))


def read(content: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(content))


def text_of(content: bytes) -> str:
    """All text without its spaces and without the hyphens at line ends."""
    return "".join(page.extract_text() for page in read(content).pages).replace("-\n", "").replace("\xad", "").replace("-", "")


def catalog_of(content: bytes) -> Any:
    """What a PDF says of itself as a whole."""
    return read(content).trailer["/Root"]


def find_tags(node: Any) -> Iterator[Any]:
    """Every tag below one: what a program that reads aloud goes by."""
    found = node.get_object()
    if isinstance(found, list):
        for part in found:
            yield from find_tags(part)
    elif isinstance(found, dict):
        if "/S" in found:
            yield found
        yield from find_tags(found["/K"]) if "/K" in found else ()


def squeeze(text: str) -> str:
    return "".join(text.split()).replace("-", "")


@pytest.mark.parametrize("naam", ["startnota", "afsprakennota", "projectfiche-huiswerkklas"])
def test_a_pdf_holds_the_headings_and_cells_of_its_document(naam: str) -> None:
    text = squeeze(text_of(write_pdf(DOCUMENTEN[naam], PROGRAM)))
    for block in DOCUMENTEN[naam]:
        match block:
            case Heading(_, content):
                assert squeeze(plain_text(content)) in text
            case Table(header, rows):
                for cell in (*header, *(cell for row in rows for cell in row)):
                    assert squeeze(plain_text(cell)) in text


def test_a_pdf_can_be_read_aloud() -> None:
    catalog = catalog_of(WAY_PDF)
    assert catalog["/Lang"] == "nl-BE"
    assert catalog["/MarkInfo"]["/Marked"].value is True
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert b"pdfuaid:part" in catalog["/Metadata"].get_data()
    tags = list(find_tags(catalog["/StructTreeRoot"]))
    assert {"/H1", "/H2", "/L", "/LI", "/Table", "/THead", "/TH", "/TD"} <= {tag["/S"] for tag in tags}
    (figure,) = (tag for tag in tags if tag["/S"] == "/Figure")
    assert figure["/Alt"] == tell_weg(DE_BRUG)


def test_the_properties_of_a_pdf_are_its_title_and_nothing_of_who_made_it_or_when() -> None:
    metadata = read(WAY_PDF).metadata
    assert metadata is not None
    assert set(metadata) == {"/Title", "/Creator"}
    assert metadata.title == "Startnota – Brede School De Brug"
    assert str(metadata.creator).startswith("Typst")


def test_a_pdf_has_pages_with_a_number_and_from_the_second_on_its_title() -> None:
    first, second, *_ = (page.extract_text() for page in read(WAY_PDF).pages)
    assert "Bladzijde 1 van 3" in first
    assert "Bladzijde 2 van 3" in second
    assert second.startswith("Startnota – Brede School De Brug")


def test_what_attacks_stays_text() -> None:
    text = squeeze(text_of(HOSTILE_PDF))
    for attack in ("<script>document.title", "<iframe", '#read("/etc/passwd")', "$x^2$", "=cmd|", "@ref", "DDEAUTO"):
        assert squeeze(attack) in text
    annotations = [note.get_object() for page in read(HOSTILE_PDF).pages for note in page.get("/Annots") or []]
    assert {note["/A"]["/URI"] for note in annotations if "/A" in note} == set(LINKS)
    assert b"/JavaScript" not in HOSTILE_PDF


def test_a_sign_that_no_letter_has_is_shown_as_a_box_and_stops_nothing() -> None:
    content = write_pdf(read_blocks("# Feest 🎉\n\nTot dan."), PROGRAM)
    assert "Tot dan." in read(content).pages[0].extract_text()
    assert catalog_of(content)["/MarkInfo"]["/Marked"].value is True


def test_the_same_blocks_give_the_same_bytes() -> None:
    assert write_pdf(read_blocks(HOSTILE), PROGRAM) == HOSTILE_PDF


@needs_programs("qpdf")
def test_qpdf_finds_nothing_wrong(tmp_path: Path) -> None:
    for naam, content in {"vijandig": HOSTILE_PDF, "weg": WAY_PDF}.items():
        path = tmp_path / f"{naam}.pdf"
        path.write_bytes(content)
        checked = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, encoding="utf-8", check=False)
        assert (checked.returncode, checked.stderr) == (0, "")
