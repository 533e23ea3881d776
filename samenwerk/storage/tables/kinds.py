"""What kind of file this is, told by its bytes: whatever it is called, people take a list for one that is none."""

import io
from typing import NamedTuple
from zipfile import BadZipFile, ZipFile

from samenwerk.errors import RefusedError

_BEWAAR = "bewaar het daar als Excel-werkmap (.xlsx) of als “CSV UTF-8”."
_ANDER_REKENBLAD = f"Open het in Excel of LibreOffice, en {_BEWAAR}"
_GEEN_REKENBLAD = f"Zoek het rekenblad waaruit het komt, en {_BEWAAR}"
_NEEM_OVER = f"Neem de lijst over in een rekenblad, en {_BEWAAR}"


class _Kind(NamedTuple):
    begins: bytes
    wat: str
    oplossing: str = _GEEN_REKENBLAD


_OLE = b"\xd0\xcf\x11\xe0"
_ZIP = b"PK\x03\x04"

_BINARY = (
    _Kind(b"%PDF", "een pdf"),
    _Kind(_OLE, "een oud Excel-bestand (.xls)", _ANDER_REKENBLAD),
    _Kind(b"\x89PNG", "een afbeelding", _NEEM_OVER),
    _Kind(b"\xff\xd8\xff", "een afbeelding", _NEEM_OVER),
    _Kind(b"GIF8", "een afbeelding", _NEEM_OVER),
    _Kind(b"{\\rtf", "een tekst met opmaak (RTF)", _NEEM_OVER),
    _Kind(b"\x1f\x8b", "een ingepakt bestand", "Pak het eerst uit."),
    _Kind(b"7z\xbc\xaf", "een ingepakt bestand", "Pak het eerst uit."),
    _Kind(b"Rar!", "een ingepakt bestand", "Pak het eerst uit."),
)
_PHOTO = _Kind(b"", "een foto of een film", _NEEM_OVER)
_TEXTS = (
    _Kind(b"<?xml", "een rekenblad of een ander bestand in XML", _ANDER_REKENBLAD),
    _Kind(b"<", "een webpagina, ook als ze naar Excel genoemd is", _ANDER_REKENBLAD),
    _Kind(b"begin:vcard", "een adresboek (vCard)", _NEEM_OVER),
    _Kind(b"begin:vcalendar", "een agenda", _NEEM_OVER),
)
_MEMBERS = (
    _Kind(b"xl/workbook.bin", "een binaire Excel-werkmap (.xlsb)", _ANDER_REKENBLAD),
    _Kind(b"word/", "een Word-bestand", _NEEM_OVER),
    _Kind(b"ppt/", "een presentatie", _NEEM_OVER),
    _Kind(b"Index/", "een bestand van Numbers of Pages", f"Open het daar, en {_BEWAAR}"),
)
_OPEN_DOCUMENT = (
    _Kind(b"application/vnd.oasis.opendocument.spreadsheet", "een rekenblad van LibreOffice (.ods)", _ANDER_REKENBLAD),
    _Kind(b"application/vnd.oasis.opendocument", "een document van LibreOffice", _NEEM_OVER),
)
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def is_workbook(content: bytes, naam: str) -> bool:
    """Whether a file called `naam` is an Excel workbook; else it is text. Raises `RefusedError` when it is neither."""
    if content.startswith(_ZIP):
        return _look_inside(content, naam)
    binary = next((kind for kind in _BINARY if content.startswith(kind.begins)), None)
    if content.startswith(_OLE) and _ENCRYPTED in content:
        raise RefusedError(f"{naam} is een Excel-bestand met een wachtwoord.", f"Haal het wachtwoord eraf, en {_BEWAAR}")
    if content[4:8] == b"ftyp":
        binary = _PHOTO
    if binary:
        raise _refuse(naam, binary)
    return False


def check_text(tekst: str, naam: str) -> None:
    """Raise `RefusedError` for a text that is no list but something else, such as a web page."""
    begin = tekst.lstrip()[:20].lower().encode()
    kind = next((kind for kind in _TEXTS if begin.startswith(kind.begins)), None)
    if "\0" in tekst:
        kind = _Kind(b"", "geen tekst en ook geen rekenblad dat samenwerk kent", _ANDER_REKENBLAD)
    if kind:
        raise _refuse(naam, kind)


def _look_inside(content: bytes, naam: str) -> bool:
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            members = archive.namelist()
            mimetype = archive.read("mimetype")[:100] if "mimetype" in members else b""
    except (BadZipFile, OSError, NotImplementedError, RuntimeError):
        raise RefusedError(
            f"{naam} is beschadigd: er is iets van weggevallen.", "Haal of bewaar het bestand opnieuw."
        ) from None
    if "xl/workbook.xml" in members:
        return True
    kinds = (
        *(kind for kind in _OPEN_DOCUMENT if mimetype.startswith(kind.begins)),
        *(kind for kind in _MEMBERS if any(member.startswith(kind.begins.decode()) for member in members)),
    )
    raise _refuse(naam, next(iter(kinds), _Kind(b"", "een ingepakt bestand (zip)", "Pak het eerst uit.")))


def _refuse(naam: str, kind: _Kind) -> RefusedError:
    return RefusedError(f"{naam} is {kind.wat}; daaruit leest samenwerk geen lijst.", kind.oplossing)
