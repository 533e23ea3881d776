"""What must hold across fields: references, the verloop, advice."""

from datetime import date

import pytest
from cases import for_each

from samenwerk.domain.afspraken import Actie, Afspraak
from samenwerk.domain.controle import check_samenwerking
from samenwerk.domain.documenten import DOCUMENT_IDS
from samenwerk.domain.fasen import FASE_IDS
from samenwerk.domain.partners import Partner, Stakeholder
from samenwerk.domain.record import find_record, find_veld
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.tijdlijn import Documentversies, Gesprek, Instemming, Logboekregel, Stap, Versie
from samenwerk.domain.vormgeving import Overleg, Project, Rol
from samenwerk.errors import ADVIES, FOUT, IETS, Bevinding, Pad, Remedy

EERSTE = Stap(datum=date(2026, 1, 10), naar="opstart")
PARTNERS = {"stad": Partner(), "school": Partner()}


def dossier(**waarden: object) -> Samenwerking:
    """A dossier without findings, with these fields put in."""
    return Samenwerking(**{"fase": "opstart", "verloop": (EERSTE,), "partners": PARTNERS, **waarden})


def walk(*stappen: tuple[str, str], reden: str = "Zo beslist.") -> tuple[Stap, ...]:
    """A verloop of these steps: day and fase."""
    return tuple(Stap(datum=date.fromisoformat(dag), naar=naar, reden=reden) for dag, naar in stappen)


def test_a_dossier_in_order_has_no_findings() -> None:
    assert check_samenwerking(dossier()) == []


@for_each(
    [
        ({"initiatiefnemer": "stda"}, ("initiatiefnemer",), "“stda” staat niet bij de partners.", "Bedoelde u “stad”?"),
        (
            {"initiatiefnemer": "bib", "partners": {}},
            ("initiatiefnemer",),
            "“bib” staat niet bij de partners.",
            "Voeg “bib” toe bij partners.",
        ),
        (
            {"afspraken": {"sleutels": Afspraak(partijen=("stad", "bib"))}},
            ("afspraken", "sleutels", "partijen", 1),
            "“bib” staat niet bij de partners.",
            "Kies uit: stad, school.",
        ),
        (
            {"acties": {"feest": Actie(trekker="gids")}, "rollen": {"gidsen": Rol()}},
            ("acties", "feest", "trekker"),
            "“gids” staat niet bij de partners of rollen.",
            "Bedoelde u “gidsen”?",
        ),
        (
            {"acties": {"feest": Actie(met=("kinderen",))}},
            ("acties", "feest", "met", 0),
            "“kinderen” staat niet bij de partners, stakeholders of rollen.",
            "Kies uit: stad, school.",
        ),
        (
            {"acties": {"feest": Actie(doelstelling="bereik")}},
            ("acties", "feest", "doelstelling"),
            "“bereik” staat niet bij de doelstellingen.",
            "Voeg “bereik” toe bij doelstellingen.",
        ),
        (
            {"projecten": {"klas": Project(partners={"stad": "Lokalen.", "bib": "Boeken."})}},
            ("projecten", "klas", "partners", "bib"),
            "“bib” staat niet bij de partners.",
            "Kies uit: stad, school.",
        ),
        (
            {"gesprekken": (Gesprek(met=("stad",), over="x"), Gesprek(met=("school", "ouders"), over="x"))},
            ("gesprekken", 1, "met", 1),
            "“ouders” staat niet bij de partners of stakeholders.",
            "Kies uit: stad, school.",
        ),
        (
            {"documenten": {"startnota": Documentversies(versies=(Versie(instemming={"bib": Instemming()}),))}},
            ("documenten", "startnota", "versies", 0, "instemming", "bib"),
            "“bib” staat niet bij de partners.",
            "Kies uit: stad, school.",
        ),
        (
            {"logboek": (Logboekregel(partners=("bib",), tekst="x"),)},
            ("logboek", 0, "partners", 0),
            "“bib” staat niet bij de partners.",
            "Kies uit: stad, school.",
        ),
    ]
)
def test_a_reference_to_nothing_is_an_error_at_its_own_place(
    waarden: dict[str, object], pad: Pad, melding: str, oplossing: str
) -> None:
    assert check_samenwerking(dossier(**waarden)) == [Bevinding("verwijzing", melding, oplossing, pad, FOUT)]


def test_every_reference_to_nothing_is_found_not_only_the_first() -> None:
    fout = dossier(
        initiatiefnemer="a",
        acties={"feest": Actie(trekker="b", met=("c", "stad", "d"))},
        overleg={"kern": Overleg(wie=("e",))},
        verloop=(Stap(datum=date(2026, 1, 10), naar="opstart", aanwezig=("f",)),),
    )
    assert sorted(bevinding.melding[1] for bevinding in check_samenwerking(fout)) == ["a", "b", "c", "d", "e", "f"]


def test_a_reference_may_lead_to_any_of_its_collections() -> None:
    goed = dossier(
        initiatiefnemer="stad",
        stakeholders={"ouders": Stakeholder()},
        rollen={"gids": Rol(wie=("school",))},
        acties={"feest": Actie(trekker="gids", met=("stad", "ouders", "gids"))},
        gesprekken=(Gesprek(met=("ouders", "school"), over="x"),),
    )
    assert check_samenwerking(goed) == []


def test_a_reference_that_is_still_empty_is_no_error() -> None:
    assert check_samenwerking(dossier(initiatiefnemer="", acties={"feest": Actie(trekker="", met=())})) == []


def test_an_empty_verloop_is_an_error_and_the_remedy_is_a_line_to_copy() -> None:
    assert check_samenwerking(dossier(verloop=(), fase="delen")) == [
        Bevinding(
            "verloop_leeg",
            "Het verloop is leeg; de eerste stap ontbreekt.",
            "Zet er één stap in: - {datum: JJJJ-MM-DD, naar: delen}",
            ("verloop",),
        )
    ]


def test_the_fase_is_where_the_last_step_went() -> None:
    assert check_samenwerking(dossier(fase="verkennen")) == [
        Bevinding(
            "fase_en_verloop",
            "De fase is “verkennen”, maar de laatste stap van het verloop ging naar “opstart”.",
            "Maak die twee gelijk; meestal klopt het verloop.",
            ("fase",),
        )
    ]


def test_steps_stand_in_the_order_of_time() -> None:
    verloop = walk(("2026-01-10", "opstart"), ("2026-01-09", "verkennen"), ("2026-01-09", "delen"))
    assert check_samenwerking(dossier(fase="delen", verloop=verloop)) == [
        Bevinding(
            "verloop_volgorde",
            "Deze stap (9 januari 2026) is vroeger dan de stap ervoor (10 januari 2026).",
            "Zet de stappen van oud naar nieuw.",
            ("verloop", 1, "datum"),
        )
    ]


@pytest.mark.parametrize("van", FASE_IDS)
@pytest.mark.parametrize("naar", FASE_IDS)
def test_a_step_the_table_does_not_have_is_an_error(van: str, naar: str) -> None:
    stappen = FASE_IDS.index(naar) - FASE_IDS.index(van)
    bevindingen = check_samenwerking(dossier(fase=naar, verloop=walk(("2026-01-10", van), ("2026-02-10", naar))))
    verwacht = [("verloop_stap", FOUT, ("verloop", 1, "naar"))] if stappen == 0 or stappen > 1 else []
    assert [(bevinding.code, bevinding.ernst, bevinding.pad) for bevinding in bevindingen] == verwacht


def test_a_wrong_step_is_named_as_it_is() -> None:
    verloop = walk(("2026-01-10", "opstart"), ("2026-02-10", "delen"), ("2026-03-10", "delen"))
    assert [bevinding.melding for bevinding in check_samenwerking(dossier(fase="delen", verloop=verloop))] == [
        "De stap van Opstart naar Delen slaat een fase over.",
        "De stap van Delen naar Delen blijft in dezelfde fase.",
    ]


def test_a_step_back_without_a_reason_is_advice_with_the_command_that_adds_it() -> None:
    verloop = walk(("2026-01-10", "opstart"), ("2026-02-10", "verkennen"), ("2026-03-10", "opstart"), reden="")
    assert check_samenwerking(dossier(verloop=verloop)) == [
        Bevinding(
            "terug_zonder_reden",
            "De groep ging op 10 maart 2026 terug; er staat niet waarom.",
            Remedy("zet", ("verloop", 2, "reden"), IETS),
            ("verloop", 2),
            ADVIES,
        )
    ]


def test_a_voorwaarde_that_does_not_exist_is_advice() -> None:
    stap = Stap(datum=date(2026, 1, 10), naar="opstart", ondanks=("idee", "partner"))
    assert check_samenwerking(dossier(verloop=(stap,))) == [
        Bevinding(
            "voorwaarde_onbekend",
            "“partner” is geen voorwaarde.",
            "Bedoelde u “partners”?",
            ("verloop", 0, "ondanks", 1),
            ADVIES,
        )
    ]


@for_each((each,) for each in [*(naam for naam in DOCUMENT_IDS if naam != "projectfiche"), "projectfiche-klas"])
def test_versions_of_a_document_of_this_dossier_are_in_order(naam: str) -> None:
    assert check_samenwerking(dossier(projecten={"klas": Project()}, documenten={naam: Documentversies()})) == []


@pytest.mark.parametrize(
    ("naam", "oplossing"),
    [
        ("startnoot", "Bedoelde u “startnota”?"),
        ("projectfiche", "Bedoelde u “projectfiche-klas”?"),
        ("projectfiche-kals", "Bedoelde u “projectfiche-klas”?"),
    ],
)
def test_versions_of_a_document_that_does_not_exist_are_advice(naam: str, oplossing: str) -> None:
    melding = f"“{naam}” is geen document van dit dossier."
    assert check_samenwerking(dossier(projecten={"klas": Project()}, documenten={naam: Documentversies()})) == [
        Bevinding("document_onbekend", melding, oplossing, ("documenten", naam), ADVIES)
    ]


def test_every_finding_leads_to_a_place_the_table_of_fields_knows() -> None:
    fout = dossier(
        fase="delen",
        initiatiefnemer="x",
        documenten={"x": Documentversies()},
        verloop=(
            *walk(("2026-02-10", "verkennen"), ("2026-01-10", "opstart"), reden=""),
            Stap(naar="vormgeven", ondanks=("x",)),
        ),
    )
    bevindingen = check_samenwerking(fout)
    assert len({bevinding.code for bevinding in bevindingen}) == 7
    for bevinding in bevindingen:
        pad = bevinding.pad[:-1] if isinstance(bevinding.pad[-1], int) and "ondanks" in bevinding.pad else bevinding.pad
        assert find_veld(Samenwerking, pad) or find_record(Samenwerking, pad), bevinding
        assert bevinding.melding.endswith(".")
        assert bevinding.oplossing
