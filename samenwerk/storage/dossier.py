"""Finding, reading and saving a dossier: samenwerking.yaml in its folder."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.errors import FOUT, Bevinding, DossierError
from samenwerk.storage.files import read_file, replace_file, write_lock
from samenwerk.storage.reader import read_samenwerking
from samenwerk.storage.yaml_tree import Tree, parse_tree

if TYPE_CHECKING:
    from samenwerk.storage.yaml_changes import Change

DOSSIER_NAME = "samenwerking.yaml"
_BOM = b"\xef\xbb\xbf"


class Dossier(NamedTuple):
    """A dossier as it was read: its folder, its bytes, and what they say."""

    map: Path
    content: bytes
    tree: Tree
    samenwerking: Samenwerking
    bevindingen: list[Bevinding]

    @property
    def fouten(self) -> list[Bevinding]:
        """The findings that make the dossier unusable."""
        return [bevinding for bevinding in self.bevindingen if bevinding.ernst == FOUT]


def find_dossier(start: Path) -> Path:
    """The folder of the dossier: the given one or the nearest above it, as git finds its repository.

    Raises `DossierError` when there is none.
    """
    if not os.access(start, os.F_OK):
        raise DossierError(f"De map {start} bestaat niet.", "Kijk de naam na, of maak een dossier met: samenwerk init")
    for folder in (start, *Path(os.path.realpath(start)).parents):
        if os.path.lexists(folder / DOSSIER_NAME):
            return folder
    raise DossierError(
        f"Hier is geen dossier: er staat geen {DOSSIER_NAME} in deze map of een map erboven.",
        "Begin er een met: samenwerk init, of wijs de map aan met: samenwerk -C MAP …",
    )


def read_dossier(start: Path, *, accept_fouten: bool = False) -> Dossier:
    """Find, read, type and check a dossier.

    Raises `DossierError` with all findings when it has errors, unless the caller means to repair them.
    """
    folder = find_dossier(start)
    content = read_file(folder, folder / DOSSIER_NAME)
    if content is None:
        raise DossierError(
            f"{DOSSIER_NAME} wijst naar een bestand dat er niet is.", "Zet het bestand zelf in de map, geen snelkoppeling."
        )
    dossier = parse_dossier(folder, content)
    if dossier.fouten and not accept_fouten:
        raise unusable(dossier)
    return dossier


def parse_dossier(folder: Path, content: bytes) -> Dossier:
    """Type and check the bytes of a dossier. Raises `DossierError` when they cannot be read at all."""
    try:
        tree = parse_tree(_decode(content))
    except DossierError as error:
        located = [bevinding._replace(bestand=DOSSIER_NAME) for bevinding in error.bevindingen]
        if not located:
            raise
        raise DossierError(_summary(located), bevindingen=located) from None
    samenwerking, bevindingen = read_samenwerking(tree)
    return Dossier(folder, content, tree, samenwerking, [bevinding._replace(bestand=DOSSIER_NAME) for bevinding in bevindingen])


def unusable(dossier: Dossier) -> DossierError:
    """The error that lists everything wrong in a dossier; advice is left for `controleer`."""
    return DossierError(_summary(dossier.fouten), bevindingen=dossier.fouten)


def change_dossier(dossier: Dossier, changes: "list[Change]") -> Dossier:
    """The dossier as it would be after the changes; nothing is written yet.

    Raises `DossierError` when the result has errors, `EditNotPossibleError` when the text cannot be edited safely.
    """
    # Here and not above: who only reads a dossier must not pay for the editor.
    from samenwerk.storage.yaml_editor import edit_text

    prefix = _BOM if dossier.content.startswith(_BOM) else b""
    changed = parse_dossier(dossier.map, prefix + edit_text(dossier.tree.text, changes).encode())
    if changed.fouten:
        raise unusable(changed)
    return changed


def save_dossier(before: Dossier, after: Dossier) -> None:
    """Write the changed dossier in the place of the one that was read."""
    if after.content == before.content:
        return
    with write_lock(before.map):
        replace_file(before.map, before.map / DOSSIER_NAME, after.content, expected=before.content)


def _summary(bevindingen: list[Bevinding]) -> str:
    aantal = "is 1 fout" if len(bevindingen) == 1 else f"zijn {len(bevindingen)} fouten"
    return f"Er {aantal} in {DOSSIER_NAME}; het dossier wordt pas gebruikt als dat hersteld is."


def _decode(content: bytes) -> str:
    body = content.removeprefix(_BOM)
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        bevindingen = [_not_utf8(number) for number, line in enumerate(body.split(b"\n"), 1) if not _is_utf8(line)]
        raise DossierError("Dit bestand is geen UTF-8.", bevindingen=bevindingen) from None


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _not_utf8(regel: int) -> Bevinding:
    melding = "Op deze regel staat een teken dat niet als UTF-8 bewaard is."
    return Bevinding("utf8", melding, "Bewaar het bestand opnieuw met codering UTF-8.", regel=regel, kolom=1)
