"""What goes out passes what comes in: a file is held against what reading it will ask, before it is written."""

from pathlib import Path

from samenwerk.domain.tekens import describe_teken
from samenwerk.errors import RefusedError
from samenwerk.storage.file_errors import name_of
from samenwerk.storage.files import limit_of
from samenwerk.storage.foreign_text import decode_as_saved

_MADE_OF_TEXTS = (".md", ".html", ".j2", ".css", ".json", ".csv", ".ics")
"""How the files end that hold what people wrote; YAML is read back whole before it is written, and tells its line."""


def check_fits(path: Path, content: bytes) -> None:
    """Raise `RefusedError` for a content that samenwerk would not read again from this file, or must not show."""
    at_most = limit_of(path)
    if len(content) > at_most:
        raise RefusedError(
            f"{name_of(path)} zou groter worden dan {at_most // 1_000_000} MB, en dat leest samenwerk niet; er is niets "
            "geschreven.",
            "Maak de tekst korter, of bewaar ze in een eigen document en noteer waar dat staat.",
        )
    if path.suffix.lower() not in _MADE_OF_TEXTS:
        return
    # A line end is one here as the file has it: a lone carriage return steers a terminal.
    teken = describe_teken(decode_as_saved(content).replace("\r\n", "\n"))
    if teken:
        raise RefusedError(
            f"In {name_of(path)} zou een teken komen dat er niet in mag: {teken}; er is niets geschreven.",
            "Haal het weg uit het dossier, of uit het sjabloon waarmee dit bestand gemaakt is.",
        )
