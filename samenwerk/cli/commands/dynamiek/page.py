"""The dynamics of a collaboration as JSON."""

from typing import Any

from samenwerk.domain.partners import SCORES
from samenwerk.domain.principes import Waarneming, ritme_of
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.errors import show_pad
from samenwerk.workflows.dynamiek import Dynamiek, Houding, Principestand


def describe_dynamiek(stand: Dynamiek) -> dict[str, Any]:
    """The whole page as JSON."""
    return {
        "naam": stand.samenwerking.naam,
        "peildatum": stand.peildatum,
        "ritme": ritme_of(stand.samenwerking),
        "principes": [_describe_principe(stand, deel) for deel in stand.principes],
        "processen": {
            **stand.aandacht._asdict(),
            "ronde": stand.samenwerking.ronde(stand.aandacht.fase),
            "balans": stand.balans,
            "per_fase": [aandacht._asdict() for aandacht in stand.aandacht_per_fase],
        },
        "houdingen": [_describe_houding(stand, houding) for houding in stand.houdingen],
    }


def _describe_principe(stand: Dynamiek, deel: Principestand) -> dict[str, Any]:
    peiling = deel.peiling
    return {
        "principe": peiling.principe.nummer,
        "titel": peiling.principe.titel,
        "oordeel": peiling.oordeel,
        "aantal": len(peiling.waarnemingen),
        "laatst": peiling.laatst,
        "fase": peiling.fase or None,
        "voorstel": deel.voorstel,
        "waarnemingen": [_describe_waarneming(waarneming, stand.samenwerking) for waarneming in peiling.waarnemingen],
    }


def _describe_waarneming(waarneming: Waarneming, samenwerking: Samenwerking) -> dict[str, Any]:
    return {
        "datum": waarneming.datum,
        "tot": waarneming.tot,
        "fase": samenwerking.fase_op(waarneming.datum, waarneming.fase) or None,
        "tekst": waarneming.tekst,
        "partners": list(waarneming.partners),
        "pad": show_pad(waarneming.pad),
    }


def _describe_houding(stand: Dynamiek, houding: Houding) -> dict[str, Any]:
    return {
        "partner": houding.sleutel,
        "naam": houding.partner.naam or houding.sleutel,
        "metingen": [
            {"datum": meting.datum, **{naam: getattr(meting, naam) for naam in SCORES}, "toelichting": meting.toelichting}
            for meting in houding.metingen
        ],
        "feiten": [_describe_waarneming(feit, stand.samenwerking) for feit in houding.feiten],
    }
