"""`smelt`: two changed versions of a YAML file and the one they came of, made one.

The text is put together of whole lines of both sides, and the data that must come out of it are computed beside it. Only when
the text reads as those data, and holds nothing wrong that was in neither side, it is given as merged. What only a person can
decide stands between the usual markers; what cannot be merged by its structure is merged by its lines.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from samenwerk.domain.samenwerking import STAPGROEP, Samenwerking
from samenwerk.errors import FOUT, Bevinding, DossierError, EditNotPossibleError, Pad
from samenwerk.storage.merging.laying import list_changes
from samenwerk.storage.merging.lines import Apart, merge_lines
from samenwerk.storage.merging.merging import Botsing, Chunk, Clash, Merge, Merged, UnsettledError, merge_plain, merge_text
from samenwerk.storage.merging.places import FREE, RECORD, Place
from samenwerk.storage.merging.renames import find_renamed, rename_in
from samenwerk.storage.merging.versions import Coding, Version, read_version
from samenwerk.storage.yaml_changes import find_plain
from samenwerk.storage.yaml_editor import edit_tree
from samenwerk.storage.yaml_tree import Plain, Tree, parse_tree, to_plain


class Markers(NamedTuple):
    """How the lines look between which a person must choose: what the sides are called, and how long the lines are."""

    ons: str = "hier"
    hun: str = "daar"
    size: int = 7


class Gesmolten(NamedTuple):
    """What came of a merge: its bytes, and what only a person can decide.

    Where the file was merged by its lines `botsingen` may be empty though there are markers in it.
    """

    inhoud: bytes
    botsingen: tuple[Botsing, ...] = ()
    heeft_markers: bool = False


class Pieces(NamedTuple):
    """A merge of which a person chooses each clash: the text in between, and the clashes, in their order."""

    chunks: tuple[Chunk, ...]
    coding: Coding

    @property
    def botsingen(self) -> list[Botsing]:
        """What is to be chosen."""
        return [chunk.botsing for chunk in self.chunks if isinstance(chunk, Clash)]

    def choose(self, sides: Iterable[str]) -> bytes:
        """The file with each clash as the side has it that was chosen: `ons` or `hun`."""
        chosen = iter(sides)
        text = "".join(chunk if isinstance(chunk, str) else getattr(chunk, next(chosen)) for chunk in self.chunks)
        return self.coding.encode(text)


HIER_EN_DAAR = Markers()


def smelt(basis: bytes, ons: bytes, hun: bytes, *, regels: bytes | None = None, markers: Markers = HIER_EN_DAAR) -> Gesmolten:
    """One version of the two.

    `regels` is what git made of the lines of the three: it is what is given when it holds what it must, so that nobody gets
    other bytes than they know.
    """
    if ons in (basis, hun):
        return Gesmolten(hun)
    if basis == hun:
        return Gesmolten(ons)
    versions = [version for each in (basis, ons, hun) if (version := read_version(each))]
    if len(versions) < 3 or len({_value(version.plain, "formaat") for version in versions}) > 1:
        return _merge_by_lines(basis, ons, hun, None, markers)
    three = Three(*versions)
    merged = three.merge()
    if merged is None or (regels is not None and not merged.botsingen):
        expected = three.merge_data() if merged is None else merged.ons
        if regels is not None and expected is not None and three.accepts(regels, expected):
            return Gesmolten(regels)
        if merged is None:
            return _merge_by_lines(basis, ons, hun, (three, expected) if expected is not None else None, markers)
    text = "".join(_write(merged.chunks, markers))
    return Gesmolten(three.ons.coding.encode(text), tuple(merged.botsingen), bool(merged.botsingen))


def take_apart(basis: Version, ons: Version, hun: Version) -> Pieces | None:
    """What the two make together, to choose each clash of; None when it cannot be made by the structure of the three."""
    merged = Three(basis, ons, hun).merge()
    return Pieces(tuple(merged.chunks), ons.coding) if merged else None


class Three(NamedTuple):
    """The three versions, all of them readable."""

    basis: Version
    ons: Version
    hun: Version

    @property
    def place(self) -> Place:
        """What the file is: a dossier, or any YAML."""
        return Place(RECORD, Samenwerking) if all(map(_is_dossier, self)) else Place(FREE)

    def merge(self) -> Merged | None:
        """The merged text with its data, proven; None when it cannot be made by the structure of the three."""
        carried, forced = self._carry_renames()
        forced |= self._find_steps()
        try:
            merged = carried._merge(forced)
            if not merged.botsingen and (wrong := self._find_new_errors(_join(merged.chunks, "ons"))):
                merged = carried._merge(forced | carried._ask_about(wrong, merged.ons))
                if not merged.botsingen:
                    return None
        except UnsettledError:
            return None
        return merged

    def _carry_renames(self) -> "tuple[Three, set[Pad]]":
        """The three with the records that one side renamed called so in all, and the places where that must be asked."""
        if self.place.kind == FREE:
            return self, set()
        three, asked = self, set[Pad]()
        both = [list(find_renamed(self.basis, side)) for side in (self.ons, self.hun)]
        for renamed in dict.fromkeys([*both[0], *both[1]]):
            verzameling, oud, nieuw = renamed
            sides = [renamed in each for each in both]
            if any(other[:2] == renamed[:2] and other.nieuw != nieuw for each in both for other in each):
                asked.add((verzameling, nieuw))
            elif not all(sides):
                other = three.hun if sides[0] else three.ons
                now = find_plain(other.plain, (verzameling,))
                if not isinstance(now, dict) or oud not in now or nieuw in now:
                    continue
                old, new = rename_in(three.basis, renamed), rename_in(other, renamed)
                if old is None or new is None:
                    asked.add((verzameling, nieuw))
                else:
                    three = Three(old, three.ons, new) if sides[0] else Three(old, new, three.hun)
        return three, asked

    def _merge(self, forced: set[Pad], settled: Iterable[Pad] = ()) -> Merged:
        """Raises `UnsettledError` when it cannot be made, or not be proven."""
        basis, ons, hun = self
        if ons.cut is None or hun.cut is None:
            raise UnsettledError
        top = merge_text(*(each.page.text[: each.cut.start] if each.cut else each.page.text for each in self))
        if top is None:
            raise UnsettledError
        merged = Merge(forced, settled).block(basis.cut, ons.cut, hun.cut, self.place, ())
        if merged.rewrites:
            changes = [change for pad, value in merged.rewrites for change in list_changes(ons.plain, pad, value)]
            try:
                rewritten = edit_tree(ons.tree, changes)
            except EditNotPossibleError:
                raise UnsettledError from None
            return Three(basis, Version(rewritten, ons.coding), hun)._merge(forced, [pad for pad, _ in merged.rewrites])
        merged = merged._replace(chunks=[top, *merged.chunks])
        for side in ("ons", "hun"):
            if _read(_join(merged.chunks, side)) != getattr(merged, side):
                raise UnsettledError
        return merged

    def merge_data(self) -> Plain | None:
        """What the two say together, apart from how they are written; None when only a person can tell."""
        return merge_plain(self.basis.plain, self.ons.plain, self.hun.plain, self.place, self._find_steps())

    def accepts(self, content: bytes, expected: Plain) -> bool:
        """Whether these bytes say what is expected, and nothing is wrong in them that was in neither side."""
        version = read_version(content)
        return version is not None and version.plain == expected and not self._find_new_errors(version.page.text)

    def _find_steps(self) -> set[Pad]:
        """The fields that say where the group stands, when both sides changed any of them: no step wins of another unasked."""
        if self.place.kind == FREE:
            return set()
        basis, ons, hun = ([_value(each.plain, naam) for naam in STAPGROEP] for each in self)
        if basis in (ons, hun) or ons == hun:
            return set()
        return {(naam,) for naam, here, there in zip(STAPGROEP, ons, hun, strict=True) if here != there}

    def _find_new_errors(self, text: str) -> list[Bevinding]:
        """What is wrong in a merged dossier that was in neither side."""
        if self.place.kind == FREE or not (errors := _find_errors(parse_tree(text))):
            return []
        known = {(error.code, error.melding) for side in (self.ons, self.hun) for error in _find_errors(side.tree)}
        return [error for error in errors if (error.code, error.melding) not in known]

    def _ask_about(self, errors: Iterable[Bevinding], merged: Plain | None) -> set[Pad]:
        """The places to ask about: what one side took away that the other names, else where the error is."""
        from samenwerk.domain.record import find_veld

        pads: set[Pad] = set()
        for error in errors:
            veld = find_veld(Samenwerking, error.pad)
            sleutel = find_plain(merged or "", error.pad)
            gone = {
                (verzameling, sleutel)
                for verzameling in (veld.verwijst if veld else ())
                if isinstance(sleutel, str) and find_plain(self.basis.plain, (verzameling, sleutel)) is not None
            }
            pads |= gone or {error.pad}
        return pads


def _is_dossier(version: Version) -> bool:
    return isinstance(version.plain, dict) and {"formaat", *STAPGROEP} <= version.plain.keys()


def _find_errors(tree: Tree) -> list[Bevinding]:
    from samenwerk.storage.reader import read_samenwerking

    return [bevinding for bevinding in read_samenwerking(tree)[1] if bevinding.ernst == FOUT]


def _value(plain: Plain, key: str) -> str:
    """What a field says, in one text."""
    return str(plain.get(key, "")) if isinstance(plain, dict) else ""


def _read(text: str) -> Plain | None:
    try:
        tree = parse_tree(text)
    except DossierError:
        return None
    return None if tree.doubles else to_plain(tree.root)


def _join(chunks: Iterable[Chunk], side: str) -> str:
    """The text with each clash as one side has it."""
    return "".join(chunk if isinstance(chunk, str) else getattr(chunk, side) for chunk in chunks)


def _write(chunks: Iterable[Chunk | Apart], markers: Markers) -> Iterator[str]:
    """The text, with markers around what a person must choose."""
    for chunk in chunks:
        if isinstance(chunk, str):
            yield chunk
        else:
            ons, hun = ("".join(side) for side in chunk) if isinstance(chunk, Apart) else (chunk.ons, chunk.hun)
            yield f"{'<' * markers.size} {markers.ons}\n{_end(ons)}{'=' * markers.size}\n{_end(hun)}"
            yield f"{'>' * markers.size} {markers.hun}\n"


def _end(text: str) -> str:
    return text if not text or text.endswith("\n") else f"{text}\n"


def _merge_by_lines(basis: bytes, ons: bytes, hun: bytes, expected: tuple[Three, Plain] | None, markers: Markers) -> Gesmolten:
    """The three merged as git would; without a conflict only when that is sure to hold what it must."""
    texts = [each.decode("utf-8", "surrogateescape") for each in (basis, ons, hun)]
    chunks = merge_lines(*(text.splitlines(keepends=True) for text in texts))
    apart = any(isinstance(chunk, Apart) for chunk in chunks)
    content = "".join(_write(chunks, markers)).encode("utf-8", "surrogateescape")
    if not apart:
        if expected is not None and expected[0].accepts(content, expected[1]):
            return Gesmolten(content)
        content = "".join(_write([Apart((texts[1],), (texts[2],))], markers)).encode("utf-8", "surrogateescape")
    return Gesmolten(content, (), heeft_markers=True)
