"""What a word can mean that is not of one dossier: a day, a choice, a fase, a form.

A kind reads a word as a person says it and gives it as the command takes it, shows that again in words that it reads the same,
and says what the Tab key offers. It loads what it needs when a word asks for it.
"""

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING

from samenwerk.cli.understanding.days import read_day, read_day_back, read_past_day, read_planned_day

if TYPE_CHECKING:
    from pathlib import Path

    from samenwerk.cli.words.situation import Situation

Offers = list[tuple[str, str]]


class Dag:
    """A day, which `read_day` reads."""

    def __init__(self, read_day: Callable[[str], date]) -> None:
        self._read_day = read_day

    def read(self, word: str, _: "Situation") -> str:
        """The day as the dossier writes it."""
        return self._read_day(word).isoformat()

    def show(self, word: str, _: "Situation") -> str:
        """The day in words."""
        from samenwerk.domain.datums import show_datum

        return show_datum(date.fromisoformat(word))

    def complete(self, _: "Path", __: str) -> Offers:
        """Nothing: there are too many."""
        return []


class Keuze:
    """One of a few words, with `many` more of them in a list; `geen` says of another word what it is not."""

    def __init__(self, list_words: Callable[[], Iterable[str]], geen: str = "kan hier niet", *, many: bool = False) -> None:
        self._list_words = list_words
        self._geen = geen
        self._many = many

    def read(self, word: str, _: "Situation") -> str:
        """The word that begins so."""
        from samenwerk.domain.keuzes import read_keuze, split_namen

        keuzes = {keuze: keuze for keuze in self._list_words()}
        words = split_namen(word, keuzes) if self._many else [word] if word else []
        return ",".join(read_keuze(deel, keuzes, eerste=None, geen=self._geen) for deel in words)

    def show(self, word: str, _: "Situation") -> str:
        """The same: it is a word of every day."""
        return word.replace(",", ", ")

    def complete(self, _: "Path", incomplete: str) -> Offers:
        """The words that begin so."""
        return [(keuze, "") for keuze in self._list_words() if keuze.startswith(incomplete)]


class _Fase:
    def read(self, word: str, _: "Situation") -> str:
        from samenwerk.workflows.references import read_fase

        return read_fase(word).id

    def show(self, word: str, _: "Situation") -> str:
        from samenwerk.domain.fasen import fase_of

        return fase_of(word).naam

    def complete(self, _: "Path", incomplete: str) -> Offers:
        from samenwerk.domain.fasen import FASEN

        return [(fase.id, fase.kernvraag) for fase in FASEN if fase.id.startswith(incomplete)]


class _Versie:
    """A version of a document by its number: 2, `v2`, `versie 2`. The command tells which there are."""

    def read(self, word: str, _: "Situation") -> str:
        found = re.fullmatch("v?(?:ersie)? ?([0-9]+)", word.casefold())
        return found[1] if found else word

    def show(self, word: str, _: "Situation") -> str:
        return f"versie {word}"

    def complete(self, _: "Path", __: str) -> Offers:
        return []


class _Formaat:
    def read(self, word: str, _: "Situation") -> str:
        from samenwerk.workflows.forms import read_formaat

        return read_formaat(word)

    def show(self, word: str, _: "Situation") -> str:
        from samenwerk.workflows.forms import list_formaten

        return list_formaten()[word]

    def complete(self, _: "Path", incomplete: str) -> Offers:
        from samenwerk.workflows.forms import list_formaten

        return [(id_, titel) for id_, titel in list_formaten().items() if id_.startswith(incomplete)]


def _list_soorten() -> Iterable[str]:
    from samenwerk.domain.tijdlijn import LOGBOEKSOORTEN

    return LOGBOEKSOORTEN


def _list_momentsoorten() -> Iterable[str]:
    from samenwerk.domain.logboek import MOMENTSOORTEN

    return MOMENTSOORTEN


def _list_processen() -> Iterable[str]:
    from samenwerk.domain.tijdlijn import PROCES_IDS

    return PROCES_IDS


def _list_principes() -> Iterable[str]:
    from samenwerk.domain.dynamiek import PRINCIPES

    return [str(principe.nummer) for principe in PRINCIPES]


def _list_with_geen(list_words: Callable[[], Iterable[str]]) -> Callable[[], Iterable[str]]:
    def list_all() -> Iterable[str]:
        from samenwerk.workflows.logboek import GEEN

        return [*list_words(), GEEN]

    return list_all


def _list_toestanden() -> Iterable[str]:
    from samenwerk.domain.fasen import EINDTOESTANDEN

    return EINDTOESTANDEN


def _list_besluiten() -> Iterable[str]:
    from samenwerk.domain.tijdlijn import BESLUITEN

    return BESLUITEN


def _list_instemmingen() -> Iterable[str]:
    from samenwerk.domain.tijdlijn import INSTEMMINGSOORTEN

    return INSTEMMINGSOORTEN


def _list_sides() -> Iterable[str]:
    from samenwerk.workflows.botskopie import DAAR, HIER

    return HIER, DAAR


DAG, DAG_BACK, PAST_DAG, PLANNED_DAG = Dag(read_day), Dag(read_day_back), Dag(read_past_day), Dag(read_planned_day)
FASE, FORMAAT, VERSIE = _Fase(), _Formaat(), _Versie()
SOORT = Keuze(_list_soorten, "is geen soort van het logboek")
MOMENTSOORTEN = Keuze(_list_momentsoorten, "is geen soort", many=True)
PROCES = Keuze(_list_processen, "is geen proces")
PROCES_OR_GEEN = Keuze(_list_with_geen(_list_processen), "is geen proces")
PRINCIPE = Keuze(_list_principes, "is geen principe")
PRINCIPE_OR_GEEN = Keuze(_list_with_geen(_list_principes), "is geen principe")
TOESTAND = Keuze(_list_toestanden)
BESLUIT = Keuze(_list_besluiten, "is geen besluit")
HIER_OF_DAAR = Keuze(_list_sides, "is niet hier of daar")
INSTEMMING = Keuze(_list_instemmingen, "is geen manier om in te stemmen")
