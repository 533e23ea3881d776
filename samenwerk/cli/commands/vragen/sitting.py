"""One sitting of the interview: which questions were asked, what was answered, and what comes next."""

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from samenwerk.cli.screen import tell

if TYPE_CHECKING:
    from collections.abc import Collection

    from samenwerk.domain.fasen import Fase
    from samenwerk.domain.openstaand import Openstaand
    from samenwerk.domain.uitgaven import Uitgave
    from samenwerk.errors import Pad
    from samenwerk.storage.dossier import Dossier
    from samenwerk.workflows.vertrouwelijk import Inzage


class Beantwoord(NamedTuple):
    """An answer that was given: to which question, and in words; the words of a confidential one are not repeated."""

    vraag: "Openstaand"
    tekst: str


class Sitting:
    """The questions in the order in which they were asked, one of which stands before the person now."""

    def __init__(
        self, dossier: "Dossier", fase: "Fase", partner: str, inzage: "Inzage | None", *, alles: bool, proef: bool
    ) -> None:
        self.begin = self.dossier = dossier
        self.fase = fase
        self.partner = partner
        self.inzage = inzage
        self.alles = alles
        self.proef = proef
        self.is_at_table = bool(partner)
        """Whether it was asked who sits at the table, or given."""
        self.with_later = bool(partner) or alles
        """Whether what may wait is asked too."""
        self.answers: dict[Pad, Beantwoord] = {}
        self.made: dict[Pad, dict[str, str]] = {}
        """The records that each question made: their keys, and what people call them."""
        self.told: set[str] = set()
        """The advice that was given; once is enough."""
        self.has_made = False
        """Whether the documents were made already, or could not be."""
        self._trail: list[Openstaand] = []
        self._at = 0
        self._asked: set[Pad] = set()
        self._known: set[Pad] = set()
        self._begin()

    def _begin(self) -> None:
        """Know what is open now; where no more is of this fase or can be done, what may wait is asked at once."""
        open_ = self.find_open()
        self._known |= {vraag.pad for vraag in open_}
        self.with_later = self.with_later or not (any(vraag.is_nu for vraag in open_) or self.has_more)

    def find_open(self) -> "list[Openstaand]":
        """The questions that are open and were not asked yet, as one asks them."""
        return self._find(self.partner, alles=self.alles, without=self._asked)

    def count_left(self, partner: str) -> tuple[int, int]:
        """How many answers are still missing, asked or not: those of this fase, and those that may wait."""
        vragen = self._find(partner, alles=False)
        nu = sum(vraag.is_nu for vraag in vragen)
        return nu, len(vragen) - nu

    def _find(self, partner: str, *, alles: bool, without: "Collection[Pad]" = ()) -> "list[Openstaand]":
        from samenwerk.domain.openstaand import combine
        from samenwerk.workflows.interview import can_answer, find_vragen

        samenwerking = self.dossier.samenwerking
        vragen = find_vragen(samenwerking, self.fase.id, partner, alles=alles)
        return combine([vraag for vraag in vragen if vraag.pad not in without and can_answer(samenwerking, vraag)])

    def list_nu(self) -> list[str]:
        """What is still open for this fase, asked or not, as far as anyone can answer it."""
        vragen = self._find(self.partner, alles=False)
        nu = [vraag for vraag in vragen if vraag.is_nu]
        return ["; ".join(deel.onderwerp for deel in (vraag.samen if vraag.is_elk else (vraag,))) for vraag in nu]

    def ask_again(self) -> None:
        """Ask once more for what belongs to this fase and was passed over."""
        open_ = self._find(self.partner, alles=False)
        self._known |= {vraag.pad for vraag in open_}
        self._asked -= {deel.pad for vraag in open_ for deel in vraag.samen or (vraag,)}

    @property
    def has_more(self) -> bool:
        """Whether there is something to do beside answering: a document to make, a step to take."""
        return bool(self.list_ready() or self.find_next())

    def list_ready(self) -> "list[Uitgave]":
        """The documents that this sitting has made possible."""
        from samenwerk.workflows.next_steps import find_ready

        return [] if self.proef or self.has_made else find_ready(self.dossier, self.fase.id)

    def find_next(self) -> "Fase | None":
        """The fase to which the group can go on now."""
        from samenwerk.workflows.next_steps import find_next_fase

        return None if self.proef else find_next_fase(self.dossier, self.fase.id)

    def partners_at_table(self) -> dict[str, str]:
        """The partners to choose from, where the next question is the first of several of this fase about each of them."""
        open_ = [vraag for vraag in self.find_open() if vraag.is_nu]
        if self._at < len(self._trail) or not open_ or open_[0].pad[0] != "partners" or not open_[0].over:
            return {}
        aantal = Counter(str(vraag.pad[1]) for vraag in open_ if vraag.pad[0] == "partners" and vraag.over)
        namen = {sleutel: self.dossier.samenwerking.naam_of(sleutel) for sleutel in aantal}
        return namen if min(aantal.values()) > 1 else {}

    def leave_partner(self) -> None:
        """Go on with the others."""
        self.partner, self.is_at_table = "", False
        self.with_later = self.alles
        self._begin()

    def current(self) -> "Openstaand | None":
        """The question that stands before the person; None when there is a moment to look back."""
        if self._at == len(self._trail):
            volgende = next((vraag for vraag in self.find_open() if self.with_later or vraag.is_nu), None)
            if volgende is None:
                return None
            self._trail.append(volgende)
        return self._trail[self._at]

    def go_on(self) -> None:
        """The question was answered or passed over."""
        vraag = self._trail[self._at]
        self._at += 1
        self._asked |= {deel.pad for deel in self._done_of(vraag)}
        self._tell_more()

    def _done_of(self, vraag: "Openstaand") -> "tuple[Openstaand, ...]":
        """The questions that are done with this one: of several in one line not the list that it did not touch."""
        from samenwerk.domain.record import value_at

        gevuld = tuple(deel for deel in vraag.samen if deel.is_lijst and value_at(self.dossier.samenwerking, deel.pad))
        return gevuld or vraag.samen or (vraag,)

    def go_back(self) -> None:
        """To the question before this one."""
        if self._at == 0:
            tell("Dit is de eerste vraag.", style="open")
            return
        self._at -= 1

    def forget_ahead(self) -> None:
        """Find the questions after this one anew, for what they are about is called otherwise now."""
        del self._trail[self._at + 1 :]

    def start_fase(self, fase: "Fase") -> None:
        """Go on with the questions of another fase."""
        self.fase, self.has_made = fase, False
        self.with_later, self.is_at_table = self.alles, bool(self.partner)
        self._begin()

    def save(self, dossier: "Dossier", vraag: "Openstaand", tekst: str) -> None:
        """Remember what was answered, in the dossier as it is now."""
        self.dossier = dossier
        self.answers[vraag.pad] = Beantwoord(vraag, tekst)

    def _tell_more(self) -> None:
        """That there are more questions than before, and about what: a count never grows without a word."""
        from samenwerk.domain.zinnen import som_op, tel

        nieuw = [vraag for vraag in self.find_open() if vraag.pad not in self._known]
        self._known |= {vraag.pad for vraag in nieuw}
        over = list(dict.fromkeys(vraag.over or vraag.onderwerp for vraag in nieuw))
        if nieuw:
            tell(f"Daardoor {tel(len(nieuw), 'vraag', 'vragen')} erbij, over: {som_op(over)}.", style="stil", hang=2)

    def tell_place(self, vraag: "Openstaand") -> None:
        """About what and whom this question is, whether it is one of this fase, and how much comes after it."""
        tell()
        if vraag.over:
            tell(self._name_subject(vraag), style="kop", hang=2)
        rest = [ander for ander in self.find_open() if ander.pad != vraag.pad]
        nu = sum(ander.is_nu for ander in rest)
        hierna = describe_left(nu, len(rest) - nu) or "niets meer"
        tell(f"{'Voor deze fase' if vraag.is_nu else 'Mag later'}. Hierna nog: {hierna}.", style="stil", hang=2)

    def _name_subject(self, vraag: "Openstaand") -> str:
        """The record a question is about, and the how manieth of its kind: `Stakeholder “Ouders”, 2 van 3`."""
        from samenwerk.domain.openstaand import records_of
        from samenwerk.domain.taal import capitalize
        from samenwerk.domain.verzamelingen import verzameling_in
        from samenwerk.domain.zinnen import aangehaald

        veld, sleutel = (str(deel) for deel in vraag.pad[:2])
        sleutels = [self.partner] if self.partner else list(records_of(self.dossier.samenwerking, veld))
        wat = f"{capitalize(verzameling_in(veld).enkelvoud)} {aangehaald(vraag.over)}"
        return f"{wat}, {sleutels.index(sleutel) + 1} van {len(sleutels)}" if len(sleutels) > 1 and sleutel in sleutels else wat


def describe_left(nu: int, later: int) -> str:
    """How much is still open, in words; empty when nothing is."""
    from samenwerk.domain.zinnen import tel

    delen = [f"{nu} voor deze fase" if nu else "", tel(later, "die later mag", "die later mogen") if later else ""]
    return ", ".join(filter(None, delen))
