"""The records that have a key, one by one: new, changed, gone, shown. One mechanism over the table of fields."""

from collections.abc import Collection
from datetime import date
from itertools import count
from typing import NamedTuple

from samenwerk.domain.keuzes import suggest_keuze
from samenwerk.domain.kolommen import list_kolommen, pad_of
from samenwerk.domain.plaatsen import name_plaats
from samenwerk.domain.record import SLEUTEL as SLEUTELVORM
from samenwerk.domain.record import value_at
from samenwerk.domain.samenwerking import SAMEN_GENOEMD, Samenwerking
from samenwerk.domain.sleutels import make_sleutel
from samenwerk.domain.taal import capitalize
from samenwerk.domain.verzamelingen import Verzameling, verzameling_in
from samenwerk.errors import NAAM, Oplossing, Pad, RefusedError, Remedy, WrongUsageError, as_parts, option
from samenwerk.storage.dossier import Dossier
from samenwerk.storage.notities import DossierFile, read_notities
from samenwerk.storage.yaml_changes import Change, Remove
from samenwerk.storage.yaml_tree import Plain
from samenwerk.workflows.changes import Gewijzigd, apply_changes
from samenwerk.workflows.kolommen import Opties, Recordinvoer, plan_kolommen, read_kolommen
from samenwerk.workflows.redo import redo_when_changed
from samenwerk.workflows.references import name_records
from samenwerk.workflows.remedies import new_record, way_to_change
from samenwerk.workflows.values import plan_changes, show_words
from samenwerk.workflows.vermeldingen import find_named


class Recordinhoud(NamedTuple):
    """One record: its key, and by the name of each kolom the words that fill it."""

    sleutel: str
    waarden: dict[str, list[str]]


class Recordwijziging(NamedTuple):
    """What was done to one record; `oud_bestand` is the document of a former key, which stays."""

    sleutel: str
    gewijzigd: Gewijzigd
    oud_bestand: str = ""


@redo_when_changed
def add_record(
    dossier: Dossier, verzameling: Verzameling, titel: str, opties: Opties, dag: date, *, sleutel: str = "", proef: bool
) -> Recordwijziging:
    """A new record, known by its title. Its key is made from that, unless one is given; of a begrip the word is the key.

    Raises `WrongUsageError` with all that is wrong with the words, `RefusedError` when the key is taken.
    """
    titel = titel.strip()
    if not titel:
        raise WrongUsageError(f"{capitalize(verzameling.nieuwe)} heeft woorden nodig.", new_record(verzameling))
    if verzameling.record is None:
        sleutel = titel
    else:
        opties = {verzameling.titelveld.naam: [titel], **opties}
        sleutel = sleutel or choose_sleutel(dossier.samenwerking, verzameling, titel)
        check_form(sleutel)
    check_free(dossier.samenwerking, verzameling, sleutel)
    waarden = read_opties(dossier.samenwerking, verzameling, sleutel, {**begin_words(verzameling, dag, opties), **opties}, dag)
    if verzameling.record is None and not waarden:
        raise WrongUsageError(f"Van “{titel}” ontbreekt de betekenis.", new_record(verzameling))
    gewijzigd = apply_changes(dossier, plan_changes(dossier.samenwerking, waarden, dag), proef=proef)
    kort = "" if verzameling.record is None else f" (korte naam: {sleutel})"
    welk = _name_record(gewijzigd.dossier.samenwerking, verzameling, sleutel)
    return Recordwijziging(sleutel, gewijzigd.told(f"Toegevoegd: {welk}{kort}"))


@redo_when_changed
def change_record(
    doel: DossierFile, verzameling: Verzameling, sleutel: str, invoer: Recordinvoer, *, proef: bool
) -> Recordwijziging:
    """Change fields of a record. In the notes beside a dossier the fields are those of the same record.

    Raises `WrongUsageError` with all that is wrong with the words, and what `apply_changes` raises.
    """
    changes = plan_record(doel, verzameling, sleutel, invoer)
    gewijzigd = apply_changes(doel, changes, proef=proef)
    welk = _name_record(gewijzigd.dossier.samenwerking, verzameling, sleutel)
    melding = f"Gewijzigd: {welk}."
    if not gewijzigd.verschil:
        melding = f"Dit stond er al zo: {welk}. Er is niets veranderd."
    elif doel.is_vertrouwelijk:
        melding = f"Genoteerd in {doel.name}: {welk}."
    return Recordwijziging(sleutel, gewijzigd.told(melding))


def plan_record(doel: DossierFile, verzameling: Verzameling, sleutel: str, invoer: Recordinvoer) -> list[Change]:
    """The changes that make a record say what a person wants. Raises `WrongUsageError` with all that is wrong in the words."""
    samenwerking = doel.dossier.samenwerking
    find_record_at(samenwerking, verzameling, sleutel)
    kolommen = list_kolommen(verzameling)
    return plan_kolommen(doel, (verzameling.veld, sleutel), kolommen, invoer, wat=verzameling.enkelvoud)


@redo_when_changed
def remove_record(dossier: Dossier, verzameling: Verzameling, sleutel: str, *, proef: bool) -> Recordwijziging:
    """Take a record away with all it holds.

    Raises `RefusedError` with all that names it, also in the notes: what others name cannot go.
    """
    find_record_at(dossier.samenwerking, verzameling, sleutel)
    if genoemd := list(find_named((dossier, read_notities(dossier)), verzameling, sleutel)):
        wie = name_plaats(dossier.samenwerking, (verzameling.veld, sleutel))
        raise RefusedError(f"{wie} kan niet weg, want deze staat nog bij:", _other_way(verzameling, sleutel), genoemd)
    welk = _name_record(dossier.samenwerking, verzameling, sleutel)
    gewijzigd = apply_changes(dossier, [Remove((verzameling.veld, sleutel))], proef=proef)
    return Recordwijziging(sleutel, gewijzigd.told(f"Verwijderd: {welk}. Dit stond er:"))


def _name_record(samenwerking: Samenwerking, verzameling: Verzameling, sleutel: str) -> str:
    """A record in the middle of a sentence: `partner “Basisschool De Oever”`."""
    naam = name_plaats(samenwerking, (verzameling.veld, sleutel))
    return naam[0].lower() + naam[1:]


def _other_way(verzameling: Verzameling, sleutel: str) -> Oplossing:
    """What a person may mean who wants a record away that is named elsewhere."""
    pad = (verzameling.veld, sleutel)
    samen = (
        "Is het dezelfde als een andere, zet die dan overal in de plaats: ",
        Remedy("weg", pad, met={"vervang_door": NAAM}),
    )
    if verzameling.veld != "partners":
        return samen
    return *samen, ". Ging de partner weg uit de groep, dan blijft alles staan: ", Remedy("vertrekt", pad)


def list_records(samenwerking: Samenwerking, verzameling: Verzameling) -> list[Recordinhoud]:
    """All records of a collection, in the order of the file."""
    return [describe_record(samenwerking, verzameling, sleutel) for sleutel in getattr(samenwerking, verzameling.veld)]


def describe_record(samenwerking: Samenwerking, verzameling: Verzameling, sleutel: str) -> Recordinhoud:
    """One record in words. Raises `WrongUsageError` when there is none with this key."""
    find_record_at(samenwerking, verzameling, sleutel)
    return Recordinhoud(
        sleutel,
        {
            kolom.naam: show_words(kolom.veld, value_at(samenwerking, pad_of(verzameling, sleutel, kolom)))
            for kolom in list_kolommen(verzameling)
        },
    )


def find_record_at(samenwerking: Samenwerking, verzameling: Verzameling, sleutel: str) -> object:
    """The record with this key. Raises `WrongUsageError` with what was probably meant when there is none."""
    records = getattr(samenwerking, verzameling.veld)
    if sleutel not in records:
        melding = f"“{sleutel}” staat niet bij “{verzameling.veld}”."
        toevoegen = "Die lijst is nog leeg. Voeg toe: ", new_record(verzameling)
        raise WrongUsageError(melding, suggest_keuze(sleutel, name_records(samenwerking, (verzameling.veld,))) or toevoegen)
    return records[sleutel]


def begin_words(verzameling: Verzameling, dag: date, said: Collection[str]) -> dict[str, list[str]]:
    """What a new record says unless someone says otherwise, by the name of the kolom; `said` names those that someone did."""
    begin = {naam: [waarde] for naam, waarde in verzameling.begin}
    if verzameling.dagveld and not _is_past(verzameling, said):
        begin[verzameling.dagveld] = [dag.isoformat()]
    return begin


def _is_past(verzameling: Verzameling, said: Collection[str]) -> bool:
    """Whether a day was said that comes after the one on which it began: then nobody knows that it began today."""
    velden = verzameling.record.velden if verzameling.record else {}
    return any(veld.na == verzameling.dagveld for naam, veld in velden.items() if naam in said)


def choose_sleutel(samenwerking: Samenwerking, verzameling: Verzameling, titel: str) -> str:
    """The key of a new record, made of its title. Where that has no letter it is called after its kind: `partner-2`."""
    sleutel = make_sleutel(titel, anders="")
    genummerd = (f"{verzameling.enkelvoud}-{nummer}" if nummer > 1 else verzameling.enkelvoud for nummer in count(1))
    return sleutel or next(naam for naam in genummerd if not _find_owner(samenwerking, verzameling, naam))


def check_form(sleutel: str) -> None:
    """Raise `WrongUsageError` for what cannot be a key."""
    if not SLEUTELVORM.fullmatch(sleutel):
        melding = f"“{sleutel}” kan geen korte naam zijn: alleen kleine letters zonder accent, cijfers, - en _."
        raise WrongUsageError(melding, ("Schrijf ", option("sleutel", make_sleutel(sleutel))))


def check_free(samenwerking: Samenwerking, verzameling: Verzameling, sleutel: str) -> None:
    """Raise `RefusedError` when a key is taken, also by a collection that is referred to together with this one."""
    bezet = _find_owner(samenwerking, verzameling, sleutel)
    if bezet:
        melding = f"De korte naam “{sleutel}” is al in gebruik: {_name_record(samenwerking, bezet, sleutel)}."
        anders = ("Geef een andere korte naam met ", option("sleutel")) if verzameling.record else ("Neem een ander woord",)
        raise RefusedError(melding, (*anders, ", of wijzig wat er staat: ", *as_parts(way_to_change(bezet, sleutel))))


def _find_owner(samenwerking: Samenwerking, verzameling: Verzameling, sleutel: str) -> Verzameling | None:
    """The collection that has this key, of all that are referred to together with this one."""
    samen = SAMEN_GENOEMD if verzameling.veld in SAMEN_GENOEMD else (verzameling.veld,)
    return next((verzameling_in(naam) for naam in samen if sleutel in getattr(samenwerking, naam)), None)


def read_opties(
    samenwerking: Samenwerking, verzameling: Verzameling, sleutel: str, opties: Opties, vandaag: date | None = None
) -> dict[Pad, Plain]:
    """What the words say, by pad, in the order of the table; without `vandaag` they were not said today.

    Raises `WrongUsageError` with everything that is wrong.
    """
    return read_kolommen(samenwerking, (verzameling.veld, sleutel), list_kolommen(verzameling), opties, vandaag)
