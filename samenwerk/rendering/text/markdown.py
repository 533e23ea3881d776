"""Text of people as plain Markdown: whatever they wrote stays text, in every reader and in Word."""

import re

from markupsafe import Markup

from samenwerk.rendering.text.plain import as_line

_ANYWHERE = re.compile(r"([\\`*_\[\]<>|~$^])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_AT_START = re.compile(r"^([#+=:%-]|\d{1,9}(?=[.)](?:\s|$)))")


def escape_inline(text: str) -> Markup:
    """Text on one line: fit for a paragraph, a list item, a heading or a cell of a table."""
    line = _ENTITY.sub(r"\\&", _ANYWHERE.sub(r"\\\1", as_line(text)))
    return Markup(_AT_START.sub(_escape_start, line))  # noqa: S704 - Markup means "is Markdown already", not HTML


def _escape_start(found: re.Match[str]) -> str:
    return f"{found[1]}\\" if found[1].isdigit() else f"\\{found[1]}"


def escape_paragraphs(text: str) -> Markup:
    """Text of one or more paragraphs: blank lines part them, single line ends stay line ends."""
    lines = "\n".join(escape_inline(line) for line in text.split("\n"))
    paragraphs = re.split(r"\n{2,}", lines.strip("\n"))
    return Markup("\n\n".join(paragraph.replace("\n", "\\\n") for paragraph in paragraphs))  # noqa: S704 - as above


def escape_value(value: object) -> Markup:
    """What a template may print: Markdown as it is, everything else as text. Jinja calls this on every `{{ … }}`."""
    return value if isinstance(value, Markup) else escape_inline("" if value is None else str(value))
