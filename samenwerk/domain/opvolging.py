"""What asks for follow-up on a day: what is past its date or soon due, what nobody takes up, and for whom the group waits.

Each point is told twice: to the facilitator (`melding`), and to the partners it waits for (`vraag`), in words that can be
mailed as they are. "Afspraken en werkplanning worden uitgevoerd, op regelmatige basis geëvalueerd en vernieuwd."
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from samenwerk.domain.datums import show_datum
from samenwerk.domain.fasen import fase_of
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.termijnen import (
    ACTIE,
    AFSPRAAK,
    EVALUATIE,
    INGANG,
    LOOPTIJD_TOT,
    LOOPTIJD_VAN,
    MANDAAT,
    PROJECT_EINDE,
    PROJECT_START,
    TERMIJNSOORTEN,
    Termijn,
    find_termijnen,
    find_trekkers,
)
from samenwerk.domain.uitgaven import all_uitgaven, describe_uitgave
from samenwerk.domain.versies import Versiestand
from samenwerk.domain.voorwaarden import VOORWAARDEN
from samenwerk.domain.zinnen import as_title
from samenwerk.errors import Pad

KNOOP, ANTWOORD, INSTEMMING = "knoop", "antwoord", "instemming"

VOORUITZICHT = 30
"""How many days a facilitator looks ahead when nothing else is said: from one meeting of the partners to the next."""


class Opvolgpunt(NamedTuple):
    """One thing to follow up.

    `wie` are the keys of the partners it waits for, `onderwerp` what it is about in a few words, `melding` the whole of it
    for the facilitator, and `vraag` what is asked of those partners; without them it is empty.
    """

    soort: str
    datum: date | None
    sleutel: str
    wie: tuple[str, ...]
    onderwerp: str
    melding: str
    vraag: str
    pad: Pad

    def is_voorbij(self, peildatum: date) -> bool:
        """Whether its day is past."""
        return self.datum is not None and self.datum < peildatum


def find_opvolgpunten(samenwerking: Samenwerking, peildatum: date, dagen: int = VOORUITZICHT) -> list[Opvolgpunt]:
    """All that asks for follow-up on `peildatum` or within so many days after it: what has a day first, soonest first.

    In a collaboration that rests or has ended there is nothing to follow up.
    """
    if not samenwerking.is_actief:
        return []
    tot = peildatum + timedelta(days=min(dagen, (date.max - peildatum).days))
    punten = [
        *(
            _TELLERS[termijn.soort](samenwerking, termijn, peildatum)
            for termijn in find_termijnen(samenwerking)
            if termijn.datum <= tot and not (TERMIJNSOORTEN[termijn.soort].begint and termijn.datum < peildatum)
        ),
        *_zonder_trekker(samenwerking),
        *_knopen(samenwerking),
        *_antwoorden(samenwerking),
        *_instemmingen(samenwerking),
    ]
    return sorted(punten, key=lambda punt: punt.datum or date.max)


def _is_past(dag: str, voorbij: bool) -> str:
    return f"{dag}, dat is voorbij" if voorbij else dag


# What has a day


def _actie(samenwerking: Samenwerking, termijn: Termijn, peildatum: date) -> Opvolgpunt:
    """An actie that still has to be done, past its day or soon due; what happens then is for its trekker to say."""
    actie, voorbij, dag = samenwerking.acties[termijn.sleutel], termijn.datum < peildatum, show_datum(termijn.datum)
    wie = f" ({samenwerking.naam_of(actie.trekker)})" if actie.trekker else ""
    melding = f"“{termijn.onderwerp}”{wie}: klaar op {_is_past(dag, voorbij)}"
    if voorbij and actie.reden:
        melding += f". Reden: {' '.join(actie.reden.split())}"
    if voorbij:
        vraag = f"“{termijn.onderwerp}” was gepland voor {dag}. Hoe ver is het, en wat hebt u nog nodig?"
    else:
        vraag = f"“{termijn.onderwerp}” is gepland voor {dag}. Lukt dat?"
    return _of_termijn(termijn, termijn.onderwerp, melding, vraag)


def _afspraak(_: Samenwerking, termijn: Termijn, peildatum: date) -> Opvolgpunt:
    """An afspraak whose day to look at it again has come or comes soon."""
    voorbij, dag = termijn.datum < peildatum, show_datum(termijn.datum)
    melding = f"Afspraak opnieuw te bekijken op {_is_past(dag, voorbij)}: “{termijn.onderwerp}”"
    samen = "zouden we deze afspraak opnieuw bekijken" if voorbij else "bekijken we deze afspraak opnieuw"
    vraag = f"Op {dag} {samen}: “{termijn.onderwerp}”. Past die nog bij uw organisatie?"
    return _of_termijn(termijn, f"afspraak: {termijn.onderwerp}", melding, vraag)


def _mandaat(_: Samenwerking, termijn: Termijn, peildatum: date) -> Opvolgpunt:
    """A mandaat past its last day or soon at it: who speaks for a partner then speaks for nobody."""
    voorbij, dag = termijn.datum < peildatum, show_datum(termijn.datum)
    loopt = f"{'liep' if voorbij else 'loopt'} tot en met {dag}"
    vraag = f"Het mandaat van uw vertegenwoordiger {loopt}. Kunt u het laten verlengen? Tot wanneer geldt het dan?"
    melding = f"Mandaat van {termijn.onderwerp}: geldig tot en met {_is_past(dag, voorbij)}"
    return _of_termijn(termijn, "mandaat", melding, vraag)


def _evaluatie(samenwerking: Samenwerking, termijn: Termijn, peildatum: date) -> Opvolgpunt:
    """The next evaluatie, on the day that was set or else by the ritme."""
    voorbij, dag, beleid = termijn.datum < peildatum, show_datum(termijn.datum), samenwerking.evaluatiebeleid
    is_gezet = beleid.volgende == termijn.datum
    waarom = "gepland" if is_gezet else f"volgens het ritme ({beleid.ritme})"
    melding = f"Evaluatie {waarom} op {_is_past(dag, voorbij)}"
    if voorbij:
        vraag = f"Op {dag} zouden we samen terugkijken op de samenwerking. Welke dag past u?"
    elif is_gezet:
        vraag = f"Op {dag} kijken we samen terug op de samenwerking. Kunt u die dag vrijhouden?"
    else:
        vraag = f"Rond {dag} kijken we samen terug op de samenwerking. Welke dag past u?"
    return _of_termijn(termijn, "evaluatie", melding, vraag)


def _ingang(_: Samenwerking, termijn: Termijn, __: date) -> Opvolgpunt:
    """An afspraak that soon holds."""
    dag = show_datum(termijn.datum)
    vraag = f"Op {dag} gaat deze afspraak in: “{termijn.onderwerp}”. Is bij u alles klaar?"
    return _of_termijn(termijn, f"afspraak: {termijn.onderwerp}", f"Afspraak die ingaat op {dag}: “{termijn.onderwerp}”", vraag)


def _looptijd_van(_: Samenwerking, termijn: Termijn, __: date) -> Opvolgpunt:
    """The first day on which the afspraken hold comes soon."""
    dag = show_datum(termijn.datum)
    vraag = f"Onze afspraken gelden vanaf {dag}. Is bij u alles klaar?"
    return _of_termijn(termijn, "begin van de looptijd", f"De afspraken gelden vanaf {dag}.", vraag)


def _looptijd_tot(_: Samenwerking, termijn: Termijn, peildatum: date) -> Opvolgpunt:
    """The last day on which the afspraken hold is past or comes soon: then the group goes on, or ends."""
    gelden = f"{'golden' if termijn.datum < peildatum else 'gelden'} tot en met {show_datum(termijn.datum)}"
    vraag = f"Onze afspraken {gelden}. Wilt u ermee doorgaan, en tot wanneer?"
    return _of_termijn(termijn, "einde van de looptijd", f"De afspraken {gelden}.", vraag)


def _project_start(_: Samenwerking, termijn: Termijn, __: date) -> Opvolgpunt:
    """A project that begins soon."""
    begint = f"Project “{termijn.onderwerp}” begint op {show_datum(termijn.datum)}."
    return _of_termijn(termijn, f"begin van het project: {termijn.onderwerp}", begint, f"{begint} Is bij u alles klaar?")


def _project_einde(_: Samenwerking, termijn: Termijn, peildatum: date) -> Opvolgpunt:
    """A project past its last day or soon at it, on which the partners did not look back yet."""
    loopt = "liep" if termijn.datum < peildatum else "loopt"
    melding = f"Project “{termijn.onderwerp}” {loopt} tot en met {show_datum(termijn.datum)}."
    vraag = f"{melding} Wat is er bereikt, en hoe blijft het bestaan?"
    return _of_termijn(termijn, f"einde van het project: {termijn.onderwerp}", melding, vraag)


_TELLERS: Mapping[str, Callable[[Samenwerking, Termijn, date], Opvolgpunt]] = {
    ACTIE: _actie,
    INGANG: _ingang,
    AFSPRAAK: _afspraak,
    MANDAAT: _mandaat,
    LOOPTIJD_VAN: _looptijd_van,
    LOOPTIJD_TOT: _looptijd_tot,
    PROJECT_START: _project_start,
    PROJECT_EINDE: _project_einde,
    EVALUATIE: _evaluatie,
}


def _of_termijn(termijn: Termijn, onderwerp: str, melding: str, vraag: str) -> Opvolgpunt:
    wie, pad = termijn.wie, termijn.pad
    return Opvolgpunt(termijn.soort, termijn.datum, termijn.sleutel, wie, onderwerp, melding, vraag if wie else "", pad)


# What has no day of its own


def _zonder_trekker(samenwerking: Samenwerking) -> Iterator[Opvolgpunt]:
    """An actie that still has to be done and that nobody takes up: no trekker, one that left, or a rol nobody has."""
    for sleutel, actie in samenwerking.acties.items():
        if not actie.is_open or find_trekkers(samenwerking, actie.trekker):
            continue
        wat, wie = as_title(actie.wat, sleutel), samenwerking.naam_of(actie.trekker)
        if not actie.trekker:
            melding = f"“{wat}”: nog zonder trekker"
        elif actie.trekker in samenwerking.partners:
            melding = f"“{wat}”: de trekker is vertrokken ({wie})"
        else:
            melding = f"“{wat}”: de trekker is de rol “{wie}”, en die neemt nu niemand op"
        yield Opvolgpunt(ACTIE, actie.tegen, sleutel, (), wat, melding, "", ("acties", sleutel, "trekker"))


def _knopen(samenwerking: Samenwerking) -> Iterator[Opvolgpunt]:
    """A knoop not yet decided, the one that is open longest first.

    Those without `sinds` come before the others, in the order of the file: records are added at the end, and a knoop
    that is older than the field has no day (docs/besluiten/0012-opvolging.md).
    """
    knopen = [(sleutel, knoop) for sleutel, knoop in samenwerking.knopen.items() if knoop.is_open]
    for sleutel, knoop in sorted(knopen, key=lambda pair: pair[1].sinds or date.min):
        vraag = as_title(knoop.vraag, sleutel)
        melding = f"Nog te beslissen: “{vraag}”{f' (sinds {show_datum(knoop.sinds)})' if knoop.sinds else ''}"
        yield Opvolgpunt(KNOOP, None, sleutel, (), vraag, melding, "", ("knopen", sleutel, "status"))


_VRAGEN: Mapping[str, tuple[str, str, str]] = {
    "ambities": (ANTWOORD, "ambities", "Wat wil uw organisatie zelf bereiken met deze samenwerking?"),
    "belangen": (ANTWOORD, "belangen", "Wat staat er voor uw organisatie op het spel?"),
    "inzet": (ANTWOORD, "inzet", "Wat kan uw organisatie inbrengen: tijd, mensen, ruimte, geld of kennis?"),
    "mandaat": (MANDAAT, "mandaat", "Namens wie spreekt uw vertegenwoordiger, en waarover mag die beslissen?"),
    "draagvlak": (ANTWOORD, "draagvlak", "Hoe denkt uw eigen organisatie over deze samenwerking?"),
    "meerwaarde": (ANTWOORD, "meerwaarde", "Wat moet de samenwerking uw organisatie opleveren?"),
}
"""The voorwaarden that only the partner itself can meet: what it is asked."""


def _antwoorden(samenwerking: Samenwerking) -> Iterator[Opvolgpunt]:
    """What a kernpartner has not told yet while its fase has come: a group that went on without it still waits for it."""
    bereikt = fase_of(samenwerking.fase).nummer
    for voorwaarde in VOORWAARDEN:
        if voorwaarde.id not in _VRAGEN or fase_of(voorwaarde.fase).nummer > bereikt:
            continue
        soort, onderwerp, vraag = _VRAGEN[voorwaarde.id]
        for gat in voorwaarde.find_gaten(samenwerking, None):
            if len(gat.pad) > 1:  # else it says that there is no kernpartner at all
                partner = str(gat.pad[1])
                yield Opvolgpunt(soort, None, partner, (partner,), onderwerp, gat.melding, vraag, gat.pad)


def _instemmingen(samenwerking: Samenwerking) -> Iterator[Opvolgpunt]:
    """A kernpartner that did not agree yet to an adopted version that still holds.

    Where not everyone has to agree to a document, nobody is asked before a first partner agreed: the group may have
    adopted it without gathering agreement.
    """
    for uitgave in all_uitgaven(samenwerking):
        stand = Versiestand(samenwerking, uitgave)
        versie = stand.last_versie
        if versie is None or not (versie.instemming or uitgave.document.iedereen_stemt_in):
            continue
        if not stand.missing_instemming or not stand.is_actueel:
            continue
        wat = describe_uitgave(samenwerking, uitgave)
        van = f" van {show_datum(versie.datum)}" if versie.datum else ""
        for partner in stand.missing_instemming:
            melding = f"Nog niet ingestemd met {wat}: {samenwerking.naam_of(partner)}"
            vraag = f"Stemt uw organisatie in met {wat} (versie {versie.versie}{van})?"
            pad = stand.pad_of_instemming(partner)
            yield Opvolgpunt(INSTEMMING, None, partner, (partner,), f"instemming met {wat}", melding, vraag, pad)
