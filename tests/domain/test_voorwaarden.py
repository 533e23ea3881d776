"""Every voorwaarde of section 3 of the design: what does not meet it and all the gaps that gives, and what meets it."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import pytest

from samenwerk.domain.afspraken import Actie, Afspraak, Knoop, Looptijd
from samenwerk.domain.datums import parse_ritme
from samenwerk.domain.documenten import DOCUMENTEN, VAN_NU, all_uitgaven, document_of, find_uitgaven
from samenwerk.domain.fasen import FASE_IDS
from samenwerk.domain.partners import Belang, Draagvlak, Mandaat, Partner, Stakeholder
from samenwerk.domain.record import find_record, find_veld
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.tijdlijn import Documentversies, Evaluatie, Gesprek, Instemming, Stap, Versie
from samenwerk.domain.versies import Versiestand
from samenwerk.domain.voorwaarden import (
    VOORWAARDE_IDS,
    VOORWAARDEN,
    Voorwaarde,
    find_document_gaten,
    find_gaten,
    voorwaarden_of,
)
from samenwerk.domain.vormgeving import Afbakening, Evaluatiebeleid, Overleg, Project, Rol
from samenwerk.errors import Pad

Gemis = tuple[str, Pad]
Geval = tuple[str, Samenwerking, Sequence[Gemis]]

DAG = date(2026, 9, 1)
STAD = Partner(naam="Stad", soort="kern")
SCHOOL = Partner(naam="School", soort="kern")
TWEE = {"stad": STAD, "school": SCHOOL}
BUURT = {"buurt": Partner(naam="Buurt", soort="betrokken")}
OM_TE = {
    "gesprekken": "een gesprek mee te hebben",
    "ambities": "de ambities van te kennen",
    "belangen": "de belangen van te kennen",
    "inzet": "de inzet van te kennen",
    "mandaat": "het mandaat van te kennen",
    "draagvlak": "het draagvlak van te kennen",
    "meerwaarde": "de meerwaarde van te kennen",
    "rollen": "een rol te geven",
}
"""What each rule about every kernpartner says it needs one for."""


def vaststellen(samenwerking: Samenwerking, *namen: str, door: tuple[str, ...] = ()) -> Samenwerking:
    """The dossier after these documents were adopted, each with the consent of these partners."""
    versies = {
        naam: Documentversies(
            versies=(
                Versie(
                    versie=1,
                    datum=DAG,
                    vingerafdruk=Versiestand(samenwerking, find_uitgaven(samenwerking, naam)[0]).vingerafdruk,
                    instemming={sleutel: Instemming(datum=DAG, soort="ingestemd") for sleutel in door},
                ),
            )
        )
        for naam in namen
    }
    return change(samenwerking, documenten={**samenwerking.documenten, **versies})


def change(samenwerking: Samenwerking, **waarden: object) -> Samenwerking:
    return Samenwerking(**{**samenwerking.__dict__, **waarden})


NOTA = Samenwerking(naam="De Brug", waarom="Samen.", gedeelde_ambitie="Elk kind mee.", partners=TWEE)
VERKLARING = ("documenten", "intentieverklaring", "versies", 0, "instemming")
EEN_PROJECT = Samenwerking(naam="De Brug", projecten={"klas": Project(titel="Huiswerkklas"), "feest": Project()})
HEEL_PROJECT = Project(trekker="stad", aanpak="Elke dinsdag.", resultaat="Een klas.", start=DAG, einde=DAG)

NIET_VOLDAAN: list[Geval] = [
    ("idee", Samenwerking(), [("Het idee is nog niet beschreven.", ("idee",))]),
    (
        "initiatiefnemer",
        Samenwerking(partners=TWEE),
        [("Er is nog geen partner als initiatiefnemer aangeduid.", ("initiatiefnemer",))],
    ),
    ("stakeholders", Samenwerking(), [("Er is nog geen stakeholder opgenomen.", ("stakeholders",))]),
    (
        "stakeholders",
        Samenwerking(
            stakeholders={
                "ouders": Stakeholder(naam="Ouders"),
                "pers": Stakeholder(belang="laag", houding="onbekend"),
                "raad": Stakeholder(belang="hoog", invloed="hoog", houding="voor"),
            }
        ),
        [
            ("Bij stakeholder Ouders ontbreekt: belang.", ("stakeholders", "ouders", "belang")),
            ("Bij stakeholder Ouders ontbreekt: invloed.", ("stakeholders", "ouders", "invloed")),
            ("Bij stakeholder Ouders ontbreekt: houding.", ("stakeholders", "ouders", "houding")),
            ("Bij stakeholder pers ontbreekt: invloed.", ("stakeholders", "pers", "invloed")),
        ],
    ),
    *(
        (
            "tegenstanders",
            Samenwerking(stakeholders=stakeholders),
            [("Er staat nog geen stakeholder bij die niet voor is; wie kan iets verliezen?", ("stakeholders",))],
        )
        for stakeholders in ({}, {"raad": Stakeholder(houding="voor", verliest="Tijd.")}, {"pers": Stakeholder()})
    ),
    ("partners", Samenwerking(), [("Er zijn twee kernpartners nodig; er zijn er nog geen.", ("partners",))]),
    (
        "partners",
        Samenwerking(partners={"stad": STAD, **BUURT}),
        [("Er zijn twee kernpartners nodig; er is er nog maar één.", ("partners",))],
    ),
    ("waarom", Samenwerking(), [("Waarom de partners willen samenwerken, is nog niet beschreven.", ("waarom",))]),
    (
        "gesprekken",
        Samenwerking(
            partners={**TWEE, "bib": Partner(soort="kern"), **BUURT}, gesprekken=(Gesprek(met=("school",)), Gesprek())
        ),
        [("Met Stad was er nog geen gesprek.", ("gesprekken",)), ("Met bib was er nog geen gesprek.", ("gesprekken",))],
    ),
    (
        "afbakening",
        Samenwerking(),
        [
            ("Er staat nog niet waar de samenwerking wel over gaat.", ("afbakening", "wel")),
            ("Er staat nog niet waar de samenwerking niet over gaat.", ("afbakening", "niet")),
        ],
    ),
    (
        "afbakening",
        Samenwerking(afbakening=Afbakening(wel=("Na school.",))),
        [("Er staat nog niet waar de samenwerking niet over gaat.", ("afbakening", "niet"))],
    ),
    ("startnota", NOTA, [("Nog niet vastgesteld: de startnota.", ("documenten", "startnota"))]),
    (
        "startnota",
        change(NOTA, documenten={"startnota": Documentversies()}),
        [("Nog niet vastgesteld: de startnota.", ("documenten", "startnota"))],
    ),
    (
        "startnota",
        change(vaststellen(NOTA, "startnota"), waarom="Anders."),
        [("Gewijzigd na versie 1: de startnota.", ("documenten", "startnota"))],
    ),
    *(
        (voorwaarde, Samenwerking(partners=BUURT), [(f"Er zijn nog geen kernpartners om {om_te}.", ("partners",))])
        for voorwaarde, om_te in OM_TE.items()
    ),
    *(
        (
            voorwaarde,
            Samenwerking(partners={"stad": STAD, **BUURT, "school": partner, "bib": Partner(soort="kern")}),
            [(f"Stad: {zin}", ("partners", "stad", *pad)), *extra, (f"bib: {zin}", ("partners", "bib", *pad))],
        )
        for voorwaarde, zin, pad, partner, extra in (
            (
                "ambities",
                "de ambities ontbreken nog.",
                ("ambities",),
                Partner(naam="School", soort="kern", ambities=("Lezen.",)),
                [],
            ),
            (
                "belangen",
                "de belangen ontbreken nog.",
                ("belangen",),
                Partner(naam="School", soort="kern", belangen=(Belang(soort="organisatie"),)),
                [("School: de belangen ontbreken nog.", ("partners", "school", "belangen"))],
            ),
            (
                "inzet",
                "er staat nog niet wat deze partner inbrengt.",
                ("inzet",),
                Partner(naam="School", soort="kern", inzet="Lokalen."),
                [],
            ),
            (
                "mandaat",
                "er staat nog niet namens wie deze partner spreekt.",
                ("mandaat", "namens"),
                Partner(naam="School", soort="kern", mandaat=Mandaat(reikwijdte="Alles.")),
                [("School: er staat nog niet namens wie deze partner spreekt.", ("partners", "school", "mandaat", "namens"))],
            ),
            (
                "draagvlak",
                "het draagvlak in de eigen organisatie is nog niet besproken.",
                ("draagvlak", "oordeel"),
                Partner(naam="School", soort="kern", draagvlak=Draagvlak(oordeel=1)),
                [],
            ),
            (
                "meerwaarde",
                "er staat nog niet wat de samenwerking deze partner oplevert.",
                ("krijgt",),
                Partner(naam="School", soort="kern", krijgt="Rust."),
                [],
            ),
        )
    ),
    *(
        (
            "gemeenschappelijke_taal",
            Samenwerking(begrippen=begrippen),
            [("Er is nog geen enkel begrip afgesproken.", ("begrippen",))],
        )
        for begrippen in ({}, {"brugfiguur": ""})
    ),
    ("gedeelde_ambitie", Samenwerking(), [("De gedeelde ambitie is nog niet beschreven.", ("gedeelde_ambitie",))]),
    (
        "intentieverklaring",
        NOTA,
        [("Nog niet vastgesteld: de intentieverklaring.", ("documenten", "intentieverklaring"))],
    ),
    (
        "intentieverklaring",
        vaststellen(NOTA, "intentieverklaring", door=("stad",)),
        [("School heeft nog niet ingestemd met de intentieverklaring.", (*VERKLARING, "school"))],
    ),
    (
        "intentieverklaring",
        change(vaststellen(NOTA, "intentieverklaring"), gedeelde_ambitie="Elk kind en elke ouder mee."),
        [
            ("Gewijzigd na versie 1: de intentieverklaring.", ("documenten", "intentieverklaring")),
            ("Stad heeft nog niet ingestemd met de intentieverklaring.", (*VERKLARING, "stad")),
            ("School heeft nog niet ingestemd met de intentieverklaring.", (*VERKLARING, "school")),
        ],
    ),
    (
        "knopen",
        Samenwerking(
            knopen={
                "sleutels": Knoop(vraag="Wie beheert de sleutels?", status="open"),
                "geld": Knoop(),
                "naam": Knoop(status="doorgehakt"),
            }
        ),
        [
            ("Deze knoop is nog niet doorgehakt: Wie beheert de sleutels?", ("knopen", "sleutels", "status")),
            ("Deze knoop is nog niet doorgehakt: geld", ("knopen", "geld", "status")),
        ],
    ),
    ("afspraken_of_acties", Samenwerking(), [("Er is nog geen afspraak en geen actie.", ("afspraken",))]),
    (
        "acties",
        Samenwerking(acties={"feest": Actie(wat="Buurtfeest"), "bus": Actie(trekker="stad"), "klas": Actie(tegen=DAG)}),
        [
            ("Deze actie heeft nog geen trekker: Buurtfeest", ("acties", "feest", "trekker")),
            ("Deze actie heeft nog geen einddatum: Buurtfeest", ("acties", "feest", "tegen")),
            ("Deze actie heeft nog geen einddatum: bus", ("acties", "bus", "tegen")),
            ("Deze actie heeft nog geen trekker: klas", ("acties", "klas", "trekker")),
        ],
    ),
    (
        "looptijd",
        Samenwerking(),
        [
            ("Er is nog niet afgesproken vanaf wanneer de afspraken gelden.", ("looptijd", "van")),
            ("Er is nog niet afgesproken tot wanneer de afspraken gelden.", ("looptijd", "tot")),
            ("Er is nog niet afgesproken wanneer de afspraken bekeken worden.", ("looptijd", "evaluatiemoment")),
            ("Er is nog niet afgesproken hoe een partner eruit kan stappen.", ("looptijd", "uitstap")),
        ],
    ),
    (
        "looptijd",
        Samenwerking(looptijd=Looptijd(van=DAG, tot=DAG, evaluatiemoment="Elk jaar in mei.")),
        [("Er is nog niet afgesproken hoe een partner eruit kan stappen.", ("looptijd", "uitstap"))],
    ),
    (
        "afsprakennota_of_actieplan",
        NOTA,
        [("Nog niet vastgesteld: de afsprakennota of het actieplan.", ("documenten", "afsprakennota"))],
    ),
    (
        "afsprakennota_of_actieplan",
        change(vaststellen(NOTA, "actieplan"), gedeelde_ambitie="Anders."),
        [("Gewijzigd na versie 1: het actieplan.", ("documenten", "actieplan"))],
    ),
    (
        "afsprakennota_of_actieplan",
        change(vaststellen(NOTA, "actieplan", "afsprakennota"), gedeelde_ambitie="Anders."),
        [
            ("Gewijzigd na versie 1: de afsprakennota.", ("documenten", "afsprakennota")),
            ("Gewijzigd na versie 1: het actieplan.", ("documenten", "actieplan")),
        ],
    ),
    ("projecten", Samenwerking(), [("Er is nog geen project.", ("projecten",))]),
    (
        "projecten",
        Samenwerking(
            projecten={"klas": Project(titel="Huiswerkklas"), "feest": Project(**{**HEEL_PROJECT.__dict__, "einde": None})}
        ),
        [
            *(
                (f"Bij het project Huiswerkklas ontbreekt: {veld}.", ("projecten", "klas", veld))
                for veld in ("trekker", "aanpak", "resultaat", "start", "einde")
            ),
            ("Bij het project feest ontbreekt: einde.", ("projecten", "feest", "einde")),
        ],
    ),
    (
        "rollen",
        Samenwerking(partners={**TWEE, **BUURT}, rollen={"gids": Rol(naam="Gids", wie=("school",)), "gastheer": Rol()}),
        [
            ("Stad: er is nog geen rol voor deze partner.", ("rollen",)),
            ("De positie van deze rol staat er nog niet: Gids", ("rollen", "gids", "positie")),
            ("De positie van deze rol staat er nog niet: gastheer", ("rollen", "gastheer", "positie")),
        ],
    ),
    *(
        (
            "overleg",
            Samenwerking(overleg=overleg),
            [("Er is nog geen overleg waarvan vaststaat hoe vaak het samenkomt.", pad)],
        )
        for overleg, pad in (({}, ("overleg",)), ({"kern": Overleg(naam="Kerngroep")}, ("overleg", "kern", "frequentie")))
    ),
    ("projectfiche", Samenwerking(), [("Nog niet vastgesteld: de projectfiche.", ("projecten",))]),
    (
        "projectfiche",
        vaststellen(EEN_PROJECT, "projectfiche-klas"),
        [("Nog niet vastgesteld: de projectfiche van feest.", ("documenten", "projectfiche-feest"))],
    ),
    (
        "projectfiche",
        change(
            vaststellen(EEN_PROJECT, "projectfiche-klas", "projectfiche-feest"),
            projecten={"klas": Project(titel="Huiswerkklas", doel="Rust."), "feest": Project()},
        ),
        [("Gewijzigd na versie 1: de projectfiche van Huiswerkklas.", ("documenten", "projectfiche-klas"))],
    ),
    (
        "opvolging",
        Samenwerking(
            acties={
                "feest": Actie(wat="Buurtfeest", tegen=date(2026, 8, 31), status="gepland"),
                "bus": Actie(tegen=date(2026, 8, 31), status="lopend"),
                "klas": Actie(tegen=date(2025, 8, 31)),
            }
        ),
        [
            ("Deze actie moest klaar zijn tegen 31 augustus 2026: Buurtfeest", ("acties", "feest", "status")),
            ("Deze actie moest klaar zijn tegen 31 augustus 2026: bus", ("acties", "bus", "status")),
            ("Deze actie moest klaar zijn tegen 31 augustus 2025: klas", ("acties", "klas", "status")),
        ],
    ),
    (
        "evaluatie",
        Samenwerking(evaluaties=(Evaluatie(datum=date(2026, 3, 1)), Evaluatie(besluit="doorgaan"), Evaluatie())),
        [
            ("Er is nog niet afgesproken hoe vaak er geëvalueerd wordt.", ("evaluatiebeleid", "ritme")),
            ("De evaluatie van 1 maart 2026 heeft nog geen besluit.", ("evaluaties", 0, "besluit")),
            ("De evaluatie zonder datum heeft nog geen besluit.", ("evaluaties", 2, "besluit")),
        ],
    ),
    (
        "evaluatie",
        Samenwerking(
            evaluatiebeleid=Evaluatiebeleid(ritme="6 maanden"),
            evaluaties=(
                Evaluatie(datum=date(2026, 2, 1), besluit="doorgaan"),
                Evaluatie(datum=date(2025, 2, 1), besluit="doorgaan"),
            ),
        ),
        [("De laatste evaluatie was op 1 februari 2026; het ritme is 6 maanden.", ("evaluaties",))],
    ),
    (
        "evaluatie",
        Samenwerking(
            evaluatiebeleid=Evaluatiebeleid(ritme="1 maand"),
            verloop=(Stap(datum=date(2026, 2, 1), naar="vormgeven"), Stap(datum=date(2026, 3, 1), naar="uitvoeren")),
        ),
        [
            (
                "Er is nog niet geëvalueerd sinds de start van de uitvoering op 1 maart 2026; het ritme is 1 maand.",
                ("evaluaties",),
            )
        ],
    ),
]

VOLDAAN: list[tuple[str, Samenwerking]] = [
    ("idee", Samenwerking(idee="Een plek na school.")),
    ("initiatiefnemer", Samenwerking(initiatiefnemer="stad", partners=TWEE)),
    ("stakeholders", Samenwerking(stakeholders={"pers": Stakeholder(belang="laag", invloed="laag", houding="onbekend")})),
    *(
        (
            "tegenstanders",
            Samenwerking(stakeholders={"raad": Stakeholder(houding="voor"), "pers": Stakeholder(houding=houding)}),
        )
        for houding in ("neutraal", "tegen", "onbekend")
    ),
    ("partners", Samenwerking(partners=TWEE)),
    ("waarom", Samenwerking(waarom="Alleen lukt het niet.")),
    (
        "gesprekken",
        Samenwerking(partners={**TWEE, **BUURT}, gesprekken=(Gesprek(met=("stad",)), Gesprek(met=("ouders", "school")))),
    ),
    ("afbakening", Samenwerking(afbakening=Afbakening(wel=("Na school.",), niet=("Opvang.",)))),
    ("startnota", vaststellen(NOTA, "startnota")),
    ("ambities", Samenwerking(partners={"stad": Partner(soort="kern", ambities=("Rust.",)), **BUURT})),
    *(
        (
            "belangen",
            Samenwerking(partners={"stad": Partner(soort="kern", belangen=(Belang(wat="Rust.", soort=soort),)), **BUURT}),
        )
        for soort in ("organisatie", "individueel", "")
    ),
    ("inzet", Samenwerking(partners={"stad": Partner(soort="kern", inzet="Lokalen."), **BUURT})),
    ("mandaat", Samenwerking(partners={"stad": Partner(soort="kern", mandaat=Mandaat(namens="College")), **BUURT})),
    ("draagvlak", Samenwerking(partners={"stad": Partner(soort="kern", draagvlak=Draagvlak(oordeel=1)), **BUURT})),
    ("gemeenschappelijke_taal", Samenwerking(begrippen={"brugfiguur": "Wie de weg wijst."})),
    ("gedeelde_ambitie", Samenwerking(gedeelde_ambitie="Elk kind mee.")),
    ("intentieverklaring", vaststellen(NOTA, "intentieverklaring", door=("stad", "school"))),
    ("knopen", Samenwerking()),
    ("knopen", Samenwerking(knopen={"sleutels": Knoop(status="doorgehakt")})),
    ("afspraken_of_acties", Samenwerking(afspraken={"sleutels": Afspraak(tekst="De stad beheert ze.")})),
    ("afspraken_of_acties", Samenwerking(acties={"feest": Actie()})),
    ("acties", Samenwerking()),
    ("acties", Samenwerking(acties={"feest": Actie(trekker="stad", tegen=DAG)})),
    ("meerwaarde", Samenwerking(partners={"stad": Partner(soort="kern", krijgt="Rust."), **BUURT})),
    ("looptijd", Samenwerking(looptijd=Looptijd(van=DAG, tot=DAG, evaluatiemoment="In mei.", uitstap="Drie maanden vooraf."))),
    ("afsprakennota_of_actieplan", vaststellen(NOTA, "afsprakennota")),
    ("afsprakennota_of_actieplan", vaststellen(NOTA, "actieplan")),
    (
        "afsprakennota_of_actieplan",
        vaststellen(change(vaststellen(NOTA, "afsprakennota"), gedeelde_ambitie="Anders."), "actieplan"),
    ),
    ("projecten", Samenwerking(projecten={"klas": HEEL_PROJECT})),
    (
        "rollen",
        Samenwerking(partners={**TWEE, **BUURT}, rollen={"gids": Rol(wie=("stad", "school"), positie="Naast de groep.")}),
    ),
    ("overleg", Samenwerking(overleg={"kern": Overleg(frequentie="Elke maand"), "breed": Overleg()})),
    ("projectfiche", vaststellen(EEN_PROJECT, "projectfiche-klas", "projectfiche-feest")),
    *(
        ("opvolging", Samenwerking(acties={"feest": actie}))
        for actie in (
            Actie(tegen=DAG, status="gepland"),
            Actie(status="gepland"),
            *(Actie(tegen=date(2020, 1, 1), status=status) for status in ("klaar", "niet uitgevoerd", "geschrapt")),
            Actie(tegen=date(2020, 1, 1), status="lopend", reden="De zaal was bezet."),
        )
    ),
    ("evaluatie", Samenwerking(evaluatiebeleid=Evaluatiebeleid(ritme="6 maanden"))),
    (
        "evaluatie",
        Samenwerking(
            evaluatiebeleid=Evaluatiebeleid(ritme="6 maanden"),
            evaluaties=(Evaluatie(datum=date(2026, 3, 1), besluit="bijstellen"),),
            verloop=(Stap(datum=date(2020, 1, 1), naar="uitvoeren"),),
        ),
    ),
]


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


@pytest.mark.parametrize(("voorwaarde_id", "samenwerking", "gemis"), NIET_VOLDAAN, ids=[geval[0] for geval in NIET_VOLDAAN])
def test_what_does_not_meet_a_voorwaarde_gives_all_its_gaps_and_no_other(
    voorwaarde_id: str, samenwerking: Samenwerking, gemis: Sequence[Gemis]
) -> None:
    voorwaarde = voorwaarde_of(voorwaarde_id)
    gaten = voorwaarde.find_gaten(samenwerking, DAG)
    assert [(gat.melding, gat.pad) for gat in gaten] == list(gemis)
    assert {(gat.voorwaarde, gat.niveau) for gat in gaten} == {(voorwaarde_id, voorwaarde.niveau)}


@pytest.mark.parametrize(("voorwaarde_id", "samenwerking"), VOLDAAN, ids=[geval[0] for geval in VOLDAAN])
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
        "De laatste evaluatie was op 1 januari 2025; het ritme is 6 maanden."
    ]


def test_only_the_last_version_of_a_document_counts() -> None:
    eerste = vaststellen(NOTA, "intentieverklaring", door=("stad", "school"))
    oud = eerste.documenten["intentieverklaring"].versies[0]
    nieuw = Versie(**{**oud.__dict__, "versie": 2, "instemming": {"stad": Instemming(soort="ondertekend")}})
    twee = change(eerste, documenten={"intentieverklaring": Documentversies(versies=(oud, nieuw))})
    assert [gat.melding for gat in voorwaarde_of("intentieverklaring").find_gaten(twee, None)] == [
        "School heeft nog niet ingestemd met de intentieverklaring."
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


def test_every_titel_is_a_short_statement_and_every_voorwaarde_belongs_to_one_fase() -> None:
    assert len(set(VOORWAARDE_IDS)) == len(VOORWAARDE_IDS)
    for voorwaarde in VOORWAARDEN:
        assert voorwaarde.fase in FASE_IDS
        assert voorwaarde.titel[0].isupper()
        assert voorwaarde.titel[-1].isalpha()
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
