"""A file that another program has open, that is read-only, or that others write too: refused as a whole, and tried again."""

import stat
import subprocess
from pathlib import Path

import pytest
from held_files import NOBODY, READERS, held
from runner import INSTALLED, clean_env, run, snapshot

DOCX = ["render", "startnota", "--formaat", "docx"]


@pytest.mark.parametrize(
    ("name", "before", "words"),
    [
        ("samenwerking.yaml", [], ["zet", "waarom", "Samen."]),
        (
            "documenten/startnota.docx",
            [["render", "startnota", "--formaat", "docx"]],
            ["render", "startnota", "--formaat", "docx"],
        ),
        ("documenten/dossier.html", [], ["dossier"]),
        ("documenten/agenda.ics", [["agenda"], ["actie", "nieuw", "Feest", "--tegen", "2027-01-01"]], ["agenda"]),
    ],
)
def test_what_is_open_in_another_program_is_left_as_it_is_and_written_when_that_is_closed(
    de_brug: Path, monkeypatch: pytest.MonkeyPatch, name: str, before: list[list[str]], words: list[str]
) -> None:
    monkeypatch.chdir(de_brug)
    for earlier in [*before, ["zet", "idee", "Een ander idee."]]:
        assert run(*earlier).code == 0
    files = snapshot(de_brug)

    with held(de_brug / name, READERS):
        refused = run(*words)

    assert refused.err.startswith(f"{Path(name).name} is open in een ander programma (bijvoorbeeld Word)")
    assert (refused.code, snapshot(de_brug)) == (1, files)
    assert run(*words).code == 0
    assert snapshot(de_brug) != files


def test_a_file_that_another_program_keeps_for_itself_is_not_read(de_brug: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(de_brug)
    with held(de_brug / "samenwerking.yaml", NOBODY):
        refused = run("status")

    assert (refused.code, refused.out) == (3, "")
    assert "niet open is in een ander programma" in refused.err


def test_a_dossier_that_was_read_only_and_held_once_is_written_again(de_brug: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(de_brug)
    path = de_brug / "samenwerking.yaml"
    before = snapshot(de_brug)
    path.chmod(stat.S_IREAD)
    with held(path, READERS):
        assert run("zet", "idee", "Een idee.").code == 1
    path.chmod(stat.S_IREAD | stat.S_IWRITE)
    assert snapshot(de_brug) == before

    assert run("zet", "idee", "Een idee.").code == 0


def test_of_writers_at_once_everything_is_there_that_was_said_to_be_written(
    de_brug: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands = [
        subprocess.Popen(
            [INSTALLED, "noteer", "nota", f"Nota nummer {number}."],
            cwd=de_brug,
            env=clean_env({}),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for number in range(4)
    ]
    told = [command.communicate(timeout=60)[1].decode() for command in commands]

    text = (de_brug / "samenwerking.yaml").read_text(encoding="utf-8")
    written = [number for number, command in enumerate(commands) if command.returncode == 0]
    assert {command.returncode for command in commands} <= {0, 5}, told
    assert [number for number in range(4) if f"Nota nummer {number}." in text] == written
    monkeypatch.chdir(de_brug)
    assert run("status").code == 0
