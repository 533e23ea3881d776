"""A record that one side gave another key: the other side, and what both came of, get it too before they are merged."""

from collections.abc import Iterator
from typing import NamedTuple

from samenwerk.domain.record import RECORDS, WOORDEN, Veld
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.verwijzingen import find_verwijzingen
from samenwerk.errors import EditNotPossibleError
from samenwerk.storage.merging.versions import Version
from samenwerk.storage.reader import read_samenwerking
from samenwerk.storage.renaming import plan_rename
from samenwerk.storage.yaml_changes import Rename
from samenwerk.storage.yaml_editor import edit_tree
from samenwerk.storage.yaml_tree import Plain


class Renamed(NamedTuple):
    """A record of a collection that has another key now."""

    verzameling: str
    oud: str
    nieuw: str


def find_renamed(basis: Version, side: Version) -> Iterator[Renamed]:
    """The records of a dossier that are gone on a side, while a new one there says all they said."""
    for veld in Samenwerking.velden.values():
        if veld.soort in (RECORDS, WOORDEN) and not veld.verwijst:
            before, after = (_records(each.plain, veld.naam) for each in (basis, side))
            gone, new = before.keys() - after.keys(), after.keys() - before.keys()
            if gone and new:
                yield from _pair(veld, before, after, gone, new)


def _pair(veld: Veld, before: dict[str, Plain], after: dict[str, Plain], gone: set[str], new: set[str]) -> Iterator[Renamed]:
    for oud in sorted(gone):
        said = _without_traces(veld, before[oud])
        same = [nieuw for nieuw in sorted(new) if said and _without_traces(veld, after[nieuw]) == said]
        twins = [other for other in gone if _without_traces(veld, before[other]) == said]
        if len(same) == len(twins) == 1:
            yield Renamed(veld.naam, oud, same[0])


def rename_in(version: Version, renamed: Renamed) -> Version | None:
    """The version with a record called otherwise, everywhere it is named; None when that cannot be done exactly."""
    verzameling, oud, nieuw = renamed
    samenwerking, _ = read_samenwerking(version.tree)
    changes = [
        *plan_rename(find_verwijzingen(samenwerking, verzameling, oud), oud, nieuw),
        Rename((verzameling, oud), nieuw),
    ]
    try:
        return Version(edit_tree(version.tree, changes), version.coding)
    except EditNotPossibleError:
        return None


def _records(plain: Plain, naam: str) -> dict[str, Plain]:
    found = plain.get(naam, "") if isinstance(plain, dict) else ""
    return found if isinstance(found, dict) else {}


def _without_traces(veld: Veld, record: Plain) -> Plain:
    """What a record says, without what samenwerk itself keeps with it of a former key."""
    if veld.record is None or not isinstance(record, dict):
        return record
    traces = {naam for naam, inner in veld.record.velden.items() if inner.is_spoor}
    return {naam: value for naam, value in record.items() if naam not in traces}
