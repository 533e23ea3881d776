"""`samenwerk heropen`."""

from samenwerk.cli.changes import show_change
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
from samenwerk.cli.words.signature import command
from samenwerk.errors import Remedy


@command
def heropen(
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

    dossier = read_dossier(start_folder(map_))
    gewijzigd = reopen(dossier, Stapgegevens(read_past_datum(datum), door, (), reden), proef=proef)
    show_change(gewijzigd, ("Waar de groep staat: ", Remedy("status")), json=json, toestand="actief")
