"""Tables in a spreadsheet of LibreOffice, read with the standard library: in an .ods each cell says itself what it holds."""

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING
from zipfile import ZipFile

from samenwerk.errors import Bevinding, RefusedError
from samenwerk.storage.tables.sheets import (
    MAX_CELLS,
    build_rows,
    check_unpacked,
    choose_blad,
    show_getal,
    tell_merged,
    tell_uncomputed,
)
from samenwerk.storage.tables.table import Tabel, build_tabel

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_OFFICE, _STYLE, _TABLE, _TEXT = (f"{{{_OASIS}:{part}:1.0}}" for part in ("office", "style", "table", "text"))


_MOST_SPACES = 1_000
"""How many spaces in a row are taken for what someone typed."""


def read_opendocument(content: bytes, naam: str, blad: str = "") -> Tabel:
    """The table on a sheet of the spreadsheet called `naam`, with in `fouten` each cell that shows nobody what it holds.

    Without `blad` it is the only sheet that shows anything. Raises `RefusedError` when there are more, when it is empty, too
    large, locked or damaged, `WrongUsageError` for a sheet that is not there.
    """
    check_unpacked(content, naam)
    try:
        sheets = _read_sheets(content)
    except Exception:  # a part that is not as it should be, or that a password hides
        raise RefusedError(
            f"{naam} is niet te lezen als rekenblad.",
            "Open het in LibreOffice, en bewaar het zonder wachtwoord als “CSV UTF-8”.",
        ) from None
    gekozen = sheets[
        choose_blad({title: sheet.is_visible and bool(sheet.cells) for title, sheet in sheets.items()}, naam, blad)
    ]
    return build_tabel(build_rows(gekozen.cells, naam), naam)._replace(fouten=gekozen.fouten)


class _Sheet:
    """A sheet: whether people see it, what its cells show, and what is wrong with them."""

    def __init__(self, table: "Element", *, is_visible: bool) -> None:
        self.is_visible = is_visible
        self.cells: dict[tuple[int, int], str] = {}
        self.fouten: list[Bevinding] = []
        row = 1
        for line in table.iter(f"{_TABLE}table-row"):
            times = int(line.get(f"{_TABLE}number-rows-repeated", 1))
            self._read_row(line, range(row, row + times))
            row += times

    def _read_row(self, line: "Element", rows: range) -> None:
        column = 1
        for cell in line:
            times = int(cell.get(f"{_TABLE}number-columns-repeated", 1))
            shown = _show(cell)
            # Empty cells are repeated to the end of the sheet.
            if shown and times * len(rows) > MAX_CELLS:
                raise ValueError("one cell, repeated more often than a list has cells")
            if shown:
                self.cells |= {(row, place): shown for row in rows for place in range(column, column + times)}
            self.fouten += _check(cell, rows[0], column, shown)
            column += times


def _read_sheets(content: bytes) -> dict[str, _Sheet]:
    from xml.etree.ElementTree import fromstring

    with ZipFile(io.BytesIO(content)) as archive:
        root = fromstring(archive.read("content.xml"))  # noqa: S314 - expat itself stops at entities that unfold
    hidden = {
        style.get(f"{_STYLE}name")
        for style in root.iter(f"{_STYLE}style")
        for properties in style.iter(f"{_STYLE}table-properties")
        if properties.get(f"{_TABLE}display") == "false"
    }
    sheets: dict[str, _Sheet] = {}
    for table in root.iterfind(f"{_OFFICE}body/{_OFFICE}spreadsheet/{_TABLE}table"):
        is_visible = table.get(f"{_TABLE}style-name") not in hidden
        sheets[table.get(f"{_TABLE}name", "")] = _Sheet(table, is_visible=is_visible)
        if sum(len(sheet.cells) for sheet in sheets.values()) > MAX_CELLS:
            raise ValueError("more cells than a list has")
    return sheets


def _show(cell: "Element") -> str:
    """What a cell holds, as people read it in the spreadsheet."""
    match cell.get(f"{_OFFICE}value-type"):
        case "float":
            return show_getal(float(cell.get(f"{_OFFICE}value", "nan")))
        case "date":
            return cell.get(f"{_OFFICE}date-value", "").replace("T", " ").removesuffix(" 00:00:00").removesuffix(":00")
        case "boolean":
            return "WAAR" if cell.get(f"{_OFFICE}boolean-value") == "true" else "ONWAAR"
        case _:
            # Only its own paragraphs: a note that is stuck on it has some too.
            return "\n".join("".join(_read_text(paragraph)) for paragraph in cell.iterfind(f"{_TEXT}p"))


def _read_text(element: "Element") -> Iterator[str]:
    yield element.text or ""
    for part in element:
        if part.tag == f"{_TEXT}s":
            yield " " * min(int(part.get(f"{_TEXT}c", 1)), _MOST_SPACES)
        elif part.tag in (f"{_TEXT}tab", f"{_TEXT}line-break"):
            yield "\n" if part.tag.endswith("break") else "\t"
        else:
            yield from _read_text(part)
        yield part.tail or ""


def _check(cell: "Element", row: int, column: int, shown: str) -> Iterator[Bevinding]:
    spanned = (cell.get(f"{_TABLE}number-{which}-spanned", "1") for which in ("rows", "columns"))
    if shown and any(times != "1" for times in spanned):
        yield tell_merged(row, column)
    if cell.get(f"{_TABLE}formula") and not cell.get(f"{_OFFICE}value-type"):
        yield tell_uncomputed(row, column)
