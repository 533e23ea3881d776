"""More than one thing in one answer: on lines of their own, or with signs between them."""

import re
from collections.abc import Sequence
from typing import NamedTuple

_PUNT = re.compile(r"^\s*(?:[-*•·–]|[0-9]{1,2}[.)])\s+")
"""What stands before a point of a list that was pasted."""

_ZINSDEEL = re.compile(
    r"(?:want|maar|omdat|zodat|als|die|dat|dan|waar\w*|zoals|tot|dus|of|om|ook|met|door|zonder|afdeling|dienst|filiaal|vestiging)\b"
)
"""How a part begins that goes on with what stands before its comma."""

_RAND = " \t\r\n;"

_NAAM = 9
"""A name has no more words than that."""

_WOORDEN = 5
"""A part of more words is a part of a sentence and no point of its own."""


class Opsomming(NamedTuple):
    """The things that someone may have meant with a text, and whether no other reading is possible."""

    tekst: str
    delen: tuple[str, ...]
    is_zeker: bool = True


def read_namen(tekst: str) -> Opsomming:
    """The names in an answer: on lines, with ; between them, or perhaps with commas and a last `en`.

    A name may hold a comma or `en` itself, and a part of many words may be a sentence, so of these only the person can tell.
    """
    tekst = tekst.strip(_RAND)
    if duidelijk := _split_plainly(tekst):
        return Opsomming(tekst, duidelijk, is_zeker=all(len(deel.partition(":")[0].split()) <= _NAAM for deel in duidelijk))
    delen = _split_commas(tekst)
    if len(delen) > 1 and not any(_ZINSDEEL.match(deel) for deel in delen):
        return Opsomming(tekst, delen, is_zeker=False)
    return Opsomming(tekst, (tekst,))


def read_punten(tekst: str) -> Opsomming:
    """The points in an answer: with ; between them, as a list that was pasted, or perhaps on lines or with commas.

    A point is a sentence and may hold commas itself, so these only count between a few words each.
    """
    tekst = tekst.strip(_RAND)
    regels = [regel for regel in tekst.splitlines() if regel.strip()]
    if len(regels) > 1 and not all(map(_PUNT.match, regels)):
        return Opsomming(tekst, tuple(_PUNT.sub("", regel).strip() for regel in regels), is_zeker=False)
    if duidelijk := _split_plainly(tekst):
        return Opsomming(tekst, duidelijk)
    delen = _split_commas(tekst)
    if len(delen) > 2 and all(len(deel.split()) <= _WOORDEN and not _ZINSDEEL.match(deel) for deel in delen):
        return Opsomming(tekst, delen, is_zeker=False)
    return Opsomming(tekst, (_PUNT.sub("", tekst).strip(),))


def split_delen(tekst: str) -> tuple[str, ...]:
    """The parts of a text, on lines and between ;. A line with the sign of a point before it is one part."""
    delen: list[str] = []
    for regel in tekst.splitlines():
        delen += [_PUNT.sub("", regel)] if _PUNT.match(regel) else regel.split(";")
    return tuple(deel.strip(_RAND) for deel in delen if deel.strip(_RAND))


def join_delen(delen: Sequence[str]) -> str:
    """The parts as one text that is taken apart into them again; each on one line."""
    delen = [" ".join(deel.split()) for deel in delen]
    return "\n".join(f"- {deel}" for deel in delen) if any(";" in deel for deel in delen) else "; ".join(delen)


def _split_plainly(tekst: str) -> tuple[str, ...]:
    """The parts on lines, or on one line between ; when there is more than one; else nothing."""
    regels = [regel for regel in tekst.splitlines() if regel.strip()]
    if len(regels) > 1:
        return tuple(_PUNT.sub("", regel).strip(" ;") for regel in regels)
    delen = tuple(deel.strip() for deel in _PUNT.sub("", tekst).split(";") if deel.strip())
    return delen if len(delen) > 1 else ()


def _split_commas(tekst: str) -> tuple[str, ...]:
    """The parts between commas, the last two perhaps with `en` between them; without commas the two around one `en`."""
    *eerste, laatste = (" ".join(deel.split()) for deel in tekst.split(","))
    paar = laatste.rsplit(" en ", 1)
    # Behind a comma `en` ends the list; without one it may be a part of a name, and only stands between two that begin so.
    if len(paar) == 2 and (eerste or all(deel[:1].isupper() for deel in paar)):
        eerste, laatste = [*eerste, paar[0]], paar[1]
    return tuple(deel for deel in (deel.removeprefix("en ") for deel in (*eerste, laatste)) if deel)
