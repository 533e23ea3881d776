"""Writes docs/fasen.md and docs/begrippen.md from the tables of the domain, so that they cannot say anything else.

`python docs/genereer.py` writes both; `python docs/genereer.py --controle` writes nothing and exits 1 when one is stale.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from samenwerk.domain.documenten import document_of
from samenwerk.domain.dynamiek import PRINCIPES, PRINCIPES_INLEIDING, PROCESSEN_INLEIDING, SAMENWERKEN
from samenwerk.domain.fasen import (
    BLIJFT,
    FASE_IDS,
    FASEN,
    NIET_LINEAIR,
    SPRONG,
    TERUG,
    TOESTANDEN,
    VOORUIT,
    Fase,
    step_soort,
)
from samenwerk.domain.principes import WAT_TELT
from samenwerk.domain.record import (
    DATUM,
    DEEL,
    GETAL,
    KEUZE,
    LIJST,
    RECORDS,
    REEKS,
    RITME,
    TEKST,
    VERWIJZING,
    VERWIJZINGEN,
    WOORDEN,
    Record,
    Veld,
)
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.vertrouwelijk import Vertrouwelijk
from samenwerk.domain.voorwaarden import voorwaarden_of

_KOP = "<!-- Gemaakt door docs/genereer.py uit de tabellen in samenwerk/domain/. Wijzig die, niet dit bestand. -->"

ANTWOORDEN = {VOORUIT: "vooruit", TERUG: "terug", BLIJFT: "staat er al", SPRONG: "kan niet"}
"""What the table of steps says for each kind of step."""

UITLEG_TOESTAND = {
    "actief": "Er wordt aan de samenwerking gewerkt. Alleen dan verandert ze van fase.",
    "slapend": "Het werk ligt stil, maar de samenwerking kan weer opgenomen worden.",
    "afgerond": "Wat de partners samen wilden doen, is gedaan.",
    "gestopt": "De partners zijn ermee opgehouden voor het af was.",
    "samengevoegd": "De samenwerking is opgegaan in een andere.",
}

REGELS = {
    "idee": "Het idee staat in het dossier.",
    "initiatiefnemer": "Een van de partners staat er als initiatiefnemer.",
    "stakeholders": "Er is minstens één stakeholder, en elke stakeholder heeft een belang, een invloed en een houding.",
    "tegenstanders": "Minstens één stakeholder heeft een andere houding dan voor.",
    "partners": "Er zijn minstens twee kernpartners.",
    "waarom": "Er staat waarom de partners met elkaar willen samenwerken.",
    "gesprekken": "Elke kernpartner nam deel aan minstens één gesprek.",
    "afbakening": "Er staat waar de samenwerking wel over gaat en waar niet over.",
    "startnota": "De startnota is vastgesteld, en het dossier zegt daarna nog hetzelfde.",
    "ambities": "Van elke kernpartner staan de eigen ambities er.",
    "belangen": "Van elke kernpartner staat er minstens één belang.",
    "inzet": "Van elke kernpartner staat er wat hij inbrengt.",
    "mandaat": "Van elke kernpartner staat er namens wie hij spreekt.",
    "draagvlak": "Van elke kernpartner is er een oordeel over het draagvlak in de eigen organisatie.",
    "gemeenschappelijke_taal": "Er is minstens één begrip met de betekenis die de partners eraan geven.",
    "gedeelde_ambitie": "De gedeelde ambitie staat in het dossier.",
    "intentieverklaring": (
        "De intentieverklaring is vastgesteld, het dossier zegt daarna nog hetzelfde, en elke kernpartner stemt ermee in."
    ),
    "knopen": "Geen enkele knoop is nog open.",
    "afspraken_of_acties": "Er is minstens één afspraak of minstens één actie.",
    "acties": "Elke actie heeft een trekker en een einddatum.",
    "meerwaarde": "Van elke kernpartner staat er wat de samenwerking hem oplevert.",
    "looptijd": "Begin, einde, evaluatiemoment en uitstap zijn afgesproken.",
    "afsprakennota_of_actieplan": "Een van beide is vastgesteld, en het dossier zegt daarna nog hetzelfde.",
    "projecten": "Er is minstens één project, en elk project heeft een trekker, aanpak, resultaat, start en einde.",
    "rollen": "Elke kernpartner heeft minstens één rol, en van elke rol staat de positie er.",
    "overleg": "Van minstens één overleg staat er hoe vaak het samenkomt.",
    "projectfiche": "Van elk project is de projectfiche vastgesteld, en het dossier zegt daarna nog hetzelfde.",
    "opvolging": "Elke actie waarvan de datum voorbij is, is klaar, niet uitgevoerd of geschrapt, of er staat een reden bij.",
    "evaluatie": "Er is een ritme, de laatste evaluatie is niet ouder dan dat, en elke evaluatie eindigt met een besluit.",
}
"""Each voorwaarde in one sentence: what must be in the dossier."""

KLASSEN = {
    "Vertrouwelijk": "Wat u in vertrouwen hoort: het bestand `vertrouwelijk.yaml`, buiten git en buiten elk document.",
    "Samenwerking": "Alles wat over één samenwerking in het dossier staat, van het eerste idee af.",
    "Afbakening": "Waar de samenwerking over gaat, en waar niet over.",
    "Stakeholder": "Een persoon, groep of organisatie die bij de samenwerking iets kan winnen of verliezen.",
    "Partner": "Een organisatie die aan de samenwerking deelneemt. Een kernpartner draagt en beslist mee.",
    "Belang": "Wat er voor een partner op het spel staat en in de fase delen op tafel komt.",
    "Mandaat": "Namens wie de vertegenwoordiger van een partner spreekt, en hoe ver dat reikt.",
    "Draagvlak": "Hoe de eigen organisatie van een partner achter de samenwerking staat.",
    "Profiel": "De open, lerende houding die van elke partner verwacht wordt: de laatste scores, en de vroegere bij `eerder`.",
    "Profielmeting": "Hoe een partner op één moment scoorde op de open, lerende houding, en waar dat aan te merken was.",
    "Doelstelling": "Een doel dat de gedeelde ambitie concreter maakt.",
    "Knoop": "Een vraag waarover de partners moeten beslissen. Is dat gebeurd, dan is de knoop doorgehakt.",
    "Afspraak": "Wat partners met elkaar afspreken. Een afspraak houdt haar sleutel, ook in een volgende versie.",
    "Looptijd": "Hoe lang de afspraken gelden, wanneer ze bekeken worden en hoe een partner eruit stapt.",
    "Actie": "Iets wat iemand tegen een bepaalde dag doet.",
    "Project": "Een samenwerkingsactie waarvan vorm en inhoud vastliggen. Elk project krijgt een projectfiche.",
    "Rol": "Wat iemand in de samenwerking doet, en vanuit welke positie.",
    "Overleg": "Een groep waarin partners elkaar met een duidelijke reden zien en beslissen.",
    "Evaluatiebeleid": "Hoe en hoe vaak de partners samen terugkijken.",
    "Identiteit": "Wat het netwerk herkenbaar maakt, voor de buitenwereld en voor de eigen medewerkers.",
    "Gesprek": "Een gesprek met partners of stakeholders.",
    "Logboekregel": "Iets wat de moeite is om te onthouden: een succes, een leerwinst, een spanning, een besluit.",
    "Evaluatie": "Een moment waarop de partners samen terugkeken. Het eindigt met een besluit.",
    "Documentversies": "De vastgestelde versies van één document.",
    "Versie": "Een document zoals het op een bepaalde dag is vastgesteld.",
    "Instemming": "Hoe één partner nu staat tegenover één versie van een document.",
    "Instemmingsmoment": "Wat één partner op één moment zei van één versie van een document.",
    "Stap": "Eén stap in het verloop: de groep ging een fase in, vooruit of terug.",
}
"""What each part of the dossier is, in the words of a facilitator."""

BEGRIPPEN = {
    "samenwerking": "Organisaties die met elkaar iets willen bereiken wat geen van hen alleen kan.",
    "dossier": "Het bestand `samenwerking.yaml`, waarin alles over één samenwerking staat. U mag het met de hand bewerken.",
    "fase": "Waar de groep staat, van opstart tot uitvoeren. De groep stelt dat samen vast. Zie [Fasen](fasen.md).",
    "ronde": "De hoeveelste keer de groep in een fase is. Wie terugkeert naar een fase, begint er een nieuwe ronde.",
    "overgang": "Een stap van de ene fase naar de andere: vooruit naar de volgende, of terug naar een vroegere.",
    "dossierstuk": "Een document in de lijst van het hele dossier: zijn stand, wie ermee instemde en wie nog niet.",
    "instemmingsstand": "Hoe één partner staat tegenover de laatste versie van een document, in woorden.",
    "sindsversie": "Wat er in een document veranderde sinds een versie, of dat het niet meer na te gaan is.",
    "wijziging": "Eén verandering in een document, in de woorden van het dossier.",
    "vrije plaats": "Een plek in een document voor een eigen tekst van de groep; die blijft bij elke render staan.",
    "afschrift": "De tekst van een vastgestelde versie, zoals ze bewaard blijft; geen commando wijzigt die nog.",
    "voorwaarde": "Wat er in een fase moet zijn voor de groep verder gaat, of wat verstandig is.",
    "gat": "Eén ding dat nog ontbreekt om aan een voorwaarde te voldoen, met de plaats in het dossier waar het hoort.",
    "vereist": "Zo heet een voorwaarde die de stap vooruit tegenhoudt. U kunt toch verder, als u zegt waarom.",
    "aanbevolen": "Zo heet een voorwaarde die getoond wordt, maar niets tegenhoudt.",
    "bevinding": "Eén ding dat in het dossier fout is of beter kan, met de plaats en de oplossing.",
    "fout": "Een bevinding die eerst opgelost moet worden: met een fout erin wordt het dossier niet gebruikt.",
    "advies": "Een bevinding die niets tegenhoudt: zo kan het beter.",
    "duiding": (
        "Bij welk proces en welk principe een soort van het logboek meestal hoort. `samenwerk noteer` vult dat in; u kunt het "
        "altijd veranderen."
    ),
    "moment": "Eén ding dat op een dag gebeurde: een regel van het logboek, een gesprek, een evaluatie of een stap.",
    "selectie": "Wat u uit het logboek wilt zien: een soort, een proces, een principe, een fase, een partner of een periode.",
    "gegevenssoort": "Een soort gegevens van mensen, zoals een telefoonnummer. `controleer` wijst aan waar ze lijken te staan.",
    "toestand": "Of er aan de samenwerking gewerkt wordt: " + ", ".join(TOESTANDEN[:-1]) + f" of {TOESTANDEN[-1]}.",
    "verloop": "De weg van de groep door de fasen, stap voor stap. Er wordt nooit iets uit gewist.",
    "document": (
        "Een tekst waarin een fase uitmondt, zoals de startnota. Het programma maakt hem uit het dossier. Het leerverslag en "
        "de overdracht horen bij geen fase: ze volgen de groep."
    ),
    "uitgave": "Eén document van één dossier. Van de projectfiche is er een uitgave per project.",
    "stand": "Hoe het nu met een document staat: concept of vastgesteld, welke ronde, en wat er nog open is.",
    "vingerafdruk": (
        "Een code die uit de gegevens van een document berekend is en bij de vastgestelde versie bewaard wordt. Verandert er "
        "iets waarmee de partners instemden, dan klopt ze niet meer en weet u dat de versie achterhaald is."
    ),
    "kenmerk": (
        "De code onderaan een document. Daaraan zien twee mensen dat ze dezelfde tekst hebben, en merkt het programma of "
        "iemand de tekst met de hand veranderde."
    ),
    "proef": "Met `--proef` laat een opdracht zien wat er zou veranderen, zonder iets te schrijven.",
    "termijn": "Een dag die vastligt: van een actie, een afspraak die herzien wordt, een mandaat of de evaluatie.",
    "kolom": "Een veld van een partner, actie of iets anders met een sleutel, zoals een optie of een rekenblad het noemt.",
    "vraag": "Wat samenwerk in een fase vraagt, in de woorden van een begeleider.",
    "openstaand": "Een vraag over één plaats in het dossier, klaar om beantwoord te worden.",
    "opvolgpunt": "Eén ding om op te volgen, met de partners op wie de groep daarvoor wacht.",
    "peildatum": "De dag waarop bekeken wordt wat te laat is. Meestal is dat vandaag.",
    "sjabloon": "Het model waarmee een document gemaakt wordt. Uw organisatie kan een eigen sjabloon gebruiken.",
    "schema": (
        "Een beschrijving van alle velden, waarmee een editor helpt terwijl u het dossier invult. Ze staat in "
        "`samenwerking.schema.json`; `samenwerk schema` maakt ze."
    ),
    "betekenisgeving": "Het proces waarin de partners ontdekken wat de samenwerking inhoudelijk voor elk van hen betekent.",
    "interactie": "Het proces tussen de partners: wie spreekt, wie zwijgt, hoe het vertrouwen groeit.",
    "principe": "Een van de vijf principes van verbindend leren en dynamiek; ze staan hieronder, met wat ervoor telt.",
    "waarneming": "Eén ding in het dossier waarin een principe te zien is, met de dag en met wie erbij betrokken was.",
    "peiling": "Hoe het op een dag met een principe staat: hoe vaak en wanneer het laatst te zien was.",
    "levend": "Zo heet een principe dat te zien was binnen het ritme van evalueren, of anders in de laatste 6 maanden.",
    "sluimert": "Zo heet een principe waarvan wel iets te zien is, maar langer geleden of zonder datum.",
    "nog niet gezien": "Zo heet een principe waarover nog niets in het dossier staat.",
    "aandacht": "Hoe vaak het dossier in een ronde iets zegt over betekenisgeving en over interactie.",
    "ritme": "Om de hoeveel tijd er geëvalueerd wordt, zoals 6 maanden.",
    "sleutel": "Het korte woord waarmee het dossier een partner, actie of rol aanwijst, zoals `stad`.",
    "verzameling": "Alle records van één soort samen, zoals de partners of de acties.",
    "verwijzing": "Een plaats waar het dossier een record bij zijn sleutel noemt, zoals de trekker van een actie.",
    "record": "Een groepje velden dat bij elkaar hoort, zoals alles over één partner.",
    "veld": "Eén plaats in het dossier waar u iets invult. Alle velden staan hieronder.",
}
"""The words of the tool itself, in the order in which they are best read."""


# fasen.md


def render_fasen() -> str:
    """The whole text of docs/fasen.md."""
    blokken = [
        _KOP,
        "# Fasen",
        SAMENWERKEN,
        f"{PROCESSEN_INLEIDING} {NIET_LINEAIR}",
        _render_table(
            ["Nr.", "Fase", "Kernvraag", "Resultaat"],
            [
                [str(fase.nummer), f"[{fase.naam}](#{_make_anchor(fase)})", fase.kernvraag, _name_results(fase)]
                for fase in FASEN
            ],
        ),
        *(blok for fase in FASEN for blok in _render_fase(fase)),
        "## De stappen tussen de fasen",
        "Vooruit gaat de groep één fase tegelijk, met `samenwerk fase volgende`. Terug kan altijd, naar elke vroegere fase, "
        "met `samenwerk terug naar FASE`; daarbij gaat niets verloren. Na de laatste fase komt geen andere meer: vernieuwen is "
        "teruggaan, en stoppen is `samenwerk afsluiten`.",
        render_mermaid(),
        "In de tabel staat de fase waar de groep is links, en de fase waar ze naartoe wil bovenaan.",
        _render_table(
            ["van \\ naar", *FASE_IDS],
            [[f"**{van}**", *(ANTWOORDEN[step_soort(van, naar)] for naar in FASE_IDS)] for van in FASE_IDS],
        ),
        "## De toestanden",
        "Los van de fase heeft een samenwerking een toestand. Is ze niet actief, dan gaat ze vooruit noch terug. "
        "Met `samenwerk afsluiten` en `samenwerk heropen` verandert de toestand.",
        _render_table(["Toestand", "Wat het betekent"], [[toestand, UITLEG_TOESTAND[toestand]] for toestand in TOESTANDEN]),
    ]
    return "\n\n".join(blokken) + "\n"


def render_mermaid() -> str:
    """The diagram of every step the table of overgangen has."""
    regels = [f'    state "{fase.nummer} {fase.naam}" as {fase.id}' for fase in FASEN]
    for soort in (VOORUIT, TERUG):
        regels += [
            f"    {van} --> {naar}: {ANTWOORDEN[soort]}"
            for van in FASE_IDS
            for naar in FASE_IDS
            if step_soort(van, naar) == soort
        ]
    return "\n".join(["```mermaid", "stateDiagram-v2", *regels, "```"])


def _render_fase(fase: Fase) -> Iterator[str]:
    yield f"## {fase.nummer} {fase.naam}"
    yield f"**{fase.kernvraag}**"
    yield fase.uitleg
    if fase.andere_namen:
        yield f"Ook genoemd: {', '.join(fase.andere_namen)}."
    yield f"- Betekenisgeving: {fase.betekenisgeving}\n- Interactie: {fase.interactie}"
    yield "Resultaat:"
    documenten = [document_of(document_id) for document_id in fase.resultaat]
    yield "\n".join(f"- **{document.titel}**: {document.omschrijving}" for document in documenten)
    yield "Voorwaarden:"
    yield _render_table(
        ["Voorwaarde", "Niveau", "Wat er moet zijn"],
        [[f"`{voorwaarde.id}`", voorwaarde.niveau, REGELS[voorwaarde.id]] for voorwaarde in voorwaarden_of(fase.id)],
    )


def _name_results(fase: Fase) -> str:
    titels = [document_of(document_id).titel for document_id in fase.resultaat]
    return (" of " if fase.id == "overeenkomen" else " en ").join([titels[0], *(titel.lower() for titel in titels[1:])])


def _make_anchor(fase: Fase) -> str:
    return f"{fase.nummer}-{fase.naam.lower().replace(' ', '-')}"


# begrippen.md


def render_begrippen() -> str:
    """The whole text of docs/begrippen.md."""
    blokken = [
        _KOP,
        "# Begrippen",
        "Hier staat wat elk woord in `samenwerk` betekent: eerst de woorden van het programma, dan elk veld van het dossier. "
        "Een woord betekent overal hetzelfde: op het scherm, in de documenten en in het bestand `samenwerking.yaml`.",
        "## De woorden van het programma",
        "\n".join(f"- **{begrip}**: {uitleg}" for begrip, uitleg in BEGRIPPEN.items()),
        "## De vijf principes",
        f"Door alle fasen heen lopen {PRINCIPES_INLEIDING}:",
        "\n".join(f"{principe.nummer}. **{principe.titel}**: {principe.uitleg}" for principe in PRINCIPES),
        "Wat in het dossier voor een principe telt (`samenwerk dynamiek`):",
        "\n".join(f"{principe.nummer}. {WAT_TELT[principe.nummer].capitalize()}" for principe in PRINCIPES),
        "## De velden van het dossier",
        "De sleutel is het woord zoals het in het bestand staat. Een *verplicht* veld moet er zijn; de rest mag leeg blijven.",
        *(blok for klasse in list_classes() for blok in _render_class(klasse)),
        "## De velden van vertrouwelijk.yaml",
        *_render_class(Vertrouwelijk),
    ]
    return "\n\n".join(blokken) + "\n"


def list_classes(klasse: type[Record] = Samenwerking) -> list[type[Record]]:
    """The parts of the dossier in the order in which one meets them, each followed by its own parts."""
    found = [klasse]
    for veld in klasse.velden.values():
        found += [part for part in list_classes(veld.record) if part not in found] if veld.record else []
    return found


def _render_class(klasse: type[Record]) -> Iterator[str]:
    yield f"### {klasse.__name__}"
    yield KLASSEN[klasse.__name__]
    yield _render_table(
        ["Sleutel", "Titel", "Wat het is", "Wat erin kan"],
        [[f"`{veld.naam}`", veld.titel, veld.uitleg, describe_content(veld)] for veld in klasse.velden.values()],
    )


def describe_content(veld: Veld) -> str:
    """What may stand in a field, in a few words."""
    deel = f"[{veld.record.__name__}](#{veld.record.__name__.lower()})" if veld.record else ""
    bij = " of ".join(", ".join(veld.verwijst).rsplit(", ", 1))
    bereik = str(veld.minimum) if veld.minimum == veld.maximum else f"{veld.minimum} tot {veld.maximum}"
    woorden = {
        TEKST: "tekst",
        DATUM: "datum (jaar-maand-dag)",
        GETAL: f"getal: {bereik}",
        KEUZE: ", ".join(veld.keuzes),
        RITME: "een getal en dagen, weken, maanden of jaar",
        LIJST: "lijst van teksten",
        WOORDEN: f"een tekst bij elke sleutel uit {bij}" if bij else "woorden, elk met een tekst",
        VERWIJZING: f"sleutel uit {bij}",
        VERWIJZINGEN: f"lijst van sleutels uit {bij}",
        DEEL: f"de velden van {deel}",
        RECORDS: f"per sleutel{f' uit {bij}' if bij else ''} de velden van {deel}",
        REEKS: f"lijst, elk met de velden van {deel}",
    }
    return woorden[veld.soort] + (" (*verplicht*)" if veld.verplicht else "")


def _render_table(koppen: list[str], rijen: list[list[str]]) -> str:
    regels = [koppen, ["---"] * len(koppen), *rijen]
    return "\n".join(f"| {' | '.join(regel)} |" for regel in regels)


# The command


def render_all() -> dict[str, str]:
    """Every generated file of this folder, with its text."""
    return {"fasen.md": render_fasen(), "begrippen.md": render_begrippen()}


def find_stale(folder: Path) -> list[str]:
    """The files in a folder that are missing or say something else than the tables."""
    return [
        naam
        for naam, tekst in render_all().items()
        if not (folder / naam).is_file() or (folder / naam).read_bytes().decode("utf-8", "replace") != tekst
    ]


def main(arguments: list[str], folder: Path) -> int:
    """Write what is stale, or with `--controle` only say what is."""
    if arguments not in ([], ["--controle"]):
        sys.stderr.write("Gebruik: python docs/genereer.py [--controle]\n")
        return 2
    stale = find_stale(folder)
    for naam in stale:
        if not arguments:
            (folder / naam).write_bytes(render_all()[naam].encode())
        sys.stdout.write(f"{'Verouderd' if arguments else 'Geschreven'}: {naam}\n")
    return 1 if arguments and stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], Path(__file__).parent))
