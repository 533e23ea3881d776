"""The whole dossier of one collaboration: the field names are the keys of samenwerking.yaml, in the order of the file."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby, pairwise

from samenwerk.domain import record as veld
from samenwerk.domain.afspraken import Actie, Afspraak, Doelstelling, Knoop, Looptijd
from samenwerk.domain.fasen import (
    ACTIEF,
    BEGONNEN,
    FASE_IDS,
    KLAAR,
    NOG_NIET,
    NU,
    TERUG,
    TOESTANDEN,
    VOORUIT,
    step_soort,
)
from samenwerk.domain.partners import Partner, Stakeholder
from samenwerk.domain.record import Record
from samenwerk.domain.taal import LANDEN, TALEN
from samenwerk.domain.tijdlijn import Documentversies, Evaluatie, Gesprek, Logboekregel, Stap
from samenwerk.domain.vormgeving import Afbakening, Evaluatiebeleid, Identiteit, Overleg, Project, Rol
from samenwerk.domain.zinnen import som_op

SAMEN_GENOEMD = ("partners", "stakeholders", "rollen")
"""Collections that the same fields refer to: a key in two of them would leave open which one is meant."""

STAPGROEP = ("fase", "toestand", "verloop")
"""The fields that say together where the group stands: a step changes them together, and no two steps can be made one."""

FORMAAT = 1
"""The shape of samenwerking.yaml that this version writes; what the number promises: docs/besluiten/0020-formaat.md."""


VERSTUURBAAR = ("docx", "odt", "pdf", "html")
"""The forms of a document that can be sent: how their files end."""


class Samenwerking(Record, uitleg="Alles wat over één samenwerking in het dossier staat, vanaf het eerste idee."):
    """One collaboration, from the first idea on."""

    formaat: int = veld.getal(
        "Formaat",
        f"Het nummer van de bestandsvorm. Nu is dat {FORMAAT}.",
        1,
        FORMAAT,
        verplicht=True,
        raad=f"Deze samenwerk kent formaat {FORMAAT}. Voor een hoger getal is een nieuwere samenwerk nodig.",
    )
    id: str = veld.tekst(
        "Id",
        "Waaraan samenwerk dit dossier herkent, ook onder een andere naam of in een andere map. Het verandert nooit.",
        voorbeeld="bcdf-ghjk-mnpq",
    )
    naam: str = veld.tekst("Naam", "De naam van de samenwerking.", verplicht=True, voorbeeld="Brede School Voorbeeldstad")
    fase: str = veld.keuze(
        "Fase",
        "De fase waarin de groep nu staat. Die verandert alleen met een stap: naar de volgende, of terug.",
        FASE_IDS,
        verplicht=True,
    )
    toestand: str = veld.keuze("Toestand", "Of er aan de samenwerking gewerkt wordt.", TOESTANDEN, verplicht=True)
    initiatiefnemer: str = veld.verwijzing("Initiatiefnemer", "De partner die met het idee kwam.", "partners")
    begeleider: str = veld.tekst(
        "Begeleider", "De functie van wie het proces begeleidt; geen naam.", voorbeeld="netwerkcoördinator van de stad"
    )
    idee: str = veld.tekst(
        "Idee",
        "Het idee in één alinea.",
        voorbeeld="Lege lokalen openzetten voor kinderen die na school nergens terechtkunnen.",
    )
    aanleiding: str = veld.tekst(
        "Aanleiding", "Wat eraan voorafging en waarom nu.", voorbeeld="Het buurtwerk moest elke woensdag kinderen weigeren."
    )
    waarom: str = veld.tekst(
        "Waarom",
        "Waarom de partners met elkaar willen samenwerken.",
        voorbeeld="Geen van ons bereikt alle kinderen van de wijk alleen.",
    )
    afbakening: Afbakening = veld.deel("Afbakening", "Waar de samenwerking wel en niet over gaat.", Afbakening)
    uitgangspunten: tuple[str, ...] = veld.lijst(
        "Uitgangspunten", "Wat voor alle partners vanaf het begin vaststaat.", voorbeeld="Meedoen kost ouders niets."
    )
    stakeholders: Mapping[str, Stakeholder] = veld.records(
        "Stakeholders",
        "Wie er belang bij heeft of invloed op heeft, ook tegenstanders.",
        Stakeholder,
        voorbeeld="ouders",
    )
    partners: Mapping[str, Partner] = veld.records("Partners", "De organisaties in de samenwerking.", Partner, voorbeeld="stad")
    begrippen: Mapping[str, str] = veld.woorden(
        "Begrippen",
        "De gemeenschappelijke taal: elk woord met wat de partners eronder verstaan.",
        voorbeeld={"brugfiguur": "Wie tussen gezin en school staat en beide kent."},
    )
    gedeelde_ambitie: str = veld.tekst(
        "Gedeelde ambitie",
        "Wat de partners samen willen, en geen van hen alleen kan.",
        voorbeeld="Elk kind van de wijk vindt na school een plek waar het zich thuis voelt.",
    )
    verschillen: tuple[str, ...] = veld.lijst(
        "Verschillen",
        "Verschillen van inzicht die zichtbaar mogen blijven.",
        voorbeeld="De school denkt aan leren, het buurtwerk aan spelen.",
    )
    doelstellingen: Mapping[str, Doelstelling] = veld.records(
        "Doelstellingen",
        "De gedeelde ambitie, concreter gemaakt.",
        Doelstelling,
        voorbeeld="bereik",
    )
    knopen: Mapping[str, Knoop] = veld.records(
        "Knopen", "De vragen waarover de partners moeten beslissen.", Knoop, voorbeeld="sleutels"
    )
    afspraken: Mapping[str, Afspraak] = veld.records(
        "Afspraken", "Wat de partners met elkaar afspreken.", Afspraak, voorbeeld="lokalen"
    )
    looptijd: Looptijd = veld.deel("Looptijd", "Hoe lang de afspraken gelden, en hoe een partner kan opzeggen.", Looptijd)
    acties: Mapping[str, Actie] = veld.records("Acties", "Wat de partners samen doen.", Actie, voorbeeld="buurtfeest")
    projecten: Mapping[str, Project] = veld.records(
        "Projecten",
        "Wat de partners samen opzetten, met vorm en inhoud. Elk project krijgt een projectfiche.",
        Project,
        voorbeeld="huiswerkklas",
    )
    rollen: Mapping[str, Rol] = veld.records("Rollen", "Wie wat doet, en vanuit welke positie.", Rol, voorbeeld="coordinator")
    overleg: Mapping[str, Overleg] = veld.records(
        "Overleg", "Waar de partners elkaar zien en beslissen.", Overleg, voorbeeld="stuurgroep"
    )
    werkprincipes: tuple[str, ...] = veld.lijst(
        "Werkprincipes", "Hoe de partners met elkaar omgaan.", voorbeeld="We zeggen het elkaar als iets niet lukt."
    )
    evaluatiebeleid: Evaluatiebeleid = veld.deel("Evaluatiebeleid", "Hoe en hoe vaak de partners terugkijken.", Evaluatiebeleid)
    identiteit: Identiteit = veld.deel("Identiteit", "Wat het netwerk herkenbaar maakt.", Identiteit)
    gesprekken: tuple[Gesprek, ...] = veld.reeks("Gesprekken", "De gesprekken met partners, oudste eerst.", Gesprek)
    logboek: tuple[Logboekregel, ...] = veld.reeks("Logboek", "Wat onthouden moet worden, oudste eerst.", Logboekregel)
    evaluaties: tuple[Evaluatie, ...] = veld.reeks("Evaluaties", "De evaluaties, oudste eerst.", Evaluatie)
    taal: str = veld.keuze(
        "Taal",
        "De woorden van de documenten: van Vlaanderen (startnota, afsprakennota) of van Nederland (startnotitie, convenant).",
        TALEN,
        ook=LANDEN,
    )
    vorm: str = veld.keuze(
        "Vorm",
        "De vorm waarin een document opengaat, om te bekijken en te versturen. Zonder dit: docx (Word).",
        VERSTUURBAAR,
        ook={f".{vorm}": vorm for vorm in VERSTUURBAAR} | {"word": "docx", "libreoffice": "odt", "webpagina": "html"},
    )
    sjablonen: str = veld.tekst(
        "Sjablonen",
        "De map met de sjablonen van de organisatie, binnen die van het dossier. De map sjablonen heeft voorrang.",
        voorbeeld="huisstijl",
    )
    documenten: Mapping[str, Documentversies] = veld.records(
        "Documenten",
        "De vastgestelde versies van elk document.",
        Documentversies,
        voorbeeld="startnota",
    )
    verloop: tuple[Stap, ...] = veld.reeks("Verloop", "De weg door de fasen, oudste stap eerst.", Stap)

    @property
    def is_actief(self) -> bool:
        """Only an active collaboration changes fase."""
        return self.toestand == ACTIEF

    @property
    def kernpartners(self) -> Mapping[str, Partner]:
        """The partners that carry the collaboration and decide in it, without those that left."""
        return {sleutel: partner for sleutel, partner in self.partners.items() if partner.is_kern}

    @property
    def terugkeer(self) -> list[Stap]:
        """The steps back."""
        return [stap for vorige, stap in pairwise(self.verloop) if step_soort(vorige.naar, stap.naar) == TERUG]

    def naam_of(self, sleutel: str) -> str:
        """The name to show for a key of a partner, stakeholder or rol; the key itself when nothing has that key."""
        for verzameling in SAMEN_GENOEMD:
            record = getattr(self, verzameling).get(sleutel)
            if record is not None:
                return record.naam or sleutel
        return sleutel

    def namen_of(self, sleutels: Sequence[str]) -> str:
        """The names to show for these keys: `a, b en c`."""
        return som_op([self.naam_of(sleutel) for sleutel in sleutels])

    def ronde(self, fase: str) -> int:
        """How many times the group has entered this fase; 0 when it never did."""
        return sum(stap.naar == fase for stap in self.verloop)

    def voortgang(self, fase: str) -> str:
        """How far the group came in this fase: the last way it left it tells whether it is finished or only begun."""
        if fase == self.fase:
            return NU
        verlaten = [step_soort(fase, stap.naar) for vorige, stap in pairwise(self.verloop) if vorige.naar == fase]
        if not verlaten:
            return NOG_NIET
        return KLAAR if verlaten[-1] == VOORUIT else BEGONNEN

    @property
    def weg(self) -> list[tuple[str, list[str]]]:
        """The fasen in their order with how far the group came, those that follow each other and came as far together."""
        return [(voortgang, list(fasen)) for voortgang, fasen in groupby(FASE_IDS, self.voortgang)]

    def fase_op(self, dag: date | None, genoteerd: str = "") -> str:
        """The fase in which the group stood when something happened: the one that was noted with it.

        Else the one at the end of its day; empty before its first step and without a day.
        """
        if genoteerd or dag is None:
            return genoteerd
        gezet = bisect_right(self.verloop, dag, key=lambda stap: stap.datum or date.min)
        return self.verloop[gezet - 1].naar if gezet else ""
