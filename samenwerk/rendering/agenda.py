"""From a dossier to an iCalendar file (RFC 5545): the days that lie fixed, as events of a whole day.

The same dossier gives the same bytes: no clock and no chance is in them. What identifies an event, and what becomes of
it when a name or key changes: docs/besluiten/0012-opvolging.md.
"""

import hashlib
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.termijnen import ACTIE, TERMIJNSOORTEN, Termijn, first_sleutels
from samenwerk.rendering.text.plain import as_line

if TYPE_CHECKING:
    from icalendar import Event

PRODID = "-//samenwerk//agenda//NL"
"""Without a version: a newer samenwerk must not change the bytes of an agenda that did not change."""


def render_agenda(samenwerking: Samenwerking, termijnen: Sequence[Termijn]) -> bytes:
    """The calendar of a dossier that has an id, with one event for each day, in their order."""
    from icalendar import Calendar, vText

    class Text(vText):
        """Text whose backslashes stay: the library takes a `\\N` that a person wrote for the end of a line."""

        def to_ical(self) -> bytes:
            return rb"\\".join(vText(part).to_ical() for part in self.split("\\"))

    calendar = Calendar()
    calendar.add("prodid", PRODID)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", Text(as_line(samenwerking.naam)))
    for termijn in termijnen:
        calendar.add_component(_build_event(samenwerking, termijn, Text))
    return bytes(calendar.to_ical())


def is_own_agenda(content: bytes) -> bool:
    """Whether a file was made here, and may be replaced."""
    return f"PRODID:{PRODID}".encode() in content.splitlines()


def describe_termijn(termijn: Termijn) -> str:
    """The title of the event."""
    return as_line(f"{TERMIJNSOORTEN[termijn.soort].titel}: {termijn.onderwerp}")


def _build_event(samenwerking: Samenwerking, termijn: Termijn, text: type[str]) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", _compute_uid(samenwerking, termijn))
    event.add("dtstamp", datetime.combine(_last_day(samenwerking), time(), UTC))
    event.add("dtstart", termijn.datum)
    if termijn.datum < date.max:
        event.add("dtend", termijn.datum + timedelta(days=1))
    event.add("summary", text(describe_termijn(termijn)))
    event.add("description", text("\n".join(_describe(samenwerking, termijn))))
    # A date to remember does not make someone busy all day.
    event.add("transp", "TRANSPARENT")
    return event


def _describe(samenwerking: Samenwerking, termijn: Termijn) -> list[str]:
    """What stands in the event: of which collaboration it is, and for whom."""
    lines = [as_line(samenwerking.naam)]
    if termijn.soort == ACTIE:
        actie = samenwerking.acties[termijn.sleutel]
        lines += [f"Trekker: {as_line(samenwerking.naam_of(actie.trekker))}"] if actie.trekker else []
        lines += [f"Wat er dan is: {as_line(actie.output)}"] if actie.output else []
    elif termijn.wie:
        lines.append(f"Partners: {', '.join(as_line(samenwerking.naam_of(sleutel)) for sleutel in termijn.wie)}")
    return lines


def _compute_uid(samenwerking: Samenwerking, termijn: Termijn) -> str:
    """The same for the same thing in the same dossier, whatever its day, name or key; unlike that of any other dossier."""
    eerste = first_sleutels(getattr(samenwerking, str(termijn.pad[0])))[termijn.sleutel] if termijn.sleutel else ""
    parts = "\n".join((samenwerking.id, termijn.soort, eerste))
    return f"{hashlib.sha256(parts.encode()).hexdigest()[:32]}@samenwerk"


def _last_day(samenwerking: Samenwerking) -> date:
    """The last day on which something was noted: the nearest a dossier knows to when it was changed."""
    dagen = [
        *(stap.datum for stap in samenwerking.verloop),
        *(gesprek.datum for gesprek in samenwerking.gesprekken),
        *(regel.datum for regel in samenwerking.logboek),
        *(evaluatie.datum for evaluatie in samenwerking.evaluaties),
    ]
    return max((dag for dag in dagen if dag), default=date.min)
