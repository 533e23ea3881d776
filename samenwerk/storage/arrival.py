"""Whether a file has arrived: a program that shares a folder shows a file before it is all on this computer."""

import os
from pathlib import Path

from samenwerk.errors import NotArrivedError

_PLACEHOLDERS = (".{}.icloud", "{}.nextcloud", "{}.owncloud")
"""How iCloud, Nextcloud and ownCloud call what stands in the place of a file that they did not fetch."""

_OFFLINE, _RECALLED_WHEN_READ = 0x1000, 0x400000
"""The marks that Windows gives a file of which the content is elsewhere, such as one that OneDrive did not fetch."""

_HOLE = b"\0\0\0\0"
"""What stands where nothing came yet. No text has it, in UTF-16 neither."""

_WAIT = (
    "Wacht tot de synchronisatie klaar is, en geef het commando opnieuw. Blijft het zo, zet dan een eerdere versie van dit "
    "bestand terug."
)
_FETCH = "Haal het binnen: open het één keer, of kies in de Verkenner of de Finder om het op deze computer te houden."


def check_arrived(name: str, content: bytes, *, may_be_empty: bool) -> None:
    """Raise `NotArrivedError` for a content that is not all there."""
    if _HOLE in content:
        raise NotArrivedError(f"{name} is nog niet binnen: er is maar een deel van.", _WAIT)
    if not (may_be_empty or content.strip()):
        raise NotArrivedError(f"{name} is nog niet binnen: er staat niets in.", _WAIT)


def check_no_placeholder(folder: Path, name: str) -> None:
    """Raise `NotArrivedError` when only what stands in the place of this file is in the folder."""
    if any(os.path.lexists(folder / form.format(name)) for form in _PLACEHOLDERS):
        raise not_fetched(name)


def is_elsewhere(status: os.stat_result) -> bool:
    """Whether Windows says of a file that its content is not on this computer."""
    return bool(getattr(status, "st_file_attributes", 0) & (_OFFLINE | _RECALLED_WHEN_READ))


def not_fetched(name: str) -> NotArrivedError:
    """The error for a file that is only in the cloud."""
    return NotArrivedError(f"{name} is nog niet binnen: het staat in de cloud, en niet op deze computer.", _FETCH)
