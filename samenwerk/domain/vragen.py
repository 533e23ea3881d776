"""The questions of the guided interview: for each fase, in the words of a facilitator, what the dossier needs to know.

They follow the voorwaarden of the fase and what its document prints beside them. Why a question
is asked is the kernvraag of its fase: domain/fasen.py. The order here is the order in which they are asked; of records, all
about one comes before the next.
"""

from typing import NamedTuple

from samenwerk.domain.verzamelingen import VERZAMELINGEN

NIEUW = {verzameling.veld for verzameling in VERZAMELINGEN}
"""Pads of one part that ask for a new record, by the words people know it by."""


class Vraag(NamedTuple):
    """A question of a fase. `*` in the pad stands for each record; `{naam}` in the text for what people call that record.

    In the fasen of `nu` it is asked before the others: for a required voorwaarde, or for a document that says without the
    answer that this is still open. In any other it may wait. `vooraf` is shown before it is asked. With `is_functie` a function
    is asked for, and never the name of a person. `elk` asks it in one line of all records where it is open, with the form of
    the answer.
    """

    fase: str
    tekst: str
    pad: tuple[str, ...]
    nu: tuple[str, ...] = ()
    vooraf: tuple[str, ...] = ()
    is_functie: bool = False
    elk: str = ""


class Samenvraag(NamedTuple):
    """Questions about one record, or about the samenwerking, that one line can answer when more of them are open."""

    pads: tuple[tuple[str, ...], ...]
    tekst: str


def _nu(fase: str, pad: str, tekst: str, *, ook: str = "", vooraf: str = "", is_functie: bool = False, elk: str = "") -> Vraag:
    """A question that is asked first in its own fase, and also in others."""
    return _later(fase, pad, tekst, nu=f"{fase} {ook}", vooraf=vooraf, is_functie=is_functie)._replace(elk=elk)


def _later(fase: str, pad: str, tekst: str, *, nu: str = "", vooraf: str = "", is_functie: bool = False) -> Vraag:
    """A question that may wait, for ever or until a later fase needs its answer."""
    return Vraag(fase, tekst, tuple(pad.split(".")), tuple(nu.split()), tuple(filter(None, vooraf.split("."))), is_functie)


_OPSTART = (
    _nu("opstart", "idee", "Met welk idee begint het? Vertel het in één alinea.", ook="verkennen"),
    _later("opstart", "aanleiding", "Wat ging eraan vooraf, en waarom nu?", nu="verkennen"),
    _later("opstart", "begeleider", "Wie begeleidt het proces? Een functie, geen naam van een persoon.", is_functie=True),
    _nu("opstart", "partners", "Welke organisatie neemt het initiatief, en welke doet nog mee?"),
    _nu("opstart", "initiatiefnemer", "Welke partner nam het initiatief?"),
    _nu("opstart", "stakeholders", "Wie heeft belang bij het idee, of kan het tegenhouden? Een groep of organisatie."),
    _nu("opstart", "stakeholders.*.belang", "{naam}: hoe groot is het belang bij het idee?"),
    _nu("opstart", "stakeholders.*.invloed", "{naam}: hoe groot is de invloed op het idee?"),
    _nu("opstart", "stakeholders.*.houding", "{naam}: wat is nu de houding tegenover het idee?"),
    _later("opstart", "stakeholders.*.wint", "{naam}: wat is er voor deze stakeholder te winnen?"),
    _later("opstart", "stakeholders.*.verliest", "{naam}: wat is er voor deze stakeholder te verliezen?"),
)

_VERKENNEN = (
    _nu(
        "verkennen",
        "partners",
        "Welke organisatie draagt de samenwerking en beslist mee?",
        ook="delen overeenkomen vormgeven uitvoeren",
    ),
    _nu("verkennen", "waarom", "Waarom willen de partners samenwerken?"),
    _nu("verkennen", "afbakening.wel", "Waar gaat de samenwerking over?"),
    _nu("verkennen", "afbakening.niet", "Waar gaat de samenwerking niet over?"),
    _nu(
        "verkennen",
        "gesprekken",
        "Met welke kernpartner was er al een gesprek, of met iedereen? Erachter mag waarover, zoals: 1, 2: kennismaking",
    ),
    _nu(
        "verkennen",
        "partners.*.vertegenwoordiger",
        "{naam}: wie vertegenwoordigt deze partner? Een functie, geen naam van een persoon.",
        is_functie=True,
        ook="delen overeenkomen uitvoeren",
        elk="Wie vertegenwoordigt elke partner? Een functie, geen naam van een persoon. Schrijf het zo: {vorm}",
    ),
    _later("verkennen", "partners.*.sector", "{naam}: in welke sector werkt deze partner? Bijvoorbeeld onderwijs of welzijn."),
    _later("verkennen", "partners.*.zoekt", "{naam}: wat zoekt deze partner in de samenwerking? Eén zin."),
    _later("verkennen", "uitgangspunten", "Wat staat voor alle partners al vast?"),
)

_DELEN = (
    _nu("delen", "partners.*.ambities", "{naam}: wat wil deze partner zelf bereiken?"),
    _nu("delen", "partners.*.belangen", "{naam}: welk belang heeft deze partner bij de samenwerking?"),
    _nu(
        "delen",
        "partners.*.inzet",
        "{naam}: wat brengt deze partner in: tijd, mensen, ruimte, geld, kennis?",
        ook="overeenkomen uitvoeren",
    ),
    _nu("delen", "partners.*.mandaat.namens", "{naam}: namens wie spreekt de vertegenwoordiger?", ook="overeenkomen uitvoeren"),
    _later("delen", "partners.*.mandaat.reikwijdte", "{naam}: wat mag de vertegenwoordiger zelf beslissen, en wat niet?"),
    _later("delen", "partners.*.mandaat.terugkoppeling", "{naam}: hoe krijgt de achterban verslag?"),
    _later("delen", "partners.*.mandaat.geldig_tot", "{naam}: tot en met welke dag geldt dit mandaat?"),
    _nu(
        "delen",
        "partners.*.draagvlak.oordeel",
        "{naam}: hoe breed is het draagvlak in de eigen organisatie, van 1 (geen) tot 5 (breed)?",
    ),
    _later("delen", "partners.*.draagvlak.toelichting", "{naam}: waaraan is dat draagvlak te merken?"),
    _nu("delen", "begrippen", "Welk woord moet iedereen hetzelfde begrijpen? Schrijf het zo: woord: betekenis"),
    _nu(
        "delen",
        "gedeelde_ambitie",
        "Wat willen de partners samen bereiken wat geen van hen alleen kan?",
        vooraf="partners.*.ambities",
        ook="overeenkomen uitvoeren",
    ),
    _later("delen", "verschillen", "Waarover denken de partners verschillend?"),
)

_OVEREENKOMEN = (
    _nu("overeenkomen", "knopen.*.beslissing", "“{naam}”: wat hebben de partners beslist?"),
    _nu("overeenkomen", "afspraken", "Wat spreken de partners af?"),
    _later("overeenkomen", "doelstellingen", "Welk doel willen de partners bereiken?"),
    _nu("overeenkomen", "doelstellingen.*.indicator", "“{naam}”: waaraan is later te merken dat het lukt?", ook="uitvoeren"),
    _later("overeenkomen", "acties", "Wat gaan de partners doen?"),
    _nu("overeenkomen", "acties.*.trekker", "“{naam}”: welke partner of rol zorgt ervoor?"),
    _nu("overeenkomen", "acties.*.tegen", "“{naam}”: op welke dag moet het klaar zijn?"),
    _later("overeenkomen", "acties.*.met", "“{naam}”: wie doet er nog mee? Met komma’s ertussen."),
    _later("overeenkomen", "acties.*.output", "“{naam}”: wat is het resultaat?"),
    _nu("overeenkomen", "partners.*.krijgt", "{naam}: wat levert de samenwerking deze partner op?"),
    _nu("overeenkomen", "looptijd.van", "Vanaf welke dag gelden de afspraken?"),
    _nu("overeenkomen", "looptijd.tot", "Tot en met welke dag gelden de afspraken? Is er geen laatste dag, zeg dan: onbepaald"),
    _nu("overeenkomen", "looptijd.evaluatiemoment", "Wanneer bekijken de partners de afspraken opnieuw?"),
    _nu("overeenkomen", "looptijd.uitstap", "Hoe kan een partner opzeggen?"),
)

_VORMGEVEN = (
    _nu("vormgeven", "projecten", "Welk project zetten de partners op?"),
    _nu("vormgeven", "projecten.*.doel", "Project “{naam}”: wat moet het bereiken?"),
    _nu("vormgeven", "projecten.*.aanpak", "Project “{naam}”: hoe pakken de partners het aan?"),
    _nu("vormgeven", "projecten.*.trekker", "Project “{naam}”: wie is de trekker?"),
    _nu("vormgeven", "projecten.*.start", "Project “{naam}”: op welke dag begint het?"),
    _nu("vormgeven", "projecten.*.einde", "Project “{naam}”: op welke dag eindigt het?"),
    _nu("vormgeven", "projecten.*.middelen", "Project “{naam}”: welke tijd, mensen, ruimte en geld zijn er, en van wie?"),
    _nu("vormgeven", "projecten.*.resultaat", "Project “{naam}”: wat levert het op?"),
    _later("vormgeven", "projecten.*.aanleiding", "Project “{naam}”: waarom is het nodig?"),
    _later("vormgeven", "projecten.*.doelgroep", "Project “{naam}”: voor wie is het?"),
    _later("vormgeven", "projecten.*.risicos", "Project “{naam}”: wat kan er misgaan, en wat dan?"),
    _later("vormgeven", "projecten.*.borging", "Project “{naam}”: hoe blijft het resultaat als het project stopt?"),
    _nu("vormgeven", "rollen", "Welke rol is nodig?", is_functie=True, ook="uitvoeren"),
    _nu("vormgeven", "rollen.*.wie", "Rol “{naam}”: welke partners nemen die op? Met komma’s ertussen.", ook="uitvoeren"),
    _nu(
        "vormgeven",
        "rollen.*.positie",
        "Rol “{naam}”: wat mag die beslissen, en aan wie legt die verantwoording af?",
        ook="uitvoeren",
    ),
    _later("vormgeven", "overleg", "In welk overleg zien de partners elkaar?", nu="uitvoeren"),
    _later("vormgeven", "overleg.*.frequentie", "Overleg “{naam}”: hoe vaak?", nu="uitvoeren"),
    _later("vormgeven", "overleg.*.waarom", "Overleg “{naam}”: waarom is het er?"),
    _later("vormgeven", "overleg.*.wie", "Overleg “{naam}”: wie neemt deel? Met komma’s ertussen."),
    _later("vormgeven", "overleg.*.beslist", "Overleg “{naam}”: waarover mag het beslissen?"),
)

_UITVOEREN = (
    _nu("uitvoeren", "evaluatiebeleid.ritme", "Om de hoeveel tijd kijken de partners samen terug? Bijvoorbeeld: 6 maanden."),
    _nu("uitvoeren", "evaluatiebeleid.volgende", "Op welke dag is de volgende evaluatie?"),
    _nu("uitvoeren", "evaluatiebeleid.wie", "Wie bereidt de evaluatie voor, en wie doet mee?"),
    _nu("uitvoeren", "evaluatiebeleid.methode", "Hoe verloopt de evaluatie?"),
    _later("uitvoeren", "evaluatiebeleid.vragen", "Welke eigen vragen stellen de partners?"),
    _later("uitvoeren", "rollen.*.taken", "Rol “{naam}”: wat zijn de taken?"),
    _later(
        "uitvoeren",
        "partners.*.profiel.deelt_ervaring",
        "{naam}: deelt deze partner de eigen ervaring, van 1 (zelden) tot 5 (altijd)?",
    ),
    _later(
        "uitvoeren",
        "partners.*.profiel.waardeert_inbreng",
        "{naam}: waardeert deze partner de inbreng van anderen, van 1 (zelden) tot 5 (altijd)?",
    ),
    _later(
        "uitvoeren",
        "partners.*.profiel.bereid_tot_verandering",
        "{naam}: is deze partner bereid om te veranderen, van 1 (zelden) tot 5 (altijd)?",
    ),
    _later("uitvoeren", "identiteit.zin", "Wat zijn de partners samen? Eén zin die elke partner kan zeggen."),
    _later("uitvoeren", "werkprincipes", "Hoe gaan de partners met elkaar om?"),
)

VRAGEN: tuple[Vraag, ...] = (*_OPSTART, *_VERKENNEN, *_DELEN, *_OVEREENKOMEN, *_VORMGEVEN, *_UITVOEREN)
"""Every question, in the order in which it is asked."""

SAMEN: tuple[Samenvraag, ...] = (
    Samenvraag(
        (("stakeholders", "*", "belang"), ("stakeholders", "*", "invloed"), ("stakeholders", "*", "houding")),
        "{naam}: belang, invloed en houding? In die volgorde, zoals: hoog, laag, voor",
    ),
    Samenvraag(
        (("afbakening", "wel"), ("afbakening", "niet")),
        "Waar gaat de samenwerking over, en waar niet over? Zet “niet” voor elk punt dat er niet bij hoort.",
    ),
)
"""Questions that are asked in one line, to someone who can be asked; a list for a script has each by itself."""
