"""What changed between two versions, in the terms of the dossier: nothing that counts goes untold, and no word is invented."""

from collections.abc import Mapping
from datetime import date

import pytest
from cases import for_each
from dossier_values import replace_at, walk_pads
from test_documenten import VOL, other_value

from samenwerk.domain.afspraken import Actie, Doelstelling
from samenwerk.domain.documenten import document_of
from samenwerk.domain.gegevens import compute_vingerafdruk, select_gegevens
from samenwerk.domain.partners import Belang, Partner
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.tijdlijn import Documentversies
from samenwerk.domain.uitgaven import Uitgave, all_uitgaven
from samenwerk.domain.verschil import find_wijzigingen, name_touched
from samenwerk.domain.vormgeving import Afbakening
from samenwerk.errors import Pad

TWEE = {"stad": Partner(naam="Stad"), "bib": Partner(naam="Bib")}
VROEGER = Samenwerking(
    naam="De Brug",
    waarom="Elk kind mee.",
    gedeelde_ambitie="Elk kind vindt na schooltijd een plek waar het welkom is, op adem komt en iets bijleert.",
    uitgangspunten=("Klein beginnen.", "Meedoen kost niets."),
    begrippen={"brugfiguur": "Kent gezin en school."},
    afbakening=Afbakening(wel=("vrije tijd",)),
    partners=TWEE,
    doelstellingen={"bereik": Doelstelling(wat="Meer kinderen")},
    acties={
        "feest": Actie(wat="Buurtfeest", trekker="stad", met=("bib",), tegen=date(2026, 9, 1)),
        "krant": Actie(wat="Krantje", trekker="bib"),
    },
)


def tell(document_id: str, **anders: object) -> list[str]:
    """What is told of a document when these fields of the dossier change."""
    uitgave = Uitgave(document_of(document_id))
    nu = Samenwerking(**{**VROEGER.__dict__, **anders})
    oud, nieuw = (select_gegevens(dossier, uitgave.bron) for dossier in (VROEGER, nu))
    wijzigingen = find_wijzigingen(oud, nieuw)
    assert bool(wijzigingen) == (compute_vingerafdruk(oud) != compute_vingerafdruk(nieuw))
    return [wijziging.melding for wijziging in wijzigingen]


@for_each(
    [
        ({"naam": "De Poort"}, ["Naam: “De Poort” in plaats van “De Brug”."]),
        ({"waarom": ""}, ["Waarom: nu leeg. Er stond: “Elk kind mee.”"]),
        ({"idee": "Een plek."}, ["Idee: nu ingevuld met “Een plek.”."]),
        ({"idee": "Een plek. " * 9}, ["Idee: nu ingevuld."]),
        ({"waarom": "Elk  kind\nmee."}, []),
        ({"afbakening": Afbakening(wel=("spel",))}, ["Afbakening, wel: erbij: “spel”; weg: “vrije tijd”."]),
        ({"uitgangspunten": ("Meedoen kost niets.", "Klein beginnen.")}, ["Uitgangspunten: in een andere volgorde."]),
        (
            {"begrippen": {"brugfiguur": "Kent iedereen."}},
            [
                "Begrip “brugfiguur” is anders verwoord. Er stond: “Kent gezin en school.”",
            ],
        ),
        (
            {"begrippen": {"netwerk": "Wij samen."}},
            ["Begrip “netwerk” kwam erbij.", "Begrip “brugfiguur” ging weg. Er stond: “Kent gezin en school.”"],
        ),
        ({"partners": {**TWEE, "sport": Partner(naam="Sport")}}, ["Partner “Sport” kwam erbij."]),
        ({"partners": {"stad": Partner(naam="Stad")}}, ["Partner “Bib” ging weg."]),
        ({"partners": {"bib": TWEE["bib"], "stad": TWEE["stad"]}}, ["Partners: in een andere volgorde."]),
        ({"partners": {**TWEE, "bib": Partner(naam="Bieb")}}, ["Partner “Bib”, naam: “Bieb” in plaats van “Bib”."]),
        (
            {"partners": {**TWEE, "bib": Partner(naam="Bib", inzet="Boeken")}},
            ["Partner “Bib”, inzet: nu ingevuld met “Boeken”."],
        ),
        (
            {"documenten": {"startnota": Documentversies(vrij={"inleiding": "Welkom."})}},
            ["Eigen tekst “inleiding” kwam erbij."],
        ),
        ({"documenten": {"actieplan": Documentversies(vrij={"inleiding": "Welkom."})}}, []),
    ]
)
def test_each_change_in_a_startnota_is_told_in_one_sentence(anders: dict[str, object], meldingen: list[str]) -> None:
    assert tell("startnota", **anders) == meldingen


@pytest.mark.parametrize(
    ("acties", "meldingen"),
    [
        (
            {"feest": Actie(wat="Buurtfeest", trekker="bib", met=("bib",), tegen=date(2026, 10, 1))},
            [
                "Actie “Buurtfeest”, trekker: “Bib” in plaats van “Stad”.",
                "Actie “Buurtfeest”, klaar op: 1 oktober 2026 in plaats van 1 september 2026.",
            ],
        ),
        (
            {"feest": Actie(wat="Buurtfeest", trekker="stad", met=("bib",), tegen=date(2026, 9, 1), doelstelling="bereik")},
            ["Actie “Buurtfeest”, doelstelling: nu ingevuld met “Meer kinderen”."],
        ),
        (
            {"feest": Actie(wat="Buurtfeest", trekker="stad", met=("stad",), tegen=date(2026, 9, 1), status="klaar")},
            ["Actie “Buurtfeest”, met: erbij: “Stad”; weg: “Bib”."],
        ),
    ],
)
def test_an_action_that_moved_is_told_with_names_and_dates(acties: Mapping[str, Actie], meldingen: list[str]) -> None:
    assert tell("actieplan", acties={**VROEGER.acties, **acties}) == meldingen


def test_another_key_is_no_change_and_keeps_the_records_together() -> None:
    hernoemd = {"gemeente": Partner(naam="Stad"), "bib": TWEE["bib"]}
    acties = {**VROEGER.acties, "plein": Actie(wat="Buurtfeest", trekker="gemeente", met=("bib",), tegen=date(2026, 9, 1))}
    del acties["feest"]
    assert tell("actieplan", partners=hernoemd, acties={"plein": acties["plein"], "krant": acties["krant"]}) == []


def test_a_partner_with_another_name_is_told_once_and_not_at_every_action() -> None:
    anders = {"stad": Partner(naam="Stad Voorbeeldstad"), "bib": TWEE["bib"]}
    assert tell("actieplan", partners=anders) == ["Partner “Stad”, naam: “Stad Voorbeeldstad” in plaats van “Stad”."]


def test_a_long_text_is_told_by_what_stood_there_for_the_new_one_stands_in_the_document() -> None:
    assert tell("intentieverklaring", gedeelde_ambitie="Elk kind telt mee.") == [
        f"Gedeelde ambitie: anders verwoord. Er stond: “{VROEGER.gedeelde_ambitie}”"
    ]


def test_an_interest_that_is_of_another_kind_is_told_and_that_of_a_person_never() -> None:
    def met(*belangen: Belang) -> dict[str, Partner]:
        return {**TWEE, "bib": Partner(naam="Bib", belangen=belangen)}

    eigen = Belang(wat="Mijn job.", soort="individueel")
    assert tell("intentieverklaring", partners=met(eigen)) == []
    assert tell("intentieverklaring", partners=met(Belang(wat="Lezers", soort="collectief"), eigen)) == [
        "Partner “Bib”, belangen: erbij: “Lezers, collectief”."
    ]


def test_what_is_touched_is_named_once() -> None:
    uitgave = Uitgave(document_of("startnota"))
    nu = Samenwerking(**{**VROEGER.__dict__, "waarom": "Anders.", "partners": {"sport": Partner(naam="Sport")}})
    wijzigingen = find_wijzigingen(select_gegevens(VROEGER, uitgave.bron), select_gegevens(nu, uitgave.bron))
    assert len(wijzigingen) == 4
    assert name_touched(wijzigingen) == ["waarom", "partners"]


@for_each((each,) for each in all_uitgaven(VOL))
def test_whatever_people_agreed_to_is_told_when_it_changes(uitgave: Uitgave) -> None:
    """No other vingerafdruk without a sentence that says why: else an agreement would lapse and nobody could tell."""
    oud = select_gegevens(VOL, uitgave.bron)

    def check(pad: Pad) -> None:
        nieuw = select_gegevens(replace_at(VOL, pad, other_value), uitgave.bron)
        told = find_wijzigingen(oud, nieuw)
        assert bool(told) == (compute_vingerafdruk(nieuw) != compute_vingerafdruk(oud)), pad
        assert all(wijziging.melding and wijziging.titel for wijziging in told)

    for pad in walk_pads(VOL):
        check(pad)
