"""Files are whole or as they were: under a kill at any step, beside another writer, and never outside the folder."""

import errno
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from samenwerk.errors import ChangedMeanwhileError, DossierError, RefusedError
from samenwerk.storage import files
from samenwerk.storage.dossier import DOSSIER_NAME, read_dossier
from samenwerk.storage.files import LOCK_NAME, read_file, replace_file, write_lock
from samenwerk.storage.record_file import change_file, save_file
from samenwerk.storage.yaml_changes import Set

OLD = b"oud\n"
NEW = b"nieuw\n" * 1000
DOSSIER = "formaat: 1\nnaam: x\nfase: opstart\ntoestand: actief\nverloop:\n  - {datum: 2026-01-10, naar: opstart}\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / DOSSIER_NAME
    path.write_bytes(OLD)
    return path


@pytest.fixture
def dossier_path(path: Path) -> Path:
    path.write_text(DOSSIER, encoding="utf-8")
    return path


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file in a folder but the lock."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file() and path.name != LOCK_NAME}


def start(program: str, *words: str) -> subprocess.Popen[str]:
    """Another real process, with the same code."""
    return subprocess.Popen([sys.executable, "-c", program, *words], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


# Reading


def test_a_file_that_is_not_there_reads_as_none(tmp_path: Path) -> None:
    assert read_file(tmp_path, tmp_path / "a.yaml") is None
    assert read_file(tmp_path, tmp_path / "map" / "a.yaml") is None


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    inside = tmp_path / "dossier"
    inside.mkdir()
    outside = tmp_path / "geheim.yaml"
    outside.write_bytes(OLD)
    (inside / DOSSIER_NAME).symlink_to(outside)
    (inside / "map").symlink_to(tmp_path)
    for path in (inside / DOSSIER_NAME, inside / "map" / "geheim.yaml", inside / ".." / "geheim.yaml"):
        with pytest.raises(DossierError, match=r"^.* wijst naar een plaats buiten de map van het dossier\.$"):
            read_file(inside, path)
        with pytest.raises(DossierError):
            replace_file(inside, path, NEW, expected=OLD)
    with pytest.raises(DossierError):
        replace_file(inside, inside / "map" / "nieuw.md", NEW, expected=None)
    assert outside.read_bytes() == OLD
    assert sorted(path.name for path in tmp_path.iterdir()) == ["dossier", "geheim.yaml"]


def test_a_link_inside_the_folder_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "echt.yaml").write_bytes(OLD)
    link = tmp_path / DOSSIER_NAME
    link.symlink_to("echt.yaml")
    assert read_file(tmp_path, link) == OLD
    replace_file(tmp_path, link, NEW, expected=OLD)
    assert link.is_symlink()
    assert (tmp_path / "echt.yaml").read_bytes() == NEW


def test_a_folder_in_the_place_of_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / DOSSIER_NAME).mkdir()
    with pytest.raises(DossierError, match=r"^samenwerking\.yaml is niet te lezen: het is een map\.$"):
        read_file(tmp_path, tmp_path / DOSSIER_NAME)


def test_links_in_a_circle_are_told(tmp_path: Path) -> None:
    (tmp_path / DOSSIER_NAME).symlink_to(tmp_path / DOSSIER_NAME)
    with pytest.raises(DossierError, match=r"de snelkoppelingen lopen in een kring\.$"):
        read_file(tmp_path, tmp_path / DOSSIER_NAME)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / DOSSIER_NAME)
    with pytest.raises(DossierError, match=r"het is geen gewoon bestand\.$"):
        read_file(tmp_path, tmp_path / DOSSIER_NAME)


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.EACCES, "u hebt er geen toegang toe"),
        (errno.EPERM, "dat mag niet"),
        (errno.EIO, "het systeem weigert het"),
    ],
)
def test_an_unreadable_file_is_told(path: Path, monkeypatch: pytest.MonkeyPatch, number: int, reason: str) -> None:
    def refuse(*_args: object, **_options: object) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(DossierError, match=rf"^samenwerking\.yaml is niet te lezen: {reason}\.$"):
        read_file(path.parent, path)


# Writing


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o640])
def test_a_file_keeps_its_mode(path: Path, mode: int) -> None:
    path.chmod(mode)
    replace_file(path.parent, path, NEW, expected=OLD)
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (NEW, mode)


def test_a_new_file_and_its_folder_are_made(tmp_path: Path) -> None:
    path = tmp_path / "documenten" / "startnota.md"
    replace_file(tmp_path, path, NEW, expected=None)
    assert [path.read_bytes(), *(found.name for found in path.parent.iterdir())] == [NEW, "startnota.md"]


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
        ("os.open", errno.EROFS, "de map is alleen om te lezen"),
        ("os.open", errno.EACCES, "u hebt er geen toegang toe"),
        ("os.fsync", errno.ENOSPC, "de schijf is vol"),
        ("pathlib.Path.replace", errno.EIO, "het systeem weigert het"),
    ],
)
def test_where_nothing_can_be_written_it_says_so_and_leaves_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch, function: str, number: int, reason: str
) -> None:
    def refuse(*_args: object, **_options: object) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr(function, refuse)
    with pytest.raises(RefusedError, match=rf"^In samenwerking\.yaml kan niet geschreven worden: {reason}\.$"):
        replace_file(path.parent, path, NEW, expected=OLD)
    monkeypatch.undo()
    assert snapshot(path.parent) == {DOSSIER_NAME: OLD}


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "documenten").write_bytes(OLD)
    with pytest.raises(DossierError, match=r"een deel van het pad is geen map\.$"):
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


# The lock

HOLD = """
import sys
from filelock import FileLock
with FileLock(sys.argv[1]):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def held_lock(path: Path) -> Iterator[subprocess.Popen[str]]:
    with start(HOLD, str(path.parent / LOCK_NAME)) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == "held\n"
        yield holder
        holder.kill()


def test_a_folder_that_another_process_holds_is_not_written(
    path: Path, held_lock: subprocess.Popen[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "LOCK_SECONDS", 0.1)
    with (
        pytest.raises(ChangedMeanwhileError, match=r"^Een ander commando schrijft op dit moment in dit dossier"),
        write_lock(path.parent),
    ):
        pass
    held_lock.communicate("")
    with write_lock(path.parent):
        pass


def test_the_lock_of_a_killed_process_does_not_stay(path: Path, held_lock: subprocess.Popen[str]) -> None:
    held_lock.kill()
    held_lock.wait()
    with write_lock(path.parent):
        pass


def test_the_lock_is_let_go_after_an_error(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LOCK_SECONDS", 0.1)
    with pytest.raises(KeyError), write_lock(path.parent):
        raise KeyError
    with write_lock(path.parent):
        pass


def test_a_lock_that_is_a_link_does_not_harm_what_it_points_at(path: Path) -> None:
    (path.parent / LOCK_NAME).symlink_to(path)
    with pytest.raises(RefusedError, match="kan niet geschreven worden"), write_lock(path.parent):
        pass
    assert path.read_bytes() == OLD


def test_a_folder_that_may_not_be_written_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_options: object) -> None:
        raise OSError(errno.EROFS, "no")

    monkeypatch.setattr(os, "open", refuse)
    with (
        pytest.raises(RefusedError, match=r"kan niet geschreven worden: de map is alleen om te lezen\.$"),
        write_lock(path.parent),
    ):
        pass


# Killed at any moment, and two at once

SAVE = """
import os, signal, sys
from pathlib import Path
from samenwerk.storage.dossier import read_dossier
from samenwerk.storage.record_file import change_file, save_file
from samenwerk.storage.yaml_changes import Set
import filelock

before = read_dossier(Path(sys.argv[1]))
after = change_file(before, [Set(("naam",), "De Brug")])
left = int(sys.argv[2])

def counted(function):
    def call(*args, **options):
        global left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return function(*args, **options)
    return call

for name in ("open", "write", "fsync", "replace", "rename", "chmod", "unlink", "close", "mkdir"):
    setattr(os, name, counted(getattr(os, name)))
save_file(before, after)
"""


def test_killed_at_any_step_the_file_is_whole_and_the_next_save_works(tmp_path: Path) -> None:
    new = DOSSIER.replace("naam: x", "naam: De Brug")
    seen: list[str] = []
    for step in range(1, 40):
        path = tmp_path / str(step) / DOSSIER_NAME
        path.parent.mkdir()
        path.write_text(DOSSIER, encoding="utf-8")
        with start(SAVE, str(path.parent), str(step)) as process:
            code = process.wait()
        seen.append(path.read_text(encoding="utf-8"))
        assert seen[-1] in (DOSSIER, new)
        before = read_dossier(path.parent)
        save_file(before, change_file(before, [Set(("naam",), "Na de kill")]))
        assert snapshot(path.parent) == {DOSSIER_NAME: DOSSIER.replace("naam: x", "naam: Na de kill").encode()}
        if code == 0:
            break
        assert code == -signal.SIGKILL
    assert code == 0
    assert seen == sorted(seen, key=lambda text: text == new)
    assert (seen[0], seen[-1], len(seen) > 8) == (DOSSIER, new, True)


RACE = """
import sys
from pathlib import Path
from samenwerk.errors import ChangedMeanwhileError
from samenwerk.storage.dossier import read_dossier
from samenwerk.storage.record_file import change_file, save_file
from samenwerk.storage.yaml_changes import Set
before = read_dossier(Path(sys.argv[1]))
after = change_file(before, [Set(("idee",), sys.argv[2] * 20_000)])
print("ready", flush=True)
sys.stdin.readline()
try:
    save_file(before, after)
    print("won")
except ChangedMeanwhileError as error:
    print(error.exit_code)
"""


def test_of_two_writers_at_once_one_wins_and_the_other_is_told(dossier_path: Path) -> None:
    for _ in range(3):
        dossier_path.write_text(DOSSIER, encoding="utf-8")
        with start(RACE, str(dossier_path.parent), "a") as een, start(RACE, str(dossier_path.parent), "b") as twee:
            for process in (een, twee):
                assert process.stdout
                assert process.stdout.readline() == "ready\n"
            for process in (een, twee):
                assert process.stdin
                process.stdin.write("go\n")
                process.stdin.flush()
            said = [process.communicate()[0].strip() for process in (een, twee)]
        assert sorted(said) == ["5", "won"]
        winner = "ab"[said.index("won")]
        assert read_dossier(dossier_path.parent).samenwerking.idee == winner * 20_000
        assert list(snapshot(dossier_path.parent)) == [DOSSIER_NAME]
