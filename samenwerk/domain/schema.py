"""The table of fields as a JSON Schema, so that an editor can complete, explain and check a dossier while someone types.

It asks of each field what the reader asks; what goes over several fields (references, the verloop) stays with `controleer`.
An editor gives a scalar its type before anyone knows the field, the reader does not; that, and what is written here to suit
editors, is explained in docs/besluiten/0010-schema.md.
"""

from collections.abc import Iterator
from typing import Any

from samenwerk.domain.datums import DATUM_VORM, EENHEDEN, RITME_VORM, VOORBEELD_DATUM, VOORBEELD_RITME
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
    TEKST,
    VERWIJZING,
    VERWIJZINGEN,
    WOORDEN,
    Record,
    Veld,
)
from samenwerk.domain.samenwerking import Samenwerking

Schema = dict[str, Any]

_LEEG = {"$ref": "#/$defs/leeg"}
_TEKST = {"$ref": "#/$defs/tekst"}
_VERWIJZING = {"$ref": "#/$defs/verwijzing"}
_SLEUTEL = {
    "pattern": f"^{SLEUTEL.pattern}$",
    "errorMessage": "Een sleutel heeft alleen kleine letters zonder accent, cijfers, - en _.",
}
_NO_TEXT = {"type": ["object", "array"]}


def make_schema(root: type[Record], titel: str) -> Schema:
    """The JSON Schema (draft 2020-12) of a file whose keys are the fields of `root`."""
    klassen = {klasse.__name__: klasse for klasse in _walk_records(root)}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$comment": "Gemaakt met: samenwerk schema --schrijf. Wijzig dit bestand niet met de hand.",
        "title": titel,
        **_describe_record(root),
        "$defs": {
            # Without a type, for an editor would offer `null` and `true` in every field that may hold them.
            "leeg": {"not": {"type": ["object", "array", "number", "boolean"]}, "pattern": r"^\s*$"},
            "tekst": {"if": _NO_TEXT, "then": {"type": "string", "errorMessage": "Hier hoort één tekst."}},
            "verwijzing": {"allOf": [_TEKST, {**_SLEUTEL, "pattern": rf"^\s*$|{_SLEUTEL['pattern']}"}]},
            **{naam: _describe_record(klasse) for naam, klasse in sorted(klassen.items())},
        },
    }


def _walk_records(record: type[Record]) -> Iterator[type[Record]]:
    for veld in record.velden.values():
        if veld.record:
            yield veld.record
            yield from _walk_records(veld.record)


def _describe_record(record: type[Record]) -> Schema:
    return {
        "type": "object",
        "properties": {naam: _describe_veld(veld) for naam, veld in record.velden.items()},
        "additionalProperties": False,
        "errorMessage": f"Hier horen alleen deze velden: {', '.join(record.velden)}.",
        # Each with its own sentence, which `errorMessage` has only one of.
        "allOf": [
            {"required": [naam], "errorMessage": f"Het veld “{naam}” ontbreekt."}
            for naam, veld in record.velden.items()
            if veld.verplicht
        ],
    }


def _describe_veld(veld: Veld) -> Schema:
    uitleg = {"title": veld.titel, "description": veld.uitleg, **_show_voorbeelden(veld)}
    vormen = _list_vormen(veld)
    if not veld.verplicht and vormen[0] not in (_TEKST, _VERWIJZING):
        vormen.append(_LEEG)
    if veld.verplicht and veld.soort == TEKST:
        vormen = [
            {
                "allOf": [
                    _TEKST,
                    {
                        "not": _LEEG,
                    },
                ]
            }
        ]
    return {**uitleg, **(vormen[0] if len(vormen) == 1 else {"oneOf": vormen})}


def _list_vormen(veld: Veld) -> list[Schema]:
    """The forms in which a field can be filled in, of which a value has exactly one."""
    if veld.soort == KEUZE:
        return [_describe("Kies uit: " + ", ".join(veld.keuzes), enum=list(veld.keuzes))]
    if veld.soort == DATUM:
        return [_describe(f"Schrijf {DATUM_VORM}", type="string", format="date", pattern="^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
    if veld.soort == RITME:
        return [_describe(f"Schrijf {RITME_VORM}", type="string", pattern=_ritme_pattern())]
    if veld.soort == GETAL:
        return _list_getallen(veld)
    if veld.soort in (LIJST, VERWIJZINGEN):
        return [_list_of(_VERWIJZING if veld.soort == VERWIJZINGEN else _TEKST)]
    if veld.record and veld.soort == REEKS:
        return [_list_of(_record_of(veld.record))]
    if veld.record and veld.soort == RECORDS:
        return [_mapping_of(_record_of(veld.record), propertyNames=_SLEUTEL)]
    if veld.soort == WOORDEN:
        return [_mapping_of(_TEKST, **({"propertyNames": _SLEUTEL} if veld.verwijst else {}))]
    if veld.record:
        return [{"$ref": f"#/$defs/{veld.record.__name__}"}]
    return [_VERWIJZING if veld.soort == VERWIJZING else _TEKST]


def _describe(melding: str, **schema: Any) -> Schema:
    return {**schema, "errorMessage": f"{melding}."}


def _list_of(items: Schema) -> Schema:
    return _describe("Hier hoort een lijst: elk punt op een eigen regel die met - begint", type="array", items=items)


def _mapping_of(values: Schema, **more: Any) -> Schema:
    return _describe("Hier horen regels met een naam en een dubbelpunt", type="object", additionalProperties=values, **more)


def _record_of(record: type[Record]) -> Schema:
    """One record of a collection; it may be empty unless something must be in it."""
    vorm = {"$ref": f"#/$defs/{record.__name__}"}
    return vorm if any(veld.verplicht for veld in record.velden.values()) else {"oneOf": [vorm, _LEEG]}


def _list_getallen(veld: Veld) -> list[Schema]:
    """A whole number, or its digits between quotes."""
    melding = f"Schrijf een getal van {veld.minimum} tot {veld.maximum}"
    if veld.maximum > 9:
        bounds = {"minimum": veld.minimum, "maximum": veld.maximum}
        return [_describe(melding, type="integer", **bounds), _describe(melding, type="string", pattern="^[0-9]+$")]
    getallen = list(range(veld.minimum, veld.maximum + 1))
    digits = f"^0{{0,8}}[{veld.minimum}-{veld.maximum}]$"
    return [_describe(melding, enum=getallen), _describe(melding, type="string", pattern=digits)]


def _ritme_pattern() -> str:
    eenheden = "|".join("".join(f"[{letter}{letter.upper()}]" for letter in eenheid) for eenheid in EENHEDEN)
    return rf"^\s*[1-9][0-9]{{0,3}} +({eenheden})\s*$"


def _show_voorbeelden(veld: Veld) -> Schema:
    voorbeelden = list_voorbeelden(veld)
    if veld.soort != REEKS:
        return {"examples": voorbeelden}
    return {"defaultSnippets": [{"label": "een voorbeeld", "body": voorbeelden[0]}]}


def list_voorbeelden(veld: Veld) -> list[Any]:
    """Invented values of a field, as they stand in the file. Of a record they show the first two fields."""
    if veld.soort == KEUZE:
        # Two: an editor fills in a single one by itself, where there is something to choose.
        return list(veld.keuzes[:2])
    if veld.soort == DATUM:
        return [VOORBEELD_DATUM]
    if veld.soort == RITME:
        return [VOORBEELD_RITME]
    if veld.soort == GETAL:
        return sorted({veld.minimum, veld.maximum})
    if veld.soort == VERWIJZING:
        return [_example_key(veld)]
    if veld.soort == VERWIJZINGEN:
        return [[_example_key(veld)]]
    if veld.soort == LIJST:
        return [[veld.voorbeeld]]
    if veld.record is None:
        return [dict(veld.voorbeeld) if isinstance(veld.voorbeeld, dict) else veld.voorbeeld]
    first = {naam: list_voorbeelden(inner)[0] for naam, inner in list(veld.record.velden.items())[:2]}
    if veld.soort == DEEL:
        return [first]
    return [[first] if veld.soort == REEKS else {_example_key(veld): first}]


def _example_key(veld: Veld) -> str:
    """The key of the example in the collection that a field refers to, or in its own."""
    return str(Samenwerking.velden[veld.verwijst[0]].voorbeeld if veld.verwijst else veld.voorbeeld)
