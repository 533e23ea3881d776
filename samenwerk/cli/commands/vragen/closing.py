"""The moment to look back: what was answered and can be changed, and what can be done with it."""

from typing import TYPE_CHECKING

from samenwerk.cli.asking.questions import ask_until
from samenwerk.cli.asking.signs import LeftOpen, Talk, WentBack
from samenwerk.cli.commands.vragen.question import ask_vraag
from samenwerk.cli.options import read_datum
from samenwerk.cli.remedies import hint
from samenwerk.cli.screen import shorten, tell, terminal_width
from samenwerk.errors import RefusedError, Remedy

if TYPE_CHECKING:
    from samenwerk.cli.commands.vragen.sitting import Beantwoord, Sitting

_YES, _AGAIN, _LATER, _NEXT, _OTHER, _NO = "ja", "alsnog", "later", "verder", "ander", "nee"


def close(sitting: "Sitting") -> bool:
    """Show the answers of this sitting and ask what comes now; whether there is more to ask."""
    antwoorden = list(sitting.answers.values())
    stappen = _list_steps(sitting)
    if not antwoorden and not stappen:
        return False
    _show_answers(antwoorden)
    keus = _ask_what_now(sitting, antwoorden, stappen)
    if isinstance(keus, int):
        _change(sitting, antwoorden[keus])
    elif keus == _YES:
        _make(sitting)
    elif keus == _AGAIN:
        sitting.ask_again()
    elif keus == _LATER:
        sitting.with_later = True
    elif keus == _OTHER:
        sitting.leave_partner()
    elif keus == _NEXT:
        return _take_step(sitting)
    return keus not in ("", _NO)


def _list_steps(sitting: "Sitting") -> dict[str, str]:
    """The words that can be said now, each with what it does."""
    from samenwerk.domain.uitgaven import describe_uitgave
    from samenwerk.domain.zinnen import som_op, tel

    stappen = {}
    if uitgaven := sitting.list_ready():
        stappen[_YES] = f"maak {som_op([describe_uitgave(sitting.dossier.samenwerking, uitgave) for uitgave in uitgaven])}"
    if aantal := len(sitting.list_nu()):
        stappen[_AGAIN] = tel(aantal, "vraag voor deze fase", "vragen voor deze fase")
    if sitting.partner and sitting.count_left("")[0]:
        stappen[_OTHER] = "vragen over een andere partner en over de groep"
    if aantal := len(sitting.find_open()):
        stappen[_LATER] = tel(aantal, "vraag die later mag", "vragen die later mogen")
    if volgende := sitting.find_next():
        stappen[_NEXT] = f"naar de fase {volgende.naam}"
    return stappen


def _show_answers(antwoorden: "list[Beantwoord]") -> None:
    if antwoorden:
        tell()
        tell("Dit antwoordde u. Een nummer wijzigt dat antwoord.", style="kop", hang=2)
    # Two lines for each: of an answer enough must be read to know it by.
    breedte = 2 * max(min(terminal_width(), 100) - 8, 30)
    for nummer, (vraag, tekst) in enumerate(antwoorden, 1):
        tell(shorten(f"{nummer} {vraag.onderwerp}: {' '.join(tekst.split())}", breedte), indent=2, hang=2)


def _ask_what_now(sitting: "Sitting", antwoorden: "list[Beantwoord]", stappen: dict[str, str]) -> str | int:
    """The number of an answer, from 0, or one of the words; nothing when the person is done."""

    def read(keus: str) -> str | int:
        from samenwerk.domain.keuzes import read_keuze

        if keus.isdecimal() and 0 < int(keus) <= len(antwoorden):
            return int(keus) - 1
        return read_keuze(keus, {woord: woord for woord in (*stappen, _NO)}, eerste=None) if keus else ""

    from samenwerk.domain.zinnen import som_op
    from samenwerk.workflows.next_steps import describe_ready

    tell()
    if nu := sitting.list_nu():
        tell(f"Nog open voor de fase {sitting.fase.naam}: {'; '.join(nu)}.", style="open", hang=2)
    elif not sitting.partner:
        tell(f"Alle antwoorden voor de fase {sitting.fase.naam} staan er.", style="goed", hang=2)
    for woord, wat in stappen.items():
        tell(f"{woord}: {wat}", indent=2, hang=2)
    vraag = "Wat nu? Enter is klaar."
    if _YES in stappen:
        wat = som_op([describe_ready(sitting.dossier, uitgave) for uitgave in sitting.list_ready()])
        vraag = f"Dit is genoeg voor {wat}. Maken? (j/n)"
    return ask_until(vraag, read, names=tuple(stappen), talk=Talk(can_go_back=True))


def _change(sitting: "Sitting", antwoord: "Beantwoord") -> None:
    """Ask one question again, with its answer standing there."""
    try:
        ask_vraag(sitting, antwoord.vraag)
    except (WentBack, LeftOpen):
        return


def _make(sitting: "Sitting") -> None:
    """Make the documents that this is enough for; what is refused is told, and the sitting goes on."""
    from samenwerk.cli.commands.documents import make_for_house
    from samenwerk.workflows.documents import write_documents

    uitgaven = sitting.list_ready()
    sitting.has_made = True
    try:
        written = write_documents(make_for_house(sitting.dossier, uitgaven), overschrijf=False, proef=False)
    except RefusedError as error:
        _tell_refused(error)
        return
    sitting.dossier = sitting.dossier.read_again()
    for file in written:
        tell(f"Gemaakt: {file.path}", style="goed", hang=2)
    for uitgave in uitgaven:
        tell(hint(("Bekijk het straks met: ", Remedy("open", waarde=uitgave.naam))), hang=2)


def _tell_refused(error: RefusedError) -> None:
    tell(error.melding, style="open", hang=2)
    if error.oplossing:
        tell(hint(error.oplossing), hang=2)


def _take_step(sitting: "Sitting") -> bool:
    """Take the group to the next fase, and go on with its questions."""
    from samenwerk.workflows.steps import Stapgegevens, take_next_step

    try:
        resultaat = take_next_step(sitting.dossier, Stapgegevens(read_datum("")), ondanks="", proef=False)
    except RefusedError as error:
        _tell_refused(error)
        return True
    sitting.dossier = resultaat.gewijzigd.dossier
    tell(resultaat.gewijzigd.melding, style="goed", hang=2)
    tell(f"{resultaat.naar.naam}: {resultaat.naar.kernvraag}", style="kop", hang=2)
    sitting.start_fase(resultaat.naar)
    return True
