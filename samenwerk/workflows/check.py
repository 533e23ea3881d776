"""`samenwerk controleer`: looking a whole dossier over."""

import os
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from samenwerk.domain.dagen import check_dagen, find_omkeringen
from samenwerk.domain.persoonsgegevens import find_persoonsgegevens
from samenwerk.domain.voorwaarden import find_gaten
from samenwerk.errors import ADVIES, Bevinding, DossierError
from samenwerk.storage import clock
from samenwerk.storage.dossier import DOSSIER_NAME, NOTITIES_NAME, Dossier, find_dossier, read_dossier
from samenwerk.storage.read_once import ReadOnce
from samenwerk.workflows.afschriften import check_afschriften
from samenwerk.workflows.document_files import check_files
from samenwerk.workflows.file_checks import check_every_file, check_other_files, find_anders_gelezen
from samenwerk.workflows.remedies import Opening, locate_gat
from samenwerk.workflows.schema import check_schema
from samenwerk.workflows.sjabloon_names import check_names
from samenwerk.workflows.surroundings import check_surroundings


class Controle(NamedTuple):
    """What a close look finds: advice, in the order of the file, and what is open in the present fase."""

    bevindingen: list[Bevinding]
    openingen: list[Opening]


def read_for_check(start: Path) -> Dossier:
    """The dossier, to be looked over.

    Raises what `read_dossier` raises; when the dossier has errors, what is wrong in its other files is told with them.
    """
    try:
        return read_dossier(start)
    except DossierError as error:
        if error.bevindingen:
            error.bevindingen += tuple(check_other_files(ReadOnce(find_dossier(start))))
        raise


def check_dossier(dossier: Dossier, vandaag: date) -> Controle:
    """What lies beside the dossier, the findings it carries, personal data in its text, altered copies, what is open now.

    Every other file follows: those that cannot be used, which documents were edited by hand, whether the notes stay out of
    git, the schema is up to date, and what is left aside for its name.
    """
    personen = [bevinding._replace(bestand=DOSSIER_NAME) for bevinding in find_persoonsgegevens(dossier.tree.text)]
    afschriften = _unless_unreadable(check_afschriften, dossier)
    bevindingen = sorted(
        [*dossier.bevindingen, *_check_dagen(dossier), *find_anders_gelezen(dossier), *personen, *afschriften],
        key=lambda bevinding: (bevinding.regel, bevinding.kolom),
    )
    gaten = find_gaten(dossier.samenwerking, dossier.samenwerking.fase, vandaag)
    naast = check_every_file(dossier)
    for check in (check_files, _check_notities, check_schema, check_names):
        naast += _unless_unreadable(check, dossier)
    bevindingen = [*check_surroundings(dossier.folder), *bevindingen, *naast]
    return Controle(bevindingen, [locate_gat(dossier, gat) for gat in gaten])


def _check_dagen(dossier: Dossier) -> Iterator[Bevinding]:
    """Advice on days, each with its line, and where one lies before another with the line of both."""
    omkeringen = list(find_omkeringen(dossier.samenwerking))
    eerder = {omkering.bevinding.pad: omkering.eerder for omkering in omkeringen}
    gepland = [omkering.bevinding for omkering in omkeringen if omkering.plant]
    for bevinding in (*check_dagen(dossier.samenwerking, clock.today()), *gepland):
        melding = bevinding.melding
        if bevinding.pad in eerder:
            melding += f" Die staat op regel {dossier.tree.locate(eerder[bevinding.pad]).regel}."
        yield bevinding._replace(melding=melding, bestand=DOSSIER_NAME, **dossier.tree.locate(bevinding.pad)._asdict())


def _unless_unreadable(check: Callable[[Dossier], list[Bevinding]], dossier: Dossier) -> list[Bevinding]:
    """What a check finds; nothing when a file cannot be read: `check_every_file` tells that."""
    try:
        return check(dossier)
    except DossierError:
        return []


def _check_notities(dossier: Dossier) -> list[Bevinding]:
    if not os.path.lexists(dossier.folder / NOTITIES_NAME):
        return []
    from samenwerk.storage.notities import find_exposure

    problem = find_exposure(dossier)
    if problem is None:
        return []
    return [Bevinding("vertrouwelijk_in_git", problem.melding, problem.oplossing, (), ADVIES, NOTITIES_NAME)]
