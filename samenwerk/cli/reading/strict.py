"""The strict reader: it takes only words that are exactly what a command declares, and leaves all else to Typer.

Loading Typer costs more than most commands do. Errors, `--option=value`, joined short forms, `--` and whatever else is
not certain go to `typer_road.py`, so that no rule is written twice: both go by the same declarations, and a test holds
them beside each other.
"""

import os

from samenwerk.cli.root import ROOT
from samenwerk.cli.words.declare import HELP_NAMES, Command, Group, Parameter
from samenwerk.cli.words.page import format_page

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from typing import Any

    Given = dict[str, Any]


class Reading:
    """What words ask for: a command, the names by which it was called, and what was said to it, by parameter."""

    def __init__(self, names: tuple[str, ...], command: Command, given: "Given") -> None:
        self.names = names
        self.command = command
        self.given = given

    def in_folder(self, folder: "Path") -> "Reading":
        """The same for the dossier in this folder."""
        return Reading(self.names, self.command, {**self.given, "map_": str(folder)})

    def run(self) -> None:
        """Do it, by the defaults of the function where nothing was said."""
        self.command.function(**self.given)


def follow_reading(before: Reading | None, names: tuple[str, ...], command: Command, given: "Given") -> Reading:
    """What a command is asked to do; what was said before it counts too, where it takes that and was not told otherwise."""
    if before is None:
        return Reading(names, command, given)
    if before.given.get("version"):
        return before  # whoever asks for the version gets that alone
    taken = {option.name for option in command.options}
    return Reading(names, command, {name: value for name, value in before.given.items() if name in taken} | given)


def find_page(words: "Sequence[str]") -> str | None:
    """The help page that these words ask for and nothing else; None when they ask for something else."""
    if not words or words[-1] not in HELP_NAMES:
        return None
    names = ROOT.name_all(words[:-1])
    found = ROOT.look_up(names)
    return format_page(names, found) if found else None


class _UnsureError(Exception):
    """A word is not exactly what is declared."""


def read_words(words: "Sequence[str]") -> Reading | None:
    """What these words ask for; None when one of them is not exactly what is declared."""
    try:
        return _read_level((), ROOT, words, None)
    except _UnsureError:
        return None


def _read_level(names: tuple[str, ...], level: Command | Group, said: "Sequence[str]", before: Reading | None) -> Reading:
    words = iter(level.complete(said) if isinstance(level, Group) else said)
    named = {name: option for option in level.options for name in option.declared.names}
    given = _read_environment(level.options)
    runs: list[list[str]] = [[]]
    for word in words:
        if word in named:
            _add_option(named[word], words, given)
            runs.append([])
        elif word.startswith("-"):
            raise _UnsureError
        elif isinstance(level, Command):
            runs[-1].append(word)
        else:
            if level.default is not None:
                before = follow_reading(before, names, level.default, given)
            return _read_level((*names, *level.name_of(word)), _find(level, word), list(words), before)
    if isinstance(level, Command):
        return follow_reading(before, names, level, given | _place(runs, level.arguments))
    if level.default is None:
        raise _UnsureError
    return follow_reading(before, names, level.default, given)


def _find(group: Group, name: str) -> Command | Group:
    found = group.find(name)
    if found is None:
        raise _UnsureError
    return found


def _read_environment(options: "Sequence[Parameter]") -> "Given":
    said = {option.name: os.environ.get(option.declared.envvar) for option in options if option.declared.envvar}
    return {name: value for name, value in said.items() if value}


def _add_option(option: Parameter, words: "Iterator[str]", given: "Given") -> None:
    if option.takes is bool:
        given[option.name] = True
        return
    value = next(words, "-")
    if value.startswith("-"):
        raise _UnsureError
    if option.takes is list:
        given.setdefault(option.name, []).append(value)
    else:
        given[option.name] = value


def _place(runs: "Sequence[Sequence[str]]", arguments: "Sequence[Parameter]") -> "Given":
    given: Given = {}
    loose = [word for run in runs for word in run]
    for argument in arguments:
        if loose and argument.is_rest:
            if is_broken_off(runs, len(loose)):
                raise _UnsureError
            given[argument.name], loose = " ".join(loose), []
        elif loose and argument.takes is list:
            given[argument.name], loose = loose, []
        elif loose:
            given[argument.name], loose = loose[0], loose[1:]
        elif argument.required:
            raise _UnsureError
    if loose:
        raise _UnsureError
    return given


def is_broken_off(runs: "Sequence[Sequence[str]]", count: int) -> bool:
    """Whether the last words do not stand together; `runs` are the words between the options."""
    last: Sequence[str] = next((run for run in reversed(runs) if run), ())
    return len(last) < count
