"""All there is to say of where the group stands: the page of `samenwerk status --alles`."""

from typing import TYPE_CHECKING

from samenwerk.cli.commands.status.words import KOPPEN, SIGNS, describe_file, describe_place, describe_weg
from samenwerk.cli.remedies import hint, say
from samenwerk.cli.screen import shorten, show
from samenwerk.cli.wrapping import hold
from samenwerk.errors import Remedy

if TYPE_CHECKING:
    from samenwerk.domain.samenwerking import Samenwerking
    from samenwerk.workflows.status import Documentstand, Status, Voorwaardestand

MOST_URGENT = 4
"""How many points to follow up stand on this page: `samenwerk opvolging` tells the rest."""


def show_status(stand: "Status") -> None:
    """The whole page."""
    from samenwerk.domain.documenten import GEEN_PROJECTFICHE

    samenwerking, fase = stand.samenwerking, stand.fase
    show(samenwerking.naam, style="kop")
    show(describe_place(stand), hang=2)
    show()
    show(describe_weg(samenwerking), hang=2)
    show()
    show(f"Kernvraag: {fase.kernvraag}", style="nu", hang=2)
    show(f"Over de inhoud: {fase.betekenisgeving}", hang=2)
    show(f"Over het samenwerken: {fase.interactie}", hang=2)
    show(f"Principes: {_summarise_dynamiek(stand)} (meer: {hold(say(Remedy('dynamiek')))})", hang=2)
    for niveau, kop in KOPPEN.items():
        voorwaarden = stand.voorwaarden_of(niveau)
        if voorwaarden:
            show()
            show(kop, style="kop")
        for voorwaarde in voorwaarden:
            _show_voorwaarde(voorwaarde)
    show()
    show("Documenten van deze fase", style="kop")
    for document in stand.documenten:
        _show_document(document, samenwerking)
    if not stand.documenten:
        show(GEEN_PROJECTFICHE, indent=2, hang=2)
    if stand.eerder_vastgesteld:
        show()
        show("Vastgesteld in een andere fase", style="kop")
    for document in stand.eerder_vastgesteld:
        _show_document(document, samenwerking)
    _show_opvolging(stand)
    _show_onbekende_velden(stand)
    _show_anders_gelezen(stand)
    show()
    if stand.git:
        show(f"Git: {stand.git} (meer: {hold(say(Remedy('git controleer')))})", style="open", hang=2)
    show(hint(stand.volgende), style="kop", hang=2)


def _summarise_dynamiek(stand: "Status") -> str:
    """`levend: 1, 2 en 5; sluimert: 3 en 4`."""
    from samenwerk.domain.zinnen import som_op

    nummers: dict[str, list[str]] = {}
    for peiling in stand.peilingen:
        nummers.setdefault(peiling.oordeel, []).append(str(peiling.principe.nummer))
    return "; ".join(f"{oordeel}: {som_op(welke)}" for oordeel, welke in nummers.items())


def _show_voorwaarde(stand: "Voorwaardestand") -> None:
    from samenwerk.domain.voorwaarden import group_gaten

    if not stand.openingen:
        show(f"✓ klaar: {stand.voorwaarde.titel}", style="goed", indent=2, hang=2)
        return
    show(f"{SIGNS[stand.voorwaarde.niveau]} nog te doen: {stand.voorwaarde.titel}", style="open", indent=2, hang=2)
    oplossing_of = {opening.gat: opening.oplossing for opening in stand.openingen}
    for melding, gaten in group_gaten(oplossing_of):
        show(melding, indent=6, hang=2)
        for oplossing in dict.fromkeys(hint(oplossing_of[gat]) for gat in gaten):
            show(oplossing, style="stil", indent=6, hang=2)


def _show_document(document: "Documentstand", samenwerking: "Samenwerking") -> None:
    """A document, what changed in it since it was adopted, and who agrees to that version."""
    from samenwerk.domain.versies import group_instemmingen
    from samenwerk.domain.zinnen import som_op

    show(f"{document.titel}: {document.status}. Het bestand {describe_file(document.oordeel)}.", indent=2, hang=2)
    for path in document.bewerkt:
        show(f"{path} is met de hand bewerkt", indent=6, hang=2)
    for path in document.onleesbaar:
        show(f"{path} is niet te lezen; waarom niet, zegt: {hold(say(Remedy('controleer')))}", indent=6, hang=2)
    if document.raakt:
        meer = f"(meer: {hold(say(Remedy('verschil', waarde=document.uitgave.naam)))})"
        show(f"Gewijzigd: {som_op(document.raakt)} {meer}", style="stil", indent=6, hang=2)
    for wat, namen in group_instemmingen(samenwerking, document.instemmingen).items():
        show(f"{wat}: {som_op(namen)}", style="stil", indent=6, hang=2)


def _show_opvolging(stand: "Status") -> None:
    """The most urgent points; all of them are for `samenwerk opvolging`."""
    if not stand.op_te_volgen:
        return
    from samenwerk.domain.zinnen import tel

    show()
    show("Wat aandacht vraagt", style="kop")
    for punt in stand.op_te_volgen[:MOST_URGENT]:
        show(shorten(punt.melding, 110), indent=2, hang=2)
    aantal = len(stand.op_te_volgen) - MOST_URGENT
    meer = f"Nog {tel(aantal, 'punt', 'punten')}. " if aantal > 0 else ""
    show(hint((f"{meer}Bekijk wat u kunt doen: ", Remedy("opvolging"))), style="stil", indent=2, hang=2)


def _show_onbekende_velden(stand: "Status") -> None:
    from samenwerk.errors import show_pad

    if not stand.onbekende_velden:
        return
    show()
    show("Wat deze versie van samenwerk niet kent", style="kop")
    for bevinding in stand.onbekende_velden:
        show(f"{show_pad(bevinding.pad)} (regel {bevinding.regel})", indent=2, hang=2)
    meer = "Dat blijft staan, maar komt in geen document. Bekijk meer: ", Remedy("controleer")
    show(hint(meer), style="stil", indent=2, hang=2)


def _show_anders_gelezen(stand: "Status") -> None:
    if not stand.anders_gelezen:
        return
    show()
    show("Wat samenwerk anders leest dan bedoeld", style="kop")
    for bevinding in stand.anders_gelezen:
        show(f"regel {bevinding.regel}: {bevinding.melding}", indent=2, hang=2)
    show(hint(("Wat te doen: ", Remedy("controleer"))), style="stil", indent=2, hang=2)
