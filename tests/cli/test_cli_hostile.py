"""No text of a dossier or of a command steers the terminal."""

import re
from pathlib import Path

import pytest
from runner import (
    rewrite,
    run,
)

ESCAPE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('naam: "Brede School De Brug"', 'naam: "\\e[2JWeg"'),
        ("idee: >-", 'idee: "\\x9b31m"\nnota: >-'),
        ("  brugfiguur:", '  "\\e]0;titel\\a":'),
        ("  lokalen:", '  "\\e[31mlokalen":'),
        ("begeleider:", '"\\e[1mbegeleider":'),
        ("initiatiefnemer: stad", 'initiatiefnemer: "st\\u202ead"'),
        ("  huiswerkklas:", '  "\\x9b5m":'),
        ("  - datum: 2026-02-20", '  - "\\e[31m": 2026-02-20'),
    ],
)
def test_no_escape_sequence_of_a_dossier_reaches_the_screen(gevuld: Path, old: str, new: str) -> None:
    rewrite(gevuld, old, new)

    for words in (
        *(("status",), ("controleer",), ("fase",), ("render", "--alles", "-n"), ("render", "--alles", "--naar", "-")),
        *(("dynamiek",), ("dynamiek", "--principe", "1"), ("dynamiek", "--json")),
        *(("status", "--json"), ("controleer", "--json"), ("render", "--alles", "--json"), ("zet", "begrippen.x", "y", "-n")),
    ):
        outcome = run(*words)
        assert not ESCAPE.search(outcome.out.replace("\n", "") + outcome.err.replace("\n", "")), words
        if "--json" in words:
            assert outcome.json["versie"] == 1


@pytest.mark.parametrize(
    "words",
    [
        *(("zet", "idee", "\x1b[2J"), ("zet", "\x1b[2J", "x"), ("zet", "begrippen.\x1b[2J", "x"), ("status", "--\x1b[2J")),
        *(("\x1b[2J",), ("-C", "\x1b[2J", "status"), ("render", "\x1b[2J"), ("terug", "naar", "\x9b2J"), ("init", "\x1b[2J")),
    ],
)
def test_no_escape_sequence_of_a_command_reaches_the_screen(gevuld: Path, words: tuple[str, ...]) -> None:
    for outcome in (run(*words), run(*words, "--json")):
        assert not ESCAPE.search(outcome.out.replace("\n", "") + outcome.err.replace("\n", ""))
