"""`samenwerk heropen`."""

import typer

from samenwerk.cli.changes import show_change
from samenwerk.cli.dutch import DutchCommand
from samenwerk.cli.options import (
    DatumOption,
    DoorOption,
    JsonOption,
    MapOption,
    ProefOption,
    RedenOption,
    read_past_datum,
    start_folder,
)

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(cls=DutchCommand)
def heropen(
    ctx: typer.Context,
    reden: RedenOption = "",
    door: DoorOption = "",
    datum: DatumOption = "",
    map_: MapOption = "",
    proef: ProefOption = False,
    json: JsonOption = False,
) -> None:
    """Maak een rustende of beëindigde samenwerking weer actief.

    De groep staat dan weer in de fase waar ze stond; het logboek bewaart de beslissing.
    """
    from samenwerk.storage.dossier import read_dossier
    from samenwerk.workflows.steps import Stapgegevens, reopen

    dossier = read_dossier(start_folder(ctx, map_))
    gewijzigd = reopen(dossier, Stapgegevens(read_past_datum(datum), door, (), reden), proef=proef)
    show_change(
        gewijzigd, "De samenwerking is weer actief.", "Waar de groep staat: samenwerk status", json=json, toestand="actief"
    )
