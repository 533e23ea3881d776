"""What two changed versions came of, when nobody says so: the nearest that is kept, without what only one of them still has.

So nothing is taken away for a version that was guessed: what one side misses stands as if the other had added it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from samenwerk.errors import EditNotPossibleError, Pad
from samenwerk.storage.merging.matching import find_back
from samenwerk.storage.merging.renames import find_renamed
from samenwerk.storage.merging.versions import Version, read_version
from samenwerk.storage.yaml_changes import Change, Remove, Set
from samenwerk.storage.yaml_editor import edit_tree
from samenwerk.storage.yaml_tree import Plain


class Guessed(NamedTuple):
    """The version to merge by; `kept` are the places that one side took away, and that stay."""

    version: Version
    kept: tuple[Pad, ...]


def find_nearest(versions: Iterable[bytes], ons: bytes, hun: bytes) -> bytes | None:
    """Of the versions, the first thing first, the one from which the two differ in the fewest lines; None without any.

    Neither of the two itself: it is as near, and all that it alone holds would be gone. Of those alike the oldest, for the same
    reason.
    """
    others = [version for version in versions if version not in (ons, hun)]
    return min(others, key=lambda version: _count_apart(version, ons) + _count_apart(version, hun), default=None)


def guess_basis(nearest: Version | None, ons: Version, hun: Version) -> Guessed | None:
    """What the two are merged by; without a nearest version what they have in common. None when that cannot be made."""
    changes = list(_list_changes((nearest or ons).plain, ons.plain, hun.plain, (), is_known=nearest is not None))
    if nearest is not None:
        carried = {(verzameling, oud) for side in (ons, hun) for verzameling, oud, _ in find_renamed(nearest, side)}
        changes = [change for change in changes if change.pad not in carried]
    try:
        tree = edit_tree((nearest or ons).tree, changes)
    except EditNotPossibleError:
        return None
    kept = tuple(change.pad for change in changes) if nearest else ()
    return Guessed(Version(tree, ons.coding), kept)


def _count_apart(one: bytes, other: bytes) -> int:
    """How many lines only one of the two has."""
    here, there = Counter(one.splitlines()), Counter(other.splitlines())
    return ((here - there) + (there - here)).total()


def _list_changes(basis: Plain, ons: Plain, hun: Plain, pad: Pad, *, is_known: bool) -> Iterator[Change]:
    """What must go from a version so that nothing in it is missing from a side; unless it is known, nothing differs either."""
    if isinstance(basis, dict):
        here, there = (side if isinstance(side, dict) else {} for side in (ons, hun))
        for key, value in basis.items():
            if not value:
                continue
            if here.get(key) and there.get(key):
                yield from _list_changes(value, here[key], there[key], (*pad, key), is_known=is_known)
            else:
                yield Remove((*pad, key))
    elif isinstance(basis, list):
        sides = [side if isinstance(side, list) else [] for side in (ons, hun)]
        left = [set(find_back(basis, side)) if is_known else _find_same(basis, side) for side in sides]
        gone = [number for number in range(len(basis)) if not all(number in each for each in left)]
        yield from (Remove((*pad, number)) for number in reversed(gone))
    elif not is_known and ons != hun:
        yield Set(pad, "")


def _find_same(basis: list[Plain], side: list[Plain]) -> set[int | None]:
    return {number for number, item in enumerate(basis) if item in side}


def read_nearest(versions: Iterable[bytes], ons: bytes, hun: bytes) -> Version | None:
    """The nearest of these that can be read."""
    nearest = find_nearest(versions, ons, hun)
    return read_version(nearest) if nearest is not None else None
