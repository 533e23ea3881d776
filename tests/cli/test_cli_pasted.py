"""What a person can paste from an answer runs as it reads: nothing that someone typed in a dossier becomes a command."""

import re
import shlex
import subprocess
from pathlib import Path

import pytest
from every_command import LEAVES, ready
from runner import restore, rewrite, run, snapshot

pytestmark = pytest.mark.skipif(not Path("/bin/sh").exists(), reason="this system has no shell that reads as sh does")

HOSTILE = [
    "$(touch gevaar)",
    "`touch gevaar`",
    "x; touch gevaar",
    "x'; touch gevaar; '",
    'x"; touch gevaar; "',
    "a b",
    "x & y | z",
]


def pasted_from(text: str, word: str) -> list[str]:
    """The commands in an answer in which someone's word stands, each to the end of its line."""
    found = [re.search(r"\b(samenwerk|cd) .*", line) for line in text.splitlines()]
    return [command[0] for command in found if command and word in command[0]]


def run_pasted(line: str, folder: Path) -> list[str]:
    """Each word that a shell makes of a pasted command, of which only the name is another."""
    script = f'samenwerk() {{ printf "%s\\n" "$@"; }}; cd() {{ printf "%s\\n" "$@"; }}; {line}'
    done = subprocess.run(["sh", "-c", script], cwd=folder, capture_output=True, timeout=20, check=False)
    assert (done.returncode, done.stderr) == (0, b""), line
    return done.stdout.decode().splitlines()


@pytest.mark.parametrize("word", HOSTILE)
def test_no_word_of_a_dossier_is_run_with_what_is_pasted(gevuld: Path, tmp_path: Path, word: str) -> None:
    written = "'" + word.replace("'", "''") + "'"
    rewrite(gevuld, "  brugfiguur: wie tussen gezin en school staat\n", f"  {written}:\n  brugfiguur: {written}\n")
    rewrite(gevuld, "    naam: School\n", f"    naam: {written}\n")
    rewrite(gevuld, "    titel: Huiswerkklas\n", f"    titel: {written}\n")
    # Every command, once: what it says is made in the same way for each word.
    commands = [ready(gevuld, words) for words in LEAVES] if word == HOSTILE[0] else []
    commands += [
        ("begrip", "nieuw", f"nog {word}", "--betekenis", word),
        ("begrip", "wijzig", word, "--betekenis", "iets"),
        *((*command, word) for command in (("begrip", "toon"), ("begrip", "weg"), ("zet", "naam"), ("partner", "toon"))),
        *((*command, word) for command in (("init",), ("render",), ("terug", "naar"), ("noteer",), ("-C",), ())),
        *(("partner", "exporteer", f"{word}.csv"), ("zet", f"begrippen.{word}", "iets"), ("zet", word, "iets")),
        *(("vragen", "--fase", "delen", "--alles"), ("vragen", "--partner", word), ("vaststellen", word), ("aanvullen", word)),
    ]
    safe = tmp_path / "leeg"
    safe.mkdir()
    before, pasted = snapshot(gevuld), set()
    for command in commands:
        outcome = run(*command)
        pasted |= set(pasted_from(outcome.out + outcome.err, word))
        restore(gevuld, before)
    assert len(pasted) >= 4
    for line in pasted:
        assert word in "\n".join(run_pasted(line, safe)), line
    assert list(safe.iterdir()) == []


@pytest.mark.parametrize(
    "line",
    [
        'zet waarom "…"',
        'stakeholder nieuw "…" --belang hoog',
        'noteer succes "…"',
        'fase volgende --ondanks "…"',
        "partner wijzig school …",
    ],
)
def test_the_dots_that_stand_for_a_text_are_never_taken_for_it(gevuld: Path, line: str) -> None:
    before = snapshot(gevuld)

    outcome = run(*shlex.split(line))

    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.splitlines() == [
        "De puntjes “…” staan op de plaats van uw eigen woorden.",
        "→ Zet die woorden in de plaats, en geef het commando opnieuw.",
    ]
    assert snapshot(gevuld) == before
