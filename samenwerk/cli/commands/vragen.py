"""`samenwerk vragen`: the guided interview."""

from typing import TYPE_CHECKING, Annotated

import typer

from samenwerk.cli.completion import complete_fase, complete_sleutel
from samenwerk.cli.dutch import DutchCommand
from samenwerk.cli.options import JsonOption, MapOption, read_datum, start_folder
from samenwerk.cli.screen import show, tell

if TYPE_CHECKING:
    from samenwerk.domain.fasen import Fase
    from samenwerk.domain.samenwerking import Samenwerking
    from samenwerk.domain.vragen import Openstaand
    from samenwerk.storage.dossier import Dossier

app = typer.Typer(rich_markup_mode=None, add_completion=False)

STOP, EDITOR = "q", "e"


@app.command(cls=DutchCommand)
def vragen(
    ctx: typer.Context,
    fase: Annotated[
        str, typer.Option("--fase", metavar="FASE", help="Vragen van deze fase; anders van nu.", autocompletion=complete_fase)
    ] = "",
    partner: Annotated[
        str,
        typer.Option(
            "--partner", metavar="SLEUTEL", help="Alleen over deze partner.", autocompletion=complete_sleutel("partners")
        ),
    ] = "",
    alles: Annotated[bool, typer.Option("--alles", help="Vraag ook wat al ingevuld is.")] = False,
    map_: MapOption = "",
    json: JsonOption = False,
) -> None:
    """Beantwoord wat in deze fase nog open is, vraag per vraag.

    Elk antwoord wordt meteen bewaard. Enter slaat een vraag over, q stopt, e opent uw tekstverwerker voor een lang
    antwoord. Zonder terminal toont dit commando de open vragen.
    """
    from samenwerk.cli.questions import can_ask
    from samenwerk.domain.fasen import fase_of
    from samenwerk.storage.dossier import read_dossier
    from samenwerk.workflows.interview import find_vragen
    from samenwerk.workflows.references import read_fase

    dossier = read_dossier(start_folder(ctx, map_))
    gekozen = read_fase(fase) if fase else fase_of(dossier.samenwerking.fase)
    open_vragen = find_vragen(dossier.samenwerking, gekozen.id, partner, alles=alles)
    if json or not can_ask():
        _list(dossier.samenwerking, gekozen, open_vragen, as_json=json)
        return
    if not open_vragen:
        show(f"In {gekozen.naam} staat geen vraag meer open.", style="goed")
        show("→ Wat deze fase nog vraagt: samenwerk status", hang=2)
        return
    _Interview(dossier, gekozen, partner, alles=alles).hold()


def _list(samenwerking: "Samenwerking", fase: "Fase", vragen: "list[Openstaand]", *, as_json: bool) -> None:
    """The questions for someone who cannot be asked. They stand open, so the command ends with the code for that."""
    from samenwerk.errors import AnswerNeededError, show_pad
    from samenwerk.workflows.interview import show_choices, show_present

    if as_json:
        from samenwerk.cli.json_output import show_json

        inhoud = [
            {
                "vraag": vraag.tekst,
                "veld": show_pad(vraag.pad),
                "er_staat": show_present(samenwerking, vraag) or None,
                "keuzes": show_choices(samenwerking, vraag) or None,
            }
            for vraag in vragen
        ]
        show_json("vragen", {"fase": fase.id, "waarom": fase.kernvraag, "vragen": inhoud})
    else:
        show(f"Open vragen in {fase.naam}: {len(vragen)}", style="kop")
        for vraag in vragen:
            show(f"- {vraag.tekst} ({show_pad(vraag.pad)})", indent=2, hang=2)
        if vragen:
            tell('→ Beantwoorden kan in een terminal, of met: samenwerk zet VELD "…"', hang=2)
    if vragen:
        raise typer.Exit(AnswerNeededError.exit_code)


class _Interview:
    """One sitting: which questions were asked, and what was saved."""

    def __init__(self, dossier: "Dossier", fase: "Fase", partner: str, *, alles: bool) -> None:
        self.dossier = dossier
        self.fase = fase
        self.partner = partner
        self.alles = alles
        self.asked: set[tuple[str | int, ...]] = set()
        self.saved: list[str] = []

    def hold(self) -> None:
        """Ask until nothing is left or the person stops; what was saved is told in any case."""
        tell(f"{self.fase.naam}: {self.fase.kernvraag}", style="kop", hang=2)
        tell("Enter slaat over, q stopt, e opent uw tekstverwerker. Elk antwoord wordt meteen bewaard.", style="stil")
        try:
            while left := self._left():
                if not self._ask(left[0], len(self.asked) + 1, len(self.asked) + len(left)):
                    break
        except KeyboardInterrupt:
            tell()
            self._summarise()
            raise
        self._summarise()

    def _left(self) -> "list[Openstaand]":
        from samenwerk.workflows.interview import find_vragen

        vragen = find_vragen(self.dossier.samenwerking, self.fase.id, self.partner, alles=self.alles)
        return [vraag for vraag in vragen if vraag.pad not in self.asked]

    def _ask(self, vraag: "Openstaand", nummer: int, aantal: int) -> bool:
        """Ask one question, for a list until there is no more answer. False when the person stops."""
        from samenwerk.cli.questions import ask
        from samenwerk.errors import ChangedMeanwhileError, SamenwerkError, show_pad
        from samenwerk.workflows.interview import answer_vraag, show_choices, show_present

        tell()
        tell(f"{nummer} van {aantal}", style="stil")
        present, choices = show_present(self.dossier.samenwerking, vraag), show_choices(self.dossier.samenwerking, vraag)
        if present:
            tell(f"Er staat al: {present}", style="stil", hang=2)
        question = f"{vraag.tekst} ({choices})" if choices else vraag.tekst
        while True:
            answer = ask(question)
            if answer.casefold() == STOP:
                return False
            try:
                if answer.casefold() == EDITOR:
                    from samenwerk.storage.editor import edit_text

                    answer = edit_text("" if vraag.is_lijst else present)
                if answer:
                    self.dossier = answer_vraag(self.dossier, vraag, answer, read_datum(""))
                    self.saved.append(show_pad(vraag.pad))
            except ChangedMeanwhileError:
                raise
            except SamenwerkError as error:
                # The question says what it is about; the name of the field helps who fills in the file.
                tell(error.melding.removeprefix(f"{show_pad(vraag.pad)}: "), style="open")
                for bevinding in error.bevindingen:
                    tell(bevinding.melding, indent=2, hang=2)
                if error.oplossing:
                    tell(f"→ {error.oplossing}", hang=2)
                continue
            if not answer or not vraag.is_lijst:
                self.asked.add(vraag.pad)
                return True
            question = "Nog iets? Enter gaat verder."

    def _summarise(self) -> None:
        if not self.saved:
            show("Er is niets bewaard; er is niets veranderd.")
        else:
            antwoorden = "1 antwoord" if len(self.saved) == 1 else f"{len(self.saved)} antwoorden"
            show(f"{antwoorden} bewaard: {', '.join(dict.fromkeys(self.saved))}", style="goed", hang=2)
        left = len(self._left())
        if left:
            hier = "" if self.fase.id == self.dossier.samenwerking.fase else f" --fase {self.fase.id}"
            show(f"→ Nog {left} open in {self.fase.naam}; verdergaan kan met: samenwerk vragen{hier}", hang=2)
        else:
            show("→ Wat deze fase nog vraagt: samenwerk status", hang=2)
