"""What was told in confidence: vertrouwelijk.yaml, beside the dossier and outside git."""

from collections.abc import Sequence
from pathlib import Path

from samenwerk.domain.partners import Partner
from samenwerk.domain.vertrouwelijk import Vertrouwelijk
from samenwerk.errors import Bevinding, Oplossing, RefusedError, Remedy
from samenwerk.storage.dossier import NOTITIES_NAME, Dossier
from samenwerk.storage.files import resolve
from samenwerk.storage.merge_markers import MERGE_CODE
from samenwerk.storage.reader import read_record
from samenwerk.storage.record_file import RecordFile, keep_version
from samenwerk.storage.yaml_tree import Tree

_SHARED = ("onedrive", "sharepoint", "dropbox", "nextcloud", "google drive", "googledrive", "icloud")

_BEGIN = b"""\
# Wat u in vertrouwen hoorde. Dit bestand blijft buiten git en komt in geen enkel document.
# De velden zijn die van samenwerking.yaml; een partner heeft er dezelfde sleutel.

partners:

gesprekken:

logboek:
"""


class Notities(RecordFile):
    """vertrouwelijk.yaml as it was read, beside its dossier.

    What is wrong in it is told with its place and not with its words, unless it was asked for with `intern`.
    """

    name = NOTITIES_NAME
    what = NOTITIES_NAME
    is_vertrouwelijk = True
    soort = Vertrouwelijk
    record: Vertrouwelijk

    def __init__(
        self, dossier: Dossier, content: bytes, *, is_new: bool = False, intern: bool = False, tree: Tree | None = None
    ) -> None:
        self._dossier = dossier
        self._intern = intern
        super().__init__(dossier.folder, content, is_new=is_new, tree=tree)

    @property
    def dossier(self) -> Dossier:
        """The dossier to which the notes belong."""
        return self._dossier

    @property
    def addressable(self) -> Vertrouwelijk:
        """What the notes say, with every partner of the dossier, also those of whom nothing is noted yet."""
        partners = {sleutel: Partner() for sleutel in self.dossier.samenwerking.partners} | dict(self.record.partners)
        return self.record.replace(partners=partners)

    def read(self, tree: Tree) -> tuple[Vertrouwelijk, list[Bevinding]]:
        """The notes, typed, and checked against the dossier to whose records they refer."""
        return read_record(tree, Vertrouwelijk, self.dossier.samenwerking)

    def with_tree(self, tree: Tree) -> "Notities":
        """The notes with another text."""
        return Notities(self.dossier, self.encode(tree.text), intern=self._intern, tree=tree)

    def read_again(self) -> "Notities":
        """The notes as they are now, beside the dossier as it is now. Raises what reading those raises."""
        return read_notities(self.dossier.read_again(), intern=self._intern)

    def beside(self, dossier: Dossier) -> "Notities":
        """The same notes beside the dossier as it will be, whose records may have other keys."""
        return Notities(dossier, self.content, intern=self._intern, tree=self.tree)

    def locate(self, bevindingen: Sequence[Bevinding]) -> list[Bevinding]:
        """The findings with their file, and without the words of the file where those must not be shown."""
        gevonden = super().locate(bevindingen)
        return gevonden if self._intern else [_without_words(bevinding) for bevinding in gevonden]


DossierFile = Dossier | Notities
"""A file of a dossier that commands change line by line: the dossier itself, or the notes beside it."""


def _without_words(bevinding: Bevinding) -> Bevinding:
    # Here and not above: few notes hold anything that is wrong.
    from samenwerk.storage.mending.remedy import CODING_CODE, is_offered, offer_with

    if bevinding.code in (MERGE_CODE, CODING_CODE):
        return bevinding
    oplossing: Oplossing = (
        "Controleer deze regel in het bestand. Bekijk de volledige melding: ",
        Remedy("logboek", met={"intern": ""}),
    )
    if is_offered(bevinding):
        oplossing = offer_with("Controleer deze regel in het bestand.")
    return bevinding._replace(
        melding="Wat hier staat, klopt niet; de woorden zelf blijven vertrouwelijk.", oplossing=oplossing, pad=()
    )


def read_notities(dossier: Dossier, *, intern: bool = False) -> Notities:
    """The notes beside a dossier, or empty ones where there are none yet.

    Raises `DossierError` when they have errors: with their words only when that was asked for with `intern`.
    """
    content = dossier.files.read(NOTITIES_NAME)
    notities = Notities(dossier, _BEGIN if content is None else content, is_new=content is None, intern=intern)
    if notities.errors:
        raise notities.refuse_whole()
    if content is not None:
        keep_version(notities)
    return notities


def open_notities(dossier: Dossier) -> Notities:
    """The notes, to write in. Raises `RefusedError` while git would take them along, and what reading raises."""
    check_exposure(dossier)
    return read_notities(dossier)


def check_exposure(dossier: Dossier) -> None:
    """Raise `RefusedError` while git would take the notes along."""
    problem = find_exposure(dossier)
    if problem is not None:
        raise problem


def find_shared_disk(folder: Path) -> str:
    """The folder above that a program keeps the same on other computers, mostly of other people too; empty when none is."""
    return next((place.name for place in resolve(folder).parents if place.name.lower().startswith(_SHARED)), "")


def find_exposure(dossier: Dossier) -> RefusedError | None:
    """Why the notes would not stay out of git; None when they do."""
    # Here and not above: who only reads notes need not pay for asking git.
    from samenwerk.storage.git import explain_exposure

    try:
        return explain_exposure(dossier.folder / NOTITIES_NAME)
    except RefusedError as no_answer:
        return no_answer
