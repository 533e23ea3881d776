"""Tables for a spreadsheet: written as Excel opens them here, read as the usual programs save them."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from samenwerk.domain.tekens import clean_tekst
from samenwerk.errors import RefusedError
from samenwerk.storage.files import read_file
from samenwerk.storage.foreign_text import decode_text
from samenwerk.storage.merge_markers import check_merge_markers

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
"""What a spreadsheet would compute, and the same behind signs that already say it is text."""


class Rij(NamedTuple):
    """One row with its number in the spreadsheet: the heading is row 1."""

    nummer: int
    cellen: list[str]


class Tabel(NamedTuple):
    """The names of the columns, and the rows that hold anything."""

    kolommen: list[str]
    rijen: list[Rij]


def format_csv(kolommen: Sequence[str], rijen: Iterable[Sequence[str]]) -> bytes:
    """A table as bytes: `;` between the cells, for a Dutch Excel, and a mark that it is UTF-8.

    A cell that a spreadsheet would take for a formula gets an apostrophe before it, which `parse_csv` takes off again.
    """
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    writer.writerow(kolommen)
    writer.writerows([_guard(cel) for cel in rij] for rij in rijen)
    return buffer.getvalue().encode("utf-8-sig")


def parse_csv(content: bytes, naam: str) -> Tabel:
    """The table in a file called `naam`. Raises `RefusedError` when it is no table, has no heading or holds two versions."""
    tekst = decode_text(content)
    for bevinding in check_merge_markers(tekst):
        raise RefusedError(f"{naam}: {bevinding.melding}", bevinding.oplossing)
    eerste = tekst.split("\n", 1)[0]
    scheiding = max(";,\t", key=eerste.count)
    try:
        rijen = list(csv.reader(io.StringIO(tekst, newline=""), delimiter=scheiding))
    except csv.Error:
        raise RefusedError(f"{naam} is niet als tabel te lezen.", "Bewaar het rekenblad als CSV-bestand.") from None
    if not rijen or not any(rijen[0]):
        raise RefusedError(f"{naam} heeft geen kolomnamen op de eerste rij.", "Begin met een export en vul die aan.")
    gevuld = [
        Rij(nummer, [_unguard(cel) for cel in rij]) for nummer, rij in enumerate(rijen[1:], 2) if any(map(str.strip, rij))
    ]
    return Tabel([clean_tekst(cel).strip() for cel in rijen[0]], gevuld)


def read_csv(path: Path) -> Tabel:
    """The table in a file, wherever it is. Raises `RefusedError` when there is none, else what `read_file` raises."""
    content = read_file(path.parent, path)
    if content is None:
        raise RefusedError(f"Het bestand {path.name} bestaat niet.", "Kijk de naam en de map na.")
    return parse_csv(content, path.name)


def _guard(cel: str) -> str:
    return f"'{cel}" if _FORMULA.match(cel) else cel


def _unguard(cel: str) -> str:
    return cel[1:] if cel.startswith("'") and _FORMULA.match(cel) else cel
