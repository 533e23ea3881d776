"""The conversation of `samenwerk evalueer`: its questions one by one, and the step it may end in."""

from functools import partial
from typing import TYPE_CHECKING

from samenwerk.cli.asking.questions import ask_choice, ask_until, ask_yes
from samenwerk.cli.asking.signs import Stopped, Talk
from samenwerk.cli.asking.turns import ask_in_turn
from samenwerk.cli.changes import show_closed, show_return
from samenwerk.cli.explaining import say_where
from samenwerk.cli.remedies import hint
from samenwerk.cli.screen import tell
from samenwerk.cli.understanding.days import read_planned_day
from samenwerk.cli.understanding.understand import say_back
from samenwerk.errors import Line, Oplossing

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from samenwerk.domain.samenwerking import Samenwerking
    from samenwerk.storage.dossier import Dossier
    from samenwerk.workflows.changes import Gewijzigd
    from samenwerk.workflows.evaluatie import Terugblik
    from samenwerk.workflows.steps import Stapresultaat


def interview(dossier: "Dossier", terugblik: "Terugblik", *, proef: bool) -> "Terugblik":
    """All answers until the person stops. On Ctrl-C too they are kept: a besluit that is missing can be added later."""
    from samenwerk.domain.dynamiek import PRINCIPES
    from samenwerk.workflows.evaluatie import record_evaluatie

    gesprek = _Gesprek(dossier, terugblik)
    tell(f"{PRINCIPES[1].titel}. Enter slaat een vraag over.", style="stil")
    try:
        ask_in_turn(gesprek.list_questions())
    except Stopped:
        return gesprek.terugblik
    except KeyboardInterrupt:
        if not gesprek.terugblik.is_leeg and not proef:
            # Before a word is told of it: the window may be closed.
            gewijzigd = record_evaluatie(dossier, gesprek.terugblik, proef=False)
            nummer = len(gewijzigd.dossier.samenwerking.evaluaties)
            tell()
            tell(f"Wat u al antwoordde, is bewaard als evaluatie {nummer}.", style="goed")
            if not gesprek.terugblik.besluit:
                tell(hint(how_to_decide(nummer)), hang=2)
        raise
    return gesprek.terugblik


class _Gesprek:
    """What was said so far; each question tells whether it was asked, for what an option answered is not."""

    def __init__(self, dossier: "Dossier", given: "Terugblik") -> None:
        self._dossier = dossier
        self._given = given
        self.terugblik = given

    def list_questions(self) -> "list[Callable[[Talk], bool]]":
        """The questions in their order."""
        from samenwerk.domain.dynamiek import LEERVRAGEN
        from samenwerk.workflows.evaluatie import own_questions

        return [
            *(partial(self._ask_inzicht, nummer) for nummer in range(len(LEERVRAGEN))),
            *(partial(self._ask_own, vraag) for vraag in own_questions(self._dossier.samenwerking)),
            self._ask_besluit,
            self._ask_naar,
            self._ask_volgende,
        ]

    def _ask_inzicht(self, nummer: int, talk: Talk) -> bool:
        from samenwerk.domain.dynamiek import LEERVRAGEN
        from samenwerk.domain.tijdlijn import INZICHTEN

        if self._given.inzichten[nummer]:
            return False
        inzichten = list(self.terugblik.inzichten)
        inzichten[nummer] = self._ask(LEERVRAGEN[nummer], inzichten[nummer], talk, INZICHTEN[nummer])
        self.terugblik = self.terugblik._replace(inzichten=tuple(inzichten))
        return True

    def _ask_own(self, vraag: str, talk: Talk) -> bool:
        if vraag in self._given.antwoorden:
            return False
        antwoord = self._ask(vraag, self.terugblik.antwoorden.get(vraag, ""), talk, "antwoorden")
        self.terugblik = self.terugblik._replace(antwoorden={**self.terugblik.antwoorden, vraag: antwoord})
        return True

    def _ask(self, vraag: str, draft: str, talk: Talk, naam: str) -> str:
        """One text; what was said before stands there, and Enter leaves it."""
        return ask_until(vraag, str, draft=draft, talk=self._explained(talk, naam))

    def _ask_besluit(self, talk: Talk) -> bool:
        from samenwerk.domain.fasen import ACTIEF
        from samenwerk.domain.tijdlijn import BESLUITEN, TERUGGAAN

        if self._given.besluit:
            return False
        samenwerking = self._dossier.samenwerking
        kan_terug = samenwerking.toestand == ACTIEF and earlier_ids(samenwerking)
        besluiten = tuple(besluit for besluit in BESLUITEN if kan_terug or besluit != TERUGGAAN)
        talk = self._explained(talk, "besluit")
        besluit = ask_choice("Hoe gaat het verder? Enter beslist later.", besluiten, self.terugblik.besluit, talk=talk)
        self.terugblik = self.terugblik._replace(besluit=besluit, naar=self._given.naar)
        return True

    def _ask_naar(self, talk: Talk) -> bool:
        from samenwerk.domain.fasen import earlier_fasen
        from samenwerk.domain.tijdlijn import TERUGGAAN

        if self.terugblik.besluit != TERUGGAAN or self._given.naar:
            return False
        # Fasen have a number of their own, from 0.
        namen = {fase.id: fase.naam for fase in earlier_fasen(self._dossier.samenwerking.fase)}
        naar = ask_choice("Naar welke fase gaat de groep terug?", namen, self.terugblik.naar, eerste=0, talk=talk)
        self.terugblik = self.terugblik._replace(naar=naar)
        return True

    def _ask_volgende(self, talk: Talk) -> bool:
        from samenwerk.domain.tijdlijn import STOPPEN

        if self.terugblik.besluit == STOPPEN or self._given.volgende or self.terugblik.is_leeg:
            return False
        volgende = _ask_volgende(self._dossier, self.terugblik, talk)
        self.terugblik = self.terugblik._replace(volgende=volgende)
        return True

    def _explained(self, talk: Talk, naam: str) -> Talk:
        def explain() -> None:
            from samenwerk.domain.tijdlijn import Evaluatie

            tell(Evaluatie.velden[naam].uitleg, indent=2, hang=2)
            tell(say_where(self._dossier.samenwerking, ("evaluaties", 0, naam)), indent=2, hang=2)

        return talk._replace(explain=explain)


def _ask_volgende(dossier: "Dossier", terugblik: "Terugblik", talk: Talk) -> "date | None":
    from samenwerk.domain.datums import show_datum
    from samenwerk.workflows.evaluatie import check_volgende, suggest_volgende

    voorstel = suggest_volgende(dossier.samenwerking, terugblik.datum)
    vraag = "Wanneer is de volgende evaluatie?" if voorstel else "Wanneer is de volgende evaluatie? (Enter slaat over)"

    def read(woord: str) -> "date | None":
        volgende = read_planned_day(woord) if woord else None
        check_volgende(terugblik.datum, volgende)
        if volgende and woord != volgende.isoformat():
            say_back((woord, show_datum(volgende)))
        return volgende

    return ask_until(vraag, read, voorstel.isoformat() if voorstel else "", talk=talk)


def offer_step(dossier: "Dossier", terugblik: "Terugblik") -> None:
    """On a terminal the step that was decided on can be taken at once; it is a change of its own."""
    from samenwerk.domain.fasen import EINDTOESTANDEN, fase_of
    from samenwerk.domain.tijdlijn import STOPPEN, TERUGGAAN
    from samenwerk.workflows.steps import Stapgegevens, close, go_back

    if terugblik.besluit == TERUGGAAN and terugblik.naar:
        doel = fase_of(terugblik.naar)
        if ask_yes(f"Nu teruggaan naar {doel.naam}?"):

            def step(reden: str) -> "Stapresultaat":
                return go_back(dossier, doel, Stapgegevens(terugblik.datum, reden=reden), proef=False)

            show_return(ask_until("Waarom gaat de groep terug?", step, terugblik.reden))
    elif terugblik.besluit == STOPPEN and ask_yes("De samenwerking nu afsluiten?"):
        als = ask_choice("Rust de samenwerking, of eindigt die? Enter laat alles zoals het is.", EINDTOESTANDEN)
        if not als:
            return

        def end(reden: str) -> "Gewijzigd":
            return close(dossier, als, Stapgegevens(terugblik.datum, reden=reden), proef=False)

        show_closed(ask_until("Waarom?", end, terugblik.reden), als)


def how_to_decide(nummer: int) -> "Oplossing":
    """How the besluit of an evaluation is added later."""
    from samenwerk.domain.tijdlijn import BESLUITEN

    return "Het besluit kan er nog bij: ", Line(("samenwerk", "zet", f"evaluaties.{nummer}.besluit", "|".join(BESLUITEN)))


def earlier_ids(samenwerking: "Samenwerking") -> tuple[str, ...]:
    """The ids of the fasen the group can go back to."""
    from samenwerk.domain.fasen import earlier_fasen

    return tuple(fase.id for fase in earlier_fasen(samenwerking.fase))
