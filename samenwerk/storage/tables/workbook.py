"""Tables in an Excel workbook, by openpyxl: what its cells show is read as data, within limits, and is written as text."""

import io
import warnings
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, time
from typing import TYPE_CHECKING, Any

from samenwerk.errors import Bevinding, RefusedError
from samenwerk.storage.installation import describe_broken_part
from samenwerk.storage.tables.sheets import (
    Cells,
    build_rows,
    check_unpacked,
    choose_blad,
    show_getal,
    tell_merged,
    tell_uncomputed,
)
from samenwerk.storage.tables.table import Tabel, build_tabel, guard

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_LONGEST = 32_767
"""How many characters Excel keeps in a cell."""

_NARROW, _WIDE = 20, 30

_TEXT = "@"
"""The format of a cell in which Excel changes nothing of what is typed: no day, no number, no formula."""


def read_workbook(content: bytes, naam: str, blad: str = "") -> Tabel:
    """The table on a sheet of the workbook called `naam`, with in `fouten` each cell that shows nobody what it holds.

    Without `blad` it is the only sheet that shows anything. Raises `RefusedError` when there are more, when it is empty, too
    large or damaged, `WrongUsageError` for a sheet that is not there, `MissingPartError` without openpyxl.
    """
    check_unpacked(content, naam)
    shown, written = (_load(content, naam, data_only=data_only) for data_only in (True, False))
    visible = {sheet.title: sheet.sheet_state == sheet.SHEETSTATE_VISIBLE for sheet in shown.worksheets}
    cells = {sheet.title: _list_cells(sheet) for sheet in shown.worksheets}
    gekozen = choose_blad({title: visible[title] and bool(cells[title]) for title in visible}, naam, blad)
    rijen = build_rows(cells[gekozen], naam)
    fouten = [*_find_merged(shown[gekozen], cells[gekozen]), *_find_uncomputed(shown[gekozen], written[gekozen])]
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


def _list_cells(sheet: "Worksheet") -> Cells:
    # Asked by rows, openpyxl would make every cell between the first and the last: one far away makes millions.
    return {place: _show(cell.value) for place, cell in sheet._cells.items() if cell.value is not None}


def _find_merged(sheet: "Worksheet", cells: Cells) -> Iterator[Bevinding]:
    for area in sheet.merged_cells.ranges:
        if (area.min_row, area.min_col) in cells:
            yield tell_merged(area.min_row, area.min_col)


def _find_uncomputed(shown: "Worksheet", written: "Worksheet") -> Iterator[Bevinding]:
    for place, formula in written._cells.items():
        outcome = shown._cells.get(place)
        # An outcome that is no text at all has another type.
        if formula.data_type == "f" and outcome is not None and (outcome.value, outcome.data_type) == (None, "n"):
            yield tell_uncomputed(*place)


def _show(value: object) -> str:
    """What a cell holds, as people read it in the spreadsheet."""
    if isinstance(value, bool):
        return "WAAR" if value else "ONWAAR"
    if isinstance(value, datetime):
        return str(value.date()) if value.time() == time() else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, float):
        return show_getal(value)
    # What Excel makes of the other half of a line end of Windows.
    return str(value).replace("_x000D_", "")
