"""`importeer` with a spreadsheet of LibreOffice, as that program writes it."""

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from runner import Outcome, dossier_text, run, snapshot

ODS = "lijst.ods"
PARTS = ("office", "style", "table", "text")
HEAD = "".join(f' xmlns:{part}="urn:oasis:names:tc:opendocument:xmlns:{part}:1.0"' for part in PARTS)


def save(*tables: str, styles: str = "", before: str = "") -> None:
    """Save a spreadsheet with these sheets in the folder of the dossier."""
    body = f"<office:body><office:spreadsheet>{''.join(tables)}</office:spreadsheet></office:body>"
    looks = f"<office:automatic-styles>{styles}</office:automatic-styles>"
    content = f"<office:document-content{HEAD}>{looks}{body}</office:document-content>"
    with ZipFile(ODS, "w", ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", before + content)


def sheet(*rows: str, name: str = "Leden", style: str = "ta1") -> str:
    """A sheet of rows of cells, with behind and below them the empty ones that LibreOffice repeats to the end."""
    empty = '<table:table-cell table:number-columns-repeated="16379"/>'
    below = f'<table:table-row table:number-rows-repeated="1048570">{empty}</table:table-row>'
    lines = "".join(f"<table:table-row>{row}{empty}</table:table-row>" for row in rows)
    return f'<table:table table:name="{name}" table:style-name="{style}">{lines}{below}</table:table>'


def cells(*texts: str) -> str:
    return "".join(f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>' for text in texts)


def refused(folder: Path, *words: str) -> Outcome:
    """What importing says, when nothing may be written."""
    before = snapshot(folder)
    outcome = run("actie", "importeer", ODS, "--ja", *words)
    assert (outcome.code, outcome.out) == (1, "")
    assert snapshot(folder) == before
    return outcome


def test_what_the_cells_of_a_spreadsheet_show_is_taken_over(gevuld: Path) -> None:
    note = "<office:annotation><text:p>Niet vergeten</text:p></office:annotation>"
    day = '<table:table-cell office:value-type="date" office:date-value="2026-04-05"><text:p>5 apr</text:p></table:table-cell>'
    moment = '<table:table-cell office:value-type="date" office:date-value="2026-03-01T14:30:00"/>'
    number = '<table:table-cell office:value-type="float" office:value="475123456"><text:p>4,75E+08</text:p></table:table-cell>'
    empty = '<table:table-cell table:formula="of:=&quot;&quot;" office:value-type="string"/>'
    krant = "Een<text:s text:c='2'/><text:span>krant</text:span><text:line-break/>of"
    text = f"<table:table-cell>{note}<text:p>{krant}</text:p></table:table-cell>"
    save(
        sheet(cells("Wat", "Tegen", "Output", "Reden"), f"{text}{day}{number}{moment}", f"{cells('Een feest')}{empty}"),
        sheet(cells("gepland"), name="Keuzes", style="verborgen"),
        sheet(name="Blad2"),
        styles='<style:style style:name="verborgen"><style:table-properties table:display="false"/></style:style>',
    )

    assert run("actie", "importeer", ODS, "--ja").code == 0

    krant, feest = run("actie", "lijst", "--json").json["acties"][-2:]
    assert (krant["wat"], krant["tegen"]) == ("Een  krant\nof", "2026-04-05")
    assert (krant["output"], krant["reden"]) == ("475123456", "2026-03-01 14:30")
    assert (feest["wat"], feest["tegen"]) == ("Een feest", None)


def test_the_list_is_on_the_sheet_that_is_named(gevuld: Path) -> None:
    save(sheet(cells("wat"), cells("Een krant")), sheet(cells("wat"), cells("Oud"), name="Vorig jaar"))

    assert "In lijst.ods staat op meer dan één blad iets: “Leden” en “Vorig jaar”." in refused(gevuld).err
    assert run("actie", "importeer", ODS, "--blad", "vorig", "--ja").code == 0
    assert "    wat: Oud\n" in dossier_text(gevuld)


def test_cells_that_show_nobody_what_they_hold_are_told_together(gevuld: Path) -> None:
    true = '<table:table-cell office:value-type="boolean" office:boolean-value="true"/>'
    merged = '<table:table-cell table:number-rows-spanned="2"><text:p>x</text:p></table:table-cell>'
    formula = '<table:table-cell table:formula="of:=[.A1]"/>'
    save(
        sheet(
            cells("wat", "output"),
            f"{cells('Een krant')}{true}",
            cells("#N/B"),
            f"{cells('Feest')}{merged}",
            f"{cells('Markt')}{formula}",
        )
    )

    assert [line.strip().removeprefix("lijst.ods:") for line in refused(gevuld).err.splitlines()[1::2]] == [
        "2: In de kolom “output” staat “WAAR”: de uitkomst van een vergelijking in het rekenblad.",
        "3: In de kolom “wat” staat “#N/B”: een foutmelding van het rekenblad.",
        "4:2: De cellen vanaf B4 zijn samengevoegd.",
        "5:2: In cel B5 staat een formule zonder uitkomst.",
    ]


ENTITIES = "<!DOCTYPE x [" + "".join(f'<!ENTITY e{level} "{f"&e{level - 1};" * 10 or "x"}">' for level in range(10)) + "]>"


@pytest.mark.parametrize(
    ("row", "before", "melding"),
    [
        (
            '<table:table-cell table:number-columns-repeated="99999999"><text:p>x</text:p></table:table-cell>',
            "",
            "niet te lezen",
        ),
        (f"{'<table:table-cell/>' * 300}{cells('x')}", "", "te groot"),
        (cells("&e9;"), ENTITIES.replace("&e-1;" * 10, "x" * 10), "niet te lezen"),
        (cells("<text:span>" * 30_000 + "</text:span>" * 30_000), "", "niet te lezen"),
    ],
    ids=["repeated", "wide", "entities", "deep"],
)
def test_a_spreadsheet_that_is_made_to_hurt_is_refused(gevuld: Path, row: str, before: str, melding: str) -> None:
    save(sheet(row), before=before)

    assert refused(gevuld).err.startswith(f"lijst.ods is {melding}")
