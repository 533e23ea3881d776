"""Which entries of three versions are the same one, and in which order they stand when both sides added some."""

from collections.abc import Hashable, Sequence
from typing import NamedTuple

from samenwerk.storage.merging.entries import Cut, Entry
from samenwerk.storage.merging.places import Place
from samenwerk.storage.yaml_tree import Plain

Names = list[Hashable]
"""What tells the entries of one version apart, in their order."""


class NotMatchedError(Exception):
    """There is more than one way to see it: the whole is for a person to decide."""


class Match(NamedTuple):
    """One entry in the three versions; None where it is not there."""

    basis: Entry | None
    ons: Entry | None
    hun: Entry | None

    @property
    def entries(self) -> tuple[Entry | None, Entry | None, Entry | None]:
        """The three."""
        return self.basis, self.ons, self.hun

    @property
    def deel(self) -> str | int:
        """The part of a pad that leads to it: its key, or its place in our list; of what is not there, in theirs."""
        entry = self.ons or self.hun or self.basis
        return entry.deel if entry else ""


def match_entries(basis: Cut | None, ons: Cut | None, hun: Cut | None, place: Place) -> list[Match]:
    """The entries of a block in the order in which the merged one holds them, also those that no longer are there.

    Raises `NotMatchedError` where both sides changed the order, or a list of which it cannot be told what is what.
    """
    sides = [list(each.entries) if each else [] for each in (basis, ons, hun)]
    record = place.veld.record if place.veld else None
    if not any(each.is_list for each in (basis, ons, hun) if each):
        names: list[Names] = [[entry.deel for entry in side] for side in sides]
    elif place.veld and place.veld.herken:
        names = _name_by_field(sides, place.veld.herken)
    elif record is not None:
        names = _name_by_likeness(sides)
    else:
        names = _name_by_text(sides)
    by_name = [dict(zip(own, side, strict=True)) for own, side in zip(names, sides, strict=True)]
    matches = [Match(*(own.get(name) for own in by_name)) for name in _interleave(*names)]
    return _put_by_day(matches) if record is not None and "datum" in record.velden else matches


def _name_by_text(sides: Sequence[list[Entry]]) -> list[Names]:
    """An item of a list of texts is what it says."""
    names: list[Names] = [[entry.plain if isinstance(entry.plain, str) else None for entry in side] for side in sides]
    for own in names:
        # Never paired by likeness where no key says what is what.
        if len(set(own)) < len(own) or None in own:
            raise NotMatchedError
    return names


def _name_by_field(sides: Sequence[list[Entry]], field: str) -> list[Names]:
    """An item is the one that a field of it names."""
    names: list[Names] = [[_read_field(entry, field) for entry in side] for side in sides]
    if any("" in own or len(set(own)) < len(own) for own in names):
        raise NotMatchedError
    return names


def _name_by_likeness(sides: Sequence[list[Entry]]) -> list[Names]:
    """An item of a list in time is the one it was: that says the same, or on the same day at least half of the same."""
    basis, ons, hun = sides
    old, *new_ones = ([entry.plain for entry in side] for side in sides)
    here, there = (find_back(old, own) for own in new_ones)
    names: list[Names] = [list(range(len(basis))), [], []]
    new: list[tuple[Hashable, Plain]] = []
    for number, (entry, found) in enumerate(zip(ons, here, strict=True)):
        if found is None:
            new.append((("ons", number), entry.plain))
        names[1].append(("ons", number) if found is None else found)
    for number, (entry, found) in enumerate(zip(hun, there, strict=True)):
        name: Hashable = found
        if found is None:
            # Both may have noted the very same.
            twin = next((each for each in new if each[1] == entry.plain), None)
            if twin:
                new.remove(twin)
            name = twin[0] if twin else ("hun", number)
        names[2].append(name)
    return names


def find_back(basis: Sequence[Plain], side: Sequence[Plain]) -> list[int | None]:
    """For each item of a side the number of the one it was; None for a new one."""
    left = dict(enumerate(basis))
    found: list[int | None] = [None] * len(side)
    for is_same in (_says_the_same, _was_edited, _was_moved):
        for place, item in enumerate(side):
            if found[place] is None:
                candidates = [number for number, old in left.items() if is_same(old, item)]
                if candidates and (is_same is _says_the_same or len(candidates) == 1):
                    found[place] = candidates[0]
                    del left[candidates[0]]
    return found


def _says_the_same(old: Plain, new: Plain) -> bool:
    return old == new


def _was_edited(old: Plain, new: Plain) -> bool:
    if not (isinstance(old, dict) and isinstance(new, dict)) or old.get("datum") != new.get("datum"):
        return False
    same = sum(1 for key, value in old.items() if new.get(key) == value)
    return same * 2 >= max(len(old), len(new))


def _was_moved(old: Plain, new: Plain) -> bool:
    """Whether only the day is another one."""
    if not (isinstance(old, dict) and isinstance(new, dict)) or len(old) < 3:
        return False
    return {**old, "datum": ""} == {**new, "datum": ""}


def _interleave(basis: Names, ons: Names, hun: Names) -> Names:
    """All names in one order: that of the side which changed it, else ours; what is new stands behind what it stood behind.

    Where both added something at the same place ours comes first.
    """
    common = set(basis) & set(ons) & set(hun)
    old, here, there = ([name for name in own if name in common] for own in (basis, ons, hun))
    if here not in (old, there) and there != old:
        raise NotMatchedError
    first, second = (hun, ons) if here == old and there != old else (ons, hun)
    order, before = list(first), set(basis)
    added: set[Hashable] = set()
    for index, name in enumerate(second):
        if name in order:
            continue
        neighbour = next((other for other in reversed(second[:index]) if other in order), None)
        place = 0 if neighbour is None else order.index(neighbour) + 1
        if first is ons and neighbour not in added:
            while place < len(order) and order[place] not in before and order[place] not in second:
                place += 1
        order.insert(place, name)
        added.add(name)
    return order + [name for name in basis if name not in order]


def _put_by_day(matches: list[Match]) -> list[Match]:
    """What they alone added to a list in time at the place of its day, from the end; the order there was stays."""
    placed = [match for match in matches if match.basis or match.ons]
    for match in matches:
        if match.hun and match not in placed:
            day, place = _read_field(match.hun, "datum"), len(placed)
            while day and place and _day_of(placed[place - 1]) > day:
                place -= 1
            placed.insert(place, match)
    return placed


def _day_of(match: Match) -> str:
    entry = match.ons or match.hun or match.basis
    return _read_field(entry, "datum") if entry else ""


def _read_field(entry: Entry, name: str) -> str:
    value = entry.plain.get(name, "") if isinstance(entry.plain, dict) else ""
    return value if isinstance(value, str) else ""
