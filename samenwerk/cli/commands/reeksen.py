"""The commands that put right what was noted: `toon`, `wijzig` and `weg` of an item by its number, the same for every list."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from samenwerk.cli.catalogue import COMMANDS, MEANT_OF_RECORDS
from samenwerk.cli.changes import show_change
from samenwerk.cli.commands.records.parameters import SHARED_SHOWING, SHARED_WRITING, given_words, leeg_option, option_of
from samenwerk.cli.options import InternOption, JaOption, RedenOption, VertrouwelijkOption, read_datum, start_folder
from samenwerk.cli.screen import show, tell
from samenwerk.cli.taking_away import take_away_when_sure
from samenwerk.cli.words.declare import Argument, Command, Group, Parameter, first_sentence
from samenwerk.cli.words.signature import read_parameter
from samenwerk.domain.taal import capitalize
from samenwerk.errors import Remedy

if TYPE_CHECKING:
    from samenwerk.domain.kolommen import Kolom
    from samenwerk.domain.reeksen import Reeks
    from samenwerk.storage.notities import DossierFile
    from samenwerk.workflows.taking_back import Rechtzetting

_INTERN = read_parameter("intern", InternOption)
_VERTROUWELIJK = read_parameter("vertrouwelijk", VertrouwelijkOption)
_WRITING = (read_parameter("ja", JaOption), *SHARED_WRITING)
_NUMMER = Parameter("nummer", Argument(metavar="NUMMER", help="Het nummer uit de lijst; zonder nummer is het de laatste."))
_VERBS = {
    "toon": "Toon alles wat er van één {enkelvoud} staat.",
    "wijzig": "Wijzig wat er van één {enkelvoud} staat. Wat u voor een lijst geeft, komt erbij.",
    "weg": "Haal één {enkelvoud} weg na een vergissing. Eerst ziet u wat er verdwijnt.",
}
"""What each command does; they are made when one of them is used."""


def reeks_group(veld: str, own: Mapping[str, Command], *, default: Command | None = None, otherwise: str = "") -> Group:
    """The commands of a list of what happened: its own, and those that put an item of it right."""
    from samenwerk.domain.reeksen import reeks_in

    reeks = reeks_in(veld)
    about = {verb: text.format(enkelvoud=reeks.enkelvoud) for verb, text in _VERBS.items()}
    lines = {naam: first_sentence(command.help) for naam, command in own.items()}
    builders = {"toon": _build_toon, "wijzig": _build_wijzig, "weg": _build_weg}

    def load(naam: str) -> Command:
        return own[naam] if naam in own else builders[naam](reeks, about[naam])

    lines |= {verb: first_sentence(text) for verb, text in about.items()}
    meant = {word: names for word, names in MEANT_OF_RECORDS.items() if names[0] in lines}
    return Group(COMMANDS[reeks.commando], {"Commando’s": lines}, load, default, meant=meant, otherwise=otherwise)


def build_lijst(veld: str) -> Command:
    """The command that shows all items of a list, with their numbers."""
    from samenwerk.domain.reeksen import reeks_in

    reeks = reeks_in(veld)

    def lijst(intern: bool = False, map_: str = "", json: bool = False) -> None:
        from samenwerk.cli.momenten import show_momenten, show_momenten_as_json
        from samenwerk.cli.vertrouwelijk import open_inzage
        from samenwerk.domain.logboek import Selectie
        from samenwerk.storage.dossier import read_dossier
        from samenwerk.workflows.momenten import find_momenten

        dossier = read_dossier(start_folder(map_))
        inzage = open_inzage(dossier, intern=intern)
        vertrouwelijk = inzage.vertrouwelijk if inzage else None
        momenten = find_momenten(dossier, Selectie((reeks.enkelvoud,)), alles=True, vertrouwelijk=vertrouwelijk)
        if json:
            show_momenten_as_json(momenten)
        elif momenten:
            show_momenten(momenten, dossier.samenwerking)
        else:
            show(f"Er staat nog geen {reeks.enkelvoud} in het dossier.")

    wie = (_INTERN,) if reeks.kan_vertrouwelijk else ()
    return Command(lijst, f"Toon alle {reeks.meervoud}, met hun nummer.", (*wie, *SHARED_SHOWING))


def _build_toon(reeks: "Reeks", about: str) -> Command:
    def toon(nummer: str = "", map_: str = "", json: bool = False) -> None:
        doel, plaats = _find(reeks, nummer, map_)
        if not json:
            _show_item(doel, reeks, plaats)
            return
        from samenwerk.cli.json_output import show_json
        from samenwerk.cli.kolommen import describe_waarden
        from samenwerk.workflows.reeksen import describe_item

        waarden = describe_waarden(reeks.kolommen, describe_item(doel, reeks, plaats))
        show_json(reeks.enkelvoud, {"lijst": reeks.veld, "nummer": plaats, **waarden})

    return Command(toon, about, (_NUMMER, *SHARED_SHOWING))


def _build_wijzig(reeks: "Reeks", about: str) -> Command:
    def wijzig(
        nummer: str = "",
        leeg: list[str] | None = None,
        vertrouwelijk: bool = False,
        map_: str = "",
        proef: bool = False,
        json: bool = False,
        **opties: Any,
    ) -> None:
        from samenwerk.cli.asking.questions import can_ask
        from samenwerk.errors import WrongUsageError
        from samenwerk.workflows.kolommen import Recordinvoer
        from samenwerk.workflows.reeksen import change_item

        gegeven = given_words(opties)
        # What stands in the notes is not put on the screen to be changed.
        if not (gegeven or leeg) and (vertrouwelijk or json or not can_ask()):
            raise WrongUsageError(
                f"Zeg wat er aan {reeks.dit} verandert.",
                f"Bekijk wat u kunt wijzigen: samenwerk {reeks.commando} wijzig --help",
            )
        doel, plaats = _find(reeks, nummer, map_, vertrouwelijk=vertrouwelijk)
        if not (gegeven or leeg):
            _ask_texts(doel, reeks, plaats, proef=proef)
            return
        gedaan = change_item(doel, reeks, plaats, Recordinvoer(gegeven, read_datum(""), leeg or ()), proef=proef)
        bekijken = Remedy("toon", (reeks.veld, plaats - 1))
        if vertrouwelijk:
            bekijken = Remedy("logboek", met={"alles": "", "intern": ""})
        show_change(gedaan.gewijzigd, ("Bekijk: ", bekijken), json=json, nummer=plaats)

    velden = (option_of(kolom) for kolom in reeks.te_wijzigen)
    leeg = leeg_option(reeks.te_wijzigen)
    return Command(wijzig, about, (_NUMMER, *velden, leeg, *_own_file(reeks), *SHARED_WRITING))


def _ask_texts(doel: "DossierFile", reeks: "Reeks", nummer: int, *, proef: bool) -> None:
    """Ask each text of an item, with what stands there to be mended; what is answered is written before the next is asked."""
    from samenwerk.cli.asking.questions import ask_until
    from samenwerk.domain.record import TEKST
    from samenwerk.workflows.kolommen import Recordinvoer
    from samenwerk.workflows.reeksen import change_item, describe_item, name_item

    woorden = describe_item(doel, reeks, nummer)
    tell(
        f"{name_item(reeks, nummer)}. Enter laat staan wat er staat, typen vervangt het, met een pijltje verbetert u het.",
        style="stil",
    )

    def ask_text(kolom: "Kolom") -> None:
        nu = "".join(woorden[kolom.naam])

        def write(tekst: str) -> "Rechtzetting | None":
            invoer = Recordinvoer({kolom.naam: [tekst]}, read_datum(""))
            return change_item(doel, reeks, nummer, invoer, proef=proef) if tekst not in ("", nu) else None

        vraag = kolom.titel if kolom.titel.endswith("?") else kolom.veld.uitleg
        if gedaan := ask_until(vraag, write, draft=nu):
            show_change(gedaan.gewijzigd)
            # Who typed a word behind it took all of it away.
            if nu:
                tell(f"Er stond: {nu}", style="stil", hang=2)

    for kolom in reeks.te_wijzigen:
        if kolom.veld.soort == TEKST:
            ask_text(kolom)


def _build_weg(reeks: "Reeks", about: str) -> Command:
    def weg(
        nummer: str = "",
        reden: str = "",
        vertrouwelijk: bool = False,
        ja: bool = False,
        map_: str = "",
        proef: bool = False,
        json: bool = False,
    ) -> None:
        from samenwerk.workflows.reeksen import take_away

        doel, plaats = _find(reeks, nummer, map_, vertrouwelijk=vertrouwelijk)
        dag = read_datum("")
        take_away_when_sure(
            lambda proef: take_away(doel, reeks, plaats, dag, reden.strip(), proef=proef),
            lambda: _show_item(doel, reeks, plaats),
            ("Bekijk wat er nog staat: ", Remedy("logboek", met={"alles": "", **({"intern": ""} if vertrouwelijk else {})})),
            ja=ja,
            proef=proef,
            json=json,
            nummer=plaats,
        )

    reden = read_parameter("reden", RedenOption)
    return Command(weg, about, (_NUMMER, reden, *_own_file(reeks), *_WRITING))


def _own_file(reeks: "Reeks") -> tuple[Parameter, ...]:
    """The option for the notes beside the dossier, where those have such a list."""
    return (_VERTROUWELIJK,) if reeks.kan_vertrouwelijk else ()


def _find(reeks: "Reeks", nummer: str, map_: str, *, vertrouwelijk: bool = False) -> "tuple[DossierFile, int]":
    from samenwerk.cli.vertrouwelijk import choose_file
    from samenwerk.storage.dossier import read_dossier
    from samenwerk.workflows.reeksen import find_nummer

    doel = choose_file(read_dossier(start_folder(map_)), vertrouwelijk=vertrouwelijk)
    return doel, find_nummer(doel, reeks, nummer)


def _show_item(doel: "DossierFile", reeks: "Reeks", nummer: int) -> None:
    """What goes or is shown; of the notes beside the dossier no word."""
    from samenwerk.cli.kolommen import show_waarden
    from samenwerk.workflows.reeksen import describe_for_others, describe_item, name_item

    show(name_item(reeks, nummer), style="kop")
    if doel.is_vertrouwelijk:
        item = reeks.items_in(doel.record)[nummer - 1]
        show(f"{capitalize(describe_for_others(reeks, item))}, in {doel.name}.", indent=2, hang=2)
    else:
        woorden, samenwerking = describe_item(doel, reeks, nummer), doel.dossier.samenwerking
        namen = {kolom.naam for kolom in reeks.kolommen if kolom.veld.verwijst}
        getoond = {
            naam: [samenwerking.naam_of(woord) for woord in inhoud] if naam in namen else inhoud
            for naam, inhoud in woorden.items()
        }
        show_waarden(reeks.kolommen, getoond)
