"""What can be seen of a clone without starting git, so that who only wants to know where the group stands need not wait."""

import os
import sys
from pathlib import Path

HALF_WAY = {
    "MERGE_HEAD": ("het samenvoegen", "merge"),
    "rebase-merge": ("het verplaatsen van uw wijzigingen", "rebase"),
    "rebase-apply": ("het verplaatsen van uw wijzigingen", "rebase"),
    "CHERRY_PICK_HEAD": ("het overnemen van een wijziging", "cherry-pick"),
}
"""By what git leaves in its folder: what was not brought to its end, and what git calls that."""


def glance_at_git(folder: Path) -> str:
    """What is not in order in the clone of a folder, in a few words; empty when nothing is, or there is none."""
    whole = folder.absolute()
    place = next((place / ".git" for place in (whole, *whole.parents) if os.path.lexists(place / ".git")), None)
    try:
        return _look(place) if place else ""
    except (OSError, UnicodeDecodeError):
        return ""  # What git itself cannot read, it tells itself.


def _look(place: Path) -> str:
    own = place if place.is_dir() else place.parent / place.read_text(encoding="utf-8").removeprefix("gitdir:").strip()
    for name, (wat, _) in HALF_WAY.items():
        if (own / name).exists():
            return f"{wat} is nog niet af"
    if not (own / "HEAD").read_text(encoding="utf-8").startswith("ref:"):
        return "u werkt buiten elke tak"
    common = own / (own / "commondir").read_text(encoding="utf-8").strip() if (own / "commondir").exists() else own
    settings = (common / "config").read_text(encoding="utf-8")
    # Who shares with no one has nothing to merge.
    is_missing = '[remote "' in settings and ('[merge "samenwerk"]' not in settings or sys.executable not in settings)
    return "het samenvoegen met samenwerk is hier niet ingesteld" if is_missing else ""
