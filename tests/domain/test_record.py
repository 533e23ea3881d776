"""The table of fields: what a record is, and how a pad finds its way in it."""

from collections.abc import Iterator
from datetime import date

import pytest
from cases import for_each

from samenwerk.domain.afspraken import Actie
from samenwerk.domain.intern import find_intern, without_intern
from samenwerk.domain.partners import Belang, Draagvlak, Mandaat, Partner, Profiel, Profielmeting
from samenwerk.domain.record import (
    DATUM,
    DEEL,
    ENKELVOUDIG,
    GETAL,
    KEUZE,
    LIJST,
    RECORDS,
    REEKS,
    TEKST,
    VERWIJZING,
    WOORDEN,
    Record,
    Veld,
    find_record,
    find_veld,
)
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.tijdlijn import Documentversies, Instemming, Stap, Versie
from samenwerk.domain.vertrouwelijk import Vertrouwelijk
from samenwerk.errors import Pad, show_pad


def walk_classes(record: type[Record]) -> Iterator[type[Record]]:
    """A record class and all classes of the records inside it."""
    yield record
    for veld in record.velden.values():
        if veld.record:
            yield from walk_classes(veld.record)


KLASSEN = sorted({*walk_classes(Samenwerking), *walk_classes(Vertrouwelijk)}, key=lambda klasse: klasse.__name__)
VELDEN = [(klasse, veld) for klasse in KLASSEN for veld in klasse.velden.values()]


def walk_subclasses(klasse: type[Record]) -> Iterator[type[Record]]:
    """The classes of records the domain defines."""
    for kind in klasse.__subclasses__():
        if kind.__module__.startswith("samenwerk.domain."):
            yield kind
        yield from walk_subclasses(kind)


def test_every_record_class_is_part_of_the_dossier() -> None:
    assert set(walk_subclasses(Record)) == set(KLASSEN)


def test_of_two_days_of_one_record_it_is_said_which_follows_which() -> None:
    dagen = {klasse: [veld for veld in klasse.velden.values() if veld.soort == DATUM] for klasse in KLASSEN}

    assert {
        klasse.__name__: [(veld.na, veld.naam) for veld in velden if veld.na]
        for klasse, velden in dagen.items()
        if len(velden) > 1
    } == {
        "Afspraak": [("ingang", "herzien_op")],
        "Instemming": [("datum", "ingetrokken")],
        "Instemmingsmoment": [("datum", "ingetrokken")],
        "Knoop": [("sinds", "datum")],
        "Looptijd": [("van", "tot")],
        "Partner": [("sinds", "tot")],
        "Project": [("start", "einde")],
    }


def test_a_record_has_the_fields_of_the_one_it_extends_before_its_own() -> None:
    assert list(Profiel.velden) == [*Profielmeting.velden, "eerder"]
    assert Profiel(deelt_ervaring=4, eerder=(Profielmeting(deelt_ervaring=3),)).deelt_ervaring == 4


def test_a_deel_that_keeps_its_former_values_has_a_list_of_them_with_their_day() -> None:
    bewarend = [veld for _, veld in VELDEN if veld.bewaart]
    assert [veld.naam for veld in bewarend] == ["profiel"]
    for veld in bewarend:
        assert veld.record is not None
        eerder = veld.record.velden[veld.bewaart]
        assert eerder.soort == REEKS
        assert eerder.record is not None
        assert "datum" in eerder.record.velden
        assert {**eerder.record.velden, veld.bewaart: eerder} == veld.record.velden


def test_the_keys_of_the_dossier_are_those_of_the_design_in_the_order_of_the_file() -> None:
    assert " ".join(Samenwerking.velden) == (
        "formaat id naam fase toestand initiatiefnemer begeleider idee aanleiding waarom afbakening uitgangspunten "
        "stakeholders partners begrippen gedeelde_ambitie verschillen doelstellingen knopen afspraken looptijd acties "
        "projecten rollen overleg werkprincipes evaluatiebeleid identiteit gesprekken logboek evaluaties taal vorm "
        "sjablonen documenten verloop"
    )
    verplicht = " ".join(f"{klasse.__name__}.{veld.naam}" for klasse, veld in VELDEN if veld.verplicht)
    assert verplicht == "Samenwerking.formaat Samenwerking.naam Samenwerking.fase Samenwerking.toestand Stap.datum Stap.naar"


@for_each(VELDEN)
def test_every_field_says_in_dutch_what_it_is_and_keeps_its_own_rules(klasse: type[Record], veld: Veld) -> None:
    assert klasse.velden[veld.naam] is veld
    assert veld.naam.isascii()
    assert veld.titel[0].isupper()
    assert veld.uitleg[0].isupper()
    assert veld.uitleg.endswith(".")
    assert "  " not in veld.uitleg
    assert bool(veld.keuzes) == (veld.soort == KEUZE)
    assert (veld.record is not None) == (veld.soort in (DEEL, RECORDS, REEKS))
    assert (1 <= veld.minimum <= veld.maximum) == (veld.soort == GETAL)
    for verzameling in veld.verwijst:
        assert Samenwerking.velden[verzameling].soort == RECORDS
    assert getattr(klasse(), veld.naam) == veld.leeg
    assert any(veld.naam in getattr(kind, "__annotations__", {}) for kind in klasse.__mro__)


def test_the_choices_are_those_of_the_design() -> None:
    keuzes = {f"{klasse.__name__}.{veld.naam}": " | ".join(veld.keuzes) for klasse, veld in VELDEN if veld.keuzes}
    fasen = "opstart | verkennen | delen | overeenkomen | vormgeven | uitvoeren"
    assert keuzes == {
        "Samenwerking.fase": fasen,
        "Samenwerking.taal": "vlaams | nederlands",
        "Samenwerking.vorm": "docx | odt | pdf | html",
        "Samenwerking.toestand": "actief | slapend | afgerond | gestopt | samengevoegd",
        "Stakeholder.belang": "hoog | middel | laag",
        "Stakeholder.invloed": "hoog | middel | laag",
        "Stakeholder.houding": "voor | neutraal | tegen | onbekend",
        "Partner.soort": "kern | betrokken | ondersteunend | geinformeerd",
        "Belang.soort": "organisatie | collectief | individueel",
        "Knoop.status": "open | doorgehakt",
        "Afspraak.status": "voorstel | ingestemd | ondertekend | gewijzigd | opgezegd",
        "Looptijd.duur": "bepaald | onbepaald",
        "Actie.status": "gepland | lopend | klaar | niet uitgevoerd | geschrapt",
        "Gesprek.fase": fasen,
        "Logboekregel.fase": fasen,
        "Logboekregel.soort": "succes | leerwinst | reflectie | spanning | besluit | waardering | diversiteit | wissel | nota",
        "Logboekregel.proces": "betekenisgeving | interactie",
        "Logboekregel.toestand": "actief | slapend | afgerond | gestopt | samengevoegd",
        "Evaluatie.fase": fasen,
        "Evaluatie.besluit": "doorgaan | bijstellen | teruggaan | stoppen",
        "Evaluatie.naar": fasen,
        "Instemming.soort": "ingestemd | ondertekend | bekrachtigd",
        "Instemmingsmoment.soort": "ingestemd | ondertekend | bekrachtigd",
        "Stap.naar": fasen,
    }


def test_a_field_that_was_not_given_reads_as_its_empty_value() -> None:
    leeg = Samenwerking()
    assert (leeg.naam, leeg.uitgangspunten, leeg.looptijd.van, dict(leeg)["formaat"]) == ("", (), None, None)
    assert (dict(leeg.partners), dict(leeg.begrippen), leeg.verloop) == ({}, {}, ())
    assert Partner().mandaat.namens == ""


def test_a_record_cannot_be_changed_and_knows_only_its_own_fields() -> None:
    partner = Partner(naam="Stad")
    with pytest.raises(AttributeError, match="immutable"):
        partner.naam = "School"
    with pytest.raises(TypeError, match="no field 'naan'"):
        Partner(naan="Stad")
    with pytest.raises(TypeError):
        Samenwerking().partners["stad"] = partner  # type: ignore[index]


def test_records_are_equal_when_they_say_the_same() -> None:
    assert Partner(naam="Stad") == Partner(inzet="", naam="Stad", ambities=(), mandaat=Mandaat())
    assert Partner(naam="Stad") != Partner(naam="School")
    assert Mandaat() != Draagvlak()
    assert Mandaat() != {}


@for_each(
    [
        (Partner(), False),
        (Partner(naam="", sinds=None, ambities=(), belangen=()), False),
        (Partner(mandaat=Mandaat()), False),
        (Partner(mandaat=Mandaat(namens="")), False),
        (Samenwerking(partners={}, begrippen={}), False),
        (Partner(mandaat=Mandaat(namens="Bestuur")), True),
        (Partner(draagvlak=Draagvlak(oordeel=1)), True),
        (Partner(belangen=(Belang(),)), True),
        (Partner(sinds=date(2026, 1, 1)), True),
        (Samenwerking(partners={"stad": Partner()}), True),
    ]
)
def test_a_record_counts_as_filled_when_one_of_its_fields_is(record: Record, is_gevuld: bool) -> None:
    assert bool(record) == is_gevuld


def test_a_record_shows_its_fields_in_their_order_and_only_what_was_given() -> None:
    assert [naam for naam, _ in Mandaat(geldig_tot=None)] == ["namens", "reikwijdte", "terugkoppeling", "geldig_tot"]
    assert repr(Mandaat(namens="Bestuur")) == "Mandaat(namens='Bestuur')"


@for_each(
    [
        ((), Samenwerking),
        (("looptijd",), type(Samenwerking().looptijd)),
        (("partners", "stad"), Partner),
        (("partners", "stad", "mandaat"), Mandaat),
        (("partners", "stad", "belangen", 0), Belang),
        (("verloop", 3), Stap),
        (("documenten", "startnota"), Documentversies),
        (("documenten", "startnota", "versies", 0), Versie),
        (("documenten", "startnota", "versies", 0, "instemming", "stad"), Instemming),
        (("partners",), None),
        (("verloop",), None),
        (("naam",), None),
        (("naam", "x"), None),
        (("verloop", "eerste"), None),
        (("partners", 0), None),
        (("partners", "stad", "nergens"), None),
        (("nergens",), None),
    ]
)
def test_a_pad_finds_the_class_of_the_record_it_points_at(pad: Pad, klasse: type[Record] | None) -> None:
    assert find_record(Samenwerking, pad) is klasse


@for_each(
    [
        (("naam",), Samenwerking.velden["naam"]),
        (("partners",), Samenwerking.velden["partners"]),
        (("partners", "stad", "mandaat", "namens"), Mandaat.velden["namens"]),
        (("acties", "feest", "tegen"), Actie.velden["tegen"]),
        (("verloop", 0, "reden"), Stap.velden["reden"]),
        ((), None),
        (("partners", "stad"), None),
        (("verloop", 0), None),
        (("naam", "x"), None),
        (("begrippen", "brugfiguur", "x"), None),
        (("nergens", "x"), None),
    ]
)
def test_a_pad_finds_the_description_of_the_field_it_points_at(pad: Pad, veld: Veld | None) -> None:
    assert find_veld(Samenwerking, pad) is veld


@pytest.mark.parametrize(
    ("pad", "soort"),
    [(("uitgangspunten", 0), TEKST), (("acties", "feest", "met", 1), VERWIJZING), (("begrippen", "brugfiguur"), TEKST)],
)
def test_what_stands_in_a_list_is_described_by_that_list_as_one_text(pad: Pad, soort: str) -> None:
    veld, lijst = find_veld(Samenwerking, pad), find_veld(Samenwerking, pad[:-1])

    assert veld is not None
    assert lijst is not None
    assert (veld.soort, veld.titel, veld.uitleg, veld.verwijst) == (soort, lijst.titel, lijst.uitleg, lijst.verwijst)


def test_a_word_in_a_collection_of_texts_is_described_by_its_collection() -> None:
    veld = find_veld(Samenwerking, ("begrippen", "brugfiguur"))
    assert veld is not None
    assert (veld.soort, veld.titel, veld.uitleg) == (TEKST, "Begrippen", Samenwerking.velden["begrippen"].uitleg)
    assert veld.soort in ENKELVOUDIG


def test_a_pad_is_shown_as_people_count_from_one() -> None:
    assert show_pad(("verloop", 1, "reden")) == "verloop.2.reden"
    assert show_pad(("partners", "stad", "mandaat", "namens")) == "partners.stad.mandaat.namens"
    assert show_pad(()) == ""


def test_a_name_is_shown_for_a_key_and_the_key_itself_when_there_is_no_name() -> None:
    netwerk = Samenwerking(partners={"stad": Partner(naam="Stad Brug", soort="kern"), "bib": Partner()})
    assert [netwerk.naam_of(sleutel) for sleutel in ("stad", "bib", "niemand")] == ["Stad Brug", "bib", "niemand"]
    assert list(netwerk.kernpartners) == ["stad"]


def test_the_rounds_of_a_fase_are_how_often_the_group_entered_it() -> None:
    netwerk = Samenwerking(verloop=tuple(Stap(naar=naar) for naar in ("opstart", "verkennen", "opstart", "verkennen", "delen")))
    assert [netwerk.ronde(fase) for fase in ("opstart", "verkennen", "delen", "uitvoeren")] == [2, 2, 1, 0]


def test_only_an_active_dossier_is_active() -> None:
    assert [Samenwerking(toestand=toestand).is_actief for toestand in ("actief", "slapend", "")] == [True, False, False]


def test_what_is_at_stake_for_a_person_is_left_out_and_nothing_else_changes() -> None:
    eigen, samen, zonder = (
        Belang(wat="Rust.", soort="individueel"),
        Belang(wat="Tijd.", soort="collectief"),
        Belang(wat="Meer."),
    )
    voor = Samenwerking(naam="De Brug", partners={"stad": Partner(naam="Stad", belangen=(eigen, samen, zonder))})
    assert without_intern(voor) == Samenwerking(
        naam="De Brug", partners={"stad": Partner(naam="Stad", belangen=(samen, zonder))}
    )
    assert voor.partners["stad"].belangen == (eigen, samen, zonder)
    assert list(find_intern(voor)) == [("partners", "stad", "belangen", 0)]


def test_every_field_for_words_of_ones_own_shows_an_invented_example() -> None:
    own_words = [
        (klasse.__name__, veld)
        for klasse, veld in VELDEN
        if veld.soort in (TEKST, LIJST, WOORDEN) or (veld.soort == RECORDS and not veld.verwijst)
    ]
    assert len(own_words) > 70
    assert [(naam, veld.naam) for naam, veld in own_words if not veld.voorbeeld] == []
