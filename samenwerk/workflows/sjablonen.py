"""An organisation's own templates: which there are, how one begins, what it has otherwise, and whether it works."""

import contextlib
from collections.abc import Iterator
from typing import NamedTuple

from samenwerk.domain.documenten import DOCUMENTEN, DOSSIER, Document, Uitgave, uitgaven_of
from samenwerk.domain.keuzes import suggest
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.stand import Stand
from samenwerk.domain.taal import SYNONIEMEN
from samenwerk.domain.verschil import Sindsversie, Wijziging
from samenwerk.domain.voorbeelden import make_voorbeeld
from samenwerk.errors import Bevinding, RefusedError, Remedy, Sjabloonregel, TemplateError, WrongUsageError, option
from samenwerk.rendering.forms.blocks import read_blocks
from samenwerk.rendering.forms.docx.document import write_docx
from samenwerk.rendering.templates.documents import render_uitgave
from samenwerk.rendering.templates.template_blocks import find_blocks, find_parent
from samenwerk.storage.dossier import Dossier
from samenwerk.storage.templates import BUILTIN, OWN_FOLDER, PARTS, STYLESHEET, SUFFIX, WORD_STYLE, Place, Templates
from samenwerk.workflows.changes import Gewijzigd, show_diff, write_beside

_DOCUMENTEN = {f"{document.id}{SUFFIX}": document for document in (*DOCUMENTEN, DOSSIER)}
_HUISSTIJL = STYLESHEET.partition(".")[0]

_BEGIN_VAN_HUISSTIJL = """\
/* Dit komt achter de ingebouwde huisstijl: wat hier niet staat, blijft zoals het was. */
:root {
  --accent: #1c4f7c;
}
"""

_GEWIJZIGD = Sindsversie(1, [Wijziging("waarom", "waarom", "Waarom is anders verwoord.")])
"""A change, so that the part of a template that shows changes is tried too."""


class Sjabloon(NamedTuple):
    """One template: its name as people type it, where the one in use stands, and the blocks that can be had otherwise."""

    naam: str
    bestand: str
    is_ingebouwd: bool
    blokken: list[str]


class Gebrek(NamedTuple):
    """What is wrong in a template, with the line itself as it stands there."""

    bevinding: Bevinding
    inhoud: str = ""


def list_labels(templates: Templates) -> dict[str, str]:
    """Every template there is: its name as people type it (`basis`), and its file (`_delen/basis.md.j2`)."""
    places = (templates.builtin, *templates.not_builtin)
    parts = (filename for place in places for filename in templates.list_names(place) if filename.startswith(PARTS))
    return {_shorten(filename): filename for filename in (*_DOCUMENTEN, *parts, STYLESHEET)}


def list_sjablonen(dossier: Dossier) -> list[Sjabloon]:
    """Every template, those of the documents first."""
    templates = dossier.templates
    sjablonen = []
    for label, filename in list_labels(templates).items():
        place = _find_not_builtin(templates, filename) or templates.builtin
        blokken = [*_builtin_blocks(templates, filename)]
        sjablonen.append(Sjabloon(label, f"{place.label}/{filename}", place is templates.builtin, blokken))
    return sjablonen


def copy_sjabloon(dossier: Dossier, label: str, blok: str, *, proef: bool) -> tuple[str, Gewijzigd]:
    """Put a built-in template in the folder sjablonen: whole, or as one that only has this block of its own.

    Gives the file. Raises `WrongUsageError` for a name or a block that is none, `RefusedError` when the file is there.
    """
    templates = dossier.templates
    filename = _check_label(templates, label)
    bestand = f"{OWN_FOLDER}/{filename}"
    if templates.own.read(filename) is not None:
        raise RefusedError(
            f"{bestand} bestaat al; er is niets geschreven.",
            ("Wat erin anders is dan in het ingebouwde: ", Remedy("sjabloon verschil", waarde=label)),
        )
    inhoud = _begin_with_block(templates, filename, blok) if blok else _begin_whole(templates, filename)
    return bestand, write_beside(dossier, bestand, None, inhoud.encode(), proef=proef)


def _begin_whole(templates: Templates, filename: str) -> str:
    return _BEGIN_VAN_HUISSTIJL if filename == STYLESHEET else templates.builtin.read(filename) or ""


def _begin_with_block(templates: Templates, filename: str, blok: str) -> str:
    blokken = _builtin_blocks(templates, filename)
    if blok not in blokken:
        keuze = f"Kies uit: {', '.join(blokken)}." if blokken else ("Laat ", option("blok"), " weg.")
        raise WrongUsageError(f"{_shorten(filename).capitalize()} heeft geen blok “{blok}”.", keuze)
    return f'{{% extends "{BUILTIN}{filename}" %}}\n\n{{% block {blok} %}}\n{blokken[blok]}{{% endblock %}}\n'


def diff_sjabloon(dossier: Dossier, label: str) -> tuple[str, str]:
    """The own template, and what it has otherwise than the built-in one of this version.

    Of one that builds on the built-in one, block by block. Raises `WrongUsageError` for a name that is none, `RefusedError`
    when there is no own one.
    """
    templates = dossier.templates
    filename = _check_label(templates, label)
    place = _find_not_builtin(templates, filename)
    if place is None:
        raise RefusedError(
            f"Er is geen eigen sjabloon {_shorten(filename)}; het ingebouwde geldt.",
            ("Een eigen beginnen: ", Remedy("sjabloon kopieer", waarde=_shorten(filename))),
        )
    eigen, ingebouwd = place.read(filename) or "", templates.builtin.read(filename) or ""
    bestand = f"{place.label}/{filename}"
    if filename == STYLESHEET:
        return bestand, _diff("", eigen, filename)
    if find_parent(eigen) != BUILTIN + filename:
        return bestand, _diff(ingebouwd, eigen, filename)
    blokken = _builtin_blocks(templates, filename)
    verschillen = (_diff(blokken.get(blok, ""), tekst, f"blok {blok}") for blok, tekst in find_blocks(eigen).items())
    return bestand, "\n".join(filter(None, verschillen))


def _diff(ingebouwd: str, eigen: str, wat: str) -> str:
    return show_diff(ingebouwd, eigen, wat, ("ingebouwd", "eigen"))


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
    gebreken = [*_check_names(templates), *_check_documents(dossier), *_check_styles(templates)]
    return nagekeken, list(dict.fromkeys(gebreken))


def _check_names(templates: Templates) -> Iterator[Gebrek]:
    """Files that look like a template and are none by their name: they would be left aside without a word."""
    for place in templates.not_builtin:
        parts = [filename for filename in templates.list_names(place) if filename.startswith(PARTS)]
        for filename in templates.list_files(place):
            woord = filename.lower().partition(".")[0]
            bedoeld = f"{SYNONIEMEN.get(woord, woord)}{SUFFIX}"
            looks_like_one = ".j2" in filename.lower() or bedoeld in _DOCUMENTEN
            if looks_like_one and filename not in (*_DOCUMENTEN, *parts):
                yield Gebrek(
                    Bevinding(
                        TemplateError.code,
                        "onder deze naam wordt het niet gebruikt.",
                        f"Noem het {bedoeld}." if bedoeld in _DOCUMENTEN else suggest(bedoeld, [*_DOCUMENTEN, *parts]),
                        bestand=f"{place.label}/{filename}",
                    )
                )


def _check_documents(dossier: Dossier) -> Iterator[Gebrek]:
    templates = dossier.templates
    eigen = [document for document in _DOCUMENTEN.values() if templates.has_own(document.id)]
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


def _builtin_blocks(templates: Templates, filename: str) -> dict[str, str]:
    """The blocks of a built-in template, those of what it builds on first."""
    source = templates.builtin.read(filename) or ""
    parent = find_parent(source)
    return {**(_builtin_blocks(templates, parent) if parent else {}), **find_blocks(source)}


def _find_not_builtin(templates: Templates, filename: str) -> Place | None:
    return next((place for place in templates.not_builtin if place.read(filename) is not None), None)


def _check_label(templates: Templates, label: str) -> str:
    """The file of the template that a person means."""
    labels = list_labels(templates)
    gevraagd = label.lower().removesuffix(SUFFIX)
    filename = labels.get(SYNONIEMEN.get(gevraagd, gevraagd))
    if filename is None:
        raise WrongUsageError(f"Er is geen sjabloon “{label}”.", suggest(gevraagd, [*labels]))
    return filename


def _shorten(filename: str) -> str:
    return _HUISSTIJL if filename == STYLESHEET else filename.removeprefix(PARTS).removesuffix(SUFFIX)
