"""What `samenwerk` alone does: show where the person came in, what to do first there, and on a terminal do it when chosen."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from samenwerk.cli.commands.status.words import describe_place
from samenwerk.cli.dossiers import cut_line, describe_dossier, path_of, show_dossiers
from samenwerk.cli.options import read_datum, start_folder
from samenwerk.cli.remedies import hint, list_words, quote, say
from samenwerk.cli.screen import show
from samenwerk.cli.wrapping import hold
from samenwerk.errors import NoDossierError, Remedy

if TYPE_CHECKING:
    from samenwerk.workflows.home import Gevonden, Taak

    Run = Callable[[Sequence[str]], None]

    Choices = dict[str, tuple[str, list[str]]]
    """By the line to type for it, what can be done in a few words, and the words to give."""


def come_in(map_: str, run: "Run") -> None:
    """Show what there is in this folder: a dossier, dossiers below it, or nothing yet. `run` does the words of a command.

    Raises `DossierError` for a dossier that cannot be read, and what the chosen command raises.
    """
    from samenwerk.storage.dossier import find_dossier

    try:
        find_dossier(start_folder(map_))
    except NoDossierError:
        _come_in_without(map_, run)
    else:
        _come_in_dossier(map_, run)


def _come_in_dossier(map_: str, run: "Run") -> None:
    from samenwerk.storage.dossier import read_dossier
    from samenwerk.workflows.home import find_taken
    from samenwerk.workflows.status import build_status

    stand = build_status(read_dossier(start_folder(map_)), read_datum(""))
    show(cut_line(stand.samenwerking.naam), style="kop")
    show(describe_place(stand), hang=2)
    show(stand.fase.kernvraag, style="nu", hang=2)
    _offer(_as_choices(find_taken(stand), map_), run)


def _come_in_without(map_: str, run: "Run") -> None:
    from samenwerk.storage.dossier import find_below
    from samenwerk.storage.places import find_documents
    from samenwerk.workflows.home import Taak, find_dossiers

    gevonden = find_dossiers(start_folder(map_), read_datum(""))
    if gevonden:
        _offer_dossiers(gevonden, map_, run)
        return
    show("Hier is nog geen dossier.", style="kop")
    choices = _as_choices([_beginnen(), Taak("Oefenen in een verzonnen dossier", Remedy("oefenen"))], map_)
    documents = find_documents()
    if documents and (aantal := len(find_below(documents))):
        place = str(documents)
        choices[f"samenwerk -C {quote(place)}"] = f"Naar de dossiers bij uw documenten: {aantal}", ["-C", place]
    _offer(choices, run)


def _beginnen() -> "Taak":
    from samenwerk.workflows.home import Taak

    return Taak("Een nieuw dossier beginnen", Remedy("init"))


def _as_choices(taken: "list[Taak]", map_: str) -> "Choices":
    """What can be done, by the line to type from here."""
    here = ["-C", map_] if map_ else []
    return {_say_from(taak.remedy, map_): (taak.wat, [*here, *list_words(taak.remedy)]) for taak in taken}


def _offer(choices: "Choices", run: "Run", question: str = "Wat wilt u doen?") -> None:
    """What can be done, and where someone can answer what is chosen."""
    from samenwerk.cli.asking.questions import ask_choice, can_ask
    from samenwerk.cli.asking.signs import Stopped

    if not can_ask():
        for number, (line, (wat, _)) in enumerate(choices.items(), 1):
            show(f"{number} {cut_line(wat)}", hang=2)
            show(hint(hold(line)), style="stil", indent=2, hang=2)
        show(hint(("Wat er nog kan: ", Remedy("help"))), style="stil", hang=2)
        return
    try:
        chosen = ask_choice(f"{question} Enter doet niets.", {line: cut_line(wat) for line, (wat, _) in choices.items()})
    except Stopped:
        return
    if chosen:
        show(hint(("Dit doet: ", hold(chosen))), hang=2)
        run(choices[chosen][1])


def _say_from(remedy: Remedy, map_: str) -> str:
    """The line to type from here."""
    line = say(remedy)
    return line.replace("samenwerk", f"samenwerk -C {quote(map_)}", 1) if map_ else line


def _offer_dossiers(gevonden: "list[Gevonden]", map_: str, run: "Run") -> None:
    from samenwerk.cli.asking.questions import can_ask

    if not can_ask():
        show_dossiers(gevonden, map_)
        return
    paths = {path_of(each, map_): describe_dossier(each) for each in gevonden}
    choices = {f"samenwerk -C {quote(path)}": (wat, ["-C", path]) for path, wat in paths.items()}
    _offer({**choices, **_as_choices([_beginnen()], map_)}, run, "Welk dossier?")
