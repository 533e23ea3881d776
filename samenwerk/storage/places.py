"""The places of a computer that matter to where a dossier lies."""

import os
import sys
from pathlib import Path

_DOCUMENTS = ("Documenten", "Documents", "My Documents")

_SHARED_BY = (
    "onedrive",
    "dropbox",
    "google drive",
    "googledrive",
    "nextcloud",
    "owncloud",
    "sharepoint",
    "icloud drive",
    "mobile documents",
)
"""How a folder is called that a program keeps the same on other computers, in small letters."""


def find_home() -> Path | None:
    """The folder of the user; None where nobody knows the user."""
    try:
        home = Path.home()
    except RuntimeError:
        return None
    return home if home.is_absolute() else None


def find_state() -> Path | None:
    """Where this system keeps what samenwerk remembers for its user; None when it does not say so in full."""
    chosen = os.environ.get("XDG_STATE_HOME") or (os.environ.get("LOCALAPPDATA") if sys.platform == "win32" else None)
    home = find_home()
    base = Path(chosen) if chosen else home / ".local" / "state" if home else None
    return base / "samenwerk" if base and base.is_absolute() else None


def find_documents() -> Path | None:
    """Where the user keeps documents: in a folder of that name, or else at home."""
    home = find_home()
    if home is None:
        return None
    return next((home / name for name in _DOCUMENTS if (home / name).is_dir()), home)


def find_shared(folder: Path) -> str:
    """The folder in which this one lies that a program shares with other computers, or people; empty when none is known."""
    for part in reversed(Path(os.path.abspath(folder)).parts):  # noqa: PTH100  # links stay as people know them
        if part.casefold().startswith(_SHARED_BY):
            return part
    return ""
