"""The source text, word for word, but for what it says of one fase or principe: that stands with it, as its `bron`.

Screens and documents say the same in words of our own; these stand in docs/, and are what a rule of ours is held against.
"""

SAMENWERKEN = (
    "Een samenwerking is een complex proces dat bestaat uit verschillende fasen die kunnen terugkeren. "
    "Om de samenwerking dynamisch te houden moeten we rekening houden met enkele principes."
)
PROCESSEN = (
    "Een samenwerking is een continu proces en doorloopt verschillende fasen. Deze fasen worden beïnvloed door 2 processen, "
    "nl de inhoudelijke betekenisgeving aan de samenwerking en de interactie binnen de samenwerking."
)
NIET_LINEAIR = (
    "De fasen in een samenwerking lopen niet lineair. Een samenwerking is een complex proces, waarbij soms teruggekeerd "
    "dient te worden naar een voorgaande fase."
)
VERBINDENDE_FACTOR = (
    "Aandacht schenken aan succeservaringen en leerwinsten is een sterk verbindende factor binnen een samenwerking."
)
LERENDE_HOUDING = (
    "Een open, lerende houding heeft invloed op dynamiek en interactie binnen een samenwerking. "
    "Deze houding wordt van elke partner (generiek profiel) in een samenwerking verwacht."
)
PRINCIPES = "5 principes van verbindend leren en dynamiek"
RESULTATEN = {
    "verkennen": "Startnota",
    "delen": "Intentieverklaring",
    "overeenkomen": "Afsprakennota of actieplan",
    "vormgeven": "Projectfiche",
    "uitvoeren": "Procesmanagment, beleid rond evaluatie",
}
"""What each fase ends in; of the voorfase the source names nothing."""
