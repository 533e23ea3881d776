"""The voorwaarden of every fase: what must be there before the group goes on, and what is wise.

One engine serves `status`, `controleer`, `fase volgende` and the documents: each voorwaarde answers with all its gaps.
The rows are those of the table of voorwaarden (docs/fasen.md), which is made of them.
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from samenwerk.domain import gemis
from samenwerk.domain.documenten import VAN_NU, Document
from samenwerk.domain.gemis import Gemis
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.errors import Pad

VEREIST, AANBEVOLEN = "vereist", "aanbevolen"


class Gat(NamedTuple):
    """One thing that is missing: of which voorwaarde, what, and where in the dossier it belongs.

    Where that is a whole list, `partner` is the key of who is missing in it.
    """

    voorwaarde: str
    niveau: str
    melding: str
    pad: Pad
    partner: str = ""


class Voorwaarde(NamedTuple):
    """One rule of a fase: what it is called once it is met (`titel`), and what must be there (`regel`).

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
        "Het idee is beschreven",
        "Het idee staat in het dossier.",
        gemis.check_idee,
    ),
    Voorwaarde(
        "initiatiefnemer",
        "opstart",
        VEREIST,
        "Een partner is initiatiefnemer",
        "Een van de partners staat er als initiatiefnemer.",
        gemis.check_initiatiefnemer,
    ),
    Voorwaarde(
        "stakeholders",
        "opstart",
        VEREIST,
        "De stakeholders zijn in kaart, met belang, invloed en houding",
        "Er is minstens één stakeholder, en elke stakeholder heeft een belang, een invloed en een houding.",
        gemis.check_stakeholders,
    ),
    Voorwaarde(
        "tegenstanders",
        "opstart",
        AANBEVOLEN,
        "Er is ook gezocht naar wie kan verliezen of niet voor is",
        "Minstens één stakeholder heeft een andere houding dan voor.",
        gemis.check_tegenstanders,
    ),
    Voorwaarde(
        "partners",
        "verkennen",
        VEREIST,
        "Er zijn minstens twee kernpartners",
        "Er zijn minstens twee kernpartners.",
        gemis.check_partners,
    ),
    Voorwaarde(
        "waarom",
        "verkennen",
        VEREIST,
        "Het waarom is beschreven",
        "Er staat waarom de partners met elkaar willen samenwerken.",
        gemis.check_waarom,
    ),
    Voorwaarde(
        "gesprekken",
        "verkennen",
        VEREIST,
        "Met elke kernpartner was er een gesprek",
        "Elke kernpartner nam deel aan minstens één gesprek.",
        gemis.check_gesprekken,
    ),
    Voorwaarde(
        "afbakening",
        "verkennen",
        AANBEVOLEN,
        "Er staat waar het wel en niet over gaat",
        "Er staat waar de samenwerking wel over gaat en waar niet over.",
        gemis.check_afbakening,
    ),
    Voorwaarde(
        "startnota",
        "verkennen",
        AANBEVOLEN,
        "De startnota is vastgesteld en geldt nog",
        "De startnota is vastgesteld, en het dossier zegt daarna nog hetzelfde.",
        gemis.check_vastgesteld("startnota"),
    ),
    Voorwaarde(
        "ambities",
        "delen",
        VEREIST,
        "Elke kernpartner deelde zijn ambities",
        "Van elke kernpartner staan de eigen ambities er.",
        gemis.check_ambities,
    ),
    Voorwaarde(
        "belangen",
        "delen",
        VEREIST,
        "Elke kernpartner deelde zijn belangen",
        "Van elke kernpartner staat er minstens één belang.",
        gemis.check_belangen,
    ),
    Voorwaarde(
        "inzet",
        "delen",
        VEREIST,
        "Van elke kernpartner is de inzet bekend",
        "Van elke kernpartner staat er wat hij inbrengt.",
        gemis.check_inzet,
    ),
    Voorwaarde(
        "mandaat",
        "delen",
        VEREIST,
        "Van elke kernpartner is het mandaat bekend",
        "Van elke kernpartner staat er namens wie hij spreekt.",
        gemis.check_mandaat,
    ),
    Voorwaarde(
        "draagvlak",
        "delen",
        VEREIST,
        "Bij elke kernpartner is het draagvlak besproken",
        "Van elke kernpartner is er een oordeel over het draagvlak in de eigen organisatie.",
        gemis.check_draagvlak,
    ),
    Voorwaarde(
        "gemeenschappelijke_taal",
        "delen",
        VEREIST,
        "Er is een gemeenschappelijke taal",
        "Er is minstens één begrip met de betekenis die de partners eraan geven.",
        gemis.check_gemeenschappelijke_taal,
    ),
    Voorwaarde(
        "gedeelde_ambitie",
        "delen",
        VEREIST,
        "De gedeelde ambitie is beschreven",
        "De gedeelde ambitie staat in het dossier.",
        gemis.check_gedeelde_ambitie,
    ),
    Voorwaarde(
        "intentieverklaring",
        "delen",
        AANBEVOLEN,
        "De intentieverklaring is vastgesteld, geldt nog, en elke kernpartner stemt in",
        "De intentieverklaring is vastgesteld, het dossier zegt daarna nog hetzelfde, en elke kernpartner stemt ermee in.",
        gemis.check_vastgesteld("intentieverklaring"),
    ),
    Voorwaarde(
        "knopen",
        "overeenkomen",
        VEREIST,
        "Alle knopen zijn doorgehakt",
        "Geen enkele knoop is nog open.",
        gemis.check_knopen,
    ),
    Voorwaarde(
        "afspraken_of_acties",
        "overeenkomen",
        VEREIST,
        "Er is een afspraak of een actie",
        "Er is minstens één afspraak of minstens één actie.",
        gemis.check_afspraken_of_acties,
    ),
    Voorwaarde(
        "acties",
        "overeenkomen",
        VEREIST,
        "Elke actie heeft een trekker en een einddatum",
        "Elke actie heeft een trekker en een einddatum.",
        gemis.check_acties,
    ),
    Voorwaarde(
        "meerwaarde",
        "overeenkomen",
        AANBEVOLEN,
        "Voor elke kernpartner is de meerwaarde duidelijk",
        "Van elke kernpartner staat er wat de samenwerking hem oplevert.",
        gemis.check_meerwaarde,
    ),
    Voorwaarde(
        "looptijd",
        "overeenkomen",
        AANBEVOLEN,
        "Looptijd, evaluatiemoment en uitstap zijn afgesproken",
        "Begin, einde, evaluatiemoment en uitstap zijn afgesproken.",
        gemis.check_looptijd,
    ),
    Voorwaarde(
        "afsprakennota_of_actieplan",
        "overeenkomen",
        AANBEVOLEN,
        "De afsprakennota of het actieplan is vastgesteld en geldt nog",
        "Een van beide is vastgesteld, en het dossier zegt daarna nog hetzelfde.",
        gemis.check_vastgesteld("afsprakennota", "actieplan"),
    ),
    Voorwaarde(
        "projecten",
        "vormgeven",
        VEREIST,
        "Er is een project met vorm en inhoud",
        "Er is minstens één project, en elk project heeft een trekker, aanpak, resultaat, start en einde.",
        gemis.check_projecten,
    ),
    Voorwaarde(
        "rollen",
        "vormgeven",
        VEREIST,
        "Rollen en posities zijn verhelderd",
        "Elke kernpartner heeft minstens één rol, en van elke rol staat de positie er.",
        gemis.check_rollen,
    ),
    Voorwaarde(
        "overleg",
        "vormgeven",
        AANBEVOLEN,
        "Er is een vast overleg",
        "Van minstens één overleg staat er hoe vaak het samenkomt.",
        gemis.check_overleg,
    ),
    Voorwaarde(
        "projectfiche",
        "vormgeven",
        AANBEVOLEN,
        "Elke projectfiche is vastgesteld en geldt nog",
        "Van elk project is de projectfiche vastgesteld, en het dossier zegt daarna nog hetzelfde.",
        gemis.check_vastgesteld("projectfiche"),
    ),
    Voorwaarde(
        "opvolging",
        "uitvoeren",
        AANBEVOLEN,
        "Acties waarvan de datum voorbij is, zijn opgevolgd",
        "Elke actie waarvan de datum voorbij is, is klaar, niet uitgevoerd of geschrapt, of er staat een reden bij.",
        gemis.check_opvolging,
    ),
    Voorwaarde(
        "evaluatie",
        "uitvoeren",
        AANBEVOLEN,
        "Er is een evaluatieritme, en het wordt gevolgd",
        "Er is een ritme, de laatste evaluatie is niet ouder dan dat, en elke evaluatie eindigt met een besluit.",
        gemis.check_evaluatie,
    ),
)

VOORWAARDE_IDS: tuple[str, ...] = tuple(voorwaarde.id for voorwaarde in VOORWAARDEN)
