"""What Typer complains of, in Dutch."""

import re
from typing import TYPE_CHECKING

from samenwerk.cli.words.declare import Command
from samenwerk.errors import WrongUsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    import typer


def translate_usage_error(error: "typer.TyperException") -> WrongUsageError:
    """The complaint as an error of ours, with what to do; it is told by what it carries, for its classes are not public."""
    kind = type(error).__name__
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "samenwerk"
    hulp = f"Hulp: {command} --help"
    list_commands = getattr(getattr(context, "command", None), "list_commands", None)
    if kind == "NoSuchOption":
        name = getattr(error, "option_name", "")
        mogelijk = getattr(error, "possibilities", None)
        bedoeld = f"Bedoelde u {' of '.join(sorted(mogelijk))}? " if mogelijk else ""
        if list_commands:
            achter = f"Hoort het bij een commando, zet het dan daarachter: {command} … {name}"
            return WrongUsageError(f"“{name}” kan hier niet.", bedoeld + achter)
        if bedoeld:
            return WrongUsageError(f"“{name}” kan niet achter “{command}”.", bedoeld.strip())
        declared = getattr(getattr(context, "command", None), "declared", None)
        takes_text = isinstance(declared, Command) and any(argument.is_rest for argument in declared.arguments)
        streepje = "Begint uw tekst met een streepje? Zet er dan -- voor, met een spatie. " if takes_text else ""
        return WrongUsageError(f"“{name}” kan niet achter “{command}”.", f"{streepje}{hulp}")
    if kind == "MissingParameter":
        param = getattr(error, "param", None)
        uitleg = getattr(param, "help", "") or ""
        return WrongUsageError(f"Achter “{command}” ontbreekt nog iets. {uitleg}", hulp)
    if kind == "BadOptionUsage":
        name = getattr(error, "option_name", "")
        wat = "hoort niets" if "does not take" in error.message else "ontbreekt nog iets"
        return WrongUsageError(f"Achter “{name}” {wat}.", hulp)
    extra = re.search(r"extra argument\(s\) \((.*)\)", error.message, re.DOTALL)
    if extra:
        return WrongUsageError(
            f"Dit staat er te veel: {extra[1]}", f"Zet een tekst van meer dan één woord tussen aanhalingstekens. {hulp}"
        )
    vervolg = f"Kies uit: {', '.join(list_commands(context))}. " if list_commands else ""
    return WrongUsageError(f"Achter “{command}” ontbreekt nog een woord.", vervolg + hulp)


def describe_broken_text(command: str, runs: "Sequence[Sequence[str]]") -> WrongUsageError:
    """The complaint about a text of which the words do not stand together, with what they may have been instead."""
    last = " ".join(next(run for run in reversed(runs) if run))
    return WrongUsageError(
        f"Het is niet zeker waar “{last}” bij hoort.",
        "Zet de woorden van uw tekst bij elkaar. Hoort het bij wat ervoor staat, zet dat dan tussen aanhalingstekens, en "
        f"tussen namen een komma: stad,school. Hulp: {command} --help",
    )
