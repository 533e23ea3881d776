"""Looking a whole dossier over."""

from datetime import date

from samenwerk.domain.voorwaarden import find_gaten
from samenwerk.storage.dossier import Dossier
from samenwerk.workflows.status import Opening, locate_gat


def check_dossier(dossier: Dossier, vandaag: date) -> list[Opening]:
    """What is open in the present fase, beside the findings the dossier already carries."""
    return [locate_gat(dossier, gat) for gat in find_gaten(dossier.samenwerking, dossier.samenwerking.fase, vandaag)]
