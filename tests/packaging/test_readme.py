"""Every command block of the README is run, and what it shows is what samenwerk really says."""

import re
import shlex
from pathlib import Path

import pytest

from samenwerk.cli.main import main

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SESSIONS = re.findall(r"```console\n(.*?)```", README, re.DOTALL)
COMMANDS_TO_COPY = re.findall(r"```sh\n(.*?)\n```", README, re.DOTALL)


def run_session(session: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    """The session as it would look: each command line with what it really shows."""
    lines = []
    for line in re.findall(r"^\$ (.*)$", session, re.MULTILINE):
        lines.append(f"$ {line}")
        program, *words = shlex.split(line)
        if program == "cd":
            monkeypatch.chdir(words[0])
            continue
        assert program == "samenwerk"
        main(words)
        captured = capsys.readouterr()
        lines += (captured.out + captured.err).splitlines()
    return "\n".join(lines) + "\n"


def test_every_session_in_the_readme_shows_what_samenwerk_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert len(SESSIONS) >= 7
    for session in SESSIONS:
        assert run_session(session, monkeypatch, capsys) == session


def test_every_block_of_commands_is_run_somewhere() -> None:
    # console: above; sh and bash: .ci/parts/readme and .ci/parts/tests; powershell: tests/windows/test_readme_windows.py.
    assert set(re.findall(r"^```(.+)$", README, re.MULTILINE)) == {"console", "sh", "bash", "powershell"}
    assert re.findall(r"^```$", README, re.MULTILINE) == ["```"] * (README.count("\n```") // 2), "no block without a language"


def test_the_first_screen_has_one_command_to_try_and_one_to_run_the_tests() -> None:
    assert len(COMMANDS_TO_COPY) == 2
    first_screen = "\n".join(README.splitlines()[:24])
    assert all(command in first_screen for command in COMMANDS_TO_COPY)


def test_ci_runs_both_commands_of_the_first_screen_as_they_stand_in_the_readme() -> None:
    parts = ROOT / ".ci" / "parts"
    assert "readme_command sh 1" in (parts / "readme").read_text(encoding="utf-8")
    assert "readme_command sh 2" in (parts / "tests").read_text(encoding="utf-8")
    rows = re.findall(r"^row (.*) &$", (ROOT / ".ci" / "run").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(" ".join(rows).split()) == sorted(part.name for part in parts.iterdir())


def test_the_other_documents_it_points_to_are_there() -> None:
    for target in re.findall(r"\]\((?!https?:)([^)]+)\)", README):
        assert (ROOT / target).exists(), target
