"""What each soort of the logbook is about, and what is found back in it."""

from datetime import date

import pytest
from cases import for_each

from samenwerk.domain.dynamiek import PRINCIPES
from samenwerk.domain.logboek import DUIDINGEN, Moment, Selectie, list_momenten, select_momenten
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.tijdlijn import LOGBOEKSOORTEN, PROCES_IDS, Evaluatie, Gesprek, Logboekregel, Stap

SAMENWERKING = Samenwerking(
    verloop=(
        Stap(datum=date(2026, 1, 10), naar="opstart"),
        Stap(datum=date(2026, 2, 1), naar="verkennen", reden="Iedereen doet mee."),
        Stap(datum=date(2026, 3, 1), naar="opstart"),
    ),
    logboek=(
        Logboekregel(datum=date(2026, 2, 10), soort="succes", proces="interactie", principe=1, partners=("stad",), tekst="b"),
        Logboekregel(datum=date(2026, 1, 5), soort="nota", tekst="a"),
        Logboekregel(soort="leerwinst", proces="betekenisgeving", principe=2, partners=("school", "stad"), tekst="d"),
        Logboekregel(datum=date(2026, 3, 1), soort="spanning", proces="interactie", principe=4, partners=("bib",), tekst="c"),
    ),
    gesprekken=(Gesprek(datum=date(2026, 2, 1), met=("bib",), over="kennismaking"),),
    evaluaties=(
        Evaluatie(datum=date(2026, 2, 20), wat_kan_beter="Trager.", antwoorden={"Wie niet?": "De buren."}, besluit="doorgaan"),
        Evaluatie(datum=date(2026, 2, 28), besluit="teruggaan", naar="opstart"),
        Evaluatie(datum=date(2026, 3, 2)),
    ),
)


def texts(momenten: list[Moment]) -> str:
    return " ".join(moment.tekst for moment in momenten)


def test_every_soort_has_one_duiding_with_a_proces_and_principe_that_exist() -> None:
    assert tuple(duiding.soort for duiding in DUIDINGEN) == LOGBOEKSOORTEN
    for duiding in DUIDINGEN:
        assert duiding.proces in ("", *PROCES_IDS)
        assert duiding.principe in (0, *(principe.nummer for principe in PRINCIPES))
        assert bool(duiding.omdat) == bool(duiding.proces or duiding.principe)


def test_the_logbook_is_read_in_the_order_of_time_whatever_the_order_of_the_file_and_undated_last() -> None:
    assert texts(list_momenten(SAMENWERKING)) == "a b c d"
    assert [moment.nummer for moment in list_momenten(SAMENWERKING)] == [2, 1, 4, 3]


def test_with_everything_conversations_evaluations_and_steps_stand_between() -> None:
    assert [(moment.soort, moment.tekst) for moment in list_momenten(SAMENWERKING, alles=True)] == [
        ("nota", "a"),
        ("stap", "Begonnen in Opstart"),
        ("gesprek", "kennismaking"),
        ("stap", "Naar Verkennen: Iedereen doet mee."),
        ("succes", "b"),
        ("evaluatie", "Wat kunnen we beter? Trager.\nWie niet? De buren.\nBesluit: doorgaan."),
        ("evaluatie", "Besluit: teruggaan (naar Opstart)."),
        ("spanning", "c"),
        ("stap", "Terug naar Opstart"),
        ("evaluatie", "Nog geen besluit."),
        ("leerwinst", "d"),
    ]


@for_each(
    [
        (Selectie(), "a b c d"),
        (Selectie(soorten=("succes", "leerwinst")), "b d"),
        (Selectie(proces="interactie"), "b c"),
        (Selectie(principe=2), "d"),
        (Selectie(partners=("stad", "bib")), "b c d"),
        (Selectie(fase="opstart"), "c"),
        (Selectie(fase="verkennen"), "b"),
        (Selectie(van=date(2026, 2, 10)), "b c"),
        (Selectie(tot=date(2026, 2, 10)), "a b"),
        (Selectie(van=date(2026, 1, 6), tot=date(2026, 2, 28)), "b"),
        (Selectie(proces="interactie", partners=("stad",)), "b"),
    ]
)
def test_a_selection_lets_through_what_fits_all_of_it(selectie: Selectie, gevonden: str) -> None:
    assert texts(select_momenten(list_momenten(SAMENWERKING), selectie)) == gevonden


@pytest.mark.parametrize(
    ("dag", "fase"),
    [
        (date(2026, 1, 9), ""),
        (date(2026, 1, 10), "opstart"),
        (date(2026, 1, 31), "opstart"),
        (date(2026, 2, 1), "verkennen"),
        (date(2026, 2, 28), "verkennen"),
        (date(2027, 1, 1), "opstart"),
    ],
)
def test_on_the_day_of_a_step_the_group_stands_where_it_went(dag: date, fase: str) -> None:
    assert SAMENWERKING.fase_op(dag) == fase
