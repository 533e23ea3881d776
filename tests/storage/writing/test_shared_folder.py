"""A folder of several people, who are really others: each writes again and again, and nobody loses a file that was theirs."""

import os
import shutil
import stat
import tempfile
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from samenwerk.errors import SamenwerkError
from samenwerk.storage.writing.replace import replace_files
from samenwerk.storage.writing.replacement import Replacement

pwd = pytest.importorskip("pwd", reason="Windows knows no other people by a number")
pytestmark = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="to be other people takes root: run the tests in a container"
)

ANNE, BEN, GROUP = 64001, 64002, 64100
REFUSED = 7


@pytest.fixture
def shared() -> Iterator[Path]:
    """A folder of the group, in a place that everyone may reach."""
    with tempfile.TemporaryDirectory() as name:
        # What Python loads at the first write of all may be out of reach for others than root.
        write(Path(name), "x", "map/startnota.md")()
        shutil.rmtree(name)
        Path(name).mkdir()
        os.chown(name, ANNE, GROUP)
        Path(name).chmod(0o2775)
        yield Path(name)


def acts_as(user: int, action: Callable[[], None], umask: int = 0o022, groups: tuple[int, ...] = (GROUP,)) -> bool:
    """Do something as another user, in a child; whether it was done and not refused."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of threads, which the child does not have
        child = os.fork()
    if child == 0:
        code = 1
        try:
            os.setgroups(groups)
            os.setgid(user)
            os.setuid(user)
            os.umask(umask)
            action()
            code = 0
        except SamenwerkError:
            code = REFUSED
        finally:
            os._exit(code)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in (0, REFUSED)
    return code == 0


def write(folder: Path, text: str, name: str = "samenwerking.yaml") -> Callable[[], None]:
    """Writing a file in the place of what is there."""

    def action() -> None:
        path = folder / name
        replace_files(folder, [Replacement(path, text.encode(), path.read_bytes() if path.exists() else None)])

    return action


@pytest.mark.parametrize("umask", [0o022, 0o077])
def test_two_people_of_one_group_write_in_turn(shared: Path, umask: int) -> None:
    for turn in range(3):
        for user in (ANNE, BEN):
            assert acts_as(user, write(shared, f"{turn} {user}"), umask)
            assert acts_as(user, write(shared, f"{turn} {user}", "documenten/startnota.md"), umask)
            assert (shared / "samenwerking.yaml").read_text(encoding="utf-8") == f"{turn} {user}"

    found = (shared / "samenwerking.yaml").stat()
    assert (found.st_gid, found.st_mode & 0o060) == (GROUP, 0o060)


def test_after_one_command_of_root_the_owner_of_a_folder_of_one_person_still_writes(shared: Path) -> None:
    shared.chmod(0o755)
    write(shared, "van root")()

    assert acts_as(ANNE, write(shared, "van Anne"), groups=())
    assert acts_as(ANNE, write(shared, "van Anne", "documenten/startnota.md"), groups=())


def test_after_one_command_of_root_the_others_of_a_group_still_write(shared: Path) -> None:
    write(shared, "van root")()
    write(shared, "van root", "documenten/startnota.md")()

    for user in (ANNE, BEN):
        assert acts_as(user, write(shared, f"van {user}"))
        assert acts_as(user, write(shared, f"van {user}", "documenten/startnota.md"))


def test_a_command_of_root_leaves_a_file_to_its_owner(shared: Path) -> None:
    path = shared / "samenwerking.yaml"
    path.write_text("van Anne", encoding="utf-8")
    os.chown(path, ANNE, GROUP)
    path.chmod(0o640)

    write(shared, "van root")()

    found = path.stat()
    assert (found.st_uid, found.st_gid, stat.S_IMODE(found.st_mode)) == (ANNE, GROUP, 0o640)
    assert path.read_text(encoding="utf-8") == "van root"


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o600])
def test_a_file_of_someone_else_that_others_may_not_write_is_refused_though_the_folder_would_allow_it(
    shared: Path, mode: int
) -> None:
    path = shared / "samenwerking.yaml"
    path.write_text("van Anne", encoding="utf-8")
    os.chown(path, ANNE, GROUP)
    path.chmod(mode)
    replacement = Replacement(path, b"van Ben", b"van Anne")

    assert not acts_as(BEN, lambda: replace_files(shared, [replacement]))
    assert path.read_text(encoding="utf-8") == "van Anne"
    assert acts_as(ANNE, write(shared, "weer van Anne"))


def test_an_owner_who_would_lose_the_file_is_thought_of(shared: Path) -> None:
    path = shared / "samenwerking.yaml"
    path.write_text("van iemand", encoding="utf-8")
    # A user that this system knows, and that it knows not to be in the group.
    os.chown(path, pwd.getpwnam("daemon").pw_uid, GROUP)
    path.chmod(0o664)
    before = path.stat()

    assert not acts_as(BEN, write(shared, "van Ben"))

    after = path.stat()
    assert path.read_text(encoding="utf-8") == "van iemand"
    assert (after.st_uid, after.st_gid, after.st_ino) == (before.st_uid, before.st_gid, before.st_ino)


def test_a_group_that_would_lose_the_file_is_thought_of(shared: Path) -> None:
    shared.chmod(0o777)
    path = shared / "samenwerking.yaml"
    path.write_text("van Ben en de groep", encoding="utf-8")
    os.chown(path, BEN, GROUP)
    path.chmod(0o660)

    # Ben has left the group, and cannot give a new file to it.
    assert not acts_as(BEN, write(shared, "van Ben"), groups=())
    assert path.read_text(encoding="utf-8") == "van Ben en de groep"


def test_a_stranger_may_do_nothing(shared: Path) -> None:
    assert acts_as(ANNE, write(shared, "van Anne"))

    assert not acts_as(BEN, write(shared, "van Ben"), groups=())
    assert (shared / "samenwerking.yaml").read_text(encoding="utf-8") == "van Anne"
