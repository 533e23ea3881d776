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


@command
def status(
    alles: Annotated[bool, Option("--alles", help="Toon alles, met wat er bij elk punt te doen is.")] = False,
    datum: PeildatumOption = "",
    intern: InternOption = False,
    sjablonen: SjablonenOption = "",
    map_: MapOption = "",
    json: JsonOption = False,
) -> None:
    """Toon waar de groep staat en wat nog open is.

    De fase, wat er nog nodig is om verder te gaan, de documenten, en wat eerst te doen is: op één scherm.
    """
    from samenwerk.cli.vertrouwelijk import describe_inzage, open_inzage, show_inzage
    from samenwerk.storage.dossier import read_dossier
    from samenwerk.workflows.status import build_status

    dossier = read_dossier(start_folder(map_), huisset=sjablonen)
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
