"""Which questions of the table stand open in a dossier, in the order in which they are asked."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from samenwerk.domain.record import ENKELVOUDIG, LIJST, REEKS, Record, Veld, find_veld, is_given_by_words, title_of, value_at
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.verzamelingen import Verzameling, verzameling_in
from samenwerk.domain.voorwaarden import VEREIST, Gat, find_gaten
from samenwerk.domain.vragen import NIEUW, SAMEN, VRAGEN, Samenvraag, Vraag
from samenwerk.domain.zinnen import as_title
from samenwerk.errors import Pad

GESPREKKEN: Pad = ("gesprekken",)
"""The one list in time that is asked for: with whom there was a conversation."""


class Openstaand(NamedTuple):
    """A question about one place in a dossier; without a `veld` the answer makes a new record of `verzameling`.

    `over` is what people call the record it is about, `gemis` what a voorwaarde of the fase still misses in this collection
    though there are records in it. `samen` are the questions that one line answers together; where that is the same question
    about several records, a `*` in the pad stands for each.
    """

    bron: Vraag
    tekst: str
    pad: Pad
    veld: Veld | None
    verzameling: Verzameling | None
    over: str = ""
    gemis: tuple[str, ...] = ()
    is_nu: bool = False
    samen: tuple["Openstaand", ...] = ()

    @property
    def is_elk(self) -> bool:
        """Whether it is the same question about several records."""
        return bool(self.samen) and "*" in self.pad

    @property
    def is_lijst(self) -> bool:
        """Whether more than one answer is welcome."""
        return self.veld is None or self.veld.soort not in ENKELVOUDIG

    @property
    def takes_namen(self) -> bool:
        """Whether each answer is the name of a new record; of other collections it is a sentence."""
        return self.verzameling is not None and self.verzameling.titelveld.naam in ("naam", "titel")

    @property
    def takes_punten(self) -> bool:
        """Whether the answers are the points of a list."""
        return self.veld is not None and (
            self.veld.soort == LIJST or (self.veld.soort == REEKS and is_given_by_words(self.veld))
        )

    @property
    def record(self) -> Pad:
        """The record it is about; nothing when it is about the samenwerking."""
        return self.pad[:2] if self.over else ()

    @property
    def onderwerp(self) -> str:
        """What the answer tells, in a few words: `School: mandaat, namens`."""
        if self.is_elk:
            return self.titels[-1]
        if self.samen:
            return self.over or self.titels[0]
        if not self.over:
            return ", ".join([self.titels[0], *map(str.lower, self.titels[1:])])
        return f"{self.over}: {', '.join(self.titels[1:]).lower()}"

    @property
    def titels(self) -> list[str]:
        """What people call the fields on the way to the place."""
        velden = (find_veld(Samenwerking, self.pad[:einde]) for einde in range(1, len(self.pad) + 1))
        return [veld.titel for veld in velden if veld is not None]


def list_openstaand(samenwerking: Samenwerking, fase: str, *, partner: str = "", alles: bool = False) -> list[Openstaand]:
    """What still is to be asked in a fase, or with `alles` everything; with `partner` only what is about that partner.

    What belongs to this fase comes first; in both parts all about one record comes before the next. A question is open while
    its place is empty or while a voorwaarde of the fase misses something there. What an earlier fase asks is asked again while
    a document of this one needs it, and what another asks while a voorwaarde of this one misses it.
    """
    gaten: dict[Pad, list[Gat]] = {}
    for gat in find_gaten(samenwerking, fase, None):
        gaten.setdefault(gat.pad, []).append(gat)
    vragen = [
        vraag
        for vraag in _place_all(samenwerking, _choose(fase, gaten), gaten)
        if ((alles and vraag.bron.fase == fase) or vraag.pad in gaten or not is_answered(samenwerking, vraag.pad))
        and (not partner or vraag.pad[:2] == ("partners", partner))
    ]
    gewogen = (
        vraag._replace(is_nu=_is_nu(vraag, fase, gaten, is_asked=alles or not is_answered(samenwerking, vraag.pad)))
        for vraag in vragen
    )
    return sorted(gewogen, key=lambda vraag: not vraag.is_nu)


def is_answered(samenwerking: Samenwerking, pad: Pad) -> bool:
    """Whether something stands at the place of a question; that there is no last day is an answer to which day it is."""
    return bool(value_at(samenwerking, pad)) or (pad == ("looptijd", "tot") and samenwerking.looptijd.is_onbepaald)


def combine(vragen: Sequence[Openstaand]) -> list[Openstaand]:
    """The same questions for someone who is asked: what one line can answer is asked in one line."""
    gemaakt: list[Openstaand] = []
    for _, groep in groupby(vragen, lambda vraag: (vraag.bron.elk or vraag.record, _samen_of(vraag), vraag.is_nu)):
        delen = tuple(groep)
        samen = _samen_of(delen[0])
        if len(delen) > 1 and delen[0].bron.elk:
            gemaakt.append(_ask_of_each(delen))
        elif samen is None or len(delen) == 1:
            gemaakt += delen
        else:
            gemaakt.append(delen[0]._replace(tekst=samen.tekst.format(naam=delen[0].over), samen=delen))
    return gemaakt


def _ask_of_each(delen: tuple[Openstaand, ...]) -> Openstaand:
    """The same question about several records as one."""
    bron = delen[0].bron
    vorm = "; ".join(f"{deel.over}: …" for deel in delen)
    return delen[0]._replace(tekst=bron.elk.format(vorm=vorm), pad=bron.pad, over="", samen=delen)


def _samen_of(vraag: Openstaand) -> Samenvraag | None:
    return next((samen for samen in SAMEN if vraag.bron.pad in samen.pads), None)


def _choose(fase: str, gaten: Mapping[Pad, list[Gat]]) -> Iterator[Vraag]:
    """The questions of a fase, behind what it needs of others; each place once."""
    eigen = {vraag.pad for vraag in VRAGEN if vraag.fase == fase}
    for vraag in sorted(VRAGEN, key=lambda vraag: fase not in vraag.nu):
        if vraag.pad not in eigen and (fase in vraag.nu or vraag.pad in gaten):
            eigen.add(vraag.pad)
            yield vraag
    yield from (vraag for vraag in VRAGEN if vraag.fase == fase)


def _place_all(samenwerking: Samenwerking, bronnen: Iterator[Vraag], gaten: Mapping[Pad, list[Gat]]) -> Iterator[Openstaand]:
    """The questions at their places: all about one record before the next."""
    for veld, groep in groupby(bronnen, lambda bron: bron.pad[0] if "*" in bron.pad else ""):
        if not veld:
            yield from (_place(bron, gaten, samenwerking) for bron in groep)
            continue
        vragen = list(groep)
        for sleutel, record in records_of(samenwerking, veld).items():
            naam = as_title(title_of(record), sleutel)
            for bron in vragen:
                pad = (veld, sleutel, *bron.pad[2:])
                yield Openstaand(bron, bron.tekst.format(naam=naam), pad, find_veld(Samenwerking, pad), None, naam)


def _place(bron: Vraag, gaten: Mapping[Pad, list[Gat]], samenwerking: Samenwerking) -> Openstaand:
    if len(bron.pad) > 1 or bron.pad[0] not in NIEUW:
        return Openstaand(bron, bron.tekst, bron.pad, find_veld(Samenwerking, bron.pad), None)
    verzameling = verzameling_in(bron.pad[0])
    mist = tuple(gat.melding for gat in gaten.get(bron.pad, ())) if getattr(samenwerking, verzameling.veld) else ()
    return Openstaand(bron, bron.tekst, bron.pad, None, verzameling, gemis=mist)


def _is_nu(vraag: Openstaand, fase: str, gaten: Mapping[Pad, list[Gat]], *, is_asked: bool) -> bool:
    """Whether it is asked first in this fase: by the table, or because a required voorwaarde misses something."""
    vereist = any(gat.niveau == VEREIST for gat in gaten.get(vraag.pad, ()))
    return vereist or (is_asked and fase in vraag.bron.nu)


def records_of(samenwerking: Samenwerking, veld: str) -> Mapping[str, Record]:
    """The records a question is asked of: the kernpartners, the knopen that are open, else all."""
    if veld == "partners":
        return samenwerking.kernpartners
    records: Mapping[str, Record] = getattr(samenwerking, veld)
    if veld == "knopen":
        return {sleutel: knoop for sleutel, knoop in samenwerking.knopen.items() if knoop.is_open}
    return records
