"""What lies beside a dossier and should not is told by every command, and a step that died is ended by the next that writes."""

import errno
import os
import subprocess
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from shutil import rmtree
from typing import Any

import pytest
from every_command import ABOUT_NO_DOSSIER, LEAVES, WRITING, ready
from killing import DIED, VISIBLE_CHANGES, is_killed_at, needs_fork
from needs import needs_case
from runner import dossier_text, restore, run, snapshot

HALF = "Een vorig commando stopte halverwege, en schreef niet al zijn bestanden: "
RENAME = ("partner", "wijzig", "stad", "--sleutel", "gemeente")


@pytest.fixture
def with_notes(gevuld: Path) -> Path:
    """A dossier with notes in confidence that name a partner, so that a new key is carried over."""
    assert run("noteer", "nota", "Stil.", "--partner", "stad", "--vertrouwelijk").code == 0
    return gevuld


def kill(folder: Path, words: tuple[str, ...], before: str) -> None:
    """Let a command die just before it replaces this file."""

    def die() -> None:
        real: Callable[..., Any] = os.replace

        def replace(source: Path, target: Path) -> None:
            if Path(target).name == before:
                os._exit(DIED)
            real(source, target)

        os.replace = replace  # type: ignore[assignment]  # in a child that ends here
        run(*words)

    assert is_killed_at(1, die, ())
    assert list(folder.glob(".samenwerk/vooruit.json"))


def test_the_dossier_is_looked_for_once_from_far_below_it(gevuld: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    below = gevuld / "verslagen" / "2026"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    looked: list[str] = []
    real = os.path.lexists

    def lexists(path: Any) -> bool:
        looked.append(str(path))
        return bool(real(path))

    monkeypatch.setattr("os.path.lexists", lexists)

    assert run("partner", "lijst").code == 0
    assert [path for path in looked if path.startswith(str(below)) or path == "samenwerking.yaml"] == ["samenwerking.yaml"]
    assert looked.count(str(gevuld / "verslagen" / "samenwerking.yaml")) == 1


# Half work


@needs_fork
def test_a_step_that_died_is_told_by_every_command_that_reads_and_ended_by_one_that_writes(with_notes: Path) -> None:
    kill(with_notes, RENAME, "samenwerking.yaml")
    half = snapshot(with_notes)

    for words in (("status",), ("logboek",), ("partner", "lijst"), ("zet", "idee", "x", "--proef")):
        outcome = run(*words)
        assert outcome.code == 0, words
        assert f"{HALF}vertrouwelijk.yaml, samenwerking.yaml.\n" in outcome.err, words
    controle = run("controleer", "--json")
    assert (controle.code, controle.err) == (1, "")
    assert controle.json["bevindingen"][0]["code"] == "onafgewerkt"
    assert snapshot(with_notes) == half

    outcome = run("noteer", "nota", "Verder.")

    assert outcome.code == 0
    assert (
        "Een vorig commando stopte halverwege; het is nu afgemaakt: vertrouwelijk.yaml en samenwerking.yaml.\n" in outcome.err
    )
    assert "\n  gemeente:\n" in dossier_text(with_notes)
    assert "partners: [gemeente]" in (with_notes / "vertrouwelijk.yaml").read_text(encoding="utf-8")
    assert run("status", "--intern").err == ""


@needs_fork
def test_when_someone_wrote_in_the_dossier_meanwhile_the_step_is_taken_back_and_what_they_wrote_stays(with_notes: Path) -> None:
    before = snapshot(with_notes)
    kill(with_notes, RENAME, "samenwerking.yaml")
    theirs = dossier_text(with_notes).replace("waarom: ", "waarom: Zelf. ")
    (with_notes / "samenwerking.yaml").write_text(theirs, encoding="utf-8")

    outcome = run("schema", "--schrijf")

    assert outcome.code == 0
    assert outcome.err == (
        "  Een vorig commando stopte halverwege; wat het al geschreven had, is teruggedraaid: vertrouwelijk.yaml en "
        "samenwerking.yaml. Wat intussen gewijzigd is in samenwerking.yaml, staat er nog. Geef dat commando opnieuw.\n"
    )
    assert dossier_text(with_notes) == theirs
    assert snapshot(with_notes)["vertrouwelijk.yaml"] == before["vertrouwelijk.yaml"]
    assert run("status", "--intern").code == 0


@needs_fork
def test_git_takes_nothing_along_of_what_a_killed_command_left(with_notes: Path) -> None:
    (with_notes / ".gitignore").write_text("*vertrouwelijk*\n", encoding="utf-8")
    subprocess.run(["git", "init", "--quiet"], cwd=with_notes, check=True, timeout=20)
    kill(with_notes, RENAME, "samenwerking.yaml")

    listed = subprocess.run(
        ["git", "status", "--porcelain", "--untracked-files=all"], cwd=with_notes, check=True, capture_output=True, timeout=20
    )

    assert listed.stdout.decode().splitlines() == ["?? .gitignore", "?? samenwerking.yaml"]


@needs_fork
def test_who_may_not_look_into_the_folder_of_samenwerk_is_not_stopped_by_it(
    with_notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kill(with_notes, RENAME, "samenwerking.yaml")

    def refuse_journal(path: Path) -> bytes:
        raise PermissionError(errno.EACCES, "no", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse_journal)

    assert run("logboek").code == 0


# The interview writes on a terminal only.
SCRIPTABLE = [words for words in WRITING if words != ("vragen",)]


def prepare(folder: Path, words: tuple[str, ...]) -> tuple[str, ...]:
    """A command that can be done, in a dossier where it has as much to write as it ever has."""
    command = ready(folder, words)
    if words == ("partner", "wijzig"):
        return RENAME
    if words in (("render",), ("dossier",), ("vaststellen",)):
        assert run("render", "--alles").code == 0
        document = folder / "documenten" / "startnota.md"
        own = document.read_bytes().replace(b"<!-- vrij: inleiding -->\n", b"<!-- vrij: inleiding -->\nVan ons.\n")
        document.write_bytes(own)
    return (*command, "--alles") if words == ("render",) else command


def moments(folder: Path, command: tuple[str, ...]) -> Iterator[bool]:
    """The folder as it is when the command died at each change in turn; whether it did, and did not end by itself."""
    before = snapshot(folder)
    for number in count(1):
        restore(folder, before)
        died = is_killed_at(number, lambda: run(*command), VISIBLE_CHANGES)
        yield died
        if not died:
            return


@needs_fork
@pytest.mark.parametrize("words", SCRIPTABLE, ids=" ".join)
def test_killed_at_any_moment_a_command_is_done_whole_or_not_at_all_once_the_next_wrote(
    with_notes: Path, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    command = prepare(with_notes, words)
    before = snapshot(with_notes)
    with monkeypatch.context() as patch:
        written = record_replaced(patch, with_notes)
        assert run(*command).code == 0
    if len(written) < 2 and words != ("zet",):
        # One file is put in place by one rename, whoever dies (tests/storage/writing/test_killed.py), and what is
        # remembered of it outside the folder is the same for all: one of them stands for that.
        return
    done = snapshot(with_notes)
    restore(with_notes, before)

    for died in moments(with_notes, command):
        run(*(command if words in (("init",), ("oefenen",)) else ("schema", "--schrijf")))
        after = snapshot(with_notes)
        if "samenwerking.schema.json" not in done:
            after.pop("samenwerking.schema.json", None)
        assert after in (before, done)
        assert died or after == done
        rmtree(with_notes / "nieuw", ignore_errors=True)


def record_replaced(monkeypatch: pytest.MonkeyPatch, folder: Path) -> list[str]:
    """The names of the files that are put in place in a folder from now on."""
    names: list[str] = []
    real: Callable[..., Any] = os.replace

    def replace(source: Path, target: Path) -> None:
        real(source, target)
        if Path(target).is_relative_to(folder) and ".samenwerk" not in Path(target).parts:
            names.append(Path(target).name)

    monkeypatch.setattr(os, "replace", replace)
    return names


# A second version


def test_every_second_version_is_told_by_every_command(gevuld: Path) -> None:
    names = ["samenwerking-PC-JAN.yaml", "samenwerking (1).yaml", "samenwerking.yml", "vertrouwelijk (1).yaml"]
    for name in names:
        (gevuld / name).write_text("naam: geheim\n", encoding="utf-8")

    before = snapshot(gevuld)
    for words in LEAVES:
        restore(gevuld, before)
        outcome = run(*ready(gevuld, words))
        if words not in (*ABOUT_NO_DOSSIER, ("controleer",), ("samenvoegen",)):
            for name in names:
                assert f"staat nog een versie, {name}; wat daarin staat, telt niet mee.\n" in outcome.err, words
    controle = run("controleer")
    assert controle.code == 1
    assert all(f"{name}: Naast " in controle.err for name in names)
    assert "geheim" not in controle.err


@pytest.mark.parametrize(
    "name",
    [
        "samenwerking.yml",
        "samenwerking.yaml.txt",
        "samenwerking-PC-JAN.yaml",
        pytest.param("Samenwerking.yaml", marks=needs_case),
    ],
)
def test_where_only_such_a_file_lies_its_name_is_told(werkmap: Path, name: str) -> None:
    (werkmap / name).write_text("naam: x\n", encoding="utf-8")

    outcome = run("status")

    assert (outcome.code, outcome.out) == (3, "")
    assert outcome.err.startswith(f"Hier staat {name}, maar een dossier heet samenwerking.yaml; zo wordt het niet gelezen.\n")
    assert "→ Geef het bestand de naam samenwerking.yaml." in outcome.err
