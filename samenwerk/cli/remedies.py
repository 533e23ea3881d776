"""What can be done, said as a person does it here: the line to type, quoted for the shell, or the place in the file."""

import os
import re

from samenwerk.cli.wrapping import HELD, hold
from samenwerk.errors import DAG, IETS, NAAM, NAMEN, ByHand, Line, Oplossing, Part, Remedy, as_parts, show_pad

_ON_WINDOWS = os.name == "nt"

_FOR_A_PERSON = (IETS, NAAM, NAMEN, DAG)

_PLAIN = r"[\w.,:/@+-]+"
_PLAIN_ON_WINDOWS = r"[\w.,:/\\@+-]+"
_STEERS = r"""["$`\\!]"""
"""Signs that a shell reads as its own between double quotes."""
_STEERS_ON_WINDOWS = r"""["$`%“”„]"""
"""Those of PowerShell and of cmd; PowerShell takes the quotes of a word processor for its own."""


def say(oplossing: Oplossing) -> str:
    """The sentence, with each remedy in it as a command."""
    return "".join(_say_parts(oplossing))


def hint(oplossing: Oplossing) -> str:
    """The sentence behind an arrow, for the screen: each line to type in it is held together."""
    said = zip(as_parts(oplossing), _say_parts(oplossing), strict=True)
    return f"→{HELD}" + "".join(hold(text) if isinstance(part, (Remedy, Line)) else text for part, text in said)


def _say_parts(oplossing: Oplossing) -> list[str]:
    first, *rest = as_parts(oplossing)
    begin = _say_part(first)
    # A command at the beginning stays as it is typed.
    begin = begin[:1].upper() + begin[1:] if isinstance(first, ByHand) else begin
    return [begin, *map(_say_part, rest)]


def _say_part(part: Part) -> str:
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
    except (shellingham.ShellDetectionFailure, OSError):
        return False


def say_command(remedy: Remedy) -> str:
    """The line to type; of an option alone only the option."""
    command, texts = _find_command(remedy)
    options = [word for name, waarde in _list_options(remedy) for word in (name, *([quote(waarde)] if waarde else []))]
    words = [quote(text) for text in texts]
    # A text that looks like an option is one to no one behind a lone --.
    if any(text.startswith("-") for text in texts):
        return " ".join([*command, *options, "--", *words])
    return " ".join([*command, *words, *options])


def list_words(remedy: Remedy) -> list[str]:
    """What stands behind `samenwerk` in that line, but for what only a person knows: a command asks for what is not said."""
    (_, *command), texts = _find_command(remedy)
    said = [(name, waarde) for name, waarde in _list_options(remedy) if waarde not in _FOR_A_PERSON]
    options = [word for name, waarde in said for word in (name, *([waarde] if waarde else []))]
    return [*command, *(text for text in texts if text not in _FOR_A_PERSON), *options]


def _list_options(remedy: Remedy) -> list[tuple[str, str]]:
    """Each option by its name, with the word behind it; that is empty for a flag."""
    return [(f"--{naam.replace('_', '-')}", waarde) for naam, waarde in remedy.met.items()]


def _find_command(remedy: Remedy) -> tuple[list[str], list[str]]:
    """The name of the command, and the texts behind it."""
    waarde = [remedy.waarde] if remedy.waarde else []
    if not remedy.pad:
        return ["samenwerk", *remedy.doe.split()] if remedy.doe else [], waarde
    if remedy.doe == "zet":
        return ["samenwerk", remedy.doe], [show_pad(remedy.pad), *waarde]
    # Here and not above: most remedies are about no record.
    from samenwerk.domain.reeksen import find_reeks
    from samenwerk.domain.verzamelingen import verzameling_in

    if reeks := find_reeks(str(remedy.pad[0])):
        return ["samenwerk", reeks.commando, remedy.doe], [*show_pad(remedy.pad[1:2]).split(), *waarde]
    veld, *sleutel = (str(deel) for deel in remedy.pad[:2])
    return ["samenwerk", verzameling_in(veld).enkelvoud, remedy.doe], [*sleutel, *waarde]


def quote(word: str) -> str:
    """A word as the shell that people have here takes it for one word, with nothing in it run or filled in."""
    if re.fullmatch(_PLAIN_ON_WINDOWS if _ON_WINDOWS else _PLAIN, word):
        return word
    if not re.search(_STEERS_ON_WINDOWS if _ON_WINDOWS else _STEERS, word):
        return f'"{word}"'
    if _ON_WINDOWS:
        return "'" + re.sub("(['‘’‚‛])", r"\1\1", word) + "'"
    import shlex

    return shlex.quote(word)
