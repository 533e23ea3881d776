"""What the dossier says now of one document: its header, and a summary that changes with all that is printed in it."""

from datetime import date

from samenwerk.domain.afspraken import Actie
from samenwerk.domain.documenten import document_of
from samenwerk.domain.partners import Partner
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.stand import Stand
from samenwerk.domain.tijdlijn import Documentversies, Instemming, Stap, Versie
from samenwerk.domain.uitgaven import Uitgave
from samenwerk.domain.versies import Versiestand

ACTIEPLAN = Uitgave(document_of("actieplan"))
DOSSIER = Samenwerking(naam="De Brug", acties={"feest": Actie(wat="Buurtfeest", trekker="stad", status="gepland")})


def change(samenwerking: Samenwerking, **waarden: object) -> Samenwerking:
    return Samenwerking(**{**samenwerking.__dict__, **waarden})


def adopt(samenwerking: Samenwerking, **waarden: object) -> Samenwerking:
    versie = Versie(versie=2, vingerafdruk=Versiestand(samenwerking, ACTIEPLAN).vingerafdruk, **waarden)
    return change(samenwerking, documenten={"actieplan": Documentversies(versies=(versie,))})


def test_the_status_says_whether_the_document_is_adopted_and_still_holds() -> None:
    vastgesteld = adopt(DOSSIER, datum=date(2026, 9, 1))
    assert Stand(DOSSIER, ACTIEPLAN).status == "concept"
    assert Stand(vastgesteld, ACTIEPLAN).status == "vastgesteld op 1 september 2026 (versie 2)"
    assert Stand(adopt(DOSSIER), ACTIEPLAN).status == "vastgesteld (versie 2)"
    assert Stand(change(vastgesteld, naam="De Poort"), ACTIEPLAN).status == "concept, gewijzigd na versie 2"


def test_that_everyone_agrees_is_said_only_of_a_kernpartner_and_with_whose_reservation() -> None:
    ja, onder_voorbehoud = Instemming(soort="ingestemd"), Instemming(soort="ingestemd", voorbehoud="Als er geld is.")
    twee = {naam: Partner(naam=naam, soort="kern") for naam in ("Stad", "De scholen")}

    def tell(partners: dict[str, Partner], **instemming: Instemming) -> str:
        samenwerking = change(DOSSIER, partners=partners)
        return Versiestand(adopt(samenwerking, instemming=dict(instemming)), ACTIEPLAN).tell_everyone()

    assert tell({}) == tell(twee, Stad=ja) == Versiestand(DOSSIER, ACTIEPLAN).tell_everyone() == ""
    assert tell({"Stad": twee["Stad"]}, Stad=ja) == "De enige kernpartner stemt in met versie 2."
    assert tell(twee, **{"Stad": ja, "De scholen": onder_voorbehoud}) == (
        "Elke kernpartner stemt in met versie 2. Met voorbehoud: De scholen."
    )


def test_the_round_and_what_is_still_open_are_those_of_the_fase_of_the_document() -> None:
    twee_keer = change(DOSSIER, verloop=tuple(Stap(naar=naar) for naar in ("overeenkomen", "delen", "overeenkomen")))
    assert Stand(twee_keer, ACTIEPLAN).ronde == 2
    assert Stand(DOSSIER, ACTIEPLAN).nog_open == ["Actie “Buurtfeest”: nog in te vullen: klaar op"]


def test_the_summary_changes_with_what_is_printed_also_where_the_agreement_holds() -> None:
    klaar = change(DOSSIER, acties={"feest": Actie(wat="Buurtfeest", trekker="stad", status="klaar")})
    elders = change(DOSSIER, werkprincipes=("We luisteren.",))
    eerst = Stand(DOSSIER, ACTIEPLAN).herkomst
    assert Versiestand(klaar, ACTIEPLAN).vingerafdruk == Versiestand(DOSSIER, ACTIEPLAN).vingerafdruk
    assert Stand(klaar, ACTIEPLAN).herkomst != eerst
    assert Stand(elders, ACTIEPLAN).herkomst == eerst
    assert Stand(change(DOSSIER, toestand="slapend", fase="delen"), ACTIEPLAN).herkomst == eerst


def test_an_own_template_may_print_any_field_so_its_summary_holds_them_all() -> None:
    elders = change(DOSSIER, werkprincipes=("We luisteren.",))
    assert Stand(elders, ACTIEPLAN, alle_velden=True).herkomst != Stand(DOSSIER, ACTIEPLAN, alle_velden=True).herkomst
    slapend = change(DOSSIER, toestand="slapend")
    assert Stand(slapend, ACTIEPLAN, alle_velden=True).herkomst == Stand(DOSSIER, ACTIEPLAN, alle_velden=True).herkomst
