"""The JSON Schema beside a dossier, by which an editor completes, explains and checks the file while someone types."""

import functools
import json
import re

from samenwerk.domain.schema import MAKER, make_schema
from samenwerk.errors import ADVIES, Bevinding, RefusedError, Remedy
from samenwerk.storage.dossier import DOSSIER_NAME, Dossier
from samenwerk.storage.foreign_text import decode_text
from samenwerk.storage.read_once import ReadOnce
from samenwerk.workflows.changes import Gewijzigd, write_beside

SCHEMA_NAME = "samenwerking.schema.json"
MODELINE = f"# yaml-language-server: $schema={SCHEMA_NAME}"
"""The line in a dossier by which an editor finds the schema."""

_MODELINE = re.compile(rf"^#\s+yaml-language-server\s*:.*\$schema=(\./)?{re.escape(SCHEMA_NAME)}\s*$", re.MULTILINE)


@functools.cache
def format_schema() -> str:
    """The schema as the text of its file."""
    return json.dumps(make_schema(), ensure_ascii=False, indent=2) + "\n"


def read_schema(files: ReadOnce) -> bytes | None:
    """The schema that stands among the files of a dossier; None when there is none.

    Raises `RefusedError` for a file of that name that samenwerk did not make: it must not be written over.
    """
    content = files.read(SCHEMA_NAME)
    if content is not None and not _is_ours(content):
        raise RefusedError(
            f"{SCHEMA_NAME} is niet door samenwerk gemaakt; er is niets geschreven.",
            "Geef dat bestand een andere naam, en geef het commando opnieuw.",
        )
    return content


def write_schema(dossier: Dossier, *, proef: bool) -> Gewijzigd:
    """Put the schema of this version beside the dossier. Raises what `read_schema` and `write_beside` raise."""
    old, new = read_schema(dossier.files), format_schema().encode()
    if old is not None and _says_the_same(old, new):
        new = old
    melding = f"{SCHEMA_NAME} was al actueel; er is niets veranderd." if new == old else f"{SCHEMA_NAME} is geschreven."
    return write_beside(dossier, SCHEMA_NAME, old, new, proef=proef).told(melding)


def has_modeline(dossier: Dossier) -> bool:
    """Whether the dossier tells an editor where the schema is."""
    return _MODELINE.search(dossier.tree.text) is not None


def check_schema(dossier: Dossier) -> list[Bevinding]:
    """Advice when the schema is of another version, or when the dossier points to one that is not there.

    Nobody has to use one: a dossier without the line and without the file gets no advice.
    """
    content = dossier.files.read(SCHEMA_NAME)
    if content is None and has_modeline(dossier):
        melding = f"{DOSSIER_NAME} wijst een editor naar dit bestand, maar het is er niet."
    elif content is not None and _is_ours(content) and not _says_the_same(content, format_schema().encode()):
        melding = "Dit bestand hoort bij een andere versie van samenwerk; een editor helpt dan met verouderde velden."
    else:
        return []
    return [
        Bevinding(
            "schema",
            melding,
            ("Vernieuw het met: ", Remedy("schema", met={"schrijf": ""})),
            ernst=ADVIES,
            bestand=SCHEMA_NAME,
        )
    ]


def _is_ours(content: bytes) -> bool:
    return MAKER.encode() in content


def _says_the_same(content: bytes, schema: bytes) -> bool:
    return decode_text(content) == schema.decode()
