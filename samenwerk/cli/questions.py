"""Asking, on a terminal only; every question has an option that answers it in a script."""

import os
import sys

from samenwerk.cli.screen import tell


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


def ask_yes(question: str) -> bool:
    """Whether the answer is yes; Enter means no."""
    return ask(f"{question} (j/n)", "n").casefold() in ("j", "ja")
