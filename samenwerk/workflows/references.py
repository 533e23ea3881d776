"""What a person points at with a command: a fase, records of the dossier."""

from samenwerk.domain.fasen import FASE_IDS, Fase, find_fase
from samenwerk.domain.keuzes import list_sleutels, suggest
from samenwerk.domain.record import Veld
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.errors import WrongUsageError


def read_fase(woord: str) -> Fase:
    """The fase a person names by id, number or name. Raises `WrongUsageError` for a word that is none."""
    fase = find_fase(woord)
    if fase is None:
        raise WrongUsageError(f"“{woord}” is geen fase.", suggest(woord, FASE_IDS))
    return fase


def check_sleutels(samenwerking: Samenwerking, veld: Veld, sleutels: tuple[str, ...]) -> None:
    """Raise `WrongUsageError` that names every key which the field may not refer to."""
    bekend = list_sleutels(samenwerking, veld.verwijst)
    onbekend = [sleutel for sleutel in sleutels if sleutel not in bekend]
    if onbekend:
        welke = " en ".join(f"“{sleutel}”" for sleutel in onbekend)
        melding = f"{welke} {'staat' if len(onbekend) == 1 else 'staan'} niet bij de {' of '.join(veld.verwijst)}."
        oplossing = " ".join(dict.fromkeys(suggest(sleutel, bekend) for sleutel in onbekend))
        raise WrongUsageError(melding, oplossing.strip() or f"Voeg eerst iets toe bij {' of '.join(veld.verwijst)}.")
