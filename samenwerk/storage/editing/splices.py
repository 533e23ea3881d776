"""New text in the place of old, and which pieces of different changes can be put into one text at once."""

from bisect import bisect_left, insort
from collections.abc import Sequence
from typing import NamedTuple

from samenwerk.storage.yaml_tree import MAX_DEPTH

Order = tuple[int, int]
"""Where something goes among what others insert at the same place: what is nested deeper first, then by rank."""

IN_PLACE: Order = (-MAX_DEPTH - 1, 0)
"""What belongs to a line that is there already stands before all that is inserted after it."""


class Splice(NamedTuple):
    """New text for the part of a text from `start` to `end`.

    Without an `order` nobody else may insert at its borders: what would stand first depends on which was made first.
    """

    start: int
    end: int
    new: str
    order: Order | None = IN_PLACE


Way = tuple[Splice, ...]
"""The splices by which one change can be made."""


def join_splices(text: str, splices: Sequence[Splice]) -> str:
    """The text with all splices in it; those at one place in their order, and for the rest as they were given."""
    parts = []
    end = 0
    for splice in sorted(splices, key=lambda splice: (splice.start, splice.end, splice.order or IN_PLACE)):
        parts += [text[end : splice.start], splice.new]
        end = splice.end
    return "".join([*parts, text[end:]])


class Board:
    """The parts of a text that are taken by the changes so far."""

    def __init__(self) -> None:
        self._parts: list[tuple[int, int]] = []
        self._closed: set[tuple[int, int]] = set()

    def admit(self, way: Way) -> bool:
        """Take the parts that a change needs, or none of them when one is in the way of another change."""
        if any(self._is_taken(splice) for splice in way):
            return False
        for splice in way:
            part = (splice.start, splice.end)
            if splice.order is None:
                self._closed.add(part)
            place = bisect_left(self._parts, part)
            if self._parts[place : place + 1] != [part]:
                insort(self._parts, part)
        return True

    def _is_taken(self, splice: Splice) -> bool:
        place = bisect_left(self._parts, (splice.start, splice.end))
        # The parts do not overlap, so that only the nearest can be in the way.
        near = self._parts[max(place - 2, 0) : place + 3]
        return any(self._is_in_the_way(part, splice) for part in near)

    def _is_in_the_way(self, part: tuple[int, int], splice: Splice) -> bool:
        start, end = part
        if start < splice.end and splice.start < end:
            return True
        inserts = start == end or splice.start == splice.end
        touches = start <= splice.end and splice.start <= end
        return inserts and touches and (splice.order is None or part in self._closed)
