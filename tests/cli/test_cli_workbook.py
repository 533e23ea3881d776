"""`importeer` and `exporteer` with an Excel workbook: what its cells show is data, and anything else is told."""

import io
import sys
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from runner import Outcome, dossier_text, run, snapshot

from samenwerk.storage.tables.workbook import read_workbook, write_workbook

XLSX = "lijst.xlsx"
SHEET = "xl/worksheets/sheet1.xml"


def save(workbook: Workbook, *, part: str = "", change: Callable[[str], str] = str) -> None:
    """Save a workbook in the folder of the dossier, with one part of it changed as another program would have written it."""
    buffer = io.BytesIO()
    workbook.save(buffer)
    with zipfile.ZipFile(buffer) as source, zipfile.ZipFile(XLSX, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as target:
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, change(content.decode()) if name == part else content)


def workbook_of(*rows: tuple[str | float | date | None, ...]) -> Workbook:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = "Leden"
    for row in rows:
        sheet.append(row)
    return workbook


def refused(folder: Path, *words: str) -> Outcome:
    """What importing says, when nothing may be written."""
    before = snapshot(folder)
    outcome = run("partner", "importeer", XLSX, "--ja", *words)
    assert (outcome.code, outcome.out) == (1, "")
    assert snapshot(folder) == before
    return outcome


@pytest.mark.parametrize("enkelvoud", ["partner", "actie"])
def test_a_workbook_that_was_exported_comes_back_without_changing_a_byte(gevuld: Path, enkelvoud: str) -> None:
    before = dossier_text(gevuld)

    exported = run(enkelvoud, "exporteer", XLSX)
    assert (exported.code, exported.err) == (0, "")
    assert exported.out.endswith(f"→ Terug in het dossier: samenwerk {enkelvoud} importeer lijst.xlsx\n")

    assert "Alles was al zo; er is niets veranderd." in run(enkelvoud, "importeer", XLSX).out
    assert dossier_text(gevuld) == before


def test_in_a_workbook_every_cell_is_text_and_what_looks_like_a_formula_is_marked(gevuld: Path) -> None:
    run("actie", "nieuw", "=SOM(A1)")
    run("actie", "exporteer", XLSX)

    sheet = load_workbook(XLSX).worksheets[0]

    assert (sheet.title, sheet["A1"].value) == ("acties", "sleutel")
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None} == {"s"}
    assert {cell.number_format for row in sheet.iter_rows() for cell in row} == {"@"}
    assert {sheet.column_dimensions[letter].number_format for letter in "ABC"} == {"@"}
    assert "'=SOM(A1)" in [row[1].value for row in sheet.iter_rows()]


def test_what_the_cells_of_a_workbook_show_is_taken_over(gevuld: Path) -> None:
    workbook = workbook_of(
        ("Overzicht van de acties", None, None),
        (None, "wat", "tegen", "output", "reden"),
        (None, "Een krant", date(2026, 4, 5), 475123456, datetime(2026, 3, 1, 14, 30)),
        (None, "Een feest", "12 maart 2026", 2.5, '=IF(A1="","","ja")'),
    )
    sheet = workbook.worksheets[0]
    sheet.merge_cells("A1:C1")
    sheet.row_dimensions[3].hidden = True
    workbook.create_sheet("Blad2")
    workbook.create_sheet("Keuzes").append(("gepland",))
    workbook["Keuzes"].sheet_state = "hidden"
    save(workbook, part=SHEET, change=lambda xml: xml.replace('<c r="E4"><f>', '<c r="E4" t="str"><f>'))

    assert run("actie", "importeer", XLSX, "--ja").code == 0

    krant, feest = run("actie", "lijst", "--json").json["acties"][-2:]
    assert (krant["tegen"], krant["output"], krant["reden"]) == ("2026-04-05", "475123456", "2026-03-01 14:30")
    assert (feest["tegen"], feest["output"], feest["reden"]) == ("2026-03-12", "2,5", None)


def test_with_more_sheets_the_list_is_on_the_one_that_is_named(gevuld: Path) -> None:
    workbook = workbook_of(("naam",), ("Bib",))
    workbook.create_sheet("Oud").append(("naam", "weg"))
    save(workbook)

    assert refused(gevuld).err == (
        'In lijst.xlsx staat op meer dan één blad iets: “Leden” en “Oud”.\n→ Zeg welk blad met --blad "…"\n'
    )
    assert run("partner", "importeer", XLSX, "--blad", "Weg", "--ja").code == 2
    assert run("partner", "importeer", XLSX, "--blad", "leden", "--ja").code == 0
    assert "  bib:\n    naam: Bib\n" in dossier_text(gevuld)


def test_cells_that_show_nobody_what_they_hold_are_told_together(gevuld: Path) -> None:
    workbook = workbook_of(("naam", "sector"), ("Bib", "welzijn"), ("Academie", None), ('=B2&"!"', "cultuur"), (None, "x"))
    workbook.worksheets[0].merge_cells("B2:B3")
    save(workbook)

    assert [line.strip() for line in refused(gevuld).err.splitlines() if "lijst.xlsx:" in line] == [
        "lijst.xlsx:2:2: De cellen vanaf B2 zijn samengevoegd.",
        "lijst.xlsx:4:1: In cel A4 staat een formule zonder uitkomst.",
        "lijst.xlsx:4: Hier ontbreekt “naam”: De naam van de organisatie.",
        "lijst.xlsx:5: Hier ontbreekt “naam”: De naam van de organisatie.",
    ]


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {chr(98 + level)} "{f"&{chr(97 + level)};" * 10}">' for level in range(9)
)


@pytest.mark.parametrize(
    ("change", "melding"),
    [
        (lambda xml: xml.replace('r="A2"', 'r="XFD2"'), "lijst.xlsx is te groot:"),
        (lambda xml: xml + " " * 9_000_000, "lijst.xlsx is te groot:"),
        (lambda xml: xml.replace("<worksheet", f"{BOMB}]><worksheet").replace("Bib", "&j;"), "lijst.xlsx is niet te lezen"),
        (lambda xml: xml[:300], "lijst.xlsx is niet te lezen"),
    ],
    ids=["far", "zip bomb", "entities", "cut"],
)
def test_a_workbook_that_is_no_list_or_is_made_to_hurt_is_refused(
    gevuld: Path, change: Callable[[str], str], melding: str
) -> None:
    save(workbook_of(("naam",), ("Bib",)), part=SHEET, change=change)

    assert refused(gevuld).err.startswith(melding)


def test_a_cell_far_below_costs_no_rows_between(gevuld: Path) -> None:
    save(
        workbook_of(("naam",), ("Bib",)),
        part=SHEET,
        change=lambda xml: xml.replace('r="2"', 'r="1048576"').replace('r="A2"', 'r="A1048576"'),
    )

    assert "  rij 1048576, bib\n" in run("partner", "importeer", XLSX, "--ja").out


def test_without_openpyxl_the_line_that_brings_it_is_told(gevuld: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save(workbook_of(("naam",), ("Bib",)))
    monkeypatch.setitem(sys.modules, "openpyxl", None)

    for outcome in (refused(gevuld), run("partner", "exporteer", "nieuw.xlsx")):
        melding, oplossing = outcome.err.splitlines()
        assert melding == "Voor een Excel-werkmap is een onderdeel nodig dat hier niet geïnstalleerd is: openpyxl."
        assert oplossing.startswith("→ Installeer het met: ")


@pytest.mark.parametrize("naam", ["lijst.xls", "lijst.ODS", "lijst.pdf"])
def test_a_list_is_written_in_no_file_that_promises_another_kind(gevuld: Path, naam: str) -> None:
    before = snapshot(gevuld)
    ending = naam.lower().removeprefix("lijst")
    assert run("partner", "exporteer", naam).err == (
        f"Een lijst komt niet in een bestand dat op {ending} eindigt.\n→ Geef een naam op .csv of .xlsx.\n"
    )
    assert snapshot(gevuld) == before


def test_a_text_that_excel_would_cut_is_refused(gevuld: Path) -> None:
    run("actie", "nieuw", "Lang", "--output", "x" * 40_000)
    before = snapshot(gevuld)
    assert "die past niet in een cel van Excel.\n→ Geef een naam die op .csv eindigt." in run("actie", "exporteer", XLSX).err
    assert snapshot(gevuld) == before


def test_a_list_that_is_no_workbook_has_no_sheets(gevuld: Path) -> None:
    Path("lijst.csv").write_text("naam\nBib\n")
    assert run("partner", "importeer", "lijst.csv", "--blad", "Leden").err == (
        "lijst.csv is een tekst, en heeft dus geen bladen.\n→ Laat --blad weg.\n"
    )


def test_any_text_survives_a_cell_of_a_workbook() -> None:
    teksten = [[tekst] for tekst in ("=1", "'=1", "_x0041_", " x ", "a\nb", "#N/B", "01", "é😀ĳ")]
    assert [rij.cellen for rij in read_workbook(write_workbook(["wat"], teksten, "acties"), "x").rijen] == teksten
