"""What happens in time. These are lists, added to at the end; only what was a mistake is put right."""

from collections.abc import Mapping
from datetime import date

from samenwerk.domain import record as veld
from samenwerk.domain.dynamiek import LEERVRAGEN
from samenwerk.domain.fasen import FASE_IDS, TOESTANDEN
from samenwerk.domain.record import Record

_FASE = "De fase waarin de groep toen stond; zonder telt de fase aan het einde van die dag."

PROCES_IDS = ("betekenisgeving", "interactie")
LOGBOEKSOORTEN = ("succes", "leerwinst", "reflectie", "spanning", "besluit", "waardering", "diversiteit", "wissel", "nota")

INZICHTEN = ("wat_zien_we_anders", "wat_doen_we_anders", "wat_kan_beter")
"""The fields of an evaluatie that answer the three questions of principe 2, in their order."""

DOORGAAN = "doorgaan"
BIJSTELLEN = "bijstellen"
TERUGGAAN = "teruggaan"
STOPPEN = "stoppen"
BESLUITEN = (DOORGAAN, BIJSTELLEN, TERUGGAAN, STOPPEN)
"""What an evaluatie can come to; stopping is sometimes the wise one."""

INGESTEMD = "ingestemd"
INSTEMMINGSOORTEN = (INGESTEMD, "ondertekend", "bekrachtigd")
"""How a partner agrees. In practice three different things: on a meeting, with a signature, by its own board."""


class Gesprek(Record, uitleg="Een gesprek met partners of stakeholders."):
    """A conversation with partners (verkennen: "men gaat in gesprek met de verschillende partners")."""

    datum: date | None = veld.datum("Datum", "De dag van het gesprek.")
    fase: str = veld.keuze("Fase", _FASE, FASE_IDS)
    met: tuple[str, ...] = veld.verwijzingen("Met", "Met wie het gesprek was.", "partners", "stakeholders")
    over: str = veld.tekst("Over", "Waarover het ging.", voorbeeld="Kennismaking, en wat elk van de samenwerking verwacht.")


class Logboekregel(
    Record, uitleg="Iets wat de moeite is om te onthouden: een succes, een leerwinst, een spanning, een besluit."
):
    """Something worth remembering about one of the two processes of a collaboration."""

    datum: date | None = veld.datum("Datum", "De dag waarop het gebeurde.")
    fase: str = veld.keuze("Fase", _FASE, FASE_IDS)
    soort: str = veld.keuze("Soort", "Wat voor gebeurtenis het is.", LOGBOEKSOORTEN)
    proces: str = veld.keuze(
        "Proces", "Of het over de inhoud gaat (betekenisgeving) of over het samenwerken (interactie).", PROCES_IDS
    )
    principe: int | None = veld.getal("Principe", "Het principe van verbindend leren waar het bij hoort, van 1 tot 5.", 1, 5)
    partners: tuple[str, ...] = veld.verwijzingen("Partners", "De partners die erbij betrokken zijn.", "partners")
    toestand: str = veld.keuze("Toestand", "De toestand die de samenwerking toen kreeg, als die veranderde.", TOESTANDEN)
    tekst: str = veld.tekst(
        "Tekst", "Wat er gebeurde.", voorbeeld="Voor het eerst stelden twee partners samen een activiteit voor."
    )


class Evaluatie(Record, uitleg="Een moment waarop de partners samen terugkeken. Het eindigt met een besluit."):
    """A moment at which the partners looked back together; it ends in a besluit."""

    datum: date | None = veld.datum("Datum", "De dag van de evaluatie.")
    fase: str = veld.keuze("Fase", _FASE, FASE_IDS)
    wat_zien_we_anders: str = veld.tekst(
        LEERVRAGEN[0],
        "De eerste vraag van principe 2.",
        voorbeeld="Ouders missen vooral een plek om elkaar te ontmoeten.",
    )
    wat_doen_we_anders: str = veld.tekst(
        LEERVRAGEN[1],
        "De tweede vraag van principe 2.",
        voorbeeld="We vragen het eerst aan de gezinnen, en plannen daarna.",
    )
    wat_kan_beter: str = veld.tekst(
        LEERVRAGEN[2], "De derde vraag van principe 2.", voorbeeld="De verslagen vroeger rondsturen"
    )
    antwoorden: Mapping[str, str] = veld.woorden(
        "Antwoorden",
        "De eigen vragen van de samenwerking, elk met het antwoord.",
        voorbeeld={"Bereiken we de gezinnen die we wilden bereiken?": "Nog niet allemaal; de helft kent ons."},
    )
    besluit: str = veld.keuze("Besluit", "Waar de evaluatie op uitkwam.", BESLUITEN)
    naar: str = veld.keuze("Naar", "De fase waar de groep door dit besluit naartoe gaat.", FASE_IDS)


class Instemmingsmoment(Record, uitleg="Wat één partner op één moment zei van één versie van een document."):
    """What one partner said of one version of a document: that it agrees, and how, or that it no longer does."""

    datum: date | None = veld.datum("Datum", "De dag van de instemming.")
    soort: str = veld.keuze(
        "Soort",
        "Hoe de partner instemt: mondeling of op een overleg, met een handtekening, of bekrachtigd door het eigen bestuur.",
        INSTEMMINGSOORTEN,
    )
    namens: str = veld.tekst(
        "Namens", "Namens wie de partner instemt: een bestuur of een functie; geen naam.", voorbeeld="het schoolbestuur"
    )
    voorbehoud: str = veld.tekst(
        "Voorbehoud", "Onder welk voorbehoud de partner instemt.", voorbeeld="Als de stad de verzekering betaalt"
    )
    ingetrokken: date | None = veld.datum("Ingetrokken", "De dag waarop de partner de instemming introk.", na="datum")


class Instemming(Instemmingsmoment, uitleg="Hoe één partner nu staat tegenover één versie van een document."):
    """How one partner stands to one version of a document now; what it said before stays below it."""

    eerder: tuple[Instemmingsmoment, ...] = veld.reeks(
        "Eerder", "Wat de partner eerder van deze versie zei, oudste eerst.", Instemmingsmoment
    )

    @property
    def geldt(self) -> bool:
        """Whether the partner agrees; a reservation does not change that."""
        return self.ingetrokken is None


class Versie(Record, uitleg="Een document zoals het op een bepaalde dag is vastgesteld."):
    """An adopted version of a document."""

    versie: int | None = veld.getal("Versie", "Het nummer van de versie.", 1, 9999)
    datum: date | None = veld.datum("Datum", "De dag waarop de versie is vastgesteld.")
    ronde: int | None = veld.getal("Ronde", "De ronde van de fase waarin de versie is vastgesteld.", 1, 9999)
    vingerafdruk: str = veld.tekst(
        "Controlecode van de gegevens",
        "Een code van de gegevens waarmee de partners instemden.",
        voorbeeld="sha256-v1:0123456789abcdef",
    )
    afschrift: str = veld.tekst(
        "Controlecode van de tekst", "Een code van de bewaarde tekst van deze versie.", voorbeeld="sha256-v2:0123456789abcdef"
    )
    instemming: Mapping[str, Instemming] = veld.records("Instemming", "Wie met deze versie instemt.", Instemming, "partners")

    def is_aanvaard_door(self, partner: str) -> bool:
        """Whether a partner agrees to this version."""
        return partner in self.instemming and self.instemming[partner].geldt


class Documentversies(Record, uitleg="De vastgestelde versies van één document."):
    """What is kept of one document: what people wrote in it themselves, and its adopted versions."""

    vrij: Mapping[str, str] = veld.woorden(
        "Vrij",
        "De eigen tekst van de groep op een vrije plaats van het document.",
        voorbeeld={"inleiding": "Deze nota kwam tot stand op twee avonden."},
    )
    versies: tuple[Versie, ...] = veld.reeks("Versies", "De vastgestelde versies, oudste eerst.", Versie, herken="versie")


class Stap(Record, uitleg="Eén stap in het verloop: de groep ging een fase in, vooruit of terug."):
    """One step in the verloop: entering a fase, forward or back."""

    datum: date | None = veld.datum("Datum", "De dag van de stap.", verplicht=True)
    naar: str = veld.keuze("Naar", "De fase waar de groep naartoe ging.", FASE_IDS, verplicht=True)
    door: str = veld.tekst("Door", "Wie de stap besliste.", voorbeeld="stuurgroep")
    aanwezig: tuple[str, ...] = veld.verwijzingen("Aanwezig", "Wie erbij was.", "partners", "stakeholders")
    reden: str = veld.tekst("Reden", "Waarom de groep deze stap zette.", voorbeeld="Een school uit de wijk wil ook meedoen.")
    ondanks: tuple[str, ...] = veld.lijst(
        "Ondanks", "Wat nodig was voor deze stap en nog niet klaar was.", voorbeeld="stakeholders"
    )


Gebeurtenis = Gesprek | Logboekregel | Evaluatie | Stap
"""An item of the lists of what happened."""
