"""`samenwerk git`: instellen, controleer."""

from typing import TYPE_CHECKING, Annotated

from samenwerk.cli.catalogue import COMMANDS
from samenwerk.cli.options import JaOption, JsonOption, MapOption, ProefOption, start_folder
from samenwerk.cli.screen import show, show_diff, tell_bevinding
from samenwerk.cli.words.declare import Option, group_commands
from samenwerk.cli.words.signature import command

if TYPE_CHECKING:
    from samenwerk.workflows.git_instellen import Instelling


@command
def instellen(
    weg: Annotated[bool, Option("--weg", help="Zet terug hoe het was: git voegt weer zelf samen.")] = False,
    ja: JaOption = False,
    map_: MapOption = "",
    proef: ProefOption = False,
    json: JsonOption = False,
) -> None:
    """Laat git dossiers samenvoegen met samenwerk.

    Twee mensen die elk iets anders wijzigden, krijgen dan alles samen. Een document dat samenwerk maakt, blijft zoals het hier
    is en wordt opnieuw gemaakt. Het geldt alleen voor deze map van git op deze computer. De anderen stellen het zelf in.
    """
    from samenwerk.workflows.git_instellen import plan_instelling

    instelling = plan_instelling(start_folder(map_), weg=weg)
    if not json and instelling.is_nodig:
        _show_plan(instelling, proef=proef)
    if not proef and instelling.is_nodig:
        if not ja and not _is_sure(json=json):
            show("Er is niets gewijzigd.")
            return
        instelling.write()
    _show_done(instelling, weg=weg, proef=proef, json=json)


def _show_plan(instelling: "Instelling", *, proef: bool) -> None:
    kop = "Proef: dit zou er veranderen; er is niets geschreven." if proef else "Dit verandert in deze map van git:"
    show(kop, style="open", hang=2)
    show_diff(instelling.bestanden)
    if proef:
        show_diff(instelling.instellingen)
    else:
        show("En in de instellingen van git staat waar samenwerk op deze computer staat.", hang=2)


def _is_sure(*, json: bool) -> bool:
    from samenwerk.cli.asking.questions import ask_yes, can_ask
    from samenwerk.errors import AnswerNeededError

    if json or not can_ask():
        raise AnswerNeededError("Zeg of dit zo mag.", "Voeg --ja toe, of --proef om te kijken.")
    return ask_yes("Zo instellen?")


def _show_done(instelling: "Instelling", *, weg: bool, proef: bool, json: bool) -> None:
    voortaan = "Git voegt hier dossiers zelf samen." if weg else "Git voegt hier dossiers samen met samenwerk."
    melding = voortaan if instelling.is_nodig else f"{voortaan} Dat was al zo."
    if json:
        from samenwerk.cli.json_output import show_json

        verschil = "\n".join(filter(None, (instelling.bestanden, instelling.instellingen)))
        show_json("wijziging", {"melding": melding, "proef": proef, "verschil": verschil})
    elif not proef or not instelling.is_nodig:
        show(melding, style="goed")


@command
def controleer(map_: MapOption = "", json: JsonOption = False) -> None:
    """Controleer of git hier klaar is om met anderen samen te werken.

    Of git samenwerk vindt, of er niets halverwege staat, en of wat vertrouwelijk is buiten git blijft.
    """
    from samenwerk.workflows.git_controle import check_clone

    bevindingen = check_clone(start_folder(map_))
    if json:
        from samenwerk.cli.json_output import describe_bevindingen, show_json

        show_json("gitcontrole", {"bevindingen": describe_bevindingen(bevindingen)})
    elif not bevindingen:
        show("Git is hier in orde.", style="goed")
    else:
        for bevinding in bevindingen:
            tell_bevinding(bevinding)
    if bevindingen:
        raise SystemExit(1)


UITLEG = "Git kan dossiers samenvoegen die twee mensen elk wijzigden. Dat is één keer in te stellen, op elke computer."

git = group_commands(f"{COMMANDS['git']}\n\n{UITLEG}", {"instellen": instellen, "controleer": controleer})
