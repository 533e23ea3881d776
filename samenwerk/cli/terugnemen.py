"""What `ongedaan` and `opnieuw` have in common: what would change is shown, asked, and then done."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

from samenwerk.cli.options import start_folder
from samenwerk.cli.remedies import hint, quote, say
from samenwerk.cli.screen import shorten, show, show_diff
from samenwerk.cli.words.declare import Argument
from samenwerk.errors import AnswerNeededError, Remedy, WrongUsageError

if TYPE_CHECKING:
    from samenwerk.storage.memory.deed import Deed
    from samenwerk.workflows.terugnemen import Gedaan, Terugname

DeedArgument = Annotated[str, Argument(metavar="NUMMER", help="Het nummer uit de lijst. Zonder dit: het laatste.")]

_LONGEST = 100
"""So much of a long line that was typed is shown."""

_SAID = {
    "ongedaan": ("Zo terugnemen?", "Teruggenomen", "Toch weer: ", Remedy("opnieuw")),
    "opnieuw": ("Zo opnieuw doen?", "Opnieuw gedaan", "Toch niet: ", Remedy("ongedaan")),
}
"""For each direction the question, what was done, and the way back."""


def turn_when_sure(richting: str, wat: str, map_: str, *, ja: bool, proef: bool, json: bool) -> None:
    """Show what taking a command back, or doing it again, changes, ask, and do it.

    Raises `WrongUsageError` for what is no number, `AnswerNeededError` where nobody can be asked, and what planning and
    doing it raises.
    """
    from samenwerk.domain.zinnen import som_op
    from samenwerk.workflows.terugnemen import describe_terugname, do_terugname, plan_terugname

    if wat and not (wat.isascii() and wat.isdecimal()):
        bekijk = "Bekijk de nummers: ", Remedy("ongedaan", met={"lijst": ""})
        raise WrongUsageError(f"“{wat}” is geen nummer uit de lijst.", bekijk)
    plan = plan_terugname(start_folder(map_), richting, int(wat) if wat else None)
    verschil = describe_terugname(plan)
    vraag, *_ = _SAID[richting]
    if not json:
        show(f"{plan.deed.number}. {show_moment(plan.deed)}: {describe_words(plan.deed)}", style="kop", hang=4)
        show_diff(verschil)
        if plan.blijft:
            show(f"Dit blijft zoals het nu is, want het is later opnieuw gemaakt: {som_op(plan.blijft)}", hang=2)
    if not (ja or proef) and not ask_for_yes(vraag, json=json):
        show("Er is niets geschreven.")
        return
    do_terugname(plan, proef=proef)
    _tell_done(plan, verschil, proef=proef, json=json)


def ask_for_yes(vraag: str, *, json: bool) -> bool:
    """The answer of a person. Raises `AnswerNeededError` where nobody can be asked."""
    from samenwerk.cli.asking.questions import ask_yes, can_ask

    if json or not can_ask():
        raise AnswerNeededError("Zeg of dit zo mag.", "Voeg --ja toe, of --proef om te kijken.")
    return ask_yes(vraag)


def show_moment(deed: "Deed") -> str:
    """When it was done, by the clock of this place: `27 november 2026, 14.05`."""
    from samenwerk.domain.datums import show_datum

    moment = datetime.fromisoformat(deed.moment).astimezone()
    return f"{show_datum(moment.date())}, {moment.hour}.{moment.minute:02}"


def describe_words(deed: "Deed") -> str:
    """The line that was typed; of a long one its beginning."""
    return shorten(" ".join(["samenwerk", *map(quote, deed.words)]), _LONGEST)


def describe_gedaan(gedaan: "Gedaan") -> dict[str, Any]:
    """What a command did, as JSON."""
    deed = gedaan.deed
    return {
        "nummer": deed.number,
        "tijd": deed.moment,
        "commando": " ".join(["samenwerk", *map(quote, deed.words)]),
        "bestanden": list(deed.paths),
        "teruggenomen": bool(gedaan.terug_door),
    }


def _tell_done(plan: "Terugname", verschil: str, *, proef: bool, json: bool) -> None:
    _, gedaan, terug, weg_terug = _SAID[plan.richting]
    melding = f"{gedaan}: {describe_words(plan.deed)}"
    volgende = terug, weg_terug._replace(waarde=str(plan.deed.number))
    if json:
        from samenwerk.cli.json_output import show_json

        inhoud = {"melding": melding, "proef": proef, "verschil": verschil, "volgende": say(volgende)}
        show_json("wijziging", {**inhoud, "nummer": plan.deed.number, "blijft": list(plan.blijft)})
    elif proef:
        show("Proef: dit zou er veranderen; er is niets geschreven.", style="open")
    else:
        show(melding, style="goed", hang=2)
        show(hint(volgende), hang=2)
