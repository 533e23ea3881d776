"""The lists of what happened: the number of an item is its place, and each list has a command that puts its items right."""

from typing import TYPE_CHECKING, NamedTuple

from samenwerk.domain.record import Record
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.tijdlijn import INZICHTEN, Gebeurtenis

if TYPE_CHECKING:
    from samenwerk.domain.kolommen import Kolom


class Reeks(NamedTuple):
    """A list of what happened: the words for one item and for more, its field in the dossier, and the command it belongs to.

    `vast` are the fields that say what it was, which does not change afterwards; of those in `inhoud` at least one says what
    there was, or there was nothing.
    """

    enkelvoud: str
    meervoud: str
    lidwoord: str
    veld: str
    commando: str
    inhoud: tuple[str, ...] = ()
    vast: tuple[str, ...] = ()

    @property
    def dit(self) -> str:
        """`de stap`, `het gesprek`."""
        return f"{self.lidwoord} {self.enkelvoud}"

    @property
    def kan_vertrouwelijk(self) -> bool:
        """Whether the notes beside the dossier have such a list too."""
        from samenwerk.domain.vertrouwelijk import Vertrouwelijk

        return self.veld in Vertrouwelijk.velden

    @property
    def kolommen(self) -> "tuple[Kolom, ...]":
        """The fields of an item that a few words can fill, those that are `vast` too."""
        # Here and not above: to check a dossier asks no more of a list than its name.
        from samenwerk.domain.kolommen import kolommen_of

        record = Samenwerking.velden[self.veld].record
        return kolommen_of(record) if record is not None else ()

    @property
    def te_wijzigen(self) -> "tuple[Kolom, ...]":
        """The fields that can be put right afterwards."""
        return tuple(kolom for kolom in self.kolommen if kolom.naam not in self.vast)

    def items_in(self, record: Record) -> tuple[Gebeurtenis, ...]:
        """The items of this list, in a dossier or in the notes beside it."""
        items: tuple[Gebeurtenis, ...] = getattr(record, self.veld)
        return items


REEKSEN: tuple[Reeks, ...] = (
    Reeks("regel", "regels", "de", "logboek", "logboek", inhoud=("tekst",), vast=("toestand",)),
    Reeks("gesprek", "gesprekken", "het", "gesprekken", "gesprek", inhoud=("over",)),
    Reeks("evaluatie", "evaluaties", "de", "evaluaties", "evalueer", inhoud=(*INZICHTEN, "antwoorden", "besluit")),
    Reeks("stap", "stappen", "de", "verloop", "fase", vast=("naar", "ondanks")),
)

_BY_VELD = {reeks.veld: reeks for reeks in REEKSEN}


def reeks_in(veld: str) -> Reeks:
    """The list in this field of the dossier."""
    return _BY_VELD[veld]


def find_reeks(veld: str) -> Reeks | None:
    """The list in this field of the dossier; None for a field that holds no such list."""
    return _BY_VELD.get(veld)
