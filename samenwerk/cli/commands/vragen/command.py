"""`samenwerk vragen`."""

from typing import Annotated

from samenwerk.cli.options import InternOption, JsonOption, MapOption, ProefOption, start_folder
from samenwerk.cli.remedies import hint
from samenwerk.cli.screen import show
from samenwerk.cli.understanding.records import PARTNER
from samenwerk.cli.understanding.words import FASE
from samenwerk.cli.words.declare import Option
from samenwerk.cli.words.signature import command
from samenwerk.errors import Remedy


@command
def vragen(
    fase: Annotated[str, Option("--fase", metavar="FASE", help="Vragen van deze fase; anders van nu.", kind=FASE)] = "",
    partner: Annotated[
        str,
        Option("--partner", metavar="PARTNER", help="Alleen over deze partner.", kind=PARTNER),
    ] = "",
    alles: Annotated[bool, Option("--alles", help="Vraag ook wat al ingevuld is.")] = False,
    intern: InternOption = False,
    map_: MapOption = "",
    proef: ProefOption = False,
    json: JsonOption = False,
) -> None:
    """Beantwoord wat nog in te vullen is, onderwerp per onderwerp.

    Wat bij deze fase hoort, komt eerst. Elk antwoord wordt meteen bewaard, en u kunt altijd terug (<), uitleg vragen (?) of
    stoppen (q). Zonder terminal, en met --json, toont dit commando de open vragen.
    """
    from samenwerk.cli.asking.questions import can_ask
    from samenwerk.cli.commands.vragen.overview import list_vragen
    from samenwerk.cli.vertrouwelijk import open_inzage
    from samenwerk.domain.fasen import fase_of
    from samenwerk.storage.dossier import read_dossier
    from samenwerk.workflows.interview import find_vragen
    from samenwerk.workflows.references import read_fase

    dossier = read_dossier(start_folder(map_))
    gekozen = read_fase(fase) if fase else fase_of(dossier.samenwerking.fase)
    open_vragen = find_vragen(dossier.samenwerking, gekozen.id, partner, alles=alles)
    inzage = open_inzage(dossier, intern=intern)
    if json or not can_ask():
        list_vragen(dossier, gekozen, open_vragen, inzage, alles=alles, as_json=json)
        return
    from samenwerk.cli.commands.vragen.interview import hold_interview
    from samenwerk.cli.commands.vragen.sitting import Sitting

    sitting = Sitting(dossier, gekozen, partner, inzage, alles=alles, proef=proef)
    if open_vragen or sitting.has_more:
        hold_interview(sitting)
    else:
        show(f"In {gekozen.naam} staat geen vraag meer open.", style="goed")
        show(hint(("Wat deze fase nog vraagt: ", Remedy("status"))), hang=2)
