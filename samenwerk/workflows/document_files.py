"""The files of documents: where they are, what they hold, and that none is written over what someone changed by hand."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from samenwerk.domain.documenten import DOCUMENT_FOLDER, DOSSIER
from samenwerk.domain.stand import Stand
from samenwerk.domain.uitgaven import Uitgave, all_uitgaven
from samenwerk.domain.zinnen import som_op
from samenwerk.errors import ADVIES, Bevinding, DossierError, Oplossing, RefusedError, Remedy, option
from samenwerk.rendering.marks.colofon import ACTUEEL, BEWERKT, ONLEESBAAR, is_whole, judge_by_stand
from samenwerk.storage.dossier import Dossier
from samenwerk.storage.foreign_text import decode_text
from samenwerk.storage.record_file import plan_save
from samenwerk.workflows.forms import MARKDOWN, VORMEN, is_tekst, list_formaten

if TYPE_CHECKING:
    from samenwerk.storage.writing.replacement import Replacement


class DocumentFile(NamedTuple):
    """A document in one form, and its file: what the file was found to be, what it should hold, and what was read of it.

    `mist` are the signs of the document that this form cannot show.
    """

    naam: str
    formaat: str
    path: str
    oordeel: str
    content: bytes
    existing: bytes | None
    mist: str = ""

    @property
    def text(self) -> str | None:
        """What it should hold, in a form that is text."""
        return self.content.decode() if is_tekst(self.formaat) else None


class HandEditedError(RefusedError):
    """Files that were edited by hand stand in the way; nothing was written. `files` are those that were to be written over."""

    code = "met_de_hand_bewerkt"

    def __init__(self, paths: Sequence[str], oplossing: Oplossing, files: Sequence[DocumentFile] = ()) -> None:
        melding = f"{som_op(paths)} {'is' if len(paths) == 1 else 'zijn'} met de hand bewerkt; er is niets geschreven."
        super().__init__(melding, oplossing)
        self.files = files

    @classmethod
    def for_writing(cls, files: Sequence[DocumentFile]) -> "HandEditedError":
        """The error for files that were to be written over."""
        elsewhere = "Bewaar wat er gewijzigd is onder een andere naam, of schrijf eroverheen met ", option("overschrijf"), "."
        paths = [file.path for file in files]
        return cls(paths, _IN_MARKDOWN if _has_markdown(paths) else elsewhere, files)

    @classmethod
    def for_adopting(cls, paths: Sequence[str]) -> "HandEditedError":
        """The error for files of a document that was to be adopted."""
        elsewhere = "Neem over in het dossier wat er gewijzigd is, en zet het bestand daarna ergens anders."
        return cls(paths, _IN_MARKDOWN if _has_markdown(paths) else elsewhere)


_IN_MARKDOWN: Oplossing = (
    "Zet eigen tekst tussen “vrij: …” en “einde: …”, de rest in het dossier, of schrijf eroverheen met: ",
    Remedy("render", met={"overschrijf": ""}),
)
"""Only the Markdown has free places, which the dossier takes over; where it was edited, that comes first."""


def _has_markdown(paths: Sequence[str]) -> bool:
    return any(path.endswith(f".{MARKDOWN}") for path in paths)


def path_of(uitgave: Uitgave, formaat: str = MARKDOWN) -> str:
    """The file of a document in a form, relative to the folder of the dossier."""
    return f"{DOCUMENT_FOLDER}/{uitgave.naam}.{formaat}"


def read_text(dossier: Dossier, uitgave: Uitgave) -> str | None:
    """The text of the file of a document, however it was saved; None when there is none."""
    content = dossier.files.read(path_of(uitgave))
    return None if content is None else decode_text(content)


def read_as_written(dossier: Dossier, path: str, formaat: str) -> bytes | None:
    """The bytes of a file in this form, without what git or an editor makes of a text; None when there is none."""
    content = dossier.files.read(path)
    return decode_text(content).encode() if content is not None and is_tekst(formaat) else content


def stand_of(dossier: Dossier, uitgave: Uitgave) -> Stand:
    """What the dossier says of a document, made with the template that it has now."""
    return Stand(dossier.samenwerking, uitgave, alle_velden=dossier.templates.has_own(uitgave.document.id))


def judge_cheaply(dossier: Dossier, stand: Stand) -> str:
    """What the file of a document is, without rendering: `status` asks this of every document it shows."""
    try:
        return judge_by_stand(read_text(dossier, stand.uitgave), stand.herkomst)
    except DossierError:
        return ONLEESBAAR


def find_edited(dossier: Dossier, uitgave: Uitgave) -> list[str]:
    """The files of a document, in any form, that someone changed by hand: none of those changes is in the dossier.

    Of one that cannot be read nobody knows; `find_unreadable` tells which those are.
    """
    onleesbaar = find_unreadable(dossier, uitgave)
    paths = {formaat: path_of(uitgave, formaat) for formaat in list_formaten()}
    return [path for formaat, path in paths.items() if path not in onleesbaar and _is_edited(dossier, path, formaat)]


def find_unreadable(dossier: Dossier, uitgave: Uitgave) -> dict[str, DossierError]:
    """The files of a document, in any form, that are there and cannot be read, each with why."""
    onleesbaar = {}
    for path in (path_of(uitgave, formaat) for formaat in list_formaten()):
        try:
            dossier.files.read(path)
        except DossierError as error:
            onleesbaar[path] = error
    return onleesbaar


def _is_edited(dossier: Dossier, path: str, formaat: str) -> bool:
    content = read_as_written(dossier, path, formaat)
    if content is None:
        return False
    return not (is_whole(content.decode()) if formaat == MARKDOWN else VORMEN[formaat].merk.is_whole(content))


def check_files(dossier: Dossier) -> list[Bevinding]:
    """A finding for each file of a document that someone changed by hand; what cannot be read is told elsewhere."""
    return [
        Bevinding(
            HandEditedError.code,
            "Dit bestand is met de hand bewerkt; wat daar gewijzigd is, staat niet in het dossier.",
            "Zet het in het dossier of, in de Markdown, tussen “vrij: …” en “einde: …”, en maak het document opnieuw.",
            ernst=ADVIES,
            bestand=path,
        )
        for uitgave in (*all_uitgaven(dossier.samenwerking), Uitgave(DOSSIER))
        for path in find_edited(dossier, uitgave)
    ]


def select_stale(files: Sequence[DocumentFile], *, overschrijf: bool) -> list[DocumentFile]:
    """The files to write: those that are missing or stale.

    Raises `HandEditedError` when a file was edited by hand and may not be overwritten.
    """
    bewerkt = [file for file in files if file.oordeel == BEWERKT]
    if bewerkt and not overschrijf:
        raise HandEditedError.for_writing(bewerkt)
    return [file for file in files if file.oordeel != ACTUEEL]


def write_files(
    before: Dossier, after: Dossier, files: Sequence[DocumentFile], kept: "Sequence[Replacement]" = (), *, proef: bool
) -> None:
    """Write documents, before them the dossier when it changed, and first of all the copies to be kept; all or none.

    Raises `ChangedMeanwhileError` when a file no longer holds what was read of it, `RefusedError` when one cannot be written.
    """
    # Here and not above: `status` looks at documents and writes none.
    from samenwerk.storage.writing.in_place import put_in_place
    from samenwerk.storage.writing.replacement import Replacement

    replacements = [*kept, *([plan_save(before, after)] if after.content != before.content else [])]
    replacements += [Replacement(before.folder / file.path, file.content, file.existing) for file in files]
    if replacements:
        put_in_place(before.folder, replacements, proef=proef)


def diff_of(file: DocumentFile) -> str:
    """What writing this file would change in it; of a form that is no text, that it would be another one."""
    from samenwerk.workflows.diff import show_file_diff

    if not is_tekst(file.formaat):
        return f"{file.path}: {'een ander bestand' if file.existing else 'een nieuw bestand'}."
    return show_file_diff(file.existing, file.content, file.path)
