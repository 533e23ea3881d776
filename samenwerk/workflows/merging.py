"""Putting one record in the place of another that is the same, everywhere it is named: part of `partner weg` and its like."""

from collections.abc import Iterator, Sequence

from samenwerk.domain.keuzes import name_with_key
from samenwerk.domain.record import Record, value_at
from samenwerk.domain.taal import capitalize
from samenwerk.domain.verwijzingen import Verwijzing, find_verwijzingen
from samenwerk.domain.verzamelingen import Verzameling
from samenwerk.errors import RefusedError, WrongUsageError
from samenwerk.storage.dossier import Dossier
from samenwerk.storage.renaming import rename_in
from samenwerk.storage.yaml_changes import Change, Remove, Rename, Set
from samenwerk.workflows.changes import finish, try_out
from samenwerk.workflows.records import Recordwijziging, find_record_at
from samenwerk.workflows.redo import redo_when_changed
from samenwerk.workflows.references import name_records
from samenwerk.workflows.rename import try_in_notities
from samenwerk.workflows.vermeldingen import find_among


@redo_when_changed
def replace_record(dossier: Dossier, verzameling: Verzameling, sleutel: str, door: str, *, proef: bool) -> Recordwijziging:
    """Take a record away, and name another in its place wherever it was named, also in the notes.

    Raises `WrongUsageError` for a key that is not there or that is its own, `RefusedError` with every place where something
    was said of both, for only a person can make one of that; and what opening and writing the notes raises.
    """
    find_record_at(dossier.samenwerking, verzameling, sleutel)
    find_record_at(dossier.samenwerking, verzameling, door)
    samenwerking = dossier.samenwerking
    namen = name_records(samenwerking, (verzameling.veld,))
    # With the key, for two that are the same may be called the same.
    oud, nieuw = (f"“{name_with_key(each, namen[each])}”" for each in (sleutel, door))
    if sleutel == door:
        raise WrongUsageError(f"{oud} kan niet in zijn eigen plaats komen.", f"Noem een andere {verzameling.enkelvoud}.")
    verwijzingen = find_verwijzingen(samenwerking, verzameling.veld, sleutel)
    van_beide = [each.pad for each in verwijzingen if _names_both(samenwerking, each, sleutel, door)]
    if van_beide:
        melding = f"Bij {oud} en bij {nieuw} staat al iets; wat blijft, kan alleen u zeggen."
        raise RefusedError(melding, "Haal telkens een van de twee weg.", list(find_among(dossier, van_beide, sleutel)))
    changes = [*_plan(samenwerking, verwijzingen, sleutel, door), Remove((verzameling.veld, sleutel))]
    trial = try_out(dossier, changes)
    trials = [*try_in_notities(trial, verzameling, sleutel, door, _plan), trial]
    melding = f"{capitalize(verzameling.dit)} {oud} is weggehaald; overal staat nu {nieuw}."
    return Recordwijziging(door, finish(trials, proef=proef).told(melding))


def _names_both(record: Record, verwijzing: Verwijzing, oud: str, nieuw: str) -> bool:
    """Whether something is said of both: a key that would come in the place of another."""
    return verwijzing.is_naam and bool(value_at(record, (*verwijzing.pad[:-1], _new_name(verwijzing, oud, nieuw))))


def _new_name(verwijzing: Verwijzing, oud: str, nieuw: str) -> str:
    return rename_in(str(verwijzing.pad[-1]), oud, nieuw)


def _plan(record: Record, verwijzingen: Sequence[Verwijzing], oud: str, nieuw: str) -> Iterator[Change]:
    for verwijzing in verwijzingen:
        *_, laatste = verwijzing.pad
        if _names_both(record, verwijzing, oud, nieuw):
            raise RefusedError(
                f"In uw vertrouwelijke notities staat iets van “{oud}” en van “{nieuw}”; wat van wie is, kan alleen u zeggen.",
                "Zet het in vertrouwelijk.yaml bij één van beide.",
            )
        if verwijzing.is_naam:
            yield Rename(verwijzing.pad, _new_name(verwijzing, oud, nieuw))
        elif isinstance(laatste, int) and nieuw in _list_at(record, verwijzing):
            yield Remove(verwijzing.pad)
        else:
            yield Set(verwijzing.pad, nieuw)


def _list_at(record: Record, verwijzing: Verwijzing) -> tuple[object, ...]:
    found = value_at(record, verwijzing.pad[:-1])
    return found if isinstance(found, tuple) else ()
