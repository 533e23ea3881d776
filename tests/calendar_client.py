"""A calendar as people have it: what it keeps of the files that are imported in it (RFC 5545, RFC 5546 2.1.5)."""

from datetime import date
from pathlib import Path

from icalendar import Calendar, Component


class CalendarClient:
    """Keeps of each UID the newest event: the one with the highest SEQUENCE, of two alike the one with the latest DTSTAMP."""

    def __init__(self) -> None:
        self._kept: dict[str, Component] = {}

    def take_in(self, file: Path | bytes) -> "CalendarClient":
        """Import a file; the same calendar comes back."""
        for event in Calendar.from_ical(file if isinstance(file, bytes) else file.read_bytes()).walk("VEVENT"):
            uid, kept = str(event["uid"]), self._kept.get(str(event["uid"]))
            if kept is None or _newness(event) > _newness(kept):
                self._kept[uid] = event
        return self

    @property
    def shown(self) -> list[tuple[date, str]]:
        """What its owner sees, in the order of time."""
        seen = [event for event in self._kept.values() if event.get("status") != "CANCELLED"]
        return sorted((event.decoded("dtstart"), str(event["summary"])) for event in seen)


def _newness(event: Component) -> tuple[int, object]:
    return int(event.get("sequence", 0)), event.decoded("dtstamp")
