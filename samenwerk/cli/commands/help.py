"""`samenwerk help`: what to do when, and what a command, a fase, a document or a word means."""

from typing import TYPE_CHECKING, Annotated

from samenwerk.cli.catalogue import COMMANDS, MOMENTEN, SECTIONS
from samenwerk.cli.remedies import hint
from samenwerk.cli.screen import show, show_raw
from samenwerk.cli.words.declare import Argument, Command, Group
from samenwerk.cli.words.page import format_page
from samenwerk.cli.words.signature import command
from samenwerk.errors import Remedy, WrongUsageError

if TYPE_CHECKING:
    from samenwerk.workflows.uitleg import Uitleg

_ALL = "alles"


def build_help(root: Group) -> Command:
    """The command, which explains all others: those of `root`."""

    def explain(
        onderwerp: Annotated[
            list[str] | None,
            Argument(metavar="ONDERWERP", help=f"Een commando, een fase, een document, een woord of een moment; of: {_ALL}"),
        ] = None,
    ) -> None:
        woorden = onderwerp or []
        names = root.name_all(woorden)
        found = root.look_up(names)
        if woorden == [_ALL]:
            show_raw(format_page((), root, SECTIONS))
        elif found is not None:
            show_raw(format_page(names, found))
        else:
            _explain(" ".join(woorden))

    uitleg = "Zonder meer toont het wat u op een gewone werkdag gebruikt, en met alles wat er nog kan."
    return command(explain, f"{COMMANDS['help']}\n\n{uitleg}")


def _explain(woord: str) -> None:
    """What a word means that is no command. Raises `WrongUsageError` when it is not known, or can mean more than one thing."""
    from samenwerk.domain.keuzes import find_keuzes, read_keuze, suggest_alike
    from samenwerk.workflows.uitleg import list_uitleg

    momenten = {moment.casefold(): commands for moment, commands in MOMENTEN.items()}
    uitleg = list_uitleg()
    namen = {naam: naam for naam in (*momenten, *uitleg)}
    if not find_keuzes(woord, namen):
        bedoeld = suggest_alike(woord, (*namen, *COMMANDS))
        raise WrongUsageError(f"Over “{woord}” is er geen uitleg.", bedoeld or ("Wat er kan: ", Remedy("help", waarde=_ALL)))
    gekozen = read_keuze(woord, namen, eerste=None)
    for naam in momenten.get(gekozen, ()):
        show(f"samenwerk {naam}", style="kop")
        show(COMMANDS[naam], indent=2, hang=2)
    for each in uitleg.get(gekozen, ()):
        _show_uitleg(each)


def _show_uitleg(uitleg: "Uitleg") -> None:
    show(uitleg.kop, style="kop")
    for zin in uitleg.zinnen:
        show(zin, indent=2, hang=2)
    if uitleg.oplossing:
        show(hint(uitleg.oplossing), indent=2, hang=2)
