"""The interview on a terminal: one question after the other, back and forth, until the person is done."""

from typing import TYPE_CHECKING

from samenwerk.cli.asking.questions import ask_choice
from samenwerk.cli.asking.signs import Stopped, Talk, WentBack, tell_signs
from samenwerk.cli.commands.vragen.closing import close
from samenwerk.cli.commands.vragen.question import ask_vraag
from samenwerk.cli.commands.vragen.sitting import describe_left
from samenwerk.cli.remedies import hint
from samenwerk.cli.screen import show, tell
from samenwerk.errors import Remedy

if TYPE_CHECKING:
    from samenwerk.cli.commands.vragen.sitting import Sitting


def hold_interview(sitting: "Sitting") -> None:
    """Ask until nothing is left or the person stops; what was saved is told in any case."""
    tell(f"{sitting.fase.naam}: {sitting.fase.kernvraag}", style="kop", hang=2)
    bewaard = "Dit is een proef: er wordt niets bewaard." if sitting.proef else "Elk antwoord wordt meteen bewaard."
    tell(bewaard, style="stil", hang=2)
    tell_signs(Talk(lambda: None, can_go_back=True, can_leave_open=True, mark=lambda: None))
    try:
        while _go_on(sitting):
            pass
    except Stopped:
        pass
    except KeyboardInterrupt:
        tell()
        raise
    finally:
        _summarise(sitting)


def _go_on(sitting: "Sitting") -> bool:
    """Ask the next question, or look back where there is none; whether there is more to do."""
    try:
        _ask_who_is_there(sitting)
        vraag = sitting.current()
        if vraag is None:
            return close(sitting)
        ask_vraag(sitting, vraag)
    except WentBack:
        sitting.go_back()
    else:
        sitting.go_on()
    return True


def _ask_who_is_there(sitting: "Sitting") -> None:
    """Before the first of several questions about each partner: with which of them the person speaks now."""
    partners = {} if sitting.is_at_table else sitting.partners_at_table()
    if len(partners) > 1:
        tell()
        vraag = "Met wie zit u nu aan tafel? Enter: met iedereen."
        if partner := ask_choice(vraag, partners, talk=Talk(can_go_back=True)):
            sitting.partner, sitting.with_later = partner, True
        sitting.is_at_table = True


def _summarise(sitting: "Sitting") -> None:
    from samenwerk.domain.zinnen import tel

    if sitting.proef:
        from samenwerk.cli.changes import show_change
        from samenwerk.workflows.interview import sum_up

        show_change(sum_up(sitting.begin, sitting.dossier))
        return
    if sitting.answers:
        show(f"{tel(len(sitting.answers), 'antwoord', 'antwoorden')} bewaard.", style="goed")
    else:
        show("Er is niets bewaard; er is niets veranderd.")
    if open_ := describe_left(*sitting.count_left(sitting.partner)):
        hier = {} if sitting.fase.id == sitting.dossier.samenwerking.fase else {"fase": sitting.fase.id}
        over = {"partner": sitting.partner} if sitting.partner else {}
        verder = Remedy("vragen", met={**hier, **over})
        show(hint((f"Nog open in {sitting.fase.naam}: {open_}. Ga verder met: ", verder)), hang=2)
    else:
        show(hint(("Wat deze fase nog vraagt: ", Remedy("status"))), hang=2)
