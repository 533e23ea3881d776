"""Making the agenda file of a dossier, without ever writing over a calendar of someone else."""

from functools import partial
from typing import NamedTuple

from samenwerk.domain.fasen import describe_toestand
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.termijnen import Termijn, find_termijnen
from samenwerk.domain.zinnen import tel
from samenwerk.errors import RefusedError, Remedy
from samenwerk.rendering.agenda.calendar import list_gebeurtenissen, render_agenda
from samenwerk.rendering.agenda.told import is_own_agenda, read_told
from samenwerk.storage import clock
from samenwerk.storage.dossier import Dossier
from samenwerk.storage.foreign_text import decode_text
from samenwerk.storage.record_file import plan_save, save_files
from samenwerk.storage.writing.in_place import put_in_place
from samenwerk.storage.writing.replacement import Replacement
from samenwerk.workflows.agenda_files import path_of_agenda
from samenwerk.workflows.changes import Gewijzigd, describe_change
from samenwerk.workflows.diff import show_file_diff
from samenwerk.workflows.identity import with_id
from samenwerk.workflows.opvolging import check_is_partner, check_partner
from samenwerk.workflows.redo import redo_on_files


class Agenda(NamedTuple):
    """An agenda, the dossier it is made of (with the id it may have got), where its file is, and what that file holds now.

    `afgezegd` is how many days it cancels that were told before.
    """

    dossier: Dossier
    kreeg_id: bool
    pad: str
    termijnen: list[Termijn]
    afgezegd: int
    content: bytes
    huidig: bytes | None


class NotOurAgendaError(RefusedError):
    """The file in the way is a calendar of someone else; nothing was written."""

    code = "andere_agenda"


@redo_on_files
def show_agenda(dossier: Dossier, voor: str, *, proef: bool) -> Agenda:
    """The agenda of all, or of one partner, to be shown; only the id that the dossier got is written, unless this is a proef.

    Raises what `write_agenda` raises, but for a file that is in the way.
    """
    agenda = _build(dossier, voor)
    save_files([(dossier, agenda.dossier)], proef=proef)
    return agenda


@redo_on_files
def write_agenda(dossier: Dossier, voor: str, *, overschrijf: bool, proef: bool) -> tuple[Agenda, Gewijzigd]:
    """Put the agenda of all, or of one partner, in its place, and in the dossier the id that it got; both or neither.

    Raises `WrongUsageError` for a word that is no partner, `RefusedError` when there is nothing to tell (an empty calendar is
    none), `NotOurAgendaError` for a file that was not made here, and what `with_id` and `put_in_place` raise.
    """
    agenda = _build(dossier, voor)
    if agenda.huidig is not None and not overschrijf and not is_own_agenda(decode_text(agenda.huidig)):
        raise NotOurAgendaError(
            f"{agenda.pad} is niet door samenwerk gemaakt; er is niets geschreven.",
            ("Geef dat bestand een andere naam, of schrijf eroverheen met: ", Remedy("agenda", met={"overschrijf": ""})),
        )
    replacements = [plan_save(dossier, agenda.dossier)] if agenda.kreeg_id else []
    if agenda.content != agenda.huidig:
        replacements.append(Replacement(dossier.folder / agenda.pad, agenda.content, agenda.huidig))
    if replacements:
        put_in_place(dossier.folder, replacements, proef=proef)
    melding = f"{agenda.pad} geschreven, {_count(agenda)}." if replacements else f"{agenda.pad} was al actueel."
    return agenda, Gewijzigd(agenda.dossier, partial(_compare, dossier, agenda), proef).told(melding)


def _build(dossier: Dossier, voor: str) -> Agenda:
    """What there is to tell. What the file that is there told before, and is no more, is cancelled.

    A dossier without id gets one, by which a calendar knows its events again whatever the collaboration is called.
    """
    samenwerking = dossier.samenwerking
    if voor:
        check_is_partner(samenwerking, voor)
    pad = path_of_agenda(voor)
    huidig = dossier.files.read(pad)
    told = read_told(decode_text(huidig or b""), samenwerking.id)
    termijnen = find_termijnen(samenwerking, voor)
    if not list_gebeurtenissen(samenwerking, termijnen, told):
        raise _refuse(samenwerking, voor)
    met_id = with_id(dossier)
    gebeurtenissen = list_gebeurtenissen(met_id.samenwerking, termijnen, told)
    afgezegd = sum(wat.is_afgezegd and not told[wat.uid].is_cancelled for wat in gebeurtenissen)
    content = render_agenda(met_id.samenwerking, gebeurtenissen, told, clock.now())
    return Agenda(met_id, met_id is not dossier, pad, termijnen, afgezegd, content, huidig)


def _refuse(samenwerking: Samenwerking, voor: str) -> RefusedError:
    """Why there is nothing to tell a calendar."""
    if not samenwerking.is_actief:
        return RefusedError(
            f"{describe_toestand(samenwerking.toestand)}. Er is nu geen agenda.", ("Begin eerst weer: ", Remedy("heropen"))
        )
    if voor:
        check_partner(samenwerking, voor)
    voor_wie = f" voor {samenwerking.naam_of(voor)}" if voor else ""
    return RefusedError(
        f"Er is nog geen datum{voor_wie} om in een agenda te zetten.",
        "Datums komen van acties, afspraken, mandaten, projecten, de looptijd en het evaluatiebeleid.",
    )


def _count(agenda: Agenda) -> str:
    aantal = len(agenda.termijnen)
    erin = f"met {tel(aantal, 'datum', 'datums')}" if aantal else "zonder datums"
    return f"{erin}; afgezegd: {agenda.afgezegd}" if agenda.afgezegd else erin


def _compare(dossier: Dossier, agenda: Agenda) -> str:
    verschillen = describe_change(dossier, agenda.dossier), show_file_diff(agenda.huidig, agenda.content, agenda.pad)
    return "\n".join(filter(None, verschillen))
