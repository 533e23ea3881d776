"""What a mistake that is taken back takes along: the fase, the toestand, and what was noted since; and the trail it leaves."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from samenwerk.domain.fasen import ACTIEF, fase_of
from samenwerk.domain.record import Record
from samenwerk.domain.reeksen import REEKSEN
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.tijdlijn import Logboekregel, Stap
from samenwerk.domain.uitgaven import describe_uitgave, uitgaven_of_fase
from samenwerk.domain.versies import kept_of
from samenwerk.errors import Bevinding, RefusedError, Remedy
from samenwerk.storage.yaml_changes import Append, Change, Set
from samenwerk.workflows.changes import Gewijzigd
from samenwerk.workflows.values import as_plain

SPOOR = "In het logboek komt een nota dat dit rechtgezet is."
"""What is told of the line that `leave_trail` writes."""


class Rechtzetting(NamedTuple):
    """What was put right: what else comes of it, in sentences, and the change."""

    gevolgen: Sequence[str]
    gewijzigd: Gewijzigd


def plan_stap_back(samenwerking: Samenwerking, nummer: int) -> tuple[list[Change], list[str]]:
    """What goes with the last step when it is taken back, as changes and in sentences.

    The group stands where it stood, and what was noted in the fase since belongs to that one.

    Raises `RefusedError` for a step that is not the last, or the first; while the collaboration is not active; and with every
    version that was adopted since.
    """
    verloop = samenwerking.verloop
    if nummer != len(verloop):
        raise RefusedError(
            "Alleen de laatste stap kan weg; op de andere steunt wat erna kwam.",
            ("Ging de groep echt terug, zeg het dan met: ", Remedy("terug naar", waarde="FASE")),
        )
    if nummer == 1:
        raise RefusedError("De eerste stap kan niet weg: daarmee begon het dossier.")
    if not samenwerking.is_actief:
        melding = f"Deze samenwerking is {samenwerking.toestand}; alleen van een actieve kan een stap weg."
        raise RefusedError(melding, ("Maak ze eerst weer actief: ", Remedy("heropen")))
    stap, vorige = verloop[-1], fase_of(verloop[-2].naar)
    _check_versies(samenwerking)
    noted = plan_noted_back(samenwerking, stap, vorige.id)
    ronde = samenwerking.replace(verloop=verloop[:-1]).ronde(vorige.id)
    gevolgen = [f"De groep staat dan weer in fase {vorige.nummer} {vorige.naam}, ronde {ronde}."]
    if noted:
        in_fase = fase_of(stap.naar).naam
        gevolgen.append(f"Wat sindsdien in {in_fase} genoteerd is, hoort dan bij {vorige.naam} ({len(noted)}).")
    return [Set(("fase",), vorige.id), *noted], gevolgen


def plan_noted_back(record: Record, stap: Stap, fase: str) -> list[Change]:
    """The changes that let what was noted since a step, and keeps its fase, belong to this one: in a dossier or its notes."""
    return [
        Set((reeks.veld, plaats, "fase"), fase)
        for reeks in REEKSEN
        if reeks.veld in record.velden
        for plaats, item in enumerate(reeks.items_in(record))
        if not isinstance(item, Stap) and item.fase == stap.naar and not _is_before(item.datum, stap.datum)
    ]


def _is_before(dag: date | None, ander: date | None) -> bool:
    return dag is not None and ander is not None and dag < ander


def plan_toestand_back(samenwerking: Samenwerking, nummer: int) -> tuple[list[Change], list[str]]:
    """What goes with the last line of the logboek that changed the toestand, when it is taken back.

    Raises `RefusedError` for one that is not the last, or that the dossier no longer agrees with.
    """
    wisselingen = [plaats for plaats, regel in enumerate(samenwerking.logboek, 1) if regel.toestand]
    if nummer != wisselingen[-1] or samenwerking.logboek[nummer - 1].toestand != samenwerking.toestand:
        raise RefusedError(
            "Deze regel zegt welke toestand de samenwerking kreeg; alleen de laatste daarvan kan weg.",
            ("Bekijk wat er later gebeurde: ", Remedy("logboek")),
        )
    vorige = samenwerking.logboek[wisselingen[-2] - 1].toestand if len(wisselingen) > 1 else ACTIEF
    return [Set(("toestand",), vorige)], [f"De samenwerking is dan weer {vorige}."]


def leave_trail(wat: str, dag: date, fase: str, reden: str) -> Change:
    """The line of the logboek of today that says what was taken away."""
    tekst = f"Rechtgezet: {wat} is weggehaald." + (f" Reden: {reden}" if reden else "")
    return Append(("logboek",), as_plain(Logboekregel(datum=dag, fase=fase, soort="nota", tekst=tekst)))


def _check_versies(samenwerking: Samenwerking) -> None:
    """Raise `RefusedError` with every version that the group adopted of this fase in this ronde."""
    fase = samenwerking.fase
    bevindingen = [
        Bevinding(
            "versie_in_ronde",
            f"Versie {versie.versie} van {describe_uitgave(samenwerking, uitgave)} is in deze ronde vastgesteld.",
            Remedy("vaststellen", waarde=uitgave.naam, met={"weg": ""}),
            ("documenten", uitgave.naam, "versies", plaats),
        )
        for uitgave in uitgaven_of_fase(samenwerking, fase)
        for plaats, versie in enumerate(kept_of(samenwerking, uitgave).versies)
        if versie.ronde == samenwerking.ronde(fase)
    ]
    if bevindingen:
        raise RefusedError(f"De stap naar {fase_of(fase).naam} kan niet weg: er steunt al iets op.", "", bevindingen)
