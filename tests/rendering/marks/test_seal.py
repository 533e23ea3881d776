"""A file in another form tells whether someone changed it by hand, and every reader of that form still opens it."""

import io
import zipfile
from pathlib import Path

import pytest

from samenwerk.rendering.forms.blocks import read_blocks
from samenwerk.rendering.forms.docx.document import write_docx
from samenwerk.rendering.forms.html.page import write_html
from samenwerk.rendering.forms.odt.document import write_odt
from samenwerk.rendering.forms.pdf import write_pdf
from samenwerk.rendering.marks.seal import judge_by_seal
from samenwerk.storage.read_once import ReadOnce
from samenwerk.storage.templates import Templates
from samenwerk.workflows.forms import VORMEN


def write(markdown: str) -> dict[str, bytes]:
    """A document in every form."""
    blocks = read_blocks(markdown)
    return {
        "html": write_html(blocks, ""),
        "pdf": write_pdf(blocks, Templates(ReadOnce(Path(__file__).parent)).find_typesetting()),
        "docx": write_docx(blocks),
        "odt": write_odt(blocks),
    }


FILES, OTHERS = write("# Nota\n\nTekst."), write("# Nota\n\nAndere tekst.")


@pytest.mark.parametrize("formaat", VORMEN)
def test_a_file_is_missing_current_stale_or_edited_by_hand(formaat: str) -> None:
    merk = VORMEN[formaat].merk
    sealed = merk.put(FILES[formaat])
    assert judge_by_seal(None, sealed, merk) == "ontbreekt"
    assert judge_by_seal(sealed, sealed, merk) == "actueel"
    assert judge_by_seal(merk.put(OTHERS[formaat]), sealed, merk) == "verouderd"
    for edited in (FILES[formaat], sealed + b"\n", sealed[:40] + b"x" + sealed[41:], sealed[:-1], b""):
        assert judge_by_seal(edited, sealed, merk) == "met de hand bewerkt"


@pytest.mark.parametrize("formaat", ["docx", "odt"])
def test_a_sealed_archive_is_still_a_whole_archive(formaat: str) -> None:
    with zipfile.ZipFile(io.BytesIO(VORMEN[formaat].merk.put(FILES[formaat]))) as archive:
        assert archive.testzip() is None
        assert archive.comment.startswith(b"samenwerk: ")


def test_an_archive_that_is_saved_anew_is_edited_by_hand() -> None:
    merk = VORMEN["docx"].merk
    sealed, again = merk.put(FILES["docx"]), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(sealed)) as archive, zipfile.ZipFile(again, "w") as copy:
        for name in archive.namelist():
            copy.writestr(name, archive.read(name))
    assert judge_by_seal(again.getvalue(), sealed, merk) == "met de hand bewerkt"
