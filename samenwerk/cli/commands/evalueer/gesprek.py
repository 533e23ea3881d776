"""The conversation of `samenwerk evalueer`: its questions one by one, and the step it may end in."""

from typing import TYPE_CHECKING

from samenwerk.cli.asking.questions import ask, ask_choice, ask_until, ask_yes
from samenwerk.cli.asking.signs import Stopped
from samenwerk.cli.changes import show_closed, show_return
from samenwerk.cli.screen import tell
from samenwerk.cli.understanding.days import read_planned_day
from samenwerk.cli.understanding.understand import say_back

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from samenwerk.domain.samenwerking import Samenwerking
    from samenwerk.storage.dossier import Dossier
    from samenwerk.workflows.changes import Gewijzigd
    from samenwerk.workflows.evaluatie import Terugblik
    from samenwerk.workflows.steps import Stapresultaat


def interview(dossier: "Dossier", terugblik: "Terugblik", *, proef: bool) -> "Terugblik":
    """All answers until the person stops. On Ctrl-C too they are kept: a besluit that is missing can be added later."""
    from samenwerk.workflows.evaluatie import record_evaluatie

    try:
        for answered in _ask_all(dossier, terugblik):
            terugblik = answered
    except Stopped:
        return terugblik
    except KeyboardInterrupt:
        if not terugblik.is_leeg and not proef:
            # Before a word is told of it: the window may be closed.
            gewijzigd = record_evaluatie(dossier, terugblik, proef=False)
            nummer = len(gewijzigd.dossier.samenwerking.evaluaties)
            tell()
            tell(f"Wat u al antwoordde, is bewaard als evaluatie {nummer}.", style="goed")
            if not terugblik.besluit:
                tell(f"→ {how_to_decide(nummer)}", hang=2)
        raise
    return terugblik


def _ask_all(dossier: "Dossier", terugblik: "Terugblik") -> "Iterator[Terugblik]":
    """Ask what was not answered by an option; what was said so far comes out after every answer."""
    from samenwerk.domain.dynamiek import LEERVRAGEN, PRINCIPES
    from samenwerk.domain.fasen import ACTIEF
    from samenwerk.domain.tijdlijn import BESLUITEN, STOPPEN, TERUGGAAN
    from samenwerk.workflows.evaluatie import own_questions

    samenwerking = dossier.samenwerking
    tell(f"{PRINCIPES[1].titel}. Enter slaat een vraag over.", style="stil")
    for nummer, vraag in enumerate(LEERVRAGEN):
        inzichten = list(terugblik.inzichten)
        if not inzichten[nummer]:
            inzichten[nummer] = ask(vraag)
            terugblik = terugblik._replace(inzichten=tuple(inzichten))
            yield terugblik
    for vraag in own_questions(samenwerking):
        if vraag not in terugblik.antwoorden:
            terugblik = terugblik._replace(antwoorden={**terugblik.antwoorden, vraag: ask(vraag)})
            yield terugblik
    if not terugblik.besluit:
        kan_terug = samenwerking.toestand == ACTIEF and earlier_ids(samenwerking)
        besluiten = tuple(besluit for besluit in BESLUITEN if kan_terug or besluit != TERUGGAAN)
        terugblik = terugblik._replace(besluit=ask_choice("Hoe gaat het verder? Enter beslist later.", besluiten))
        yield terugblik
    if terugblik.besluit == TERUGGAAN and not terugblik.naar:
        terugblik = terugblik._replace(naar=_ask_fase(dossier))
        yield terugblik
    if terugblik.besluit != STOPPEN and not terugblik.volgende and not terugblik.is_leeg:
        yield terugblik._replace(volgende=_ask_volgende(dossier, terugblik))


def _ask_fase(dossier: "Dossier") -> str:
    from samenwerk.domain.fasen import earlier_fasen

    # Fasen have a number of their own, from 0.
    namen = {fase.id: fase.naam for fase in earlier_fasen(dossier.samenwerking.fase)}
    return ask_choice("Naar welke fase gaat de groep terug?", namen, eerste=0)


def _ask_volgende(dossier: "Dossier", terugblik: "Terugblik") -> "date | None":
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

    return ask_until(vraag, read, voorstel.isoformat() if voorstel else "")


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
        als = ask_choice("Rust de samenwerking, of eindigt die?", EINDTOESTANDEN, "gestopt")

        def end(reden: str) -> "Gewijzigd":
            return close(dossier, als, Stapgegevens(terugblik.datum, reden=reden), proef=False)

        show_closed(ask_until("Waarom?", end, terugblik.reden), als)


def how_to_decide(nummer: int) -> str:
    """How the besluit of an evaluation is added later."""
    from samenwerk.domain.tijdlijn import BESLUITEN

    return f'Het besluit kan er nog bij: samenwerk zet evaluaties.{nummer}.besluit "{"|".join(BESLUITEN)}"'


def earlier_ids(samenwerking: "Samenwerking") -> tuple[str, ...]:
    """The ids of the fasen the group can go back to."""
    from samenwerk.domain.fasen import earlier_fasen

    return tuple(fase.id for fase in earlier_fasen(samenwerking.fase))
