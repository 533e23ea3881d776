"""What a facilitator may read of the notes that were made in confidence; nothing else reads them."""

from typing import NamedTuple

from samenwerk.domain.kolommen import list_kolommen
from samenwerk.domain.logboek import Moment, list_momenten
from samenwerk.domain.record import value_at
from samenwerk.domain.vertrouwelijk import Vertrouwelijk
from samenwerk.domain.verzamelingen import verzameling_of
from samenwerk.errors import Pad, RefusedError
from samenwerk.storage.dossier import Dossier
from samenwerk.storage.notities import find_exposure, read_notities
from samenwerk.workflows.values import show_words


class Vertrouwelijkveld(NamedTuple):
    """A field of a partner that was filled in confidence: its pad, what it is called, and its words."""

    partner: str
    pad: Pad
    titel: str
    tekst: str


class Inzage(NamedTuple):
    """All that is noted in confidence, and why it would not stay out of git, when that is so."""

    vertrouwelijk: Vertrouwelijk
    velden: list[Vertrouwelijkveld]
    momenten: list[Moment]
    gevaar: RefusedError | None

    def about(self, partner: str) -> "Inzage":
        """What is about one partner."""
        return self._replace(
            velden=[veld for veld in self.velden if veld.partner == partner],
            momenten=[moment for moment in self.momenten if partner in moment.partners],
        )

    def tekst_at(self, pad: Pad) -> str:
        """What was noted in confidence for the place of a question; empty when nothing was."""
        return next((veld.tekst for veld in self.velden if veld.pad == pad), "")


def read_inzage(dossier: Dossier) -> Inzage:
    """Read the notes beside a dossier. Raises `DossierError` with all that is wrong in them."""
    notities = read_notities(dossier, intern=True)
    momenten = [moment for moment in list_momenten(dossier.samenwerking, notities.record, alles=True) if moment.vertrouwelijk]
    gevaar = None if notities.expected is None else find_exposure(dossier)
    return Inzage(notities.record, _list_velden(notities.record), momenten, gevaar)


def _list_velden(vertrouwelijk: Vertrouwelijk) -> list[Vertrouwelijkveld]:
    kolommen = list_kolommen(verzameling_of("partner"))
    return [
        Vertrouwelijkveld(sleutel, pad, kolom.titel, "; ".join(woorden))
        for sleutel in vertrouwelijk.partners
        for kolom in kolommen
        if (woorden := show_words(kolom.veld, value_at(vertrouwelijk, pad := ("partners", sleutel, *kolom.pad))))
    ]
