"""What every command does before it begins: tell what lies in the way, and end what one before it left half done."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from samenwerk.cli.options import start_folder
from samenwerk.cli.screen import list_names, tell, tell_bevinding

if TYPE_CHECKING:
    from samenwerk.storage.writing.unfinished import Recovery

_OF_NO_DOSSIER = ("samenwerk init", "samenwerk aanvullen")
_TELLS_IT_ITSELF = "samenwerk controleer"


def look_around(ctx: Any) -> None:
    """Look in the folder of the dossier that a command is about. One that writes (it has `--proef`) ends what was half done.

    Raises what `finish_unfinished` raises.
    """
    if "map_" not in ctx.params or ctx.command_path in _OF_NO_DOSSIER:
        return
    from samenwerk.errors import DossierError
    from samenwerk.storage.dossier import find_dossier
    from samenwerk.workflows.surroundings import check_surroundings

    try:
        folder = find_dossier(start_folder(ctx, ctx.params["map_"]))
    except DossierError:
        return  # The command itself tells it.
    if ctx.params.get("proef") is False:
        _finish(folder)
    if ctx.command_path != _TELLS_IT_ITSELF:
        for bevinding in check_surroundings(folder):
            tell_bevinding(bevinding._replace(bestand=""))


def _finish(folder: Path) -> None:
    from samenwerk.storage.writing.unfinished import finish_unfinished

    recovery = finish_unfinished(folder)
    if recovery is not None:
        tell(_describe(recovery), indent=2, hang=2)


def _describe(recovery: "Recovery") -> str:
    files = list_names(list(recovery.files))
    if recovery.is_finished:
        return f"Een vorig commando stopte halverwege; het is nu afgemaakt: {files}."
    melding = f"Een vorig commando stopte halverwege; wat het al geschreven had, is teruggedraaid: {files}."
    if recovery.changed:
        melding += f" Wat intussen gewijzigd is in {list_names(list(recovery.changed))}, staat er nog."
    return f"{melding} Geef dat commando opnieuw."
