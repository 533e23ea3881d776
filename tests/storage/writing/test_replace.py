"""A file is written whole or stays as it was: beside another writer, under every refusal, and never outside the folder."""

import errno
import os
import stat
from collections.abc import Iterable
from itertools import count
from pathlib import Path

import pytest
from file_faults import fail_at, refuse
from needs import make_link, needs_modes
from writing_files import NEW, OLD, replace_file, snapshot

from samenwerk.errors import ChangedMeanwhileError, DossierError, RefusedError, SamenwerkError
from samenwerk.storage.dossier import DOSSIER_NAME
from samenwerk.storage.writing.replace import replace_files
from samenwerk.storage.writing.replacement import Replacement
from samenwerk.storage.writing.unfinished import finish_unfinished


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / DOSSIER_NAME
    path.write_bytes(OLD)
    return path


@needs_modes
@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o640])
def test_a_file_keeps_its_mode(path: Path, mode: int) -> None:
    path.chmod(mode)
    replace_file(path.parent, path, NEW, expected=OLD)
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (NEW, mode)


def test_a_new_file_and_its_folder_are_made(tmp_path: Path) -> None:
    path = tmp_path / "documenten" / "startnota.md"
    replace_file(tmp_path, path, NEW, expected=None)
    assert [path.read_bytes(), *(found.name for found in path.parent.iterdir())] == [NEW, "startnota.md"]
    assert snapshot(tmp_path) == {}


@pytest.mark.parametrize("expected", [None, b"", b"oud", b"oud\r\n"])
def test_a_file_that_someone_changed_meanwhile_is_not_written(path: Path, expected: bytes | None) -> None:
    with pytest.raises(ChangedMeanwhileError, match=r"^samenwerking\.yaml is intussen door iemand anders gewijzigd"):
        replace_file(path.parent, path, NEW, expected=expected)
    assert snapshot(path.parent) == {DOSSIER_NAME: OLD}


def test_a_file_that_someone_removed_meanwhile_is_not_written(path: Path) -> None:
    path.unlink()
    with pytest.raises(ChangedMeanwhileError):
        replace_file(path.parent, path, NEW, expected=OLD)
    assert snapshot(path.parent) == {}


def test_a_change_by_an_editor_at_the_last_moment_is_seen(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sync = os.fsync

    def save_in_an_editor(descriptor: int) -> None:
        path.write_bytes(b"van iemand anders\n")
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", save_in_an_editor)
    with pytest.raises(ChangedMeanwhileError):
        replace_file(path.parent, path, NEW, expected=OLD)
    assert snapshot(path.parent) == {DOSSIER_NAME: b"van iemand anders\n"}


@pytest.mark.parametrize(
    ("function", "number", "reason"),
    [
        ("fsync", errno.ENOSPC, "de schijf is vol"),
        ("replace", errno.EIO, "het systeem weigert het"),
        ("replace", errno.EXDEV, "de map staat op een andere schijf dan het dossier"),
        ("replace", errno.EACCES, "u hebt er geen toegang toe"),
    ],
)
def test_where_nothing_can_be_written_it_says_so_and_leaves_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch, function: str, number: int, reason: str
) -> None:
    def fail(*_args: object, **_options: object) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr(os, function, fail)
    with pytest.raises(RefusedError, match=rf"^In samenwerking\.yaml kan niet geschreven worden: {reason}\.$"):
        replace_file(path.parent, path, NEW, expected=OLD)
    monkeypatch.undo()
    assert snapshot(path.parent) == {DOSSIER_NAME: OLD}


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "documenten").write_bytes(OLD)
    # Windows notices it only when it is to make the folder.
    with pytest.raises((DossierError, RefusedError), match=r"een deel van de plaats is geen map\.$"):
        replace_file(tmp_path, tmp_path / "documenten" / "startnota.md", NEW, expected=None)
    assert snapshot(tmp_path) == {"documenten": OLD}


def test_a_disk_that_cannot_sync_folders_does_not_stop_a_save(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sync = os.fsync

    def refuse_folders(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "no")
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", refuse_folders)
    replace_file(path.parent, path, NEW, expected=OLD)
    assert snapshot(path.parent) == {DOSSIER_NAME: NEW}


def test_nothing_is_written_outside_the_folder(tmp_path: Path) -> None:
    inside = tmp_path / "dossier"
    inside.mkdir()
    outside = tmp_path / "geheim.yaml"
    outside.write_bytes(OLD)
    make_link(inside / DOSSIER_NAME, outside)
    make_link(inside / "map", tmp_path)

    for path, expected in (
        (inside / DOSSIER_NAME, OLD),
        (inside / "map" / "geheim.yaml", OLD),
        (inside / ".." / "geheim.yaml", OLD),
        (inside / "map" / "nieuw.md", None),
    ):
        with pytest.raises(DossierError, match=r"wijst naar een plaats buiten de map van het dossier\.$"):
            replace_file(inside, path, NEW, expected=expected)
    assert outside.read_bytes() == OLD
    assert sorted(path.name for path in tmp_path.iterdir()) == ["dossier", "geheim.yaml"]


def test_a_link_inside_the_folder_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "echt.yaml").write_bytes(OLD)
    link = tmp_path / DOSSIER_NAME
    make_link(link, "echt.yaml")

    replace_file(tmp_path, link, NEW, expected=OLD)

    assert link.is_symlink()
    assert (tmp_path / "echt.yaml").read_bytes() == NEW


def test_a_file_is_on_disk_before_it_takes_its_place_and_its_folder_after(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    real_sync, real_replace = os.fsync, os.replace

    def sync(descriptor: int) -> None:
        done.append("folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file")
        real_sync(descriptor)

    def replace(source: Path, target: Path) -> None:
        done.append("replace")
        real_replace(source, target)

    monkeypatch.setattr(os, "fsync", sync)
    monkeypatch.setattr(os, "replace", replace)

    replace_file(path.parent, path, NEW, expected=OLD)

    assert done == ["file", "replace", *(["folder"] if os.name == "posix" else [])]


def test_what_earlier_versions_left_behind_is_cleared(path: Path) -> None:
    for name in (".samenwerk.lock", ".samenwerking.yaml.tmp"):
        (path.parent / name).write_bytes(b"half")

    replace_file(path.parent, path, NEW, expected=OLD)

    assert snapshot(path.parent) == {DOSSIER_NAME: NEW}


def test_a_full_disk_leaves_no_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse(monkeypatch, "replace", "startnota.md", OSError(errno.ENOSPC, "no"))

    with pytest.raises(RefusedError, match=r"de schijf is vol\.$"):
        replace_file(tmp_path, tmp_path / "documenten" / "vastgesteld" / "startnota.md", NEW, expected=None)

    assert [path.name for path in tmp_path.iterdir()] == [".samenwerk"]


# Several files


@pytest.mark.parametrize("refused", ["a.md", "b.md", "c.md"])
def test_when_one_of_several_cannot_be_written_none_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refused: str) -> None:
    (tmp_path / "b.md").write_bytes(OLD)
    refuse(monkeypatch, "replace", refused, OSError(errno.EIO, "no"))
    step = [
        Replacement(tmp_path / "map" / "a.md", NEW, None),
        Replacement(tmp_path / "b.md", NEW, OLD),
        Replacement(tmp_path / "c.md", NEW, None),
    ]

    with pytest.raises(RefusedError):
        replace_files(tmp_path, step)

    assert snapshot(tmp_path) == {"b.md": OLD}
    assert not (tmp_path / "map").exists()


def test_a_file_that_someone_makes_at_the_last_moment_with_the_same_text_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.replace

    def meanwhile(source: Path, target: Path) -> None:
        real(source, target)
        if Path(target).name == "a.md":
            (tmp_path / "b.md").write_bytes(NEW)

    monkeypatch.setattr(os, "replace", meanwhile)
    step = [Replacement(tmp_path / "a.md", NEW, None), Replacement(tmp_path / "b.md", NEW, None)]

    with pytest.raises(ChangedMeanwhileError):
        replace_files(tmp_path, step)

    assert snapshot(tmp_path) == {"b.md": NEW}


# Whose file it is


def test_a_file_that_is_read_only_is_refused_though_its_folder_would_let_it_be_replaced(path: Path) -> None:
    path.chmod(0o444)

    with pytest.raises(RefusedError) as refused:
        replace_file(path.parent, path, NEW, expected=OLD)

    assert refused.value.melding == "samenwerking.yaml is alleen om te lezen; er is niets geschreven."
    assert "Alleen-lezen" in refused.value.oplossing
    path.chmod(0o644)
    assert snapshot(path.parent) == {DOSSIER_NAME: OLD}
    replace_file(path.parent, path, NEW, expected=OLD)


@needs_modes
@pytest.mark.parametrize("there", [True, False])
def test_what_is_for_its_owner_only_is_so_from_its_first_byte(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: bool
) -> None:
    path = tmp_path / "vertrouwelijk.yaml"
    if there:
        path.write_bytes(OLD)
        path.chmod(0o600)
    modes: list[int] = []
    real = os.fsync

    def sync(descriptor: int) -> None:
        found = os.fstat(descriptor)
        if stat.S_ISREG(found.st_mode):
            modes.append(stat.S_IMODE(found.st_mode))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", sync)

    replace_file(tmp_path, path, NEW, expected=OLD if there else None, private=True)

    assert modes == [0o600]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_second_name_of_the_file_keeps_what_it_had(path: Path, tmp_path: Path) -> None:
    backup = tmp_path / "reservekopie.yaml"
    backup.hardlink_to(path)

    replace_file(path.parent, path, NEW, expected=OLD)

    assert (path.read_bytes(), backup.read_bytes()) == (NEW, OLD)


# Whatever refuses, whenever


def read_all(folder: Path, names: Iterable[str]) -> dict[str, bytes]:
    """Those of the files that are there."""
    return {name: (folder / name).read_bytes() for name in names if (folder / name).exists()}


@pytest.mark.parametrize("for_good", [False, True], ids=["once", "from then on"])
def test_whichever_call_of_the_system_fails_all_files_are_old_or_all_are_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, for_good: bool
) -> None:
    old = {"a.md": b"oud a\n", "c.md": b"oud c\n"}
    new = {"a.md": b"nieuw a\n", "map/b.md": b"nieuw b\n", "c.md": b"nieuw c\n"}
    outcomes = set()
    for number in count(1):
        folder = tmp_path / str(number)
        folder.mkdir()
        for name, content in old.items():
            (folder / name).write_bytes(content)
        step = [Replacement(folder / name, content, old.get(name)) for name, content in new.items()]
        with monkeypatch.context() as patch:
            failed = fail_at(patch, number, for_good=for_good)
            try:
                replace_files(folder, step)
                written = True
                said = ""
            except SamenwerkError as error:
                written = False
                said = error.melding
        found = read_all(folder, new)
        is_half = said.endswith(" Wat al geschreven was, kan nu niet teruggezet worden.")
        assert found == (new if written else old) or is_half
        finish_unfinished(folder)
        assert read_all(folder, new) in ([old, new] if is_half else [found])
        outcomes.add(written)
        if not failed:
            break
    assert outcomes == {True, False}
