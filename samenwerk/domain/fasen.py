"""The fasen of a collaboration and the steps between them. All that decides an overgang is in this file.

Een samenwerking is een continu proces en doorloopt verschillende fasen. Deze fasen worden beïnvloed door 2 processen,
nl de inhoudelijke betekenisgeving aan de samenwerking en de interactie binnen de samenwerking. De fasen in een
samenwerking lopen niet lineair: soms dient teruggekeerd te worden naar een voorgaande fase.

So the rules are these, and the table below is nothing but these rules written out, pair by pair:

1. Forward goes to the next fase only. Every fase leaves something behind that the next one builds on; skipping one is
   the mistake that practice names most often. Whether the step may be made now is for the voorwaarden of the present
   fase to say (voorwaarden.py); this table only says that it is a step at all.
2. Back goes to any earlier fase, at any time. Nothing is erased: the fase gets a new ronde.
3. Uitvoeren has no next fase. Renewing is going back, ending is `afsluiten`.
4. A fase that was left forward is finished, one that was left back is no more than begun (Samenwerking.voortgang).
5. Only an active collaboration moves. One that sleeps, is finished, stopped or merged is reopened first.
"""

from typing import NamedTuple

from samenwerk.domain.zinnen import som_op
from samenwerk.errors import Oplossing, Remedy

ACTIEF, SLAPEND = "actief", "slapend"
UITLEG_TOESTAND = {
    ACTIEF: "Er wordt aan de samenwerking gewerkt. Alleen dan verandert die van fase.",
    SLAPEND: "Het werk ligt stil, maar de samenwerking kan weer opgenomen worden.",
    "afgerond": "Wat de partners samen wilden doen, is gedaan.",
    "gestopt": "De partners zijn ermee opgehouden voor het af was.",
    "samengevoegd": "De samenwerking is opgegaan in een andere.",
}
"""Whether the collaboration is alive, apart from the fase it is in, and what each word says of it."""

TOESTANDEN = tuple(UITLEG_TOESTAND)

EINDTOESTANDEN = TOESTANDEN[1:]


class Fase(NamedTuple):
    """One fase: its names, the question it answers, what the partners do in it, and what it asks of the two processes.

    `bron` is what the source text says of it, word for word; `uitleg` says it as a facilitator would.
    """

    id: str
    nummer: int
    naam: str
    andere_namen: tuple[str, ...]
    kernvraag: str
    uitleg: str
    bron: str
    betekenisgeving: str
    interactie: str
    resultaat: tuple[str, ...]


FASEN: tuple[Fase, ...] = (
    Fase(
        id="opstart",
        nummer=0,
        naam="Opstart",
        andere_namen=("voorfase", "opstartfase", "voorfase/opstartfase"),
        kernvraag="Wie neemt initiatief, met welk idee, en wie heeft er belang bij?",
        uitleg="Een partner komt met een idee, en zoekt uit wie er belang bij heeft.",
        bron="Initiatiefnemer lanceert idee. Analyseert stakeholders.",
        betekenisgeving="Welke kans of behoefte zit achter het idee, en wie ziet dat anders?",
        interactie="Met wie hebben we nog niet gesproken, ook als die tegen zou kunnen zijn?",
        resultaat=("stakeholderanalyse",),
    ),
    Fase(
        id="verkennen",
        nummer=1,
        naam="Verkennen",
        andere_namen=(),
        kernvraag="Waarom willen we met elkaar samenwerken?",
        uitleg="De partners leren elkaar kennen, en zeggen waarom ze willen samenwerken.",
        bron="Dit is een kennismakingsfase, men gaat in gesprek met de verschillende partners.",
        betekenisgeving="Wat verstaat elke partner onder de vraag waarvoor we samenkomen?",
        interactie="Kennen we elkaar al genoeg om het over moeilijke dingen te hebben?",
        resultaat=("startnota",),
    ),
    Fase(
        id="delen",
        nummer=2,
        naam="Delen",
        andere_namen=(),
        kernvraag="Welke ambities en belangen brengen we mee, en wat is onze gedeelde ambitie?",
        uitleg=(
            "Elke partner legt de eigen ambities en belangen op tafel. Zo groeit een gedeelde ambitie. "
            "De partners bespreken ook wat ze inzetten, wat ze mogen beslissen en hoe de eigen organisatie erover denkt."
        ),
        bron=(
            "Eigen ambities en belangen in kaart brengen en delen met de partners. Daarnaast wil men vanuit een oprecht "
            "geïnteresseerd gesprek zicht krijgen op elkaars ambities en belangen en geleidelijk aan zicht krijgen op de "
            "gedeelde ambitie. Tijdens deze fase is het cruciaal om open kaart te spelen, belangen en inzet bespreekbaar te "
            "maken, te komen tot een gemeenschappelijke taal, mandaat en draagvlak te bespreken."
        ),
        betekenisgeving="Gebruiken we dezelfde woorden voor hetzelfde, en herkent elke partner zich in de gedeelde ambitie?",
        interactie="Speelt iedereen open kaart over willen, kunnen en mogen?",
        resultaat=("intentieverklaring",),
    ),
    Fase(
        id="overeenkomen",
        nummer=3,
        naam="Overeenkomen",
        andere_namen=("koers en richting bepalen", "overeenkomen: koers en richting bepalen"),
        kernvraag="Welke koers en welke acties spreken we af?",
        uitleg=(
            "De partners maken de gedeelde ambitie concreet, met doelen, acties en afspraken. "
            "Waar het nodig is, onderhandelen ze en hakken ze knopen door."
        ),
        bron=(
            "Tijdens deze fase wordt de gedeelde ambitie concreter en vertaald in een actieplan. "
            "Waar nodig dient onderhandeld te worden en knopen doorgehakt."
        ),
        betekenisgeving="Is de gedeelde ambitie concreet genoeg om later te zien of het gelukt is?",
        interactie="Is elke knoop echt besproken, en haalt elke partner er iets uit?",
        resultaat=("afsprakennota", "actieplan"),
    ),
    Fase(
        id="vormgeven",
        nummer=4,
        naam="Vormgeven",
        andere_namen=(),
        kernvraag="Wie doet wat, in welke vorm en vanuit welke rol?",
        uitleg=(
            "De partners leggen vast hoe ze samenwerken: wie welke rol heeft, en wat die mag beslissen. "
            "Elk project krijgt vorm en inhoud."
        ),
        bron=(
            "Vorm en inhoud van de samenwerkingsacties vastleggen. "
            "Tijdens deze fase dienen ook de rollen en posities verhelderd te worden."
        ),
        betekenisgeving="Past de vorm bij wat we samen willen, en is die licht genoeg?",
        interactie="Weet iedereen wie waarover beslist, en wie wie mag aanspreken?",
        resultaat=("projectfiche",),
    ),
    Fase(
        id="uitvoeren",
        nummer=5,
        naam="Uitvoeren en vernieuwen",
        andere_namen=(),
        kernvraag="Werkt het, wat leren we, en geldt de ambitie nog?",
        uitleg="De partners doen wat ze afspraken, kijken geregeld samen terug, en wijzigen wat beter kan.",
        bron="Afspraken en werkplanning worden uitgevoerd, op regelmatige basis geëvalueerd en vernieuwd.",
        betekenisgeving="Brengt de samenwerking waar we het voor deden, en geldt onze gedeelde ambitie nog?",
        interactie="Welke successen vieren we, en wie hebben we al een tijd niet gehoord?",
        resultaat=("procesplan", "evaluatiebeleid"),
    ),
)

FASE_IDS: tuple[str, ...] = tuple(fase.id for fase in FASEN)
_FASE_BY_ID = {fase.id: fase for fase in FASEN}

VOORUIT, TERUG, BLIJFT, SPRONG = "vooruit", "terug", "blijft", "sprong"

KLAAR, NU, BEGONNEN, NOG_NIET = "klaar", "nu", "begonnen", "nog niet"
"""How far a group came in a fase. Only one that it left forward is finished; one that it left back is no more than begun."""

_TABEL: dict[str, tuple[str, str, str, str, str, str]] = {
    # van \ naar       opstart  verkennen delen    overeenk. vormgeven uitvoeren
    "opstart":        (BLIJFT,  VOORUIT,  SPRONG,  SPRONG,   SPRONG,   SPRONG),
    "verkennen":      (TERUG,   BLIJFT,   VOORUIT, SPRONG,   SPRONG,   SPRONG),
    "delen":          (TERUG,   TERUG,    BLIJFT,  VOORUIT,  SPRONG,   SPRONG),
    "overeenkomen":   (TERUG,   TERUG,    TERUG,   BLIJFT,   VOORUIT,  SPRONG),
    "vormgeven":      (TERUG,   TERUG,    TERUG,   TERUG,    BLIJFT,   VOORUIT),
    "uitvoeren":      (TERUG,   TERUG,    TERUG,   TERUG,    TERUG,    BLIJFT),
}  # fmt: skip


class Overgang(NamedTuple):
    """The answer of the table for one pair of fasen: which kind of step it is, and when refused, why and what can be done."""

    van: str
    naar: str
    soort: str
    melding: str = ""
    oplossing: Oplossing = ""

    @property
    def is_mogelijk(self) -> bool:
        """Whether this step exists; a forward step still has its voorwaarden."""
        return not self.melding


def fase_of(fase_id: str) -> Fase:
    """The fase with this id."""
    return _FASE_BY_ID[fase_id]


def find_fase(woord: str) -> Fase | None:
    """The fase a person means by its id, its number or its full name; None rather than a guess."""
    gezocht = " ".join(woord.split()).casefold()
    for fase in FASEN:
        if gezocht in (fase.id, str(fase.nummer), fase.naam.casefold(), *fase.andere_namen):
            return fase
    return None


def next_fase(van: str) -> Fase | None:
    """The fase after this one; None after uitvoeren."""
    nummer = fase_of(van).nummer + 1
    return FASEN[nummer] if nummer < len(FASEN) else None


def earlier_fasen(van: str) -> tuple[Fase, ...]:
    """The fasen a group can go back to from this one."""
    return FASEN[: fase_of(van).nummer]


def step_soort(van: str, naar: str) -> str:
    """What kind of step this pair is, whatever the toestand."""
    return _TABEL[van][fase_of(naar).nummer]


def decide_overgang(van: str, naar: str, toestand: str) -> Overgang:
    """Look up whether a group in fase `van` may step to `naar`; every pair has an answer, in every toestand."""
    soort = step_soort(van, naar)
    if toestand != ACTIEF:
        melding = f"{describe_toestand(toestand)}. Alleen een actieve samenwerking verandert van fase."
        return Overgang(van, naar, soort, melding, ("Begin eerst weer: ", Remedy("heropen")))
    if soort in (VOORUIT, TERUG):
        return Overgang(van, naar, soort)
    waar = fase_of(van).naam
    if soort == BLIJFT:
        melding = f"De groep staat al in de fase {waar}."
    else:
        eerst = FASEN[fase_of(van).nummer + 1].naam
        melding = f"De groep kan niet in één keer naar de fase {fase_of(naar).naam}. Eerst komt de fase {eerst}."
    return Overgang(van, naar, soort, melding, describe_moves(van))


def describe_moves(van: str) -> tuple[str | Remedy, ...]:
    """Which steps are possible from this fase, each with what makes it."""
    verder, vroeger = next_fase(van), earlier_fasen(van)
    vooruit = (f"Vooruit naar de fase {verder.naam}: ", Remedy("fase volgende")) if verder else ()
    if not vroeger:
        return vooruit
    terug = Remedy("terug naar", waarde=vroeger[0].id)
    naar = som_op([fase.naam for fase in vroeger], "of")
    if not verder:
        return f"Terug naar {naar}: ", terug, ", of stoppen: ", Remedy("afsluiten")
    return *vooruit, f", of terug naar {naar}: ", terug


def describe_toestand(toestand: str) -> str:
    """Whether the collaboration rests, ended or is active, as a sentence without its full stop."""
    return "De samenwerking rust" if toestand == SLAPEND else f"De samenwerking is {toestand}"
