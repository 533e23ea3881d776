"""`samenwerk status`."""

from typing import Annotated

from samenwerk.cli.options import (
    InternOption,
    JsonOption,
    MapOption,
    PeildatumOption,
    SjablonenOption,
    read_datum,
    start_folder,
)
from samenwerk.cli.words.declare import Option
from samenwerk.cli.words.signature import command
from samenwerk.errors import NoDossierError


@command
def status(
    alles: Annotated[bool, Option("--alles", help="Toon alles, met wat er bij elk punt te doen is.")] = False,
    datum: PeildatumOption = "",
    intern: InternOption = False,
    sjablonen: SjablonenOption = "",
    map_: MapOption = "",
    json: JsonOption = False,
) -> None:
    """Toon waar de groep staat en wat nog te doen is.

    De fase, wat er nog nodig is om verder te gaan, de documenten, en wat eerst te doen is: op één scherm.
    """
    from samenwerk.cli.vertrouwelijk import describe_inzage, open_inzage, show_inzage
    from samenwerk.storage.dossier import read_dossier
    from samenwerk.workflows.status import build_status

    try:
        dossier = read_dossier(start_folder(map_), huisset=sjablonen)
    except NoDossierError:
        if not _list_below(map_, datum, as_json=json):
            raise
        return
    stand = build_status(dossier, read_datum(datum))
    inzage = open_inzage(dossier, intern=intern)
    if json:
        from samenwerk.cli.commands.status.described import describe_status
        from samenwerk.cli.json_output import show_json

        show_json("status", {**describe_status(stand), **describe_inzage(inzage)})
        return
    if alles:
        from samenwerk.cli.commands.status.page import show_status

        show_status(stand)
    else:
        from samenwerk.cli.commands.status.overview import show_overview

        show_overview(stand)
    show_inzage(inzage, dossier.samenwerking)


def _list_below(map_: str, datum: str, *, as_json: bool) -> bool:
    """Whether there are dossiers below the folder, which are shown then: who stands above them means to look at all."""
    from samenwerk.workflows.home import find_dossiers

    gevonden = find_dossiers(start_folder(map_), read_datum(datum))
    if gevonden and as_json:
        from samenwerk.cli.json_output import show_json

        dossiers = [
            {"map": each.folder.as_posix(), "naam": each.naam, "fase": each.fase, "eerst": each.eerst, "fout": each.fout}
            for each in gevonden
        ]
        show_json("dossiers", {"dossiers": dossiers})
    elif gevonden:
        from samenwerk.cli.dossiers import show_dossiers

        show_dossiers(gevonden, map_)
    return bool(gevonden)
