"""Where everything that goes wrong ends: one Dutch sentence with what to do, and an exit code."""

import sys
from pathlib import Path

from samenwerk.cli.remedies import hint
from samenwerk.cli.screen import NotShownError, abandon, tell, tell_bevinding
from samenwerk.errors import Remedy, SamenwerkError
from samenwerk.storage.writing.written import list_written

WRITTEN_NOT_SHOWN = 6
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
        abandon(sys.stdout)
        return 0
    if isinstance(error, NotShownError):
        abandon(sys.stdout)
        return _report_not_shown()
    if isinstance(error, OSError):
        from samenwerk.storage.file_errors import refused_by_system

        return _report(refused_by_system(error), as_json=as_json)
    return _report(_describe_bug(error), as_json=as_json)


def _report_not_shown() -> int:
    if files := list_written():
        from samenwerk.domain.zinnen import som_op

        melding = f"Het is gedaan en geschreven ({som_op(files)}), maar wat samenwerk daarover toont, kan nergens heen."
        tell(melding, style="fout", hang=2)
        bekijk = "Geef het commando niet opnieuw. Bekijk wat er nu staat: ", Remedy("status")
        tell(hint(bekijk), hang=2)
        return WRITTEN_NOT_SHOWN
    tell("samenwerk kan hier niets tonen. Er is niets gewijzigd.", style="fout")
    tell(hint("Controleer waar de uitvoer heen gaat, en of de schijf niet vol is."), hang=2)
    return 1


def _describe_bug(error: BaseException) -> SamenwerkError:
    """A mistake in samenwerk itself, with what someone needs to find it."""
    import traceback

    last = traceback.extract_tb(error.__traceback__)[-1]
    waar = f"{type(error).__name__} in {Path(last.filename).name}, regel {last.lineno}"
    return SamenwerkError(
        f"Er ging iets mis in samenwerk zelf ({waar}).", "Meld dit met de regel hierboven; uw dossier is niet beschadigd."
    )


def _report(error: SamenwerkError, *, as_json: bool) -> int:
    if as_json and _report_as_json(error):
        return error.exit_code
    tell(error.melding, style="fout")
    if error.eerst:
        tell(hint(error.eerst), hang=2)
    for bevinding in error.bevindingen:
        tell_bevinding(bevinding)
    if error.oplossing:
        tell(hint(error.oplossing), hang=2)
    return error.exit_code


def _report_as_json(error: SamenwerkError) -> bool:
    """Whether it could be told there; where it cannot, it is told as to a person."""
    from samenwerk.cli.json_output import show_json_error

    try:
        show_json_error(error)
    except (NotShownError, BrokenPipeError):
        abandon(sys.stdout)
        return False
    return True
