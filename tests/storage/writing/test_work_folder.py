"""What a stranger, or a program that syncs, puts in the folder of samenwerk takes nobody's place and holds nobody up."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from needs import make_link, needs_pipes

from samenwerk.storage.writing.journal import digest
from samenwerk.storage.writing.replace import replace_files
from samenwerk.storage.writing.replacement import Replacement
from samenwerk.storage.writing.unfinished import Recovery, find_unfinished, finish_unfinished

OLD = {"a.md": b"oud a\n", "c.md": b"oud c\n"}
NEW = {"a.md": b"nieuw a\n", "c.md": b"nieuw c\n"}


def lay_half_step(folder: Path) -> None:
    """A step over a.md, in its place already, and c.md, which is not."""
    work = folder / ".samenwerk"
    work.mkdir()
    (folder / "a.md").write_bytes(NEW["a.md"])
    (folder / "c.md").write_bytes(OLD["c.md"])
    (work / "1.oud").write_bytes(OLD["a.md"])
    (work / "2.oud").write_bytes(OLD["c.md"])
    (work / "2.nieuw").write_bytes(NEW["c.md"])
    entries = [{"path": name, "old": digest(OLD[name]), "new": digest(NEW[name])} for name in OLD]
    (work / "vooruit.json").write_text(json.dumps({"bestanden": entries, "mappen": []}), encoding="utf-8")


def make_pipe(path: Path) -> None:
    """What waits when it is opened until someone writes in it; looked up here, for Windows has none."""
    os.mkfifo(path)


ANOTHER_TEXT = pytest.param(lambda path: path.write_bytes(b"van een ander"), id="another text")
A_FOLDER = pytest.param(lambda path: path.mkdir(), id="a folder")
A_LINK = pytest.param(lambda path: make_link(path, Path("..", "c.md")), id="a link")
A_LINK_TO_NOTHING = pytest.param(lambda path: make_link(path, "nergens"), id="a link to nothing")
A_PIPE = pytest.param(make_pipe, id="a pipe", marks=needs_pipes)
NOTHING = pytest.param(lambda path: None, id="nothing")


@pytest.mark.parametrize("spoil", [ANOTHER_TEXT, A_FOLDER, A_LINK, A_LINK_TO_NOTHING, A_PIPE, NOTHING])
def test_what_was_there_before_is_put_back_only_as_it_was(tmp_path: Path, spoil: Callable[[Path], object]) -> None:
    lay_half_step(tmp_path)
    (tmp_path / "c.md").write_bytes(b"van iemand anders\n")
    (tmp_path / ".samenwerk" / "1.oud").unlink()
    spoil(tmp_path / ".samenwerk" / "1.oud")

    recovery = finish_unfinished(tmp_path)

    assert recovery == Recovery(("a.md", "c.md"), ("a.md", "c.md"), is_finished=False)
    assert not (tmp_path / "a.md").is_symlink()
    assert (tmp_path / "a.md").read_bytes() == NEW["a.md"]
    assert (tmp_path / "c.md").read_bytes() == b"van iemand anders\n"
    assert find_unfinished(tmp_path) == ()


@pytest.mark.parametrize("spoil", [ANOTHER_TEXT, A_FOLDER, A_LINK, A_PIPE])
def test_what_is_ready_is_put_in_place_only_as_it_was_made(tmp_path: Path, spoil: Callable[[Path], object]) -> None:
    lay_half_step(tmp_path)
    (tmp_path / ".samenwerk" / "2.nieuw").unlink()
    spoil(tmp_path / ".samenwerk" / "2.nieuw")

    assert finish_unfinished(tmp_path) == Recovery(("a.md", "c.md"), (), is_finished=False)

    assert {name: (tmp_path / name).read_bytes() for name in OLD} == OLD


@pytest.mark.parametrize("spoil", [A_FOLDER, A_LINK_TO_NOTHING, A_PIPE])
def test_what_only_has_the_name_of_a_journal_holds_nobody_up(tmp_path: Path, spoil: Callable[[Path], object]) -> None:
    (tmp_path / ".samenwerk").mkdir()
    spoil(tmp_path / ".samenwerk" / "vooruit.json")

    assert find_unfinished(tmp_path) == ()
    replace_files(tmp_path, [Replacement(tmp_path / "a.md", b"nieuw\n", None)])

    assert (tmp_path / "a.md").read_bytes() == b"nieuw\n"
