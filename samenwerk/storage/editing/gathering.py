"""What several changes put where nothing was yet, taken together as one value."""

from typing import NamedTuple

from samenwerk.errors import Pad
from samenwerk.storage.editing.adding import key_before
from samenwerk.storage.editing.page import NotEditableError, Page
from samenwerk.storage.yaml_changes import Append, Change, Remove, Rename, Set
from samenwerk.storage.yaml_format import Grown, tidy
from samenwerk.storage.yaml_tree import Plain, holds_nothing


class Step(NamedTuple):
    """Changes that are made as one: `change` does what all `parts` do. `room` is the empty place that they fill, if any."""

    change: Change
    parts: list[Change]
    room: Pad | None

    @property
    def shapes(self) -> Pad:
        """The innermost place of which this step says what stands there, or in which order."""
        if self.room is not None:
            return self.room[:-1]
        return self.change.pad[:-1] if isinstance(self.change, Remove | Rename) else self.change.pad


def begin_step(page: Page, change: Change) -> Step:
    """The step that makes one change; one that puts something where nothing was fills the whole of that room."""
    room = _find_room(page, change)
    value = _gather("", change, room) if room is not None else None
    return Step(change if room is None or value is None else Set(room, value), [change], room)


def merge_steps(earlier: Step, later: Step) -> Step | None:
    """Two steps that fill the same room as one; None where one after the other would be written otherwise."""
    if not isinstance(earlier.change, Set) or earlier.change.pad != earlier.room or not earlier.change.value:
        return None
    (change,) = later.parts
    value = _gather(earlier.change.value, change, earlier.room)
    if value is None:
        return None
    earlier.parts.append(change)
    return earlier._replace(change=Set(earlier.room, value))


def _find_room(page: Page, change: Change) -> Pad | None:
    """The highest place on the way to a new value that holds nothing yet; None when the change makes nothing new."""
    if not isinstance(change, Set | Append):
        return None
    try:
        nodes, missing = page.walk(change.pad)
    except NotEditableError:
        return None
    there = len(change.pad) - len(missing)
    if holds_nothing(nodes[-1]):
        has_parts = missing or isinstance(change, Append) or not isinstance(tidy(change.value), str)
        return change.pad[:there] if has_parts else None
    return change.pad[: there + 1] if missing else None


def _gather(value: Plain, change: Change, here: Pad) -> Plain | None:
    """What stands here with one more change in it, as it would be written had each been made by itself; None if it cannot.

    A mapping is changed where it is: it is of the step, and may be that of thousands of changes.
    """
    if not isinstance(change, Set | Append):
        return None
    rest, given = change.pad[len(here) :], tidy(change.value)
    if not rest:
        if isinstance(change, Set):
            return given if given and not value else None
        return Grown([*value, given]) if given and (not value or isinstance(value, Grown)) else None
    naam = rest[0]
    mapping = value or {}
    if isinstance(naam, int) or not isinstance(mapping, dict):
        return None
    inner = _gather(mapping.get(naam, ""), change, (*here, naam))
    if inner is None:
        return None
    is_new = naam not in mapping
    after = _names_after(mapping, naam, here) if is_new else ()
    mapping[naam] = inner
    for later in after:
        mapping[later] = mapping.pop(later)
    return mapping


def _names_after(mapping: dict[str, Plain], naam: str, here: Pad) -> list[str]:
    """The keys that come after a new one."""
    names = list(mapping)
    before = key_before(here, names, naam) if names else None
    return names[names.index(before) + 1 :] if before is not None else names
