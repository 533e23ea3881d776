"""What stands in a cell instead of what was meant: the marks of a spreadsheet, and letters that were lost on the way."""

import re
from typing import NamedTuple

_NAAR_UTF8 = "Bewaar het rekenblad opnieuw, als Excel-werkmap (.xlsx) of als “CSV UTF-8”; of verbeter deze cel."


class Mark(NamedTuple):
    """What is wrong with a cell: how the sentence goes on after “Daar staat …”, and what mends it."""

    wat: str
    oplossing: str


_FOUTEN = {
    *("#NAAM?", "#VERW!", "#N/B", "#WAARDE!", "#DEEL/0!", "#GETAL!", "#LEEG!", "#OVERLOPEN!", "#BEREKENEN!", "#BEZIG!"),
    *("#NAME?", "#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#BUSY!"),
    *("#NOM?", "#VALEUR!", "#NOMBRE!", "#NUL!", "#PROPAGATION!"),
}
"""The errors of Excel in Dutch, English and French, as it saves them."""

_LOGISCH = {"WAAR", "ONWAAR", "TRUE", "FALSE", "VRAI", "FAUX"}
_AFGEKORT = re.compile(r"-?\d+(?:[.,]\d+[Ee]\+?|[Ee]\+)\d+")
_TE_SMAL = re.compile(r"#{3,}")
_FOUT_VAN_LIBREOFFICE = re.compile(r"(?:Err|Fout|Erreur):\d{3}")


def find_mark(cel: str) -> Mark | None:
    """The mark in a cell that holds nothing else, or the lost letter in it; None for what people write."""
    if cel in _FOUTEN or _FOUT_VAN_LIBREOFFICE.fullmatch(cel):
        return Mark(f"“{cel}”: een foutmelding van het rekenblad", "Herstel de formule, of typ wat er moet staan.")
    if cel in _LOGISCH:
        return Mark(f"“{cel}”: de uitkomst van een vergelijking in het rekenblad", "Typ wat er moet staan.")
    if _AFGEKORT.fullmatch(cel):
        return Mark(f"“{cel}”: een getal dat het rekenblad afkortte", "Geef de cel de opmaak Tekst, en typ het getal opnieuw.")
    if _TE_SMAL.fullmatch(cel):
        return Mark("alleen ###: de kolom was te smal toen het blad bewaard werd", "Maak de kolom breder, en bewaar opnieuw.")
    return next(filter(None, map(_find_lost_letter, cel.split())), None) if not cel.isascii() else None


def _find_lost_letter(woord: str) -> Mark | None:
    if "\ufffd" in woord:
        return Mark(f"“{woord}”: daarin ging een letter verloren", _NAAR_UTF8)
    try:
        # `CafÃ©` is what is left of `Café` when a program read it in an older coding, and saved it so.
        bedoeld = "" if woord.isascii() else woord.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return None
    return Mark(f"“{woord}”, waar “{bedoeld}” bedoeld is", _NAAR_UTF8) if bedoeld else None
