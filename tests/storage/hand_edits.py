"""The changes that people make to a dossier as they write it: of every kind, at every depth, alone or more at once."""

from collections.abc import Iterator
from typing import NamedTuple

from handwriting import Hand, make_item, make_record, make_scalar, make_text, make_value

from samenwerk.domain.record import DEEL, LIJST, RECORDS, REEKS, VERWIJZINGEN, WOORDEN, find_record
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.errors import Pad
from samenwerk.storage.yaml_changes import Append, Change, Remove, Rename, Set, apply_change
from samenwerk.storage.yaml_tree import Plain


class Edit(NamedTuple):
    """A change, and what it does to the text: `zet`, `nieuw` or `weg`."""

    soort: str
    change: Change


def choose_edit(hand: Hand, data: dict[str, Plain]) -> Edit:
    """Any change that makes sense for this data: of every kind, at every depth."""
    kinds = {
        "zet": [Edit("zet", Set(pad, "")) for pad, value in walk(data) if isinstance(value, str)],
        "nieuw": [Edit("nieuw", change) for change in _list_additions(hand, data)],
        "weg": [Edit("weg", Remove(pad)) for pad, _ in walk(data)],
        "naam": [Edit("naam", Rename(pad, "hernoemd")) for pad, _ in walk(data) if isinstance(pad[-1], str)],
    }
    edit = hand.pick(kinds[hand.pick([soort for soort, edits in kinds.items() if edits])])
    if edit.soort == "zet" and not hand.one_in(5):
        return Edit("zet", Set(edit.change.pad, make_text(hand)))
    return edit


def choose_edits(hand: Hand, data: Plain) -> list[Change]:
    """The changes of one command, or of a few: each as if made after the one before, or all as if made on this data."""
    changes: list[Change] = []
    one_after_the_other = hand.one_in(2)
    for _ in range(hand.pick((1, 2, 3))):
        if not isinstance(data, dict):
            break
        made = hand.pick((_choose_one, _choose_one, _choose_fields, _choose_items))(hand, data)
        changes += made
        for change in made if one_after_the_other else ():
            data = apply_change(data, change)
    return changes


def _choose_one(hand: Hand, data: dict[str, Plain]) -> list[Change]:
    return [choose_edit(hand, data).change]


def _choose_fields(hand: Hand, data: dict[str, Plain]) -> list[Change]:
    """Fields of one record, new or not, in any order."""
    new = [(veld.naam, "nieuw") for veld in Samenwerking.velden.values() if veld.soort == RECORDS]
    there = [pad for pad, value in walk(data) if isinstance(value, dict) and find_record(Samenwerking, pad) is not None]
    pad = hand.pick([*new, *there])
    record = find_record(Samenwerking, pad)
    assert record is not None
    changes = list(_part(hand, pad, make_record(hand, record)))
    return changes if hand.one_in(2) else sorted(changes, key=str)


def _part(hand: Hand, pad: Pad, values: dict[str, Plain]) -> Iterator[Change]:
    for naam, value in values.items():
        hier = (*pad, naam)
        if isinstance(value, dict) and value and not hand.one_in(3):
            yield from _part(hand, hier, value)
        elif isinstance(value, list) and not hand.one_in(3):
            yield from (Append(hier, item) for item in value)
        else:
            yield Set(hier, value)


def _choose_items(hand: Hand, data: dict[str, Plain]) -> list[Change]:
    """Items of one list that go, the last of them first, and items that come."""
    lists = [(pad, value) for pad, value in walk(data) if isinstance(value, list) and value]
    if not lists:
        return []
    pad, items = hand.pick(lists)
    weg = sorted({hand.pick(range(len(items))) for _ in range(hand.pick((1, 2)))}, reverse=True)
    erbij = [hand.pick(items) for _ in range(hand.pick((0, 1, 2)))]
    return [*(Remove((*pad, plaats)) for plaats in weg), *(Append(pad, item) for item in erbij)]


def walk(data: Plain, pad: Pad = ()) -> Iterator[tuple[Pad, Plain]]:
    """Everything in the data with its pad, the whole itself not."""
    inside: list[tuple[str | int, Plain]] = []
    if isinstance(data, dict):
        inside = list(data.items())
    elif isinstance(data, list):
        inside = list(enumerate(data))
    for deel, value in inside:
        yield (*pad, deel), value
        yield from walk(value, (*pad, deel))


def _list_additions(hand: Hand, data: dict[str, Plain]) -> Iterator[Change]:
    for pad, value in [((), data), *walk(data)]:
        record = find_record(Samenwerking, pad)
        if record is None or not isinstance(value, dict) or not value:
            continue
        veld = hand.pick(list(record.velden.values()))
        hier = (*pad, veld.naam)
        if veld.soort in (LIJST, VERWIJZINGEN, REEKS):
            yield Append(hier, make_item(hand, veld))
        elif veld.soort in (RECORDS, WOORDEN):
            yield Set((*hier, "nieuw"), make_item(hand, veld))
        elif veld.soort == DEEL and veld.record:
            inner = hand.pick(list(veld.record.velden.values()))
            present = value.get(veld.naam)
            if not isinstance(present, dict) or inner.naam not in present:
                yield Set((*hier, inner.naam), make_value(hand, inner, filled=True))
        elif veld.naam not in value:
            yield Set(hier, make_scalar(hand, veld))
