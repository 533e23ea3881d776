"""The voorwaarden of every fase: what must be there before the group goes on, and what is wise.

One engine serves `status`, `controleer`, `fase volgende` and the documents: each voorwaarde answers with all its gaps.
The rows are those of the table of voorwaarden (docs/fasen.md), which is made of them.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from samenwerk.domain import gemis
from samenwerk.domain.documenten import VAN_NU, Document
from samenwerk.domain.gemis import Gemis
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.zinnen import som_op
from samenwerk.errors import Pad

VEREIST, AANBEVOLEN = "vereist", "aanbevolen"


class Gat(NamedTuple):
    """One thing that is missing: of which voorwaarde, what, and where in the dossier it belongs.

    `kop` says what is missing and `wat` of whom, or which part of it. Where that place is a whole list, `partner` is the
    key of who is missing in it.
    """

    voorwaarde: str
    niveau: str
    kop: str
    pad: Pad
    wat: str = ""
    partner: str = ""

    @property
    def melding(self) -> str:
        """What is missing, in words."""
        return _tell(self.kop, [self.wat])


class Voorwaarde(NamedTuple):
    """One rule of a fase: what it asks for in a few words (`titel`), and what must be there (`regel`).

    `zoek` gets the dossier and the day to judge by; without a day, nothing is said of what is late.
    """

    id: str
    fase: str
    niveau: str
    titel: str
    regel: str
    zoek: Callable[[Samenwerking, date | None], Iterator[Gemis]]

    def find_gaten(self, samenwerking: Samenwerking, peildatum: date | None) -> list[Gat]:
        """All gaps of this voorwaarde."""
        return [Gat(self.id, self.niveau, *gemis) for gemis in self.zoek(samenwerking, peildatum)]


def voorwaarden_of(fase: str) -> list[Voorwaarde]:
    """The voorwaarden to leave a fase, required ones first."""
    return [voorwaarde for voorwaarde in VOORWAARDEN if voorwaarde.fase == fase]


def group_gaten(gaten: Iterable[Gat]) -> list[tuple[str, list[Gat]]]:
    """The gaps with what tells them: those in one sentence that miss the same of several, or several parts of one."""
    groepen: dict[tuple[str, str], list[Gat]] = {}
    for gat in gaten:
        groepen.setdefault((gat.niveau, gat.kop), []).append(gat)
    return [(_tell(kop, [gat.wat for gat in groep]), groep) for (_, kop), groep in groepen.items()]


def _tell(kop: str, wat: list[str]) -> str:
    return f"{kop}: {som_op(wat)}" if any(wat) else kop


def find_gaten(samenwerking: Samenwerking, fase: str, peildatum: date | None, niveau: str = "") -> list[Gat]:
    """All gaps of all voorwaarden of a fase; with `niveau` only the required or the recommended ones."""
    return [
        gat
        for voorwaarde in voorwaarden_of(fase)
        if niveau in ("", voorwaarde.niveau)
        for gat in voorwaarde.find_gaten(samenwerking, peildatum)
    ]


def find_document_gaten(samenwerking: Samenwerking, document: Document, project: str = "") -> list[Gat]:
    """What is still open in a document: the gaps of its voorwaarden, for a projectfiche those of its own project.

    No day is given, so that the same dossier gives the same document on any day.
    """
    if document.voorwaarden == VAN_NU:
        return find_gaten(samenwerking, samenwerking.fase, None)
    if project:
        # Of hundreds of projects each has its own fiche, which must not look all others over.
        samenwerking = samenwerking.replace(projecten={project: samenwerking.projecten[project]})
    gaten = [
        gat
        for voorwaarde in VOORWAARDEN
        if voorwaarde.id in document.voorwaarden
        for gat in voorwaarde.find_gaten(samenwerking, None)
    ]
    return [gat for gat in gaten if not project or gat.pad[:2] == ("projecten", project)]


VOORWAARDEN: tuple[Voorwaarde, ...] = (
    Voorwaarde(
        "idee",
        "opstart",
        VEREIST,
        "Het idee",
        "Het idee staat in het dossier.",
        gemis.check_idee,
    ),
    Voorwaarde(
        "initiatiefnemer",
        "opstart",
        VEREIST,
        "De initiatiefnemer",
        "Een van de partners staat er als initiatiefnemer.",
        gemis.check_initiatiefnemer,
    ),
    Voorwaarde(
        "stakeholders",
        "opstart",
        VEREIST,
        "De stakeholders, met belang, invloed en houding",
        "Er is minstens één stakeholder, en elke stakeholder heeft een belang, een invloed en een houding.",
        gemis.check_stakeholders,
    ),
    Voorwaarde(
        "tegenstanders",
        "opstart",
        AANBEVOLEN,
        "Een stakeholder die niet voor is",
        "Minstens één stakeholder heeft een andere houding dan voor.",
        gemis.check_tegenstanders,
    ),
    Voorwaarde(
        "partners",
        "verkennen",
        VEREIST,
        "Minstens twee kernpartners",
        "Er zijn minstens twee kernpartners.",
        gemis.check_partners,
    ),
    Voorwaarde(
        "waarom",
        "verkennen",
        VEREIST,
        "Het waarom",
        "Er staat waarom de partners met elkaar willen samenwerken.",
        gemis.check_waarom,
    ),
    Voorwaarde(
        "gesprekken",
        "verkennen",
        VEREIST,
        "Een gesprek met elke kernpartner",
        "Elke kernpartner nam deel aan minstens één gesprek.",
        gemis.check_gesprekken,
    ),
    Voorwaarde(
        "afbakening",
        "verkennen",
        AANBEVOLEN,
        "De afbakening, wel en niet",
        "Er staat waar de samenwerking wel over gaat en waar niet over.",
        gemis.check_afbakening,
    ),
    Voorwaarde(
        "startnota",
        "verkennen",
        AANBEVOLEN,
        "De startnota, vastgesteld en nog geldig",
        "De startnota is vastgesteld, en het dossier zegt daarna nog hetzelfde.",
        gemis.check_vastgesteld("startnota"),
    ),
    Voorwaarde(
        "ambities",
        "delen",
        VEREIST,
        "De ambities van elke kernpartner",
        "Van elke kernpartner staan de eigen ambities er.",
        gemis.check_ambities,
    ),
    Voorwaarde(
        "belangen",
        "delen",
        VEREIST,
        "De belangen van elke kernpartner",
        "Van elke kernpartner staat er minstens één belang.",
        gemis.check_belangen,
    ),
    Voorwaarde(
        "inzet",
        "delen",
        VEREIST,
        "De inzet van elke kernpartner",
        "Van elke kernpartner staat er wat die inbrengt.",
        gemis.check_inzet,
    ),
    Voorwaarde(
        "mandaat",
        "delen",
        VEREIST,
        "Het mandaat van elke kernpartner",
        "Van elke kernpartner staat er namens wie die spreekt.",
        gemis.check_mandaat,
    ),
    Voorwaarde(
        "draagvlak",
        "delen",
        VEREIST,
        "Het draagvlak bij elke kernpartner",
        "Van elke kernpartner is er een oordeel over het draagvlak in de eigen organisatie.",
        gemis.check_draagvlak,
    ),
    Voorwaarde(
        "gemeenschappelijke_taal",
        "delen",
        VEREIST,
        "De gemeenschappelijke taal",
        "Er is minstens één begrip met de betekenis die de partners eraan geven.",
        gemis.check_gemeenschappelijke_taal,
    ),
    Voorwaarde(
        "gedeelde_ambitie",
        "delen",
        VEREIST,
        "De gedeelde ambitie",
        "De gedeelde ambitie staat in het dossier.",
        gemis.check_gedeelde_ambitie,
    ),
    Voorwaarde(
        "intentieverklaring",
        "delen",
        AANBEVOLEN,
        "De intentieverklaring, vastgesteld en nog geldig, met de instemming van elke kernpartner",
        "De intentieverklaring is vastgesteld, het dossier zegt daarna nog hetzelfde, en elke kernpartner stemt ermee in.",
        gemis.check_vastgesteld("intentieverklaring"),
    ),
    Voorwaarde(
        "knopen",
        "overeenkomen",
        VEREIST,
        "Een beslissing over elke knoop",
        "Over elke knoop is beslist.",
        gemis.check_knopen,
    ),
    Voorwaarde(
        "afspraken_of_acties",
        "overeenkomen",
        VEREIST,
        "De afspraken of acties",
        "Er is minstens één afspraak of minstens één actie.",
        gemis.check_afspraken_of_acties,
    ),
    Voorwaarde(
        "acties",
        "overeenkomen",
        VEREIST,
        "De trekker en de dag van elke actie",
        "Elke actie heeft een trekker en een dag waarop het klaar is.",
        gemis.check_acties,
    ),
    Voorwaarde(
        "meerwaarde",
        "overeenkomen",
        AANBEVOLEN,
        "De meerwaarde voor elke kernpartner",
        "Van elke kernpartner staat er wat de samenwerking oplevert.",
        gemis.check_meerwaarde,
    ),
    Voorwaarde(
        "looptijd",
        "overeenkomen",
        AANBEVOLEN,
        "De looptijd, het evaluatiemoment en de opzegging",
        "Begin, einde, evaluatiemoment en opzegging zijn afgesproken.",
        gemis.check_looptijd,
    ),
    Voorwaarde(
        "afsprakennota_of_actieplan",
        "overeenkomen",
        AANBEVOLEN,
        "De afsprakennota of het actieplan, vastgesteld en nog geldig",
        "Een van beide is vastgesteld, en het dossier zegt daarna nog hetzelfde.",
        gemis.check_vastgesteld("afsprakennota", "actieplan"),
    ),
    Voorwaarde(
        "projecten",
        "vormgeven",
        VEREIST,
        "De projecten, met vorm en inhoud",
        "Er is minstens één project, en elk project heeft een trekker, aanpak, resultaat, start en einde.",
        gemis.check_projecten,
    ),
    Voorwaarde(
        "rollen",
        "vormgeven",
        VEREIST,
        "De rollen en hun posities",
        "Elke kernpartner heeft minstens één rol, en van elke rol staat de positie er.",
        gemis.check_rollen,
    ),
    Voorwaarde(
        "overleg",
        "vormgeven",
        AANBEVOLEN,
        "Het vaste overleg",
        "Van minstens één overleg staat er hoe vaak het plaatsvindt.",
        gemis.check_overleg,
    ),
    Voorwaarde(
        "projectfiche",
        "vormgeven",
        AANBEVOLEN,
        "Elke projectfiche, vastgesteld en nog geldig",
        "Van elk project is de projectfiche vastgesteld, en het dossier zegt daarna nog hetzelfde.",
        gemis.check_vastgesteld("projectfiche"),
    ),
    Voorwaarde(
        "opvolging",
        "uitvoeren",
        AANBEVOLEN,
        "De acties waarvan de dag voorbij is",
        "Van elke actie waarvan de dag voorbij is, staat er hoe het liep: klaar, niet uitgevoerd, geschrapt, of een reden.",
        gemis.check_opvolging,
    ),
    Voorwaarde(
        "evaluatie",
        "uitvoeren",
        AANBEVOLEN,
        "De evaluaties, volgens het afgesproken ritme",
        "Er is een ritme, de laatste evaluatie is niet ouder dan dat, en elke evaluatie eindigt met een besluit.",
        gemis.check_evaluatie,
    ),
)

VOORWAARDE_IDS: tuple[str, ...] = tuple(voorwaarde.id for voorwaarde in VOORWAARDEN)
