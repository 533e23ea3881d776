"""`fase volgende`, `terug`, `afsluiten`, `heropen`: a step to the next fase, back to an earlier one, to rest and to life."""

import os
from datetime import date
from typing import NamedTuple

from samenwerk.domain.dagen import last_wending, later_or_mend
from samenwerk.domain.datums import show_datum
from samenwerk.domain.fasen import (
    ACTIEF,
    EINDTOESTANDEN,
    FASEN,
    Fase,
    decide_overgang,
    describe_moves,
    describe_toestand,
    fase_of,
    next_fase,
)
from samenwerk.domain.keuzes import suggest
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.tijdlijn import Stap
from samenwerk.domain.uitgaven import Uitgave, uitgaven_of_fase
from samenwerk.domain.versies import kept_of
from samenwerk.domain.voorwaarden import AANBEVOLEN, VEREIST, Gat, find_gaten, voorwaarden_of
from samenwerk.domain.zinnen import rangtelwoord, som_op
from samenwerk.errors import (
    IETS,
    Bevinding,
    ChangedMeanwhileError,
    FaseNotAllowedError,
    RefusedError,
    Remedy,
    VoorwaardenNotMetError,
    WrongUsageError,
)
from samenwerk.storage.dossier import DOSSIER_NAME, Dossier
from samenwerk.storage.yaml_changes import Append, Change, Set
from samenwerk.storage.yaml_tree import Plain
from samenwerk.workflows.changes import Gewijzigd, apply_changes
from samenwerk.workflows.redo import redo_when_changed
from samenwerk.workflows.references import check_sleutels, read_fase
from samenwerk.workflows.remedies import locate_gat

_FEW = 3
"""Of more gaps than that the list of commands is no way to begin."""


class Stapgegevens(NamedTuple):
    """What is recorded of a step besides its fase."""

    datum: date
    door: str = ""
    aanwezig: tuple[str, ...] = ()
    reden: str = ""


class Stapresultaat(NamedTuple):
    """A step that was taken: what was open before it, and which documents it puts in question.

    `ondanks` is what was required, `aanbevolen` what was only wise; a step back asks for neither.
    """

    van: Fase
    naar: Fase
    ondanks: list[Gat]
    aanbevolen: list[Gat]
    ter_discussie: list[Uitgave]
    gewijzigd: Gewijzigd


def take_next_step(dossier: Dossier, gegevens: Stapgegevens, *, ondanks: str, proef: bool) -> Stapresultaat:
    """Go to the next fase. `ondanks` is the reason to go on while required voorwaarden are not met.

    Raises `VoorwaardenNotMetError` when there are such and no reason is given; before that `FaseNotAllowedError` when there
    is no such step, and `RefusedError` or `WrongUsageError` when what is to be recorded of it cannot be;
    `ChangedMeanwhileError` when someone else took a step since the dossier was read.
    """
    return _go_on(dossier, _find_next(dossier.samenwerking), gegevens, ondanks=ondanks, proef=proef)


@redo_when_changed
def _go_on(dossier: Dossier, naar: Fase, gegevens: Stapgegevens, *, ondanks: str, proef: bool) -> Stapresultaat:
    # The fase is given, for done again after the step of someone else this would be one more, which nobody decided.
    samenwerking = dossier.samenwerking
    van = fase_of(samenwerking.fase)
    if _find_next(samenwerking) != naar:
        raise ChangedMeanwhileError(
            f"Iemand anders zette intussen een stap, naar fase {van.nummer} {van.naam}; er is niets geschreven.",
            ("Bekijk waar de groep staat: ", Remedy("status")),
        )
    _check_gegevens(samenwerking, gegevens)
    vereist = find_gaten(samenwerking, van.id, gegevens.datum, VEREIST)
    if vereist and not ondanks:
        raise _refuse_step(dossier, naar, vereist)
    reden = "; ".join(filter(None, (gegevens.reden, ondanks if vereist else "")))
    changes = _record_step(naar, gegevens._replace(reden=reden), vereist)
    aanbevolen = find_gaten(samenwerking, van.id, gegevens.datum, AANBEVOLEN)
    melding = f"De groep staat nu in fase {naar.nummer} {naar.naam}."
    if vereist:
        melding += f" Genoteerd wat nog niet klaar was: {_name_voorwaarden(van, vereist)}."
    return Stapresultaat(van, naar, vereist, aanbevolen, [], apply_changes(dossier, changes, proef=proef).told(melding))


def _name_voorwaarden(fase: Fase, gaten: list[Gat]) -> str:
    ids = {gat.voorwaarde for gat in gaten}
    titels = [voorwaarde.titel for voorwaarde in voorwaarden_of(fase.id) if voorwaarde.id in ids]
    return som_op([titel[0].lower() + titel[1:] for titel in titels])


def _find_next(samenwerking: Samenwerking) -> Fase:
    naar = next_fase(samenwerking.fase)
    if naar is None and samenwerking.is_actief:
        raise FaseNotAllowedError("Er is geen volgende fase.", describe_moves(samenwerking.fase))
    # Without a next fase a sleeping dossier still gets the answer of the table: reopen it first.
    naar = naar or fase_of(samenwerking.fase)
    _check_overgang(samenwerking, naar)
    return naar


def _refuse_step(dossier: Dossier, naar: Fase, gaten: list[Gat]) -> VoorwaardenNotMetError:
    """The refusal of a step forward, with everything that is missing, where it belongs, and what fills it."""
    bevindingen = []
    for gat in gaten:
        opening = locate_gat(dossier, gat)
        bevindingen.append(
            Bevinding(gat.voorwaarde, gat.melding, opening.oplossing, gat.pad, bestand=DOSSIER_NAME, regel=opening.regel)
        )
    return VoorwaardenNotMetError(
        f"De groep kan nog niet naar de fase {naar.naam}. Dit is nodig en nog niet klaar:",
        ("Vul het aan, of ga toch verder met: ", Remedy("fase volgende", met={"ondanks": IETS})),
        bevindingen,
        eerst=("Vul vraag per vraag aan wat nog open is: ", Remedy("vragen")) if len(bevindingen) > _FEW else "",
    )


def prepare_return(dossier: Dossier, woord: str) -> Fase:
    """The earlier fase a person names.

    Raises `WrongUsageError` for a word that is no fase, `FaseNotAllowedError` for no way back.
    """
    fase = read_fase(woord)
    _check_return(dossier.samenwerking, fase)
    return fase


def _check_return(samenwerking: Samenwerking, fase: Fase) -> None:
    _check_overgang(samenwerking, fase)
    if fase.nummer > fase_of(samenwerking.fase).nummer:
        hier = fase_of(samenwerking.fase)
        melding = f"De fase {fase.naam} komt na de fase {hier.naam}. Terug kan alleen naar een vroegere fase."
        raise FaseNotAllowedError(melding, describe_moves(hier.id))


@redo_when_changed
def go_back(dossier: Dossier, fase: Fase, gegevens: Stapgegevens, *, proef: bool) -> Stapresultaat:
    """Go back to an earlier fase; nothing is erased. The documents that were made since then come in question.

    Raises `FaseNotAllowedError` for no way back, `RefusedError` or `WrongUsageError` when what is to be recorded cannot be.
    """
    samenwerking = dossier.samenwerking
    _check_return(samenwerking, fase)
    van = fase_of(samenwerking.fase)
    ter_discussie = [
        uitgave
        for tussen in FASEN[fase.nummer : van.nummer + 1]
        for uitgave in uitgaven_of_fase(samenwerking, tussen.id)
        if _is_made(dossier, uitgave)
    ]
    _check_gegevens(samenwerking, gegevens)
    changes = _record_step(fase, gegevens, [])
    gewijzigd = apply_changes(dossier, changes, proef=proef)
    ronde = gewijzigd.dossier.samenwerking.ronde(fase.id)
    keer = f", voor de {rangtelwoord(ronde)} keer" if ronde > 1 else ""
    melding = f"De groep staat nu in fase {fase.nummer} {fase.naam}{keer}. Er is niets gewist."
    return Stapresultaat(van, fase, [], [], ter_discussie, gewijzigd.told(melding))


def _is_made(dossier: Dossier, uitgave: Uitgave) -> bool:
    """Whether the group has a document to look at: its file, or a version that it adopted."""
    # Here and not above: only a step back asks for documents.
    from samenwerk.workflows.document_files import path_of

    return bool(kept_of(dossier.samenwerking, uitgave).versies) or os.path.lexists(dossier.folder / path_of(uitgave))


def check_can_close(dossier: Dossier) -> None:
    """Raise `RefusedError` when the collaboration is not active."""
    if not dossier.samenwerking.is_actief:
        raise RefusedError(f"{describe_toestand(dossier.samenwerking.toestand)}.", ("Begin eerst weer: ", Remedy("heropen")))


@redo_when_changed
def close(dossier: Dossier, toestand: str, gegevens: Stapgegevens, *, proef: bool) -> Gewijzigd:
    """Let the collaboration sleep or end; the fase stays what it is and the logbook says why."""
    check_can_close(dossier)
    if toestand not in EINDTOESTANDEN:
        raise WrongUsageError(f"“{toestand}” kan hier niet.", suggest(toestand, EINDTOESTANDEN))
    return _change_toestand(dossier, toestand, gegevens, proef=proef)


@redo_when_changed
def reopen(dossier: Dossier, gegevens: Stapgegevens, *, proef: bool) -> Gewijzigd:
    """Make a sleeping or ended collaboration active again, in the fase where it stopped."""
    if dossier.samenwerking.is_actief:
        raise RefusedError("De samenwerking is al actief.", ("Bekijk waar de groep staat: ", Remedy("status")))
    return _change_toestand(dossier, ACTIEF, gegevens, proef=proef)


def _check_overgang(samenwerking: Samenwerking, naar: Fase) -> None:
    overgang = decide_overgang(samenwerking.fase, naar.id, samenwerking.toestand)
    if not overgang.is_mogelijk:
        raise FaseNotAllowedError(overgang.melding, overgang.oplossing)


def _check_gegevens(samenwerking: Samenwerking, gegevens: Stapgegevens) -> None:
    _check_dag(samenwerking, gegevens.datum)
    check_sleutels(samenwerking, Stap.velden["aanwezig"], gegevens.aanwezig)


def _record_step(naar: Fase, gegevens: Stapgegevens, ondanks: list[Gat]) -> list[Change]:
    stap: dict[str, Plain] = {
        "datum": gegevens.datum.isoformat(),
        "naar": naar.id,
        "door": gegevens.door,
        "aanwezig": list(gegevens.aanwezig),
        "reden": gegevens.reden,
        "ondanks": list(dict.fromkeys(gat.voorwaarde for gat in ondanks)),
    }
    filled = {naam: waarde for naam, waarde in stap.items() if waarde}
    return [Set(("fase",), naar.id), Append(("verloop",), filled)]


def _change_toestand(dossier: Dossier, toestand: str, gegevens: Stapgegevens, *, proef: bool) -> Gewijzigd:
    _check_dag(dossier.samenwerking, gegevens.datum)
    melding = "De samenwerking is weer actief." if toestand == ACTIEF else f"{describe_toestand(toestand)}."
    tekst = melding
    tekst += f" Beslist door: {gegevens.door}." if gegevens.door else ""
    tekst += f" Reden: {gegevens.reden}" if gegevens.reden else ""
    regel: Plain = {
        "datum": gegevens.datum.isoformat(),
        "fase": dossier.samenwerking.fase,
        "soort": "besluit",
        "proces": "interactie",
        "toestand": toestand,
        "tekst": tekst,
    }
    gewijzigd = apply_changes(dossier, [Set(("toestand",), toestand), Append(("logboek",), regel)], proef=proef)
    return gewijzigd.told(melding)


def _check_dag(samenwerking: Samenwerking, dag: date) -> None:
    """Raise `RefusedError` for a day before what this step follows."""
    vorige = last_wending(samenwerking)
    if vorige is not None and dag < vorige[0]:
        raise RefusedError(
            f"De dag {show_datum(dag)} ligt voor de vorige stap, op {show_datum(vorige[0])}.",
            later_or_mend(vorige[1]),
        )
