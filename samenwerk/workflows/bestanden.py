"""The files of documents: judged before they are written, and never written over what someone changed by hand."""

from collections.abc import Sequence
from typing import NamedTuple

from samenwerk.errors import RefusedError
from samenwerk.rendering.marks.colofon import ACTUEEL, BEWERKT
from samenwerk.storage.dossier import Dossier
from samenwerk.storage.files import Replacement, replace_files
from samenwerk.storage.record_file import plan_save
from samenwerk.workflows.changes import show_diff
from samenwerk.workflows.document_files import decode_document

MARKDOWN = "md"
_TEXTS = (MARKDOWN, "html")


class Bestand(NamedTuple):
    """A document in one form, and its file: what the file is now, and what it should hold."""

    naam: str
    formaat: str
    pad: str
    oordeel: str
    inhoud: bytes
    huidig: bytes | None

    @property
    def tekst(self) -> str | None:
        """What it should hold, in a form that is text."""
        return self.inhoud.decode() if self.formaat in _TEXTS else None


class HandEditedError(RefusedError):
    """Files that were edited by hand stand in the way; nothing was written."""

    code = "met_de_hand_bewerkt"

    def __init__(self, bestanden: list[Bestand]) -> None:
        namen = " en ".join(bestand.pad for bestand in bestanden)
        in_markdown = any(bestand.formaat == MARKDOWN for bestand in bestanden)
        super().__init__(
            f"{namen} {'is' if len(bestanden) == 1 else 'zijn'} met de hand bewerkt; er is niets geschreven.",
            "Zet eigen tekst tussen “vrij: …” en “einde: …”, de rest in het dossier, of schrijf eroverheen met: "
            "samenwerk render --overschrijf"
            if in_markdown
            else "Bewaar wat er gewijzigd is onder een andere naam, of schrijf eroverheen met --overschrijf.",
        )
        self.bestanden = bestanden


def select_stale(bestanden: Sequence[Bestand], *, overschrijf: bool) -> list[Bestand]:
    """The files to write: those that are missing or stale.

    Raises `HandEditedError` when a file was edited by hand and may not be overwritten.
    """
    bewerkt = [bestand for bestand in bestanden if bestand.oordeel == BEWERKT]
    if bewerkt and not overschrijf:
        raise HandEditedError(bewerkt)
    return [bestand for bestand in bestanden if bestand.oordeel != ACTUEEL]


def write_bestanden(before: Dossier, after: Dossier, bestanden: Sequence[Bestand]) -> None:
    """Write files, and first the dossier when it took over what people wrote in the documents; all or none."""
    # The dossier goes first: killed in between, what people wrote is in both.
    replacements = [plan_save(before, after)] if after.content != before.content else []
    replacements += [plan_bestand(before, bestand) for bestand in bestanden]
    if replacements:
        replace_files(before.folder, replacements)


def plan_bestand(dossier: Dossier, bestand: Bestand) -> Replacement:
    """What writing a file comes to."""
    return Replacement(dossier.folder / bestand.pad, bestand.inhoud, bestand.huidig)


def diff_of(bestand: Bestand) -> str:
    """What writing this file would change in it; of a form that is no text, that it would be another one."""
    if bestand.tekst is None:
        return f"{bestand.pad}: {'een ander bestand' if bestand.huidig else 'een nieuw bestand'}."
    return show_diff(decode_document(bestand.huidig) or "", bestand.tekst, bestand.pad)
