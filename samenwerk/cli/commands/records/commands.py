"""The commands of one kind of record, built together: those that write here, `lijst` and `toon` in pages.py."""

from typing import TYPE_CHECKING, Any

from samenwerk.cli.catalogue import MEANT_OF_RECORDS
from samenwerk.cli.changes import show_change
from samenwerk.cli.commands.records.exchange import build_exchange
from samenwerk.cli.commands.records.moves import build_moves
from samenwerk.cli.commands.records.pages import build_lijst, build_toon
from samenwerk.cli.commands.records.parameters import (
    SHARED_WRITING,
    VERTROUWELIJK,
    build_command,
    given_words,
    key_argument,
    leeg_option,
    option_of,
    text_option,
)
from samenwerk.cli.kolommen import show_waarden
from samenwerk.cli.options import read_datum, start_folder
from samenwerk.cli.remedies import hint
from samenwerk.cli.screen import show, show_diff
from samenwerk.cli.understanding.records import Recordsleutel
from samenwerk.cli.words.declare import Argument, Command, Group, Parameter, group_commands
from samenwerk.domain.kolommen import list_kolommen
from samenwerk.domain.verzamelingen import Verzameling, verzameling_of

if TYPE_CHECKING:
    from samenwerk.workflows.records import Recordwijziging


def build_group(enkelvoud: str, hulp: str) -> Group:
    """The commands of one kind of record, by the word for one of them; `hulp` is the help of the group."""
    verzameling = verzameling_of(enkelvoud)
    commands = {
        "nieuw": _build_nieuw(verzameling),
        "wijzig": _build_wijzig(verzameling),
        "weg": _build_weg(verzameling),
        "lijst": build_lijst(verzameling),
        "toon": build_toon(verzameling),
    }
    commands |= {**build_moves(enkelvoud), **build_exchange(verzameling)}
    return group_commands(hulp, commands, meant=MEANT_OF_RECORDS)


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
        from samenwerk.errors import IETS, AnswerNeededError, Remedy, as_parts
        from samenwerk.storage.dossier import read_dossier
        from samenwerk.workflows.records import add_record
        from samenwerk.workflows.remedies import way_to_change

        dossier, gegeven, dag = read_dossier(start_folder(map_)), given_words(opties), read_datum("")
        asks = not json and can_ask()
        if not titel and not asks:
            raise AnswerNeededError(f"Er ontbreekt nog: {metavar}. {uitleg}", Remedy("nieuw", (verzameling.veld,), IETS))

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
            ("Wijzig het met: " if is_woord else "Vul aan: ", *as_parts(way_to_change(verzameling, wijziging.sleutel))),
            json=json,
            sleutel=wijziging.sleutel,
        )

    return build_command(
        verzameling,
        nieuw,
        Parameter("titel", Argument(rest=True, metavar=metavar, help=uitleg)),
        *(option_of(kolom) for kolom in list_kolommen(verzameling) if is_woord or kolom.pad != (titelveld.naam,)),
        *(
            []
            if is_woord
            else [text_option("sleutel", "WOORD", "De korte naam. Zonder dit: gemaakt uit de woorden hierboven.")]
        ),
        *SHARED_WRITING,
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
        from samenwerk.workflows.kolommen import Recordinvoer
        from samenwerk.workflows.records import change_record
        from samenwerk.workflows.rename import rename_record

        gegeven = given_words(opties)
        if not (gegeven or leeg or sleutel):
            melding = f"Zeg wat er aan {verzameling.dit} “{record}” verandert."
            raise WrongUsageError(
                melding, ("Bekijk wat u kunt wijzigen: ", Remedy("wijzig", (verzameling.veld,), met={"help": ""}))
            )
        if vertrouwelijk and sleutel:
            raise WrongUsageError("Een korte naam is nooit vertrouwelijk.", "Laat --vertrouwelijk of --sleutel weg.")
        dossier = read_dossier(start_folder(map_))
        invoer = Recordinvoer(gegeven, read_datum(""), leeg or ())
        if sleutel and sleutel != record:
            wijziging = rename_record(dossier, verzameling, record, sleutel, invoer, proef=proef)
        else:
            doel = choose_file(dossier, vertrouwelijk=vertrouwelijk)
            wijziging = change_record(doel, verzameling, record, invoer, proef=proef)
        volgende = "Bekijk: ", Remedy("toon", (verzameling.veld, wijziging.sleutel))
        if vertrouwelijk:
            volgende = "Bekijk: ", Remedy("status", met={"intern": ""})
        elif wijziging.oud_bestand:
            nieuw = Remedy("render", waarde=f"projectfiche-{sleutel}")
            volgende = f"{wijziging.oud_bestand} blijft staan. Maak het nieuwe document: ", nieuw
        show_change(wijziging.gewijzigd, volgende, json=json, sleutel=wijziging.sleutel)

    return build_command(
        verzameling,
        wijzig,
        key_argument(verzameling),
        *(option_of(kolom) for kolom in list_kolommen(verzameling)),
        leeg_option(list_kolommen(verzameling)),
        text_option("sleutel", "WOORD", "Geef een andere korte naam, overal in het dossier."),
        *([VERTROUWELIJK] if verzameling.kan_vertrouwelijk else []),
        *SHARED_WRITING,
    )


def _build_weg(verzameling: Verzameling) -> Command:
    def weg(record: str, vervang_door: str = "", map_: str = "", proef: bool = False, json: bool = False) -> None:
        from samenwerk.errors import Remedy
        from samenwerk.storage.dossier import read_dossier
        from samenwerk.workflows.merging import replace_record
        from samenwerk.workflows.records import describe_record, remove_record
        from samenwerk.workflows.references import name_records

        dossier = read_dossier(start_folder(map_))
        if vervang_door:
            stond_er = describe_record(dossier.samenwerking, verzameling, record)
            naam = name_records(dossier.samenwerking, (verzameling.veld,))[record]
            wijziging = replace_record(dossier, verzameling, record, vervang_door, proef=proef)
            bekijken = "Bekijk: ", Remedy("toon", (verzameling.veld, vervang_door))
            show_change(wijziging.gewijzigd, bekijken, json=json, sleutel=record, vervangen_door=vervang_door)
            if not json:
                show(f"Wat er van “{naam}” stond:", hang=2)
                show_waarden(list_kolommen(verzameling), stond_er.waarden)
            return
        wijziging = remove_record(dossier, verzameling, record, proef=proef)
        volgende = "Bekijk wat er nog staat: ", Remedy("lijst", (verzameling.veld,))
        show_change(wijziging.gewijzigd, "", json=json, sleutel=record)
        if not json and not proef:
            _, _, *lines = wijziging.gewijzigd.verschil.splitlines()
            show_diff("\n".join(line for line in lines if line.startswith("-")))
            show(hint(volgende), hang=2)

    ander = text_option("vervang_door", "NAAM", "Zet deze overal in de plaats.", kind=Recordsleutel(verzameling.veld))
    return build_command(
        verzameling, weg, key_argument(verzameling), *([ander] if verzameling.wordt_genoemd else []), *SHARED_WRITING
    )
