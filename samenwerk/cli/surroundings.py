"""What every command does before it begins: tell what lies in the way, and end what one before it left half done."""

from pathlib import Path
from typing import TYPE_CHECKING

from samenwerk.cli.options import start_folder
from samenwerk.cli.screen import tell, tell_bevinding

if TYPE_CHECKING:
    from samenwerk.cli.reading.strict import Reading
    from samenwerk.storage.writing.unfinished import Recovery

_BEGIN_ONE = (("init",), ("oefenen",))
_TELL_IT_THEMSELVES = (("controleer",), ("samenvoegen",))
_OF_NAMED_FILES = "bestanden"
"""What is said to a command that is about these files alone, wherever they are: git has it merge three."""


def look_around(reading: "Reading") -> "Reading":
    """Look in the folder of the dossier that a command is about. One that writes (it has `--proef`) ends what was half done.

    Gives the reading for that folder, so that the command does not look for it again. Raises what `finish_unfinished` raises.
    """
    options = {option.name for option in reading.command.options}
    if "map_" not in options or reading.names in _BEGIN_ONE or len(reading.given.get(_OF_NAMED_FILES) or ()) > 1:
        return reading
    from samenwerk.errors import DossierError
    from samenwerk.storage.dossier import find_dossier
    from samenwerk.workflows.surroundings import check_surroundings

    try:
        folder = find_dossier(start_folder(reading.given.get("map_", "")))
    except DossierError:
        return reading  # The command itself tells it.
    if "proef" in options - reading.given.keys():
        _finish(folder)
    if reading.names not in _TELL_IT_THEMSELVES:
        for bevinding in check_surroundings(folder):
            tell_bevinding(bevinding._replace(bestand=""))
    # Without a command the lines to type are shown, with the folder as it was given.
    return reading.in_folder(folder) if reading.names else reading


def _finish(folder: Path) -> None:
    from samenwerk.storage.writing.unfinished import finish_unfinished

    recovery = finish_unfinished(folder)
    if recovery is not None:
        tell(_describe(recovery), indent=2, hang=2)


def _describe(recovery: "Recovery") -> str:
    from samenwerk.domain.zinnen import som_op

    files = som_op(list(recovery.files))
    if recovery.is_finished:
        return f"Een vorig commando stopte halverwege; het is nu afgemaakt: {files}."
    melding = f"Een vorig commando stopte halverwege; wat het al geschreven had, is teruggedraaid: {files}."
    if recovery.changed:
        melding += f" Wat intussen gewijzigd is in {som_op(list(recovery.changed))}, staat er nog."
    return f"{melding} Geef dat commando opnieuw."
