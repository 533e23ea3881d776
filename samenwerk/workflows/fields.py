"""`samenwerk zet`: setting one field by its dotted path."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from samenwerk.domain.afspraken import ONBEPAALD
from samenwerk.domain.intern import is_intern_at, keep_shared
from samenwerk.domain.keuzes import find_keuzes, find_naam, fold, read_keuze, suggest, suggest_keuze
from samenwerk.domain.plaatsen import name_plaats
from samenwerk.domain.record import (
    DEEL,
    ENKELVOUDIG,
    WOORDEN,
    Record,
    Veld,
    find_record,
    find_veld,
    is_given_by_words,
    title_of,
    value_at,
)
from samenwerk.domain.reeksen import REEKSEN, find_reeks
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.tekens import remove_tekens
from samenwerk.errors import Oplossing, Pad, RefusedError, Remedy, WrongUsageError, show_pad
from samenwerk.storage.dossier import NOTITIES_NAME
from samenwerk.storage.yaml_changes import Change, Remove, Set
from samenwerk.storage.yaml_tree import Scalar, resolve
from samenwerk.workflows.changes import Gewijzigd, apply_changes
from samenwerk.workflows.redo import redo_when_changed
from samenwerk.workflows.references import read_sleutel
from samenwerk.workflows.values import plan_changes, read_value, show_words

if TYPE_CHECKING:
    from samenwerk.storage.notities import DossierFile

_GUARDED: dict[Pad, Oplossing] = {
    ("formaat",): "Het hoort bij samenwerk zelf. Klopt het niet, herstel het dan in samenwerking.yaml zelf.",
    ("id",): "Aan het id wordt dit dossier herkend; het verandert nooit.",
    ("fase",): ("De fase verandert alleen met: ", Remedy("fase volgende"), " of ", Remedy("terug naar", waarde="FASE")),
    ("toestand",): ("De toestand verandert alleen met: ", Remedy("afsluiten"), " of ", Remedy("heropen")),
    **{
        (reeks.veld, "*", naam): (
            "Wat het was, verandert niet achteraf. Was het een vergissing, haal het dan weg met: ",
            Remedy("weg", (reeks.veld,)),
        )
        for reeks in REEKSEN
        for naam in reeks.vast
    },
}
"""Fields that only a command of their own changes, each with what to do; `*` is any place in a list."""


_LAATSTE_DAG: Pad = ("looptijd", "tot")
_DUUR: Pad = ("looptijd", "duur")
_ONBEPAALD = frozenset(
    {ONBEPAALD, "onbepaalde duur", "voor onbepaalde duur", "onbepaalde tijd", "voor onbepaalde tijd", "geen"}
)
"""What people answer to the question for the last day when there is none."""


class Veldwijziging(NamedTuple):
    """One field that was set: where, what it was in words as others may see them, and what was done to it."""

    pad: Pad
    was: str
    gewijzigd: Gewijzigd


@redo_when_changed
def set_field(doel: "DossierFile", geschreven_pad: str, waarde: str, dag: date, *, proef: bool) -> Veldwijziging:
    """Give one field of a dossier, or of the notes beside it, a value, or add one to a list.

    An empty value empties the field, or takes one item out of a list.

    Raises `WrongUsageError` for a path that leads to no field of texts or a value the field cannot hold, `RefusedError`
    for a field that another command guards.
    """
    pad, veld = find_pad(doel.addressable, geschreven_pad)
    if _says_no_end(pad, waarde):
        return set_field(doel, show_pad(_DUUR), ONBEPAALD, dag, proef=proef)
    # In a dossier with errors the other command cannot run, and this may be the repair. Of a formaat or an id it is a guess.
    guard = _find_guard(pad)
    if guard and (pad in (("formaat",), ("id",)) or not doel.errors):
        raise RefusedError(f"“{show_pad(pad)}” kan niet met zet.", guard)
    if not waarde.strip() and veld.verplicht:
        raise WrongUsageError(f"“{show_pad(pad)}” mag niet leeg zijn.", f"Geef een tekst: {veld.uitleg}")
    nieuw = read_value(doel.dossier.samenwerking, pad, veld, [waarde], dag)
    was = show_value(doel.record, pad)
    changes: list[Change]
    if not nieuw and (veld.soort not in ENKELVOUDIG or isinstance(pad[-1], int)):
        changes = [Remove(pad)] if was else []
    elif nieuw == was and doel.errors:
        # In a dossier with errors what is the same may be there unread.
        changes = [Set(pad, nieuw)]
    else:
        changes = [*plan_changes(doel.record, {pad: nieuw}, dag), *_drop_other_end(doel.record, pad, nieuw)]
    gewijzigd = apply_changes(doel, changes, proef=proef)
    is_hidden = doel.is_vertrouwelijk or is_intern_at(doel.record, pad)
    getoond = "" if is_hidden else show_value(doel.record, pad, intern=False) or _find_unread(doel, pad)
    plaats = name_plaats(gewijzigd.dossier.samenwerking, pad)
    return Veldwijziging(pad, getoond, gewijzigd.told(_tell(plaats, veld, nieuw, getoond, gewijzigd)))


def find_settable(record: Record, geschreven_pad: str, waarde: str) -> Veld | None:
    """The field a dotted path means, where `zet` can put this value; None where it does something else with it.

    Raises what `find_pad` raises.
    """
    pad, veld = find_pad(record, geschreven_pad)
    return None if not waarde.strip() or _find_guard(pad) or _says_no_end(pad, waarde) else veld


def _says_no_end(pad: Pad, waarde: str) -> bool:
    return pad == _LAATSTE_DAG and waarde.strip().casefold() in _ONBEPAALD


def _drop_other_end(record: Record, pad: Pad, nieuw: object) -> list[Change]:
    """A looptijd has a last day or none: who says the one takes the other away."""
    if pad == _LAATSTE_DAG and nieuw and value_at(record, _DUUR) == ONBEPAALD:
        return [Remove(_DUUR)]
    return [Remove(_LAATSTE_DAG)] if pad == _DUUR and nieuw == ONBEPAALD and value_at(record, _LAATSTE_DAG) else []


def _find_unread(doel: "DossierFile", pad: Pad) -> str:
    """The text at a pad of a file with errors, of which the reader could make nothing; empty when there is none."""
    if not any(bevinding.pad == pad for bevinding in doel.errors):
        return ""
    node = resolve(doel.tree.find(pad))
    return remove_tekens(node.value) if isinstance(node, Scalar) else ""


def _tell(plaats: str, veld: Veld, nieuw: object, was: str, gewijzigd: Gewijzigd) -> str:
    if not gewijzigd.verschil:
        return f"Dit stond er al zo: {plaats}. Er is niets veranderd."
    if not nieuw:
        return f"Leeggemaakt: {plaats}." + (f" Er stond: {was}" if was else "")
    if was:
        erbij = veld.soort not in ENKELVOUDIG
        return f"Aangevuld: {plaats}. Er stond al: {was}" if erbij else f"Gewijzigd: {plaats}. Er stond: {was}"
    return f"Ingevuld: {plaats}."


def find_pad(record: Record, geschreven_pad: str) -> tuple[Pad, Veld]:
    """The pad and field a dotted path means. Raises `WrongUsageError` with what is possible at the part that does not fit."""
    delen = geschreven_pad.split(".")
    pad: list[str | int] = []
    value: object = record
    while delen:
        hier = find_veld(type(record), tuple(pad))
        if hier is not None and hier.soort == WOORDEN:
            # A word may itself hold dots: it is all that is left.
            pad.append(_find_woord(record, hier, value, ".".join(delen)))
            break
        value = _step_into(value, pad, _take_name(value, delen))
    veld = find_veld(type(record), tuple(pad))
    if veld is None or not is_given_by_words(veld):
        raise _not_single(tuple(pad), veld)
    if isinstance(pad[-1], str) and not pad[-1]:
        raise WrongUsageError(f"“{geschreven_pad}” is geen volledig gegeven.", "Zet een naam achter de punt.")
    return tuple(pad), veld


def _take_name(value: object, delen: list[str]) -> str:
    """The next part of a path, taken from `delen`: a name with dots of its own is one part."""
    namen = _name_records(value) if isinstance(value, Mapping) else {}
    heel = {fold(naam) for naam in namen.values()}
    aantal = next((n for n in range(len(delen), 1, -1) if fold(".".join(delen[:n])) in heel), 1)
    naam = ".".join(delen[:aantal])
    del delen[:aantal]
    return naam


def _name_records(value: Mapping[str, object]) -> dict[str, str]:
    """Each key of a collection with the words people know it by."""
    return {sleutel: title_of(inner) or sleutel for sleutel, inner in value.items()}


def _find_woord(record: Record, veld: Veld, value: object, woord: str) -> str:
    """The key of a record where the words are such; else a word that stands there already, in whatever case, or a new one.

    Raises `WrongUsageError` where there is no such record.
    """
    if veld.verwijst and woord and isinstance(record, Samenwerking):
        return read_sleutel(record, veld.verwijst, woord)
    words = value if isinstance(value, Mapping) else ()
    return next((each for each in words if fold(each) == fold(woord)), woord)


def list_pads(samenwerking: Samenwerking, begin: str) -> list[tuple[str, str]]:
    """The dotted paths of single fields that go on from `begin`, one part further, each with what the field is."""
    voor, _, woord = begin.rpartition(".")
    pad: list[str | int] = []
    value: object = samenwerking
    try:
        for deel in filter(None, voor.split(".")):
            value = _step_into(value, pad, deel)
    except WrongUsageError:
        return []
    offered = [(naam, uitleg) for naam, uitleg in _list_inside(value) if not _find_guard((*pad, naam))]
    begint = [(naam, uitleg) for naam, uitleg in offered if naam.startswith(woord)]
    if not begint and isinstance(value, Mapping):
        namen = _name_records(value)
        begint = [offer for offer in offered if fold(woord) in fold(namen[offer[0].rstrip(".")])]
    voor = f"{show_pad(tuple(pad))}." if pad else ""
    return [(f"{voor}{naam}", uitleg) for naam, uitleg in begint]


def _find_guard(pad: Pad) -> Oplossing:
    """What to do instead of setting this field; empty where it can be set."""
    return _GUARDED.get(tuple("*" if isinstance(deel, int) else deel for deel in pad), "")


def _list_inside(value: object) -> list[tuple[str, str]]:
    if isinstance(value, Record):
        return [
            (naam if is_given_by_words(veld) and veld.soort != WOORDEN else f"{naam}.", veld.uitleg)
            for naam, veld in value.velden.items()
            if not veld.is_spoor
        ]
    if isinstance(value, tuple):
        return [
            (f"{plaats}.", "") if isinstance(inner, Record) else (str(plaats), str(inner))
            for plaats, inner in enumerate(value, 1)
        ]
    if isinstance(value, Mapping):
        return [(f"{sleutel}." if isinstance(inner, Record) else sleutel, "") for sleutel, inner in value.items()]
    return []


def _step_into(value: object, pad: list[str | int], deel: str) -> object:
    """What the next part of a path leads to; the part is added to `pad`."""
    waar = _say_where(value, pad)
    if isinstance(value, Record):
        naam = find_naam(deel, {naam: veld.titel for naam, veld in value.velden.items()})
        if naam is None:
            raise WrongUsageError(f"Het veld “{deel}” bestaat niet {waar}.", suggest(deel, tuple(value.velden)))
        pad.append(naam)
        return getattr(value, naam)
    if isinstance(value, tuple):
        if not (deel.isascii() and deel.isdigit() and 0 < int(deel[:6]) <= len(value)):
            mogelijk = f"Kies een nummer van 1 tot {len(value)}." if value else "Die lijst is nog leeg."
            raise WrongUsageError(f"“{deel}” staat niet {waar}.", mogelijk)
        pad.append(int(deel) - 1)
        return value[int(deel) - 1]
    if not isinstance(value, Mapping):
        raise WrongUsageError(f"“{show_pad(tuple(pad))}” is één gegeven. Er staat niets onder.", f"Laat “.{deel}” weg.")
    namen = _name_records(value)
    if not find_keuzes(deel, namen):
        raise WrongUsageError(f"“{deel}” staat niet {waar}.", suggest_keuze(deel, namen) or _tell_other_way(tuple(pad)))
    sleutel = read_keuze(deel, namen, eerste=None)
    pad.append(sleutel)
    return value[sleutel]


def _say_where(value: object, pad: list[str | int]) -> str:
    if pad:
        return f"bij “{show_pad(tuple(pad))}”"
    return "in een dossier" if isinstance(value, Samenwerking) else f"in {NOTITIES_NAME}"


def _not_single(pad: Pad, veld: Veld | None) -> WrongUsageError:
    if veld is not None and veld.is_spoor:
        return WrongUsageError(f"“{show_pad(pad)}” houdt samenwerk zelf bij.", "Verbeter het in samenwerking.yaml zelf.")
    record = find_record(Samenwerking, pad) if veld is None or veld.soort == DEEL else None
    enkel = [naam for naam, inner in record.velden.items() if is_given_by_words(inner)] if record is not None else []
    if enkel:
        een = f"Noem er één: {show_pad(pad)}.{enkel[0]}"
        in_tijd = len(pad) == 2 and find_reeks(str(pad[0])) is not None
        oplossing: Oplossing = (f"{een}. Verwijder alles: ", Remedy("weg", pad)) if in_tijd else een
        return WrongUsageError(f"“{show_pad(pad)}” bestaat uit meer dan één gegeven.", oplossing)
    return WrongUsageError(f"“{show_pad(pad)}” bestaat niet uit één tekst; dat schrijft zet niet.", _tell_other_way(pad))


def _tell_other_way(pad: Pad) -> Oplossing:
    # Here and not above: only a refusal needs it.
    from samenwerk.workflows.remedies import add_to

    remedy = add_to(str(pad[0]))
    return ("Voeg toe: ", remedy) if remedy else "Wijzig dit in samenwerking.yaml zelf."


def show_value(record: Record, pad: Pad, *, intern: bool = True) -> str:
    """The value at a pad in the words a person would give for it; empty when there is none.

    Without `intern` a list has only what others may see.
    """
    veld, waarde = find_veld(type(record), pad), value_at(record, pad)
    return "; ".join(show_words(veld, waarde if intern else keep_shared(waarde))) if veld is not None else ""
