"""`samenwerk help` and the help pages: what to do when, what a word means, and examples that can be typed as they stand."""

import re
import shlex
from pathlib import Path

import pytest
from cases import for_each
from every_command import COMMAND_NAMES, EVERY_COMMAND, LEAVES, make_repository
from runner import Outcome, dossier_text, run

from samenwerk.cli.catalogue import COMMANDS, MOMENTEN, RECORDS
from samenwerk.cli.reading.strict import read_words
from samenwerk.cli.words.examples import EXAMPLES, list_examples
from samenwerk.domain.documenten import DOCUMENT_IDS
from samenwerk.domain.fasen import FASE_IDS
from samenwerk.errors import AnswerNeededError

FIRST = {
    ("fase",): ["terug naar vormgeven"],
    ("fase", "volgende"): ["terug naar overeenkomen"],
    ("instemmen",): ["vaststellen startnota"],
    ("verschil",): ["vaststellen startnota"],
    ("heropen",): ["afsluiten --als slapend"],
    ("git",): ["git instellen --ja"],
    ("git", "controleer"): ["git instellen --ja"],
    ("ongedaan",): ["zet waarom Samen."],
    ("opnieuw",): ["zet waarom Samen.", "ongedaan --ja"],
}
"""What must have been done before an example of a command makes sense."""

KINDS = [(kind,) for kind in RECORDS]


def list_lines(names: tuple[str, ...]) -> list[list[str]]:
    """The words of the examples on a help page, without the name of the program."""
    page = run(*names, "--help").out.split("Bijvoorbeeld:\n")[1].split("\n\n")[0]
    lines = [shlex.split(line) for line in page.splitlines()]
    assert all(program == "samenwerk" for program, *_ in lines)
    return [words for _, *words in lines]


def is_about(names: tuple[str, ...], words: list[str]) -> bool:
    """Whether a line gives this command, or one behind it."""
    reading = read_words(words)
    return reading is not None and reading.names[: len(names)] == names


@for_each((names,) for names in COMMAND_NAMES)
def test_every_page_has_two_examples_of_its_own_command(names: tuple[str, ...]) -> None:
    lines = list_lines(names)

    assert len({*map(tuple, lines)}) == 2
    assert all(is_about(names, words) for words in lines)


def place_in_story(names: tuple[str, ...]) -> int:
    """The examples of one kind of record are one story: what is shown was made, what comes in went out, weg is the end."""
    order = ["nieuw", "toon", "wijzig", "exporteer", "importeer", "weg"]
    return order.index(names[-1]) if names[-1] in order else 2


def test_every_example_can_be_typed_as_it_stands(de_brug: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(de_brug)
    make_repository(de_brug)
    (de_brug / ".gitignore").write_text("*vertrouwelijk*\n", encoding="utf-8")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setattr("shellingham.detect_shell", lambda: ("bash", "/bin/bash"))
    before = dossier_text(de_brug)
    done: dict[tuple[str, ...], Outcome] = {}
    for names in (names for names in COMMAND_NAMES if names[:1] not in KINDS):
        for words in (words for words in list_lines(names) if tuple(words) not in done):
            for line in FIRST.get(names, ()):
                assert run(*line.split()).code == 0
            done[tuple(words)] = run(*words)
            (de_brug / "samenwerking.yaml").write_bytes(before.encode())
    for names in sorted((names for names in LEAVES if names[:1] in KINDS), key=place_in_story):
        done.update({tuple(words): run(*words) for words in list_lines(names)})

    # On a terminal it would be asked whether something may go, and what is open.
    assert [words for words, outcome in done.items() if outcome.code not in (0, AnswerNeededError.exit_code)] == []
    assert len(done) > 150
    assert all(tuple(words) in done for kind in KINDS for words in list_lines(kind))


def test_the_examples_are_of_commands_that_are_there() -> None:
    assert EXAMPLES.keys() <= EVERY_COMMAND.keys()


# help


def test_help_shows_what_a_working_day_asks_by_moment_and_help_alles_shows_all() -> None:
    shown = run("help").out

    assert shown == run("--help").out
    named = {name for names in MOMENTEN.values() for name in names}
    assert set(re.findall(r"^  ([a-z]+)  ", shown, re.MULTILINE)) == named
    assert 12 <= len(named) <= 14
    assert set(re.findall(r"^  ([a-z]+)  ", run("help", "alles").out, re.MULTILINE)) == set(COMMANDS)
    assert len(shown.splitlines()) <= 40


@for_each(
    [
        ("fase volgende", "Gebruik: samenwerk fase volgende", "Ga met de groep naar de volgende fase."),
        ("volgende", "Gebruik: samenwerk fase volgende", "Ga met de groep naar de volgende fase."),
        ("delen", "Fase 2 Delen", "Welke ambities en belangen brengen we mee"),
        ("2", "Fase 2 Delen", "Welke ambities en belangen brengen we mee"),
        ("Startnota", "Startnota", "→ Maak en open het: samenwerk open startnota"),
        ("charter", "Intentieverklaring", "Hoort bij de fase Delen."),
        ("na een overleg", "samenwerk noteer", "samenwerk gesprek"),
        ("versturen", "samenwerk open", "Maak een document als Word-bestand"),
        ("mandaat", "Mandaat, in het dossier bij Partners", "Namens wie"),
        ("ronde", "Ronde", "De hoeveelste keer de groep in een fase is."),
        ("geldig tot", "Geldig tot", "De laatste dag"),
    ]
)
def test_help_explains_a_command_a_fase_a_document_a_moment_and_a_word(line: str, begin: str, told: str) -> None:
    outcome = run("help", *line.split())

    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith(begin)
    assert told in outcome.out
    assert "`" not in outcome.out
    assert "](" not in outcome.out


def test_help_knows_every_fase_document_and_command() -> None:
    for word in (*FASE_IDS, *DOCUMENT_IDS, *COMMANDS):
        assert run("help", word).code == 0


@pytest.mark.parametrize(
    ("word", "oplossing"),
    [("startnta", "→ Bedoelde u “startnota”?"), ("zyx", "→ Wat er kan: samenwerk help alles")],
)
def test_a_word_that_help_does_not_know_leads_on(word: str, oplossing: str) -> None:
    assert run("help", word) == (2, "", f"Over “{word}” is er geen uitleg.\n{oplossing}\n")


def test_the_lines_to_copy_are_whole_on_a_narrow_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    for names in (("init",), ("partner", "wijzig")):
        assert [line for line in run(*names, "--help").out.splitlines() if line[2:] in list_examples(names)]


def test_a_page_says_that_a_record_is_told_by_its_name_too() -> None:
    assert "PARTNER  De naam of korte naam van de partner;" in run("partner", "toon", "--help").out
    assert "WOORD  Het woord van het begrip;" in run("begrip", "toon", "--help").out
