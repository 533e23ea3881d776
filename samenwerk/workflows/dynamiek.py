"""How the group learns together: the five principes, the two processes, and the open, learning attitude of each partner."""

from datetime import date
from typing import NamedTuple

from samenwerk.domain.partners import Partner, Profielmeting
from samenwerk.domain.principes import Peiling, Waarneming, find_waarnemingen, take_peilingen
from samenwerk.domain.processen import Aandacht, count_aandacht, count_aandacht_per_fase, describe_balans
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.voorstellen import suggest_voorstel


class Principestand(NamedTuple):
    """One principe as it stands, and what to put on the table for it."""

    peiling: Peiling
    voorstel: str


class Houding(NamedTuple):
    """The open, learning attitude of one partner: every time it was asked, and the facts of the logboek beside it."""

    sleutel: str
    partner: Partner
    metingen: tuple[Profielmeting, ...]
    feiten: list[Waarneming]


class Dynamiek(NamedTuple):
    """All that `dynamiek` shows."""

    samenwerking: Samenwerking
    peildatum: date
    principes: list[Principestand]
    aandacht: Aandacht
    balans: list[str]
    aandacht_per_fase: list[Aandacht]
    houdingen: list[Houding]


def build_dynamiek(samenwerking: Samenwerking, peildatum: date) -> Dynamiek:
    """The dynamics of a collaboration, as seen on a day."""
    aandacht = count_aandacht(samenwerking)
    return Dynamiek(
        samenwerking,
        peildatum,
        [
            Principestand(peiling, suggest_voorstel(samenwerking, peiling.principe.nummer, peildatum))
            for peiling in take_peilingen(samenwerking, peildatum)
        ],
        aandacht,
        describe_balans(aandacht),
        count_aandacht_per_fase(samenwerking),
        _describe_houdingen(samenwerking, peildatum),
    )


def _describe_houdingen(samenwerking: Samenwerking, peildatum: date) -> list[Houding]:
    """Of every partner that takes part: the source text expects this attitude of each of them."""
    waarderingen = [feit for feit in find_waarnemingen(samenwerking, 5, peildatum) if feit.pad[0] == "logboek"]
    return [
        Houding(sleutel, partner, partner.profiel.metingen, [feit for feit in waarderingen if sleutel in feit.partners])
        for sleutel, partner in samenwerking.partners.items()
        if not partner.has_left
    ]
