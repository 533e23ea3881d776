"""Two versions of a block of YAML made one, entry by entry, with the data that must come out of it computed beside the text."""

from collections.abc import Iterable
from typing import NamedTuple

from samenwerk.errors import DossierError, Pad
from samenwerk.storage.merging.entries import Cut, Entry, stands_for_another
from samenwerk.storage.merging.laying import lay_out
from samenwerk.storage.merging.lines import Apart, merge_lines
from samenwerk.storage.merging.matching import Match, NotMatchedError, match_entries
from samenwerk.storage.merging.places import UNKNOWN, Place
from samenwerk.storage.yaml_tree import Plain, Scalar, parse_tree, to_plain


class Botsing(NamedTuple):
    """A place that both sides changed, each in its own way; None where one has nothing there (any more)."""

    pad: Pad
    basis: Plain | None
    ons: Plain | None
    hun: Plain | None


class Clash(NamedTuple):
    """Whole lines of which a person must choose."""

    ons: str
    hun: str
    botsing: Botsing


Chunk = str | Clash


class Merged(NamedTuple):
    """The text of a merged part, and its data: with each clash as ours, and as theirs. None is a part that is gone.

    `rewrites` are the values that the lines of neither side hold: they are put in afterwards.
    """

    chunks: list[Chunk]
    ons: Plain | None
    hun: Plain | None
    rewrites: tuple[tuple[Pad, Plain], ...] = ()

    @property
    def botsingen(self) -> list[Botsing]:
        """What a person must choose."""
        return [chunk.botsing for chunk in self.chunks if isinstance(chunk, Clash)]


class UnsettledError(Exception):
    """This part cannot be made of whole lines: what it stands in must be chosen as a whole."""


class Both(NamedTuple):
    """An entry that both sides have."""

    basis: Entry | None
    ons: Entry
    hun: Entry


class Merge:
    """One merge of three trees.

    `forced` are the places that a person must decide though the lines would fit, `settled` those of which ours already holds
    what came of both.
    """

    def __init__(self, forced: Iterable[Pad] = (), settled: Iterable[Pad] = ()) -> None:
        self._forced = set(forced)
        self._settled = set(settled)

    def block(self, basis: Cut | None, ons: Cut, hun: Cut, place: Place, pad: Pad) -> Merged:
        """Two blocks made one. Raises `UnsettledError` when the sides do not fit together by their lines."""
        if ons.column != hun.column or len({each.is_list for each in (basis, ons, hun) if each}) > 1:
            raise UnsettledError
        try:
            matches = match_entries(basis, ons, hun, place)
        except NotMatchedError:
            raise UnsettledError from None
        parts = [(match, self._entry(match, _place_of(match, place), (*pad, match.deel))) for match in matches]
        return _join(parts, is_list=ons.is_list)

    def _entry(self, match: Match, place: Place, pad: Pad) -> Merged:
        if pad in self._forced:
            return _clash(match, pad)
        if match.ons is None or match.hun is None:
            return self._one_sided(match, place, pad)
        both = Both(match.basis, match.ons, match.hun)
        if not any(asked[: len(pad)] == pad for asked in self._forced) and (one := _pick(both, "text")):
            return Merged([one.text], one.plain, one.plain)
        lead, tail = (_merge_text(both, which) for which in ("lead", "tail"))
        if lead is None or tail is None or stands_for_another(both.ons.node) or stands_for_another(both.hun.node):
            return _clash(match, pad)
        try:
            body = self._body(both, place, pad)
        except UnsettledError:
            return _clash(match, pad)
        return body._replace(chunks=[lead, *body.chunks, tail])

    def _one_sided(self, match: Match, place: Place, pad: Pad) -> Merged:
        """An entry that one side, or both, has not: new, or taken away."""
        basis, there = match.basis, match.ons or match.hun
        if there is None:
            return Merged([], None, None)
        if basis is None or pad in self._settled:
            return Merged([there.text], there.plain, there.plain)
        if there.plain == basis.plain and there.all_comments <= basis.all_comments:
            return Merged([], None, None)
        if not place.is_collection:
            return _clash(match, pad)
        try:
            left = _beside_nothing(basis.plain, there.plain)
        except UnsettledError:
            return _clash(match, pad)
        return Merged([there.text], left, left, ((pad, left),)) if left else Merged([], None, None)

    def _body(self, both: Both, place: Place, pad: Pad) -> Merged:
        """The name of an entry with its value, both of which may differ."""
        basis, ons, hun = both
        if pad in self._settled:
            return Merged([ons.body], ons.plain, ons.plain)
        if ons.inner and hun.inner and place.kind != UNKNOWN and (head := _merge_text(both, "head")) is not None:
            inner = self.block(basis.inner if basis else None, ons.inner, hun.inner, place, pad)
            return inner._replace(chunks=[head, *inner.chunks])
        if ons.plain == hun.plain:
            return _whole(ons if basis is None or ons.body != basis.body else hun, both)
        if one := _pick(both, "plain"):
            return _whole(one, both)
        if all(entry and isinstance(entry.node, Scalar) and entry.node.style in ("|", ">") for entry in both):
            return _merge_long_text(both)
        if ons.comments or hun.comments or place.kind == UNKNOWN:
            raise UnsettledError
        return self._as_lines(both, place, pad)

    def _as_lines(self, both: Both, place: Place, pad: Pad) -> Merged:
        """A collection that stands between brackets, or is empty on a side: merged as if each of its parts had a line."""
        old, here, there = (entry.plain if entry else "" for entry in both)
        if isinstance(here, str) or isinstance(there, str):
            if not place.is_collection:
                raise UnsettledError
            # Emptied on one side, and added to on the other.
            merged = _beside_nothing(old, here or there)
        else:
            laid = self.block(lay_out(old), _lay_out(here), _lay_out(there), place, pad)
            if laid.botsingen or laid.ons is None:
                raise UnsettledError
            merged = laid.ons
        return Merged([both.ons.body], merged, merged, ((pad, merged),))


def merge_plain(basis: Plain, ons: Plain, hun: Plain, place: Place, forced: Iterable[Pad]) -> Plain | None:
    """What two versions say together, apart from how they are written; None when only a person can tell."""
    try:
        merged = Merge(forced).block(lay_out(basis), _lay_out(ons), _lay_out(hun), place, ())
    except UnsettledError:
        return None
    return None if merged.botsingen or merged.rewrites else merged.ons


def _lay_out(value: Plain) -> Cut:
    laid = lay_out(value)
    if laid is None:
        raise UnsettledError
    return laid


def _place_of(match: Match, place: Place) -> Place:
    return place.within(match.deel) if isinstance(match.deel, str) else place.item


def _beside_nothing(old: Plain, filled: Plain) -> Plain:
    """What is left of a collection that one side emptied and the other added to. Raises `UnsettledError` when it did more."""
    if isinstance(old, dict) and isinstance(filled, dict):
        if any(filled.get(key, value) != value for key, value in old.items()):
            raise UnsettledError
        return {key: value for key, value in filled.items() if key not in old} or ""
    if isinstance(old, list) and isinstance(filled, list) and all(filled.count(item) == 1 for item in (*old, *filled)):
        return [item for item in filled if item not in old] or ""
    raise UnsettledError


def _clash(match: Match, pad: Pad) -> Merged:
    """Both sides as they are. Raises `UnsettledError` behind a dash, where there are no whole lines of an entry alone."""
    basis, ons, hun = (entry.plain if entry else None for entry in match.entries)
    if match.ons and match.hun and not (match.ons.begins_line and match.hun.begins_line):
        raise UnsettledError
    here, there = (entry.text if entry else "" for entry in (match.ons, match.hun))
    return Merged([Clash(here, there, Botsing(pad, basis, ons, hun))], ons, hun)


def _pick(both: Both, which: str) -> Entry | None:
    """The side that alone changed this of an entry, or either when both are alike; None when each changed it."""
    basis, ons, hun = (getattr(entry, which) if entry else None for entry in both)
    if hun in (ons, basis):
        return both.ons
    return both.hun if ons == basis else None


def _whole(takes: Entry, both: Both) -> Merged:
    """The value as one side wrote it, when no comment of the other goes with it."""
    if not both.ons.comments | both.hun.comments <= takes.comments:
        raise UnsettledError
    return Merged([takes.body], takes.plain, takes.plain)


def _merge_text(both: Both, which: str) -> str | None:
    """A part of an entry that is no data; None when both sides changed the same lines of it."""
    one = _pick(both, which)
    return getattr(one, which) if one else merge_text(*(getattr(entry, which) if entry else "" for entry in both))


def merge_text(basis: str, ons: str, hun: str) -> str | None:
    """Lines that are no data; None when both sides changed the same."""
    lines = merge_lines(*(text.splitlines(keepends=True) for text in (basis, ons, hun)))
    return None if any(isinstance(line, Apart) for line in lines) else "".join(line for line in lines if isinstance(line, str))


def _merge_long_text(both: Both) -> Merged:
    """A text of more lines, of which each side changed other ones."""
    text = merge_text(*(entry.body if entry else "" for entry in both))
    if text is None:
        raise UnsettledError
    try:
        root = parse_tree(text if isinstance(both.ons.deel, str) else f"k:\n{text}").root
    except DossierError:
        raise UnsettledError from None
    value = to_plain(root.items[0][1]) if root.items else ""
    value = value[0] if isinstance(value, list) else value
    return Merged([text], value, value)


def _join(parts: list[tuple[Match, Merged]], *, is_list: bool) -> Merged:
    """The parts of a block behind one another."""
    chunks = [chunk for _, part in parts for chunk in part.chunks]
    rewrites = tuple(rewrite for _, part in parts for rewrite in part.rewrites)
    ons, hun = (
        [(str(match.deel), value) for match, part in parts if (value := getattr(part, which)) is not None]
        for which in ("ons", "hun")
    )
    if is_list:
        return Merged(chunks, [value for _, value in ons] or "", [value for _, value in hun] or "", rewrites)
    return Merged(chunks, dict(ons) or "", dict(hun) or "", rewrites)
