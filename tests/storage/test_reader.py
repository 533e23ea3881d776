"""From texts to a samenwerking: what the user wrote stays, and what is wrong is told all at once, with place and remedy."""

from datetime import date

import pytest
from cases import for_each
from read_text import KOP, PARTNERS, VERLOOP, findings_of, read

from samenwerk.errors import FOUT, show_pad


def test_a_dossier_in_order_is_typed_field_by_field() -> None:
    samenwerking, bevindingen = read(
        KOP
        + PARTNERS
        + "initiatiefnemer: stad\nidee: >-\n  een\n  twee\n\nafbakening: {wel: [a, b]}\nevaluatiebeleid: {ritme: 6 maanden}\n"
        + "gesprekken:\n  - {datum: 2026-02-01, met: [stad, school], over: kennismaking}\n"
        + VERLOOP
    )
    assert bevindingen == []
    assert (samenwerking.formaat, samenwerking.fase, samenwerking.initiatiefnemer) == (1, "opstart", "stad")
    assert (samenwerking.idee, samenwerking.afbakening.wel) == ("een twee", ("a", "b"))
    assert samenwerking.gesprekken[0].datum == date(2026, 2, 1)
    assert samenwerking.gesprekken[0].met == ("stad", "school")
    assert samenwerking.evaluatiebeleid.ritme == "6 maanden"
    assert list(samenwerking.partners) == ["stad", "school"]


@for_each(
    (each,)
    for each in [
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
    ]
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


def test_a_line_that_springs_in_with_another_space_is_told_as_such() -> None:
    (gevonden,) = findings_of("partners:\n  stad:\n    naam: x\n\u00a0\u00a0\u00a0\u00a0soort: kern\n")

    assert (gevonden.code, gevonden.ernst, gevonden.regel, gevonden.kolom) == ("inspringing", FOUT, 8, 1)
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
  - {datum: 2026-02-01, met: [buurt], over: x}
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
