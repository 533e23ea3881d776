"""`samenwerk herstel`."""

from typing import TYPE_CHECKING, Any

from samenwerk.cli.options import JaOption, JsonOption, MapOption, ProefOption, start_folder
from samenwerk.cli.remedies import hint, say
from samenwerk.cli.screen import show, show_diff, tell, tell_bevinding
from samenwerk.cli.words.signature import command
from samenwerk.errors import Remedy

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from samenwerk.workflows.repair import Bestandsherstel, Herstel, Herstelregel

MOST_LINES = 10
"""Of one thing that is wrong on many lines below each other so many are shown: they came in one piece."""

_NEXT = "Bekijk wat er nog te verbeteren is: ", Remedy("controleer")


@command
def herstel(ja: JaOption = False, map_: MapOption = "", proef: ProefOption = False, json: JsonOption = False) -> None:
    """Herstel wat in het bestand anders staat dan bedoeld.

    Tabs, verborgen tekens, aanhalingstekens zoals Word ze maakt, een tekst die afgekapt wordt, een andere codering: wat
    maar op één manier te herstellen is. U ziet elke regel vooraf, en wat er stond, wordt bewaard.
    """
    from samenwerk.cli.asking.questions import ask_yes, can_ask
    from samenwerk.errors import AnswerNeededError
    from samenwerk.workflows.repair import do_repair, plan_repair

    plan = plan_repair(start_folder(map_))
    if not plan.changes:
        _tell_nothing(plan, json=json)
        return
    if not json:
        for bestand in plan.changes:
            _show_file(bestand)
    must_ask = not (ja or proef)
    if must_ask and (json or not can_ask()):
        raise AnswerNeededError("Zeg of dit zo hersteld mag worden.", "Voeg --ja toe, of --proef om te kijken.")
    if must_ask and not ask_yes("Zo herstellen?"):
        show("Er is niets geschreven.")
        return
    copies = {} if proef else do_repair(plan)
    if json:
        _show_json(plan, copies, proef=proef)
    else:
        _show_done(plan, copies, proef=proef)
    if plan.blijft:
        raise SystemExit(1)


def _tell_nothing(plan: "Herstel", *, json: bool) -> None:
    from samenwerk.errors import DossierError

    if plan.blijft:
        raise DossierError("Hier is niets dat samenwerk met zekerheid kan herstellen.", bevindingen=plan.blijft)
    if json:
        _show_json(plan, {}, proef=False)
    else:
        show("Er is niets te herstellen.", style="goed")


def _show_file(bestand: "Bestandsherstel") -> None:
    show(bestand.naam, style="kop")
    for melding in bestand.meldingen:
        show(melding, indent=2, hang=2)
    # What was wrong with the whole is told above; a line without a reason of its own else belongs to the one before it.
    anders = "" if bestand.meldingen else " Deze regel hoort bij dezelfde tekst."
    for groep in _group(bestand.regels):
        eerste, laatste = groep[0].regel, groep[-1].regel
        waar = f"regel {eerste} tot {laatste}" if laatste > eerste else f"regel {eerste}"
        waarom = "".join(f" {melding}" for melding in groep[0].meldingen) or anders
        show(f"{waar}:{waarom}", indent=2, hang=2)
        if not bestand.is_vertrouwelijk:
            _show_lines(groep)


def _group(regels: "Sequence[Herstelregel]") -> "list[list[Herstelregel]]":
    """The lines below each other of which the same is wrong, together."""
    groepen: list[list[Herstelregel]] = []
    for regel in regels:
        vorige = groepen[-1][-1] if groepen else None
        if vorige and vorige.regel + 1 == regel.regel and vorige.meldingen == regel.meldingen:
            groepen[-1].append(regel)
        else:
            groepen.append([regel])
    return groepen


def _show_lines(groep: "Sequence[Herstelregel]") -> None:
    getoond = groep[:MOST_LINES]
    lines = [f"-{_show_signs(regel.was)}" for regel in getoond] + [f"+{_show_signs(regel.wordt)}" for regel in getoond]
    show_diff("\n".join(lines))
    if len(groep) > len(getoond):
        show(f"En nog {len(groep) - len(getoond)} regels op dezelfde manier.", indent=2, hang=2)


def _show_signs(line: str) -> str:
    """The line with the signs in it that nobody sees, by name."""
    return "".join("[tab]" if sign == "\t" else sign if sign.isprintable() else f"[U+{ord(sign):04X}]" for sign in line)


def _show_done(plan: "Herstel", copies: "Mapping[str, str]", *, proef: bool) -> None:
    if proef:
        show("Proef: dit zou er veranderen; er is niets geschreven.", style="open")
    else:
        for bestand in plan.changes:
            show(f"{bestand.naam} is hersteld.", style="goed")
        for copy in copies.values():
            show(f"Wat er stond, is bewaard in {copy}.", hang=2)
    if plan.blijft:
        tell("Dit blijft, want samenwerk kan het niet met zekerheid herstellen:", style="fout")
        for bevinding in plan.blijft:
            tell_bevinding(bevinding)
    elif not proef:
        show(hint(_NEXT), hang=2)


def _show_json(plan: "Herstel", copies: "Mapping[str, str]", *, proef: bool) -> None:
    from samenwerk.cli.json_output import describe_bevindingen, show_json

    bestanden: list[dict[str, Any]] = [
        {
            "bestand": bestand.naam,
            "heette": bestand.heette or None,
            "kopie": copies.get(bestand.naam),
            "meldingen": list(bestand.meldingen),
            "regels": [
                {**regel._asdict(), "meldingen": list(regel.meldingen)}
                if not bestand.is_vertrouwelijk
                else {"regel": regel.regel, "meldingen": list(regel.meldingen)}
                for regel in bestand.regels
            ],
        }
        for bestand in plan.changes
    ]
    show_json(
        "herstel",
        {"proef": proef, "bestanden": bestanden, "blijft": describe_bevindingen(plan.blijft), "volgende": say(_NEXT)},
    )
