"""The form of the collaboration: projects, roles, meetings, evaluation, identity (fasen vormgeven and uitvoeren)."""

from collections.abc import Mapping
from datetime import date

from samenwerk.domain import record as veld
from samenwerk.domain.record import Record


class Project(Record, uitleg="Iets wat de partners samen opzetten, met vorm en inhoud. Elk project krijgt een projectfiche."):
    """A collaborative action with its form and content laid down; it becomes a projectfiche."""

    titel: str = veld.tekst("Titel", "De werktitel.", voorbeeld="Huiswerkklas")
    aanleiding: str = veld.tekst(
        "Aanleiding", "Waarom dit project nodig is.", voorbeeld="De helft van de kinderen heeft thuis geen rustige plek."
    )
    doel: str = veld.tekst(
        "Doel", "Wat het project moet bereiken.", voorbeeld="Kinderen maken hun huiswerk op een rustige plek, met hulp."
    )
    doelgroep: str = veld.tekst("Doelgroep", "Voor wie het is.", voorbeeld="Kinderen van 9 tot 12 jaar")
    aanpak: str = veld.tekst(
        "Aanpak", "Wat er gebeurt, stap voor stap.", voorbeeld="Twee middagen per week, met vrijwilligers uit de buurt."
    )
    trekker: str = veld.verwijzing("Trekker", "De partner of rol die het project leidt.", "partners", "rollen")
    partners: Mapping[str, str] = veld.woorden(
        "Partners", "Elke partner, en wat die in het project doet.", "partners", voorbeeld={"stad": "betaalt het materiaal"}
    )
    start: date | None = veld.datum("Start", "De eerste dag.", plant=True)
    einde: date | None = veld.datum("Einde", "De laatste dag.", plant=True, na="start")
    middelen: str = veld.tekst(
        "Middelen",
        "Tijd, mensen, ruimte en geld, en waar die vandaan komen.",
        voorbeeld="Twee lokalen van de school en 1.500 euro van de stad",
    )
    resultaat: str = veld.tekst(
        "Resultaat", "Wat het project oplevert.", voorbeeld="Veertig kinderen per week, een schooljaar lang"
    )
    risicos: tuple[str, ...] = veld.lijst(
        "Risico’s", "Wat er mis kan gaan, en wat dan.", voorbeeld="Te weinig vrijwilligers: dan beginnen we met één middag."
    )
    borging: str = veld.tekst(
        "Borging",
        "Hoe het resultaat blijft als het project stopt.",
        voorbeeld="De school neemt de huiswerkklas op in het jaarplan.",
    )
    heette: str = veld.eerste_sleutel(voorbeeld="klas")


class Rol(Record, uitleg="Wat iemand in de samenwerking doet, en vanuit welke positie."):
    """A role in the collaboration ("de rollen en posities verhelderd")."""

    naam: str = veld.tekst("Naam", "De naam van de rol.", voorbeeld="Coördinator")
    wie: tuple[str, ...] = veld.verwijzingen("Wie", "De partners die de rol opnemen.", "partners")
    positie: str = veld.tekst(
        "Positie",
        "Wat de rol mag beslissen, en aan wie die verantwoording aflegt.",
        voorbeeld="Staat tussen de partners; legt verantwoording af aan de stuurgroep.",
    )
    taken: tuple[str, ...] = veld.lijst("Taken", "Wat de rol doet.", voorbeeld="De stuurgroep voorbereiden")


class Overleg(Record, uitleg="Een groep waarin partners elkaar met een duidelijke reden zien en beslissen."):
    """A body in which partners meet; it exists for a reason."""

    naam: str = veld.tekst("Naam", "De naam van het overleg.", voorbeeld="Stuurgroep")
    wie: tuple[str, ...] = veld.verwijzingen("Wie", "Wie eraan deelneemt.", "partners", "rollen", "stakeholders")
    frequentie: str = veld.tekst("Frequentie", "Hoe vaak het overleg plaatsvindt.", voorbeeld="vier keer per jaar")
    beslist: str = veld.tekst(
        "Beslist", "Waarover dit overleg mag beslissen.", voorbeeld="De koers, het geld en nieuwe partners"
    )
    waarom: str = veld.tekst("Waarom", "Waarom dit overleg bestaat.", voorbeeld="Om te beslissen wat elke partner aangaat.")


class Evaluatiebeleid(Record, uitleg="Hoe en hoe vaak de partners samen terugkijken."):
    """How the partners look back, and how often ("op regelmatige basis geëvalueerd en vernieuwd")."""

    ritme: str = veld.ritme("Ritme", "Hoe vaak er geëvalueerd wordt, bijvoorbeeld: 6 maanden.")
    wie: str = veld.tekst(
        "Wie",
        "Wie de evaluatie voorbereidt en wie eraan deelneemt.",
        voorbeeld="De coördinator bereidt voor; alle kernpartners nemen deel.",
    )
    methode: str = veld.tekst(
        "Methode", "Hoe er geëvalueerd wordt.", voorbeeld="Een gesprek van twee uur aan de hand van het logboek"
    )
    vragen: tuple[str, ...] = veld.lijst(
        "Vragen", "De eigen vragen van deze samenwerking.", voorbeeld="Bereiken we de gezinnen die we wilden bereiken?"
    )
    volgende: date | None = veld.datum("Volgende", "De dag van de volgende evaluatie.", plant=True)


class Identiteit(Record, uitleg="Wat het netwerk herkenbaar maakt, voor de buitenwereld en voor de eigen medewerkers."):
    """What makes the network recognisable (principe 3: "een sterke identiteit van het netwerk")."""

    zin: str = veld.tekst(
        "In één zin",
        "Wat een buitenstaander over het netwerk zou zeggen.",
        voorbeeld="Daar kan elk kind van de wijk na school naartoe.",
    )
    gedeelde_focus: str = veld.tekst(
        "Gedeelde focus",
        "Waar de partners samen naartoe groeien, boven de eigen organisatie uit.",
        voorbeeld="Samen zorgen voor elk kind, van welke school het ook komt.",
    )
    naar_buiten: str = veld.tekst(
        "Naar buiten", "Waaraan de buitenwereld het netwerk herkent.", voorbeeld="Eén naam en één affiche aan elke deur"
    )
    voor_medewerkers: str = veld.tekst(
        "Voor medewerkers",
        "Waaraan de medewerkers van elke partner het netwerk herkennen.",
        voorbeeld="Een gezamenlijke startdag in september",
    )


class Afbakening(Record, uitleg="Waar de samenwerking over gaat, en waar niet over."):
    """What the collaboration is about, and what it is not about."""

    wel: tuple[str, ...] = veld.lijst(
        "Wel", "Waar de samenwerking over gaat.", voorbeeld="Aanbod na schooltijd voor kinderen van 6 tot 12 jaar"
    )
    niet: tuple[str, ...] = veld.lijst("Niet", "Waar de samenwerking niet over gaat.", voorbeeld="Opvang voor schooltijd")
