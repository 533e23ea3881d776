"""What each voorwaarde looks for, and what it says of what is missing; its rule stands in its row in voorwaarden.py."""

from collections.abc import Callable, Iterator
from datetime import date

from samenwerk.domain.datums import parse_ritme, show_datum
from samenwerk.domain.partners import Partner
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.termijnen import evaluatie_by_ritme, last_evaluatie, ritme_start
from samenwerk.domain.versies import find_unadopted
from samenwerk.errors import Pad

Gemis = tuple[str, Pad] | tuple[str, Pad, str]
"""What a check finds: a sentence, and the place in the dossier where the missing thing belongs.

Where that place is a whole list, the key of the partner who is missing in it comes third.
"""


def _no_kernpartners(waartoe: str) -> Gemis:
    """What a rule about every kernpartner finds where there is none: it must not look as if it were met."""
    return f"Er zijn nog geen kernpartners om {waartoe}.", ("partners",)


# Opstart


def check_idee(samenwerking: Samenwerking, _: date | None) -> Iterator[Gemis]:
    if not samenwerking.idee:
        yield "Het idee is nog niet beschreven.", ("idee",)


def check_initiatiefnemer(samenwerking: Samenwerking, _: date | None) -> Iterator[Gemis]:
    if not samenwerking.initiatiefnemer:
        yield "Er is nog geen partner als initiatiefnemer aangeduid.", ("initiatiefnemer",)


def check_stakeholders(samenwerking: Samenwerking, _: date | None) -> Iterator[Gemis]:
    if not samenwerking.stakeholders:
        yield "Er is nog geen stakeholder opgenomen.", ("stakeholders",)
    for sleutel, stakeholder in samenwerking.stakeholders.items():
        for veld in ("belang", "invloed", "houding"):
            if not getattr(stakeholder, veld):
                yield (
                    f"Bij stakeholder {stakeholder.naam or sleutel} ontbreekt: {stakeholder.velden[veld].titel.lower()}.",
                    ("stakeholders", sleutel, veld),
                )


def check_tegenstanders(samenwerking: Samenwerking, _: date | None) -> Iterator[Gemis]:
    if all(stakeholder.houding in ("", "voor") for stakeholder in samenwerking.stakeholders.values()):
        yield "Er staat nog geen stakeholder bij die niet voor is; wie kan iets verliezen?", ("stakeholders",)


# Verkennen


def check_partners(samenwerking: Samenwerking, _: date | None) -> Iterator[Gemis]:
    aantal = len(samenwerking.kernpartners)
    if aantal < 2:
        yield f"Er zijn twee kernpartners nodig; er {'is er nog maar één' if aantal else 'zijn er nog geen'}.", ("partners",)


def check_waarom(samenwerking: Samenwerking, _: date | None) -> Iterator[Gemis]:
    if not samenwerking.waarom:
        yield "Waarom de partners willen samenwerken, is nog niet beschreven.", ("waarom",)


def check_gesprekken(samenwerking: Samenwerking, _: date | None) -> Iterator[Gemis]:
    gesproken = {sleutel for gesprek in samenwerking.gesprekken for sleutel in gesprek.met}
    if not samenwerking.kernpartners:
        yield _no_kernpartners("een gesprek mee te hebben")
    for sleutel in samenwerking.kernpartners:
        if sleutel not in gesproken:
            yield f"Met {samenwerking.naam_of(sleutel)} was er nog geen gesprek.", ("gesprekken",), sleutel


def check_afbakening(samenwerking: Samenwerking, _: date | None) -> Iterator[Gemis]:
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


check_ambities = _every_kernpartner("de ambities", "de ambities ontbreken nog.", lambda partner: partner.ambities, "ambities")
check_belangen = _every_kernpartner(
    "de belangen", "de belangen ontbreken nog.", lambda partner: any(belang.wat for belang in partner.belangen), "belangen"
)
check_inzet = _every_kernpartner(
    "de inzet", "er staat nog niet wat deze partner inbrengt.", lambda partner: partner.inzet, "inzet"
)
check_mandaat = _every_kernpartner(
    "het mandaat",
    "er staat nog niet namens wie deze partner spreekt.",
    lambda partner: partner.mandaat.namens,
    "mandaat",
    "namens",
)
check_draagvlak = _every_kernpartner(
    "het draagvlak",
    "het draagvlak in de eigen organisatie is nog niet besproken.",
    lambda partner: partner.draagvlak.oordeel,
    "draagvlak",
    "oordeel",
)
check_meerwaarde = _every_kernpartner(
    "de meerwaarde", "er staat nog niet wat de samenwerking deze partner oplevert.", lambda partner: partner.krijgt, "krijgt"
)


def check_gemeenschappelijke_taal(samenwerking: Samenwerking, _: date | None) -> Iterator[Gemis]:
    if not any(samenwerking.begrippen.values()):
        yield "Er is nog geen enkel begrip afgesproken.", ("begrippen",)


def check_gedeelde_ambitie(samenwerking: Samenwerking, _: date | None) -> Iterator[Gemis]:
    if not samenwerking.gedeelde_ambitie:
        yield "De gedeelde ambitie is nog niet beschreven.", ("gedeelde_ambitie",)


# Overeenkomen


def check_knopen(samenwerking: Samenwerking, _: date | None) -> Iterator[Gemis]:
    for sleutel, knoop in samenwerking.knopen.items():
        if knoop.is_open:
            yield f"Deze knoop is nog niet doorgehakt: {knoop.vraag or sleutel}", ("knopen", sleutel, "status")


def check_afspraken_of_acties(samenwerking: Samenwerking, _: date | None) -> Iterator[Gemis]:
    if not samenwerking.afspraken and not samenwerking.acties:
        yield "Er is nog geen afspraak en geen actie.", ("afspraken",)


def check_acties(samenwerking: Samenwerking, _: date | None) -> Iterator[Gemis]:
    for sleutel, actie in samenwerking.acties.items():
        if not actie.trekker:
            yield f"Deze actie heeft nog geen trekker: {actie.wat or sleutel}", ("acties", sleutel, "trekker")
        if not actie.tegen:
            yield f"Deze actie heeft nog geen einddatum: {actie.wat or sleutel}", ("acties", sleutel, "tegen")


def check_looptijd(samenwerking: Samenwerking, _: date | None) -> Iterator[Gemis]:
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


def check_projecten(samenwerking: Samenwerking, _: date | None) -> Iterator[Gemis]:
    if not samenwerking.projecten:
        yield "Er is nog geen project.", ("projecten",)
    for sleutel, project in samenwerking.projecten.items():
        for veld in ("trekker", "aanpak", "resultaat", "start", "einde"):
            if not getattr(project, veld):
                yield (
                    f"Bij het project {project.titel or sleutel} ontbreekt: {project.velden[veld].titel.lower()}.",
                    ("projecten", sleutel, veld),
                )


def check_rollen(samenwerking: Samenwerking, _: date | None) -> Iterator[Gemis]:
    met_rol = {sleutel for rol in samenwerking.rollen.values() for sleutel in rol.wie}
    if not samenwerking.kernpartners:
        yield _no_kernpartners("een rol te geven")
    for sleutel, partner in samenwerking.kernpartners.items():
        if sleutel not in met_rol:
            yield f"{partner.naam or sleutel}: er is nog geen rol voor deze partner.", ("rollen",), sleutel
    for sleutel, rol in samenwerking.rollen.items():
        if not rol.positie:
            yield f"De positie van deze rol staat er nog niet: {rol.naam or sleutel}", ("rollen", sleutel, "positie")


def check_overleg(samenwerking: Samenwerking, _: date | None) -> Iterator[Gemis]:
    if not any(overleg.frequentie for overleg in samenwerking.overleg.values()):
        eerste = next(iter(samenwerking.overleg), "")
        pad = ("overleg", eerste, "frequentie") if eerste else ("overleg",)
        yield "Er is nog geen overleg waarvan vaststaat hoe vaak het samenkomt.", pad


# Uitvoeren


def check_opvolging(samenwerking: Samenwerking, peildatum: date | None) -> Iterator[Gemis]:
    for sleutel, actie in samenwerking.acties.items():
        if peildatum and actie.tegen and actie.is_te_laat(peildatum) and not actie.reden:
            melding = f"Deze actie moest klaar zijn tegen {show_datum(actie.tegen)}: {actie.wat or sleutel}"
            yield melding, ("acties", sleutel, "status")


def check_evaluatie(samenwerking: Samenwerking, peildatum: date | None) -> Iterator[Gemis]:
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


def check_vastgesteld(*document_ids: str) -> Callable[..., Iterator[Gemis]]:
    """A check that the document in which a fase ends is adopted and still holds; of several, one is enough."""
    return lambda samenwerking, _: find_unadopted(samenwerking, document_ids)
