"""Where the group stands: the way so far, what is open in this fase, its documents, and the next step."""

from datetime import date
from typing import NamedTuple

from samenwerk.domain.controle import list_sleutels
from samenwerk.domain.documenten import Uitgave, uitgaven_of_fase
from samenwerk.domain.fasen import Fase, earlier_fasen, fase_of, next_fase
from samenwerk.domain.principes import Peiling, take_peilingen
from samenwerk.domain.record import DATUM, ENKELVOUDIG, GETAL, KEUZE, WOORDEN, find_veld
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.voorwaarden import VEREIST, Gat, Voorwaarde, voorwaarden_of
from samenwerk.errors import Pad, show_pad
from samenwerk.rendering.colofon import ONTBREEKT, VEROUDERD
from samenwerk.storage.dossier import Dossier
from samenwerk.workflows.document_files import judge_cheaply, path_of


class Opening(NamedTuple):
    """One gap with where it is in the file and what fills it."""

    gat: Gat
    regel: int
    oplossing: str


class Voorwaardestand(NamedTuple):
    """One voorwaarde and its gaps; none when it is met."""

    voorwaarde: Voorwaarde
    openingen: list[Opening]


class Documentstand(NamedTuple):
    """One document of the fase: its status and whether its file is current."""

    uitgave: Uitgave
    status: str
    pad: str
    oordeel: str


class Status(NamedTuple):
    """All that `status` shows."""

    samenwerking: Samenwerking
    fase: Fase
    ronde: int
    sinds: date | None
    voorwaarden: list[Voorwaardestand]
    documenten: list[Documentstand]
    peilingen: list[Peiling]
    volgende: str

    @property
    def aantal_vereist(self) -> int:
        """How many required gaps are open."""
        return sum(len(stand.openingen) for stand in self.voorwaarden if stand.voorwaarde.niveau == VEREIST)


def build_status(dossier: Dossier, vandaag: date) -> Status:
    """Where the group stands on a day."""
    samenwerking = dossier.samenwerking
    fase = fase_of(samenwerking.fase)
    voorwaarden = [
        Voorwaardestand(voorwaarde, [locate_gat(dossier, gat) for gat in voorwaarde.find_gaten(samenwerking, vandaag)])
        for voorwaarde in voorwaarden_of(fase.id)
    ]
    documenten = []
    for uitgave in uitgaven_of_fase(samenwerking, fase.id):
        vaststelling, oordeel = judge_cheaply(dossier, uitgave)
        documenten.append(Documentstand(uitgave, vaststelling, path_of(uitgave), oordeel))
    sinds = samenwerking.verloop[-1].datum if samenwerking.verloop else None
    peilingen = take_peilingen(samenwerking, vandaag)
    status = Status(samenwerking, fase, samenwerking.ronde(fase.id), sinds, voorwaarden, documenten, peilingen, "")
    return status._replace(volgende=_suggest_next(status))


def locate_gat(dossier: Dossier, gat: Gat) -> Opening:
    """A gap with its line in the file, and the command or the place that fills it."""
    regel = dossier.tree.locate(gat.pad).regel
    return Opening(gat, regel, _describe_remedy(dossier.samenwerking, gat.pad, regel))


def _describe_remedy(samenwerking: Samenwerking, pad: Pad, regel: int) -> str:
    if pad[0] == "documenten":
        return "Stel het document samen vast en bewaar die versie bij documenten in samenwerking.yaml."
    veld = find_veld(Samenwerking, pad)
    if veld is not None and veld.soort == WOORDEN:
        return f'samenwerk zet "{show_pad(pad)}.het woord" "wat de partners eronder verstaan"'
    if veld is None or veld.soort not in ENKELVOUDIG:
        return f"Vul aan in samenwerking.yaml, regel {regel}: {show_pad(pad)}"
    waarde = {DATUM: "JJJJ-MM-DD", GETAL: f"{veld.minimum}-{veld.maximum}", KEUZE: "|".join(veld.keuzes)}.get(veld.soort, "…")
    if veld.verwijst:
        bekend = list_sleutels(samenwerking, veld.verwijst)
        waarde = "|".join(bekend[:4]) or waarde
        if not bekend:
            return f"Voeg eerst een partner toe bij partners in samenwerking.yaml; daarna: samenwerk zet {show_pad(pad)} …"
    return f'samenwerk zet {show_pad(pad)} "{waarde}"'


def _suggest_next(status: Status) -> str:
    if not status.samenwerking.is_actief:
        return f"De samenwerking is {status.samenwerking.toestand}. Weer beginnen: samenwerk heropen"
    te_maken = [stand for stand in status.documenten if stand.oordeel in (ONTBREEKT, VEROUDERD)]
    verder = next_fase(status.fase.id)
    if status.aantal_vereist:
        eerst = next(
            opening.oplossing
            for stand in status.voorwaarden
            if stand.voorwaarde.niveau == VEREIST
            for opening in stand.openingen
        )
        return f"Nu eerst: {eerst[:1].lower()}{eerst[1:]}"
    if te_maken:
        return "Maak de documenten van deze fase: samenwerk render"
    if verder is None:
        return f"Blijf uitvoeren en leren; vernieuwen kan met: samenwerk terug naar {earlier_fasen(status.fase.id)[-1].id}"
    return f"Alles wat vereist is, is in orde. Verder naar {verder.naam}: samenwerk fase volgende"
