"""What was noted in time is put right: an item of such a list is found by its number, shown, changed or taken away."""

from collections.abc import Iterator, Mapping
from datetime import date

from samenwerk.domain.datums import show_datum
from samenwerk.domain.fasen import fase_of
from samenwerk.domain.reeksen import Reeks
from samenwerk.domain.taal import capitalize
from samenwerk.domain.tijdlijn import Gebeurtenis, Logboekregel, Stap
from samenwerk.errors import Pad, RefusedError, WrongUsageError
from samenwerk.storage.dossier import Dossier
from samenwerk.storage.notities import DossierFile, check_exposure, read_notities
from samenwerk.storage.yaml_changes import Change, Remove, Set
from samenwerk.workflows.changes import Trial, apply_changes, finish, try_out
from samenwerk.workflows.kolommen import Recordinvoer, plan_kolommen, show_kolommen
from samenwerk.workflows.redo import redo_when_changed
from samenwerk.workflows.references import choose_fase
from samenwerk.workflows.taking_back import (
    SPOOR,
    Rechtzetting,
    leave_trail,
    plan_noted_back,
    plan_stap_back,
    plan_toestand_back,
)


def find_nummer(doel: DossierFile, reeks: Reeks, woord: str) -> int:
    """The number a person gives; without one that of the last item.

    Raises `WrongUsageError` for what is no number of this list, `RefusedError` when it holds nothing.
    """
    aantal = len(reeks.items_in(doel.record))
    if not aantal:
        raise RefusedError(f"Er staat nog geen {reeks.enkelvoud} in {doel.what}.")
    if not woord:
        return aantal
    if not (woord.isascii() and woord.isdigit() and 0 < int(woord[:6]) <= aantal):
        welke = f"Er is er één, met nummer {aantal}." if aantal == 1 else f"De nummers gaan van 1 tot {aantal}."
        raise WrongUsageError(f"“{woord}” is geen nummer van een {reeks.enkelvoud}.", welke)
    return int(woord)


def describe_item(doel: DossierFile, reeks: Reeks, nummer: int) -> Mapping[str, list[str]]:
    """By the name of each kolom the words that fill it."""
    return show_kolommen(reeks.items_in(doel.record)[nummer - 1], reeks.kolommen)


@redo_when_changed
def change_item(doel: DossierFile, reeks: Reeks, nummer: int, invoer: Recordinvoer, *, proef: bool) -> Rechtzetting:
    """Change fields of an item; what it was (`vast`) stays. With its day goes the fase of that day, unless another was said.

    Raises `WrongUsageError` with all that is wrong with the words, what `choose_fase` raises, and what `apply_changes` raises.
    """
    if woorden := invoer.opties.get("fase"):
        fase = choose_fase(doel.dossier.samenwerking, invoer.dag, woorden[-1])
        invoer = invoer._replace(opties={**invoer.opties, "fase": [fase]})
    changes = plan_kolommen(doel, _pad_of(reeks, nummer), reeks.te_wijzigen, invoer, wat=reeks.enkelvoud)
    if not woorden:
        changes += _follow_day(doel, reeks, nummer, changes)
    gewijzigd = apply_changes(doel, changes, proef=proef)
    hoe = "is gewijzigd." if gewijzigd.verschil else "was al zo; er is niets veranderd."
    return Rechtzetting((), gewijzigd.told(f"{name_item(reeks, nummer)} {hoe}"))


def _follow_day(doel: DossierFile, reeks: Reeks, nummer: int, changes: list[Change]) -> Iterator[Change]:
    """The change of the fase that goes with another day, of an item that has the fase of its day."""
    pad, item, samenwerking = _pad_of(reeks, nummer), reeks.items_in(doel.record)[nummer - 1], doel.dossier.samenwerking
    dagen = [str(change.value) for change in changes if isinstance(change, Set) and change.pad == (*pad, "datum")]
    if isinstance(item, Stap) or not dagen or not item.fase or item.fase != samenwerking.fase_op(item.datum):
        return
    fase = samenwerking.fase_op(date.fromisoformat(dagen[-1]))
    if fase != item.fase:
        yield Set((*pad, "fase"), fase) if fase else Remove((*pad, "fase"))


@redo_when_changed
def take_away(doel: DossierFile, reeks: Reeks, nummer: int, dag: date, reden: str, *, proef: bool) -> Rechtzetting:
    """Take an item away as if it had not been noted; `dag` is the day of today.

    What others may have read leaves a line in the logboek: all of an earlier day, and whatever a `reden` is given for.

    Raises `RefusedError` for a step or a change of toestand that is not the last, or on which something else rests.
    """
    item = reeks.items_in(doel.record)[nummer - 1]
    more, gevolgen = _plan_rest(doel, nummer, item)
    spoor: list[Change] = []
    if isinstance(doel, Dossier) and (item.datum != dag or reden):
        fase = doel.samenwerking.verloop[-2].naar if isinstance(item, Stap) else doel.samenwerking.fase
        spoor.append(leave_trail(describe_for_others(reeks, item), dag, fase, reden))
        gevolgen = [*gevolgen, SPOOR]
    trial = try_out(doel, [Remove(_pad_of(reeks, nummer)), *more, *spoor])
    trials = [*_try_in_notities(trial, item), trial] if isinstance(item, Stap) else [trial]
    gewijzigd = finish(trials, proef=proef)
    return Rechtzetting(gevolgen, gewijzigd.told(f"{name_item(reeks, nummer)} is weggehaald."))


def _try_in_notities(taken: Trial, stap: Stap) -> list[Trial]:
    """What was noted beside the dossier since a step that is taken back, and belongs to the fase before it."""
    notities = read_notities(taken.before.dossier)
    changes = plan_noted_back(notities.record, stap, taken.after.dossier.samenwerking.fase)
    if not changes:
        return []
    check_exposure(notities.dossier)
    return [try_out(notities.beside(taken.after.dossier), changes)]


def _plan_rest(doel: DossierFile, nummer: int, item: Gebeurtenis) -> tuple[list[Change], list[str]]:
    """What goes with an item besides itself, as changes and in sentences."""
    if not isinstance(doel, Dossier):
        return [], []
    if isinstance(item, Stap):
        return plan_stap_back(doel.samenwerking, nummer)
    if isinstance(item, Logboekregel) and item.toestand:
        return plan_toestand_back(doel.samenwerking, nummer)
    return [], []


def name_item(reeks: Reeks, nummer: int) -> str:
    """`Gesprek 2`."""
    return f"{capitalize(reeks.enkelvoud)} {nummer}"


def describe_for_others(reeks: Reeks, item: Gebeurtenis) -> str:
    """An item without a word of what people wrote in it: `de stap naar Verkennen van 16 maart 2026`."""
    wat = reeks.dit
    if isinstance(item, Stap):
        wat = f"de stap naar {fase_of(item.naar).naam}"
    elif isinstance(item, Logboekregel) and item.soort:
        wat = f"een {item.soort}"
    return f"{wat} van {show_datum(item.datum)}" if item.datum else wat


def _pad_of(reeks: Reeks, nummer: int) -> Pad:
    return (reeks.veld, nummer - 1)
