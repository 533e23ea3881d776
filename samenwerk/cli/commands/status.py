"""`samenwerk status`."""

from itertools import groupby
from typing import TYPE_CHECKING, Any

from samenwerk.cli.options import (
    InternOption,
    JsonOption,
    MapOption,
    PeildatumOption,
    SjablonenOption,
    read_datum,
    start_folder,
)
from samenwerk.cli.remedies import say
from samenwerk.cli.screen import shorten, show
from samenwerk.cli.words.signature import command

if TYPE_CHECKING:
    from samenwerk.domain.samenwerking import Samenwerking
    from samenwerk.workflows.status import Documentstand, Status, Voorwaardestand

MOST_URGENT = 4
"""How many points to follow up stand on this page: it says where the group is, and must stay one page."""


@command
def status(
    datum: PeildatumOption = "",
    intern: InternOption = False,
    sjablonen: SjablonenOption = "",
    map_: MapOption = "",
    json: JsonOption = False,
) -> None:
    """Toon waar de groep staat en wat nog open is.

    De fase, de vragen van deze fase, wat er nog nodig is om verder te gaan, de documenten, en de volgende stap.
    """
    from samenwerk.cli.vertrouwelijk import describe_inzage, open_inzage, show_inzage
    from samenwerk.storage.dossier import read_dossier
    from samenwerk.workflows.status import build_status

    dossier = read_dossier(start_folder(map_), huisset=sjablonen)
    stand = build_status(dossier, read_datum(datum))
    inzage = open_inzage(dossier, intern=intern)
    if json:
        from samenwerk.cli.json_output import show_json

        show_json("status", {**describe_status(stand), **describe_inzage(inzage)})
        return
    show_status(stand)
    show_inzage(inzage, dossier.samenwerking)


def show_status(stand: "Status") -> None:
    """The whole page."""
    from samenwerk.domain.datums import show_datum
    from samenwerk.domain.documenten import GEEN_PROJECTFICHE
    from samenwerk.domain.voorwaarden import AANBEVOLEN, VEREIST

    samenwerking, fase = stand.samenwerking, stand.fase
    show(samenwerking.naam, style="kop")
    sinds = f", sinds {show_datum(stand.sinds)}" if stand.sinds else ""
    show(f"Fase {fase.nummer} {fase.naam}, ronde {stand.ronde}{sinds} ({samenwerking.toestand})")
    show()
    show(_rail(samenwerking), hang=2)
    show()
    show(f"Kernvraag: {fase.kernvraag}", style="nu", hang=2)
    show(f"Betekenisgeving: {fase.betekenisgeving}", hang=2)
    show(f"Interactie: {fase.interactie}", hang=2)
    show(f"Dynamiek: {_summarise_dynamiek(stand)} (meer: samenwerk dynamiek)", hang=2)
    for niveau, kop in ((VEREIST, "Vereist om verder te gaan"), (AANBEVOLEN, "Aanbevolen")):
        voorwaarden = [voorwaarde for voorwaarde in stand.voorwaarden if voorwaarde.voorwaarde.niveau == niveau]
        if voorwaarden:
            show()
            show(kop, style="kop")
        for voorwaarde in voorwaarden:
            _show_voorwaarde(voorwaarde)
    show()
    show("Documenten van deze fase", style="kop")
    for document in stand.documenten:
        _show_document(document)
    if not stand.documenten:
        show(GEEN_PROJECTFICHE, indent=2, hang=2)
    if stand.eerder_vastgesteld:
        show()
        show("Vastgesteld in een andere fase", style="kop")
    for document in stand.eerder_vastgesteld:
        _show_document(document)
    _show_opvolging(stand)
    _show_onbekende_velden(stand)
    show()
    show(f"→ {say(stand.volgende)}", style="kop", hang=2)


def _summarise_dynamiek(stand: "Status") -> str:
    """`principe 1, 2 en 5 levend; 3 en 4 sluimert`."""
    from samenwerk.domain.zinnen import som_op

    nummers: dict[str, list[str]] = {}
    for peiling in stand.peilingen:
        nummers.setdefault(peiling.oordeel, []).append(str(peiling.principe.nummer))
    return "principe " + "; ".join(f"{som_op(welke)} {oordeel}" for oordeel, welke in nummers.items())


def _rail(samenwerking: "Samenwerking") -> str:
    """`✓ klaar: opstart → ● nu: verkennen (ronde 2) → ○ nog niet: delen, …`: each sign with its word, for who listens."""
    from samenwerk.domain.fasen import BEGONNEN, FASE_IDS, KLAAR, NOG_NIET, NU

    signs = {KLAAR: "✓", NU: "●", BEGONNEN: "◐", NOG_NIET: "○"}
    parts = []
    for voortgang, fasen in groupby(FASE_IDS, samenwerking.voortgang):
        parts.append(f"{signs[voortgang]} {voortgang}: {', '.join(_name_visited(samenwerking, fase) for fase in fasen)}")
    return " → ".join(parts)


def _name_visited(samenwerking: "Samenwerking", fase: str) -> str:
    ronde = samenwerking.ronde(fase)
    return f"{fase} (ronde {ronde})" if ronde > 1 else fase


def _show_voorwaarde(stand: "Voorwaardestand") -> None:
    from samenwerk.domain.voorwaarden import VEREIST

    if not stand.openingen:
        show(f"✓ in orde: {stand.voorwaarde.titel}", style="goed", indent=2, hang=2)
        return
    sign = "✗" if stand.voorwaarde.niveau == VEREIST else "○"
    show(f"{sign} ontbreekt: {stand.voorwaarde.titel}", style="open", indent=2, hang=2)
    for opening in stand.openingen:
        show(opening.gat.melding, indent=6, hang=2)
        show(f"→ {say(opening.oplossing)}", style="stil", indent=6, hang=2)


def _show_document(document: "Documentstand") -> None:
    """A document, what changed in it since it was adopted, and who agrees to that version."""
    from samenwerk.domain.versies import summarise_instemming
    from samenwerk.domain.zinnen import som_op

    show(f"{document.uitgave.naam}: {document.status}; {document.pad} {_describe_file(document.oordeel)}", indent=2, hang=2)
    for path in document.bewerkt:
        show(f"{path} is met de hand bewerkt", indent=6, hang=2)
    for path in document.onleesbaar:
        show(f"{path} is niet te lezen; waarom niet, zegt: samenwerk controleer", indent=6, hang=2)
    if document.raakt:
        meer = f"(meer: samenwerk verschil {document.uitgave.naam})"
        show(f"Gewijzigd: {som_op(document.raakt)} {meer}", style="stil", indent=6, hang=2)
    gezegd = [f"{stand.naam} ({summarise_instemming(stand.instemming)})" for stand in document.instemmingen if stand.instemming]
    nog_niet = [stand.naam for stand in document.instemmingen if not stand.instemming]
    if gezegd:
        show(f"Instemming: {som_op(gezegd)}", style="stil", indent=6, hang=2)
    if nog_niet:
        show(f"Nog niet ingestemd: {som_op(nog_niet)}", style="stil", indent=6, hang=2)


def _show_opvolging(stand: "Status") -> None:
    """The most urgent points; all of them are for `samenwerk opvolging`."""
    if not stand.op_te_volgen:
        return
    show()
    show("Op te volgen", style="kop")
    for punt in stand.op_te_volgen[:MOST_URGENT]:
        show(shorten(punt.melding, 110), indent=2, hang=2)
    aantal = len(stand.op_te_volgen) - MOST_URGENT
    meer = f"Nog {aantal} {'punt' if aantal == 1 else 'punten'}, en wat" if aantal > 0 else "Wat"
    show(f"→ {meer} te doen: samenwerk opvolging", style="stil", indent=2, hang=2)


def _show_onbekende_velden(stand: "Status") -> None:
    from samenwerk.errors import show_pad

    if not stand.onbekende_velden:
        return
    show()
    show("Velden die deze versie van samenwerk niet kent", style="kop")
    for bevinding in stand.onbekende_velden:
        show(f"{show_pad(bevinding.pad)} (regel {bevinding.regel})", indent=2, hang=2)
    show("→ Ze blijven staan, maar in geen document. Meer: samenwerk controleer", style="stil", indent=2, hang=2)


def _describe_file(oordeel: str) -> str:
    from samenwerk.rendering.marks.colofon import ACTUEEL, ONTBREEKT, VEROUDERD

    return {
        ONTBREEKT: "is nog niet gemaakt",
        ACTUEEL: "is actueel",
        VEROUDERD: "is ouder dan het dossier",
    }.get(oordeel, "is met de hand bewerkt")


def describe_status(stand: "Status") -> dict[str, Any]:
    """The page as JSON."""
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
        "voorwaarden": [describe_voorwaarde(voorwaarde) for voorwaarde in stand.voorwaarden],
        "documenten": [_describe_document(stuk) for stuk in stand.documenten],
        "eerder_vastgesteld": [_describe_document(stuk) for stuk in stand.eerder_vastgesteld],
        "op_te_volgen": [describe_opvolgpunt(punt) for punt in stand.op_te_volgen],
        "onbekende_velden": describe_bevindingen(stand.onbekende_velden),
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


def describe_voorwaarde(stand: "Voorwaardestand") -> dict[str, Any]:
    """One voorwaarde as JSON."""
    from samenwerk.cli.json_output import describe_opening

    return {
        "id": stand.voorwaarde.id,
        "niveau": stand.voorwaarde.niveau,
        "titel": stand.voorwaarde.titel,
        "in_orde": not stand.openingen,
        "gaten": [describe_opening(opening) for opening in stand.openingen],
    }
