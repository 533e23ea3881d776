"""What kind of file this is, told by its bytes: whatever it is called, people take a list for one that is none."""

import io
from typing import NamedTuple
from zipfile import ZipFile

from samenwerk.errors import RefusedError

_BEWAAR = "bewaar het daar als Excel-werkmap (.xlsx) of als “CSV UTF-8”."
_OPEN = f"Open het in Excel of LibreOffice, en {_BEWAAR}"
_ZOEK = f"Zoek het rekenblad waaruit het komt, en {_BEWAAR}"
_NEEM_OVER = f"Neem de lijst over in een rekenblad, en {_BEWAAR}"
_PAK_UIT = "Pak het eerst uit."


class _Kind(NamedTuple):
    """How a file of this kind begins, what people call it, and what makes a list of it."""

    begin: bytes
    wat: str
    oplossing: str


WORKBOOK, OPENDOCUMENT, TEXT = ".xlsx", ".ods", ""
"""The kinds of files in which a list can be read, by how they end."""

_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_BINARY = (
    _Kind(b"%PDF", "een pdf", _ZOEK),
    _Kind(_OLE, "een oud Excel-bestand (.xls)", _OPEN),
    _Kind(b"\x89PNG", "een afbeelding", _NEEM_OVER),
    _Kind(b"\xff\xd8\xff", "een afbeelding", _NEEM_OVER),
    _Kind(b"GIF8", "een afbeelding", _NEEM_OVER),
    _Kind(b"{\\rtf", "een tekst met opmaak (RTF)", _NEEM_OVER),
    _Kind(b"\x1f\x8b", "een ingepakt bestand", _PAK_UIT),
    _Kind(b"7z\xbc\xaf", "een ingepakt bestand", _PAK_UIT),
    _Kind(b"Rar!", "een ingepakt bestand", _PAK_UIT),
)
_TEXTS = (
    _Kind(b"<?xml", "een bestand in XML", _OPEN),
    _Kind(b"<", "een webpagina, hoe het bestand ook heet", _OPEN),
    _Kind(b"begin:vcard", "een adresboek (vCard)", _NEEM_OVER),
    _Kind(b"begin:vcalendar", "een agenda", _NEEM_OVER),
)
_ARCHIVES = (
    _Kind(b"application/vnd.oasis.opendocument", "een document van LibreOffice", _NEEM_OVER),
    _Kind(b"xl/workbook.bin", "een binaire Excel-werkmap (.xlsb)", _OPEN),
    _Kind(b"word/", "een Word-bestand", _NEEM_OVER),
    _Kind(b"ppt/", "een presentatie", _NEEM_OVER),
    _Kind(b"Index/", "een bestand van Numbers of Pages", f"Open het daar, en {_BEWAAR}"),
    _Kind(b"", "een ingepakt bestand (zip)", _PAK_UIT),
)
"""Archives, told by the type they say they are or by the beginning of a name in them."""

_LOCKED = "EncryptedPackage".encode("utf-16-le")


def find_kind(content: bytes, naam: str) -> str:
    """Which reader a file called `naam` asks for: `WORKBOOK`, `OPENDOCUMENT` or `TEXT`. Raises `RefusedError` for any other."""
    if content.startswith(_ZIP):
        names = _list_names(content, naam)
        # Some programs call the workbook in it otherwise, but it is always in this folder.
        if any(name.startswith(b"xl/") for name in names) and b"xl/workbook.bin" not in names:
            return WORKBOOK
        if names[0].startswith(_ODS):
            return OPENDOCUMENT
        raise _refuse(naam, next(kind for kind in _ARCHIVES if any(name.startswith(kind.begin) for name in names)))
    if content.startswith(_OLE) and _LOCKED in content:
        raise RefusedError(f"{naam} is een bestand met een wachtwoord.", f"Haal in Excel het wachtwoord eraf, en {_BEWAAR}")
    for kind in _BINARY:
        if content.startswith(kind.begin):
            raise _refuse(naam, kind)
    if content[4:8] == b"ftyp":
        raise _refuse(naam, _Kind(b"", "een foto of een film", _NEEM_OVER))
    return TEXT


def check_text(tekst: str, naam: str) -> None:
    """Raise `RefusedError` for a text that is no list: a web page, an address book, or what only looks like text."""
    begin = tekst.lstrip()[:20].lower().encode()
    for kind in _TEXTS:
        if begin.startswith(kind.begin):
            raise _refuse(naam, kind)
    if "\0" in tekst:
        raise _refuse(naam, _Kind(b"", "geen tekst, en ook geen rekenblad dat samenwerk kent", _OPEN))


def _list_names(content: bytes, naam: str) -> list[bytes]:
    """What an archive says it is, empty if it does not, and the names of all that is in it."""
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
            said = archive.open("mimetype").read(100) if "mimetype" in names else b""
    except Exception:  # damaged in whichever way
        raise RefusedError(f"{naam} is beschadigd: niet alles is er nog.", "Haal of bewaar het bestand opnieuw.") from None
    return [said, *(name.encode() for name in names)]


def _refuse(naam: str, kind: _Kind) -> RefusedError:
    return RefusedError(f"{naam} is {kind.wat}; daaruit leest samenwerk geen lijst.", kind.oplossing)
