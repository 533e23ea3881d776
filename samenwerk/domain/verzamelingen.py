"""The collections of a dossier of which every record has a key: what one of them is called, and what makes it recognisable."""

from typing import NamedTuple

from samenwerk.domain.record import TEKST, Record, Veld
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.vertrouwelijk import Vertrouwelijk

_BETEKENIS = Veld(TEKST, "Betekenis", "Wat de partners eronder verstaan.")
_BETEKENIS.naam = "betekenis"


class Verzameling(NamedTuple):
    """A collection: the field of the dossier, and the word for one record of it, which is also the name of its command.

    All that is true of one collection and not of every other stands here. `begin` holds what a new record is unless someone
    says otherwise, `gevraagd` the fields that a fase asks for (with the word, where only one will do), and `dagveld` the field
    that tells since when it is there.
    `kort` are the fields that a list tells beside the title: where a record stands, and who is at it.
    Does the group count on partners in these records, then whoever leaves is looked for in them (`rekent_op_partners`).
    """

    enkelvoud: str
    lidwoord: str
    veld: str
    begin: tuple[tuple[str, str], ...] = ()
    gevraagd: tuple[tuple[str, str], ...] = ()
    dagveld: str = ""
    kort: tuple[str, ...] = ()
    rekent_op_partners: bool = False
    wordt_uitgewisseld: bool = False
    """Whether its records come from elsewhere in long lists, and go there: as a spreadsheet."""

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
    def wordt_genoemd(self) -> bool:
        """Whether any field of a dossier can name its records."""
        return self.veld in _find_named(Samenwerking)

    @property
    def kan_vertrouwelijk(self) -> bool:
        """Whether fields of its records can also stand in the notes beside the dossier."""
        return self.veld in Vertrouwelijk.velden

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


def _find_named(record: type[Record]) -> set[str]:
    """The collections that a field of a record, or of one in it, refers to."""
    velden = record.velden.values()
    return {naam for veld in velden for naam in (*veld.verwijst, *(_find_named(veld.record) if veld.record else ()))}


VERZAMELINGEN: tuple[Verzameling, ...] = (
    Verzameling("partner", "de", "partners", gevraagd=(("soort", "kern"),), kort=("soort", "tot"), wordt_uitgewisseld=True),
    Verzameling(
        "stakeholder",
        "de",
        "stakeholders",
        gevraagd=(("belang", ""), ("invloed", ""), ("houding", "")),
        kort=("houding",),
        wordt_uitgewisseld=True,
    ),
    Verzameling("begrip", "het", "begrippen", gevraagd=(("betekenis", ""),)),
    Verzameling("doelstelling", "de", "doelstellingen"),
    Verzameling("knoop", "de", "knopen", begin=(("status", "open"),), dagveld="sinds", kort=("status",)),
    Verzameling(
        "afspraak",
        "de",
        "afspraken",
        begin=(("status", "voorstel"),),
        kort=("herzien_op", "status"),
        rekent_op_partners=True,
    ),
    Verzameling(
        "actie",
        "de",
        "acties",
        begin=(("status", "gepland"),),
        gevraagd=(("trekker", ""), ("tegen", "")),
        kort=("trekker", "tegen", "status"),
        rekent_op_partners=True,
        wordt_uitgewisseld=True,
    ),
    Verzameling("project", "het", "projecten", kort=("trekker",), rekent_op_partners=True),
    Verzameling("rol", "de", "rollen", gevraagd=(("wie", ""), ("positie", "")), kort=("positie",), rekent_op_partners=True),
    Verzameling("overleg", "het", "overleg", gevraagd=(("frequentie", ""),), kort=("frequentie",), rekent_op_partners=True),
)


def verzameling_of(enkelvoud: str) -> Verzameling:
    """The collection whose records are called so."""
    return next(verzameling for verzameling in VERZAMELINGEN if verzameling.enkelvoud == enkelvoud)


def verzameling_in(veld: str) -> Verzameling:
    """The collection in this field of the dossier."""
    return next(verzameling for verzameling in VERZAMELINGEN if verzameling.veld == veld)
