"""Tables in an Excel workbook, by openpyxl: what its cells show is read as data, within limits, and is written as text."""

import io
import warnings
from collections.abc import Container, Iterable, Iterator, Sequence
from datetime import datetime, time
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

from samenwerk.domain.keuzes import read_keuze
from samenwerk.errors import IETS, Bevinding, RefusedError, option
from samenwerk.storage.installation import describe_broken_part
from samenwerk.storage.tables.table import Rij, Tabel, build_tabel, guard

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_MAX_UNPACKED = 8_000_000
"""How many bytes a workbook may be; openpyxl takes some thirty times as many in memory."""

_MAX_CELLS, _MAX_COLUMNS, _LONGEST = 200_000, 250, 32_767
"""How large a list may be, and how many characters Excel keeps in a cell."""

_NARROW, _WIDE = 20, 30

_TEXT = "@"
"""The format of a cell in which Excel changes nothing of what is typed: no day, no number, no formula."""


def read_workbook(content: bytes, naam: str, blad: str = "") -> Tabel:
    """The table on a sheet of the workbook called `naam`, with in `fouten` each cell that shows nobody what it holds.

    Without `blad` it is the only sheet that shows anything. Raises `RefusedError` when there are more, when it is empty, too
    large or damaged, `WrongUsageError` for a sheet that is not there, `MissingPartError` without openpyxl.
    """
    with ZipFile(io.BytesIO(content)) as archive:
        # All of it, whatever it is called: the file itself says where its sheets are.
        if sum(part.file_size for part in archive.infolist()) > _MAX_UNPACKED:
            raise _too_large(naam)
    shown, written = (_load(content, naam, data_only=data_only) for data_only in (True, False))
    sheet = _choose_sheet(shown, naam, blad)
    cells = _list_cells(sheet)
    width, rows = max((column for _, column in cells), default=0), sorted({row for row, _ in cells})
    if width > _MAX_COLUMNS or width * len(rows) > _MAX_CELLS:
        raise _too_large(naam)
    rijen = [Rij(row, [_show(cells.get((row, column))) for column in range(1, width + 1)]) for row in rows]
    fouten = [*_find_merged(sheet, cells), *_find_uncomputed(sheet, written[sheet.title])]
    return build_tabel(rijen, naam)._replace(fouten=fouten)


def write_workbook(kolommen: Sequence[str], rijen: Iterable[Sequence[str]], blad: str) -> bytes:
    """A workbook with this table on one sheet, every cell as text, marked as `format_csv` does.

    Raises `RefusedError` for a text that Excel would cut, `MissingPartError` without openpyxl.
    """
    try:
        from openpyxl import Workbook
        from openpyxl.styles import Alignment, Font
    except ImportError as error:
        raise describe_broken_part("een Excel-werkmap", "openpyxl", error) from None
    workbook = Workbook()
    workbook.properties.creator = "samenwerk"
    sheet: Any = workbook.active
    sheet.title = blad
    sheet.freeze_panes = "A2"
    for row, cellen in enumerate((kolommen, *rijen), 1):
        for column, cel in enumerate(map(guard, cellen), 1):
            if len(cel) > _LONGEST:
                melding = f"Op rij {row} staat een tekst van meer dan {_LONGEST} tekens; die past niet in een cel van Excel."
                raise RefusedError(melding, "Geef een naam die op .csv eindigt.")
            cell = sheet.cell(row, column, cel)
            cell.number_format = _TEXT
            cell.alignment = Alignment(vertical="top", wrap_text=True)
            cell.font = Font(bold=row == 1)
    for column, kolom in enumerate(sheet.columns):
        below = sheet.column_dimensions[kolom[0].column_letter]
        below.width = _WIDE if column else _NARROW
        below.number_format = _TEXT
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def _load(content: bytes, naam: str, *, data_only: bool) -> "Workbook":
    """The workbook with what each formula gave (`data_only`), or with the formulas themselves."""
    try:
        from openpyxl import load_workbook
    except ImportError as error:
        raise describe_broken_part("een Excel-werkmap", "openpyxl", error) from None
    try:
        with warnings.catch_warnings():
            # Of what it leaves out, such as lists to choose from; none of that stands in a cell.
            warnings.simplefilter("ignore")
            return load_workbook(io.BytesIO(content), data_only=data_only, keep_links=False)
    except Exception:  # a part that is not as it should be makes it raise anything
        raise RefusedError(
            f"{naam} is niet te lezen als Excel-werkmap.", "Open het in Excel of LibreOffice, en bewaar het als “CSV UTF-8”."
        ) from None


def _choose_sheet(workbook: "Workbook", naam: str, blad: str) -> "Worksheet":
    sheets = {sheet.title: sheet for sheet in workbook.worksheets}
    if blad:
        return sheets[read_keuze(blad, dict(zip(sheets, sheets, strict=True)), eerste=None)]
    filled = [title for title, sheet in sheets.items() if sheet.sheet_state == sheet.SHEETSTATE_VISIBLE and _list_cells(sheet)]
    if not filled:
        raise RefusedError(f"{naam} is leeg.", "Begin met een export en vul die aan.")
    if len(filled) > 1:
        namen = ", ".join(f"“{title}”" for title in filled)
        raise RefusedError(f"In {naam} staat op meer dan één blad iets: {namen}.", ("Zeg welk blad met ", option("blad", IETS)))
    return sheets[filled[0]]


def _list_cells(sheet: "Worksheet") -> dict[tuple[int, int], Any]:
    """What the cells show, by row and column."""
    # Asked by rows, openpyxl would make every cell between the first and the last: one far away makes millions.
    return {place: cell.value for place, cell in sheet._cells.items() if cell.value is not None}


def _find_merged(sheet: "Worksheet", cells: Container[tuple[int, int]]) -> Iterator[Bevinding]:
    """Cells made one of which only the first has the value: the rows below it would seem to have none."""
    for area in sheet.merged_cells.ranges:
        if (area.min_row, area.min_col) in cells:
            oplossing = "Splits ze in het rekenblad, en zet in elke rij wat er geldt."
            melding = f"De cellen {area.coord} zijn samengevoegd."
            yield Bevinding("samengevoegd", melding, oplossing, regel=area.min_row, kolom=area.min_col)


def _find_uncomputed(shown: "Worksheet", written: "Worksheet") -> Iterator[Bevinding]:
    """Formulas of which the file does not hold the outcome, as another program than a spreadsheet may leave them."""
    for (row, column), formula in written._cells.items():
        outcome = shown._cells.get((row, column))
        # An outcome that is no text at all has another type.
        if formula.data_type == "f" and outcome is not None and (outcome.value, outcome.data_type) == (None, "n"):
            oplossing = "Open het bestand in Excel of LibreOffice en bewaar het daar: dan komt de uitkomst erbij."
            melding = f"In cel {formula.coordinate} staat een formule zonder uitkomst."
            yield Bevinding("formule", melding, oplossing, regel=row, kolom=column)


def _show(value: object) -> str:
    """What a cell holds, as people read it in the spreadsheet."""
    if isinstance(value, bool):
        return "WAAR" if value else "ONWAAR"
    if isinstance(value, datetime):
        return str(value.date()) if value.time() == time() else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, float):
        return f"{value:.15g}".replace(".", ",")
    # What Excel makes of the other half of a line end of Windows.
    return "" if value is None else str(value).replace("_x000D_", "")


def _too_large(naam: str) -> RefusedError:
    return RefusedError(
        f"{naam} is te groot: er staat meer in dan een dossier kan houden.",
        "Zet alleen de lijst, zonder andere bladen of afbeeldingen, in een nieuw bestand.",
    )
