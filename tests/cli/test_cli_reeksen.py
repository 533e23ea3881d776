"""What was noted is put right: an item of a list of what happened is shown, changed and taken away by its number."""

from pathlib import Path
from typing import Any

import pytest
from runner import Terminal, changed_lines, dossier_text, rewrite, run, snapshot

from samenwerk.domain.reeksen import REEKSEN


@pytest.fixture
def genoteerd(gevuld: Path) -> Path:
    """A dossier with an item in every list: three lines, two talks, an evaluation; today is 15 March 2026."""
    run("noteer", "leerwinst", "Eén woord, twee dingen.", "--datum", "2026-02-21")
    run("noteer", "succes", "De poort stond open.")
    run("noteer", "nota", "Borden besteld.", "--datum", "2026-01-12")
    run("gesprek", "De sleutels", "--met", "school")
    run("evalueer", "--zien", "Ouders blijven hangen.", "--besluit", "doorgaan", "--datum", "2026-03-01")
    return gevuld


def test_the_number_in_a_list_is_that_of_every_command_and_of_the_file(genoteerd: Path) -> None:
    assert run("logboek").out.splitlines()[::2] == [
        "3: 12 januari 2026, nota",
        "1: 21 februari 2026, leerwinst, betekenisgeving, principe 2",
        "2: 15 maart 2026, succes, interactie, principe 1",
    ]
    assert run("gesprek", "lijst").out.startswith("gesprek 1: 1 februari 2026\n  kennismaking\n")
    assert run("evalueer", "lijst").out.startswith("evaluatie 1: 1 maart 2026\n")
    assert "stap 3: 20 februari 2026\n  Naar Delen\n" in run("fase", "verloop").out
    assert run("logboek", "toon", "2").out == (
        "Regel 2\n  Datum: 2026-03-15\n  Fase: delen\n  Soort: succes\n  Proces: interactie\n  Principe: 1\n"
        "  Tekst: De poort stond open.\n"
    )
    moment = run("logboek", "--soort", "gesprek", "--json").json["momenten"][1]
    gesprek = run("gesprek", "toon", "2", "--json").json
    assert [gesprek[naam] for naam in ("lijst", "nummer", "over")] == [moment[naam] for naam in ("lijst", "nummer", "tekst")]
    assert run("zet", "gesprekken.2.over", "De sleutel").out.endswith(
        "Er stond: De sleutels\n→ Bekijk wat nog te doen is: samenwerk status\n"
    )


def test_without_a_number_it_is_the_last_one(genoteerd: Path) -> None:
    assert run("gesprek", "toon").out.startswith("Gesprek 2\n")
    assert run("gesprek", "wijzig", "--over", "De sleutel van de poort").out.startswith("Gesprek 2 is gewijzigd.\n")
    assert "over: De sleutel van de poort" in dossier_text(genoteerd)


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        (("logboek", "wijzig", "2", "--tekst", "Poort af."), ["-     tekst: De poort stond open.", "+     tekst: Poort af."]),
        (("logboek", "wijzig", "3", "--soort", "succes", "--fase", "1"), ["-     soort: nota", "+     soort: succes"]),
        (("gesprek", "wijzig", "1", "--met", "ouders"), ["met: [stad, school, ouders]"]),
        (("gesprek", "wijzig", "2", "--leeg", "met", "--met", "stad"), ["met: [stad]"]),
        (("evalueer", "wijzig", "1", "--besluit", "bijstellen"), ["-     besluit: doorgaan", "+     besluit: bijstellen"]),
        (("fase", "wijzig", "2", "--reden", "Iedereen doet mee."), ["reden: Iedereen doet mee."]),
    ],
)  # fmt: skip
def test_what_stands_there_is_changed_and_nothing_else(genoteerd: Path, words: tuple[str, ...], lines: list[str]) -> None:
    before = dossier_text(genoteerd)

    assert run(*words).code == 0

    changed = changed_lines(before, dossier_text(genoteerd))
    assert len(changed) <= 4
    for line in lines:
        assert any(line in each for each in changed), changed


@pytest.mark.parametrize("reeks", REEKSEN, ids=lambda reeks: reeks.commando)
def test_what_is_taken_away_is_shown_and_asked_first_and_then_as_if_it_had_not_been_noted(
    genoteerd: Path, reeks: object
) -> None:
    """Taken away again, the last item leaves the file as it was before it came."""
    ways = {
        "logboek": (("noteer", "nota", "Te veel."), "Tekst: Te veel.\n"),
        "gesprekken": (("gesprek", "Te veel.", "--met", "stad"), "Over: Te veel.\n"),
        "evaluaties": (("evalueer", "--zien", "Te veel.", "--besluit", "doorgaan"), "Wat zien we nu anders? Te veel.\n"),
        "verloop": (("fase", "volgende"), "Naar: overeenkomen\n"),
    }
    before = dossier_text(genoteerd)
    words, shown = ways[reeks.veld]  # type: ignore[attr-defined]
    command = (reeks.commando, "weg")  # type: ignore[attr-defined]
    assert run(*words).code == 0
    noted = snapshot(genoteerd)

    refused = run(*command)
    assert (refused.code, refused.err) == (4, "Zeg of dit weg mag.\n→ Voeg --ja toe, of --proef om te kijken.\n")
    assert shown in run(*command, "--proef").out
    assert snapshot(genoteerd) == noted
    assert run(*command, "--ja").code == 0
    assert dossier_text(genoteerd) == before


def test_with_another_day_goes_the_fase_of_that_day_unless_another_was_said(genoteerd: Path) -> None:
    run("noteer", "nota", "Die ochtend.", "--datum", "2026-02-20", "--fase", "verkennen")

    for nummer, fase in (("2", "opstart"), ("4", "verkennen")):
        assert run("logboek", "wijzig", nummer, "--datum", "2026-01-20").code == 0
        assert run("logboek", "toon", nummer, "--json").json["fase"] == fase
    run("logboek", "wijzig", "2", "--datum", "2026-01-01")
    assert run("logboek", "toon", "2", "--json").json["fase"] is None


def test_on_a_terminal_no_answer_or_no_leaves_all_as_it_was(genoteerd: Path) -> None:
    before = snapshot(genoteerd)
    terminal = Terminal("gesprek", "weg", "1", cwd=genoteerd)

    shown = terminal.answer("Weghalen? (j/n) [n]", "")

    assert "Over: kennismaking\n" in shown
    assert "In het logboek komt een nota dat dit rechtgezet is.\n" in shown
    assert terminal.finish().out.endswith("Er is niets weggehaald.\n")
    assert snapshot(genoteerd) == before


def test_on_a_terminal_what_stands_there_is_mended_and_enter_keeps_it(genoteerd: Path) -> None:
    terminal = Terminal("evalueer", "wijzig", cwd=genoteerd, env={"TERM": "xterm", "NO_COLOR": "1"})
    terminal.answer("Wat zien we nu anders?", "\x1b[F en komen terug")  # End: then it is mended and not replaced
    shown = terminal.answer("Wat doen we nu anders?", "")
    terminal.answer("Wat kunnen we beter?", "Vroeger beginnen")

    assert terminal.finish().code == 0
    assert "Er stond: Ouders blijven hangen.\n" in shown, "who typed over it by accident can still read it"
    evaluatie = run("evalueer", "toon", "--json").json
    assert evaluatie["wat_zien_we_anders"] == "Ouders blijven hangen. en komen terug"
    assert (evaluatie["wat_doen_we_anders"], evaluatie["wat_kan_beter"]) == (None, "Vroeger beginnen")


def test_of_an_earlier_day_a_line_in_the_logboek_says_what_was_taken_away_and_not_what_it_said(genoteerd: Path) -> None:
    run("gesprek", "weg", "1", "--ja")
    run("logboek", "weg", "1", "--ja", "--reden", "Het stond er twee keer.")

    assert [moment["tekst"] for moment in run("logboek", "--van", "2026-03-15", "--json").json["momenten"]] == [
        "De poort stond open.",
        "Rechtgezet: het gesprek van 1 februari 2026 is weggehaald.",
        "Rechtgezet: een leerwinst van 21 februari 2026 is weggehaald. Reden: Het stond er twee keer.",
    ]
    assert "kennismaking" not in dossier_text(genoteerd)
    assert run("controleer", "--json").json["bevindingen"] == []


def test_of_the_notes_beside_the_dossier_no_word_is_shown_and_nothing_is_told_in_the_dossier(genoteerd: Path) -> None:
    run("noteer", "spanning", "De directeur wil weg.", "--vertrouwelijk", "--datum", "2026-03-01")
    before = dossier_text(genoteerd)

    outcome = run("logboek", "weg", "1", "--vertrouwelijk", "--ja")

    assert outcome.out.startswith("Regel 1\n  Een spanning van 1 maart 2026, in vertrouwelijk.yaml.\nRegel 1 is weggehaald.\n")
    assert "directeur" not in (genoteerd / "vertrouwelijk.yaml").read_text(encoding="utf-8")
    assert dossier_text(genoteerd) == before


def test_what_was_emptied_by_hand_and_what_belongs_nowhere_gets_an_advice_that_works(genoteerd: Path) -> None:
    rewrite(genoteerd, "    tekst: De poort stond open.\n", "    tekst:\n")
    rewrite(genoteerd, "over: kennismaking", "fase: uitvoeren, over: ''")

    bevindingen = run("controleer", "--json").json["bevindingen"]

    assert [(bevinding["pad"], bevinding["ernst"], bevinding["oplossing"]) for bevinding in bevindingen] == [
        (
            "gesprekken.1",
            "advies",
            "Vul het aan met: samenwerk gesprek wijzig 1 …, of haal het weg met: samenwerk gesprek weg 1",
        ),
        ("gesprekken.1.fase", "advies", 'samenwerk gesprek wijzig 1 --fase "opstart|verkennen|delen"'),
        (
            "logboek.2",
            "advies",
            "Vul het aan met: samenwerk logboek wijzig 2 …, of haal ze weg met: samenwerk logboek weg 2",
        ),
    ]
    assert run("dynamiek", "--json").json["processen"]["interactie"] == 1, (
        "the talk of today; a line without words is no succes"
    )


# A step


def test_a_step_that_is_taken_back_takes_along_what_was_noted_since_and_there_is_no_second_ronde(gevuld: Path) -> None:
    run("fase", "volgende")
    run("noteer", "nota", "Na de stap.")
    run("gesprek", "Na de stap.", "--met", "stad")
    run("noteer", "nota", "Onder ons.", "--vertrouwelijk")

    outcome = run("fase", "weg", "--ja")

    assert outcome.out.endswith(
        "Stap 4 is weggehaald.\n→ Bekijk wat er nog staat: samenwerk logboek --alles\n"
        "De groep staat dan weer in fase 2 Delen, ronde 1.\n"
        "Wat sindsdien in Overeenkomen genoteerd is, hoort dan bij Delen (2).\n"
    )
    assert "Fase 2 Delen, ronde 1" in run("status").out
    momenten = run("logboek", "--alles", "--van", "2026-03-15", "--json").json["momenten"]
    assert [moment["fase"] for moment in momenten] == ["delen", "delen"]
    assert [moment["fase"] for moment in run("logboek", "--intern", "--json").json["momenten"]] == ["delen", "delen"]
    assert run("controleer").code == 0


def test_only_the_last_step_goes_and_never_the_first(leeg: Path) -> None:
    assert run("fase", "weg", "--ja").err == "De eerste stap kan niet weg: daarmee begon het dossier.\n"
    run("fase", "volgende", "--ondanks", "haast")
    assert run("fase", "weg", "1", "--ja").err.startswith(
        "Alleen de laatste stap kan weg; op de andere steunt wat erna kwam.\n"
    )


def test_a_step_on_which_a_version_or_the_end_rests_stays(gevuld: Path) -> None:
    run("vaststellen", "intentieverklaring")

    outcome = run("fase", "weg", "--ja")

    assert outcome.code == 1
    assert "Versie 1 van de intentieverklaring is in deze ronde vastgesteld." in outcome.err
    run("afsluiten", "--als", "slapend")
    assert "alleen van een actieve kan een stap weg" in run("fase", "weg", "--ja").err


def test_a_wrong_end_is_taken_back_with_the_line_that_says_so(gevuld: Path) -> None:
    run("afsluiten", "--als", "afgerond")

    assert run("logboek", "weg", "--ja").out.endswith("De samenwerking is dan weer actief.\n")
    assert run("fase", "volgende").code == 0
    assert run("logboek", "--json").json["momenten"] == []
    run("afsluiten", "--als", "slapend")
    run("heropen")
    assert "alleen de laatste daarvan kan weg" in run("logboek", "weg", "1", "--ja").err


def test_the_help_tells_more_of_each_kind_in_the_plural() -> None:
    for command, told in (
        ("gesprek", "Toon alle gesprekken,"),
        ("evalueer", "Toon alle evaluaties,"),
        ("fase", "Toon alle stappen,"),
    ):
        assert told in run(command, "--help").out


# What it refuses

HEEL = "Noem er één: gesprekken.1.datum. Verwijder alles: samenwerk gesprek weg 1"


@pytest.mark.parametrize(
    ("words", "code", "err"),
    [
        (("logboek", "weg"), 1, "Er staat nog geen regel in het dossier.\n"),
        (("gesprek", "weg", "2"), 2, "“2” is geen nummer van een gesprek.\n→ Er is er één, met nummer 1.\n"),
        (("gesprek", "toon", "poort"), 2, "“poort” is geen nummer van een gesprek.\n→ Er is er één, met nummer 1.\n"),
        (("fase", "weg", "0"), 2, "“0” is geen nummer van een stap.\n→ De nummers gaan van 1 tot 3.\n"),
        (("gesprek", "wijzig", "1"), 2, "Zeg wat er aan het gesprek verandert.\n→ Bekijk wat u kunt wijzigen: "),
        (("gesprek", "wijzig", "1", "--leeg", "wie"), 2, "Een gesprek heeft geen veld “wie”.\n"),
        (("gesprek", "wijzig", "1", "--fase", "uitvoeren"), 1, "De groep was nog niet in de fase Uitvoeren en vernieuwen;"),
        (("fase", "wijzig", "2", "--datum", "2026-03-01"), 1, "Zo zou het dossier niet meer kloppen;"),
        (("zet", "gesprekken.1", ""), 2, f"“gesprekken.1” bestaat uit meer dan één gegeven.\n→ {HEEL}\n"),
    ],
)  # fmt: skip
def test_it_says_why_not_and_what_to_do(gevuld: Path, words: tuple[str, ...], code: int, err: str) -> None:
    before = snapshot(gevuld)

    outcome = run(*words)

    assert (outcome.code, outcome.out) == (code, "")
    assert outcome.err.startswith(err)
    assert snapshot(gevuld) == before


def test_a_number_that_became_that_of_another_is_not_taken_away(genoteerd: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from samenwerk.storage.record_file import save_files

    def save_first(*args: Any, **options: Any) -> None:
        rewrite(genoteerd, "gesprekken:\n", "gesprekken:\n  - {datum: 2026-01-30, met: [stad], over: vooraf}\n")
        save_files(*args, **options)

    monkeypatch.setattr("samenwerk.workflows.changes.save_files", save_first)

    assert run("gesprek", "weg", "2", "--ja").code == 5
    assert "De sleutels" in dossier_text(genoteerd)
