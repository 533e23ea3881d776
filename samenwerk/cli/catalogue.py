"""The table of commands, each with its one line of help: listing them loads none of them."""

from samenwerk.cli.words.declare import Option

RECORDS = {
    "partner": "De organisaties die samenwerken.",
    "stakeholder": "Wie belang heeft bij de samenwerking.",
    "begrip": "De woorden die iedereen hetzelfde begrijpt.",
    "doelstelling": "Wat de groep wil bereiken.",
    "knoop": "De vragen waarover beslist moet worden.",
    "afspraak": "Wat de partners afspreken.",
    "actie": "Wie wat doet, en wanneer het klaar is.",
    "project": "De projecten, met hun fiche.",
    "rol": "Wie welke rol opneemt.",
    "overleg": "Waar en hoe vaak de groep samenkomt.",
}
"""The kinds of records, each with what it is about; all of them have the same commands, made from the table of fields."""

SECTIONS = {
    "Beginnen en bekijken": {
        "init": "Begin een nieuw dossier.",
        "oefenen": "Oefen in een verzonnen dossier, dat u daarna weggooit.",
        "status": "Toon waar de groep staat en wat nog te doen is.",
        "opvolging": "Toon wat aandacht vraagt en op wie de groep wacht.",
        "controleer": "Controleer het hele dossier.",
        "herstel": "Herstel wat in het bestand anders staat dan bedoeld.",
        "ongedaan": "Neem terug wat een commando deed.",
        "opnieuw": "Doe opnieuw wat ongedaan gemaakt is.",
    },
    "De weg van de groep": {
        "fase": "Toon de fase, of ga naar de volgende.",
        "terug": "Ga terug naar een vroegere fase.",
        "afsluiten": "Laat de samenwerking rusten of eindigen.",
        "heropen": "Maak een rustende of beëindigde samenwerking weer actief.",
    },
    "Wat er gebeurt": {
        "noteer": "Noteer een succes, een leerwinst, een spanning of iets anders.",
        "gesprek": "Noteer een gesprek met partners of stakeholders.",
        "evalueer": "Kijk samen terug en besluit hoe het verdergaat.",
        "logboek": "Toon wat er gebeurde en zoek erin.",
        "dynamiek": "Toon hoe de groep samen leert.",
    },
    "Het dossier vullen": {
        "vragen": "Beantwoord wat nog in te vullen is, onderwerp per onderwerp.",
        "zet": "Vul één gegeven van het dossier in.",
    },
    "Met nieuw, wijzig, weg, lijst en toon": RECORDS,
    "Documenten": {
        "open": "Maak een document als Word-bestand en open het.",
        "render": "Maak de documenten van een fase.",
        "vaststellen": "Stel een document vast als versie.",
        "instemmen": "Noteer dat een partner instemt met een versie.",
        "verschil": "Toon wat er in een document veranderde sinds een versie.",
        "dossier": "Maak één bundel van alle documenten.",
        "agenda": "Maak een agendabestand van de dagen die vastliggen.",
        "sjabloon": "Geef de documenten de vorm van uw organisatie.",
    },
    "Hulp bij het werk": {
        "help": "Leg uit wat er kan, of wat een woord betekent.",
        "git": "Laat git dossiers samenvoegen met samenwerk.",
        "samenvoegen": "Maak van twee gewijzigde versies van een bestand weer één.",
        "schema": "Maak de hulp voor wie het dossier in een editor invult.",
        "aanvullen": "Laat de tabtoets commando’s en namen aanvullen.",
    },
}
"""Every command, in the sections of the help page."""

MOMENTEN = {
    "Beginnen": ("init", "oefenen", "vragen"),
    "Voor een overleg": ("status", "opvolging"),
    "Na een overleg": ("noteer", "gesprek", "fase"),
    "Met anderen": ("partner", "vaststellen", "instemmen"),
    "Versturen": ("open", "dossier"),
}
"""What someone needs on a working day, by the moment: the help page shows these, `help alles` all."""

COMMANDS = {naam: hulp for commands in SECTIONS.values() for naam, hulp in commands.items()}

MEANT = {
    "begin": ("init",),
    "start": ("init",),
    "oefen": ("oefenen",),
    "toon": ("status",),
    "bekijk": ("status",),
    "aandachtspunten": ("opvolging",),
    "volgende": ("fase", "volgende"),
    "verslag": ("logboek", "lijst"),
    "verloop": ("logboek", "lijst"),
    "geschiedenis": ("logboek", "lijst"),
    "historie": ("logboek", "lijst"),
    "vul": ("zet",),
    "maak": ("render",),
    "wijzigingen": ("verschil",),
    "bundel": ("dossier",),
    "tabtoets": ("aanvullen",),
    "undo": ("ongedaan",),
    "redo": ("opnieuw",),
}
"""Other words by which people name a command: none that only looks means one that changes something."""

MEANT_OF_RECORDS = {
    "toevoegen": ("nieuw",),
    "verander": ("wijzig",),
    "wijzigen": ("wijzig",),
    "verwijder": ("weg",),
    "verwijderen": ("weg",),
    "bekijk": ("toon",),
    "tonen": ("toon",),
}
"""The same behind the word for a kind of records."""

COMPLETE_VARIABLE = "_SAMENWERK_COMPLETE"
"""The variable in which a shell asks what may follow the words on the line."""

HELP = """\
Begeleid een samenwerking tussen organisaties: één dossier, de fasen bewaakt, elk document gemaakt.

Alle commando’s: samenwerk help alles
"""
MAP = Option("-C", "--map", metavar="MAP", help="Werk met het dossier in of boven deze map.")
VERSION = Option("--version", help="Toon de versie van samenwerk.")
"""What `samenwerk` itself is and takes; the folder may also be named behind a command."""
