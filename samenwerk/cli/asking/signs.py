"""What is said in place of an answer: a sign that stops, goes back, asks why, leaves open or marks as confidential.

Such a word alone is never an answer, at no question: where a dialog can do nothing with it, that is told. Whoever means the
word itself puts it between quotes. A choice that is called so goes before the sign.
"""

import re
from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import NamedTuple

from samenwerk.cli.screen import tell


class Stopped(KeyboardInterrupt):
    """The person gave the sign to stop: no more questions, and what was answered holds."""


class WentBack(KeyboardInterrupt):
    """The person wants the question before this one again."""


class LeftOpen(KeyboardInterrupt):
    """The person does not know it: it stays open, and is not asked again now."""


class Sign(StrEnum):
    """What can be said in place of an answer."""

    STOP = "q"
    EDITOR = "e"
    BACK = "<"
    WHY = "?"
    UNKNOWN = "-"
    MARK = "v"


_WORDS = {
    **dict.fromkeys(("q", "quit", "stop", "stoppen", "exit", "einde", "klaar"), Sign.STOP),
    "e": Sign.EDITOR,
    **dict.fromkeys(("<", "vorige", "terug"), Sign.BACK),
    **dict.fromkeys(("?", "help"), Sign.WHY),
    **dict.fromkeys(("-", "weet ik niet"), Sign.UNKNOWN),
    "v": Sign.MARK,
}


_LEAVING = (Sign.STOP, Sign.BACK, Sign.UNKNOWN)


class Talk(NamedTuple):
    """What the signs do at one question, beside stopping; a sign for which there is nothing here is told to mean nothing.

    `explain` tells why this is asked, and then asks it again. `mark` takes the next answer as confidential, or no longer,
    and raises `RefusedError` where that cannot be.
    """

    explain: Callable[[], None] | None = None
    can_go_back: bool = False
    can_leave_open: bool = False
    mark: Callable[[], None] | None = None


QUIET = Talk()


def find_sign(text: str, names: Iterable[str] = (), stood: str = "") -> Sign | None:
    """The sign that a text is; None when it is an answer, as is the beginning of one of the names that can be chosen.

    Behind a text that stood there already (`stood`), where what is typed is added to it, a sign to leave is one too.
    """
    if stood and text.startswith(stood) and (behind := text[len(stood) :].strip(" ;\n")) in _LEAVING:
        return Sign(behind)
    word = text.strip().casefold()
    sign = _WORDS.get(word)
    is_name = word not in (Sign.STOP, Sign.BACK, Sign.WHY) and any(name.casefold().startswith(word) for name in names)
    return None if is_name else sign


def take_out_of_quotes(text: str) -> str:
    """The word itself where one that is a sign stands between quotes; else the text as it is."""
    quoted = re.fullmatch(r"""["'“”„‘’](.+)["'“”‘’]""", text)
    return quoted[1] if quoted and quoted[1].strip().casefold() in _WORDS else text


def do_sign(sign: Sign, talk: Talk) -> None:
    """Do what a sign other than that of the editor means here, or tell that it means nothing here.

    Raises `Stopped`, `WentBack` or `LeftOpen` when the question ends with it, and `RefusedError` when it cannot be.
    """
    if sign is Sign.STOP:
        raise Stopped
    if sign is Sign.BACK and talk.can_go_back:
        raise WentBack
    if sign is Sign.UNKNOWN and talk.can_leave_open:
        raise LeftOpen
    if sign is Sign.MARK and talk.mark:
        talk.mark()
        return
    if sign is Sign.WHY:
        tell_signs(talk)
        if talk.explain:
            talk.explain()
        return
    tell(f"{_NOTHING[sign]} {_AS_TEXT.format(sign)}", style="open", hang=2)


_NOTHING = {
    Sign.BACK: "Hier kunt u niet terug naar een vorige vraag.",
    Sign.UNKNOWN: "Hier is een antwoord nodig; q stopt.",
    Sign.MARK: "Dit antwoord kan niet vertrouwelijk zijn.",
}
_AS_TEXT = "Bedoelt u het teken zelf, zet het dan tussen aanhalingstekens: “{}”."


def tell_signs(talk: Talk) -> None:
    """The signs that mean something at a question, in one line."""
    can = {
        "< vorige vraag": talk.can_go_back,
        "? uitleg": talk.explain is not None,
        "- weet ik niet": talk.can_leave_open,
        "v vertrouwelijk": talk.mark is not None,
        "q stopt": True,
    }
    tell(f"Enter gaat verder, {', '.join(sign for sign, is_there in can.items() if is_there)}.", style="stil", hang=2)
    tell("Is zo’n teken uw antwoord, zet het dan tussen aanhalingstekens.", style="stil", hang=2)
