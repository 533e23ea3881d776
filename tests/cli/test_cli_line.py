"""The line on which an answer is typed: terminals of many kinds, what stands there, and what comes too early or too late."""

import os
from pathlib import Path

import pytest
from dialogs import BACKSPACE, END, HOME, Text, keys_of
from runner import Terminal, dossier_text, rewrite, run

from samenwerk.cli.asking import line
from samenwerk.cli.asking.questions import ask
from samenwerk.cli.asking.signs import Stopped
from samenwerk.storage.dossier import read_dossier

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
    answer_what_is_needed(leeg)
    terminal = Terminal("vragen", "--fase", "verkennen", cwd=leeg, env=env, columns=40)
    terminal.answer("Met welk idee", keys)
    terminal.answer("Wat ging eraan vooraf", "Regel één.\n\nRegel twee.\ntouch OEPS")
    terminal.answer("Welke organisatie draagt", "q")

    assert terminal.finish().code == 0
    samenwerking = read_dossier(leeg).samenwerking
    assert samenwerking.idee == text
    assert samenwerking.aanleiding == "Regel één.\n\nRegel twee.\ntouch OEPS"
    assert list(samenwerking.stakeholders) == ["ouders"]
    assert not (leeg / "OEPS").exists()


def answer_what_is_needed(folder: Path) -> None:
    """All but the idee, so that the questions that may wait come next."""
    known = "stakeholders: {ouders: {belang: hoog, invloed: laag, houding: tegen}}\npartners: {stad: {naam: Stad}}\n"
    rewrite(folder, "naam: Mijn netwerk\n", f"naam: Mijn netwerk\ninitiatiefnemer: stad\n{known}")


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
    answer_what_is_needed(leeg)
    terminal = Terminal("vragen", "--fase", "verkennen", cwd=leeg, env={"TERM": term, "VISUAL": str(editor)})
    terminal.answer("Met welk idee", "e")
    type_while_the_editor_is_open(terminal, pipe, "Te vroeg\ngetypt\n")
    terminal.answer("Wat ging eraan vooraf", " en aangevuld")
    terminal.answer("Welke organisatie draagt", "q")

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
    terminal.answer("Welke organisatie neemt", "")
    terminal.answer("Welke partner nam het initiatief?", "2")
    terminal.answer("Wie heeft belang bij", "")
    terminal.answer("Ouders van de wijk: belang, invloed", BACKSPACE)
    terminal.answer("Omwonenden: belang, invloed", "\x1b[200~mid, -, tegen\x1b[201~")
    terminal.answer("Wat ging eraan vooraf", f"{END} En toen.")
    terminal.answer("Wie begeleidt", f"{HOME}de ")
    terminal.answer("Ouders van de wijk: wat", "q")

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
    terminal.answer("Stad: wie vertegenwoordigt", "")
    terminal.answer("Stad: hoe breed is het draagvlak", "34")
    terminal.answer("“34” kan hier niet.", f"{BACKSPACE}")
    terminal.answer("Stad: wat mag", "q")

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


@pytest.mark.parametrize("words", [("gesprek",), ("noteer",), ("afsluiten",), ("instemmen", "startnota")])
def test_whoever_has_to_choose_is_told_how_and_how_to_leave(gevuld: Path, words: tuple[str, ...]) -> None:
    assert run("vaststellen", "startnota").code == 0
    terminal = Terminal(*words, cwd=gevuld)
    terminal.answer("Een nummer of een naam is genoeg, q stopt.", "q")

    assert terminal.finish().code == 130


def test_a_yes_is_never_guessed(gevuld: Path) -> None:
    terminal = Terminal("evalueer", "--zien", "x", "--doen", "y", "--beter", "z", "--besluit", "stoppen", cwd=gevuld)
    terminal.answer("De samenwerking nu afsluiten? (j/n) [n]", "jawel?")
    terminal.mend("“jawel?” is geen ja en geen nee.\r\n→ Antwoord met j of n.", "nee")

    assert terminal.finish().code == 0
    assert "toestand: actief" in dossier_text(gevuld)


# Signs in place of an answer


def test_a_sign_is_never_an_answer_and_between_quotes_it_is(gevuld: Path) -> None:
    terminal = Terminal("noteer", "succes", cwd=gevuld)
    terminal.answer("Wat gebeurde er", "help")
    terminal.answer("Enter gaat verder, q stopt.", "<")
    terminal.answer("Hier kunt u niet terug naar een vorige vraag. Bedoelt u het teken zelf, zet het dan tussen", "-")
    terminal.answer("Hier is een antwoord nodig; q stopt.", "V")
    terminal.answer("Dit antwoord kan niet vertrouwelijk zijn.", "“klaar”")

    assert terminal.finish().code == 0
    assert read_dossier(gevuld).samenwerking.logboek[-1].tekst == "klaar"


@pytest.mark.parametrize("word", ["stop", "Stoppen", "quit", "exit", "einde", "klaar"])
def test_every_word_that_people_stop_with_stops(monkeypatch: pytest.MonkeyPatch, word: str) -> None:
    monkeypatch.setattr(line, "read_line", lambda *_, **__: line.Typed(word))

    with pytest.raises(Stopped):
        ask("Wat?")


def test_a_choice_that_is_called_as_a_sign_is_a_choice(gevuld: Path) -> None:
    terminal = Terminal("evalueer", "--zien", "x", "--doen", "y", "--beter", "z", cwd=gevuld)
    terminal.answer("Hoe gaat het verder?", "stop")
    terminal.answer("De samenwerking nu afsluiten?", "n")

    assert terminal.finish().code == 0
    assert read_dossier(gevuld).samenwerking.evaluaties[-1].besluit == "stoppen"
