"""What happened, on the screen: as a table where there is room for one, else as lines; and as JSON."""

from typing import TYPE_CHECKING

from samenwerk.cli.screen import show
from samenwerk.cli.table import show_table

if TYPE_CHECKING:
    from samenwerk.domain.logboek import Moment
    from samenwerk.domain.samenwerking import Samenwerking


def show_momenten(momenten: "list[Moment]", samenwerking: "Samenwerking") -> None:
    """All of them, each with the number by which it is put right."""
    rows = [_describe_row(moment, samenwerking) for moment in momenten]
    if show_table(("Nr.", "Datum", "Soort", "Wat er gebeurde", "Wie", "Raakt"), rows):
        return
    for moment in momenten:
        _show_lines(moment, samenwerking)


def show_momenten_as_json(momenten: "list[Moment]") -> None:
    """The same as JSON."""
    from samenwerk.cli.json_output import describe_moment, show_json

    show_json("logboek", {"momenten": [describe_moment(moment) for moment in momenten]})


def _show_lines(moment: "Moment", samenwerking: "Samenwerking") -> None:
    soort = "" if moment.soort in moment.aanduiding else moment.soort
    kop = ", ".join(filter(None, [_show_day(moment), soort, *_list_touched(moment)]))
    show(f"{moment.aanduiding}: {kop}" if moment.aanduiding else kop, style="kop", hang=2)
    for alinea in _mark(moment).splitlines():
        show(alinea, indent=2)
    if moment.partners:
        show(f"({_name(moment, samenwerking)})", style="stil", indent=2, hang=1)


def _describe_row(moment: "Moment", samenwerking: "Samenwerking") -> tuple[str, ...]:
    dag = moment.datum.isoformat() if moment.datum else ""
    wie = _name(moment, samenwerking)
    return moment.aanduiding, dag, moment.soort, _mark(moment), wie, "\n".join(_list_touched(moment))


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
