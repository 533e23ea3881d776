"""What samenwerk can explain: the fasen, the documents, its own words, and the fields of a dossier."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from samenwerk.domain.begrippen import BEGRIPPEN
from samenwerk.domain.documenten import DOCUMENTEN, Document, document_of
from samenwerk.domain.fasen import FASEN, Fase, fase_of
from samenwerk.domain.record import Record
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.taal import SYNONIEMEN, capitalize
from samenwerk.domain.voorwaarden import voorwaarden_of
from samenwerk.domain.zinnen import som_op
from samenwerk.errors import Oplossing, Remedy


class Uitleg(NamedTuple):
    """What there is to say of one thing: its name, a few sentences, and what can be done with it."""

    kop: str
    zinnen: list[str]
    oplossing: Oplossing = ""


def list_uitleg() -> dict[str, list[Uitleg]]:
    """By each word that a person may use, in small letters, all that it means."""
    found: dict[str, list[Uitleg]] = {}
    for woord, uitleg in _explain_all():
        if uitleg not in found.setdefault(woord.casefold(), []):
            found[woord.casefold()].append(uitleg)
    return found


def _explain_all() -> Iterator[tuple[str, Uitleg]]:
    for fase in FASEN:
        for woord in (fase.id, fase.naam, str(fase.nummer), *fase.andere_namen):
            yield woord, _explain_fase(fase)
    for document in DOCUMENTEN:
        yield document.id, _explain_document(document)
    for woord, document_id in SYNONIEMEN.items():
        yield woord, _explain_document(document_of(document_id))
    for woord, betekenis in BEGRIPPEN.items():
        yield woord, Uitleg(capitalize(woord), [_as_plain(betekenis)])
    yield from _explain_fields(Samenwerking, "")


def _explain_fase(fase: Fase) -> Uitleg:
    resultaat = som_op([document_of(document_id).met_lidwoord for document_id in fase.resultaat])
    nodig = [f"Voor de groep verdergaat ({each.niveau}): {each.regel}" for each in voorwaarden_of(fase.id)]
    zinnen = [fase.kernvraag, fase.uitleg, f"Resultaat: {resultaat}.", *nodig]
    return Uitleg(f"Fase {fase.nummer} {fase.naam}", zinnen, ("Alle fasen: ", Remedy("fase lijst")))


def _explain_document(document: Document) -> Uitleg:
    hoort = f"Hoort bij de fase {fase_of(document.fase).naam}." if document.fase else "Hoort bij geen fase; het volgt de groep."
    return Uitleg(document.titel, [document.omschrijving, hoort], ("Maak en open het: ", Remedy("open", waarde=document.id)))


def _explain_fields(record: type[Record], waar: str) -> Iterator[tuple[str, Uitleg]]:
    """The fields of a record and of what is in it, each with where it stands."""
    for naam, veld in record.velden.items():
        keuzes = [f"Kies uit: {', '.join(veld.keuzes)}."] if veld.keuzes else []
        uitleg = Uitleg(f"{veld.titel}, in het dossier{waar}", [_as_plain(veld.uitleg), *keuzes])
        for woord in (naam, veld.titel):
            yield woord, uitleg
        if veld.record is not None:
            yield from _explain_fields(veld.record, f" bij {veld.titel}")


def _as_plain(text: str) -> str:
    """A sentence of the glossary without the marks and links that only its page has."""
    return re.sub(r" Zie \[.*?\]\(.*?\)\.|`", "", text)
