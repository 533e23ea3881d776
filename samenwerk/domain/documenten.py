"""The documents: eight in which the fasen end, two that follow the group. What each is made of."""

from typing import NamedTuple

from samenwerk.domain.fasen import Fase
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.taal import capitalize, in_taal
from samenwerk.domain.zinnen import som_op
from samenwerk.errors import Pad

DOCUMENT_FOLDER = "documenten"
"""Where the files of documents are, and those of agendas."""

PROJECTFICHE = "projectfiche"
GEEN_PROJECTFICHE = "Er is nog geen project, en dus geen projectfiche."
VAN_NU = ("*",)
"""The voorwaarden of the fase in which the group stands now, whichever that is."""


class Document(NamedTuple):
    """A kind of document.

    `bron` lists the fields in which people agree when they adopt it: what it says of ambition, partners and agreements.
    What only happens in time and is printed beside it (the state of an action, the logbook, an evaluation) stands in
    `verder`, so that following up an agreement does not make it lapse. `{project}` stands for the key of its project,
    `{uitgave}` for the name of the document itself.
    With `iedereen_stemt_in` it only holds once every kernpartner agreed to it.

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
    iedereen_stemt_in: bool = False

    @property
    def met_lidwoord(self) -> str:
        """The title as it stands in a sentence: `de startnota`."""
        return f"{self.lidwoord} {self.titel.lower()}"

    def in_taal(self, taal: str) -> "Document":
        """The same kind of document with the title and the words of a country."""
        lidwoord, _, titel = in_taal(self.met_lidwoord, taal).partition(" ")
        return self._replace(titel=capitalize(titel), lidwoord=lidwoord, omschrijving=in_taal(self.omschrijving, taal))

    def fase_in(self, samenwerking: Samenwerking) -> str:
        """The fase that ends in it; of one that follows the group, the fase where the group stands."""
        return self.fase or samenwerking.fase


_ONDERTEKENAAR = ("partners.*.naam", "partners.*.soort", "partners.*.vertegenwoordiger", "partners.*.tot")
_PARTIJ = (*_ONDERTEKENAAR, "partners.*.sector")
_ALTIJD = ("naam", "begrippen", "documenten.{uitgave}.vrij")
_KNOOP = ("knopen.*.vraag", "knopen.*.status", "knopen.*.beslissing", "knopen.*.datum")
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
        omschrijving="Wat wij samen willen, wat elk van ons meebrengt, en waartoe wij ons verbinden.",
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
        iedereen_stemt_in=True,
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
            *_KNOOP,
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
        omschrijving="Wat we samen doen, wie ervoor zorgt en wanneer het klaar is.",
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
        omschrijving="Wat dit project doet, voor wie, en wie ervoor zorgt.",
        voorwaarden=("projecten",),
        bron=(*_ALTIJD, "projecten.{project}", "partners.*.naam", "rollen.*.naam"),
    ),
    Document(
        id="procesplan",
        titel="Procesplan",
        lidwoord="het",
        fase="uitvoeren",
        omschrijving="Hoe we ons organiseren, hoe we beslissen en hoe we met elkaar omgaan.",
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
        omschrijving="Wanneer en hoe we terugkijken, en wat we met het antwoord doen.",
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
        omschrijving="Voor wie erbij komt: waarom we samenwerken, waar we staan, wat beslist en nog te doen is, en wie wie is.",
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

DOSSIER = Document(
    id="dossier",
    titel="Dossier",
    lidwoord="het",
    fase="",
    omschrijving="Waar de groep staat en hoe die hier kwam, wie meedoet, wat vastgesteld is en wat er gebeurt.",
    voorwaarden=VAN_NU,
    bron=(),
)
"""What stands in front when everything goes into one file: no document of its own, for it is made on request of all of them."""

DOCUMENT_IDS: tuple[str, ...] = tuple(document.id for document in DOCUMENTEN)
_DOCUMENT_BY_ID = {document.id: document for document in DOCUMENTEN}


def document_of(document_id: str) -> Document:
    """The kind of document with this id."""
    return _DOCUMENT_BY_ID[document_id]


def documents_with(pad: Pad) -> list[Document]:
    """The kinds of document in which a place of the dossier is shown, in the order of the fasen."""
    return [
        document for document in DOCUMENTEN if any(_is_shown_by(patroon, pad) for patroon in (*document.bron, *document.verder))
    ]


def _is_shown_by(patroon: str, pad: Pad) -> bool:
    """Whether a field of a document holds the place, or is a part of what stands there."""
    delen = patroon.replace("{project}", "*").split(".")
    return all(deel in ("*", hier) for deel, hier in zip(delen, pad, strict=False))


def name_resultaat(fase: Fase, taal: str) -> str:
    """The documents in which a fase ends, as they are called in a country: `afsprakennota en actieplan`."""
    return som_op([document_of(document_id).in_taal(taal).titel.lower() for document_id in fase.resultaat])
