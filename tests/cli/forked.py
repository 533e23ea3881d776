"""Commands on a terminal, each in a process of its own, that need not load Python and samenwerk anew.

Most of what such a command costs is loading. So one process of each worker of the tests loads all of it once, does nothing
else, and forks itself for each command: a fresh process, on none of whose modules a test has laid a finger. Where the start
of Python itself is looked at (the coding of its streams, what is loaded), a test starts a Python of its own.
"""

import atexit
import fcntl
import functools
import gc
import json
import os
import pkgutil
import signal
import socket
import subprocess
import sys
import termios
from collections.abc import Mapping, Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path

_LARGEST = 2**20


class Forked:
    """A command that runs on a terminal of its own; `terminal` is the end of it where the person sits."""

    def __init__(self, words: Sequence[str], cwd: Path, env: Mapping[str, str], size: tuple[int, int]) -> None:
        self.terminal, theirs = os.openpty()
        _set_up(theirs, size)
        self._code, told = os.pipe()
        order = json.dumps({"words": words, "cwd": str(cwd), "env": dict(env)}).encode()
        socket.send_fds(_server(), [order], [theirs, told])
        os.close(theirs)
        os.close(told)

    def wait(self) -> int:
        """Wait until the command has ended; its exit code, negative if a signal ended it."""
        with os.fdopen(self._code, "rb") as said:
            return int(said.read())


def _set_up(terminal: int, size: tuple[int, int]) -> None:
    """A terminal of this size, that does not show what is typed by itself."""
    termios.tcsetwinsize(terminal, size)
    mode = termios.tcgetattr(terminal)
    mode[3] &= ~termios.ECHO
    termios.tcsetattr(terminal, termios.TCSANOW, mode)


@functools.cache
def _server() -> socket.socket:
    """The way to the process that forks: one for all tests of a worker."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with theirs:
        server = subprocess.Popen([sys.executable, __file__, str(theirs.fileno())], pass_fds=[theirs.fileno()])
    atexit.register(server.wait)
    atexit.register(ours.close)
    return ours


# In the process that forks


def _serve(orders: socket.socket) -> None:
    """Fork for each order that comes, until none can come any more. In the fork this comes back: that is the command."""
    _load_all()
    gc.freeze()  # What is loaded here is not looked through again, and so not copied, in each fork.
    while True:
        order, handed, _, _ = socket.recv_fds(orders, _LARGEST, 2)
        _forget_ended()
        if not order:
            # Without the end of Python: what measured this process would be written when the tests have been counted.
            os._exit(0)
        terminal, told = handed
        if os.fork() == 0:
            orders.close()
            command = os.fork()
            if command == 0:
                os.close(told)
                _become(terminal, **json.loads(order))
                return
            os.close(terminal)
            _, status = os.waitpid(command, 0)
            os.write(told, str(os.waitstatus_to_exitcode(status)).encode())
            os._exit(0)
        os.close(terminal)
        os.close(told)


def _forget_ended() -> None:
    """Let the forks that ended go, as the system asks of who made them."""
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            continue


def _load_all() -> None:
    import prompt_toolkit.shortcuts  # noqa: F401

    import samenwerk

    for module in pkgutil.walk_packages(samenwerk.__path__, "samenwerk."):
        if not module.name.endswith("__main__"):
            import_module(module.name)


def _become(terminal: int, words: list[str], cwd: str, env: dict[str, str]) -> None:
    """Be a process on this terminal, as one that a shell starts: Ctrl-C and a closed window are heard."""
    os.setsid()
    fcntl.ioctl(terminal, termios.TIOCSCTTY, 0)
    for number in (0, 1, 2):
        os.dup2(terminal, number)
    os.close(terminal)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stdout = open(1, "w", buffering=1, encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", buffering=1, encoding="utf-8", errors="backslashreplace", closefd=False)  # noqa: SIM115
    # Whoever starts the tests in the background lets them ignore Ctrl-C.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(env)
    sys.argv[1:] = words


def _end(code: int) -> None:
    """End as Python does, but for taking apart all that was loaded, which costs more than most commands do."""
    sys.stdout.flush()
    sys.stderr.flush()
    atexit._run_exitfuncs()  # What measures coverage writes here what it saw.
    os._exit(code)


if __name__ == "__main__":
    _serve(socket.socket(fileno=int(sys.argv[1])))
    from samenwerk.cli.main import main

    _end(main(sys.argv[1:]))
