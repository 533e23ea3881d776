"""`samenwerk init`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from samenwerk.cli.options import DatumOption, JaOption, JsonOption, MapOption, ProefOption, read_past_datum, start_folder
from samenwerk.cli.remedies import hint, say
from samenwerk.cli.screen import show, show_diff, tell
from samenwerk.cli.understanding.fields import kind_of
from samenwerk.cli.understanding.words import FASE
from samenwerk.cli.words.declare import Argument, Option
from samenwerk.cli.words.signature import command
from samenwerk.cli.wrapping import hold
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.errors import IETS, Line, Oplossing, Part, Remedy

if TYPE_CHECKING:
    from samenwerk.workflows.init import Begin


@command
def init(
    in_map: Annotated[str, Argument(metavar="MAP", help="De map van het dossier. Zonder dit: deze map.")] = "",
    naam: Annotated[
        str, Option("--naam", metavar="TEKST", help="De naam van de samenwerking. Zonder dit: die van de map.")
    ] = "",
    initiatiefnemer: Annotated[
        list[str] | None,
        Option("--initiatiefnemer", metavar="ORGANISATIE", help="De organisatie die het idee lanceerde; mag meer dan eens."),
    ] = None,
    idee: Annotated[str, Option("--idee", metavar="TEKST", help="Het idee in één alinea.")] = "",
    begeleider: Annotated[
        str, Option("--begeleider", metavar="FUNCTIE", help="De functie van wie het proces begeleidt; geen naam.")
    ] = "",
    fase: Annotated[
        str,
        Option("--fase", metavar="FASE", help="Voor een samenwerking die al loopt: de fase van nu.", kind=FASE),
    ] = "",
    taal: Annotated[
        str,
        Option(
            "--taal",
            metavar="TAAL",
            help="De woorden van de documenten: vlaams of nederlands.",
            kind=kind_of(Samenwerking.velden["taal"]),
        ),
    ] = "",
    bewaar: Annotated[bool, Option("--bewaar", help="Bewaar ook vroegere versies van het dossier, met git.")] = False,
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
    from samenwerk.workflows.begin_place import explain_shared, find_objections
    from samenwerk.workflows.init import Begin, create_dossier, keep_begin, name_of_folder
    from samenwerk.workflows.schema import SCHEMA_NAME

    folder = start_folder(map_) / Path(in_map)
    begin = Begin(naam.strip() or name_of_folder(folder), read_past_datum(datum), tuple(initiatiefnemer or ()), idee)
    begin = begin._replace(begeleider=begeleider, fase=fase, taal=taal)
    stop = None
    if not ja and not json and can_ask():
        from samenwerk.cli.commands.init.asking import ask_what_is_missing

        said = {"naam": naam, "map": in_map, "taal": taal, "organisaties": initiatiefnemer, "idee": idee, "bewaar": bewaar}
        missing = [field for field, value in said.items() if not value]
        folder, begin, asked, stop = ask_what_is_missing(folder, begin, missing, proef=proef)
        bewaar = bewaar or asked
    elif not ja and not json:
        for objection in find_objections(folder):
            tell(objection, style="open", hang=2)
    bestanden = create_dossier(folder, begin, proef=proef)
    if bewaar and not proef:
        keep_begin(folder, begin, list(bestanden))
    volgende: tuple[Part, ...] = ("Bekijk wat deze fase vraagt: ", Remedy("status"))
    if folder.resolve() != Path.cwd():
        volgende = "Ga naar de map van het dossier met: ", Line(("cd", str(folder)))
    if json:
        from samenwerk.cli.json_output import show_json

        show_json("wijziging", {"naam": begin.naam, "proef": proef, "bestanden": sorted(bestanden), "volgende": say(volgende)})
        return
    if proef:
        show("Proef: dit zou er geschreven worden; er is niets geschreven.", style="open")
        for bestand, verschil in bestanden.items():
            show(bestand, style="kop")
            if bestand == SCHEMA_NAME:
                show(f"Door samenwerk gemaakt, voor editors; bekijk het met: {hold(say(Remedy('schema')))}", hang=2)
            else:
                show_diff(verschil)
        return
    _tell_begun(begin, list(bestanden), volgende)
    if gedeeld := explain_shared(folder):
        tell(gedeeld, style="open", hang=2)
    if stop and not isinstance(stop, Stopped):
        raise stop


def _tell_begun(begin: "Begin", bestanden: list[str], volgende: "Oplossing") -> None:
    """What was written and what comes next; of several who began, which one stands as the initiatiefnemer."""
    from samenwerk.domain.zinnen import som_op

    eerste, *anderen = begin.organisaties or ("",)
    show(f"Het dossier van {begin.naam} is begonnen: {som_op(bestanden)}.", style="goed", hang=2)
    if anderen:
        show(f"Als initiatiefnemer staat er {eerste}, en als partner ook {som_op(anderen)}.", hang=2)
    show(hint(volgende), hang=2)
    show(hint(("Invullen kan vraag per vraag met: ", Remedy("vragen"))), hang=2)
    if anderen:
        show(hint(("Nam een ander het initiatief, wijzig dat met: ", Remedy("zet", ("initiatiefnemer",), IETS))), hang=2)
