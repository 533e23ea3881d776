"""A new file outside a dossier is made whole, or not at all."""

import errno
from pathlib import Path

import pytest
from file_faults import refuse
from writing_files import NEW, OLD

from samenwerk.errors import RefusedError
from samenwerk.storage.writing.replace import create_file


def test_a_new_file_is_made_whole_and_nothing_else(tmp_path: Path) -> None:
    create_file(tmp_path / "partners.csv", NEW)

    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"partners.csv": NEW}


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO])
def test_a_new_file_that_cannot_be_written_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    refuse(monkeypatch, "replace", "partners.csv", OSError(number, "no"))

    with pytest.raises(RefusedError, match=r"^In partners\.csv kan niet geschreven worden: "):
        create_file(tmp_path / "partners.csv", NEW)

    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "partners.csv").write_bytes(OLD)

    with pytest.raises(RefusedError, match=r"^partners\.csv bestaat al; er is niets geschreven\.$"):
        create_file(tmp_path / "partners.csv", NEW)

    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"partners.csv": OLD}


def test_a_new_file_makes_no_folder_of_a_typing_error(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match=r"^De map nietbestaand bestaat niet\.$"):
        create_file(tmp_path / "nietbestaand" / "partners.csv", NEW)

    assert list(tmp_path.iterdir()) == []
