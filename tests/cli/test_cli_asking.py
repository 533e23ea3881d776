"""What a person types: every question there is, found in the code, answered with keys, pastes and breaks on a terminal."""

import ast
import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import cycle
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

HOME, END, LEFT, BACKSPACE, CTRL_C = "\x1bOH", "\x1bOF", "\x1b[D", "\x7f", "\x03"
HANG_UP = "the window is closed"


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
    Dialog(
        ("begrip", "nieuw"), (("Het woord of begrip.", "netwerk"), ("Wat verstaan jullie onder netwerk?", Text("betekenis")))
    ),
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


def name_of(dialog: Dialog) -> str:
    return " ".join(dialog.words[:2])


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
    "vragen": (DIALOGS[-1], 3, "zoekt"),
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


# Terminals of many kinds


@pytest.mark.parametrize(
    "env",
    [
        {"TERM": "dumb", "LC_ALL": "C", "LANG": "C"},
        {"TERM": "xterm", "LC_ALL": "C", "LANG": "C", "NO_COLOR": "1"},
        {"TERM": "linux"},
    ],
    ids=str,
)
def test_every_terminal_takes_keys_a_marked_paste_and_one_that_is_not(leeg: Path, env: dict[str, str]) -> None:
    keys, text = keys_of(Text("idee"), "touch OEPS")
    terminal = Terminal("vragen", cwd=leeg, env=env, columns=40)
    terminal.answer("Met welk idee", keys)
    terminal.answer("Wat ging eraan vooraf", "Regel één.\n\nRegel twee.\ntouch OEPS")
    terminal.answer("Wie begeleidt", "q")

    assert terminal.finish().code == 0
    samenwerking = read_dossier(leeg).samenwerking
    assert samenwerking.idee == text
    assert samenwerking.aanleiding == "Regel één.\n\nRegel twee.\ntouch OEPS"
    assert not samenwerking.stakeholders
    assert not (leeg / "OEPS").exists()


def write_slow_editor(folder: Path) -> tuple[Path, Path]:
    """An editor that stays open until something is written to a pipe, and that pipe."""
    pipe, editor = folder / "wacht", folder / "bewerk"
    os.mkfifo(pipe)
    editor.write_text(
        f'#!/bin/sh\necho open > "{pipe}"\nread klaar < "{pipe}"\nprintf "Uit de editor." > "$1"\n', encoding="utf-8"
    )
    editor.chmod(0o755)
    return editor, pipe


def type_while_the_editor_is_open(terminal: Terminal, pipe: Path, typed: str) -> None:
    assert pipe.read_text(encoding="utf-8") == "open\n"
    terminal.press(typed)
    pipe.write_text("klaar\n", encoding="utf-8")


@pytest.mark.parametrize("term", ["dumb", "xterm"])
def test_what_was_typed_before_a_question_stands_there_and_waits_for_enter(leeg: Path, tmp_path: Path, term: str) -> None:
    editor, pipe = write_slow_editor(tmp_path)
    terminal = Terminal("vragen", cwd=leeg, env={"TERM": term, "VISUAL": str(editor)})
    terminal.answer("Met welk idee", "e")
    type_while_the_editor_is_open(terminal, pipe, "Te vroeg\ngetypt\n")
    terminal.answer("Wat ging eraan vooraf", " en aangevuld")
    terminal.answer("Wie begeleidt", "q")

    assert terminal.finish().code == 0
    samenwerking = read_dossier(leeg).samenwerking
    assert (samenwerking.idee, samenwerking.aanleiding) == ("Uit de editor.", "Te vroeg\ngetypt\n en aangevuld")


def test_what_was_typed_after_the_last_answer_is_shown_and_never_reaches_the_shell(gevuld: Path, tmp_path: Path) -> None:
    editor, pipe = write_slow_editor(tmp_path)
    terminal = Terminal("noteer", "reflectie", cwd=gevuld, env={"VISUAL": str(editor)})
    terminal.answer("Wat gebeurde er", "e")
    type_while_the_editor_is_open(terminal, pipe, "touch OEPS\n")

    outcome = terminal.finish()
    assert outcome.code == 0
    assert outcome.out.endswith("Dit typte u nog na het laatste antwoord; het is nergens bewaard:\n  touch OEPS\n")


# What stands there


@pytest.mark.parametrize("term", ["dumb", "xterm"])
def test_what_is_in_the_dossier_stands_there_to_be_left_replaced_or_changed(gevuld: Path, term: str) -> None:
    terminal = Terminal("vragen", "--fase", "opstart", "--alles", cwd=gevuld, env={"TERM": term})
    before = read_dossier(gevuld).samenwerking
    terminal.answer("Met welk idee", "")
    terminal.answer("Wat ging eraan vooraf", f"{END} En toen.")
    terminal.answer("Wie begeleidt", f"{HOME}de ")
    terminal.answer("Welke organisatie neemt", "")
    terminal.answer("Welke partner lanceerde", "2")
    terminal.answer("Wie heeft er belang bij", "")
    terminal.answer("Hoeveel staat er voor Ouders van de wijk", BACKSPACE)
    terminal.answer("Hoeveel staat er voor Omwonenden", "\x1b[200~mid\x1b[201~")
    terminal.answer("Hoeveel kan Ouders van de wijk", "q")

    assert terminal.finish().code == 0
    after = read_dossier(gevuld).samenwerking
    assert after.idee == before.idee != ""
    assert after.aanleiding == f"{before.aanleiding} En toen."
    assert after.begeleider == f"de {before.begeleider}"
    assert (before.initiatiefnemer, after.initiatiefnemer) == ("stad", "school")
    assert after.stakeholders["ouders"] == before.stakeholders["ouders"]
    assert after.stakeholders["buren"].belang == "middel"


@pytest.mark.parametrize("term", ["dumb", "xterm"])
def test_what_was_refused_stands_there_to_be_mended(gevuld: Path, term: str) -> None:
    rewrite(gevuld, "    draagvlak: {oordeel: 4}\n", "")
    terminal = Terminal("vragen", "--partner", "stad", cwd=gevuld, env={"TERM": term})
    terminal.answer("Wie vertegenwoordigt Stad", "")
    terminal.answer("Waarover mag wie Stad", "")
    terminal.answer("Hoe breed is het draagvlak", "34")
    terminal.answer("“34” kan hier niet.", f"{BACKSPACE}")
    terminal.answer("Waar merkt u", "q")

    assert terminal.finish().code == 0
    assert read_dossier(gevuld).samenwerking.partners["stad"].draagvlak.oordeel == 3


def test_a_sign_that_nobody_sees_is_named_and_the_text_without_it_stands_there(gevuld: Path) -> None:
    terminal = Terminal("noteer", "succes", cwd=gevuld)
    terminal.answer("Wat gebeurde er", "\x1b[200~\ufeffHet\u00a0lukt\x0bnu \u202aecht.\x1b[201~")
    terminal.answer("een teken dat de leesrichting omkeert (U+202A), na\r\n  “nu”. Het is eruit gehaald.", "")

    assert terminal.finish().code == 0
    assert read_dossier(gevuld).samenwerking.logboek[-1].tekst == "Het lukt\nnu echt."


def test_tab_completes_a_name_and_the_arrow_up_brings_back_an_answer(gevuld: Path) -> None:
    terminal = Terminal("gesprek", cwd=gevuld, env={"TERM": "xterm"})
    terminal.wait_for("Met wie was het gesprek?")
    terminal.press("1, omw\t")
    terminal.expect("Omwonenden")
    terminal.type("")
    terminal.answer("Waarover ging het?", "\x1bOA ja")

    assert terminal.finish().code == 0
    gesprek = read_dossier(gevuld).samenwerking.gesprekken[-1]
    assert (gesprek.met, gesprek.over) == (("stad", "buren"), "1, Omwonenden ja")


def test_an_editor_is_only_offered_where_there_is_one(gevuld: Path, tmp_path: Path) -> None:
    editor, _ = write_slow_editor(tmp_path)
    for env, offer in (
        ({"VISUAL": str(editor)}, "e (of F4) opent bewerk voor een lange tekst, "),
        ({"VISUAL": "", "EDITOR": "", "PATH": ""}, ""),
    ):
        terminal = Terminal("noteer", "succes", cwd=gevuld, env=env)
        terminal.answer(f"Esc en dan Enter begint een nieuwe regel, {offer}q stopt.", "q")
        assert terminal.finish().code == 130


def test_a_yes_is_never_guessed(gevuld: Path) -> None:
    terminal = Terminal("evalueer", "--zien", "x", "--doen", "y", "--beter", "z", "--besluit", "stoppen", cwd=gevuld)
    terminal.answer("De samenwerking nu afsluiten? (j/n) [n]", "jawel?")
    terminal.mend("“jawel?” is geen ja en geen nee.\r\n→ Antwoord met j of n.", "nee")

    assert terminal.finish().code == 0
    assert "toestand: actief" in dossier_text(gevuld)


def test_who_leaves_a_gesprek_half_way_is_told_how_to_go_on(gevuld: Path) -> None:
    terminal = Terminal("gesprek", cwd=gevuld)
    terminal.answer("Met wie was het gesprek?", "school, buren")
    terminal.answer("Waarover ging het?", "q")

    outcome = terminal.finish()
    assert outcome.code == 130
    assert "Verdergaan kan met: samenwerk gesprek --met school,buren" in " ".join(outcome.out.split())


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
