"""YAML text as a tree of positions and strings: what stands where, untyped, with nothing of the text lost.

The tree is built from libyaml's events in one pass. Limits keep a hostile file from costing more than a sentence.
"""

from bisect import bisect_right
from collections.abc import Callable
from functools import cached_property
from typing import Any, NamedTuple, NoReturn, Union

from samenwerk.errors import Bevinding, DossierError, Pad
from samenwerk.storage.libyaml import load_libyaml

libyaml: Any = load_libyaml()
_ScalarEvent, _MappingEndEvent, _SequenceEndEvent = libyaml.ScalarEvent, libyaml.MappingEndEvent, libyaml.SequenceEndEvent

MAX_BYTES = 2_000_000
MAX_DEPTH = 30
MAX_WEIGHT = 200_000
"""Nodes, a long text as more than one, with every alias written out: so aliases of aliases cannot grow past it."""

_TEXT_OF_ONE_NODE = 50


class Scalar:
    """One text. `style` is None for plain, else the sign it is written with: ' \" | or >."""

    __slots__ = ("end", "start", "style", "value", "weight")
    height = 0

    def __init__(self, start: int, end: int, style: str | None, value: str) -> None:
        self.start = start
        self.end = end
        self.style = style
        self.value = value
        self.weight = 1 + len(value) // _TEXT_OF_ONE_NODE

    @property
    def is_empty(self) -> bool:
        """Whether YAML reads this as nothing: no text at all, `~` or `null`."""
        return self.style is None and self.value in ("", "~", "null", "Null", "NULL")


class Alias:
    """A `*name` that stands for another node."""

    __slots__ = ("end", "height", "start", "target", "weight")

    def __init__(self, start: int, end: int, target: "Node") -> None:
        self.start = start
        self.end = end
        self.target = target
        self.weight: int = target.weight
        self.height: int = target.height


class Mapping:
    """Pairs of key and value, in the order of the text.

    `end` is past the closing brace; without braces it is where the next thing begins, past comments and blank lines.
    """

    __slots__ = ("end", "flow", "height", "items", "merges", "start", "weight")

    def __init__(self, start: int, *, flow: bool) -> None:
        self.start = start
        self.end = start
        self.flow = flow
        self.merges = False
        self.items: list[tuple[Scalar, Node]] = []
        self.weight: int = 1
        self.height: int = 1

    def find(self, key: str) -> Union["Node", None]:
        """The value of a key, of its own or taken over with `<<`; None when it has no such key."""
        for own, value in self.all_items():
            if own.value == key:
                return value
        return None

    def all_items(self) -> list[tuple[Scalar, "Node"]]:
        """The pairs, with those of `<<` behind the own ones that they do not replace."""
        if not self.merges:
            return self.items
        own = [(key, value) for key, value in self.items if key.value != "<<" or key.style is not None]
        seen = {key.value for key, _ in own}
        for key, value in self.items:
            if key.value != "<<":
                continue
            target = resolve(value)
            for source in target.items if isinstance(target, Sequence) else [target]:
                mapping = resolve(source)
                for inherited in mapping.all_items() if isinstance(mapping, Mapping) else []:
                    if inherited[0].value not in seen:
                        seen.add(inherited[0].value)
                        own.append(inherited)
        return own


class Sequence:
    """Items in their order; `end` as in `Mapping`."""

    __slots__ = ("end", "flow", "height", "items", "start", "weight")

    def __init__(self, start: int, *, flow: bool) -> None:
        self.start = start
        self.end = start
        self.flow = flow
        self.items: list[Node] = []
        self.weight: int = 1
        self.height: int = 1


Node = Scalar | Alias | Mapping | Sequence
Plain = str | list["Plain"] | dict[str, "Plain"]
"""The data of a tree, without positions: what an edit is proven against."""


def resolve(node: Node) -> Scalar | Mapping | Sequence:
    """The node itself, or what an alias stands for."""
    while isinstance(node, Alias):
        node = node.target
    return node


def holds_nothing(node: Node) -> bool:
    """Whether there is room in this node: an empty value or text, `{}` or `[]` of its own."""
    if isinstance(node, Scalar):
        return node.is_empty or not node.value.strip()
    return not isinstance(node, Alias) and not node.items


def to_plain(node: Node) -> Plain:
    """The data of a node as texts, lists and mappings.

    What holds nothing (an empty value, `[]`, `{}`) is an empty text, and the line ends behind a block text are no data:
    the reader makes no difference between them either.
    """
    node = resolve(node)
    if isinstance(node, Mapping):
        return {key.value: to_plain(value) for key, value in node.all_items()} or ""
    if isinstance(node, Sequence):
        return [to_plain(item) for item in node.items] or ""
    return "" if node.is_empty else node.value.rstrip("\n")


class Position(NamedTuple):
    """A place in the text, counted from 1 as editors do."""

    regel: int
    kolom: int


class Tree:
    """The text of a dossier with its nodes."""

    def __init__(self, text: str, root: Mapping, doubles: list[tuple[Scalar, Scalar]]) -> None:
        self.text = text
        self.root = root
        self.doubles = doubles
        self.read_names: Callable[[Tree], None] | None = None
        """What gives the keys of a text like this one their names again; None where each stands there by its own."""
        self._pairs: dict[int, dict[str, tuple[Scalar, Node]]] = {}

    def name_key(self, key: Scalar, name: str) -> None:
        """Know a key by another name than it is written with."""
        key.value = name
        self._pairs.clear()

    @cached_property
    def _line_starts(self) -> list[int]:
        # Counted here and not taken from the marks: YAML also ends lines at U+0085 and U+2028, editors and git do not.
        starts = [0]
        while (found := self.text.find("\n", starts[-1])) >= 0:
            starts.append(found + 1)
        return starts

    def position(self, index: int) -> Position:
        """Line and column of a place in the text."""
        line = bisect_right(self._line_starts, index)
        return Position(line, index - self._line_starts[line - 1] + 1)

    def locate(self, pad: Pad) -> Position:
        """Where the value of a pad stands; the nearest thing that holds it when it is not there yet."""
        return self.position(self._walk(pad)[0])

    def find(self, pad: Pad) -> Node:
        """The value of a pad; the nearest thing that holds it when it is not there yet."""
        return self._walk(pad)[1]

    def _walk(self, pad: Pad) -> tuple[int, Node]:
        node: Node = self.root
        start = 0
        for deel in pad:
            inner = resolve(node)
            found: Node | None = None
            if isinstance(inner, Mapping) and isinstance(deel, str):
                if deel in (pairs := self._pairs_of(inner)):
                    key, found = pairs[deel]
                    start = found.start if isinstance(found, Scalar) and not found.is_empty else key.start
            elif isinstance(inner, Sequence) and isinstance(deel, int) and deel < len(inner.items):
                found = inner.items[deel]
                start = found.start
            if found is None:
                break
            node = found
        return start, node

    def _pairs_of(self, mapping: Mapping) -> dict[str, tuple[Scalar, Node]]:
        """The pairs of a mapping by their key; kept, for thousands of findings may be located in the same one."""
        if id(mapping) not in self._pairs:
            self._pairs[id(mapping)] = {key.value: (key, value) for key, value in mapping.all_items()}
        return self._pairs[id(mapping)]


def parse_tree(text: str) -> Tree:
    """Read the text of a dossier into a tree.

    Raises `DossierError` with a finding for what is wrong: no YAML, a limit passed, tags, more than one document.
    """
    try:
        return build_tree(text)
    except NOT_YAML as error:
        from samenwerk.storage.yaml_problems import explain_problem

        raise DossierError("Dit bestand is niet te lezen.", bevindingen=explain_problem(text, error)) from None


NOT_YAML: tuple[type[Exception], ...] = (libyaml.YAMLError, UnicodeEncodeError)
"""What the parser raises for a text that it cannot read."""


def build_tree(text: str) -> Tree:
    """As `parse_tree`, but what the parser itself raises comes through."""
    return _Builder(text, libyaml.CParser(text)).build()


class _Builder:
    """Turns the events of the parser into a tree, and stops at the first thing that is not allowed.

    Events are `Any`: libyaml's have attributes by kind, which its type stubs do not tell apart.
    """

    def __init__(self, text: str, parser: Any) -> None:
        self._text = text
        self._parser = parser
        self._anchors: dict[str, Node] = {}
        self._doubles: list[tuple[Scalar, Scalar]] = []

    def build(self) -> Tree:
        get_event = self._parser.get_event
        get_event()
        event = get_event()
        if isinstance(event, libyaml.StreamEndEvent):
            return Tree(self._text, Mapping(0, flow=False), [])
        root = self._node(get_event(), 1)
        get_event()
        event = get_event()
        if not isinstance(event, libyaml.StreamEndEvent):
            self._refuse(
                "meer_documenten",
                "Hier begint een tweede dossier in hetzelfde bestand (---).",
                "Bewaar elk dossier in een eigen map.",
                event.start_mark.index,
            )
        if isinstance(root, Scalar) and root.is_empty:
            return Tree(self._text, Mapping(0, flow=False), [])
        if not isinstance(root, Mapping):
            self._refuse(
                "geen_velden",
                "Dit bestand bevat geen velden.",
                "Begin elke regel met een veldnaam en een dubbele punt, zoals: naam: Huis van het Kind",
                root.start,
            )
        return Tree(self._text, root, self._doubles)

    def _node(self, event: Any, depth: int) -> Node:
        start: int = event.start_mark.index
        end: int = event.end_mark.index
        if type(event) is _ScalarEvent and event.tag is None and event.anchor is None and depth <= MAX_DEPTH:
            # Nearly all that there is.
            return Scalar(start, end, event.style or None, event.value)
        if isinstance(event, libyaml.AliasEvent):
            if event.anchor not in self._anchors:
                self._refuse(
                    "verwijzing_yaml",
                    f"*{event.anchor} verwijst naar niets.",
                    "Schrijf de tekst voluit, of zet hem tussen aanhalingstekens.",
                    start,
                )
            alias = Alias(start, end, self._anchors[event.anchor])
            if depth + alias.height > MAX_DEPTH:
                self._refuse_depth(start)
            return alias
        if depth > MAX_DEPTH:
            self._refuse_depth(start)
        if event.tag is not None and event.tag not in _HARMLESS_TAGS:
            self._refuse(
                "tag",
                "Een tekst die met ! begint, betekent hier iets anders.",
                "Haal dat teken weg, of zet de tekst tussen aanhalingstekens.",
                start,
            )
        node: Node
        if isinstance(event, _ScalarEvent):
            # A plain text tagged !!str is a text, also when it is empty.
            style = event.style if event.tag != _TEXT_TAG or event.style else "!"
            node = Scalar(start, end, style or None, event.value)
        elif isinstance(event, libyaml.MappingStartEvent):
            node = self._mapping(Mapping(start, flow=bool(event.flow_style)), depth)
        else:
            node = self._sequence(Sequence(start, flow=bool(event.flow_style)), depth)
        if node.weight > MAX_WEIGHT:
            self._refuse(
                "te_groot",
                "Dit dossier wordt te groot om te lezen.",
                "Controleer of er geen teksten in staan die met * of & beginnen.",
                start,
            )
        if event.anchor is not None:
            # Only now, so that a node can never contain itself.
            self._anchors[event.anchor] = node
        return node

    def _mapping(self, mapping: Mapping, depth: int) -> Mapping:
        seen: dict[str, Scalar] = {}
        get_event = self._parser.get_event
        while type(event := get_event()) is not _MappingEndEvent:
            key = self._node(event, depth + 1)
            if isinstance(key, Alias):
                key = resolve(key)
            if not isinstance(key, Scalar):
                self._refuse(
                    "sleutel",
                    "Een veldnaam moet een gewone tekst zijn.",
                    "Zet haakjes of streepjes tussen aanhalingstekens.",
                    key.start,
                )
            value = self._node(get_event(), depth + 1)
            naam = key.value
            if naam in seen:
                self._doubles.append((seen[naam], key))
            else:
                seen[naam] = key
            if naam == "<<" and key.style is None:
                mapping.merges = True
            mapping.items.append((key, value))
            mapping.weight += value.weight + 1
            if value.height >= mapping.height:
                mapping.height = value.height + 1
        mapping.end = event.end_mark.index
        return mapping

    def _sequence(self, sequence: Sequence, depth: int) -> Sequence:
        get_event = self._parser.get_event
        while type(event := get_event()) is not _SequenceEndEvent:
            item = self._node(event, depth + 1)
            sequence.items.append(item)
            sequence.weight += item.weight
            sequence.height = max(sequence.height, item.height + 1)
        sequence.end = event.end_mark.index
        return sequence

    def _refuse_depth(self, index: int) -> NoReturn:
        self._refuse(
            "te_diep",
            "Hier is te diep ingesprongen.",
            "Controleer of er haakjes of inspringingen te veel staan.",
            index,
        )

    def _refuse(self, code: str, melding: str, oplossing: str, index: int) -> NoReturn:
        regel, kolom = Tree(self._text, Mapping(0, flow=False), []).position(index)
        raise DossierError(melding, oplossing, [Bevinding(code, melding, oplossing, regel=regel, kolom=kolom)])


_TEXT_TAG = "tag:yaml.org,2002:str"
_HARMLESS_TAGS = frozenset({"!", _TEXT_TAG, "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"})
