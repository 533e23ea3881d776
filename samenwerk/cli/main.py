"""The way in: `samenwerk …`. What is certain is read at once, the rest by Typer; every error ends in one Dutch sentence."""

import gc
import os
import sys

from samenwerk.cli.catalogue import COMPLETE_VARIABLE
from samenwerk.cli.reading.cleaning import clean_words
from samenwerk.cli.reading.strict import find_page, read_words
from samenwerk.cli.reading.tab import offer_commands
from samenwerk.cli.screen import flush_output, prepare_streams, show_raw, tell

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from samenwerk.cli.reading.strict import Reading

_MADE_BY_LOADING = 100_000
"""Twice as many objects as the command that loads most."""


def main(argv: "Sequence[str]") -> int:
    """Run one command and return its exit code.

    0 ok, 1 refused or findings, 2 usage, 3 dossier, 4 answer needed, 5 changed meanwhile, 6 written but not shown,
    130 interrupted.
    """
    prepare_streams()
    try:
        code = _run(argv)
        flush_output()
    except (Exception, KeyboardInterrupt) as error:
        from samenwerk.cli.failures import report_failure

        # Behind a lone -- every word is a text, also one that looks like an option.
        options = argv[: list(argv).index("--")] if "--" in argv else argv
        return report_failure(error, as_json="--json" in options)
    return code


def run() -> None:
    """The installed command.

    Loading makes much that stays and little that is thrown away. Looking through it for what may go, again and again and once
    more at the end, takes a tenth of what a command does; one that makes far more than it loads still cleans up.
    """
    gc.set_threshold(_MADE_BY_LOADING)
    code = main(sys.argv[1:])
    gc.freeze()
    sys.exit(code)


def _run(words: "Sequence[str]") -> int:
    text = offer_commands(os.environ) if os.environ.get(COMPLETE_VARIABLE) else find_page(words)
    if text is not None:
        show_raw(text)
        return 0
    try:
        _do(words)
    except SystemExit as stop:
        return int(stop.code or 0)
    return 0


def _do(words: "Sequence[str]") -> None:
    words = clean_words(words)
    reading = None if os.environ.get(COMPLETE_VARIABLE) else read_words(words)
    if reading is None:
        from samenwerk.cli.reading.typer_road import read_with_typer

        reading = read_with_typer(words)
    if reading is None:
        return  # Typer answered.
    if reading.given.get("version"):
        reading.run()
        return
    from samenwerk.cli.surroundings import look_around
    from samenwerk.storage.writing import written

    is_private = bool(reading.given.get("vertrouwelijk"))
    written.begin(written.Command(reading.names, words, is_private=is_private))
    reading = look_around(reading)
    if reading.names:
        _run_understood(reading)
    else:
        from samenwerk.cli.home import come_in

        come_in(reading.given.get("map_", ""), _do)


def _run_understood(reading: "Reading") -> None:
    from samenwerk.cli.understanding.understand import understand
    from samenwerk.storage import read_ahead

    try:
        understand(reading.command, reading.given)
        reading.run()
    finally:
        read_ahead.forget()
        _keep_written(reading.names)


def _keep_written(names: "Sequence[str]") -> None:
    """What a command wrote is a version of its own, where the user asked for that; also when it stopped half way."""
    from samenwerk.storage.writing.written import list_paths

    paths = list_paths()
    # Most dossiers lie in no repository, and what asks git need not be loaded for them.
    if not paths or not any((place / ".git").is_dir() for place in paths[0].absolute().parents):
        return
    from samenwerk.storage.history import keep_version

    if not keep_version(paths, " ".join(("samenwerk", *names))):
        tell("Deze versie van het dossier kon niet bij de vroegere bewaard worden; het dossier zelf is bewaard.", style="open")
