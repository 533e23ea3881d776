"""Finding and reading a dossier: samenwerking.yaml in its folder."""

import os
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.zinnen import som_op
from samenwerk.errors import Bevinding, DossierError, NoDossierError, NotArrivedError, Remedy, option
from samenwerk.storage import read_ahead
from samenwerk.storage.arrival import check_no_placeholder
from samenwerk.storage.files import read_file, resolve
from samenwerk.storage.formaat import open_formaat
from samenwerk.storage.lookalikes import find_lookalikes, find_misnamed, find_strays
from samenwerk.storage.read_once import ReadOnce
from samenwerk.storage.reader import read_samenwerking
from samenwerk.storage.record_file import RecordFile, keep_version
from samenwerk.storage.yaml_tree import Tree

if TYPE_CHECKING:
    from samenwerk.storage.templates import Templates

DOSSIER_NAME = "samenwerking.yaml"
NOTITIES_NAME = "vertrouwelijk.yaml"


class Dossier(RecordFile):
    """samenwerking.yaml as it was read."""

    name = DOSSIER_NAME
    what = "het dossier"
    may_be_empty = False
    soort = Samenwerking
    record: Samenwerking
    huisset = ""
    """The folder of templates that a person chose for now; empty when the dossier itself says which."""

    @cached_property
    def files(self) -> ReadOnce:
        """The other files of its folder, as this command finds them."""
        return ReadOnce(self.folder)

    @cached_property
    def templates(self) -> "Templates":
        """The templates its documents are made with. Raises what `Templates` raises."""
        from samenwerk.storage.templates import Templates

        return Templates(self.files, self.record.sjablonen, self.huisset)

    @property
    def samenwerking(self) -> Samenwerking:
        """What the file says."""
        return self.record

    @property
    def addressable(self) -> Samenwerking:
        """What the file says, with every document of the dossier: one can be written in before anything is kept of it."""
        from samenwerk.domain.tijdlijn import Documentversies
        from samenwerk.domain.uitgaven import all_uitgaven

        documenten = {uitgave.naam: Documentversies() for uitgave in all_uitgaven(self.record)} | dict(self.record.documenten)
        return self.record.replace(documenten=documenten)

    def read(self, tree: Tree) -> tuple[Samenwerking, list[Bevinding]]:
        """A `Samenwerking`, typed and checked. Raises `NewerFormaatError` for a dossier of a newer samenwerk."""
        samenwerking, bevindingen = read_samenwerking(open_formaat(tree, self.name))
        if samenwerking.sjablonen:
            # Here and not above: few dossiers name one.
            from samenwerk.storage.house_set import check_house_set

            sjablonen = check_house_set(self.folder, samenwerking.sjablonen)
            bevindingen += [bevinding._replace(**tree.locate(bevinding.pad)._asdict()) for bevinding in sjablonen]
        return samenwerking, bevindingen

    def with_tree(self, tree: Tree) -> "Dossier":
        """The dossier with another text."""
        dossier = Dossier(self.folder, self.encode(tree.text), tree=tree)
        dossier.huisset, dossier.files = self.huisset, self.files
        return dossier

    def as_if(self, samenwerking: Samenwerking) -> "Dossier":
        """The same file as if it said this, to make something of what is not written yet."""
        # Here and not above: who makes nothing of the dossier needs no copy.
        from copy import copy

        dossier = copy(self)
        dossier.record = samenwerking
        return dossier

    def read_again(self) -> "Dossier":
        """The dossier as it is now. Raises what `read_dossier` raises."""
        return read_dossier(self.folder, accept_fouten=bool(self.errors), huisset=self.huisset)

    @property
    def dossier(self) -> "Dossier":
        """Itself."""
        return self


def find_dossier(start: Path) -> Path:
    """The folder of the dossier: the given one or the nearest above it, as git finds its repository.

    Raises `NoDossierError` when there is none, `DossierError` when the folder is none or the file has another name.
    """
    if not os.access(start, os.F_OK):
        raise DossierError(f"De map {start} bestaat niet.", ("Controleer de naam, of maak een dossier met: ", Remedy("init")))
    for folder in (start, *resolve(start).parents):
        if os.path.lexists(folder / DOSSIER_NAME):
            return folder
    check_no_dossier_elsewhere(start)
    for lookalike in find_lookalikes(start, DOSSIER_NAME):
        # Here and not above: few files are named so.
        from samenwerk.storage.mending.remedy import offer_with

        oplossing = (
            f"Geef het bestand de naam {DOSSIER_NAME}. Toont de computer geen .yaml of .txt achter namen, zet dat dan "
            "eerst aan (in de Verkenner: Beeld, Bestandsnaamextensies)."
        )
        raise DossierError(
            f"Hier staat {lookalike}, maar een dossier heet {DOSSIER_NAME}; zo wordt het niet gelezen.",
            offer_with(oplossing) if find_misnamed(start, DOSSIER_NAME) else oplossing,
        )
    melding = f"Hier is geen dossier: er staat geen {DOSSIER_NAME} in deze map of een map erboven."
    if find_below(start):
        raise NoDossierError(melding, ("Onder deze map staan er wel. Bekijk welke: ", Remedy("status")))
    raise NoDossierError(melding, ("Begin er een met: ", Remedy("init"), ", of wijs de map aan met: ", option("map", "MAP")))


def check_no_dossier_elsewhere(folder: Path) -> None:
    """Raise `NotArrivedError` when the dossier of a folder is not there itself, but in the cloud or under another name."""
    check_no_placeholder(folder, DOSSIER_NAME)
    strays = [] if find_misnamed(folder, DOSSIER_NAME) else find_strays(folder)
    if strays:
        raise NotArrivedError(
            f"{DOSSIER_NAME} is hier niet; wel een dossier onder een andere naam: {som_op(strays)}.",
            f"Wacht tot de synchronisatie klaar is. Blijft het weg, geef dan {strays[0]} de naam {DOSSIER_NAME}.",
        )


_DEPTH, _MOST_FOLDERS = 2, 1000
"""How far below a folder dossiers are looked for, and in how many folders: a home folder must not keep anyone waiting."""


def find_below(start: Path) -> list[Path]:
    """The folders below this one, not this one itself, that hold a dossier; inside a dossier no other is looked for."""
    found: list[Path] = []
    level, looked = [start], 0
    for _ in range(_DEPTH):
        below = [folder for each in level for folder in _list_folders(each)]
        looked += len(below)
        found += [folder for folder in below if os.path.lexists(folder / DOSSIER_NAME)]
        level = [folder for folder in below if not os.path.lexists(folder / DOSSIER_NAME)] if looked < _MOST_FOLDERS else []
    return sorted(found)


def _list_folders(folder: Path) -> list[Path]:
    """The folders in a folder, but for hidden ones and links; none when it may not be looked into."""
    try:
        with os.scandir(folder) as entries:
            return [Path(each.path) for each in entries if not each.name.startswith(".") and each.is_dir(follow_symlinks=False)]
    except OSError:
        return []


def read_dossier(start: Path, *, accept_fouten: bool = False, huisset: str = "") -> Dossier:
    """Find, read, type and check a dossier; `huisset` is a folder of templates that is used instead of the one it names.

    Raises `DossierError` with all findings when it has errors, unless the caller means to repair them.
    """
    folder = find_dossier(start)
    ahead = read_ahead.take(folder)
    dossier = ahead if isinstance(ahead, Dossier) else _read(folder)
    dossier.huisset = huisset
    if dossier.errors and not accept_fouten:
        raise dossier.refuse_whole()
    return dossier


def _read(folder: Path) -> Dossier:
    content = read_file(folder, folder / DOSSIER_NAME)
    if content is None:
        raise DossierError(
            f"{DOSSIER_NAME} wijst naar een bestand dat er niet is.", "Zet het bestand zelf in de map, geen snelkoppeling."
        )
    dossier = Dossier(folder, content)
    keep_version(dossier)
    return dossier
