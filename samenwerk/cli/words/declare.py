"""What a command takes, declared as plain data: both readers of words, the help pages and the Tab key go by it.

`--help` needs this module and must not wait for `typing`; what reads annotations stands in `signature.py`.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path
    from typing import Protocol

    from samenwerk.cli.words.situation import Situation

    Completer = Callable[[Path, str], Sequence[str | tuple[str, str]]]
    Function = Callable[..., None]

    class Kind(Protocol):
        """What a word can mean, so that it need not be said as the dossier says it."""

        def read(self, word: str, situation: Situation) -> str:
            """The word as the command takes it. Raises `WrongUsageError` when it is none, or may be more than one."""

        def show(self, word: str, situation: Situation) -> str:
            """That word as a person knows it; read again, it is the same."""

        def complete(self, start: Path, incomplete: str) -> Sequence[str | tuple[str, str]]:
            """What the Tab key offers."""


HELP_NAMES = ("-h", "--help")

_NOTHING: "Mapping[str, tuple[str, ...]]" = {}


class Option:
    """A word with dashes, and what stands behind it unless it is a flag.

    `kind` says what the word can mean, when it is no text. `complete` gets the folder to look for a dossier in and what was
    typed so far, and says what can stand there, if need be with a line about it; without it the kind does.
    `envvar` gives the value when no word does.
    """

    def __init__(  # all that can be said of an option, by name
        self,
        *names: str,
        help: str,
        metavar: str = "TEKST",
        kind: "Kind | None" = None,
        complete: "Completer | None" = None,
        envvar: str = "",
    ) -> None:
        self.names = names
        self.help = help
        self.metavar = metavar
        self.kind = kind
        self.complete = complete or (kind.complete if kind else None)
        self.envvar = envvar


class Argument:
    """A word told by its place; it has no names.

    With `rest` all words that are left are one text, so that nobody must know of quotes. They stand together: behind an
    option in between, it is not certain what a word belongs to.
    """

    names: tuple[str, ...] = ()
    envvar = ""

    def __init__(
        self,
        *,
        help: str,
        metavar: str,
        kind: "Kind | None" = None,
        complete: "Completer | None" = None,
        rest: bool = False,
    ) -> None:
        self.help = help
        self.metavar = metavar
        self.rest = rest
        self.kind = kind
        self.complete = complete or (kind.complete if kind else None)


class Parameter:
    """An option or argument, as a parameter of the function behind a command.

    `takes` is `bool` for a flag, `str` for one word, `list` for any number of them.
    """

    def __init__(self, name: str, declared: Option | Argument, takes: type = str, *, required: bool = False) -> None:
        self.name = name
        self.declared = declared
        self.takes = takes
        self.required = required

    @property
    def is_rest(self) -> bool:
        """Whether all words that are left are its text."""
        return isinstance(self.declared, Argument) and self.declared.rest


class Command:
    """A function, its help, of which the first sentence stands in lists, and the words it takes.

    A function that ends with another exit code than 0, and has told why, raises `SystemExit`.
    """

    def __init__(self, function: "Function", help: str, parameters: "Iterable[Parameter]") -> None:
        self.function = function
        self.help = help
        self.parameters = tuple(parameters)

    @property
    def options(self) -> list[Parameter]:
        """What is told by its name."""
        return [parameter for parameter in self.parameters if parameter.declared.names]

    @property
    def arguments(self) -> list[Parameter]:
        """What is told by its place, in that order."""
        return [parameter for parameter in self.parameters if not parameter.declared.names]


class Group:
    """Commands behind one word.

    `sections` has below each heading the names of commands with their one line; `load` gives a command by its name.
    `default` is done when no command follows; its options may stand before the name of one, and count for that one too.
    `shown` is what the help page has in place of the sections, when they are too many. `meant` has other words that people
    use, each with the names of the command they mean. `otherwise` is the command that all words are for when the first of
    them is the name of none.
    """

    arguments: "Sequence[Parameter]" = ()

    def __init__(
        self,
        help: str,
        sections: "Mapping[str, Mapping[str, str]]",
        load: "Callable[[str], Command | Group]",
        default: Command | None = None,
        *,
        meant: "Mapping[str, tuple[str, ...]]" = _NOTHING,
        otherwise: str = "",
        shown: "Mapping[str, Mapping[str, str]] | None" = None,
    ) -> None:
        self.help = help
        self.sections = sections
        self.shown = shown or sections
        self.default = default
        self.meant = meant
        self.otherwise = otherwise
        self._load = load
        self._found: dict[str, Command | Group] = {}

    @property
    def names(self) -> list[str]:
        """The commands, in the order of the help page."""
        return [name for commands in self.sections.values() for name in commands]

    @property
    def options(self) -> list[Parameter]:
        """What may stand before the name of a command."""
        return self.default.options if self.default else []

    def name_of(self, word: str) -> "tuple[str, ...]":
        """The names of the command that a word means: that word itself, unless it is another word for one."""
        return self.meant.get(word, (word,))

    def name_all(self, words: "Sequence[str]") -> "tuple[str, ...]":
        """The names of the command that words lead to, as far as they do."""
        names: tuple[str, ...] = ()
        level: Command | Group | None = self
        for word in words:
            names += level.name_of(word) if isinstance(level, Group) else (word,)
            level = level.find(word) if isinstance(level, Group) else None
        return names

    def complete(self, words: "Sequence[str]") -> "list[str]":
        """The words with the name of the command they are for, where that was left out."""
        is_left_out = self.otherwise and not (words and words[0] in (*self.names, *self.meant, *HELP_NAMES))
        return [self.otherwise, *words] if is_left_out else list(words)

    def look_up(self, names: "Sequence[str]") -> "Command | Group | None":
        """What one name after the other leads to; without a name this group."""
        found: Command | Group | None = self
        for name in names:
            found = found.find(name) if isinstance(found, Group) else None
        return found

    def find(self, name: str) -> "Command | Group | None":
        """The command with this name or another word for it, loaded once; None when there is none."""
        if name in self.meant:
            return self.look_up(self.meant[name])
        if name not in self._found and name in self.names:
            self._found[name] = self._load(name)
        return self._found.get(name)


def group_commands(
    help: str,
    commands: "Mapping[str, Command]",
    default: Command | None = None,
    *,
    meant: "Mapping[str, tuple[str, ...]]" = _NOTHING,
    otherwise: str = "",
) -> Group:
    """Commands that are there already as a group."""
    lines = {name: first_sentence(command.help) for name, command in commands.items()}
    return Group(help, {"Commando’s": lines}, commands.__getitem__, default, meant=meant, otherwise=otherwise)


def first_sentence(text: str) -> str:
    """The first sentence of a help text, which stands in lists."""
    words: list[str] = []
    for word in text.split("\n\n", maxsplit=1)[0].split():
        words.append(word)
        if word.endswith("."):
            break
    return " ".join(words)
