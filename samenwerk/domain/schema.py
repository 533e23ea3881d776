"""The table of fields as a JSON Schema, so that an editor can complete, explain and check a dossier while someone types.

It asks of each field what the reader asks; what goes over several fields (references, the verloop) stays with `controleer`.
An editor gives a scalar its type before anyone knows the field, the reader does not; that, and what is written here to suit
editors, is explained in docs/besluiten/0010-schema.md.
"""

from collections.abc import Iterator
from typing import Any

from samenwerk.domain.datums import DATUM_VORM, EENHEDEN, RITME_VORM
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
from samenwerk.domain.voorbeelden import show_record, show_voorbeeld

Schema = dict[str, Any]

MAKER = "samenwerk schema --schrijf"
"""The command by which a written schema says it was made."""

# These three stand whole in each field and are no `$defs`: an editor gives a shared part the title of the field it saw last.
_LEEG = {
    # Without a type, for an editor would offer `null` and `true` in every field that may hold them.
    "not": {"type": ["object", "array", "number", "boolean"]},
    "pattern": r"^\s*$",
    "errorMessage": "Hier horen velden met een naam, ingesprongen op de regels eronder.",
}
_TEKST = {
    "if": {"type": ["object", "array"]},
    "then": {"type": "string", "errorMessage": "Hier hoort één tekst."},
}
_VERWIJZING = {
    "allOf": [_TEKST],
    "pattern": rf"^\s*$|^{SLEUTEL.pattern}$",
    # A key of digits only is a number to an editor; 1.5 and -1 can be no key.
    "multipleOf": 1,
    "minimum": 0,
    "errorMessage": "Hier hoort een korte naam: kleine letters zonder accent, cijfers, - en _.",
}
_SLEUTEL = {
    "title": "sleutel",
    "description": "Een kort eigen woord, zoals: stad",
    "pattern": f"^{SLEUTEL.pattern}$",
    "errorMessage": "Een korte naam heeft alleen kleine letters zonder accent, cijfers, - en _.",
}


def make_schema() -> Schema:
    """The JSON Schema (draft 2020-12) of samenwerking.yaml."""
    records = {record.__name__: record for record in _walk_records(Samenwerking)}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$comment": f"Gemaakt met: {MAKER}. Wijzig dit bestand niet met de hand.",
        "title": "Dossier van een samenwerking",
        "description": "Alles wat over één samenwerking in het dossier staat, van het eerste idee af.",
        **_describe_record(Samenwerking),
        "$defs": {naam: _describe_record(record) for naam, record in sorted(records.items())},
    }


def _walk_records(record: type[Record]) -> Iterator[type[Record]]:
    for veld in record.velden.values():
        if veld.record:
            yield veld.record
            yield from _walk_records(veld.record)


def _describe_record(record: type[Record]) -> Schema:
    verplicht = [naam for naam, veld in record.velden.items() if veld.verplicht]
    return {
        "type": "object",
        "properties": {naam: _describe_veld(veld) for naam, veld in record.velden.items()},
        "additionalProperties": False,
        "errorMessage": f"Hier horen alleen deze velden: {', '.join(record.velden)}.",
        # Each with its own sentence, which `errorMessage` has only one of. An `allOf` of nothing is no schema.
        **({"allOf": [_require(naam) for naam in verplicht]} if verplicht else {}),
    }


def _require(naam: str) -> Schema:
    return {"required": [naam], "errorMessage": f"Het veld “{naam}” ontbreekt."}


def _describe_veld(veld: Veld) -> Schema:
    return {"title": veld.titel, "description": veld.uitleg, **_show_voorbeelden(veld), **_shape(veld)}


def _shape(veld: Veld) -> Schema:
    if veld.verplicht and veld.soort == TEKST:
        return {"allOf": [_TEKST, {"if": _LEEG, "then": _tell("Dit veld moet ingevuld zijn", type="string", pattern=r"\S")}]}
    vormen = _list_vormen(veld)
    if not veld.verplicht and veld.soort not in (TEKST, VERWIJZING):
        vormen.append(_LEEG)
    return vormen[0] if len(vormen) == 1 else {"oneOf": vormen}


def _list_vormen(veld: Veld) -> list[Schema]:
    """The forms in which a field can be filled in, of which a value has exactly one."""
    if veld.soort == GETAL:
        return _list_getallen(veld)
    ref = _record_of(veld.record) if veld.record else {}
    vormen = {
        TEKST: _TEKST,
        DATUM: _tell(f"Schrijf {DATUM_VORM}", type="string", format="date", pattern="^[0-9]{4}-[0-9]{2}-[0-9]{2}$"),
        KEUZE: _tell("Kies uit: " + ", ".join(veld.keuzes), enum=list(veld.keuzes)),
        RITME: _tell(f"Schrijf {RITME_VORM}", type="string", pattern=_ritme_pattern()),
        VERWIJZING: _VERWIJZING,
        LIJST: _list_of(_TEKST),
        VERWIJZINGEN: _list_of(_VERWIJZING),
        REEKS: _list_of(ref),
        RECORDS: _mapping_of(ref, propertyNames=_SLEUTEL),
        WOORDEN: _mapping_of(_TEKST, **({"propertyNames": _SLEUTEL} if veld.verwijst else {})),
        DEEL: {"$ref": f"#/$defs/{veld.record.__name__}"} if veld.record else {},
    }
    return [vormen[veld.soort]]


def _tell(melding: str, **schema: Any) -> Schema:
    """A schema with the sentence an editor shows where it does not hold."""
    return {**schema, "errorMessage": f"{melding}."}


def _list_of(items: Schema) -> Schema:
    return _tell("Hier hoort een lijst: elk punt op een eigen regel die met - begint", type="array", items=items)


def _mapping_of(values: Schema, **more: Any) -> Schema:
    return _tell("Hier horen regels met een naam en een dubbele punt", type="object", additionalProperties=values, **more)


def _record_of(record: type[Record]) -> Schema:
    """One record of a collection; it may be empty unless something must be in it."""
    ref = {"$ref": f"#/$defs/{record.__name__}"}
    voorbeeld = {"examples": [show_record(record)]}
    return {**voorbeeld, **(ref if any(veld.verplicht for veld in record.velden.values()) else {"oneOf": [ref, _LEEG]})}


def _list_getallen(veld: Veld) -> list[Schema]:
    """A whole number, or its digits between quotes."""
    bounds = {"minimum": veld.minimum, "maximum": veld.maximum}
    digits = f"[{veld.minimum}-{veld.maximum}]" if veld.maximum <= 9 else f"[1-9][0-9]{{0,{len(str(veld.maximum)) - 1}}}"
    # Few numbers are named, for an editor to offer.
    whole: Schema = {"type": "integer", **bounds} if veld.maximum > 9 else {"enum": [*range(veld.minimum, veld.maximum + 1)]}
    return [
        {**whole, "errorMessage": veld.raad_bij_getal},
        {"type": "string", "pattern": f"^(?=.{{1,9}}$)0*{digits}$", "errorMessage": veld.raad_bij_getal},
    ]


def _ritme_pattern() -> str:
    eenheden = "|".join("".join(f"[{letter}{letter.upper()}]" for letter in eenheid) for eenheid in EENHEDEN)
    return rf"^\s*[1-9][0-9]{{0,3}} +({eenheden})\s*$"


def _show_voorbeelden(veld: Veld) -> Schema:
    # An editor fills in a single example by itself; where there is something to choose it must not.
    if veld.soort == KEUZE:
        return {"examples": list(veld.keuzes[:2])}
    if veld.soort == GETAL:
        return {"examples": sorted({veld.minimum, veld.maximum})}
    if veld.soort == REEKS:
        # As a snippet, for editors stumble over records in a list of an example; the schema of the items has the example.
        return {"defaultSnippets": [{"label": "een voorbeeld", "body": show_voorbeeld(veld)}]}
    return {"examples": [show_voorbeeld(veld)]}
