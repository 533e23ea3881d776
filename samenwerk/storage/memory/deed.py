"""What one command wrote, and how that is kept: a line that tells of it, and behind that what the files held."""

import json
import zlib
from collections.abc import Sequence
from typing import NamedTuple

from samenwerk.errors import DossierError

ONGEDAAN, OPNIEUW = "ongedaan", "opnieuw"
"""What a command did with an earlier one: take it back, or do it again."""

MAX_CONTENTS = 20_000_000
"""So many bytes are kept of what one command wrote: a Word file full of photographs is more."""


class Written(NamedTuple):
    """A file that a command wrote: its path in the folder of the dossier, and what it held before and after.

    None is a file that was not there. `private` tells that no word of it may be shown.
    """

    path: str
    before: bytes | None
    after: bytes | None
    private: bool = False


class Deed(NamedTuple):
    """What one command did: its number, when (to the second, UTC), the words of the command, and the files it wrote.

    One that took back another, or did it again, says so in `did` and `other`; what it wrote is not kept. Neither is what was
    too large (`is_kept`).
    """

    number: int
    moment: str
    words: tuple[str, ...]
    paths: tuple[str, ...]
    did: str = ""
    other: int = 0
    is_kept: bool = True


def encode_deed(deed: Deed, files: Sequence[Written]) -> bytes:
    """The deed as it is kept, with what these files held."""
    contents = [content for file in files for content in (file.before, file.after)]
    lengths = [None if content is None else len(content) for content in contents]
    told = {**deed._asdict(), "files": [[file.path, file.private] for file in files], "lengths": lengths}
    return json.dumps(told).encode() + b"\n" + zlib.compress(b"".join(content or b"" for content in contents), 1)


def decode_deed(line: bytes) -> Deed:
    """What the line tells. Raises `DossierError` for a line that is none of ours."""
    try:
        told = json.loads(line)
        texts = (tuple(map(str, told["words"])), tuple(map(str, told["paths"])), str(told["did"]))
        return Deed(int(told["number"]), str(told["moment"]), *texts, int(told["other"]), bool(told["is_kept"]))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise _not_ours() from None


def decode_files(content: bytes) -> list[Written]:
    """What the files held. Raises `DossierError` when it was damaged."""
    line, _, packed = content.partition(b"\n")
    try:
        told = json.loads(line)
        held, lengths, files = zlib.decompress(packed), list(told["lengths"]), list(told["files"])
        contents = []
        for length in lengths:
            contents.append(None if length is None else held[:length])
            held = held[length or 0 :]
        pairs = zip(files, contents[::2], contents[1::2], strict=True)
        return [Written(str(path), before, after, bool(private)) for (path, private), before, after in pairs]
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError, zlib.error):
        raise _not_ours() from None


def _not_ours() -> DossierError:
    return DossierError(
        "Wat dit commando schreef, is niet meer te lezen: het bestand waarin het bewaard is, is beschadigd.",
        "Neem met de hand terug wat het veranderde.",
    )
