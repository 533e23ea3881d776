"""Dossiers of every kind, from nothing to everything, with all their documents."""

import pytest
from reading import (
    DE_BRUG,
    LEEG,
    OPEN_WEBCONCEPT,
    fill_samenwerking,
    render_all,
)

from samenwerk.domain.afspraken import Actie, Afspraak, Doelstelling, Knoop
from samenwerk.domain.partners import Partner, Stakeholder
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.tijdlijn import Evaluatie
from samenwerk.domain.uitgaven import Uitgave, all_uitgaven
from samenwerk.domain.vormgeving import Overleg, Project, Rol

VOL = fill_samenwerking()
KAAL = Samenwerking(
    **{
        **LEEG.__dict__,
        "partners": {"stad": Partner(), "school": Partner(soort="kern")},
        "stakeholders": {"ouders": Stakeholder()},
        "doelstellingen": {"bereik": Doelstelling()},
        "knopen": {"sleutels": Knoop()},
        "afspraken": {"lokalen": Afspraak(), "geld": Afspraak(status="opgezegd")},
        "acties": {"feest": Actie(), "badges": Actie(doelstelling="bereik", reden="Te vroeg.")},
        "projecten": {"klas": Project()},
        "rollen": {"gids": Rol()},
        "overleg": {"stuurgroep": Overleg()},
        "evaluaties": (Evaluatie(),),
        "begrippen": {"brede school": ""},
    }
)
DOSSIERS = {"de brug": DE_BRUG, "open webconcept": OPEN_WEBCONCEPT, "leeg": LEEG, "kaal": KAAL, "vol": VOL}
RENDERED = {welk: render_all(dossier) for welk, dossier in DOSSIERS.items()}
EVERY_DOCUMENT = pytest.mark.parametrize(("welk", "naam"), [(welk, naam) for welk, texts in RENDERED.items() for naam in texts])


def change(samenwerking: Samenwerking, **waarden: object) -> Samenwerking:
    return samenwerking.replace(**waarden)


def uitgave_of(samenwerking: Samenwerking, naam: str) -> Uitgave:
    return next(uitgave for uitgave in all_uitgaven(samenwerking) if uitgave.naam == naam)
