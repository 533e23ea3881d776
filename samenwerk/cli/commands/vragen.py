"""`samenwerk vragen`: the guided interview."""

from typing import TYPE_CHECKING, Annotated

from samenwerk.cli.options import InternOption, JsonOption, MapOption, ProefOption, read_datum, start_folder
from samenwerk.cli.remedies import say
from samenwerk.cli.screen import show, tell
from samenwerk.cli.understanding.records import PARTNER
from samenwerk.cli.understanding.words import FASE
from samenwerk.cli.words.declare import Option
from samenwerk.cli.words.signature import command

if TYPE_CHECKING:
    from samenwerk.domain.fasen import Fase
    from samenwerk.domain.vragen import Openstaand
    from samenwerk.errors import SamenwerkError
    from samenwerk.storage.dossier import Dossier
    from samenwerk.workflows.vertrouwelijk import Inzage


@command
def vragen(
    fase: Annotated[str, Option("--fase", metavar="FASE", help="Vragen van deze fase; anders van nu.", kind=FASE)] = "",
    partner: Annotated[
        str,
        Option("--partner", metavar="PARTNER", help="Alleen over deze partner.", kind=PARTNER),
    ] = "",
    alles: Annotated[bool, Option("--alles", help="Vraag ook wat al ingevuld is.")] = False,
    intern: InternOption = False,
    map_: MapOption = "",
    proef: ProefOption = False,
    json: JsonOption = False,
) -> None:
    """Beantwoord wat in deze fase nog open is, vraag per vraag.

    Elk antwoord wordt meteen bewaard. Enter slaat een vraag over, q stopt. Zonder terminal, en met --json, toont dit
    commando de open vragen.
    """
    from samenwerk.cli.asking.questions import can_ask
    from samenwerk.cli.vertrouwelijk import open_inzage
    from samenwerk.domain.fasen import fase_of
    from samenwerk.storage.dossier import read_dossier
    from samenwerk.workflows.interview import find_vragen
    from samenwerk.workflows.references import read_fase

    dossier = read_dossier(start_folder(map_))
    gekozen = read_fase(fase) if fase else fase_of(dossier.samenwerking.fase)
    open_vragen = find_vragen(dossier.samenwerking, gekozen.id, partner, alles=alles)
    inzage = open_inzage(dossier, intern=intern)
    if json or not can_ask():
        _list(dossier, gekozen, open_vragen, inzage, alles=alles, as_json=json)
    elif open_vragen:
        _Interview(dossier, gekozen, partner, inzage, alles=alles, proef=proef).hold()
    else:
        show(f"In {gekozen.naam} staat geen vraag meer open.", style="goed")
        show("→ Wat deze fase nog vraagt: samenwerk status", hang=2)


def _list(
    dossier: "Dossier", fase: "Fase", vragen: "list[Openstaand]", inzage: "Inzage | None", *, alles: bool, as_json: bool
) -> None:
    """The questions for someone who cannot be asked. They stand open, so the command ends with the code for that."""
    from samenwerk.errors import AnswerNeededError, show_pad
    from samenwerk.workflows.interview import show_choices, show_present
    from samenwerk.workflows.remedies import find_remedy

    samenwerking = dossier.samenwerking
    if as_json:
        from samenwerk.cli.json_output import show_json

        inhoud = [
            {
                "vraag": vraag.tekst,
                "veld": show_pad(vraag.pad),
                "er_staat": show_present(samenwerking, vraag, intern=inzage is not None) or None,
                "keuzes": show_choices(samenwerking, vraag) or None,
                "mist": list(vraag.gemis),
                "oplossing": say(find_remedy(dossier, vraag.pad)),
                **({"vertrouwelijk": inzage.tekst_at(vraag.pad) or None} if inzage else {}),
            }
            for vraag in vragen
        ]
        show_json("vragen", {"fase": fase.id, "waarom": fase.kernvraag, "vragen": inhoud})
    else:
        show(f"{'Alle' if alles else 'Open'} vragen in {fase.naam}: {len(vragen)}", style="kop")
        for vraag in vragen:
            show(f"- {vraag.tekst}", indent=2, hang=2)
            if present := show_present(samenwerking, vraag, intern=inzage is not None):
                show(f"Er staat al: {present}", indent=4, hang=2)
            if geheim := _whisper(inzage, vraag):
                show(geheim, indent=4, hang=2)
            for mist in vraag.gemis:
                show(mist, indent=4)
            show(f"→ {say(find_remedy(dossier, vraag.pad))}", indent=4, hang=2)
        if vragen:
            tell("→ Antwoord met het commando onder elke vraag, of geef samenwerk vragen in een terminal.", hang=2)
    if vragen:
        raise SystemExit(AnswerNeededError.exit_code)


def _whisper(inzage: "Inzage | None", vraag: "Openstaand") -> str:
    """What was noted in confidence for the place of a question, with its mark."""
    from samenwerk.cli.vertrouwelijk import MERK

    tekst = inzage.tekst_at(vraag.pad) if inzage else ""
    return f"{MERK} {tekst}" if tekst else ""


class _Interview:
    """One sitting: which questions were asked, and what was saved."""

    def __init__(
        self, dossier: "Dossier", fase: "Fase", partner: str, inzage: "Inzage | None", *, alles: bool, proef: bool
    ) -> None:
        self.begin = self.dossier = dossier
        self.fase = fase
        self.partner = partner
        self.inzage = inzage
        self.alles = alles
        self.proef = proef
        self.asked: set[tuple[str | int, ...]] = set()
        self.saved: list[str] = []

    def hold(self) -> None:
        """Ask until nothing is left or the person stops; what was saved is told in any case."""
        from samenwerk.cli.asking.signs import Stopped

        tell(f"{self.fase.naam}: {self.fase.kernvraag}", style="kop", hang=2)
        bewaard = "Dit is een proef: er wordt niets bewaard." if self.proef else "Elk antwoord wordt meteen bewaard."
        tell(f"Enter slaat over, q stopt. {bewaard}", style="stil", hang=2)
        try:
            while left := [vraag for vraag in self._find(alles=self.alles) if vraag.pad not in self.asked]:
                self._ask(left[0], len(self.asked) + 1, len(self.asked) + len(left))
        except Stopped:
            pass
        except KeyboardInterrupt:
            tell()
            raise
        finally:
            self._summarise()

    def _find(self, *, alles: bool) -> "list[Openstaand]":
        from samenwerk.workflows.interview import find_vragen

        return find_vragen(self.dossier.samenwerking, self.fase.id, self.partner, alles=alles)

    def _ask(self, vraag: "Openstaand", nummer: int, aantal: int) -> None:
        """Ask one question, for a list until there is no more answer."""
        from samenwerk.cli.asking.questions import ask_until
        from samenwerk.workflows.interview import list_choices

        tell()
        tell(f"{nummer} van {aantal}", style="stil")
        for mist in vraag.gemis:
            tell(mist, style="open", hang=2)
        present, keuzes = self._present(vraag), list_choices(self.dossier.samenwerking, vraag)
        if present and vraag.is_lijst:
            tell(f"Er staat al: {present}", style="stil", hang=2)
        if geheim := _whisper(self.inzage, vraag):
            tell(geheim, style="stil", hang=2)
        draft = "" if vraag.is_lijst else present

        def take(answer: str) -> bool:
            if answer in ("", draft):
                return False
            self._save(vraag, answer)
            return True

        question = vraag.tekst
        while ask_until(question, take, draft=draft, keuzes=keuzes) and vraag.is_lijst:
            question = "Nog iets? Enter gaat verder."
        self.asked.add(vraag.pad)

    def _present(self, vraag: "Openstaand") -> str:
        from samenwerk.workflows.interview import show_present

        return show_present(self.dossier.samenwerking, vraag, intern=self.inzage is not None)

    def _save(self, vraag: "Openstaand", answer: str) -> None:
        """Save one answer.

        Raises `WrongUsageError` or `RefusedError` when it cannot stand there or when someone else wrote there meanwhile, and
        another `SamenwerkError` when the sitting must end.
        """
        from samenwerk.errors import ConflictError, RefusedError, WrongUsageError
        from samenwerk.workflows.interview import answer_vraag

        try:
            self.dossier = answer_vraag(self.dossier, vraag, answer, read_datum(""), proef=self.proef)
        except ConflictError:
            self.dossier = self.dossier.read_again()
            present = self._present(vraag)
            melding = "Iemand anders schreef hier intussen; uw antwoord is nog niet bewaard."
            raise RefusedError(
                f"{melding} Er staat nu: {present or 'niets meer'}",
                "Pas uw antwoord aan, of druk op Enter om het in de plaats te zetten.",
            ) from None
        except (WrongUsageError, RefusedError) as error:
            raise _as_answer(error, vraag) from None
        self.saved.append(vraag.onderwerp)

    def _summarise(self) -> None:
        if self.proef:
            from samenwerk.cli.changes import show_change
            from samenwerk.workflows.interview import sum_up

            show_change(sum_up(self.begin, self.dossier))
            return
        if not self.saved:
            show("Er is niets bewaard; er is niets veranderd.")
        else:
            antwoorden = "1 antwoord" if len(self.saved) == 1 else f"{len(self.saved)} antwoorden"
            show(f"{antwoorden} bewaard:", style="goed")
            for onderwerp in dict.fromkeys(self.saved):
                show(f"- {onderwerp}", indent=2, hang=2)
        left = len(self._find(alles=False))
        if left:
            hier = "" if self.fase.id == self.dossier.samenwerking.fase else f" --fase {self.fase.id}"
            over = f" --partner {self.partner}" if self.partner else ""
            show(f"→ Nog {left} open in {self.fase.naam}; verdergaan kan met: samenwerk vragen{hier}{over}", hang=2)
        else:
            show("→ Wat deze fase nog vraagt: samenwerk status", hang=2)


def _as_answer(error: "SamenwerkError", vraag: "Openstaand") -> "SamenwerkError":
    """What is wrong with an answer. The question says what it is about; the name of the field helps who fills in the file."""
    from samenwerk.errors import RefusedError, show_pad

    veld = f"{show_pad(vraag.pad)}: "
    bevindingen = [bevinding._replace(melding=bevinding.melding.removeprefix(veld)) for bevinding in error.bevindingen]
    return RefusedError(error.melding.removeprefix(veld), error.oplossing, bevindingen)
