"""How much attention each of the two processes gets: the inhoudelijke betekenisgeving and the interactie.

"Een samenwerking is een continu proces en doorloopt verschillende fasen. Deze fasen worden beïnvloed door 2 processen, nl de
inhoudelijke betekenisgeving aan de samenwerking en de interactie binnen de samenwerking."

A line of the logboek counts for the process it names, else for the one its soort mostly touches (logboek.py), and a gesprek
for the interactie: who spoke with whom. A line without words says nothing and does not count. What has no date cannot be said
to be of this ronde and does not count, so begrippen and ambitie do not either.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from samenwerk.domain.fasen import FASEN, fase_of
from samenwerk.domain.logboek import duiding_of
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.tijdlijn import PROCES_IDS

BETEKENISGEVING, INTERACTIE = PROCES_IDS


class Aandacht(NamedTuple):
    """How often the dossier says something of each process, in a fase."""

    fase: str
    betekenisgeving: int
    interactie: int


def count_aandacht(samenwerking: Samenwerking) -> Aandacht:
    """The attention since the start of the present ronde."""
    begin = samenwerking.verloop[-1].datum or date.min
    gezien = [proces for dag, fase, proces in _momenten(samenwerking) if dag >= begin and fase == samenwerking.fase]
    return _count(samenwerking.fase, gezien)


def count_aandacht_per_fase(samenwerking: Samenwerking) -> list[Aandacht]:
    """The attention in each fase the group was in, all its rondes together."""
    gezien = list(_momenten(samenwerking))
    return [
        _count(fase.id, [proces for _, waar, proces in gezien if waar == fase.id])
        for fase in FASEN
        if samenwerking.ronde(fase.id)
    ]


def describe_balans(aandacht: Aandacht) -> list[str]:
    """What the balance of a ronde says, and for a process without attention the question its fase asks of it."""
    fase = fase_of(aandacht.fase)
    vragen = {BETEKENISGEVING: fase.betekenisgeving, INTERACTIE: fase.interactie}
    zonder = [proces for proces in PROCES_IDS if not getattr(aandacht, proces)]
    if not zonder:
        return ["Beide processen krijgen in deze ronde aandacht."]
    if len(zonder) == len(PROCES_IDS):
        zin = "Over beide processen staat in deze ronde nog niets."
    else:
        zin = f"Over {zonder[0]} staat in deze ronde nog niets."
    return [zin, *(f"De vraag van deze fase: {vragen[proces]}" for proces in zonder)]


def _momenten(samenwerking: Samenwerking) -> Iterator[tuple[date, str, str]]:
    """Every dated moment that is about one of the processes: its day, its fase and the proces."""
    for regel in samenwerking.logboek:
        proces = regel.proces or (duiding_of(regel.soort).proces if regel.soort else "")
        if regel.datum and regel.tekst and proces:
            yield regel.datum, samenwerking.fase_op(regel.datum, regel.fase), proces
    for gesprek in samenwerking.gesprekken:
        if gesprek.datum:
            yield gesprek.datum, samenwerking.fase_op(gesprek.datum, gesprek.fase), INTERACTIE


def _count(fase: str, gezien: list[str]) -> Aandacht:
    return Aandacht(fase, gezien.count(BETEKENISGEVING), gezien.count(INTERACTIE))
