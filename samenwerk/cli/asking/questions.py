"""Asking, on a terminal only; every question has an option that answers it in a script.

A word stops every conversation, and so do Ctrl-C, or Ctrl-D on an empty line: signs.py. What was answered until then is the
affair of the command: it is kept where it means something by itself.
"""

import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from samenwerk.cli.asking.signs import QUIET, Sign, Talk, do_sign, find_sign, take_out_of_quotes
from samenwerk.cli.remedies import hint
from samenwerk.cli.screen import shorten, tell
from samenwerk.cli.understanding.understand import say_back
from samenwerk.errors import RefusedError, SamenwerkError, WrongUsageError

if TYPE_CHECKING:
    from samenwerk.domain.opsomming import Opsomming

Answer = TypeVar("Answer")

_LONGEST = 60
"""So much of each part of a list is said back, for a part may be a page."""

_NO_KEUZES: Mapping[str, str] = {}


def can_ask() -> bool:
    """Whether there is someone to answer: both ends are terminals and this is no automated run."""
    return sys.stdin.isatty() and sys.stdout.isatty() and not os.environ.get("CI")


def ask(question: str, default: str = "") -> str:
    """A text, of one line or more; Enter gives the default. Raises `KeyboardInterrupt` when the person stops."""
    return ask_until(question, str, default)


def ask_until(
    question: str,
    read: Callable[[str], Answer],
    default: str = "",
    *,
    draft: str = "",
    appends: bool = False,
    keuzes: Mapping[str, str] = _NO_KEUZES,
    eerste: int = 1,
    names: Sequence[str] = (),
    talk: Talk = QUIET,
    chooses: bool = False,
) -> Answer:
    """What `read` makes of a text.

    What it refuses (`WrongUsageError`, `RefusedError`) is told, and the text stands there to be mended. Any other error of it
    ends the command, after the text was shown: nobody should have to type it again. `draft` stands there from the beginning;
    what is typed comes in its place, or with `appends` behind it. The names of `keuzes` are shown, numbered from `eerste`,
    and completed by Tab, as are `names`, which are not shown. `talk` says what the signs do here. With `chooses` the answer is
    no more than a choice: what is typed after a refusal comes in the place of what was refused.
    Raises `KeyboardInterrupt` when the person stops, and what the signs raise that mean something here.
    """
    tell(f"{question} [{keuzes.get(default, default)}]" if default else question, hang=2)
    if keuzes:
        _show_keuzes(keuzes.values(), eerste)
        _tell_how_to_choose()
    else:
        _tell_how()
    return _hear(read, default, draft, (*keuzes.values(), *names), talk=talk, selected=not appends, chooses=chooses)


def ask_and_do(question: str, do: Callable[[str, bool], Answer], *, proef: bool, for_example: str = "…") -> Answer:
    """What `do` makes of the text that was still missing; its other argument says whether it only tries.

    Raises before anyone types what `do` refuses whatever the text is, and then as `ask_until`.
    """
    do(for_example, True)
    return ask_until(question, lambda text: do(text, proef))


def ask_choice(
    question: str, keuzes: Mapping[str, str] | Iterable[str], default: str = "", *, eerste: int = 1, talk: Talk = QUIET
) -> str:
    """One of a few, by its number in the list, its name or a part of that; Enter gives the default, and without one nothing.

    `keuzes` are words, or keys with the names by which people know them. What was chosen is said back.
    """
    namen = keuzes if isinstance(keuzes, Mapping) else {keuze: keuze for keuze in keuzes}

    def read(answer: str) -> str:
        from samenwerk.domain.keuzes import read_keuze

        if not answer:
            return ""
        gekozen = read_keuze(answer, namen, eerste=eerste)
        if answer not in (gekozen, namen[gekozen]):
            say_back((answer, namen[gekozen]))
        return gekozen

    return ask_until(question, read, default, keuzes=namen, eerste=eerste, talk=talk, chooses=True)


def ask_yes(question: str, *, default: bool = False) -> bool:
    """Whether the answer is yes; Enter means no, or with `default` yes."""

    def read(answer: str) -> bool:
        if answer.casefold() not in ("j", "ja", "n", "nee", "neen"):
            raise WrongUsageError(f"“{answer}” is geen ja en geen nee.", "Antwoord met j of n.")
        return answer.casefold() in ("j", "ja")

    enter = "j" if default else "n"
    tell(f"{question} (j/n) [{enter}]", hang=2)
    return _hear(read, enter, "", (), chooses=True)


def ask_delen(opsomming: "Opsomming") -> tuple[str, ...]:
    """The names or points that an answer holds: where it is not certain that there are more, the person says so."""
    from samenwerk.domain.zinnen import telwoord

    if len(opsomming.delen) < 2:
        return opsomming.delen
    getoond = "; ".join(shorten(deel, _LONGEST) for deel in opsomming.delen)
    vraag = f"Dat zijn er {telwoord(len(opsomming.delen))}: {getoond}."
    if opsomming.is_zeker:
        tell(vraag, style="stil", hang=2)
        return opsomming.delen
    return opsomming.delen if ask_yes(f"{vraag} Zo bewaren?", default=True) else (opsomming.tekst,)


def doubt_once(read: Callable[[str], Answer], doubt: Callable[[str], str]) -> Callable[[str], Answer]:
    """A reader that first tells what `doubt` has to say of a text; who then presses Enter again keeps it."""
    doubted: set[str] = set()

    def read_again(text: str) -> Answer:
        if text not in doubted and (melding := doubt(text)):
            doubted.add(text)
            raise RefusedError(melding, "Pas het aan, of druk op Enter om het zo te houden.")
        return read(text)

    return read_again


def _show_keuzes(namen: Iterable[str], eerste: int) -> None:
    """What can be chosen: a line for each, or when there are many one behind another."""
    regels = [f"{nummer} {naam}" for nummer, naam in enumerate(namen, eerste)]
    for regel in regels if len(regels) <= 12 else ["; ".join(regels)]:
        tell(regel, indent=2, hang=2)


@cache
def _tell_how() -> None:
    """Once in a command, before the first text: how an answer ends, and how to leave."""
    from samenwerk.storage.editor import name_editor

    editor = name_editor()
    met_editor = f", {Sign.EDITOR} (of F4) opent {editor} voor een lange tekst" if editor else ""
    tell(f"Esc en dan Enter begint een nieuwe regel{met_editor}, {Sign.STOP} stopt.", style="stil")


@cache
def _tell_how_to_choose() -> None:
    """Once in a command, before the first choice: what may be typed, and how to leave."""
    tell(f"Een nummer of een naam is genoeg, {Sign.STOP} stopt.", style="stil")


def _hear(
    read: Callable[[str], Answer],
    default: str,
    draft: str,
    names: Sequence[str],
    *,
    talk: Talk = QUIET,
    selected: bool = True,
    chooses: bool = False,
) -> Answer:
    """Listen until there is an answer that `read` takes."""
    from samenwerk.cli.asking.line import read_line
    from samenwerk.domain.tekens import clean_tekst, describe_teken, remove_tekens

    while True:
        text, in_editor = read_line(draft, names, selected=selected)
        sign = Sign.EDITOR if in_editor else find_sign(text, names, "" if selected else draft)
        if sign is Sign.EDITOR:
            text = _edit(text if in_editor else draft)
            if not text:
                continue
        elif sign:
            _do(sign, talk)
            continue
        text = clean_tekst(text).strip()
        if teken := describe_teken(text):
            draft, selected = remove_tekens(text), False
            tell(f"In uw antwoord stond een teken dat niemand ziet: {teken}. Het is eruit gehaald.", style="open", hang=2)
            tell(hint("Lees het na, en druk op Enter."), hang=2)
            continue
        try:
            return read(take_out_of_quotes(text) or default)
        except (WrongUsageError, RefusedError) as error:
            # Who chose wrong chooses again; a text is mended.
            draft, selected = text, chooses
            _tell_problem(error)
        except SamenwerkError:
            tell(f"Niet bewaard, om niet opnieuw te moeten typen: {text}", style="open", hang=2)
            raise


def _do(sign: Sign, talk: Talk) -> None:
    """Do what a sign means, or tell why it cannot be."""
    try:
        do_sign(sign, talk)
    except RefusedError as error:
        _tell_problem(error)


def _edit(begin: str) -> str:
    """What the person makes of a text in an editor; nothing when that fails, which is told."""
    from samenwerk.cli.asking.line import read_line
    from samenwerk.storage.editor import edit_text

    def wait() -> None:
        tell("Bewaar uw tekst in het venster dat openging, en druk daarna hier op Enter.", hang=2)
        read_line()

    try:
        return edit_text(begin, wait)
    except RefusedError as error:
        _tell_problem(error)
        return ""


def _tell_problem(error: SamenwerkError) -> None:
    tell(error.melding, style="open", hang=2)
    for bevinding in error.bevindingen:
        tell(bevinding.melding, indent=2, hang=2)
    if error.oplossing:
        tell(hint(error.oplossing), hang=2)
