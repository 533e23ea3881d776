"""Standard streams that are not there: closed by whoever started the command, a service, a shortcut or `>&-`."""

import errno
import io
import os
import sys


def replace_closed() -> None:
    """Put something in the place of each closed stream, so that nothing else has to ask whether it is there."""
    for descriptor in range(3):
        try:
            os.fstat(descriptor)
        except OSError:
            # It takes the lowest free number, which is this one: no file of ours must come to stand there.
            os.open(os.devnull, os.O_RDWR)
    if sys.stdin is None:
        sys.stdin = io.StringIO()
    if sys.stdout is None:
        sys.stdout = _ClosedOutput()
    if sys.stderr is None:
        sys.stderr = io.StringIO()


class _ClosedOutput(io.TextIOBase):
    """Standard output that was closed. Like a full disk, it says so when what was written in it must really go there."""

    _is_asked = False

    def write(self, text: str | bytes) -> int:
        self._is_asked = True
        return len(text)

    @property
    def buffer(self) -> "_ClosedOutput":
        return self

    def flush(self) -> None:
        if self._is_asked:
            self._is_asked = False
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
