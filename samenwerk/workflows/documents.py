"""Making the documents of a dossier, without ever writing over what someone changed by hand."""

from typing import NamedTuple

from samenwerk.domain.controle import suggest
from samenwerk.domain.documenten import (
    DOCUMENT_IDS,
    GEEN_PROJECTFICHE,
    PROJECTFICHE,
    Uitgave,
    all_uitgaven,
    find_uitgaven,
    uitgaven_of_fase,
)
from samenwerk.errors import RefusedError, WrongUsageError
from samenwerk.rendering.colofon import ACTUEEL, BEWERKT, judge_by_text
from samenwerk.rendering.documents import render_uitgave
from samenwerk.storage.code_cache import CodeCache
from samenwerk.storage.dossier import Dossier
from samenwerk.storage.files import Replacement, replace_files
from samenwerk.storage.record_file import plan_save
from samenwerk.storage.templates import find_source, has_own_template
from samenwerk.workflows.afschriften import compare_with_known
from samenwerk.workflows.changes import show_diff
from samenwerk.workflows.document_files import decode_document, path_of, read_document


class Bestand(NamedTuple):
    """One document and its file: what the file is now, and what it should hold."""

    uitgave: Uitgave
    pad: str
    oordeel: str
    tekst: str
    huidig: bytes | None


class HandEditedError(RefusedError):
    """Files that were edited by hand stand in the way; nothing was written."""

    code = "met_de_hand_bewerkt"

    def __init__(self, bestanden: list[Bestand]) -> None:
        namen = " en ".join(bestand.pad for bestand in bestanden)
        super().__init__(
            f"{namen} {'is' if len(bestanden) == 1 else 'zijn'} met de hand bewerkt; er is niets geschreven.",
            "Zet eigen tekst tussen “vrij: …” en “einde: …”, de rest in het dossier, of schrijf eroverheen met: "
            "samenwerk render --overschrijf",
        )
        self.bestanden = bestanden


def select_uitgaven(dossier: Dossier, namen: list[str], *, alle: bool, ook_bestaande: bool = False) -> list[Uitgave]:
    """The documents a command is about: the named ones, all, or those of the present fase.

    With `ook_bestaande` those of the present fase and every other that has a file. Raises `WrongUsageError` for a name
    that is no document.
    """
    samenwerking = dossier.samenwerking
    if alle:
        return all_uitgaven(samenwerking)
    if namen:
        gekozen = [uitgave for naam in namen for uitgave in _find_named(dossier, naam)]
        return list(dict.fromkeys(gekozen))
    van_fase = uitgaven_of_fase(samenwerking, samenwerking.fase)
    if not ook_bestaande:
        return van_fase
    return [
        uitgave for uitgave in all_uitgaven(samenwerking) if uitgave in van_fase or read_document(dossier, uitgave) is not None
    ]


def find_uitgave(dossier: Dossier, naam: str) -> Uitgave:
    """The one document a person names. Raises as `select_uitgaven` does, and when there is more than one of that name."""
    gevonden = _find_named(dossier, naam)
    if len(gevonden) > 1:
        raise WrongUsageError(
            f"Er zijn {len(gevonden)} projectfiches.", f"Kies uit: {', '.join(uitgave.naam for uitgave in gevonden)}."
        )
    return gevonden[0]


def _find_named(dossier: Dossier, naam: str) -> list[Uitgave]:
    gevonden = find_uitgaven(dossier.samenwerking, naam)
    if not gevonden and naam == PROJECTFICHE:
        raise RefusedError(GEEN_PROJECTFICHE, "Voeg een project toe bij projecten in samenwerking.yaml.")
    if not gevonden:
        namen = list(dict.fromkeys([*DOCUMENT_IDS, *(uitgave.naam for uitgave in all_uitgaven(dossier.samenwerking))]))
        raise WrongUsageError(f"“{naam}” is geen document.", suggest(naam, namen))
    return gevonden


def render_bestanden(dossier: Dossier, uitgaven: list[Uitgave]) -> list[Bestand]:
    """Render documents and judge their files; writes nothing. Raises `TemplateError`."""
    source, code_store = find_source(dossier.map), CodeCache()
    bestanden = []
    for uitgave in uitgaven:
        eigen = has_own_template(dossier.map, uitgave.document.id)
        gewijzigd = compare_with_known(dossier, uitgave)
        tekst = render_uitgave(dossier.samenwerking, uitgave, source, gewijzigd, eigen_sjabloon=eigen, code_store=code_store)
        huidig = read_document(dossier, uitgave)
        bestanden.append(Bestand(uitgave, path_of(uitgave), judge_by_text(decode_document(huidig), tekst), tekst, huidig))
    return bestanden


def select_stale(bestanden: list[Bestand], *, overschrijf: bool) -> list[Bestand]:
    """The documents to write: those whose file is missing or stale.

    Raises `HandEditedError` when a file was edited by hand and may not be overwritten.
    """
    bewerkt = [bestand for bestand in bestanden if bestand.oordeel == BEWERKT]
    if bewerkt and not overschrijf:
        raise HandEditedError(bewerkt)
    return [bestand for bestand in bestanden if bestand.oordeel != ACTUEEL]


def write_bestanden(before: Dossier, after: Dossier, bestanden: list[Bestand]) -> None:
    """Write documents, and first the dossier when it took over what people wrote in them; all or none."""
    # The dossier goes first: killed in between, what people wrote is in both.
    replacements = [plan_save(before, after)] if after.content != before.content else []
    replacements += [plan_bestand(before, bestand) for bestand in bestanden]
    if replacements:
        replace_files(before.map, replacements)


def plan_bestand(dossier: Dossier, bestand: Bestand) -> Replacement:
    """What writing a document comes to."""
    return Replacement(dossier.map / bestand.pad, bestand.tekst.encode(), bestand.huidig)


def diff_of(bestand: Bestand) -> str:
    """What writing this document would change in its file."""
    return show_diff(decode_document(bestand.huidig) or "", bestand.tekst, bestand.pad)
