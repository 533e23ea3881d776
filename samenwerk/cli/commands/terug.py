"""`samenwerk terug naar FASE`."""

from typing import Annotated

import typer

from samenwerk.cli.changes import show_return
from samenwerk.cli.completion import complete_fase
from samenwerk.cli.dutch import DutchCommand, DutchGroup
from samenwerk.cli.options import (
    AanwezigOption,
    DatumOption,
    DoorOption,
    JaOption,
    JsonOption,
    MapOption,
    ProefOption,
    RedenOption,
    read_past_datum,
    split_sleutels,
    start_folder,
)

app = typer.Typer(cls=DutchGroup, rich_markup_mode=None, add_completion=False)


@app.callback()
def terug() -> None:
    """Ga terug naar een vroegere fase."""


@app.command(cls=DutchCommand)
def naar(
    ctx: typer.Context,
    fase: Annotated[
        str,
        typer.Argument(metavar="FASE", help="De fase: delen, 2, of de volledige naam.", autocompletion=complete_fase),
    ],
    reden: RedenOption = "",
    door: DoorOption = "",
    aanwezig: AanwezigOption = "",
    datum: DatumOption = "",
    ja: JaOption = False,
    map_: MapOption = "",
    proef: ProefOption = False,
    json: JsonOption = False,
) -> None:
    """Ga terug naar een vroegere fase. Er gaat niets verloren.

    De fase krijgt een nieuwe ronde; wat er al was, blijft in het dossier.
    """
    from samenwerk.cli.questions import ask, can_ask
    from samenwerk.storage.dossier import read_dossier
    from samenwerk.workflows.steps import Stapgegevens, go_back, prepare_return

    dossier = read_dossier(start_folder(ctx, map_))
    doel = prepare_return(dossier, fase)
    if not reden and not ja and not json and can_ask():
        reden = ask("Waarom gaat de groep terug? (Enter slaat over)")
    resultaat = go_back(dossier, doel, Stapgegevens(read_past_datum(datum), door, split_sleutels(aanwezig), reden), proef=proef)
    show_return(resultaat, reden=reden, json=json)
