"""Hypothesis strategies for dossiers as data: whatever the table of fields allows, and then something wrong in it."""

import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

from hypothesis import strategies as st

from samenwerk.domain.record import (
    DATUM,
    DEEL,
    GETAL,
    KEUZE,
    LIJST,
    RECORDS,
    REEKS,
    RITME,
    TEKST,
    VERWIJZING,
    VERWIJZINGEN,
    WOORDEN,
    Record,
    Veld,
)
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.voorbeelden import show_voorbeeld
from samenwerk.errors import Pad
from samenwerk.storage.yaml_format import format_key, tidy

KEYS = st.sampled_from(["stad", "school", "de-brug", "a_1", "2026"])
TEXTS = st.sampled_from(
    ["een tekst", "nee", "14:30", "0475 12 34 56", "Café: “De Brug”", "- # {x", "twee\nregels", "true", "~"]
)
DATES = st.dates().map(lambda dag: dag.isoformat())
RITMES = st.sampled_from(["6 maanden", "1 jaar", " 2  Weken ", "9999 dagen"])
EMPTY = st.sampled_from([None, "", "  "])
HOSTILE: list[Any] = [
    *(None, True, False, 1.5, -1, 0, 1, 5, 6, 9999, 10000, "", "  ", "x", "X y", "5", "0", "01", "6", "10000", "0000000005"),
    *("0000000010", "2026-02-20", "2026-02-30", "2026-2-3", "20/02/2026", "6 maanden", "0 maanden", "6maanden", "klaar"),
    *(
        [],
        {},
        [[]],
        [{}],
        ["x"],
        [None],
        {"x": "y"},
        {"X y": {}},
        {"X y": "x"},
        {"stad": None},
        {"naam": "x"},
        [{"datum": "x"}],
    ),
]


Put = Callable[[Any], dict[str, Any]]
"""Makes a dossier with one value in the place of one field, and nothing else but what must be there."""


def walk_fields(record: type[Record] = Samenwerking, put: Put = lambda fields: fields) -> Iterator[tuple[str, Veld, Put]]:
    """Every field of the dossier with its name and a way to put a value in it."""
    required = {naam: show_voorbeeld(veld) for naam, veld in record.velden.items() if veld.verplicht}
    for naam, veld in record.velden.items():

        def put_here(value: Any, naam: str = naam) -> dict[str, Any]:
            return put({**required, naam: value})

        yield f"{record.__name__}.{naam}", veld, put_here
        if veld.record:
            yield from walk_fields(veld.record, _inside(veld.soort, put_here))


def _inside(soort: str, put: Put) -> Put:
    """How the fields of a record come in the field that holds it."""
    if soort == DEEL:
        return put
    return lambda fields: put([fields] if soort == REEKS else {"stad": fields})


def make_record(record: type[Record]) -> st.SearchStrategy[dict[str, Any]]:
    """A record with what must be in it and any of its other fields."""
    required = {naam: make_value(veld) for naam, veld in record.velden.items() if veld.verplicht}
    optional = {naam: EMPTY | make_value(veld) for naam, veld in record.velden.items() if not veld.verplicht}
    return st.fixed_dictionaries(required, optional=optional)


def make_value(veld: Veld) -> st.SearchStrategy[Any]:
    """Something a field may hold."""
    record = make_record(veld.record) if veld.record else st.nothing()
    soorten: dict[str, Callable[[], st.SearchStrategy[Any]]] = {
        TEKST: lambda: TEXTS,
        DATUM: lambda: DATES,
        GETAL: lambda: st.integers(veld.minimum, veld.maximum).flatmap(lambda getal: st.sampled_from([getal, f"{getal:02}"])),
        KEUZE: lambda: st.sampled_from(veld.keuzes),
        RITME: lambda: RITMES,
        LIJST: lambda: st.lists(EMPTY | TEXTS, max_size=2),
        WOORDEN: lambda: st.dictionaries(KEYS if veld.verwijst else TEXTS, EMPTY | TEXTS, max_size=2),
        VERWIJZING: lambda: KEYS,
        VERWIJZINGEN: lambda: st.lists(KEYS, max_size=2),
        DEEL: lambda: record,
        RECORDS: lambda: st.dictionaries(KEYS, record, max_size=2),
        REEKS: lambda: st.lists(record, max_size=2),
    }
    return soorten[veld.soort]()


def walk(value: Any, pad: Pad = ()) -> Iterator[Pad]:
    """The pads of everything in a dossier but the whole."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for deel, inner in pairs:
        yield (*pad, deel)
        yield from walk(inner, (*pad, deel))


WHOLE = make_record(Samenwerking)


@st.composite
def dossiers(draw: st.DrawFn) -> dict[str, Any]:
    """A dossier in which up to two things were put, taken away or named otherwise."""
    dossier: dict[str, Any] = draw(WHOLE)
    for _ in range(draw(st.integers(0, 2))):
        *way, last = draw(st.sampled_from(list(walk(dossier)) or [("naam",)]))
        owner: Any = dossier
        for deel in way:
            owner = owner[deel]
        change = draw(st.sampled_from(["put", "put", "put", "take", "rename"]))
        if change == "put":
            owner[last] = deepcopy(draw(st.sampled_from(HOSTILE)))
        elif change == "take":
            del owner[last]
        elif isinstance(owner, dict):
            owner[draw(st.sampled_from(["datm", "Naam", "X y", "é", "1"]))] = owner.pop(last)
    return dossier


def write_json(dossier: dict[str, Any]) -> str:
    """The dossier between braces and quotes, which is YAML too."""
    return json.dumps(dossier, ensure_ascii=False, indent=2)


def write_block(dossier: dict[str, Any]) -> str:
    """The dossier in the shapes samenwerk writes, in which everything is a text."""
    return "\n".join(line for key, value in dossier.items() for line in format_key(key, tidy(_as_texts(value)), 0)) + "\n"


def _as_texts(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _as_texts(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_as_texts(inner) for inner in value]
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
