"""One dossier, every single value in it, and the same dossier with one of them changed."""

from collections.abc import Iterator
from typing import Any

from samenwerk.domain.record import Record
from samenwerk.errors import Pad


def walk_pads(value: object, pad: Pad = ()) -> Iterator[Pad]:
    """The pads of all single values of a dossier."""
    if isinstance(value, Record):
        for naam, inhoud in value:
            yield from walk_pads(inhoud, (*pad, naam))
    elif isinstance(value, dict):
        for sleutel, inhoud in value.items():
            yield from walk_pads(inhoud, (*pad, sleutel))
    elif isinstance(value, tuple):
        for plaats, inhoud in enumerate(value):
            yield from walk_pads(inhoud, (*pad, plaats))
    else:
        yield pad


def replace_at(value: Any, pad: Pad, waarde: object) -> Any:
    """The same dossier with one other value in it; a callable makes it of the old one."""
    if not pad:
        return waarde(value) if callable(waarde) else waarde
    eerste, rest = pad[0], pad[1:]
    if isinstance(value, Record):
        return value.replace(**{str(eerste): replace_at(getattr(value, str(eerste)), rest, waarde)})
    if isinstance(value, dict):
        return {**value, eerste: replace_at(value[eerste], rest, waarde)}
    return tuple(replace_at(inhoud, rest, waarde) if plaats == eerste else inhoud for plaats, inhoud in enumerate(value))
