"""Every voorwaarde: what does not meet it and all the gaps that gives, and what meets it."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import pytest
from cases import for_each
from voorwaarden_dossiers import (
    DAG,
    HEEL_PROJECT,
    NOTA,
    VOLDAAN,
    Gemis,
    change,
    vaststellen,
)
from voorwaarden_unmet import NIET_VOLDAAN

from samenwerk.domain.afspraken import Actie, Afspraak, Looptijd
from samenwerk.domain.datums import parse_ritme
from samenwerk.domain.documenten import DOCUMENTEN, VAN_NU, document_of
from samenwerk.domain.fasen import FASE_IDS
from samenwerk.domain.partners import Belang, Draagvlak, Mandaat, Partner, Stakeholder
from samenwerk.domain.record import find_record, find_veld
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.tijdlijn import Documentversies, Evaluatie, Gesprek, Instemming, Stap, Versie
from samenwerk.domain.uitgaven import all_uitgaven
from samenwerk.domain.voorwaarden import (
    VOORWAARDE_IDS,
    VOORWAARDEN,
    Voorwaarde,
    find_document_gaten,
    find_gaten,
    group_gaten,
    voorwaarden_of,
)
from samenwerk.domain.vormgeving import Afbakening, Evaluatiebeleid, Overleg, Project, Rol
from samenwerk.errors import Pad


def voorwaarde_of(voorwaarde_id: str) -> Voorwaarde:
    return VOORWAARDEN[VOORWAARDE_IDS.index(voorwaarde_id)]


def test_the_table_of_voorwaarden_is_that_of_the_design() -> None:
    assert [(voorwaarde.fase, voorwaarde.niveau, voorwaarde.id) for voorwaarde in VOORWAARDEN] == [
        ("opstart", "vereist", "idee"),
        ("opstart", "vereist", "initiatiefnemer"),
        ("opstart", "vereist", "stakeholders"),
        ("opstart", "aanbevolen", "tegenstanders"),
        ("verkennen", "vereist", "partners"),
        ("verkennen", "vereist", "waarom"),
        ("verkennen", "vereist", "gesprekken"),
        ("verkennen", "aanbevolen", "afbakening"),
        ("verkennen", "aanbevolen", "startnota"),
        ("delen", "vereist", "ambities"),
        ("delen", "vereist", "belangen"),
        ("delen", "vereist", "inzet"),
        ("delen", "vereist", "mandaat"),
        ("delen", "vereist", "draagvlak"),
        ("delen", "vereist", "gemeenschappelijke_taal"),
        ("delen", "vereist", "gedeelde_ambitie"),
        ("delen", "aanbevolen", "intentieverklaring"),
        ("overeenkomen", "vereist", "knopen"),
        ("overeenkomen", "vereist", "afspraken_of_acties"),
        ("overeenkomen", "vereist", "acties"),
        ("overeenkomen", "aanbevolen", "meerwaarde"),
        ("overeenkomen", "aanbevolen", "looptijd"),
        ("overeenkomen", "aanbevolen", "afsprakennota_of_actieplan"),
        ("vormgeven", "vereist", "projecten"),
        ("vormgeven", "vereist", "rollen"),
        ("vormgeven", "aanbevolen", "overleg"),
        ("vormgeven", "aanbevolen", "projectfiche"),
        ("uitvoeren", "aanbevolen", "opvolging"),
        ("uitvoeren", "aanbevolen", "evaluatie"),
    ]


def test_every_voorwaarde_has_a_dossier_that_meets_it_and_one_that_does_not_in_these_tests() -> None:
    assert {voorwaarde for voorwaarde, _, _ in NIET_VOLDAAN} == set(VOORWAARDE_IDS)
    assert {voorwaarde for voorwaarde, _ in VOLDAAN} == set(VOORWAARDE_IDS)


@for_each(NIET_VOLDAAN)
def test_what_does_not_meet_a_voorwaarde_gives_all_its_gaps_and_no_other(
    voorwaarde_id: str, samenwerking: Samenwerking, gemis: Sequence[Gemis]
) -> None:
    voorwaarde = voorwaarde_of(voorwaarde_id)
    gaten = voorwaarde.find_gaten(samenwerking, DAG)
    assert [(gat.melding, gat.pad) for gat in gaten] == list(gemis)
    assert {(gat.voorwaarde, gat.niveau) for gat in gaten} == {(voorwaarde_id, voorwaarde.niveau)}


@for_each(VOLDAAN)
def test_what_meets_a_voorwaarde_gives_no_gap(voorwaarde_id: str, samenwerking: Samenwerking) -> None:
    assert voorwaarde_of(voorwaarde_id).find_gaten(samenwerking, DAG) == []


@pytest.mark.parametrize(
    ("peildatum", "is_te_laat"),
    [(date(2026, 8, 31), False), (date(2026, 9, 1), False), (date(2026, 9, 2), True), (None, False)],
)
def test_an_actie_is_late_only_after_its_last_day(peildatum: date | None, is_te_laat: bool) -> None:
    samenwerking = Samenwerking(acties={"feest": Actie(tegen=date(2026, 9, 1), status="lopend")})
    assert bool(voorwaarde_of("opvolging").find_gaten(samenwerking, peildatum)) == is_te_laat


@pytest.mark.parametrize(
    ("laatste", "ritme", "uiterlijk"),
    [
        (date(2026, 8, 31), "6 maanden", date(2027, 2, 28)),
        (date(2027, 8, 31), "6 maanden", date(2028, 2, 29)),
        (date(2026, 1, 31), "1 maand", date(2026, 2, 28)),
        (date(2028, 2, 29), "1 jaar", date(2029, 2, 28)),
        (date(2026, 12, 31), "2 weken", date(2027, 1, 14)),
        (date(2026, 12, 31), "1 dag", date(2027, 1, 1)),
    ],
)
@pytest.mark.parametrize("heeft_evaluatie", [True, False])
def test_an_evaluatie_is_late_only_after_the_whole_rhythm(
    laatste: date, ritme: str, uiterlijk: date, heeft_evaluatie: bool
) -> None:
    samenwerking = Samenwerking(
        evaluatiebeleid=Evaluatiebeleid(ritme=ritme),
        evaluaties=(Evaluatie(datum=laatste, besluit="doorgaan"),) if heeft_evaluatie else (),
        verloop=(Stap(datum=date(2020, 1, 1) if heeft_evaluatie else laatste, naar="uitvoeren"),),
    )
    voorwaarde = voorwaarde_of("evaluatie")
    assert voorwaarde.find_gaten(samenwerking, uiterlijk) == []
    assert [gat.pad for gat in voorwaarde.find_gaten(samenwerking, uiterlijk + timedelta(days=1))] == [("evaluaties",)]
    assert voorwaarde.find_gaten(samenwerking, None) == []


def test_without_an_evaluatie_the_rhythm_counts_from_the_last_entry_into_uitvoeren() -> None:
    stappen = [("2024-01-01", "uitvoeren"), ("2026-01-01", "delen"), ("2026-06-01", "uitvoeren")]
    samenwerking = Samenwerking(
        evaluatiebeleid=Evaluatiebeleid(ritme="3 maanden"),
        verloop=tuple(Stap(datum=date.fromisoformat(dag), naar=naar) for dag, naar in stappen),
    )
    assert voorwaarde_of("evaluatie").find_gaten(samenwerking, DAG) == []
    assert len(voorwaarde_of("evaluatie").find_gaten(samenwerking, date(2026, 9, 2))) == 1


def test_an_evaluatie_grows_old_also_when_the_group_entered_uitvoeren_again_since() -> None:
    samenwerking = Samenwerking(
        evaluatiebeleid=Evaluatiebeleid(ritme="6 maanden"),
        evaluaties=(Evaluatie(datum=date(2025, 1, 1), besluit="teruggaan"),),
        verloop=(Stap(datum=date(2026, 8, 1), naar="uitvoeren"),),
    )
    assert [gat.melding for gat in voorwaarde_of("evaluatie").find_gaten(samenwerking, DAG)] == [
        "De laatste evaluatie was op 1 januari 2025. Afgesproken ritme: 6 maanden."
    ]


def test_only_the_last_version_of_a_document_counts() -> None:
    eerste = vaststellen(NOTA, "intentieverklaring", door=("stad", "school"))
    oud = eerste.documenten["intentieverklaring"].versies[0]
    nieuw = Versie(**{**oud.__dict__, "versie": 2, "instemming": {"stad": Instemming(soort="ondertekend")}})
    twee = change(eerste, documenten={"intentieverklaring": Documentversies(versies=(oud, nieuw))})
    assert [gat.melding for gat in voorwaarde_of("intentieverklaring").find_gaten(twee, None)] == [
        "Nog niet ingestemd met de intentieverklaring: School"
    ]


@pytest.mark.parametrize("fase", FASE_IDS)
def test_the_gaps_of_a_fase_are_those_of_its_voorwaarden_required_ones_first(fase: str) -> None:
    leeg = Samenwerking()
    alle = find_gaten(leeg, fase, DAG)
    assert alle == [gat for voorwaarde in voorwaarden_of(fase) for gat in voorwaarde.find_gaten(leeg, DAG)]
    assert [gat.niveau for gat in alle] == sorted((gat.niveau for gat in alle), reverse=True)
    assert find_gaten(leeg, fase, DAG, "vereist") + find_gaten(leeg, fase, DAG, "aanbevolen") == alle


def test_no_required_voorwaarde_stands_in_uitvoeren_because_there_is_no_next_fase() -> None:
    assert find_gaten(Samenwerking(acties={"feest": Actie(tegen=date(2020, 1, 1))}), "uitvoeren", DAG, "vereist") == []


def test_every_document_shows_the_gaps_of_voorwaarden_that_exist() -> None:
    for document in DOCUMENTEN:
        assert document.voorwaarden == VAN_NU or set(document.voorwaarden) <= set(VOORWAARDE_IDS)
        assert bool(find_document_gaten(Samenwerking(fase="opstart"), document)) == bool(document.voorwaarden)


@pytest.mark.parametrize("fase", FASE_IDS)
def test_the_overdracht_shows_what_is_open_in_the_fase_where_the_group_stands(fase: str) -> None:
    dossier = Samenwerking(fase=fase, acties={"feest": Actie(tegen=date(2020, 1, 1))})
    assert find_document_gaten(dossier, document_of("overdracht")) == find_gaten(dossier, fase, None)


def test_a_document_shows_the_same_gaps_on_any_day_and_a_projectfiche_only_those_of_its_project() -> None:
    te_laat = Samenwerking(
        evaluatiebeleid=Evaluatiebeleid(ritme="1 dag"), evaluaties=(Evaluatie(datum=date(2020, 1, 1), besluit="doorgaan"),)
    )
    assert find_document_gaten(te_laat, document_of("evaluatiebeleid")) == []

    twee = Samenwerking(projecten={"klas": Project(), "feest": HEEL_PROJECT})
    assert {gat.pad[:2] for gat in find_document_gaten(twee, document_of("projectfiche"), "klas")} == {("projecten", "klas")}
    assert find_document_gaten(twee, document_of("projectfiche"), "feest") == []


ENGELS = re.compile(
    r"\b(the|and|or|no|not|yes|none|true|false|missing|required|empty|field|value|date|partner's|share|action|actions|"
    r"agreement|meeting|project's|role|roles|step|phase|version|changed|stakeholder's|error|null|is_\w+|\w+_\w+)\b",
    re.IGNORECASE,
)


def all_gaten() -> Iterator[tuple[str, Pad]]:
    for samenwerking in [*(geval[1] for geval in NIET_VOLDAAN), *(geval[1] for geval in VOLDAAN)]:
        for fase in FASE_IDS:
            for gat in find_gaten(samenwerking, fase, date(2030, 1, 1)):
                yield gat.melding, gat.pad


def test_no_gap_holds_an_english_word_or_an_unfilled_brace() -> None:
    meldingen = {melding for melding, _ in all_gaten()} | {voorwaarde.titel for voorwaarde in VOORWAARDEN}
    assert [melding for melding in meldingen if ENGELS.search(melding)] == []
    assert [melding for melding in meldingen if set("{}[]()") & set(melding) or "None" in melding] == []
    assert [melding for melding in meldingen if "  " in melding or melding != melding.strip()] == []


def test_every_gap_leads_to_a_place_in_the_dossier_that_the_table_of_fields_knows() -> None:
    for melding, pad in all_gaten():
        assert find_veld(Samenwerking, pad) or find_record(Samenwerking, pad), melding
    assert find_veld(Samenwerking, ("documenten",))


def test_what_is_missing_of_several_is_told_in_one_sentence_and_of_none_only_once() -> None:
    kern = {naam: Partner(naam=naam, soort="kern") for naam in ("Stad", "Jeugd en Gezin")}
    samenwerking = Samenwerking(partners=kern, projecten={"zomer": Project(titel="Project Zomer.", trekker="stad")})

    assert [melding for melding, _ in group_gaten(find_gaten(samenwerking, "delen", DAG))] == [
        *(f"{wat} nog in te vullen: Stad; Jeugd en Gezin" for wat in ("Ambities", "Belangen", "Inzet", "Mandaat", "Draagvlak")),
        "Nog in te vullen: minstens één begrip met zijn betekenis en de gedeelde ambitie",
        "Nog niet vastgesteld: de intentieverklaring",
    ]
    (project, delen), *_ = group_gaten(find_gaten(samenwerking, "vormgeven", DAG))
    assert project == "Project “Project Zomer”: nog in te vullen: aanpak, resultaat, start en einde"
    assert [gat.pad[-1] for gat in delen] == ["aanpak", "resultaat", "start", "einde"]

    zonder = group_gaten(find_gaten(Samenwerking(), "delen", DAG, "vereist"))
    assert [melding for melding, _ in zonder if "kernpartner" in melding] == ["Er is geen kernpartner."]


def test_every_titel_names_a_thing_so_that_a_sign_beside_it_says_alone_whether_it_is_there() -> None:
    assert len(set(VOORWAARDE_IDS)) == len(VOORWAARDE_IDS)
    for voorwaarde in VOORWAARDEN:
        assert voorwaarde.fase in FASE_IDS
        assert voorwaarde.titel[-1].isalpha()
        assert re.match(r"(De|Het|Een|Elke|Minstens) ", voorwaarde.titel)
        assert voorwaarde.titel in {ander.titel for ander in voorwaarden_of(voorwaarde.fase)}
    assert len({voorwaarde.titel for voorwaarde in VOORWAARDEN}) == len(VOORWAARDEN)


def test_a_dossier_that_meets_everything_has_no_gap_in_any_fase() -> None:
    kern = Partner(
        soort="kern",
        ambities=("Rust.",),
        belangen=(Belang(wat="Rust."),),
        inzet="Tijd.",
        krijgt="Rust.",
        mandaat=Mandaat(namens="Bestuur"),
        draagvlak=Draagvlak(oordeel=4),
    )
    vol = Samenwerking(
        naam="De Brug",
        idee="Een plek.",
        initiatiefnemer="stad",
        waarom="Samen.",
        afbakening=Afbakening(wel=("Na school.",), niet=("Opvang.",)),
        stakeholders={"pers": Stakeholder(belang="laag", invloed="laag", houding="tegen")},
        partners={"stad": kern, "school": kern},
        begrippen={"brugfiguur": "Wie de weg wijst."},
        gedeelde_ambitie="Elk kind mee.",
        afspraken={"sleutels": Afspraak(tekst="De stad beheert ze.")},
        acties={"feest": Actie(trekker="stad", tegen=DAG)},
        looptijd=Looptijd(van=DAG, tot=DAG, evaluatiemoment="In mei.", uitstap="Vooraf."),
        projecten={"klas": HEEL_PROJECT},
        rollen={"gids": Rol(wie=("stad", "school"), positie="Naast de groep.")},
        overleg={"kern": Overleg(frequentie="Elke maand")},
        gesprekken=(Gesprek(met=("stad", "school")),),
        evaluatiebeleid=Evaluatiebeleid(ritme="6 maanden"),
        evaluaties=(Evaluatie(datum=DAG, besluit="doorgaan"),),
    )
    assert parse_ritme(vol.evaluatiebeleid.ritme) is not None
    vastgesteld = vaststellen(vol, *(uitgave.naam for uitgave in all_uitgaven(vol)), door=("stad", "school"))
    assert [gat for fase in FASE_IDS for gat in find_gaten(vastgesteld, fase, DAG)] == []
