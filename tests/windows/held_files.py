"""Another program that has a file open, as Word, Excel or a virus scanner has."""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_GENERIC_READ, _OPEN_EXISTING = 0x80000000, 3
NOBODY, READERS = 0, 1
"""Who else may open the file meanwhile."""


@contextmanager
def held(path: Path, share: int) -> Iterator[None]:
    """Have a file open, and share it with nobody or with readers."""
    kernel = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined]  # there only on Windows
    kernel.CreateFileW.restype = ctypes.c_void_p
    handle = kernel.CreateFileW(str(path), ctypes.c_uint(_GENERIC_READ), share, None, _OPEN_EXISTING, 0, None)
    assert handle not in (None, ctypes.c_void_p(-1).value), f"{path.name} could not be held"
    try:
        yield
    finally:
        kernel.CloseHandle(ctypes.c_void_p(handle))
