"""The short ways for what happens every day: `actie klaar`, `actie stand`, `knoop doorhakken`, `partner vertrekt`."""

from samenwerk.cli.changes import show_change
from samenwerk.cli.commands.records.parameters import SHARED_WRITING, key_argument
from samenwerk.cli.options import DatumOption, RedenOption, read_datum, read_past_datum, start_folder
from samenwerk.cli.screen import show
from samenwerk.cli.understanding.fields import kind_of
from samenwerk.cli.words.declare import Argument, Command, Parameter
from samenwerk.cli.words.signature import read_parameter
from samenwerk.domain.afspraken import Actie
from samenwerk.domain.verzamelingen import verzameling_of
from samenwerk.errors import IETS, Remedy, show_pad


def build_moves(enkelvoud: str) -> dict[str, Command]:
    """The short ways that this kind of record has."""
    return _DAILY.get(enkelvoud, {})


def _klaar(record: str, map_: str = "", proef: bool = False, json: bool = False) -> None:
    _move(record, "klaar", "", map_, proef=proef, json=json)


def _stand(record: str, status: str, reden: str = "", map_: str = "", proef: bool = False, json: bool = False) -> None:
    _move(record, status, reden, map_, proef=proef, json=json)


def _move(record: str, status: str, reden: str, map_: str, *, proef: bool, json: bool) -> None:
    from samenwerk.storage.dossier import read_dossier
    from samenwerk.workflows.moves import move_actie

    wijziging = move_actie(read_dossier(start_folder(map_)), record, status, reden, read_datum(""), proef=proef)
    actie = wijziging.gewijzigd.dossier.samenwerking.acties[record]
    volgende = "Bekijk wat aandacht vraagt: ", Remedy("opvolging")
    if actie.status == "klaar":
        volgende = "Is het gelukt? Noteer het: ", Remedy("noteer succes", waarde=IETS)
    elif actie.status in ("niet uitgevoerd", "geschrapt") and not actie.reden:
        volgende = "Noteer waarom: ", Remedy("wijzig", ("acties", record), met={"reden": IETS})
    show_change(wijziging.gewijzigd, volgende, json=json, sleutel=record, status=actie.status)


def _doorhakken(record: str, beslissing: str, datum: str = "", map_: str = "", proef: bool = False, json: bool = False) -> None:
    from samenwerk.storage.dossier import read_dossier
    from samenwerk.workflows.moves import decide_knoop

    dag = read_past_datum(datum)
    wijziging = decide_knoop(read_dossier(start_folder(map_)), record, beslissing, dag, proef=proef)
    samenwerking = wijziging.gewijzigd.dossier.samenwerking
    aantal = sum(knoop.is_open for knoop in samenwerking.knopen.values())
    over = f"Bekijk wat nog te beslissen is ({aantal}): ", Remedy("lijst", ("knopen",))
    if not aantal:
        over = "Alles is beslist. Bekijk wat volgt: ", Remedy("status")
    show_change(wijziging.gewijzigd, over, json=json, sleutel=record, nog_open=aantal)


def _vertrekt(record: str, datum: str = "", reden: str = "", map_: str = "", proef: bool = False, json: bool = False) -> None:
    from samenwerk.storage.dossier import read_dossier
    from samenwerk.workflows.moves import let_partner_leave

    dag = read_past_datum(datum)
    vertrek = let_partner_leave(read_dossier(start_folder(map_)), record, dag, reden, proef=proef)
    show_change(
        vertrek.gewijzigd,
        ("Bekijk wat dit voor de fase betekent: ", Remedy("status")),
        json=json,
        sleutel=record,
        na_te_kijken=[{"pad": show_pad(plaats.pad), "regel": plaats.regel} for plaats in vertrek.na_te_kijken],
    )
    if vertrek.na_te_kijken and not json and not proef:
        show("Hier rekent de groep nog op deze partner:", hang=2)
        for zin in vertrek.rekent_nog:
            show(zin, indent=4, hang=2)


_DATUM, _REDEN = read_parameter("datum", DatumOption), read_parameter("reden", RedenOption)
_STATUS = Argument(
    metavar="STATUS",
    help="gepland, lopend, klaar, “niet uitgevoerd” of geschrapt.",
    kind=kind_of(Actie.velden["status"]),
    rest=True,
)
_BESLISSING = Argument(metavar="BESLISSING", help="Wat er beslist is, tussen aanhalingstekens.", rest=True)
_ACTIE, _KNOOP, _PARTNER = (verzameling_of(enkelvoud) for enkelvoud in ("actie", "knoop", "partner"))

_DAILY = {
    "actie": {
        "klaar": Command(_klaar, "Zeg dat een actie klaar is.", (key_argument(_ACTIE), *SHARED_WRITING)),
        "stand": Command(
            _stand,
            "Zeg hoe het met een actie staat, en waarom het anders loopt.",
            (key_argument(_ACTIE, is_last=False), Parameter("status", _STATUS, required=True), _REDEN, *SHARED_WRITING),
        ),
    },
    "knoop": {
        "doorhakken": Command(
            _doorhakken,
            "Schrijf op wat er over een knoop beslist is.",
            (key_argument(_KNOOP, is_last=False), Parameter("beslissing", _BESLISSING, required=True), _DATUM, *SHARED_WRITING),
        )
    },
    "partner": {
        "vertrekt": Command(
            _vertrekt,
            "Noteer dat een partner de samenwerking verlaat. Wat die partner zei en deed, blijft in het dossier.",
            (key_argument(_PARTNER), _DATUM, _REDEN, *SHARED_WRITING),
        )
    },
}
