"""A table in a file: read whatever kind of file it is, written as the name of the file asks."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from samenwerk.domain.keuzes import suggest_alike
from samenwerk.errors import RefusedError, WrongUsageError, option
from samenwerk.storage.files import read_file
from samenwerk.storage.tables.csv_text import format_csv, parse_csv
from samenwerk.storage.tables.kinds import OPENDOCUMENT, WORKBOOK, find_kind
from samenwerk.storage.tables.table import Tabel

_OTHER = (".xls", ".xlsm", ".xlsb", OPENDOCUMENT, ".numbers", ".pdf", ".docx", ".html")
"""How a file ends in which another program would not find a table of ours."""


def read_table(path: Path, blad: str = "") -> Tabel:
    """The table in a file, wherever it is; where the file has sheets that on the sheet `blad`, or on its only one.

    Raises `RefusedError` when there is none, `WrongUsageError` for a sheet that is not there, `MissingPartError` without what
    reads such a file, and what `read_file` raises.
    """
    content = read_file(path.parent, path)
    if content is None:
        endings = (".csv", WORKBOOK, OPENDOCUMENT)
        tables = sorted(other.name for ending in endings for other in path.parent.glob(f"*{ending}"))
        oplossing = suggest_alike(path.name, tables) or "Controleer de naam en de map."
        raise RefusedError(f"Het bestand {path.name} bestaat niet.", oplossing)
    kind = find_kind(content, path.name)
    if kind == WORKBOOK:
        from samenwerk.storage.tables.workbook import read_workbook

        return read_workbook(content, path.name, blad)
    if kind == OPENDOCUMENT:
        from samenwerk.storage.tables.opendocument import read_opendocument

        return read_opendocument(content, path.name, blad)
    if blad:
        raise WrongUsageError(f"{path.name} is een tekst, en heeft dus geen bladen.", ("Laat ", option("blad"), " weg."))
    return parse_csv(content, path.name)


def format_table(path: Path, kolommen: Sequence[str], rijen: Iterable[Sequence[str]], blad: str) -> bytes:
    """What a file with this name holds to be this table; `blad` is the name of the sheet in a workbook.

    Raises `RefusedError` for a name that promises another kind of file, and what `write_workbook` raises.
    """
    ending = path.suffix.lower()
    if ending == WORKBOOK:
        from samenwerk.storage.tables.workbook import write_workbook

        return write_workbook(kolommen, rijen, blad)
    if ending in _OTHER:
        raise RefusedError(f"Een lijst komt niet in een bestand dat op {ending} eindigt.", "Geef een naam op .csv of .xlsx.")
    return format_csv(kolommen, rijen)
