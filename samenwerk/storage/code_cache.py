"""A folder outside every dossier where compiled templates are kept, so that the next command need not compile them again.

It holds nothing of a dossier, and losing it costs a few hundredths of a second. What is read from it runs as a program, so
it is only used where nobody but its user can have put it. Not by Jinja's own cache of files: that one unpickles what it
finds, and stops at a folder that cannot be written or a file that is damaged.
"""

import contextlib
import os
import stat
import sys
from functools import cached_property
from pathlib import Path

import samenwerk
from samenwerk.storage.user_files import write_whole


class CodeCache:
    """Keeps bytes under a name. Where it cannot read or write, it keeps nothing and complains of nothing."""

    def read(self, name: str) -> bytes | None:
        """What was kept under a name."""
        with contextlib.suppress(OSError):
            # Opening a pipe would wait until someone writes in it.
            if self._folder and stat.S_ISREG((self._folder / name).stat().st_mode):
                return (self._folder / name).read_bytes()
        return None

    def write(self, name: str, content: bytes) -> None:
        """Keep bytes under a name, whole or not at all."""
        with contextlib.suppress(OSError):
            if self._folder is not None:
                write_whole(self._folder / name, content)

    @cached_property
    def _folder(self) -> Path | None:
        """The folder, made where it was not there; None when others may write in it or there is no place for it."""
        base = _user_cache()
        if base is None:
            return None
        folder = base / "samenwerk" / samenwerk.__version__
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            status = folder.stat()
        except OSError:
            return None
        # On Windows a folder of the user has no such owner and mode; who may write there, its own rights say.
        is_private = sys.platform == "win32" or (status.st_uid == os.geteuid() and not status.st_mode & 0o022)
        return folder if is_private else None


def _user_cache() -> Path | None:
    """Where this system keeps what a user can do without; None when it does not say so in full."""
    chosen = os.environ.get("XDG_CACHE_HOME") or (os.environ.get("LOCALAPPDATA") if sys.platform == "win32" else None)
    if chosen:
        # A path that is not whole would lead into whatever folder the command is given in.
        return Path(chosen) if Path(chosen).is_absolute() else None
    try:
        home = Path.home()
    except RuntimeError:  # nobody knows the user
        return None
    inside = {"win32": "AppData/Local", "darwin": "Library/Caches"}.get(sys.platform, ".cache")
    return home / inside if home.is_absolute() and home.name else None
