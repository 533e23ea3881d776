"""A long text, typed in the editor of the person who works with samenwerk."""

import os
import shlex
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from samenwerk.errors import RefusedError


def edit_text(begin: str) -> str:
    """What someone made of a text in $VISUAL or $EDITOR. Raises `RefusedError` when there is none, or when it failed."""
    program = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    if not program.strip():
        raise RefusedError("Er is geen tekstverwerker ingesteld.", "Typ het antwoord hier, of stel EDITOR in.")
    with TemporaryDirectory(prefix="samenwerk-") as folder:
        path = Path(folder) / "antwoord.txt"
        path.write_text(begin, encoding="utf-8")
        try:
            subprocess.run([*shlex.split(program), str(path)], check=True)  # noqa: S603  # the person's own choice of program
            return path.read_text(encoding="utf-8").strip()
        except (OSError, ValueError, subprocess.CalledProcessError):
            raise RefusedError(
                f"De tekstverwerker “{program}” deed het niet.", "Typ het antwoord hier, of kijk EDITOR na."
            ) from None
