"""Whether one clone is in order: that git lets samenwerk merge in it, and that nothing in it stands half way."""

from collections.abc import Iterator
from pathlib import Path

from samenwerk.domain.taal import capitalize
from samenwerk.errors import ADVIES, FOUT, Bevinding, DossierError, Line, Remedy
from samenwerk.storage.dossier import DOSSIER_NAME, NOTITIES_NAME, find_dossier
from samenwerk.storage.files import read_file
from samenwerk.storage.foreign_text import decode_text
from samenwerk.storage.git import explain_exposure
from samenwerk.storage.git_clone import Clone, open_clone
from samenwerk.storage.git_glance import HALF_WAY
from samenwerk.storage.merge_markers import check_merge_markers
from samenwerk.workflows.git_instellen import plan_instelling

_SHARED_BY = ("onedrive", "nextcloud", "owncloud", "dropbox", "google drive", "googledrive", "icloud", "clouddocs")
"""How the folder of a program begins or is called that keeps a folder alike on more computers."""


def check_clone(start: Path) -> list[Bevinding]:
    """A finding for all that is not in order in the clone of a folder.

    Raises `RefusedError` where there is none, or git gives no answer.
    """
    clone = open_clone(start)
    return [*_check_driver(start), *_check_place(clone), *_check_half_way(clone), *_check_dossier(start)]


def _check_driver(start: Path) -> Iterator[Bevinding]:
    instelling = plan_instelling(start, weg=False)
    if not instelling.is_nodig:
        return
    melding = "Git voegt hier dossiers niet samen met samenwerk."
    if instelling.oud[1]:
        melding = "Git zoekt samenwerk op een andere plaats, of met andere instellingen dan die van deze versie."
    yield Bevinding("git_instelling", melding, ("Stel het in met: ", Remedy("git instellen")), ernst=ADVIES)


def _check_place(clone: Clone) -> Iterator[Bevinding]:
    parts = clone.common.parts
    shared = next((part for part in parts if part.casefold().startswith(_SHARED_BY) or part.casefold() in _SHARED_BY), "")
    if shared:
        melding = f"De map van git staat in een map die met andere computers gedeeld wordt: {shared}."
        yield Bevinding("git_gedeelde_map", melding, "Zet het dossier met git buiten die map. Git deelt het zelf met anderen.")


def _check_half_way(clone: Clone) -> Iterator[Bevinding]:
    git_folder = clone.own
    for name, (wat, woord) in HALF_WAY.items():
        if (git_folder / name).exists():
            stop = "Of zet terug hoe het was, met: ", Line(("git", woord, "--abort"))
            yield Bevinding("git_halverwege", f"{capitalize(wat)} is nog niet af.", ("Maak het af in git. ", *stop))
            return
    if not (git_folder / "HEAD").read_text(encoding="utf-8", errors="replace").startswith("ref:"):
        terug = "Ga terug naar een tak, zoals main, met: ", Line(("git", "switch", "main"))
        melding = "Wat u nu vastlegt, hoort bij geen enkele tak van git, en is later moeilijk terug te vinden."
        yield Bevinding("git_geen_tak", melding, terug, ernst=ADVIES)


def _check_dossier(start: Path) -> Iterator[Bevinding]:
    try:
        folder = find_dossier(start)
    except DossierError:
        return
    content = read_file(folder, folder / DOSSIER_NAME)
    for bevinding in check_merge_markers(decode_text(content or b"")):
        yield bevinding._replace(bestand=DOSSIER_NAME)
    exposure = explain_exposure(folder / NOTITIES_NAME)
    if exposure is not None:
        yield Bevinding("git_vertrouwelijk", exposure.melding, exposure.oplossing, ernst=FOUT)
