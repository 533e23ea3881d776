"""From the words a person gives for a field to data of the dossier, and from data to the changes that put it there."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from samenwerk.domain.dagwoorden import read_dag
from samenwerk.domain.keuzes import fold, read_veldkeuze
from samenwerk.domain.record import (
    DATUM,
    ENKELVOUDIG,
    KEUZE,
    REEKS,
    TEKST,
    VERWIJZING,
    VERWIJZINGEN,
    WOORDEN,
    Record,
    Veld,
    find_veld,
    value_at,
)
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.errors import Pad, WrongUsageError, show_pad
from samenwerk.storage.reader import check_waarde
from samenwerk.storage.yaml_changes import Append, Change, Remove, Set
from samenwerk.storage.yaml_tree import Plain
from samenwerk.workflows.references import read_sleutel, read_sleutels


def read_value(samenwerking: Samenwerking, pad: Pad, veld: Veld, teksten: Sequence[str], vandaag: date | None = None) -> Plain:
    """What the given texts say for a field, each read as `read_tekst` reads it: one text, or for a list all of them.

    Raises `WrongUsageError` with all that is wrong, when the field cannot hold them.
    """
    schoon = [tekst for tekst in (deel.replace("\r\n", "\n").strip() for deel in teksten) if tekst]
    gelezen, problems = [], []
    for tekst in schoon:
        try:
            gelezen.append(read_tekst(samenwerking, veld, tekst, vandaag))
        except WrongUsageError as problem:
            problems.append(WrongUsageError(f"{show_pad(pad)}: {problem.melding}", problem.oplossing))
    raise_all(problems)
    if veld.soort == WOORDEN:
        return dict(_split_woord(veld, tekst) for tekst in gelezen)
    if veld.soort == REEKS and veld.record is not None:
        return [_split_keuze(veld.record, tekst) for tekst in gelezen]
    if veld.soort == VERWIJZINGEN:
        gelezen = [sleutel for tekst in gelezen for sleutel in tekst.split(",")]
    if veld.soort in ENKELVOUDIG:
        return gelezen[-1] if gelezen else ""
    return list(dict.fromkeys(gelezen))


def read_tekst(samenwerking: Samenwerking, veld: Veld, tekst: str, vandaag: date | None = None) -> str:
    """One text for a field, with the choice, the day and the records that a person means in the words of the dossier.

    More records stand with commas between them, a word with its text as `woord: tekst`, a belang as `soort: belang`.
    Without `vandaag` only days that are the same on every day are read. Raises `WrongUsageError` for what cannot stand there.
    """
    if veld.soort == KEUZE:
        tekst = read_veldkeuze(tekst, veld)
    elif veld.soort == DATUM:
        tekst = read_dag(tekst, vandaag, plant=veld.plant).isoformat()
    elif veld.soort == VERWIJZING:
        tekst = read_sleutel(samenwerking, veld.verwijst, tekst)
    elif veld.soort == VERWIJZINGEN:
        tekst = ",".join(read_sleutels(samenwerking, veld.verwijst, tekst))
    elif veld.soort == WOORDEN:
        woord, uitleg = _split_woord(veld, tekst)
        tekst = f"{read_sleutel(samenwerking, veld.verwijst, woord) if veld.verwijst else woord}: {uitleg}"
    elif veld.soort == REEKS and veld.record is not None:
        tekst = _join_keuze(_split_keuze(veld.record, tekst), _find_of(veld.record, KEUZE).naam)
    _, melding, oplossing = check_waarde(veld, tekst)
    if melding:
        raise WrongUsageError(melding, oplossing)
    return tekst


def raise_all(problems: Sequence[WrongUsageError]) -> None:
    """Raise what is wrong, all of it at once; nothing when nothing is."""
    if len(problems) == 1:
        raise problems[0]
    if problems:
        bevindingen = [bevinding for problem in problems for bevinding in problem.as_bevindingen()]
        raise WrongUsageError("Dit klopt nog niet; er is niets geschreven.", bevindingen=bevindingen)


def _split_woord(veld: Veld, tekst: str) -> tuple[str, str]:
    woord, dubbele_punt, rest = tekst.partition(":")
    if not dubbele_punt or not woord.strip() or not rest.strip():
        wat = "een korte naam" if veld.verwijst else "een woord"
        raise WrongUsageError(f"In “{tekst}” ontbreekt {wat} of de tekst.", f"Schrijf {wat}, : en de tekst.")
    return woord.strip(), rest.strip()


def _split_keuze(record: type[Record], tekst: str) -> dict[str, Plain]:
    """`collectief: rust in de wijk` as a record of a choice and a text; without one of the choices it is all text.

    Only a whole word is a choice here, in whatever case: a shorter one may begin the text.
    """
    keuzeveld, tekstveld = _find_of(record, KEUZE), _find_of(record, TEKST)
    woord, _, rest = tekst.partition(":")
    keuze = next((keuze for keuze in keuzeveld.keuzes if fold(keuze) == fold(woord)), "")
    if keuze and rest.strip():
        return {tekstveld.naam: rest.strip(), keuzeveld.naam: keuze}
    return {tekstveld.naam: tekst}


def _find_of(record: type[Record], soort: str) -> Veld:
    return next(veld for veld in record.velden.values() if veld.soort == soort)


def show_words(veld: Veld, waarde: object) -> list[str]:
    """The value of a field in the words that `read_value` reads; no words when it is empty."""
    plain = as_plain(waarde)
    if veld.soort == WOORDEN and isinstance(plain, dict):
        return [f"{woord}: {tekst}" for woord, tekst in plain.items()]
    if veld.soort == REEKS and isinstance(plain, list) and veld.record is not None:
        keuzeveld = _find_of(veld.record, KEUZE).naam
        return [_join_keuze(item, keuzeveld) for item in plain if isinstance(item, dict)]
    if isinstance(plain, list):
        return [str(item) for item in plain]
    return [str(plain)] if plain else []


def _join_keuze(item: Mapping[str, Plain], keuzeveld: str) -> str:
    tekst = next((str(waarde) for naam, waarde in item.items() if naam != keuzeveld), "")
    return f"{item[keuzeveld]}: {tekst}" if item.get(keuzeveld) else tekst


def as_plain(waarde: object) -> Plain:
    """A value of the domain as it is written in the file, without what is empty."""
    if isinstance(waarde, Record):
        return {naam: as_plain(inhoud) for naam, inhoud in waarde if inhoud != waarde.velden[naam].leeg}
    if isinstance(waarde, Mapping):
        return {str(sleutel): as_plain(inhoud) for sleutel, inhoud in waarde.items()}
    if isinstance(waarde, tuple):
        return [as_plain(inhoud) for inhoud in waarde]
    return "" if waarde is None else str(waarde)


def plan_changes(record: Record, waarden: Mapping[Pad, Plain], dag: date, *, leeg: Collection[Pad] = ()) -> list[Change]:
    """The changes that give fields of a dossier, or of the notes beside it, their values.

    A text replaces the old one, what is given for a list is added to it.
    `leeg` names the fields that are emptied first. `dag` is the day on which this is asked: where a deel keeps its former
    values (`bewaart`), those of an earlier day are moved there.
    """
    changes: list[Change] = []
    for pad in dict.fromkeys(pad[:-1] for pad in waarden):
        deel = find_veld(type(record), pad)
        if deel is not None and deel.bewaart:
            changes += _keep_former(record, pad, deel, waarden, dag)
    for pad in leeg:
        if as_plain(value_at(record, pad)):
            changes.append(Remove(pad))
    for pad, waarde in waarden.items():
        changes += _plan_value(pad, waarde, "" if pad in leeg else as_plain(value_at(record, pad)))
    return changes


def _plan_value(pad: Pad, waarde: Plain, nu: Plain) -> list[Change]:
    if isinstance(waarde, list):
        aanwezig = nu if isinstance(nu, list) else []
        return [Append(pad, item) for item in waarde if item not in aanwezig]
    if isinstance(waarde, dict):
        gelijk = nu if isinstance(nu, dict) else {}
        return [Set((*pad, woord), tekst) for woord, tekst in waarde.items() if gelijk.get(woord) != tekst]
    return [] if waarde == nu else [Set(pad, waarde)]


def _keep_former(record: Record, pad: Pad, deel: Veld, waarden: Mapping[Pad, Plain], dag: date) -> list[Change]:
    """Move the values of an earlier day to the list that keeps them, and note the day of the new ones."""
    vroeger = as_plain(value_at(record, pad))
    vroeger = {naam: waarde for naam, waarde in vroeger.items() if naam != deel.bewaart} if isinstance(vroeger, dict) else {}
    datum = waarden.get((*pad, "datum"), dag.isoformat())
    if vroeger.get("datum") == datum:
        return []
    changes: list[Change] = []
    if vroeger.keys() - {"datum"}:
        changes.append(Append((*pad, deel.bewaart), vroeger))
        changes += [Remove((*pad, naam)) for naam in vroeger if naam != "datum" and (*pad, naam) not in waarden]
    return [*changes, Set((*pad, "datum"), datum)]


def replace_list(pad: Pad, nu: Sequence[Plain], nieuw: Sequence[Plain]) -> list[Change]:
    """The changes that make a list another one, leaving the lines of what stays as they are."""
    blijft = [item for item in nu if item in nieuw]
    if list(nieuw[: len(blijft)]) != blijft:
        return [Remove(pad), Set(pad, list(nieuw))]
    weg = [Remove((*pad, plaats)) for plaats in reversed(range(len(nu))) if nu[plaats] not in nieuw]
    return [*weg, *(Append(pad, item) for item in nieuw[len(blijft) :])]
