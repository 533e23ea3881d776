"""What people call a place in the dossier: by the titles of its fields and the names of its records, not by its keys."""

from collections.abc import Mapping

from samenwerk.domain.record import Record
from samenwerk.domain.taal import capitalize
from samenwerk.domain.verzamelingen import VERZAMELINGEN
from samenwerk.errors import Pad

_ENKELVOUD = {verzameling.veld: verzameling.enkelvoud for verzameling in VERZAMELINGEN}


def name_plaats(record: Record, pad: Pad) -> str:
    """A place in a dossier in words: `Partner “School”, inzet`; it may be empty yet.

    Of a record that is not there, or no longer, only the record is named.
    """
    names: list[str] = []
    value: object = record
    for deel in pad:
        if isinstance(value, Record):
            titel = value.velden[str(deel)].titel
            names.append(titel.lower() if names else titel)
            value = getattr(value, str(deel))
        elif value is None:
            break
        elif isinstance(value, Mapping):
            value = value.get(deel)
            wat = capitalize(_ENKELVOUD.get(str(pad[0]), "")) if len(names) == 1 else ""
            names[-1] = f"{wat} “{_name_of(value) or deel}”" if wat else f"{names[-1]} “{deel}”"
        else:
            names.append(f"nummer {int(deel) + 1}")
            value = value[int(deel)] if isinstance(value, tuple) and int(deel) < len(value) else None
    return ", ".join(names)


def _name_of(value: object) -> str:
    """What people know a record of a collection by: its first field."""
    return str(next(iter(value))[1]) if isinstance(value, Record) else ""
