"""The commands that the Tab key offers without Typer: to each shell exactly what Typer answers it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from runner import capture, run

from samenwerk.cli.catalogue import COMMANDS
from samenwerk.cli.reading.tab import offer_commands
from samenwerk.cli.reading.typer_road import read_with_typer

SHELLS = ("bash", "zsh", "fish", "powershell", "pwsh")


def ask(shell: str, line: str, *, action: str = "get-args") -> dict[str, str]:
    """The variables with which a shell asks what can follow, while the last word of a line is being typed."""
    words = line.split(" ")
    asked = {"_SAMENWERK_COMPLETE": f"complete_{shell}"}
    if shell == "bash":
        return asked | {"COMP_WORDS": "\n".join(words), "COMP_CWORD": str(len(words) - 1)}
    if shell in ("powershell", "pwsh"):
        # PowerShell leaves out the spaces at the end.
        return asked | {"_TYPER_COMPLETE_ARGS": line.rstrip(), "_TYPER_COMPLETE_WORD_TO_COMPLETE": words[-1]}
    return asked | {"_TYPER_COMPLETE_ARGS": line, "_TYPER_COMPLETE_FISH_ACTION": action}


def complete_with_typer(asked: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> str:
    """What Typer puts out for a shell."""

    def do() -> int:
        with pytest.raises(SystemExit) as stop:
            read_with_typer([])
        return int(stop.value.code or 0)

    with monkeypatch.context() as patch:
        for name, value in asked.items():
            patch.setenv(name, value)
        return capture(do).out


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize("typed", ["", "s", "st", "afs", "zet", "x", "Status"])
def test_every_shell_is_offered_the_commands_as_typer_offers_them(
    monkeypatch: pytest.MonkeyPatch, shell: str, typed: str
) -> None:
    asked = ask(shell, f"samenwerk {typed}")

    answer = offer_commands(asked)
    assert answer == complete_with_typer(asked, monkeypatch)
    assert answer is not None
    assert all(name in answer for name in COMMANDS if name.startswith(typed))
    for name, value in asked.items():
        monkeypatch.setenv(name, value)
    assert run() == (0, answer, "")


LINES = st.lists(
    st.sampled_from(
        ["samenwerk", "./samenwerk", "status", "st", "", "-", "--map", "'st", 'a"b', "\\s", "é", "naar", "\t", "zet"]
    ),
    min_size=1,
    max_size=4,
).map(" ".join)


@given(st.sampled_from(SHELLS), LINES, st.sampled_from(["get-args", "is-args", ""]))
def test_what_it_offers_typer_would_offer(shell: str, line: str, action: str) -> None:
    asked = ask(shell, line, action=action)

    answer = offer_commands(asked)
    if answer is not None:
        with pytest.MonkeyPatch.context() as patch:
            assert answer == complete_with_typer(asked, patch)


@pytest.mark.parametrize("shell", ["onbekend", ""])
def test_a_shell_that_is_not_known_is_left_to_typer(shell: str) -> None:
    assert offer_commands(ask(shell, "samenwerk st")) is None
