"""Reading a table, whatever kind of file it stands in."""

from pathlib import Path

from samenwerk.errors import RefusedError
from samenwerk.storage.files import read_file
from samenwerk.storage.tables.csv_text import parse_csv
from samenwerk.storage.tables.kinds import is_workbook
from samenwerk.storage.tables.table import Tabel


def read_table(path: Path) -> Tabel:
    """The table in a file, wherever it is. Raises `RefusedError` when there is none, else what `read_file` raises."""
    content = read_file(path.parent, path)
    if content is None:
        raise RefusedError(f"Het bestand {path.name} bestaat niet.", "Kijk de naam en de map na.")
    if is_workbook(content, path.name):
        raise RefusedError(f"{path.name} is een Excel-werkmap.", "Bewaar het werkblad in Excel als “CSV UTF-8”.")
    return parse_csv(content, path.name)
