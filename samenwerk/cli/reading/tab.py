"""What the Tab key offers for the first word: the commands, told to each shell in the way it asks for them.

The scripts and their protocols are Typer's; what comes after the first word is left to it. For three of the shells it
loads rich, only to take marks of style out of help that has none.
"""

from samenwerk.cli.catalogue import COMMANDS, COMPLETE_VARIABLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_ZSH_SIGNS = str.maketrans({'"': '""', "'": "''", "$": "\\$", "`": "\\`", ":": "\\\\:"})

_ROWS: "Mapping[str, Callable[[str, str], str]]" = {
    "bash": lambda name, _: name,
    "zsh": lambda name, about: f'"{name.translate(_ZSH_SIGNS)}":"{about.translate(_ZSH_SIGNS)}"',
    "fish": lambda name, about: f"{name}\t{about}",
    "powershell": lambda name, about: f"{name}:::{about}",
    "pwsh": lambda name, about: f"{name}:::{about}",
}
"""How each shell wants a command and what it does."""


def offer_commands(environment: "Mapping[str, str]") -> str | None:
    """What to put out for the shell that asks; None when it asks for something else than a command."""
    shell = environment[COMPLETE_VARIABLE].removeprefix("complete_")
    typed = _read_typed(shell, environment)
    if typed is None:
        return None
    rows = [_ROWS[shell](name, about) for name, about in COMMANDS.items() if name.startswith(typed)]
    answer = "\n".join(rows)
    if shell == "zsh":
        answer = f"_arguments '*: :(({answer}))'" if rows else "_files"
    return f"{answer}\n"


def _read_typed(shell: str, environment: "Mapping[str, str]") -> str | None:
    """The beginning of the first word behind `samenwerk`; None when another one is typed, or it might be read otherwise."""
    line = environment.get("COMP_WORDS" if shell == "bash" else "_TYPER_COMPLETE_ARGS", "")
    program, _, typed = line.replace("\n", " ").partition(" ")
    if shell == "bash":
        is_first = environment.get("COMP_CWORD") == "1"
    elif shell == "fish":
        is_first = environment.get("_TYPER_COMPLETE_FISH_ACTION") == "get-args"
    else:
        is_first = shell == "zsh" or (shell in _ROWS and typed == environment.get("_TYPER_COMPLETE_WORD_TO_COMPLETE", ""))
    is_plain = program and program.isprintable() and not set(program) & set("'\"\\")
    is_word = not typed or (typed.isascii() and typed.isalpha())
    return typed if is_first and is_plain and is_word else None
