"""What changed in a document since a version that was adopted."""

from samenwerk.domain.uitgaven import Uitgave, describe_uitgave
from samenwerk.domain.verschil import Sindsversie
from samenwerk.domain.versies import Versiestand
from samenwerk.domain.zinnen import som_op
from samenwerk.errors import RefusedError, Remedy, WrongUsageError
from samenwerk.storage.dossier import Dossier
from samenwerk.workflows.afschriften import compare_with, path_of_gegevens
from samenwerk.workflows.documents import find_uitgave


def compare_since(dossier: Dossier, naam: str, sinds: str) -> tuple[Uitgave, Sindsversie]:
    """The document a person names, and what changed in it since a version; without one since the last.

    Raises `WrongUsageError` for what is no document or no version, `RefusedError` when there is nothing to compare with.
    """
    uitgave = find_uitgave(dossier, naam)
    wat = describe_uitgave(dossier.samenwerking, uitgave)
    stand = Versiestand(dossier.samenwerking, uitgave)
    versies = {str(versie.versie): versie for versie in stand.versies}
    if not versies:
        raise RefusedError(
            f"Er is nog geen versie van {wat} om mee te vergelijken.",
            ("Stel een versie vast: ", Remedy("vaststellen", waarde=uitgave.naam)),
        )
    nummer = sinds or list(versies)[-1]
    if nummer not in versies:
        raise WrongUsageError(f"Er is geen versie {sinds} van {wat}.", f"Kies uit: {som_op(list(versies), 'of')}.")
    gewijzigd = compare_with(dossier, stand, versies[nummer])
    if gewijzigd.wijzigingen is None:
        raise RefusedError(
            f"De gegevens van versie {nummer} van {wat} zijn niet bewaard of intussen gewijzigd.",
            f"Zet {path_of_gegevens(uitgave, int(nummer))} terug zoals het was, bijvoorbeeld uit een reservekopie.",
        )
    return uitgave, gewijzigd
