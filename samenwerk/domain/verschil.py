"""What changed between two versions of a document, told in the terms of the dossier and not of lines.

"Gewijzigd sinds versie 1" stands at the front of the next version, so that nobody has to compare two texts to find what
is asked of them anew.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from samenwerk.domain.datums import parse_datum, show_datum
from samenwerk.domain.gegevens import NAAM, SLEUTEL, TEKST, WOORD, Gegeven, Gegevens, as_one_line, compute_vingerafdruk
from samenwerk.domain.record import DATUM, DEEL, LIJST, RECORDS, REEKS, VERWIJZING, VERWIJZINGEN, WOORDEN, Record, Veld
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.taal import capitalize
from samenwerk.domain.verzamelingen import VERZAMELINGEN
from samenwerk.domain.zinnen import aangehaald

KORT = 60
"""The most letters of a value that is quoted beside the new one; of a longer text only what stood there is told."""

_ENKELVOUD = {verzameling.veld: verzameling.enkelvoud for verzameling in VERZAMELINGEN}


class Wijziging(NamedTuple):
    """One change: the field of the dossier that it touches, what that is called there, and the whole of it in a sentence."""

    veld: str
    titel: str
    melding: str


class Sindsversie(NamedTuple):
    """What changed since a version; None when its data were not kept, so that nobody can tell."""

    versie: int
    wijzigingen: list[Wijziging] | None


def find_wijzigingen(oud: Gegevens, nieuw: Gegevens) -> list[Wijziging]:
    """All that changed in the data of a document, in the order of the dossier."""
    wijzigingen = []
    for naam, veld in Samenwerking.velden.items():
        if naam == "documenten":  # only the own texts of the document itself are among its data
            titel = "eigen tekst"
            meldingen = _compare_woorden(_own_texts(oud), _own_texts(nieuw), capitalize(titel), titel)
        else:
            meldingen = _compare_veld(veld, oud.get(naam), nieuw.get(naam), veld.titel)
            titel = veld.titel.lower()
        wijzigingen += [Wijziging(naam, titel, melding) for melding in meldingen]
    return wijzigingen


def name_touched(wijzigingen: Sequence[Wijziging]) -> list[str]:
    """What the changes are about, each once: `gedeelde ambitie`, `partners`."""
    return list(dict.fromkeys(wijziging.titel for wijziging in wijzigingen))


def _compare_veld(veld: Veld, oud: Gegeven | None, nieuw: Gegeven | None, waar: str) -> Iterator[str]:
    if veld.soort == DEEL and veld.record is not None:
        yield from _compare_record(veld.record, _mapping(oud), _mapping(nieuw), waar)
    elif veld.soort == RECORDS and veld.record is not None:
        yield from _compare_records(veld, veld.record, _records(oud), _records(nieuw))
    elif veld.soort == WOORDEN:
        yield from _compare_woorden(_records(oud), _records(nieuw), waar, _ENKELVOUD.get(veld.naam, ""))
    elif veld.soort in (LIJST, VERWIJZINGEN, REEKS):
        yield from _compare_list(_list(oud), _list(nieuw), waar)
    else:
        yield from _compare_value(veld, oud, nieuw, waar)


def _compare_record(record: type[Record], oud: Gegevens, nieuw: Gegevens, waar: str) -> Iterator[str]:
    for naam, veld in record.velden.items():
        yield from _compare_veld(veld, oud.get(naam), nieuw.get(naam), f"{waar}, {veld.titel.lower()}")


def _compare_records(veld: Veld, record: type[Record], oud: list[Gegevens], nieuw: list[Gegevens]) -> Iterator[str]:
    """Records that came, went or changed; one is the same by its key, or when only its key changed by what it holds."""
    wat, titelveld = capitalize(_ENKELVOUD[veld.naam]), next(iter(record.velden))

    def name(gegevens: Gegevens) -> str:
        return f"{wat} “{_shorten(str(gegevens.get(titelveld) or gegevens[SLEUTEL]))}”"

    pairs, gone, come = _match(oud, nieuw)
    for voor, na in pairs:
        yield from _compare_record(record, voor, na, name(voor))
    yield from (f"{name(gegevens)} kwam erbij." for gegevens in come)
    yield from (f"{name(gegevens)} ging weg." for gegevens in gone)
    if not (gone or come) and [na[SLEUTEL] for _, na in pairs] != [na[SLEUTEL] for na in nieuw]:
        yield f"{veld.titel}: in een andere volgorde."


def _match(
    oud: list[Gegevens], nieuw: list[Gegevens]
) -> tuple[list[tuple[Gegevens, Gegevens]], list[Gegevens], list[Gegevens]]:
    """Which records are the same, and which went and came."""
    pairs: dict[int, Gegevens] = {}
    come = list(nieuw)
    is_same: tuple[Callable[[Gegevens, Gegevens], bool], ...] = (
        lambda voor, na: voor[SLEUTEL] == na[SLEUTEL],
        lambda voor, na: compute_vingerafdruk(voor) == compute_vingerafdruk(na),
    )
    for same in is_same:
        for place, voor in enumerate(oud):
            found = next((na for na in come if place not in pairs and same(voor, na)), None)
            if found is not None:
                pairs[place] = found
                come.remove(found)
    gone = [voor for place, voor in enumerate(oud) if place not in pairs]
    return [(oud[place], pairs[place]) for place in sorted(pairs)], gone, come


def _compare_woorden(oud: list[Gegevens], nieuw: list[Gegevens], waar: str, enkelvoud: str) -> Iterator[str]:
    voor, na = ({_show(paar): str(paar[TEKST]) for paar in paren} for paren in (oud, nieuw))
    wat = capitalize(enkelvoud) if enkelvoud else waar
    for woord, tekst in na.items():
        if woord not in voor:
            yield f"{wat} “{woord}” kwam erbij."
        elif as_one_line(voor[woord]) != as_one_line(tekst):
            yield f"{wat} “{woord}” is anders verwoord. Er stond: “{as_one_line(voor[woord])}”"
    yield from (
        f"{wat} “{woord}” ging weg. Er stond: “{as_one_line(tekst)}”" for woord, tekst in voor.items() if woord not in na
    )
    if list(voor) != list(na) and set(voor) == set(na):
        yield f"{waar}: in een andere volgorde."


def _compare_list(oud: list[Gegeven], nieuw: list[Gegeven], waar: str) -> Iterator[str]:
    voor, na = ([_show(punt) for punt in lijst] for lijst in (oud, nieuw))
    if _same_references(oud, nieuw):
        return
    erbij, weg = [punt for punt in na if punt not in voor], [punt for punt in voor if punt not in na]
    if erbij or weg:
        delen = [*(f"erbij: “{punt}”" for punt in erbij), *(f"weg: “{punt}”" for punt in weg)]
        yield f"{waar}: {'; '.join(delen)}."
    elif voor != na:
        yield f"{waar}: in een andere volgorde."


def _compare_value(veld: Veld, oud: Gegeven | None, nieuw: Gegeven | None, waar: str) -> Iterator[str]:
    voor, na = (_show_value(veld, waarde) for waarde in (oud, nieuw))
    if voor == na or (veld.soort == VERWIJZING and _same_references([oud or ""], [nieuw or ""])):
        return
    if not voor:
        yield f"{waar}: nu ingevuld{f' met “{na}”' if len(na) <= KORT else ''}."
    elif not na:
        yield f"{waar}: nu leeg. Er stond: “{voor}”"
    elif veld.soort == DATUM:
        yield f"{waar}: {na} in plaats van {voor}."
    elif len(voor) <= KORT and len(na) <= KORT:
        yield f"{waar}: {aangehaald(na)} in plaats van {aangehaald(voor)}."
    else:
        yield f"{waar}: anders verwoord. Er stond: “{voor}”"


def _same_references(oud: Sequence[Gegeven], nieuw: Sequence[Gegeven]) -> bool:
    """Whether references name the same records: a record that got another name is told once, where it stands itself."""

    def keys(lijst: Sequence[Gegeven]) -> list[Gegeven]:
        return [punt[SLEUTEL] for punt in lijst if isinstance(punt, dict) and SLEUTEL in punt]

    return bool(keys(nieuw)) and keys(oud) == keys(nieuw)


def _show_value(veld: Veld, waarde: Gegeven | None) -> str:
    dag = parse_datum(str(waarde)) if veld.soort == DATUM and waarde else None
    return show_datum(dag) if dag else _show(waarde or "")


def _show(gegeven: Gegeven) -> str:
    """One point in words: a text, the name behind a reference, or all that a record says."""
    if isinstance(gegeven, dict):
        return _show(gegeven.get(NAAM) or gegeven.get(WOORD) or ", ".join(_show(inhoud) for inhoud in gegeven.values()))
    return as_one_line(str(gegeven))


def _shorten(text: str) -> str:
    line = as_one_line(text)
    return line if len(line) <= KORT else f"{line[: KORT - 1].rstrip()}…"


# A field that is empty is not among the data.


def _own_texts(gegevens: Gegevens) -> list[Gegevens]:
    return [paar for document in _records(gegevens.get("documenten")) for paar in _records(document.get("vrij"))]


def _mapping(gegeven: Gegeven | None) -> Gegevens:
    return gegeven if isinstance(gegeven, dict) else {}


def _list(gegeven: Gegeven | None) -> list[Gegeven]:
    return gegeven if isinstance(gegeven, list) else []


def _records(gegeven: Gegeven | None) -> list[Gegevens]:
    return [deel for deel in _list(gegeven) if isinstance(deel, dict)]
