"""What someone may have meant, and what there is to choose from."""

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # Only a type: a mistyped command asks for its neighbours, and must not load the description of a whole dossier.
    from samenwerk.domain.samenwerking import Samenwerking


def suggest(woord: str, keuzes: list[str] | tuple[str, ...]) -> str:
    """`Bedoelde u …?` when one of the choices looks like the word, else which choices there are."""
    lijkt_op = get_close_matches(woord.casefold(), keuzes, n=1, cutoff=0.6)
    if lijkt_op:
        return f"Bedoelde u “{lijkt_op[0]}”?"
    return f"Kies uit: {', '.join(keuzes)}." if keuzes else ""


def list_sleutels(samenwerking: "Samenwerking", verzamelingen: tuple[str, ...]) -> list[str]:
    """The keys of these collections, each once: what a field that refers to them may name."""
    return list(dict.fromkeys(sleutel for naam in verzamelingen for sleutel in getattr(samenwerking, naam)))
