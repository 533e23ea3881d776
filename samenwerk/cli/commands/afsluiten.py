"""`samenwerk afsluiten`."""

from typing import TYPE_CHECKING, Annotated

from samenwerk.cli.changes import show_closed
from samenwerk.cli.options import (
    DatumOption,
    DoorOption,
    JaOption,
    JsonOption,
    MapOption,
    ProefOption,
    RedenOption,
    read_past_datum,
    start_folder,
)
from samenwerk.cli.screen import tell
from samenwerk.cli.understanding.words import TOESTAND
from samenwerk.cli.words.declare import Option
from samenwerk.cli.words.signature import command

if TYPE_CHECKING:
    from samenwerk.workflows.changes import Gewijzigd

VRAAG = "Rust de samenwerking, of eindigt die?"


@command
def afsluiten(
    als: Annotated[
        str,
        Option(
            "--als",
            metavar="TOESTAND",
            help="slapend, afgerond, gestopt of samengevoegd.",
            kind=TOESTAND,
        ),
    ] = "",
    reden: RedenOption = "",
    door: DoorOption = "",
    datum: DatumOption = "",
    ja: JaOption = False,
    map_: MapOption = "",
    proef: ProefOption = False,
    json: JsonOption = False,
) -> None:
    """Laat de samenwerking rusten of eindigen.

    De fase blijft dezelfde, en de beslissing komt in het logboek. Weer beginnen kan altijd: samenwerk heropen
    """
    from samenwerk.cli.asking.questions import ask_and_do, ask_choice, can_ask
    from samenwerk.domain.fasen import EINDTOESTANDEN
    from samenwerk.domain.zinnen import som_op
    from samenwerk.errors import AnswerNeededError
    from samenwerk.storage.dossier import read_dossier
    from samenwerk.workflows.steps import Stapgegevens, check_can_close, close

    dossier = read_dossier(start_folder(map_))
    check_can_close(dossier)
    asks = not ja and not json and can_ask()
    if not als and not asks:
        raise AnswerNeededError(VRAAG, f"Kies: --als {som_op(EINDTOESTANDEN, 'of')}")
    dag = read_past_datum(datum)
    als = als or ask_choice(f"{VRAAG} Enter laat alles zoals het is.", EINDTOESTANDEN)
    if not als:
        tell("Er is niets gewijzigd.")
        raise SystemExit(1)

    def end(tekst: str, proef: bool) -> "Gewijzigd":
        return close(dossier, als, Stapgegevens(dag, door, (), tekst), proef=proef)

    ask_why = asks and not reden
    gewijzigd = ask_and_do("Waarom? (Enter slaat over)", end, proef=proef) if ask_why else end(reden, proef)
    show_closed(gewijzigd, als, json=json)
