"""`samenwerk ongedaan`."""

from typing import Annotated

from samenwerk.cli.options import JaOption, JsonOption, MapOption, ProefOption, start_folder
from samenwerk.cli.remedies import hint
from samenwerk.cli.screen import show
from samenwerk.cli.terugnemen import DeedArgument, ask_for_yes, describe_gedaan, describe_words, show_moment, turn_when_sure
from samenwerk.cli.words.declare import Option
from samenwerk.cli.words.signature import command
from samenwerk.errors import Line, Remedy


@command
def ongedaan(
    wat: DeedArgument = "",
    lijst: Annotated[bool, Option("--lijst", help="Toon wat er gedaan is, met de nummers, en waar dat bewaard is.")] = False,
    wis: Annotated[bool, Option("--wis", help="Vergeet wat er gedaan is. Het dossier zelf blijft zoals het is.")] = False,
    ja: JaOption = False,
    map_: MapOption = "",
    proef: ProefOption = False,
    json: JsonOption = False,
) -> None:
    """Neem terug wat een commando deed.

    Zonder nummer is het het laatste. Eerst ziet u wat er verandert; wat later gebeurde, blijft. Toch weer: samenwerk opnieuw
    """
    from samenwerk.errors import WrongUsageError
    from samenwerk.storage.memory.deed import ONGEDAAN

    if bool(wat) + lijst + wis > 1:
        raise WrongUsageError("Een nummer, --lijst en --wis gaan niet samen.", "Geef er één van.")
    if lijst:
        _show_list(map_, json=json)
    elif wis:
        _forget(map_, ja=ja, proef=proef, json=json)
    else:
        turn_when_sure(ONGEDAAN, wat, map_, ja=ja, proef=proef, json=json)


def _show_list(map_: str, *, json: bool) -> None:
    from samenwerk.workflows.terugnemen import list_gedaan

    gedaan, place = list_gedaan(start_folder(map_))
    if json:
        from samenwerk.cli.json_output import show_json

        show_json("gedaan", {"gedaan": [describe_gedaan(each) for each in gedaan]})
        return
    if not gedaan:
        show("Hier is nog geen commando bewaard dat iets schreef.")
        return
    for each in reversed(gedaan):
        deed = each.deed
        terug = ", teruggenomen" if each.terug_door else ""
        show(f"{deed.number}. {show_moment(deed)}{terug}: {describe_words(deed)}", style="stil" if terug else "", hang=4)
    show(f"Dit staat alleen op deze computer, in de map {place}", hang=2)
    show(hint(("Neem er een terug met zijn nummer: ", Line(("samenwerk", "ongedaan", "NUMMER")))), hang=2)
    show(hint(("Maak dit leeg: ", Remedy("ongedaan", met={"wis": ""}))), hang=2)


def _forget(map_: str, *, ja: bool, proef: bool, json: bool) -> None:
    from samenwerk.domain.zinnen import tel
    from samenwerk.workflows.terugnemen import forget_gedaan, list_gedaan

    start = start_folder(map_)
    aantal = len(list_gedaan(start)[0])
    wat = tel(aantal, "commando", "commando’s")
    if not (ja or proef) and not ask_for_yes(f"Vergeten wat hier gedaan is ({wat})? Terugnemen kan dan niet meer.", json=json):
        show("Er is niets vergeten.")
        return
    if not proef:
        forget_gedaan(start)
    if json:
        from samenwerk.cli.json_output import show_json

        show_json("wijziging", {"proef": proef, "vergeten": aantal})
    elif proef:
        show(f"Proef: te vergeten: {wat}; er is niets geschreven.", style="open")
    else:
        show(f"Vergeten: {wat}. Het dossier zelf is zoals het was.", style="goed")
