"""Every word of help and every mistake in a command is told in Dutch, with what to do."""

import re
from pathlib import Path

import pytest
from cases import for_each
from every_command import (
    COMMAND_NAMES,
    EVERY_COMMAND,
)
from runner import (
    run,
)

from samenwerk.cli.catalogue import COMMANDS

ENGLISH = re.compile(
    r"\b(Usage|Options?:|Arguments?:|Commands:|Missing|Error|No such|Try|required|default|Show this|exit\b|Got unexpected|"
    r"TEXT|Invalid|Aborted|requires)"
)

JARGON = re.compile(r"(?<!-)\b([Aa]rgument\w*|[Ss]leutel|SLEUTELS?|OPTIES|SHELL)\b|unified")


@for_each((words,) for words in COMMAND_NAMES)
def test_every_help_is_dutch_and_names_every_option_and_argument(words: tuple[str, ...]) -> None:
    command = EVERY_COMMAND[words]

    outcome = run(*words, "--help")

    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith(f"Gebruik: {' '.join(['samenwerk', *words])}")
    assert run(*words, "-h") == outcome
    assert not ENGLISH.search(outcome.out)
    assert not JARGON.search(outcome.out)
    for parameter in (*command.arguments, *command.options):
        assert parameter.declared.help, f"{parameter.name} has no help"
        assert parameter.declared.metavar in outcome.out or parameter.takes is bool
        assert all(name in outcome.out for name in parameter.declared.names)
    assert outcome.out.endswith("Toon deze hulp.\n")


@for_each((each,) for each in COMMANDS)
def test_the_help_of_a_command_begins_with_its_line_in_the_list(name: str) -> None:
    assert run(name, "--help").out.splitlines()[2].startswith(COMMANDS[name])
    assert re.search(rf"^  {name} +{re.escape(COMMANDS[name])}$", run("help", "alles").out, re.MULTILINE)


@pytest.mark.parametrize(
    ("words", "melding", "oplossing"),
    [
        (("nieuw", "partner", "Bib"), "“nieuw” is geen commando van samenwerk.", "Bedoelde u “partner nieuw”?"),
        (("statsu",), "“statsu” is geen commando van samenwerk.", "Bedoelde u “status”?"),
        (("zett",), "“zett” is geen commando van samenwerk.", "Bedoelde u “zet”?"),
        (("zie",), "“zie” is geen commando van samenwerk.", "Wat er kan: samenwerk help"),  # not zet, which changes
        (("slui",), "“slui” is geen commando van samenwerk.", "Wat er kan: samenwerk help"),
        (("fase", "lijts"), "“lijts” is geen commando van samenwerk fase.", "Bedoelde u “lijst”?"),
        (("",), "“” is geen commando van samenwerk.", "Wat er kan: samenwerk help"),
        (("fase", "volgede"), "“volgede” is geen commando van samenwerk fase.", "Bedoelde u “volgende”?"),
        (("terug", "deln"), "“deln” is geen fase.", "Bedoelde u “delen”?"),
        (("terug",), "Achter “samenwerk terug naar” ontbreekt nog iets. De fase: ", "Hulp: samenwerk terug naar --help"),
        (("partner",), "Achter “samenwerk partner” ontbreekt nog een woord.", "Kies uit: nieuw, "),
        (("terug", "naar"), "Achter “samenwerk terug naar” ontbreekt nog iets. De fase: ", "Hulp: samenwerk terug naar --help"),
        (("zet", "idee"), "Achter “samenwerk zet” ontbreekt nog iets. De tekst", "Hulp: samenwerk zet --help"),
        (("--datum", "x", "status"), "“--datum” kan hier niet.", "zet het dan daarachter: samenwerk … --datum"),
        (("status", "--jsn"), "“--jsn” kan niet achter “samenwerk status”.", "Bedoelde u --json?"),
        (("render", "--overschrif"), "“--overschrif” kan niet achter “samenwerk render”.", "Bedoelde u --overschrijf?"),
        (("status", "-z"), "“-z” kan niet achter “samenwerk status”.", "→ Hulp: samenwerk status --help"),
        (("noteer", "succes", "--20 kinderen"), "“--20 kinderen” kan niet achter “samenwerk noteer”.", "Zet er dan -- voor"),
        (("status", "--datum"), "Achter “--datum” ontbreekt nog iets.", "Hulp: samenwerk"),
        (("status", "--json=ja"), "Achter “--json” hoort niets.", "Hulp: samenwerk"),
        (("status", "nu"), "Dit staat er te veel: nu", "aanhalingstekens"),
        (("render", "starnota"), "“starnota” is geen document.", "Bedoelde u “startnota”?"),
        (("terug", "naar", "deln"), "“deln” is geen fase.", "Bedoelde u “delen”?"),
        (("aanvullen", "basj"), "“basj” kent samenwerk niet.", "Bedoelde u “bash”?"),
        (("-C",), "Achter “-C” ontbreekt nog iets.", "Hulp: samenwerk --help"),
    ],
)  # fmt: skip
def test_every_usage_error_is_dutch_and_helps(gevuld: Path, words: tuple[str, ...], melding: str, oplossing: str) -> None:
    outcome = run(*words)

    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith(melding)
    assert oplossing in outcome.err.splitlines()[1]
    assert not ENGLISH.search(outcome.err)


def test_version_shows_the_version() -> None:
    assert re.fullmatch(r"samenwerk \d+\.\d+\.\d+\n", run("--version").out)
