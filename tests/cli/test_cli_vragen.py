"""`samenwerk vragen`: the guided interview, on a real pseudo-terminal."""

from datetime import date
from pathlib import Path

import pytest
from runner import F4, Terminal, changed_lines, dossier_text, rewrite, run, snapshot

from samenwerk.domain.fasen import FASE_IDS
from samenwerk.domain.partners import Partner
from samenwerk.domain.record import find_veld
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.voorwaarden import find_gaten
from samenwerk.domain.vragen import NIEUW, VRAGEN, Openstaand, Vraag, list_openstaand
from samenwerk.storage.dossier import read_dossier
from samenwerk.workflows.interview import answer_vraag

PLAIN = {"NO_COLOR": "1"}

OPEN_IN_VERKENNEN = [
    "Wat zoekt Stad in de samenwerking? In één zin.",
    "Wat zoekt School in de samenwerking? In één zin.",
    "Wat staat voor iedereen van bij het begin vast?",
]


# The table of questions


@pytest.mark.parametrize("vraag", VRAGEN, ids=lambda vraag: f"{vraag.fase}: {'.'.join(vraag.pad)}")
def test_every_question_is_about_a_field_and_uses_no_name_of_one(vraag: Vraag) -> None:
    assert vraag.pad[0] in NIEUW or find_veld(Samenwerking, vraag.pad) is not None
    assert find_veld(Samenwerking, tuple("x" if deel == "*" else deel for deel in vraag.pad)) is not None
    assert "_" not in vraag.tekst
    assert ("{naam}" in vraag.tekst) <= ("*" in vraag.pad)


@pytest.mark.parametrize("fase", FASE_IDS)
def test_whoever_answers_all_questions_meets_what_the_fase_asks(leeg: Path, fase: str) -> None:
    dossier = read_dossier(leeg)
    for nummer in range(100):
        openstaand = list_openstaand(dossier.samenwerking, fase)
        if not openstaand:
            break
        # What was just made is asked about before another is made; who takes the lead, when there is someone.
        bestaat = dossier.samenwerking.partners
        vraag = next((vraag for vraag in openstaand if vraag.veld and (bestaat or not vraag.veld.verwijst)), openstaand[0])
        antwoord = answer_of(dossier.samenwerking, vraag, nummer)
        dossier = answer_vraag(dossier, vraag, antwoord, date(2026, 3, 15), proef=True)

    assert list_openstaand(dossier.samenwerking, fase) == []
    # A conversation is held and a document is adopted, neither is typed: samenwerk gesprek notes it down.
    elders = {"gesprekken", "documenten"}
    gaten = find_gaten(dossier.samenwerking, fase, date(2026, 3, 15))
    assert [gat.melding for gat in gaten if gat.pad[0] not in elders] == []


def answer_of(samenwerking: Samenwerking, vraag: Openstaand, nummer: int) -> str:
    """An answer that fits the question."""
    if vraag.pad == ("begrippen",):
        return "netwerk: wie samenwerkt"
    if vraag.veld is None:
        return f"Naam {nummer}"
    if vraag.veld.verwijst:
        return ", ".join(
            partner.naam for partner in samenwerking.partners.values() if vraag.is_lijst or partner == first(samenwerking)
        )
    fits = {"datum": "2026-04-01", "ritme": "6 maanden", "getal": "3", "keuze": "".join(vraag.veld.keuzes[:1])}
    return "tegen" if "tegen" in vraag.veld.keuzes else fits.get(vraag.veld.soort, "Zoals het is.")


def first(samenwerking: Samenwerking) -> Partner:
    """The partner that stands first."""
    return next(iter(samenwerking.partners.values()))


# Without a terminal


def test_without_a_terminal_the_open_questions_are_printed_and_the_code_says_that_answers_are_needed(gevuld: Path) -> None:
    outcome = run("vragen", "--fase", "verkennen")

    assert outcome.code == 4
    assert outcome.out.splitlines()[0] == "Open vragen in Verkennen: 3"
    assert [line.removeprefix("  - ") for line in outcome.out.splitlines() if line.startswith("  - ")] == OPEN_IN_VERKENNEN
    assert outcome.out.splitlines()[2] == '    → samenwerk zet partners.stad.zoekt "…"'


def test_as_json_each_question_tells_its_field_and_what_can_be_answered(gevuld: Path) -> None:
    outcome = run("vragen", "--fase", "opstart", "--alles", "--json")

    assert (outcome.code, outcome.err) == (4, "")
    houding = next(vraag for vraag in outcome.json["vragen"] if vraag["veld"] == "stakeholders.buren.houding")
    assert houding == {
        "vraag": "Hoe staat Omwonenden nu tegenover het idee?",
        "veld": "stakeholders.buren.houding",
        "er_staat": "tegen",
        "keuzes": "voor, neutraal, tegen, onbekend",
        "mist": [],
        "oplossing": 'samenwerk zet stakeholders.buren.houding "voor|neutraal|tegen|onbekend"',
    }


def test_when_nothing_is_open_the_code_is_0(gevuld: Path) -> None:
    assert run("vragen", "--fase", "overeenkomen", "--partner", "stad") == (0, "Open vragen in Overeenkomen: 0\n", "")


@pytest.mark.parametrize(
    ("words", "code", "melding"),
    [
        (("--fase", "delne"), 2, "“delne” is geen fase."),
        (("--partner", "schol"), 2, "“schol” staat niet bij de partners."),
    ],
)
def test_a_word_that_is_none_is_refused(gevuld: Path, words: tuple[str, ...], code: int, melding: str) -> None:
    outcome = run("vragen", *words)

    assert (outcome.code, outcome.err.splitlines()[0]) == (code, melding)


# On a terminal


def test_every_answer_is_saved_at_once_and_enter_skips(gevuld: Path) -> None:
    before = dossier_text(gevuld)
    terminal = Terminal("vragen", "--fase", "verkennen", cwd=gevuld, env=PLAIN)
    terminal.answer("1 van 3\r\nWat zoekt Stad", "")
    terminal.answer("2 van 3\r\nWat zoekt School", "Hulp na vier uur.")
    terminal.answer("3 van 3\r\nWat staat voor iedereen", "Elk kind telt")
    assert "zoekt: Hulp na vier uur." in dossier_text(gevuld)
    terminal.answer("Nog iets?", "Niemand betaalt")
    terminal.answer("Nog iets?", "")

    outcome = terminal.finish()
    assert outcome.code == 0
    assert "3 antwoorden bewaard:\n  - School: zoekt\n  - Uitgangspunten\n" in outcome.out
    assert "→ Nog 1 open in Verkennen; verdergaan kan met: samenwerk vragen --fase verkennen\n" in outcome.out
    assert changed_lines(before, dossier_text(gevuld)) == [
        "+ uitgangspunten:",
        "+   - Elk kind telt",
        "+   - Niemand betaalt",
        "+     zoekt: Hulp na vier uur.",
    ]


def test_q_leaves_and_coming_back_goes_on_where_it_stopped(gevuld: Path) -> None:
    terminal = Terminal("vragen", "--fase", "verkennen", cwd=gevuld, env=PLAIN)
    terminal.answer("Wat zoekt Stad", "Rust.")
    terminal.answer("Wat zoekt School", "q")
    outcome = terminal.finish()
    assert outcome.code == 0
    assert "1 antwoord bewaard:\n  - Stad: zoekt\n" in outcome.out
    assert "→ Nog 2 open in Verkennen; verdergaan kan met: samenwerk vragen --fase verkennen\n" in outcome.out

    again = Terminal("vragen", "--fase", "verkennen", cwd=gevuld, env=PLAIN)
    again.answer("1 van 2\r\nWat zoekt School", "Q")
    assert again.finish().code == 0


def test_ctrl_c_in_the_middle_of_an_answer_keeps_what_was_saved_and_nothing_of_the_rest(gevuld: Path) -> None:
    terminal = Terminal("vragen", "--fase", "verkennen", cwd=gevuld, env=PLAIN)
    terminal.answer("Wat zoekt Stad", "Rust.")
    terminal.interrupt_at("Wat zoekt School", "Half een antw")

    outcome = terminal.finish()
    assert outcome.code == 130
    assert "1 antwoord bewaard:\n  - Stad: zoekt\n" in outcome.out
    assert "Half een antw" not in dossier_text(gevuld)
    assert read_dossier(gevuld).samenwerking.partners["stad"].zoekt == "Rust."


def test_an_answer_that_cannot_stand_there_is_asked_again(gevuld: Path) -> None:
    rewrite(gevuld, "    draagvlak: {oordeel: 4}\n", "")
    terminal = Terminal("vragen", "--partner", "stad", cwd=gevuld, env=PLAIN)
    terminal.answer("Wie vertegenwoordigt Stad", "")
    terminal.answer("Waarover mag wie Stad", "")
    terminal.answer("Hoe breed is het draagvlak", "heel breed")
    terminal.mend("“heel breed” kan hier niet.\r\n→ Schrijf een getal van 1 tot 5.\r\n", "4")
    terminal.answer("Waar merkt u", "")

    assert terminal.finish().code == 0
    assert read_dossier(gevuld).samenwerking.partners["stad"].draagvlak.oordeel == 4


def test_a_new_dossier_is_filled_without_opening_it(leeg: Path) -> None:
    terminal = Terminal("vragen", cwd=leeg, env=PLAIN)
    terminal.answer("Met welk idee", "Een plek voor elk kind.")
    terminal.answer("Wat ging eraan vooraf", "")
    terminal.answer("Wie begeleidt", "q")
    assert terminal.finish().code == 0
    assert read_dossier(leeg).samenwerking.idee == "Een plek voor elk kind."


def test_new_records_are_made_and_asked_about(leeg: Path) -> None:
    rewrite(leeg, "naam: Mijn netwerk\n", "naam: Mijn netwerk\nidee: a\naanleiding: b\nbegeleider: c\n")
    terminal = Terminal("vragen", cwd=leeg, env=PLAIN)
    terminal.answer("Welke organisatie neemt het initiatief", "Stad Voorbeeldstad")
    terminal.answer("Nog iets?", "")
    terminal.answer("Welke partner lanceerde het idee?\r\n  1 Stad Voorbeeldstad\r\n", "stad")
    terminal.answer("Wie heeft er belang bij", "Ouders")
    terminal.answer("Nog iets?", "")
    terminal.answer("Hoeveel staat er voor Ouders op het spel?\r\n  1 hoog\r\n  2 middel\r\n  3 laag\r\n", "H")
    terminal.answer("Hoeveel kan Ouders", "q")

    assert terminal.finish().code == 0
    samenwerking = read_dossier(leeg).samenwerking
    assert samenwerking.initiatiefnemer == "stad-voorbeeldstad"
    assert samenwerking.partners["stad-voorbeeldstad"].soort == "kern"
    assert samenwerking.stakeholders["ouders"].belang == "hoog"


def write_editor(path: Path, script: str) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.mark.parametrize("command", ["{}", '"{}" --wacht', "{} --wacht"], ids=["alone", "quoted", "with an option"])
def test_a_long_answer_is_typed_in_the_editor_of_the_person(gevuld: Path, tmp_path: Path, command: str) -> None:
    editor = write_editor(
        tmp_path / "mijn programma's" / "editor", 'for last; do :; done; printf "Rust,\\nen ruimte.\\n" > "$last"'
    )
    terminal = Terminal("vragen", "--fase", "verkennen", cwd=gevuld, env={"VISUAL": command.format(editor), **PLAIN})
    terminal.answer("Wat zoekt Stad", "e")
    terminal.answer("Wat zoekt School", "q")

    assert terminal.finish().code == 0
    assert read_dossier(gevuld).samenwerking.partners["stad"].zoekt == "Rust,\nen ruimte."


@pytest.mark.parametrize("env", [{"VISUAL": "", "EDITOR": "", "PATH": "/nergens"}, {"VISUAL": "/bestaat/niet"}])
def test_without_an_editor_that_works_the_question_is_asked_again(gevuld: Path, env: dict[str, str]) -> None:
    before = snapshot(gevuld)
    terminal = Terminal("vragen", "--fase", "verkennen", cwd=gevuld, env={**env, **PLAIN})
    terminal.answer("Wat zoekt Stad", "e")
    terminal.answer("Typ het antwoord hier", "q")

    outcome = terminal.finish()
    assert outcome.code == 0
    assert "Er is niets bewaard; er is niets veranderd." in outcome.out
    assert snapshot(gevuld) == before


def test_an_editor_that_opens_a_window_and_returns_at_once_is_waited_for(gevuld: Path, tmp_path: Path) -> None:
    editor = write_editor(tmp_path / "bin" / "venster", f'echo "$1" > {tmp_path}/open')
    terminal = Terminal("vragen", "--fase", "verkennen", cwd=gevuld, env={"VISUAL": str(editor), **PLAIN})
    terminal.answer("Wat zoekt Stad", "e")
    terminal.wait_for("Bewaar uw tekst in het venster dat openging, en druk daarna hier op Enter.")
    Path((tmp_path / "open").read_text(encoding="utf-8").strip()).write_text("Rust.", encoding="utf-8")
    terminal.type("")
    terminal.answer("Wat zoekt School", "q")

    assert terminal.finish().code == 0
    assert read_dossier(gevuld).samenwerking.partners["stad"].zoekt == "Rust."


def test_a_text_that_cannot_be_saved_is_opened_again_to_be_mended(gevuld: Path, tmp_path: Path) -> None:
    # First a number that cannot be, and then one more line to what was typed.
    again = 'printf "4" > "$1"'
    editor = write_editor(tmp_path / "bin" / "editor", f'if [ -s "$1" ]; then {again}; else printf "veel\\033" > "$1"; fi')
    rewrite(gevuld, "    draagvlak: {oordeel: 4}\n", "")
    terminal = Terminal("vragen", "--partner", "stad", cwd=gevuld, env={"VISUAL": str(editor), **PLAIN})
    terminal.answer("Wie vertegenwoordigt Stad", "")
    terminal.answer("Waarover mag wie Stad", "")
    terminal.answer("Hoe breed is het draagvlak", "e")
    terminal.answer("een teken dat niemand ziet: Escape (U+001B), na “veel”. Het is eruit gehaald.", "")
    terminal.wait_for("“veel” kan hier niet.")
    terminal.press(F4)
    terminal.answer("Waar merkt u", "q")

    assert terminal.finish().code == 0
    assert read_dossier(gevuld).samenwerking.partners["stad"].draagvlak.oordeel == 4


def test_what_a_voorwaarde_misses_is_asked_again_and_said_before_the_question(gevuld: Path) -> None:
    rewrite(gevuld, "\npartners:\n", "\npartners:\n  bib: {naam: Bib, soort: kern}\n")
    terminal = Terminal("vragen", "--fase", "vormgeven", cwd=gevuld, env=PLAIN)

    shown = terminal.answer("Welke rol is er nodig", "Gastheer")
    assert shown.endswith("1 van 1\nNog zonder rol: Bib\nEr staat al: Coördinator\n")
    terminal.answer("Nog iets?", "")
    terminal.answer("Welke partners nemen de rol Gastheer op? Met komma's ertussen.\r\n  1 Bib\r\n  2 Stad", "bib, 3")
    terminal.answer("Nog iets?", "q")

    assert terminal.finish().code == 0
    assert read_dossier(gevuld).samenwerking.rollen["gastheer"].wie == ("bib", "school")


def test_proef_asks_the_same_and_shows_what_would_change(gevuld: Path) -> None:
    before = snapshot(gevuld)
    terminal = Terminal("vragen", "--fase", "verkennen", "--proef", cwd=gevuld, env=PLAIN)
    terminal.answer("Wat zoekt Stad", "Rust.")
    terminal.answer("2 van 3\r\nWat zoekt School", "Hulp.")
    terminal.answer("Wat staat voor iedereen", "q")

    outcome = terminal.finish()
    assert outcome.code == 0
    assert "er is niets geschreven." in outcome.out
    assert [line for line in outcome.out.splitlines() if line.startswith("+ ")] == ["+    zoekt: Rust.", "+    zoekt: Hulp."]
    assert snapshot(gevuld) == before


# When someone else writes meanwhile


def test_what_others_save_during_the_interview_stays_and_the_interview_goes_on(gevuld: Path) -> None:
    terminal = Terminal("vragen", "--fase", "verkennen", cwd=gevuld, env=PLAIN)
    terminal.answer("Wat zoekt Stad", "Rust.")
    terminal.wait_for("Wat zoekt School")
    rewrite(gevuld, "begeleider:", "nota: van een ander\nbegeleider:")
    terminal.type("Hulp.")
    terminal.answer("Wat staat voor iedereen", "q")

    assert terminal.finish().code == 0
    assert "nota: van een ander\n" in dossier_text(gevuld)
    assert "    zoekt: Hulp.\n" in dossier_text(gevuld)


def test_an_answer_never_takes_the_place_of_what_someone_else_wrote_there_meanwhile(gevuld: Path) -> None:
    terminal = Terminal("vragen", "--fase", "verkennen", "--partner", "stad", cwd=gevuld, env=PLAIN)
    terminal.wait_for("Wat zoekt Stad")
    rewrite(gevuld, "  stad:\n", "  stad:\n    zoekt: Hun woorden.\n")
    terminal.type("Mijn woorden.")
    conflict = "Iemand anders schreef hier intussen; uw antwoord is nog niet bewaard. Er staat nu: Hun woorden.\r\n"
    enter = "→ Pas uw antwoord aan, of druk op Enter om het in de plaats te zetten.\r\n"
    terminal.mend(f"{conflict}{enter}", "q")

    assert terminal.finish().code == 0
    assert read_dossier(gevuld).samenwerking.partners["stad"].zoekt == "Hun woorden."


def test_an_answer_is_added_to_what_someone_else_added_to_the_same_list(gevuld: Path) -> None:
    terminal = Terminal("vragen", "--fase", "delen", "--partner", "stad", "--alles", cwd=gevuld, env=PLAIN)
    terminal.wait_for("Wat wil Stad zelf bereiken?")
    rewrite(gevuld, "ambities: [een plek", "ambities: [rust, een plek")
    terminal.type("Groen.")
    terminal.answer("Nog iets?", "q")

    assert terminal.finish().code == 0
    assert "ambities: [rust, een plek voor elk kind, Groen.]\n" in dossier_text(gevuld)


def test_a_file_that_became_unreadable_ends_the_interview_with_the_answer_and_what_was_saved(gevuld: Path) -> None:
    terminal = Terminal("vragen", "--fase", "verkennen", cwd=gevuld, env=PLAIN)
    terminal.answer("Wat zoekt Stad", "Rust.")
    terminal.wait_for("Wat zoekt School")
    rewrite(gevuld, "begeleider:", "begeleider: [")
    terminal.type("Hulp na vier uur.")

    outcome = terminal.finish()
    assert outcome.code == 3
    assert "Niet bewaard, om niet opnieuw te moeten typen: Hulp na vier uur.\n" in outcome.out
    assert "1 antwoord bewaard:\n  - Stad: zoekt\n" in outcome.out
    assert "samenwerking.yaml:" in outcome.out


def test_names_with_a_comma_in_them_can_be_answered_too(gevuld: Path) -> None:
    dossier = read_dossier(gevuld)
    stad = dossier.samenwerking.partners["stad"].naam
    rewrite(gevuld, f"naam: {stad}\n", "naam: Stad, dienst Onderwijs\n")
    samenwerking = read_dossier(gevuld).samenwerking
    vraag = next(vraag for vraag in list_openstaand(samenwerking, "vormgeven", alles=True) if vraag.pad[-1] == "wie")

    for antwoord in ("Stad, dienst Onderwijs; School", "stad, school"):
        gewijzigd = answer_vraag(read_dossier(gevuld), vraag, antwoord, date(2026, 3, 15), proef=True)
        assert {"stad", "school"} <= set(gewijzigd.samenwerking.rollen["coordinator"].wie)
