"""What was noted down is found back."""

from typing import TYPE_CHECKING

from samenwerk.domain.logboek import Moment, Selectie, list_momenten, select_momenten
from samenwerk.domain.tijdlijn import LOGBOEKSOORTEN

if TYPE_CHECKING:
    from samenwerk.domain.vertrouwelijk import Vertrouwelijk
    from samenwerk.storage.dossier import Dossier


def find_momenten(
    dossier: "Dossier", selectie: Selectie, *, alles: bool, vertrouwelijk: "Vertrouwelijk | None" = None
) -> list[Moment]:
    """What fits the selection, oldest first, in the dossier and in the notes when they are given."""
    # Who asks for a gesprek, an evaluatie or a stap need not say that the logbook alone does not hold it.
    alles = alles or not set(selectie.soorten) <= set(LOGBOEKSOORTEN)
    return select_momenten(list_momenten(dossier.samenwerking, vertrouwelijk, alles=alles), selectie)
