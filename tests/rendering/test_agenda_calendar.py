"""The calendar file: valid, newer only where it says something else, and whatever people wrote in it stays text."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from calendar_client import CalendarClient
from effort import tries
from hypothesis import example, given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Component

from samenwerk.domain.afspraken import Actie, Afspraak
from samenwerk.domain.partners import Belang, Mandaat, Partner
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.termijnen import find_termijnen
from samenwerk.domain.tijdlijn import Gesprek, Stap
from samenwerk.domain.vormgeving import Evaluatiebeleid
from samenwerk.rendering.agenda.calendar import describe_termijn, list_gebeurtenissen, render_agenda
from samenwerk.rendering.agenda.told import is_own_agenda, read_told
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


TOEN, NU = datetime(2026, 2, 20, 9, 0, 0, tzinfo=UTC), datetime(2026, 3, 1, 9, 30, 15, tzinfo=UTC)


def render(told: bytes = b"", now: datetime = TOEN, /, **velden: object) -> bytes:
    """The agenda of De Brug with other fields, after another was told."""
    samenwerking = Samenwerking(**{**DE_BRUG, **velden})
    verteld = read_told(told.decode().replace("\r\n", "\n"), samenwerking.id)
    gebeurtenissen = list_gebeurtenissen(samenwerking, find_termijnen(samenwerking), verteld)
    return render_agenda(samenwerking, gebeurtenissen, verteld, now)


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
        "X-SAMENWERK-DOSSIER:bcdf-ghjk-mnpq\r\n"
        "BEGIN:VEVENT\r\n"
        "SUMMARY:Actie klaar: Een feest\r\n"
        "DTSTART;VALUE=DATE:20260901\r\n"
        "DTEND;VALUE=DATE:20260902\r\n"
        "DTSTAMP:20260220T090000Z\r\n"
        "UID:ee7c8500683d26a35f006a6785248f98@samenwerk\r\n"
        "SEQUENCE:193741200\r\n"
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


# What was told before


def stamps(content: bytes) -> dict[str, tuple[int, datetime]]:
    """Of each event by its title how new it says to be."""
    return {str(event["summary"]): (int(str(event["sequence"])), event.decoded("dtstamp")) for event in read(content)}


def test_what_says_the_same_stays_as_it_was_told_whenever_and_wherever_it_is_told_again() -> None:
    told = render()

    assert render(told, NU) == told
    assert render(told.replace(b"\r\n", b"\n"), NU) == told
    assert render(told, NU, gesprekken=(Gesprek(datum=date(2026, 3, 1)),)) == told


def test_what_says_something_else_is_newer_also_when_the_clock_went_back() -> None:
    told, later = render(), {"feest": Actie(wat="Een feest.", trekker="stad", tegen=date(2026, 9, 9))}

    for now in (NU, TOEN, datetime(1970, 1, 1, tzinfo=UTC)):
        before, after = stamps(told), stamps(render(told, now, acties=later))
        assert after.pop("Actie klaar: Een feest")[0] > before.pop("Actie klaar: Een feest")[0]
        assert after == before, "only what changed is newer"


def test_what_is_told_when_nothing_is_known_of_before_is_newer_than_all_that_was_told_earlier() -> None:
    assert all(nu > toen for nu, toen in zip(stamps(render(b"", NU)).values(), stamps(render()).values(), strict=True))


def test_what_is_done_dropped_or_gone_is_cancelled_and_stays_so_until_its_day_is_behind_the_group() -> None:
    told = render()
    klaar = {"feest": Actie(wat="Een feest.", trekker="stad", tegen=DAG, status="klaar")}

    for acties, titel in ((klaar, "Actie klaar: Een feest"), ({}, "Vervallen: De Brug")):
        content = render(told, NU, acties=acties)
        event = read(content)[-1]
        assert (event["status"], str(event["summary"]), event.decoded("dtstart")) == ("CANCELLED", titel, DAG)
        assert int(str(event["sequence"])) > stamps(told)["Actie klaar: Een feest"][0]
        assert render(content, TOEN, acties=acties) == content
        assert len(read(render(content, acties=acties, gesprekken=(Gesprek(datum=DAG),)))) == 4
        assert len(read(render(content, acties=acties, gesprekken=(Gesprek(datum=date(2026, 9, 2)),)))) == 3


def test_words_that_someone_took_out_of_the_dossier_are_not_told_again() -> None:
    told = render(acties={"feest": Actie(wat="Een feest bij Jan Peeters.", tegen=DAG)})

    assert b"Peeters" in told
    assert b"Peeters" not in render(told, acties={})


def test_what_comes_back_is_told_as_newer_than_that_it_was_cancelled() -> None:
    told = render(render(), acties={})

    (feest,) = [event for event in read(render(told, TOEN)) if str(event["summary"]) == "Actie klaar: Een feest"]
    (weg,) = [event for event in read(told) if event.get("status")]
    assert "status" not in feest
    assert (feest["uid"], int(str(feest["sequence"]))) == (weg["uid"], int(str(weg["sequence"])) + 1)


def test_nothing_is_cancelled_by_the_agenda_of_another_dossier_or_of_one_that_does_not_say_of_which() -> None:
    told = render(acties={"oud": Actie(tegen=DAG)})

    for other in (render(id="rtvw-rtvw-rtvw"), told.replace(b"X-SAMENWERK-DOSSIER:bcdf-ghjk-mnpq\r\n", b"")):
        assert b"CANCELLED" not in render(other)
    assert b"CANCELLED" in render(told)


def test_two_versions_in_one_file_are_both_read_and_what_was_told_last_stands() -> None:
    eerst, ander = render(), {"feest": Actie(tegen=date(2026, 10, 1)), "borrel": Actie(tegen=DAG)}
    twee = render(render(eerst, NU, acties=ander), NU, acties=ander)
    for eigen, van_ander in ((eerst, twee), (twee, eerst)):
        samen = b"<<<<<<< HEAD\r\n" + eigen + b"=======\r\n" + van_ander + b">>>>>>> ander\r\n"
        content = render(samen, TOEN)
        assert stamps(content)["Actie klaar: Een feest"][0] > stamps(twee)["Actie klaar: feest"][0]
        assert [str(event["summary"]) for event in read(content) if event.get("status")] == ["Vervallen: De Brug"]
        assert len(read(content)) == 5

    number = b"SEQUENCE:193741200\r\n"
    mixed = b"<<<<<<< HEAD\r\n" + number + b"=======\r\nSEQUENCE:300000000\r\n>>>>>>> ander\r\n"
    assert stamps(render(eerst.replace(number, mixed, 1)))["Actie klaar: Een feest"][0] == 300000001


ACTIES = st.dictionaries(
    st.sampled_from("ab"),
    st.builds(
        Actie,
        wat=st.sampled_from(["Een feest", "Een borrel"]),
        tegen=st.dates(date(2026, 3, 1), date(2026, 3, 3)) | st.none(),
        status=st.sampled_from(["", "", "klaar"]),
        heette=st.sampled_from(["", "a", "b"]),
    ),
    min_size=1,
)


@given(st.lists(st.tuples(ACTIES, st.integers(-3, 3)), min_size=2, max_size=4))
@example([({"a": Actie(tegen=DAG), "b": Actie(tegen=DAG, heette="a")}, 0)])
@settings(max_examples=tries(20))
def test_after_any_changes_and_whatever_the_clock_says_a_calendar_shows_each_day_that_counts_once(
    told: list[tuple[dict[str, Actie], int]],
) -> None:
    client, content, anders = CalendarClient(), b"", {"partners": {}, "afspraken": {}, "evaluatiebeleid": Evaluatiebeleid()}
    for acties, minutes in told:
        content = render(content, TOEN + timedelta(minutes=minutes), acties=acties, **anders)
        termijnen = find_termijnen(Samenwerking(toestand="actief", acties=acties))
        assert client.take_in(content).shown == sorted((dag.datum, describe_termijn(dag)) for dag in termijnen)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("DTSTAMP:20260220T090000Z", "DTSTAMP:99999999T999999Z"),
        ("DTSTART;VALUE=DATE:20260901", "DTSTART;VALUE=DATE:20269901"),
        ("SEQUENCE:193741200", "SEQUENCE:"),
        ("UID:", "UID:x"),
        ("BEGIN:VEVENT", "BEGIN:VEVENT\r\n\x00"),
    ],
)
def test_a_file_that_someone_spoilt_tells_no_more_than_it_can(old: str, new: str) -> None:
    spoilt = render().decode().replace(old, new).encode()
    assert stamps(render(spoilt, NU)).keys() == stamps(render()).keys()


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
    assert is_own_agenda(content.decode().replace("\r\n", "\n")) is eigen


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
