"""Faults of the file system, injected: as Linux gives them and as Windows does."""

import errno
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from killing import CHANGES

WINDOWS_HOLDS = (5, 32, 33)
"""What Windows says (`winerror`) of a file that another program has open: access denied, sharing and lock violation."""


def held_by_another_program(winerror: int) -> PermissionError:
    """The error as Python makes it on Windows."""
    error = PermissionError(errno.EACCES, "Access is denied")
    error.winerror = winerror  # type: ignore[attr-defined]  # there only on Windows
    return error


def refuse(
    monkeypatch: pytest.MonkeyPatch, function: str, name: str, error: Exception, *, times: int | None = None
) -> list[str]:
    """Let a function of `os` refuse files of this name, always or so many times; gives the names it refused."""
    real: Callable[..., Any] = getattr(os, function)
    refused: list[str] = []

    def call(*paths: Any, **options: Any) -> Any:
        if Path(paths[-1]).name == name and (times is None or len(refused) < times):
            refused.append(name)
            raise error
        return real(*paths, **options)

    monkeypatch.setattr(os, function, call)
    return refused


def fail_at(monkeypatch: pytest.MonkeyPatch, number: int, *, for_good: bool) -> list[str]:
    """Let the so manieth call that changes the disk fail, once or all of them from then on; gives those that failed."""
    failed: list[str] = []
    calls = 0

    def failing(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **options: Any) -> Any:
            nonlocal calls
            calls += 1
            if calls == number or (for_good and calls > number):
                failed.append(name)
                raise OSError(errno.EIO, "no")
            return real(*args, **options)

        return call

    for name in filter(partial(hasattr, os), CHANGES):
        monkeypatch.setattr(os, name, failing(name, getattr(os, name)))
    return failed
