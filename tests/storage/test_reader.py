"""From texts to a samenwerking: what the user wrote stays, and what is wrong is told all at once, with place and remedy."""

from datetime import date

import pytest

from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.sleutels import make_sleutel
from samenwerk.errors import ADVIES, FOUT, Bevinding, Pad, show_pad
from samenwerk.storage.reader import read_samenwerking
from samenwerk.storage.yaml_tree import parse_tree

KOP = "formaat: 1\nnaam: De Brug\nfase: opstart\ntoestand: actief\n"
VERLOOP = "verloop:\n  - {datum: 2026-01-10, naar: opstart}\n"
PARTNERS = "partners:\n  stad: {naam: Stad}\n  school: {naam: School}\n"


def read(text: str) -> tuple[Samenwerking, list[Bevinding]]:
    return read_samenwerking(parse_tree(text))


def findings_of(body: str) -> list[Bevinding]:
    """The findings of a dossier that is in order but for these lines, which begin at line 5."""
    return read(KOP + body + VERLOOP)[1]


def test_a_dossier_in_order_is_typed_field_by_field() -> None:
    samenwerking, bevindingen = read(
        KOP
        + PARTNERS
        + "initiatiefnemer: stad\nidee: >-\n  een\n  twee\n\nafbakening: {wel: [a, b]}\nevaluatiebeleid: {ritme: 6 maanden}\n"
        + "gesprekken:\n  - {datum: 2026-02-01, met: [stad, school]}\n"
        + VERLOOP
    )
    assert bevindingen == []
    assert (samenwerking.formaat, samenwerking.fase, samenwerking.initiatiefnemer) == (1, "opstart", "stad")
    assert (samenwerking.idee, samenwerking.afbakening.wel) == ("een twee", ("a", "b"))
    assert samenwerking.gesprekken[0].datum == date(2026, 2, 1)
    assert samenwerking.gesprekken[0].met == ("stad", "school")
    assert samenwerking.evaluatiebeleid.ritme == "6 maanden"
    assert list(samenwerking.partners) == ["stad", "school"]


@pytest.mark.parametrize(
    "tekst",
    [
        "nee",
        "14:30",
        "0475 12 34 56",
        "0475123456",
        "2026-03-01",
        "1_000",
        "0x10",
        "yes",
        "on",
        ".5",
        "1e3",
        "=",
        "'~'",
        '"null"',
    ],
)
def test_a_text_stays_what_the_user_wrote(tekst: str) -> None:
    samenwerking, bevindingen = read(f"{KOP}idee: {tekst}\nbegrippen:\n  woord: {tekst}\n{VERLOOP}")
    assert (samenwerking.idee, samenwerking.begrippen["woord"], bevindingen) == (tekst.strip("'\""), tekst.strip("'\""), [])


@pytest.mark.parametrize("tekst", ["", "~", "null", "''", '""', ">-", "|"])
def test_what_is_empty_is_as_if_it_were_not_there(tekst: str) -> None:
    samenwerking, bevindingen = read(
        f"{KOP}idee: {tekst}\nafbakening: {tekst}\npartners: {tekst}\nuitgangspunten: {tekst}\n"
        f"looptijd:\n  van: {tekst}\n  tot:\n{VERLOOP}"
    )
    assert bevindingen == []
    assert (samenwerking.idee, samenwerking.partners, samenwerking.uitgangspunten) == ("", {}, ())
    assert not samenwerking.afbakening
    assert samenwerking.looptijd.van is None


def test_an_empty_item_of_a_list_is_left_out() -> None:
    samenwerking, bevindingen = read(f"{KOP}uitgangspunten:\n  - een\n  -\n  - twee\n{VERLOOP}")
    assert (samenwerking.uitgangspunten, bevindingen) == (("een", "twee"), [])


BEREIK = "Schrijf een getal van 1 tot 5."
LIJST = "Zet elk punt op een eigen regel die met - begint."
SCHRIJF = "Schrijf de tekst op één regel, of na >- op de regels eronder."

IN_TEKST = "In deze tekst staat een teken dat niemand ziet"
TAKE_OUT = "Haal dat teken weg, of typ het woord opnieuw."

WRONG: list[tuple[str, str, tuple[int, int], str, str]] = [
    ("idee: [een, twee]\n", "idee", (5, 7), "Bij “idee” hoort één tekst.", SCHRIJF),
    ("idee:\n  wat: een\n", "idee", (6, 3), "Bij “idee” hoort één tekst.", SCHRIJF),
    ("uitgangspunten: een\n", "uitgangspunten", (5, 17), "Bij “uitgangspunten” hoort een lijst.", LIJST),
    ("uitgangspunten:\n  - [een]\n", "uitgangspunten.1", (6, 5), "Bij “uitgangspunten.1” hoort één tekst.", SCHRIJF),
    ("uitgangspunten: {een: x}\n", "uitgangspunten", (5, 17), "Bij “uitgangspunten” hoort een lijst.", LIJST),
    ("logboek: niets\n", "logboek", (5, 10), "Bij “logboek” hoort een lijst.", LIJST),
    (
        "logboek:\n  - vandaag\n",
        "logboek.1",
        (6, 5),
        "Bij “logboek.1” horen velden met een naam.",
        "Schrijf bijvoorbeeld: datum: …",
    ),
    (
        "partners: [stad]\n",
        "partners",
        (5, 11),
        "Bij “partners” horen velden met een naam.",
        "Schrijf eronder, ingesprongen: sleutel: …",
    ),
    (
        "afbakening: ruim\n",
        "afbakening",
        (5, 13),
        "Bij “afbakening” horen velden met een naam.",
        "Schrijf eronder, ingesprongen: wel: …",
    ),
    (
        "begrippen: [brug]\n",
        "begrippen",
        (5, 12),
        "Bij “begrippen” horen velden met een naam.",
        "Schrijf eronder, ingesprongen: sleutel: …",
    ),
    ("begrippen:\n  brug: [x]\n", "begrippen.brug", (6, 9), "Bij “begrippen.brug” hoort één tekst.", SCHRIJF),
    (
        "partners:\n  stad: Stad Gent\n",
        "partners.stad",
        (6, 9),
        "Bij “partners.stad” horen velden met een naam.",
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
    ("looptijd: {van: 20/02/2026}\n", "looptijd.van", (5, 17), "van: “20/02/2026” is geen datum.", "Schrijf 2026-02-20."),
    (
        "looptijd: {van: 20 februari 2026}\n",
        "looptijd.van",
        (5, 17),
        "van: “20 februari 2026” is geen datum.",
        "Schrijf 2026-02-20.",
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
            "2026-02-30",
            "2026-13-01",
            "31/02/2026",
            "morgen",
            "2026-2-1",
            "20260220",
            "2026-02-20T10:00",
            "2026-W08-5",
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
        "“Stad Gent” kan geen sleutel zijn: alleen kleine letters zonder accent, cijfers, - en _.",
        "Schrijf bijvoorbeeld: stad-gent",
    ),
    (
        "partners:\n  ../stad: {naam: x}\n",
        "partners.../stad",
        (6, 3),
        "“../stad” kan geen sleutel zijn: alleen kleine letters zonder accent, cijfers, - en _.",
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


@pytest.mark.parametrize(("body", "pad", "place", "melding", "oplossing"), WRONG)
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
        ("Idee: x\n", ("Idee",), (5, 1), "Bedoelde u “idee”?"),
        (
            "partners:\n  stad: {naam: x, vertegenwordiger: y}\n",
            ("partners", "stad", "vertegenwordiger"),
            (6, 19),
            "Bedoelde u “vertegenwoordiger”?",
        ),
        ("looptijd:\n  zzz: x\n", ("looptijd", "zzz"), (6, 3), "Kies uit: van, tot, evaluatiemoment, uitstap."),
    ],
)
def test_an_unknown_key_is_kept_and_is_advice(body: str, pad: Pad, place: tuple[int, int], oplossing: str) -> None:
    (gevonden,) = findings_of(body)
    assert (gevonden.pad, gevonden.regel, gevonden.kolom, gevonden.ernst) == (pad, *place, ADVIES)
    assert gevonden.melding == f"Het veld “{pad[-1]}” kent samenwerk niet; het blijft staan, maar er gebeurt niets mee."
    assert gevonden.oplossing == oplossing


def test_a_line_that_springs_in_with_another_space_is_told_as_such() -> None:
    (gevonden,) = findings_of("partners:\n  stad:\n    naam: x\n\u00a0\u00a0\u00a0\u00a0soort: kern\n")

    assert (gevonden.ernst, gevonden.regel, gevonden.kolom) == (ADVIES, 8, 1)
    assert gevonden.melding == "Deze regel begint met een teken dat alleen op een spatie lijkt: een vaste spatie (U+00A0)."
    assert gevonden.oplossing == "Zet er gewone spaties voor in de plaats."


@pytest.mark.parametrize("text", ["", "\n", "# nog niets\n", "---\n", "{}\n"])
def test_an_empty_file_misses_everything_that_must_be_there(text: str) -> None:
    samenwerking, bevindingen = read(text)
    assert not samenwerking
    assert [show_pad(gevonden.pad) for gevonden in bevindingen] == ["formaat", "naam", "fase", "toestand", "verloop"]
    assert all((gevonden.regel, gevonden.ernst) == (1, FOUT) for gevonden in bevindingen)


@pytest.mark.parametrize("naam", ["formaat", "naam", "fase", "toestand"])
def test_a_field_that_must_be_there_is_missed_when_it_holds_only_spaces(naam: str) -> None:
    filled = {"formaat": "1", "naam": "De Brug", "fase": "opstart", "toestand": "actief", naam: "'  '"}

    _, bevindingen = read("".join(f"{sleutel}: {waarde}\n" for sleutel, waarde in filled.items()) + VERLOOP)

    assert [(gevonden.code, gevonden.pad) for gevonden in bevindingen] == [("veld_ontbreekt", (naam,))]


def test_an_empty_step_misses_what_must_be_in_it() -> None:
    _, bevindingen = read(KOP + VERLOOP + "  -\n")

    assert [(gevonden.regel, show_pad(gevonden.pad)) for gevonden in bevindingen] == [
        (7, "verloop.2.datum"),
        (7, "verloop.2.naar"),
    ]


def test_everything_that_is_wrong_is_told_at_once_in_the_order_of_the_text() -> None:
    text = """\
formaat: 2
fase: verkenen
toestand: levend
initiatiefnemer: stdad
ide: x
idee: [een]
uitgangspunten: een
partners:
  stad:
    naam: Stad
    soort: kernpartner
    sinds: 10/01/2026
    draagvlak: {oordeel: 9}
    naam: Gemeente
  De School: {naam: School}
acties:
  feest: {wat: x, trekker: stad, tegen: 2026-02-31, status: bezig}
evaluatiebeleid:
  ritme: vaak
gesprekken:
  - {datum: 2026-02-01, met: [buurt]}
verloop:
  - {datum: 2026-01-10, naar: opstart}
  - {datum: 2026-01-09, naar: verkennen, aanwezig: [burt]}
"""
    _, bevindingen = read(text)
    assert [(gevonden.regel, gevonden.code, show_pad(gevonden.pad)) for gevonden in bevindingen] == [
        (1, "veld_ontbreekt", "naam"),
        (1, "getal", "formaat"),
        (2, "keuze", "fase"),
        (3, "keuze", "toestand"),
        (4, "verwijzing", "initiatiefnemer"),
        (5, "veld_onbekend", "ide"),
        (6, "vorm", "idee"),
        (7, "vorm", "uitgangspunten"),
        (11, "keuze", "partners.stad.soort"),
        (12, "datum", "partners.stad.sinds"),
        (13, "getal", "partners.stad.draagvlak.oordeel"),
        (14, "dubbel", "partners.stad.naam"),
        (15, "sleutel", "partners.De School"),
        (17, "datum", "acties.feest.tegen"),
        (17, "keuze", "acties.feest.status"),
        (19, "ritme", "evaluatiebeleid.ritme"),
        (21, "verwijzing", "gesprekken.1.met.1"),
        (24, "verloop_volgorde", "verloop.2.datum"),
        (24, "verwijzing", "verloop.2.aanwezig.1"),
    ]
    assert all(gevonden.melding and gevonden.oplossing for gevonden in bevindingen)


def test_what_comes_in_with_an_alias_or_a_merge_is_checked_where_it_is_written() -> None:
    body = "partners:\n  stad: &basis\n    soort: kernn\n  school: *basis\n  bib:\n    <<: *basis\n    naam: Bib\n"
    bevindingen = findings_of(body)
    assert [(gevonden.regel, show_pad(gevonden.pad)) for gevonden in bevindingen] == [
        (7, "partners.stad.soort"),
        (7, "partners.school.soort"),
        (7, "partners.bib.soort"),
    ]


@pytest.mark.parametrize(
    ("tekst", "sleutel"),
    [
        ("Brede School De Brug", "brede-school-de-brug"),
        ("  Coördinatie & één! ", "coordinatie-een"),
        ("été_2026", "ete-2026"),
        ("👩‍🏫", "sleutel"),
        ("", "sleutel"),
    ],
)
def test_a_key_is_made_of_a_text(tekst: str, sleutel: str) -> None:
    assert make_sleutel(tekst) == sleutel


STUURTEKENS = [*range(0x01, 0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), 0xFEFF]
"""Signs that YAML can hold behind a backslash, and that steer a terminal or turn the direction of reading."""


@pytest.mark.parametrize(
    "plaats", ["waarom: {}", "begrippen: {{{}: x}}", "begrippen: {{a: {}}}", "uitgangspunten: [{}]", "{}: x"]
)
@pytest.mark.parametrize("einde", ["\n", "\r\n"])
def test_a_sign_that_steers_is_found_wherever_it_is_escaped(plaats: str, einde: str) -> None:
    for teken in STUURTEKENS:
        body = plaats.format(f'"een\\u{teken:04x}"') + "\n"
        bevindingen = read((KOP + body + VERLOOP).replace("\n", einde))[1]
        assert [(bevinding.code, bevinding.regel) for bevinding in bevindingen] == [("stuurteken", 5)], hex(teken)


@pytest.mark.parametrize("plaats", ["waarom: een{}", "begrippen: {{een{}: x}}", "een{}: x"])
def test_a_sign_that_steers_is_found_where_it_stands_as_it_is(plaats: str) -> None:
    for teken in "\u202a\u202e\u2066\u2069":
        assert [bevinding.code for bevinding in findings_of(plaats.format(teken) + "\n")] == ["stuurteken"]
