"""What a person means with a word: one of a few choices, a name, or more of them; and what a wrong word may have meant."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from samenwerk.errors import WrongUsageError

if TYPE_CHECKING:
    # Only a type: a mistyped command asks for its neighbours, and must not load the description of a whole dossier.
    from samenwerk.domain.record import Veld
    from samenwerk.domain.samenwerking import Samenwerking


_ALLEN = ("iedereen", "allemaal", "allen", "alle")
"""What a person says to name all that can be chosen."""

_EN = " en "
_APOSTROF = str.maketrans("’‘", "''")
"""A word processor curls it, and a person types it straight."""

_ERACHTER = " ,;:."
"""What people put behind a word of a sentence: `noteer Succes: het liep goed`, `render startnota, actieplan`."""

_PART = 3
"""From how many letters on a part may stand anywhere in a name."""


def suggest(woord: str, keuzes: Sequence[str]) -> str:
    """`Bedoelde u …?` when one of the choices looks like the word, else which choices there are."""
    return suggest_alike(woord, keuzes) or (f"Kies uit: {', '.join(keuzes)}." if keuzes else "")


def suggest_alike(woord: str, keuzes: Sequence[str]) -> str:
    """`Bedoelde u …?` when one of the choices looks like the word, else nothing."""
    return next((f"Bedoelde u “{keuze}”?" for keuze in find_alike(woord, keuzes)), "")


def find_alike(woord: str, keuzes: Sequence[str], cutoff: float = 0.6) -> list[str]:
    """The choices that look like a word, the best first; with a higher `cutoff`, up to 1, only those that nearly are it."""
    from difflib import get_close_matches

    vormen = {fold(keuze): keuze for keuze in keuzes}
    return [vormen[vorm] for vorm in get_close_matches(fold(woord), vormen, cutoff=cutoff)]


def suggest_keuze(woord: str, keuzes: Mapping[str, str]) -> str:
    """`Bedoelde u …?` with the key or name that looks like the word, else the names there are to choose from."""
    return suggest_alike(woord, [*keuzes.values(), *keuzes]) or (_list_keuzes(list(keuzes), keuzes) if keuzes else "")


def read_keuze(woord: str, keuzes: Mapping[str, str], *, eerste: int | None = 1, geen: str = "kan hier niet") -> str:
    """The key of the choice that a person means: its number in the list, its key or name, or a part that no other has.

    `keuzes` gives each key the name people know it by; `eerste` is the number of the first in the list that was shown, None
    where none was. Case and accents make no difference. What is a key is always that one.
    Raises `WrongUsageError` for what is none of them, of which `geen` says what it is not, and with all that fit for more.
    """
    passend = find_keuzes(woord, keuzes, eerste=eerste)
    if len(passend) == 1:
        return passend[0]
    if passend:
        raise WrongUsageError(f"“{woord}” kan meer dan één zijn.", _list_keuzes(passend, keuzes))
    raise WrongUsageError(f"“{woord}” {geen}.", suggest_keuze(woord, keuzes))


def read_veldkeuze(woord: str, veld: "Veld") -> str:
    """The choice that a person means for a field; of a fase any name will do. Raises what `read_keuze` raises."""
    # Here and not above, for the same reason.
    from samenwerk.domain.fasen import FASE_IDS, find_fase

    fase = find_fase(woord) if veld.keuzes == FASE_IDS else None
    if fase:
        return fase.id
    gevraagd = veld.ook.get(fold(woord), woord)
    return read_keuze(gevraagd, {keuze: keuze for keuze in veld.keuzes}, eerste=None)


def find_keuzes(woord: str, keuzes: Mapping[str, str], *, eerste: int | None = None) -> list[str]:
    """The keys of all that a person can mean, as `read_keuze` reads it."""
    if woord in keuzes:
        return [woord]
    gezocht, sleutels = fold(woord), list(keuzes)
    vormen = {sleutel: (fold(sleutel), fold(naam)) for sleutel, naam in keuzes.items()}
    if zeker := [sleutel for sleutel, naam in keuzes.items() if gezocht == fold(name_with_key(sleutel, naam))]:
        return zeker
    gelijk = [sleutel for sleutel, vorm in vormen.items() if gezocht in vorm]
    if gelijk or not gezocht:
        return gelijk
    if eerste is not None and re.fullmatch("[0-9]{1,6}", woord) and eerste <= int(woord) < eerste + len(sleutels):
        return [sleutels[int(woord) - eerste]]
    passend = [sleutel for sleutel in keuzes if _is_part(gezocht, *vormen[sleutel], is_woord=sleutel == keuzes[sleutel])]
    kaal = re.sub("^(de|het|een) ", "", gezocht).rstrip(_ERACHTER)
    return passend if passend or kaal == gezocht else find_keuzes(kaal, keuzes)


def _is_part(gezocht: str, sleutel: str, naam: str, *, is_woord: bool) -> bool:
    """Whether this is enough of a name to know it by. Of a word it must be the beginning: `niet uitgevoerd` ends otherwise.

    So must a letter or two, which stand in the midst of any name: who types `de startnota` means no stakehol-de-ranalyse.
    """
    if is_woord:
        return naam.startswith(gezocht)
    if len(gezocht) < _PART:
        return any(woord.startswith(gezocht) for woord in naam.split())
    return gezocht in naam or gezocht in sleutel


def _list_keuzes(sleutels: Sequence[str], keuzes: Mapping[str, str]) -> str:
    """These choices by name; by key too where that name is that of another, or its key."""
    vormen = [vorm for sleutel, naam in keuzes.items() for vorm in {fold(sleutel), fold(naam)}]
    genoemd = [
        naam if vormen.count(fold(naam)) == 1 else name_with_key(sleutel, naam)
        for sleutel, naam in ((sleutel, keuzes[sleutel]) for sleutel in sleutels)
    ]
    return f"Kies uit: {('; ' if any(',' in naam for naam in genoemd) else ', ').join(genoemd)}."


def name_with_key(sleutel: str, naam: str) -> str:
    """What is certainly this choice and no other: its name and its key; one word where they are the same."""
    return naam if naam == sleutel else f"{naam} ({sleutel})"


def read_keuzes(tekst: str, keuzes: Mapping[str, str], *, eerste: int | None = 1) -> tuple[str, ...]:
    """The keys of all that a person names, with commas or `en` between them, or ; where a name holds a comma itself.

    One word means all of them (`iedereen`), unless it stands in a name. Raises what `read_keuze` raises.
    """
    if fold(tekst) in _ALLEN and not find_keuzes(tekst, keuzes):
        return tuple(keuzes)
    return tuple(dict.fromkeys(read_keuze(naam, keuzes, eerste=eerste) for naam in split_namen(tekst, keuzes)))


def split_namen(tekst: str, keuzes: Mapping[str, str]) -> Iterator[str]:
    """The parts of a list of names. A comma or an `en` that belongs to the name of a choice is no end of a part."""
    for naam in _split_at(";" if ";" in tekst else ",", tekst, keuzes):
        if _EN in naam and not find_keuzes(naam, keuzes):
            yield from _split_at(_EN, naam, keuzes)
        else:
            yield naam


def _split_at(teken: str, tekst: str, keuzes: Mapping[str, str]) -> Iterator[str]:
    """The parts between these signs, but for those within a whole name."""
    delen = tekst.split(teken)
    namen = ((naam, name_with_key(sleutel, naam)) for sleutel, naam in keuzes.items() if teken in naam)
    heel = {fold(vorm) for vormen in namen for vorm in vormen} if len(delen) > 1 else set()
    while delen:
        aantal = next((n for n in range(len(delen), 1, -1) if fold(teken.join(delen[:n])) in heel), 1)
        if naam := teken.join(delen[:aantal]).strip():
            yield naam
        del delen[:aantal]


def find_naam(woord: str, titels: Mapping[str, str]) -> str | None:
    """The name of a field that is written so in another way: with capitals, a space or a hyphen, or by its title.

    `titels` gives each name its title. A part is not enough: a heading or a place in a file stands there whole.
    """
    if woord in titels:
        return woord
    gezocht = fold(woord)
    naam = re.sub("[ -]", "_", gezocht)
    passend = [naam] if naam in titels else [naam for naam, titel in titels.items() if fold(titel) == gezocht]
    return passend[0] if len(passend) == 1 else None


# A table may name the same few hundred records thousands of times.
@lru_cache(maxsize=4096)
def fold(tekst: str) -> str:
    """The text as people type a name: without capitals, accents and spaces too many, and with the apostrophe of a keyboard."""
    if not tekst.isascii():
        import unicodedata

        letters = unicodedata.normalize("NFKD", tekst.casefold()).translate(_APOSTROF)
        tekst = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(tekst.casefold().split())


def list_sleutels(samenwerking: "Samenwerking", verzamelingen: tuple[str, ...]) -> list[str]:
    """The keys of these collections, each once: what a field that refers to them may name."""
    return list(dict.fromkeys(sleutel for naam in verzamelingen for sleutel in getattr(samenwerking, naam)))
