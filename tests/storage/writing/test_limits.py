"""What goes out passes what comes in: no file is written that samenwerk would not read again."""

from pathlib import Path

import pytest
from writing_files import NEW, replace_file

from samenwerk.errors import RefusedError
from samenwerk.storage.files import read_file
from samenwerk.storage.writing.replace import create_file, replace_files
from samenwerk.storage.writing.replacement import Replacement


@pytest.mark.parametrize("name", ["samenwerking.yaml", "vertrouwelijk.yaml", "startnota.md", "startnota-v1.json", ".gitignore"])
def test_a_file_that_would_be_too_large_to_read_again_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(RefusedError, match=rf"^{name} zou groter worden dan 2 MB, en dat leest samenwerk niet; er is niets"):
        replace_files(
            tmp_path, [Replacement(tmp_path / "a.md", NEW, None), Replacement(tmp_path / name, b"x" * 2_000_001, None)]
        )

    assert list(tmp_path.iterdir()) == []
    replace_file(tmp_path, tmp_path / name, b"x" * 2_000_000, expected=None)
    assert read_file(tmp_path, tmp_path / name) == b"x" * 2_000_000


def test_a_form_may_be_large(tmp_path: Path) -> None:
    replace_file(tmp_path, tmp_path / "startnota.docx", b"x" * 2_000_001, expected=None)


@pytest.mark.parametrize("name", ["startnota.md", "startnota.html", "startnota-v1.json", "agenda.ics"])
@pytest.mark.parametrize("sign", ["\x1b", "\x00", "\x9b", "\u202e"])
def test_a_sign_that_steers_a_terminal_or_turns_a_text_round_is_refused_with_its_place(
    tmp_path: Path, name: str, sign: str
) -> None:
    with pytest.raises(RefusedError, match=rf"\(U\+{ord(sign):04X}\), na “eerste”; er is niets geschreven\.$"):
        replace_file(tmp_path, tmp_path / name, f"eerste {sign}tweede\r\n".encode(), expected=None)

    assert list(tmp_path.iterdir()) == []


def test_a_table_for_a_spreadsheet_with_its_mark_and_line_ends_passes(tmp_path: Path) -> None:
    create_file(tmp_path / "partners.csv", "\ufeffnaam\r\nStad\r\n".encode())

    with pytest.raises(RefusedError, match="Escape"):
        create_file(tmp_path / "leden.csv", b"naam\r\n\x1b[31mStad\r\n")
