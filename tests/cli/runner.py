"""How the tests of the command line run a command: in this process, in one of its own, or on a pseudo-terminal."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from difflib import ndiff
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from pexpect import EOF
from pexpect.fdpexpect import fdspawn

from samenwerk.cli.main import main
from samenwerk.cli.root import ROOT
from samenwerk.cli.words.declare import Command, Group

INSTALLED = str(Path(sys.executable).with_name("samenwerk"))


class Outcome(NamedTuple):
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The answer of a command with --json: exactly one document."""
        return json.loads(self.out)


def run(*words: str) -> Outcome:
    """One command in this process, with pipes for its streams."""
    return capture(lambda: main(list(words)))


def capture(do: Callable[[], int]) -> Outcome:
    """What is put out meanwhile, with pipes for the streams, and the exit code that comes back."""
    out, err = _pipe(), _pipe()
    with redirect_stdout(out), redirect_stderr(err):
        code = do()
    return Outcome(code, _read(out), _read(err))


def _pipe() -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n", write_through=True)


def _read(stream: io.TextIOWrapper) -> str:
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode()


def run_process(*words: str, cwd: Path, env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[bytes]:
    """The installed command in a process of its own."""
    return subprocess.run([INSTALLED, *words], cwd=cwd, env=clean_env(env or {}), capture_output=True, timeout=120, check=False)


def clean_env(more: Mapping[str, str]) -> dict[str, str]:
    """The variables of this process without those that the command itself reads, and without a screen to open windows on."""
    ours = ["CI", "NO_COLOR", "COLUMNS", "TERM", "PYTHONIOENCODING", "PYTHONUNBUFFERED", "_SAMENWERK_COMPLETE"]
    ours += ["DISPLAY", "WAYLAND_DISPLAY"]
    return {**{name: value for name, value in os.environ.items() if name not in ours}, **more}


EndOfShown = type[EOF]

CTRL_C, CTRL_U, F4 = "\x03", "\x15", "\x1bOS"
"""The keys that stop, that take away all that stands before the cursor, and that go on in the editor."""


class Terminal:
    """A command on a pseudo-terminal, and someone who answers its questions.

    The terminal knows no places on its screen (TERM=dumb), so that what is shown can be read as it comes; how an answer is
    typed on one that does is seen in test_cli_line.py.
    """

    def __init__(self, *words: str, cwd: Path, env: Mapping[str, str] | None = None, columns: int = 100) -> None:
        if os.name == "nt":
            pytest.skip("a terminal with someone at it is made with a pseudo-terminal, which Windows has not")
        from forked import Forked

        self._typed, term = "", (env or {}).get("TERM", "dumb")
        # Elsewhere than on a dumb terminal: that a paste is marked from now on, and then that the cursor is shown.
        self._ready = ["> "] if term == "dumb" else ["\x1b[?2004h", "\x1b[?25h"]
        self._command = Forked(
            words,
            cwd,
            clean_env({"TERM": term, "COLUMNS": str(columns), "XDG_STATE_HOME": str(cwd.parent / "state"), **(env or {})}),
            (50, columns),
        )
        self._child = fdspawn(self._command.terminal, encoding="utf-8", timeout=10)
        # It is waited for until it can be answered; pexpect would sleep before each answer.
        self._child.delaybeforesend = None

    def answer(self, question: str, answer: str) -> str:
        """Wait for a question and answer it. What was shown before the question comes back."""
        shown = self.wait_for(question)
        self.type(answer)
        return shown

    def wait_for(self, question: str) -> str:
        """Wait until a question can be answered. What was shown before the question comes back."""
        self._child.expect_exact(question)
        shown = str(self._child.before).replace("\r\n", "\n").removeprefix(f"{self._typed}\n")
        for sign in self._ready:
            self._child.expect_exact(sign)
        return shown

    def type(self, answer: str) -> None:
        """Type an answer and Enter."""
        self._typed = answer
        self._child.sendline(answer)

    def press(self, key: str) -> None:
        """Press one key."""
        self._child.send(key)

    def expect(self, text: str) -> None:
        """Wait until something is shown."""
        self._child.expect_exact(text)

    def expect_any(self, *texts: str | EndOfShown) -> int:
        """Wait until one of these is shown, or the end; the number of which it is. `shown` is what came before it."""
        return int(self._child.expect_exact(list(texts)))

    @property
    def shown(self) -> str:
        """What was shown before what was waited for last, without the answer that was typed."""
        return str(self._child.before).replace("\r\n", "\n").removeprefix(f"{self._typed}\n")

    def mend(self, problem: str, answer: str) -> str:
        """Wait until an answer was refused, and type another in its place. What was shown before comes back."""
        shown = self.wait_for(problem)
        self._child.send(CTRL_U)
        self.type(answer)
        return shown

    def interrupt_at(self, question: str, typed: str = "") -> None:
        """Wait for a question, begin to answer it and press Ctrl-C."""
        self.wait_for(question)
        self._child.send(typed)
        self.press(CTRL_C)

    def hang_up(self) -> int:
        """Close the window, as a person does or a lost connection, and wait. The exit code comes back."""
        self._child.close()
        return self._command.wait()

    def finish(self) -> Outcome:
        """What is shown until the end, colours included, and the exit code."""
        self._child.expect(EOF)
        self._child.close()
        code = self._command.wait()
        assert code >= 0, "ended by a signal"
        return Outcome(code, str(self._child.before).replace("\r\n", "\n"), "")


class Conversation(NamedTuple):
    """A command that asked in this process: its code, all that was shown as one line, what stood ready at each question."""

    code: int
    shown: str
    drafts: list[str]


class _Tty(io.StringIO):
    def isatty(self) -> bool:
        return True


def converse(*words: str, answers: Sequence[tuple[str, str | Callable[[], str]]]) -> Conversation:
    """A command in this process, with someone who answers what it asks: each question holds these words, and gets this answer.

    What is done before an answer is given, while the question stands there, is a function that gives it. The line itself is
    not there; a test of the line is on a pseudo-terminal.
    """
    from samenwerk.cli.asking import line

    screen, drafts, left, wrong = _Tty(), list[str](), list(answers), list[str]()
    seen = 0

    def read_line(draft: str = "", names: Sequence[str] = (), *, selected: bool = True) -> line.Typed:
        nonlocal seen
        said, seen = " ".join(screen.getvalue()[seen:].split()), len(screen.getvalue())
        question, answer = left.pop(0) if left else ("nothing more", "")
        if question not in said:
            # The command would tell an error of ours as its own.
            wrong.append(f"{question!r} is not asked but: {said}")
            raise KeyboardInterrupt
        drafts.append(draft)
        return line.Typed(answer if isinstance(answer, str) else answer())

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(line, "read_line", read_line)
        patch.setenv("NO_COLOR", "1")
        patch.setenv("COLUMNS", "100")
        for stream in ("stdin", "stdout", "stderr"):
            patch.setattr(sys, stream, screen)
        code = main(list(words))
    assert not wrong, wrong[0]
    assert left == [], screen.getvalue()
    return Conversation(code, " ".join(screen.getvalue().split()), drafts)


def dossier_text(folder: Path) -> str:
    """The text of the dossier in a folder."""
    return (folder / "samenwerking.yaml").read_bytes().decode()


def rewrite(folder: Path, old: str, new: str) -> None:
    """Change the dossier as a person does in an editor."""
    text = dossier_text(folder)
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in the dossier"
    (folder / "samenwerking.yaml").write_bytes(text.replace(old, new).encode())


def changed_lines(before: str, after: str) -> list[str]:
    """The lines that went (`- …`) and came (`+ …`), in order."""
    return [line.rstrip("\n") for line in ndiff(before.splitlines(True), after.splitlines(True)) if line[0] in "+-"]


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes, but what samenwerk keeps for itself."""
    files: dict[str, bytes] = {}
    for place, folders, names in os.walk(folder):
        if ".samenwerk" in folders:
            folders.remove(".samenwerk")
        below = Path(place).relative_to(folder)
        for name in names:
            path = Path(place, name)
            if name != ".samenwerk" and path.is_file():
                files[str(below / name)] = path.read_bytes()
    return dict(sorted(files.items()))


def restore(folder: Path, before: dict[str, bytes]) -> None:
    """Bring a folder back to what a snapshot holds."""
    for name in snapshot(folder).keys() - before.keys():
        (folder / name).unlink()
        for parent in (folder / name).parents:
            if parent == folder or any(parent.iterdir()):
                break
            parent.rmdir()
    for name, content in before.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


def all_commands() -> Iterator[tuple[tuple[str, ...], Command | Group]]:
    """Every command of the application with its words: `("fase", "volgende")`."""
    return _walk((), ROOT)


def _walk(words: tuple[str, ...], found: Command | Group) -> Iterator[tuple[tuple[str, ...], Command | Group]]:
    yield words, found
    if isinstance(found, Group):
        for name in found.names:
            command = found.find(name)
            assert command is not None
            yield from _walk((*words, name), command)


def has_option(command: Command | Group | None, name: str) -> bool:
    """Whether a command takes this option; a group takes those of the command that may be left out behind it."""
    if isinstance(command, Group) and command.otherwise:
        return has_option(command.look_up((command.otherwise,)), name)
    return any(name in option.declared.names for option in command.options) if command else False
