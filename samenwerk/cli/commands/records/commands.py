"""The commands of one kind of record: nieuw, wijzig, weg, lijst, toon. Their options and help come from the table of fields."""

from inspect import Parameter, Signature
from typing import Annotated, Any

import typer

from samenwerk.cli.changes import show_change
from samenwerk.cli.commands.records.exchange import add_exchange
from samenwerk.cli.commands.records.moves import add_moves
from samenwerk.cli.completion import complete_keuze, complete_sleutel
from samenwerk.cli.dutch import DutchCommand, DutchGroup
from samenwerk.cli.options import JsonOption, MapOption, ProefOption, VertrouwelijkOption, read_datum, start_folder
from samenwerk.cli.screen import shorten, show, show_diff
from samenwerk.domain.kolommen import Kolom, list_kolommen
from samenwerk.domain.record import DATUM, ENKELVOUDIG, GETAL, KEUZE, VERWIJZING, VERWIJZINGEN
from samenwerk.domain.verzamelingen import Verzameling, verzameling_of

_METAVARS = {DATUM: "JJJJ-MM-DD", GETAL: "GETAL", KEUZE: "KEUZE", VERWIJZING: "SLEUTEL", VERWIJZINGEN: "SLEUTELS"}
_ABOUT = {
    "nieuw": "Voeg {nieuwe} toe.",
    "wijzig": "Wijzig velden van {dit}. Wat u voor een lijst geeft, komt erbij.",
    "weg": "Haal {dit} weg. Dat kan niet zolang er ergens naar verwezen wordt.",
    "lijst": "Toon alle {meervoud}.",
    "toon": "Toon {dit} met alles wat erover in het dossier staat.",
}


def build_app(enkelvoud: str, hulp: str) -> typer.Typer:
    """The commands of one kind of record, by the word for one of them; `hulp` is the help of the group."""
    verzameling = verzameling_of(enkelvoud)
    app = typer.Typer(cls=DutchGroup, rich_markup_mode=None, add_completion=False, help=hulp)

    def add(naam: str, function: Any) -> None:
        uitleg = _ABOUT[naam].format(nieuwe=verzameling.nieuwe, dit=verzameling.dit, meervoud=verzameling.meervoud)
        app.command(naam, cls=DutchCommand, help=uitleg)(function)

    add("nieuw", _build_nieuw(verzameling))
    add("wijzig", _build_wijzig(verzameling))
    add("weg", _build_weg(verzameling))
    add("lijst", _build_lijst(verzameling))
    add("toon", _build_toon(verzameling))
    add_moves(app, enkelvoud)
    add_exchange(app, verzameling)
    return app


def _build_nieuw(verzameling: Verzameling) -> Any:
    titelveld = verzameling.titelveld
    is_woord = verzameling.record is None
    metavar = "WOORD" if is_woord else titelveld.titel.upper()
    uitleg = "Het woord of begrip." if is_woord else titelveld.uitleg

    def nieuw(
        ctx: typer.Context,
        titel: str = "",
        sleutel: str = "",
        map_: str = "",
        proef: bool = False,
        json: bool = False,
        **opties: Any,
    ) -> None:
        from samenwerk.cli.questions import ask, can_ask
        from samenwerk.errors import AnswerNeededError
        from samenwerk.storage.dossier import read_dossier
        from samenwerk.workflows.records import add_record

        dossier = read_dossier(start_folder(ctx, map_))
        if not titel:
            commando = f'samenwerk {verzameling.enkelvoud} nieuw "…"'
            if json or not can_ask():
                raise AnswerNeededError(f"Er ontbreekt nog: {metavar}. {uitleg}", commando)
            titel = ask(uitleg)
        wijziging = add_record(dossier, verzameling, titel, _given(opties), read_datum(""), sleutel=sleutel, proef=proef)
        show_change(
            wijziging.gewijzigd,
            f"{verzameling.nieuwe.capitalize()}: {wijziging.sleutel}",
            f"Aanvullen kan met: samenwerk {verzameling.enkelvoud} wijzig {_quote(wijziging.sleutel)} …",
            json=json,
            sleutel=wijziging.sleutel,
        )

    return _with_options(
        nieuw,
        _argument("titel", metavar, uitleg, default=""),
        *(_option_of(kolom) for kolom in list_kolommen(verzameling) if is_woord or kolom.pad != (titelveld.naam,)),
        *([] if is_woord else [_option("sleutel", "SLEUTEL", "De sleutel; anders gemaakt uit de woorden hierboven.")]),
        *_SHARED_WRITING,
    )


def _build_wijzig(verzameling: Verzameling) -> Any:
    def wijzig(
        ctx: typer.Context,
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
        from samenwerk.errors import WrongUsageError
        from samenwerk.storage.dossier import read_dossier
        from samenwerk.workflows.records import Recordinvoer, change_record
        from samenwerk.workflows.rename import rename_record

        gegeven = _given(opties)
        if not (gegeven or leeg or sleutel):
            melding = f"Zeg wat er aan {verzameling.dit} “{record}” verandert."
            raise WrongUsageError(melding, f"Wat kan: samenwerk {verzameling.enkelvoud} wijzig --help")
        if vertrouwelijk and sleutel:
            raise WrongUsageError("Een sleutel is nooit vertrouwelijk.", "Laat --vertrouwelijk of --sleutel weg.")
        dossier = read_dossier(start_folder(ctx, map_))
        invoer = Recordinvoer(gegeven, read_datum(""), leeg or ())
        if sleutel and sleutel != record:
            wijziging = rename_record(dossier, verzameling, record, sleutel, invoer, proef=proef)
        else:
            doel = choose_file(dossier, vertrouwelijk=vertrouwelijk)
            wijziging = change_record(doel, verzameling, record, invoer, proef=proef)
        melding = f"{verzameling.dit.capitalize()} “{wijziging.sleutel}” is gewijzigd."
        if not wijziging.gewijzigd.verschil:
            melding = f"{verzameling.dit.capitalize()} “{record}” was al zo; er is niets veranderd."
        elif vertrouwelijk:
            melding = f"Genoteerd in vertrouwelijk.yaml, bij {verzameling.dit} “{record}”."
        elif sleutel and sleutel != record:
            melding = f"{verzameling.dit.capitalize()} “{record}” heet nu overal “{wijziging.sleutel}”."
        volgende = f"Bekijken kan met: samenwerk {verzameling.enkelvoud} toon {_quote(wijziging.sleutel)}"
        if vertrouwelijk:
            volgende = "Bekijken kan met: samenwerk status --intern"
        elif wijziging.oud_bestand:
            volgende = f"{wijziging.oud_bestand} blijft staan. De nieuwe maakt u met: samenwerk render projectfiche-{sleutel}"
        show_change(wijziging.gewijzigd, melding, volgende, json=json, sleutel=wijziging.sleutel)

    return _with_options(
        wijzig,
        _key_argument(verzameling),
        *(_option_of(kolom) for kolom in list_kolommen(verzameling)),
        _option("leeg", "VELD", "Maak dit veld eerst leeg; mag meer dan eens.", many=True),
        _option("sleutel", "SLEUTEL", "Geef een andere sleutel, overal in het dossier."),
        *([_VERTROUWELIJK] if verzameling.kan_vertrouwelijk else []),
        *_SHARED_WRITING,
    )


def _build_weg(verzameling: Verzameling) -> Any:
    def weg(ctx: typer.Context, record: str, map_: str = "", proef: bool = False, json: bool = False) -> None:
        from samenwerk.storage.dossier import read_dossier
        from samenwerk.workflows.records import remove_record

        wijziging = remove_record(read_dossier(start_folder(ctx, map_)), verzameling, record, proef=proef)
        melding = f"{verzameling.dit.capitalize()} “{record}” is weggehaald; dit stond er:"
        volgende = f"Wat er nog staat: samenwerk {verzameling.enkelvoud} lijst"
        show_change(wijziging.gewijzigd, melding, "", json=json, sleutel=record)
        if not json and not proef:
            _, _, *lines = wijziging.gewijzigd.verschil.splitlines()
            show_diff("\n".join(line for line in lines if line.startswith("-")))
            show(f"→ {volgende}", hang=2)

    return _with_options(weg, _key_argument(verzameling), *_SHARED_WRITING)


def _build_lijst(verzameling: Verzameling) -> Any:
    def lijst(ctx: typer.Context, map_: str = "", json: bool = False) -> None:
        from samenwerk.storage.dossier import read_dossier
        from samenwerk.workflows.records import list_records

        samenwerking = read_dossier(start_folder(ctx, map_)).samenwerking
        records = list_records(samenwerking, verzameling)
        if json:
            from samenwerk.cli.json_output import show_json

            inhoud = [{"sleutel": sleutel, **_as_json(verzameling, waarden)} for sleutel, waarden in records]
            show_json(verzameling.veld, {verzameling.veld: inhoud})
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

    return _with_options(lijst, *_SHARED_SHOWING)


def _build_toon(verzameling: Verzameling) -> Any:
    def toon(ctx: typer.Context, record: str, map_: str = "", json: bool = False) -> None:
        from samenwerk.errors import show_pad
        from samenwerk.storage.dossier import read_dossier
        from samenwerk.workflows.records import describe_record, list_vermeldingen

        dossier = read_dossier(start_folder(ctx, map_))
        inhoud = describe_record(dossier.samenwerking, verzameling, record)
        plaatsen = list_vermeldingen(dossier, verzameling, record)
        if json:
            from samenwerk.cli.json_output import show_json

            genoemd = [{"pad": show_pad(plaats.pad), "regel": plaats.regel} for plaats in plaatsen]
            show_json(
                verzameling.enkelvoud, {"sleutel": record, **_as_json(verzameling, inhoud.waarden), "genoemd_in": genoemd}
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

    return _with_options(toon, _key_argument(verzameling), *_SHARED_SHOWING)


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


def _quote(sleutel: str) -> str:
    return f'"{sleutel}"' if " " in sleutel else sleutel


# The parameters, made so that Typer reads them as if they were written in the function.


def _with_options(function: Any, *parameters: Parameter) -> Any:
    ctx = Parameter("ctx", Parameter.KEYWORD_ONLY, annotation=typer.Context)
    function.__signature__ = Signature([ctx, *parameters])
    function.__annotations__ = {parameter.name: parameter.annotation for parameter in (ctx, *parameters)}
    return function


def _argument(naam: str, metavar: str, uitleg: str, **more: Any) -> Parameter:
    return Parameter(
        naam, Parameter.KEYWORD_ONLY, annotation=Annotated[str, typer.Argument(metavar=metavar, help=uitleg)], **more
    )


def _key_argument(verzameling: Verzameling) -> Parameter:
    is_woord = verzameling.record is None
    what = typer.Argument(
        metavar="WOORD" if is_woord else "SLEUTEL",
        help=f"{'Het woord' if is_woord else 'De sleutel'} van {verzameling.dit}; zie: samenwerk {verzameling.enkelvoud} lijst",
        autocompletion=complete_sleutel(verzameling.veld),
    )
    return Parameter("record", Parameter.KEYWORD_ONLY, annotation=Annotated[str, what])


def _option_of(kolom: Kolom) -> Parameter:
    veld = kolom.veld
    uitleg = f"{veld.uitleg} Kies uit: {', '.join(veld.keuzes)}." if veld.keuzes else veld.uitleg
    return _option(
        f"veld_{kolom.naam}", _METAVARS.get(veld.soort, "TEKST"), uitleg, many=veld.soort not in ENKELVOUDIG, keuzes=veld.keuzes
    )


def _option(naam: str, metavar: str, uitleg: str, *, many: bool = False, keuzes: tuple[str, ...] = ()) -> Parameter:
    optie = typer.Option(
        f"--{naam.removeprefix('veld_').replace('_', '-')}",
        metavar=metavar,
        help=uitleg,
        autocompletion=complete_keuze(keuzes) if keuzes else None,
    )
    annotation: Any = Annotated[list[str], optie] if many else Annotated[str, optie]
    return Parameter(naam, Parameter.KEYWORD_ONLY, annotation=annotation, default=[] if many else "")


_VERTROUWELIJK = Parameter("vertrouwelijk", Parameter.KEYWORD_ONLY, annotation=VertrouwelijkOption, default=False)
_SHARED_SHOWING = (
    Parameter("map_", Parameter.KEYWORD_ONLY, annotation=MapOption, default=""),
    Parameter("json", Parameter.KEYWORD_ONLY, annotation=JsonOption, default=False),
)
_SHARED_WRITING = (
    _SHARED_SHOWING[0],
    Parameter("proef", Parameter.KEYWORD_ONLY, annotation=ProefOption, default=False),
    _SHARED_SHOWING[1],
)
