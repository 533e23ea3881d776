"""The days that lie fixed, and the one rule for the next evaluatie."""

from collections.abc import Iterator
from datetime import date

import pytest

from samenwerk.domain.afspraken import Actie, Afspraak, Looptijd
from samenwerk.domain.opvolging import find_opvolgpunten
from samenwerk.domain.partners import Mandaat, Partner
from samenwerk.domain.record import DATUM, DEEL, RECORDS, Record, Veld
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.termijnen import TERMIJNSOORTEN, find_termijnen, find_trekkers, list_termijnen, next_evaluatie
from samenwerk.domain.tijdlijn import Evaluatie, Stap
from samenwerk.domain.vormgeving import Evaluatiebeleid, Project, Rol

DAG = date(2026, 9, 1)
STAD = Partner(naam="Stad", soort="kern")
WEG = Partner(naam="Club", soort="kern", tot=date(2026, 5, 1))


def actief(**velden: object) -> Samenwerking:
    return Samenwerking(**{"toestand": "actief", "fase": "uitvoeren", **velden})


def each_day(record: type[Record], pad: str = "") -> Iterator[tuple[str, Veld, Record]]:
    """Every field of the schema that holds a day, with a record in which only that field is filled."""
    for naam, veld in record.velden.items():
        if veld.soort == DATUM:
            yield f"{pad}{naam}", veld, record(**{naam: DAG})
        elif veld.record is not None:
            for inner, inner_veld, filled in each_day(veld.record, f"{pad}{naam}."):
                around: object = filled if veld.soort == DEEL else {"sleutel": filled} if veld.soort == RECORDS else (filled,)
                yield inner, inner_veld, record(**{naam: around})


def test_every_field_that_plans_a_day_is_in_the_register_and_what_tells_of_the_past_is_no_day_to_come() -> None:
    plant: set[str] = set()
    vertelt: set[str] = set()
    for pad, veld, samenwerking in each_day(Samenwerking):
        assert isinstance(samenwerking, Samenwerking)
        (plant if veld.plant else vertelt).add(pad)
        assert [termijn.datum for termijn in list_termijnen(samenwerking)] == [DAG] * veld.plant, pad

    assert len(plant) == len(TERMIJNSOORTEN)
    assert {"looptijd.tot", "projecten.einde", "afspraken.ingang", "partners.mandaat.geldig_tot"} < plant
    assert {"verloop.datum", "knopen.sinds", "documenten.versies.instemming.eerder.datum"} < vertelt


def test_every_day_of_the_register_is_followed_up_before_it_and_after_it_unless_something_only_began() -> None:
    for _, veld, planned in each_day(Samenwerking):
        if veld.plant:
            samenwerking = planned.replace(toestand="actief", fase="verkennen")
            assert isinstance(samenwerking, Samenwerking)
            (termijn,) = find_termijnen(samenwerking)
            for peildatum, wordt_gevolgd in ((DAG, True), (date(2026, 9, 2), not TERMIJNSOORTEN[termijn.soort].begint)):
                punten = [punt.soort for punt in find_opvolgpunten(samenwerking, peildatum) if punt.pad == termijn.pad]
                assert punten == [termijn.soort] * wordt_gevolgd


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


def test_the_looptijd_is_of_all_kernpartners_and_a_project_of_its_trekker_and_partners() -> None:
    samenwerking = actief(
        naam="De Brug",
        partners={"stad": STAD, "club": WEG, "school": Partner(naam="School")},
        looptijd=Looptijd(van=DAG, tot=date(2027, 8, 31)),
        projecten={"klas": Project(titel="Huiswerkklas.", trekker="gids", partners={"stad": "geld", "club": ""}, start=DAG)},
        rollen={"gids": Rol(wie=("school",))},
    )
    assert [(termijn.soort, termijn.onderwerp, termijn.wie) for termijn in find_termijnen(samenwerking)] == [
        ("looptijd_van", "De Brug", ("stad",)),
        ("project_start", "Huiswerkklas", ("school", "stad")),
        ("looptijd_tot", "De Brug", ("stad",)),
    ]


@pytest.mark.parametrize(("dag", "telt"), [(date(2026, 8, 31), True), (DAG, False), (date(2026, 9, 2), False)])
def test_the_end_of_a_project_is_behind_the_partners_once_they_looked_back_after_it(dag: date, telt: bool) -> None:
    project = Project(titel="Huiswerkklas", start=date(2026, 1, 1), einde=DAG)
    samenwerking = actief(projecten={"klas": project}, evaluaties=(Evaluatie(datum=dag),))
    soorten = {termijn.soort for termijn in find_termijnen(samenwerking)}
    assert soorten == ({"project_start", "project_einde"} if telt else set())


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
