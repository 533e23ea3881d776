"""The voorwaarden of every fase: what must be there before the group goes on, and what is wise.

One engine serves `status`, `controleer`, `fase volgende` and the documents: each voorwaarde answers with all its gaps.
The rows are those of the table of voorwaarden (docs/fasen.md); a rule stands in the docstring of the function that checks it.
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from samenwerk.domain.datums import parse_ritme, show_datum
from samenwerk.domain.documenten import VAN_NU, Document
from samenwerk.domain.partners import Partner
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.termijnen import evaluatie_by_ritme, last_evaluatie, ritme_start
from samenwerk.domain.versies import find_unadopted
from samenwerk.errors import Pad

VEREIST, AANBEVOLEN = "vereist", "aanbevolen"

Gemis = tuple[str, Pad]
"""What a check finds: a sentence, and the place in the dossier where the missing thing belongs."""


class Gat(NamedTuple):
    """One thing that is missing: of which voorwaarde, what, and where in the dossier it belongs."""

    voorwaarde: str
    niveau: str
    melding: str
    pad: Pad


class Voorwaarde(NamedTuple):
    """One rule of a fase. `zoek` gets the dossier and the day to judge by; without a day, nothing is said of what is late."""

    id: str
    fase: str
    niveau: str
    titel: str
    zoek: Callable[[Samenwerking, date | None], Iterator[Gemis]]

    def find_gaten(self, samenwerking: Samenwerking, peildatum: date | None) -> list[Gat]:
        """All gaps of this voorwaarde."""
        return [Gat(self.id, self.niveau, melding, pad) for melding, pad in self.zoek(samenwerking, peildatum)]


def voorwaarden_of(fase: str) -> list[Voorwaarde]:
    """The voorwaarden to leave a fase, required ones first."""
    return [voorwaarde for voorwaarde in VOORWAARDEN if voorwaarde.fase == fase]


def find_gaten(samenwerking: Samenwerking, fase: str, peildatum: date | None, niveau: str = "") -> list[Gat]:
    """All gaps of all voorwaarden of a fase; with `niveau` only the required or the recommended ones."""
    return [
        gat
        for voorwaarde in voorwaarden_of(fase)
        if niveau in ("", voorwaarde.niveau)
        for gat in voorwaarde.find_gaten(samenwerking, peildatum)
    ]


def find_document_gaten(samenwerking: Samenwerking, document: Document, project: str = "") -> list[Gat]:
    """What is still open in a document: the gaps of its voorwaarden, for a projectfiche those of its own project.

    No day is given, so that the same dossier gives the same document on any day.
    """
    if document.voorwaarden == VAN_NU:
        return find_gaten(samenwerking, samenwerking.fase, None)
    gaten = [
        gat
        for voorwaarde in VOORWAARDEN
        if voorwaarde.id in document.voorwaarden
        for gat in voorwaarde.find_gaten(samenwerking, None)
    ]
    return [gat for gat in gaten if not project or gat.pad[:2] == ("projecten", project)]


def _no_kernpartners(waartoe: str) -> Gemis:
    """What a rule about every kernpartner finds where there is none: it must not look as if it were met."""
    return f"Er zijn nog geen kernpartners om {waartoe}.", ("partners",)


# Opstart


def _idee(samenwerking: Samenwerking, _: date | None) -> Iterator[Gemis]:
    """`idee` is filled."""
    if not samenwerking.idee:
        yield "Het idee is nog niet beschreven.", ("idee",)


def _initiatiefnemer(samenwerking: Samenwerking, _: date | None) -> Iterator[Gemis]:
    """Names a partner."""
    if not samenwerking.initiatiefnemer:
        yield "Er is nog geen partner als initiatiefnemer aangeduid.", ("initiatiefnemer",)


def _stakeholders(samenwerking: Samenwerking, _: date | None) -> Iterator[Gemis]:
    """At least one stakeholder, each with belang, invloed and houding."""
    if not samenwerking.stakeholders:
        yield "Er is nog geen stakeholder opgenomen.", ("stakeholders",)
    for sleutel, stakeholder in samenwerking.stakeholders.items():
        for veld in ("belang", "invloed", "houding"):
            if not getattr(stakeholder, veld):
                yield f"Bij stakeholder {stakeholder.naam or sleutel} ontbreekt: {veld}.", ("stakeholders", sleutel, veld)


def _tegenstanders(samenwerking: Samenwerking, _: date | None) -> Iterator[Gemis]:
    """At least one stakeholder who stands to lose or is against has been looked for: a houding other than voor."""
    if all(stakeholder.houding in ("", "voor") for stakeholder in samenwerking.stakeholders.values()):
        yield "Er staat nog geen stakeholder bij die niet voor is; wie kan iets verliezen?", ("stakeholders",)


# Verkennen


def _partners(samenwerking: Samenwerking, _: date | None) -> Iterator[Gemis]:
    """At least two kernpartners."""
    aantal = len(samenwerking.kernpartners)
    if aantal < 2:
        yield f"Er zijn twee kernpartners nodig; er {'is er nog maar één' if aantal else 'zijn er nog geen'}.", ("partners",)


def _waarom(samenwerking: Samenwerking, _: date | None) -> Iterator[Gemis]:
    """`waarom` is filled."""
    if not samenwerking.waarom:
        yield "Waarom de partners willen samenwerken, is nog niet beschreven.", ("waarom",)


def _gesprekken(samenwerking: Samenwerking, _: date | None) -> Iterator[Gemis]:
    """Every kernpartner took part in at least one gesprek."""
    gesproken = {sleutel for gesprek in samenwerking.gesprekken for sleutel in gesprek.met}
    if not samenwerking.kernpartners:
        yield _no_kernpartners("een gesprek mee te hebben")
    for sleutel in samenwerking.kernpartners:
        if sleutel not in gesproken:
            yield f"Met {samenwerking.naam_of(sleutel)} was er nog geen gesprek.", ("gesprekken",)


def _afbakening(samenwerking: Samenwerking, _: date | None) -> Iterator[Gemis]:
    """Both `wel` and `niet` are filled."""
    if not samenwerking.afbakening.wel:
        yield "Er staat nog niet waar de samenwerking wel over gaat.", ("afbakening", "wel")
    if not samenwerking.afbakening.niet:
        yield "Er staat nog niet waar de samenwerking niet over gaat.", ("afbakening", "niet")


# Delen. "Tijdens deze fase is het cruciaal om open kaart te spelen, belangen en inzet bespreekbaar te maken, te komen tot
# een gemeenschappelijke taal, mandaat en draagvlak te bespreken": one voorwaarde each, for every kernpartner.


def _every_kernpartner(
    wat: str, ontbreekt: str, is_filled: Callable[[Partner], object], *pad: str
) -> Callable[..., Iterator[Gemis]]:
    """A check that holds when `is_filled` does for every kernpartner; `ontbreekt` ends the sentence that starts with a name."""

    def check(samenwerking: Samenwerking, _: date | None) -> Iterator[Gemis]:
        if not samenwerking.kernpartners:
            yield _no_kernpartners(f"{wat} van te kennen")
        for sleutel, partner in samenwerking.kernpartners.items():
            if not is_filled(partner):
                yield f"{partner.naam or sleutel}: {ontbreekt}", ("partners", sleutel, *pad)

    return check


_ambities = _every_kernpartner("de ambities", "de ambities ontbreken nog.", lambda partner: partner.ambities, "ambities")
_belangen = _every_kernpartner(
    "de belangen", "de belangen ontbreken nog.", lambda partner: any(belang.wat for belang in partner.belangen), "belangen"
)
_inzet = _every_kernpartner("de inzet", "er staat nog niet wat deze partner inbrengt.", lambda partner: partner.inzet, "inzet")
_mandaat = _every_kernpartner(
    "het mandaat",
    "er staat nog niet namens wie deze partner spreekt.",
    lambda partner: partner.mandaat.namens,
    "mandaat",
    "namens",
)
_draagvlak = _every_kernpartner(
    "het draagvlak",
    "het draagvlak in de eigen organisatie is nog niet besproken.",
    lambda partner: partner.draagvlak.oordeel,
    "draagvlak",
    "oordeel",
)
_meerwaarde = _every_kernpartner(
    "de meerwaarde", "er staat nog niet wat de samenwerking deze partner oplevert.", lambda partner: partner.krijgt, "krijgt"
)


def _gemeenschappelijke_taal(samenwerking: Samenwerking, _: date | None) -> Iterator[Gemis]:
    """At least one begrip."""
    if not any(samenwerking.begrippen.values()):
        yield "Er is nog geen enkel begrip afgesproken.", ("begrippen",)


def _gedeelde_ambitie(samenwerking: Samenwerking, _: date | None) -> Iterator[Gemis]:
    """`gedeelde_ambitie` is filled."""
    if not samenwerking.gedeelde_ambitie:
        yield "De gedeelde ambitie is nog niet beschreven.", ("gedeelde_ambitie",)


# Overeenkomen


def _knopen(samenwerking: Samenwerking, _: date | None) -> Iterator[Gemis]:
    """No knoop open."""
    for sleutel, knoop in samenwerking.knopen.items():
        if knoop.is_open:
            yield f"Deze knoop is nog niet doorgehakt: {knoop.vraag or sleutel}", ("knopen", sleutel, "status")


def _afspraken_of_acties(samenwerking: Samenwerking, _: date | None) -> Iterator[Gemis]:
    """At least one afspraak, or one actie (afsprakennota of actieplan)."""
    if not samenwerking.afspraken and not samenwerking.acties:
        yield "Er is nog geen afspraak en geen actie.", ("afspraken",)


def _acties(samenwerking: Samenwerking, _: date | None) -> Iterator[Gemis]:
    """Every actie has trekker and tegen."""
    for sleutel, actie in samenwerking.acties.items():
        if not actie.trekker:
            yield f"Deze actie heeft nog geen trekker: {actie.wat or sleutel}", ("acties", sleutel, "trekker")
        if not actie.tegen:
            yield f"Deze actie heeft nog geen einddatum: {actie.wat or sleutel}", ("acties", sleutel, "tegen")


def _looptijd(samenwerking: Samenwerking, _: date | None) -> Iterator[Gemis]:
    """Looptijd, evaluatiemoment and uitstap are agreed."""
    looptijd = samenwerking.looptijd
    if not looptijd.van:
        yield "Er is nog niet afgesproken vanaf wanneer de afspraken gelden.", ("looptijd", "van")
    if not looptijd.tot:
        yield "Er is nog niet afgesproken tot wanneer de afspraken gelden.", ("looptijd", "tot")
    if not looptijd.evaluatiemoment:
        yield "Er is nog niet afgesproken wanneer de afspraken bekeken worden.", ("looptijd", "evaluatiemoment")
    if not looptijd.uitstap:
        yield "Er is nog niet afgesproken hoe een partner eruit kan stappen.", ("looptijd", "uitstap")


# Vormgeven


def _projecten(samenwerking: Samenwerking, _: date | None) -> Iterator[Gemis]:
    """At least one project, each with trekker, aanpak, resultaat, start and einde."""
    if not samenwerking.projecten:
        yield "Er is nog geen project.", ("projecten",)
    for sleutel, project in samenwerking.projecten.items():
        for veld in ("trekker", "aanpak", "resultaat", "start", "einde"):
            if not getattr(project, veld):
                yield f"Bij het project {project.titel or sleutel} ontbreekt: {veld}.", ("projecten", sleutel, veld)


def _rollen(samenwerking: Samenwerking, _: date | None) -> Iterator[Gemis]:
    """Every kernpartner has at least one rol; every rol has a positie."""
    met_rol = {sleutel for rol in samenwerking.rollen.values() for sleutel in rol.wie}
    if not samenwerking.kernpartners:
        yield _no_kernpartners("een rol te geven")
    for sleutel, partner in samenwerking.kernpartners.items():
        if sleutel not in met_rol:
            yield f"{partner.naam or sleutel}: er is nog geen rol voor deze partner.", ("rollen",)
    for sleutel, rol in samenwerking.rollen.items():
        if not rol.positie:
            yield f"De positie van deze rol staat er nog niet: {rol.naam or sleutel}", ("rollen", sleutel, "positie")


def _overleg(samenwerking: Samenwerking, _: date | None) -> Iterator[Gemis]:
    """At least one overleg with frequentie."""
    if not any(overleg.frequentie for overleg in samenwerking.overleg.values()):
        eerste = next(iter(samenwerking.overleg), "")
        pad = ("overleg", eerste, "frequentie") if eerste else ("overleg",)
        yield "Er is nog geen overleg waarvan vaststaat hoe vaak het samenkomt.", pad


# Uitvoeren


def _opvolging(samenwerking: Samenwerking, peildatum: date | None) -> Iterator[Gemis]:
    """Every actie past its tegen has an outcome (klaar, niet uitgevoerd, geschrapt) or a reden."""
    for sleutel, actie in samenwerking.acties.items():
        if peildatum and actie.tegen and actie.is_te_laat(peildatum) and not actie.reden:
            melding = f"Deze actie moest klaar zijn tegen {show_datum(actie.tegen)}: {actie.wat or sleutel}"
            yield melding, ("acties", sleutel, "status")


def _evaluatie(samenwerking: Samenwerking, peildatum: date | None) -> Iterator[Gemis]:
    """An evaluation rhythm; the last evaluatie is not older than it; every evaluatie ends in a besluit.

    Where there is no evaluatie yet, the rhythm counts from the day the group entered uitvoeren.
    """
    if parse_ritme(samenwerking.evaluatiebeleid.ritme) is None:
        yield "Er is nog niet afgesproken hoe vaak er geëvalueerd wordt.", ("evaluatiebeleid", "ritme")
    vanaf, volgens_ritme = ritme_start(samenwerking), evaluatie_by_ritme(samenwerking)
    if vanaf and volgens_ritme and peildatum and volgens_ritme < peildatum:
        gedaan = vanaf == last_evaluatie(samenwerking)
        sinds = "De laatste evaluatie was op" if gedaan else "Er is nog niet geëvalueerd sinds de start van de uitvoering op"
        yield f"{sinds} {show_datum(vanaf)}; het ritme is {samenwerking.evaluatiebeleid.ritme}.", ("evaluaties",)
    for nummer, evaluatie in enumerate(samenwerking.evaluaties):
        if not evaluatie.besluit:
            welke = f"van {show_datum(evaluatie.datum)}" if evaluatie.datum else "zonder datum"
            yield f"De evaluatie {welke} heeft nog geen besluit.", ("evaluaties", nummer, "besluit")


# The document in which a fase ends


def _vastgesteld(*document_ids: str) -> Callable[..., Iterator[Gemis]]:
    """A check that the document in which a fase ends is adopted and still holds; of several, one is enough."""
    return lambda samenwerking, _: find_unadopted(samenwerking, document_ids)


VOORWAARDEN: tuple[Voorwaarde, ...] = (
    Voorwaarde("idee", "opstart", VEREIST, "Het idee is beschreven", _idee),
    Voorwaarde("initiatiefnemer", "opstart", VEREIST, "Een partner is initiatiefnemer", _initiatiefnemer),
    Voorwaarde(
        "stakeholders", "opstart", VEREIST, "De stakeholders zijn in kaart, met belang, invloed en houding", _stakeholders
    ),
    Voorwaarde(
        "tegenstanders", "opstart", AANBEVOLEN, "Er is ook gezocht naar wie kan verliezen of niet voor is", _tegenstanders
    ),
    Voorwaarde("partners", "verkennen", VEREIST, "Er zijn minstens twee kernpartners", _partners),
    Voorwaarde("waarom", "verkennen", VEREIST, "Het waarom is beschreven", _waarom),
    Voorwaarde("gesprekken", "verkennen", VEREIST, "Met elke kernpartner was er een gesprek", _gesprekken),
    Voorwaarde("afbakening", "verkennen", AANBEVOLEN, "Er staat waar het wel en niet over gaat", _afbakening),
    Voorwaarde("startnota", "verkennen", AANBEVOLEN, "De startnota is vastgesteld en geldt nog", _vastgesteld("startnota")),
    Voorwaarde("ambities", "delen", VEREIST, "Elke kernpartner deelde zijn ambities", _ambities),
    Voorwaarde("belangen", "delen", VEREIST, "Elke kernpartner deelde zijn belangen", _belangen),
    Voorwaarde("inzet", "delen", VEREIST, "Van elke kernpartner is de inzet bekend", _inzet),
    Voorwaarde("mandaat", "delen", VEREIST, "Van elke kernpartner is het mandaat bekend", _mandaat),
    Voorwaarde("draagvlak", "delen", VEREIST, "Bij elke kernpartner is het draagvlak besproken", _draagvlak),
    Voorwaarde("gemeenschappelijke_taal", "delen", VEREIST, "Er is een gemeenschappelijke taal", _gemeenschappelijke_taal),
    Voorwaarde("gedeelde_ambitie", "delen", VEREIST, "De gedeelde ambitie is beschreven", _gedeelde_ambitie),
    Voorwaarde(
        "intentieverklaring",
        "delen",
        AANBEVOLEN,
        "De intentieverklaring is vastgesteld, geldt nog, en elke kernpartner stemt in",
        _vastgesteld("intentieverklaring"),
    ),
    Voorwaarde("knopen", "overeenkomen", VEREIST, "Alle knopen zijn doorgehakt", _knopen),
    Voorwaarde("afspraken_of_acties", "overeenkomen", VEREIST, "Er is een afspraak of een actie", _afspraken_of_acties),
    Voorwaarde("acties", "overeenkomen", VEREIST, "Elke actie heeft een trekker en een einddatum", _acties),
    Voorwaarde("meerwaarde", "overeenkomen", AANBEVOLEN, "Voor elke kernpartner is de meerwaarde duidelijk", _meerwaarde),
    Voorwaarde("looptijd", "overeenkomen", AANBEVOLEN, "Looptijd, evaluatiemoment en uitstap zijn afgesproken", _looptijd),
    Voorwaarde(
        "afsprakennota_of_actieplan",
        "overeenkomen",
        AANBEVOLEN,
        "De afsprakennota of het actieplan is vastgesteld en geldt nog",
        _vastgesteld("afsprakennota", "actieplan"),
    ),
    Voorwaarde("projecten", "vormgeven", VEREIST, "Er is een project met vorm en inhoud", _projecten),
    Voorwaarde("rollen", "vormgeven", VEREIST, "Rollen en posities zijn verhelderd", _rollen),
    Voorwaarde("overleg", "vormgeven", AANBEVOLEN, "Er is een vast overleg", _overleg),
    Voorwaarde(
        "projectfiche", "vormgeven", AANBEVOLEN, "Elke projectfiche is vastgesteld en geldt nog", _vastgesteld("projectfiche")
    ),
    Voorwaarde("opvolging", "uitvoeren", AANBEVOLEN, "Acties waarvan de datum voorbij is, zijn opgevolgd", _opvolging),
    Voorwaarde("evaluatie", "uitvoeren", AANBEVOLEN, "Er is een evaluatieritme, en het wordt gevolgd", _evaluatie),
)

VOORWAARDE_IDS: tuple[str, ...] = tuple(voorwaarde.id for voorwaarde in VOORWAARDEN)
