"""What each voorwaarde looks for, and what it says of what is missing; its rule stands in its row in voorwaarden.py."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from samenwerk.domain.afspraken import Looptijd
from samenwerk.domain.datums import parse_ritme, show_datum
from samenwerk.domain.partners import Partner
from samenwerk.domain.record import Record
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.termijnen import evaluatie_by_ritme, last_evaluatie, ritme_start
from samenwerk.domain.versies import find_unadopted
from samenwerk.domain.zinnen import aangehaald
from samenwerk.errors import Pad

IN_TE_VULLEN = "Nog in te vullen"


class Gemis(NamedTuple):
    """What a check finds: what is missing, the place in the dossier where it belongs, and of whom or which part.

    Without `wat` the `kop` is a whole sentence; with it, what has the same `kop` is told in one. Where the place is a whole
    list, `partner` is the key of who is missing in it.
    """

    kop: str
    pad: Pad
    wat: str = ""
    partner: str = ""


GEEN_KERNPARTNER = Gemis("Er is geen kernpartner.", ("partners",))
"""What a rule about every kernpartner finds where there is none: it must not look as if it were met."""


def _find_empty(wat: str, record: Record, pad: Pad, *velden: str) -> Iterator[Gemis]:
    """The fields of a record that are empty and must not be."""
    for veld in velden:
        if not getattr(record, veld):
            yield Gemis(f"{wat}: nog in te vullen", (*pad, veld), record.velden[veld].titel.lower())


# Opstart


def check_idee(samenwerking: Samenwerking, _: date | None) -> Iterator[Gemis]:
    if not samenwerking.idee:
        yield Gemis(IN_TE_VULLEN, ("idee",), "het idee")


def check_initiatiefnemer(samenwerking: Samenwerking, _: date | None) -> Iterator[Gemis]:
    if not samenwerking.initiatiefnemer:
        yield Gemis(IN_TE_VULLEN, ("initiatiefnemer",), "welke partner het initiatief neemt")


def check_stakeholders(samenwerking: Samenwerking, _: date | None) -> Iterator[Gemis]:
    if not samenwerking.stakeholders:
        yield Gemis("Er is nog geen stakeholder.", ("stakeholders",))
    for sleutel, stakeholder in samenwerking.stakeholders.items():
        wie = f"Stakeholder {aangehaald(stakeholder.naam, sleutel)}"
        yield from _find_empty(wie, stakeholder, ("stakeholders", sleutel), "belang", "invloed", "houding")


def check_tegenstanders(samenwerking: Samenwerking, _: date | None) -> Iterator[Gemis]:
    if all(stakeholder.houding in ("", "voor") for stakeholder in samenwerking.stakeholders.values()):
        yield Gemis("Nog te zoeken", ("stakeholders",), "een stakeholder die niet voor is of iets kan verliezen")


# Verkennen


def check_partners(samenwerking: Samenwerking, _: date | None) -> Iterator[Gemis]:
    aantal = len(samenwerking.kernpartners)
    if aantal < 2:
        yield Gemis(f"Er zijn minstens twee kernpartners nodig. Nu is er {'één' if aantal else 'geen'}.", ("partners",))


def check_waarom(samenwerking: Samenwerking, _: date | None) -> Iterator[Gemis]:
    if not samenwerking.waarom:
        yield Gemis(IN_TE_VULLEN, ("waarom",), "waarom de partners willen samenwerken")


def check_gesprekken(samenwerking: Samenwerking, _: date | None) -> Iterator[Gemis]:
    gesproken = {sleutel for gesprek in samenwerking.gesprekken for sleutel in gesprek.met}
    if not samenwerking.kernpartners:
        yield GEEN_KERNPARTNER
    for sleutel in samenwerking.kernpartners:
        if sleutel not in gesproken:
            yield Gemis("Nog geen gesprek met", ("gesprekken",), samenwerking.naam_of(sleutel), sleutel)


def check_afbakening(samenwerking: Samenwerking, _: date | None) -> Iterator[Gemis]:
    if not samenwerking.afbakening.wel:
        yield Gemis(IN_TE_VULLEN, ("afbakening", "wel"), "waar de samenwerking over gaat")
    if not samenwerking.afbakening.niet:
        yield Gemis(IN_TE_VULLEN, ("afbakening", "niet"), "waar de samenwerking niet over gaat")


# Delen. "Tijdens deze fase is het cruciaal om open kaart te spelen, belangen en inzet bespreekbaar te maken, te komen tot
# een gemeenschappelijke taal, mandaat en draagvlak te bespreken": one voorwaarde each, for every kernpartner.


def _every_kernpartner(wat: str, is_filled: Callable[[Partner], object], *pad: str) -> Callable[..., Iterator[Gemis]]:
    """A check that holds when `is_filled` does for every kernpartner."""

    def check(samenwerking: Samenwerking, _: date | None) -> Iterator[Gemis]:
        if not samenwerking.kernpartners:
            yield GEEN_KERNPARTNER
        for sleutel, partner in samenwerking.kernpartners.items():
            if not is_filled(partner):
                yield Gemis(f"{wat} nog in te vullen", ("partners", sleutel, *pad), partner.naam or sleutel)

    return check


check_ambities = _every_kernpartner("Ambities", lambda partner: partner.ambities, "ambities")
check_belangen = _every_kernpartner("Belangen", lambda partner: any(belang.wat for belang in partner.belangen), "belangen")
check_inzet = _every_kernpartner("Inzet", lambda partner: partner.inzet, "inzet")
check_mandaat = _every_kernpartner("Mandaat", lambda partner: partner.mandaat.namens, "mandaat", "namens")
check_draagvlak = _every_kernpartner("Draagvlak", lambda partner: partner.draagvlak.oordeel, "draagvlak", "oordeel")
check_meerwaarde = _every_kernpartner("Meerwaarde", lambda partner: partner.krijgt, "krijgt")


def check_gemeenschappelijke_taal(samenwerking: Samenwerking, _: date | None) -> Iterator[Gemis]:
    if not any(samenwerking.begrippen.values()):
        yield Gemis(IN_TE_VULLEN, ("begrippen",), "minstens één begrip met zijn betekenis")


def check_gedeelde_ambitie(samenwerking: Samenwerking, _: date | None) -> Iterator[Gemis]:
    if not samenwerking.gedeelde_ambitie:
        yield Gemis(IN_TE_VULLEN, ("gedeelde_ambitie",), "de gedeelde ambitie")


# Overeenkomen


def check_knopen(samenwerking: Samenwerking, _: date | None) -> Iterator[Gemis]:
    for sleutel, knoop in samenwerking.knopen.items():
        if knoop.is_open:
            yield Gemis("Nog te beslissen", ("knopen", sleutel, "status"), aangehaald(knoop.vraag, sleutel))


def check_afspraken_of_acties(samenwerking: Samenwerking, _: date | None) -> Iterator[Gemis]:
    if not samenwerking.afspraken and not samenwerking.acties:
        yield Gemis("Er is nog geen afspraak of actie.", ("afspraken",))


def check_acties(samenwerking: Samenwerking, _: date | None) -> Iterator[Gemis]:
    for sleutel, actie in samenwerking.acties.items():
        yield from _find_empty(f"Actie {aangehaald(actie.wat, sleutel)}", actie, ("acties", sleutel), "trekker", "tegen")


def check_looptijd(samenwerking: Samenwerking, _: date | None) -> Iterator[Gemis]:
    looptijd = samenwerking.looptijd
    velden = [naam for naam in Looptijd.velden if naam != "duur" and not (naam == "tot" and looptijd.is_onbepaald)]
    yield from _find_empty("Looptijd", looptijd, ("looptijd",), *velden)


# Vormgeven


def check_projecten(samenwerking: Samenwerking, _: date | None) -> Iterator[Gemis]:
    if not samenwerking.projecten:
        yield Gemis("Er is nog geen project.", ("projecten",))
    for sleutel, project in samenwerking.projecten.items():
        welk = f"Project {aangehaald(project.titel, sleutel)}"
        yield from _find_empty(welk, project, ("projecten", sleutel), "trekker", "aanpak", "resultaat", "start", "einde")


def check_rollen(samenwerking: Samenwerking, _: date | None) -> Iterator[Gemis]:
    met_rol = {sleutel for rol in samenwerking.rollen.values() for sleutel in rol.wie}
    if not samenwerking.kernpartners:
        yield GEEN_KERNPARTNER
    for sleutel, partner in samenwerking.kernpartners.items():
        if sleutel not in met_rol:
            yield Gemis("Nog zonder rol", ("rollen",), partner.naam or sleutel, sleutel)
    for sleutel, rol in samenwerking.rollen.items():
        yield from _find_empty(f"Rol {aangehaald(rol.naam, sleutel)}", rol, ("rollen", sleutel), "positie")


def check_overleg(samenwerking: Samenwerking, _: date | None) -> Iterator[Gemis]:
    if not any(overleg.frequentie for overleg in samenwerking.overleg.values()):
        eerste = next(iter(samenwerking.overleg), "")
        pad = ("overleg", eerste, "frequentie") if eerste else ("overleg",)
        yield Gemis("Van geen enkel overleg is bekend hoe vaak het plaatsvindt.", pad)


# Uitvoeren


def check_opvolging(samenwerking: Samenwerking, peildatum: date | None) -> Iterator[Gemis]:
    for sleutel, actie in samenwerking.acties.items():
        if peildatum and actie.tegen and actie.is_te_laat(peildatum) and not actie.reden:
            wat = f"{aangehaald(actie.wat, sleutel)}: klaar op {show_datum(actie.tegen)}, dat is voorbij"
            yield Gemis(wat, ("acties", sleutel, "status"))


def check_evaluatie(samenwerking: Samenwerking, peildatum: date | None) -> Iterator[Gemis]:
    if parse_ritme(samenwerking.evaluatiebeleid.ritme) is None:
        yield Gemis(IN_TE_VULLEN, ("evaluatiebeleid", "ritme"), "hoe vaak de partners samen terugkijken")
    vanaf, volgens_ritme = ritme_start(samenwerking), evaluatie_by_ritme(samenwerking)
    if vanaf and volgens_ritme and peildatum and volgens_ritme < peildatum:
        dag, ritme = show_datum(vanaf), samenwerking.evaluatiebeleid.ritme
        gedaan = vanaf == last_evaluatie(samenwerking)
        laatst = "De laatste evaluatie was" if gedaan else "Er was geen evaluatie sinds het begin van de uitvoering"
        yield Gemis(f"{laatst} op {dag}. Afgesproken ritme: {ritme}.", ("evaluaties",))
    for nummer, evaluatie in enumerate(samenwerking.evaluaties):
        if not evaluatie.besluit:
            welke = f"van {show_datum(evaluatie.datum)}" if evaluatie.datum else "zonder datum"
            yield Gemis(f"De evaluatie {welke} heeft nog geen besluit.", ("evaluaties", nummer, "besluit"))


# The document in which a fase ends


def check_vastgesteld(*document_ids: str) -> Callable[..., Iterator[Gemis]]:
    """A check that the document in which a fase ends is adopted and still holds; of several, one is enough."""
    return lambda samenwerking, _: (Gemis(kop, pad, wat) for kop, pad, wat in find_unadopted(samenwerking, document_ids))
