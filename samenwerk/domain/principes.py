"""What in a dossier counts for each of the five principes van verbindend leren, and how alive a principe is on a day.

Above each rule stands what the source text says of its principe. Four choices hold for all of them
(docs/besluiten/0011-principes-tellen.md):

1. Only what was done or said counts: no actie that is planned or dropped, no line without words.
2. A line of the logboek counts for one principe: the one it names, else the one its soort mostly touches (logboek.py).
3. What has no date counts too, but cannot make a principe alive: nobody knows whether it is of this year.
4. A principe is `levend` when it was last seen within one rhythm of evaluation, `sluimert` when what there is is older or
   has no date, and `nog niet gezien` when there is nothing. It is a word about attention, never about people.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from samenwerk.domain.datums import parse_ritme
from samenwerk.domain.dynamiek import PRINCIPES, Principe
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.tijdlijn import Logboekregel
from samenwerk.errors import Pad

LEVEND, SLUIMERT, NIET_GEZIEN = "levend", "sluimert", "nog niet gezien"

GEWOON_RITME = "6 maanden"
"""How recent is recent where the partners agreed no rhythm of evaluation: practice looks back every half year."""

WAT_TELT = {
    1: (
        "acties van minstens twee partners die lopen of klaar zijn, projecten van minstens twee partners zodra ze begonnen "
        "zijn, en successen in het logboek."
    ),
    2: "leerwinsten en reflecties in het logboek, en evaluaties die minstens één van de drie vragen beantwoorden.",
    3: "wat er over de identiteit van het netwerk is opgeschreven, en wat in het logboek bij dit principe staat.",
    4: "verschillen van inzicht die zichtbaar blijven, en wat in het logboek over diversiteit of spanning staat.",
    5: (
        "waarderingen in het logboek, partners van wie staat wat ze inbrengen en wat ze krijgen, en elke keer dat naar "
        "de lerende houding van een partner is gevraagd."
    ),
}
"""The rules below in the words of a facilitator."""


class Waarneming(NamedTuple):
    """One thing in the dossier that shows a principe: when, what, where it stands and which partners it is about.

    `tot` is the last day of what lasts, like a project; `fase` is the one that was noted with it.
    """

    datum: date | None
    tekst: str
    pad: Pad
    partners: tuple[str, ...] = ()
    tot: date | None = None
    fase: str = ""

    def last_day(self, peildatum: date) -> date | None:
        """The last day it was seen; None when it has no date."""
        return None if self.datum is None else max(self.datum, min(self.tot or self.datum, peildatum))


class Peiling(NamedTuple):
    """How alive one principe is on a day: what was seen of it, when and in which fase last, and the word for that."""

    principe: Principe
    waarnemingen: list[Waarneming]
    laatst: date | None
    fase: str
    oordeel: str


def take_peilingen(samenwerking: Samenwerking, peildatum: date) -> list[Peiling]:
    """How alive each principe is on a day; what happened later was not seen yet."""
    return [_take_peiling(samenwerking, principe, peildatum) for principe in PRINCIPES]


def find_waarnemingen(samenwerking: Samenwerking, nummer: int, peildatum: date | None = None) -> list[Waarneming]:
    """All that counts for a principe, oldest first and what has no date in front; with a day, what was there on it."""
    gezien = _REGELS[nummer](samenwerking, peildatum)
    if peildatum is not None:
        gezien = (waarneming for waarneming in gezien if waarneming.datum is None or waarneming.datum <= peildatum)
    return sorted(gezien, key=lambda waarneming: waarneming.datum or date.min)


def principe_of(regel: Logboekregel) -> int:
    """The principe a line of the logboek counts for; 0 when it counts for none."""
    if regel.principe or not regel.soort:
        return regel.principe or 0
    # Here and not above: `status` counts too, and most lines name their principe.
    from samenwerk.domain.logboek import duiding_of

    return duiding_of(regel.soort).principe


def resolve_partners(samenwerking: Samenwerking, sleutels: Iterable[str]) -> tuple[str, ...]:
    """The partners behind these keys, each once; behind a rol stand those who take it. A stakeholder is no partner."""
    gevonden: list[str] = []
    for sleutel in sleutels:
        if sleutel in samenwerking.partners:
            gevonden.append(sleutel)
        elif sleutel in samenwerking.rollen:
            gevonden += samenwerking.rollen[sleutel].wie
    return tuple(dict.fromkeys(gevonden))


def ritme_of(samenwerking: Samenwerking) -> str:
    """The rhythm in which the partners look back: what they agreed, else what is usual."""
    return samenwerking.evaluatiebeleid.ritme or GEWOON_RITME


def _take_peiling(samenwerking: Samenwerking, principe: Principe, peildatum: date) -> Peiling:
    gezien = find_waarnemingen(samenwerking, principe.nummer, peildatum)
    dagen = [(dag, waarneming.fase) for waarneming in gezien if (dag := waarneming.last_day(peildatum))]
    laatst, fase = max(reversed(dagen), key=lambda dag: dag[0], default=(None, ""))
    oordeel = SLUIMERT if gezien else NIET_GEZIEN
    ritme = parse_ritme(ritme_of(samenwerking))
    if ritme and laatst and ritme.next_after(laatst) >= peildatum:
        oordeel = LEVEND
    return Peiling(principe, gezien, laatst, samenwerking.fase_op(laatst, fase), oordeel)


def _logboek(samenwerking: Samenwerking, nummer: int) -> Iterator[Waarneming]:
    """The lines of the logboek that count for a principe."""
    for plaats, regel in enumerate(samenwerking.logboek):
        if regel.tekst and principe_of(regel) == nummer:
            yield Waarneming(regel.datum, regel.tekst, ("logboek", plaats), regel.partners, fase=regel.fase)


# Principe 1 - Onderneem gezamenlijke acties: Samenwerken aan een gemeenschappelijk project brengt spontaan en informeel
# leren teweeg.
def _gezamenlijke_acties(samenwerking: Samenwerking, peildatum: date | None) -> Iterator[Waarneming]:
    """Acties that are being done or are done, and projecten, of two or more partners; a succes in the logboek.

    An actie that is done counts from the day it had to be: the dossier does not say when it was. Done before that day, it
    has no date yet. One that is being done has none either. A project counts from its start to its end, without a start
    it has no date.
    """
    for sleutel, actie in samenwerking.acties.items():
        samen = resolve_partners(samenwerking, (actie.trekker, *actie.met))
        if len(samen) > 1 and actie.status in ("lopend", "klaar"):
            voorbij = actie.status == "klaar" and actie.tegen and (peildatum is None or actie.tegen <= peildatum)
            yield Waarneming(actie.tegen if voorbij else None, actie.wat or sleutel, ("acties", sleutel), samen)
    for sleutel, project in samenwerking.projecten.items():
        samen = resolve_partners(samenwerking, (project.trekker, *project.partners))
        if len(samen) > 1:
            yield Waarneming(project.start, project.titel or sleutel, ("projecten", sleutel), samen, project.einde)
    yield from _logboek(samenwerking, 1)


# Principe 2 - Geef taal en aandacht aan leren en veranderen: Men wordt zich pas bewust van spontaan en onbedoeld leren
# wanneer men er expliciet naar vraagt. Wat zien wij nu anders, wat doe ik nu anders, wat kunnen we beter?
def _taal_aan_leren(samenwerking: Samenwerking, _: date | None) -> Iterator[Waarneming]:
    """A leerwinst or reflectie in the logboek; an evaluatie that answers at least one of the three questions."""
    yield from _logboek(samenwerking, 2)
    for plaats, evaluatie in enumerate(samenwerking.evaluaties):
        antwoord = evaluatie.wat_zien_we_anders or evaluatie.wat_doen_we_anders or evaluatie.wat_kan_beter
        if antwoord:
            yield Waarneming(evaluatie.datum, antwoord, ("evaluaties", plaats), fase=evaluatie.fase)


# Principe 3 - Werk samen aan een sterke identiteit van het netwerk: Als netwerk is het belangrijk om samen naar iets toe te
# groeien, een gedeelde focus te leggen die de afzonderlijke organisaties overstijgt. Een samenwerkingsverband profileert
# zich door samen iets nieuws te creëren dat herkenbaar is voor de buitenwereld maar evenzeer voor alle medewerkers van de
# deelnemende organisaties.
def _identiteit(samenwerking: Samenwerking, _: date | None) -> Iterator[Waarneming]:
    """Each thing that is written down of the identity; lines of the logboek that name this principe."""
    for naam, tekst in samenwerking.identiteit:
        if tekst:
            yield Waarneming(None, str(tekst), ("identiteit", naam))
    yield from _logboek(samenwerking, 3)


# Principe 4 - Ga bewust om met de diversiteit: Vanuit een verscheidenheid van personen en organisaties ontstaat een rijkdom
# aan verhalen, ervaringen en oplossingen. Diversiteit zien als een kans en vertrekpunt voor leer- en groeikansen vraagt een
# bewuste en zorgzame aanpak.
def _diversiteit(samenwerking: Samenwerking, _: date | None) -> Iterator[Waarneming]:
    """Differences of view that are kept; a diversiteit or a spanning in the logboek: a tension that is named is care."""
    for plaats, verschil in enumerate(samenwerking.verschillen):
        yield Waarneming(None, verschil, ("verschillen", plaats))
    yield from _logboek(samenwerking, 4)


# Principe 5 - Waardeer leer- en veranderingscompetenties: Installeer een leercultuur in het samenwerkingsverband. Is men
# bereid om de eigen ervaring te delen, waardeert men inspanningen en inbreng, is men bereid tot verandering?
def _waardering(samenwerking: Samenwerking, _: date | None) -> Iterator[Waarneming]:
    """A waardering in the logboek; a partner of whom both what it brings and what it gets is said; a profile that was asked.

    That the three questions were asked counts, whatever the scores.
    """
    for sleutel, partner in samenwerking.partners.items():
        naam = samenwerking.naam_of(sleutel)
        if partner.inzet and partner.krijgt:
            tekst = f"Inbreng van {naam}: {partner.inzet.rstrip('. ')}. Opbrengst: {partner.krijgt}"
            yield Waarneming(None, tekst, ("partners", sleutel), (sleutel,))
        for meting in partner.profiel.metingen:
            tekst = f"Gevraagd naar de lerende houding: {naam}"
            yield Waarneming(meting.datum, tekst, ("partners", sleutel, "profiel"), (sleutel,))
    yield from _logboek(samenwerking, 5)


_REGELS: dict[int, Callable[[Samenwerking, date | None], Iterator[Waarneming]]] = {
    1: _gezamenlijke_acties,
    2: _taal_aan_leren,
    3: _identiteit,
    4: _diversiteit,
    5: _waardering,
}
