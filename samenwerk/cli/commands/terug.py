"""`samenwerk terug naar FASE`."""

from typing import TYPE_CHECKING, Annotated

from samenwerk.cli.catalogue import COMMANDS
from samenwerk.cli.changes import show_return
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
from samenwerk.cli.understanding.words import FASE
from samenwerk.cli.words.declare import Argument, group_commands
from samenwerk.cli.words.signature import command

if TYPE_CHECKING:
    from samenwerk.workflows.steps import Stapresultaat


@command
def naar(
    fase: Annotated[
        str,
        Argument(rest=True, metavar="FASE", help="De fase: delen, 2, of de volledige naam.", kind=FASE),
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
    from samenwerk.cli.asking.questions import ask_and_do, can_ask
    from samenwerk.storage.dossier import read_dossier
    from samenwerk.workflows.steps import Stapgegevens, go_back, prepare_return

    dossier = read_dossier(start_folder(map_))
    doel = prepare_return(dossier, fase)
    dag = read_past_datum(datum)

    def step(tekst: str, proef: bool) -> "Stapresultaat":
        return go_back(dossier, doel, Stapgegevens(dag, door, split_sleutels(aanwezig), tekst), proef=proef)

    asks = not reden and not ja and not json and can_ask()
    vraag = "Waarom gaat de groep terug? (Enter slaat over)"
    show_return(ask_and_do(vraag, step, proef=proef) if asks else step(reden, proef), json=json)


terug = group_commands(COMMANDS["terug"], {"naar": naar}, otherwise="naar")
