"""What a word can mean for a field, as it says itself, and which field a dotted path means."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from samenwerk.cli.understanding.days import read_said
from samenwerk.cli.understanding.records import Sleutel, Sleutels, read_quietly
from samenwerk.cli.understanding.words import FASE, Dag, Keuze, Offers
from samenwerk.errors import WrongUsageError, show_pad

if TYPE_CHECKING:
    from pathlib import Path

    from samenwerk.cli.words.declare import Kind
    from samenwerk.cli.words.situation import Situation
    from samenwerk.domain.record import Veld


class Tekst:
    """A text of which a part can be a choice or a record: `collectief: rust in de wijk`."""

    def __init__(self, veld: "Veld") -> None:
        self._veld = veld

    def read(self, word: str, situation: "Situation") -> str:
        """The text with that part as the dossier writes it."""
        from samenwerk.workflows.values import read_tekst

        return read_tekst(situation.samenwerking, self._veld, word) if word.strip() else word

    def show(self, word: str, _: "Situation") -> str:
        """The same."""
        return word

    def complete(self, _: "Path", __: str) -> Offers:
        """Nothing: it is for a person to say."""
        return []


class Veldkeuze(Keuze):
    """The choice of a field."""

    def __init__(self, veld: "Veld") -> None:
        super().__init__(lambda: veld.keuzes)
        self._veld = veld

    def read(self, word: str, _: "Situation") -> str:
        """The word that begins so, or that people also call so."""
        from samenwerk.domain.keuzes import read_veldkeuze

        return read_veldkeuze(word, self._veld)


def kind_of(veld: "Veld") -> "Kind":
    """What a word for this field can mean."""
    from samenwerk.domain.fasen import FASE_IDS
    from samenwerk.domain.record import DATUM, KEUZE, VERWIJZING, VERWIJZINGEN

    if veld.soort == DATUM:
        # Whether it can be meant is told of the place it comes in, when it does.
        return Dag(partial(read_said, plant=veld.plant))
    if veld.soort == KEUZE:
        return FASE if veld.keuzes == FASE_IDS else Veldkeuze(veld)
    if veld.soort == VERWIJZING:
        return Sleutel(*veld.verwijst)
    if veld.soort == VERWIJZINGEN:
        return Sleutels(*veld.verwijst)
    return Tekst(veld)


class Veldnaam:
    """A field, by its name or its title; `titels` gives each name its title. The command tells what it is when it is none."""

    def __init__(self, titels: Mapping[str, str]) -> None:
        self._titels = titels

    def read(self, word: str, _: "Situation") -> str:
        """Its name."""
        from samenwerk.domain.keuzes import find_naam

        return find_naam(word, self._titels) or word

    def show(self, word: str, _: "Situation") -> str:
        """Its title."""
        return self._titels.get(word, word)

    def complete(self, _: "Path", incomplete: str) -> Offers:
        """The names that begin so."""
        return [(naam, titel) for naam, titel in self._titels.items() if naam.startswith(incomplete)]


class _Pad:
    def read(self, word: str, situation: "Situation") -> str:
        from samenwerk.workflows.fields import find_pad

        try:
            return show_pad(find_pad(situation.dossier.addressable, word)[0])
        except WrongUsageError:
            if situation.given.get("vertrouwelijk"):
                return word  # It may be in the notes alone, which the command reads.
            raise

    def show(self, word: str, _: "Situation") -> str:
        return word

    def complete(self, start: "Path", incomplete: str) -> Offers:
        from samenwerk.workflows.fields import list_pads

        return [offer for samenwerking in read_quietly(start) for offer in list_pads(samenwerking, incomplete)]


class _Waarde:
    """What is put in the field that was said before it."""

    def read(self, word: str, situation: "Situation") -> str:
        kind = self._find_kind(word, situation)
        return kind.read(word, situation) if kind else word

    def show(self, word: str, situation: "Situation") -> str:
        kind = self._find_kind(word, situation)
        return kind.show(word, situation) if kind else word

    def complete(self, _: "Path", __: str) -> Offers:
        return []

    def _find_kind(self, word: str, situation: "Situation") -> "Kind | None":
        from samenwerk.workflows.fields import find_settable

        try:
            veld = find_settable(situation.dossier.addressable, situation.given["veld"], word)
        except WrongUsageError:
            return None  # The field itself is told already.
        return kind_of(veld) if veld else None


PAD, WAARDE = _Pad(), _Waarde()
