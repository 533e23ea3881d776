"""What a person points at with a command: a fase, records of the dossier."""

from datetime import date

from samenwerk.domain.fasen import FASE_IDS, Fase, find_fase
from samenwerk.domain.keuzes import list_sleutels, suggest
from samenwerk.domain.record import Veld
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.errors import RefusedError, Remedy, WrongUsageError


def read_fase(woord: str) -> Fase:
    """The fase a person names by id, number or name. Raises `WrongUsageError` for a word that is none."""
    fase = find_fase(woord)
    if fase is None:
        raise WrongUsageError(f"“{woord}” is geen fase.", suggest(woord, FASE_IDS))
    return fase


def choose_fase(samenwerking: Samenwerking, dag: date, woord: str) -> str:
    """The id of the fase to which something of this day belongs: the one a person names, else the one of that day.

    Raises `WrongUsageError` for a word that is no fase, `RefusedError` for one where the group never was.
    """
    if not woord:
        return samenwerking.fase_op(dag)
    fase = read_fase(woord)
    if not samenwerking.ronde(fase.id):
        melding = f"De groep was nog niet in de fase {fase.naam}; daar hoort nog niets bij."
        raise RefusedError(melding, ("In welke fasen ze wel was, toont: ", Remedy("fase lijst")))
    return fase.id


def check_sleutels(samenwerking: Samenwerking, veld: Veld, sleutels: tuple[str, ...]) -> None:
    """Raise `WrongUsageError` that names every key which the field may not refer to."""
    bekend = list_sleutels(samenwerking, veld.verwijst)
    onbekend = [sleutel for sleutel in sleutels if sleutel not in bekend]
    if onbekend:
        welke = " en ".join(f"“{sleutel}”" for sleutel in onbekend)
        melding = f"{welke} {'staat' if len(onbekend) == 1 else 'staan'} niet bij de {' of '.join(veld.verwijst)}."
        oplossing = " ".join(dict.fromkeys(suggest(sleutel, bekend) for sleutel in onbekend))
        raise WrongUsageError(melding, oplossing.strip() or f"Voeg eerst iets toe bij {' of '.join(veld.verwijst)}.")
