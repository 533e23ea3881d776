"""What the dossier says now of one document: all that its text depends on."""

from functools import cached_property
from typing import NamedTuple

from samenwerk.domain.datums import show_datum
from samenwerk.domain.gegevens import select_gegevens
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.uitgaven import Uitgave, titel_of, uitgaven_so_far
from samenwerk.domain.versies import Versiestand, summarise_instemming
from samenwerk.domain.voorwaarden import find_document_gaten, group_gaten

_NEVER_PRINTED = frozenset({"formaat", "id", "fase", "toestand", "documenten", "verloop"})
"""The state of the dossier itself: a step of the group makes no document stale but those of the fase it enters, and those
that follow the group."""


class Stand(Versiestand):
    """The state of one document in its header, how it stands to its versions, and a summary of everything it is made of.

    With `alle_velden` it is made of the whole dossier: an own template may print any field.
    """

    def __init__(self, samenwerking: Samenwerking, uitgave: Uitgave, *, alle_velden: bool = False) -> None:
        super().__init__(samenwerking, uitgave)
        self._alle_velden = alle_velden

    @cached_property
    def ronde(self) -> int:
        """How many times the group has been in the fase of the document."""
        return self.samenwerking.ronde(self.uitgave.document.fase_in(self.samenwerking))

    @cached_property
    def status(self) -> str:
        """Whether it was adopted, and still says what was."""
        if not self.uitgave.document.bron:
            return "volgt het dossier"
        versie = self.last_versie
        if versie is None:
            return "concept"
        if not self.is_actueel:
            return f"concept, gewijzigd na versie {versie.versie}"
        op = f" op {show_datum(versie.datum)}" if versie.datum else ""
        return f"vastgesteld{op} (versie {versie.versie})"

    @cached_property
    def nog_open(self) -> list[str]:
        """What is still open in it, in sentences."""
        uitgave = self.uitgave
        gaten = find_document_gaten(self.samenwerking, uitgave.document, uitgave.project)
        return [melding for melding, _ in group_gaten(gaten)]

    @cached_property
    def herkomst(self) -> str:
        """All that its text depends on."""
        if self._alle_velden:
            verder = self.uitgave.document.verder
            pads = [naam for naam in self.samenwerking.velden if naam not in _NEVER_PRINTED or naam in verder]
        else:
            pads = self.uitgave.velden
        # The mark of the kept copy is left out: that copy carries the mark of this summary.
        versies = [[paar for paar in versie if paar[0] != "afschrift"] for versie in self.versies]
        gegevens = select_gegevens(self.samenwerking, pads, namen=False)
        return ascii([self.ronde, self.status, self.nog_open, versies, gegevens])


class Dossierstuk(NamedTuple):
    """A document as it stands in the list of all: its title and status, who agreed and how, and who did not."""

    titel: str
    status: str
    ingestemd: list[str]
    nog_niet: list[str]


def list_stukken(samenwerking: Samenwerking) -> list[Dossierstuk]:
    """The documents of the way so far."""
    stukken = []
    for uitgave in uitgaven_so_far(samenwerking):
        stand = Stand(samenwerking, uitgave)
        eens = [partner for partner in stand.instemmingen if partner.instemming and partner.instemming.geldt]
        ingestemd = [f"{partner.naam} ({summarise_instemming(partner.instemming)})" for partner in eens]
        nog_niet = [partner.naam for partner in stand.instemmingen if partner not in eens]
        stukken.append(Dossierstuk(titel_of(samenwerking, uitgave), stand.status, ingestemd, nog_niet))
    return stukken
