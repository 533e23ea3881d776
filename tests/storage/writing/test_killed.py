"""Killed at any moment a file is whole, and a step over several files is finished by the next, or taken back."""

import json
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import count
from pathlib import Path

import pytest
from effort import tries
from file_faults import refuse
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from killing import CHANGES, VISIBLE_CHANGES, is_killed_at, needs_fork
from needs import make_link, needs_signals

from samenwerk.errors import ChangedMeanwhileError
from samenwerk.storage.dossier import DOSSIER_NAME, read_dossier
from samenwerk.storage.record_file import change_file, save_files
from samenwerk.storage.writing.journal import digest
from samenwerk.storage.writing.replace import replace_files
from samenwerk.storage.writing.replacement import Replacement
from samenwerk.storage.writing.unfinished import Recovery, find_unfinished, finish_unfinished
from samenwerk.storage.yaml_changes import Set

DOSSIER = "formaat: 1\nnaam: x\nfase: opstart\ntoestand: actief\nverloop:\n  - {datum: 2026-01-10, naar: opstart}\n"
OLD = {"a.md": b"oud a\n", "c.md": b"oud c\n"}
NEW = {"a.md": b"nieuw a\n", "map/b.md": b"nieuw b\n", "c.md": b"nieuw c\n"}


def start(program: str, *words: str) -> subprocess.Popen[str]:
    """Another real process, with the same code."""
    return subprocess.Popen([sys.executable, "-c", program, *words], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file in a folder and below it, but what samenwerk keeps for itself."""
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in found.items() if not name.startswith(".samenwerk/")}


def left_behind(folder: Path) -> list[str]:
    """What is in the folder of samenwerk."""
    return sorted(path.name for path in folder.glob(".samenwerk/*"))


# One file, and a real signal

SAVE = """
import os, signal, sys
from pathlib import Path
from samenwerk.storage.dossier import read_dossier
from samenwerk.storage.record_file import change_file, save_files
from samenwerk.storage.writing import replace
from samenwerk.storage.yaml_changes import Set

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
save_files([(before, after)])
"""


@needs_signals
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
        save_files([(before, change_file(before, [Set(("naam",), "Na de kill")]))])
        assert snapshot(path.parent) == {DOSSIER_NAME: DOSSIER.replace("naam: x", "naam: Na de kill").encode()}
        assert left_behind(path.parent) == [".gitignore", "lock"]
        if code == 0:
            break
        assert code == -signal.SIGKILL
    assert code == 0
    assert seen == sorted(seen, key=lambda text: text == new)
    assert (seen[0], seen[-1], len(seen) > 8) == (DOSSIER, new, True)


# Several files


@needs_fork
def test_a_file_that_is_taken_away_with_others_is_gone_with_all_of_them_or_still_there(tmp_path: Path) -> None:
    new = {"a.md": b"nieuw a\n"}

    def take_away(folder: Path) -> None:
        contents = {"a.md": new["a.md"], "c.md": None}
        replace_files(folder, [Replacement(folder / name, content, OLD[name]) for name, content in contents.items()])

    ends = []
    for folder in killed_steps(tmp_path, take_away):
        finish_unfinished(folder)
        ends.append(snapshot(folder))
        if ends[-1] == OLD:
            take_away(folder)
            assert snapshot(folder) == new
    assert ends == sorted(ends, key=lambda end: end == new)
    assert (ends[0], ends[-1]) == (OLD, new)
    assert all(end in (OLD, new) for end in ends)


def test_a_file_that_someone_changed_is_not_taken_away_and_the_others_are_put_back(tmp_path: Path) -> None:
    for name, content in (OLD | {"c.md": b"van een ander\n"}).items():
        (tmp_path / name).write_bytes(content)

    with pytest.raises(ChangedMeanwhileError):
        replace_files(
            tmp_path, [Replacement(tmp_path / "a.md", b"nieuw", OLD["a.md"]), Replacement(tmp_path / "c.md", None, OLD["c.md"])]
        )
    assert snapshot(tmp_path) == {"a.md": OLD["a.md"], "c.md": b"van een ander\n"}


def take_step(folder: Path) -> None:
    """Write two files anew and make a third."""
    replace_files(folder, [Replacement(folder / name, content, OLD.get(name)) for name, content in NEW.items()])


def killed_steps(
    tmp_path: Path, action: Callable[[Path], object] = take_step, changes: Sequence[str] = VISIBLE_CHANGES
) -> Iterator[Path]:
    """A folder for each moment at which the step can die, and one in which it does not."""
    for number in count(1):
        folder = tmp_path / str(number)
        folder.mkdir()
        for name, content in OLD.items():
            (folder / name).write_bytes(content)
        died = is_killed_at(number, lambda folder=folder: action(folder), changes)  # type: ignore[misc]  # bound to this folder
        yield folder
        if not died:
            break


@needs_fork
def test_a_step_that_died_is_finished_once_it_was_decided_and_forgotten_before(tmp_path: Path) -> None:
    outcomes: list[tuple[bool, bool]] = []
    for folder in killed_steps(tmp_path, changes=CHANGES):
        half = snapshot(folder) not in (OLD, NEW)
        told = find_unfinished(folder)
        assert told == tuple(NEW) or not (told or half)

        recovery = finish_unfinished(folder)

        assert recovery in (None, Recovery(tuple(NEW), (), is_finished=True))
        assert (recovery is None) is (told == ())
        assert snapshot(folder) in (OLD, NEW)
        assert find_unfinished(folder) == ()
        outcomes.append((recovery is not None, snapshot(folder) == NEW))
    assert outcomes == sorted(outcomes, key=lambda outcome: outcome[1]), "once decided, always finished"
    assert {(False, False), (True, True), (False, True)} == set(outcomes)


@needs_fork
def test_the_next_that_writes_finishes_it_too_and_leaves_nothing(tmp_path: Path) -> None:
    for folder in killed_steps(tmp_path):
        replace_files(folder, [Replacement(folder / "d.md", b"d\n", None)])

        assert snapshot(folder) in ({**OLD, "d.md": b"d\n"}, {**NEW, "d.md": b"d\n"})
        assert left_behind(folder) == [".gitignore", "lock"]


@needs_fork
@pytest.mark.parametrize("edited", ["a.md", "c.md", "map/b.md"])
def test_what_someone_wrote_in_between_is_kept_and_the_rest_is_all_old_or_all_new(tmp_path: Path, edited: str) -> None:
    others = set(NEW) - {edited}
    taken_back = 0
    for folder in killed_steps(tmp_path):
        there = (folder / edited).exists()
        if not there and not (folder / edited).parent.exists():
            continue
        (folder / edited).write_bytes(b"van iemand anders\n")

        recovery = finish_unfinished(folder)

        found = snapshot(folder)
        assert found.pop(edited) == b"van iemand anders\n"
        assert found in ({name: OLD[name] for name in others & set(OLD)}, {name: NEW[name] for name in others})
        if recovery and not recovery.is_finished:
            assert recovery.changed == (edited,)
            taken_back += 1
    assert taken_back >= 1


@needs_fork
def test_a_step_that_died_while_it_was_taken_back_is_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(folder: Path) -> None:
        refuse(monkeypatch, "replace", "c.md", OSError("no"))
        take_step(folder)

    outcomes = set()
    for folder in killed_steps(tmp_path, refused):
        recovery = finish_unfinished(folder)
        outcomes.add((recovery is not None and recovery.is_finished, snapshot(folder) == NEW))
        assert snapshot(folder) in (OLD, NEW)
    assert outcomes == {(False, False), (True, True)}


@needs_fork
def test_a_new_file_that_is_no_longer_whole_is_never_put_in_place(tmp_path: Path) -> None:
    damaged = 0
    for folder in killed_steps(tmp_path):
        ready = folder / ".samenwerk" / "3.nieuw"
        if find_unfinished(folder) and ready.exists():
            ready.write_bytes(b"half")
            damaged += 1
            assert finish_unfinished(folder) == Recovery(tuple(NEW), (), is_finished=False)
            assert snapshot(folder) == OLD
    assert damaged > 1


@pytest.mark.parametrize(
    "path",
    ["../elders", "/tmp/elders", ".git/hooks/post-checkout", "map/../.git/hooks/x", "link/post-checkout", ".bashrc", "."],
)
@pytest.mark.parametrize("where", ["bestanden", "mappen"])
def test_a_journal_that_a_stranger_brings_along_writes_nowhere_that_samenwerk_does_not(
    tmp_path: Path, path: str, where: str
) -> None:
    folder = tmp_path / "dossier"
    (folder / ".git" / "hooks").mkdir(parents=True)
    (folder / ".samenwerk").mkdir()
    make_link(folder / "link", Path(".git", "hooks"))
    (folder / ".samenwerk" / "1.nieuw").write_bytes(b"kwaad")
    named = [{"path": path, "old": "", "new": digest(b"kwaad")}] if where == "bestanden" else [path]
    journal = {"bestanden": [], "mappen": [], where: named}
    (folder / ".samenwerk" / "vooruit.json").write_text(json.dumps(journal), encoding="utf-8")
    before = {each: each.is_file() for each in tmp_path.rglob("*") if ".samenwerk" not in each.parts}

    assert find_unfinished(folder) == ()
    assert finish_unfinished(folder) is None

    assert {each: each.is_file() for each in tmp_path.rglob("*") if ".samenwerk" not in each.parts} == before
    assert left_behind(folder) == [".gitignore", "lock"]


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"bestanden": [1], "mappen": []}', b'{"bestanden": [{"path": "a"}]}'])
def test_a_journal_that_is_none_of_ours_is_cleared(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.md").write_bytes(b"oud a\n")
    (tmp_path / ".samenwerk").mkdir()
    (tmp_path / ".samenwerk" / "vooruit.json").write_bytes(content)

    assert find_unfinished(tmp_path) == ()
    assert finish_unfinished(tmp_path) is None
    replace_files(tmp_path, [Replacement(tmp_path / "a.md", b"nieuw\n", b"oud a\n")])

    assert snapshot(tmp_path) == {"a.md": b"nieuw\n"}
    assert left_behind(tmp_path) == [".gitignore", "lock"]


def test_the_journal_holds_no_word_of_the_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bytes] = []
    monkeypatch.setattr(
        "samenwerk.storage.writing.step.remove_journal",
        lambda work: seen.extend(path.read_bytes() for path in work.glob("*.json")),
    )

    for name, content in OLD.items():
        (tmp_path / name).write_bytes(content)
    take_step(tmp_path)

    assert seen
    assert not any(word in content for content in seen for word in (b"oud", b"nieuw"))


# Two at once

RACE = """
import sys
from pathlib import Path
from samenwerk.errors import ChangedMeanwhileError
from samenwerk.storage.dossier import read_dossier
from samenwerk.storage.record_file import change_file, save_files
from samenwerk.storage.yaml_changes import Set
before = read_dossier(Path(sys.argv[1]))
after = change_file(before, [Set(("idee",), sys.argv[2] * 20_000)])
print("ready", flush=True)
sys.stdin.readline()
try:
    save_files([(before, after)])
    print("won")
except ChangedMeanwhileError as error:
    print(error.exit_code)
"""


def test_of_two_writers_at_once_one_wins_and_the_other_is_told(tmp_path: Path) -> None:
    dossier = tmp_path / DOSSIER_NAME
    for _ in range(3):
        dossier.write_text(DOSSIER, encoding="utf-8")
        with start(RACE, str(tmp_path), "a") as een, start(RACE, str(tmp_path), "b") as twee:
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
        assert read_dossier(tmp_path).samenwerking.idee == winner * 20_000
        assert list(snapshot(tmp_path)) == [DOSSIER_NAME]


NAMES = ("a.md", "map/b.md", "map/diep/c.md", "d.md")
CONTENTS = st.sampled_from([b"oud\n", b"nieuw\n", b"anders\n"])


@needs_fork
@settings(max_examples=tries(20), deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    old=st.dictionaries(st.sampled_from(NAMES), CONTENTS),
    new=st.dictionaries(st.sampled_from(NAMES), CONTENTS, min_size=2),
    edited=st.dictionaries(st.sampled_from(NAMES), st.one_of(st.none(), CONTENTS), max_size=2),
    moment=st.integers(1, 25),
)
@example(old={"a.md": b"oud\n"}, new={"a.md": b"oud\n", "map/b.md": b"oud\n"}, edited={"a.md": None}, moment=3)
def test_whatever_is_written_whenever_it_dies_and_whatever_someone_does_meanwhile(
    tmp_path_factory: pytest.TempPathFactory,
    old: dict[str, bytes],
    new: dict[str, bytes],
    edited: dict[str, bytes | None],
    moment: int,
) -> None:
    folder = tmp_path_factory.mktemp("stap")
    for name, content in old.items():
        put(folder / name, content)
    step = [Replacement(folder / name, content, old.get(name)) for name, content in new.items()]
    is_killed_at(moment, lambda: replace_files(folder, step), VISIBLE_CHANGES)
    died = snapshot(folder)
    edited = {name: theirs for name, theirs in edited.items() if theirs != died.get(name)}
    for name, theirs in edited.items():
        put(folder / name, theirs)

    finish_unfinished(folder)

    found = snapshot(folder)
    assert {name: found.get(name) for name in edited} == edited, "what someone wrote meanwhile stays"
    others = {name: found.get(name) for name in NAMES if name not in edited}
    assert others in ({name: old.get(name) for name in others}, {name: (old | new).get(name) for name in others})
    assert find_unfinished(folder) == ()


def put(path: Path, content: bytes | None) -> None:
    """A file with this content, or none."""
    if content is None:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
