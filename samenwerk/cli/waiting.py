"""A sign of life for work that takes longer than a moment: a bar on the terminal, which is gone when the work is done."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Lock, Timer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress

PATIENCE = 1.0
"""How many seconds people wait without wondering."""


@contextmanager
def waiting(what: str) -> Iterator[None]:
    """Show `what`, a few words, with a bar that moves when the body takes longer than a moment; never into a pipe."""
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield
        return
    bar = _Bar(what)
    timer = Timer(PATIENCE, bar.show)
    # Whoever stops meanwhile need not wait for it.
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        bar.hide()


class _Bar:
    """A bar that is shown by the clock and hidden by the work, whichever comes first."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._lock = Lock()
        self._is_over = False
        self._progress: Progress | None = None

    def show(self) -> None:
        """Show it, unless the work is done."""
        from rich.console import Console
        from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn

        with self._lock, suppress(OSError):
            if self._is_over:
                return
            # The bar moves by its colours alone; the line before it also where there are none.
            columns = SpinnerColumn("line"), TextColumn(self._what), BarColumn(bar_width=10)
            self._progress = Progress(*columns, console=Console(stderr=True), transient=True)
            self._progress.add_task("", total=None)
            self._progress.start()

    def hide(self) -> None:
        """Take it away, or let it never come."""
        with self._lock, suppress(OSError):
            self._is_over = True
            if self._progress:
                self._progress.stop()
