"""A file that another program has open, as Windows tells it: tried again for a second, then named, and never written over."""

import errno
import os
import stat
from pathlib import Path

import pytest
from file_faults import WINDOWS_HOLDS, held_by_another_program, refuse
from writing_files import NEW, OLD, replace_file, snapshot

from samenwerk.errors import ChangedMeanwhileError, RefusedError
from samenwerk.storage.dossier import DOSSIER_NAME
from samenwerk.storage.writing import moves
from samenwerk.storage.writing.replace import replace_files
from samenwerk.storage.writing.replacement import Replacement


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / DOSSIER_NAME
    path.write_bytes(OLD)
    return path


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds that were waited; none of them really is."""
    waited: list[float] = []
    monkeypatch.setattr(moves, "sleep", waited.append)
    return waited


@pytest.mark.parametrize("winerror", WINDOWS_HOLDS)
def test_a_file_that_is_held_for_a_moment_is_tried_again(
    path: Path, monkeypatch: pytest.MonkeyPatch, pauses: list[float], winerror: int
) -> None:
    refuse(monkeypatch, "replace", DOSSIER_NAME, held_by_another_program(winerror), times=4)

    replace_file(path.parent, path, NEW, expected=OLD)

    assert snapshot(path.parent) == {DOSSIER_NAME: NEW}
    assert len(pauses) == 4


@pytest.mark.parametrize("winerror", WINDOWS_HOLDS)
def test_a_file_that_stays_open_elsewhere_is_refused_after_a_second_with_what_to_do(
    path: Path, monkeypatch: pytest.MonkeyPatch, pauses: list[float], winerror: int
) -> None:
    refuse(monkeypatch, "replace", DOSSIER_NAME, held_by_another_program(winerror))

    with pytest.raises(RefusedError) as refused:
        replace_file(path.parent, path, NEW, expected=OLD)

    assert refused.value.melding == (
        "samenwerking.yaml is open in een ander programma (bijvoorbeeld Word); er is niets geschreven."
    )
    assert refused.value.oplossing == "Sluit het daar, en geef het commando opnieuw."
    assert snapshot(path.parent) == {DOSSIER_NAME: OLD}
    assert 0.9 < sum(pauses) < 1.5


def test_what_the_program_that_held_the_file_saved_in_it_is_not_written_over(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse(monkeypatch, "replace", DOSSIER_NAME, held_by_another_program(32), times=2)
    monkeypatch.setattr(moves, "sleep", lambda _: path.write_bytes(b"van iemand anders\n"))

    with pytest.raises(ChangedMeanwhileError):
        replace_file(path.parent, path, NEW, expected=OLD)

    assert snapshot(path.parent) == {DOSSIER_NAME: b"van iemand anders\n"}


def test_a_refusal_for_good_is_not_waited_for(path: Path, monkeypatch: pytest.MonkeyPatch, pauses: list[float]) -> None:
    refuse(monkeypatch, "replace", DOSSIER_NAME, PermissionError(errno.EACCES, "no"))

    with pytest.raises(RefusedError, match="u hebt er geen toegang toe"):
        replace_file(path.parent, path, NEW, expected=OLD)

    assert pauses == []


def test_what_was_put_in_place_before_a_file_that_is_open_elsewhere_is_taken_back_patiently(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pauses: list[float]
) -> None:
    refuse(monkeypatch, "replace", "b.md", held_by_another_program(5))
    refuse(monkeypatch, "unlink", "a.md", held_by_another_program(32), times=4)

    with pytest.raises(RefusedError, match=r"^In b\.md"):
        replace_files(tmp_path, [Replacement(tmp_path / "a.md", NEW, None), Replacement(tmp_path / "b.md", NEW, None)])

    assert snapshot(tmp_path) == {}


def test_a_temporary_file_that_is_read_only_is_cleared(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    left = path.parent / ".samenwerk" / "1.nieuw"
    left.parent.mkdir()
    left.write_bytes(b"half")
    left.chmod(0o400)
    real = os.unlink

    def refuse_read_only(path: Path) -> None:
        if not Path(path).stat().st_mode & stat.S_IWRITE:
            raise held_by_another_program(5)
        real(path)

    monkeypatch.setattr(os, "unlink", refuse_read_only)

    replace_file(path.parent, path, NEW, expected=OLD)

    assert snapshot(path.parent) == {DOSSIER_NAME: NEW}
