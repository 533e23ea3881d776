"""A name, a choice or a day that a hand wrote otherwise is read as what it is; its bytes stay, and it is advised."""

from datetime import date
from pathlib import Path

import pytest

from samenwerk.errors import ADVIES
from samenwerk.storage.dossier import Dossier
from samenwerk.storage.record_file import change_file
from samenwerk.storage.yaml_changes import Append, Change, Remove, Set

TEXT = """\
formaat: 1
Naam: De Brug      # zo heet ze
fase: Delen
toestand: actief
Gedeelde ambitie: Samen
partners:
  stad: {Naam: Stad, soort: Kernpartner, Mandaat: {Geldig tot: 31 december 2026}}
  school:
    NAAM: School
    soort: Geïnformeerd
    Belangen:
      - {wat: rust, soort: Individueel}
looptijd: {van: 1/3/2026}
verloop:
  - {datum: 10-1-2026, naar: opstart}
  - {datum: 2026-02-01, Naar: Verkennen}
  - {datum: 2026-03-01, naar: 2}
"""


def read(text: str) -> Dossier:
    return Dossier(Path(), text.encode())


def test_what_is_written_otherwise_is_read_and_advised_at_its_place() -> None:
    dossier = read(TEXT)
    samenwerking = dossier.samenwerking

    assert (samenwerking.naam, samenwerking.fase, samenwerking.gedeelde_ambitie) == ("De Brug", "delen", "Samen")
    stad, school = samenwerking.partners.values()
    assert (stad.naam, stad.soort, stad.mandaat.geldig_tot) == ("Stad", "kern", date(2026, 12, 31))
    assert (school.naam, school.soort) == ("School", "geinformeerd")
    assert school.belangen[0].is_intern, "what is for the facilitator alone stays so"
    assert samenwerking.looptijd.van == date(2026, 3, 1)
    assert [(stap.datum, stap.naar) for stap in samenwerking.verloop][::2] == [
        (date(2026, 1, 10), "opstart"),
        (date(2026, 3, 1), "delen"),
    ]
    assert {bevinding.ernst for bevinding in dossier.bevindingen} == {ADVIES}
    assert [(each.regel, each.kolom, each.melding, each.oplossing) for each in dossier.bevindingen][:3] == [
        (2, 1, "Het veld “Naam” wordt gelezen als naam.", "Schrijf naam."),
        (3, 7, "fase: “Delen” wordt gelezen als delen.", "Schrijf delen."),
        (5, 1, "Het veld “Gedeelde ambitie” wordt gelezen als gedeelde_ambitie.", "Schrijf gedeelde_ambitie."),
    ]
    assert len(dossier.bevindingen) == 17


@pytest.mark.parametrize(
    ("change", "old", "new"),
    [
        (Set(("naam",), "De Burg"), "Naam: De Brug ", "Naam: De Burg "),
        (Set(("partners", "school", "naam"), "Basisschool"), "    NAAM: School", "    NAAM: Basisschool"),
        (Set(("partners", "school", "inzet"), "Lokalen"), "Individueel}\n", "Individueel}\n    inzet: Lokalen\n"),
        (
            Append(("partners", "school", "belangen"), {"wat": "licht"}),
            "Individueel}\n",
            "Individueel}\n      - {wat: licht}\n",
        ),
        (Remove(("gedeelde_ambitie",)), "Gedeelde ambitie: Samen\n", ""),
        (Set(("looptijd", "van"), "2026-04-01"), "1/3/2026", "2026-04-01"),
    ],
    ids=str,
)
def test_an_edit_finds_what_is_written_otherwise_and_leaves_the_rest_as_it_is(change: Change, old: str, new: str) -> None:
    changed = change_file(read(TEXT), [change])

    assert changed.tree.text.replace(new, old, 1) == TEXT if new else changed.tree.text == TEXT.replace(old, "")
    again = change_file(changed, [Set(("idee",), "Een idee.")])
    assert again.record.idee == "Een idee."


def test_a_field_that_stands_there_by_its_own_name_too_is_not_read_twice() -> None:
    dossier = read(TEXT.replace("Naam: De Brug", "naam: De Brug\nNaam: Iets anders"))

    assert dossier.samenwerking.naam == "De Brug"
    assert "“Naam” kent samenwerk niet. Het blijft staan, maar er gebeurt niets mee." in [
        bevinding.melding for bevinding in dossier.bevindingen
    ]


@pytest.mark.parametrize("wrong", ["looptijd: {van: 12 mei}\n", "toestand: s\n"])
def test_what_is_not_certain_is_read_of_no_file(wrong: str) -> None:
    naam = wrong.partition(":")[0]
    lines = [line for line in TEXT.splitlines(keepends=True) if not line.startswith(naam)]

    errors = read("".join(lines) + wrong).errors

    assert [bevinding.code for bevinding in errors if bevinding.pad[0] == naam] == (
        ["keuze"] if naam != "looptijd" else ["datum"]
    )
