"""`samenwerk logboek`."""

from typing import Annotated

from samenwerk.cli.commands.reeksen import reeks_group
from samenwerk.cli.momenten import show_momenten, show_momenten_as_json
from samenwerk.cli.options import InternOption, JsonOption, MapOption, read_datum, split_sleutels, start_folder
from samenwerk.cli.remedies import hint
from samenwerk.cli.screen import show
from samenwerk.cli.understanding.records import DEELNEMERS
from samenwerk.cli.understanding.words import DAG_BACK, FASE, MOMENTSOORTEN, PRINCIPE, PROCES
from samenwerk.cli.words.declare import Option
from samenwerk.cli.words.signature import command
from samenwerk.errors import IETS, Line


@command
def lijst(
    soort: Annotated[
        str,
        Option("--soort", metavar="SOORTEN", help="Alleen deze soorten: succes,leerwinst", kind=MOMENTSOORTEN),
    ] = "",
    proces: Annotated[
        str, Option("--proces", metavar="PROCES", kind=PROCES, help="Alleen dit proces: betekenisgeving of interactie.")
    ] = "",
    principe: Annotated[
        str, Option("--principe", metavar="NUMMER", kind=PRINCIPE, help="Alleen dit principe: 1, 2, 3, 4 of 5.")
    ] = "",
    fase: Annotated[
        str,
        Option("--fase", metavar="FASE", help="Alleen toen de groep in deze fase stond.", kind=FASE),
    ] = "",
    partner: Annotated[
        str,
        Option("--partner", metavar="NAMEN", help="Alleen met een van dezen: stad,school", kind=DEELNEMERS),
    ] = "",
    van: Annotated[str, Option("--van", metavar="DAG", kind=DAG_BACK, help="Vanaf deze dag.")] = "",
    tot: Annotated[str, Option("--tot", metavar="DAG", kind=DAG_BACK, help="Tot en met deze dag.")] = "",
    alles: Annotated[bool, Option("--alles", help="Toon ook de gesprekken, de evaluaties en de stappen van de groep.")] = False,
    intern: InternOption = False,
    map_: MapOption = "",
    json: JsonOption = False,
) -> None:
    """Toon wat er gebeurde en zoek erin.

    Van oud naar nieuw. Zonder meer toont het alles wat met samenwerk noteer is opgeschreven.
    """
    from samenwerk.cli.vertrouwelijk import open_inzage
    from samenwerk.domain.logboek import Selectie
    from samenwerk.storage.dossier import read_dossier
    from samenwerk.workflows.momenten import find_momenten

    dossier = read_dossier(start_folder(map_))
    selectie = Selectie(
        split_sleutels(soort),
        proces,
        int(principe or 0),
        fase,
        split_sleutels(partner),
        read_datum(van) if van else None,
        read_datum(tot) if tot else None,
    )
    inzage = open_inzage(dossier, intern=intern)
    momenten = find_momenten(dossier, selectie, alles=alles, vertrouwelijk=inzage.vertrouwelijk if inzage else None)
    if json:
        show_momenten_as_json(momenten)
    elif momenten:
        show_momenten(momenten, dossier.samenwerking)
    else:
        show("Hier is niets bij gevonden." if any(selectie) else "Het logboek is nog leeg.")
        show(hint(("Noteer wat u ziet: ", Line(("samenwerk", "noteer", "succes", IETS)))), hang=2)


logboek = reeks_group("logboek", {"lijst": lijst}, otherwise="lijst")
