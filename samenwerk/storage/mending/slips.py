"""What YAML reads otherwise than it was meant, in a file that it can read: words that vanish, and signs that nobody sees."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from samenwerk.domain.record import LIJST, TEKST, WOORDEN, Record, find_veld
from samenwerk.domain.tekens import VERBORGEN, name_teken
from samenwerk.errors import ADVIES, Bevinding, Pad
from samenwerk.storage.editing.splices import Splice, Way
from samenwerk.storage.quotes import IN_QUOTES, make_straight, put_in_quotes
from samenwerk.storage.yaml_tree import Alias, Mapping, Node, Scalar, Sequence, Tree


class Slip(NamedTuple):
    """Advice about one place of a text, and the splices that mend it; none where it may have been meant."""

    bevinding: Bevinding
    way: Way


class _Place(NamedTuple):
    """A text of the tree where it stands: as it was written, and what follows on its line."""

    node: Scalar
    pad: Pad
    source: str
    rest: str
    in_flow: bool
    is_key: bool


class _File(NamedTuple):
    """A file in which is looked: its text as a tree, what record it holds, and the anchors that something leads to."""

    tree: Tree
    soort: type[Record]
    anchors: set[str]

    def is_free(self, pad: Pad) -> bool:
        """Whether any text may stand at a pad: a choice or a day is whole as it is, so what follows it is a remark."""
        veld = find_veld(self.soort, pad)
        return veld is None or veld.soort in (TEKST, LIJST, WOORDEN)


class _Found(NamedTuple):
    """Sentence and remedy, how far from the beginning of the text it is, and what mends it."""

    melding: str
    oplossing: str
    offset: int
    way: Way


def find_slips(tree: Tree, soort: type[Record]) -> list[Slip]:
    """All that is read otherwise than it was meant in the file of a record of this soort, in the order of the text."""
    file = _File(tree, soort, {tree.text[alias.start + 1 : alias.end] for alias in _find_aliases(tree.root)})
    slips = []
    for place in _walk(tree, tree.root, (), in_flow=False):
        for melding, oplossing, offset, way in filter(None, (find(file, place) for find in _KINDS)):
            regel, kolom = tree.position(place.node.start + offset)
            bevinding = Bevinding("anders_gelezen", melding, oplossing, place.pad, ADVIES, regel=regel, kolom=kolom)
            slips.append(Slip(bevinding, way))
    return sorted(slips, key=lambda slip: (slip.bevinding.regel, slip.bevinding.kolom))


def _find_cut(file: _File, place: _Place) -> _Found | None:
    """A text that goes on behind a #. Set off by two spaces, with one behind it, that is a remark, as in a new dossier."""
    found = re.fullmatch(r"([ \t]*)(#.*?)\s*", place.rest)
    if found is None or place.is_key or place.node.style is not None or not file.is_free(place.pad):
        return None
    gap, remark = found.groups()
    is_close, has_space = len(gap) < 2, remark[1:2] in ("", " ", "\t")
    offset = place.node.end - place.node.start + len(gap)
    if (not is_close or not place.source) and has_space:
        return None
    melding = "Wat hier achter # staat, leest samenwerk niet: het telt als opmerking."
    if is_close and not has_space and not place.in_flow:
        # Of a text that is empty but for its # the place is behind the colon.
        begin = place.node.start if place.source else place.node.end + len(gap)
        text = f"{place.source}{gap}{remark}" if place.source else remark
        return _Found(melding, IN_QUOTES, offset, (Splice(begin, begin + len(text), put_in_quotes(text)),))
    oplossing = f"{IN_QUOTES} Is het een opmerking, zet dan twee spaties voor # en één erachter."
    return _Found(melding, oplossing, offset, ())


def _find_vanished(file: _File, place: _Place) -> _Found | None:
    """A text of which the first word is an anchor that nothing leads to, or the first sign a tag without a name."""
    anchor = re.match(r"&([^\s,\[\]{}]+)", place.source)
    if place.node.style is not None or (
        (anchor is None or anchor[1] in file.anchors) and not re.match(r"!(\s|$)", place.source)
    ):
        return None
    way = () if place.rest.lstrip().startswith("#") else (_replace(place, put_in_quotes(place.source)),)
    return _Found(f"Van een tekst die met {place.source[0]} begint, leest samenwerk het begin niet.", IN_QUOTES, 0, way)


def _find_typographic(_file: _File, place: _Place) -> _Found | None:
    straight = make_straight(place.source) if place.node.style is None else ""
    if not straight or place.is_key:
        return None
    melding = f"Aanhalingstekens zoals Word ze maakt ({place.source[0]} {place.source[-1]}) horen bij de tekst zelf."
    oplossing = "Zet er rechte voor in de plaats. Horen ze bij de tekst, zet er dan rechte omheen."
    return _Found(melding, oplossing, 0, (_replace(place, straight),))


def _find_hidden(_file: _File, place: _Place) -> _Found | None:
    if place.source.isascii():
        return None
    there = [index for index, sign in enumerate(place.source) if sign in VERBORGEN]
    if not there or (place.is_key and there[0] == 0):
        return None  # Of a name that begins with one the reader tells that it is no indentation.
    first = place.source[there[0]]
    meer = f" Zo staan er hier {len(there)}." if len(there) > 1 else ""
    oplossing = "Zet er een gewone spatie voor in de plaats." if VERBORGEN[first] else "Haal het weg, of typ het woord opnieuw."
    way = tuple(_sign(place, index) for index in there)
    return _Found(f"Hier staat een teken dat niemand ziet: {name_teken(first)}.{meer}", oplossing, there[0], way)


def _sign(place: _Place, index: int) -> Splice:
    start = place.node.start + index
    return Splice(start, start + 1, VERBORGEN[place.source[index]])


def _replace(place: _Place, new: str) -> Splice:
    return Splice(place.node.start, place.node.end, new)


_KINDS: tuple[Callable[[_File, _Place], _Found | None], ...] = (_find_cut, _find_vanished, _find_typographic, _find_hidden)


def _walk(tree: Tree, node: Node, pad: Pad, *, in_flow: bool) -> Iterator[_Place]:
    """Every text below a node where it was written; what an alias repeats stands elsewhere."""
    if isinstance(node, Scalar):
        yield _place(tree, node, pad, in_flow=in_flow)
    elif isinstance(node, Mapping):
        for key, value in node.items:
            yield _place(tree, key, (*pad, key.value), in_flow=node.flow, is_key=True)
            yield from _walk(tree, value, (*pad, key.value), in_flow=in_flow or node.flow)
    elif isinstance(node, Sequence):
        for number, item in enumerate(node.items):
            yield from _walk(tree, item, (*pad, number), in_flow=in_flow or node.flow)


def _place(tree: Tree, node: Scalar, pad: Pad, *, in_flow: bool, is_key: bool = False) -> _Place:
    end = tree.text.find("\n", node.end)
    rest = "" if is_key else tree.text[node.end : end if end >= 0 else len(tree.text)]
    return _Place(node, pad, tree.text[node.start : node.end], rest, in_flow, is_key)


def _find_aliases(node: Node) -> Iterator[Alias]:
    if isinstance(node, Alias):
        yield node
    elif isinstance(node, Mapping):
        for _, value in node.items:
            yield from _find_aliases(value)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _find_aliases(item)
