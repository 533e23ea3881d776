"""What can be done, said as a person does it here: the line to type, quoted for the shell, or the place in the file."""

import os
import re
import shlex

from samenwerk.errors import ByHand, Line, Oplossing, Remedy, as_parts, show_pad

_ON_WINDOWS = os.name == "nt"

_PLAIN = re.compile(r"[\w.,:/@+-]+")
_PLAIN_ON_WINDOWS = re.compile(r"[\w.,:/\\@+-]+")
_STEERS = re.compile(r"""["$`\\!]""")
"""Signs that a shell reads as its own between double quotes."""
_STEERS_ON_WINDOWS = re.compile(r"""["$`%“”„]""")
"""Those of PowerShell and of cmd; PowerShell takes the quotes of a word processor for its own."""


def say(oplossing: Oplossing) -> str:
    """The sentence, with each remedy in it as a command."""
    first, *rest = as_parts(oplossing)
    begin = _say_part(first)
    # A command at the beginning stays as it is typed.
    begin = begin[:1].upper() + begin[1:] if isinstance(first, ByHand) else begin
    return begin + "".join(_say_part(part) for part in rest)


def _say_part(part: str | Remedy | ByHand | Line) -> str:
    if isinstance(part, Remedy):
        return say_command(part)
    if isinstance(part, Line):
        line = " ".join(quote(word) for word in part.words)
        # PowerShell runs a quoted program only behind an &.
        return f"& {line}" if _ON_WINDOWS and line[0] in "\"'" and _is_powershell() else line
    if isinstance(part, ByHand):
        from samenwerk.storage.dossier import DOSSIER_NAME

        return f"vul aan in {DOSSIER_NAME}, regel {part.regel}: {show_pad(part.pad)}"
    return part


def _is_powershell() -> bool:
    import shellingham

    try:
        return shellingham.detect_shell()[0] in ("powershell", "pwsh")
    except shellingham.ShellDetectionFailure:
        return False


def say_command(remedy: Remedy) -> str:
    """The line to type; of an option alone only the option."""
    words = ["samenwerk", *_say_doe(remedy)] if remedy.doe else []
    words += [quote(remedy.waarde)] if remedy.waarde else []
    for naam, waarde in remedy.met.items():
        words += [f"--{naam.replace('_', '-')}", *([quote(waarde)] if waarde else [])]
    return " ".join(words)


def _say_doe(remedy: Remedy) -> list[str]:
    if not remedy.pad:
        return remedy.doe.split()
    if remedy.doe == "zet":
        return [remedy.doe, quote(show_pad(remedy.pad))]
    # Here and not above: most remedies are about no record.
    from samenwerk.domain.verzamelingen import verzameling_in

    veld, *sleutel = (str(deel) for deel in remedy.pad[:2])
    return [verzameling_in(veld).enkelvoud, remedy.doe, *(quote(deel) for deel in sleutel)]


def quote(word: str) -> str:
    """A word as the shell that people have here takes it for one word, with nothing in it run or filled in."""
    if (_PLAIN_ON_WINDOWS if _ON_WINDOWS else _PLAIN).fullmatch(word):
        return word
    if not (_STEERS_ON_WINDOWS if _ON_WINDOWS else _STEERS).search(word):
        return f'"{word}"'
    return "'" + re.sub("(['‘’‚‛])", r"\1\1", word) + "'" if _ON_WINDOWS else shlex.quote(word)
