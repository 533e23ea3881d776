"""`samenwerk logboek`."""

from typing import TYPE_CHECKING, Annotated

from samenwerk.cli.completion import complete_deelnemers, complete_fase, complete_soort
from samenwerk.cli.options import InternOption, JsonOption, MapOption, read_datum, split_sleutels, start_folder
from samenwerk.cli.screen import is_wide, show, show_table
from samenwerk.cli.words.declare import Option
from samenwerk.cli.words.signature import command

if TYPE_CHECKING:
    from samenwerk.domain.logboek import Moment
    from samenwerk.domain.samenwerking import Samenwerking


@command
def logboek(
    soort: Annotated[
        str,
        Option("--soort", metavar="SOORTEN", help="Alleen deze soorten: succes,leerwinst", complete=complete_soort),
    ] = "",
    proces: Annotated[str, Option("--proces", metavar="PROCES", help="Alleen dit proces: betekenisgeving of interactie.")] = "",
    principe: Annotated[str, Option("--principe", metavar="NUMMER", help="Alleen dit principe, 1 tot 5.")] = "",
    fase: Annotated[
        str,
        Option("--fase", metavar="FASE", help="Alleen toen de groep in deze fase stond.", complete=complete_fase),
    ] = "",
    partner: Annotated[
        str,
        Option("--partner", metavar="NAMEN", help="Alleen met een van dezen: stad,school", complete=complete_deelnemers),
    ] = "",
    van: Annotated[str, Option("--van", metavar="JJJJ-MM-DD", help="Vanaf deze dag.")] = "",
    tot: Annotated[str, Option("--tot", metavar="JJJJ-MM-DD", help="Tot en met deze dag.")] = "",
    alles: Annotated[bool, Option("--alles", help="Toon ook de gesprekken, de evaluaties en de stappen van de groep.")] = False,
    intern: InternOption = False,
    map_: MapOption = "",
    json: JsonOption = False,
) -> None:
    """Toon wat er gebeurde, en zoek erin.

    Van oud naar nieuw. Zonder opties toont het alles wat met samenwerk noteer is opgeschreven.
    """
    from samenwerk.cli.vertrouwelijk import open_inzage
    from samenwerk.domain.logboek import Selectie
    from samenwerk.storage.dossier import read_dossier
    from samenwerk.workflows.logboek import find_momenten, read_principe, read_proces
    from samenwerk.workflows.references import read_fase

    dossier = read_dossier(start_folder(map_))
    selectie = Selectie(
        split_sleutels(soort),
        read_proces(proces) if proces else "",
        read_principe(principe) if principe else 0,
        read_fase(fase).id if fase else "",
        split_sleutels(partner),
        read_datum(van) if van else None,
        read_datum(tot) if tot else None,
    )
    inzage = open_inzage(dossier, intern=intern)
    momenten = find_momenten(dossier, selectie, alles=alles, vertrouwelijk=inzage.vertrouwelijk if inzage else None)
    if json:
        from samenwerk.cli.json_output import describe_moment, show_json

        show_json("logboek", {"momenten": [describe_moment(moment) for moment in momenten]})
        return
    if not momenten:
        show("Hier is niets bij gevonden." if any(selectie) else "Het logboek is nog leeg.")
        show('→ Noteer wat u ziet: samenwerk noteer succes "…"', hang=2)
    elif is_wide():
        _show_table(momenten, dossier.samenwerking)
    else:
        for moment in momenten:
            _show_lines(moment, dossier.samenwerking)


def _show_lines(moment: "Moment", samenwerking: "Samenwerking") -> None:
    kop = [_show_day(moment), moment.soort, *_list_touched(moment)]
    show(", ".join(filter(None, kop)), style="kop", hang=2)
    for alinea in _mark(moment).splitlines():
        show(alinea, indent=2)
    if moment.partners:
        show(f"({_name(moment, samenwerking)})", style="stil", indent=2, hang=1)


def _show_table(momenten: "list[Moment]", samenwerking: "Samenwerking") -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.ROUNDED, show_lines=True)
    for heading, width in (("Datum", 10), ("Soort", 11), ("Wat er gebeurde", None), ("Wie", None), ("Raakt", 15)):
        table.add_column(heading, overflow="fold", min_width=width)
    for moment in momenten:
        dag = moment.datum.isoformat() if moment.datum else ""
        cells = (dag, moment.soort, _mark(moment), _name(moment, samenwerking), "\n".join(_list_touched(moment)))
        # As text: square brackets in what people write are no markup.
        table.add_row(*(Text(cell) for cell in cells))
    show_table(table)


def _mark(moment: "Moment") -> str:
    from samenwerk.cli.vertrouwelijk import MERK

    return f"{MERK} {moment.tekst}" if moment.vertrouwelijk else moment.tekst


def _show_day(moment: "Moment") -> str:
    from samenwerk.domain.datums import show_datum

    return show_datum(moment.datum) if moment.datum else "zonder datum"


def _list_touched(moment: "Moment") -> list[str]:
    return [moment.proces] * bool(moment.proces) + [f"principe {moment.principe}"] * bool(moment.principe)


def _name(moment: "Moment", samenwerking: "Samenwerking") -> str:
    return samenwerking.namen_of(moment.partners)
