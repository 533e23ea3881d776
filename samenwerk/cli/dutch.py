"""Typer in Dutch: its help pages and its complaints, which it has no other place to translate."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from samenwerk.cli.screen import terminal_width
from samenwerk.cli.surroundings import look_around
from samenwerk.errors import WrongUsageError

Rows = Sequence[tuple[str, str]]


class DutchCommand(TyperCommand):
    """A command whose help is Dutch, and that looks around in the folder of its dossier before it begins."""

    def get_help(self, ctx: Any) -> str:
        """The help page."""
        return _format_help(self, ctx, {})

    def invoke(self, ctx: Any) -> Any:
        """Do the command."""
        look_around(ctx)
        return super().invoke(ctx)


class DutchGroup(TyperGroup):
    """A group of commands whose help is Dutch and that suggests what a mistyped command may have meant."""

    def get_help(self, ctx: Any) -> str:
        """The help page."""
        return _format_help(self, ctx, self.list_help(ctx))

    def list_help(self, ctx: Any) -> Mapping[str, Mapping[str, str]]:
        """The commands with their one line of help, below the headings of the help page."""
        commands = {name: self.get_command(ctx, name) for name in self.list_commands(ctx)}
        return {"Commando's": {name: command.get_short_help_str(200) for name, command in commands.items() if command}}

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that is meant. Raises `WrongUsageError` for a word that is none."""
        name = args[0]
        if self.get_command(ctx, name) is None and not ctx.resilient_parsing and not name.startswith("-"):
            from samenwerk.domain.keuzes import suggest

            raise WrongUsageError(f"“{name}” is geen commando van {ctx.command_path}.", suggest(name, self.list_commands(ctx)))
        return super().resolve_command(ctx, args)


def _format_help(command: Any, ctx: Any, sections: Mapping[str, Mapping[str, str]]) -> str:
    arguments = [param for param in command.params if param.param_type_name == "argument"]
    options = [param for param in command.params if param.param_type_name == "option" and not param.hidden]
    usage = ["[OPTIES]", *(_usage_of(param) for param in arguments), *(["COMMANDO …"] if sections else [])]
    width = max(min(terminal_width(), 90) - 1, 30)
    parts = [_wrap(f"Gebruik: {ctx.command_path} {' '.join(usage)}", width, hang=4)]
    for paragraph in (command.help or "").split("\n\n"):
        parts += ["", _wrap(" ".join(paragraph.split()), width)]
    option_rows = [(_names_of(param), param.help or "") for param in options]
    parts += _format_rows("Argumenten", [(_metavar_of(param), param.help or "") for param in arguments], width)
    for heading, commands in sections.items():
        parts += _format_rows(heading, list(commands.items()), width)
    parts += _format_rows("Opties", [*option_rows, ("-h, --help", "Toon deze hulp.")], width)
    return "\n".join(parts)


def _format_rows(heading: str, rows: Rows, width: int) -> list[str]:
    if not rows:
        return []
    column = min(max(len(left) for left, _ in rows), 24) + 4
    lines = ["", f"{heading}:"]
    for left, right in rows:
        if width < 60 or len(left) + 4 > column:
            lines += [f"  {left}", _wrap(right, width, indent=6)] if right else [f"  {left}"]
        else:
            lines.append(_wrap(f"  {left:<{column - 2}}{right}", width, hang=column))
    return lines


def _wrap(text: str, width: int, *, indent: int = 0, hang: int = 0) -> str:
    from textwrap import fill

    lead = " " * indent
    return fill(
        text, width, initial_indent=lead, subsequent_indent=lead + " " * hang, break_on_hyphens=False, break_long_words=False
    )


def _metavar_of(param: Any) -> str:
    return str(param.metavar or (param.name or "").upper())


def _usage_of(param: Any) -> str:
    name = _metavar_of(param) + ("…" if param.nargs == -1 else "")
    return name if param.required else f"[{name}]"


def _names_of(param: Any) -> str:
    names = ", ".join(sorted(param.opts, key=len))
    return names if param.is_flag else f"{names} {param.metavar or 'TEKST'}"


def translate_usage_error(error: typer.TyperException) -> WrongUsageError:
    """What Typer complains of, in Dutch. It is told by what the error carries, for its classes are not public."""
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
        return WrongUsageError(f"Ontbrekend {soort} {_metavar_of(param) if param else ''}: {uitleg}", hulp)
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
