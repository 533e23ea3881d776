"""What a person means with a word: one of a few choices, a name, or more of them; and what a wrong word may have meant."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from samenwerk.errors import WrongUsageError

if TYPE_CHECKING:
    # Only a type: a mistyped command asks for its neighbours, and must not load the description of a whole dossier.
    from samenwerk.domain.samenwerking import Samenwerking


def suggest(woord: str, keuzes: Sequence[str]) -> str:
    """`Bedoelde u …?` when one of the choices looks like the word, else which choices there are."""
    return suggest_alike(woord, keuzes) or (f"Kies uit: {', '.join(keuzes)}." if keuzes else "")


def suggest_alike(woord: str, keuzes: Sequence[str]) -> str:
    """`Bedoelde u …?` when one of the choices looks like the word, else nothing."""
    from difflib import get_close_matches

    vormen = {fold(keuze): keuze for keuze in keuzes}
    lijkt_op = get_close_matches(fold(woord), vormen, n=1, cutoff=0.6)
    return f"Bedoelde u “{vormen[lijkt_op[0]]}”?" if lijkt_op else ""


def read_keuze(woord: str, keuzes: Mapping[str, str], *, eerste: int | None = 1) -> str:
    """The key of the choice that a person means: its number in the list, its key or name, or a part that no other has.

    `keuzes` gives each key the name people know it by; `eerste` is the number of the first in the list that was shown, None
    where none was. Case and accents make no difference. What is a key is always that one.
    Raises `WrongUsageError` for what is none of them, and with all that fit for what is more.
    """
    passend = find_keuzes(woord, keuzes, eerste=eerste)
    if len(passend) == 1:
        return passend[0]
    if passend:
        raise WrongUsageError(f"“{woord}” kan meer dan één zijn.", f"Kies uit: {'; '.join(name_keuzes(passend, keuzes))}.")
    raise WrongUsageError(f"“{woord}” kan hier niet.", suggest(woord, list(keuzes.values())))


def find_keuzes(woord: str, keuzes: Mapping[str, str], *, eerste: int | None = None) -> list[str]:
    """The keys of all that a person can mean, as `read_keuze` reads it."""
    if woord in keuzes:
        return [woord]
    gezocht, sleutels = fold(woord), list(keuzes)
    vormen = {sleutel: (fold(sleutel), fold(naam)) for sleutel, naam in keuzes.items()}
    gelijk = [sleutel for sleutel, vorm in vormen.items() if gezocht in vorm]
    if gelijk or not gezocht:
        return gelijk
    if eerste is not None and re.fullmatch("[0-9]{1,6}", woord) and eerste <= int(woord) < eerste + len(sleutels):
        return [sleutels[int(woord) - eerste]]
    return [sleutel for sleutel, vorm in vormen.items() if _is_part(gezocht, *vorm)]


def _is_part(gezocht: str, sleutel: str, naam: str) -> bool:
    """Whether this is enough of a name to know it by. Of a word it must be the beginning: `niet uitgevoerd` ends otherwise."""
    return naam.startswith(gezocht) if sleutel == naam else gezocht in naam or gezocht in sleutel


def name_keuzes(sleutels: Sequence[str], keuzes: Mapping[str, str]) -> list[str]:
    """The names of these choices; with its key behind it where more than one has that name."""
    namen = [keuzes[sleutel] for sleutel in sleutels]
    return [naam if namen.count(naam) == 1 else f"{naam} ({sleutel})" for sleutel, naam in zip(sleutels, namen, strict=True)]


def read_keuzes(tekst: str, keuzes: Mapping[str, str], *, eerste: int | None = 1) -> tuple[str, ...]:
    """The keys of all that a person names, with commas between them, or ; where a name holds a comma itself.

    Raises what `read_keuze` raises.
    """
    return tuple(dict.fromkeys(read_keuze(naam, keuzes, eerste=eerste) for naam in split_namen(tekst, keuzes)))


def split_namen(tekst: str, keuzes: Mapping[str, str]) -> Iterator[str]:
    """The parts of a list of names. A comma that belongs to the whole name of a choice is no end of a part."""
    teken = ";" if ";" in tekst else ","
    delen = tekst.split(teken)
    heel = {fold(naam) for naam in keuzes.values() if teken in naam} if len(delen) > 1 else set()
    while delen:
        aantal = next((n for n in range(len(delen), 1, -1) if fold(teken.join(delen[:n])) in heel), 1)
        if naam := teken.join(delen[:aantal]).strip():
            yield naam
        del delen[:aantal]


def fold(tekst: str) -> str:
    """The text without what people leave out when they type a name: capitals, accents, spaces too many."""
    if not tekst.isascii():
        import unicodedata

        letters = unicodedata.normalize("NFKD", tekst.casefold())
        tekst = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(tekst.casefold().split())


def list_sleutels(samenwerking: "Samenwerking", verzamelingen: tuple[str, ...]) -> list[str]:
    """The keys of these collections, each once: what a field that refers to them may name."""
    return list(dict.fromkeys(sleutel for naam in verzamelingen for sleutel in getattr(samenwerking, naam)))
