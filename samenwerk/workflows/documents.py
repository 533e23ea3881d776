"""Making the documents of a dossier: which ones, and the text of each."""

from collections.abc import Iterator

from samenwerk.domain.documenten import (
    DOCUMENT_IDS,
    GEEN_PROJECTFICHE,
    PROJECTFICHE,
    Uitgave,
    all_uitgaven,
    find_uitgaven,
    uitgaven_of_fase,
)
from samenwerk.domain.keuzes import suggest
from samenwerk.errors import RefusedError, WrongUsageError
from samenwerk.rendering.marks.colofon import judge_by_text
from samenwerk.rendering.templates.documents import render_uitgave
from samenwerk.storage.code_cache import CodeCache
from samenwerk.storage.dossier import Dossier
from samenwerk.workflows.afschriften import compare_with_known
from samenwerk.workflows.bestanden import MARKDOWN, Bestand
from samenwerk.workflows.document_files import decode_document, path_of, read_document


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
    bestanden = []
    for uitgave, tekst in zip(uitgaven, render_texts(dossier, uitgaven), strict=True):
        huidig = read_document(dossier, uitgave)
        oordeel = judge_by_text(decode_document(huidig), tekst)
        bestanden.append(Bestand(uitgave.naam, MARKDOWN, path_of(uitgave), oordeel, tekst.encode(), huidig))
    return bestanden


def render_texts(dossier: Dossier, uitgaven: list[Uitgave], *, gebundeld: bool = False) -> Iterator[str]:
    """The text of each document, or with `gebundeld` of each chapter of the whole dossier. Raises `TemplateError`."""
    templates, code_store = dossier.templates, CodeCache()
    for uitgave in uitgaven:
        eigen = templates.has_own(uitgave.document.id)
        gewijzigd = compare_with_known(dossier, uitgave)
        yield render_uitgave(
            dossier.samenwerking,
            uitgave,
            templates.find_source,
            gewijzigd,
            eigen_sjabloon=eigen,
            gebundeld=gebundeld,
            code_store=code_store,
        )
