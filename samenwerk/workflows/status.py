"""Where the group stands: the way so far, what is open in this fase, its documents, and the next step."""

from datetime import date
from typing import NamedTuple

from samenwerk.domain.fasen import Fase, describe_toestand, earlier_fasen, fase_of, next_fase
from samenwerk.domain.opvolging import Opvolgpunt, find_opvolgpunten
from samenwerk.domain.principes import Peiling, take_peilingen
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.taal import in_taal
from samenwerk.domain.uitgaven import Uitgave, all_uitgaven, titel_of, uitgaven_of_fase
from samenwerk.domain.versies import Instemmingsstand, kept_of
from samenwerk.domain.voorwaarden import VEREIST, Voorwaarde, voorwaarden_of
from samenwerk.errors import Bevinding, Oplossing, Remedy, as_parts
from samenwerk.rendering.marks.colofon import ONTBREEKT, VEROUDERD
from samenwerk.storage.dossier import Dossier
from samenwerk.storage.git_glance import glance_at_git
from samenwerk.storage.mending.glance import may_slip
from samenwerk.storage.reader import VELD_ONBEKEND
from samenwerk.workflows.document_files import find_edited, find_unreadable, judge_cheaply, path_of, stand_of
from samenwerk.workflows.remedies import Opening, locate_gat


class Voorwaardestand(NamedTuple):
    """One voorwaarde and its gaps; none when it is met."""

    voorwaarde: Voorwaarde
    openingen: list[Opening]


class Documentstand(NamedTuple):
    """One document: its status, whether its file is current, how the partners stand to the version adopted last.

    `raakt` names what changed in it since that version. Of its files in other forms `bewerkt` are those that someone changed
    by hand, `onleesbaar` those that cannot be read.
    """

    uitgave: Uitgave
    titel: str
    status: str
    pad: str
    oordeel: str
    instemmingen: list[Instemmingsstand]
    raakt: list[str]
    bewerkt: list[str]
    onleesbaar: list[str]


class Status(NamedTuple):
    """All that `status` shows.

    `documenten` are those of the fase, `eerder_vastgesteld` those of other fasen that were adopted. `op_te_volgen` leaves
    out what already stands among the gaps of the fase; `onbekende_velden` are those this version of samenwerk does not know,
    `anders_gelezen` the places where YAML reads something else than was meant, `git` what is not in order in its clone.
    """

    samenwerking: Samenwerking
    fase: Fase
    ronde: int
    sinds: date | None
    voorwaarden: list[Voorwaardestand]
    documenten: list[Documentstand]
    eerder_vastgesteld: list[Documentstand]
    peilingen: list[Peiling]
    op_te_volgen: list[Opvolgpunt]
    onbekende_velden: list[Bevinding]
    anders_gelezen: list[Bevinding]
    git: str
    volgende: Oplossing

    @property
    def aantal_vereist(self) -> int:
        """How many required gaps are open."""
        return sum(len(stand.openingen) for stand in self.voorwaarden_of(VEREIST))

    def voorwaarden_of(self, niveau: str) -> list[Voorwaardestand]:
        """The required or the recommended ones."""
        return [stand for stand in self.voorwaarden if stand.voorwaarde.niveau == niveau]


def build_status(dossier: Dossier, vandaag: date) -> Status:
    """Where the group stands on a day."""
    samenwerking = dossier.samenwerking
    fase = fase_of(samenwerking.fase)
    voorwaarden = [
        Voorwaardestand(
            voorwaarde._replace(titel=in_taal(voorwaarde.titel, samenwerking.taal)),
            [locate_gat(dossier, gat) for gat in voorwaarde.find_gaten(samenwerking, vandaag)],
        )
        for voorwaarde in voorwaarden_of(fase.id)
    ]
    van_fase = uitgaven_of_fase(samenwerking, fase.id)
    documenten = [_judge(dossier, uitgave) for uitgave in van_fase]
    eerder = [
        _judge(dossier, uitgave)
        for uitgave in all_uitgaven(samenwerking)
        if kept_of(samenwerking, uitgave).versies and uitgave not in van_fase
    ]
    sinds = samenwerking.verloop[-1].datum if samenwerking.verloop else None
    peilingen = take_peilingen(samenwerking, vandaag)
    getoond = {opening.gat.pad for stand in voorwaarden for opening in stand.openingen}
    op_te_volgen = [punt for punt in find_opvolgpunten(samenwerking, vandaag) if punt.pad not in getoond]
    ronde = samenwerking.ronde(fase.id)
    onbekend = [bevinding for bevinding in dossier.bevindingen if bevinding.code == VELD_ONBEKEND]
    anders = _find_slips(dossier)
    git = glance_at_git(dossier.folder)
    status = Status(
        samenwerking, fase, ronde, sinds, voorwaarden, documenten, eerder, peilingen, op_te_volgen, onbekend, anders, git, ""
    )
    return status._replace(volgende=_suggest_next(status))


def _find_slips(dossier: Dossier) -> list[Bevinding]:
    if not may_slip(dossier.tree.text):
        return []
    # Here and not above: in most dossiers there is nothing to look for.
    from samenwerk.storage.mending.slips import find_slips

    return [slip.bevinding for slip in find_slips(dossier.tree, dossier.soort)]


def _judge(dossier: Dossier, uitgave: Uitgave) -> Documentstand:
    stand, raakt = stand_of(dossier, uitgave), []
    if stand.versies and not stand.is_actueel:
        from samenwerk.domain.verschil import name_touched
        from samenwerk.workflows.afschriften import compare_with

        raakt = name_touched(compare_with(dossier, stand, stand.versies[-1]).wijzigingen or [])
    bewerkt = [path for path in find_edited(dossier, uitgave) if path != path_of(uitgave)]
    oordeel = judge_cheaply(dossier, stand)
    onleesbaar = [path for path in find_unreadable(dossier, uitgave) if path != path_of(uitgave)]
    titel = titel_of(dossier.samenwerking, uitgave)
    pad = path_of(uitgave)
    return Documentstand(uitgave, titel, stand.status, pad, oordeel, stand.instemmingen, raakt, bewerkt, onleesbaar)


def _suggest_next(status: Status) -> Oplossing:
    if not status.samenwerking.is_actief:
        return f"{describe_toestand(status.samenwerking.toestand)}. Begin weer: ", Remedy("heropen")
    te_maken = [stand for stand in status.documenten if stand.oordeel in (ONTBREEKT, VEROUDERD)]
    verder = next_fase(status.fase.id)
    if status.aantal_vereist:
        eerst = next(
            opening.oplossing
            for stand in status.voorwaarden
            if stand.voorwaarde.niveau == VEREIST
            for opening in stand.openingen
        )
        return "Nu eerst: ", *as_parts(eerst)
    if te_maken:
        return "Maak de documenten van deze fase: ", Remedy("render")
    if verder is None:
        terug = Remedy("terug naar", waarde=earlier_fasen(status.fase.id)[-1].id)
        return "Alles is klaar. Ga terug om te vernieuwen: ", terug
    return f"Alles wat nodig is, is klaar. Ga naar de fase {verder.naam}: ", Remedy("fase volgende")
