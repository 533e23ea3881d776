"""One concrete proposal or question for the next meeting, for each principe, made from the facts of the dossier.

Each function goes from the most to the least concrete: it names what stands in the dossier where there is something to
name, and else asks the open question of practice. None of them judges anyone.
"""

from collections.abc import Callable
from datetime import date

from samenwerk.domain.datums import show_datum
from samenwerk.domain.dynamiek import LEERVRAGEN
from samenwerk.domain.principes import principe_of, resolve_partners
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.zinnen import aangehaald

IDENTITEITSVRAGEN = {
    "zin": "Zou een buitenstaander in één zin kunnen zeggen wat wij zijn? Schrijf die zin samen op.",
    "gedeelde_focus": "Waar groeien we samen naartoe, boven de eigen organisatie uit?",
    "naar_buiten": "Waaraan herkent de buitenwereld ons?",
    "voor_medewerkers": "Waaraan merken de medewerkers van elke partner dat ze erbij horen?",
}
"""What to ask for each thing that is not yet written down of the identity, in the order in which they build on each other."""


def suggest_voorstel(samenwerking: Samenwerking, nummer: int, peildatum: date) -> str:
    """What to put on the table for this principe, as seen on a day."""
    return _VOORSTELLEN[nummer](samenwerking, peildatum)


def silent_partners(samenwerking: Samenwerking) -> list[str]:
    """The partners that take part and are named in no gesprek, line of the logboek, actie or project.

    One that is only informed is not expected to be heard.
    """
    gehoord = {sleutel for gesprek in samenwerking.gesprekken for sleutel in gesprek.met}
    gehoord |= {sleutel for regel in samenwerking.logboek for sleutel in regel.partners}
    for actie in samenwerking.acties.values():
        gehoord |= {*resolve_partners(samenwerking, (actie.trekker, *actie.met))}
    for project in samenwerking.projecten.values():
        gehoord |= {*resolve_partners(samenwerking, (project.trekker, *project.partners))}
    return [
        sleutel
        for sleutel, partner in samenwerking.partners.items()
        if sleutel not in gehoord and not partner.has_left and partner.soort != "geinformeerd"
    ]


def _gezamenlijke_actie(samenwerking: Samenwerking, peildatum: date) -> str:
    nog_te_doen = [actie for actie in samenwerking.acties.values() if actie.wat and actie.is_open]
    # What is late comes last: following it up is for `status`, here the next thing to do together counts.
    nog_te_doen.sort(key=lambda actie: (actie.tegen is None or actie.tegen < peildatum, actie.tegen or date.max))
    for actie in nog_te_doen:
        samen = resolve_partners(samenwerking, (actie.trekker, *actie.met))
        if len(samen) > 1:
            dag = f", klaar op {show_datum(actie.tegen)}" if actie.tegen else ""
            if actie.tegen and actie.tegen < peildatum:
                dag += " (dat is voorbij)"
            wat = f"{aangehaald(actie.wat)}{dag}: een actie van {samenwerking.namen_of(samen)}."
            return f"{wat} Wat hebben die partners nog van elkaar nodig?"
    if nog_te_doen:
        return f"{aangehaald(nog_te_doen[0].wat)} is nog geen actie van twee partners. Wie kan er meedoen?"
    return "Welke kleine actie kunnen twee partners samen doen voor de volgende keer?"


def _leervraag(samenwerking: Samenwerking, _: date) -> str:
    for evaluatie in reversed(samenwerking.evaluaties):
        if evaluatie.wat_kan_beter:
            wanneer = f"Op {show_datum(evaluatie.datum)}" if evaluatie.datum else "Bij de vorige evaluatie"
            return f"{wanneer} zei de groep wat beter kan: “{evaluatie.wat_kan_beter}” Wat doen we daar nu anders?"
    for regel in reversed(samenwerking.logboek):
        if regel.soort == "succes" and regel.tekst:
            return f"Dit lukte: “{regel.tekst}” Wat leerden we daarvan?"
    return f"Houd aan het einde van het overleg tien minuten vrij voor drie vragen: {' '.join(LEERVRAGEN)}"


def _identiteitsvraag(samenwerking: Samenwerking, _: date) -> str:
    for naam, vraag in IDENTITEITSVRAGEN.items():
        if not getattr(samenwerking.identiteit, naam):
            return vraag
    return f"Lees samen voor: “{samenwerking.identiteit.zin}” Klopt dat nog, en herkent elke medewerker zich erin?"


def _andere_stem(samenwerking: Samenwerking, _: date) -> str:
    stil = silent_partners(samenwerking)
    if stil:
        wie = samenwerking.namen_of(stil)
        return f"In gesprekken, logboek, acties en projecten staat nog niets van {wie}. Hoe horen we wat daar leeft?"
    if samenwerking.verschillen:
        return f"Dit verschil staat er het langst: “{samenwerking.verschillen[0]}” Wat kunnen we er van elkaar door leren?"
    return "Wie kijkt er anders naar dan de meesten, en staat dat in het dossier?"


def _waardering(samenwerking: Samenwerking, _: date) -> str:
    gewaardeerd = _last_appreciated(samenwerking)
    if not samenwerking.kernpartners:
        return "Wat bracht elke partner in, en wat kreeg die terug?"
    for sleutel in samenwerking.kernpartners:
        if sleutel not in gewaardeerd:
            return f"Welke inbreng van {samenwerking.naam_of(sleutel)} verdient een woord van dank?"
    for sleutel, partner in samenwerking.kernpartners.items():
        if not partner.profiel.metingen:
            return f"Stel de drie vragen van dit principe aan {samenwerking.naam_of(sleutel)}. Waaraan is het te merken?"
    langst = min(samenwerking.kernpartners, key=lambda sleutel: gewaardeerd[sleutel])
    sinds = f" (op {show_datum(gewaardeerd[langst])})" if gewaardeerd[langst] > date.min else ""
    return f"De waardering voor {samenwerking.naam_of(langst)} staat er het langst{sinds}. Wat kwam er sindsdien bij?"


def _last_appreciated(samenwerking: Samenwerking) -> dict[str, date]:
    """When each partner was last named in a line about principe 5; without a date it counts as long ago."""
    laatst: dict[str, date] = {}
    for regel in samenwerking.logboek:
        for sleutel in regel.partners if principe_of(regel) == 5 else ():
            laatst[sleutel] = max(laatst.get(sleutel, date.min), regel.datum or date.min)
    return laatst


_VOORSTELLEN: dict[int, Callable[[Samenwerking, date], str]] = {
    1: _gezamenlijke_actie,
    2: _leervraag,
    3: _identiteitsvraag,
    4: _andere_stem,
    5: _waardering,
}
