"""What asks for follow-up, with what can be done about each point, and the letter that tells a partner of it."""

from datetime import date
from typing import NamedTuple

from samenwerk.domain.keuzes import suggest
from samenwerk.domain.opvolging import Opvolgpunt, find_opvolgpunten
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.termijnen import next_evaluatie
from samenwerk.errors import Oplossing, RefusedError, Remedy, WrongUsageError
from samenwerk.rendering.mail import render_mail
from samenwerk.storage.dossier import Dossier
from samenwerk.workflows.remedies import find_step


class Opvolgregel(NamedTuple):
    """One point with its line in the file and what can be done about it."""

    punt: Opvolgpunt
    is_voorbij: bool
    regel: int
    oplossing: Oplossing


class Opvolging(NamedTuple):
    """All that `opvolging` shows; `volgende_evaluatie` may lie further ahead than the points do."""

    samenwerking: Samenwerking
    peildatum: date
    dagen: int
    regels: list[Opvolgregel]
    volgende_evaluatie: date | None

    def regels_of(self, partner: str) -> list[Opvolgregel]:
        """The points for which the group waits for this partner."""
        return [regel for regel in self.regels if partner in regel.punt.wie]


class Partnerlijst(NamedTuple):
    """What is waited for from one partner, and the letter that tells it so."""

    partner: str
    opvolging: Opvolging
    tekst: str


def build_opvolging(dossier: Dossier, peildatum: date, dagen: int) -> Opvolging:
    """All points on a day, with those that come within so many days."""
    samenwerking = dossier.samenwerking
    regels = []
    for punt in find_opvolgpunten(samenwerking, peildatum, dagen):
        regel, is_voorbij = dossier.tree.locate(punt.pad).regel, punt.is_voorbij(peildatum)
        oplossing = find_step(dossier, punt, is_voorbij=is_voorbij)
        regels.append(Opvolgregel(punt, is_voorbij, regel, oplossing))
    evaluatie = next_evaluatie(samenwerking) if samenwerking.is_actief else None
    return Opvolging(samenwerking, peildatum, dagen, regels, evaluatie)


def build_partnerlijst(dossier: Dossier, partner: str, peildatum: date, dagen: int) -> Partnerlijst:
    """The points of one partner and its letter. Raises what `check_partner` raises."""
    check_partner(dossier.samenwerking, partner)
    opvolging = build_opvolging(dossier, peildatum, dagen)
    opvolging = opvolging._replace(regels=opvolging.regels_of(partner))
    punten = [regel.punt for regel in opvolging.regels]
    return Partnerlijst(partner, opvolging, render_mail(dossier.samenwerking, partner, punten, peildatum))


def check_partner(samenwerking: Samenwerking, partner: str) -> None:
    """Raise `WrongUsageError` for a word that is no partner, `RefusedError` for a partner that left."""
    check_is_partner(samenwerking, partner)
    if samenwerking.partners[partner].has_left:
        raise RefusedError(
            f"Vertrokken: {samenwerking.naam_of(partner)}. De groep wacht niet meer op deze partner.",
            ("Bekijk wie nog meedoet: ", Remedy("lijst", ("partners",))),
        )


def check_is_partner(samenwerking: Samenwerking, partner: str) -> None:
    """Raise `WrongUsageError` for a word that is no partner."""
    if partner not in samenwerking.partners:
        raise WrongUsageError(
            f"“{partner}” is geen partner van dit dossier.", suggest(partner, tuple(samenwerking.partners)) or _NO_PARTNERS
        )


_NO_PARTNERS = "Er zijn nog geen partners."
