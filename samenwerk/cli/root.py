"""`samenwerk` itself: all commands. What it does without one stands in home.py."""

import samenwerk
from samenwerk.cli.catalogue import COMMANDS, HELP, MAP, MEANT, MOMENTEN, SECTIONS, VERSION
from samenwerk.cli.commands import load_command
from samenwerk.cli.screen import show_raw
from samenwerk.cli.words.declare import Command, Group, Parameter


def _show_version(map_: str = "", version: bool = False) -> None:
    show_raw(f"samenwerk {samenwerk.__version__}\n")


def _load(naam: str) -> Command | Group:
    if naam == "help":
        from samenwerk.cli.commands.help import build_help

        return build_help(ROOT)
    return load_command(naam)


ROOT = Group(
    HELP,
    SECTIONS,
    _load,
    default=Command(_show_version, HELP, (Parameter("map_", MAP), Parameter("version", VERSION, bool))),
    meant=MEANT,
    shown={moment: {naam: COMMANDS[naam] for naam in namen} for moment, namen in MOMENTEN.items()},
)
