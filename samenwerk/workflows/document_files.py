"""The files of documents: where they are and what they hold, told without rendering, for `status` must be quick."""

from samenwerk.domain.documenten import Uitgave
from samenwerk.domain.stand import compute_stand
from samenwerk.rendering.marks.colofon import judge_by_stand
from samenwerk.storage.dossier import Dossier
from samenwerk.storage.files import read_file

DOCUMENT_FOLDER = "documenten"


def judge_cheaply(dossier: Dossier, uitgave: Uitgave) -> tuple[str, str]:
    """The status of a document and what its file is, without rendering: `status` asks this of every document it shows."""
    eigen = dossier.templates.has_own(uitgave.document.id)
    stand = compute_stand(dossier.samenwerking, uitgave, alle_velden=eigen)
    return stand.status, judge_by_stand(decode_document(read_document(dossier, uitgave)), stand.herkomst)


def path_of(uitgave: Uitgave) -> str:
    """The file of a document, relative to the folder of the dossier."""
    return f"{DOCUMENT_FOLDER}/{uitgave.naam}.md"


def read_document(dossier: Dossier, uitgave: Uitgave) -> bytes | None:
    """The bytes of the file of a document; None when there is none."""
    return read_file(dossier.folder, dossier.folder / path_of(uitgave))


def decode_document(content: bytes | None) -> str | None:
    """The text of a file that a person may have saved in another coding."""
    return None if content is None else content.decode("utf-8-sig", errors="replace")
