"""`samenwerk init`."""

from pathlib import Path
from typing import Annotated

from samenwerk.cli.completion import complete_fase
from samenwerk.cli.options import DatumOption, JaOption, JsonOption, MapOption, ProefOption, read_past_datum, start_folder
from samenwerk.cli.remedies import quote
from samenwerk.cli.screen import list_names, show, show_diff
from samenwerk.cli.words.declare import Argument, Option
from samenwerk.cli.words.signature import command


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
    from samenwerk.cli.questions import ask, can_ask
    from samenwerk.workflows.init import Begin, check_can_create, create_dossier, name_of_folder
    from samenwerk.workflows.schema import SCHEMA_NAME

    folder = start_folder(map_) / Path(in_map)
    check_can_create(folder)
    if not ja and not json and can_ask():
        naam = naam or ask("Hoe heet de samenwerking?", name_of_folder(folder))
        initiatiefnemer = initiatiefnemer or ask("Welke organisatie lanceerde het idee? (Enter slaat over)")
        idee = idee or ask("Wat is het idee, in een of twee zinnen? (Enter slaat over)")
        begeleider = begeleider or ask("Wie begeleidt het proces? Een functie, geen naam. (Enter slaat over)")
    begin = Begin(naam.strip() or name_of_folder(folder), read_past_datum(datum), initiatiefnemer, idee, begeleider, fase)
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
    show(f"Het dossier van {begin.naam} is begonnen: {list_names(list(bestanden))}.", style="goed", hang=2)
    show(f"→ {volgende}", hang=2)
    show("→ Invullen kan vraag per vraag met: samenwerk vragen", hang=2)
