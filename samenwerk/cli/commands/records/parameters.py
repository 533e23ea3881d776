"""What the commands of one kind of record take, and their help: from the table of fields."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from samenwerk.cli.options import BelangenOption, JsonOption, MapOption, ProefOption, VertrouwelijkOption
from samenwerk.cli.understanding.fields import Veldnaam, kind_of
from samenwerk.cli.understanding.records import Recordsleutel
from samenwerk.cli.words.declare import Argument, Command, Option, Parameter
from samenwerk.cli.words.signature import read_parameter
from samenwerk.domain.intern import can_hold_intern
from samenwerk.domain.kolommen import Kolom
from samenwerk.domain.record import DATUM, ENKELVOUDIG, GETAL, KEUZE, VERWIJZING, VERWIJZINGEN
from samenwerk.domain.verzamelingen import Verzameling

if TYPE_CHECKING:
    from samenwerk.cli.words.declare import Kind

_METAVARS = {DATUM: "DAG", GETAL: "GETAL", KEUZE: "KEUZE", VERWIJZING: "NAAM", VERWIJZINGEN: "NAMEN"}
_ABOUT = {
    "nieuw": "Voeg {nieuwe} toe.",
    "wijzig": "Wijzig velden van {dit}. Wat u voor een lijst geeft, komt erbij.",
    "weg": "Haal {dit} weg. Wat nog ergens genoemd wordt, kan niet zomaar weg.",
    "lijst": "Toon alle {meervoud}.",
    "toon": "Toon {dit} met alles wat erover in het dossier staat.",
}


def build_command(verzameling: Verzameling, function: Any, *parameters: Parameter) -> Command:
    """A command of one kind of record; the name of its function is its own."""
    about = _ABOUT[function.__name__]
    return Command(
        function, about.format(nieuwe=verzameling.nieuwe, dit=verzameling.dit, meervoud=verzameling.meervoud), parameters
    )


def key_argument(verzameling: Verzameling, *, is_last: bool = True) -> Parameter:
    """The word that says which record; where no other word follows it, the rest of the line may be its name."""
    is_woord = verzameling.record is None
    wat = f"{'Het woord' if is_woord else 'De naam of korte naam'} van {verzameling.dit}"
    what = Argument(
        metavar="WOORD" if is_woord else verzameling.enkelvoud.upper(),
        help=f"{wat}; zie: samenwerk {verzameling.enkelvoud} lijst",
        kind=Recordsleutel(verzameling.veld),
        rest=is_last,
    )
    return Parameter("record", what, required=True)


def option_of(kolom: Kolom) -> Parameter:
    """The option that gives a kolom its words."""
    veld = kolom.veld
    uitleg = f"{veld.uitleg} Kies uit: {', '.join(veld.keuzes)}." if veld.keuzes else veld.uitleg
    return text_option(
        f"veld_{kolom.naam}",
        _METAVARS.get(veld.soort, "TEKST"),
        uitleg,
        many=veld.soort not in ENKELVOUDIG,
        kind=kind_of(veld),
    )


def given_words(opties: dict[str, Any]) -> dict[str, list[str]]:
    """The words that were given with the options of `option_of`, by the name of the kolom."""
    return {
        naam.removeprefix("veld_"): [waarde] if isinstance(waarde, str) else list(waarde)
        for naam, waarde in opties.items()
        if waarde
    }


def text_option(naam: str, metavar: str, uitleg: str, *, many: bool = False, kind: "Kind | None" = None) -> Parameter:
    """An option with a word behind it; with `many` it may be given more than once."""
    name = f"--{naam.removeprefix('veld_').replace('_', '-')}"
    option = Option(name, metavar=metavar, help=uitleg, kind=kind)
    return Parameter(naam, option, list if many else str)


def leeg_option(kolommen: Sequence[Kolom]) -> Parameter:
    """The option that empties some of these kolommen."""
    kind = Veldnaam({kolom.naam: kolom.titel for kolom in kolommen})
    return text_option("leeg", "VELD", "Maak dit eerst leeg. Mag meer dan eens.", many=True, kind=kind)


def intern_of(verzameling: Verzameling) -> tuple[Parameter, ...]:
    """The option for what only the facilitator sees, where records of this kind can hold that."""
    return (_INTERN,) if verzameling.record is not None and can_hold_intern(verzameling.record) else ()


_INTERN = read_parameter("intern", BelangenOption)
VERTROUWELIJK = read_parameter("vertrouwelijk", VertrouwelijkOption)
SHARED_SHOWING = (read_parameter("map_", MapOption), read_parameter("json", JsonOption))
SHARED_WRITING = (SHARED_SHOWING[0], read_parameter("proef", ProefOption), SHARED_SHOWING[1])
