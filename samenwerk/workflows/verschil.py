"""What changed in a document since a version that was adopted."""

from samenwerk.domain.documenten import Uitgave, describe_uitgave
from samenwerk.domain.verschil import Sindsversie
from samenwerk.domain.versies import Versiestand
from samenwerk.errors import RefusedError, Remedy, WrongUsageError
from samenwerk.storage.dossier import Dossier
from samenwerk.workflows.afschriften import compare_with, path_of_gegevens
from samenwerk.workflows.documents import find_uitgave


def compare_since(dossier: Dossier, naam: str, sinds: str) -> tuple[Uitgave, Sindsversie]:
    """The document a person names, and what changed in it since a version; without one since the last.

    Raises `WrongUsageError` for what is no document or no version, `RefusedError` when there is nothing to compare with.
    """
    uitgave = find_uitgave(dossier, naam)
    stand = Versiestand(dossier.samenwerking, uitgave)
    versies = {str(versie.versie): versie for versie in stand.versies}
    if not versies:
        raise RefusedError(
            f"Er is nog geen versie van {describe_uitgave(dossier.samenwerking, uitgave)} om mee te vergelijken.",
            ("Een versie maakt u met: ", Remedy("vaststellen", waarde=uitgave.naam)),
        )
    nummer = sinds or list(versies)[-1]
    if nummer not in versies:
        raise WrongUsageError(f"Er is geen versie {sinds} van {uitgave.naam}.", f"Kies uit: {', '.join(versies)}.")
    gewijzigd = compare_with(dossier, stand, versies[nummer])
    if gewijzigd.wijzigingen is None:
        raise RefusedError(
            f"Wat versie {nummer} van {uitgave.naam} zei, is niet bewaard of is intussen gewijzigd.",
            f"Haal {path_of_gegevens(uitgave, int(nummer))} terug zoals het was, bijvoorbeeld met git.",
        )
    return uitgave, gewijzigd
