"""Dates and rhythms: what is read, what is not, and the edges of the calendar."""

from datetime import date, timedelta

import pytest
from cases import for_each
from hypothesis import given, settings
from hypothesis import strategies as st

from samenwerk.domain.datums import Ritme, describe_ritme, parse_datum, parse_ritme, show_datum

EENHEDEN = ("dagen", "weken", "maanden", "jaar")
stable = settings(derandomize=True, deadline=None)


@for_each(
    [
        ("2026-02-20", date(2026, 2, 20)),
        ("2028-02-29", date(2028, 2, 29)),
        ("0001-01-01", date(1, 1, 1)),
        ("9999-12-31", date(9999, 12, 31)),
        *((tekst, None) for tekst in ("", "2026-02-30", "2027-02-29", "2026-13-01", "0000-01-01", "2026-00-10", "nee")),
        *((tekst, None) for tekst in ("20260220", "2026-W08-5", "2026-2-20", " 2026-02-20", "2026-02-20\n", "２026-02-20")),
        *((tekst, None) for tekst in ("20-02-2026", "2026-02-20T10:00", "+2026-02-20")),
    ]
)
def test_only_an_iso_date_that_exists_is_read(tekst: str, dag: date | None) -> None:
    assert parse_datum(tekst) == dag


@pytest.mark.parametrize(
    ("dag", "tekst"),
    [(date(2026, 2, 20), "20 februari 2026"), (date(2026, 8, 1), "1 augustus 2026"), (date(5, 3, 9), "9 maart 5")],
)
def test_a_date_is_shown_as_a_dutch_reader_expects(dag: date, tekst: str) -> None:
    assert show_datum(dag) == tekst


@stable
@given(st.dates())
def test_every_date_is_read_back_as_it_was_written(dag: date) -> None:
    assert parse_datum(dag.isoformat()) == dag


@stable
@given(st.text())
def test_no_text_breaks_the_reading_of_dates_and_rhythms(tekst: str) -> None:
    dag = parse_datum(tekst)
    assert dag is None or dag.isoformat() == tekst
    assert parse_ritme(tekst) is None or any(teken.isdigit() for teken in tekst)


@for_each(
    [
        ("6 maanden", Ritme(6, "maanden")),
        ("1 maand", Ritme(1, "maanden")),
        ("1 dag", Ritme(1, "dagen")),
        ("2 Weken", Ritme(2, "weken")),
        (" 1  jaar ", Ritme(1, "jaar")),
        ("3 jaren", Ritme(3, "jaar")),
        ("9999 dagen", Ritme(9999, "dagen")),
        *((tekst, None) for tekst in ("", "6", "maanden", "0 maanden", "-1 maand", "zes maanden", "6maanden", "10000 dagen")),
        *((tekst, None) for tekst in ("6 months", "1,5 jaar", "6 maanden.", "om de 6 maanden", "06 maanden")),
    ]
)
def test_a_rhythm_is_a_number_and_dagen_weken_maanden_or_jaar(tekst: str, ritme: Ritme | None) -> None:
    assert parse_ritme(tekst) == ritme


@for_each(
    [
        (date(2026, 8, 31), Ritme(6, "maanden"), date(2027, 2, 28)),
        (date(2027, 8, 31), Ritme(6, "maanden"), date(2028, 2, 29)),
        (date(2026, 12, 15), Ritme(1, "maanden"), date(2027, 1, 15)),
        (date(2026, 1, 31), Ritme(13, "maanden"), date(2027, 2, 28)),
        (date(2028, 2, 29), Ritme(1, "jaar"), date(2029, 2, 28)),
        (date(2028, 2, 29), Ritme(4, "jaar"), date(2032, 2, 29)),
        (date(2026, 12, 28), Ritme(1, "weken"), date(2027, 1, 4)),
        (date(2028, 2, 28), Ritme(1, "dagen"), date(2028, 2, 29)),
        (date(9999, 12, 31), Ritme(1, "dagen"), date.max),
        (date(9999, 12, 1), Ritme(1, "maanden"), date.max),
        (date(9999, 11, 30), Ritme(1, "maanden"), date(9999, 12, 30)),
        (date(2026, 1, 1), Ritme(9999, "jaar"), date.max),
    ]
)
def test_one_rhythm_later_is_the_same_day_or_the_last_of_a_shorter_month(dag: date, ritme: Ritme, volgende: date) -> None:
    assert ritme.next_after(dag) == volgende


@stable
@given(st.dates(), st.integers(1, 9999), st.sampled_from(EENHEDEN))
def test_a_rhythm_never_goes_back_and_never_leaves_the_calendar(dag: date, aantal: int, eenheid: str) -> None:
    volgende = Ritme(aantal, eenheid).next_after(dag)
    assert dag < volgende or dag == volgende == date.max
    assert Ritme(aantal, eenheid).next_after(dag - timedelta(days=1 if dag > date.min else 0)) <= volgende
    if eenheid in ("maanden", "jaar") and volgende != date.max:
        assert volgende.day == dag.day or (volgende + timedelta(days=1)).day == 1


@pytest.mark.parametrize(
    ("ritme", "gezegd"),
    [
        ("6 maanden", "om de 6 maanden"),
        ("1 jaar", "elk jaar"),
        ("1 maand", "elke maand"),
        ("2 jaar", "om de 2 jaar"),
        ("", ""),
    ],
)
def test_a_ritme_is_said_as_people_say_it(ritme: str, gezegd: str) -> None:
    assert describe_ritme(ritme) == gezegd
