"""A record on one level: its fields and those of its parts, as options of a command and columns of a table name them."""

from functools import cache
from typing import NamedTuple

from samenwerk.domain.record import Record, Veld, is_given_by_words, walk_velden
from samenwerk.domain.taal import capitalize
from samenwerk.domain.verzamelingen import Verzameling
from samenwerk.errors import Pad


class Kolom(NamedTuple):
    """A field of a record that a few words can fill: its name on one level, its pad inside the record, its description.

    The name serves as option, as key in JSON and as heading in a table: `mandaat_geldig_tot`.
    """

    naam: str
    pad: tuple[str, ...]
    veld: Veld

    @property
    def titel(self) -> str:
        """What people call it: `Mandaat geldig tot`."""
        return capitalize(" ".join((*self.pad[:-1], self.veld.titel.lower())))


def kolommen_of(record: type[Record]) -> tuple[Kolom, ...]:
    """The fields of a record that a few words can fill, those of its parts in their place."""
    return tuple(Kolom("_".join(pad), pad, veld) for pad, veld in walk_velden(record) if is_given_by_words(veld))


@cache
def list_kolommen(verzameling: Verzameling) -> tuple[Kolom, ...]:
    """The fields of one record of a collection; a begrip has only its meaning."""
    if verzameling.record is None:
        return (Kolom(verzameling.titelveld.naam, (), verzameling.titelveld),)
    return kolommen_of(verzameling.record)


def pad_of(verzameling: Verzameling, sleutel: str, kolom: Kolom) -> Pad:
    """Where a record holds the field of a kolom."""
    return (verzameling.veld, sleutel, *kolom.pad)
