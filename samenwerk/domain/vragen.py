"""The questions of the guided interview: for each fase, in the words of a facilitator, what the dossier needs to know.

They follow the voorwaarden of the fase (section 3 of the design) and what its document prints beside them. Why a question
is asked is the kernvraag of its fase: domain/fasen.py.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from samenwerk.domain.record import ENKELVOUDIG, Record, Veld, find_veld, value_at
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.verzamelingen import VERZAMELINGEN, Verzameling, verzameling_in
from samenwerk.domain.voorwaarden import find_gaten
from samenwerk.errors import Pad

NIEUW = {verzameling.veld for verzameling in VERZAMELINGEN}
"""Pads of one part that ask for a new record, by the words people know it by."""


class Vraag(NamedTuple):
    """A question of a fase. `*` in the pad stands for each record; `{naam}` in the text for what people call that record."""

    fase: str
    tekst: str
    pad: tuple[str, ...]


def _of(fase: str, *vragen: tuple[str, str]) -> tuple[Vraag, ...]:
    return tuple(Vraag(fase, tekst, tuple(pad.split("."))) for pad, tekst in vragen)


VRAGEN: tuple[Vraag, ...] = (
    *_of(
        "opstart",
        ("idee", "Met welk idee begint het? Vertel het in één alinea."),
        ("aanleiding", "Wat ging eraan vooraf, en waarom nu?"),
        ("begeleider", "Wie begeleidt het proces? Noem een functie, geen naam van een persoon."),
        ("partners", "Welke organisatie neemt het initiatief, en welke doet nog mee? Noem er één."),
        ("initiatiefnemer", "Welke partner lanceerde het idee?"),
        ("stakeholders", "Wie heeft er belang bij, of kan het tegenhouden? Noem één groep of organisatie."),
        ("stakeholders.*.belang", "Hoeveel staat er voor {naam} op het spel?"),
        ("stakeholders.*.invloed", "Hoeveel kan {naam} helpen of tegenhouden?"),
        ("stakeholders.*.houding", "Hoe staat {naam} nu tegenover het idee?"),
        ("stakeholders.*.wint", "Wat kan {naam} bij de samenwerking winnen?"),
        ("stakeholders.*.verliest", "Wat kan {naam} door de samenwerking verliezen?"),
    ),
    *_of(
        "verkennen",
        ("partners", "Welke organisaties dragen en beslissen mee? Noem er één."),
        ("waarom", "Waarom willen we met elkaar samenwerken?"),
        ("partners.*.zoekt", "Wat zoekt {naam} in de samenwerking? In één zin."),
        ("afbakening.wel", "Waar gaat de samenwerking wel over?"),
        ("afbakening.niet", "En waar gaat ze niet over?"),
        ("uitgangspunten", "Wat staat voor iedereen van bij het begin vast?"),
    ),
    *_of(
        "delen",
        ("partners.*.ambities", "Wat wil {naam} zelf bereiken?"),
        ("partners.*.belangen", "Wat staat er voor {naam} op het spel?"),
        ("partners.*.inzet", "Wat brengt {naam} in: tijd, mensen, ruimte, geld, kennis?"),
        ("partners.*.vertegenwoordiger", "Wie vertegenwoordigt {naam}? Noem een functie, geen naam van een persoon."),
        ("partners.*.mandaat.namens", "Namens wie spreekt {naam}?"),
        ("partners.*.mandaat.reikwijdte", "Waarover mag wie {naam} vertegenwoordigt zelf beslissen, en waarover niet?"),
        ("partners.*.draagvlak.oordeel", "Hoe breed is het draagvlak binnen {naam}, van 1 (geen) tot 5 (breed)?"),
        ("partners.*.draagvlak.toelichting", "Waar merkt u dat draagvlak bij {naam} aan?"),
        ("begrippen", "Welk woord moet iedereen gelijk verstaan? Schrijf het woord, : en wat jullie eronder verstaan."),
        ("gedeelde_ambitie", "Wat willen jullie samen, dat geen van jullie alleen kan?"),
        ("verschillen", "Waarover denken jullie verschillend, en mag dat zichtbaar blijven?"),
    ),
    *_of(
        "overeenkomen",
        ("knopen.*.beslissing", "{naam} Wat beslissen jullie?"),
        ("doelstellingen", "Waaraan willen jullie samen werken? Noem één doel."),
        ("afspraken", "Wat spreken jullie met elkaar af? Schrijf één afspraak."),
        ("acties", "Welke actie spreken jullie af? Noem er één."),
        ("acties.*.trekker", "Welke partner of rol zorgt ervoor dat dit gebeurt: {naam}?"),
        ("acties.*.tegen", "Tegen wanneer is dit klaar: {naam}?"),
        ("partners.*.krijgt", "Wat levert de samenwerking {naam} op?"),
        ("looptijd.van", "Vanaf welke dag gelden de afspraken?"),
        ("looptijd.tot", "Tot welke dag gelden ze?"),
        ("looptijd.evaluatiemoment", "Wanneer bekijken jullie de afspraken samen?"),
        ("looptijd.uitstap", "Hoe kan een partner er op een nette manier uitstappen?"),
    ),
    *_of(
        "vormgeven",
        ("projecten", "Welk project zetten jullie op? Geef één titel."),
        ("projecten.*.trekker", "Welke partner of rol trekt het project {naam}?"),
        ("projecten.*.aanpak", "Hoe pakken jullie het project {naam} aan?"),
        ("projecten.*.resultaat", "Wat is er na het project {naam} dat er nu niet is?"),
        ("projecten.*.start", "Op welke dag begint het project {naam}?"),
        ("projecten.*.einde", "Op welke dag eindigt het?"),
        ("rollen", "Welke rol is er nodig om dit te doen lukken? Noem er één."),
        ("rollen.*.wie", "Welke partners nemen de rol {naam} op? Met komma's ertussen."),
        ("rollen.*.positie", "Waar staat de rol {naam} tegenover de partners?"),
        ("overleg", "In welk overleg komen jullie samen? Noem er één."),
        ("overleg.*.frequentie", "Hoe vaak komt {naam} samen?"),
    ),
    *_of(
        "uitvoeren",
        ("evaluatiebeleid.ritme", "Hoe vaak kijken jullie samen terug? Bijvoorbeeld: 6 maanden."),
        ("evaluatiebeleid.wie", "Wie kijkt mee terug?"),
        ("evaluatiebeleid.methode", "Hoe kijken jullie terug?"),
        ("evaluatiebeleid.vragen", "Welke eigen vragen stellen jullie daarbij?"),
        ("partners.*.profiel.deelt_ervaring", "Deelt {naam} de eigen ervaring met de anderen, van 1 tot 5?"),
        ("partners.*.profiel.waardeert_inbreng", "Waardeert {naam} de inspanningen en inbreng van anderen, van 1 tot 5?"),
        ("partners.*.profiel.bereid_tot_verandering", "Is {naam} bereid om te veranderen, van 1 tot 5?"),
        ("identiteit.zin", "Wat zijn jullie samen? Eén zin die elke partner kan zeggen."),
        ("werkprincipes", "Welke manieren van werken houden jullie vast?"),
    ),
)
"""Every question, in the order in which it is asked."""


class Openstaand(NamedTuple):
    """A question about one place in a dossier; without a `veld` the answer makes a new record of `verzameling`.

    `over` is what people call the record it is about, `gemis` what a voorwaarde of the fase still misses in this collection
    though there are records in it.
    """

    tekst: str
    pad: Pad
    veld: Veld | None
    verzameling: Verzameling | None
    over: str = ""
    gemis: tuple[str, ...] = ()

    @property
    def is_lijst(self) -> bool:
        """Whether more than one answer is welcome."""
        return self.veld is None or self.veld.soort not in ENKELVOUDIG

    @property
    def onderwerp(self) -> str:
        """What the answer tells, in a few words: `School: mandaat, namens`."""
        titels = [
            veld.titel
            for einde in range(1, len(self.pad) + 1)
            if (veld := find_veld(Samenwerking, self.pad[:einde])) is not None
        ]
        if not self.over:
            return ", ".join([titels[0], *map(str.lower, titels[1:])])
        return f"{self.over}: {', '.join(titels[1:]).lower()}"


def list_openstaand(samenwerking: Samenwerking, fase: str, *, partner: str = "", alles: bool = False) -> list[Openstaand]:
    """What still is to be asked in a fase, or with `alles` everything; with `partner` only what is about that partner.

    A question is open while its place is empty or while a voorwaarde of the fase misses something there. Where the fase has
    no question of its own for what a voorwaarde misses, that of another fase is asked.
    """
    gemis: dict[Pad, list[str]] = {}
    for gat in find_gaten(samenwerking, fase, None):
        gemis.setdefault(gat.pad, []).append(gat.melding)
    eigen = [bron for bron in VRAGEN if bron.fase == fase]
    geleend = {bron.pad: bron for bron in VRAGEN if bron.pad in gemis.keys() - {bron.pad for bron in eigen}}
    vragen = [vraag for bron in (*geleend.values(), *eigen) for vraag in _place(samenwerking, bron, gemis)]
    return [
        vraag
        for vraag in vragen
        if (alles or vraag.pad in gemis or not value_at(samenwerking, vraag.pad))
        and (not partner or vraag.pad[:2] == ("partners", partner))
    ]


def _place(samenwerking: Samenwerking, bron: Vraag, gemis: Mapping[Pad, list[str]]) -> Iterator[Openstaand]:
    if bron.pad[0] in NIEUW and len(bron.pad) == 1:
        verzameling = verzameling_in(bron.pad[0])
        mist = tuple(gemis.get(bron.pad, ())) if getattr(samenwerking, verzameling.veld) else ()
        yield Openstaand(bron.tekst, bron.pad, None, verzameling, gemis=mist)
    elif "*" not in bron.pad:
        yield Openstaand(bron.tekst, bron.pad, find_veld(Samenwerking, bron.pad), None)
    else:
        for sleutel, record in _records(samenwerking, bron.pad[0]).items():
            pad = (bron.pad[0], sleutel, *bron.pad[2:])
            naam = str(next(iter(record))[1]) or sleutel
            yield Openstaand(bron.tekst.format(naam=naam), pad, find_veld(Samenwerking, pad), None, naam)


def _records(samenwerking: Samenwerking, veld: str) -> Mapping[str, Record]:
    """The records a question is asked of: the kernpartners, the knopen that are open, else all."""
    if veld == "partners":
        return samenwerking.kernpartners
    records: Mapping[str, Record] = getattr(samenwerking, veld)
    if veld == "knopen":
        return {sleutel: knoop for sleutel, knoop in samenwerking.knopen.items() if knoop.is_open}
    return records
