"""What reaches the screen: wrapped and coloured on a terminal, plain in a pipe, never with control characters of others."""

import os
import sys

from samenwerk.cli.wrapping import HELD, wrap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

    from samenwerk.errors import Bevinding

DEFAULT_WIDTH = 80


class NotShownError(Exception):
    """Standard output takes nothing: it is closed, or what is behind it is full."""


class _Showing:
    """Tells an error of the stream apart from one of a file. Who reads it may have seen enough: that is no error."""

    # Not with contextlib, which every command would have to load.
    def __enter__(self) -> None:
        return

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, OSError) and not isinstance(error, BrokenPipeError):
            raise NotShownError from error


_PLAIN_SIGNS = str.maketrans(
    {"✓": "v", "✗": "x", "●": "*", "○": "o", "◐": "~", "→": "->", "–": "-", "·": "-", "…": "...", "■": "#"}
    # The steps of a sparkline, which stand for the scores 1 to 5.
    | {"▁": "1", "▃": "2", "▅": "3", "▆": "4", "█": "5"}
)
_STYLES = {"kop": "1", "goed": "32", "open": "33", "fout": "31", "stil": "2", "nu": "1;36"}


def prepare_streams() -> None:
    """A terminal or pipe that cannot show a sign shows another one, and a closed stream is nothing to stumble over."""
    if None in (sys.stdin, sys.stdout, sys.stderr):
        from samenwerk.cli.streams import replace_closed

        replace_closed()
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def show(text: str = "", *, style: str = "", indent: int = 0, hang: int = 0) -> None:
    """Show a line of what was asked for, on a terminal wrapped: `indent` spaces, and `hang` more from the second line on.

    What is held together (`wrapping.hold`) is never broken: where the screen is too narrow for it, the terminal wraps it.
    """
    _write(sys.stdout, text, style, indent, hang)


def tell(text: str = "", *, style: str = "", indent: int = 0, hang: int = 0) -> None:
    """Tell something beside what was asked for: an error, advice, the lead of a question. Where it cannot be told it goes."""
    try:
        _write(sys.stderr, text, style, indent, hang)
    except (OSError, NotShownError):
        abandon(sys.stderr)


def abandon(stream: "TextIO") -> None:
    """Let what is still to be shown go nowhere, or Python complains of it when it closes the stream."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    except OSError:  # no stream of the system
        return


def show_raw(text: str) -> None:
    """Put text out as it is: a document, JSON."""
    with _Showing():
        sys.stdout.write(_encodable(sys.stdout, text))
        sys.stdout.flush()


def flush_output() -> None:
    """See to it that what was shown is out. Raises `NotShownError`, or `BrokenPipeError` when nobody reads it any more."""
    with _Showing():
        sys.stdout.flush()


def show_unwrapped(text: str) -> None:
    """Show lines as long as they are, also on a terminal: what is pasted elsewhere must not carry the width of this one."""
    for line in text.splitlines():
        _put(sys.stdout, _clean(line), "")


def shorten(text: str, width: int) -> str:
    """Text cut at a word, with an ellipsis, where it is longer than `width`."""
    if len(text) <= width:
        return text
    return text[:width].rsplit(" ", 1)[0].rstrip(" ,;:.") + " …"


def can_show(text: str) -> bool:
    """Whether standard output can hold this text as it is: it knows every sign, and none of them steers a terminal."""
    return _knows(sys.stdout, text) and all(line.isprintable() for line in text.split("\n"))


def show_bytes(content: bytes) -> None:
    """Put a file out as it is, byte for byte, whatever the coding and the line ends of the stream are."""
    flush_output()
    with _Showing():
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()


def show_diff(diff: str) -> None:
    """Show the lines that differ, with the sign of those that go and those that come, and where in the file they stand."""
    lines = diff.splitlines()
    if lines[:1] and lines[0].startswith("--- ") and lines[1].startswith("+++ "):
        (name, _, old), (_, _, new) = (line[4:].rstrip(")").rpartition(" (") for line in lines[:2])
        show(f"{name}. Regels met -: {old}. Regels met +: {new}.", style="stil", hang=2)
        lines = lines[2:]
    for line in map(_say_place, lines):
        style = "goed" if line.startswith("+") else "fout" if line.startswith("-") else "stil"
        colour = _STYLES[style] if has_colour(sys.stdout) else ""
        _put(sys.stdout, _clean(line.replace("\t", "    ")), colour)


def _say_place(line: str) -> str:
    """A line of a diff; the one that says where a part begins, in words."""
    if not line.startswith("@@ "):
        return line
    return f"Vanaf regel {line.partition('+')[2].partition(' ')[0].partition(',')[0]}:"


def tell_bevinding(bevinding: "Bevinding", inhoud: str = "") -> None:
    """One finding with its place, what stands there where that helps, and the remedy."""
    from samenwerk.cli.remedies import hint

    waar = ":".join(str(deel) for deel in (bevinding.bestand, bevinding.regel, bevinding.kolom) if deel)
    tell(f"{waar}: {bevinding.melding}" if waar else bevinding.melding, indent=2, hang=2)
    if inhoud:
        tell(inhoud, indent=6, hang=2)
    if bevinding.oplossing:
        tell(hint(bevinding.oplossing), indent=4, hang=2)


def terminal_width() -> int:
    """The columns of the terminal; `COLUMNS` wins."""
    # As shutil finds them, without what that module loads for packing archives.
    try:
        said = int(os.environ.get("COLUMNS", ""))
    except ValueError:
        said = 0
    if said > 0:
        return said
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or DEFAULT_WIDTH  # type: ignore[union-attr]
    except (AttributeError, ValueError, OSError):  # no stream, a closed one, no terminal
        return DEFAULT_WIDTH


def _write(stream: "TextIO", text: str, style: str, indent: int, hang: int) -> None:
    text = _clean(text)
    lead = " " * indent
    lines = [lead + text] if text else [""]
    if text and _is_terminal(stream):
        width = max(min(terminal_width(), 100) - 1, 20)
        lines = wrap(text, width, lead, lead + " " * hang)
    for line in lines:
        _put(stream, line, _STYLES.get(style, "") if has_colour(stream) else "")


def _clean(text: str) -> str:
    """The text without signs that steer a terminal instead of being seen."""
    if text.isprintable():
        return text
    return "".join(sign if sign.isprintable() or sign == HELD else " " for sign in text if sign.isprintable() or sign.isspace())


def _put(stream: "TextIO", line: str, colour: str) -> None:
    line = _encodable(stream, line.replace(HELD, " "))
    with _Showing():
        stream.write(f"\x1b[{colour}m{line}\x1b[0m\n" if colour and line else f"{line}\n")


def _encodable(stream: "TextIO", text: str) -> str:
    return text if _knows(stream, text) else text.translate(_PLAIN_SIGNS)


def _knows(stream: "TextIO", text: str) -> bool:
    try:
        text.encode(stream.encoding or "utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _is_terminal(stream: "TextIO") -> bool:
    return stream.isatty()


def has_colour(stream: "TextIO") -> bool:
    """Whether colour is welcome here: on a terminal, and nobody said no."""
    if not _is_terminal(stream) or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    from samenwerk.cli.console import draws_colour

    return draws_colour(stream)
