"""How what can be done is said: as a line that a person can paste, and that the shell takes for what it is."""

import shlex
import subprocess
from pathlib import Path

import pytest
from cases import for_each
from hypothesis import given
from hypothesis import strategies as st

from samenwerk.cli import remedies
from samenwerk.cli.remedies import quote, say
from samenwerk.errors import DAG, IETS, ByHand, Line, Oplossing, Remedy

zinnen: list[tuple[Oplossing, str]] = [
    ("Typ de tekst opnieuw.", "Typ de tekst opnieuw."),
    (Remedy("heropen"), "samenwerk heropen"),
    (Remedy("zet", ("verloop", 1, "reden"), IETS), 'samenwerk zet verloop.2.reden "…"'),
    (Remedy("nieuw", ("acties",), IETS, {"tegen": DAG}), 'samenwerk actie nieuw "…" --tegen JJJJ-MM-DD'),
    (Remedy("klaar", ("acties", "feest", "status")), "samenwerk actie klaar feest"),
    (
        Remedy("wijzig", ("partners", "stad"), met={"mandaat_geldig_tot": DAG}),
        "samenwerk partner wijzig stad --mandaat-geldig-tot JJJJ-MM-DD",
    ),
    (Remedy("terug naar", waarde="delen"), "samenwerk terug naar delen"),
    (Remedy("render", met={"overschrijf": ""}), "samenwerk render --overschrijf"),
    (("Laat ", Remedy(met={"naar": ""}), " weg."), "Laat --naar weg."),
    (("Weer beginnen: ", Remedy("heropen")), "Weer beginnen: samenwerk heropen"),
    (("Haal het eruit met: ", Line(("git", "rm", "--cached", "a b"))), 'Haal het eruit met: git rm --cached "a b"'),
    (ByHand(("afbakening", "wel"), 12), "Vul aan in samenwerking.yaml, regel 12: afbakening.wel"),
    (Remedy("wijzig", ("begrippen", "-x"), met={"betekenis": IETS}), 'samenwerk begrip wijzig --betekenis "…" -- -x'),
    (Remedy("toon", ("begrippen", "zorg op maat")), 'samenwerk begrip toon "zorg op maat"'),
]


@for_each(zinnen)
def test_a_remedy_is_said_as_a_person_types_it(oplossing: Oplossing, zin: str) -> None:
    assert say(oplossing) == zin


words = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=20)


@given(words)
def test_whatever_a_word_holds_the_shell_takes_it_for_that_one_word(word: str) -> None:
    assert shlex.split(quote(word)) == [word]


@pytest.mark.parametrize("word", ["$(touch gevaar)", "`touch gevaar`", "a; touch gevaar", "'\"; touch gevaar; '", "a b"])
def test_nothing_in_a_word_is_run(tmp_path: Path, word: str) -> None:
    done = subprocess.run(["sh", "-c", f"printf %s {quote(word)}"], cwd=tmp_path, capture_output=True, check=True)

    assert done.stdout.decode() == word
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("word", "quoted"),
    [
        (r"C:\Dossiers\brug", r"C:\Dossiers\brug"),
        (r"C:\Mijn dossiers", r'"C:\Mijn dossiers"'),
        ("$(calc)", "'$(calc)'"),
        ("a'b $", "'a''b $'"),
    ],
)
def test_on_windows_a_path_stays_a_path_and_powershell_fills_nothing_in(
    monkeypatch: pytest.MonkeyPatch, word: str, quoted: str
) -> None:
    monkeypatch.setattr(remedies, "_ON_WINDOWS", True)

    assert quote(word) == quoted
