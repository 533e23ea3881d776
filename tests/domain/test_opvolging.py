"""What asks for follow-up on a day, and for whom the group waits."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenwerk.domain.afspraken import Actie, Afspraak, Knoop, Looptijd
from samenwerk.domain.opvolging import Opvolgpunt, find_opvolgpunten
from samenwerk.domain.partners import Belang, Draagvlak, Mandaat, Partner
from samenwerk.domain.record import find_record, find_veld
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.termijnen import TERMIJNSOORTEN
from samenwerk.domain.tijdlijn import Documentversies, Evaluatie, Instemming, Stap, Versie
from samenwerk.domain.uitgaven import find_uitgaven
from samenwerk.domain.versies import Versiestand
from samenwerk.domain.voorwaarden import find_gaten
from samenwerk.domain.vormgeving import Evaluatiebeleid, Project, Rol

DAG = date(2026, 9, 1)
STAD = Partner(naam="Stad", soort="kern")
SCHOOL = Partner(naam="School", soort="kern")
WEG = Partner(naam="Club", soort="kern", tot=date(2026, 5, 1))
COMPLEET = {
    "ambities": ("Rust.",),
    "belangen": (Belang(wat="Rust."),),
    "inzet": "Tijd.",
    "krijgt": "Rust.",
    "mandaat": Mandaat(namens="het bestuur"),
    "draagvlak": Draagvlak(oordeel=4),
}


def actief(**velden: object) -> Samenwerking:
    return Samenwerking(**{"toestand": "actief", "fase": "verkennen", "partners": {"stad": STAD, "club": WEG}, **velden})


def punten(samenwerking: Samenwerking, dagen: int = 30) -> list[Opvolgpunt]:
    return find_opvolgpunten(samenwerking, DAG, dagen)


def meldingen(samenwerking: Samenwerking, dagen: int = 30) -> list[str]:
    return [punt.melding for punt in punten(samenwerking, dagen)]


@pytest.mark.parametrize(
    ("verschil", "melding", "vraag"),
    [
        (
            -1,
            "“Een feest” (Stad): klaar op 31 augustus 2026, dat is voorbij",
            "“Een feest” was gepland voor 31 augustus 2026. Hoe ver is het, en wat hebt u nog nodig?",
        ),
        (
            0,
            "“Een feest” (Stad): klaar op 1 september 2026",
            "“Een feest” is gepland voor 1 september 2026. Lukt dat?",
        ),
        (
            30,
            "“Een feest” (Stad): klaar op 1 oktober 2026",
            "“Een feest” is gepland voor 1 oktober 2026. Lukt dat?",
        ),
    ],
)
def test_an_actie_past_its_day_or_soon_due_is_told_to_both_sides(verschil: int, melding: str, vraag: str) -> None:
    actie = Actie(wat="Een feest.", trekker="stad", tegen=DAG + timedelta(days=verschil))
    (punt,) = punten(actief(acties={"feest": actie}))
    assert (punt.melding, punt.vraag, punt.wie) == (melding, vraag, ("stad",))
    assert punt.is_voorbij(DAG) is (verschil < 0)


def test_what_lies_further_ahead_comes_with_more_days() -> None:
    samenwerking = actief(acties={"feest": Actie(wat="Feest", trekker="stad", tegen=DAG + timedelta(days=31))})
    assert meldingen(samenwerking, 30) == []
    assert len(meldingen(samenwerking, 31)) == 1
    assert len(find_opvolgpunten(samenwerking, date.max, 99999)) == 1, "the calendar ends, looking ahead does not fail"


def test_an_actie_past_its_day_with_a_reden_is_in_order_but_still_listed() -> None:
    actie = Actie(wat="Feest", trekker="stad", tegen=date(2026, 8, 1), reden="De zaal\nwas bezet.")
    samenwerking = actief(fase="uitvoeren", partners={"stad": Partner(naam="Stad")}, acties={"feest": actie})
    assert meldingen(samenwerking) == ["“Feest” (Stad): klaar op 1 augustus 2026, dat is voorbij. Reden: De zaal was bezet."]
    assert [gat for gat in find_gaten(samenwerking, "uitvoeren", DAG) if gat.voorwaarde == "opvolging"] == []


def test_what_the_voorwaarde_calls_late_is_followed_up_at_the_same_place() -> None:
    acties = {"a": Actie(tegen=date(2026, 8, 1)), "b": Actie(tegen=DAG), "c": Actie(tegen=date(2026, 8, 1), status="klaar")}
    samenwerking = actief(fase="uitvoeren", acties=acties)
    gaten = {gat.pad for gat in find_gaten(samenwerking, "uitvoeren", DAG) if gat.voorwaarde == "opvolging"}
    assert gaten == {punt.pad for punt in punten(samenwerking) if punt.is_voorbij(DAG)} - {("acties", "a", "trekker")}
    assert gaten == {("acties", "a", "status")}


@pytest.mark.parametrize(
    ("trekker", "melding"),
    [
        ("", "“Feest”: nog zonder trekker"),
        ("club", "“Feest”: de trekker is vertrokken (Club)"),
        ("gids", "“Feest”: de trekker is de rol “Gids”, en die neemt nu niemand op"),
    ],
)
def test_an_actie_that_nobody_takes_up_is_a_point_that_waits_for_nobody(trekker: str, melding: str) -> None:
    rollen = {"gids": Rol(naam="Gids", wie=("club",))}
    (punt,) = punten(actief(rollen=rollen, acties={"feest": Actie(wat="Feest.", trekker=trekker)}))
    assert (punt.melding, punt.wie, punt.vraag, punt.datum) == (melding, (), "", None)
    klaar = Actie(wat="Feest.", trekker=trekker, status="klaar")
    assert punten(actief(rollen=rollen, acties={"feest": klaar})) == []


@pytest.mark.parametrize(
    ("dag", "melding", "vraag"),
    [
        (
            date(2026, 8, 31),
            "Afspraak opnieuw te bekijken op 31 augustus 2026, dat is voorbij: “De stad betaalt”",
            "Op 31 augustus 2026 zouden we deze afspraak opnieuw bekijken: “De stad betaalt”. Past die nog bij uw organisatie?",
        ),
        (
            date(2026, 9, 15),
            "Afspraak opnieuw te bekijken op 15 september 2026: “De stad betaalt”",
            "Op 15 september 2026 bekijken we deze afspraak opnieuw: “De stad betaalt”. Past die nog bij uw organisatie?",
        ),
    ],
)
def test_an_afspraak_is_reviewed_by_its_partijen_that_still_take_part(dag: date, melding: str, vraag: str) -> None:
    (punt,) = punten(actief(afspraken={"geld": Afspraak(tekst="De stad betaalt.", partijen=("stad", "club"), herzien_op=dag)}))
    assert (punt.melding, punt.vraag, punt.wie) == (melding, vraag, ("stad",))


@pytest.mark.parametrize(
    ("geldig_tot", "melding"),
    [
        (date(2026, 8, 31), "Mandaat van Stad: geldig tot en met 31 augustus 2026, dat is voorbij"),
        (DAG, "Mandaat van Stad: geldig tot en met 1 september 2026"),
        (date(2026, 10, 2), ""),
    ],
)
def test_a_mandaat_holds_on_its_last_day(geldig_tot: date, melding: str) -> None:
    stad = Partner(naam="Stad", mandaat=Mandaat(geldig_tot=geldig_tot))
    assert meldingen(actief(partners={"stad": stad})) == [melding] * bool(melding)


@pytest.mark.parametrize(
    ("beleid", "melding", "vraag"),
    [
        (
            {"volgende": date(2026, 9, 15)},
            "Evaluatie gepland op 15 september 2026",
            "Op 15 september 2026 kijken we samen terug op de samenwerking. Kunt u die dag vrijhouden?",
        ),
        (
            {"volgende": date(2026, 8, 15)},
            "Evaluatie gepland op 15 augustus 2026, dat is voorbij",
            "Op 15 augustus 2026 zouden we samen terugkijken op de samenwerking. Welke dag past u?",
        ),
        (
            {"ritme": "7 maanden"},
            "Evaluatie volgens het ritme (7 maanden) op 1 september 2026",
            "Rond 1 september 2026 kijken we samen terug op de samenwerking. Welke dag past u?",
        ),
        (
            {"ritme": "1 maand"},
            "Evaluatie volgens het ritme (1 maand) op 1 maart 2026, dat is voorbij",
            "Op 1 maart 2026 zouden we samen terugkijken op de samenwerking. Welke dag past u?",
        ),
    ],
)
def test_the_next_evaluatie_is_for_all_kernpartners(beleid: dict[str, object], melding: str, vraag: str) -> None:
    evaluaties = (Evaluatie(datum=date(2026, 2, 1)),)
    (punt,) = punten(actief(evaluatiebeleid=Evaluatiebeleid(**beleid), evaluaties=evaluaties))
    assert (punt.melding, punt.vraag, punt.wie) == (melding, vraag, ("stad",))


@pytest.mark.parametrize(
    ("velden", "melding", "vraag"),
    [
        (
            {"afspraken": {"geld": Afspraak(tekst="De stad betaalt.", partijen=("stad",), ingang=DAG)}},
            "Afspraak die ingaat op 1 september 2026: “De stad betaalt”",
            "Op 1 september 2026 gaat deze afspraak in: “De stad betaalt”. Is bij u alles klaar?",
        ),
        (
            {"looptijd": Looptijd(van=DAG)},
            "De afspraken gelden vanaf 1 september 2026.",
            "Onze afspraken gelden vanaf 1 september 2026. Is bij u alles klaar?",
        ),
        (
            {"looptijd": Looptijd(tot=DAG)},
            "De afspraken gelden tot en met 1 september 2026.",
            "Onze afspraken gelden tot en met 1 september 2026. Wilt u ermee doorgaan, en tot wanneer?",
        ),
        (
            {"looptijd": Looptijd(tot=date(2026, 8, 31))},
            "De afspraken golden tot en met 31 augustus 2026.",
            "Onze afspraken golden tot en met 31 augustus 2026. Wilt u ermee doorgaan, en tot wanneer?",
        ),
        (
            {"projecten": {"klas": Project(titel="Huiswerkklas", trekker="stad", start=DAG)}},
            "Project “Huiswerkklas” begint op 1 september 2026.",
            "Project “Huiswerkklas” begint op 1 september 2026. Is bij u alles klaar?",
        ),
        (
            {"projecten": {"klas": Project(titel="Huiswerkklas", trekker="stad", einde=date(2026, 8, 31))}},
            "Project “Huiswerkklas” liep tot en met 31 augustus 2026.",
            "Project “Huiswerkklas” liep tot en met 31 augustus 2026. Wat is er bereikt, en hoe blijft het bestaan?",
        ),
    ],
)
def test_what_begins_or_ends_is_told_to_the_facilitator_and_asked_of_whom_it_concerns(
    velden: dict[str, object], melding: str, vraag: str
) -> None:
    (punt,) = punten(actief(**velden))
    assert (punt.melding, punt.vraag, punt.wie) == (melding, vraag, ("stad",))


def test_the_knoop_that_is_open_longest_comes_first_and_one_without_a_day_is_older_than_the_field() -> None:
    knopen = {
        "jong": Knoop(vraag="Wie betaalt?", sinds=date(2026, 8, 1)),
        "tweede": Knoop(vraag="Wie sluit af?", status="open"),
        "oud": Knoop(vraag="Wie opent?", sinds=date(2026, 3, 1)),
        "klaar": Knoop(vraag="Waar?", status="doorgehakt", sinds=date(2025, 1, 1)),
        "derde": Knoop(),
    }
    assert meldingen(actief(knopen=knopen)) == [
        "Nog te beslissen: “Wie sluit af?”",
        "Nog te beslissen: “derde”",
        "Nog te beslissen: “Wie opent?” (sinds 1 maart 2026)",
        "Nog te beslissen: “Wie betaalt?” (sinds 1 augustus 2026)",
    ]


@pytest.mark.parametrize(
    ("fase", "onderwerpen"),
    [
        ("opstart", []),
        ("verkennen", []),
        ("delen", ["ambities", "belangen", "inzet", "mandaat", "draagvlak"]),
        ("uitvoeren", ["ambities", "belangen", "inzet", "mandaat", "draagvlak", "meerwaarde"]),
    ],
)
def test_a_partner_is_asked_what_only_it_can_tell_once_that_fase_has_come(fase: str, onderwerpen: list[str]) -> None:
    gevonden = punten(actief(fase=fase))
    assert [punt.onderwerp for punt in gevonden] == onderwerpen
    assert {punt.wie for punt in gevonden} <= {("stad",)}
    assert all(punt.vraag.endswith("?") for punt in gevonden)


def test_a_partner_that_told_all_is_asked_nothing_and_without_kernpartners_nobody_is() -> None:
    assert punten(actief(fase="uitvoeren", partners={"stad": Partner(soort="kern", **COMPLEET)})) == []
    assert punten(actief(fase="uitvoeren", partners={})) == []


def vastgesteld(naam: str, *door: str, datum: date | None = DAG) -> Samenwerking:
    partners = {
        "stad": Partner(naam="Stad", soort="kern", **COMPLEET),
        "school": Partner(soort="kern", **COMPLEET),
        "club": WEG,
    }
    samenwerking = actief(partners=partners, waarom="Samen.")
    (uitgave,) = find_uitgaven(samenwerking, naam)
    versie = Versie(
        versie=2,
        datum=datum,
        vingerafdruk=Versiestand(samenwerking, uitgave).vingerafdruk,
        instemming={sleutel: Instemming(soort="ingestemd") for sleutel in door},
    )
    return Samenwerking(**{**samenwerking.__dict__, "documenten": {naam: Documentversies(versies=(versie,))}})


@pytest.mark.parametrize(
    ("naam", "door", "wie"),
    [
        ("intentieverklaring", (), ["stad", "school"]),
        ("intentieverklaring", ("stad",), ["school"]),
        ("intentieverklaring", ("stad", "school"), []),
        ("startnota", (), []),
        ("startnota", ("school",), ["stad"]),
    ],
)
def test_partners_that_did_not_agree_to_a_version_that_holds_are_waited_for(
    naam: str, door: tuple[str, ...], wie: list[str]
) -> None:
    samenwerking = vastgesteld(naam, *door)
    assert [punt.wie for punt in punten(samenwerking)] == [(sleutel,) for sleutel in wie]
    gewijzigd = Samenwerking(**{**samenwerking.__dict__, "waarom": "Anders."})
    assert punten(gewijzigd) == []


def test_a_partner_is_asked_to_agree_to_one_version() -> None:
    assert punten(vastgesteld("startnota", "school"))[0].vraag == (
        "Stemt uw organisatie in met de startnota (versie 2 van 1 september 2026)?"
    )
    assert punten(vastgesteld("startnota", "school", datum=None))[0].vraag == (
        "Stemt uw organisatie in met de startnota (versie 2)?"
    )


@pytest.mark.parametrize("toestand", ["slapend", "afgerond", "gestopt", "samengevoegd"])
def test_a_collaboration_that_rests_or_has_ended_has_nothing_to_follow_up(toestand: str) -> None:
    assert punten(actief(toestand=toestand, knopen={"k": Knoop()}, acties={"a": Actie(tegen=date(2020, 1, 1))})) == []


DAGEN = st.none() | st.dates(date(2026, 1, 1), date(2027, 6, 1))
SLEUTELS = st.sampled_from(["", "stad", "school", "club", "gids"])
LETTERS = st.sampled_from("abc")
PARTIJEN = st.lists(st.sampled_from(["stad", "school", "club"])).map(tuple)
ACTIES = st.dictionaries(
    LETTERS, st.builds(Actie, trekker=SLEUTELS, tegen=DAGEN, status=st.sampled_from(["", "lopend", "klaar"]))
)
AFSPRAKEN = st.dictionaries(
    LETTERS, st.builds(Afspraak, partijen=PARTIJEN, herzien_op=DAGEN, status=st.sampled_from(["", "opgezegd"]))
)
KNOPEN = st.dictionaries(LETTERS, st.builds(Knoop, sinds=DAGEN))


@st.composite
def dossiers(draw: st.DrawFn) -> Samenwerking:
    """A dossier with acties, afspraken, mandaten, evaluaties and knopen of every kind."""
    partners = {
        sleutel: Partner(**{**partner.__dict__, "mandaat": Mandaat(geldig_tot=draw(DAGEN))})
        for sleutel, partner in (("stad", STAD), ("school", SCHOOL), ("club", WEG))
    }
    return actief(
        fase=draw(st.sampled_from(["verkennen", "delen", "uitvoeren"])),
        partners=partners,
        rollen={"gids": Rol(wie=draw(PARTIJEN))},
        acties=draw(ACTIES),
        afspraken=draw(AFSPRAKEN),
        knopen=draw(KNOPEN),
        evaluatiebeleid=Evaluatiebeleid(ritme=draw(st.sampled_from(["", "3 maanden"])), volgende=draw(DAGEN)),
        evaluaties=(Evaluatie(datum=draw(DAGEN)),),
        verloop=(Stap(datum=date(2026, 1, 1), naar="uitvoeren"),),
    )


@given(dossiers(), st.integers(0, 400))
def test_every_point_can_be_found_and_asked_and_none_waits_for_a_partner_that_left(
    samenwerking: Samenwerking, dagen: int
) -> None:
    gevonden = find_opvolgpunten(samenwerking, DAG, dagen)

    for punt in gevonden:
        assert punt.soort in (*TERMIJNSOORTEN, "knoop", "antwoord", "instemming")
        assert find_veld(Samenwerking, punt.pad) or find_record(Samenwerking, punt.pad)
        assert "club" not in punt.wie
        assert bool(punt.vraag) is bool(punt.wie)
        assert "None" not in punt.melding + punt.vraag
    met_dag = [punt.datum for punt in gevonden if punt.datum]
    assert met_dag == sorted(met_dag) == [punt.datum for punt in gevonden[: len(met_dag)]]


@given(dossiers(), st.integers(0, 400), st.integers(0, 400))
def test_looking_further_ahead_only_adds_points(samenwerking: Samenwerking, dagen: int, meer: int) -> None:
    verder = find_opvolgpunten(samenwerking, DAG, dagen + meer)
    assert [punt for punt in verder if punt in find_opvolgpunten(samenwerking, DAG, dagen)] == find_opvolgpunten(
        samenwerking, DAG, dagen
    )
