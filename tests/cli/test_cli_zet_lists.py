"""`samenwerk zet` on lists, and on what keeps its former values."""

from datetime import date
from pathlib import Path

import pytest
from runner import changed_lines, dossier_text, run, snapshot


@pytest.mark.parametrize(
    ("veld", "waarde", "lines", "melding"),
    [
        (
            "partners.school.ambities",
            "een open speelplaats",
            ["+     - een open speelplaats"],
            "Aangevuld: Partner “School”, ambities. Er stond al: rust na vier uur",
        ),
        ("uitgangspunten", "Elk kind telt", ["+ uitgangspunten:", "+   - Elk kind telt"], "Ingevuld: Uitgangspunten."),
        (
            "partners.school.ambities.1",
            "rust na vijf uur",
            ["-     - rust na vier uur", "+     - rust na vijf uur"],
            "Gewijzigd: Partner “School”, ambities, nummer 1. Er stond: rust na vier uur",
        ),
        (
            "partners.school.belangen",
            "collectief: rust in de wijk",
            ["+     - wat: rust in de wijk", "+       soort: collectief"],
            "Aangevuld: Partner “School”, belangen. Er stond al: kinderen die op tijd eten",
        ),
        (
            "partners.school.belangen",
            "let op: druk",
            ["+     - wat: 'let op: druk'"],
            "Aangevuld: Partner “School”, belangen. Er stond al: kinderen die op tijd eten",
        ),
        (
            "afbakening.wel.1",
            "",
            [
                "- afbakening: {wel: [vrije tijd], niet: [leerplicht]}   # kort gehouden",
                "+ afbakening: {wel: [], niet: [leerplicht]}   # kort gehouden",
            ],
            "Leeggemaakt: Afbakening, wel, nummer 1. Er stond: vrije tijd",
        ),
    ],
)
def test_a_list_gets_what_is_given_and_keeps_what_it_had(
    gevuld: Path, veld: str, waarde: str, lines: list[str], melding: str
) -> None:
    before = dossier_text(gevuld)

    outcome = run("zet", veld, waarde)

    assert (outcome.code, outcome.err, outcome.out.splitlines()[0]) == (0, "", melding)
    assert changed_lines(before, dossier_text(gevuld)) == lines
    assert run("controleer").code == 0


def test_a_list_that_is_emptied_says_what_it_held(gevuld: Path) -> None:
    outcome = run("zet", "partners.school.ambities", "")

    assert outcome.out.splitlines()[0] == "Leeggemaakt: Partner “School”, ambities. Er stond: rust na vier uur"
    assert "rust na vier uur" not in dossier_text(gevuld)


def test_what_stands_in_the_list_already_is_not_added_again(gevuld: Path) -> None:
    before = snapshot(gevuld)

    outcome = run("zet", "partners.school.ambities", "rust na vier uur")

    assert outcome.out.splitlines()[0] == "Dit stond er al zo: Partner “School”, ambities. Er is niets veranderd."
    assert snapshot(gevuld) == before


def test_several_keys_may_be_given_at_once_and_each_wrong_one_is_named(gevuld: Path) -> None:
    assert run("zet", "acties.buurtfeest.met", "stad, school").code == 0
    assert run("zet", "acties.buurtfeest.met", "", "--json").json["was"] == "stad; school"

    outcome = run("zet", "acties.buurtfeest.met", "stat,schol")

    assert outcome.code == 2
    assert "“stat” en “schol” staan niet bij de partners, stakeholders of rollen." in outcome.err
    assert "Bedoelde u “stad”?" in outcome.err


def test_a_profile_that_is_asked_again_keeps_the_earlier_score_with_its_day(
    gevuld: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("zet", "partners.school.profiel.deelt_ervaring", "2")
    run("zet", "partners.school.profiel.toelichting", "nog wat stil")
    first = dossier_text(gevuld)
    assert "profiel:\n      datum: 2026-03-15\n      deelt_ervaring: 2\n      toelichting: nog wat stil\n" in first

    monkeypatch.setattr("samenwerk.storage.clock.today", lambda: date(2026, 9, 1))
    run("zet", "partners.school.profiel.deelt_ervaring", "4")

    assert """\
    profiel:
      datum: 2026-09-01
      deelt_ervaring: 4
      eerder:
        - datum: 2026-03-15
          deelt_ervaring: 2
          toelichting: nog wat stil
""" in dossier_text(gevuld)
    assert run("controleer").code == 0
