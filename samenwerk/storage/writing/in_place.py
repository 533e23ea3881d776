"""Putting files in place, or for a proef only seeing whether that could be."""

from collections.abc import Sequence
from pathlib import Path

from samenwerk.storage.writing.replacement import Replacement, check_replacements


def put_in_place(root: Path, replacements: Sequence[Replacement], *, proef: bool) -> None:
    """Write files in the folder `root`, all of them or none; of a proef only tell what would be refused of them.

    Raises what `replace_files` raises, and for a proef what `check_replacements` raises.
    """
    if proef:
        check_replacements(root, replacements)
        return
    # Here and not above: a proef pays for no lock and no journal.
    from samenwerk.storage.writing.replace import replace_files

    replace_files(root, replacements)
