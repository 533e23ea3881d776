"""From a tree of texts to a `Samenwerking`: every field typed by its own description, and everything that is wrong at once."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from samenwerk.domain.controle import check_samenwerking, check_verwijzingen
from samenwerk.domain.datums import DATUM_VORM, RITME_VORM, parse_datum, parse_ritme
from samenwerk.domain.keuzes import find_naam, read_veldkeuze, suggest
from samenwerk.domain.record import (
    DATUM,
    DEEL,
    GETAL,
    KEUZE,
    LIJST,
    RECORDS,
    REEKS,
    RITME,
    SLEUTEL,
    VERWIJZINGEN,
    WOORDEN,
    Record,
    Veld,
)
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.sleutels import make_sleutel
from samenwerk.domain.tekens import GEWONE_SPATIES, describe_lookalike, describe_teken, find_teken
from samenwerk.errors import ADVIES, FOUT, Bevinding, Oplossing, Pad, WrongUsageError, show_pad
from samenwerk.storage.yaml_tree import Mapping, Node, Scalar, Sequence, Tree, resolve

VELD_ONBEKEND = "veld_onbekend"
"""The code of advice about a field that this version does not know: it stays, and nothing is done with it."""

VELD_ANDERS = "veld_anders"
"""The code of advice about a field of which the name is written in another way."""

_TAKE_OUT = "Haal dat teken weg, of typ het woord opnieuw."


RecordType = TypeVar("RecordType", bound=Record)


def read_samenwerking(tree: Tree) -> tuple[Samenwerking, list[Bevinding]]:
    """Type and check a dossier.

    Returns what could be read and all findings in the order of the text. With a finding of ernst `fout` the dossier
    must not be used: a field that could not be typed is left out of it.
    """
    reader = _Reader(tree, Samenwerking)
    samenwerking = reader.record(Samenwerking, tree.root, ())
    verloop_fout = any(bevinding.ernst == FOUT and bevinding.pad[:1] == ("verloop",) for bevinding in reader.bevindingen)
    samenhang = [
        _locate(tree, bevinding)
        for bevinding in check_samenwerking(_without_unread_stappen(samenwerking))
        if bevinding.code != "verloop_leeg" or not verloop_fout
    ]
    bevindingen = reader.bevindingen + samenhang
    return samenwerking, sorted(bevindingen, key=lambda bevinding: (bevinding.regel, bevinding.kolom))


def read_record(tree: Tree, soort: type[RecordType], samenwerking: Samenwerking) -> tuple[RecordType, list[Bevinding]]:
    """Type a file that stands beside a dossier, and check what it refers to in it; as `read_samenwerking` does for that."""
    reader = _Reader(tree, soort)
    record = reader.record(soort, tree.root, ())
    samenhang = check_verwijzingen(record, samenwerking)
    return record, reader.bevindingen + [_locate(tree, bevinding) for bevinding in samenhang]


def read_fields(tree: Tree, soort: type[Record]) -> list[Bevinding]:
    """All findings in a file of a record of this soort that need no more than one field of it."""
    reader = _Reader(tree, soort)
    reader.record(soort, tree.root, ())
    return reader.bevindingen


def _locate(tree: Tree, bevinding: Bevinding) -> Bevinding:
    return bevinding._replace(**tree.locate(bevinding.pad)._asdict())


def _without_unread_stappen(samenwerking: Samenwerking) -> Samenwerking:
    """The dossier with a verloop that can be judged: no fase or step is held against one that could not be read."""
    verloop = samenwerking.verloop if all(stap.naar for stap in samenwerking.verloop) else ()
    fase = samenwerking.fase or (verloop[-1].naar if verloop else "")
    return samenwerking.replace(fase=fase, verloop=verloop)


def check_waarde(veld: Veld, waarde: str) -> tuple[str, str, Oplossing]:
    """Whether one text may stand in a field: code, sentence and remedy; an empty code when it may."""
    if teken := describe_teken(waarde):
        return "stuurteken", f"In deze tekst staat een teken dat niemand ziet: {teken}.", _TAKE_OUT
    return _check_soort(veld, waarde)


def _check_soort(veld: Veld, waarde: str) -> tuple[str, str, Oplossing]:
    if _is_written_otherwise(veld, waarde):
        try:
            _understand(veld, waarde)
        except WrongUsageError as problem:
            return veld.soort, problem.melding, problem.oplossing
    if veld.soort == GETAL and not (re.fullmatch("[0-9]{1,9}", waarde) and veld.minimum <= int(waarde) <= veld.maximum):
        return "getal", f"“{waarde}” kan hier niet.", veld.raad_bij_getal
    if veld.soort == RITME and parse_ritme(waarde) is None:
        return "ritme", f"“{waarde}” is geen ritme.", f"Schrijf {RITME_VORM}."
    return "", "", ""


def _is_written_otherwise(veld: Veld, waarde: str) -> bool:
    """Whether this is a choice or a day that is not written as the dossier writes it, or none at all."""
    return (veld.soort == KEUZE and waarde not in veld.keuzes) or (veld.soort == DATUM and parse_datum(waarde) is None)


def _understand(veld: Veld, waarde: str) -> str:
    """That choice or day as the dossier writes it. Raises `WrongUsageError` for what is none, or may be more than one."""
    if veld.soort != DATUM:
        return read_veldkeuze(waarde, veld)
    # Here and not above: most days stand as the dossier writes them.
    from samenwerk.domain.dagwoorden import read_dag

    return read_dag(waarde).isoformat()


def _describe_asked(veld: Veld | None) -> tuple[str, str]:
    """What a field asks for where a list or more fields stand: the word for it, and how it is written."""
    if veld is not None and veld.soort == GETAL:
        return "getal", veld.raad_bij_getal
    if veld is not None and veld.soort == DATUM:
        return "datum", f"Schrijf {DATUM_VORM}."
    if veld is not None and veld.soort == KEUZE:
        return "keuze", suggest("", veld.keuzes)
    return "tekst", "Schrijf de tekst op één regel, of na >- op de regels eronder."


class _Reader:
    def __init__(self, tree: Tree, root: type[Record]) -> None:
        self._tree = tree
        self._root = root
        # One look at the whole instead of one at each text; an escape in quotes may stand for any sign.
        self._may_hide = "\\" in tree.text or find_teken(tree.text.replace("\r\n", "\n")) is not None
        self.bevindingen: list[Bevinding] = []
        pads = dict(_find_pads(tree.root)) if tree.doubles else {}
        for first, again in tree.doubles:
            melding = f"“{again.value}” staat er twee keer; de eerste keer op regel {tree.position(first.start).regel}."
            self._find("dubbel", melding, "Voeg ze samen, of geef er één een andere naam.", again, pads.get(id(again), ()))

    def record(self, soort: type[RecordType], mapping: Mapping, pad: Pad) -> RecordType:
        waarden: dict[str, Any] = {}
        for key, value in mapping.all_items():
            veld = soort.velden.get(key.value)
            if veld is None and (lookalike := describe_lookalike(key.value)):
                # It would belong to what stands above it, so what stands there now is not what was meant.
                self._find("inspringing", lookalike, GEWONE_SPATIES, key, (*pad, key.value))
                continue
            veld = veld or self._find_veld(soort, key, mapping, pad)
            if veld is None:
                if self._is_hidden(key, pad):
                    continue
                melding = f"“{key.value}” kent samenwerk niet. Het blijft staan, maar er gebeurt niets mee."
                oplossing = suggest(key.value, tuple(soort.velden))
                self._find(VELD_ONBEKEND, melding, oplossing, key, (*pad, key.value), ADVIES)
                continue
            node = resolve(value)
            if _is_empty(node):
                continue
            waarde = self._waarde(veld, node, (*pad, key.value))
            if waarde is not None:
                waarden[key.value] = waarde
        for veld in soort.verplicht:
            present = mapping.find(veld.naam)
            if present is None or _is_empty(present):
                melding, oplossing = f"Het veld “{veld.naam}” ontbreekt.", f"Vul het in: {veld.uitleg}"
                self._find("veld_ontbreekt", melding, oplossing, mapping, (*pad, veld.naam))
        return soort(**waarden)

    def _find_veld(self, soort: type[Record], key: Scalar, mapping: Mapping, pad: Pad) -> Veld | None:
        """The field that is written so in another way. The tree has its name there from then on; the text stays as it is."""
        naam = find_naam(key.value, {naam: veld.titel for naam, veld in soort.velden.items()})
        if naam is None or mapping.find(naam) is not None:
            return None
        melding = f"Het veld “{key.value}” wordt gelezen als {naam}."
        self._find(VELD_ANDERS, melding, f"Schrijf {naam}.", key, (*pad, naam), ADVIES)
        self._tree.name_key(key, naam)
        self._tree.read_names = self._read_names
        return soort.velden[naam]

    def _read_names(self, tree: Tree) -> None:
        _Reader(tree, self._root).record(self._root, tree.root, ())

    def _waarde(self, veld: Veld, node: Scalar | Mapping | Sequence, pad: Pad) -> Any:
        """The typed value of a field, or None when it is none; what is wrong is added to the findings."""
        if veld.soort in (LIJST, VERWIJZINGEN):
            texts = [self._tekst(item, (*pad, plaats)) for plaats, item in self._items(veld, node, pad)]
            return tuple(text for text in texts if text)
        if veld.soort == REEKS and veld.record:
            return tuple(self._record(veld.record, item, (*pad, plaats)) for plaats, item in self._items(veld, node, pad))
        if veld.soort in (DEEL, RECORDS, WOORDEN):
            if not isinstance(node, Mapping):
                voorbeeld = next(iter(veld.record.velden)) if veld.soort == DEEL and veld.record else "sleutel"
                self._find(
                    "vorm",
                    f"Bij “{veld.naam}” horen regels met een naam en een dubbele punt.",
                    f"Schrijf eronder, ingesprongen: {voorbeeld}: …",
                    node,
                    pad,
                )
                return None
            return self._mapping(veld, node, pad)
        text = self._tekst(node, pad, veld)
        if text is None:
            return None
        code, melding, oplossing = _check_soort(veld, text)
        if code:
            self._find(code, f"{veld.naam}: {melding}", oplossing, node, pad)
            return None
        if _is_written_otherwise(veld, text):
            meant = _understand(veld, text)
            self._find(veld.soort, f"{veld.naam}: “{text}” wordt gelezen als {meant}.", f"Schrijf {meant}.", node, pad, ADVIES)
            text = meant
        if veld.soort == DATUM:
            return parse_datum(text)
        return int(text) if veld.soort == GETAL else text

    def _mapping(self, veld: Veld, node: Mapping, pad: Pad) -> Any:
        if veld.soort == DEEL and veld.record:
            return self.record(veld.record, node, pad)
        waarden: dict[str, Any] = {}
        for key, value in node.all_items():
            hier = (*pad, key.value)
            if self._is_hidden(key, pad):
                continue
            if veld.record is None:
                waarden[key.value] = self._tekst(resolve(value), hier) or ""
                continue
            if not SLEUTEL.fullmatch(key.value):
                melding = f"“{key.value}” kan geen korte naam zijn: alleen kleine letters zonder accent, cijfers, - en _."
                self._find("sleutel", melding, f"Schrijf bijvoorbeeld: {make_sleutel(key.value)}", key, hier)
            waarden[key.value] = self._record(veld.record, value, hier)
        return waarden

    def _record(self, soort: type[RecordType], node: Node, pad: Pad) -> RecordType:
        node = resolve(node)
        if isinstance(node, Mapping):
            return self.record(soort, node, pad)
        if _is_empty(node):
            # Read as one without fields, so that those that must be there are missed.
            return self.record(soort, Mapping(node.start, flow=False), pad)
        voorbeeld = next(iter(soort.velden))
        self._find(
            "vorm",
            f"Bij “{show_pad(pad)}” horen regels met een naam en een dubbele punt.",
            f"Schrijf bijvoorbeeld: {voorbeeld}: …",
            node,
            pad,
        )
        return soort()

    def _items(self, veld: Veld, node: Node, pad: Pad) -> list[tuple[int, Scalar | Mapping | Sequence]]:
        if isinstance(node, Sequence):
            return [(plaats, resolve(item)) for plaats, item in enumerate(node.items)]
        self._find(
            "vorm", f"Bij “{veld.naam}” hoort een lijst.", "Zet elk punt op een eigen regel die met - begint.", node, pad
        )
        return []

    def _tekst(self, node: Scalar | Mapping | Sequence, pad: Pad, veld: Veld | None = None) -> str | None:
        """The text of a scalar; None when it is empty or no text. `veld` tells what it is asked for, if more than a text."""
        if not isinstance(node, Scalar):
            wat, oplossing = _describe_asked(veld)
            self._find("vorm", f"Bij “{show_pad(pad)}” hoort één {wat}.", oplossing, node, pad)
            return None
        if self._may_hide and (teken := describe_teken(node.value)):
            self._find("stuurteken", f"In deze tekst staat een teken dat niemand ziet: {teken}.", _TAKE_OUT, node, pad)
            return None
        text = node.value.rstrip("\n")
        return None if node.is_empty or not text.strip() else text

    def _is_hidden(self, key: Scalar, pad: Pad) -> bool:
        """Whether a name holds a control character, so that it must not be shown or used."""
        teken = describe_teken(key.value) if self._may_hide else ""
        if teken:
            self._find("stuurteken", f"In deze naam staat een teken dat niemand ziet: {teken}.", _TAKE_OUT, key, pad)
        return bool(teken)

    def _find(self, code: str, melding: str, oplossing: Oplossing, node: Node, pad: Pad, ernst: str = FOUT) -> None:
        regel, kolom = self._tree.position(node.start)
        self.bevindingen.append(Bevinding(code, melding, oplossing, pad, ernst, regel=regel, kolom=kolom))


def _is_empty(node: Node) -> bool:
    node = resolve(node)
    return isinstance(node, Scalar) and (node.is_empty or not node.value.strip())


def _find_pads(node: Node, pad: Pad = ()) -> Iterator[tuple[int, Pad]]:
    """Every key in this node, by its identity, and where in the dossier it stands."""
    pairs: Iterable[tuple[str | int, Node]] = ()
    if isinstance(node, Mapping):
        yield from ((id(key), (*pad, key.value)) for key, _ in node.items)
        pairs = ((key.value, value) for key, value in node.items)
    elif isinstance(node, Sequence):
        pairs = enumerate(node.items)
    for deel, value in pairs:
        yield from _find_pads(value, (*pad, deel))
