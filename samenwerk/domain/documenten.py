"""The documents: eight in which the fasen end, two that follow the group. What each is made of, and whether it still holds."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from samenwerk.domain.fasen import fase_of
from samenwerk.domain.record import Record
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.tijdlijn import Versie

PROJECTFICHE = "projectfiche"
GEEN_PROJECTFICHE = "Er is nog geen project, en dus geen projectfiche."
VAN_NU = ("*",)
"""The voorwaarden of the fase in which the group stands now, whichever that is."""


class Document(NamedTuple):
    """A kind of document.

    `bron` lists the fields in which people agree when they adopt it: what it says of ambition, partners and agreements.
    What only happens in time and is printed beside it (the state of an action, the logbook, an evaluation) stands in
    `verder`, so that following up an agreement does not make it lapse. `{project}` stands for the key of its project.

    A document without `fase` is the result of none: it follows the group, nobody adopts it, and all of it stands in `verder`.
    """

    id: str
    titel: str
    lidwoord: str
    fase: str
    omschrijving: str
    voorwaarden: tuple[str, ...]
    bron: tuple[str, ...]
    verder: tuple[str, ...] = ()

    @property
    def met_lidwoord(self) -> str:
        """The title as it stands in a sentence: `de startnota`."""
        return f"{self.lidwoord} {self.titel.lower()}"

    def fase_in(self, samenwerking: Samenwerking) -> str:
        """The fase that ends in it; of one that follows the group, the fase where the group stands."""
        return self.fase or samenwerking.fase


_ONDERTEKENAAR = ("partners.*.naam", "partners.*.soort", "partners.*.vertegenwoordiger", "partners.*.tot")
_PARTIJ = (*_ONDERTEKENAAR, "partners.*.sector")
_ALTIJD = ("naam", "begrippen")
_AFSPRAAK = ("afspraken.*.tekst", "afspraken.*.partijen", "afspraken.*.ingang", "afspraken.*.herzien_op")
_WEG = ("fase", "toestand", "verloop")
"""The way of the group itself: a document that prints it changes with every step."""

_ACTIE = ("acties.*.wat", "acties.*.doelstelling", "acties.*.trekker", "acties.*.met", "acties.*.tegen", "acties.*.output")

DOCUMENTEN: tuple[Document, ...] = (
    Document(
        id="stakeholderanalyse",
        titel="Stakeholderanalyse",
        lidwoord="de",
        fase="opstart",
        omschrijving="Wie heeft belang bij het idee, wie kan helpen of tegenhouden, en hoe staat die er nu tegenover?",
        voorwaarden=("idee", "initiatiefnemer", "stakeholders", "tegenstanders"),
        bron=(*_ALTIJD, "idee", "aanleiding", "initiatiefnemer", "begeleider", "stakeholders", *_PARTIJ),
    ),
    Document(
        id="startnota",
        titel="Startnota",
        lidwoord="de",
        fase="verkennen",
        omschrijving="Waarom we met elkaar willen samenwerken, met wie, waarover wel en waarover niet.",
        voorwaarden=("partners", "waarom", "gesprekken", "afbakening"),
        bron=(
            *_ALTIJD,
            "idee",
            "aanleiding",
            "waarom",
            "afbakening",
            "uitgangspunten",
            "initiatiefnemer",
            "begeleider",
            "stakeholders.*.naam",
            *_PARTIJ,
            "partners.*.zoekt",
            "partners.*.inzet",
        ),
        verder=("knopen.*.vraag", "knopen.*.status"),
    ),
    Document(
        id="intentieverklaring",
        titel="Intentieverklaring",
        lidwoord="de",
        fase="delen",
        omschrijving="Wat we samen willen, wat elk van ons meebrengt, en dat we ervoor gaan.",
        voorwaarden=("ambities", "belangen", "inzet", "mandaat", "draagvlak", "gemeenschappelijke_taal", "gedeelde_ambitie"),
        bron=(
            *_ALTIJD,
            "aanleiding",
            "waarom",
            "gedeelde_ambitie",
            "uitgangspunten",
            "verschillen",
            *_ONDERTEKENAAR,
            "partners.*.ambities",
            "partners.*.belangen",
            "partners.*.inzet",
            "partners.*.mandaat.namens",
            "partners.*.mandaat.terugkoppeling",
        ),
    ),
    Document(
        id="afsprakennota",
        titel="Afsprakennota",
        lidwoord="de",
        fase="overeenkomen",
        omschrijving="Welke koers we kiezen, wat we daarover beslisten en wat we met elkaar afspreken.",
        voorwaarden=("knopen", "afspraken_of_acties", "meerwaarde", "looptijd"),
        bron=(
            *_ALTIJD,
            "aanleiding",
            "gedeelde_ambitie",
            "uitgangspunten",
            "doelstellingen",
            "knopen",
            *_AFSPRAAK,
            "looptijd",
            *_PARTIJ,
            "partners.*.inzet",
            "partners.*.krijgt",
            "partners.*.mandaat",
            "overleg",
            "rollen.*.naam",
            "stakeholders.*.naam",
        ),
        verder=("afspraken.*.status",),
    ),
    Document(
        id="actieplan",
        titel="Actieplan",
        lidwoord="het",
        fase="overeenkomen",
        omschrijving="Wat we samen doen, wie het trekt en wanneer het klaar is.",
        voorwaarden=("afspraken_of_acties", "acties"),
        bron=(
            *_ALTIJD,
            "gedeelde_ambitie",
            "doelstellingen",
            *_ACTIE,
            "overleg.*.naam",
            "overleg.*.frequentie",
            "partners.*.naam",
            "rollen.*.naam",
            "stakeholders.*.naam",
        ),
        verder=("acties.*.status", "acties.*.reden"),
    ),
    Document(
        id=PROJECTFICHE,
        titel="Projectfiche",
        lidwoord="de",
        fase="vormgeven",
        omschrijving="De vorm en de inhoud van één samenwerkingsactie, en wie wat doet.",
        voorwaarden=("projecten",),
        bron=(*_ALTIJD, "projecten.{project}", "partners.*.naam", "rollen.*.naam"),
    ),
    Document(
        id="procesplan",
        titel="Procesplan",
        lidwoord="het",
        fase="uitvoeren",
        omschrijving="Ons procesmanagement: hoe we ons organiseren, hoe we beslissen en hoe we met elkaar omgaan.",
        voorwaarden=("rollen", "overleg"),
        bron=(
            *_ALTIJD,
            "gedeelde_ambitie",
            "begeleider",
            "rollen",
            "overleg",
            "werkprincipes",
            "identiteit",
            *_PARTIJ,
            "partners.*.mandaat",
            "partners.*.inzet",
            "stakeholders.*.naam",
            "verschillen",
        ),
    ),
    Document(
        id="evaluatiebeleid",
        titel="Evaluatiebeleid",
        lidwoord="het",
        fase="uitvoeren",
        omschrijving="Ons beleid rond evaluatie: hoe we samen terugkijken, wat we daaruit leren en wat we er dan mee doen.",
        voorwaarden=("evaluatie",),
        bron=(
            *_ALTIJD,
            "gedeelde_ambitie",
            "evaluatiebeleid.ritme",
            "evaluatiebeleid.wie",
            "evaluatiebeleid.methode",
            "evaluatiebeleid.vragen",
            "looptijd.evaluatiemoment",
            "doelstellingen",
        ),
        verder=("evaluatiebeleid.volgende", "evaluaties", "logboek"),
    ),
    Document(
        id="leerverslag",
        titel="Leerverslag",
        lidwoord="het",
        fase="",
        omschrijving="Wat lukte, wat we van elkaar leerden, en wat we daardoor anders doen.",
        voorwaarden=(),
        bron=(),
        verder=(
            *_ALTIJD,
            *_WEG,
            "partners.*.naam",
            "partners.*.inzet",
            "partners.*.krijgt",
            "verschillen",
            "acties.*.wat",
            "acties.*.trekker",
            "acties.*.met",
            "acties.*.tegen",
            "acties.*.status",
            "projecten.*.titel",
            "projecten.*.trekker",
            "projecten.*.partners",
            "projecten.*.start",
            "projecten.*.einde",
            "rollen.*.wie",
            "identiteit",
            "logboek",
            "evaluaties",
        ),
    ),
    Document(
        id="overdracht",
        titel="Overdracht",
        lidwoord="de",
        fase="",
        omschrijving="Voor wie erbij komt: waarom we samenwerken, waar we staan, wat beslist is, wat open is en wie wie is.",
        voorwaarden=VAN_NU,
        bron=(),
        verder=(
            *_ALTIJD,
            *_WEG,
            "idee",
            "waarom",
            "initiatiefnemer",
            "begeleider",
            "gedeelde_ambitie",
            "verschillen",
            "knopen",
            *_AFSPRAAK,
            "afspraken.*.status",
            "acties.*.wat",
            "acties.*.trekker",
            "acties.*.met",
            "acties.*.tegen",
            "acties.*.output",
            "acties.*.status",
            *_PARTIJ,
            "stakeholders.*.naam",
            "rollen.*.naam",
            "rollen.*.wie",
            "rollen.*.positie",
            "overleg",
            "werkprincipes",
            "identiteit.zin",
        ),
    ),
)

DOCUMENT_IDS: tuple[str, ...] = tuple(document.id for document in DOCUMENTEN)
_DOCUMENT_BY_ID = {document.id: document for document in DOCUMENTEN}


class Uitgave(NamedTuple):
    """One document of one dossier: a kind of document and, for a projectfiche, the project it is about."""

    document: Document
    project: str = ""

    @property
    def naam(self) -> str:
        """The key in the dossier and the name of the file: `startnota`, `projectfiche-huiswerkklas`."""
        return f"{self.document.id}-{self.project}" if self.project else self.document.id


def document_of(document_id: str) -> Document:
    """The kind of document with this id."""
    return _DOCUMENT_BY_ID[document_id]


def uitgaven_of(samenwerking: Samenwerking, document: Document) -> list[Uitgave]:
    """The documents of this kind the dossier has: one, or for the projectfiche one for each project."""
    if document.id == PROJECTFICHE:
        return [Uitgave(document, project) for project in samenwerking.projecten]
    return [Uitgave(document)]


def all_uitgaven(samenwerking: Samenwerking) -> list[Uitgave]:
    """Every document of the dossier, in the order of the fasen."""
    return [uitgave for document in DOCUMENTEN for uitgave in uitgaven_of(samenwerking, document)]


def uitgaven_of_fase(samenwerking: Samenwerking, fase: str) -> list[Uitgave]:
    """The documents in which a fase ends (the column `resultaat` of the table of fasen)."""
    return [
        uitgave for document_id in fase_of(fase).resultaat for uitgave in uitgaven_of(samenwerking, document_of(document_id))
    ]


def find_uitgaven(samenwerking: Samenwerking, naam: str) -> list[Uitgave]:
    """The documents a person means by a name; `projectfiche` alone means all of them. Empty when there is no such document."""
    if naam in _DOCUMENT_BY_ID:
        return uitgaven_of(samenwerking, document_of(naam))
    return [uitgave for uitgave in all_uitgaven(samenwerking) if uitgave.naam == naam]


def last_versie(samenwerking: Samenwerking, uitgave: Uitgave) -> Versie | None:
    """The version that was adopted last; None when the document was never adopted."""
    versies = samenwerking.documenten[uitgave.naam].versies if uitgave.naam in samenwerking.documenten else ()
    return versies[-1] if versies else None


def compute_vingerafdruk(samenwerking: Samenwerking, uitgave: Uitgave) -> str:
    """A mark of what people agree to in a document: other words give another mark, another layout of the file does not."""
    import hashlib
    import json

    data = _fold(select_fields(samenwerking, expand_pads(uitgave.document.bron, uitgave.project)))
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)
    return f"sha256-v1:{hashlib.sha256(text.encode()).hexdigest()}"


def expand_pads(pads: tuple[str, ...], project: str) -> list[str]:
    """The fields a document is made of, with the key of its project filled in."""
    return [pad.replace("{project}", project) for pad in pads]


def select_fields(samenwerking: Samenwerking, pads: list[str]) -> dict[str, object]:
    """The data at these fields as documents may show it."""
    shown = samenwerking.without_individuele_belangen()
    return {pad: _select(shown, pad.split(".")) for pad in pads}


def is_actueel(samenwerking: Samenwerking, uitgave: Uitgave) -> bool:
    """Whether the last adopted version was made of the data the dossier holds now."""
    versie = last_versie(samenwerking, uitgave)
    return versie is not None and versie.vingerafdruk == compute_vingerafdruk(samenwerking, uitgave)


def _select(value: object, pad: list[str]) -> object:
    if isinstance(value, Record):
        if pad:
            return _select(getattr(value, pad[0]), pad[1:])
        return {naam: _select(inhoud, []) for naam, inhoud in _filled(value)}
    if isinstance(value, Mapping):
        if pad and pad[0] != "*":
            return _select(value.get(pad[0]), pad[1:])
        # Pairs and not a mapping: the order in which the dossier lists its records is the order of the document.
        return [[sleutel, _select(inhoud, pad[1:])] for sleutel, inhoud in value.items()]
    if isinstance(value, tuple):
        return [_select(inhoud, pad) for inhoud in value]
    return value


def _filled(record: Record) -> Iterator[tuple[str, object]]:
    return ((naam, inhoud) for naam, inhoud in record if inhoud != record.velden[naam].leeg)


def _fold(data: object) -> object:
    """The same data with white space made equal: another layout of a text is the same agreement."""
    if isinstance(data, dict):
        return {pad: _fold(inhoud) for pad, inhoud in data.items()}
    if isinstance(data, list):
        return [_fold(inhoud) for inhoud in data]
    return " ".join(data.split()) if isinstance(data, str) else data
