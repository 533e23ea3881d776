"""Where a new dossier is best begun, and what is to be known of a place before it is."""

import os
from pathlib import Path

from samenwerk.domain.sleutels import make_sleutel
from samenwerk.errors import DossierError
from samenwerk.storage.dossier import find_below, find_dossier
from samenwerk.storage.files import resolve
from samenwerk.storage.places import find_documents, find_home, find_shared

_CHECKOUT = ("samenwerk", "templates", "examples", "pyproject.toml")
"""What lies together in the folder of the program itself."""


def propose_folder(naam: str) -> Path | None:
    """A folder of its own among the documents of the user; None where nobody knows the user."""
    documents = find_documents()
    return documents / make_sleutel(naam, "samenwerking") if documents else None


def find_objections(folder: Path) -> list[str]:
    """Why a dossier had better not begin in this folder."""
    whole = resolve(folder)
    objections = []
    if whole == find_home():
        objections.append("Dit is uw persoonlijke map, met al uw bestanden; een dossier krijgt beter een map van zichzelf.")
    elif whole == find_documents():
        objections.append("Dit is de map met al uw documenten; een dossier krijgt beter een map van zichzelf.")
    if above := find_above(whole):
        objections.append(f"Deze map ligt in die van een ander dossier: {above}")
    elif below := find_below(whole) if whole not in (find_home(), find_documents()) and whole.is_dir() else []:
        names = ", ".join(each.relative_to(whole).as_posix() for each in below[:3])
        objections.append(f"Onder deze map liggen al dossiers: {names}{' en andere' if len(below) > 3 else ''}.")
    if any(all((place / name).exists() for name in _CHECKOUT) for place in (whole, *whole.parents)):
        objections.append("Dit is de map van het programma samenwerk zelf.")
    return objections


def find_above(folder: Path) -> str:
    """The folder of the dossier in which this one lies; empty when there is none."""
    existing = next(place for place in folder.parents if os.path.lexists(place))
    try:
        return str(find_dossier(existing))
    except DossierError:
        return ""


def explain_shared(folder: Path) -> str:
    """Who can read along in this folder; empty when no program is known to share it."""
    shared = find_shared(folder)
    return f"Deze map staat in {shared}: wie die map ziet, ziet ook wat u er vertrouwelijk noteert." if shared else ""


def can_keep_versions(folder: Path) -> bool:
    """Whether earlier versions can be kept here: not where someone does so already, or a program keeps the folder the same."""
    from samenwerk.storage.history import can_begin_history

    return not find_shared(folder) and can_begin_history(folder)
