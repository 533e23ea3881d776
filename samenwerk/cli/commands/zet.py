"""`samenwerk zet`."""

from typing import Annotated

from samenwerk.cli.changes import show_change
from samenwerk.cli.completion import complete_pad
from samenwerk.cli.options import JsonOption, MapOption, ProefOption, VertrouwelijkOption, read_datum, start_folder
from samenwerk.cli.words.declare import Argument
from samenwerk.cli.words.signature import command


@command
def zet(
    veld: Annotated[
        str,
        Argument(metavar="VELD", help="Het veld, met punten ertussen: partners.stad.inzet", complete=complete_pad),
    ],
    waarde: Annotated[str, Argument(metavar="WAARDE", help='De tekst tussen aanhalingstekens; "" maakt het veld leeg.')],
    vertrouwelijk: VertrouwelijkOption = False,
    map_: MapOption = "",
    proef: ProefOption = False,
    json: JsonOption = False,
) -> None:
    """Vul één veld van het dossier in.

    Bij een lijst komt de waarde erbij; met een nummer erachter (uitgangspunten.2) wijzigt u dat punt.
    """
    from samenwerk.cli.vertrouwelijk import choose_file
    from samenwerk.domain.record import ENKELVOUDIG
    from samenwerk.errors import show_pad
    from samenwerk.storage.dossier import read_dossier
    from samenwerk.workflows.fields import set_field

    dossier = read_dossier(start_folder(map_), accept_fouten=not vertrouwelijk)
    doel = choose_file(dossier, vertrouwelijk=vertrouwelijk)
    wijziging = set_field(doel, veld, waarde, read_datum(""), proef=proef)
    # What stood in the notes is shown by --intern only.
    pad, was = show_pad(wijziging.pad), "" if vertrouwelijk else wijziging.was
    melding = f"{pad} is ingevuld."
    if not wijziging.gewijzigd.verschil:
        melding = f"{pad} was al zo; er is niets veranderd."
    elif not waarde.strip():
        melding = f"{pad} is leeggemaakt; er stond: {was}" if was else f"{pad} is leeggemaakt."
    elif was:
        erbij = wijziging.veld.soort not in ENKELVOUDIG
        melding = f"{pad} is aangevuld; er stond al: {was}" if erbij else f"{pad} is gewijzigd; er stond: {was}"
    volgende = "Bekijken kan met: samenwerk status --intern" if vertrouwelijk else "Wat nog open is: samenwerk status"
    show_change(wijziging.gewijzigd, melding, volgende, json=json, veld=pad, was=was)
