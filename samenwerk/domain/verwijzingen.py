"""Where one part of a dossier names another: every reference, and what refers to one record."""

from collections.abc import Iterator
from typing import NamedTuple

from samenwerk.domain.record import DEEL, RECORDS, REEKS, VERWIJZING, VERWIJZINGEN, WOORDEN, Record
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.uitgaven import uitgave_about
from samenwerk.errors import Pad


class Verwijzing(NamedTuple):
    """One reference: where it stands, the key it names, and the collections in which that key may be.

    A reference that is itself a key (`projecten.klas.partners.stad`) has that key as the last part of its pad.
    """

    pad: Pad
    sleutel: str
    verzamelingen: tuple[str, ...]
    is_naam: bool = False


def list_verwijzingen(record: Record) -> list[Verwijzing]:
    """Every reference in a dossier or in the notes beside it, in the order of the file, also those that name nothing."""
    return list(_walk(record, ()))


def find_verwijzingen(record: Record, verzameling: str, sleutel: str) -> list[Verwijzing]:
    """What refers to one record. The versions of a document about it refer to it by their name."""
    gevonden = [
        verwijzing
        for verwijzing in list_verwijzingen(record)
        if verwijzing.sleutel == sleutel and verzameling in verwijzing.verzamelingen
    ]
    uitgave = uitgave_about(verzameling, sleutel)
    if uitgave is not None and isinstance(record, Samenwerking) and uitgave.naam in record.documenten:
        gevonden.append(Verwijzing(("documenten", uitgave.naam), sleutel, (verzameling,), is_naam=True))
    return gevonden


def _walk(record: Record, pad: Pad) -> Iterator[Verwijzing]:
    for naam, waarde in record.__dict__.items():
        veld = record.velden[naam]
        hier = (*pad, naam)
        if veld.soort == VERWIJZING and waarde:
            yield Verwijzing(hier, waarde, veld.verwijst)
        elif veld.soort == VERWIJZINGEN:
            for plaats, sleutel in enumerate(waarde):
                yield Verwijzing((*hier, plaats), sleutel, veld.verwijst)
        elif veld.verwijst and veld.soort in (WOORDEN, RECORDS):
            for sleutel in waarde:
                yield Verwijzing((*hier, sleutel), sleutel, veld.verwijst, is_naam=True)
        if veld.soort == DEEL:
            yield from _walk(waarde, hier)
        elif veld.soort == RECORDS:
            for sleutel, kind in waarde.items():
                yield from _walk(kind, (*hier, sleutel))
        elif veld.soort == REEKS:
            for plaats, kind in enumerate(waarde):
                yield from _walk(kind, (*hier, plaats))
