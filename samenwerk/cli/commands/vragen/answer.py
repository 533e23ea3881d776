"""Where one answer of the interview goes, and what was made of it."""

from functools import partial
from typing import TYPE_CHECKING

from samenwerk.cli.asking.questions import ask_delen, ask_yes
from samenwerk.cli.asking.signs import Talk
from samenwerk.cli.commands.vragen.explain import explain
from samenwerk.cli.options import read_datum
from samenwerk.cli.screen import tell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samenwerk.cli.commands.vragen.sitting import Sitting
    from samenwerk.domain.openstaand import Openstaand
    from samenwerk.errors import SamenwerkError


class Answering:
    """The answer to one question, which may be marked as confidential before it is given."""

    def __init__(self, sitting: "Sitting", vraag: "Openstaand") -> None:
        self._sitting = sitting
        self._vraag = vraag
        self._is_secret = False

    @property
    def talk(self) -> Talk:
        """What can be said in place of the answer."""
        samenwerking = self._sitting.dossier.samenwerking
        return Talk(partial(explain, samenwerking, self._vraag), can_go_back=True, can_leave_open=True, mark=self._mark)

    def draft(self) -> str:
        """What stands on the line already: what was given before, to be changed."""
        from samenwerk.domain.opsomming import join_delen
        from samenwerk.workflows.interview import show_draft

        namen = self._sitting.made.get(self._vraag.pad)
        draft = join_delen(list(namen.values())) if namen else show_draft(self._sitting.dossier.samenwerking, self._vraag)
        # What is typed behind a list is one more.
        return f"{draft}; " if draft and self._vraag.is_lijst and "\n" not in draft else draft

    def save(self, answer: str, draft: str) -> bool:
        """Save what was said; whether there may be more to say.

        Raises `WrongUsageError` or `RefusedError` when it cannot stand there or when someone else wrote there meanwhile, and
        another `SamenwerkError` when the sitting must end.
        """
        from samenwerk.errors import ConflictError, RefusedError, WrongUsageError
        from samenwerk.workflows.interview import show_present

        try:
            return self._save(answer, draft)
        except ConflictError:
            self._sitting.dossier = self._sitting.dossier.read_again()
            present = show_present(self._sitting.dossier.samenwerking, self._vraag, intern=self._sitting.inzage is not None)
            melding = "Iemand anders wijzigde dit intussen; uw antwoord is nog niet bewaard."
            raise RefusedError(
                f"{melding} Er staat nu: {present or 'niets meer'}",
                "Pas uw antwoord aan, of druk op Enter om het in de plaats te zetten.",
            ) from None
        except (WrongUsageError, RefusedError) as error:
            raise _as_answer(error, self._vraag) from None

    def _save(self, answer: str, draft: str) -> bool:
        from samenwerk.domain.opsomming import join_delen, read_namen, read_punten

        vraag = self._vraag
        if vraag.verzameling is None and not vraag.takes_punten:
            return self._save_one(answer, is_edit=bool(draft))
        gelezen = (read_namen if vraag.takes_namen else read_punten)(answer)
        if vraag.samen and gelezen.is_zeker:
            return self._save_answer(answer)
        delen = ask_delen(gelezen)
        if vraag.samen:
            return self._save_answer(join_delen(delen))
        if self._is_secret:
            return self._save_secretly(delen)
        (self._save_punten if vraag.verzameling is None else self._save_namen)(delen, is_edit=bool(draft))
        return not draft and len(delen) == 1

    def _save_one(self, answer: str, *, is_edit: bool) -> bool:
        """One answer; where it names several records of the dossier, those stood on the line too."""
        if self._is_secret:
            return self._save_secretly((answer,))
        if is_edit and self._vraag.is_lijst and self._vraag.veld is not None and self._vraag.veld.verwijst:
            self._save_punten(self._read_keuzes(answer), is_edit=True)
            return False
        return self._save_answer(answer)

    def _save_answer(self, answer: str) -> bool:
        """One answer to one question, said back where it was understood as something else than was typed."""
        from samenwerk.workflows.answering import answer_vraag
        from samenwerk.workflows.interview import show_answer

        vraag, proef = self._vraag, self._sitting.proef
        dossier = answer_vraag(self._sitting.dossier, vraag, answer, read_datum(""), proef=proef)
        gezegd = show_answer(dossier.samenwerking, vraag)
        if vraag.is_elk and not gezegd:
            return False
        if gezegd and gezegd.casefold() != answer.casefold():
            tell(f"Genoteerd: {gezegd}", style="stil", hang=2)
        self._sitting.save(dossier, vraag, gezegd or answer)
        return False

    def _save_punten(self, punten: "Sequence[str]", *, is_edit: bool) -> None:
        """Points of a list: those that stood on the line too, or more of them."""
        from samenwerk.workflows.answering import change_punten, shown_punten

        sitting, vraag = self._sitting, self._vraag
        was = shown_punten(sitting.dossier, vraag) if is_edit else []
        dossier = change_punten(sitting.dossier, vraag.pad, was, punten, proef=sitting.proef)
        sitting.save(dossier, vraag, "; ".join(shown_punten(dossier, vraag)))

    def _read_keuzes(self, answer: str) -> tuple[str, ...]:
        from samenwerk.domain.keuzes import read_keuzes
        from samenwerk.workflows.interview import list_choices

        return read_keuzes(answer, list_choices(self._sitting.dossier.samenwerking, self._vraag))

    # New records

    def _save_namen(self, namen: "Sequence[str]", *, is_edit: bool) -> None:
        """New records; of those that were made here and stood on the line, the names may have been changed."""
        from samenwerk.errors import RefusedError, Remedy
        from samenwerk.workflows.answering import check_naam, rename
        from samenwerk.workflows.references import name_records

        sitting, vraag = self._sitting, self._vraag
        for naam in namen:
            check_naam(vraag, naam)
        made = sitting.made.setdefault(vraag.pad, {})
        nieuw = [naam for naam in namen if naam not in made.values()]
        anders = [sleutel for sleutel, naam in made.items() if is_edit and naam not in namen]
        if len(anders) > len(nieuw):
            weg = Remedy("weg", (vraag.pad[0], anders[-1]))
            melding = f"“{made[anders[-1]]}” staat al in het dossier."
            raise RefusedError(melding, ("Laat de naam staan, en haal die later weg met: ", weg))
        for sleutel, naam in zip(anders, nieuw, strict=False):
            sitting.dossier = rename(sitting.dossier, vraag, sleutel, naam, read_datum(""), proef=sitting.proef)
            made[sleutel] = name_records(sitting.dossier.samenwerking, (str(vraag.pad[0]),))[sleutel]
            sitting.forget_ahead()
        for naam in nieuw[len(anders) :]:
            self._add(naam)
        if made:
            sitting.save(sitting.dossier, vraag, "; ".join(made.values()))

    def _add(self, naam: str) -> None:
        """A new record, unless it is there: a partner that is can be made one that decides."""
        from samenwerk.domain.keuzes import fold
        from samenwerk.workflows.answering import answer_vraag, make_kern
        from samenwerk.workflows.references import name_records

        sitting, vraag = self._sitting, self._vraag
        verzameling = (str(vraag.pad[0]),)
        before = name_records(sitting.dossier.samenwerking, verzameling)
        bekend = next((sleutel for sleutel, heet in before.items() if fold(naam) in (sleutel, fold(heet))), "")
        if not bekend:
            sitting.dossier = answer_vraag(sitting.dossier, vraag, naam, read_datum(""), proef=sitting.proef)
            after = name_records(sitting.dossier.samenwerking, verzameling)
            sitting.made[vraag.pad].update({sleutel: after[sleutel] for sleutel in after if sleutel not in before})
            return
        partner = sitting.dossier.samenwerking.partners.get(bekend) if vraag.pad == ("partners",) else None
        if partner is None or partner.is_kern or partner.has_left:
            tell(f"Dit staat er al: {before[bekend]}.", style="open", hang=2)
        elif ask_yes(f"{before[bekend]} staat er al, als {partner.soort or 'partner'}. Kernpartner maken?", default=True):
            sitting.save(make_kern(sitting.dossier, bekend, read_datum(""), proef=sitting.proef), vraag, before[bekend])

    # In confidence

    def _mark(self) -> None:
        """Take the answer as confidential, or no longer. Raises `RefusedError` where the notes have no place for it."""
        from samenwerk.cli.vertrouwelijk import choose_file
        from samenwerk.errors import IETS, RefusedError, Remedy

        if self._vraag.pad[0] != "partners" or not (self._vraag.over or self._vraag.is_elk):
            raise RefusedError(
                "Alleen een antwoord over één partner kan vertrouwelijk zijn; dit gaat over de groep.",
                ("Noteer het anders zo: ", Remedy("noteer nota", waarde=IETS, met={"vertrouwelijk": ""})),
            )
        if not self._is_secret:
            choose_file(self._sitting.dossier, vertrouwelijk=True)
        self._is_secret = not self._is_secret
        if self._is_secret:
            wat = "Uw antwoord komt alleen in vertrouwelijk.yaml, en in geen document. Nog eens v: toch in het dossier."
        else:
            wat = "Uw antwoord komt in het dossier."
        tell(wat, style="open", hang=2)

    def _save_secretly(self, delen: "Sequence[str]") -> bool:
        from samenwerk.storage.notities import open_notities
        from samenwerk.workflows.answering import answer_vertrouwelijk
        from samenwerk.workflows.samen import read_elk

        sitting, vraag = self._sitting, self._vraag
        antwoorden = read_elk(vraag, delen[0]) if vraag.is_elk else [(vraag, deel) for deel in delen]
        for gevraagd, antwoord in antwoorden:
            answer_vertrouwelijk(open_notities(sitting.dossier), gevraagd, antwoord, read_datum(""), proef=sitting.proef)
        tell("Genoteerd in vertrouwelijk.yaml. In het dossier zelf blijft dit open.", style="open", hang=2)
        sitting.save(sitting.dossier, vraag, "vertrouwelijk genoteerd")
        return False


def _as_answer(error: "SamenwerkError", vraag: "Openstaand") -> "SamenwerkError":
    """What is wrong with an answer. The question says what it is about; the name of the field helps who fills in the file."""
    from samenwerk.errors import RefusedError, show_pad

    veld = f"{show_pad(vraag.pad)}: "
    bevindingen = [bevinding._replace(melding=bevinding.melding.removeprefix(veld)) for bevinding in error.bevindingen]
    return RefusedError(error.melding.removeprefix(veld), error.oplossing, bevindingen)
