"""Three versions of lines made one, as git would: what both changed at the same place stays apart."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple


class Apart(NamedTuple):
    """Lines that both sides changed, each in its own way."""

    ons: tuple[str, ...]
    hun: tuple[str, ...]


Chunk = str | Apart


def merge_lines(basis: Sequence[str], ons: Sequence[str], hun: Sequence[str]) -> list[Chunk]:
    """The lines of both sides; what cannot be both stands apart, without the lines at its edges that are the same."""
    merged: list[Chunk] = []
    old, here, there = 0, 0, 0
    for old_end, here_end, there_end, size in _find_stable(basis, ons, hun):
        merged.extend(_choose(basis[old:old_end], ons[here:here_end], hun[there:there_end]))
        merged.extend(basis[old_end : old_end + size])
        old, here, there = old_end + size, here_end + size, there_end + size
    return merged


def _find_stable(basis: Sequence[str], ons: Sequence[str], hun: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """The runs of lines that all three have, each with where it begins; the last is empty and at the ends."""
    from difflib import SequenceMatcher

    here = SequenceMatcher(None, basis, ons, autojunk=False).get_matching_blocks()
    there = SequenceMatcher(None, basis, hun, autojunk=False).get_matching_blocks()
    i = j = 0
    while i < len(here) and j < len(there):
        a, b = here[i], there[j]
        start, end = max(a.a, b.a), min(a.a + a.size, b.a + b.size)
        if start < end:
            yield start, a.b + start - a.a, b.b + start - b.a, end - start
        if a.a + a.size < b.a + b.size:
            i += 1
        else:
            j += 1
    yield len(basis), len(ons), len(hun), 0


def _choose(basis: Sequence[str], ons: Sequence[str], hun: Sequence[str]) -> Iterator[Chunk]:
    if list(ons) == list(hun) or list(hun) == list(basis):
        yield from ons
    elif list(ons) == list(basis):
        yield from hun
    else:
        top = next((n for n, (a, b) in enumerate(zip(ons, hun, strict=False)) if a != b), min(len(ons), len(hun)))
        yield from ons[:top]
        ons, hun = ons[top:], hun[top:]
        low = next(
            (n for n, (a, b) in enumerate(zip(reversed(ons), reversed(hun), strict=False)) if a != b), min(len(ons), len(hun))
        )
        yield Apart(tuple(ons[: len(ons) - low]), tuple(hun[: len(hun) - low]))
        yield from ons[len(ons) - low :]
