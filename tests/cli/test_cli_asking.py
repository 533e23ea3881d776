"""Every question there is, found in the code: answered with keys and pastes, and broken off."""

import ast
import io
import subprocess
import sys
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from types import FrameType

import pytest
import runner
from dialogs import DIALOGS, HANG_UP, Dialog, Text, keys_of, name_of
from runner import CTRL_C, Terminal, dossier_text

import samenwerk.cli
from samenwerk.cli.asking import line, questions
from samenwerk.cli.main import main
from samenwerk.storage.dossier import read_dossier
from samenwerk.workflows.values import as_plain

# Every question there is


def find_questions() -> set[str]:
    """Each place in cli/ that asks, as file and line."""
    asking = {name for name in vars(questions) if name.startswith("ask")}
    folder = Path(samenwerk.cli.__path__[0])
    return {
        f"{path.relative_to(folder)}:{node.lineno}"
        for path in sorted(folder.rglob("*.py"))
        if path.parent.name != "asking"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in asking
    }


class _Tty(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_each_question_in_the_code_is_asked_in_one_of_these_dialogs(gevuld: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reached: set[str] = set()
    before = runner.snapshot(gevuld)

    def asked_from(frame: FrameType | None) -> Iterator[str]:
        folder = Path(samenwerk.cli.__path__[0])
        while frame:
            path = Path(frame.f_code.co_filename)
            if path.is_relative_to(folder) and path.parent.name != "asking":
                yield f"{path.relative_to(folder)}:{frame.f_lineno}"
                return
            frame = frame.f_back

    def read_line(*_: object, **__: object) -> line.Typed:
        reached.update(asked_from(sys._getframe()))
        return line.Typed(next(answers))

    monkeypatch.setattr(line, "read_line", read_line)
    for dialog in DIALOGS:
        runner.restore(gevuld, before)
        dialog.prepare(gevuld)
        answers = iter([answer.name if isinstance(answer, Text) else answer for _, answer in dialog.answers])
        with monkeypatch.context() as on_a_terminal:
            for stream in ("stdin", "stdout", "stderr"):
                on_a_terminal.setattr(sys, stream, _Tty())
            assert main(list(dialog.words)) == 0, dialog
        assert list(answers) == [], dialog

    assert reached == find_questions()


# On a terminal of 40 columns


@pytest.mark.parametrize("dialog", DIALOGS, ids=name_of)
def test_all_that_is_typed_and_pasted_comes_into_its_own_field_and_nothing_is_run(gevuld: Path, dialog: Dialog) -> None:
    dialog.prepare(gevuld)
    terminal = Terminal(*dialog.words, cwd=gevuld, env={"TERM": "xterm"}, columns=40)
    typed = []
    for question, answer in dialog.answers:
        keys, text = keys_of(answer, "touch OEPS") if isinstance(answer, Text) else (answer, "")
        typed += [text] if text else []
        terminal.answer(question, keys)

    assert terminal.finish().code == 0
    said = list(list_texts(as_plain(read_dossier(gevuld).samenwerking)))
    for text in typed:
        whole = " ".join(text.split())
        assert [whole in " ".join(value.split()) for value in said].count(True) == 1
    assert "touch OEPS" in dossier_text(gevuld) or not typed
    assert not (gevuld / "OEPS").exists()


def list_texts(plain: object) -> Iterator[str]:
    """All texts in plain data."""
    if isinstance(plain, dict):
        plain = list(plain.values())
    if isinstance(plain, list):
        for inner in plain:
            yield from list_texts(inner)
    else:
        yield str(plain)


# What ends a conversation before its end


def stop_with(terminal: Terminal, sign: str) -> int:
    """The exit code of a command that was stopped while someone typed."""
    if sign == HANG_UP:
        return terminal.hang_up()
    terminal.press(sign)
    return terminal.finish().code


BEGUN = {
    "init": (DIALOGS[0], 3, "naam"),
    "evalueer": (DIALOGS[3], 2, "zien"),
    "vragen": (DIALOGS[-1], 4, "functie"),
}
"""Dialogs of which the first answers mean something by themselves: how many are given, and what the first of them says."""

OF_ONE_TEXT = [dialog for dialog in DIALOGS if dialog.words[0] not in BEGUN]


@pytest.mark.parametrize("sign", [CTRL_C, HANG_UP], ids=["Ctrl-C", "closed window"])
@pytest.mark.parametrize("begun", BEGUN)
def test_whatever_ends_a_conversation_what_was_answered_is_in_the_dossier(gevuld: Path, begun: str, sign: str) -> None:
    dialog, count, first = BEGUN[begun]
    dialog.prepare(gevuld)
    terminal = Terminal(*dialog.words, cwd=gevuld, env={"TERM": "xterm"})
    for question, answer in dialog.answers[: count - 1]:
        terminal.answer(question, f"De {answer.name}." if isinstance(answer, Text) else answer)
    terminal.wait_for(dialog.answers[count - 1][0])
    terminal.press("Half een antw")

    assert stop_with(terminal, sign) == 130
    assert f"De {first}." in dossier_text(gevuld)
    assert "Half" not in dossier_text(gevuld)


@pytest.mark.parametrize(
    ("dialog", "sign"),
    list(zip(OF_ONE_TEXT, cycle([CTRL_C, HANG_UP]))),
    ids=lambda part: name_of(part) if part in DIALOGS else "",
)
def test_a_conversation_of_one_text_does_nothing_when_that_is_not_finished(gevuld: Path, dialog: Dialog, sign: str) -> None:
    dialog.prepare(gevuld)
    before = runner.snapshot(gevuld)
    terminal = Terminal(*dialog.words, cwd=gevuld, env={"TERM": "xterm"})
    for question, answer in dialog.answers[:-1]:
        terminal.answer(question, str(answer))
    terminal.wait_for(dialog.answers[-1][0])
    terminal.press("Half een antw")

    assert stop_with(terminal, sign) == 130
    assert runner.snapshot(gevuld) == before


def test_who_leaves_a_gesprek_half_way_is_told_how_to_go_on(gevuld: Path) -> None:
    terminal = Terminal("gesprek", cwd=gevuld)
    terminal.answer("Met wie was het gesprek?", "school, buren")
    terminal.answer("Waarover ging het?", "q")

    outcome = terminal.finish()
    assert outcome.code == 130
    assert "Ga later verder: samenwerk gesprek --met school,buren" in " ".join(outcome.out.split())


# What it costs


def test_a_command_that_asks_nothing_loads_nothing_to_ask_with(gevuld: Path) -> None:
    commands = [
        ["status"],
        ["noteer", "succes", "Het lukt."],
        ["terug", "naar", "verkennen", "--ja"],
        ["vragen"],
        ["afsluiten"],
    ]
    script = (
        f"import sys; from samenwerk.cli.main import main; codes = [main(words) for words in {commands!r}]; "
        "print(codes, 'samenwerk.cli.asking.questions' in sys.modules, 'prompt_toolkit' in sys.modules, file=sys.stderr)"
    )

    done = subprocess.run(
        [sys.executable, "-c", script], cwd=gevuld, env=runner.clean_env({}), capture_output=True, check=False
    )

    assert done.stderr.decode().splitlines()[-1] == "[0, 0, 0, 4, 4] True False"
