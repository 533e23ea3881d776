"""The words of samenwerk itself, explained to a facilitator; the words of the dossier are explained by their fields."""

from samenwerk.domain.fasen import TOESTANDEN

BEGRIPPEN = {
    "samenwerking": "Organisaties die met elkaar iets willen bereiken wat geen van hen alleen kan.",
    "dossier": "Het bestand `samenwerking.yaml`, waarin alles over één samenwerking staat. U mag het met de hand bewerken.",
    "fase": "Waar de groep staat, van opstart tot uitvoeren. De groep stelt dat samen vast. Zie [Fasen](fasen.md).",
    "ronde": "De hoeveelste keer de groep in een fase is. Wie terugkeert naar een fase, begint er een nieuwe ronde.",
    "overgang": "Een stap van de ene fase naar de andere: vooruit naar de volgende, of terug naar een vroegere.",
    "vrije plaats": "Een plek in een document voor een eigen tekst van de groep. Die blijft staan als u het opnieuw maakt.",
    "voorwaarde": "Wat er in een fase moet zijn voor de groep verder gaat, of wat verstandig is.",
    "vereist": "Zo heet een voorwaarde die de stap vooruit tegenhoudt. U kunt toch verder, als u zegt waarom.",
    "aanbevolen": "Zo heet een voorwaarde die getoond wordt, maar niets tegenhoudt.",
    "fout": "Iets wat eerst hersteld moet worden: met een fout erin doet samenwerk niets met het dossier.",
    "advies": "Iets wat beter kan. Het houdt niets tegen.",
    "controlecode": (
        "De code onderaan een document. Daaraan zien twee mensen dat ze dezelfde tekst hebben, en merkt samenwerk of iemand "
        "de tekst met de hand wijzigde."
    ),
    "toestand": "Of er aan de samenwerking gewerkt wordt: " + ", ".join(TOESTANDEN[:-1]) + f" of {TOESTANDEN[-1]}.",
    "verloop": "De weg van de groep door de fasen, stap voor stap. Teruggaan wist niets; een vergissing kan er weer uit.",
    "document": (
        "Een tekst waarin een fase uitmondt, zoals de startnota. Het programma maakt hem uit het dossier. Het leerverslag en "
        "de overdracht horen bij geen fase: ze volgen de groep."
    ),
    "proef": "Op proef laat een commando zien wat er zou veranderen, zonder iets te wijzigen.",
    "sjabloon": "Het model waarmee een document gemaakt wordt. Uw organisatie kan een eigen sjabloon gebruiken.",
    "schema": (
        "Een beschrijving van alle velden, waarmee een editor helpt terwijl u het dossier invult. Ze staat in "
        "`samenwerking.schema.json`, dat samenwerk maakt."
    ),
    "betekenisgeving": "Het proces waarin de partners ontdekken wat de samenwerking inhoudelijk voor elk van hen betekent.",
    "interactie": "Het proces tussen de partners: wie spreekt, wie zwijgt, hoe het vertrouwen groeit.",
    "principe": "Een van de vijf principes van verbindend leren en dynamiek; ze staan hieronder, met wat ervoor telt.",
    "levend": "Zo heet een principe dat te zien was binnen het ritme van evalueren, of anders in de laatste 6 maanden.",
    "sluimert": "Zo heet een principe waarvan wel iets te zien is, maar langer geleden of zonder datum.",
    "nog niet gezien": "Zo heet een principe waarover nog niets in het dossier staat.",
    "ritme": "Om de hoeveel tijd er geëvalueerd wordt, zoals 6 maanden.",
    "korte naam": "Het woord waarmee het dossier een partner, actie of rol aanwijst, zoals `stad`.",
    "veld": "Eén plaats in het dossier waar u iets invult. Alle velden staan hieronder.",
}
"""The words that a facilitator meets, in the order in which they are best read."""

CODEWOORDEN = {
    "dossierstuk": "Een document in de lijst van het hele dossier: zijn stand, wie ermee instemde en wie nog niet.",
    "instemmingsstand": "Hoe één partner staat tegenover de laatste versie van een document, in woorden.",
    "versiestand": "Hoe een document staat tegenover zijn vastgestelde versies: welke geldt, en wie ermee instemt.",
    "sindsversie": "Wat er in een document veranderde sinds een versie, of dat het niet meer na te gaan is.",
    "wijziging": "Eén verandering in een document, in de woorden van het dossier.",
    "afschrift": "De tekst van een vastgestelde versie, zoals ze bewaard blijft; geen commando wijzigt die nog.",
    "gat": "Eén ding dat nog ontbreekt om aan een voorwaarde te voldoen, met de plaats in het dossier waar het hoort.",
    "gemis": "Wat een voorwaarde in het dossier mist, nog los van de voorwaarde zelf.",
    "bevinding": "Eén ding dat in het dossier fout is of beter kan, met de plaats en de oplossing.",
    "duiding": (
        "Bij welk proces en welk principe een soort van het logboek meestal hoort. Wie noteert, hoeft het niet te zeggen; u "
        "kunt het altijd veranderen."
    ),
    "moment": "Eén ding dat op een dag gebeurde: een regel van het logboek, een gesprek, een evaluatie of een stap.",
    "selectie": "Wat u uit het logboek wilt zien: een soort, een proces, een principe, een fase, een partner of een periode.",
    "gegevenssoort": "Een soort gegevens van mensen, zoals een telefoonnummer. `controleer` wijst aan waar ze lijken te staan.",
    "voortgang": (
        "Hoe ver de groep in een fase kwam. Een fase is klaar als de groep ze vooruit verliet, en alleen begonnen als de groep "
        "er terugging."
    ),
    "uitgave": "Eén document van één dossier. Van de projectfiche is er een uitgave per project.",
    "stand": "Hoe het nu met een document staat: concept of vastgesteld, welke ronde, en wat er nog te doen is.",
    "vingerafdruk": (
        "Een code die uit de gegevens van een document berekend is en bij de vastgestelde versie bewaard wordt. Verandert er "
        "iets waarmee de partners instemden, dan klopt ze niet meer en weet u dat de versie achterhaald is."
    ),
    "kenmerk": (
        "De code onderaan een document. Daaraan zien twee mensen dat ze dezelfde tekst hebben, en merkt het programma of "
        "iemand de tekst met de hand veranderde."
    ),
    "termijn": "Een dag die vastligt: waarop iets begint, klaar moet zijn, opnieuw bekeken wordt of afloopt.",
    "termijnsoort": "Wat er op een dag vastligt, zoals het einde van een project; elke soort staat in agenda en opvolging.",
    "kolom": "Een veld van een partner, actie of iets anders met een sleutel, zoals een optie of een rekenblad het noemt.",
    "vraag": "Wat samenwerk in een fase vraagt, in de woorden van een begeleider.",
    "samenvraag": "Vragen over hetzelfde die u in één regel kunt beantwoorden, zoals belang, invloed en houding.",
    "openstaand": "Een vraag over één plaats in het dossier, klaar om beantwoord te worden.",
    "opsomming": "Meer dan één naam of punt in één antwoord, met komma’s, puntkomma’s of op eigen regels.",
    "opvolgpunt": "Eén ding dat aandacht vraagt, met de partners op wie de groep daarvoor wacht.",
    "omkering": "Een dag die voor de dag ligt waarop hij zou volgen, zoals een laatste dag voor de eerste.",
    "peildatum": "De dag waarop bekeken wordt wat te laat is. Meestal is dat vandaag.",
    "waarneming": "Eén ding in het dossier waarin een principe te zien is, met de dag en met wie erbij betrokken was.",
    "peiling": "Hoe het op een dag met een principe staat: hoe vaak en wanneer het laatst te zien was.",
    "aandacht": "Hoe vaak het dossier in een ronde iets zegt over betekenisgeving en over interactie.",
    "reeks": "Een lijst van wat na elkaar gebeurde, zoals het logboek of de gesprekken. Alles erin heeft een nummer.",
    "verzameling": "Alles van één soort samen, zoals de partners of de acties.",
    "verwijzing": "Een plaats waar het dossier iets anders noemt, zoals de trekker van een actie.",
    "record": "Een groepje velden dat bij elkaar hoort, zoals alles over één partner.",
}
"""The words for what the code works with, which no screen shows."""
