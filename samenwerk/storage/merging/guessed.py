"""What two changed versions came of, when nobody says so: the nearest that is kept, without what only one of them still has.

So nothing is taken away for a version that was guessed: what one side misses stands as if the other had added it.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from samenwerk.errors import EditNotPossibleError, Pad
from samenwerk.storage.merging.matching import find_back
from samenwerk.storage.merging.renames import find_renamed
from samenwerk.storage.merging.versions import Version, read_version
from samenwerk.storage.yaml_changes import Change, Remove, Set, find_plain
from samenwerk.storage.yaml_editor import edit_tree
from samenwerk.storage.yaml_tree import Plain


class Guessed(NamedTuple):
    """The version to merge by; `kept` are the places that one side took away, and that stay."""

    version: Version
    kept: tuple[Pad, ...]


def read_history(versions: Sequence[bytes], ons: bytes, hun: bytes) -> list[Version]:
    """Those of the versions, the first thing first, that can be read, and of which one of the two may have come.

    Ours itself is none of these, and theirs only when ours went on after it.
    """
    others = [version for version in versions if version != ons]
    if others and others[-1] == hun:
        others.pop()
    return [version for each in others if (version := read_version(each))]


def guess_basis(history: Sequence[Version], ons: Version, hun: Version) -> Guessed | None:
    """What the two are merged by; without a history what they have in common. None when that cannot be made.

    It is the version of which the two miss the fewest lines, and of those alike the oldest: one that came later holds what only
    one of the two knows. A field in which they differ says what it said in the first version: who has that did not
    change it.
    """
    sides = [Counter(side.page.text.splitlines()) for side in (ons, hun)]
    nearest = min(history, key=lambda version: _count_missing(version, sides), default=None)
    basis = nearest or ons
    changes = list(_list_changes(basis.plain, ons.plain, hun.plain, (), history))
    if nearest is not None:
        carried = {(verzameling, oud) for side in (ons, hun) for verzameling, oud, _ in find_renamed(nearest, side)}
        changes = [change for change in changes if change.pad not in carried]
    try:
        tree = edit_tree(basis.tree, changes)
    except EditNotPossibleError:
        return None
    kept = tuple(change.pad for change in changes if isinstance(change, Remove)) if history else ()
    return Guessed(Version(tree, ons.coding), kept)


def _count_missing(version: Version, sides: "Sequence[Counter[str]]") -> int:
    """How many lines of a version the sides do not have, of which these are the lines."""
    lines = Counter(version.page.text.splitlines())
    return sum((lines - side).total() for side in sides)


def _list_changes(basis: Plain, ons: Plain, hun: Plain, pad: Pad, history: Sequence[Version]) -> Iterator[Change]:
    """What must go from a version so that nothing in it is missing from a side, and what a field in it must say."""
    if isinstance(ons, dict) and isinstance(hun, dict):
        known = basis if isinstance(basis, dict) else {}
        for key in dict.fromkeys([*known, *ons]):
            if ons.get(key) and hun.get(key):
                yield from _list_changes(known.get(key, ""), ons[key], hun[key], (*pad, key), history)
            elif known.get(key):
                yield Remove((*pad, key))
    elif isinstance(basis, list):
        sides = [side if isinstance(side, list) else [] for side in (ons, hun)]
        left = [set(find_back(basis, side)) if history else _find_same(basis, side) for side in sides]
        gone = [number for number in range(len(basis)) if not all(number in each for each in left)]
        yield from (Remove((*pad, number)) for number in reversed(gone))
    elif isinstance(ons, str) and isinstance(hun, str) and ons != hun:
        first = find_plain(history[0].plain, pad) if history else None
        # Where it was something else in the beginning both may have changed it.
        value = first if first is not None and first in (ons, hun) else ""
        if value != basis:
            yield Set(pad, value)


def _find_same(basis: list[Plain], side: list[Plain]) -> set[int | None]:
    return {number for number, item in enumerate(basis) if item in side}
