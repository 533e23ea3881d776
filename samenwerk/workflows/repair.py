"""`samenwerk herstel`: mending what stands in a file otherwise than it was meant, and has one certain repair.

It works on a dossier with errors, for that is what it is for. What stood there is kept first, as a copy in `.samenwerk`.
"""

import codecs
from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import NamedTuple

from samenwerk.domain.record import Record
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.vertrouwelijk import Vertrouwelijk
from samenwerk.errors import Bevinding, DossierError, NewerFormaatError, SamenwerkError
from samenwerk.storage.dossier import DOSSIER_NAME, NOTITIES_NAME, Dossier, find_dossier
from samenwerk.storage.files import read_file
from samenwerk.storage.foreign_text import find_coding
from samenwerk.storage.lookalikes import find_misnamed
from samenwerk.storage.mending.mend import mend_text
from samenwerk.storage.mending.offer import explain_coding
from samenwerk.storage.merge_markers import check_merge_markers
from samenwerk.storage.notities import Notities
from samenwerk.storage.writing.moves import remove
from samenwerk.storage.writing.rename import rename_file
from samenwerk.storage.writing.replace import replace_files
from samenwerk.storage.writing.replacement import Replacement
from samenwerk.storage.writing.work_folder import WORK_FOLDER
from samenwerk.workflows.intern import COVER, find_intern_lines

COPIES = f"{WORK_FOLDER}/voor-herstel"
"""Where a file is kept as it was: git takes nothing of it along, and no one takes it for a second version of the file."""


class Herstelregel(NamedTuple):
    """A line that changes, counted from 1: what was wrong, and the line before and after, without what no one may see."""

    regel: int
    meldingen: tuple[str, ...]
    was: str
    wordt: str


class Bestandsherstel(NamedTuple):
    """One file: its bytes before and after, what changes in them, and what stays wrong.

    `heette` is the name it has until now, `meldingen` what was wrong with the whole of it.
    """

    naam: str
    heette: str
    meldingen: tuple[str, ...]
    regels: tuple[Herstelregel, ...]
    blijft: tuple[Bevinding, ...]
    was: bytes
    wordt: bytes

    @property
    def is_vertrouwelijk(self) -> bool:
        """Whether no word of it may be shown."""
        return self.naam == NOTITIES_NAME

    @property
    def changes(self) -> bool:
        """Whether anything is mended."""
        return bool(self.heette) or self.was != self.wordt


class Herstel(NamedTuple):
    """What can be mended in the files of one folder, and what stays wrong in them."""

    folder: Path
    bestanden: tuple[Bestandsherstel, ...]

    @property
    def changes(self) -> list[Bestandsherstel]:
        """The files in which something is mended."""
        return [bestand for bestand in self.bestanden if bestand.changes]

    @property
    def blijft(self) -> list[Bevinding]:
        """What stays wrong: for that there is no certain repair."""
        return [bevinding for bestand in self.bestanden for bevinding in bestand.blijft]


def plan_repair(start: Path) -> Herstel:
    """What can be mended in the dossier of this folder and the notes beside it.

    Raises `DossierError` when there is no dossier, also none under a name nearly right, when it may not be read, or when a
    newer samenwerk made it.
    """
    try:
        folder = find_dossier(start)
    except DossierError:
        if not find_misnamed(start, DOSSIER_NAME):
            raise
        folder = start
    dossier = _plan_file(folder, DOSSIER_NAME, Samenwerking)
    notities = _plan_file(folder, NOTITIES_NAME, Vertrouwelijk)
    return Herstel(folder, tuple(_find_rest(folder, [bestand for bestand in (dossier, notities) if bestand])))


def do_repair(herstel: Herstel) -> dict[str, str]:
    """Mend the files; gives for each the copy of what stood there.

    Raises `ChangedMeanwhileError` when someone else changed one of them, and what writing raises; that one is as it was.
    """
    copies = {}
    for bestand in herstel.changes:
        if bestand.heette:
            rename_file(herstel.folder, bestand.heette, bestand.naam, bestand.was, private=bestand.is_vertrouwelijk)
        if bestand.wordt != bestand.was:
            copies[bestand.naam] = _replace(herstel.folder, bestand)
    return copies


def _replace(folder: Path, bestand: Bestandsherstel) -> str:
    """Write a file that was mended; gives the copy of what stood there."""
    private = bestand.is_vertrouwelijk
    copy, there = next(_find_room(folder, bestand))
    # First and by itself: killed in between there is a copy too many, which harms nobody.
    replace_files(folder, [Replacement(folder / copy, bestand.was, there, private)])
    try:
        replace_files(folder, [Replacement(folder / bestand.naam, bestand.wordt, bestand.was, private)])
    except SamenwerkError:
        if there is None:
            with suppress(OSError):
                remove(folder / copy)
        raise
    return copy


def _find_room(folder: Path, bestand: Bestandsherstel) -> Iterator[tuple[str, bytes | None]]:
    """A name for a copy that no other has, or the copy of the same that is there already."""
    path = Path(bestand.naam)
    for number in count(1):
        copy = f"{COPIES}/{path.stem}-{number}{path.suffix}"
        there = read_file(folder, folder / copy)
        if there in (None, bestand.was):
            yield copy, there


def _plan_file(folder: Path, naam: str, soort: type[Record]) -> Bestandsherstel | None:
    heette = find_misnamed(folder, naam)
    content = read_file(folder, folder / (heette or naam))
    if content is None:
        return None
    meldingen = [f"Dit bestand heet {heette}; het krijgt de naam {naam}."] if heette else []
    coding = find_coding(content)
    if coding is not None and not coding.text:
        return Bestandsherstel(naam, heette, tuple(meldingen), (), tuple(explain_coding(content)), content, content)
    bom = codecs.BOM_UTF8 if content.startswith(codecs.BOM_UTF8) else b""
    text = coding.text if coding else content.removeprefix(bom).decode()
    if markers := check_merge_markers(text):
        return Bestandsherstel(naam, heette, tuple(meldingen), (), tuple(markers), content, content)
    mended = mend_text(text, soort)
    was = content.removeprefix(bom).decode(errors="replace") if coding and coding.regels else text
    meldingen += [f"{bevinding.melding} Het wordt UTF-8." for bevinding in explain_coding(content)]
    regels = tuple(_list_lines(was, mended.text, mended.bevindingen))
    return Bestandsherstel(naam, heette, tuple(meldingen), regels, (), content, bom + mended.text.encode())


def _list_lines(was: str, wordt: str, bevindingen: tuple[Bevinding, ...]) -> Iterator[Herstelregel]:
    meldingen: dict[int, dict[str, None]] = defaultdict(dict)
    for bevinding in bevindingen:
        meldingen[bevinding.regel][bevinding.melding] = None
    for regel, (before, after) in enumerate(zip(was.split("\n"), wordt.split("\n"), strict=True), 1):
        if before != after:
            yield Herstelregel(regel, tuple(meldingen[regel]), before.rstrip("\r"), after.rstrip("\r"))


def _find_rest(folder: Path, bestanden: list[Bestandsherstel]) -> Iterator[Bestandsherstel]:
    """The same files with what stays wrong, and without the words in them that are not for every eye."""
    dossier = None
    for bestand in bestanden:
        try:
            file: Dossier | Notities | None = None
            if not bestand.is_vertrouwelijk:
                file = dossier = Dossier(folder, bestand.wordt)
            elif dossier is not None:
                file = Notities(dossier, bestand.wordt)
            blijft = file.errors if file else []
        except NewerFormaatError:
            raise  # What its fields mean is not known here.
        except DossierError as error:
            file, blijft = None, list(error.as_bevindingen())
        intern = find_intern_lines(file) if isinstance(file, Dossier) else set()
        regels = tuple(
            regel._replace(was=COVER, wordt=COVER) if regel.regel in intern or bestand.is_vertrouwelijk else regel
            for regel in bestand.regels
        )
        own = [bevinding._replace(bestand=bestand.naam) for bevinding in bestand.blijft]
        yield bestand._replace(regels=regels, blijft=tuple(blijft or own))
