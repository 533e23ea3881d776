"""Text that another program saved, or git checked out: a file of ours too may come back with other line ends."""

import codecs
import re
from typing import NamedTuple

_OLD = ("cp1252", "cp850", "mac_roman")
"""The codings that programs took before UTF-8, on Windows, DOS (Excel still offers it) and Macintosh; in doubt the first."""

_IN_PLACE = (
    r"[^\x00-\x7f](?:(?<=[A-Za-zó][ïöüçêàâôûáóñä])(?=[a-zó])|(?<=[A-Za-zé][éëè])|(?<=[éÉèà])(?<!\w.)(?=[a-zé ])"
    r"|(?<=[‘“])(?<!\w.)(?=\w)|(?<=\w’)|(?<=[\w.!?]”)(?!\w)|(?<= –)(?= )|(?<=€)(?= ?\d)|(?<=\w…))"
)
"""Signs beyond ASCII where Dutch has them. In a wrong coding they are other signs, at places where Dutch has none."""


def decode_text(content: bytes) -> str:
    """The text with line ends as ours, of what the usual programs save.

    That is UTF-8 or UTF-16, with or without their mark, else an older coding: that line by line, for a program may add to a
    file in another coding than it has.
    """
    return decode_as_saved(content).replace("\r\n", "\n").replace("\r", "\n")


class Coding(NamedTuple):
    """How a file was saved that is no UTF-8: whether as UTF-16, and else in which lines that shows."""

    is_wide: bool
    regels: tuple[int, ...]
    text: str
    """What it says; empty where that is not certain."""


def find_coding(content: bytes) -> Coding | None:
    """How a file was saved; None when it is UTF-8."""
    if _find_wide(content):
        regels: tuple[int, ...] = ()
        is_mixed = False
    else:
        lines = content.removeprefix(codecs.BOM_UTF8).split(b"\n")
        regels = tuple(number for number, line in enumerate(lines, 1) if not is_utf8(line))
        # A line with letters in both codings was put together of two files: taken for one, the others become two signs.
        is_mixed = any(not line.decode(errors="ignore").isascii() for line in lines if not is_utf8(line))
        if not regels:
            return None
    text = decode_as_saved(content)
    return Coding(not regels, regels, "" if is_mixed or "\ufffd" in text else text)


def decode_as_saved(content: bytes) -> str:
    """The same text with the line ends it has."""
    wide = _find_wide(content)
    if wide:
        return content.decode(wide, errors="replace").removeprefix("\ufeff")
    content = content.removeprefix(codecs.BOM_UTF8)
    if is_utf8(content):
        return content.decode()
    lines = content.split(b"\n")
    old = _find_old(lines)
    return "\n".join(_decode_line(line, old) for line in lines)


def find_doubtful(content: bytes) -> str:
    """A word of the text in which a letter was taken for what it probably is; empty when every letter is certain."""
    if _find_wide(content):
        return ""
    lines = content.removeprefix(codecs.BOM_UTF8).split(b"\n")
    old = _find_old(lines)
    text = " ".join(line.decode(old, errors="replace") for line in lines if not is_utf8(line))
    return next((word for word in re.split(r'[\s;,|"]+', text) if not word.isascii()), "")


def _find_wide(content: bytes) -> str:
    """Which of both kinds of UTF-16 this is; empty for what is none."""
    if content.startswith(codecs.BOM_UTF16_LE):
        return "utf-16-le"
    if content.startswith(codecs.BOM_UTF16_BE):
        return "utf-16-be"
    # Without a mark: of each letter of ours the other half is zero, which no other text has.
    for coding, low, high in (("utf-16-le", content[::2], content[1::2]), ("utf-16-be", content[1::2], content[::2])):
        if 2 * high.count(0) > len(high) and not low.count(0):
            return coding
    return ""


def _find_old(lines: list[bytes]) -> str:
    """The coding in which most letters stand where they can stand."""
    unsure = b"\n".join(line for line in lines if not is_utf8(line))
    return max(_OLD, key=lambda coding: len(re.findall(_IN_PLACE, unsure.decode(coding, errors="replace"))))


def is_utf8(content: bytes) -> bool:
    """Whether these bytes are text as we write it."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _decode_line(line: bytes, old: str) -> str:
    # The few bytes that the older coding does not know become a sign that can be seen.
    return line.decode("utf-8") if is_utf8(line) else line.decode(old, errors="replace")
