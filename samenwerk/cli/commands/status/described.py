"""Where the group stands, as JSON."""

from typing import TYPE_CHECKING, Any

from samenwerk.cli.remedies import say

if TYPE_CHECKING:
    from samenwerk.domain.samenwerking import Samenwerking
    from samenwerk.workflows.status import Documentstand, Status, Voorwaardestand


def describe_status(stand: "Status") -> dict[str, Any]:
    """All of it, whatever a page shows."""
    from samenwerk.cli.json_output import describe_bevindingen, describe_opvolgpunt

    samenwerking = stand.samenwerking
    return {
        "naam": samenwerking.naam,
        "fase": stand.fase.id,
        "fase_naam": stand.fase.naam,
        "ronde": stand.ronde,
        "sinds": stand.sinds,
        "toestand": samenwerking.toestand,
        "weg": _describe_weg(samenwerking),
        "kernvraag": stand.fase.kernvraag,
        "betekenisgeving": stand.fase.betekenisgeving,
        "interactie": stand.fase.interactie,
        "dynamiek": [{"principe": peiling.principe.nummer, "oordeel": peiling.oordeel} for peiling in stand.peilingen],
        "voorwaarden": [_describe_voorwaarde(voorwaarde) for voorwaarde in stand.voorwaarden],
        "documenten": [_describe_document(stuk) for stuk in stand.documenten],
        "eerder_vastgesteld": [_describe_document(stuk) for stuk in stand.eerder_vastgesteld],
        "op_te_volgen": [describe_opvolgpunt(punt) for punt in stand.op_te_volgen],
        "onbekende_velden": describe_bevindingen(stand.onbekende_velden),
        "anders_gelezen": describe_bevindingen(stand.anders_gelezen),
        "git": stand.git or None,
        "volgende": say(stand.volgende),
    }


def _describe_weg(samenwerking: "Samenwerking") -> list[dict[str, Any]]:
    """How far the group came in each fase, as JSON."""
    from samenwerk.domain.fasen import FASE_IDS

    return [{"fase": fase, "voortgang": samenwerking.voortgang(fase), "ronde": samenwerking.ronde(fase)} for fase in FASE_IDS]


def _describe_document(stuk: "Documentstand") -> dict[str, Any]:
    return {
        "naam": stuk.uitgave.naam,
        "status": stuk.status,
        "bestand": stuk.pad,
        "oordeel": stuk.oordeel,
        "bewerkt": stuk.bewerkt,
        "onleesbaar": stuk.onleesbaar,
        "gewijzigd": stuk.raakt,
        "instemming": [
            {
                "partner": stand.partner,
                "hoe": stand.hoe,
                "datum": stand.instemming.datum,
                "namens": stand.instemming.namens,
                "voorbehoud": stand.instemming.voorbehoud,
            }
            for stand in stuk.instemmingen
        ],
    }


def _describe_voorwaarde(stand: "Voorwaardestand") -> dict[str, Any]:
    """One voorwaarde as JSON."""
    from samenwerk.cli.json_output import describe_opening

    return {
        "id": stand.voorwaarde.id,
        "niveau": stand.voorwaarde.niveau,
        "titel": stand.voorwaarde.titel,
        "in_orde": not stand.openingen,
        "gaten": [describe_opening(opening) for opening in stand.openingen],
    }
