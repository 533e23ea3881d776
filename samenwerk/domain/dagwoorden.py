"""A day as people write and say it: 2026-03-12, 12/03/2026, 12 maart, volgende vrijdag. The day stands before the month."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from samenwerk.domain.datums import DATUM_VORM, MAANDEN, last_of_month, parse_datum, show_datum
from samenwerk.domain.zinnen import som_op
from samenwerk.errors import WrongUsageError

_DAGEN = {"eergisteren": -2, "gisteren": -1, "vandaag": 0, "morgen": 1, "overmorgen": 2}
_WEEKDAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_KOMEND = ("volgende", "komende", "aanstaande", "eerstvolgende")
_VOORBIJ = ("vorige", "afgelopen", "voorbije", "laatste")
_RICHTING = "|".join((*_KOMEND, *_VOORBIJ))

_TUSSEN = r"\s*[-/.\s]\s*"
_JAAR_VOORAAN = rf"([0-9]{{4}}){_TUSSEN}([0-9]{{1,2}}){_TUSSEN}([0-9]{{1,2}})"
_DAG_VOORAAN = rf"([0-9]{{1,2}}){_TUSSEN}([0-9]{{1,2}}|[a-z]+\.?)(?:{_TUSSEN}([0-9]{{4}}|[0-9]{{2}}))?"
_ZO_OOK = "Schrijf een dag zoals 20 februari 2026, 20/2/2026 of morgen."
_WEEK = timedelta(days=7)


def read_dag(tekst: str, vandaag: date | None = None, *, plant: bool | None = None) -> date:
    """The day that a person means.

    Without `vandaag` only what is the same day on every day is read: no `morgen`, no day without a year. With it `plant`
    says whether the day lies ahead or behind, so that `vrijdag` and `12 maart` are one day; None when it may be both.
    Raises `WrongUsageError` for what is no day, with the reason when it only looks like one, and for what can be more days.
    """
    dag = parse_datum(tekst)
    if dag is not None:
        return dag
    woorden = " ".join(tekst.lower().split())
    mogelijk = list(dict.fromkeys(_find_dagen(tekst, woorden, vandaag, plant)))
    if len(mogelijk) == 1:
        return mogelijk[0]
    if mogelijk:
        welke = som_op([show_datum(each) for each in mogelijk], "of")
        raise WrongUsageError(f"“{tekst}” kan meer dan één dag zijn.", f"Zeg welke: {welke}.")
    raise WrongUsageError(f"“{tekst}” is geen datum.", _ZO_OOK if vandaag else f"Schrijf {DATUM_VORM}.")


def _find_dagen(tekst: str, woorden: str, vandaag: date | None, plant: bool | None) -> Iterator[date]:
    """Every day that these words can mean."""
    if gevonden := re.fullmatch(_JAAR_VOORAAN, woorden):
        jaar, maand, dag = map(int, gevonden.groups())
        _check_dag(tekst, jaar, maand, dag)
        yield date(jaar, maand, dag)
    elif gevonden := re.fullmatch(rf"(?:([a-z]{{2,}}),? )?{_DAG_VOORAAN}", woorden):
        yield from _find_day_of_month(tekst, gevonden, vandaag, plant)
    elif vandaag is not None and woorden in _DAGEN:
        yield vandaag + timedelta(days=_DAGEN[woorden])
    elif vandaag is not None:
        yield from _find_weekdag(woorden, vandaag, plant)


def _find_day_of_month(tekst: str, gevonden: re.Match[str], vandaag: date | None, plant: bool | None) -> Iterator[date]:
    weekdag, dagcijfers, maandwoord, jaarcijfers = gevonden.groups()
    maand = int(maandwoord) if maandwoord.isdecimal() else _find_maand(maandwoord.rstrip("."))
    nummer = _find_weekdag_number(weekdag) if weekdag else None
    if maand is None or (weekdag and nummer is None):
        return
    dag, jaar = int(dagcijfers), int(jaarcijfers) + 2000 * (len(jaarcijfers) == 2) if jaarcijfers else None
    _check_dag(tekst, jaar, maand, dag)
    dagen = _find_years(vandaag, maand, dag, plant) if jaar is None else [date(jaar, maand, dag)]
    for found in dagen:
        if nummer is not None and found.weekday() != nummer:
            weekdag = _WEEKDAGEN[found.weekday()]
            raise WrongUsageError(f"“{tekst}” klopt niet.", f"{show_datum(found)} is een {weekdag}; zeg welke dag u bedoelt.")
        yield found


def _find_years(vandaag: date | None, maand: int, dag: int, plant: bool | None) -> list[date]:
    """This day of a month in the nearest years in which it can be meant."""
    if vandaag is None:
        return []
    jaren = range(vandaag.year - 8, vandaag.year + 9)
    alle = [date(jaar, maand, dag) for jaar in jaren if dag <= last_of_month(jaar, maand)]
    if vandaag in alle:
        return [vandaag]
    voorbij, komend = [max(each for each in alle if each < vandaag)], [min(each for each in alle if each > vandaag)]
    return {True: komend, False: voorbij, None: [*voorbij, *komend]}[plant]


def _find_weekdag(woorden: str, vandaag: date, plant: bool | None) -> Iterator[date]:
    """`vrijdag`, `volgende vrijdag`, `volgende week vrijdag`, `vrijdag volgende week`, and the same behind us."""
    gevonden = re.fullmatch(rf"(?:({_RICHTING}) (week )?)?([a-z]+)|([a-z]+) ({_RICHTING}) (week)", woorden)
    nummer = _find_weekdag_number(gevonden[3] or gevonden[4]) if gevonden else None
    if gevonden is None or nummer is None:
        return
    richting = gevonden[1] or gevonden[5]
    hier = vandaag + timedelta(days=nummer - vandaag.weekday())
    if gevonden[2] or gevonden[6]:
        yield hier + (_WEEK if richting in _KOMEND else -_WEEK)
        return
    komend = hier if hier > vandaag else hier + _WEEK
    voorbij = hier if hier < vandaag else hier - _WEEK
    if richting:
        yield komend if richting in _KOMEND else voorbij
        return
    if hier == vandaag:
        yield vandaag
    yield from {True: (komend,), False: (voorbij,), None: (voorbij, komend)}[plant]


def _find_weekdag_number(woord: str) -> int | None:
    """0 for `maandag` or `ma`; None when it is no day of the week, as `maand` is not."""
    return next((nummer for nummer, dag in enumerate(_WEEKDAGEN) if woord in (dag, dag[:2])), None)


def _find_maand(woord: str) -> int | None:
    """1 for januari, by three letters or more, or `mrt`; None when it is no month."""
    if woord == "mrt":
        return 3
    return next((nummer for nummer, maand in enumerate(MAANDEN, 1) if len(woord) > 2 and maand.startswith(woord)), None)


def _check_dag(tekst: str, jaar: int | None, maand: int, dag: int) -> None:
    """Raise `WrongUsageError` that says why there is no such day."""
    if jaar == 0:
        raise WrongUsageError(f"“{tekst}” bestaat niet: er is geen jaar 0.", "Controleer het jaar.")
    if not 1 <= maand <= 12:
        raise WrongUsageError(f"“{tekst}” bestaat niet: er is geen maand {maand}.", "Schrijf eerst de dag, dan de maand.")
    laatste = last_of_month(jaar or 2000, maand)
    if not 1 <= dag <= laatste:
        naam = MAANDEN[maand - 1]
        waarom = f"{naam} {jaar} heeft {laatste} dagen" if jaar else f"{naam} heeft hoogstens {laatste} dagen"
        raise WrongUsageError(f"“{tekst}” bestaat niet: {waarom}.", "Controleer de dag.")
