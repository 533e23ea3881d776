"""One question of the interview: what is shown with it, what can be said to it, and where the answer goes."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from samenwerk.cli.asking.questions import ask_until, doubt_once
from samenwerk.cli.asking.signs import LeftOpen, WentBack
from samenwerk.cli.commands.vragen.overview import whisper
from samenwerk.cli.screen import tell

if TYPE_CHECKING:
    from samenwerk.cli.commands.vragen.sitting import Sitting
    from samenwerk.domain.openstaand import Openstaand


_MORE = "Nog een? Enter gaat verder."


def ask_vraag(sitting: "Sitting", vraag: "Openstaand") -> None:
    """Ask one question, of a list until there is no more, and save what is said.

    Raises `WentBack` when the person wants the one before, and `KeyboardInterrupt` when the person stops.
    """
    from samenwerk.cli.commands.vragen.answer import Answering
    from samenwerk.workflows.interview import list_choices

    sitting.tell_place(vraag)
    _show_before(sitting, vraag)
    answering = Answering(sitting, vraag)
    draft, keuzes = answering.draft(), list_choices(sitting.dossier.samenwerking, vraag)
    namen = [deel.over for deel in vraag.samen] if vraag.is_elk else []

    def take(answer: str) -> bool:
        """Whether there may be more to say."""
        if answer in ("", draft.strip(), draft.strip(" ;")):
            return False
        return answering.save(answer, draft)

    read = doubt_once(take, _doubt_about(sitting, vraag)) if vraag.bron.is_functie else take
    question = vraag.tekst
    try:
        while ask_until(question, read, draft=draft, appends=vraag.is_lijst, keuzes=keuzes, names=namen, talk=answering.talk):
            question, draft = _MORE, ""
    except LeftOpen:
        tell("Dit blijft open.", style="stil")
    except WentBack:
        if question != _MORE:
            raise
        # The question before this one is the same, with what was just said standing there.
        ask_vraag(sitting, vraag)


def _show_before(sitting: "Sitting", vraag: "Openstaand") -> None:
    """What helps to answer: what is missing, what stands there already, what others said that belongs to it."""
    from samenwerk.domain.openstaand import GESPREKKEN
    from samenwerk.workflows.interview import show_present, show_vooraf

    samenwerking = sitting.dossier.samenwerking
    for mist in vraag.gemis:
        tell(mist, style="open", hang=2)
    for regel in show_vooraf(samenwerking, vraag):
        tell(regel, indent=2, hang=2)
    if (vraag.verzameling is not None and vraag.pad not in sitting.made) or vraag.pad == GESPREKKEN:
        present = show_present(samenwerking, vraag, intern=sitting.inzage is not None)
        if present:
            tell(f"Er staat al: {present}", style="stil", hang=2)
    for raad in _advise(vraag):
        if raad not in sitting.told:
            sitting.told.add(raad)
            tell(raad, style="stil", hang=2)
    if geheim := whisper(sitting.inzage, vraag):
        tell(geheim, style="stil", hang=2)


def _advise(vraag: "Openstaand") -> list[str]:
    """How more can be said at once."""
    from samenwerk.workflows.samen import show_keuzes, show_titel

    raad = show_keuzes(vraag)
    if vraag.takes_namen or vraag.takes_punten or (vraag.verzameling and vraag.verzameling.record):
        raad.append("Meer dan één? Zet er een puntkomma (;) tussen.")
    if vraag.verzameling and (voorbeeld := show_titel(vraag.verzameling)):
        raad.append(f"U mag er meteen bij zeggen, zoals: {voorbeeld}")
    return raad


def _doubt_about(sitting: "Sitting", vraag: "Openstaand") -> Callable[[str], str]:
    """What there is to say of a name of a person where a function is asked."""

    def doubt(tekst: str) -> str:
        from samenwerk.domain.persoonsgegevens import find_persoonsnaam
        from samenwerk.workflows.samen import read_elk

        if vraag.is_elk:
            tekst = "; ".join(waarde for _, waarde in read_elk(vraag, tekst)) if tekst else ""
        samenwerking = sitting.dossier.samenwerking
        bekend = [samenwerking.naam_of(sleutel) for sleutel in (*samenwerking.partners, *samenwerking.stakeholders)]
        naam = find_persoonsnaam(tekst, [samenwerking.naam, *bekend])
        return f"“{naam}” lijkt de naam van een persoon. Een functie blijft kloppen als er iemand anders komt." if naam else ""

    return doubt
