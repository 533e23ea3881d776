"""What is proposed for the next meeting: made from the facts that are there, in order, and never a verdict."""

from datetime import date

import pytest
from cases import for_each

from samenwerk.domain.afspraken import Actie
from samenwerk.domain.partners import Partner, Profiel
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.tijdlijn import Evaluatie, Gesprek, Logboekregel
from samenwerk.domain.voorstellen import silent_partners, suggest_voorstel
from samenwerk.domain.vormgeving import Identiteit, Project, Rol

DAG = date(2026, 9, 1)
KERN = {"stad": Partner(naam="Stad", soort="kern"), "school": Partner(naam="School", soort="kern")}
GEVRAAGD = {
    sleutel: Partner(naam=partner.naam, soort="kern", profiel=Profiel(deelt_ervaring=3)) for sleutel, partner in KERN.items()
}


def dank(partner: str, dag: date | None) -> Logboekregel:
    return Logboekregel(datum=dag, soort="waardering", partners=(partner,), tekst="Bedankt.")


def met_acties(**acties: Actie) -> Samenwerking:
    return Samenwerking(partners=KERN, rollen={"gids": Rol(wie=("school",))}, acties=acties)


def actie(wat: str, *met: str, **waarden: object) -> Actie:
    return Actie(wat=wat, trekker="stad", met=met, **waarden)


@pytest.mark.parametrize(
    ("dossier", "voorstel"),
    [
        (Samenwerking(), "Welke kleine actie kunnen twee partners samen doen voor de volgende keer?"),
        (met_acties(a=actie("Feest", "school", status="klaar")), "Welke kleine actie kunnen twee partners"),
        (met_acties(a=actie("Feest")), "“Feest” is nog geen actie van twee partners. Wie kan er meedoen?"),
        (
            met_acties(a=actie("Krant"), b=actie("Feest", "gids", status="lopend")),
            "“Feest”: een actie van Stad en School. Wat hebben die partners nog van elkaar nodig?",
        ),
        (
            met_acties(
                a=actie("Ooit", "school"),
                b=actie("Te laat", "school", tegen=date(2026, 8, 1)),
                c=actie("Later", "school", tegen=date(2027, 1, 1)),
                d=actie("Eerst", "school", tegen=date(2026, 10, 2)),
            ),
            "“Eerst”, klaar op 2 oktober 2026: een actie van Stad en School. Wat",
        ),
        (
            met_acties(b=actie("Te laat", "school", tegen=date(2026, 8, 1))),
            "“Te laat”, klaar op 1 augustus 2026 (dat is voorbij): een actie van Stad en School. Wat",
        ),
    ],
)
def test_for_joint_actions_the_next_one_is_named(dossier: Samenwerking, voorstel: str) -> None:
    assert suggest_voorstel(dossier, 1, DAG).startswith(voorstel)


SUCCES = Logboekregel(soort="succes", tekst="Dertig kinderen.")


@pytest.mark.parametrize(
    ("dossier", "voorstel"),
    [
        (Samenwerking(), "Houd aan het einde van het overleg tien minuten vrij voor drie vragen: Wat zien we nu anders? Wat "),
        (Samenwerking(logboek=(SUCCES,)), "Dit lukte: “Dertig kinderen.” Wat leerden we daarvan?"),
        (
            Samenwerking(
                logboek=(SUCCES,),
                evaluaties=(
                    Evaluatie(datum=date(2026, 6, 16), wat_kan_beter="Vroeger inlichten."),
                    Evaluatie(datum=DAG, besluit="doorgaan"),
                ),
            ),
            "Op 16 juni 2026 zei de groep wat beter kan: “Vroeger inlichten.” Wat doen we daar nu anders?",
        ),
        (
            Samenwerking(evaluaties=(Evaluatie(wat_kan_beter="Rust."),)),
            "Bij de vorige evaluatie zei de groep wat beter kan: “Rust.”",
        ),
    ],
)
def test_for_learning_the_last_thing_that_could_be_better_is_taken_up(dossier: Samenwerking, voorstel: str) -> None:
    assert suggest_voorstel(dossier, 2, DAG).startswith(voorstel)


def test_for_the_identity_the_first_thing_that_is_not_written_down_is_asked() -> None:
    vragen = []
    ingevuld: dict[str, str] = {}
    for naam in Identiteit.velden:
        vragen.append(suggest_voorstel(Samenwerking(identiteit=Identiteit(**ingevuld)), 3, DAG))
        ingevuld[naam] = "Wij zijn er."
    assert len(set(vragen)) == len(Identiteit.velden)
    assert suggest_voorstel(Samenwerking(identiteit=Identiteit(**ingevuld)), 3, DAG).startswith(
        "Lees samen voor: “Wij zijn er.”"
    )


@for_each(
    (each,)
    for each in [
        {"gesprekken": (Gesprek(met=("stad",)),)},
        {"logboek": (Logboekregel(partners=("stad",)),)},
        {"acties": {"a": Actie(trekker="stad")}},
        {"acties": {"a": Actie(met=("gids",))}},
        {"projecten": {"p": Project(trekker="gids")}},
        {"projecten": {"p": Project(partners={"stad": "lokaal"})}},
        {"partners": {"stad": Partner(naam="Stad", tot=DAG)}},
        {"partners": {"stad": Partner(naam="Stad", soort="geinformeerd")}},
    ]
)
def test_a_partner_is_silent_until_it_is_named_somewhere(gehoord: dict[str, object]) -> None:
    stil = {"partners": {"stad": Partner(naam="Stad")}, "rollen": {"gids": Rol(wie=("stad",))}}
    assert silent_partners(Samenwerking(**stil)) == ["stad"]
    assert silent_partners(Samenwerking(**{**stil, **gehoord})) == []


def test_for_diversity_the_silent_partners_come_first_then_the_oldest_difference() -> None:
    verschillen = ("Eerst spel.", "Eerst cijfers.")
    stil = Samenwerking(partners=KERN, verschillen=verschillen)
    assert suggest_voorstel(stil, 4, DAG).startswith(
        "In gesprekken, logboek, acties en projecten staat nog niets van Stad en School."
    )
    assert suggest_voorstel(Samenwerking(verschillen=verschillen), 4, DAG).startswith(
        "Dit verschil staat er het langst: “Eerst spel.”"
    )
    assert suggest_voorstel(Samenwerking(), 4, DAG).startswith("Wie kijkt er anders naar dan de meesten")


@pytest.mark.parametrize(
    ("dossier", "voorstel"),
    [
        (Samenwerking(), "Wat bracht elke partner in, en wat kreeg die terug?"),
        (Samenwerking(partners=KERN), "Welke inbreng van Stad verdient een woord van dank?"),
        (Samenwerking(partners=KERN, logboek=(dank("stad", DAG),)), "Welke inbreng van School verdient een woord van dank?"),
        (
            Samenwerking(partners=KERN, logboek=(dank("stad", DAG), dank("school", None))),
            "Stel de drie vragen van dit principe aan Stad. Waaraan is het te merken?",
        ),
        (
            Samenwerking(partners=GEVRAAGD, logboek=(dank("stad", DAG), dank("school", None))),
            "De waardering voor School staat er het langst. Wat kwam er sindsdien bij?",
        ),
        (
            Samenwerking(
                partners=GEVRAAGD, logboek=(dank("stad", DAG), dank("school", date(2026, 1, 2)), dank("stad", date(2025, 1, 1)))
            ),
            "De waardering voor School staat er het langst (op 2 januari 2026). Wat kwam er sindsdien bij?",
        ),
    ],
)
def test_for_appreciation_whoever_was_not_thanked_yet_comes_first(dossier: Samenwerking, voorstel: str) -> None:
    assert suggest_voorstel(dossier, 5, DAG) == voorstel
