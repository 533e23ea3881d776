"""Files that look like another version of one beside them: what OneDrive, Dropbox and Nextcloud, and people, make of a file."""

import os
from pathlib import Path

from samenwerk.errors import DossierError
from samenwerk.storage.files import read_anywhere


def find_lookalikes(folder: Path, name: str) -> list[str]:
    """The names in a folder that look like another version of the YAML file of this name.

    Such as `samenwerking-PC-JAN.yaml`, `samenwerking (1).yaml`, `Kopie van samenwerking.yaml`, `samenwerking.yml` and
    `samenwerking.yaml.txt`, but not `samenwerkingsverband.yaml`.
    """
    try:
        found = sorted(os.listdir(folder))  # noqa: PTH208  # the names are all that is asked
    except OSError:
        return []
    stem = name.removesuffix(".yaml")
    return [other for other in found if other != name and _looks_like(other, stem) and not is_same(folder, other, name)]


def find_misnamed(folder: Path, name: str) -> str:
    """The one file in a folder that misses this name by its ending or its capitals alone; empty when it is there, or others."""
    found = find_lookalikes(folder, name)
    endings = (name, f"{name}.txt", name.replace(".yaml", ".yml"), name.replace(".yaml", ".yml.txt"))
    is_free = not os.path.lexists(folder / name)
    return found[0] if is_free and len(found) == 1 and found[0].lower() in endings else ""


def find_strays(folder: Path) -> list[str]:
    """The YAML files in a folder, whatever their name, that hold a dossier."""
    return [path.name for path in sorted(folder.glob("*.yaml")) if _holds_dossier(path)]


def _holds_dossier(path: Path) -> bool:
    try:
        content = read_anywhere(path) or b""
    except DossierError:
        return False
    begins = {line.partition(b":")[0] for line in content.splitlines()}
    return begins >= {b"formaat", b"fase", b"verloop"}


def _looks_like(other: str, stem: str) -> bool:
    base, dot, _ = other.lower().removesuffix(".txt").rpartition(".y")
    before, found, after = base.partition(stem)
    is_yaml = dot and other.lower().removesuffix(".txt").endswith((".yaml", ".yml"))
    return bool(is_yaml and found) and not before[-1:].isalpha() and not after[:1].isalpha()


def is_same(folder: Path, other: str, name: str) -> bool:
    """Whether another name in a folder is of this very file."""
    # Windows and macOS find `Samenwerking.yaml` by the other name too.
    return other.lower() == name and (folder / name).exists() and (folder / name).samefile(folder / other)
