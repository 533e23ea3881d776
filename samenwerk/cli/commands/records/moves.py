"""The short ways for what happens every day: `actie klaar`, `actie stand`, `knoop doorhakken`, `partner vertrekt`."""

from typing import Annotated

from samenwerk.cli.changes import show_change
from samenwerk.cli.options import (
    DatumOption,
    JsonOption,
    MapOption,
    ProefOption,
    RedenOption,
    read_datum,
    read_past_datum,
    start_folder,
)
from samenwerk.cli.screen import show
from samenwerk.cli.understanding.fields import kind_of
from samenwerk.cli.understanding.records import Record
from samenwerk.cli.words.declare import Argument, Command
from samenwerk.cli.words.signature import command
from samenwerk.domain.afspraken import Actie

_WELKE_ACTIE = "De korte naam van de actie."
ActieArgument = Annotated[str, Argument(rest=True, metavar="ACTIE", help=_WELKE_ACTIE, kind=Record("acties"))]


def build_moves(enkelvoud: str) -> dict[str, Command]:
    """The short ways that this kind of record has."""
    return _DAILY.get(enkelvoud, {})


@command
def _klaar(record: ActieArgument, map_: MapOption = "", proef: ProefOption = False, json: JsonOption = False) -> None:
    """Zeg dat een actie klaar is."""
    _move(record, "klaar", "", map_, proef=proef, json=json)


@command
def _stand(
    record: Annotated[str, Argument(metavar="ACTIE", help=_WELKE_ACTIE, kind=Record("acties"))],
    status: Annotated[
        str,
        Argument(
            rest=True,
            metavar="STATUS",
            help="gepland, lopend, klaar, “niet uitgevoerd” of geschrapt.",
            kind=kind_of(Actie.velden["status"]),
        ),
    ],
    reden: RedenOption = "",
    map_: MapOption = "",
    proef: ProefOption = False,
    json: JsonOption = False,
) -> None:
    """Zeg hoe het met een actie staat, en waarom het anders loopt."""
    _move(record, status, reden, map_, proef=proef, json=json)


def _move(record: str, status: str, reden: str, map_: str, *, proef: bool, json: bool) -> None:
    from samenwerk.storage.dossier import read_dossier
    from samenwerk.workflows.moves import move_actie

    wijziging = move_actie(read_dossier(start_folder(map_)), record, status, reden, read_datum(""), proef=proef)
    actie = wijziging.gewijzigd.dossier.samenwerking.acties[record]
    volgende = "Bekijk wat aandacht vraagt: samenwerk opvolging"
    if actie.status == "klaar":
        volgende = 'Is het gelukt? Noteer het: samenwerk noteer succes "…"'
    elif actie.status in ("niet uitgevoerd", "geschrapt") and not actie.reden:
        volgende = f'Noteer waarom: samenwerk actie wijzig {record} --reden "…"'
    show_change(wijziging.gewijzigd, volgende, json=json, sleutel=record, status=actie.status)


@command
def _doorhakken(
    record: Annotated[str, Argument(metavar="KNOOP", help="De korte naam van de knoop.", kind=Record("knopen"))],
    beslissing: Annotated[str, Argument(rest=True, metavar="BESLISSING", help="Wat er beslist is, tussen aanhalingstekens.")],
    datum: DatumOption = "",
    map_: MapOption = "",
    proef: ProefOption = False,
    json: JsonOption = False,
) -> None:
    """Schrijf op wat er over een knoop beslist is."""
    from samenwerk.storage.dossier import read_dossier
    from samenwerk.workflows.moves import decide_knoop

    dag = read_past_datum(datum)
    wijziging = decide_knoop(read_dossier(start_folder(map_)), record, beslissing, dag, proef=proef)
    samenwerking = wijziging.gewijzigd.dossier.samenwerking
    aantal = sum(knoop.is_open for knoop in samenwerking.knopen.values())
    over = f"Nog {aantal} open: samenwerk knoop lijst" if aantal else "Alles is beslist. Bekijk wat volgt: samenwerk status"
    show_change(wijziging.gewijzigd, over, json=json, sleutel=record, nog_open=aantal)


@command
def _vertrekt(
    record: Annotated[
        str, Argument(rest=True, metavar="PARTNER", help="De korte naam van de partner.", kind=Record("partners"))
    ],
    datum: DatumOption = "",
    reden: RedenOption = "",
    map_: MapOption = "",
    proef: ProefOption = False,
    json: JsonOption = False,
) -> None:
    """Noteer dat een partner de samenwerking verlaat. Wat die partner zei en deed, blijft in het dossier."""
    from samenwerk.errors import show_pad
    from samenwerk.storage.dossier import read_dossier
    from samenwerk.workflows.moves import let_partner_leave

    dag = read_past_datum(datum)
    vertrek = let_partner_leave(read_dossier(start_folder(map_)), record, dag, reden, proef=proef)
    show_change(
        vertrek.gewijzigd,
        "Bekijk wat dit voor de fase betekent: samenwerk status",
        json=json,
        sleutel=record,
        na_te_kijken=[{"pad": show_pad(plaats.pad), "regel": plaats.regel} for plaats in vertrek.na_te_kijken],
    )
    if vertrek.na_te_kijken and not json and not proef:
        show("Hier rekent de groep nog op deze partner:", hang=2)
        for zin in vertrek.rekent_nog:
            show(zin, indent=4, hang=2)


_DAILY: dict[str, dict[str, Command]] = {
    "actie": {"klaar": _klaar, "stand": _stand},
    "knoop": {"doorhakken": _doorhakken},
    "partner": {"vertrekt": _vertrekt},
}
