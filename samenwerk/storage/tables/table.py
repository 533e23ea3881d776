"""A table as every kind of file gives it, and the marks that keep a spreadsheet from computing what people wrote."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from samenwerk.domain.tekens import clean_tekst
from samenwerk.errors import Bevinding, RefusedError

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
"""What a spreadsheet would compute, and the same behind signs that already say it is text."""


class Rij(NamedTuple):
    """One row with its number in the spreadsheet."""

    nummer: int
    cellen: list[str]


class Tabel(NamedTuple):
    """The names of the columns in the row with number `kop`, and the rows below it that hold anything.

    `fouten` is what is wrong in the file itself, each with its row. `twijfel` is a word with a letter that may be another one.
    """

    kop: int
    kolommen: list[str]
    rijen: list[Rij]
    fouten: Sequence[Bevinding] = ()
    twijfel: str = ""


def build_tabel(rijen: Iterable[Rij], naam: str) -> Tabel:
    """The table of all rows of a file called `naam`: the first that holds anything names the columns.

    Raises `RefusedError` when there is none.
    """
    gevuld = [rij for rij in rijen if any(map(str.strip, rij.cellen))]
    if not gevuld:
        raise RefusedError(f"{naam} is leeg.", "Begin met een export en vul die aan.")
    kop, *verder = gevuld
    return Tabel(
        kop.nummer,
        [clean_tekst(cel).strip() for cel in kop.cellen],
        [Rij(rij.nummer, list(map(unguard, rij.cellen))) for rij in verder],
    )


def guard(cel: str) -> str:
    """The cell with an apostrophe before it, where a spreadsheet would take it for a formula."""
    return f"'{cel}" if _FORMULA.match(cel) else cel


def unguard(cel: str) -> str:
    """The cell without the apostrophe that `guard` puts there."""
    return cel[1:] if cel.startswith("'") and _FORMULA.match(cel) else cel
