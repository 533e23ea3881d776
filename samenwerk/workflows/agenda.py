"""Making the agenda file of a dossier, without ever writing over a calendar of someone else."""

from typing import NamedTuple

from samenwerk.domain.termijnen import Termijn, find_termijnen
from samenwerk.errors import RefusedError
from samenwerk.rendering.agenda import is_own_agenda, render_agenda
from samenwerk.storage.dossier import Dossier
from samenwerk.workflows.changes import Gewijzigd, write_beside
from samenwerk.workflows.document_files import DOCUMENT_FOLDER
from samenwerk.workflows.opvolging import check_partner


class Agenda(NamedTuple):
    """An agenda, where its file is, and what that file holds now."""

    pad: str
    termijnen: list[Termijn]
    content: bytes
    huidig: bytes | None


class NotOurAgendaError(RefusedError):
    """The file in the way is a calendar of someone else; nothing was written."""

    code = "andere_agenda"


def build_agenda(dossier: Dossier, voor: str) -> Agenda:
    """The agenda of all, or of one partner; writes nothing.

    Raises what `check_partner` raises, and `RefusedError` when there is no day to put in: an empty calendar is none.
    """
    samenwerking = dossier.samenwerking
    if voor:
        check_partner(samenwerking, voor)
    termijnen = find_termijnen(samenwerking, voor)
    if not samenwerking.is_actief:
        raise RefusedError(
            f"De samenwerking is {samenwerking.toestand}; haar datums gelden nu niet.", "Weer beginnen: samenwerk heropen"
        )
    if not termijnen:
        voor_wie = f" voor {samenwerking.naam_of(voor)}" if voor else ""
        raise RefusedError(
            f"Er is nog geen datum{voor_wie} om in een agenda te zetten.",
            "Datums komen van acties, afspraken, mandaten en het evaluatiebeleid in samenwerking.yaml.",
        )
    pad = f"{DOCUMENT_FOLDER}/agenda{f'-{voor}' if voor else ''}.ics"
    return Agenda(pad, termijnen, render_agenda(samenwerking, termijnen), dossier.files.read(pad))


def write_agenda(dossier: Dossier, agenda: Agenda, *, overschrijf: bool, proef: bool) -> Gewijzigd:
    """Put the agenda in its place. Raises `NotOurAgendaError` for a file that was not made here."""
    if agenda.huidig is not None and not overschrijf and not is_own_agenda(agenda.huidig):
        raise NotOurAgendaError(
            f"{agenda.pad} is niet door samenwerk gemaakt; er is niets geschreven.",
            "Geef dat bestand een andere naam, of schrijf eroverheen met: samenwerk agenda --overschrijf",
        )
    return write_beside(dossier, agenda.pad, agenda.huidig, agenda.content, proef=proef)
