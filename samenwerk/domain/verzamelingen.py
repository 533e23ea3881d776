"""The collections of a dossier of which every record has a key: what one of them is called, and what makes it recognisable."""

from typing import NamedTuple

from samenwerk.domain.record import TEKST, Record, Veld
from samenwerk.domain.samenwerking import Samenwerking

_BETEKENIS = Veld(TEKST, "Betekenis", "Wat de partners eronder verstaan.")
_BETEKENIS.naam = "betekenis"


class Verzameling(NamedTuple):
    """A collection: the field of the dossier, and the word for one record of it, which is also the name of its command.

    `begin` holds what a new record is unless someone says otherwise, `dagveld` the field that tells since when it is there.
    """

    enkelvoud: str
    lidwoord: str
    veld: str
    begin: tuple[tuple[str, str], ...] = ()
    dagveld: str = ""

    @property
    def record(self) -> type[Record] | None:
        """The class of the records; None for begrippen, where a word has only its meaning."""
        return Samenwerking.velden[self.veld].record

    @property
    def titelveld(self) -> Veld:
        """The field by which people recognise a record: its first."""
        if self.record is None:
            return _BETEKENIS
        return next(iter(self.record.velden.values()))

    @property
    def meervoud(self) -> str:
        """The word for more of them."""
        return Samenwerking.velden[self.veld].titel.lower()

    @property
    def dit(self) -> str:
        """`de actie`, `het project`."""
        return f"{self.lidwoord} {self.enkelvoud}"

    @property
    def nieuwe(self) -> str:
        """`een nieuwe actie`, `een nieuw project`."""
        return f"een {'nieuw' if self.lidwoord == 'het' else 'nieuwe'} {self.enkelvoud}"


VERZAMELINGEN: tuple[Verzameling, ...] = (
    Verzameling("partner", "de", "partners"),
    Verzameling("stakeholder", "de", "stakeholders"),
    Verzameling("begrip", "het", "begrippen"),
    Verzameling("doelstelling", "de", "doelstellingen"),
    Verzameling("knoop", "de", "knopen", (("status", "open"),), dagveld="sinds"),
    Verzameling("afspraak", "de", "afspraken", (("status", "voorstel"),)),
    Verzameling("actie", "de", "acties", (("status", "gepland"),)),
    Verzameling("project", "het", "projecten"),
    Verzameling("rol", "de", "rollen"),
    Verzameling("overleg", "het", "overleg"),
)
_BY_ENKELVOUD = {verzameling.enkelvoud: verzameling for verzameling in VERZAMELINGEN}
_BY_VELD = {verzameling.veld: verzameling for verzameling in VERZAMELINGEN}

SAMEN_GENOEMD = ("partners", "stakeholders", "rollen")
"""Collections that the same fields refer to: a key in two of them would leave open which one is meant."""


def verzameling_of(enkelvoud: str) -> Verzameling:
    """The collection whose records are called so."""
    return _BY_ENKELVOUD[enkelvoud]


def verzameling_in(veld: str) -> Verzameling:
    """The collection in this field of the dossier."""
    return _BY_VELD[veld]
