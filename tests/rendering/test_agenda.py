"""The calendar file: valid, always the same, and whatever people wrote in it stays text."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Component

from samenwerk.domain.afspraken import Actie, Afspraak
from samenwerk.domain.partners import Belang, Mandaat, Partner
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.termijnen import find_termijnen
from samenwerk.domain.tijdlijn import Evaluatie, Gesprek, Logboekregel, Stap
from samenwerk.domain.vormgeving import Evaluatiebeleid
from samenwerk.rendering.agenda import is_own_agenda, render_agenda
from samenwerk.rendering.text.plain import as_line

DAG = date(2026, 9, 1)
DE_BRUG: dict[str, Any] = {
    "id": "bcdf-ghjk-mnpq",
    "naam": "De Brug",
    "toestand": "actief",
    "partners": {
        "stad": Partner(
            naam="Stad",
            soort="kern",
            mandaat=Mandaat(namens="het college", geldig_tot=date(2027, 1, 31)),
            belangen=(Belang(wat="geheim", soort="individueel"),),
        ),
        "school": Partner(naam="School", soort="kern"),
    },
    "acties": {"feest": Actie(wat="Een feest.", trekker="stad", tegen=DAG, output="Zestig kinderen; en ouders")},
    "afspraken": {"geld": Afspraak(tekst="De stad betaalt.", partijen=("stad", "school"), herzien_op=date(2026, 12, 15))},
    "evaluatiebeleid": Evaluatiebeleid(volgende=date(2026, 12, 31)),
    "verloop": (Stap(datum=date(2026, 1, 10), naar="opstart"), Stap(datum=date(2026, 2, 20), naar="verkennen")),
}


def render(**velden: object) -> bytes:
    samenwerking = Samenwerking(**{**DE_BRUG, **velden})
    return render_agenda(samenwerking, find_termijnen(samenwerking))


def read(content: bytes) -> list[Component]:
    """The events, as the library reads them back."""
    calendar = Calendar.from_ical(content)
    assert isinstance(calendar, Calendar)
    return calendar.walk("VEVENT")


def test_a_calendar_is_written_out_as_rfc_5545_says() -> None:
    assert render(partners={"stad": Partner(naam="Stad")}, afspraken={}, evaluatiebeleid=Evaluatiebeleid()).decode() == (
        "BEGIN:VCALENDAR\r\n"
        "VERSION:2.0\r\n"
        "PRODID:-//samenwerk//agenda//NL\r\n"
        "X-WR-CALNAME:De Brug\r\n"
        "BEGIN:VEVENT\r\n"
        "SUMMARY:Actie klaar: Een feest\r\n"
        "DTSTART;VALUE=DATE:20260901\r\n"
        "DTEND;VALUE=DATE:20260902\r\n"
        "DTSTAMP:20260220T000000Z\r\n"
        "UID:ee7c8500683d26a35f006a6785248f98@samenwerk\r\n"
        "DESCRIPTION:De Brug\\nTrekker: Stad\\nWat er dan is: Zestig kinderen\\; en ou\r\n"
        " ders\r\n"
        "TRANSP:TRANSPARENT\r\n"
        "END:VEVENT\r\n"
        "END:VCALENDAR\r\n"
    )


def test_every_day_that_lies_fixed_is_an_event_of_a_whole_day_that_leaves_one_free() -> None:
    events = read(render())

    assert [(event.decoded("dtstart"), str(event["summary"])) for event in events] == [
        (date(2026, 9, 1), "Actie klaar: Een feest"),
        (date(2026, 12, 15), "Afspraak opnieuw bekijken: De stad betaalt"),
        (date(2026, 12, 31), "Evaluatie: De Brug"),
        (date(2027, 1, 31), "Laatste dag van het mandaat: Stad"),
    ]
    for event in events:
        assert event.decoded("dtend") == event.decoded("dtstart") + timedelta(days=1)
        assert event["transp"] == "TRANSPARENT"
    assert str(events[1]["description"]) == "De Brug\nPartners: Stad, School"


def test_an_actie_without_trekker_and_an_afspraak_without_partijen_say_no_more_than_they_know() -> None:
    content = render(acties={"feest": Actie(tegen=DAG)}, afspraken={"geld": Afspraak(herzien_op=DAG)})
    events = read(content)
    assert [(str(event["summary"]), str(event["description"])) for event in events[:2]] == [
        ("Actie klaar: feest", "De Brug"),
        ("Afspraak opnieuw bekijken: geld", "De Brug"),
    ]


def uids(**velden: object) -> list[str]:
    return [str(event["uid"]) for event in read(render(**velden))]


def test_the_same_thing_keeps_its_uid_when_its_day_or_words_change() -> None:
    later = {"feest": Actie(wat="Een groot feest", trekker="school", tegen=date(2026, 9, 9))}
    assert uids(acties=later) == uids()
    assert uids(naam="De Toren") == uids()
    assert uids(verloop=(Stap(datum=date(2025, 1, 1), naar="opstart"),)) == uids()
    assert uids(partners={**DE_BRUG["partners"], "club": Partner()}) == uids()
    assert len(set(uids())) == 4


def test_another_dossier_has_other_uids() -> None:
    assert not set(uids(id="rtvw-rtvw-rtvw")) & set(uids())


@pytest.mark.parametrize(
    ("velden", "dag"),
    [
        ({}, "20260220"),
        ({"gesprekken": (Gesprek(datum=date(2026, 3, 1)),)}, "20260301"),
        ({"logboek": (Logboekregel(datum=date(2026, 3, 2)), Logboekregel())}, "20260302"),
        ({"evaluaties": (Evaluatie(datum=date(2026, 3, 3)),)}, "20260303"),
        ({"verloop": ()}, "00010101"),
    ],
)
def test_the_time_stamp_is_the_last_day_on_which_something_was_noted(velden: dict[str, object], dag: str) -> None:
    assert f"DTSTAMP:{dag}T000000Z\r\n".encode() in render(**velden)


def test_the_last_day_there_is_has_no_day_after_it() -> None:
    (event,) = read(render(acties={}, afspraken={}, partners={}, evaluatiebeleid=Evaluatiebeleid(volgende=date.max)))
    assert event.decoded("dtstart") == date.max
    assert "dtend" not in event


def test_what_is_at_stake_for_a_person_is_not_in_it() -> None:
    assert b"geheim" not in render()


@pytest.mark.parametrize(
    ("content", "eigen"),
    [
        (render(), True),
        (render().replace(b"\r\n", b"\n"), True),
        (b"", False),
        (b"BEGIN:VCALENDAR\r\nPRODID:-//Iemand anders//EN\r\n", False),
        (b"SUMMARY:PRODID:-//samenwerk//agenda//NL\r\n", False),
    ],
)
def test_a_file_is_ours_by_its_prodid(content: bytes, eigen: bool) -> None:
    assert is_own_agenda(content) is eigen


HOSTILE = st.text(st.sampled_from("\\nN;,:\"'\r\n\t \x00\x1b\x85\u2028\u202e€é😀BEGINVEVENT=^")) | st.text()


@given(naam=HOSTILE, wat=HOSTILE, output=HOSTILE, trekker=HOSTILE)
def test_hostile_texts_stay_text(naam: str, wat: str, output: str, trekker: str) -> None:
    velden = {
        "naam": naam,
        "acties": {"feest": Actie(wat=wat, trekker="stad", tegen=DAG, output=output)},
        "partners": {"stad": Partner(naam=trekker)},
        "afspraken": {},
        "evaluatiebeleid": Evaluatiebeleid(),
    }

    content = render(**velden)

    assert content == render(**velden)
    (event,) = read(content)
    assert str(event["summary"]) == as_line(f"Actie klaar: {' '.join(wat.split()).removesuffix('.') or 'feest'}")
    regels = str(event["description"]).split("\n")
    assert regels[:2] == [as_line(naam), f"Trekker: {as_line(trekker or 'stad')}"]
    assert regels[2:] == ([f"Wat er dan is: {as_line(output)}"] if output else [])
    assert content.endswith(b"END:VCALENDAR\r\n")
    for line in content.removesuffix(b"\r\n").split(b"\r\n"):
        assert len(line) <= 75
        line.decode()
        assert not set(line) & {*range(32), 127}
