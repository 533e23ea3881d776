"""The commands of one kind of record: nieuw, wijzig, weg, lijst, toon. Their options and help come from the table of fields."""

from typing import TYPE_CHECKING, Any

from samenwerk.cli.changes import show_change
from samenwerk.cli.commands.records.exchange import build_exchange
from samenwerk.cli.commands.records.moves import build_moves
from samenwerk.cli.completion import complete_keuze, complete_sleutel
from samenwerk.cli.options import (
    BelangenOption,
    JsonOption,
    MapOption,
    ProefOption,
    VertrouwelijkOption,
    read_datum,
    start_folder,
)
from samenwerk.cli.remedies import say
from samenwerk.cli.screen import shorten, show, show_diff
from samenwerk.cli.vertrouwelijk import choose_shared, tell_left_out
from samenwerk.cli.words.declare import Argument, Command, Group, Option, Parameter, group_commands
from samenwerk.cli.words.signature import read_parameter
from samenwerk.domain.intern import can_hold_intern
from samenwerk.domain.kolommen import Kolom, list_kolommen
from samenwerk.domain.record import DATUM, ENKELVOUDIG, GETAL, KEUZE, VERWIJZING, VERWIJZINGEN
from samenwerk.domain.verzamelingen import Verzameling, verzameling_of

if TYPE_CHECKING:
    from samenwerk.workflows.records import Recordwijziging

_METAVARS = {DATUM: "JJJJ-MM-DD", GETAL: "GETAL", KEUZE: "KEUZE", VERWIJZING: "SLEUTEL", VERWIJZINGEN: "SLEUTELS"}
_ABOUT = {
    "nieuw": "Voeg {nieuwe} toe.",
    "wijzig": "Wijzig velden van {dit}. Wat u voor een lijst geeft, komt erbij.",
    "weg": "Haal {dit} weg. Dat kan niet zolang er ergens naar verwezen wordt.",
    "lijst": "Toon alle {meervoud}.",
    "toon": "Toon {dit} met alles wat erover in het dossier staat.",
}


def build_group(enkelvoud: str, hulp: str) -> Group:
    """The commands of one kind of record, by the word for one of them; `hulp` is the help of the group."""
    verzameling = verzameling_of(enkelvoud)
    commands = {
        "nieuw": _build_nieuw(verzameling),
        "wijzig": _build_wijzig(verzameling),
        "weg": _build_weg(verzameling),
        "lijst": _build_lijst(verzameling),
        "toon": _build_toon(verzameling),
    }
    return group_commands(hulp, {**commands, **build_moves(enkelvoud), **build_exchange(verzameling)})


def _build_nieuw(verzameling: Verzameling) -> Command:
    titelveld = verzameling.titelveld
    is_woord = verzameling.record is None
    metavar = "WOORD" if is_woord else titelveld.titel.upper()
    uitleg = "Het woord of begrip." if is_woord else titelveld.uitleg

    def nieuw(
        titel: str = "",
        sleutel: str = "",
        map_: str = "",
        proef: bool = False,
        json: bool = False,
        **opties: Any,
    ) -> None:
        from samenwerk.cli.asking.questions import ask, ask_and_do, can_ask
        from samenwerk.errors import AnswerNeededError, as_parts
        from samenwerk.storage.dossier import read_dossier
        from samenwerk.workflows.records import add_record
        from samenwerk.workflows.remedies import way_to_change

        dossier, gegeven, dag = read_dossier(start_folder(map_)), _given(opties), read_datum("")
        asks = not json and can_ask()
        if not titel and not asks:
            raise AnswerNeededError(f"Er ontbreekt nog: {metavar}. {uitleg}", f'samenwerk {verzameling.enkelvoud} nieuw "…"')

        def add(titel: str, proef: bool) -> "Recordwijziging":
            return add_record(dossier, verzameling, titel, gegeven, dag, sleutel=sleutel, proef=proef)

        def add_meaning(betekenis: str, proef: bool) -> "Recordwijziging":
            return add_record(dossier, verzameling, titel, {titelveld.naam: [betekenis]}, dag, proef=proef)

        if is_woord and not gegeven and asks:
            titel = titel or ask(uitleg)
            wijziging = ask_and_do(f"Wat verstaan jullie onder {titel}?", add_meaning, proef=proef)
        else:
            wijziging = add(titel, proef) if titel else ask_and_do(uitleg, add, proef=proef, for_example=uitleg)
        show_change(
            wijziging.gewijzigd,
            say(("Aanvullen kan met: ", *as_parts(way_to_change(verzameling, wijziging.sleutel)))),
            json=json,
            sleutel=wijziging.sleutel,
        )

    return _build(
        verzameling,
        nieuw,
        Parameter("titel", Argument(metavar=metavar, help=uitleg)),
        *(_option_of(kolom) for kolom in list_kolommen(verzameling) if is_woord or kolom.pad != (titelveld.naam,)),
        *([] if is_woord else [_option("sleutel", "SLEUTEL", "De sleutel; anders gemaakt uit de woorden hierboven.")]),
        *_SHARED_WRITING,
    )


def _build_wijzig(verzameling: Verzameling) -> Command:
    def wijzig(
        record: str,
        sleutel: str = "",
        leeg: list[str] | None = None,
        vertrouwelijk: bool = False,
        map_: str = "",
        proef: bool = False,
        json: bool = False,
        **opties: Any,
    ) -> None:
        from samenwerk.cli.vertrouwelijk import choose_file
        from samenwerk.errors import Remedy, WrongUsageError
        from samenwerk.storage.dossier import read_dossier
        from samenwerk.workflows.records import Recordinvoer, change_record
        from samenwerk.workflows.rename import rename_record

        gegeven = _given(opties)
        if not (gegeven or leeg or sleutel):
            melding = f"Zeg wat er aan {verzameling.dit} “{record}” verandert."
            raise WrongUsageError(melding, f"Wat kan: samenwerk {verzameling.enkelvoud} wijzig --help")
        if vertrouwelijk and sleutel:
            raise WrongUsageError("Een sleutel is nooit vertrouwelijk.", "Laat --vertrouwelijk of --sleutel weg.")
        dossier = read_dossier(start_folder(map_))
        invoer = Recordinvoer(gegeven, read_datum(""), leeg or ())
        if sleutel and sleutel != record:
            wijziging = rename_record(dossier, verzameling, record, sleutel, invoer, proef=proef)
        else:
            doel = choose_file(dossier, vertrouwelijk=vertrouwelijk)
            wijziging = change_record(doel, verzameling, record, invoer, proef=proef)
        volgende = say(("Bekijken kan met: ", Remedy("toon", (verzameling.veld, wijziging.sleutel))))
        if vertrouwelijk:
            volgende = "Bekijken kan met: samenwerk status --intern"
        elif wijziging.oud_bestand:
            volgende = f"{wijziging.oud_bestand} blijft staan. De nieuwe maakt u met: samenwerk render projectfiche-{sleutel}"
        show_change(wijziging.gewijzigd, volgende, json=json, sleutel=wijziging.sleutel)

    return _build(
        verzameling,
        wijzig,
        _key_argument(verzameling),
        *(_option_of(kolom) for kolom in list_kolommen(verzameling)),
        _option("leeg", "VELD", "Maak dit veld eerst leeg; mag meer dan eens.", many=True),
        _option("sleutel", "SLEUTEL", "Geef een andere sleutel, overal in het dossier."),
        *([_VERTROUWELIJK] if verzameling.kan_vertrouwelijk else []),
        *_SHARED_WRITING,
    )


def _build_weg(verzameling: Verzameling) -> Command:
    def weg(record: str, map_: str = "", proef: bool = False, json: bool = False) -> None:
        from samenwerk.storage.dossier import read_dossier
        from samenwerk.workflows.records import remove_record

        wijziging = remove_record(read_dossier(start_folder(map_)), verzameling, record, proef=proef)
        volgende = f"Wat er nog staat: samenwerk {verzameling.enkelvoud} lijst"
        show_change(wijziging.gewijzigd, "", json=json, sleutel=record)
        if not json and not proef:
            _, _, *lines = wijziging.gewijzigd.verschil.splitlines()
            show_diff("\n".join(line for line in lines if line.startswith("-")))
            show(f"→ {volgende}", hang=2)

    return _build(verzameling, weg, _key_argument(verzameling), *_SHARED_WRITING)


def _build_lijst(verzameling: Verzameling) -> Command:
    def lijst(map_: str = "", json: bool = False, intern: bool = False) -> None:
        from samenwerk.storage.dossier import read_dossier
        from samenwerk.workflows.records import list_records

        samenwerking = read_dossier(start_folder(map_)).samenwerking
        samenwerking, weggelaten = choose_shared(samenwerking, (verzameling.veld,), intern=intern)
        records = list_records(samenwerking, verzameling)
        if json:
            from samenwerk.cli.json_output import show_json

            inhoud = [{"sleutel": sleutel, **_as_json(verzameling, waarden)} for sleutel, waarden in records]
            show_json(verzameling.veld, {verzameling.veld: inhoud, "weggelaten": weggelaten})
            return
        for sleutel, waarden in records:
            show(f"{sleutel}: {' '.join(waarden[verzameling.titelveld.naam]) or 'nog niet ingevuld'}", hang=2)
            stand = [
                f"{kolom.veld.titel.lower()} {shorten(', '.join(waarden[kolom.naam]), 60)}"
                for kolom in list_kolommen(verzameling)
                if kolom.naam in verzameling.kort and waarden[kolom.naam]
            ]
            if stand:
                show("; ".join(stand), style="stil", indent=4, hang=2)
        if not records:
            show(f"Er staat nog geen {verzameling.enkelvoud} in het dossier.")
            show(f'→ Toevoegen: samenwerk {verzameling.enkelvoud} nieuw "…"', hang=2)

    return _build(verzameling, lijst, *_SHARED_SHOWING, *_intern_of(verzameling))


def _build_toon(verzameling: Verzameling) -> Command:
    def toon(record: str, map_: str = "", json: bool = False, intern: bool = False) -> None:
        from samenwerk.errors import show_pad
        from samenwerk.storage.dossier import read_dossier
        from samenwerk.workflows.records import describe_record, list_vermeldingen

        dossier = read_dossier(start_folder(map_))
        samenwerking, weggelaten = choose_shared(dossier.samenwerking, (verzameling.veld, record), intern=intern)
        inhoud = describe_record(samenwerking, verzameling, record)
        plaatsen = list_vermeldingen(dossier, verzameling, record)
        if json:
            from samenwerk.cli.json_output import show_json

            genoemd = [{"pad": show_pad(plaats.pad), "regel": plaats.regel} for plaats in plaatsen]
            show_json(
                verzameling.enkelvoud,
                {
                    "sleutel": record,
                    **_as_json(verzameling, inhoud.waarden),
                    "genoemd_in": genoemd,
                    "weggelaten": weggelaten,
                },
            )
            return
        show(f"{verzameling.enkelvoud.capitalize()} {record}", style="kop")
        for kolom in list_kolommen(verzameling):
            woorden = inhoud.waarden[kolom.naam]
            if len(woorden) == 1:
                show(f"{kolom.titel}: {woorden[0]}", indent=2, hang=2)
            elif woorden:
                show(f"{kolom.titel}:", indent=2)
                for woord in woorden:
                    show(f"- {woord}", indent=4, hang=2)
        leeg = [kolom.naam.replace("_", "-") for kolom in list_kolommen(verzameling) if not inhoud.waarden[kolom.naam]]
        if plaatsen:
            show()
            show("Wordt genoemd in", style="kop")
            for plaats in plaatsen:
                show(f"{show_pad(plaats.pad)} (regel {plaats.regel})", indent=2, hang=2)
        if leeg:
            show()
            show(f"→ Nog leeg: {', '.join(leeg)}", style="stil", hang=2)
        tell_left_out(weggelaten)

    return _build(verzameling, toon, _key_argument(verzameling), *_SHARED_SHOWING, *_intern_of(verzameling))


def _as_json(verzameling: Verzameling, waarden: dict[str, list[str]]) -> dict[str, Any]:
    """A list of words for a field that holds more, else the words themselves or null."""
    return {
        kolom.naam: next(iter(waarden[kolom.naam]), None) if kolom.veld.soort in ENKELVOUDIG else waarden[kolom.naam]
        for kolom in list_kolommen(verzameling)
    }


def _given(opties: dict[str, Any]) -> dict[str, list[str]]:
    return {
        naam.removeprefix("veld_"): [waarde] if isinstance(waarde, str) else list(waarde)
        for naam, waarde in opties.items()
        if waarde
    }


# What they take comes from the table of fields.


def _build(verzameling: Verzameling, function: Any, *parameters: Parameter) -> Command:
    about = _ABOUT[function.__name__]
    return Command(
        function, about.format(nieuwe=verzameling.nieuwe, dit=verzameling.dit, meervoud=verzameling.meervoud), parameters
    )


def _key_argument(verzameling: Verzameling) -> Parameter:
    is_woord = verzameling.record is None
    what = Argument(
        metavar="WOORD" if is_woord else "SLEUTEL",
        help=f"{'Het woord' if is_woord else 'De sleutel'} van {verzameling.dit}; zie: samenwerk {verzameling.enkelvoud} lijst",
        complete=complete_sleutel(verzameling.veld),
    )
    return Parameter("record", what, required=True)


def _option_of(kolom: Kolom) -> Parameter:
    veld = kolom.veld
    uitleg = f"{veld.uitleg} Kies uit: {', '.join(veld.keuzes)}." if veld.keuzes else veld.uitleg
    return _option(
        f"veld_{kolom.naam}", _METAVARS.get(veld.soort, "TEKST"), uitleg, many=veld.soort not in ENKELVOUDIG, keuzes=veld.keuzes
    )


def _option(naam: str, metavar: str, uitleg: str, *, many: bool = False, keuzes: tuple[str, ...] = ()) -> Parameter:
    name = f"--{naam.removeprefix('veld_').replace('_', '-')}"
    option = Option(name, metavar=metavar, help=uitleg, complete=complete_keuze(keuzes) if keuzes else None)
    return Parameter(naam, option, list if many else str)


def _intern_of(verzameling: Verzameling) -> tuple[Parameter, ...]:
    return (_INTERN,) if verzameling.record is not None and can_hold_intern(verzameling.record) else ()


_INTERN = read_parameter("intern", BelangenOption)
_VERTROUWELIJK = read_parameter("vertrouwelijk", VertrouwelijkOption)
_SHARED_SHOWING = (read_parameter("map_", MapOption), read_parameter("json", JsonOption))
_SHARED_WRITING = (_SHARED_SHOWING[0], read_parameter("proef", ProefOption), _SHARED_SHOWING[1])
