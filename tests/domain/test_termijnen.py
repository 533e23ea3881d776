"""The days that lie fixed, and the one rule for the next evaluatie."""

from datetime import date

import pytest

from samenwerk.domain.afspraken import Actie, Afspraak
from samenwerk.domain.partners import Mandaat, Partner
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.termijnen import find_termijnen, find_trekkers, next_evaluatie
from samenwerk.domain.tijdlijn import Evaluatie, Stap
from samenwerk.domain.vormgeving import Evaluatiebeleid, Rol

DAG = date(2026, 9, 1)
STAD = Partner(naam="Stad", soort="kern")
WEG = Partner(naam="Club", soort="kern", tot=date(2026, 5, 1))


def actief(**velden: object) -> Samenwerking:
    return Samenwerking(**{"toestand": "actief", "fase": "uitvoeren", **velden})


@pytest.mark.parametrize(
    ("status", "telt"),
    [("", True), ("gepland", True), ("lopend", True), ("klaar", False), ("niet uitgevoerd", False), ("geschrapt", False)],
)
def test_the_day_of_an_actie_counts_while_it_still_has_to_be_done(status: str, telt: bool) -> None:
    samenwerking = actief(acties={"feest": Actie(wat="Een feest.", tegen=DAG, status=status)})
    assert [(termijn.datum, termijn.onderwerp) for termijn in find_termijnen(samenwerking)] == [(DAG, "Een feest")] * telt


@pytest.mark.parametrize(("status", "telt"), [("", True), ("voorstel", True), ("ondertekend", True), ("opgezegd", False)])
def test_the_day_of_an_afspraak_counts_until_it_is_ended(status: str, telt: bool) -> None:
    samenwerking = actief(afspraken={"geld": Afspraak(tekst="De stad\n  betaalt.", herzien_op=DAG, status=status)})
    assert [termijn.onderwerp for termijn in find_termijnen(samenwerking)] == ["De stad betaalt"] * telt


def test_the_mandaat_of_any_partner_has_a_last_day_until_the_partner_leaves() -> None:
    mandaat = Mandaat(geldig_tot=DAG)
    samenwerking = actief(partners={"a": Partner(mandaat=mandaat), "b": Partner(mandaat=mandaat, tot=DAG), "c": Partner()})
    assert [(termijn.wie, termijn.onderwerp) for termijn in find_termijnen(samenwerking)] == [(("a",), "a")]


@pytest.mark.parametrize("toestand", ["slapend", "afgerond", "gestopt", "samengevoegd"])
def test_a_collaboration_that_rests_or_has_ended_keeps_nobody_to_a_date(toestand: str) -> None:
    assert find_termijnen(actief(toestand=toestand, acties={"feest": Actie(tegen=DAG)})) == []


def test_termijnen_come_soonest_first_and_only_those_of_one_partner_when_asked() -> None:
    samenwerking = actief(
        partners={"stad": STAD, "school": Partner(), "club": WEG},
        acties={"laat": Actie(trekker="stad", tegen=date(2027, 1, 1)), "vroeg": Actie(trekker="school", tegen=DAG)},
        afspraken={"geld": Afspraak(partijen=("stad", "club", "stad"), herzien_op=date(2026, 10, 1))},
    )
    assert [termijn.sleutel for termijn in find_termijnen(samenwerking)] == ["vroeg", "geld", "laat"]
    assert [termijn.sleutel for termijn in find_termijnen(samenwerking, "stad")] == ["geld", "laat"]
    assert find_termijnen(samenwerking, "stad")[0].wie == ("stad",)
    assert find_termijnen(samenwerking, "club") == []


@pytest.mark.parametrize(
    ("trekker", "wie"),
    [("stad", ("stad",)), ("gids", ("stad",)), ("club", ()), ("leeg", ()), ("", ()), ("onbekend", ())],
)
def test_a_trekker_stands_for_partners_that_still_take_part(trekker: str, wie: tuple[str, ...]) -> None:
    rollen = {"gids": Rol(wie=("club", "stad")), "leeg": Rol()}
    assert find_trekkers(actief(partners={"stad": STAD, "club": WEG}, rollen=rollen), trekker) == wie


VORIGE = (Evaluatie(datum=date(2026, 6, 16)), Evaluatie(datum=date(2025, 6, 16)), Evaluatie())
BEGIN = (Stap(datum=date(2026, 2, 1), naar="uitvoeren"), Stap(datum=date(2026, 5, 1), naar="delen"))


@pytest.mark.parametrize(
    ("volgende", "ritme", "evaluaties", "verwacht"),
    [
        (date(2026, 12, 15), "6 maanden", VORIGE, date(2026, 12, 15)),
        (None, "6 maanden", VORIGE, date(2026, 12, 16)),
        (None, "6 maanden", (), date(2026, 8, 1)),
        (None, "", VORIGE, None),
        (date(2026, 6, 15), "6 maanden", VORIGE, date(2026, 12, 16)),
        (date(2026, 6, 16), "", VORIGE, None),
        (date(2026, 6, 15), "", (), date(2026, 6, 15)),
    ],
)
def test_the_next_evaluatie_is_the_day_that_was_set_else_the_one_of_the_ritme(
    volgende: date | None, ritme: str, evaluaties: tuple[Evaluatie, ...], verwacht: date | None
) -> None:
    beleid = Evaluatiebeleid(volgende=volgende, ritme=ritme)
    samenwerking = actief(partners={"stad": STAD, "club": WEG}, evaluatiebeleid=beleid, evaluaties=evaluaties, verloop=BEGIN)
    assert next_evaluatie(samenwerking) == verwacht
    assert [(termijn.datum, termijn.wie) for termijn in find_termijnen(samenwerking)] == (
        [(verwacht, ("stad",))] * bool(verwacht)
    )


def test_before_uitvoeren_the_ritme_has_no_day_to_count_from() -> None:
    assert next_evaluatie(actief(evaluatiebeleid=Evaluatiebeleid(ritme="1 jaar"))) is None
