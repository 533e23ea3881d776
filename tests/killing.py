"""Dying at each change of the disk in turn: what a power cut or a closed window does to a command."""

import os
import warnings
from collections.abc import Callable, Sequence
from typing import Any

import pytest

DIED = 9
VISIBLE_CHANGES = ("mkdir", "replace", "unlink", "rmdir")
"""What other programs see: whoever dies between two of these leaves the same names with the same contents."""

CHANGES = (*VISIBLE_CHANGES, "open", "fsync", "chmod", "chown")

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="a process that dies in the middle is made with fork")


def is_killed_at(number: int, action: Callable[[], object], changes: Sequence[str] = CHANGES) -> bool:
    """Do something in a child that dies just before its so manieth change on disk; whether it came so far."""
    with warnings.catch_warnings():
        # Newer Pythons warn of threads in the parent; the child has none of its own and soon ends.
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child == 0:
        try:
            _die_at(number, changes)
            action()
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) == DIED


def _die_at(number: int, changes: Sequence[str]) -> None:
    left = number

    def counted(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **options: Any) -> Any:
            nonlocal left
            if name != "unlink" or os.path.lexists(args[0]):  # taking away what is not there changes nothing
                left -= 1
            if left == 0:
                os._exit(DIED)
            return real(*args, **options)

        return call

    for name in changes:
        setattr(os, name, counted(name, getattr(os, name)))
