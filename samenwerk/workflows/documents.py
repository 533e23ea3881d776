"""`samenwerk render`: the documents of a dossier, which ones, and what their files should hold."""

from collections.abc import Iterator
from typing import NamedTuple

from samenwerk.domain.documenten import DOCUMENT_IDS, GEEN_PROJECTFICHE, PROJECTFICHE
from samenwerk.domain.keuzes import suggest
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.stand import Stand
from samenwerk.domain.taal import capitalize
from samenwerk.domain.uitgaven import Uitgave, all_uitgaven, find_uitgaven, uitgaven_of_fase
from samenwerk.domain.verschil import Sindsversie
from samenwerk.errors import RefusedError, Remedy, WrongUsageError
from samenwerk.rendering.marks.colofon import judge_by_text
from samenwerk.rendering.marks.seal import judge_by_seal
from samenwerk.rendering.marks.vrij import without_marks
from samenwerk.rendering.templates.documents import render_uitgave
from samenwerk.storage.code_cache import CodeCache
from samenwerk.storage.dossier import Dossier
from samenwerk.storage.installation import describe_broken_part
from samenwerk.workflows.afschriften import compare_with_known
from samenwerk.workflows.document_files import (
    DocumentFile,
    path_of,
    read_as_written,
    read_text,
    select_stale,
    stand_of,
    write_files,
)
from samenwerk.workflows.forms import MARKDOWN, VORMEN, Vorm
from samenwerk.workflows.vrije_teksten import Overgenomen, take_over


class Gemaakt(NamedTuple):
    """Documents that were made: the dossier as it was read, that with what it took over, and the files they belong in."""

    before: Dossier
    overgenomen: Overgenomen
    files: list[DocumentFile]


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
        uitgave
        for uitgave in all_uitgaven(samenwerking)
        if uitgave in van_fase or dossier.files.read(path_of(uitgave)) is not None
    ]


def find_uitgave(dossier: Dossier, naam: str) -> Uitgave:
    """The one document a person names. Raises as `select_uitgaven` does, and when there is more than one of that name."""
    gevonden = _find_named(dossier, naam)
    if len(gevonden) > 1:
        raise WrongUsageError(
            f"Er zijn {len(gevonden)} projectfiches.", f"Kies uit: {', '.join(uitgave.naam for uitgave in gevonden)}."
        )
    return gevonden[0]


def find_adoptable(dossier: Dossier, naam: str) -> Uitgave:
    """The one document a person names, when it is one that people adopt. Raises as `find_uitgave` does, else `RefusedError`."""
    uitgave = find_uitgave(dossier, naam)
    if not uitgave.document.bron:
        raise RefusedError(
            f"{capitalize(uitgave.document.met_lidwoord)} volgt het dossier en wordt niet vastgesteld.",
            ("Maak het document telkens opnieuw met: ", Remedy("render", waarde=uitgave.naam)),
        )
    return uitgave


def _find_named(dossier: Dossier, naam: str) -> list[Uitgave]:
    gevonden = find_uitgaven(dossier.samenwerking, naam)
    if not gevonden and naam == PROJECTFICHE:
        raise RefusedError(GEEN_PROJECTFICHE, "Voeg een project toe bij projecten in samenwerking.yaml.")
    if not gevonden:
        namen = list(dict.fromkeys([*DOCUMENT_IDS, *(uitgave.naam for uitgave in all_uitgaven(dossier.samenwerking))]))
        raise WrongUsageError(f"“{naam}” is geen document.", suggest(naam, namen))
    return gevonden


def make_documents(dossier: Dossier, uitgaven: list[Uitgave], formaat: str = MARKDOWN, *, overschrijf: bool = False) -> Gemaakt:
    """Make documents, after the dossier took over what people wrote in them, and judge their files; writes nothing.

    In another form than Markdown that stands beside it: the Markdown is the document itself, and is written with it. Raises
    as `take_over` does, `TemplateError`, and `MissingPartError` when a form needs a part that is not there.
    """
    overgenomen = take_over(dossier, uitgaven, overschrijf=overschrijf)
    files = render_files(overgenomen.dossier, uitgaven)
    if formaat != MARKDOWN:
        files += [make_form(overgenomen.dossier, file, VORMEN[formaat]) for file in files]
    return Gemaakt(dossier, overgenomen, files)


def write_documents(gemaakt: Gemaakt, *, overschrijf: bool, proef: bool) -> list[DocumentFile]:
    """Write the files that are missing or stale, unless this is a proef, and the dossier with what it took over; gives them.

    Raises `HandEditedError` when a file was edited by hand and may not be overwritten, and what `write_files` raises.
    """
    stale = select_stale(gemaakt.files, overschrijf=overschrijf)
    write_files(gemaakt.before, gemaakt.overgenomen.dossier, stale, proef=proef)
    return stale


def render_files(dossier: Dossier, uitgaven: list[Uitgave]) -> list[DocumentFile]:
    """Render documents and judge their files. Raises `TemplateError`."""
    texts = render_texts(dossier, uitgaven)
    return [judge_text(dossier, uitgave, text) for uitgave, text in zip(uitgaven, texts, strict=True)]


def judge_text(dossier: Dossier, uitgave: Uitgave, text: str) -> DocumentFile:
    """The file of a document beside the text that it should hold."""
    path = path_of(uitgave)
    oordeel = judge_by_text(read_text(dossier, uitgave), text)
    return DocumentFile(uitgave.naam, MARKDOWN, path, oordeel, text.encode(), dossier.files.read(path))


def make_form(dossier: Dossier, markdown: DocumentFile, vorm: Vorm, weg_van: Samenwerking | None = None) -> DocumentFile:
    """A document in another form, beside its Markdown; with `weg_van` the way of that group is drawn in it, where it can be.

    Raises `MissingPartError` when the form needs a part that is not installed or cannot be loaded, `TemplateError` for a
    house style that cannot be used.
    """
    # Here and not above: the Markdown itself needs no reader of Markdown.
    from samenwerk.rendering.forms.blocks import read_blocks

    text = without_marks(markdown.content.decode())
    try:
        content = vorm.merk.put(vorm.schrijf(read_blocks(text), dossier.templates, weg_van))
        mist = vorm.mist(text)
    except ImportError as error:
        raise describe_broken_part(f"een {vorm.titel}", vorm.onderdeel, error) from None
    path = markdown.path.removesuffix(MARKDOWN) + vorm.id
    oordeel = judge_by_seal(read_as_written(dossier, path, vorm.id), content, vorm.merk)
    return DocumentFile(markdown.naam, vorm.id, path, oordeel, content, dossier.files.read(path), mist)


def render_texts(dossier: Dossier, uitgaven: list[Uitgave], *, gebundeld: bool = False) -> Iterator[str]:
    """The text of each document, or with `gebundeld` of each chapter of the whole dossier. Raises `TemplateError`."""
    for uitgave in uitgaven:
        stand = stand_of(dossier, uitgave)
        yield render_text(dossier, stand, compare_with_known(dossier, stand), gebundeld=gebundeld)


def render_text(dossier: Dossier, stand: Stand, sinds: Sindsversie | None, *, gebundeld: bool = False) -> str:
    """The text of one document, of which `sinds` tells what changed. Raises `TemplateError`."""
    return render_uitgave(stand, dossier.templates.find_source, sinds, gebundeld=gebundeld, code_store=CodeCache())
