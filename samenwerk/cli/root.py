"""`samenwerk` itself: all commands, and what it does without one."""

import samenwerk
from samenwerk.cli.catalogue import HELP, MAP, MEANT, SECTIONS, VERSION
from samenwerk.cli.commands import load_command
from samenwerk.cli.screen import show_raw
from samenwerk.cli.words.declare import Command, Group, Parameter
from samenwerk.cli.words.page import format_page


def _answer_alone(map_: str = "", version: bool = False) -> None:
    show_raw(f"samenwerk {samenwerk.__version__}\n" if version else format_page((), ROOT))


ROOT = Group(
    HELP,
    SECTIONS,
    load_command,
    default=Command(_answer_alone, HELP, (Parameter("map_", MAP), Parameter("version", VERSION, bool))),
    meant=MEANT,
)
