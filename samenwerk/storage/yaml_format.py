"""How new data is written: the shapes of YAML the tool puts into a dossier."""

import re
from functools import lru_cache

from samenwerk.errors import DossierError
from samenwerk.storage.yaml_tree import Plain, Scalar, Sequence, parse_tree

WIDTH = 100
INDENT = 2

_AS_IS = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,4}")
"""Dates and small numbers: a person would not quote them, and the fields read them as text anyway."""

_OTHER_TYPE = re.compile(r"[~=]|<<|(?i:y|n|yes|no|on|off|true|false|null)|[-+.]?[0-9][0-9a-fxo_.:+ TZ-]*|[-+]?\.(?i:inf|nan)")
"""Words and numbers that programs with typed YAML read as something else than a text."""

_BREAKS = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]"
"""What YAML takes for the end of a line though no editor does, and what it cannot hold unless it is escaped."""


class Grown(list[Plain]):
    """A list that is given item by item: the first one alone says whether they stand on one line, as it would in a file."""


def tidy(value: Plain) -> Plain:
    """Data as it will be read back: what holds nothing is an empty text, and a text does not end in line ends."""
    if isinstance(value, dict):
        return {key: tidy(inner) for key, inner in value.items()} or ""
    if isinstance(value, list):
        return type(value)(tidy(item) for item in value) or ""
    return value.rstrip("\n")


def format_inline(text: str, *, flow: bool, style: str | None = None) -> str:
    """A text on one line, in the quotes it had when that can be."""
    if "\n" in text or style == '"' or _has_break(text):
        from json import dumps

        return re.sub(_BREAKS, lambda found: f"\\u{ord(found[0]):04x}", dumps(text, ensure_ascii=False))
    if style != "'" and (_AS_IS.fullmatch(text) or _reads_as_itself(text, flow=flow)):
        return text
    return "'" + text.replace("'", "''") + "'"


def _has_break(text: str) -> bool:
    # What can be printed holds none, so that the pattern is hardly ever compiled.
    return not text.replace("\n", "").isprintable() and re.search(_BREAKS, text) is not None


@lru_cache(maxsize=1024)
def _reads_as_itself(text: str, *, flow: bool) -> bool:
    """Whether a text may stand without quotes: the parser gives it back, and nobody takes it for something else."""
    if _OTHER_TYPE.fullmatch(text) or (not text.isascii() and _is_quoted(text)):
        return False
    try:
        value = parse_tree(f"k: [{text}]" if flow else f"k: {text}").root.find("k")
    except DossierError:
        return False
    if flow:
        value = value.items[0] if isinstance(value, Sequence) and len(value.items) == 1 else None
    return isinstance(value, Scalar) and value.style is None and value.value == text


def _is_quoted(text: str) -> bool:
    # Here and not above: most texts that are written begin with a letter.
    from samenwerk.storage.quotes import between_typographic

    return bool(between_typographic(text))


def format_flow(value: Plain) -> str:
    """Data on one line: `{datum: 2026-02-20, naar: delen}`."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{format_inline(key, flow=True)}: {format_flow(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(format_flow(item) for item in value) + "]"
    return format_inline(value, flow=True)


def format_block_text(text: str, indent: int, style: str) -> list[str] | None:
    """The lines of a block text without its header; None when this style cannot hold the text."""
    lines = text.split("\n")
    # A literal text keeps the spaces before a line, but for the first: those say how far the whole is indented.
    indented = lines if style == ">" else lines[:1]
    if any(line != line.rstrip() for line in lines) or any(line != line.lstrip() for line in indented):
        return None
    if _has_break(text) or not text:
        return None
    if style == ">":
        from textwrap import wrap

        # Folding reads one line end as a space, and one more as a line end.
        width = max(WIDTH - indent, 40)
        folded = [wrap(line, width, break_long_words=False, break_on_hyphens=False) for line in lines]
        if [" ".join(parts) for parts in folded] != lines:
            return None
        lines = [part for number, paragraph in enumerate(folded) for part in ([""] if number else []) + paragraph]
    return [" " * indent + line if line else "" for line in lines]


def format_entry(lead: str, value: Plain, indent: int) -> list[str]:
    """The lines of `lead` (a key with its colon, or a dash) with its value, nested data indented below it."""
    if not value:
        return [lead.rstrip()]
    if isinstance(value, dict):
        return [lead, *(line for key, inner in value.items() for line in format_key(key, inner, indent + INDENT))]
    if isinstance(value, list):
        deciding = value[:1] if isinstance(value, Grown) else value
        if all(isinstance(item, str) and re.fullmatch(r"[a-z0-9_-]+", item) for item in deciding):
            return [f"{lead} {format_flow(value)}"]
        return [lead, *(line for item in value for line in format_item(item, indent + INDENT))]
    if "\n" in value or len(value) + len(lead) > WIDTH:
        # Where one line follows another, as in a list that someone typed, each keeps its own line.
        for style in ("|", ">") if re.search(r"\S\n[^\n]", value) else (">", "|"):
            block = format_block_text(value, indent + INDENT, style)
            if block is not None:
                return [f"{lead} {style}-", *block]
    return [f"{lead} {format_inline(value, flow=False)}"]


def format_key(key: str, value: Plain, indent: int) -> list[str]:
    """The lines of a key and its value in a block mapping."""
    return format_entry(f"{' ' * indent}{format_inline(key, flow=False)}:", value, indent)


def format_item(value: Plain, indent: int, gap: str = " ") -> list[str]:
    """The lines of an item in a block list; a mapping starts on the line of its dash."""
    if isinstance(value, dict):
        inner = indent + 1 + len(gap)
        lines = [line for key, item in value.items() for line in format_key(key, item, inner)]
        return [f"{' ' * indent}-{gap}{lines[0][inner:]}", *lines[1:]]
    return format_entry(f"{' ' * indent}-{gap[1:]}", value, indent)
