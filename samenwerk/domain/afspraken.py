"""What the partners agree in the fase overeenkomen: course, decisions, agreements and actions."""

from datetime import date

from samenwerk.domain import record as veld
from samenwerk.domain.record import Record

ONBEPAALD = "onbepaald"
"""The word for a looptijd of which no last day was agreed."""


class Doelstelling(Record, uitleg="Een doel dat de gedeelde ambitie concreter maakt."):
    """A goal that makes the gedeelde ambitie concrete."""

    wat: str = veld.tekst(
        "Wat", "Wat de partners samen willen bereiken.", voorbeeld="Meer kinderen uit de wijk komen naar de naschoolse werking."
    )
    indicator: str = veld.tekst(
        "Indicator",
        "Waaraan later te merken is dat het lukt.",
        voorbeeld="Veertig kinderen per week, van elke school in de wijk",
    )


class Knoop(Record, uitleg="Een vraag waarover de partners moeten beslissen. Daarna is de knoop doorgehakt."):
    """A question that must be decided ("Waar nodig dient onderhandeld te worden en knopen doorgehakt")."""

    vraag: str = veld.tekst("Vraag", "Waarover beslist moet worden.", voorbeeld="Wie sluit de lokalen af na vijf uur?")
    status: str = veld.keuze("Status", "Open zolang er niet beslist is.", ("open", "doorgehakt"))
    beslissing: str = veld.tekst(
        "Beslissing", "Wat er beslist is.", voorbeeld="Het buurtwerk sluit af en heeft een eigen sleutel."
    )
    datum: date | None = veld.datum("Datum", "De dag van de beslissing.", na="sinds")
    sinds: date | None = veld.datum("Sinds", "Sinds wanneer de vraag op tafel ligt.")

    @property
    def is_open(self) -> bool:
        """Whether the question still waits for a decision."""
        return self.status != "doorgehakt"


class Afspraak(
    Record, uitleg="Wat partners met elkaar afspreken. Een afspraak houdt dezelfde korte naam, ook in een volgende versie."
):
    """An agreement between partners; it keeps its key when documents are issued again."""

    tekst: str = veld.tekst(
        "Tekst", "De afspraak zelf.", voorbeeld="De school leent op woensdag twee lokalen uit, zonder huur te vragen."
    )
    partijen: tuple[str, ...] = veld.verwijzingen("Partijen", "De partners voor wie de afspraak geldt.", "partners")
    ingang: date | None = veld.datum("Ingang", "De dag waarop de afspraak ingaat.", plant=True)
    herzien_op: date | None = veld.datum(
        "Herzien op", "De dag waarop de partners de afspraak opnieuw bekijken.", plant=True, na="ingang"
    )
    status: str = veld.keuze(
        "Status",
        "Of de partners al met de afspraak instemden, en hoe.",
        ("voorstel", "ingestemd", "ondertekend", "gewijzigd", "opgezegd"),
    )
    heette: str = veld.eerste_sleutel(voorbeeld="zaal")

    @property
    def is_open(self) -> bool:
        """Whether the partners still hold to it, or mean to."""
        return self.status != "opgezegd"


class Looptijd(Record, uitleg="Hoe lang de afspraken gelden, wanneer ze bekeken worden en hoe een partner opzegt."):
    """How long the agreements hold, when they are looked at again, and how a partner leaves properly."""

    van: date | None = veld.datum("Vanaf", "De eerste dag waarop de afspraken gelden.", plant=True)
    tot: date | None = veld.datum("Tot en met", "De laatste dag waarop de afspraken gelden.", plant=True, na="van")
    duur: str = veld.keuze(
        "Duur", "Of er een laatste dag is (bepaald), of dat de partners afspraken van niet (onbepaald).", ("bepaald", ONBEPAALD)
    )
    evaluatiemoment: str = veld.tekst(
        "Evaluatiemoment", "Wanneer de partners de afspraken samen bekijken.", voorbeeld="Elk jaar op de stuurgroep van mei"
    )
    uitstap: str = veld.tekst(
        "Opzegging",
        "Hoe een partner op een nette manier kan opzeggen.",
        voorbeeld="Drie maanden vooraf gemeld op de stuurgroep; lopende acties worden overgedragen.",
    )

    @property
    def is_onbepaald(self) -> bool:
        """Whether the partners agreed that there is no last day; a last day that is there goes before it."""
        return self.duur == ONBEPAALD and self.tot is None


class Actie(Record, uitleg="Iets wat iemand uiterlijk op een bepaalde dag doet."):
    """Something that gets done, by someone, before a date."""

    wat: str = veld.tekst("Wat", "Wat er gebeurt.", voorbeeld="Een buurtfeest op het plein van de school")
    doelstelling: str = veld.verwijzing("Doelstelling", "Het doel waar de actie aan bijdraagt.", "doelstellingen")
    trekker: str = veld.verwijzing("Trekker", "De partner of rol die ervoor zorgt dat het gebeurt.", "partners", "rollen")
    met: tuple[str, ...] = veld.verwijzingen("Met", "Wie er nog meedoet.", "partners", "stakeholders", "rollen")
    tegen: date | None = veld.datum("Klaar op", "De dag waarop de actie klaar moet zijn.", plant=True)
    output: str = veld.tekst("Resultaat", "Wat de actie oplevert.", voorbeeld="Een feest met een stand van elke partner")
    status: str = veld.keuze("Status", "Hoe ver de actie is.", ("gepland", "lopend", "klaar", "niet uitgevoerd", "geschrapt"))
    reden: str = veld.tekst(
        "Reden",
        "Waarom het niet of anders gebeurt.",
        voorbeeld="De zaal was die dag niet vrij; het feest schuift naar het voorjaar.",
    )
    heette: str = veld.eerste_sleutel(voorbeeld="feest")

    @property
    def is_open(self) -> bool:
        """Whether it still has to be done: nothing was said of it, it is planned, or it is under way."""
        return self.status in ("", "gepland", "lopend")

    def is_te_laat(self, peildatum: date) -> bool:
        """Whether its day is past while it still has to be done."""
        return self.is_open and self.tegen is not None and self.tegen < peildatum
