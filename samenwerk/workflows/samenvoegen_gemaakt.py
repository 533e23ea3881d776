"""Two versions of a file that samenwerk made: it is made anew from the merged dossier, so only what people wrote counts."""

from collections.abc import Iterator
from pathlib import Path

from samenwerk.errors import RefusedError
from samenwerk.rendering.marks.colofon import is_whole
from samenwerk.rendering.marks.vrij import read_places, with_places
from samenwerk.storage.foreign_text import decode_text
from samenwerk.storage.merging.smelt import Markers
from samenwerk.workflows.forms import MARKDOWN, VORMEN
from samenwerk.workflows.samenvoegen import Plaats, Samengevoegd, quote, read_three
from samenwerk.workflows.schema import SCHEMA_NAME


def merge_made(basis: Path, ons: Path, hun: Path, naam: str, markers: Markers) -> Samengevoegd:
    """Ours, with what was written on the free places of both; `naam` is what the file is called.

    Raises `RefusedError` where someone wrote elsewhere in either, for that would be lost, and `DossierError` for a file that
    is not there or cannot be read.
    """
    vroeger, eigen, ander = read_three(basis, ons, hun)
    if naam == SCHEMA_NAME or _are_forms(naam, eigen, ander):
        return Samengevoegd(eigen, (), heeft_markers=False)
    oud, hier, daar = map(decode_text, (vroeger, eigen, ander))
    places, theirs = read_places(hier), read_places(daar)
    if not (naam.endswith(f".{MARKDOWN}") and is_whole(hier) and is_whole(daar) and theirs.keys() <= places.keys()):
        raise RefusedError(f"Met de hand bewerkt, en dus niet zomaar opnieuw te maken: {naam}.")
    teksten = dict(_merge_places(read_places(oud), places, theirs, markers))
    apart = [plaats for plaats, tekst in teksten.items() if tekst not in (places[plaats], theirs[plaats])]
    plaatsen = [Plaats((plaats,), f"eigen tekst “{plaats}”", quote(places[plaats]), quote(theirs[plaats])) for plaats in apart]
    inhoud = with_places(hier, teksten).encode() if teksten else eigen
    return Samengevoegd(inhoud, plaatsen, bool(apart))


def _are_forms(naam: str, ons: bytes, hun: bytes) -> bool:
    vorm = VORMEN.get(naam.rpartition(".")[2])
    return vorm is not None and vorm.merk.is_whole(ons) and vorm.merk.is_whole(hun)


def _merge_places(
    basis: dict[str, str], ons: dict[str, str], hun: dict[str, str], markers: Markers
) -> Iterator[tuple[str, str]]:
    """The free places on which another text comes than ours."""
    for plaats, theirs in hun.items():
        ours = ons[plaats]
        if theirs in (ours, basis.get(plaats, "")):
            continue
        if ours == basis.get(plaats, ""):
            yield plaats, theirs
        else:
            begin, between, end = (sign * markers.size for sign in "<=>")
            yield plaats, f"{begin} {markers.ons}\n{ours}\n{between}\n{theirs}\n{end} {markers.hun}"
