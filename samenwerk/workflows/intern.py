"""The text of a file as others may see it: what is for the facilitator alone is covered."""

from typing import TYPE_CHECKING

from samenwerk.domain.intern import find_intern
from samenwerk.storage.yaml_tree import resolve

if TYPE_CHECKING:
    from samenwerk.storage.notities import DossierFile

COVER = "(alleen voor de begeleider)"


def cover_intern(file: "DossierFile") -> str:
    """The text of a file with a sign in the place of each record that is for the facilitator alone."""
    text = file.tree.text
    for start, end in sorted(_find_spans(file), reverse=True):
        inside = text[start:end]
        text = text[:start] + COVER + inside[len(inside.rstrip()) :] + text[end:]
    return text


def find_intern_lines(file: "DossierFile") -> set[int]:
    """The lines of a file, counted from 1, on which something stands that is for the facilitator alone."""
    lines: set[int] = set()
    for start, end in _find_spans(file):
        lines.update(range(file.tree.position(start).regel, file.tree.position(end).regel + 1))
    return lines


def _find_spans(file: "DossierFile") -> set[tuple[int, int]]:
    return {(node.start, node.end) for pad in find_intern(file.record) for node in [resolve(file.tree.find(pad))]}
