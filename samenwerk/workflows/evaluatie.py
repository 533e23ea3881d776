"""The partners look back: what they see, what they do otherwise, what can be better, and what they decide."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from samenwerk.domain.datums import parse_ritme, show_datum
from samenwerk.domain.keuzes import suggest
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.tijdlijn import BESLUITEN, INZICHTEN, STOPPEN, TERUGGAAN
from samenwerk.domain.zinnen import tel
from samenwerk.errors import RefusedError, WrongUsageError, option
from samenwerk.storage.dossier import Dossier
from samenwerk.storage.yaml_changes import Append, Change, Set
from samenwerk.storage.yaml_tree import Plain
from samenwerk.workflows.changes import Gewijzigd, apply_changes
from samenwerk.workflows.redo import redo_when_changed
from samenwerk.workflows.references import choose_fase, read_fase
from samenwerk.workflows.steps import prepare_return

_NO_ANSWERS: Mapping[str, str] = MappingProxyType({})


class Terugblik(NamedTuple):
    """What the partners said; whatever was skipped is empty.

    `fase` is what a person said of the fase it belongs to, `inzichten` answer the three questions of principe 2, in their
    order; `volgende` is the day of the next evaluation when it is to be changed.
    """

    datum: date
    fase: str = ""
    inzichten: tuple[str, ...] = ("", "", "")
    antwoorden: Mapping[str, str] = _NO_ANSWERS
    besluit: str = ""
    naar: str = ""
    volgende: date | None = None

    @property
    def is_leeg(self) -> bool:
        """Whether nothing was said at all."""
        return not any((*self.inzichten, *self.antwoorden.values(), self.besluit))

    @property
    def reden(self) -> str:
        """Why the group takes the step that this evaluation decided on, to begin with."""
        inzicht = next(filter(None, reversed(self.inzichten)), "")
        return f"Evaluatie van {show_datum(self.datum)}{f': {inzicht}' if inzicht else ''}"


def own_questions(samenwerking: Samenwerking) -> tuple[str, ...]:
    """The questions the partners chose themselves, each once."""
    return tuple(dict.fromkeys(samenwerking.evaluatiebeleid.vragen))


def suggest_volgende(samenwerking: Samenwerking, datum: date) -> date | None:
    """The day of the next evaluation by the rhythm that was agreed; None without one."""
    ritme = parse_ritme(samenwerking.evaluatiebeleid.ritme)
    return ritme.next_after(datum) if ritme else None


def match_answers(samenwerking: Samenwerking, antwoorden: list[str]) -> dict[str, str]:
    """Answers to the own questions, given in their order. Raises `WrongUsageError` when there are more than questions."""
    vragen = own_questions(samenwerking)
    if len(antwoorden) > len(vragen):
        zijn = "is" if len(vragen) == 1 else "zijn"
        hoeveel = tel(len(vragen), "eigen vraag", "eigen vragen") if vragen else "geen eigen vragen"
        oplossing = " ".join(f"{nummer}. {vraag}" for nummer, vraag in enumerate(vragen, 1))
        raise WrongUsageError(
            f"Er {zijn} {hoeveel}, en u gaf {tel(len(antwoorden), 'antwoord', 'antwoorden')}.",
            oplossing or "Zet eigen vragen bij evaluatiebeleid, vragen in samenwerking.yaml.",
        )
    return dict(zip(vragen, antwoorden, strict=False))


def check_besluit(dossier: Dossier, besluit: str, naar: str) -> str:
    """The id of the fase a besluit leads to, empty when it leads to none.

    Raises `WrongUsageError` for a word that is no besluit or fase, `RefusedError` for a fase that does not go with it.
    """
    if besluit and besluit not in BESLUITEN:
        raise WrongUsageError(f"“{besluit}” is geen besluit.", suggest(besluit, BESLUITEN))
    if not naar:
        return ""
    if besluit in ("", STOPPEN):
        raise RefusedError(
            f"Bij {f'het besluit {besluit}' if besluit else 'een evaluatie zonder besluit'} hoort geen fase.",
            ("Laat ", option("naar"), " weg, of neem een ander besluit."),
        )
    return prepare_return(dossier, naar).id if besluit == TERUGGAAN else read_fase(naar).id


def check_volgende(datum: date, volgende: date | None) -> None:
    """Raise `WrongUsageError` when the next evaluation is not later than this one."""
    if volgende and volgende <= datum:
        raise WrongUsageError(
            f"De volgende evaluatie ({show_datum(volgende)}) moet na deze komen ({show_datum(datum)}).", "Geef een latere dag."
        )


@redo_when_changed
def record_evaluatie(dossier: Dossier, terugblik: Terugblik, *, proef: bool) -> Gewijzigd:
    """Add an evaluation at the end of the list, whole, and note the day of the next one when that is given.

    Raises `RefusedError` when nothing was said, `WrongUsageError` for a next evaluation that is not later, and what
    `check_besluit` raises.
    """
    if terugblik.is_leeg:
        raise RefusedError("Er is niets geantwoord; er is geen evaluatie genoteerd.", "Eén antwoord volstaat.")
    naar = check_besluit(dossier, terugblik.besluit, terugblik.naar)
    evaluatie: dict[str, Plain] = {
        "datum": terugblik.datum.isoformat(),
        "fase": choose_fase(dossier.samenwerking, terugblik.datum, terugblik.fase),
        **dict(zip(INZICHTEN, terugblik.inzichten, strict=True)),
        "antwoorden": {vraag: antwoord for vraag, antwoord in terugblik.antwoorden.items() if antwoord},
        "besluit": terugblik.besluit,
        "naar": naar,
    }
    changes: list[Change] = [Append(("evaluaties",), {naam: waarde for naam, waarde in evaluatie.items() if waarde})]
    check_volgende(terugblik.datum, terugblik.volgende)
    if terugblik.volgende:
        changes.append(Set(("evaluatiebeleid", "volgende"), terugblik.volgende.isoformat()))
    besluit = f", met het besluit {terugblik.besluit}." if terugblik.besluit else "; er is nog geen besluit."
    melding = f"De evaluatie van {show_datum(terugblik.datum)} is genoteerd{besluit}"
    return apply_changes(dossier, changes, proef=proef).told(melding)
