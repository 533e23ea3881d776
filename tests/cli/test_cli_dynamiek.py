"""`samenwerk dynamiek`: how the group learns together, in words that a facilitator can take to a meeting."""

import re
from pathlib import Path

import pytest
from runner import Terminal, dossier_text, rewrite, run, run_process, snapshot

ACTIE = "Een feest op het plein"


@pytest.fixture
def levendig(gevuld: Path) -> Path:
    """The dossier with something to see of each principe; it is 15 March 2026."""
    rewrite(
        gevuld, "    trekker: school\n    tegen: 2026-09-01\n", "    trekker: school\n    met: [stad]\n    tegen: 2026-09-01\n"
    )
    rewrite(
        gevuld,
        "    draagvlak:\n      oordeel: 3\n",
        """\
    draagvlak:
      oordeel: 3
    profiel:
      datum: 2026-03-01
      deelt_ervaring: 4
      waardeert_inbreng: 5
      toelichting: De school vertelde over haar eigen fout.
      eerder:
        - {datum: 2026-02-01, deelt_ervaring: 1, waardeert_inbreng: 3, bereid_tot_verandering: 2}
""",
    )
    rewrite(
        gevuld,
        "\nverloop:\n",
        """\
logboek:
  - {datum: 2026-02-25, soort: waardering, partners: [school], tekst: De school kreeg applaus.}
  - {datum: 2025-01-05, soort: leerwinst, tekst: Kinderen zijn moe op maandag.}
identiteit: {zin: Wij zijn De Brug.}

verloop:
""",
    )
    return gevuld


def test_it_shows_every_principe_the_processes_and_the_attitude_of_each_partner(levendig: Path) -> None:
    outcome = run("dynamiek")

    assert (outcome.code, outcome.err) == (0, "")
    assert (
        outcome.out
        == """\
Brede School De Brug: dynamiek op 15 maart 2026
Stilstaan bij wat lukt en wat we leren, brengt partners dichter bij elkaar.

De vijf principes van verbindend leren
  1. Onderneem gezamenlijke acties: levend
     ■ 1 keer gezien, loopt nu, in de fase Delen
     → “Een feest op het plein”, klaar op 1 september 2026: een actie van School en Stad. Wat hebben die partners nog van elkaar nodig?
  2. Geef taal en aandacht aan leren en veranderen: sluimert
     ■ 1 keer gezien, laatst op 5 januari 2025
     → Houd aan het einde van het overleg tien minuten vrij voor drie vragen: Wat zien we nu anders? Wat doen we nu anders? Wat kunnen we beter?
  3. Werk samen aan een sterke identiteit van het netwerk: sluimert
     ■ 1 keer gezien, zonder datum
     → Waar groeien we samen naartoe, boven de eigen organisatie uit?
  4. Ga bewust om met de diversiteit: nog niet gezien
     → Wie kijkt er anders naar dan de meesten, en staat dat in het dossier?
  5. Waardeer leer- en veranderingscompetenties: levend
     ■■■■■ 5 keer gezien, laatst op 1 maart 2026, in de fase Delen
     → Welke inbreng van Stad verdient een woord van dank?
  Levend: minder dan 6 maanden geleden gezien. Sluimert: langer geleden, of zonder datum.

De twee processen in deze ronde van Delen
  betekenisgeving   0
  interactie        1 ■
  Over betekenisgeving staat in deze ronde nog niets.
  De vraag van deze fase: Gebruiken we dezelfde woorden voor hetzelfde, en herkent elke partner zich in de gedeelde ambitie?
  Per fase, alle rondes samen (betekenisgeving en interactie):
    Verkennen: 0 en 1
    Delen: 0 en 1

De open, lerende houding
Een open, lerende houding houdt een samenwerking levend. Die houding vragen we van elke partner.
  School
    Deelt ervaring         ▁▆ 1, 4
    Waardeert inbreng      ▅█ 3, 5
    Bereid tot verandering ▃· 2, –
    Gevraagd: 1 februari 2026, 1 maart 2026
    Waaraan te merken: De school vertelde over haar eigen fout.
    25 februari 2026: De school kreeg applaus.
  Nog niet gevraagd aan: Stad
  → samenwerk partner wijzig stad --profiel-deelt-ervaring 1-5 --profiel-waardeert-inbreng 1-5 --profiel-bereid-tot-verandering 1-5

→ Bekijk wat voor een principe telt: samenwerk dynamiek --principe 1
"""  # noqa: E501 - a pipe is not wrapped
    )


def test_one_principe_shows_the_source_what_counts_and_everything_that_was_seen(levendig: Path) -> None:
    outcome = run("dynamiek", "--principe", "5")

    assert (outcome.code, outcome.err) == (0, "")
    regels = outcome.out.splitlines()
    assert regels[0] == "Principe 5: Waardeer leer- en veranderingscompetenties"
    assert regels[1].startswith("We maken van leren een gewoonte")
    assert regels[4].startswith("Wat telt: waarderingen in het logboek, partners van wie")
    assert regels[10:] == [
        "  Zonder datum: Inbreng van Stad: een halftijdse coördinator. Opbrengst: zicht op de wijk",
        "    Partner “Stad”",
        "  Zonder datum: Inbreng van School: drie lokalen. Opbrengst: uitgeruste kinderen",
        "    Partner “School”",
        "  1 februari 2026: Gevraagd naar de lerende houding: School",
        "    Partner “School”, profiel",
        "  25 februari 2026: De school kreeg applaus. (School)",
        "    Logboek, nummer 1",
        "  1 maart 2026: Gevraagd naar de lerende houding: School",
        "    Partner “School”, profiel",
    ]


def test_a_done_actie_and_a_project_say_what_their_days_mean(levendig: Path) -> None:
    rewrite(levendig, "    tegen: 2026-09-01\n", "    tegen: 2026-03-01\n    status: klaar\n")

    out = run("dynamiek", "--principe", "1").out

    assert "  klaar op 1 maart 2026: Een feest op het plein (School en Stad)\n    Actie “Een feest op het plein”\n" in out
    assert "  2 maart 2026 tot 30 juni 2027: Huiswerkklas (School en Stad)\n    Project “Huiswerkklas”\n" in out


def test_the_day_it_is_judged_by_can_be_given(levendig: Path) -> None:
    def oordelen(datum: str) -> list[str]:
        return [deel["oordeel"] for deel in run("dynamiek", "--datum", datum, "--json").json["principes"]]

    assert oordelen("2026-03-15") == ["levend", "sluimert", "sluimert", "nog niet gezien", "levend"]
    assert oordelen("2040-01-01") == ["sluimert", "sluimert", "sluimert", "nog niet gezien", "sluimert"]
    assert oordelen("2024-01-01") == ["nog niet gezien", "nog niet gezien", "sluimert", "nog niet gezien", "sluimert"]


def test_as_json_it_gives_the_numbers_and_the_facts(levendig: Path) -> None:
    antwoord = run("dynamiek", "--json").json

    assert [antwoord[naam] for naam in ("schema", "versie", "naam", "peildatum", "ritme")] == [
        *("samenwerk/dynamiek", 1, "Brede School De Brug", "2026-03-15", "6 maanden")
    ]
    assert [(deel["principe"], deel["aantal"], deel["laatst"], deel["fase"]) for deel in antwoord["principes"]] == [
        (1, 1, "2026-03-15", "delen"),
        (2, 1, "2025-01-05", None),
        (3, 1, None, None),
        (4, 0, None, None),
        (5, 5, "2026-03-01", "delen"),
    ]
    assert antwoord["principes"][0]["waarnemingen"] == [
        {
            "datum": "2026-03-02",
            "tot": "2027-06-30",
            "fase": "delen",
            "tekst": "Huiswerkklas",
            "partners": ["school", "stad"],
            "pad": "projecten.huiswerkklas",
        }
    ]
    assert antwoord["processen"] == {
        "fase": "delen",
        "betekenisgeving": 0,
        "interactie": 1,
        "ronde": 1,
        "balans": [
            "Over betekenisgeving staat in deze ronde nog niets.",
            "De vraag van deze fase: Gebruiken we dezelfde woorden voor hetzelfde, en herkent elke partner zich in de gedeelde "
            "ambitie?",
        ],
        "per_fase": [
            {"fase": "opstart", "betekenisgeving": 0, "interactie": 0},
            {"fase": "verkennen", "betekenisgeving": 0, "interactie": 1},
            {"fase": "delen", "betekenisgeving": 0, "interactie": 1},
        ],
    }
    stad, school = antwoord["houdingen"]
    assert stad == {"partner": "stad", "naam": "Stad", "metingen": [], "feiten": []}
    assert [meting["deelt_ervaring"] for meting in school["metingen"]] == [1, 4]
    assert [feit["tekst"] for feit in school["feiten"]] == ["De school kreeg applaus."]
    assert run("dynamiek", "--principe", "3", "--json").json["principes"] == [antwoord["principes"][2]]


def test_scores_without_words_or_facts_are_shown_as_such_and_not_judged(levendig: Path) -> None:
    rewrite(levendig, "      toelichting: De school vertelde over haar eigen fout.\n", "")

    assert "    Geen toelichting bij de laatste scores.\n" in run("dynamiek").out


def test_a_partner_that_was_thanked_is_shown_also_when_it_was_not_asked(levendig: Path) -> None:
    rewrite(levendig, "soort: waardering, partners: [school]", "soort: waardering, partners: [stad]")

    out = run("dynamiek").out

    assert "  Stad\n    25 februari 2026: De school kreeg applaus.\n  School\n" in out
    assert "  Nog niet gevraagd aan: Stad\n" in out


def test_a_partner_that_left_is_not_asked_any_more(levendig: Path) -> None:
    rewrite(levendig, "    naam: Stad\n", "    naam: Stad\n    tot: 2026-03-01\n")

    assert "Nog niet gevraagd" not in run("dynamiek").out
    assert [houding["partner"] for houding in run("dynamiek", "--json").json["houdingen"]] == ["school"]


def test_a_dossier_with_nothing_in_it_gets_five_questions(leeg: Path) -> None:
    out = run("dynamiek").out

    assert out.count(": nog niet gezien\n") == 5
    assert out.count("     → ") == 5
    assert "keer gezien" not in out
    assert "  Er zijn nog geen partners.\n" in out


def test_status_sums_it_up_in_one_line(levendig: Path) -> None:
    regel = "Principes: levend: 1 en 5; sluimert: 2 en 3; nog niet gezien: 4 (meer: samenwerk dynamiek)\n"
    assert regel in run("status", "--alles").out
    assert [deel["oordeel"] for deel in run("status", "--json").json["dynamiek"]] == [
        deel["oordeel"] for deel in run("dynamiek", "--json").json["principes"]
    ]


@pytest.mark.parametrize("wrong", ["0", "6", "vijf", "1.5"])
def test_another_number_is_refused(levendig: Path, wrong: str) -> None:
    outcome = run("dynamiek", "--principe", wrong)

    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith(f"“{wrong}” is geen principe.\n→ Kies uit: 1, 2, 3, 4, 5.")


def test_it_writes_nothing(levendig: Path) -> None:
    before = snapshot(levendig)
    run("dynamiek")
    run("dynamiek", "--principe", "2", "--json")
    assert snapshot(levendig) == before


def test_what_is_at_stake_for_a_person_is_never_shown(levendig: Path) -> None:
    rewrite(levendig, "soort: organisatie}", "soort: individueel}")
    assert "minder klachten" in dossier_text(levendig)

    for words in (("dynamiek",), ("dynamiek", "--json"), *(("dynamiek", "--principe", str(n)) for n in range(1, 6))):
        assert "minder klachten" not in run(*words).out


def test_where_a_sparkline_cannot_be_shown_the_scores_stand_there_themselves(levendig: Path) -> None:
    out = run_process("dynamiek", "--datum", "2026-03-15", cwd=levendig, env={"PYTHONIOENCODING": "cp1252"}).stdout.decode(
        "cp1252"
    )

    assert "    Deelt ervaring         14 1, 4\n" in out
    assert "     ##### 5 keer gezien" in out
    assert "?" not in re.sub(r"[a-zA-Z.]\?", "", out)


def test_a_bar_stays_short_however_much_there_is(levendig: Path) -> None:
    meer = "".join(f"  - {{datum: 2026-03-0{n % 9 + 1}, soort: succes, tekst: Succes {n}.}}\n" for n in range(60))
    rewrite(levendig, "logboek:\n", f"logboek:\n{meer}")

    terminal = Terminal("dynamiek", "--datum", "2026-03-15", cwd=levendig, columns=40)
    lines = [re.sub(r"\x1b\[[0-9;]*m", "", line) for line in terminal.finish().out.splitlines()]

    assert f"     {'■' * 20} 61 keer" in lines
    assert max(len(line) for line in lines if "--profiel" not in line) < 40
