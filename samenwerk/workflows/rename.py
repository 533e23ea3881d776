"""Giving a record another key, everywhere it is named: part of `partner wijzig` and its like."""

from collections.abc import Callable, Iterator, Sequence

from samenwerk.domain.record import Record, value_at
from samenwerk.domain.taal import capitalize
from samenwerk.domain.termijnen import list_termijnen
from samenwerk.domain.uitgaven import uitgave_about
from samenwerk.domain.versies import kept_of
from samenwerk.domain.verwijzingen import Verwijzing, find_verwijzingen
from samenwerk.domain.verzamelingen import Verzameling
from samenwerk.storage.dossier import Dossier
from samenwerk.storage.notities import check_exposure, read_notities
from samenwerk.storage.renaming import plan_rename
from samenwerk.storage.writing.replacement import Replacement
from samenwerk.storage.yaml_changes import Change, Remove, Rename, Set
from samenwerk.workflows.afschriften import path_of_gegevens, path_of_text
from samenwerk.workflows.changes import Trial, finish, try_out
from samenwerk.workflows.document_files import path_of
from samenwerk.workflows.kolommen import Recordinvoer
from samenwerk.workflows.records import Recordwijziging, check_form, check_free, plan_record
from samenwerk.workflows.redo import redo_when_changed

Plan = Callable[[Record, Sequence[Verwijzing], str, str], Iterator[Change]]
"""What makes the places of a file that name a record by its old key name it by the new one."""


@redo_when_changed
def rename_record(
    dossier: Dossier, verzameling: Verzameling, sleutel: str, nieuwe_sleutel: str, invoer: Recordinvoer, *, proef: bool
) -> Recordwijziging:
    """Call a record by another key, also in the notes, and change its fields as `change_record` does.

    Raises `WrongUsageError` for what cannot be a key and for wrong words, `RefusedError` for a key that is taken, what
    opening the notes raises where they must change, and what `try_out` and `finish` raise.
    """
    changes = [*plan_record(dossier, verzameling, sleutel, invoer), *_keep_first(dossier, verzameling, sleutel, nieuwe_sleutel)]
    if verzameling.record is not None:
        check_form(nieuwe_sleutel)
    check_free(dossier.samenwerking, verzameling, nieuwe_sleutel)
    verwijzingen = find_verwijzingen(dossier.samenwerking, verzameling.veld, sleutel)
    changes += [
        *_plan_rename(dossier.samenwerking, verwijzingen, sleutel, nieuwe_sleutel),
        Rename((verzameling.veld, sleutel), nieuwe_sleutel),
    ]
    trial = try_out(dossier, changes)
    trials = [*try_in_notities(trial, verzameling, sleutel, nieuwe_sleutel, _plan_rename), trial]
    melding = f"{capitalize(verzameling.dit)} “{sleutel}” heet nu overal “{nieuwe_sleutel}”."
    oud_bestand = _find_document(dossier, verzameling, sleutel)
    copies = _move_copies(dossier, verzameling, sleutel, nieuwe_sleutel)
    return Recordwijziging(nieuwe_sleutel, finish(trials, copies, proef=proef).told(melding), oud_bestand)


def _keep_first(dossier: Dossier, verzameling: Verzameling, sleutel: str, nieuwe_sleutel: str) -> Iterator[Change]:
    """Keep the first key with a record that has a day: a calendar may know it by that."""
    samenwerking, hier = dossier.samenwerking, (verzameling.veld, sleutel)
    if any(termijn.pad[:2] == hier for termijn in list_termijnen(samenwerking)):
        pad = (*hier, "heette")
        heette = value_at(samenwerking, pad)
        if heette == nieuwe_sleutel:
            yield Remove(pad)
        elif not heette:
            yield Set(pad, sleutel)


def _move_copies(dossier: Dossier, verzameling: Verzameling, sleutel: str, nieuwe_sleutel: str) -> list[Replacement]:
    """The kept copies of the versions of a document that carries the key in its name: byte for byte, by its new name."""
    oud, nieuw = uitgave_about(verzameling.veld, sleutel), uitgave_about(verzameling.veld, nieuwe_sleutel)
    moved = []
    for versie in kept_of(dossier.samenwerking, oud).versies if oud else ():
        for path_of_copy in (path_of_text, path_of_gegevens):
            if oud and nieuw and (content := dossier.files.read(path_of_copy(oud, versie.versie or 0))) is not None:
                there = path_of_copy(nieuw, versie.versie or 0)
                moved += [
                    Replacement(dossier.folder / there, content, dossier.files.read(there)),
                    Replacement(dossier.folder / path_of_copy(oud, versie.versie or 0), None, content),
                ]
    return moved


def _find_document(dossier: Dossier, verzameling: Verzameling, sleutel: str) -> str:
    """The path of the document that carries the former key in its name; empty when there is none."""
    uitgave = uitgave_about(verzameling.veld, sleutel)
    return path_of(uitgave) if uitgave is not None and dossier.files.read(path_of(uitgave)) is not None else ""


def try_in_notities(renamed: Trial, verzameling: Verzameling, oud: str, nieuw: str, plan: Plan) -> list[Trial]:
    """What must change in the notes beside the dossier, where they name the record that gets another key.

    Raises what reading the notes raises, `RefusedError` while git would take them along, and what `plan` raises.
    """
    notities = read_notities(renamed.before.dossier)
    verwijzingen = find_verwijzingen(notities.record, verzameling.veld, oud)
    if not verwijzingen:
        return []
    check_exposure(notities.dossier)
    return [try_out(notities.beside(renamed.after.dossier), list(plan(notities.record, verwijzingen, oud, nieuw)))]


def _plan_rename(_: Record, verwijzingen: Sequence[Verwijzing], oud: str, nieuw: str) -> Iterator[Change]:
    return plan_rename(verwijzingen, oud, nieuw)
