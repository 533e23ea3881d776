"""`importeer` looks at what kind of file a list stands in, whatever it is called, before it reads any of it."""

import io
from pathlib import Path
from zipfile import ZipFile

import pytest
from runner import run, snapshot


def archive(**members: str) -> bytes:
    """An archive with these members, of which a point and a slash are written as two lines."""
    buffer = io.BytesIO()
    with ZipFile(buffer, "w") as zipped:
        for name, text in members.items():
            zipped.writestr(name.replace("__", "/").replace("_", "."), text)
    return buffer.getvalue()


ODS, ODT = ("application/vnd.oasis.opendocument.spreadsheet", "application/vnd.oasis.opendocument.text")


@pytest.mark.parametrize(
    ("content", "wat", "oplossing"),
    [
        (b"%PDF-1.7\n", "is een pdf;", "Zoek het rekenblad"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is een oud Excel-bestand (.xls);", "Open het in Excel"),
        (b"\xd0\xcf\x11\xe0\xa1" + "EncryptedPackage".encode("utf-16-le"), "is een bestand met een wachtwoord.", "Haal in"),
        (b"\x89PNG\r\n\x1a\n\0", "is een afbeelding;", "Neem de lijst over"),
        (b"\0\0\0\x18ftypheic\0", "is een foto of een film;", "Neem de lijst over"),
        (b"{\\rtf1\\ansi", "is een tekst met opmaak (RTF);", "Neem de lijst over"),
        (b"\xef\xbb\xbf\n<html><table><tr><td>naam", "is een webpagina, hoe het bestand ook heet;", "Open het in Excel"),
        ("<?xml version='1.0'?><Workbook>".encode("utf-16"), "is een bestand in XML;", "Open het in Excel"),
        (b"BEGIN:VCARD\r\nFN:Jan", "is een adresboek (vCard);", "Neem de lijst over"),
        (b"BEGIN:VCALENDAR\r\n", "is een agenda;", "Neem de lijst over"),
        (bytes(range(256)), "is geen tekst, en ook geen rekenblad dat samenwerk kent;", "Open het in Excel"),
        (archive(word__document_xml="<w/>", docProps__app_xml=""), "is een Word-bestand;", "Neem de lijst over"),
        (archive(xl__workbook_bin=""), "is een binaire Excel-werkmap (.xlsb);", "Open het in Excel"),
        (archive(mimetype=ODS, content_xml=""), "is niet te lezen als rekenblad.", "Open het in LibreOffice"),
        (archive(mimetype=ODT, content_xml=""), "is een document van LibreOffice;", "Neem de lijst over"),
        (archive(Index__Document_iwa=""), "is een bestand van Numbers of Pages;", "Open het daar"),
        (archive(leden_csv="naam\nx"), "is een ingepakt bestand (zip);", "Pak het eerst uit."),
        (b"PK\x03\x04" + archive(), "is een ingepakt bestand (zip);", "Pak het eerst uit."),
        (archive(leden_csv="naam\nx")[:40], "is beschadigd: niet alles is er nog.", "Haal of bewaar"),
        (b"\n;;\n \n", "is leeg.", "Begin met een export"),
    ],
)
def test_a_file_that_is_no_list_is_called_what_it_is(gevuld: Path, content: bytes, wat: str, oplossing: str) -> None:
    (gevuld / "leden.csv").write_bytes(content)
    before = snapshot(gevuld)

    outcome = run("partner", "importeer", "leden.csv", "--ja")

    assert (outcome.code, outcome.out) == (1, "")
    melding, advies, *verder = outcome.err.splitlines()
    assert melding.startswith(f"leden.csv {wat}")
    assert advies.startswith(f"→ {oplossing}")
    assert verder == []
    assert snapshot(gevuld) == before
