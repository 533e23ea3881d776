"""One module for each command: it reads the words, calls one workflow, and shows the answer."""

from importlib import import_module

from samenwerk.cli.catalogue import COMMANDS, RECORDS
from samenwerk.cli.words.declare import Command, Group


def load_command(naam: str) -> Command | Group:
    """The command with this name in the catalogue; it stands under its own name in the module of that name."""
    if naam in RECORDS:
        from samenwerk.cli.commands.records.commands import build_group

        return build_group(naam, COMMANDS[naam])
    found: Command | Group = getattr(import_module(f"samenwerk.cli.commands.{naam}"), naam)
    return found
