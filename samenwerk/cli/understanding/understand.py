"""The words of a command are read as their kinds say, and what was understood otherwise than it stands is said back."""

from typing import TYPE_CHECKING, Any

from samenwerk.cli.screen import tell

if TYPE_CHECKING:
    from samenwerk.cli.words.declare import Command
    from samenwerk.errors import WrongUsageError

    Given = dict[str, Any]


def understand(command: "Command", given: "Given") -> None:
    """Put what was meant in the place of what was said to a command, by parameter, and say it back in one line.

    Raises `WrongUsageError` with every word that means nothing, or more than one thing.
    """
    kinds = {each.name: each.declared.kind for each in command.parameters if each.declared.kind}
    said = {name: kinds[name] for name in kinds if given.get(name)}
    if not said:
        return
    from samenwerk.cli.words.situation import Situation
    from samenwerk.errors import WrongUsageError

    situation = Situation(given)
    problems: list[tuple[str, WrongUsageError]] = []
    understood: list[tuple[str, str]] = []

    def read(name: str, word: str) -> str:
        kind = said[name]
        try:
            meant = kind.read(word, situation)
        except WrongUsageError as problem:
            problems.append((name, problem))
            return word
        if _list_parts(meant) != _list_parts(word) and (shown := kind.show(meant, situation)) != word:
            understood.append((word, shown))
        return meant

    for name in said:
        value = given[name]
        given[name] = [read(name, word) for word in value] if isinstance(value, list) else read(name, value)
    if problems and not situation.is_broken:
        raise _sum_up(command, problems)
    if understood:
        say_back(*understood)


def _list_parts(word: str) -> set[str]:
    """The names in a list, where the spaces between them and their order tell nothing."""
    return {part.strip() for part in word.split(",")} - {""}


def _sum_up(command: "Command", problems: "list[tuple[str, WrongUsageError]]") -> "WrongUsageError":
    """What is wrong as one error; where it is more, each with the option that it stood behind."""
    from samenwerk.errors import WrongUsageError

    if len(problems) == 1:
        return problems[0][1]
    declared = {each.name: each.declared for each in command.parameters}
    bevindingen = [
        bevinding._replace(melding=f"{max(declared[name].names, key=len, default=declared[name].metavar)}: {bevinding.melding}")
        for name, problem in problems
        for bevinding in problem.as_bevindingen()
    ]
    return WrongUsageError("Dit klopt nog niet; er is niets geschreven.", bevindingen=bevindingen)


def say_back(*understood: tuple[str, str]) -> None:
    """Say in one line what each word was taken for, as a person knows it."""
    said = dict.fromkeys(f"“{word}” is {meant}" for word, meant in understood)
    tell(f"Begrepen: {'; '.join(said)}.", style="stil", hang=2)
