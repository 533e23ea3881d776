"""The days that lie fixed, in one register: when something begins, must be done, is looked at again, or ends.

Following up, the agenda and the voorwaarden of uitvoeren all take these days from here. Every field that plans a day
(`plant`) has its row in the register.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from samenwerk.domain.datums import parse_ritme
from samenwerk.domain.record import Record
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.zinnen import as_title
from samenwerk.errors import Pad

ACTIE, AFSPRAAK, MANDAAT, EVALUATIE = "actie", "afspraak", "mandaat", "evaluatie"
INGANG, LOOPTIJD_VAN, LOOPTIJD_TOT = "ingang", "looptijd_van", "looptijd_tot"
PROJECT_START, PROJECT_EINDE = "project_start", "project_einde"


class Termijn(NamedTuple):
    """One day that lies fixed: for what, for which partners, and where in the dossier it stands.

    `onderwerp` is the text of the actie or afspraak on one line, the title of the project, the name of the partner whose
    mandaat it is, or else that of the samenwerking. What is done or ended keeps its day, which counts no more (`geldt`).
    """

    soort: str
    datum: date
    sleutel: str
    onderwerp: str
    wie: tuple[str, ...]
    pad: Pad
    geldt: bool = True


class Termijnsoort(NamedTuple):
    """A row of the register: what the day is, below which heading it stands, and what finds it.

    On a day of `begint` something begins: once it is past, there is nothing more to do about it.
    """

    titel: str
    kop: str
    find: Callable[[Samenwerking], Iterator[Termijn]]
    begint: bool = False


def find_termijnen(samenwerking: Samenwerking, voor: str = "") -> list[Termijn]:
    """Every day that still counts, soonest first; with `voor` only those of one partner.

    A collaboration that rests or has ended keeps nobody to a date.
    """
    if not samenwerking.is_actief:
        return []
    eigen = (termijn for termijn in list_termijnen(samenwerking) if termijn.geldt and (not voor or voor in termijn.wie))
    return sorted(eigen, key=lambda termijn: termijn.datum)


def list_termijnen(samenwerking: Samenwerking) -> Iterator[Termijn]:
    """Every day that lies fixed, also those that count no more, in the order of the register."""
    for soort in TERMIJNSOORTEN.values():
        yield from soort.find(samenwerking)


def _acties(samenwerking: Samenwerking) -> Iterator[Termijn]:
    """An actie, until it is done or dropped: it is for its trekker."""
    for sleutel, actie in samenwerking.acties.items():
        if actie.tegen:
            wie, pad = find_trekkers(samenwerking, actie.trekker), ("acties", sleutel, "status")
            yield Termijn(ACTIE, actie.tegen, sleutel, as_title(actie.wat, sleutel), wie, pad, actie.is_open)


def _afspraken(soort: str, veld: str) -> Callable[[Samenwerking], Iterator[Termijn]]:
    """An afspraak, until it is ended: it is for its partijen."""

    def find(samenwerking: Samenwerking) -> Iterator[Termijn]:
        for sleutel, afspraak in samenwerking.afspraken.items():
            if dag := getattr(afspraak, veld):
                wie, pad = _still_there(samenwerking, afspraak.partijen), ("afspraken", sleutel, veld)
                yield Termijn(soort, dag, sleutel, as_title(afspraak.tekst, sleutel), wie, pad, afspraak.is_open)

    return find


def _mandaten(samenwerking: Samenwerking) -> Iterator[Termijn]:
    """The last day of a mandaat, of any partner that has one, until the partner leaves."""
    for sleutel, partner in samenwerking.partners.items():
        if dag := partner.mandaat.geldig_tot:
            pad = ("partners", sleutel, "mandaat", "geldig_tot")
            yield Termijn(MANDAAT, dag, sleutel, samenwerking.naam_of(sleutel), (sleutel,), pad, not partner.has_left)


def _looptijd(soort: str, veld: str) -> Callable[[Samenwerking], Iterator[Termijn]]:
    """The first and the last day on which the afspraken hold: for all kernpartners, who agreed to them."""

    def find(samenwerking: Samenwerking) -> Iterator[Termijn]:
        if dag := getattr(samenwerking.looptijd, veld):
            yield Termijn(soort, dag, "", samenwerking.naam, tuple(samenwerking.kernpartners), ("looptijd", veld))

    return find


def _projecten(soort: str, veld: str) -> Callable[[Samenwerking], Iterator[Termijn]]:
    """A project: for its trekker and its partners. Once the partners looked back after its end, that is behind them."""

    def find(samenwerking: Samenwerking) -> Iterator[Termijn]:
        laatste = last_evaluatie(samenwerking)
        for sleutel, project in samenwerking.projecten.items():
            if dag := getattr(project, veld):
                trekkers = find_trekkers(samenwerking, project.trekker)
                wie = _still_there(samenwerking, (*trekkers, *project.partners))
                geldt = not (project.einde and laatste and project.einde <= laatste)
                yield Termijn(soort, dag, sleutel, as_title(project.titel, sleutel), wie, ("projecten", sleutel, veld), geldt)

    return find


def _evaluatie(samenwerking: Samenwerking) -> Iterator[Termijn]:
    """The next evaluatie: for all kernpartners, who look back together."""
    if dag := next_evaluatie(samenwerking):
        wie, pad = tuple(samenwerking.kernpartners), ("evaluatiebeleid", "volgende")
        yield Termijn(EVALUATIE, dag, "", samenwerking.naam, wie, pad)


TERMIJNSOORTEN = {
    ACTIE: Termijnsoort("Actie klaar", "Acties", _acties),
    INGANG: Termijnsoort("Afspraak gaat in", "Afspraken", _afspraken(INGANG, "ingang"), begint=True),
    AFSPRAAK: Termijnsoort("Afspraak opnieuw bekijken", "Afspraken", _afspraken(AFSPRAAK, "herzien_op")),
    MANDAAT: Termijnsoort("Laatste dag van het mandaat", "Mandaten", _mandaten),
    LOOPTIJD_VAN: Termijnsoort("Eerste dag van de afspraken", "Looptijd", _looptijd(LOOPTIJD_VAN, "van"), begint=True),
    LOOPTIJD_TOT: Termijnsoort("Laatste dag van de afspraken", "Looptijd", _looptijd(LOOPTIJD_TOT, "tot")),
    PROJECT_START: Termijnsoort("Project begint", "Projecten", _projecten(PROJECT_START, "start"), begint=True),
    PROJECT_EINDE: Termijnsoort("Laatste dag van het project", "Projecten", _projecten(PROJECT_EINDE, "einde")),
    EVALUATIE: Termijnsoort("Evaluatie", "Evaluatie", _evaluatie),
}
"""The register, by soort. The day of the evaluatie also follows from the ritme, where no other was set."""


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


def first_sleutels(records: Mapping[str, Record]) -> dict[str, str]:
    """By the key of each record the one it had first: what a calendar knows it by, and never what it knows another by."""
    eerste: dict[str, str] = {}
    for sleutel, record in records.items():
        heette = str(getattr(record, "heette", ""))
        if heette and heette not in eerste.values():
            eerste[sleutel] = heette
    # A key that became free may be that of another record now.
    weg = set(eerste.values())
    return {sleutel: eerste.get(sleutel) or (f"{sleutel} opnieuw" if sleutel in weg else sleutel) for sleutel in records}


def find_trekkers(samenwerking: Samenwerking, trekker: str) -> tuple[str, ...]:
    """The partners that a trekker stands for: itself, or those that take up the rol; without those that left."""
    rol = samenwerking.rollen.get(trekker)
    return _still_there(samenwerking, rol.wie if rol and trekker not in samenwerking.partners else (trekker,))


def _still_there(samenwerking: Samenwerking, sleutels: Iterable[str]) -> tuple[str, ...]:
    partners = samenwerking.partners
    return tuple(dict.fromkeys(sleutel for sleutel in sleutels if sleutel in partners and not partners[sleutel].has_left))
