"""What the dossier says now of one document: all that its text depends on."""

from typing import NamedTuple

from samenwerk.domain.datums import show_datum
from samenwerk.domain.documenten import Uitgave, titel_of, uitgaven_so_far
from samenwerk.domain.gegevens import select_gegevens
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.versies import is_actueel, last_versie, list_instemmingen, summarise_instemming, versies_of
from samenwerk.domain.voorwaarden import find_document_gaten

_NEVER_PRINTED = frozenset({"formaat", "id", "fase", "toestand", "documenten", "verloop"})
"""The state of the dossier itself: a step of the group makes no document stale but those of the fase it enters, and those
that follow the group."""


class Stand(NamedTuple):
    """The state of a document in its header, and a summary of everything it is made of."""

    ronde: int
    status: str
    nog_open: list[str]
    herkomst: str


class Dossierstuk(NamedTuple):
    """A document as it stands in the list of all: its title and status, who agreed and how, and who did not."""

    titel: str
    status: str
    ingestemd: list[str]
    nog_niet: list[str]


def compute_stand(samenwerking: Samenwerking, uitgave: Uitgave, *, alle_velden: bool = False) -> Stand:
    """The state of one document. With `alle_velden` it is made of the whole dossier: an own template may print any field."""
    document = uitgave.document
    ronde = samenwerking.ronde(document.fase_in(samenwerking))
    status = _describe_status(samenwerking, uitgave)
    nog_open = [gat.melding for gat in find_document_gaten(samenwerking, document, uitgave.project)]
    if alle_velden:
        pads = [naam for naam in samenwerking.velden if naam not in _NEVER_PRINTED or naam in document.verder]
    else:
        pads = uitgave.velden
    # The mark of the kept copy is left out: that copy carries the mark of this summary.
    versies = [[paar for paar in versie if paar[0] != "afschrift"] for versie in versies_of(samenwerking, uitgave)]
    made_of = [ronde, status, nog_open, versies, select_gegevens(samenwerking, pads, namen=False)]
    return Stand(ronde, status, nog_open, ascii(made_of))


def list_stukken(samenwerking: Samenwerking) -> list[Dossierstuk]:
    """The documents of the way so far."""
    stukken = []
    for uitgave in uitgaven_so_far(samenwerking):
        standen = list_instemmingen(samenwerking, uitgave)
        eens = [stand for stand in standen if stand.instemming and stand.instemming.geldt]
        ingestemd = [f"{stand.naam} ({summarise_instemming(stand.instemming)})" for stand in eens]
        nog_niet = [stand.naam for stand in standen if stand not in eens]
        stukken.append(
            Dossierstuk(titel_of(samenwerking, uitgave), _describe_status(samenwerking, uitgave), ingestemd, nog_niet)
        )
    return stukken


def _describe_status(samenwerking: Samenwerking, uitgave: Uitgave) -> str:
    if not uitgave.document.bron:
        return "volgt het dossier"
    versie = last_versie(samenwerking, uitgave)
    if versie is None:
        return "concept"
    if not is_actueel(samenwerking, uitgave):
        return f"concept, gewijzigd na versie {versie.versie}"
    op = f" op {show_datum(versie.datum)}" if versie.datum else ""
    return f"vastgesteld{op} (versie {versie.versie})"
