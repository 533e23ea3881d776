"""Dossiers that meet a voorwaarde, one for each, and of what they are made."""

from collections.abc import Sequence
from datetime import date

from samenwerk.domain.afspraken import Actie, Afspraak, Knoop, Looptijd
from samenwerk.domain.partners import Belang, Draagvlak, Mandaat, Partner, Stakeholder
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.tijdlijn import Documentversies, Evaluatie, Gesprek, Instemming, Stap, Versie
from samenwerk.domain.uitgaven import find_uitgaven
from samenwerk.domain.versies import Versiestand
from samenwerk.domain.vormgeving import Afbakening, Evaluatiebeleid, Overleg, Project, Rol
from samenwerk.errors import Pad

Gemis = tuple[str, Pad]
Geval = tuple[str, Samenwerking, Sequence[Gemis]]

DAG = date(2026, 9, 1)
STAD = Partner(naam="Stad", soort="kern")
SCHOOL = Partner(naam="School", soort="kern")
TWEE = {"stad": STAD, "school": SCHOOL}
BUURT = {"buurt": Partner(naam="Buurt", soort="betrokken")}
VOOR_ELKE_KERNPARTNER = ("gesprekken", "ambities", "belangen", "inzet", "mandaat", "draagvlak", "meerwaarde", "rollen")
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
    ("looptijd", Samenwerking(looptijd=Looptijd(van=DAG, duur="onbepaald", evaluatiemoment="In mei.", uitstap="Vooraf."))),
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
