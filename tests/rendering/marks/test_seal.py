"""A file in another form tells whether someone changed it by hand, and every reader of that form still opens it."""

import hashlib
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

import pytest
from effort import tries
from hypothesis import given, settings
from hypothesis import strategies as st

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


def pack_anew(content: bytes, change: Callable[[str, bytes], bytes] = lambda _, member: member, **how: int) -> bytes:
    """The same archive, made by another program."""
    again = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(again, "w", **how) as copy:  # type: ignore[call-overload]
        for name in archive.namelist():
            copy.writestr(name, change(name, archive.read(name)))
    return again.getvalue()


@pytest.mark.parametrize("formaat", ["docx", "odt"])
def test_an_archive_that_is_saved_anew_is_edited_by_hand(formaat: str) -> None:
    merk = VORMEN[formaat].merk
    assert judge_by_seal(pack_anew(FILES[formaat]), merk.put(FILES[formaat]), merk) == "met de hand bewerkt"


@pytest.mark.parametrize("formaat", ["docx", "odt"])
def test_another_zlib_makes_no_other_document_and_another_member_does(formaat: str) -> None:
    merk = VORMEN[formaat].merk
    sealed = merk.put(FILES[formaat])
    elsewhere = pack_anew(FILES[formaat], compression=zipfile.ZIP_DEFLATED, compresslevel=1)
    assert elsewhere != FILES[formaat]
    assert judge_by_seal(merk.put(elsewhere), sealed, merk) == "actueel"

    forged = pack_anew(FILES[formaat], lambda _, member: member.replace(b"Tekst", b"Ander"))
    assert judge_by_seal(forged[:-2] + sealed[sealed.rindex(b"samenwerk: ") - 2 :], sealed, merk) == "met de hand bewerkt"


@pytest.mark.parametrize("formaat", ["docx", "odt"])
def test_an_archive_of_before_members_were_compressed_is_stale_until_someone_edits_it(formaat: str) -> None:
    merk = VORMEN[formaat].merk
    stored = pack_anew(FILES[formaat])
    comment = b"samenwerk: " + hashlib.sha256(stored).hexdigest()[:16].encode()
    of_before = stored[:-2] + len(comment).to_bytes(2, "little") + comment
    assert judge_by_seal(of_before, merk.put(FILES[formaat]), merk) == "verouderd"
    edited = of_before.replace(b"Tekst.", b"Ander.")
    assert edited != of_before
    assert judge_by_seal(edited, merk.put(FILES[formaat]), merk) == "met de hand bewerkt"


def test_an_archive_that_unpacks_to_more_than_any_of_ours_is_not_unpacked() -> None:
    merk = VORMEN["docx"].merk
    sealed = merk.put(FILES["docx"])
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", bytes(100_000_001))
    forged = bomb.getvalue()[:-2] + b"\x1b\0samenwerk: 0123456789abcdef"
    with patch.object(zipfile.ZipFile, "read", side_effect=AssertionError):
        assert judge_by_seal(forged, sealed, merk) == "met de hand bewerkt"


@settings(max_examples=tries(80), deadline=None, derandomize=True)
@given(st.sampled_from(["docx", "odt"]), st.integers(0, 60_000), st.binary(max_size=8))
def test_whatever_befell_an_archive_it_is_judged(formaat: str, place: int, damage: bytes) -> None:
    merk = VORMEN[formaat].merk
    sealed = merk.put(FILES[formaat])
    damaged = sealed[:place] + damage + sealed[place + len(damage) :]
    assert judge_by_seal(damaged, sealed, merk) in ("actueel", "met de hand bewerkt")
