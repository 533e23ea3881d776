"""The invented example that comes with the program: in the installed package, or beside it in a checkout."""

from pathlib import Path

import samenwerk
from samenwerk.storage.dossier import DOSSIER_NAME

_EXAMPLE = "brede-school-de-brug"


def read_example() -> bytes:
    """The bytes of its dossier."""
    package = Path(samenwerk.__file__).parent
    installed = package / "examples"
    folder = installed if installed.is_dir() else package.parent / "examples"
    return (folder / _EXAMPLE / DOSSIER_NAME).read_bytes()
