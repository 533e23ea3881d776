"""The changes the tool can make to a dossier, and what each does to plain data: what an edited text must hold."""

from typing import NamedTuple

from samenwerk.errors import Pad
from samenwerk.storage.yaml_format import tidy
from samenwerk.storage.yaml_tree import Plain


class Set(NamedTuple):
    """Give a pad a value; keys that are not there yet are made, in the order of the schema."""

    pad: Pad
    value: Plain


class Append(NamedTuple):
    """Add an item at the end of the list at a pad; the list is made when it is not there yet."""

    pad: Pad
    value: Plain


class Remove(NamedTuple):
    """Take away the key or the item at a pad, with all it holds."""

    pad: Pad


class Rename(NamedTuple):
    """Give the key at a pad another name; it keeps its place and what it holds."""

    pad: Pad
    naam: str


Change = Set | Append | Remove | Rename


def apply_change(data: Plain, change: Change) -> Plain:
    """The same change on plain data: what an edited text must hold."""
    return _apply(data, change.pad, change)


def changes_nothing(data: Plain, change: Change) -> bool:
    """Whether what a change sets is there already."""
    return isinstance(change, Set) and find_plain(data, change.pad) == tidy(change.value)


def find_plain(data: Plain, pad: Pad) -> Plain | None:
    """What stands at a pad; None where there is no such place."""
    for deel in pad:
        if isinstance(data, dict) and deel in data:
            data = data[str(deel)]
        elif isinstance(data, list) and isinstance(deel, int) and deel < len(data):
            data = data[deel]
        else:
            return None
    return data


def _apply(data: Plain, pad: Pad, change: Change) -> Plain:
    if not pad:
        if isinstance(change, Set):
            return tidy(change.value)
        if isinstance(change, Append):
            return [*(data if isinstance(data, list) else []), tidy(change.value)]
        return ""
    head, rest = pad[0], pad[1:]
    removes = isinstance(change, Remove) and not rest
    if isinstance(change, Rename) and not rest:
        pairs = data.items() if isinstance(data, dict) else ()
        return {change.naam if key == head else key: value for key, value in pairs}
    if isinstance(head, int):
        items = list(data) if isinstance(data, list) else []
        items[head : head + 1] = [] if removes else [_apply(items[head] if head < len(items) else "", rest, change)]
        return items or ""
    mapping = dict(data) if isinstance(data, dict) else {}
    if removes:
        mapping.pop(head, None)
    else:
        mapping[head] = _apply(mapping.get(head, ""), rest, change)
    return mapping or ""
