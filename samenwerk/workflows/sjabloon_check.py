"""`samenwerk sjabloon controleer`: an organisation's own templates tried out, before a group is waiting for a document."""

import contextlib
from collections.abc import Iterator
from typing import NamedTuple

from samenwerk.domain.documenten import DOSSIER, Document
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.stand import Stand
from samenwerk.domain.uitgaven import Uitgave, uitgaven_of
from samenwerk.domain.verschil import Sindsversie, Wijziging
from samenwerk.domain.voorbeelden import make_voorbeeld
from samenwerk.errors import Bevinding, Sjabloonregel, TemplateError
from samenwerk.rendering.forms.blocks import read_blocks
from samenwerk.rendering.forms.docx.document import write_docx
from samenwerk.rendering.templates.documents import render_uitgave
from samenwerk.storage.dossier import Dossier
from samenwerk.storage.templates import BUILTIN, STYLESHEET, WORD_STYLE, Templates
from samenwerk.workflows.sjabloon_names import BY_FILENAME, check_names

_GEWIJZIGD = Sindsversie(1, [Wijziging("waarom", "waarom", "Waarom is anders verwoord.")])
"""A change, so that the part of a template that shows changes is tried too."""


class Gebrek(NamedTuple):
    """What is wrong in a template, with the line itself as it stands there."""

    bevinding: Bevinding
    inhoud: str = ""


def check_sjablonen(dossier: Dossier) -> tuple[list[str], list[Gebrek]]:
    """Make every document that an own template makes: of an invented dossier with everything in it, and of this one.

    Gives the files that were looked at, and what is wrong in them, each thing once.
    """
    templates = dossier.templates
    files = [
        (place, filename)
        for place in templates.not_builtin
        for filename in (*templates.list_names(place), STYLESHEET, WORD_STYLE)
    ]
    nagekeken = [f"{place.label}/{filename}" for place, filename in files if (place.folder / filename).is_file()]
    gebreken = [*map(Gebrek, check_names(dossier)), *_check_documents(dossier), *_check_styles(templates)]
    return nagekeken, [gebrek for nummer, gebrek in enumerate(gebreken) if gebrek not in gebreken[:nummer]]


def _check_documents(dossier: Dossier) -> Iterator[Gebrek]:
    templates = dossier.templates
    eigen = [document for document in BY_FILENAME.values() if templates.has_own(document.id)]
    for samenwerking in (make_voorbeeld(), dossier.samenwerking) if eigen else ():
        for uitgave in (uitgave for document in eigen for uitgave in _uitgaven_of(samenwerking, document)):
            try:
                render_uitgave(Stand(samenwerking, uitgave, alle_velden=True), templates.find_source, _GEWIJZIGD)
            except TemplateError as error:
                yield _describe_gebrek(templates, error)


def _check_styles(templates: Templates) -> Iterator[Gebrek]:
    try:
        templates.find_stylesheet()
    except TemplateError as error:
        yield _describe_gebrek(templates, error)
    for place in templates.not_builtin:
        stijl = place.read_bytes(WORD_STYLE)
        if stijl is None:
            continue
        try:
            # Without python-docx nobody makes Word files here, and there is nothing to look at.
            with contextlib.suppress(ImportError):
                write_docx(read_blocks("# Proef\n"), stijl)
        except TemplateError as error:
            yield Gebrek(Bevinding(error.code, error.melding, error.oplossing, bestand=f"{place.label}/{WORD_STYLE}"))


def _describe_gebrek(templates: Templates, error: TemplateError) -> Gebrek:
    sjabloon, regel, inhoud = error.waar or Sjabloonregel("")
    place = templates.locate(sjabloon)
    bestand = f"{place.label}/{sjabloon.removeprefix(BUILTIN)}" if place else sjabloon
    # The place stands in front of the finding; in the sentence it would stand there twice.
    return Gebrek(Bevinding(error.code, error.kern, error.oplossing, bestand=bestand, regel=regel), inhoud)


def _uitgaven_of(samenwerking: Samenwerking, document: Document) -> list[Uitgave]:
    return [Uitgave(document)] if document is DOSSIER else uitgaven_of(samenwerking, document)
