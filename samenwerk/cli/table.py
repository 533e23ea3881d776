"""Rows and columns on the screen, with lines around them."""

import sys
from collections.abc import Sequence

from samenwerk.cli.screen import has_colour, terminal_width


def show_table(headings: Sequence[str], rows: Sequence[Sequence[str]], stressed: int = -1) -> bool:
    """Show rows as a table, of which one may be stressed; whether there was room for it without breaking a word.

    Where there was not, and in a pipe, nothing is shown.
    """
    if not sys.stdout.isatty():
        return False
    widths = [max(_longest_word(cell) for cell in column) for column in zip(headings, *rows, strict=True)]
    if sum(widths) + 3 * len(widths) + 1 > terminal_width():
        return False
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.ROUNDED, show_lines=True)
    for heading, width in zip(headings, widths, strict=True):
        table.add_column(heading, min_width=width)
    for number, row in enumerate(rows):
        # As text: square brackets in what people write are no markup.
        table.add_row(*map(Text, row), style="bold cyan" if number == stressed else "")
    # With a height beside it: without one, rich takes a terminal that places nothing for 80 columns whatever it is told.
    console = Console(
        width=terminal_width(), height=25, highlight=False, color_system="auto" if has_colour(sys.stdout) else None
    )
    console.print(table)
    return True


def _longest_word(text: str) -> int:
    return max(map(len, text.split()), default=0)
