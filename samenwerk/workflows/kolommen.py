"""What a person says of the kolommen of one record, as changes: of a record with a key, or of one with a number in its list."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from samenwerk.domain.keuzes import suggest
from samenwerk.domain.kolommen import Kolom
from samenwerk.domain.record import value_at
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.errors import Pad, WrongUsageError
from samenwerk.storage.yaml_tree import Plain
from samenwerk.workflows.values import plan_changes, raise_all, read_value, show_words

if TYPE_CHECKING:
    from samenwerk.domain.record import Record
    from samenwerk.storage.notities import DossierFile
    from samenwerk.storage.yaml_changes import Change

Opties = Mapping[str, Sequence[str]]
"""The words that were given, by the name of the kolom."""


class Recordinvoer(NamedTuple):
    """What a person says of a record, on a day: words replace a text and are added to a list, `leeg` is emptied first."""

    opties: Opties
    dag: date
    leeg: Collection[str] = ()


def read_kolommen(
    samenwerking: Samenwerking, record: Pad, kolommen: Sequence[Kolom], opties: Opties, vandaag: date | None = None
) -> dict[Pad, Plain]:
    """What the words say of the record at a pad, by pad, in the order of the table; without `vandaag` not said today.

    Raises `WrongUsageError` with everything that is wrong.
    """
    problems: list[WrongUsageError] = []
    waarden: dict[Pad, Plain] = {}
    for kolom in kolommen:
        teksten = opties.get(kolom.naam, [])
        if not any(tekst.strip() for tekst in teksten):
            continue
        pad = (*record, *kolom.pad)
        try:
            waarden[pad] = read_value(samenwerking, pad, kolom.veld, teksten, vandaag)
        except WrongUsageError as problem:
            problems.append(problem)
    raise_all(problems)
    return waarden


def plan_kolommen(
    doel: "DossierFile", record: Pad, kolommen: Sequence[Kolom], invoer: Recordinvoer, *, wat: str
) -> "list[Change]":
    """The changes that make the record at a pad say what a person wants of it; `wat` is the word for such a record.

    Raises `WrongUsageError` with all that is wrong in the words.
    """
    by_name = {kolom.naam: kolom for kolom in kolommen}
    raise_all([
        WrongUsageError(f"Een {wat} heeft geen veld “{naam}”.", suggest(naam, list(by_name)))
        for naam in invoer.leeg
        if naam.replace("-", "_") not in by_name
    ])  # fmt: skip
    leeg_pads = [(*record, *by_name[naam.replace("-", "_")].pad) for naam in invoer.leeg]
    waarden = read_kolommen(doel.dossier.samenwerking, record, kolommen, invoer.opties, invoer.dag)
    return plan_changes(doel.record, waarden, invoer.dag, leeg=leeg_pads)


def show_kolommen(record: "Record", kolommen: Sequence[Kolom]) -> dict[str, list[str]]:
    """By the name of each kolom the words that fill it."""
    return {kolom.naam: show_words(kolom.veld, value_at(record, kolom.pad)) for kolom in kolommen}
