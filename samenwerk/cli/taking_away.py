"""Taking away what was a mistake: it is shown with what else comes of it, asked, and then gone."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from samenwerk.cli.changes import show_change
from samenwerk.cli.screen import show

if TYPE_CHECKING:
    from samenwerk.errors import Oplossing
    from samenwerk.workflows.taking_back import Rechtzetting


def take_away_when_sure(
    do: "Callable[[bool], Rechtzetting]",
    show_it: Callable[[], None],
    volgende: "Oplossing",
    *,
    ja: bool,
    proef: bool,
    json: bool,
    **verder: Any,
) -> None:
    """Show what goes and ask; `do` takes it away, or only tries when its argument says so.

    Raises `AnswerNeededError` where nobody can be asked, and what `do` raises, before anyone is asked.
    """
    if not json:
        show_it()
    if not (ja or proef) and not _is_sure(do(True).gevolgen, json=json):
        show("Er is niets weggehaald.")
        return
    gedaan = do(proef)
    show_change(gedaan.gewijzigd, volgende, json=json, gevolgen=list(gedaan.gevolgen), **verder)
    if not json and (ja or proef):
        _show_gevolgen(gedaan.gevolgen)


def _is_sure(gevolgen: Sequence[str], *, json: bool) -> bool:
    from samenwerk.cli.asking.questions import ask_yes, can_ask
    from samenwerk.errors import AnswerNeededError

    if json or not can_ask():
        raise AnswerNeededError("Zeg of dit weg mag.", "Voeg --ja toe, of --proef om te kijken.")
    _show_gevolgen(gevolgen)
    return ask_yes("Weghalen?")


def _show_gevolgen(gevolgen: Sequence[str]) -> None:
    for gevolg in gevolgen:
        show(gevolg, hang=2)
