"""The way in: `samenwerk …`. Commands are loaded when they are asked for; every error ends here, in one Dutch sentence."""

import importlib
import os
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.main import get_command

import samenwerk
from samenwerk.cli.completion import COMPLETE_VARIABLE
from samenwerk.cli.dutch import DutchGroup, translate_usage_error
from samenwerk.cli.options import MapOption
from samenwerk.cli.remedies import say
from samenwerk.cli.screen import prepare_streams, show, show_raw, tell, tell_bevinding
from samenwerk.errors import SamenwerkError, WrongUsageError

RECORDS = {
    "partner": "De organisaties die samenwerken.",
    "stakeholder": "Wie belang heeft bij de samenwerking.",
    "begrip": "De woorden die iedereen gelijk verstaat.",
    "doelstelling": "Wat de groep wil bereiken.",
    "knoop": "De vragen waarover beslist moet worden.",
    "afspraak": "Wat de partners afspreken.",
    "actie": "Wie wat doet, en tegen wanneer.",
    "project": "De projecten, met hun fiche.",
    "rol": "Wie welke rol opneemt.",
    "overleg": "Waar en hoe vaak de groep samenkomt.",
}
"""The kinds of records, each with what it is about; all of them have the same commands, made from the table of fields."""

SECTIONS = {
    "Beginnen en bekijken": {
        "init": "Begin een nieuw dossier.",
        "status": "Toon waar de groep staat en wat nog open is.",
        "opvolging": "Toon wat op te volgen is, en op wie de groep wacht.",
        "controleer": "Kijk het hele dossier na.",
    },
    "De weg van de groep": {
        "fase": "Toon de fase, of ga naar de volgende.",
        "terug": "Ga terug naar een vroegere fase.",
        "afsluiten": "Laat de samenwerking rusten of eindigen.",
        "heropen": "Maak een rustende of beëindigde samenwerking weer actief.",
    },
    "Wat er gebeurt": {
        "noteer": "Noteer een succes, een leerwinst, een spanning of iets anders.",
        "gesprek": "Noteer een gesprek met partners of stakeholders.",
        "evalueer": "Kijk samen terug, en besluit hoe het verdergaat.",
        "logboek": "Toon wat er gebeurde, en zoek erin.",
        "dynamiek": "Toon hoe de groep samen leert.",
    },
    "Het dossier vullen": {
        "vragen": "Beantwoord wat in deze fase nog open is, vraag per vraag.",
        "zet": "Vul één veld van het dossier in.",
    },
    "Met nieuw, wijzig, weg, lijst en toon": RECORDS,
    "Documenten": {
        "render": "Maak de documenten van een fase.",
        "vaststellen": "Stel een document vast als versie.",
        "instemmen": "Noteer dat een partner instemt met een versie.",
        "verschil": "Toon wat er in een document veranderde sinds een versie.",
        "dossier": "Zet het hele dossier in één bestand.",
        "agenda": "Maak een agendabestand van de datums die vastliggen.",
        "sjabloon": "Geef de documenten de vorm van uw organisatie.",
    },
    "Hulp bij het werk": {
        "schema": "Maak de hulp voor wie het dossier in een editor invult.",
        "aanvullen": "Laat de Tab-toets commando's en namen aanvullen.",
    },
}
"""Every command with its one line of help, in the sections of the help page: listing them loads none of them."""

COMMANDS = {naam: hulp for commands in SECTIONS.values() for naam, hulp in commands.items()}

INTERRUPTED = 130

CONTEXT = {"help_option_names": ["-h", "--help"]}


class LazyGroup(DutchGroup):
    """The commands, each in its own module that is imported when the command is used."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The names, in the order of the help page."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command with this name; None when there is none."""
        return _load_command(cmd_name) if cmd_name in COMMANDS else None

    def list_help(self, ctx: Any) -> Mapping[str, Mapping[str, str]]:
        """The help of every command, without loading one."""
        return SECTIONS

    def shell_complete(self, ctx: Any, incomplete: str) -> Any:
        """The commands that begin so, without loading one."""
        from typer.core import CompletionItem  # type: ignore[attr-defined]  # in a public module, not exported

        if incomplete.startswith("-"):
            return super().shell_complete(ctx, incomplete)
        return [CompletionItem(naam, help=hulp) for naam, hulp in COMMANDS.items() if naam.startswith(incomplete)]


# Built once: completing and testing ask for the same commands many times in one process.
@cache
def _load_application() -> Any:
    return get_command(app)


@cache
def _load_command(naam: str) -> Any:
    command = get_command(_build_records(naam) if naam in RECORDS else _import_app(naam))
    command.name = naam
    command.context_settings = CONTEXT
    return command


def _import_app(naam: str) -> typer.Typer:
    module: Any = importlib.import_module(f"samenwerk.cli.commands.{naam}")
    app: typer.Typer = module.app
    return app


def _build_records(enkelvoud: str) -> typer.Typer:
    from samenwerk.cli.commands.records.commands import build_app

    return build_app(enkelvoud, COMMANDS[enkelvoud])


app = typer.Typer(
    cls=LazyGroup,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings=CONTEXT,
    invoke_without_command=True,
    help="Begeleid een samenwerking tussen organisaties: één dossier, de fasen bewaakt, elk document gemaakt.",
)


@app.callback()
def _root(
    ctx: typer.Context,
    map_: MapOption = "",
    version: Annotated[bool, typer.Option("--version", help="Toon de versie van samenwerk.")] = False,
) -> None:
    if version:
        show(f"samenwerk {samenwerk.__version__}")
        raise typer.Exit
    if ctx.invoked_subcommand is None:
        show_raw(ctx.get_help() + "\n")
        raise typer.Exit


def main(argv: Sequence[str]) -> int:
    """Run one command and return its exit code.

    0 ok, 1 refused or findings, 2 usage, 3 dossier, 4 answer needed, 5 changed meanwhile, 130 interrupted.
    """
    prepare_streams()
    if os.environ.get(COMPLETE_VARIABLE):
        from typer.completion import completion_init  # type: ignore[attr-defined]  # in a public module, not exported

        completion_init()
    try:
        words = _clean_words(argv)
        application = _load_application()
        result = application.main(words, prog_name="samenwerk", complete_var=COMPLETE_VARIABLE, standalone_mode=False)
        sys.stdout.flush()
    except SamenwerkError as error:
        return _report(error, as_json="--json" in argv)
    except typer.TyperException as error:
        return _report(translate_usage_error(error), as_json="--json" in argv)
    except (KeyboardInterrupt, typer.Abort):
        result = INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has seen enough.
        return _abandon_output(0)
    except Exception as error:  # a mistake of ours must not reach the user as a traceback
        if isinstance(error, OSError) and error.filename is None:
            # An error about a file names it; one without a name is about the place the output goes to.
            tell("Wat samenwerk toont, kan niet weggeschreven worden.", style="fout")
            tell("→ Kijk na of de schijf niet vol is.", hang=2)
            return _abandon_output(1)
        return _report(_describe_bug(error), as_json="--json" in argv)
    if result == INTERRUPTED:
        tell()
        tell("Onderbroken; er is niets meer gewijzigd.")
    return result if isinstance(result, int) else 0


def _clean_words(words: Sequence[str]) -> list[str]:
    """The words without what other programs left in a pasted text; a path that is there keeps the name it has.

    Raises `WrongUsageError` for bytes that the system could not read as text: no dossier could hold them.
    """
    text = "".join(words)
    try:
        text.encode()
    except UnicodeEncodeError:
        melding, oplossing = "In het commando staat een teken dat geen UTF-8 is.", "Typ de tekst opnieuw."
        if _is_utf8(os.fsencode(text)):
            melding = "Deze terminal is ingesteld op een taal zonder letters met een accent."
            oplossing = "Typ eerst: export LC_ALL=C.UTF-8"
        raise WrongUsageError(melding, oplossing) from None
    if text.isascii() and text.isprintable():
        return list(words)
    from samenwerk.domain.tekens import clean_tekst

    return [word if os.path.lexists(word) else clean_tekst(word) for word in words]


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def run() -> None:
    """The installed command."""
    sys.exit(main(sys.argv[1:]))


def _abandon_output(code: int) -> int:
    """Let what is still to be shown go nowhere, or Python complains of it when it closes the stream."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return code


def _describe_bug(error: Exception) -> SamenwerkError:
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
