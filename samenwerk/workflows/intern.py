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
    spans = {(node.start, node.end) for pad in find_intern(file.record) for node in [resolve(file.tree.find(pad))]}
    for start, end in sorted(spans, reverse=True):
        inside = text[start:end]
        text = text[:start] + COVER + inside[len(inside.rstrip()) :] + text[end:]
    return text
