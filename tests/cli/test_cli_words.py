"""The two readers of words: the strict one reads what is certain, and only as Typer would."""

import shutil
from itertools import chain

import pytest
from cases import for_each
from every_command import EVERY_COMMAND, GOOD, LEAVES
from hypothesis import given
from hypothesis import strategies as st
from runner import capture, run

from samenwerk.cli.catalogue import MEANT, MEANT_OF_RECORDS
from samenwerk.cli.reading.strict import Reading, read_words
from samenwerk.cli.reading.typer_road import read_with_typer
from samenwerk.cli.root import ROOT
from samenwerk.cli.screen import terminal_width
from samenwerk.cli.words.declare import Command, Group
from samenwerk.errors import WrongUsageError

VALUES = st.sampled_from(["stad", "", " ", "Een zin.", "2026-01-01", "é", "3", "a=b", "@x", "*", "/tmp", "klaar"])
ODD = st.sampled_from(
    ["-", "--", "-x", "--onbekend", "-h", "--help", "--json=ja", "--map=x", "-Cmap", "-nC", "--dat", "--versie", "-1"]
)


def say_option(found: Command | Group) -> st.SearchStrategy[list[str]]:
    """One of the options of a command, by one of its names, with a value where it takes one."""
    flags = [[name] for option in found.options for name in option.declared.names if option.takes is bool]
    others = [name for option in found.options for name in option.declared.names if option.takes is not bool]
    valued = st.builds(lambda name, value: [name, value], st.sampled_from(others), VALUES)
    return (
        st.one_of(*([st.sampled_from(flags)] if flags else []), *([valued] if others else [])) if found.options else st.just([])
    )


def say_odd() -> st.SearchStrategy[list[str]]:
    """A word that may be one too many, or that no command declares so."""
    return st.one_of(VALUES, ODD).map(lambda word: [word])


@st.composite
def lines(draw: st.DrawFn) -> list[str]:
    """Words as people type them: a command with what it knows, in any order, and now and then something odd."""
    names = draw(st.sampled_from(LEAVES) | st.sampled_from([*EVERY_COMMAND, ("statsu",), ("",)]))
    found = EVERY_COMMAND.get(names, ROOT)
    parts = [[draw(VALUES)] for argument in found.arguments if argument.required or draw(st.booleans())]
    parts += draw(st.lists(say_option(found), max_size=3)) + draw(st.sampled_from([[], [], [draw(say_odd())]]))
    before, between = (draw(st.sampled_from([[], draw(say_option(level))])) for level in (ROOT, found))
    return [
        *before,
        *names[:1],
        *(between if names[1:] else []),
        *names[1:],
        *chain.from_iterable(draw(st.permutations(parts))),
    ]


def show_reading(reading: Reading | None) -> object:
    """What a reading says, to compare."""
    return reading and (reading.names, reading.command, reading.given)


@given(lines())
def test_what_the_strict_reader_reads_typer_reads_alike(words: list[str]) -> None:
    reading = read_words(words)
    if reading is not None:
        assert show_reading(reading) == show_reading(read_with_typer(words))


@for_each((words,) for words in LEAVES)
def test_every_command_as_people_give_it_is_read_without_typer(words: tuple[str, ...]) -> None:
    line = (*words, *GOOD.get(words, ()))

    for full in (line, ("-C", "map", *line), (*line, "-C", "map")):
        reading = read_words(full)
        # What is about samenwerk itself, or about files that are named, takes no folder.
        assert reading is not None or (words in (("aanvullen",), ("help",), ("samenvoegen",)) and full[-1] == "map")
        assert reading is None or show_reading(reading) == show_reading(read_with_typer(full))


@for_each((names,) for names in EVERY_COMMAND)
def test_every_flag_and_option_of_a_command_is_read_by_all_its_names(names: tuple[str, ...]) -> None:
    found = EVERY_COMMAND[names]
    needed = ["woord" for argument in found.arguments if argument.required]
    for option in found.options:
        for name in option.declared.names:
            said = [name] if option.takes is bool else [name, "iets"]
            reading = read_words([*names, *needed, *said])
            assert reading is not None
            value = {bool: True, str: "iets", list: ["iets"]}[option.takes]
            assert reading.given[option.name] == value
            assert show_reading(reading) == show_reading(read_with_typer([*names, *needed, *said]))


@pytest.mark.parametrize("line", ["status --datum=2026-01-01", "zet waarom x -nC.", "zet waarom -- -5", "status -C. --json"])
def test_what_can_be_written_in_more_ways_is_read_by_typer(line: str) -> None:
    assert read_words(line.split()) is None
    assert isinstance(read_with_typer(line.split()), Reading)


def test_the_set_of_templates_that_the_environment_names_is_read_by_both(monkeypatch: pytest.MonkeyPatch) -> None:
    for value, said in (("huis", {"sjablonen": "huis"}), ("", {})):
        monkeypatch.setenv("SAMENWERK_SJABLONEN", value)
        for reading in (read_words(["status"]), read_with_typer(["status"])):
            assert reading is not None
            assert reading.given == said
    monkeypatch.setenv("SAMENWERK_SJABLONEN", "huis")
    for reading in (read_words(["status", "--sjablonen", "x"]), read_with_typer(["status", "--sjablonen", "x"])):
        assert reading is not None
        assert reading.given == {"sjablonen": "x"}


@pytest.mark.parametrize(
    ("line", "given"),
    [
        ("-C huis fase -C map volgende", {"map_": "map"}),
        ("fase --json volgende", {"json": True}),
        ("fase --json volgende -C map", {"json": True, "map_": "map"}),
        ("-C huis fase volgende -C map", {"map_": "map"}),
    ],
)
def test_what_is_said_before_a_command_counts_for_it_unless_it_is_told_otherwise(line: str, given: dict[str, object]) -> None:
    for reading in (read_words(line.split()), read_with_typer(line.split())):
        assert reading is not None
        assert (reading.names, reading.given) == (("fase", "volgende"), given)


def test_whoever_asks_for_the_version_gets_that_alone() -> None:
    assert run("--version", "status") == run("--version")
    assert run("-C", "nergens", "--version", "terug", "naar", "delen") == run("--version")


@for_each(
    [
        ("noteer succes Het overleg liep goed", {"tekst": "Het overleg liep goed"}),
        ("noteer succes --partner stad Het liep goed -n", {"tekst": "Het liep goed"}),
        ("zet idee Een loket -C map", {"waarde": "Een loket"}),
        ("zet idee --map=map Een loket", {"waarde": "Een loket"}),
        ("zet idee -nCmap Een loket", {"waarde": "Een loket"}),
        ("zet -n idee -- -5 graden -n", {"waarde": "-5 graden -n"}),
        ("actie nieuw Het feest --tegen morgen", {"titel": "Het feest"}),
        ("actie stand feest niet uitgevoerd", {"record": "feest", "status": "niet uitgevoerd"}),
        ("partner toon De Oever --json", {"record": "De Oever"}),
        ("terug naar koers en richting bepalen", {"fase": "koers en richting bepalen"}),
        ("gesprek Over de poort --met a b", None),
        ("gesprek --met a Over de --datum=morgen poort", None),
        ("gesprek Over -nCmap de poort", None),
        ("zet idee Een -C map loket", None),
        ("partner toon De -- Oever", {"record": "De Oever"}),
    ]
)
def test_the_rest_of_the_line_is_the_text_where_its_words_stand_together(line: str, text: dict[str, str] | None) -> None:
    strict = read_words(line.split())

    if text is None:
        assert strict is None
        with pytest.raises(WrongUsageError, match=r"Het is niet zeker waar “.*” bij hoort\."):
            read_with_typer(line.split())
        return
    reading = read_with_typer(line.split())
    assert reading is not None
    assert reading.given.items() >= text.items()
    assert strict is None or show_reading(strict) == show_reading(reading)


SCREENS = [{"COLUMNS": str(columns)} for columns in (20, 40, 60, 80, 120)] + [
    {"NO_COLOR": "1"},
    {"TERM": "dumb"},
    {"LANGUAGE": "fr", "LC_ALL": "fr_BE.UTF-8"},
    {"COLUMNS": "0"},
    {"COLUMNS": "breed"},
]


@pytest.mark.parametrize("screen", SCREENS, ids=str)
def test_help_is_the_same_on_both_roads(monkeypatch: pytest.MonkeyPatch, screen: dict[str, str]) -> None:
    for name in ("COLUMNS", "NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in screen.items():
        monkeypatch.setenv(name, value)

    for names in EVERY_COMMAND:
        short = run(*names, "--help")
        long = capture(lambda line=(*names, "--help"): read_with_typer(line) is not None)  # type: ignore[misc]
        assert short == long
        assert short.code == 0


@pytest.mark.parametrize("columns", ["", "0", "-5", "40", "breed", "1e3", " 60 "])
def test_the_width_is_the_one_that_the_standard_library_finds(monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    monkeypatch.setenv("COLUMNS", columns)

    assert terminal_width() == shutil.get_terminal_size().columns


@for_each(
    [
        ("terug delen --reden x", "terug naar"),
        ("terug --reden x delen", "terug naar"),
        ("terug naar delen", "terug naar"),
        ("volgende --ondanks x", "fase volgende"),
        ("begin nieuw", "init"),
        ("maak startnota", "render"),
        ("partner verwijder stad", "partner weg"),
        ("partner toevoegen Stad", "partner nieuw"),
        ("historie --alles", "logboek lijst"),
        ("undo --lijst", "ongedaan"),
    ]
)
def test_another_word_for_a_command_and_one_that_may_be_left_out_do_what_is_meant(line: str, names: str) -> None:
    for reading in (read_words(line.split()), read_with_typer(line.split())):
        assert reading is not None
        assert (reading.names, reading.command) == (tuple(names.split()), EVERY_COMMAND[tuple(names.split())])
    assert run(line.split(maxsplit=1)[0], "--help").code == 0


def test_another_word_for_a_command_is_no_name_of_one_and_changes_nothing_unless_it_says_so() -> None:
    for group in (found for found in EVERY_COMMAND.values() if isinstance(found, Group)):
        for word, names in group.meant.items():
            assert word not in group.names
            assert isinstance(group.look_up(names), Command)
    looking = ("toon", "bekijk", "tonen", "aandachtspunten", "verslag", "verloop", "geschiedenis", "historie", "wijzigingen")
    for word, meant in (*MEANT.items(), *MEANT_OF_RECORDS.items()):
        assert (word in looking) == (meant[-1] in ("status", "toon", "opvolging", "lijst", "verschil"))
