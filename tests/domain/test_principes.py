"""What counts for each principe, what does not, and how alive a principe is on a day."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from cases import for_each
from hypothesis import given
from hypothesis import strategies as st

from samenwerk.domain import principes
from samenwerk.domain.afspraken import Actie
from samenwerk.domain.dynamiek import PRINCIPES
from samenwerk.domain.partners import Partner, Profiel, Profielmeting
from samenwerk.domain.principes import LEVEND, NIET_GEZIEN, SLUIMERT, WAT_TELT, find_waarnemingen, take_peilingen
from samenwerk.domain.record import find_record, find_veld
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.tijdlijn import LOGBOEKSOORTEN, Evaluatie, Logboekregel, Stap
from samenwerk.domain.vormgeving import Evaluatiebeleid, Identiteit, Project, Rol

DAG = date(2026, 9, 1)
TWEE = {"stad": Partner(naam="Stad"), "school": Partner(naam="School")}
ROLLEN = {"gids": Rol(wie=("school",)), "duo": Rol(wie=("stad", "school")), "leeg": Rol()}


def met_actie(**waarden: object) -> Samenwerking:
    actie = Actie(**{"wat": "Feest", "trekker": "stad", "met": ("school",), "status": "klaar", "tegen": DAG, **waarden})
    return Samenwerking(partners=TWEE, rollen=ROLLEN, acties={"feest": actie})


def met_project(**waarden: object) -> Samenwerking:
    project = Project(**{"titel": "Klas", "trekker": "stad", "partners": {"school": "lokaal"}, **waarden})
    return Samenwerking(partners=TWEE, rollen=ROLLEN, projecten={"klas": project})


def met_regel(**waarden: object) -> Samenwerking:
    return Samenwerking(logboek=(Logboekregel(**{"datum": DAG, "tekst": "Het lukt.", **waarden}),))


def met_partner(**waarden: object) -> Samenwerking:
    return Samenwerking(partners={"stad": Partner(naam="Stad", **waarden)})


TELT = [
    (1, met_actie(), ("acties", "feest"), DAG),
    (1, met_actie(status="lopend"), ("acties", "feest"), None),
    (1, met_actie(met=("gids",)), ("acties", "feest"), DAG),
    (1, met_actie(trekker="duo", met=()), ("acties", "feest"), DAG),
    (1, met_actie(tegen=None), ("acties", "feest"), None),
    (1, met_actie(tegen=DAG + timedelta(days=1)), ("acties", "feest"), None),
    (1, met_project(start=DAG), ("projecten", "klas"), DAG),
    (1, met_project(), ("projecten", "klas"), None),
    (1, met_project(trekker="duo", partners={}), ("projecten", "klas"), None),
    (1, met_regel(soort="succes"), ("logboek", 0), DAG),
    (1, met_regel(soort="nota", principe=1), ("logboek", 0), DAG),
    (2, met_regel(soort="leerwinst"), ("logboek", 0), DAG),
    (2, met_regel(soort="reflectie", datum=None), ("logboek", 0), None),
    (2, met_regel(soort="spanning", principe=2), ("logboek", 0), DAG),
    *(
        (2, Samenwerking(evaluaties=(Evaluatie(datum=DAG, **{vraag: "Alles."}),)), ("evaluaties", 0), DAG)
        for vraag in ("wat_zien_we_anders", "wat_doen_we_anders", "wat_kan_beter")
    ),
    *((3, Samenwerking(identiteit=Identiteit(**{naam: "Wij."})), ("identiteit", naam), None) for naam in Identiteit.velden),
    (3, met_regel(soort="nota", principe=3), ("logboek", 0), DAG),
    (4, Samenwerking(verschillen=("Eerst spel.",)), ("verschillen", 0), None),
    (4, met_regel(soort="diversiteit"), ("logboek", 0), DAG),
    (4, met_regel(soort="spanning"), ("logboek", 0), DAG),
    (5, met_regel(soort="waardering"), ("logboek", 0), DAG),
    (5, met_partner(inzet="Tijd", krijgt="Rust"), ("partners", "stad"), None),
    (5, met_partner(profiel=Profiel(deelt_ervaring=1)), ("partners", "stad", "profiel"), None),
    (5, met_partner(profiel=Profiel(datum=DAG, bereid_tot_verandering=5)), ("partners", "stad", "profiel"), DAG),
]


@for_each(TELT)
def test_what_counts_is_found_once_with_its_place_and_its_date(
    nummer: int, dossier: Samenwerking, pad: tuple[str | int, ...], datum: date | None
) -> None:
    [gezien] = find_waarnemingen(dossier, nummer, DAG)
    assert (gezien.pad, gezien.datum) == (pad, datum)
    assert gezien.tekst
    assert find_veld(Samenwerking, pad[:1])
    assert find_record(Samenwerking, pad) or find_veld(Samenwerking, pad) or pad[0] == "verschillen"


@for_each(
    [
        *((1, met_actie(status=status)) for status in ("", "gepland", "geschrapt", "niet uitgevoerd")),
        (1, met_actie(met=())),
        (1, met_actie(met=("stad",))),
        (1, met_actie(met=("ouders", "leeg"))),
        (1, met_project(partners={"stad": "alles"})),
        (1, met_project(start=DAG + timedelta(days=1))),
        (1, met_regel(soort="succes", principe=3)),
        (1, met_regel(soort="succes", tekst="")),
        (1, met_regel(soort="succes", datum=DAG + timedelta(days=1))),
        (2, met_regel(soort="nota")),
        (2, Samenwerking(evaluaties=(Evaluatie(datum=DAG, besluit="doorgaan"),))),
        (3, met_regel(soort="wissel")),
        (4, met_regel(soort="spanning", principe=2)),
        (5, met_partner(inzet="Tijd")),
        (5, met_partner(krijgt="Rust")),
        (5, met_partner(profiel=Profiel(datum=DAG, toelichting="Gevraagd, niet beantwoord."))),
    ]
)
def test_what_does_not_count_is_not_found(nummer: int, dossier: Samenwerking) -> None:
    assert find_waarnemingen(dossier, nummer, DAG) == []


@pytest.mark.parametrize("principe", [None, 1, 2, 3, 4, 5])
@pytest.mark.parametrize("soort", ["", *LOGBOEKSOORTEN])
def test_a_line_of_the_logboek_counts_for_one_principe_at_most(soort: str, principe: int | None) -> None:
    dossier = met_regel(soort=soort, principe=principe)
    geteld = [nummer for nummer in range(1, 6) if find_waarnemingen(dossier, nummer)]
    assert geteld == [principe] if principe else len(geteld) <= 1


def test_a_profile_counts_each_time_it_was_asked() -> None:
    eerder = (Profielmeting(datum=date(2025, 5, 1), deelt_ervaring=2), Profielmeting(datum=date(2025, 9, 1)))
    dossier = met_partner(profiel=Profiel(datum=DAG, deelt_ervaring=3, eerder=eerder))
    assert [gezien.datum for gezien in find_waarnemingen(dossier, 5)] == [date(2025, 5, 1), DAG]


def test_what_counts_comes_oldest_first_and_names_the_partners_behind_a_rol() -> None:
    dossier = Samenwerking(
        partners=TWEE,
        rollen=ROLLEN,
        acties={"a": Actie(wat="A", trekker="gids", met=("stad", "duo"), status="klaar", tegen=DAG)},
        projecten={"p": Project(trekker="duo", start=date(2026, 1, 1))},
        logboek=(Logboekregel(soort="succes", tekst="Ooit."),),
    )
    assert [(gezien.tekst, gezien.partners) for gezien in find_waarnemingen(dossier, 1)] == [
        ("Ooit.", ()),
        ("p", ("stad", "school")),
        ("A", ("school", "stad")),
    ]


# How alive


def oordeel(nummer: int, dossier: Samenwerking, peildatum: date) -> str:
    return take_peilingen(dossier, peildatum)[nummer - 1].oordeel


@pytest.mark.parametrize(
    ("ritme", "peildatum", "verwacht"),
    [
        ("", date(2027, 3, 1), LEVEND),
        ("", date(2027, 3, 2), SLUIMERT),
        ("2 weken", date(2026, 9, 15), LEVEND),
        ("2 weken", date(2026, 9, 16), SLUIMERT),
        ("1 jaar", date(2027, 9, 1), LEVEND),
        ("1 jaar", DAG, LEVEND),
        ("1 jaar", date(2026, 8, 31), NIET_GEZIEN),
    ],
)
def test_a_principe_is_alive_when_it_was_seen_within_one_rhythm_of_evaluation(
    ritme: str, peildatum: date, verwacht: str
) -> None:
    dossier = Samenwerking(evaluatiebeleid=Evaluatiebeleid(ritme=ritme), logboek=met_regel(soort="leerwinst").logboek)
    assert oordeel(2, dossier, peildatum) == verwacht


def test_what_has_no_date_makes_no_principe_alive() -> None:
    assert oordeel(3, Samenwerking(identiteit=Identiteit(zin="Wij.")), DAG) == SLUIMERT
    assert oordeel(3, Samenwerking(), DAG) == NIET_GEZIEN


@pytest.mark.parametrize(
    ("peildatum", "laatst", "verwacht"),
    [
        (date(2026, 2, 28), None, NIET_GEZIEN),
        (date(2026, 3, 1), date(2026, 3, 1), LEVEND),
        (date(2027, 5, 1), date(2027, 5, 1), LEVEND),
        (date(2027, 12, 30), date(2027, 6, 30), LEVEND),
        (date(2027, 12, 31), date(2027, 6, 30), SLUIMERT),
    ],
)
def test_a_project_is_seen_from_its_start_to_its_end(peildatum: date, laatst: date | None, verwacht: str) -> None:
    dossier = met_project(start=date(2026, 3, 1), einde=date(2027, 6, 30))
    peiling = take_peilingen(dossier, peildatum)[0]
    assert (peiling.laatst, peiling.oordeel) == (laatst, verwacht)


def test_a_peiling_names_the_fase_in_which_it_was_last_seen() -> None:
    weg = (Stap(datum=date(2026, 1, 1), naar="opstart"), Stap(datum=DAG, naar="verkennen"))
    dossier = Samenwerking(verloop=weg, logboek=met_regel(soort="succes").logboek)
    assert take_peilingen(dossier, DAG)[0].fase == "verkennen"
    vroeger = Samenwerking(verloop=weg[1:], logboek=met_regel(soort="succes", datum=date(2025, 1, 1)).logboek)
    assert take_peilingen(vroeger, DAG)[0].fase == ""


DAGEN = st.dates(date(2020, 1, 1), date(2030, 1, 1))


@given(dagen=st.lists(st.none() | DAGEN, max_size=6), eerst=DAGEN, later=DAGEN)
def test_time_never_wakes_a_principe_and_adds_to_what_was_seen(dagen: list[date | None], eerst: date, later: date) -> None:
    eerst, later = sorted((eerst, later))
    dossier = Samenwerking(logboek=tuple(Logboekregel(datum=dag, soort="succes", tekst="Ja.") for dag in dagen))
    toen, nu = take_peilingen(dossier, eerst)[0], take_peilingen(dossier, later)[0]
    assert len(toen.waarnemingen) <= len(nu.waarnemingen) <= len(dagen)
    assert (toen.oordeel == NIET_GEZIEN) == (not toen.waarnemingen)
    if toen.oordeel == SLUIMERT and nu.oordeel == LEVEND:
        assert any(dag and eerst < dag <= later for dag in dagen)


# The file itself


def test_above_each_rule_stands_what_the_source_text_says_of_its_principe() -> None:
    bron = Path(principes.__file__).read_text(encoding="utf-8")
    boven = [
        " ".join(re.sub(r"^# ?", "", blok, flags=re.MULTILINE).split())
        for blok in re.findall(r"(?:^#.*\n)+", bron, re.MULTILINE)
    ]
    assert boven == [f"Principe {p.nummer} - {p.titel}: {p.bron}" for p in PRINCIPES]
    assert list(WAT_TELT) == [principe.nummer for principe in PRINCIPES]
