"""What is in a dossier and yet for the facilitator alone: records that say so themselves (`is_intern`).

No output has them unless someone asks with --intern, and no list that was made without them takes them away.
"""

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from samenwerk.domain.record import Record
from samenwerk.errors import Pad

RecordType = TypeVar("RecordType", bound=Record)


def find_intern(record: Record, pad: Pad = ()) -> Iterator[Pad]:
    """Where in a record, or in those inside it, something stands that is for the facilitator alone."""
    if record.is_intern:
        yield pad
        return
    for naam in record.intern_velden:
        waarde = getattr(record, naam)
        if isinstance(waarde, Record):
            yield from find_intern(waarde, (*pad, naam))
        else:
            for plaats, kind in waarde.items() if isinstance(waarde, Mapping) else enumerate(waarde):
                yield from find_intern(kind, (*pad, naam, plaats))


def is_intern_at(record: Record, pad: Pad) -> bool:
    """Whether a pad leads to or into something that is for the facilitator alone."""
    return any(pad[: len(intern)] == intern for intern in find_intern(record))


def without_intern(record: RecordType) -> RecordType:
    """The record as others may see it."""
    return record.replace(**{naam: keep_shared(getattr(record, naam)) for naam in record.intern_velden})


def keep_shared(waarde: Any) -> Any:
    """A value of a field as others may see it: of a list only the items that are for them."""
    if isinstance(waarde, Record):
        return without_intern(waarde)
    if isinstance(waarde, Mapping):
        return {sleutel: keep_shared(kind) for sleutel, kind in waarde.items()}
    if isinstance(waarde, tuple):
        return tuple(keep_shared(kind) for kind in waarde if not (isinstance(kind, Record) and kind.is_intern))
    return waarde


def can_hold_intern(soort: type[Record]) -> bool:
    """Whether a record of this class, or one inside it, can be for the facilitator alone."""
    return soort.is_intern is not Record.is_intern or bool(soort.intern_velden)
