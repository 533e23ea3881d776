"""The lines that differ between two texts, in the form git shows them."""

import re
from collections.abc import Sequence
from difflib import unified_diff

from samenwerk.storage.foreign_text import decode_text

_CONTEXT, _NEAR = 2, 100
"""How many lines are shown around what changed, and how many are weighed."""

_HUNK = re.compile(r"@@ -(\d+)(.*) \+(\d+)(.*) @@")


def show_file_diff(old: bytes | None, new: bytes, name: str) -> str:
    """The lines that differ between two contents of a file, of which the first may be none."""
    before, after = (decode_text(content or b"") for content in (old, new))
    return show_diff(before, after, name)


def show_diff(old: str, new: str, name: str, sides: tuple[str, str] = ("nu", "nieuw")) -> str:
    """The lines that differ, in the form git shows them; `sides` is what the two texts are."""
    before, after = old.splitlines(), new.splitlines()
    # difflib weighs every line against every other, also those far from what changed.
    start = max(_count_same(before, after) - _NEAR, 0)
    end = max(_count_same(before[start:][::-1], after[start:][::-1]) - _NEAR, 0)
    was, now = before[start : len(before) - end], after[start : len(after) - end]
    van, naar = (f"{name} ({side})" for side in sides)
    diff = unified_diff(was, now, van, naar, lineterm="", n=_CONTEXT)
    return "\n".join(_move_down(line, start) for line in diff)


def _move_down(line: str, lines: int) -> str:
    """A line of a diff; where it says at which line a part begins, that is so many lines further."""
    found = _HUNK.fullmatch(line)
    return f"@@ -{int(found[1]) + lines}{found[2]} +{int(found[3]) + lines}{found[4]} @@" if found else line


def _count_same(old: Sequence[str], new: Sequence[str]) -> int:
    """How many items two lists have in common at their beginning."""
    return next((place for place, (was, now) in enumerate(zip(old, new, strict=False)) if was != now), min(len(old), len(new)))
