"""Whether git would take along what is confidential, or a copy of it, in every repository the folder belongs to."""

import os
import subprocess
from pathlib import Path

import pytest
from needs import needs_programs

from samenwerk.errors import RefusedError
from samenwerk.storage.git import explain_exposure

pytestmark = needs_programs("git")

NOTES = "vertrouwelijk.yaml"
LINE = "*vertrouwelijk*\n"


def git(folder: Path, *words: str) -> None:
    """A command of git, as a person gives it."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    subprocess.run(["git", *words], cwd=folder, env=env, check=True, capture_output=True, timeout=20)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder in a repository that skips the notes and their copies."""
    git(tmp_path, "init", "--quiet", "dossier")
    (tmp_path / "dossier" / ".gitignore").write_text(LINE, encoding="utf-8")
    return tmp_path / "dossier"


def melding_of(folder: Path) -> str:
    """What is wrong and how to mend it; empty when nothing is."""
    problem = explain_exposure(folder / NOTES)
    return f"{problem.melding} {problem.oplossing}" if problem else ""


def test_where_git_skips_every_copy_nothing_is_wrong(folder: Path) -> None:
    assert melding_of(folder) == ""


def test_a_copy_that_git_would_take_along_counts_before_there_is_one(folder: Path) -> None:
    (folder / ".gitignore").write_text("vertrouwelijk.yaml\n", encoding="utf-8")

    assert melding_of(folder) == (
        "Een kopie van vertrouwelijk.yaml, zoals “vertrouwelijk (1).yaml”, wordt niet door git overgeslagen; wat u erin "
        "schrijft, komt bij wie de map deelt. Zet deze regel in .gitignore: *vertrouwelijk*"
    )


def test_a_copy_that_is_in_git_already_is_named_with_how_to_take_it_out(folder: Path) -> None:
    (folder / "vertrouwelijk-JAN.yaml").write_text("geheim", encoding="utf-8")
    git(folder, "add", "--force", "vertrouwelijk-JAN.yaml")

    assert melding_of(folder).startswith("vertrouwelijk-JAN.yaml zit al in git;")


@pytest.mark.parametrize("line", ["!vertrouwelijk.yaml", "!*.yaml"])
def test_a_line_that_lets_it_in_again_is_seen(folder: Path, line: str) -> None:
    (folder / ".gitignore").write_text(f"{LINE}{line}\n", encoding="utf-8")

    assert "niet door git overgeslagen" in melding_of(folder)


# The program


def test_a_program_called_git_in_the_folder_is_never_started(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = folder / "git"
    program.write_text(f"#!/bin/sh\ntouch {tmp_path}/gestart\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.chdir(folder)

    for path in (f".{os.pathsep}{os.environ['PATH']}", f"{os.pathsep}{os.environ['PATH']}"):
        monkeypatch.setenv("PATH", path)
        assert melding_of(folder) == ""
    assert not (tmp_path / "gestart").exists()


def test_a_program_that_a_repository_brings_along_is_never_started(folder: Path, tmp_path: Path) -> None:
    program = tmp_path / "meekijker"
    program.write_text(f"#!/bin/sh\ntouch {tmp_path}/gestart\n", encoding="utf-8")
    program.chmod(0o755)
    git(folder, "config", "core.fsmonitor", str(program))
    (folder / "open.yaml").write_text("", encoding="utf-8")
    git(folder, "add", "open.yaml")
    (tmp_path / "gestart").unlink(missing_ok=True)
    (folder / ".gitignore").write_text("", encoding="utf-8")

    assert "niet door git overgeslagen" in melding_of(folder)
    assert not (tmp_path / "gestart").exists()
    git(folder, "status")
    assert (tmp_path / "gestart").exists(), "the program would be started by git itself"


# A repository elsewhere


@pytest.mark.parametrize("how", ["GIT_WORK_TREE", "core.worktree", "folder"])
def test_a_repository_that_is_elsewhere_is_asked_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str) -> None:
    git(tmp_path, "init", "--quiet", "--bare", "dotfiles")
    folder = tmp_path / "dossier"
    folder.mkdir()
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "dotfiles"))
    if how == "core.worktree":
        git(tmp_path / "dotfiles", "config", "core.bare", "false")
        git(tmp_path / "dotfiles", "config", "core.worktree", str(folder))
    else:
        monkeypatch.setenv("GIT_WORK_TREE", str(folder if how == "folder" else tmp_path))

    assert "niet door git overgeslagen" in melding_of(folder)
    (folder / ".gitignore").write_text(LINE, encoding="utf-8")
    assert melding_of(folder) == ""


def test_a_repository_elsewhere_that_has_nothing_to_do_with_the_folder_is_left_alone(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(tmp_path, "init", "--quiet", "elders")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elders" / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(tmp_path / "elders"))

    assert melding_of(folder) == ""


# No program


@pytest.fixture
def without_git(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer with GitHub Desktop: its git is nowhere on the path."""
    monkeypatch.setenv("PATH", "/bestaat/niet")


def test_without_git_the_line_that_init_wrote_is_an_answer(folder: Path, without_git: None) -> None:
    assert melding_of(folder) == ""


@pytest.mark.parametrize("lines", ["", "vertrouwelijk.yaml\n", f"{LINE}!vertrouwelijk.yaml\n", f"# {LINE}"])
def test_without_git_and_without_that_line_it_is_refused_with_the_way_out(folder: Path, without_git: None, lines: str) -> None:
    (folder / ".gitignore").write_text(lines, encoding="utf-8")

    with pytest.raises(RefusedError) as refused:
        explain_exposure(folder / NOTES)

    assert refused.value.melding.startswith("samenwerk kan niet nagaan of git vertrouwelijk.yaml overslaat;")
    assert "Zet git op deze computer, of schrijf in het bestand .gitignore" in str(refused.value.oplossing)
    assert "*vertrouwelijk*" in str(refused.value.oplossing)


def test_without_git_notes_that_are_in_it_already_are_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / NOTES).write_text("logboek:\n", encoding="utf-8")
    git(folder, "add", "--force", NOTES)
    monkeypatch.setenv("PATH", "/bestaat/niet")

    with pytest.raises(RefusedError):
        explain_exposure(folder / NOTES)


def test_outside_a_repository_git_is_not_needed(tmp_path: Path, without_git: None) -> None:
    assert melding_of(tmp_path) == ""
