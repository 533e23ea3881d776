"""What all spreadsheets with sheets have in common: how large they may be, which sheet is meant, and what is told of cells."""

import io
from collections.abc import Mapping
from zipfile import ZipFile

from samenwerk.domain.keuzes import read_keuze
from samenwerk.domain.zinnen import som_op
from samenwerk.errors import IETS, Bevinding, RefusedError, option
from samenwerk.storage.tables.table import Rij

Cells = Mapping[tuple[int, int], str]
"""What the cells show that show anything, by row and column, both counted from 1."""

_MAX_UNPACKED = 8_000_000
"""How many bytes a file may be unpacked; openpyxl takes some thirty times as many in memory."""

MAX_CELLS, MAX_COLUMNS = 200_000, 250
"""How large a list may be."""


def check_unpacked(content: bytes, naam: str) -> None:
    """Raise `RefusedError` when what is packed in a file is more than a list can be."""
    with ZipFile(io.BytesIO(content)) as archive:
        # All of it, whatever it is called: the file itself says where its sheets are.
        if sum(part.file_size for part in archive.infolist()) > _MAX_UNPACKED:
            raise _too_large(naam)


def choose_blad(sheets: Mapping[str, bool], naam: str, blad: str) -> str:
    """The title of the sheet that holds the list; `sheets` has every one, with whether it shows anything.

    Raises `RefusedError` when none does, or more than one and nobody said which; `WrongUsageError` for one that is not there.
    """
    if blad:
        return read_keuze(blad, {title: title for title in sheets}, eerste=None)
    shown = [title for title, shows in sheets.items() if shows]
    if not shown:
        raise RefusedError(f"{naam} is leeg.", "Begin met een export en vul die aan.")
    if len(shown) > 1:
        namen = som_op([f"“{title}”" for title in shown])
        raise RefusedError(f"In {naam} staat op meer dan één blad iets: {namen}.", ("Zeg welk blad met ", option("blad", IETS)))
    return shown[0]


def build_rows(cells: Cells, naam: str) -> list[Rij]:
    """The rows that hold anything. Raises `RefusedError` when they are more, or wider, than a list is."""
    width, rows = max((column for _, column in cells), default=0), sorted({row for row, _ in cells})
    if width > MAX_COLUMNS or width * len(rows) > MAX_CELLS:
        raise _too_large(naam)
    return [Rij(row, [cells.get((row, column), "") for column in range(1, width + 1)]) for row in rows]


def tell_merged(row: int, column: int) -> Bevinding:
    """Cells made one from this one on, which alone has the value: the rows below it would seem to have none."""
    melding = f"De cellen vanaf {_name_cell(row, column)} zijn samengevoegd."
    return Bevinding(
        "samengevoegd", melding, "Splits ze in het rekenblad, en zet in elke rij wat er geldt.", regel=row, kolom=column
    )


def tell_uncomputed(row: int, column: int) -> Bevinding:
    """A formula of which the file does not hold the outcome, as another program than a spreadsheet may leave it."""
    melding = f"In cel {_name_cell(row, column)} staat een formule zonder uitkomst."
    oplossing = "Open het bestand in Excel of LibreOffice en bewaar het daar: dan komt de uitkomst erbij."
    return Bevinding("formule", melding, oplossing, regel=row, kolom=column)


def show_getal(getal: float) -> str:
    """A number as a Dutch spreadsheet shows it: `2,5`."""
    return f"{getal:.15g}".replace(".", ",")


def _name_cell(row: int, column: int) -> str:
    letters = ""
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row}"


def _too_large(naam: str) -> RefusedError:
    return RefusedError(
        f"{naam} is te groot: er staat meer in dan een dossier kan houden.",
        "Zet alleen de lijst, zonder andere bladen of afbeeldingen, in een nieuw bestand.",
    )
