"""From a dossier to the Markdown of one document: the same dossier gives the same text, on any day and any machine."""

import traceback
from collections.abc import Mapping
from typing import Any

from jinja2 import TemplateAssertionError, TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2 import TemplateError as JinjaError

from samenwerk.domain import dynamiek
from samenwerk.domain.documenten import DOSSIER
from samenwerk.domain.fasen import fase_of, next_fase
from samenwerk.domain.intern import without_intern
from samenwerk.domain.principes import Waarneming, find_waarnemingen
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.stand import Stand, list_stukken
from samenwerk.domain.uitgaven import Uitgave
from samenwerk.domain.verschil import Sindsversie
from samenwerk.domain.versies import kept_of
from samenwerk.errors import Sjabloonregel, TemplateError
from samenwerk.rendering.marks.colofon import sign
from samenwerk.rendering.marks.vrij import read_places
from samenwerk.rendering.templates.environment import CodeStore, FindSource, build_environment
from samenwerk.rendering.templates.filters import build_filters
from samenwerk.rendering.templates.meter import Refused
from samenwerk.rendering.templates.tolls import ForbiddenSignError, ForbiddenWordError
from samenwerk.rendering.text.plain import tidy

SUFFIX = ".md.j2"

_MISTAKES = (
    *(JinjaError, Refused, SyntaxError, RecursionError),
    *(ArithmeticError, AttributeError, LookupError, MemoryError, TypeError, ValueError),
)
"""What reading and running a template can raise; what is wrong with the files of templates has its own error already."""


def render_uitgave(
    stand: Stand,
    find_source: FindSource,
    sinds: Sindsversie | None = None,
    *,
    gebundeld: bool = False,
    code_store: CodeStore | None = None,
) -> str:
    """The text of a document. `find_source` gives the source of a template by its name (`startnota.md.j2`).

    `sinds` is what changed since the version that its readers know. A document is `gebundeld` when it is a chapter of the
    whole dossier: it leaves out what stands there once for all. `code_store` keeps compiled templates for the next time.

    Raises `TemplateError` with template, line and the names it may use, or when it has no place for a text of the group.
    """
    uitgave = stand.uitgave
    shown = without_intern(stand.samenwerking)
    context = build_context(shown, stand, sinds, gebundeld=gebundeld)
    naam = uitgave.document.id + SUFFIX
    vrij = kept_of(stand.samenwerking, uitgave).vrij
    try:
        text = tidy(build_environment(shown, find_source, code_store, vrij).get_template(naam).render(context))
    except _MISTAKES as error:
        raise TemplateError(*_explain(error, naam, context), _locate(error, naam, find_source)) from None
    _check_places(naam, uitgave, vrij, text)
    return sign(text, stand.herkomst)


def _check_places(sjabloon: str, uitgave: Uitgave, vrij: Mapping[str, str], text: str) -> None:
    plaatsen = read_places(text)
    for plaats, tekst in vrij.items():
        if tekst.strip() and plaats not in plaatsen:
            raise TemplateError(
                f"hier is geen vrije plaats “{plaats}”, en er is wel een eigen tekst voor.",
                f"Vrije plaatsen zijn: {', '.join(plaatsen) or 'geen'}. De tekst staat bij documenten.{uitgave.naam}.vrij",
                Sjabloonregel(sjabloon),
            )


def build_context(
    samenwerking: Samenwerking, stand: Stand, sinds: Sindsversie | None = None, *, gebundeld: bool = False
) -> dict[str, Any]:
    """The names a template may use; `samenwerking` is as documents may show it."""
    document = stand.uitgave.document
    fase = fase_of(document.fase_in(samenwerking))
    return {
        "versies": stand.versies,
        "instemmingen": stand.instemmingen,
        "vastgesteld": stand.is_actueel,
        "gewijzigd": sinds,
        "gebundeld": gebundeld,
        "samenwerking": samenwerking,
        "kernpartners": samenwerking.kernpartners,
        "document": document.in_taal(samenwerking.taal),
        "fase": fase,
        "volgende_fase": next_fase(fase.id),
        "ronde": stand.ronde,
        "status": stand.status,
        "nog_open": stand.nog_open,
        "documenten": list_stukken(samenwerking) if document is DOSSIER else [],
        "project": samenwerking.projecten.get(stand.uitgave.project),
        "terugkeer": samenwerking.terugkeer,
        "weg": [(voortgang, [fase_of(naam).naam for naam in fasen]) for voortgang, fasen in samenwerking.weg],
        "waarnemingen": {principe.nummer: _show_waarnemingen(samenwerking, principe.nummer) for principe in dynamiek.PRINCIPES},
        "principes": dynamiek.PRINCIPES,
        "principes_inleiding": dynamiek.PRINCIPES_INLEIDING,
        "leervragen": dynamiek.LEERVRAGEN,
        "verbindende_factor": dynamiek.VERBINDENDE_FACTOR,
        "lerende_houding": dynamiek.LERENDE_HOUDING,
    }


def _show_waarnemingen(samenwerking: Samenwerking, nummer: int) -> list[Waarneming]:
    """What counts for a principe. How a partner scores on its attitude is for the group that asked; documents travel."""
    return [gezien for gezien in find_waarnemingen(samenwerking, nummer) if gezien.pad[-1] != "profiel"]


def _explain(error: Exception, sjabloon: str, context: Mapping[str, Any]) -> tuple[str, str]:
    """What went wrong in a template or a part of it, and which names may stand there."""
    melding, _, bekend = str(error).partition("\n") if isinstance(error, UndefinedError) else ("", "", "")
    namen = bekend or ", ".join(sorted(context))
    if isinstance(error, Refused):
        return f"{error.melding}.", error.oplossing
    if isinstance(error, TemplateNotFound):
        return (
            f"het sjabloon “{error.name}” bestaat niet.",
            f"Een sjabloon haalt alleen andere sjablonen binnen, zoals _delen/basis{SUFFIX} of ingebouwd/{sjabloon}",
        )
    if isinstance(error, UndefinedError):
        return f"{melding}.", f"Deze namen mogen er staan: {namen}"
    if isinstance(error, TemplateAssertionError):
        filters = ", ".join(build_filters(context["samenwerking"]))
        return "hier staat een woord dat niet kan.", f"Achter een | kan staan: {filters}"
    if isinstance(error, ForbiddenSignError):
        return f"hier staat {error.message}.", "Haal dat teken weg: het toont niets."
    if isinstance(error, TemplateSyntaxError) and not isinstance(error, ForbiddenWordError):
        return "dit is niet te lezen.", "Controleer de accolades, de haakjes en het woord na {%."
    if isinstance(error, RecursionError):
        return (
            "dit haalt zichzelf binnen, of zit te diep in elkaar.",
            f"Het sjabloon dat meekomt met samenwerk, heet ingebouwd/{sjabloon}",
        )
    return "dit mag of kan een sjabloon niet.", f"Een sjabloon toont alleen wat er is: {namen}"


def _locate(error: Exception, sjabloon: str, find_source: FindSource) -> Sjabloonregel:
    """The line in which it went wrong."""
    regel = 0
    if isinstance(error, TemplateSyntaxError):
        sjabloon, regel = error.name or sjabloon, error.lineno
    else:
        for frame, lineno in traceback.walk_tb(error.__traceback__):
            if frame.f_code.co_filename.endswith(SUFFIX):
                sjabloon, regel = frame.f_code.co_filename, lineno
    lines = (find_source(sjabloon) or "").split("\n")
    return Sjabloonregel(sjabloon, regel, "".join(lines[max(regel - 1, 0) : regel]).strip())
