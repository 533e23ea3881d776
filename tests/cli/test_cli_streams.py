"""Standard streams that are closed or full: what is written is said to be written, and no command stumbles over them."""

import errno
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

import pytest
from cases import check_each
from every_command import LEAVES, WITH_JSON, WRITING, ready
from runner import INSTALLED, clean_env, dossier_text, restore, run, snapshot

from samenwerk.cli.main import main

FULL = Path("/dev/full")
NOTHING_SHOWN = "samenwerk kan hier niets tonen. Er is niets gewijzigd.\n→ Controleer waar de uitvoer heen gaat"

needs_full = pytest.mark.skipif(not FULL.exists(), reason="this system has no device that is always full")
# The interview writes on a terminal only.
DOING = [words for words in WRITING if words != ("vragen",)]


def every_way(commands: list[tuple[str, ...]]) -> list[Any]:
    """Every command with the stream closed, and a few of them with one that is full: that comes to the same from there on."""
    closed = [pytest.param(words, "closed", id=" ".join(words)) for words in commands]
    return closed + [pytest.param(words, "full", id=f"{' '.join(words)} full", marks=needs_full) for words in commands[::9]]


@contextmanager
def replaced(name: str, stream: TextIO | None, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the process have another standard stream for a while; None is what Python gives it for a closed one."""
    with monkeypatch.context() as patch:
        patch.setattr(sys, name, stream)
        yield


def run_without(name: str, how: str, monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    """The exit code of a command of which a standard stream is full or closed."""
    # As Python opens them: what is told goes out line by line.
    stream = FULL.open("w", buffering=1 if name == "stderr" else -1, encoding="utf-8") if how == "full" else None
    try:
        with replaced(name, stream, monkeypatch):
            return main(list(words))
    finally:
        if stream is not None:
            stream.close()


@pytest.mark.parametrize(("words", "how"), every_way(DOING))
def test_what_is_written_and_cannot_be_shown_is_said_to_be_written(
    gevuld: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], how: str
) -> None:
    command = ready(gevuld, words)
    before = snapshot(gevuld)
    capsys.readouterr()

    assert run_without("stdout", how, monkeypatch, *command, "--proef") == 1
    assert capsys.readouterr().err.startswith(NOTHING_SHOWN)
    assert snapshot(gevuld) == before
    assert run_without("stdout", how, monkeypatch, *command) == 6
    assert snapshot(gevuld) != before
    told = capsys.readouterr().err
    assert told.startswith("Het is gedaan en geschreven (")
    assert told.endswith("→ Geef het commando niet opnieuw. Bekijk wat er nu staat: samenwerk status\n")


@pytest.mark.parametrize(("words", "how"), every_way([words for words in LEAVES if words not in WRITING]))
def test_a_command_that_only_shows_says_that_it_cannot(
    gevuld: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], how: str
) -> None:
    command = ready(gevuld, words)
    before = snapshot(gevuld)
    capsys.readouterr()

    for options in ((), ("--json",)) if words in WITH_JSON else ((),):
        assert run_without("stdout", how, monkeypatch, *command, *options) == 1
        assert NOTHING_SHOWN in capsys.readouterr().err
    assert snapshot(gevuld) == before


@pytest.mark.parametrize(("words", "how"), every_way(DOING))
def test_a_command_does_its_work_where_nothing_can_be_told(
    gevuld: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], how: str
) -> None:
    command = ready(gevuld, words)
    before = snapshot(gevuld)

    assert run_without("stderr", how, monkeypatch, *command) == 0
    assert snapshot(gevuld) != before


@pytest.mark.parametrize("words", LEAVES, ids=" ".join)
def test_a_command_that_nobody_can_answer_is_as_in_a_pipe(
    gevuld: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    command = ready(gevuld, words)
    piped = run(*command, *(("--proef",) if words in WRITING else ()))
    capsys.readouterr()

    assert run_without("stdin", "closed", monkeypatch, *command, *(("--proef",) if words in WRITING else ())) == piped.code
    assert capsys.readouterr() == (piped.out, piped.err)


@needs_full
@pytest.mark.parametrize("how", ["full", "closed"])
@pytest.mark.parametrize(("words", "code"), [(("zet", "fase", "delen"), 1), (("zet", "idde", "x"), 2), (("status", "x"), 2)])
def test_a_refusal_keeps_its_code_and_is_told_where_that_still_works(
    gevuld: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    how: str,
    words: tuple[str, ...],
    code: int,
) -> None:
    plain = run(*words)

    assert run_without("stdout", how, monkeypatch, *words, "--json") == code
    assert capsys.readouterr().err == plain.err
    assert run_without("stderr", how, monkeypatch, *words) == code


def run_in_shell(folder: Path, line: str) -> "subprocess.CompletedProcess[bytes]":
    """The installed command with words and redirections as a shell reads them."""
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", f"'{INSTALLED}' {line}"],
        cwd=folder,
        env=clean_env({}),
        capture_output=True,
        timeout=20,
        check=False,
    )


@needs_full
@pytest.mark.parametrize(
    ("shell", "code", "told"),
    [
        (">/dev/full", 6, "Het is gedaan en geschreven (samenwerking.yaml)"),
        (">&-", 6, "Het is gedaan en geschreven (samenwerking.yaml)"),
        ("2>/dev/full", 0, ""),
        ("2>&-", 0, ""),
        ("<&-", 0, ""),
        (">&- 2>&-", 6, ""),
        ("<&- >&- 2>&-", 6, ""),
        ("| true", 0, ""),
    ],
)
def test_in_a_shell_the_line_is_in_the_logbook_once(gevuld: Path, shell: str, code: int, told: str) -> None:
    done = run_in_shell(gevuld, f"noteer succes 'een keer' {shell}")

    assert (done.returncode, done.stderr.decode()[: len(told)]) == (code, told)
    assert "Traceback" not in done.stderr.decode()
    assert "Exception" not in done.stderr.decode()
    assert dossier_text(gevuld).count("een keer") == 1


@needs_full
@pytest.mark.parametrize("line", ["zet fase delen 2>/dev/full", "zet fase delen 2>&-", "zet fase delen --json >/dev/full"])
def test_in_a_shell_a_refusal_keeps_its_code(gevuld: Path, line: str) -> None:
    before = snapshot(gevuld)

    assert run_in_shell(gevuld, line).returncode == 1
    assert snapshot(gevuld) == before


# What else a command may find missing


def no_home(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """A user that the system does not know, without a home: in a container, or of a service."""
    for variable in ("HOME", "USERPROFILE", "LOCALAPPDATA", "XDG_CACHE_HOME"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr("os.path.expanduser", lambda path: path)


def no_working_folder(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Someone removed the folder in which the command was given."""
    folder.with_name("weg").mkdir()
    monkeypatch.chdir(folder.with_name("weg"))
    folder.with_name("weg").rmdir()


def no_listing(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """No folder may be looked into."""

    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", "sjablonen")

    monkeypatch.setattr(Path, "iterdir", refuse)


@pytest.mark.parametrize("surroundings", [no_home, no_working_folder, no_listing])
def test_no_command_takes_strange_surroundings_for_a_mistake_of_its_own(
    gevuld: Path, monkeypatch: pytest.MonkeyPatch, surroundings: Callable[[pytest.MonkeyPatch, Path], None]
) -> None:
    before = snapshot(gevuld)

    def check(words: tuple[str, ...]) -> None:
        restore(gevuld, before)
        command = ready(gevuld, words)
        with monkeypatch.context() as patch:
            surroundings(patch, gevuld)
            outcome = run(*command)

        assert "Er ging iets mis in samenwerk zelf" not in outcome.err
        assert outcome.code in (0, 4) or "→ " in outcome.err

    check_each(check, ((words,) for words in LEAVES))


def test_without_a_home_completion_is_shown_instead_of_set_up(werkmap: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    no_home(monkeypatch, werkmap)

    assert run("aanvullen", "bash") == (
        1,
        "",
        "De instelling kon niet bewaard worden.\n→ Bekijk ze met: samenwerk aanvullen bash --toon\n",
    )
