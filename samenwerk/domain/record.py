"""The table of fields. Each domain class lists its own fields, and every field says in Dutch what it is.

Reading, checking, `zet`, completion, the glossary and the JSON Schema all come from these descriptions, so that a field is
described in one place. Why this is not `dataclasses`: docs/besluiten/0002-record.md.
"""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, ClassVar, NoReturn, Self

from samenwerk.errors import Pad

TEKST = "tekst"
DATUM = "datum"
GETAL = "getal"
KEUZE = "keuze"
RITME = "ritme"
LIJST = "lijst"
WOORDEN = "woorden"
VERWIJZING = "verwijzing"
VERWIJZINGEN = "verwijzingen"
DEEL = "deel"
RECORDS = "records"
REEKS = "reeks"

ENKELVOUDIG = frozenset({TEKST, DATUM, GETAL, KEUZE, RITME, VERWIJZING})
"""The soorten whose value is one scalar: what `zet` can write."""

SLEUTEL = re.compile(r"[a-z0-9][a-z0-9_-]*")
"""The form of the key of a record; it becomes part of file names and commands."""

_EMPTY: Mapping[str, object] = {
    TEKST: "",
    DATUM: None,
    GETAL: None,
    KEUZE: "",
    RITME: "",
    LIJST: (),
    WOORDEN: MappingProxyType({}),
    VERWIJZING: "",
    VERWIJZINGEN: (),
    DEEL: None,
    RECORDS: MappingProxyType({}),
    REEKS: (),
}


class Veld:
    """Description of one field: its soort, its Dutch title and help, and what it may hold."""

    __slots__ = (
        *("bewaart", "herken", "is_spoor", "keuzes", "leeg", "maximum", "minimum", "na", "naam", "ook", "plant"),
        *("raad", "record", "soort", "titel", "uitleg", "verplicht", "verwijst", "voorbeeld"),
    )

    def __init__(  # noqa: PLR0913  # all that can be said of a field; the functions below say it for each soort
        self,
        soort: str,
        titel: str,
        uitleg: str,
        *,
        keuzes: tuple[str, ...] = (),
        record: type["Record"] | None = None,
        verwijst: tuple[str, ...] = (),
        minimum: int = 0,
        maximum: int = 0,
        verplicht: bool = False,
        raad: str = "",
        bewaart: str = "",
        voorbeeld: str | Mapping[str, str] = "",
    ) -> None:
        self.naam = ""
        self.soort = soort
        self.titel = titel
        self.uitleg = uitleg
        self.keuzes = keuzes
        self.record = record
        self.verwijst = verwijst
        self.minimum = minimum
        self.maximum = maximum
        self.verplicht = verplicht
        self.raad = raad
        self.bewaart = bewaart
        self.voorbeeld = voorbeeld
        self.ook: Mapping[str, str] = MappingProxyType({})
        self.plant = False
        self.na = ""
        self.is_spoor = False
        self.herken = ""
        self.leeg: object = record() if soort == DEEL and record else _EMPTY[soort]

    @property
    def raad_bij_getal(self) -> str:
        """What to do about a number that a getal cannot be."""
        return self.raad or f"Schrijf een getal van {self.minimum} tot {self.maximum}."


class Record:
    """An immutable value whose class attributes are its fields; a field that was not given reads as its empty value.

    A class of records says in Dutch what it is: `class Stap(Record, uitleg="…")`.
    """

    velden: ClassVar[dict[str, Veld]] = {}
    verplicht: ClassVar[tuple[Veld, ...]] = ()
    uitleg: ClassVar[str]
    intern_velden: ClassVar[tuple[str, ...]] = ()
    """The fields in which something may stand that is for the facilitator alone: nearly all records have none."""

    def __init_subclass__(cls, *, uitleg: str) -> None:
        cls.uitleg = uitleg
        own = {naam: veld for naam, veld in vars(cls).items() if isinstance(veld, Veld)}
        cls.velden = {**cls.velden, **own}
        for naam, veld in own.items():
            veld.naam = naam
            setattr(cls, naam, veld.leeg)
        cls.verplicht = tuple(veld for veld in cls.velden.values() if veld.verplicht)
        cls.intern_velden = tuple(
            naam
            for naam, veld in cls.velden.items()
            if veld.record is not None and (veld.record.is_intern is not Record.is_intern or veld.record.intern_velden)
        )

    def __init__(self, **waarden: object) -> None:
        for naam in waarden:
            if naam not in self.velden:
                raise TypeError(f"{type(self).__name__} has no field {naam!r}")
        self.__dict__.update(waarden)

    def replace(self, **waarden: object) -> Self:
        """The same record with other values for these fields. Raises `TypeError` for a field that its class has not."""
        return type(self)(**{**self.__dict__, **waarden})

    @property
    def is_intern(self) -> bool:
        """Whether this is for the facilitator alone (intern.py); a class of which some are says which."""
        return False

    def __setattr__(self, naam: str, waarde: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is immutable")

    def __iter__(self) -> Iterator[tuple[str, object]]:
        """The fields in their order, with their values."""
        return ((naam, getattr(self, naam)) for naam in self.velden)

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and isinstance(other, Record) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]  # equal by value, and values may hold mappings

    def __bool__(self) -> bool:
        """A record counts as filled when one of its fields is."""
        return any(waarde != self.velden[naam].leeg for naam, waarde in self.__dict__.items())

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{naam}={waarde!r}' for naam, waarde in self.__dict__.items())})"


# What follows returns Any on purpose: the annotation on the field says what reading the attribute gives.


def tekst(titel: str, uitleg: str, *, voorbeeld: str = "", verplicht: bool = False) -> Any:
    """Free text; empty when absent. `voorbeeld` is an invented one, to show what is meant."""
    return Veld(TEKST, titel, uitleg, voorbeeld=voorbeeld, verplicht=verplicht)


def eerste_sleutel(*, voorbeeld: str) -> Any:
    """The key a record had first, where it has another now; empty as long as it has that one.

    Samenwerk keeps it for itself (`is_spoor`): no command, question or table asks for it, and no document shows it.
    """
    veld = tekst(
        "Heette",
        "De eerste korte naam, als die later een andere werd. Daaraan herkent een agenda wat er al in stond.",
        voorbeeld=voorbeeld,
    )
    veld.is_spoor = True
    return veld


def datum(titel: str, uitleg: str, *, plant: bool = False, na: str = "", verplicht: bool = False) -> Any:
    """An ISO date; None when absent. It tells what happened, unless it is one that `plant`; it is not before the field `na`."""
    veld = Veld(DATUM, titel, uitleg, verplicht=verplicht)
    veld.plant, veld.na = plant, na
    return veld


def getal(titel: str, uitleg: str, minimum: int, maximum: int, *, verplicht: bool = False, raad: str = "") -> Any:
    """A whole number within bounds; None when absent. `raad` is said of another, where it is more than a slip."""
    return Veld(GETAL, titel, uitleg, minimum=minimum, maximum=maximum, verplicht=verplicht, raad=raad)


def keuze(
    titel: str,
    uitleg: str,
    keuzes: tuple[str, ...],
    *,
    ook: Mapping[str, str] = MappingProxyType({}),
    verplicht: bool = False,
) -> Any:
    """One of a few fixed words; empty when absent. `ook` has other words that people use for them."""
    veld = Veld(KEUZE, titel, uitleg, keuzes=keuzes, verplicht=verplicht)
    veld.ook = ook
    return veld


def ritme(titel: str, uitleg: str) -> Any:
    """A number and dagen, weken, maanden or jaar; empty when absent."""
    return Veld(RITME, titel, uitleg)


def lijst(titel: str, uitleg: str, *, voorbeeld: str = "") -> Any:
    """A list of short texts, of which `voorbeeld` could be one."""
    return Veld(LIJST, titel, uitleg, voorbeeld=voorbeeld)


def woorden(titel: str, uitleg: str, *verwijst: str, voorbeeld: Mapping[str, str] = MappingProxyType({})) -> Any:
    """A mapping from a word to its text; with `verwijst` the words are keys of those collections."""
    return Veld(WOORDEN, titel, uitleg, verwijst=verwijst, voorbeeld=voorbeeld)


def verwijzing(titel: str, uitleg: str, *verwijst: str) -> Any:
    """The key of a record in one of the named collections; empty when absent."""
    return Veld(VERWIJZING, titel, uitleg, verwijst=verwijst)


def verwijzingen(titel: str, uitleg: str, *verwijst: str) -> Any:
    """A list of keys of records in the named collections."""
    return Veld(VERWIJZINGEN, titel, uitleg, verwijst=verwijst)


def deel(titel: str, uitleg: str, record: type[Record], *, bewaart: str = "") -> Any:
    """One record inside another; an empty record when absent.

    `bewaart` names its reeks in which its former values stay, each with its datum, when it is asked again.
    """
    return Veld(DEEL, titel, uitleg, record=record, bewaart=bewaart)


def records(titel: str, uitleg: str, record: type[Record], *verwijst: str, voorbeeld: str = "") -> Any:
    """A mapping from key to record; with `verwijst` the keys are keys of those collections, else `voorbeeld` could be one."""
    return Veld(RECORDS, titel, uitleg, record=record, verwijst=verwijst, voorbeeld=voorbeeld)


def reeks(titel: str, uitleg: str, record: type[Record], *, herken: str = "") -> Any:
    """A list of records in the order of time; `herken` is the field that tells one from another, where there is one."""
    veld = Veld(REEKS, titel, uitleg, record=record)
    veld.herken = herken
    return veld


def find_record(record: type[Record], pad: Pad) -> type[Record] | None:
    """The class of the record a pad points at; None when the pad points at a field or a collection, or at nothing."""
    if not pad:
        return record
    veld = record.velden.get(str(pad[0]))
    if veld is None or veld.record is None:
        return None
    if veld.soort == DEEL:
        return find_record(veld.record, pad[1:])
    fits = len(pad) > 1 and isinstance(pad[1], int if veld.soort == REEKS else str)
    return find_record(veld.record, pad[2:]) if fits else None


def find_veld(record: type[Record], pad: Pad) -> Veld | None:
    """The description of the field a pad points at; None when the table has no such field.

    A word in a collection of texts (`begrippen.brugfiguur`) and an item of a list (`uitgangspunten.2`) are described by that
    collection, as one text or one reference.
    """
    if not pad:
        return None
    owner = find_record(record, pad[:-1])
    if owner is not None:
        return owner.velden.get(str(pad[-1]))
    collection = find_veld(record, pad[:-1])
    if collection is not None and isinstance(pad[-1], int) and collection.soort in (LIJST, VERWIJZINGEN):
        soort = TEKST if collection.soort == LIJST else VERWIJZING
        return Veld(soort, collection.titel, collection.uitleg, verwijst=collection.verwijst)
    if collection is not None and isinstance(pad[-1], str) and collection.soort == WOORDEN:
        return Veld(TEKST, collection.titel, collection.uitleg)
    return None


def is_given_by_words(veld: Veld) -> bool:
    """Whether a few words on a command line can fill this field; a list of records only when each is one short text."""
    if veld.is_spoor:
        return False
    if veld.soort == REEKS and veld.record is not None:
        return sorted(inner.soort for inner in veld.record.velden.values()) == [KEUZE, TEKST]
    return veld.soort in ENKELVOUDIG or veld.soort in (LIJST, VERWIJZINGEN, WOORDEN)


def value_at(record: Record, pad: Pad) -> object:
    """What a dossier holds at a pad; an empty text where there is nothing."""
    value: object = record
    for deel in pad:
        if isinstance(value, Record):
            value = getattr(value, str(deel))
        elif isinstance(value, tuple) and isinstance(deel, int) and deel < len(value):
            value = value[deel]
        else:
            value = value.get(deel, "") if isinstance(value, Mapping) else ""
    return value


def title_of(value: object) -> str:
    """What people know a record by: the text of its first field; empty for what is no record, as the meaning of a word."""
    eerste = getattr(value, next(iter(value.velden))) if isinstance(value, Record) else ""
    return eerste if isinstance(eerste, str) else ""


def walk_records(record: Record, pad: Pad = ()) -> Iterator[tuple[Record, Pad]]:
    """A record and all records in it, each with its pad."""
    yield record, pad
    for naam, waarde in record.__dict__.items():
        soort = record.velden[naam].soort
        if soort == DEEL:
            yield from walk_records(waarde, (*pad, naam))
        elif soort in (RECORDS, REEKS):
            for plaats, kind in waarde.items() if soort == RECORDS else enumerate(waarde):
                yield from walk_records(kind, (*pad, naam, plaats))


def walk_velden(record: type[Record], pad: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Veld]]:
    """The fields of a record with their pads, those of a deel in its place; what a deel keeps of former days is left out."""
    for naam, veld in record.velden.items():
        if veld.soort == DEEL and veld.record is not None:
            for inner_pad, inner in walk_velden(veld.record, (*pad, naam)):
                if inner_pad[-1] != veld.bewaart:
                    yield inner_pad, inner
        else:
            yield (*pad, naam), veld
