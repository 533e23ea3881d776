"""What wine 8 does otherwise than Windows, put right at the start of each Python there."""

import _winapi
import errno
import msvcrt

# It aborts at this call of Windows to copy a file; without it `shutil` copies in its own way.
_winapi.__dict__.pop("CopyFile2", None)

_lock = msvcrt.locking  # type: ignore[attr-defined]  # there only on Windows


def _say_why(descriptor: int, mode: int, size: int) -> None:
    """Lock, and say of a lock that another has what Windows says: wine gives no reason."""
    try:
        _lock(descriptor, mode, size)
    except OSError:
        raise PermissionError(errno.EACCES, "Permission denied") from None


msvcrt.locking = _say_why  # type: ignore[attr-defined]
