"""What Typer complains of, in Dutch."""

import re
from typing import TYPE_CHECKING

from samenwerk.errors import WrongUsageError

if TYPE_CHECKING:
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
            achter = f"Hoort de optie bij een commando, zet ze er dan achter: {command} … {name}"
            return WrongUsageError(f"De optie “{name}” bestaat hier niet.", bedoeld + achter)
        if bedoeld:
            return WrongUsageError(f"De optie “{name}” bestaat niet.", bedoeld.strip())
        return WrongUsageError(
            f"De optie “{name}” bestaat niet.", f"Is het een tekst die met een streepje begint, zet er dan -- voor. {hulp}"
        )
    if kind == "MissingParameter":
        param = getattr(error, "param", None)
        soort = "argument" if getattr(param, "param_type_name", "") == "argument" else "optie"
        uitleg = getattr(param, "help", "") or ""
        return WrongUsageError(f"Ontbrekend {soort} {getattr(param, 'metavar', '')}: {uitleg}", hulp)
    if kind == "BadOptionUsage":
        name = getattr(error, "option_name", "")
        wat = "krijgt geen waarde" if "does not take" in error.message else "vraagt een waarde erachter"
        return WrongUsageError(f"De optie “{name}” {wat}.", hulp)
    extra = re.search(r"extra argument\(s\) \((.*)\)", error.message, re.DOTALL)
    if extra:
        return WrongUsageError(
            f"Dit staat er te veel: {extra[1]}", f"Zet een tekst van meer woorden tussen aanhalingstekens. {hulp}"
        )
    vervolg = f"Kies uit: {', '.join(list_commands(context))}. " if list_commands else ""
    return WrongUsageError(f"Achter “{command}” ontbreekt nog een woord.", vervolg + hulp)
