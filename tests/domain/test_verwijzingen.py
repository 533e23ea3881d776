"""Where one part of a dossier names another: found by their kind of field, whatever field it is."""

from datetime import date

import pytest

from samenwerk.domain.afspraken import Actie, Afspraak
from samenwerk.domain.documenten import PROJECTFICHE
from samenwerk.domain.partners import Partner
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.tijdlijn import Documentversies, Gesprek, Instemming, Versie
from samenwerk.domain.verwijzingen import find_verwijzingen, list_verwijzingen
from samenwerk.domain.vormgeving import Project, Rol
from samenwerk.errors import show_pad

DOSSIER = Samenwerking(
    initiatiefnemer="stad",
    partners={"stad": Partner(naam="Stad"), "school": Partner(naam="School")},
    rollen={"gids": Rol(wie=("school", "stad"))},
    acties={"feest": Actie(trekker="gids", met=("stad",))},
    afspraken={"lokalen": Afspraak(partijen=("school",))},
    projecten={"klas": Project(trekker="stad", partners={"stad": "betaalt"})},
    gesprekken=(Gesprek(datum=date(2026, 1, 1), met=("stad", "nergens")),),
    documenten={
        "startnota": Documentversies(versies=(Versie(instemming={"stad": Instemming()}),)),
        f"{PROJECTFICHE}-klas": Documentversies(),
    },
)


@pytest.mark.parametrize(
    ("verzameling", "sleutel", "plaatsen"),
    [
        (
            "partners",
            "stad",
            "initiatiefnemer, rollen.gids.wie.2, acties.feest.met.1, projecten.klas.trekker, projecten.klas.partners.stad, "
            "gesprekken.1.met.1, documenten.startnota.versies.1.instemming.stad",
        ),
        ("partners", "school", "rollen.gids.wie.1, afspraken.lokalen.partijen.1"),
        ("rollen", "gids", "acties.feest.trekker"),
        ("projecten", "klas", "documenten.projectfiche-klas"),
        ("acties", "feest", ""),
        ("partners", "nergens", "gesprekken.1.met.2"),
        ("doelstellingen", "stad", ""),
    ],
)
def test_every_place_that_names_a_record_is_found(verzameling: str, sleutel: str, plaatsen: str) -> None:
    assert ", ".join(show_pad(verwijzing.pad) for verwijzing in find_verwijzingen(DOSSIER, verzameling, sleutel)) == plaatsen


def test_a_reference_that_is_itself_a_key_says_so() -> None:
    sleutels = {show_pad(verwijzing.pad) for verwijzing in list_verwijzingen(DOSSIER) if verwijzing.is_naam}
    assert sleutels == {"projecten.klas.partners.stad", "documenten.startnota.versies.1.instemming.stad"}
