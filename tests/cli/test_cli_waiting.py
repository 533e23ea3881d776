"""Work that takes long gives a sign of life on a terminal, by a clock of the test, and leaves nothing of it on the screen."""

import io
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest
from runner import run

from samenwerk.cli import waiting
from samenwerk.cli.main import main

TABLE = ("partner", "importeer", "lijst.csv", "--proef")


class Clock:
    """A timer of which the time is over at once, or never."""

    is_over = False

    def __init__(self, seconds: float, show: Callable[[], None]) -> None:
        assert seconds == waiting.PATIENCE == 1
        self.daemon = False
        self._show = show

    def start(self) -> None:
        if self.is_over:
            self._show()

    def cancel(self) -> None:
        assert self.daemon


class Slow(Clock):
    is_over = True


class Screen(io.StringIO):
    """What is told, on something that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def lijst(gevuld: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(waiting, "Timer", Slow)
    (gevuld / "lijst.csv").write_text("naam\nBib\n")
    return gevuld


def test_after_a_second_a_bar_tells_what_is_done_and_then_it_is_gone(lijst: Path) -> None:
    with redirect_stderr(Screen()) as screen:
        with waiting.waiting("De lijst wordt gelezen"):
            shown = screen.getvalue()
        after = screen.getvalue().removeprefix(shown)

    assert "De lijst wordt gelezen" in shown
    assert "\x1b[2K" in after
    assert "\n" not in after.rpartition("\x1b[2K")[2]


def test_a_long_list_tells_that_it_is_read_and_that_its_rows_are_tried(lijst: Path) -> None:
    with redirect_stderr(Screen()) as screen, redirect_stdout(io.StringIO()):
        assert main(TABLE) == 0
    assert "De lijst wordt gelezen" in screen.getvalue()
    assert "De rijen worden nagekeken" in screen.getvalue()


def test_before_a_second_nothing_is_shown(lijst: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "Timer", Clock)
    with redirect_stderr(Screen()) as screen, waiting.waiting("De lijst wordt gelezen"):
        pass
    assert screen.getvalue() == ""


def test_nothing_of_it_comes_into_a_pipe_or_on_a_terminal_that_knows_no_places(
    lijst: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(*TABLE).err == ""

    monkeypatch.setenv("TERM", "dumb")
    with redirect_stderr(Screen()) as screen, waiting.waiting("De lijst wordt gelezen"):
        pass
    assert screen.getvalue() == ""


def test_a_clock_that_is_late_shows_nothing_any_more() -> None:
    bar = waiting._Bar("De lijst wordt gelezen")
    with redirect_stderr(Screen()) as screen:
        bar.hide()
        bar.show()
    assert screen.getvalue() == ""
