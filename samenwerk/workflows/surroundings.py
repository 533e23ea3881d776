"""What lies in the folder of a dossier that should not: a step that was left half done, a second version of a file."""

from pathlib import Path

from samenwerk.domain.datums import show_datum
from samenwerk.errors import ADVIES, Bevinding, Remedy
from samenwerk.storage.botskopie import Botskopie, find_botskopieen
from samenwerk.storage.dossier import DOSSIER_NAME, NOTITIES_NAME
from samenwerk.storage.lookalikes import find_lookalikes
from samenwerk.storage.writing.work_folder import WORK_FOLDER, has_journal


def check_surroundings(folder: Path) -> list[Bevinding]:
    """A finding for each; every command that reads this dossier tells them, for all of them grow worse when left alone."""
    kopieen = find_botskopieen(folder)
    return [
        *_check_half_work(folder),
        *(_tell_botskopie(kopie, is_only=len(kopieen) == 1) for kopie in kopieen),
        *_check_lookalikes(folder, {kopie.naam for kopie in kopieen}),
    ]


def _check_half_work(folder: Path) -> list[Bevinding]:
    if not has_journal(folder / WORK_FOLDER):
        return []
    # Here and not above: it is rare, and every command asks.
    from samenwerk.storage.writing.unfinished import find_unfinished

    files = find_unfinished(folder)
    if not files:
        return []
    return [
        Bevinding(
            "onafgewerkt",
            f"Een vorig commando stopte halverwege, en schreef niet al zijn bestanden: {', '.join(files)}.",
            "Het volgende commando dat iets schrijft, maakt het af, of draait het terug als iemand intussen iets wijzigde.",
        )
    ]


def _tell_botskopie(kopie: Botskopie, *, is_only: bool) -> Bevinding:
    van = f"van {kopie.van}, " if kopie.van else "van "
    return Bevinding(
        "botskopie",
        f"Van dit dossier is er een tweede versie, {kopie.naam}, {van}{show_datum(kopie.dag)}.",
        ("Maak van de twee weer één: ", Remedy("samenvoegen", waarde="" if is_only else kopie.naam)),
        ernst=ADVIES,
        bestand=kopie.naam,
    )


def _check_lookalikes(folder: Path, told: set[str]) -> list[Bevinding]:
    return [
        Bevinding(
            "tweede_versie",
            f"Naast {name} staat nog een versie, {other}; wat daarin staat, telt niet mee.",
            f"Vergelijk de twee, zet wat nog nodig is in {name}, en haal de andere weg of geef die een heel andere naam.",
            ernst=ADVIES,
            bestand=other,
        )
        for name in (DOSSIER_NAME, NOTITIES_NAME)
        for other in find_lookalikes(folder, name)
        if other not in told
    ]
