"""One module for each command: it reads the words, calls one workflow, and shows the answer."""

from samenwerk.cli.catalogue import COMMANDS, RECORDS
from samenwerk.cli.words.declare import Command, Group


def load_command(naam: str) -> Command | Group:
    """The command with this name in the catalogue; it stands under its own name in the module of that name."""
    if naam in RECORDS:
        from samenwerk.cli.commands.records.commands import build_group

        return build_group(naam, COMMANDS[naam])
    # Here and not above: what lists the commands loads none of them.
    from importlib import import_module

    found: Command | Group = getattr(import_module(f"samenwerk.cli.commands.{naam}"), naam)
    return found
