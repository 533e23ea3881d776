"""The building blocks of a sentence that people's words fill: a list, a number of things, a title.

Nobody knows whether a name that people give is one or many, nor how it begins or ends: so no verb of ours depends on it,
and its signs do not run into ours.
"""

from collections.abc import Sequence

_TELWOORDEN = ("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")
_RANGTELWOORDEN = (
    *("eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste"),
    *("negende", "tiende", "elfde", "twaalfde"),
)


def som_op(namen: Sequence[str], voegwoord: str = "en") -> str:
    """Names in a row: `a`, `a en b`, `a, b en c`; with semicolons where a name itself has a comma or an `en`."""
    if len(namen) > 1 and any("," in naam or f" {voegwoord} " in naam for naam in namen):
        return "; ".join(namen)
    return f" {voegwoord} ".join(filter(None, (", ".join(namen[:-1]), *namen[-1:])))


def tel(aantal: int, een: str, meer: str) -> str:
    """A number with its noun: `1 dag`, `2 dagen`, `0 dagen`."""
    return f"{aantal} {een if aantal == 1 else meer}"


def as_title(tekst: str, sleutel: str) -> str:
    """A text of people on one line and without its full stop, fit for the middle of a sentence; the key where there is none."""
    return " ".join(tekst.split()).removesuffix(".") or sleutel


def telwoord(aantal: int) -> str:
    """A number as it stands in a sentence: in letters up to twelve."""
    return _TELWOORDEN[aantal] if 0 <= aantal < len(_TELWOORDEN) else str(aantal)


def rangtelwoord(nummer: int) -> str:
    """Which one in a row: `eerste`, `tweede`; in figures after the twelfth."""
    return _RANGTELWOORDEN[nummer - 1] if 0 < nummer <= len(_RANGTELWOORDEN) else f"{nummer}e"


def aangehaald(tekst: str, sleutel: str = "") -> str:
    """The same between quotation marks, which keep it apart from our own words: `“Een buurtfeest”`."""
    return f"“{as_title(tekst, sleutel)}”"
