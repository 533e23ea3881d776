"""Where everything that goes wrong ends: one Dutch sentence with what to do, and an exit code."""

import os
import sys
from pathlib import Path

from samenwerk.cli.remedies import say
from samenwerk.cli.screen import tell, tell_bevinding
from samenwerk.errors import SamenwerkError

INTERRUPTED = 130


def report_failure(error: BaseException, *, as_json: bool) -> int:
    """Tell what went wrong, also where it is a mistake of ours: no traceback reaches a user. Returns the exit code."""
    if isinstance(error, SamenwerkError):
        return _report(error, as_json=as_json)
    if isinstance(error, KeyboardInterrupt):
        tell()
        tell("Onderbroken; er is niets meer gewijzigd.")
        return INTERRUPTED
    if isinstance(error, BrokenPipeError):
        # Whoever read our output has seen enough.
        return _abandon_output(0)
    if isinstance(error, OSError) and error.filename is None:
        # An error about a file names it; one without a name is about the place the output goes to.
        tell("Wat samenwerk toont, kan niet weggeschreven worden.", style="fout")
        tell("→ Kijk na of de schijf niet vol is.", hang=2)
        return _abandon_output(1)
    return _report(_describe_bug(error), as_json=as_json)


def _abandon_output(code: int) -> int:
    """Let what is still to be shown go nowhere, or Python complains of it when it closes the stream."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return code


def _describe_bug(error: BaseException) -> SamenwerkError:
    """A mistake in samenwerk itself, with what someone needs to find it."""
    import traceback

    last = traceback.extract_tb(error.__traceback__)[-1]
    waar = f"{type(error).__name__} in {Path(last.filename).name}, regel {last.lineno}"
    return SamenwerkError(
        f"Er ging iets mis in samenwerk zelf ({waar}).", "Meld dit met de regel hierboven; uw dossier is niet beschadigd."
    )


def _report(error: SamenwerkError, *, as_json: bool) -> int:
    if as_json:
        from samenwerk.cli.json_output import show_json_error

        show_json_error(error)
        return error.exit_code
    tell(error.melding, style="fout")
    for bevinding in error.bevindingen:
        tell_bevinding(bevinding)
    if error.oplossing:
        tell(f"→ {say(error.oplossing)}", hang=2)
    return error.exit_code
