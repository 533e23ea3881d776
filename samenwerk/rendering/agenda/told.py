"""What an agenda told before: its events, read back from a file that was made here, whatever git or an editor did to it.

Only what identifies an event is taken over from that file; its texts are held against those of now, and never told again.
"""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import NamedTuple

PRODID = "-//samenwerk//agenda//NL"
"""Without a version: a newer samenwerk must not change the bytes of an agenda that did not change."""

DOSSIER = "X-SAMENWERK-DOSSIER"
"""The property of a calendar that holds the id of its dossier."""

CANCELLED = "STATUS:CANCELLED"

_UID = re.compile(r"UID:([0-9a-f]{32}@samenwerk)")
_SEQUENCE = re.compile(r"SEQUENCE:([0-9]{1,10})")
_STAMP = re.compile(r"DTSTAMP:([0-9]{8}T[0-9]{6}Z)")
_DAY = re.compile(r"DTSTART;VALUE=DATE:([0-9]{8})")


class Told(NamedTuple):
    """An event as it was told last: its number in the row of what was told, when, on which day, and all it said."""

    sequence: int
    stamp: datetime
    day: date
    said: frozenset[str]

    @property
    def is_cancelled(self) -> bool:
        """Whether it was told that there is no such event any more."""
        return CANCELLED in self.said


def is_own_agenda(text: str) -> bool:
    """Whether a file was made here, and may be replaced."""
    return f"PRODID:{PRODID}" in _unfold(text)


def read_told(text: str, dossier_id: str) -> dict[str, Told]:
    """The events by UID in the text of an agenda of this dossier; none in that of another, or of one without the id of its own.

    Where git left two versions in the file, the one that was told last stands.
    """
    lines = _unfold(text)
    told: dict[str, Told] = {}
    if f"PRODID:{PRODID}" in lines and f"{DOSSIER}:{dossier_id}" in lines:
        for event in _cut(lines):
            for uid, read in _read(event):
                if uid not in told or told[uid].sequence < read.sequence:
                    told[uid] = read
    return told


def what_is_said(text: str) -> frozenset[str]:
    """The lines of one event, without those that say when it was told; a calendar minds no order."""
    return _without_time(_unfold(text))


def _without_time(lines: list[str]) -> frozenset[str]:
    return frozenset(line for line in lines if line and not (_SEQUENCE.fullmatch(line) or _STAMP.fullmatch(line)))


def _unfold(text: str) -> list[str]:
    return re.sub(r"\n[ \t]", "", text).split("\n")


def _cut(lines: list[str]) -> Iterator[list[str]]:
    event: list[str] = []
    for line in lines:
        if line == "BEGIN:VEVENT":
            event = []
        event.append(line)
        if line == "END:VEVENT":
            yield event


def _read(event: list[str]) -> Iterator[tuple[str, Told]]:
    """The event; two of them where git left two versions between one beginning and one end."""
    uids, sequences, stamps, days = (
        [found[1] for line in event if (found := pattern.fullmatch(line))] for pattern in (_UID, _SEQUENCE, _STAMP, _DAY)
    )
    try:
        day = date.fromisoformat(days[0])
        stamp = datetime.strptime(max(stamps), "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
        sequence = max(map(int, sequences))
    except (IndexError, ValueError):
        # What is missing or is no day was not written here: nothing is known of what was told.
        return
    for uid in uids:
        yield uid, Told(sequence, stamp, day, _without_time(event))
