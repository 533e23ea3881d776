"""The adopted versions of a document: which one holds, what it was made of, and who agrees to it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from samenwerk.domain.datums import show_datum
from samenwerk.domain.documenten import Uitgave, describe_uitgave, document_of, uitgaven_of
from samenwerk.domain.gegevens import compute_vingerafdruk, select_gegevens
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.taal import in_taal
from samenwerk.domain.tijdlijn import INGESTEMD, Documentversies, Instemming, Versie
from samenwerk.errors import Pad

NOG_NIET = "nog niet"


class Instemmingsstand(NamedTuple):
    """How one partner stands to a version: `hoe` in words, and what it said, if anything."""

    partner: str
    naam: str
    hoe: str
    instemming: Instemming


def kept_of(samenwerking: Samenwerking, uitgave: Uitgave) -> Documentversies:
    """What the dossier keeps of a document; empty when that is nothing."""
    return samenwerking.documenten.get(uitgave.naam, Documentversies())


def versies_of(samenwerking: Samenwerking, uitgave: Uitgave) -> tuple[Versie, ...]:
    """The adopted versions, oldest first."""
    return kept_of(samenwerking, uitgave).versies


def last_versie(samenwerking: Samenwerking, uitgave: Uitgave) -> Versie | None:
    """The version that was adopted last; None when the document was never adopted."""
    versies = versies_of(samenwerking, uitgave)
    return versies[-1] if versies else None


def vingerafdruk_of(samenwerking: Samenwerking, uitgave: Uitgave) -> str:
    """The mark a version would get that is adopted now."""
    return compute_vingerafdruk(select_gegevens(samenwerking, uitgave.bron))


def is_actueel(samenwerking: Samenwerking, uitgave: Uitgave) -> bool:
    """Whether the last adopted version was made of the data the dossier holds now."""
    versie = last_versie(samenwerking, uitgave)
    return versie is not None and versie.vingerafdruk == vingerafdruk_of(samenwerking, uitgave)


def compared_versie(samenwerking: Samenwerking, uitgave: Uitgave) -> Versie | None:
    """The version whose reader wants to know what changed: the last one, or while that still holds the one before it."""
    versies = versies_of(samenwerking, uitgave)
    if is_actueel(samenwerking, uitgave):
        versies = versies[:-1]
    return versies[-1] if versies else None


def missing_instemming(samenwerking: Samenwerking, uitgave: Uitgave) -> list[str]:
    """The kernpartners that do not (or no longer) agree to the version adopted last; nobody is asked before there is one."""
    versie = last_versie(samenwerking, uitgave)
    return [sleutel for sleutel in samenwerking.kernpartners if versie is not None and not versie.is_aanvaard_door(sleutel)]


def list_instemmingen(samenwerking: Samenwerking, uitgave: Uitgave) -> list[Instemmingsstand]:
    """How every partner stands to the version adopted last: the kernpartners, and whoever else said something of it."""
    versie = last_versie(samenwerking, uitgave)
    if versie is None:
        return []
    return [
        Instemmingsstand(sleutel, samenwerking.naam_of(sleutel), describe_instemming(gezegd), gezegd)
        for sleutel in dict.fromkeys([*samenwerking.kernpartners, *versie.instemming])
        for gezegd in [versie.instemming.get(sleutel, Instemming())]
    ]


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


def pad_of_instemming(samenwerking: Samenwerking, uitgave: Uitgave, partner: str) -> Pad:
    """Where stands, or would stand, how a partner agrees to the version adopted last."""
    plaats = len(versies_of(samenwerking, uitgave)) - 1
    return ("documenten", uitgave.naam, "versies", plaats, "instemming", partner)


def find_unadopted(samenwerking: Samenwerking, document_ids: Sequence[str]) -> Iterator[tuple[str, Pad]]:
    """What is missing before one of these documents is adopted, still says what the dossier says, and is agreed to.

    Each is a sentence and the place where the missing thing belongs. Where a fase can end in more than one document, those
    that nobody adopted are not asked for once another holds.
    """
    documenten = [document_of(document_id) for document_id in document_ids]
    uitgaven = [uitgave for document in documenten for uitgave in uitgaven_of(samenwerking, document)]
    if len(documenten) > 1 and any(is_actueel(samenwerking, uitgave) for uitgave in uitgaven):
        return
    aangenomen = [uitgave for uitgave in uitgaven if last_versie(samenwerking, uitgave)]
    if (len(documenten) > 1 and not aangenomen) or not uitgaven:
        pad = ("documenten", document_ids[0]) if uitgaven else ("projecten",)
        wat = in_taal(" of ".join(document.met_lidwoord for document in documenten), samenwerking.taal)
        yield f"Nog niet vastgesteld: {wat}.", pad
        return
    for uitgave in aangenomen if len(documenten) > 1 else uitgaven:
        yield from _find_missing(samenwerking, uitgave)


def _find_missing(samenwerking: Samenwerking, uitgave: Uitgave) -> Iterator[tuple[str, Pad]]:
    versie, wat = last_versie(samenwerking, uitgave), describe_uitgave(samenwerking, uitgave)
    if versie is None:
        yield f"Nog niet vastgesteld: {wat}.", ("documenten", uitgave.naam)
    elif not is_actueel(samenwerking, uitgave):
        yield f"Gewijzigd na versie {versie.versie}: {wat}.", ("documenten", uitgave.naam)
    for sleutel in missing_instemming(samenwerking, uitgave) if uitgave.document.iedereen_stemt_in else ():
        pad = pad_of_instemming(samenwerking, uitgave, sleutel)
        yield f"{samenwerking.naam_of(sleutel)} heeft nog niet ingestemd met {wat}.", pad
