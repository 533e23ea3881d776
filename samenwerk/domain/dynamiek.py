"""The two processes and five principles that run through every fase, in the words of the source text."""

from typing import NamedTuple

SAMENWERKEN = (
    "Een samenwerking is een complex proces dat bestaat uit verschillende fasen die kunnen terugkeren. "
    "Om de samenwerking dynamisch te houden moeten we rekening houden met enkele principes."
)
PROCESSEN_INLEIDING = (
    "Een samenwerking is een continu proces en doorloopt verschillende fasen. Deze fasen worden beïnvloed door 2 processen, "
    "nl de inhoudelijke betekenisgeving aan de samenwerking en de interactie binnen de samenwerking."
)
VERBINDENDE_FACTOR = (
    "Aandacht schenken aan succeservaringen en leerwinsten is een sterk verbindende factor binnen een samenwerking."
)
LERENDE_HOUDING = (
    "Een open, lerende houding heeft invloed op dynamiek en interactie binnen een samenwerking. "
    "Deze houding wordt van elke partner (generiek profiel) in een samenwerking verwacht."
)
LEERVRAGEN = ("Wat zien we nu anders?", "Wat doen we nu anders?", "Wat kunnen we beter?")
"""The three questions of principe 2, as a group asks them of itself; the words of the source stand in its uitleg."""


PRINCIPES_INLEIDING = "5 principes van verbindend leren en dynamiek"


class Principe(NamedTuple):
    """One of the 5 principes van verbindend leren en dynamiek."""

    nummer: int
    titel: str
    uitleg: str


PRINCIPES: tuple[Principe, ...] = (
    Principe(
        1,
        "Onderneem gezamenlijke acties",
        "Samenwerken aan een gemeenschappelijk project brengt spontaan en informeel leren teweeg.",
    ),
    Principe(
        2,
        "Geef taal en aandacht aan leren en veranderen",
        "Men wordt zich pas bewust van spontaan en onbedoeld leren wanneer men er expliciet naar vraagt. "
        "Wat zien wij nu anders, wat doe ik nu anders, wat kunnen we beter?",
    ),
    Principe(
        3,
        "Werk samen aan een sterke identiteit van het netwerk",
        "Als netwerk is het belangrijk om samen naar iets toe te groeien, een gedeelde focus te leggen die de afzonderlijke "
        "organisaties overstijgt. Een samenwerkingsverband profileert zich door samen iets nieuws te creëren dat herkenbaar "
        "is voor de buitenwereld maar evenzeer voor alle medewerkers van de deelnemende organisaties.",
    ),
    Principe(
        4,
        "Ga bewust om met de diversiteit",
        "Vanuit een verscheidenheid van personen en organisaties ontstaat een rijkdom aan verhalen, ervaringen en "
        "oplossingen. Diversiteit zien als een kans en vertrekpunt voor leer- en groeikansen vraagt een bewuste en zorgzame "
        "aanpak.",
    ),
    Principe(
        5,
        "Waardeer leer- en veranderingscompetenties",
        "Installeer een leercultuur in het samenwerkingsverband. Is men bereid om de eigen ervaring te delen, waardeert men "
        "inspanningen en inbreng, is men bereid tot verandering?",
    ),
)
