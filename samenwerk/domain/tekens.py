"""The signs of a text: what other programs leave in it that nobody sees, and what no dossier may hold."""

import re

_BREAK = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
"""The soft line break of Word (U+000B) and others: every end of a line is one and the same."""

_SPACE = re.compile("[\u00a0\u2007\u202f]")
"""Spaces that keep words together, which no one types on purpose."""

_NOTHING = re.compile("[\ufeff\u200b\u2060\u00ad]")
"""The mark with which Notepad begins a file, and places where a word may or may not be broken.

The joiners U+200C and U+200D stay: letters of other scripts and emoji of several parts are made with them.
"""

STURENDE, KERENDE = "\x00-\x08\x0b-\x1f\x7f-\x9f", "\u202a-\u202e\u2066-\u2069"
"""What steers a terminal, and what turns the direction of reading: a text with one says another thing than it shows."""

ONTOELAATBAAR = re.compile(f"[{STURENDE}{KERENDE}\ufeff\ud800-\udfff]")
"""What no dossier may hold."""

_NAMEN = {
    "\x00": "een nulteken",
    "\x07": "een belteken",
    "\x1b": "Escape",
    "\x7f": "Delete",
    "\ufeff": "een BOM",
} | dict.fromkeys(
    [chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))], "een teken dat de leesrichting omkeert"
)


_LOOKALIKE = re.compile(r"[^\S \t\r\n]|[\u200b\u2060\ufeff]")

GEWONE_SPATIES = "Zet er gewone spaties voor in de plaats."


def clean_tekst(tekst: str) -> str:
    """The text as its writer saw it: line ends, spaces and invisible marks of other programs made the usual ones."""
    if tekst.isascii() and tekst.isprintable():
        return tekst
    return _NOTHING.sub("", _SPACE.sub(" ", _BREAK.sub("\n", tekst)))


def describe_teken(tekst: str) -> str:
    """Which sign may not stand in this text, and where: `Escape (U+001B), na “Rust”`; empty when all of them may."""
    gevonden = ONTOELAATBAAR.search(tekst)
    if not gevonden:
        return ""
    teken = gevonden[0]
    ervoor = ONTOELAATBAAR.sub("", tekst[: gevonden.start()]).split()
    waar = f"na “{ervoor[-1][-20:]}”" if ervoor else "helemaal vooraan"
    return f"{_NAMEN.get(teken, 'een stuurteken')} (U+{ord(teken):04X}), {waar}"


def describe_lookalike(tekst: str) -> str:
    """The sentence for a line that begins with a sign which only looks like a space, or like nothing; empty for another."""
    if not _LOOKALIKE.match(tekst):
        return ""
    naam = "een vaste spatie" if _SPACE.match(tekst) else "een onzichtbaar teken"
    return f"Deze regel begint met een teken dat alleen op een spatie lijkt: {naam} (U+{ord(tekst[0]):04X})."
