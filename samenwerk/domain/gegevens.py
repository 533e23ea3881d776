"""The data a document is made of, in the terms of the dossier: what people agree to, and what a later version is held against.

Plain data, so that it can be kept beside an adopted version and read back years later: a record is a mapping of its filled
fields, a collection a list of records that each carry their key, a reference a mapping of key and name.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from samenwerk.domain.intern import without_intern
from samenwerk.domain.record import VERWIJZING, VERWIJZINGEN, WOORDEN, Record, Veld, title_of
from samenwerk.domain.samenwerking import Samenwerking

SLEUTEL, NAAM, WOORD, TEKST = "sleutel", "naam", "woord", "tekst"

Gegeven = str | int | list["Gegeven"] | dict[str, "Gegeven"]
Gegevens = dict[str, Gegeven]

_Keuze = dict[str, "_Keuze"]
"""Which fields are chosen, and of each which of its own; without any all of them are."""


def select_gegevens(samenwerking: Samenwerking, pads: Iterable[str], *, namen: bool = True) -> Gegevens:
    """The data at these fields (`partners.*.naam`) as documents may show it, without what is empty or only a spoor.

    Without `namen` a reference is only a key.
    """
    keuze: _Keuze = {}
    for pad in sorted(pads, reverse=True):  # the whole comes after its parts, and then stands for them
        *delen, laatste = pad.split(".")
        plaats = keuze
        for deel in delen:
            plaats = plaats.setdefault(deel, {})
        plaats[laatste] = {}
    return _Selection(without_intern(samenwerking), namen).of_record(keuze) if keuze else {}


def compute_vingerafdruk(gegevens: Gegevens) -> str:
    """A mark of what people agree to: other words or another order give another mark.

    Another layout of a text is the same agreement, and so is another key: no document prints one.
    """
    import hashlib
    import json

    text = json.dumps(_normalise(gegevens), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"sha256-v1:{hashlib.sha256(text.encode()).hexdigest()}"


def as_one_line(text: str) -> str:
    """A text on one line, white space made equal."""
    return " ".join(text.split())


def _normalise(gegeven: Gegeven) -> Gegeven:
    if isinstance(gegeven, dict):
        return {naam: _normalise(inhoud) for naam, inhoud in gegeven.items() if naam != SLEUTEL}
    if isinstance(gegeven, list):
        return [_normalise(inhoud) for inhoud in gegeven]
    return as_one_line(gegeven) if isinstance(gegeven, str) else gegeven


class _Selection:
    """Choosing from one dossier, of which the names stand for the keys that refer to them."""

    def __init__(self, samenwerking: Samenwerking, namen: bool) -> None:
        self._samenwerking = samenwerking
        self._namen = namen

    def of_record(self, keuze: _Keuze, record: Record | None = None) -> Gegevens:
        record = self._samenwerking if record is None else record
        gegevens: Gegevens = {}
        for naam, veld in record.velden.items():
            waarde = getattr(record, naam)
            if (naam in keuze or not keuze) and waarde != veld.leeg and not veld.is_spoor:
                gevonden = self._of_veld(veld, waarde, keuze.get(naam, {}))
                if gevonden not in ([], {}):
                    gegevens[naam] = gevonden
        return gegevens

    def _of_veld(self, veld: Veld, waarde: object, keuze: _Keuze) -> Gegeven:
        if veld.soort == VERWIJZING:
            return self._of_reference(veld, str(waarde))
        if isinstance(waarde, Record):
            return self.of_record(keuze, waarde)
        if isinstance(waarde, Mapping):
            gekozen = [
                self._of_item(veld, sleutel, inhoud, keuze.get(sleutel) or keuze.get("*", {}))
                for sleutel, inhoud in waarde.items()
                if not keuze or "*" in keuze or sleutel in keuze
            ]
            # Of a collection that there is such a record counts too; of one record only what it holds.
            is_whole = not keuze or "*" in keuze
            return [gegevens for gegevens in gekozen if is_whole or gegevens.keys() != {SLEUTEL}]
        if isinstance(waarde, tuple):
            return [self._of_element(veld, inhoud, keuze) for inhoud in waarde]
        return waarde if isinstance(waarde, int) else waarde.isoformat() if isinstance(waarde, date) else str(waarde)

    def _of_item(self, veld: Veld, sleutel: str, inhoud: object, keuze: _Keuze) -> Gegevens:
        if isinstance(inhoud, Record):
            return {SLEUTEL: sleutel, **self.of_record(keuze, inhoud)}
        if veld.soort == WOORDEN and veld.verwijst:
            return {**self._of_reference(veld, sleutel), TEKST: str(inhoud)}
        return {WOORD: sleutel, TEKST: str(inhoud)}

    def _of_element(self, veld: Veld, inhoud: object, keuze: _Keuze) -> Gegeven:
        if isinstance(inhoud, Record):
            return self.of_record(keuze, inhoud)
        return self._of_reference(veld, str(inhoud)) if veld.soort == VERWIJZINGEN else str(inhoud)

    def _of_reference(self, veld: Veld, sleutel: str) -> Gegevens:
        """What a reference shows people: the name, goal or title of what has the key."""
        for verzameling in veld.verwijst if self._namen else ():
            record = getattr(self._samenwerking, verzameling).get(sleutel)
            if record is not None:
                return {SLEUTEL: sleutel, NAAM: title_of(record) or sleutel}
        return {SLEUTEL: sleutel, NAAM: sleutel}
