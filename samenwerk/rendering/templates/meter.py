"""How much one document may ask of its templates: a limit that is the same on every machine, and no clock."""

from collections.abc import Iterable, Mapping, Sized
from datetime import date
from itertools import chain
from typing import TypeVar

from samenwerk.domain.record import Record

MAX_STEPS = 3_000_000
"""About a second of work. The largest document of a dossier of 2 MB asks a third of it, one of the examples a thousandth."""

MAX_SOURCE = 50_000
"""Characters in all templates of one document together, for reading them takes time too; the largest built-in one with its
parts has a fifth of it, and twenty pages of fixed text fit in."""

CHARACTERS_PER_STEP = 20
"""Text read, joined or printed for one step: it goes faster than what a template does with it."""

LOOK_UP = 100
"""Steps for looking up another template: the disk is asked."""

_SMALL = (int, date, type(None))

Value = TypeVar("Value")
Rows = TypeVar("Rows", bound=Sized)


class Refused(Exception):  # noqa: N818 - a refusal is what it is
    """What a template may not do: the end of a sentence that begins with the place, and what to do instead."""

    def __init__(self, melding: str, oplossing: str) -> None:
        super().__init__(melding)
        self.melding = melding
        self.oplossing = oplossing


class Meter:
    """Counts the work of all templates of one document, and stops it with `Refused` at the limit."""

    def __init__(self) -> None:
        self.steps = 0
        self._source = 0

    def charge(self, steps: int) -> None:
        """Count steps, before they are made."""
        self.steps += steps
        if self.steps > MAX_STEPS:
            raise Refused(
                "dit sjabloon doet te veel, of eindigt nooit",
                "Controleer of een lus in een andere lus staat, of een stuk zichzelf telkens opnieuw oproept.",
            )

    def charge_source(self, source: str) -> None:
        """Count the text of a template, before it is read."""
        self._source += len(source)
        if self._source > MAX_SOURCE:
            raise Refused(
                f"de sjablonen van dit document zijn samen langer dan {MAX_SOURCE} tekens",
                "Maak ze korter, of zet de lange tekst in een bijlage.",
            )

    def count_rounds(self, rows: Rows, price: int) -> Rows:
        """Count all rounds of a loop over `rows` at the price of one, and give the rows back."""
        if isinstance(rows, str):
            raise Refused("een lus gaat over een lijst, en dit is een tekst", "Toon een tekst met {{ … }}.")
        self.charge(1 + len(rows) * price)
        return rows

    def weigh(self, value: Value, *, whole: bool = False) -> Value:
        """Count the size of a value and give it back; with `whole` that of the records in it too, for comparing reads those."""
        if isinstance(value, str):
            self.charge(1 + len(value) // CHARACTERS_PER_STEP)
            return value
        self.charge(1)
        if not isinstance(value, _SMALL):
            for part in _parts_of(value, whole=whole):
                self.weigh(part, whole=whole)
        return value

    def weigh_whole(self, value: Value) -> Value:
        """Count what comparing a value may read, and give it back."""
        return self.weigh(value, whole=True)


def _parts_of(value: object, *, whole: bool) -> Iterable[object]:
    if isinstance(value, Mapping):
        return chain(value, value.values())
    if isinstance(value, Record):
        return (part for _, part in value) if whole else ()
    # The views of a mapping are iterable and sized, as lists are; what has not been made yet is neither.
    return value if isinstance(value, Iterable) and isinstance(value, Sized) else ()
