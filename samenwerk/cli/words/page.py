"""The help pages, in Dutch, made of what the commands declare."""

from samenwerk.cli.screen import terminal_width
from samenwerk.cli.words.declare import HELP_NAMES, Command, Group, Parameter
from samenwerk.cli.wrapping import wrap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    Sections = Mapping[str, Mapping[str, str]]


def format_page(names: "Sequence[str]", found: Command | Group, shown: "Sections | None" = None) -> str:
    """The help page of the command with these names, at the width of the screen; `shown` are other sections than it shows."""
    # Here and not above: most words ask for no page.
    from samenwerk.cli.words.examples import list_examples

    sections = shown or (found.shown if isinstance(found, Group) else {})
    usage = [*(_usage_of(argument) for argument in found.arguments), *(["COMMANDO …"] if sections else [])]
    width = max(min(terminal_width(), 90) - 1, 30)
    lines = wrap(f"Gebruik: {' '.join(['samenwerk', *names, *usage])}", width, hang=" " * 4)
    for paragraph in found.help.split("\n\n"):
        lines += ["", *wrap(" ".join(paragraph.split()), width)]
    # A line to copy is not broken, however narrow the screen is.
    examples = [f"  {example}" for example in list_examples(names)]
    lines += ["", "Bijvoorbeeld:", *examples] if examples else []
    lines += _format_rows("Erachter", ((each.declared.metavar, each.declared.help) for each in found.arguments), width)
    for heading, commands in sections.items():
        lines += _format_rows(heading, commands.items(), width)
    options = [(_names_of(option), option.declared.help) for option in found.options]
    lines += _format_rows("Opties", [*options, (", ".join(HELP_NAMES), "Toon deze hulp.")], width)
    return "".join(f"{line}\n" for line in lines)


def _format_rows(heading: str, rows: "Iterable[tuple[str, str]]", width: int) -> list[str]:
    rows = list(rows)
    if not rows:
        return []
    column = min(max(len(left) for left, _ in rows), 24) + 4
    lines = ["", f"{heading}:"]
    for left, right in rows:
        if width < 60 or len(left) + 4 > column:
            lines += [f"  {left}", *wrap(right, width, " " * 6, " " * 6)]
        else:
            lines += wrap(f"  {left:<{column - 2}}{right}", width, hang=" " * column)
    return lines


def _usage_of(argument: Parameter) -> str:
    name = argument.declared.metavar + ("…" if argument.takes is list or argument.is_rest else "")
    return name if argument.required else f"[{name}]"


def _names_of(option: Parameter) -> str:
    names = ", ".join(sorted(option.declared.names, key=len))
    return names if option.takes is bool else f"{names} {option.declared.metavar}"
