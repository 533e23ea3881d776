"""One line that answers several questions.

It holds a word for each choice, points of which each says to which list it belongs, or names with what is said of each.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from samenwerk.domain.keuzes import find_keuzes, fold, read_keuze, read_veldkeuze
from samenwerk.domain.openstaand import Openstaand
from samenwerk.domain.opsomming import read_punten, split_delen
from samenwerk.domain.record import KEUZE, Veld
from samenwerk.domain.taal import capitalize
from samenwerk.domain.verzamelingen import Verzameling
from samenwerk.domain.vragen import SAMEN
from samenwerk.domain.zinnen import som_op
from samenwerk.errors import IETS, WrongUsageError

_TEKEN = re.compile("[,;/]")
"""What stands between the words, where it is more than a space."""

_ONBEKEND = "-"
"""What stands in the line for an answer that is not known."""


def read_samen(velden: Sequence[Veld], antwoord: str) -> list[list[str]]:
    """What the line says for each of the fields; nothing for one that it leaves open.

    Raises `WrongUsageError` for a word that is none of the choices, and for too few or too many words.
    """
    if all(veld.soort == KEUZE for veld in velden):
        return [[woord] if woord else [] for woord in _read_words(velden, antwoord)]
    return _sort_punten(velden, antwoord)


def read_elk(vraag: Openstaand, antwoord: str) -> list[tuple[Openstaand, str]]:
    """The questions that the line answers, each with its answer: `Stad Gent: schoolopbouwwerker; CLB: …`.

    Raises `WrongUsageError` where it is not certain of whom something is said.
    """
    namen = {str(deel.pad[1]): deel.over for deel in vraag.samen}
    gezegd: dict[str, str] = {}
    for deel in split_delen(antwoord):
        naam, waarde = _split_naam(namen, deel)
        sleutel = read_keuze(naam, namen, eerste=None, geen="staat niet in deze vraag")
        if sleutel in gezegd:
            raise WrongUsageError(f"Van {namen[sleutel]} staat er twee keer iets.", "Laat er één staan.")
        if ander := next(_find_next_names(namen, waarde), ""):
            melding = f"In wat u van {namen[sleutel]} zegt, begint ook iets over {ander}."
            raise WrongUsageError(melding, "Zet er een puntkomma (;) tussen.")
        gezegd[sleutel] = waarde
    antwoorden = [(deel, gezegd.get(str(deel.pad[1]), "")) for deel in vraag.samen]
    return [(deel, waarde) for deel, waarde in antwoorden if waarde not in ("", _ONBEKEND, IETS)]


def _split_naam(namen: Mapping[str, str], deel: str) -> tuple[str, str]:
    """The name before the colon and what stands behind it; a colon in a whole name does not count."""
    heel = [naam for naam in namen.values() if fold(deel).startswith(f"{fold(naam)}:") and deel[len(naam) :].startswith(":")]
    if heel:
        naam = max(heel, key=len)
        return naam, deel[len(naam) + 1 :].strip()
    naam, dubbele_punt, waarde = deel.partition(":")
    if not (dubbele_punt and naam.strip()):
        melding = f"Van wie is “{deel}”?"
        raise WrongUsageError(
            melding, f"Zet de naam ervoor, met een dubbele punt: {next(iter(namen.values()))}: {deel or IETS}"
        )
    return naam.strip(), waarde.strip()


def _find_next_names(namen: Mapping[str, str], waarde: str) -> Iterator[str]:
    """The names that stand before a colon in what is said of another."""
    for voor in waarde.split(":")[:-1]:
        laatste = re.split(r"[,;/.]|\ben\b", voor)[-1].strip()
        yield from (naam for naam in namen.values() if fold(voor).endswith(fold(naam)))
        yield from (namen[sleutel] for sleutel in find_keuzes(laatste, namen))


def split_titel(verzameling: Verzameling, tekst: str) -> tuple[str, dict[str, list[str]]]:
    """A title, and the choices that stand behind it: `Ouders: hoog, laag, voor`; the whole text where none were meant.

    Raises `WrongUsageError` where they were meant, and one of them is no choice or there are too few or too many.
    """
    naam, dubbele_punt, rest = tekst.rpartition(":")
    velden = _find_velden(verzameling)
    if not (dubbele_punt and naam.strip() and _is_meant_as_words(velden, rest)):
        return tekst, {}
    woorden = _read_words(velden, rest)
    return naam.strip(), {veld.naam: [woord] for veld, woord in zip(velden, woorden, strict=True) if woord}


def show_titel(verzameling: Verzameling) -> str:
    """An example of a title with its choices, and which these are; empty where none can stand behind it."""
    velden = _find_velden(verzameling)
    if not velden:
        return ""
    wat = som_op([veld.titel.lower() for veld in velden])
    return f"{verzameling.titelveld.voorbeeld}: {', '.join(veld.keuzes[0] for veld in velden)} ({wat})"


def show_keuzes(vraag: Openstaand) -> list[str]:
    """The words that one line can be made of, a line for each list of them: `Belang en invloed: hoog, middel of laag`."""
    lijsten: dict[tuple[str, ...], list[str]] = {}
    for deel in vraag.samen:
        if deel.veld is not None and deel.veld.keuzes:
            lijsten.setdefault(deel.veld.keuzes, []).append(deel.veld.titel.lower())
    return [f"{capitalize(som_op(titels))}: {som_op(keuzes, 'of')}" for keuzes, titels in lijsten.items()]


def _find_velden(verzameling: Verzameling) -> list[Veld]:
    """The fields of a new record that its one line can fill."""
    if verzameling.record is None:
        return []
    namen = [pad[-1] for samen in SAMEN for pad in samen.pads if pad[:2] == (verzameling.veld, "*")]
    return [verzameling.record.velden[naam] for naam in namen]


def _read_words(velden: Sequence[Veld], tekst: str) -> list[str]:
    """One choice for each field, in their order; empty for one that is not known."""
    woorden = _split_words(tekst)
    if len(woorden) != len(velden):
        wat = ", ".join(veld.titel.lower() for veld in velden)
        melding = f"Hier horen {len(velden)} woorden: {wat}. U gaf er {len(woorden)}."
        raise WrongUsageError(melding, f"Schrijf {_ONBEKEND} voor wat u niet weet.")
    return [_read_word(veld, woord) for veld, woord in zip(velden, woorden, strict=True)]


def _split_words(tekst: str) -> list[str]:
    delen = _TEKEN.split(tekst) if _TEKEN.search(tekst) else tekst.split()
    return [deel.strip() for deel in delen if deel.strip()]


def _is_meant_as_words(velden: Sequence[Veld], tekst: str) -> bool:
    """Whether all words but one at most are a choice of the field in their place, and at least one is."""
    woorden = _split_words(tekst)
    return sum(map(_is_word, velden, woorden)) >= max(len(woorden) - 1, 1)


def _is_word(veld: Veld, woord: str) -> bool:
    try:
        _read_word(veld, woord)
    except WrongUsageError:
        return False
    return True


def _read_word(veld: Veld, woord: str) -> str:
    if woord == _ONBEKEND:
        return ""
    try:
        return read_veldkeuze(woord, veld)
    except WrongUsageError as error:
        raise WrongUsageError(f"{veld.titel}: {error.melding}", f"Kies uit: {', '.join(veld.keuzes)}.") from None


def _sort_punten(velden: Sequence[Veld], antwoord: str) -> list[list[str]]:
    """The points, each at the field it begins with (`niet over de prijzen`), and else at the first."""
    gelezen = read_punten(antwoord)
    gesorteerd: list[list[str]] = [[] for _ in velden]
    for punt in gelezen.delen if gelezen.is_zeker else [gelezen.tekst]:
        begin = [_take_off(veld.titel, punt) for veld in velden]
        plaats = next((nummer for nummer, rest in enumerate(begin) if rest is not None), 0)
        gesorteerd[plaats].append(begin[plaats] or punt)
    return gesorteerd


def _take_off(titel: str, punt: str) -> str | None:
    """What a point says behind the word it begins with; None when it begins otherwise."""
    woord, _, rest = punt.replace(":", " ", 1).partition(" ")
    return rest.strip().removeprefix("over ").strip() if woord.casefold() == titel.casefold() else None
