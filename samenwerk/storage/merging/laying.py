"""Data laid out as a block of lines: what stands between brackets is merged as if each of its parts had a line."""

from samenwerk.errors import Pad
from samenwerk.storage.editing.page import Page
from samenwerk.storage.merging.entries import Cut, cut
from samenwerk.storage.yaml_changes import Append, Change, Remove, Set, find_plain
from samenwerk.storage.yaml_format import format_item, format_key
from samenwerk.storage.yaml_tree import Plain, parse_tree


def lay_out(value: Plain) -> Cut | None:
    """The entries of a list or mapping, each on lines of its own; None when it is empty."""
    if isinstance(value, dict):
        lines = [line for key, inner in value.items() for line in format_key(key, inner, 2)]
    elif isinstance(value, list):
        lines = [line for item in value for line in format_item(item, 2)]
    else:
        return None
    page = Page(parse_tree("".join(f"{line}\n" for line in ("k:", *lines))))
    return cut(page, page.tree.root.items[0][1])


def list_changes(plain: Plain, pad: Pad, value: Plain) -> list[Change]:
    """What must be changed at a place to make this of the list or mapping there, and no more."""
    now = find_plain(plain, pad)
    if isinstance(now, dict) and isinstance(value, dict):
        gone: list[Change] = [Remove((*pad, key)) for key in now if key not in value]
        changed = [(key, inner) for key, inner in value.items() if now.get(key) != inner]
        return gone + [change for key, inner in changed for change in list_changes(plain, (*pad, key), inner)]
    if isinstance(now, list) and isinstance(value, list):
        kept = [item for item in now if item in value]
        if value[: len(kept)] == kept:
            gone = [Remove((*pad, number)) for number in reversed(range(len(now))) if now[number] not in value]
            return gone + [Append(pad, item) for item in value[len(kept) :]]
    is_text = isinstance(now or "", str) and isinstance(value, str)
    return [Set(pad, value)] if is_text or not now else [Remove(pad), Set(pad, value)]
