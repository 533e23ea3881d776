"""Days as people write and say them."""

from contextlib import suppress
from datetime import date

import pytest
from cases import for_each
from hypothesis import given, settings
from hypothesis import strategies as st

from samenwerk.domain.dagwoorden import read_dag
from samenwerk.domain.datums import show_datum
from samenwerk.errors import WrongUsageError

WOENSDAG = date(2026, 3, 11)
GEEN_DATUM = "“{}” is geen datum."


@for_each(
    (each,)
    for each in [
        *("2026-03-12", "2026-3-12", "2026/03/12", "2026.3.12", "12/03/2026", "12-3-2026", "12.03.2026", "12 3 2026"),
        *("12 / 03 / 2026", "12/3/26", "12 maart 2026", " 12  Maart 2026 ", "12-mrt-2026", "12 mrt. 2026", "12 maa 2026"),
        *("donderdag 12 maart 2026", "do, 12/3/2026"),
    ]
)
def test_a_day_is_read_as_belgians_and_dutch_write_it_on_whatever_day(tekst: str) -> None:
    assert read_dag(tekst) == date(2026, 3, 12)


@for_each(
    [
        *(("vandaag", date(2026, 3, 11)), ("Morgen", date(2026, 3, 12)), ("overmorgen", date(2026, 3, 13))),
        *(("gisteren", date(2026, 3, 10)), ("EERGISTEREN", date(2026, 3, 9))),
        *(
            ("volgende vrijdag", date(2026, 3, 13)),
            ("komende woensdag", date(2026, 3, 18)),
            ("aanstaande ma", date(2026, 3, 16)),
        ),
        *(("vorige vrijdag", date(2026, 3, 6)), ("afgelopen woensdag", date(2026, 3, 4))),
        *(("volgende week vrijdag", date(2026, 3, 20)), ("vrijdag volgende week", date(2026, 3, 20))),
        *(("vorige week zondag", date(2026, 3, 8)), ("11 maart", date(2026, 3, 11))),
    ]
)
def test_a_day_is_told_by_where_it_lies_from_today(tekst: str, dag: date) -> None:
    for plant in (True, False, None):
        assert read_dag(tekst, WOENSDAG, plant=plant) == dag
    with pytest.raises(WrongUsageError, match="geen datum"):
        read_dag(tekst)  # what changes with the day is never read of a file


@pytest.mark.parametrize(
    ("tekst", "voorbij", "komend"),
    [
        ("vrijdag", date(2026, 3, 6), date(2026, 3, 13)),
        ("12 mrt", date(2025, 3, 12), date(2026, 3, 12)),
        ("10/3", date(2026, 3, 10), date(2027, 3, 10)),
        ("29 februari", date(2024, 2, 29), date(2028, 2, 29)),
    ],
)
def test_a_day_that_comes_again_is_the_nearest_on_the_side_that_is_asked_for(tekst: str, voorbij: date, komend: date) -> None:
    assert read_dag(tekst, WOENSDAG, plant=False) == voorbij
    assert read_dag(tekst, WOENSDAG, plant=True) == komend
    with pytest.raises(WrongUsageError) as refused:
        read_dag(tekst, WOENSDAG)
    assert refused.value.melding == f"“{tekst}” kan meer dan één dag zijn."
    assert refused.value.oplossing == f"Zeg welke: {show_datum(voorbij)} of {show_datum(komend)}."


def test_the_day_of_the_week_that_is_today_is_not_taken_for_another() -> None:
    with pytest.raises(WrongUsageError) as refused:
        read_dag("woensdag", WOENSDAG, plant=True)
    assert refused.value.oplossing == "Zeg welke: 11 maart 2026 of 18 maart 2026."


@for_each(
    [
        ("2026-02-30", "“2026-02-30” bestaat niet: februari 2026 heeft 28 dagen."),
        ("31 april 2026", "“31 april 2026” bestaat niet: april 2026 heeft 30 dagen."),
        ("29/2/1900", "“29/2/1900” bestaat niet: februari 1900 heeft 28 dagen."),
        ("30 februari", "“30 februari” bestaat niet: februari heeft hoogstens 29 dagen."),
        ("02/20/2026", "“02/20/2026” bestaat niet: er is geen maand 20."),
        ("0/1/2026", "“0/1/2026” bestaat niet: januari 2026 heeft 31 dagen."),
        ("0000-01-01", "“0000-01-01” bestaat niet: er is geen jaar 0."),
        ("vrijdag 12 maart 2026", "“vrijdag 12 maart 2026” klopt niet."),
        *(("", GEEN_DATUM), ("nee", GEEN_DATUM), ("2026", GEEN_DATUM), ("eind mei 2026", GEEN_DATUM), ("20260220", GEEN_DATUM)),
        *(("20 februarie 2026", GEEN_DATUM), ("iets 12 maart 2026", GEEN_DATUM), ("2026-02-20T10:00", GEEN_DATUM)),
        *(("１２/３/２０２６", GEEN_DATUM), ("v", GEEN_DATUM), ("volgende maand", GEEN_DATUM), ("12 m", GEEN_DATUM)),
    ]
)
def test_what_is_no_day_is_refused_with_the_reason(tekst: str, melding: str) -> None:
    with pytest.raises(WrongUsageError) as refused:
        read_dag(tekst, WOENSDAG)
    assert refused.value.melding == melding.format(tekst)


@given(st.dates(min_value=date(1000, 1, 1)), st.dates(min_value=date(1900, 1, 1)))
@settings(derandomize=True, deadline=None, max_examples=30)
def test_what_is_said_of_a_day_is_read_as_that_day(dag: date, vandaag: date) -> None:
    assert read_dag(show_datum(dag), vandaag) == read_dag(dag.isoformat()) == dag
    assert read_dag(f"{dag.day}/{dag.month}/{dag.year}") == dag


@given(st.text())
@settings(derandomize=True, deadline=None, max_examples=30)
def test_no_text_breaks_the_reading_of_a_day(tekst: str) -> None:
    with suppress(WrongUsageError):
        assert read_dag(tekst, WOENSDAG)
