"""One command at a time writes in a folder, whoever made the lock, and a dead one never shuts it."""

import errno
import os
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from needs import make_link, needs_modes

from samenwerk.errors import ChangedMeanwhileError, RefusedError
from samenwerk.storage.writing import lock
from samenwerk.storage.writing.lock import HOLDER_SECONDS, write_lock

HOLD = """
import sys
from pathlib import Path
from samenwerk.storage.writing.lock import write_lock
with write_lock(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def take(folder: Path) -> None:
    """Take the lock and let go of it."""
    with write_lock(folder):
        pass


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A lock that is held is not waited for."""
    monkeypatch.setattr(lock, "LOCK_SECONDS", 0.0)


@pytest.fixture
def holder(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that holds the lock."""
    program = [sys.executable, "-c", HOLD, str(tmp_path)]
    with subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_a_folder_that_another_process_holds_is_not_written(
    tmp_path: Path, holder: subprocess.Popen[str], at_once: None
) -> None:
    with pytest.raises(ChangedMeanwhileError, match=r"^Een ander commando schrijft op dit moment in dit dossier"):
        take(tmp_path)
    holder.communicate("")
    take(tmp_path)


def test_the_lock_of_a_killed_process_does_not_stay(tmp_path: Path, holder: subprocess.Popen[str], at_once: None) -> None:
    holder.kill()
    holder.wait()
    take(tmp_path)


def test_the_lock_is_let_go_after_an_error(tmp_path: Path, at_once: None) -> None:
    with pytest.raises(KeyError), write_lock(tmp_path):
        raise KeyError
    take(tmp_path)


def test_the_lock_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter([False, False, True])
    pauses: list[float] = []
    monkeypatch.setattr(lock, "_try_lock", lambda _: next(answers))
    monkeypatch.setattr(lock, "_unlock", lambda _: None)
    monkeypatch.setattr(time, "sleep", pauses.append)

    take(tmp_path)

    assert len(pauses) == 2


def test_the_folder_of_the_lock_is_skipped_by_git_and_by_nobody_else(tmp_path: Path) -> None:
    take(tmp_path)

    assert (tmp_path / ".samenwerk" / ".gitignore").read_text(encoding="utf-8").endswith("\n*\n")
    assert sorted(path.name for path in (tmp_path / ".samenwerk").iterdir()) == [".gitignore", "lock"]


@pytest.mark.parametrize("left", ["", "!*\n"], ids=["empty", "of a stranger"])
def test_what_keeps_it_out_of_git_is_made_right_each_time(tmp_path: Path, left: str) -> None:
    (tmp_path / ".samenwerk").mkdir()
    (tmp_path / ".samenwerk" / ".gitignore").write_text(left, encoding="utf-8")

    take(tmp_path)

    assert (tmp_path / ".samenwerk" / ".gitignore").read_text(encoding="utf-8").endswith("\n*\n")


def test_a_link_in_its_place_does_not_harm_what_it_leads_to(tmp_path: Path) -> None:
    inside = tmp_path / "dossier"
    (inside / ".samenwerk").mkdir(parents=True)
    make_link(inside / ".samenwerk" / ".gitignore", tmp_path / "elders")

    take(inside)

    assert not (tmp_path / "elders").exists()
    assert not (inside / ".samenwerk" / ".gitignore").is_symlink()


@needs_modes
@pytest.mark.parametrize(("mode", "of_files"), [(0o755, 0o644), (0o2775, 0o664), (0o700, 0o600), (0o1777, 0o666)])
def test_who_may_write_in_the_folder_may_take_the_lock(tmp_path: Path, mode: int, of_files: int) -> None:
    tmp_path.chmod(mode)
    before = os.umask(0o077)
    try:
        take(tmp_path)
    finally:
        os.umask(before)

    found = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.rglob("*")}
    assert found == {".samenwerk": mode & ~stat.S_ISVTX, "lock": of_files, ".gitignore": of_files}


@needs_modes
def test_a_folder_that_a_killed_command_made_is_shared_by_the_next(tmp_path: Path) -> None:
    tmp_path.chmod(0o2775)
    (tmp_path / ".samenwerk").mkdir(mode=0o700)

    take(tmp_path)

    assert stat.S_IMODE((tmp_path / ".samenwerk").stat().st_mode) == 0o2775


def test_a_lock_that_someone_made_read_only_is_taken_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    take(tmp_path)
    real = os.open

    def refuse_writing(path: Path, flags: int, mode: int = 0o777) -> int:
        if Path(path).name == "lock" and flags & os.O_RDWR:
            raise PermissionError(errno.EACCES, "no")
        return real(path, flags, mode)

    monkeypatch.setattr(os, "open", refuse_writing)
    take(tmp_path)


@pytest.mark.parametrize("make", [Path.mkdir, lambda path: make_link(path, "elders")], ids=["folder", "link"])
def test_something_else_in_the_place_of_the_lock_is_named(tmp_path: Path, make: "type") -> None:
    take(tmp_path)
    place = tmp_path / ".samenwerk" / "lock"
    place.unlink()
    make(place)

    with pytest.raises(RefusedError, match=r"^\.samenwerk/lock is niet te gebruiken: het is een (map|snelkoppeling)\.$"):
        take(tmp_path)
    assert not (tmp_path / ".samenwerk" / "elders").exists()


def test_who_may_not_use_the_lock_is_sent_to_who_made_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, root: Path) -> int:
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr(lock, "_open", refuse)

    with pytest.raises(RefusedError, match="u hebt er geen toegang toe") as refused:
        take(tmp_path)

    assert (
        refused.value.oplossing == "Vraag wie de map .samenwerk gemaakt heeft om ze weg te halen; samenwerk maakt ze opnieuw."
    )


@pytest.mark.parametrize("what", ["file", "link", "link to nowhere"])
def test_something_else_in_the_place_of_the_folder_is_named(tmp_path: Path, what: str) -> None:
    inside = tmp_path / "dossier"
    inside.mkdir()
    place = inside / ".samenwerk"
    if what == "file":
        place.write_text("van mij", encoding="utf-8")
    else:
        make_link(place, tmp_path if what == "link" else tmp_path / "elders")

    with pytest.raises(RefusedError, match=r"^\.samenwerk is een snelkoppeling of een bestand"):
        take(inside)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["dossier"]


def test_a_folder_that_may_not_be_written_is_told_by_its_name_and_never_as_a_dot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_options: object) -> None:
        raise OSError(errno.EROFS, "no")

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(os, "mkdir", refuse)
    with pytest.raises(RefusedError, match=r"^In deze map kan niet geschreven worden: de map is alleen om te lezen\.$"):
        take(Path())


# A disk that knows no locks


@pytest.fixture(params=[errno.ENOSYS, errno.ENOLCK, errno.EOPNOTSUPP, errno.EIO])
def without_locks(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that refuses every lock in one of the ways there are."""

    def refuse(*_: object) -> None:
        raise OSError(request.param, "no")

    monkeypatch.setattr(lock, "_try_lock", refuse)


@pytest.mark.usefixtures("without_locks")
def test_on_a_disk_without_locks_one_command_at_a_time_writes_too(tmp_path: Path, at_once: None) -> None:
    with write_lock(tmp_path), pytest.raises(ChangedMeanwhileError):
        take(tmp_path)
    take(tmp_path)
    assert sorted(path.name for path in (tmp_path / ".samenwerk").iterdir()) == [".gitignore", "lock"]


@pytest.mark.usefixtures("without_locks")
@pytest.mark.parametrize("seconds", [HOLDER_SECONDS + 1, -HOLDER_SECONDS - 1], ids=["behind", "ahead"])
def test_on_a_disk_without_locks_a_dead_command_shuts_nobody_out(tmp_path: Path, seconds: float) -> None:
    take(tmp_path)
    left = tmp_path / ".samenwerk" / "houder"
    left.write_bytes(b"")
    then = time.time() - seconds
    os.utime(left, (then, then))

    take(tmp_path)

    assert not left.exists()
