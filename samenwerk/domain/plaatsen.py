"""What people call a place in the dossier: by the titles of its fields and the names of its records, not by its keys."""

from collections.abc import Iterable, Mapping

from samenwerk.domain.datums import show_datum
from samenwerk.domain.record import Record, Veld, find_veld, title_of
from samenwerk.domain.taal import capitalize
from samenwerk.domain.verzamelingen import VERZAMELINGEN
from samenwerk.errors import Pad

_ENKELVOUD = {verzameling.veld: verzameling.enkelvoud for verzameling in VERZAMELINGEN}


_WIDTH = 60
"""How much of a name is told where it stands in a row of others."""


def name_plaats(record: Record, pad: Pad) -> str:
    """A place in a dossier in words: `Partner “School”, inzet`; it may be empty yet.

    Of a record that is not there, or no longer, only the record is named; what is no field has the name that it was given.
    """
    names: list[str] = []
    value: object = record
    for deel in pad:
        if isinstance(value, Record) and deel not in value.velden:
            names.append(f"“{deel}”")
            break
        if isinstance(value, Record):
            titel = value.velden[str(deel)].titel
            names.append(titel.lower() if names else titel)
            value = getattr(value, str(deel))
        elif value is None:
            break
        elif isinstance(value, Mapping):
            value = value.get(deel)
            wat = capitalize(_ENKELVOUD.get(str(pad[0]), "")) if len(names) == 1 else ""
            names[-1] = f"{wat} “{title_of(value) or deel}”" if wat else f"{names[-1]} “{deel}”"
        else:
            names.append(f"nummer {int(deel) + 1}")
            value = value[int(deel)] if isinstance(value, tuple) and int(deel) < len(value) else None
    return ", ".join(names)


def group_plaatsen(record: Record, pads: Iterable[Pad]) -> dict[str, list[Pad]]:
    """Places that name something, in words, those of one field together: `Acties, trekker: Een feest; Een affiche`."""
    namen: dict[str, list[str]] = {}
    groepen: dict[str, list[Pad]] = {}
    for pad in pads:
        titel, veld = record.velden[str(pad[0])].titel, field_around(record, pad)
        kop = titel if veld.titel == titel else f"{titel}, {veld.titel.lower()}"
        groepen.setdefault(kop, []).append(pad)
        namen.setdefault(kop, []).extend([_name_houder(record, pad)] if len(pad) > 1 else [])
    return {f"{kop}: {'; '.join(namen[kop])}" if namen[kop] else kop: groep for kop, groep in groepen.items()}


def field_around(record: Record, pad: Pad) -> Veld:
    """The innermost field of the table that holds a place."""
    velden = (find_veld(type(record), pad[:length]) for length in range(len(pad), 0, -1))
    return next(veld for veld in velden if veld is not None and veld.naam in pad)


def _name_houder(record: Record, pad: Pad) -> str:
    """What holds a place: a record by its name, an item of a list by its number and day, a version of a document."""
    # Here and not above: who writes a field names one place, and no row of them.
    from textwrap import shorten

    value, plaats = getattr(record, str(pad[0])), pad[1]
    if isinstance(plaats, int):
        dag = value[plaats].datum
        return f"nummer {plaats + 1}{f' ({show_datum(dag)})' if dag else ''}"
    if len(pad) > 3 and pad[2] == "versies":
        return f"{plaats}, versie {value[plaats].versies[pad[3]].versie}"
    return shorten(title_of(value.get(plaats)), _WIDTH, placeholder=" …") or plaats
