"""What a word can mean in a dossier: one of its documents, one of its records."""

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from samenwerk.cli.understanding.words import Offers
from samenwerk.errors import SamenwerkError

if TYPE_CHECKING:
    from pathlib import Path

    from samenwerk.cli.words.situation import Situation
    from samenwerk.domain.samenwerking import Samenwerking


class _Document:
    def read(self, word: str, situation: "Situation") -> str:
        from samenwerk.workflows.references import read_document

        return read_document(situation.samenwerking, word)

    def show(self, word: str, situation: "Situation") -> str:
        """Its name in the country of the dossier."""
        from samenwerk.domain.documenten import DOCUMENT_IDS
        from samenwerk.domain.taal import in_taal

        return in_taal(word, situation.samenwerking.taal) if word in DOCUMENT_IDS else word

    def complete(self, start: "Path", incomplete: str) -> Offers:
        from samenwerk.domain.documenten import DOCUMENT_IDS
        from samenwerk.workflows.references import name_documents

        kinds = [(naam, "") for naam in DOCUMENT_IDS if naam.startswith(incomplete)]
        return kinds or [offer for each in read_quietly(start) for offer in _offer(name_documents(each), incomplete)]


class Sleutel:
    """A record of these collections, by its key, its name or a part of that; `still` are those that Tab offers of them."""

    def __init__(
        self, *verzamelingen: str, still: "Callable[[Samenwerking, str], bool]" = lambda _samenwerking, _sleutel: True
    ) -> None:
        self._verzamelingen = verzamelingen
        self._still = still

    def read(self, word: str, situation: "Situation") -> str:
        """Its key."""
        from samenwerk.workflows.references import read_sleutel

        return read_sleutel(situation.samenwerking, self._verzamelingen, word)

    def show(self, word: str, situation: "Situation") -> str:
        """Its name and its key."""
        from samenwerk.domain.keuzes import name_with_key

        return name_with_key(word, self._name_all(situation.samenwerking)[word])

    def complete(self, start: "Path", incomplete: str) -> Offers:
        """The keys that begin so, with their names; without one those of which the name has this part."""
        return [offer for each in read_quietly(start) for offer in _offer(self._list_offered(each), incomplete)]

    def _name_all(self, samenwerking: "Samenwerking") -> Mapping[str, str]:
        from samenwerk.workflows.references import name_records

        return name_records(samenwerking, self._verzamelingen)

    def _list_offered(self, samenwerking: "Samenwerking") -> Mapping[str, str]:
        namen = self._name_all(samenwerking)
        return {sleutel: naam for sleutel, naam in namen.items() if self._still(samenwerking, sleutel)}


class Sleutels(Sleutel):
    """Records of these collections, with commas between them."""

    def read(self, word: str, situation: "Situation") -> str:
        """Their keys, with commas between them."""
        from samenwerk.workflows.references import read_sleutels

        return ",".join(read_sleutels(situation.samenwerking, self._verzamelingen, word)) or word

    def show(self, word: str, situation: "Situation") -> str:
        """Their names and keys; with semicolons where a name has a comma of its own."""
        namen = [super(Sleutels, self).show(sleutel, situation) for sleutel in word.split(",")]
        return ("; " if any("," in naam for naam in namen) else ", ").join(namen)

    def complete(self, start: "Path", incomplete: str) -> Offers:
        """What can follow behind those that were typed already."""
        voor, komma, woord = incomplete.rpartition(",")
        genoemd = voor.split(",")
        offers = super().complete(start, woord)
        return [(f"{voor}{komma}{sleutel}", naam) for sleutel, naam in offers if sleutel not in genoemd]


class Recordsleutel(Sleutel):
    """The record that a command is about, of one collection; the command tells what it is when it is none."""

    def read(self, word: str, situation: "Situation") -> str:
        """Its key."""
        from samenwerk.domain.verzamelingen import verzameling_in
        from samenwerk.workflows.references import read_record

        return read_record(situation.samenwerking, verzameling_in(*self._verzamelingen), word)


def read_quietly(start: "Path") -> Iterator["Samenwerking"]:
    """The dossier when there is a readable one: completion offers nothing rather than complain."""
    from samenwerk.storage.dossier import read_dossier

    try:
        yield read_dossier(start, accept_fouten=True).samenwerking
    except SamenwerkError:
        return


def _offer(keuzes: Mapping[str, str], incomplete: str) -> Offers:
    """The keys that begin so, or without one those of which the name has this part."""
    begint = [(sleutel, naam) for sleutel, naam in keuzes.items() if sleutel.startswith(incomplete)]
    if begint:
        return begint
    from samenwerk.domain.keuzes import fold

    return [(sleutel, naam) for sleutel, naam in keuzes.items() if fold(incomplete) in fold(naam)]


def _takes_part(samenwerking: "Samenwerking", sleutel: str) -> bool:
    return not samenwerking.partners[sleutel].has_left


DOCUMENT = _Document()
PARTNER = Sleutel("partners", still=_takes_part)
PARTNERS, DEELNEMERS = Sleutels("partners"), Sleutels("partners", "stakeholders")
