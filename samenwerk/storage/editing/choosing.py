"""Which changes can be made in one text at once, and which must wait until others are made.

Two changes are made at once when it makes no difference which comes first: their pads tell for the data, the parts of the
text that they need for the lines.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from samenwerk.errors import Pad
from samenwerk.storage.editing.gathering import Step, begin_step, merge_steps
from samenwerk.storage.editing.page import Page
from samenwerk.storage.editing.splices import Board, Way
from samenwerk.storage.editing.ways import find_ways
from samenwerk.storage.yaml_changes import Append, Change, Remove, Rename, changes_nothing
from samenwerk.storage.yaml_tree import Plain


class Planned(NamedTuple):
    """A step with the first way to make it; no way where the text has no place for it."""

    step: Step
    way: Way | None


def choose(page: Page, data: Plain, changes: Sequence[Change]) -> tuple[list[Planned], list[Change]]:
    """The steps that can be made at once, and the changes that come after them; what changes nothing is left out."""
    made, waiting = _choose_by_pad(page, data, changes)
    board, crowded = Board(), _Waiting()
    planned = []
    for step in made.steps:
        way = next(find_ways(page, step.change), None)
        if crowded.must_precede(step) or (way is not None and not board.admit(way)):
            crowded.add(step)
        else:
            planned.append(Planned(step, way))
    places = {id(change): place for place, change in enumerate(changes)}
    return planned, sorted(waiting.changes + crowded.changes, key=lambda change: places[id(change)])


def _choose_by_pad(page: Page, data: Plain, changes: Sequence[Change]) -> tuple["_Made", "_Waiting"]:
    made, waiting = _Made(), _Waiting()
    for change in changes:
        step = begin_step(page, change)
        follows = waiting.must_precede(step) or made.must_precede(step)
        if follows or not (changes_nothing(data, change) or made.add(step)):
            waiting.add(step)
    return made, waiting


class _Made:
    """The steps so far, none of which needs another one first."""

    def __init__(self) -> None:
        self.steps: list[Step] = []
        self._at: dict[Pad, int] = {}
        """The number of the last step at each pad; one that renames is at the old and at the new name."""
        self._above: set[Pad] = set()
        """All that holds a place of a step."""
        self._cuts: dict[Pad, int] = {}
        """Of each list the first number that no longer is what it was, because something before it or itself goes."""
        self._renamed: set[Pad] = set()
        """The mappings of which a key gets another name."""

    def add(self, step: Step) -> bool:
        """Take one more step; False when it would not be written with an earlier one as it is after it."""
        there = self._at.get(step.room) if step.room is not None else None
        if there is not None:
            merged = merge_steps(self.steps[there], step)
            self.steps[there] = merged or self.steps[there]
            return merged is not None
        pad, new_pad = step.change.pad, _new_pad(step.change)
        for own in filter(None, (pad, new_pad)):
            self._at[own] = len(self.steps)
            self._above.update(own[:length] for length in range(len(own)))
        if new_pad is not None:
            self._renamed.add(step.shapes)
        if isinstance(step.change, Remove) and pad and isinstance(pad[-1], int):
            self._cuts[step.shapes] = pad[-1]
        self.steps.append(step)
        return True

    def must_precede(self, step: Step) -> bool:
        """Whether one of the steps so far must be made before this one."""
        pad, new_pad = step.change.pad, _new_pad(step.change)
        # A new key stands where the names of the others say.
        if step.room is not None and step.shapes in self._renamed:
            return True
        for above in _list_above(pad):
            if above in self._at and not self._goes_with(step, above):
                return True
            deel = pad[len(above)] if len(above) < len(pad) else None
            if isinstance(deel, int) and deel >= self._cuts.get(above, deel + 1):
                return True
        # What stands below a key stays where it is when the key gets another name.
        return pad in self._above if new_pad is None else new_pad in self._at or new_pad in self._above

    def _goes_with(self, step: Step, above: Pad) -> bool:
        earlier = self.steps[self._at[above]]
        if step.room is not None and above == earlier.room == step.room:
            return True
        return isinstance(earlier.change, Append) and isinstance(step.change, Append) and above == step.change.pad


class _Waiting:
    """The changes that come after the steps of this text."""

    def __init__(self) -> None:
        self.changes: list[Change] = []
        self._shapes: set[Pad] = set()
        self._pads: set[Pad] = set()

    def add(self, step: Step) -> None:
        """Let the changes of a step wait."""
        pad = step.change.pad
        self.changes.extend(step.parts)
        # All of the record: what is put there next to something stands where that something then ends.
        self._shapes.add(step.shapes[: min(2, len(pad) - 1)])
        self._pads.update(_list_above(pad))

    def must_precede(self, step: Step) -> bool:
        """Whether a step has to do with what waits, so that it must wait too."""
        return step.shapes in self._pads or any(above in self._shapes for above in _list_above(step.change.pad))


def _new_pad(change: Change) -> Pad | None:
    return (*change.pad[:-1], change.naam) if isinstance(change, Rename) else None


def _list_above(pad: Pad) -> Iterator[Pad]:
    """A pad and all that holds it, the whole dossier first."""
    return (pad[:length] for length in range(len(pad) + 1))
