"""From a dossier to an iCalendar file (RFC 5545): the days that lie fixed, as events of a whole day.

What was told before stays as it was told. What is new or says something else is told as newer, and what is no more as
cancelled, so that a calendar that reads the file again has each event once. What identifies an event, and what it is made
newer by: docs/besluiten/0034-agenda.md.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.termijnen import ACTIE, TERMIJNSOORTEN, Termijn, first_sleutels, list_termijnen
from samenwerk.rendering.agenda.told import DOSSIER, PRODID, Told, what_is_said
from samenwerk.rendering.text.plain import as_line

if TYPE_CHECKING:
    from icalendar import Event, vText

_BEGIN = datetime(2020, 1, 1, tzinfo=UTC)
"""The number of an event counts seconds from here: it grows when nothing is known of what was told, and fits until 2088."""


class Gebeurtenis(NamedTuple):
    """An event: its identity, its day, what it is of, and whether it is told to be no more.

    Without a termijn it is of something that the dossier does not hold any more.
    """

    uid: str
    dag: date
    termijn: Termijn | None
    is_afgezegd: bool = False


def list_gebeurtenissen(
    samenwerking: Samenwerking, termijnen: Sequence[Termijn], told: Mapping[str, Told]
) -> list[Gebeurtenis]:
    """An event for each of these termijnen, in their order, and behind them what was told before and is not among them.

    What lies before the last day on which something was noted is left as it was told: in a calendar it has been.
    """
    bekend = {uid: termijn for termijn, uid in _identify(samenwerking, [*list_termijnen(samenwerking)])}
    gebeurtenissen = [Gebeurtenis(uid, termijn.datum, termijn) for termijn, uid in _identify(samenwerking, termijnen)]
    nu, laatste = {gebeurtenis.uid for gebeurtenis in gebeurtenissen}, _last_day(samenwerking)
    return gebeurtenissen + [
        Gebeurtenis(uid, event.day, bekend.get(uid), is_afgezegd=True)
        for uid, event in told.items()
        if uid not in nu and event.day >= laatste
    ]


def render_agenda(
    samenwerking: Samenwerking, gebeurtenissen: Sequence[Gebeurtenis], told: Mapping[str, Told], now: datetime
) -> bytes:
    """The calendar of a dossier that has an id, with these events.

    What says the same as it was told stays as it is, so that nothing changes in a calendar of which nothing changed.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", PRODID)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _as_text(as_line(samenwerking.naam)))
    calendar.add(DOSSIER, samenwerking.id)
    for gebeurtenis in gebeurtenissen:
        event = _build_event(samenwerking, gebeurtenis)
        _stamp(event, told.get(gebeurtenis.uid), now)
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def describe_termijn(termijn: Termijn) -> str:
    """The title of the event."""
    return as_line(f"{TERMIJNSOORTEN[termijn.soort].titel}: {termijn.onderwerp}")


def _identify(samenwerking: Samenwerking, termijnen: Sequence[Termijn]) -> Iterator[tuple[Termijn, str]]:
    """Each termijn with its UID: the same whatever its day, name or key, and unlike that of any other dossier."""
    verzamelingen = {str(termijn.pad[0]) for termijn in termijnen if termijn.sleutel}
    eerste = {naam: first_sleutels(getattr(samenwerking, naam)) for naam in verzamelingen}
    for termijn in termijnen:
        sleutel = eerste[str(termijn.pad[0])][termijn.sleutel] if termijn.sleutel else ""
        parts = "\n".join((samenwerking.id, termijn.soort, sleutel))
        yield termijn, f"{hashlib.sha256(parts.encode()).hexdigest()[:32]}@samenwerk"


def _stamp(event: "Event", told: Told | None, now: datetime) -> None:
    """Say how new the event is: what says something else than was told is newer than that."""
    if told and told.said == what_is_said(event.to_ical().decode().replace("\r\n", "\n")):
        sequence, stamp = told.sequence, told.stamp
    else:
        sequence, stamp = max(told.sequence + 1 if told else 0, int((now - _BEGIN).total_seconds())), now
    event.add("sequence", sequence)
    event.add("dtstamp", stamp)


def _build_event(samenwerking: Samenwerking, gebeurtenis: Gebeurtenis) -> "Event":
    from icalendar import Event

    event, termijn = Event(), gebeurtenis.termijn
    event.add("uid", gebeurtenis.uid)
    event.add("dtstart", gebeurtenis.dag)
    if gebeurtenis.dag < date.max:
        event.add("dtend", gebeurtenis.dag + timedelta(days=1))
    # Someone may have taken it out of the dossier for what it said: that is not told again.
    event.add("summary", _as_text(describe_termijn(termijn) if termijn else f"Vervallen: {as_line(samenwerking.naam)}"))
    event.add("description", _as_text("\n".join(_describe(samenwerking, termijn))))
    # A date to remember does not make someone busy all day.
    event.add("transp", "TRANSPARENT")
    if gebeurtenis.is_afgezegd:
        event.add("status", "CANCELLED")
    return event


@cache
def _text_class() -> "type[vText]":
    from icalendar import vText

    class Text(vText):
        """Text whose backslashes stay: the library takes a `\\N` that a person wrote for the end of a line."""

        def to_ical(self) -> bytes:
            return rb"\\".join(vText(part).to_ical() for part in self.split("\\"))

    return Text


def _as_text(text: str) -> "vText":
    return _text_class()(text)


def _describe(samenwerking: Samenwerking, termijn: Termijn | None) -> Iterator[str]:
    """What stands in the event: of which collaboration it is, and for whom."""
    yield as_line(samenwerking.naam)
    if termijn is None:
        return
    if termijn.soort == ACTIE:
        actie = samenwerking.acties[termijn.sleutel]
        if actie.trekker:
            yield f"Trekker: {as_line(samenwerking.naam_of(actie.trekker))}"
        if actie.output:
            yield f"Wat er dan is: {as_line(actie.output)}"
    elif termijn.wie:
        yield f"Partners: {', '.join(as_line(samenwerking.naam_of(sleutel)) for sleutel in termijn.wie)}"


def _last_day(samenwerking: Samenwerking) -> date:
    """The last day on which something was noted."""
    dagen = [
        *(stap.datum for stap in samenwerking.verloop),
        *(gesprek.datum for gesprek in samenwerking.gesprekken),
        *(regel.datum for regel in samenwerking.logboek),
        *(evaluatie.datum for evaluatie in samenwerking.evaluaties),
    ]
    return max((dag for dag in dagen if dag), default=date.min)
