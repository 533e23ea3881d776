"""The two processes and five principles that run through every fase; what the source says of them all is in bron.py."""

from typing import NamedTuple

FASEN_EN_PROCESSEN = (
    "Een samenwerking gaat door fasen, en kan altijd naar een vroegere fase terug. "
    "In elke fase lopen twee processen: over de inhoud (betekenisgeving) en over het samenwerken (interactie)."
)
VERBINDENDE_FACTOR = "Stilstaan bij wat lukt en wat we leren, brengt partners dichter bij elkaar."
LERENDE_HOUDING = "Een open, lerende houding houdt een samenwerking levend. Die houding vragen we van elke partner."
LEERVRAGEN = ("Wat zien we nu anders?", "Wat doen we nu anders?", "Wat kunnen we beter?")
"""The three questions of principe 2, as a group asks them of itself; the words of the source stand in its uitleg."""


PRINCIPES_INLEIDING = "Vijf principes helpen ons om samen te leren"


class Principe(NamedTuple):
    """One of the 5 principes van verbindend leren en dynamiek: what a group does by it, and how the source text says that."""

    nummer: int
    titel: str
    uitleg: str
    bron: str


PRINCIPES: tuple[Principe, ...] = (
    Principe(
        1,
        "Onderneem gezamenlijke acties",
        "Wie samen iets doet, leert vanzelf van elkaar.",
        "Samenwerken aan een gemeenschappelijk project brengt spontaan en informeel leren teweeg.",
    ),
    Principe(
        2,
        "Geef taal en aandacht aan leren en veranderen",
        "Leren gebeurt vaak ongemerkt. Daarom vragen we ernaar: wat zien we anders, wat doen we anders, wat kunnen we beter?",
        "Men wordt zich pas bewust van spontaan en onbedoeld leren wanneer men er expliciet naar vraagt. "
        "Wat zien wij nu anders, wat doe ik nu anders, wat kunnen we beter?",
    ),
    Principe(
        3,
        "Werk samen aan een sterke identiteit van het netwerk",
        "Samen groeien we naar iets wat groter is dan elke organisatie apart. "
        "Buitenstaanders en onze eigen medewerkers herkennen dat.",
        "Als netwerk is het belangrijk om samen naar iets toe te groeien, een gedeelde focus te leggen die de afzonderlijke "
        "organisaties overstijgt. Een samenwerkingsverband profileert zich door samen iets nieuws te creëren dat herkenbaar "
        "is voor de buitenwereld maar evenzeer voor alle medewerkers van de deelnemende organisaties.",
    ),
    Principe(
        4,
        "Ga bewust om met de diversiteit",
        "Verschillende mensen en organisaties brengen verschillende ervaringen en oplossingen mee. "
        "Daar gaan we bewust en zorgzaam mee om.",
        "Vanuit een verscheidenheid van personen en organisaties ontstaat een rijkdom aan verhalen, ervaringen en "
        "oplossingen. Diversiteit zien als een kans en vertrekpunt voor leer- en groeikansen vraagt een bewuste en zorgzame "
        "aanpak.",
    ),
    Principe(
        5,
        "Waardeer leer- en veranderingscompetenties",
        "We maken van leren een gewoonte: we vertellen wat we meemaken, waarderen wat anderen inbrengen en willen veranderen.",
        "Installeer een leercultuur in het samenwerkingsverband. Is men bereid om de eigen ervaring te delen, waardeert men "
        "inspanningen en inbreng, is men bereid tot verandering?",
    ),
)
