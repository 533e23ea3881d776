"""`samenwerk init`."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from samenwerk.cli.completion import complete_fase
from samenwerk.cli.options import DatumOption, JaOption, JsonOption, MapOption, ProefOption, read_past_datum, start_folder
from samenwerk.cli.remedies import quote
from samenwerk.cli.screen import show, show_diff
from samenwerk.cli.words.declare import Argument, Option
from samenwerk.cli.words.signature import command

if TYPE_CHECKING:
    from samenwerk.workflows.init import Begin


_VRAGEN = {
    "naam": "Hoe heet de samenwerking?",
    "initiatiefnemer": "Welke organisatie lanceerde het idee? (Enter slaat over)",
    "idee": "Wat is het idee, in een of twee zinnen? (Enter slaat over)",
    "begeleider": "Wie begeleidt het proces? Een functie, geen naam. (Enter slaat over)",
}


@command
def init(
    in_map: Annotated[str, Argument(metavar="MAP", help="De map van het dossier; anders deze map.")] = "",
    naam: Annotated[str, Option("--naam", metavar="TEKST", help="De naam van de samenwerking; anders die van de map.")] = "",
    initiatiefnemer: Annotated[
        str, Option("--initiatiefnemer", metavar="ORGANISATIE", help="De organisatie die het idee lanceerde.")
    ] = "",
    idee: Annotated[str, Option("--idee", metavar="TEKST", help="Het idee in één alinea.")] = "",
    begeleider: Annotated[
        str, Option("--begeleider", metavar="FUNCTIE", help="De functie van wie het proces begeleidt; geen naam.")
    ] = "",
    fase: Annotated[
        str,
        Option("--fase", metavar="FASE", help="Voor een samenwerking die al loopt: de fase van nu.", complete=complete_fase),
    ] = "",
    datum: DatumOption = "",
    ja: JaOption = False,
    map_: MapOption = "",
    proef: ProefOption = False,
    json: JsonOption = False,
) -> None:
    """Begin een nieuw dossier.

    Maakt samenwerking.yaml, met bij elk veld een woord uitleg, samenwerking.schema.json, waarmee een editor helpt bij het
    invullen, en een .gitignore die vertrouwelijke notities buiten git houdt.
    """
    from samenwerk.cli.asking.questions import can_ask
    from samenwerk.cli.asking.signs import Stopped
    from samenwerk.workflows.init import Begin, create_dossier, name_of_folder
    from samenwerk.workflows.schema import SCHEMA_NAME

    folder = start_folder(map_) / Path(in_map)
    begin = Begin(naam.strip() or name_of_folder(folder), read_past_datum(datum), initiatiefnemer, idee, begeleider, fase)
    stop = None
    if not ja and not json and can_ask():
        velden = [veld for veld, waarde in begin._replace(naam=naam)._asdict().items() if veld in _VRAGEN and not waarde]
        begin, stop = _ask_what_is_missing(folder, begin, velden, proef=proef)
    bestanden = create_dossier(folder, begin, proef=proef)
    volgende = "Bekijk wat deze fase vraagt: samenwerk status"
    if folder.resolve() != Path.cwd():
        volgende = f"Ga naar de map van het dossier met: cd {quote(str(folder))}"
    if json:
        from samenwerk.cli.json_output import show_json

        show_json("wijziging", {"naam": begin.naam, "proef": proef, "bestanden": sorted(bestanden), "volgende": volgende})
        return
    if proef:
        show("Proef: dit zou er geschreven worden; er is niets geschreven.", style="open")
        for bestand, verschil in bestanden.items():
            show(bestand, style="kop")
            if bestand == SCHEMA_NAME:
                show("Door samenwerk gemaakt, voor editors; bekijk het met: samenwerk schema", hang=2)
            else:
                show_diff(verschil)
        return
    from samenwerk.domain.zinnen import som_op

    show(f"Het dossier van {begin.naam} is begonnen: {som_op(list(bestanden))}.", style="goed", hang=2)
    show(f"→ {volgende}", hang=2)
    show("→ Invullen kan vraag per vraag met: samenwerk vragen", hang=2)
    if stop and not isinstance(stop, Stopped):
        raise stop


def _ask_what_is_missing(
    folder: Path, begin: "Begin", velden: list[str], *, proef: bool
) -> tuple["Begin", KeyboardInterrupt | None]:
    """What is known after the questions, and the sign to stop when one was given. Raises that when nothing was answered yet."""
    from samenwerk.cli.asking.questions import ask_until
    from samenwerk.workflows.init import Begin, create_dossier

    def add(veld: str, antwoord: str) -> "Begin":
        meer = Begin(**{**begin._asdict(), veld: antwoord})
        create_dossier(folder, meer, proef=True)
        return meer

    # What would be refused is told before anyone is asked.
    create_dossier(folder, begin, proef=True)
    at_first = begin
    try:
        for veld in velden:
            begin = ask_until(_VRAGEN[veld], partial(add, veld), begin.naam if veld == "naam" else "")
    except KeyboardInterrupt as stop:
        if begin == at_first or proef:
            raise
        return begin, stop
    return begin, None
