"""`samenwerk zet`."""

from typing import Annotated

from samenwerk.cli.changes import show_change
from samenwerk.cli.options import JsonOption, MapOption, ProefOption, VertrouwelijkOption, read_datum, start_folder
from samenwerk.cli.understanding.fields import PAD, WAARDE
from samenwerk.cli.words.declare import Argument
from samenwerk.cli.words.signature import command


@command
def zet(
    veld: Annotated[
        str,
        Argument(metavar="VELD", help="Het veld, met punten ertussen: partners.stad.inzet", kind=PAD),
    ],
    waarde: Annotated[
        str,
        Argument(metavar="WAARDE", kind=WAARDE, rest=True, help='De tekst tussen aanhalingstekens; "" maakt het veld leeg.'),
    ],
    vertrouwelijk: VertrouwelijkOption = False,
    map_: MapOption = "",
    proef: ProefOption = False,
    json: JsonOption = False,
) -> None:
    """Vul één gegeven van het dossier in.

    Bij een lijst komt de tekst erbij. Met een nummer erachter (uitgangspunten.2) wijzigt u dat punt.
    """
    from samenwerk.cli.vertrouwelijk import choose_file
    from samenwerk.errors import Remedy, show_pad
    from samenwerk.storage.dossier import read_dossier
    from samenwerk.workflows.fields import set_field

    dossier = read_dossier(start_folder(map_), accept_fouten=not vertrouwelijk)
    doel = choose_file(dossier, vertrouwelijk=vertrouwelijk)
    wijziging = set_field(doel, veld, waarde, read_datum(""), proef=proef)
    volgende = "Bekijk wat nog te doen is: ", Remedy("status")
    if vertrouwelijk:
        volgende = "Bekijk: ", Remedy("status", met={"intern": ""})
    show_change(wijziging.gewijzigd, volgende, json=json, veld=show_pad(wijziging.pad), was=wijziging.was)
