"""Which days can stand in a dossier.

A field that holds a day says itself whether it plans (`plant`) or tells what happened, and which day it follows (`na`).
What happened did not happen tomorrow, nor before what it follows; a year far from ours is a slip of the hand. No command
writes such a day; what stands so in the file is told by `controleer`, and stays usable. What is planned may end before it
begins for a while, when someone moves it one day at a time: that is only told.
"""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from samenwerk.domain.datums import explain_dag, show_datum
from samenwerk.domain.fasen import ACTIEF, decide_overgang, fase_of
from samenwerk.domain.record import Record, walk_records
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.tijdlijn import Logboekregel, Versie
from samenwerk.errors import ADVIES, DAG, Bevinding, Oplossing, Pad, Remedy


class Omkering(NamedTuple):
    """A day that lies before the one it follows: the advice, where that other day stands, and whether both are planned."""

    bevinding: Bevinding
    eerder: Pad
    plant: bool


def check_dagen(record: Record, vandaag: date) -> Iterator[Bevinding]:
    """Advice on every day in a dossier, or in the notes beside it, that cannot be the day that was meant."""
    for hier, pad in walk_records(record):
        for naam, dag in vars(hier).items():
            if not isinstance(dag, date):
                continue
            veld = hier.velden[naam]
            melding, oplossing = explain_dag(dag, vandaag, plant=veld.plant)
            if melding:
                yield _advise(f"{veld.titel}: {melding}", oplossing, (*pad, naam))
    yield from (omkering.bevinding for omkering in find_omkeringen(record) if not omkering.plant)
    if isinstance(record, Samenwerking):
        yield from _check_versies(record)
        yield from _check_toestand(record)


def find_omkeringen(record: Record) -> Iterator[Omkering]:
    """Every day that lies before the one its field says it follows."""
    for hier, pad in walk_records(record):
        for naam, dag in vars(hier).items():
            veld = hier.velden[naam]
            eerder = getattr(hier, veld.na) if veld.na else None
            if eerder and dag < eerder:
                uitleg = hier.velden[veld.na].uitleg
                melding = f"{veld.titel}: {show_datum(dag)} ligt voor {show_datum(eerder)}, {uitleg[0].lower()}{uitleg[1:]}"
                bevinding = _advise(melding, "Verbeter een van beide dagen.", (*pad, naam))
                yield Omkering(bevinding, (*pad, veld.na), veld.plant)


def last_wending(samenwerking: Samenwerking) -> tuple[date, Pad] | None:
    """The day of the last step or change of toestand and where it stands: what follows cannot have a day before it."""
    stappen = [(stap.datum, ("verloop", plaats, "datum")) for plaats, stap in enumerate(samenwerking.verloop)]
    wisselingen = [(regel.datum, ("logboek", plaats, "datum")) for plaats, regel in _wisselingen(samenwerking)]
    return max(((dag, pad) for dag, pad in (*stappen[-1:], *wisselingen[-1:]) if dag), default=None)


def later_or_mend(pad: Pad) -> Oplossing:
    """What to do about a day that lies before another: one of the two is wrong, and only a person can tell which."""
    return "Geef een latere dag, of verbeter eerst de andere met: ", Remedy("zet", pad, DAG)


def _advise(melding: str, oplossing: Oplossing, pad: Pad) -> Bevinding:
    return Bevinding("dag", melding, oplossing, pad, ADVIES)


def _check_versies(samenwerking: Samenwerking) -> Iterator[Bevinding]:
    """A version comes after the beginning and after the one before it; who agrees to it does so when it is there."""
    begin = next((stap.datum for stap in samenwerking.verloop), None)
    for naam, document in samenwerking.documenten.items():
        pad: Pad = ("documenten", naam, "versies")
        if begin and document.versies and _is_before(document.versies[0].datum, begin):
            melding = f"{_name(document.versies[0])} is vroeger dan de eerste stap van het verloop ({show_datum(begin)})."
            yield _advise(melding, later_or_mend(("verloop", 0, "datum")), (*pad, 0, "datum"))
        for plaats, (vorige, versie) in enumerate(pairwise(document.versies), 1):
            if vorige.datum and _is_before(versie.datum, vorige.datum):
                melding = f"{_name(versie)} is vroeger dan die ervoor ({show_datum(vorige.datum)})."
                yield _advise(melding, "Verbeter een van beide dagen.", (*pad, plaats, "datum"))
        for plaats, versie in enumerate(document.versies):
            for sleutel, instemming in versie.instemming.items():
                if versie.datum and instemming.datum and instemming.datum < versie.datum:
                    wie, dag = samenwerking.naam_of(sleutel), show_datum(instemming.datum)
                    melding = f"{wie} stemde in op {dag}, maar versie {versie.versie} is van {show_datum(versie.datum)}."
                    oplossing = later_or_mend((*pad, plaats, "datum"))
                    yield _advise(melding, oplossing, (*pad, plaats, "instemming", sleutel, "datum"))


def _check_toestand(samenwerking: Samenwerking) -> Iterator[Bevinding]:
    """Changes of toestand are in the order of time, and no step was taken while the collaboration rested or had ended."""
    wisselingen = _wisselingen(samenwerking)
    for (_, vorige), (plaats, regel) in pairwise(wisselingen):
        if vorige.datum and _is_before(regel.datum, vorige.datum):
            melding = f"De samenwerking werd {regel.toestand} voor ze {vorige.toestand} werd ({show_datum(vorige.datum)})."
            yield _advise(melding, "Verbeter een van beide dagen.", ("logboek", plaats, "datum"))
    for plaats, (vorige_stap, stap) in enumerate(pairwise(samenwerking.verloop), 1):
        toestand = _toestand_op(wisselingen, stap.datum) if stap.datum else ACTIEF
        if toestand != ACTIEF and decide_overgang(vorige_stap.naar, stap.naar, ACTIEF).is_mogelijk:
            melding = f"De stap naar {fase_of(stap.naar).naam} is van een dag waarop de samenwerking {toestand} was."
            yield _advise(melding, "Verbeter de dag van de stap, of die in het logboek.", ("verloop", plaats, "datum"))


def _wisselingen(samenwerking: Samenwerking) -> list[tuple[int, Logboekregel]]:
    """The lines of the logbook that changed the toestand, with their places."""
    return [(plaats, regel) for plaats, regel in enumerate(samenwerking.logboek) if regel.toestand]


def _toestand_op(wisselingen: list[tuple[int, Logboekregel]], dag: date) -> str:
    """The toestand all day long: on a day on which it became active, a step may have followed."""
    toestanden = [ACTIEF, *(regel.toestand for _, regel in wisselingen if _is_before(regel.datum, dag))]
    werd_actief = any(regel.datum == dag and regel.toestand == ACTIEF for _, regel in wisselingen)
    return ACTIEF if werd_actief else toestanden[-1]


def _is_before(dag: date | None, ander: date) -> bool:
    return dag is not None and dag < ander


def _name(versie: Versie) -> str:
    return f"Versie {versie.versie} ({show_datum(versie.datum)})" if versie.datum else f"Versie {versie.versie}"
