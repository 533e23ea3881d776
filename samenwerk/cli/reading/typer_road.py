"""The long road: Typer reads what the strict reader leaves, from the same declarations, and complains where it must.

The one place that reads with Typer; `aanvullen` takes its scripts for the shells. Its texts are English: `complaints.py`
says them in Dutch, `words/page.py` writes its help.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from inspect import Parameter as FunctionParameter
from inspect import Signature
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.completion import completion_init  # type: ignore[attr-defined]  # public, not exported
from typer.core import CompletionItem, TyperCommand, TyperGroup  # type: ignore[attr-defined]  # public, not exported
from typer.main import get_command

from samenwerk.cli.catalogue import COMPLETE_VARIABLE
from samenwerk.cli.reading.complaints import describe_broken_text, translate_usage_error
from samenwerk.cli.reading.runs import find_runs
from samenwerk.cli.reading.strict import Reading, follow_reading, is_broken_off
from samenwerk.cli.root import ROOT
from samenwerk.cli.words.declare import HELP_NAMES, Command, Group, Parameter
from samenwerk.cli.words.page import format_page
from samenwerk.errors import Remedy, WrongUsageError

if TYPE_CHECKING:
    from samenwerk.cli.words.declare import Completer


def read_with_typer(words: Sequence[str]) -> Reading | None:
    """What these words ask for; None where that is answered already, as a help page is.

    Raises `WrongUsageError` for words that cannot be read, `SystemExit` when a shell was answered.
    """
    completion_init()
    try:
        result = _build(ROOT).main(list(words), prog_name="samenwerk", complete_var=COMPLETE_VARIABLE, standalone_mode=False)
    except typer.TyperException as error:
        raise translate_usage_error(error) from None
    except typer.Abort:
        raise KeyboardInterrupt from None
    return result if isinstance(result, Reading) else None


class _Command(TyperCommand):
    """A command whose help is Dutch, with a text of more words that stand together."""

    declared: Command

    def parse_args(self, ctx: Any, args: list[str]) -> Any:
        """The words behind the command. Raises `WrongUsageError` where an option stands amid the words of its text."""
        runs = find_runs(args, self.declared.options)
        rest = super().parse_args(ctx, args)
        arguments = self.declared.arguments
        if arguments and arguments[-1].is_rest and not ctx.resilient_parsing:
            count = sum(map(len, runs)) - len(arguments) + 1
            if is_broken_off(runs, count):
                raise describe_broken_text(ctx.command_path, runs)
        return rest

    def get_help(self, ctx: Any) -> str:
        """The help page."""
        return _get_help(ctx)


class _Group(TyperGroup):
    """A group whose help is Dutch, that loads a command when it is used, and suggests what a mistyped one may have meant."""

    declared: Group

    def get_help(self, ctx: Any) -> str:
        """The help page."""
        return _get_help(ctx)

    def parse_args(self, ctx: Any, args: list[str]) -> Any:
        """The words behind the group, with the name of the command they are for."""
        # Who presses Tab behind the name of the group may mean any of its commands.
        is_open = ctx.resilient_parsing and not args and len(self.declared.names) > 1
        return super().parse_args(ctx, args if is_open else self.declared.complete(args))

    def list_commands(self, ctx: Any) -> list[str]:
        """The names, in the order of the help page."""
        return self.declared.names

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command with this name; None when there is none."""
        found = self.declared.find(cmd_name)
        return _build(found, " ".join(self.declared.name_of(cmd_name))) if found else None

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that is meant. Raises `WrongUsageError` for a word that is none."""
        name = args[0]
        if not self.declared.find(name) and not ctx.resilient_parsing and not name.startswith("-"):
            # Too many to choose from, for whoever finds them too many for one page.
            is_long = self.declared.shown is not self.declared.sections
            kies = ("Wat er kan: ", Remedy("help")) if is_long else f"Kies uit: {', '.join(self.declared.names)}."
            meant = _find_turned(self.declared, args) or _find_meant(self.declared, name)
            bedoeld = f"Bedoelde u “{meant}”?" if meant else kies
            raise WrongUsageError(f"“{name}” is geen commando van {ctx.command_path}.", bedoeld)
        _, command, rest = super().resolve_command(ctx, args)
        return " ".join(self.declared.name_of(name)), command, rest

    def shell_complete(self, ctx: Any, incomplete: str) -> Any:
        """The commands that begin so, without loading one."""
        if incomplete.startswith("-"):
            otherwise = self.get_command(ctx, self.declared.otherwise) if self.declared.otherwise else None
            return otherwise.shell_complete(ctx, incomplete) if otherwise else super().shell_complete(ctx, incomplete)
        lines = [line for commands in self.declared.sections.values() for line in commands.items()]
        return [CompletionItem(name, help=about) for name, about in lines if name.startswith(incomplete)]


def _find_meant(group: Group, word: str) -> str:
    """The command that was probably meant: one that changes something only for a word that nearly is its name."""
    from samenwerk.domain.keuzes import find_alike

    names = [*group.names, *group.meant]
    nearly = find_alike(word, names, cutoff=0.8)
    return next((name for name in find_alike(word, names) if name in nearly or not _changes(group.find(name))), "")


def _find_turned(group: Group, words: list[str]) -> str:
    """The command whose words were given the other way round: `nieuw partner`."""
    kind = group.find(words[1]) if len(words) > 1 else None
    return f"{words[1]} {words[0]}" if isinstance(kind, Group) and kind.find(words[0]) else ""


def _changes(found: Command | Group | None) -> bool:
    return isinstance(found, Command) and any(option.name == "proef" for option in found.options)


def _get_help(ctx: Any) -> str:
    names = _get_names(ctx)
    found = ROOT.look_up(names)
    return format_page(names, found).removesuffix("\n") if found else ""  # Typer adds the line end


def _get_names(ctx: Any) -> tuple[str, ...]:
    return tuple(ctx.command_path.split()[1:])


# Built once: completing and testing ask for the same commands many times in one process.
@cache
def _build(declared: Command | Group, name: str = "samenwerk") -> Any:
    settings: dict[str, Any] = {"context_settings": {"help_option_names": list(HELP_NAMES)}}
    app = typer.Typer(rich_markup_mode=None, add_completion=False)
    if isinstance(declared, Command):
        app.command(name, cls=_Command, help=declared.help, **settings)(_build_function(declared))
        command: Any = get_command(app)
        command.declared = declared
        return command
    function = _build_function(declared.default) if declared.default else lambda: None
    app.callback(cls=_Group, invoke_without_command=declared.default is not None, **settings)(function)
    group: Any = get_command(app)
    group.name, group.declared = name, declared
    return group


def _build_function(command: Command) -> Callable[..., Reading]:
    """A function by whose signature Typer reads the words of a command; instead of doing it, it returns what was read."""

    def read(ctx: typer.Context, **said: Any) -> Reading:
        given = {name: value for name, value in said.items() if value is not None and value is not False}
        for argument in command.arguments:
            if argument.is_rest and argument.name in given:
                given[argument.name] = " ".join(given[argument.name])
        # Typer hands the object of a group on to the command behind it.
        ctx.obj = follow_reading(ctx.obj, _get_names(ctx), command, given)
        reading: Reading = ctx.obj
        return reading

    parameters = [_describe_parameter(parameter) for parameter in command.parameters]
    context = FunctionParameter("ctx", FunctionParameter.KEYWORD_ONLY, annotation=typer.Context)
    function: Any = read
    function.__signature__ = Signature([context, *parameters])
    function.__annotations__ = {parameter.name: parameter.annotation for parameter in (context, *parameters)}
    return read


def _describe_parameter(parameter: Parameter) -> FunctionParameter:
    """The parameter as Typer has it; its default says that nothing was said."""
    declared = parameter.declared
    completer = _build_completer(declared.complete) if declared.complete else None
    described: dict[str, Any] = {"metavar": declared.metavar, "help": declared.help, "autocompletion": completer}
    if declared.names:
        what: Any = typer.Option(*declared.names, envvar=declared.envvar or None, **described)
    else:
        what = typer.Argument(**described)
    kind: Any = {bool: bool, str: str | None, list: list[str] | None}[list if parameter.is_rest else parameter.takes]
    default: Any = FunctionParameter.empty if parameter.required else False if parameter.takes is bool else None
    return FunctionParameter(parameter.name, FunctionParameter.KEYWORD_ONLY, annotation=Annotated[kind, what], default=default)


def _build_completer(complete: "Completer") -> Callable[[typer.Context, str], Any]:
    def complete_there(ctx: typer.Context, incomplete: str) -> Any:
        folders = [each.params.get("map_") for each in _climb(ctx)]
        return complete(Path(next(filter(None, folders), ".")), incomplete)

    return complete_there


def _climb(ctx: Any) -> Iterator[Any]:
    while ctx is not None:
        yield ctx
        ctx = ctx.parent
