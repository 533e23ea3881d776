"""Who takes part, and who has a stake: partners and stakeholders."""

from datetime import date

from samenwerk.domain import record as veld
from samenwerk.domain.record import Record

KERN = "kern"
INDIVIDUEEL = "individueel"
SCORES = ("deelt_ervaring", "waardeert_inbreng", "bereid_tot_verandering")
"""The fields of a profile that answer the three questions of principe 5, in their order."""


class Stakeholder(Record, uitleg="Een persoon, groep of organisatie die bij de samenwerking iets kan winnen of verliezen."):
    """A person, group or organisation that can win or lose by the collaboration (voorfase: "Analyseert stakeholders")."""

    naam: str = veld.tekst("Naam", "De groep of organisatie; nooit de naam van een persoon.", voorbeeld="Ouders van de wijk")
    belang: str = veld.keuze("Belang", "Hoeveel er voor deze stakeholder op het spel staat.", ("hoog", "middel", "laag"))
    invloed: str = veld.keuze("Invloed", "Hoeveel deze stakeholder kan helpen of tegenhouden.", ("hoog", "middel", "laag"))
    houding: str = veld.keuze(
        "Houding", "Hoe deze stakeholder nu tegenover het idee staat.", ("voor", "neutraal", "tegen", "onbekend")
    )
    wint: str = veld.tekst(
        "Wint",
        "Wat deze stakeholder bij de samenwerking kan winnen.",
        voorbeeld="Rust na het werk, met een plek dichtbij voor hun kind.",
    )
    verliest: str = veld.tekst(
        "Verliest",
        "Wat deze stakeholder door de samenwerking kan verliezen.",
        voorbeeld="Een deel van de vrije tijd van hun kind thuis.",
    )


class Belang(Record, uitleg="Wat er voor een partner op het spel staat en in de fase delen op tafel komt."):
    """An interest of a partner, put on the table in the fase delen."""

    wat: str = veld.tekst("Wat", "Het belang in één zin.", voorbeeld="Minder klachten over lawaai op het plein.")
    soort: str = veld.keuze(
        "Soort",
        "Van de organisatie, van alle partners samen (collectief) of van een persoon (individueel, komt in geen document).",
        ("organisatie", "collectief", INDIVIDUEEL),
    )

    @property
    def is_intern(self) -> bool:
        """What is at stake for a person was told to the facilitator, not to the partners."""
        return self.soort == INDIVIDUEEL


class Mandaat(Record, uitleg="Namens wie de vertegenwoordiger van een partner spreekt, en wat die mag beslissen."):
    """On whose behalf the representative of a partner speaks, and how far that reaches."""

    namens: str = veld.tekst("Namens", "Het bestuur of de groep die het mandaat geeft.", voorbeeld="het schoolbestuur")
    reikwijdte: str = veld.tekst(
        "Reikwijdte",
        "Waarover de vertegenwoordiger mag beslissen, en waarover niet.",
        voorbeeld="Beslist over lokalen en uren; over geld beslist het bestuur.",
    )
    terugkoppeling: str = veld.tekst(
        "Terugkoppeling",
        "Hoe en wanneer de achterban op de hoogte wordt gebracht.",
        voorbeeld="Na elke stuurgroep op de eerste personeelsvergadering.",
    )
    geldig_tot: date | None = veld.datum("Geldig tot", "De laatste dag waarop het mandaat geldt.", plant=True)


class Draagvlak(Record, uitleg="Hoe de eigen organisatie van een partner achter de samenwerking staat."):
    """How much support the collaboration has inside the organisation of a partner."""

    oordeel: int | None = veld.getal("Oordeel", "Het draagvlak in de eigen organisatie, van 1 (geen) tot 5 (breed).", 1, 5)
    toelichting: str = veld.tekst(
        "Toelichting", "Waaraan dat te merken is.", voorbeeld="Zes van de tien leerkrachten werken al mee."
    )


class Profielmeting(
    Record, uitleg="Hoe een partner op één moment scoorde op de open, lerende houding, en waaraan dat te merken was."
):
    """How a partner scored on the open, learning attitude at one moment, and where that shows.

    The three questions are those of principe 5: "Is men bereid om de eigen ervaring te delen, waardeert men inspanningen
    en inbreng, is men bereid tot verandering?"
    """

    datum: date | None = veld.datum("Datum", "De dag waarop dit gevraagd werd.")
    deelt_ervaring: int | None = veld.getal(
        "Deelt ervaring", "Deelt de eigen ervaring met de anderen, van 1 (zelden) tot 5 (altijd).", 1, 5
    )
    waardeert_inbreng: int | None = veld.getal(
        "Waardeert inbreng", "Waardeert de inspanningen en inbreng van anderen, van 1 (zelden) tot 5 (altijd).", 1, 5
    )
    bereid_tot_verandering: int | None = veld.getal(
        "Bereid tot verandering", "Is bereid om de eigen werking te veranderen, van 1 (niet) tot 5 (helemaal).", 1, 5
    )
    toelichting: str = veld.tekst(
        "Toelichting",
        "Waaraan dat te merken is: wat er gebeurde, geen oordeel.",
        voorbeeld="Vertelde op de stuurgroep ook wat bij henzelf mislukte.",
    )

    @property
    def is_gevraagd(self) -> bool:
        """Whether at least one of the questions was answered."""
        return any(getattr(self, naam) for naam in SCORES)


class Profiel(
    Profielmeting,
    uitleg="De open, lerende houding die van elke partner verwacht wordt: de laatste scores, en de vroegere bij `eerder`.",
):
    """The open, learning attitude that is expected of every partner (the generic profile of the source text).

    The last scores, and below them the earlier ones: docs/besluiten/0009-profiel-in-de-tijd.md.
    """

    eerder: tuple[Profielmeting, ...] = veld.reeks("Eerder", "De vroegere scores met hun datum, oudste eerst.", Profielmeting)

    @property
    def metingen(self) -> tuple[Profielmeting, ...]:
        """Every time at least one of the questions was answered, oldest first."""
        return tuple(meting for meting in (*self.eerder, self) if meting.is_gevraagd)


class Partner(Record, uitleg="Een organisatie die aan de samenwerking deelneemt. Een kernpartner draagt en beslist mee."):
    """An organisation in the collaboration."""

    naam: str = veld.tekst("Naam", "De naam van de organisatie.", voorbeeld="Stad Voorbeeldstad")
    sector: str = veld.tekst(
        "Sector", "Bijvoorbeeld onderwijs, welzijn, cultuur of lokaal bestuur.", voorbeeld="lokaal bestuur"
    )
    soort: str = veld.keuze(
        "Soort",
        "Hoe dicht de partner bij de samenwerking staat; kernpartners dragen en beslissen mee.",
        (KERN, "betrokken", "ondersteunend", "geinformeerd"),
        ook={"kernpartner": KERN},
    )
    vertegenwoordiger: str = veld.tekst(
        "Vertegenwoordiger", "De functie van wie de partner vertegenwoordigt; geen naam.", voorbeeld="schoolopbouwwerker"
    )
    sinds: date | None = veld.datum("Sinds", "De dag waarop de partner erbij kwam.")
    tot: date | None = veld.datum("Tot", "De dag waarop de partner vertrok; leeg zolang die meedoet.", na="sinds")
    zoekt: str = veld.tekst(
        "Zoekt",
        "Wat de partner in de samenwerking zoekt, in één zin.",
        voorbeeld="Een plek in de wijk waar kinderen na school terechtkunnen.",
    )
    ambities: tuple[str, ...] = veld.lijst(
        "Ambities", "Wat de partner zelf wil bereiken.", voorbeeld="Elk kind in de wijk vindt een plek na school."
    )
    belangen: tuple[Belang, ...] = veld.reeks("Belangen", "Wat er voor de partner op het spel staat.", Belang)
    inzet: str = veld.tekst(
        "Inzet", "Wat de partner inbrengt: tijd, mensen, ruimte, geld, kennis.", voorbeeld="Twee lokalen op woensdagmiddag"
    )
    krijgt: str = veld.tekst(
        "Krijgt", "Wat de samenwerking de partner oplevert.", voorbeeld="Zicht op wat gezinnen in de wijk nodig hebben"
    )
    mandaat: Mandaat = veld.deel("Mandaat", "Namens wie de vertegenwoordiger spreekt, en wat die mag beslissen.", Mandaat)
    draagvlak: Draagvlak = veld.deel("Draagvlak", "Hoe de eigen organisatie achter de samenwerking staat.", Draagvlak)
    profiel: Profiel = veld.deel(
        "Profiel", "De open, lerende houding, van 1 (zelden) tot 5 (altijd).", Profiel, bewaart="eerder"
    )
    heette: str = veld.eerste_sleutel(voorbeeld="gemeente")

    @property
    def has_left(self) -> bool:
        """Whether the partner no longer takes part: nothing is waited for from it any more."""
        return self.tot is not None

    @property
    def is_kern(self) -> bool:
        """Whether the partner carries the collaboration and decides in it; one that has left no longer does."""
        return self.soort == KERN and not self.has_left
