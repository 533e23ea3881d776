"""The signs of a text: what other programs leave in it that nobody sees, and what no dossier may hold."""

import re
from collections.abc import Mapping

_SPACES = "\u00a0\u2007\u202f"
"""Spaces that keep words together, which no one types on purpose."""

_BREAKS = "\x0b\x0c\x85\u2028\u2029"
"""The soft line break of Word (U+000B), and others that no editor shows as the end of a line."""

ONGEZIEN = "\ufeff\u200b\u2060"
"""The mark with which Notepad begins a file, and places where a word may or may not be broken. The joiners U+200C and U+200D
are none: letters of other scripts and emoji of several parts are made with them."""

_NOTHING = f"{ONGEZIEN}\u00ad"
"""With the soft hyphen, which is seen where a line ends."""

_CLEANED = str.maketrans(dict.fromkeys(f"\r{_BREAKS}", "\n") | dict.fromkeys(_SPACES, " ") | dict.fromkeys(_NOTHING, ""))

VERBORGEN: Mapping[str, str] = dict.fromkeys(_SPACES + _BREAKS, " ") | dict.fromkeys(_NOTHING, "")
"""The signs that no one sees in a line, each with what its writer saw there."""

STURENDE, KERENDE = "\x00-\x08\x0b-\x1f\x7f-\x9f", "\u202a-\u202e\u2066-\u2069"
"""What steers a terminal, and what turns the direction of reading: a text with one says another thing than it shows."""

MERKEN = "\u200e\u200f\u2061-\u2065\ufff9-\ufffb"
"""What other programs mean with a sign that nobody sees: the direction of one letter, a formula, a note between the lines."""

_ONTOELAATBAAR = f"[{STURENDE}{KERENDE}\ufeff\ud800-\udfff]"
"""What no dossier may hold. It is compiled when a text asks for it, which few do."""

_NAMEN = {
    "\x00": "een nulteken",
    "\x07": "een belteken",
    "\x1b": "Escape",
    "\x7f": "Delete",
    "\ufeff": "een BOM",
    "\u200b": "een spatie zonder breedte",
    "\u2060": "een woordverbinder",
    "\u00ad": "een zacht afbreekstreepje",
} | dict.fromkeys(
    [chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))], "een teken dat de leesrichting omkeert"
)
_NAMEN |= dict.fromkeys(_SPACES, "een vaste spatie") | dict.fromkeys(_BREAKS, "een verborgen regeleinde")


GEWONE_SPATIES = "Zet er gewone spaties voor in de plaats."


def clean_tekst(tekst: str) -> str:
    """The text as its writer saw it: line ends, spaces and invisible marks of other programs made the usual ones."""
    if tekst.isascii() and tekst.isprintable():
        return tekst
    return tekst.replace("\r\n", "\n").translate(_CLEANED)


def find_teken(tekst: str) -> re.Match[str] | None:
    """The first sign that no dossier may hold."""
    if tekst.replace("\n", "").isprintable():
        return None  # What can be printed steers nothing.
    return re.search(_ONTOELAATBAAR, tekst)


def remove_tekens(tekst: str) -> str:
    """The text without the signs that no dossier may hold."""
    return re.sub(_ONTOELAATBAAR, "", tekst)


def describe_teken(tekst: str) -> str:
    """Which sign may not stand in this text, and where: `Escape (U+001B), na “Rust”`; empty when all of them may."""
    gevonden = find_teken(tekst)
    if not gevonden:
        return ""
    teken = gevonden[0]
    ervoor = remove_tekens(tekst[: gevonden.start()]).split()
    waar = f"na “{ervoor[-1][-20:]}”" if ervoor else "helemaal vooraan"
    return f"{name_teken(teken)}, {waar}"


def name_teken(teken: str) -> str:
    """What a sign is called that nobody sees: `een vaste spatie (U+00A0)`."""
    return f"{_NAMEN.get(teken, 'een stuurteken')} (U+{ord(teken):04X})"


def describe_lookalike(tekst: str) -> str:
    """The sentence for a line that begins with a sign which only looks like a space, or like nothing; empty for another."""
    if not re.match(r"[^\S \t\r\n]|[\u200b\u2060\ufeff]", tekst):
        return ""
    naam = "een vaste spatie" if tekst[0] in _SPACES else "een onzichtbaar teken"
    return f"Deze regel begint met een teken dat alleen op een spatie lijkt: {naam} (U+{ord(tekst[0]):04X})."
