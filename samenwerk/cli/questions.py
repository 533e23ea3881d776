"""Asking, on a terminal only; every question has an option that answers it in a script."""

import os
import sys
from collections.abc import Callable
from typing import TypeVar

from samenwerk.cli.remedies import say
from samenwerk.cli.screen import tell
from samenwerk.errors import SamenwerkError, WrongUsageError

Answer = TypeVar("Answer")


def can_ask() -> bool:
    """Whether there is someone to answer: both ends are terminals and this is no automated run."""
    return sys.stdin.isatty() and sys.stdout.isatty() and not os.environ.get("CI")


def ask(question: str, default: str = "") -> str:
    """The answer on one line; Enter gives the default. The end of the input counts as Enter."""
    hint = f" [{default}]" if default else ""
    tell(f"{question}{hint}")
    sys.stderr.write("> ")
    sys.stderr.flush()
    try:
        answer = input().strip()
    except EOFError:
        tell()
        answer = ""
    return answer or default


def ask_until(question: str, read: Callable[[str], Answer], default: str = "") -> Answer:
    """What `read` makes of the answer; what it refuses is told, and asked again. It must take an empty answer."""
    while True:
        try:
            return read(ask(question, default))
        except SamenwerkError as error:
            tell(error.melding, style="open")
            tell(f"→ {say(error.oplossing)}", hang=2)


def ask_choice(question: str, choices: tuple[str, ...], default: str = "") -> str:
    """One of a few words; Enter gives the default, and without one nothing."""

    def read(answer: str) -> str:
        from samenwerk.domain.keuzes import suggest

        if answer.casefold() not in ("", *choices):
            raise WrongUsageError(f"“{answer}” kan hier niet.", suggest(answer, choices))
        return answer.casefold()

    return ask_until(f"{question} ({', '.join(choices)})", read, default)


def ask_yes(question: str) -> bool:
    """Whether the answer is yes; Enter means no."""
    return ask(f"{question} (j/n)", "n").casefold() in ("j", "ja")
