"""A dossier to practise in: the invented example, in a folder of its own, that nobody can take for a real one."""

from pathlib import Path

from samenwerk.errors import DossierError, RefusedError, Remedy
from samenwerk.storage.dossier import DOSSIER_NAME, Dossier, read_dossier
from samenwerk.storage.examples import read_example
from samenwerk.storage.places import find_documents, find_home
from samenwerk.storage.writing.work_folder import WORK_FOLDER
from samenwerk.storage.yaml_changes import Change, Set
from samenwerk.workflows.begin_place import find_above
from samenwerk.workflows.changes import try_changes
from samenwerk.workflows.git_files import GIT_FILES
from samenwerk.workflows.identity import choose_id
from samenwerk.workflows.init import check_can_create, write_beginning
from samenwerk.workflows.schema import SCHEMA_NAME

MERK = "OEFENING"
"""How the name of such a dossier begins: it stands on every screen and in every document."""

_FOLDER = "samenwerk-oefenen"

_MADE = {SCHEMA_NAME, WORK_FOLDER, *GIT_FILES}
"""What may lie in its folder before the dossier does: it is written last."""


def choose_folder(start: Path) -> Path:
    """Where it comes when nobody says so: below this folder; at home, and from a dossier of someone, among the documents."""
    documents, folder = find_documents(), start / _FOLDER
    is_in_the_way = start.resolve() == find_home() or find_above(folder.resolve())
    return documents / _FOLDER if documents and is_in_the_way else folder


def write_exercise(folder: Path, *, opnieuw: bool, proef: bool) -> dict[str, str]:
    """Write the example into a folder, with its own name and id; `opnieuw` in the place of an exercise that is there.

    Returns the files that were written, each with its diff. Raises `RefusedError` for a folder with another dossier, or with
    an exercise that is not to begin again, or with anything else.
    """
    old = _read_exercise(folder) if opnieuw else None
    if old is None:
        _check(folder)
    example = Dossier(folder, read_example())
    changes: list[Change] = [Set(("naam",), f"{MERK} {example.samenwerking.naam}"), Set(("id",), choose_id())]
    return write_beginning(folder, try_changes(example, changes).content, old, proef=proef)


def _check(folder: Path) -> None:
    if _read_exercise(folder) is not None:
        raise RefusedError(
            f"In deze map staat al een oefening: {folder}",
            ("Begin die opnieuw met: ", Remedy("oefenen", waarde=str(folder), met={"opnieuw": ""})),
        )
    check_can_create(folder)
    # Who is done with it deletes the folder, so nothing of anyone may lie there.
    if folder.exists() and {path.name for path in folder.iterdir()} - _MADE:
        raise RefusedError(
            f"In de map {folder.resolve()} staat al iets anders; een oefening krijgt een map van zichzelf.",
            ("Kies een map die nog niet bestaat, of laat de map weg: ", Remedy("oefenen")),
        )


def _read_exercise(folder: Path) -> bytes | None:
    """The bytes of an exercise in this folder; None when there is none."""
    if not (folder / DOSSIER_NAME).is_file():
        return None
    try:
        dossier = read_dossier(folder, accept_fouten=True)
    except DossierError:
        return None
    return dossier.content if dossier.samenwerking.naam.startswith(MERK) else None
