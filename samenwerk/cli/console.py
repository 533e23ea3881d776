"""The console of Windows, which draws colours only when it is asked to; every other terminal does so of itself."""

import sys
from typing import TextIO

if sys.platform == "win32":
    import ctypes
    import msvcrt
    from functools import cache

    _DRAW_CODES = 0x0004  # ENABLE_VIRTUAL_TERMINAL_PROCESSING

    def draws_colour(stream: TextIO) -> bool:
        """Whether the console behind a stream will draw codes of colour; an old one shows them as signs."""
        return _ask(stream.fileno())

    @cache
    def _ask(descriptor: int) -> bool:
        handle, mode = ctypes.c_void_p(msvcrt.get_osfhandle(descriptor)), ctypes.c_ulong()
        if not ctypes.windll.kernel32.GetConsoleMode(handle, ctypes.byref(mode)):
            return False
        return bool(ctypes.windll.kernel32.SetConsoleMode(handle, mode.value | _DRAW_CODES))

else:

    def draws_colour(stream: TextIO) -> bool:
        """Whether the terminal behind a stream will draw codes of colour."""
        return True
