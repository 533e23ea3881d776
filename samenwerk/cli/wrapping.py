"""Breaking a text into lines between its words, without `textwrap`: compiling its patterns costs more than a help page."""

HELD = "\x1f"
"""A space at which no line breaks. Not the sign that Unicode has for it: people paste whole texts that are full of those."""


def hold(line: str) -> str:
    """A line to type, of which the screen makes one line whatever its width: only then it can be copied."""
    return line.replace(" ", HELD)


def wrap(text: str, width: int, lead: str = "", hang: str = "") -> list[str]:
    """The lines of a text of which no one is wider than `width`, but for a word that is.

    `lead` stands before the first line, `hang` before the others. Spaces within a line stay, at a break they go.
    """
    lines: list[str] = []
    line, spaces = "", -1
    for word in text.split(" "):
        spaces += 1
        if not word:
            continue
        longer = f"{line}{' ' * spaces}{word}"
        indent = hang if lines else lead
        if len(indent) + len(longer) > width:
            lines += [indent + line] if line else []
            longer = word
        line, spaces = longer, 0
    return [*lines, (hang if lines else lead) + line] if line else lines
