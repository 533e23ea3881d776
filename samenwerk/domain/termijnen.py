"""The days that lie fixed: when acties must be done, afspraken reviewed, mandaten renewed and the partners look back.

Following up, the agenda and the voorwaarden of uitvoeren all take these days from here.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from samenwerk.domain.datums import parse_ritme
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.zinnen import as_title
from samenwerk.errors import Pad

ACTIE, AFSPRAAK, MANDAAT, EVALUATIE = "actie", "afspraak", "mandaat", "evaluatie"


class Termijn(NamedTuple):
    """One day that lies fixed: for what, for which partners, and where in the dossier it stands.

    `onderwerp` is the text of the actie or afspraak on one line, or the name of the partner whose mandaat it is.
    """

    soort: str
    datum: date
    sleutel: str
    onderwerp: str
    wie: tuple[str, ...]
    pad: Pad


def find_termijnen(samenwerking: Samenwerking, voor: str = "") -> list[Termijn]:
    """Every day that still counts, soonest first; with `voor` only those of one partner.

    A collaboration that rests or has ended keeps nobody to a date.
    """
    if not samenwerking.is_actief:
        return []
    termijnen = [*_acties(samenwerking), *_afspraken(samenwerking), *_mandaten(samenwerking), *_evaluatie(samenwerking)]
    eigen = [termijn for termijn in termijnen if not voor or voor in termijn.wie]
    return sorted(eigen, key=lambda termijn: termijn.datum)


def _acties(samenwerking: Samenwerking) -> Iterator[Termijn]:
    """An actie that still has to be done, on its `tegen`: it is for its trekker."""
    for sleutel, actie in samenwerking.acties.items():
        if actie.is_open and actie.tegen:
            wie = find_trekkers(samenwerking, actie.trekker)
            yield Termijn(ACTIE, actie.tegen, sleutel, as_title(actie.wat, sleutel), wie, ("acties", sleutel, "status"))


def _afspraken(samenwerking: Samenwerking) -> Iterator[Termijn]:
    """An afspraak that was not ended, on its `herzien_op`: it is for its partijen."""
    for sleutel, afspraak in samenwerking.afspraken.items():
        if afspraak.is_open and afspraak.herzien_op:
            pad = ("afspraken", sleutel, "herzien_op")
            wie = _still_there(samenwerking, afspraak.partijen)
            yield Termijn(AFSPRAAK, afspraak.herzien_op, sleutel, as_title(afspraak.tekst, sleutel), wie, pad)


def _mandaten(samenwerking: Samenwerking) -> Iterator[Termijn]:
    """The last day of a mandaat, of any partner that has one and still takes part."""
    for sleutel, partner in samenwerking.partners.items():
        if partner.mandaat.geldig_tot and not partner.has_left:
            pad = ("partners", sleutel, "mandaat", "geldig_tot")
            yield Termijn(MANDAAT, partner.mandaat.geldig_tot, sleutel, samenwerking.naam_of(sleutel), (sleutel,), pad)


def _evaluatie(samenwerking: Samenwerking) -> Iterator[Termijn]:
    """The next evaluatie: for all kernpartners, who look back together."""
    dag = next_evaluatie(samenwerking)
    if dag:
        yield Termijn(EVALUATIE, dag, "", "", tuple(samenwerking.kernpartners), ("evaluatiebeleid", "volgende"))


def next_evaluatie(samenwerking: Samenwerking) -> date | None:
    """The day that was set for it, else the one the ritme gives; a day up to which there was an evaluatie is behind us."""
    gezet, laatste = samenwerking.evaluatiebeleid.volgende, last_evaluatie(samenwerking)
    if gezet and (laatste is None or laatste < gezet):
        return gezet
    return evaluatie_by_ritme(samenwerking)


def evaluatie_by_ritme(samenwerking: Samenwerking) -> date | None:
    """The day one ritme after the last evaluatie; None without a ritme or a day to count from."""
    ritme, vanaf = parse_ritme(samenwerking.evaluatiebeleid.ritme), ritme_start(samenwerking)
    return ritme.next_after(vanaf) if ritme and vanaf else None


def ritme_start(samenwerking: Samenwerking) -> date | None:
    """The day the ritme counts from: the last evaluatie, or before there is one the day the group entered uitvoeren."""
    begonnen = [stap.datum for stap in samenwerking.verloop if stap.naar == "uitvoeren" and stap.datum]
    return last_evaluatie(samenwerking) or max(begonnen, default=None)


def last_evaluatie(samenwerking: Samenwerking) -> date | None:
    """The day of the last evaluatie that has one."""
    return max((evaluatie.datum for evaluatie in samenwerking.evaluaties if evaluatie.datum), default=None)


def find_trekkers(samenwerking: Samenwerking, trekker: str) -> tuple[str, ...]:
    """The partners that a trekker stands for: itself, or those that take up the rol; without those that left."""
    rol = samenwerking.rollen.get(trekker)
    return _still_there(samenwerking, rol.wie if rol and trekker not in samenwerking.partners else (trekker,))


def _still_there(samenwerking: Samenwerking, sleutels: Iterable[str]) -> tuple[str, ...]:
    partners = samenwerking.partners
    return tuple(dict.fromkeys(sleutel for sleutel in sleutels if sleutel in partners and not partners[sleutel].has_left))
