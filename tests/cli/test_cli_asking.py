"""What a person types: every question there is, found in the code, answered with keys, pastes and breaks on a terminal."""

import ast
import io
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import NamedTuple

import pytest
import runner
from runner import Terminal, dossier_text, rewrite, run

import samenwerk.cli
from samenwerk.cli.asking import line, questions
from samenwerk.cli.main import main
from samenwerk.storage.dossier import read_dossier
from samenwerk.workflows.values import as_plain

HOME, END, LEFT, BACKSPACE, CTRL_C, CTRL_D = "\x1bOH", "\x1bOF", "\x1b[D", "\x7f", "\x03", "\x04"


class Text(NamedTuple):
    """A text that goes into the dossier, and must come out whole, in one place."""

    name: str


class Dialog(NamedTuple):
    """A command that asks, with the beginning of each question and its answer; `prepare` makes the folder ready for it."""

    words: tuple[str, ...]
    answers: tuple[tuple[str, str | Text], ...]
    prepare: Callable[[Path], object] = lambda folder: None


def remove_dossier(folder: Path) -> None:
    (folder / "samenwerking.yaml").unlink()


def add_own_question(folder: Path) -> None:
    assert run("zet", "evaluatiebeleid.vragen", "Wie missen we?").code == 0


def reopen_a_gap(folder: Path) -> None:
    rewrite(folder, "gedeelde_ambitie:", "gedeelde_ambitie_was:")


def write_table(folder: Path) -> None:
    (folder / "acties.csv").write_text("wat\nIets nieuws\n", encoding="utf-8")


DIALOGS = [
    Dialog(
        ("init",),
        (
            ("Hoe heet de samenwerking?", Text("naam")),
            ("Welke organisatie lanceerde", Text("initiatiefnemer")),
            ("Wat is het idee", Text("idee")),
            ("Wie begeleidt het proces?", Text("begeleider")),
        ),
        remove_dossier,
    ),
    Dialog(("noteer",), (("Wat is het?", "2"), ("Wat gebeurde er", Text("tekst")))),
    Dialog(("gesprek",), (("Met wie was het gesprek?", "1, ouders"), ("Waarover ging het?", Text("over")))),
    Dialog(
        ("evalueer",),
        (
            ("Wat zien wij nu anders?", Text("zien")),
            ("Wat doe ik nu anders?", Text("doen")),
            ("Wat kunnen we beter?", Text("beter")),
            ("Wie missen we?", Text("eigen")),
            ("Hoe gaat het verder?", "teruggaan"),
            ("Naar welke fase gaat de groep", "0"),
            ("Wanneer is de volgende evaluatie?", "2099-01-01"),
            ("Nu teruggaan naar Opstart?", "j"),
            ("Waarom gaat de groep terug?", Text("reden")),
        ),
        add_own_question,
    ),
    Dialog(
        ("evalueer", "--zien", "x", "--doen", "y", "--beter", "z", "--besluit", "stoppen"),
        (("De samenwerking nu afsluiten?", "j"), ("Hoe sluit de samenwerking af?", "sl"), ("Waarom?", Text("reden"))),
    ),
    Dialog(("terug", "naar", "verkennen"), (("Waarom gaat de groep terug?", Text("reden")),)),
    Dialog(("afsluiten",), (("Hoe sluit de samenwerking af?", "1"), ("Waarom?", Text("reden")))),
    Dialog(("fase", "volgende"), (("Toch verder?", "ja"), ("Waarom toch verder?", Text("ondanks"))), reopen_a_gap),
    Dialog(("doelstelling", "nieuw"), (("Wat de partners samen", Text("wat")),)),
    Dialog(("actie", "importeer", "acties.csv"), (("Dit in het dossier zetten?", "j"),), write_table),
    Dialog(("instemmen", "startnota"), (("Welke partner is het?", "sch"),), lambda folder: run("vaststellen", "startnota")),
    Dialog(
        ("vragen", "--fase", "verkennen"),
        (
            ("Wat zoekt Stad", Text("zoekt")),
            ("Wat zoekt School", ""),
            ("Wat staat voor iedereen", Text("punt")),
            ("Nog iets?", "q"),
        ),
    ),
]
IDS = [" ".join(dialog.words[:2]) for dialog in DIALOGS]


def keys_of(text: Text, touch: str) -> tuple[str, str]:
    """What is pressed to type a text, and what it then is: with arrows, and a paste of 6,000 signs with a command in it."""
    pasted = f"een é en een 👩‍🏫\n\n{touch}\n{'woord ' * 1000}einde"
    keys = f"egm{HOME}B{END}{LEFT}i{END}{BACKSPACE}n {text.name} \x1b[200~{pasted}\x1b[201~"
    return keys, f"Begin {text.name} {pasted}"


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


@pytest.mark.parametrize("dialog", DIALOGS, ids=IDS)
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
