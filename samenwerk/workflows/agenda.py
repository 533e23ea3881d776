"""Making the agenda file of a dossier, without ever writing over a calendar of someone else."""

from functools import partial
from typing import NamedTuple

from samenwerk.domain.termijnen import Termijn, find_termijnen
from samenwerk.errors import RefusedError, Remedy
from samenwerk.rendering.agenda import is_own_agenda, render_agenda
from samenwerk.storage.dossier import Dossier
from samenwerk.storage.record_file import plan_save, save_files
from samenwerk.storage.writing.replace import Replacement, replace_files
from samenwerk.workflows.changes import Gewijzigd, describe_change
from samenwerk.workflows.diff import show_file_diff
from samenwerk.workflows.document_files import DOCUMENT_FOLDER
from samenwerk.workflows.identity import with_id
from samenwerk.workflows.opvolging import check_partner


class Agenda(NamedTuple):
    """An agenda, the dossier it is made of (with the id it may have got), where its file is, and what that file holds now."""

    dossier: Dossier
    pad: str
    termijnen: list[Termijn]
    content: bytes
    huidig: bytes | None


class NotOurAgendaError(RefusedError):
    """The file in the way is a calendar of someone else; nothing was written."""

    code = "andere_agenda"


def build_agenda(dossier: Dossier, voor: str) -> Agenda:
    """The agenda of all, or of one partner; writes nothing.

    A dossier without id gets one, by which a calendar knows its events again whatever the collaboration is called.
    Raises what `check_partner` raises, `RefusedError` when there is no day to put in (an empty calendar is none), and what
    `with_id` raises.
    """
    samenwerking = dossier.samenwerking
    if voor:
        check_partner(samenwerking, voor)
    termijnen = find_termijnen(samenwerking, voor)
    if not samenwerking.is_actief:
        raise RefusedError(
            f"De samenwerking is {samenwerking.toestand}; haar datums gelden nu niet.", ("Weer beginnen: ", Remedy("heropen"))
        )
    if not termijnen:
        voor_wie = f" voor {samenwerking.naam_of(voor)}" if voor else ""
        raise RefusedError(
            f"Er is nog geen datum{voor_wie} om in een agenda te zetten.",
            "Datums komen van acties, afspraken, mandaten, projecten, de looptijd en het evaluatiebeleid.",
        )
    pad = f"{DOCUMENT_FOLDER}/agenda{f'-{voor}' if voor else ''}.ics"
    met_id = with_id(dossier)
    return Agenda(met_id, pad, termijnen, render_agenda(met_id.samenwerking, termijnen), dossier.files.read(pad))


def keep_id(dossier: Dossier, agenda: Agenda, *, proef: bool) -> None:
    """Write the id that the dossier got, for an agenda that is shown and not written. Raises what `save_files` raises."""
    if not proef:
        save_files([(dossier, agenda.dossier)])


def write_agenda(dossier: Dossier, agenda: Agenda, *, overschrijf: bool, proef: bool) -> Gewijzigd:
    """Put the agenda in its place, and in the dossier the id that it got; both or neither.

    Raises `NotOurAgendaError` for a file that was not made here, and what `replace_files` raises.
    """
    if agenda.huidig is not None and not overschrijf and not is_own_agenda(agenda.huidig):
        raise NotOurAgendaError(
            f"{agenda.pad} is niet door samenwerk gemaakt; er is niets geschreven.",
            ("Geef dat bestand een andere naam, of schrijf eroverheen met: ", Remedy("agenda", met={"overschrijf": ""})),
        )
    replacements = [plan_save(dossier, agenda.dossier)] if agenda.dossier.content != dossier.content else []
    if agenda.content != agenda.huidig:
        replacements.append(Replacement(dossier.folder / agenda.pad, agenda.content, agenda.huidig))
    if replacements and not proef:
        replace_files(dossier.folder, replacements)
    aantal = len(agenda.termijnen)
    melding = f"{agenda.pad} geschreven, met {aantal} {'datum' if aantal == 1 else 'datums'}."
    if not replacements:
        melding = f"{agenda.pad} was al actueel."
    return Gewijzigd(agenda.dossier, partial(_compare, dossier, agenda), proef).told(melding)


def _compare(dossier: Dossier, agenda: Agenda) -> str:
    verschillen = describe_change(dossier, agenda.dossier), show_file_diff(agenda.huidig, agenda.content, agenda.pad)
    return "\n".join(filter(None, verschillen))
