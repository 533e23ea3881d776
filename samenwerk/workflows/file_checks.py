"""Looking at every file of a dossier: whether it can be read, and whether git left two versions in it."""

import os
from collections.abc import Iterator
from pathlib import Path

from samenwerk.domain.documenten import DOCUMENT_FOLDER
from samenwerk.errors import Bevinding, DossierError
from samenwerk.storage.dossier import NOTITIES_NAME, Dossier
from samenwerk.storage.file_errors import cannot_read
from samenwerk.storage.files import is_text
from samenwerk.storage.foreign_text import decode_text
from samenwerk.storage.mending.glance import may_slip
from samenwerk.storage.merge_markers import check_merge_markers
from samenwerk.storage.notities import read_notities
from samenwerk.storage.read_once import ReadOnce
from samenwerk.storage.record_file import RecordFile
from samenwerk.storage.templates import OWN_FOLDER, WORD_STYLE
from samenwerk.workflows.forms import MARKDOWN, VORMEN
from samenwerk.workflows.git_files import GIT_FILES
from samenwerk.workflows.schema import SCHEMA_NAME

_BESIDE = (SCHEMA_NAME, *GIT_FILES)
_TABLE = ".csv"


def check_every_file(dossier: Dossier) -> list[Bevinding]:
    """A finding for each file of a dossier that cannot be used as it is; of the notes in confidence without a word of them."""
    return [*_check_notities(dossier), *check_other_files(dossier.files, dossier.samenwerking.sjablonen)]


def check_other_files(files: ReadOnce, sjablonen: str = "") -> list[Bevinding]:
    """The same for the files that are no records, which needs no dossier that can be used; `sjablonen` is its house set."""
    bevindingen: list[Bevinding] = []
    for name in _list_files(files.root, sjablonen, bevindingen):
        try:
            content = files.read(name)
        except DossierError as error:
            if name.endswith(_TABLE):
                continue  # A table that is never imported need not be one of ours.
            bevindingen += [bevinding._replace(bestand=name) for bevinding in error.as_bevindingen()]
            continue
        markers = check_merge_markers(decode_text(content)) if content and is_text(Path(name)) else []
        bevindingen += [bevinding._replace(bestand=name) for bevinding in markers]
    return bevindingen


def _check_notities(dossier: Dossier) -> list[Bevinding]:
    try:
        notities = read_notities(dossier)
    except DossierError as error:
        return [bevinding._replace(bestand=NOTITIES_NAME) for bevinding in error.as_bevindingen()]
    return find_anders_gelezen(notities)


def find_anders_gelezen(file: RecordFile) -> list[Bevinding]:
    """Advice on what YAML reads otherwise than it was meant, without a word of it."""
    if not may_slip(file.tree.text):
        return []
    # Here and not above: in most files there is nothing to look for.
    from samenwerk.storage.mending.offer import explain_slips

    return [bevinding._replace(bestand=file.name, pad=()) for bevinding in explain_slips(file.tree, file.soort)]


def _list_files(root: Path, sjablonen: str, unreadable: list[Bevinding]) -> Iterator[str]:
    """The files of a dossier but the two of records; a folder that cannot be looked into comes in `unreadable`."""

    def tell(error: OSError) -> None:
        folder = Path(error.filename)
        [bevinding] = cannot_read(folder, error).as_bevindingen()
        unreadable.append(bevinding._replace(bestand=folder.relative_to(root).as_posix()))

    yield from (name for name in _BESIDE if os.path.lexists(root / name))
    yield from sorted(path.name for path in root.glob(f"*{_TABLE}"))
    for folder in dict.fromkeys(filter(None, (DOCUMENT_FOLDER, OWN_FOLDER, sjablonen))):
        for inside, folders, files in os.walk(root / folder, onerror=tell if (root / folder).exists() else None):
            folders.sort()
            paths = [path for path in (Path(inside, name) for name in sorted(files)) if _is_ours(path)]
            paths += [path for path in (Path(inside, name) for name in folders) if _takes_the_place(path)]
            yield from (path.relative_to(root).as_posix() for path in paths)


def _is_ours(path: Path) -> bool:
    """Whether samenwerk made a file or uses it: among documents people keep much else, and large things too."""
    if is_text(path):
        return path.suffix.lower() != _TABLE
    is_form = path.suffix.removeprefix(".") in VORMEN and path.with_suffix(f".{MARKDOWN}").exists()
    return is_form or path.name == WORD_STYLE


def _takes_the_place(folder: Path) -> bool:
    """Whether a folder is called like a file that samenwerk reads or writes: none can come there."""
    ending = folder.suffix.lower()
    return ending != _TABLE and bool(ending) and (is_text(folder) or ending.removeprefix(".") in VORMEN)
