"""A folder outside every dossier where compiled templates are kept, so that the next command need not compile them again.

It holds nothing of a dossier, and losing it costs a few hundredths of a second.
"""

import contextlib
import os
import sys
import tempfile
from pathlib import Path

import samenwerk


class CodeCache:
    """Keeps bytes under a name. Where it cannot read or write, it keeps nothing and complains of nothing."""

    def __init__(self) -> None:
        self._folder = _user_cache() / "samenwerk" / samenwerk.__version__

    def read(self, name: str) -> bytes | None:
        """What was kept under a name."""
        try:
            return (self._folder / name).read_bytes()
        except OSError:
            return None

    def write(self, name: str, content: bytes) -> None:
        """Keep bytes under a name, whole or not at all."""
        with contextlib.suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            descriptor, temporary = tempfile.mkstemp(dir=self._folder)
            with os.fdopen(descriptor, "wb") as file:
                file.write(content)
            Path(temporary).replace(self._folder / name)


def _user_cache() -> Path:
    """Where this system keeps what a user can do without."""
    if os.environ.get("XDG_CACHE_HOME"):
        return Path(os.environ["XDG_CACHE_HOME"])
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    return Path.home() / ("Library/Caches" if sys.platform == "darwin" else ".cache")
