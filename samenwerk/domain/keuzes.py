"""What someone may have meant, and what there is to choose from."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from samenwerk.errors import WrongUsageError

if TYPE_CHECKING:
    # Only a type: a mistyped command asks for its neighbours, and must not load the description of a whole dossier.
    from samenwerk.domain.samenwerking import Samenwerking


def suggest(woord: str, keuzes: list[str] | tuple[str, ...]) -> str:
    """`Bedoelde u …?` when one of the choices looks like the word, else which choices there are."""
    from difflib import get_close_matches

    lijkt_op = get_close_matches(woord.casefold(), keuzes, n=1, cutoff=0.6)
    if lijkt_op:
        return f"Bedoelde u “{lijkt_op[0]}”?"
    return f"Kies uit: {', '.join(keuzes)}." if keuzes else ""


def read_keuze(woord: str, keuzes: Mapping[str, str], *, eerste: int = 1) -> str:
    """The key of the choice that a person means: its number in the list, its key or name, or a part that no other has.

    `keuzes` gives each key the name people know it by, `eerste` is the number of the first in the list that was shown. Case
    and accents make no difference. Raises `WrongUsageError` for what is none of them, and with all that fit for what is more.
    """
    gezocht, sleutels = _fold(woord), list(keuzes)
    vormen = {sleutel: (_fold(sleutel), _fold(naam)) for sleutel, naam in keuzes.items()}
    gelijk = [sleutel for sleutel, vorm in vormen.items() if gezocht in vorm]
    if not gelijk and woord.isdecimal() and eerste <= int(woord) < eerste + len(sleutels):
        return sleutels[int(woord) - eerste]
    begint = [sleutel for sleutel, vorm in vormen.items() if any(tekst.startswith(gezocht) for tekst in vorm)]
    bevat = [sleutel for sleutel, vorm in vormen.items() if any(gezocht in tekst for tekst in vorm)]
    passend = next(filter(None, (gelijk, begint, bevat)), []) if gezocht else []
    if len(passend) == 1:
        return passend[0]
    if passend:
        raise WrongUsageError(f"“{woord}” kan meer dan één zijn.", f"Kies uit: {', '.join(keuzes[naam] for naam in passend)}.")
    raise WrongUsageError(f"“{woord}” kan hier niet.", suggest(woord, list(keuzes.values())))


def read_keuzes(tekst: str, keuzes: Mapping[str, str]) -> tuple[str, ...]:
    """The keys of all that a person names, with commas between them, or with ; where a name holds a comma itself.

    Raises what `read_keuze` raises.
    """
    if _fold(tekst) in map(_fold, keuzes.values()):
        return (read_keuze(tekst, keuzes),)
    delen = (deel.strip() for deel in tekst.split(";" if ";" in tekst else ","))
    return tuple(dict.fromkeys(read_keuze(deel, keuzes) for deel in delen if deel))


def _fold(tekst: str) -> str:
    """The text without what people leave out when they type a name: capitals, accents, spaces too many."""
    import unicodedata

    letters = unicodedata.normalize("NFKD", tekst.casefold())
    return re.sub(r"\s+", " ", "".join(letter for letter in letters if not unicodedata.combining(letter))).strip()


def list_sleutels(samenwerking: "Samenwerking", verzamelingen: tuple[str, ...]) -> list[str]:
    """The keys of these collections, each once: what a field that refers to them may name."""
    return list(dict.fromkeys(sleutel for naam in verzamelingen for sleutel in getattr(samenwerking, naam)))
