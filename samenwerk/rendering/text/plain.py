"""Text as plain text: what every form of output needs before it makes it Markdown, a mail or a calendar."""

import re

from samenwerk.rendering.text.tekens import ONZICHTBAAR


def strip_invisible(text: str) -> str:
    """Text without signs that are not seen; its other signs stay what they are."""
    return re.sub(ONZICHTBAAR, "", text)


def as_line(text: str) -> str:
    """Text on one line, without signs that are not seen."""
    return " ".join(strip_invisible(text).split())


def tidy(text: str) -> str:
    """One blank line between blocks, none at the ends, no spaces at line ends."""
    lines = "\n".join(line.rstrip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", lines).strip("\n") + "\n"
