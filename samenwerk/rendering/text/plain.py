"""Text as plain text: what every form of output needs before it makes it Markdown, a mail or a calendar."""

import re

_INVISIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]")


def strip_invisible(text: str) -> str:
    """Text without signs that are not seen; its other signs stay what they are."""
    return _INVISIBLE.sub("", text)


def as_line(text: str) -> str:
    """Text on one line, without signs that are not seen."""
    return " ".join(strip_invisible(text).split())


def tidy(text: str) -> str:
    """One blank line between blocks, none at the ends, no spaces at line ends."""
    lines = "\n".join(line.rstrip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", lines).strip("\n") + "\n"
