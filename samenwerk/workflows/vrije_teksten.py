"""What people wrote on the free places of a document goes into the dossier before the document is made anew."""

from collections.abc import Sequence
from typing import NamedTuple

from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.uitgaven import Uitgave
from samenwerk.domain.versies import kept_of
from samenwerk.errors import RefusedError, option
from samenwerk.rendering.marks.colofon import mark_of_places, read_mark_of_places
from samenwerk.rendering.marks.vrij import as_own_text, read_places, swallows_what_follows
from samenwerk.storage.dossier import Dossier
from samenwerk.storage.merge_markers import check_merge_markers
from samenwerk.storage.yaml_changes import Change, Remove, Set
from samenwerk.workflows.changes import try_changes
from samenwerk.workflows.document_files import path_of, read_text


class Overgenomen(NamedTuple):
    """The dossier with the own texts of its documents, and which were taken over: document and place."""

    dossier: Dossier
    teksten: list[tuple[Uitgave, str]]


def take_over(dossier: Dossier, uitgaven: Sequence[Uitgave], *, overschrijf: bool = False) -> Overgenomen:
    """Read the free places of the files of these documents; nothing is written yet.

    A text that someone changed in the file goes into the dossier, one that someone changed in the dossier stays there.
    Raises `RefusedError` when it was changed in both (with `overschrijf` the dossier wins), when it would take in the
    rest of the document, or when git left two versions in the file.
    """
    changes: list[Change] = []
    teksten = []
    for uitgave in uitgaven:
        document = read_text(dossier, uitgave) or ""
        for bevinding in check_merge_markers(document):
            raise RefusedError(f"{path_of(uitgave)}: {bevinding.melding}", bevinding.oplossing)
        for plaats, tekst in _find_changed(dossier.samenwerking, uitgave, document, overschrijf).items():
            pad = ("documenten", uitgave.naam, "vrij", plaats)
            changes.append(Set(pad, tekst) if tekst else Remove(pad))
            teksten.append((uitgave, plaats))
    after = try_changes(dossier, changes) if changes else dossier
    for uitgave in uitgaven:
        for plaats, tekst in kept_of(after.samenwerking, uitgave).vrij.items():
            if swallows_what_follows(tekst):
                raise RefusedError(
                    f"De eigen tekst “{plaats}” van {uitgave.naam} laat iets open, zoals ``` of <!--; de rest van het "
                    "document zou erin verdwijnen.",
                    f"Sluit het af in {path_of(uitgave)}, tussen de tekens “vrij: {plaats}” en “einde: {plaats}”.",
                )
    return Overgenomen(after, teksten)


def _find_changed(samenwerking: Samenwerking, uitgave: Uitgave, document: str, overschrijf: bool) -> dict[str, str]:
    """The places whose text was changed in the file, with that text."""
    in_file = read_places(document)
    vrij = kept_of(samenwerking, uitgave).vrij
    in_dossier = {plaats: as_own_text(vrij.get(plaats, "")) for plaats in in_file}
    written = read_mark_of_places(document)
    if in_file == in_dossier or written == mark_of_places(in_file):
        return {}
    changed = {plaats: tekst for plaats, tekst in in_file.items() if tekst != in_dossier[plaats]}
    if written == mark_of_places(in_dossier) or not any(in_dossier[plaats] for plaats in changed):
        return changed
    if overschrijf:
        return {}
    raise RefusedError(
        f"De eigen tekst in {path_of(uitgave)} werd gewijzigd, en intussen ook in het dossier: {', '.join(changed)}.",
        (
            f"Zet bij documenten.{uitgave.naam}.vrij in samenwerking.yaml wat moet blijven, en geef ",
            *(option("overschrijf"), " mee."),
        ),
    )
