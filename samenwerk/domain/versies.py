"""The adopted versions of a document: which one holds, what it was made of, and who agrees to it."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from samenwerk.domain.datums import show_datum
from samenwerk.domain.documenten import document_of
from samenwerk.domain.gegevens import Gegevens, compute_vingerafdruk, select_gegevens
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.taal import capitalize, in_taal
from samenwerk.domain.tijdlijn import INGESTEMD, Documentversies, Instemming, Versie
from samenwerk.domain.uitgaven import Uitgave, describe_uitgave, uitgaven_of
from samenwerk.errors import Pad

NOG_NIET, NOG_NIET_INGESTEMD = "nog niet", "Nog niet ingestemd"


class Instemmingsstand(NamedTuple):
    """How one partner stands to a version: `hoe` in words, and what it said, if anything."""

    partner: str
    naam: str
    hoe: str
    instemming: Instemming


def kept_of(samenwerking: Samenwerking, uitgave: Uitgave) -> Documentversies:
    """What the dossier keeps of a document; empty when that is nothing."""
    return samenwerking.documenten.get(uitgave.naam, Documentversies())


class Versiestand:
    """How one document of a dossier stands to the versions that were adopted of it; what is asked twice is found out once."""

    def __init__(self, samenwerking: Samenwerking, uitgave: Uitgave) -> None:
        self.samenwerking = samenwerking
        self.uitgave = uitgave

    @property
    def versies(self) -> tuple[Versie, ...]:
        """The adopted versions, oldest first."""
        return kept_of(self.samenwerking, self.uitgave).versies

    @property
    def last_versie(self) -> Versie | None:
        """The version that was adopted last; None when the document was never adopted."""
        return self.versies[-1] if self.versies else None

    @cached_property
    def gegevens(self) -> Gegevens:
        """What people would agree to if they adopted it now."""
        return select_gegevens(self.samenwerking, self.uitgave.bron)

    @cached_property
    def vingerafdruk(self) -> str:
        """The mark a version would get that is adopted now."""
        return compute_vingerafdruk(self.gegevens)

    @property
    def is_actueel(self) -> bool:
        """Whether the last adopted version was made of the data the dossier holds now."""
        return self.last_versie is not None and self.last_versie.vingerafdruk == self.vingerafdruk

    @property
    def compared_versie(self) -> Versie | None:
        """The version whose reader wants to know what changed: the last one, or while that still holds the one before it."""
        earlier = self.versies[:-1] if self.is_actueel else self.versies
        return earlier[-1] if earlier else None

    @property
    def missing_instemming(self) -> list[str]:
        """The kernpartners that do not (or no longer) agree to the version adopted last; without one nobody is asked."""
        versie = self.last_versie
        return [sleutel for sleutel in self.samenwerking.kernpartners if versie and not versie.is_aanvaard_door(sleutel)]

    @property
    def instemmingen(self) -> list[Instemmingsstand]:
        """How every partner stands to the version adopted last: the kernpartners, and whoever else said something of it."""
        versie = self.last_versie
        if versie is None:
            return []
        return [
            Instemmingsstand(sleutel, self.samenwerking.naam_of(sleutel), describe_instemming(gezegd), gezegd)
            for sleutel in dict.fromkeys([*self.samenwerking.kernpartners, *versie.instemming])
            for gezegd in [versie.instemming.get(sleutel, Instemming())]
        ]

    def tell_everyone(self) -> str:
        """That every kernpartner agrees to the version adopted last, and who with a reservation; empty while that is not so."""
        versie, kern = self.last_versie, list(self.samenwerking.kernpartners)
        if versie is None or not kern or self.missing_instemming:
            return ""
        wie = "Elke kernpartner" if len(kern) > 1 else "De enige kernpartner"
        voorbehoud = [sleutel for sleutel in kern if versie.instemming[sleutel].voorbehoud]
        met = f" Met voorbehoud: {self.samenwerking.namen_of(voorbehoud)}." if voorbehoud else ""
        return f"{wie} stemt in met versie {versie.versie}.{met}"

    def pad_of_instemming(self, partner: str) -> Pad:
        """Where stands, or would stand, how a partner agrees to the version adopted last."""
        return ("documenten", self.uitgave.naam, "versies", len(self.versies) - 1, "instemming", partner)


def describe_instemming(instemming: Instemming) -> str:
    """How a partner agrees, in a word or two."""
    if not instemming:
        return NOG_NIET
    if instemming.ingetrokken:
        return f"ingetrokken op {show_datum(instemming.ingetrokken)}"
    return instemming.soort or INGESTEMD


def summarise_instemming(instemming: Instemming) -> str:
    """The same, and whether it is with a reservation that counts still."""
    met_voorbehoud = instemming.voorbehoud and instemming.geldt
    return f"{describe_instemming(instemming)}{', met voorbehoud' if met_voorbehoud else ''}"


def group_instemmingen(samenwerking: Samenwerking, standen: Sequence[Instemmingsstand]) -> dict[str, list[str]]:
    """Who agrees and how, who withdrew that, who left, and who said nothing yet: the names below a word for each."""
    groepen: dict[str, list[str]] = {}
    for stand in standen:
        gezegd, wie = stand.instemming, stand.naam
        if samenwerking.partners[stand.partner].has_left:
            kop = "Vertrokken"
        elif not gezegd:
            kop = NOG_NIET_INGESTEMD
        elif gezegd.ingetrokken:
            kop, wie = "Ingetrokken", f"{wie} ({show_datum(gezegd.ingetrokken)})"
        else:
            kop, wie = capitalize(gezegd.soort or INGESTEMD), f"{wie} (met voorbehoud)" if gezegd.voorbehoud else wie
        groepen.setdefault(kop, []).append(wie)
    if NOG_NIET_INGESTEMD in groepen:
        groepen[NOG_NIET_INGESTEMD] = groepen.pop(NOG_NIET_INGESTEMD)
    return groepen


def find_unadopted(samenwerking: Samenwerking, document_ids: Sequence[str]) -> Iterator[tuple[str, Pad, str]]:
    """What is missing before one of these documents is adopted, still says what the dossier says, and is agreed to.

    Each is what is missing, the place where it belongs, and of which document or whom. Where a fase can end in more than one
    document, those that nobody adopted are not asked for once another holds.
    """
    documenten = [document_of(document_id) for document_id in document_ids]
    standen = [Versiestand(samenwerking, uitgave) for document in documenten for uitgave in uitgaven_of(samenwerking, document)]
    if len(documenten) > 1 and any(stand.is_actueel for stand in standen):
        return
    aangenomen = [stand for stand in standen if stand.versies]
    if (len(documenten) > 1 and not aangenomen) or not standen:
        pad = ("documenten", document_ids[0]) if standen else ("projecten",)
        wat = in_taal(" of ".join(document.met_lidwoord for document in documenten), samenwerking.taal)
        yield "Nog niet vastgesteld", pad, wat
        return
    for stand in aangenomen if len(documenten) > 1 else standen:
        yield from _find_missing(stand)


def _find_missing(stand: Versiestand) -> Iterator[tuple[str, Pad, str]]:
    samenwerking, uitgave, versie = stand.samenwerking, stand.uitgave, stand.last_versie
    wat = describe_uitgave(samenwerking, uitgave)
    if versie is None:
        yield "Nog niet vastgesteld", ("documenten", uitgave.naam), wat
    elif not stand.is_actueel:
        yield f"Gewijzigd na versie {versie.versie}", ("documenten", uitgave.naam), wat
    for sleutel in stand.missing_instemming if uitgave.document.iedereen_stemt_in else ():
        yield f"Nog niet ingestemd met {wat}", stand.pad_of_instemming(sleutel), samenwerking.naam_of(sleutel)
