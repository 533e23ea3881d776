"""Everything that can be wrong in a field: its sentence, its place, and what to do."""

import pytest
from cases import for_each
from read_text import PARTNERS, findings_of

from samenwerk.errors import ADVIES, FOUT, Pad, show_pad

BEREIK = "Schrijf een getal van 1 tot 5."
DATUM = "Schrijf jaar-maand-dag, zoals 2026-02-20."
LIJST = "Zet elk punt op een eigen regel die met - begint."
SCHRIJF = "Schrijf de tekst op één regel, of na >- op de regels eronder."

IN_TEKST = "In deze tekst staat een teken dat niemand ziet"
TAKE_OUT = "Haal dat teken weg, of typ het woord opnieuw."

WRONG: list[tuple[str, str, tuple[int, int], str, str]] = [
    ("idee: [een, twee]\n", "idee", (5, 7), "Bij “idee” hoort één tekst.", SCHRIJF),
    ("idee:\n  wat: een\n", "idee", (6, 3), "Bij “idee” hoort één tekst.", SCHRIJF),
    ("looptijd: {van: [2026]}\n", "looptijd.van", (5, 17), "Bij “looptijd.van” hoort één datum.", DATUM),
    (
        "partners:\n  stad: {soort: [kern]}\n",
        "partners.stad.soort",
        (6, 17),
        "Bij “partners.stad.soort” hoort één keuze.",
        "Kies uit: kern, betrokken, ondersteunend, geinformeerd.",
    ),
    (
        "partners:\n  stad:\n    profiel: {waardeert_inbreng: {a: 4}}\n",
        "partners.stad.profiel.waardeert_inbreng",
        (7, 34),
        "Bij “partners.stad.profiel.waardeert_inbreng” hoort één getal.",
        BEREIK,
    ),
    ("uitgangspunten: een\n", "uitgangspunten", (5, 17), "Bij “uitgangspunten” hoort een lijst.", LIJST),
    ("uitgangspunten:\n  - [een]\n", "uitgangspunten.1", (6, 5), "Bij “uitgangspunten.1” hoort één tekst.", SCHRIJF),
    ("uitgangspunten: {een: x}\n", "uitgangspunten", (5, 17), "Bij “uitgangspunten” hoort een lijst.", LIJST),
    ("logboek: niets\n", "logboek", (5, 10), "Bij “logboek” hoort een lijst.", LIJST),
    (
        "logboek:\n  - vandaag\n",
        "logboek.1",
        (6, 5),
        "Bij “logboek.1” horen regels met een naam en een dubbele punt.",
        "Schrijf bijvoorbeeld: datum: …",
    ),
    (
        "partners: [stad]\n",
        "partners",
        (5, 11),
        "Bij “partners” horen regels met een naam en een dubbele punt.",
        "Schrijf eronder, ingesprongen: sleutel: …",
    ),
    (
        "afbakening: ruim\n",
        "afbakening",
        (5, 13),
        "Bij “afbakening” horen regels met een naam en een dubbele punt.",
        "Schrijf eronder, ingesprongen: wel: …",
    ),
    (
        "begrippen: [brug]\n",
        "begrippen",
        (5, 12),
        "Bij “begrippen” horen regels met een naam en een dubbele punt.",
        "Schrijf eronder, ingesprongen: sleutel: …",
    ),
    ("begrippen:\n  brug: [x]\n", "begrippen.brug", (6, 9), "Bij “begrippen.brug” hoort één tekst.", SCHRIJF),
    (
        "partners:\n  stad: Stad Gent\n",
        "partners.stad",
        (6, 9),
        "Bij “partners.stad” horen regels met een naam en een dubbele punt.",
        "Schrijf bijvoorbeeld: naam: …",
    ),
    (
        "partners:\n  stad: {soort: kernn}\n",
        "partners.stad.soort",
        (6, 17),
        "soort: “kernn” kan hier niet.",
        "Bedoelde u “kern”?",
    ),
    (
        "partners:\n  stad: {soort: vrij}\n",
        "partners.stad.soort",
        (6, 17),
        "soort: “vrij” kan hier niet.",
        "Kies uit: kern, betrokken, ondersteunend, geinformeerd.",
    ),
    (
        "partners:\n  stad: {draagvlak: {oordeel: 6}}\n",
        "partners.stad.draagvlak.oordeel",
        (6, 31),
        "oordeel: “6” kan hier niet.",
        BEREIK,
    ),
    (
        "partners:\n  stad: {draagvlak: {oordeel: vier}}\n",
        "partners.stad.draagvlak.oordeel",
        (6, 31),
        "oordeel: “vier” kan hier niet.",
        BEREIK,
    ),
    (
        "partners:\n  stad: {draagvlak: {oordeel: ٣}}\n",
        "partners.stad.draagvlak.oordeel",
        (6, 31),
        "oordeel: “٣” kan hier niet.",
        BEREIK,
    ),
    (
        "partners:\n  stad: {draagvlak: {oordeel: 0x2}}\n",
        "partners.stad.draagvlak.oordeel",
        (6, 31),
        "oordeel: “0x2” kan hier niet.",
        BEREIK,
    ),
    (
        "partners:\n  stad: {draagvlak: {oordeel: 0000000010}}\n",
        "partners.stad.draagvlak.oordeel",
        (6, 31),
        "oordeel: “0000000010” kan hier niet.",
        "Schrijf een getal van 1 tot 5.",
    ),
    (
        f"partners:\n  stad: {{draagvlak: {{oordeel: 1{'0' * 5000}}}}}\n",
        "partners.stad.draagvlak.oordeel",
        (6, 31),
        f"oordeel: “1{'0' * 5000}” kan hier niet.",
        BEREIK,
    ),
    *(
        (
            f"looptijd: {{van: {datum}}}\n",
            "looptijd.van",
            (5, 17),
            f"van: “{datum}” is geen datum.",
            "Schrijf jaar-maand-dag, zoals 2026-02-20.",
        )
        for datum in (
            "morgen",
            "20260220",
            "2026-02-20T10:00",
            "2026-W08-5",
        )
    ),
    *(
        (f"looptijd: {{van: {datum}}}\n", "looptijd.van", (5, 17), f"van: “{datum}” bestaat niet: {waarom}.", oplossing)
        for datum, waarom, oplossing in (
            ("2026-02-30", "februari 2026 heeft 28 dagen", "Controleer de dag."),
            ("31/02/2026", "februari 2026 heeft 28 dagen", "Controleer de dag."),
            ("2026-13-01", "er is geen maand 13", "Schrijf eerst de dag, dan de maand."),
        )
    ),
    (
        "evaluatiebeleid: {ritme: elk half jaar}\n",
        "evaluatiebeleid.ritme",
        (5, 26),
        "ritme: “elk half jaar” is geen ritme.",
        "Schrijf een getal en dagen, weken, maanden of jaar, zoals: 6 maanden.",
    ),
    ('idee: "a\\e[31mb"\n', "idee", (5, 7), f"{IN_TEKST}: Escape (U+001B), na “a”.", TAKE_OUT),
    ('idee: "a\\u202eb"\n', "idee", (5, 7), f"{IN_TEKST}: een teken dat de leesrichting omkeert (U+202E), na “a”.", TAKE_OUT),
    (
        'begrippen: {"a\\eb": x}\n',
        "begrippen",
        (5, 13),
        "In deze naam staat een teken dat niemand ziet: Escape (U+001B), na “a”.",
        TAKE_OUT,
    ),
    ('"a\\eb": x\n', "", (5, 1), "In deze naam staat een teken dat niemand ziet: Escape (U+001B), na “a”.", TAKE_OUT),
    (
        "partners:\n  Stad Gent: {naam: x}\n",
        "partners.Stad Gent",
        (6, 3),
        "“Stad Gent” kan geen korte naam zijn: alleen kleine letters zonder accent, cijfers, - en _.",
        "Schrijf bijvoorbeeld: stad-gent",
    ),
    (
        "partners:\n  ../stad: {naam: x}\n",
        "partners.../stad",
        (6, 3),
        "“../stad” kan geen korte naam zijn: alleen kleine letters zonder accent, cijfers, - en _.",
        "Schrijf bijvoorbeeld: stad",
    ),
    (
        "partners:\n  stad: {naam: x}\n  'stad': {naam: y}\n",
        "partners.stad",
        (7, 3),
        "“stad” staat er twee keer; de eerste keer op regel 6.",
        "Voeg ze samen, of geef er één een andere naam.",
    ),
    (
        "onbekend:\n  - naam: x\n    naam: y\n",
        "onbekend.1.naam",
        (7, 5),
        "“naam” staat er twee keer; de eerste keer op regel 6.",
        "Voeg ze samen, of geef er één een andere naam.",
    ),
    (
        "initiatiefnemer: stda\n" + PARTNERS,
        "initiatiefnemer",
        (5, 18),
        "“stda” staat niet bij de partners.",
        "Bedoelde u “stad”?",
    ),
    (
        "gesprekken:\n  - met: [ouders]\n",
        "gesprekken.1.met.1",
        (6, 11),
        "“ouders” staat niet bij de partners of stakeholders.",
        "Voeg “ouders” toe bij partners of stakeholders.",
    ),
    (
        PARTNERS + "projecten:\n  klas:\n    partners: {scool: x}\n",
        "projecten.klas.partners.scool",
        (10, 23),
        "“scool” staat niet bij de partners.",
        "Bedoelde u “school”?",
    ),
]


@for_each(WRONG)
def test_a_wrong_value_is_told_with_its_place_and_remedy(
    body: str, pad: str, place: tuple[int, int], melding: str, oplossing: str
) -> None:
    (gevonden,) = [bevinding for bevinding in findings_of(body) if bevinding.ernst == FOUT]
    assert (show_pad(gevonden.pad), gevonden.regel, gevonden.kolom) == (pad, *place)
    assert (gevonden.melding, gevonden.oplossing) == (melding, oplossing)


@pytest.mark.parametrize(
    ("body", "pad", "place", "oplossing"),
    [
        ("ide: x\n", ("ide",), (5, 1), "Bedoelde u “idee”?"),
        (
            "partners:\n  stad: {naam: x, vertegenwordiger: y}\n",
            ("partners", "stad", "vertegenwordiger"),
            (6, 19),
            "Bedoelde u “vertegenwoordiger”?",
        ),
        ("looptijd:\n  zzz: x\n", ("looptijd", "zzz"), (6, 3), "Kies uit: van, tot, duur, evaluatiemoment, uitstap."),
    ],
)
def test_an_unknown_key_is_kept_and_is_advice(body: str, pad: Pad, place: tuple[int, int], oplossing: str) -> None:
    (gevonden,) = findings_of(body)
    assert (gevonden.pad, gevonden.regel, gevonden.kolom, gevonden.ernst) == (pad, *place, ADVIES)
    assert gevonden.melding == f"“{pad[-1]}” kent samenwerk niet. Het blijft staan, maar er gebeurt niets mee."
    assert gevonden.oplossing == oplossing
