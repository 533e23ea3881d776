"""`samenwerk afsluiten`."""

from typing import Annotated

from samenwerk.cli.changes import show_closed
from samenwerk.cli.completion import complete_toestand
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
from samenwerk.cli.words.declare import Option
from samenwerk.cli.words.signature import command


@command
def afsluiten(
    als: Annotated[
        str,
        Option(
            "--als",
            metavar="TOESTAND",
            help="slapend, afgerond, gestopt of samengevoegd.",
            complete=complete_toestand,
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

    De fase blijft wat ze is; het logboek bewaart de beslissing. Weer beginnen kan altijd met: samenwerk heropen
    """
    from samenwerk.cli.questions import ask, can_ask
    from samenwerk.domain.fasen import EINDTOESTANDEN
    from samenwerk.errors import AnswerNeededError
    from samenwerk.storage.dossier import read_dossier
    from samenwerk.workflows.steps import Stapgegevens, check_can_close, close

    dossier = read_dossier(start_folder(map_))
    check_can_close(dossier)
    keuzes = ", ".join(EINDTOESTANDEN)
    asks = not ja and not json and can_ask()
    if not als and not asks:
        raise AnswerNeededError("Hoe sluit de samenwerking af?", f"Zeg het met --als en één van: {keuzes}")
    als = als or ask(f"Hoe sluit de samenwerking af? ({keuzes})", "afgerond")
    if not reden and asks:
        reden = ask("Waarom? (Enter slaat over)")
    gewijzigd = close(dossier, als, Stapgegevens(read_past_datum(datum), door, (), reden), proef=proef)
    show_closed(gewijzigd, als, json=json)
