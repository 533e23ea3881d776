"""`samenwerk status` and `samenwerk controleer`: where the group stands, and everything that is wrong at once."""

import io
import re
import sys
from pathlib import Path

import pytest
from runner import rewrite, run, snapshot

from samenwerk.cli.main import main
from samenwerk.domain.fasen import FASE_IDS

EXAMPLES = Path(__file__).parents[2] / "examples"


def test_status_shows_the_way_what_is_open_and_the_next_step(leeg: Path) -> None:
    outcome = run("status")

    assert (outcome.code, outcome.err) == (0, "")
    assert (
        outcome.out
        == """\
Mijn netwerk
Fase 0 Opstart, ronde 1, sinds 10 januari 2026.
● nu: opstart → ○ nog niet: verkennen, delen, overeenkomen, vormgeven, uitvoeren
Wie neemt initiatief, met welk idee, en wie heeft er belang bij?

Nodig om verder te gaan: 0 van 3 klaar
  ✗ nog te doen: Het idee
  ✗ nog te doen: De initiatiefnemer: welke partner het initiatief neemt
  ✗ nog te doen: De stakeholders, met belang, invloed en houding
Aanbevolen: 0 van 1 klaar
  ○ nog te doen: Een stakeholder die niet voor is

Stakeholderanalyse: concept; het bestand is nog niet gemaakt

→ Nu eerst: samenwerk zet idee "…"
→ Alles, met wat er bij elk punt te doen is: samenwerk status --alles
"""
    )


def test_status_alles_shows_the_questions_too_and_what_can_be_done_at_each_point(leeg: Path) -> None:
    outcome = run("status", "--alles")

    assert (outcome.code, outcome.err) == (0, "")
    assert (
        outcome.out
        == """\
Mijn netwerk
Fase 0 Opstart, ronde 1, sinds 10 januari 2026.

● nu: opstart → ○ nog niet: verkennen, delen, overeenkomen, vormgeven, uitvoeren

Kernvraag: Wie neemt initiatief, met welk idee, en wie heeft er belang bij?
Over de inhoud: Welke kans of behoefte zit achter het idee, en wie ziet dat anders?
Over het samenwerken: Met wie hebben we nog niet gesproken, ook als die tegen zou kunnen zijn?
Principes: nog niet gezien: 1, 2, 3, 4 en 5 (meer: samenwerk dynamiek)

Nodig om verder te gaan
  ✗ nog te doen: Het idee
      Nog in te vullen: het idee
      → samenwerk zet idee "…"
  ✗ nog te doen: De initiatiefnemer
      Nog in te vullen: welke partner het initiatief neemt
      → samenwerk partner nieuw "…" --soort kern, en daarna: samenwerk zet initiatiefnemer NAAM
  ✗ nog te doen: De stakeholders, met belang, invloed en houding
      Er is nog geen stakeholder.
      → samenwerk stakeholder nieuw "…" --belang "…" --invloed "…" --houding "…"

Aanbevolen
  ○ nog te doen: Een stakeholder die niet voor is
      Nog te zoeken: een stakeholder die niet voor is of iets kan verliezen
      → samenwerk stakeholder nieuw "…" --belang "…" --invloed "…" --houding "…"

Documenten van deze fase
  Stakeholderanalyse: concept. Het bestand is nog niet gemaakt.

→ Nu eerst: samenwerk zet idee "…"
"""
    )


# On one screen

LONG = "Interlokale vereniging voor buitenschoolse opvang, vrije tijd en ontmoeting in de Kempen en omstreken van Turnhout"


LISTS = (
    ("partners:", "  p{}: {{naam: '{}', soort: kern}}"),
    ("knopen:", "  k{}: {{vraag: '{}'}}"),
    ("acties:", "  a{}: {{wat: '{}', tegen: 2026-01-01}}"),
    ("projecten:", "  x{}: {{titel: '{}'}}"),
    ("rollen:", "  r{}: {{naam: '{}'}}"),
)


def write_large(folder: Path, fase: str, size: int) -> None:
    """A dossier in which as much is missing, late, changed and unknown as can be, of so many of each, with long names."""
    namen = [f"{LONG} {number}" for number in range(size)]
    way = FASE_IDS[: FASE_IDS.index(fase) + 1]
    lines = [
        *("formaat: 1", f"naam: {LONG} {LONG}", f"fase: {fase}", "toestand: actief", "onbekend: iets", "nog_iets: onbekends"),
        *("idee: punt #1", "waarom: ! x"),
        *(line for begin, of_one in LISTS for line in (begin, *(of_one.format(*pair) for pair in enumerate(namen))) if size),
        *("verloop:", *(f"  - {{datum: 2025-01-01, naar: {naar}}}" for naar in (way * 2 if way[1:] else way))),
    ]
    (folder / "samenwerking.yaml").write_text("\n".join(filter(None, lines)) + "\n", encoding="utf-8")


class Tty(io.StringIO):
    def isatty(self) -> bool:
        return True


def see(monkeypatch: pytest.MonkeyPatch, columns: int, *words: str) -> list[str]:
    """The lines that a command shows on a terminal so wide."""
    screen = Tty()
    with monkeypatch.context() as patch:
        patch.setenv("COLUMNS", str(columns))
        patch.setenv("NO_COLOR", "1")
        patch.setattr(sys, "stdout", screen)
        assert main(words) == 0
    return screen.getvalue().splitlines()


@pytest.mark.parametrize("size", [0, 1, 2, 12])
@pytest.mark.parametrize("fase", FASE_IDS)
def test_status_fits_a_terminal_of_80_by_24_whatever_the_dossier_holds(
    werkmap: Path, monkeypatch: pytest.MonkeyPatch, fase: str, size: int
) -> None:
    write_large(werkmap, fase, size)
    if size == 2:
        for document in ("startnota", "intentieverklaring", "afsprakennota", "actieplan"):
            assert run("vaststellen", document).code == 0
        assert run("zet", "aanleiding", LONG).code == 0

    lines = see(monkeypatch, 80, "status")

    assert len(lines) <= 23, "with the line of the command above it"
    assert max(map(len, lines)) < 80
    shown = " ".join(lines)
    for gap in [each for each in run("status", "--json").json["voorwaarden"] if not each["in_orde"]][:4]:
        assert gap["titel"][:20] in shown, "what is missing is named"
    assert ("Wat aandacht vraagt: " in shown) == bool(run("status", "--json").json["op_te_volgen"])
    assert "Onbekend veld “onbekend” op regel 5 (en nog 1): samenwerk controleer" in shown
    assert "Regel 7 en nog 1 worden anders gelezen dan bedoeld: samenwerk controleer" in shown
    assert lines[-1].endswith("samenwerk status --alles")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("gedeelde ambitei: Samen.", "Onbekend veld “gedeelde ambitei” op regel 7: samenwerk controleer"),
        ("zoekt: punt #3", "Onbekend veld “zoekt” op regel 7: samenwerk controleer"),
        ("idee: punt #3", "Regel 7 wordt anders gelezen dan bedoeld: samenwerk controleer"),
        ("idee: &Co partners", "Regel 7 wordt anders gelezen dan bedoeld: samenwerk controleer"),
        ("idee: vaste\u00a0spatie", "Regel 7 wordt anders gelezen dan bedoeld: samenwerk controleer"),
        ("idee: x  # een opmerking", ""),
    ],
)
def test_what_stands_in_the_file_otherwise_than_meant_is_told_in_one_line(leeg: Path, line: str, told: str) -> None:
    with (leeg / "samenwerking.yaml").open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")

    lines = run("status").out.splitlines()

    assert [each for each in lines if "controleer" in each][:1] == ([told] if told else [])
    assert run("controleer").code == (1 if told else 0)


def test_status_of_every_example_fits_too(monkeypatch: pytest.MonkeyPatch) -> None:
    examples = [path.parent for path in EXAMPLES.glob("*/samenwerking.yaml")]

    assert len(examples) >= 2
    for example in examples:
        assert len(see(monkeypatch, 80, "-C", str(example), "status")) <= 23


def test_a_document_that_was_edited_by_hand_or_adopted_earlier_stands_on_the_short_page(gevuld: Path) -> None:
    run("render", "intentieverklaring")
    (gevuld / "documenten" / "intentieverklaring.md").write_text("Iets anders.\n", encoding="utf-8")
    run("vaststellen", "startnota")
    run("zet", "waarom", "Om iets anders.")

    out = run("status").out

    assert "Intentieverklaring: concept; met de hand bewerkt: intentieverklaring.md\n" in out
    assert "Eerder vastgesteld: Startnota (gewijzigd)\n" in out


def test_a_document_that_cannot_be_read_stops_neither_page(gevuld: Path) -> None:
    (gevuld / "documenten" / "intentieverklaring.md").mkdir(parents=True)

    assert "Intentieverklaring: concept; niet te lezen: intentieverklaring.md\n" in run("status").out
    assert "Het bestand is niet te lezen.\n" in run("status", "--alles").out
    (document,) = run("status", "--json").json["documenten"]
    assert (document["oordeel"], document["onleesbaar"]) == ("niet te lezen", [])


def test_the_next_step_follows_the_state(gevuld: Path) -> None:
    def next_step() -> str:
        assert run("status", "--alles").out.splitlines()[-1] == "→ " + run("status", "--json").json["volgende"]
        return run("status", "--alles").out.splitlines()[-1]

    assert next_step() == "→ Maak de documenten van deze fase: samenwerk render"
    run("render")
    assert next_step() == "→ Alles wat nodig is, is klaar. Ga naar de fase Overeenkomen: samenwerk fase volgende"
    rewrite(gevuld, "    inzet: drie lokalen\n", "")
    assert next_step() == '→ Nu eerst: samenwerk zet partners.school.inzet "…"'
    run("afsluiten", "--als", "slapend")
    assert next_step() == "→ De samenwerking rust. Begin weer: samenwerk heropen"


def test_in_uitvoeren_the_next_step_is_to_go_on_or_to_renew(gevuld: Path) -> None:
    for _ in range(3):
        run("fase", "volgende")
    run("render")

    out = run("status", "--alles").out

    assert "✓ klaar: opstart, verkennen, delen, overeenkomen, vormgeven → ● nu: uitvoeren\n" in out
    assert "Nodig om verder te gaan" not in out
    assert out.endswith("→ Alles is klaar. Ga terug om te vernieuwen: samenwerk terug naar vormgeven\n")


def test_a_later_ronde_stands_in_the_rail(gevuld: Path) -> None:
    run("terug", "naar", "verkennen", "--datum", "2026-03-02")

    out = run("status", "--alles").out

    assert "Fase 1 Verkennen, ronde 2, sinds 2 maart 2026.\n" in out
    assert "✓ klaar: opstart → ● nu: verkennen (ronde 2) → ◐ begonnen: delen → ○ nog niet: overeenkomen" in out


def test_a_fase_is_finished_when_the_group_left_it_forward_and_no_more_than_begun_when_it_left_it_back(gevuld: Path) -> None:
    def voortgang() -> list[str]:
        weg = run("status", "--json").json["weg"]
        assert weg == [
            {naam: fase[naam] for naam in ("fase", "voortgang", "ronde")}
            for fase in run("fase", "lijst", "--json").json["fasen"]
        ]
        return [fase["voortgang"] for fase in weg]

    assert voortgang() == ["klaar", "klaar", "nu", "nog niet", "nog niet", "nog niet"]
    run("terug", "naar", "opstart")
    assert voortgang() == ["nu", "klaar", "begonnen", "nog niet", "nog niet", "nog niet"]
    run("fase", "volgende")
    run("terug", "naar", "opstart")
    assert voortgang()[:3] == ["nu", "begonnen", "begonnen"], "what was finished is begun again"
    for _ in range(3):
        run("fase", "volgende")
    assert voortgang()[:4] == ["klaar", "klaar", "klaar", "nu"]


def test_what_is_late_depends_on_the_day_that_is_given(gevuld: Path) -> None:
    for _ in range(3):
        run("fase", "volgende")

    assert "dat is voorbij" not in run("status", "--alles").out
    later = run("status", "--alles", "--datum", "2026-09-02").out
    assert "“Een feest op het plein”: klaar op 1 september 2026, dat is voorbij\n" in later


def test_status_as_json_is_the_same_page(leeg: Path) -> None:
    antwoord = run("status", "--json").json

    assert list(antwoord) == [
        *("schema", "versie", "naam", "fase", "fase_naam", "ronde", "sinds", "toestand", "weg", "kernvraag", "betekenisgeving"),
        *("interactie", "dynamiek", "voorwaarden", "documenten", "eerder_vastgesteld", "op_te_volgen"),
        *("onbekende_velden", "anders_gelezen", "git", "volgende"),
    ]
    assert (antwoord["schema"], antwoord["versie"], antwoord["sinds"]) == ("samenwerk/status", 1, "2026-01-10")
    assert antwoord["dynamiek"] == [{"principe": nummer, "oordeel": "nog niet gezien"} for nummer in range(1, 6)]
    assert antwoord["voorwaarden"][0] == {
        "id": "idee",
        "niveau": "vereist",
        "titel": "Het idee",
        "in_orde": False,
        "gaten": [{"melding": "Nog in te vullen: het idee", "pad": "idee", "regel": 1, "oplossing": 'samenwerk zet idee "…"'}],
    }
    assert antwoord["documenten"] == [
        {
            "naam": "stakeholderanalyse",
            "status": "concept",
            "bestand": "documenten/stakeholderanalyse.md",
            "oordeel": "ontbreekt",
            "bewerkt": [],
            "onleesbaar": [],
            "gewijzigd": [],
            "instemming": [],
        }
    ]


def test_reading_commands_write_nothing(gevuld: Path) -> None:
    before = snapshot(gevuld)

    for words in (
        ("status",),
        ("fase",),
        ("fase", "lijst"),
        ("controleer",),
        ("render", "--naar", "-"),
        ("render", "--controle"),
    ):
        run(*words)

    assert snapshot(gevuld) == before
    assert [path.name for path in gevuld.iterdir()] == ["samenwerking.yaml"]


# Controleer


def test_a_sound_dossier_exits_0_and_still_tells_what_is_open(leeg: Path) -> None:
    outcome = run("controleer")

    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith(
        "Er staan geen fouten in het dossier.\n\nNog te doen in deze fase\n"
        "  Nog in te vullen: het idee en welke partner het initiatief neemt (vereist)\n"
    )
    assert "(aanbevolen)\n" in outcome.out


def test_advice_exits_1_with_place_and_remedy(gevuld: Path) -> None:
    rewrite(gevuld, "begeleider:", "begleider:")

    outcome = run("controleer")

    assert (outcome.code, outcome.out.splitlines()[0]) == (1, "Er staan geen fouten in het dossier.")
    assert outcome.err == (
        "Advies\n"
        "  samenwerking.yaml:8:1: “begleider” kent samenwerk niet. Het blijft staan, maar er gebeurt niets mee.\n"
        "    → Bedoelde u “begeleider”?\n"
    )
    antwoord = run("controleer", "--json")
    assert (antwoord.code, antwoord.err, antwoord.json["schema"]) == (1, "", "samenwerk/controle")
    assert antwoord.json["bevindingen"] == [
        {
            "code": "veld_onbekend",
            "ernst": "advies",
            "bestand": "samenwerking.yaml",
            "pad": "begleider",
            "regel": 8,
            "kolom": 1,
            "melding": "“begleider” kent samenwerk niet. Het blijft staan, maar er gebeurt niets mee.",
            "oplossing": "Bedoelde u “begeleider”?",
        }
    ]
    assert [gat["voorwaarde"] for gat in antwoord.json["gaten"]] == ["intentieverklaring"]


@pytest.fixture
def broken(gevuld: Path) -> Path:
    """A dossier with five errors of different kinds."""
    rewrite(gevuld, "toestand: actief", "toestand: aktief")
    rewrite(gevuld, "initiatiefnemer: stad", "initiatiefnemer: stadd")
    rewrite(gevuld, "    tegen: 2026-09-01", "    tegen: 31/9/2026")
    rewrite(gevuld, "      oordeel: 3", "      oordeel: drie")
    rewrite(gevuld, "    naam: School\n", "    naam: School\n    naam: De school\n")
    return gevuld


ERRORS = """\
In samenwerking.yaml staan 5 fouten. Herstel die eerst: tot dan doet samenwerk niets met het dossier.
  samenwerking.yaml:5:11: toestand: “aktief” kan hier niet.
    → Bedoelde u “actief”?
  samenwerking.yaml:7:18: “stadd” staat niet bij de partners.
    → Bedoelde u “stad”?
  samenwerking.yaml:43:5: “naam” staat er twee keer; de eerste keer op regel 42.
    → Voeg ze samen, of geef er één een andere naam.
  samenwerking.yaml:54:16: oordeel: “drie” kan hier niet.
    → Schrijf een getal van 1 tot 5.
  samenwerking.yaml:70:12: tegen: “31/9/2026” bestaat niet: september 2026 heeft 30 dagen.
    → Controleer de dag.
"""


@pytest.mark.parametrize(
    "words",
    [
        *(("controleer",), ("status",), ("fase",), ("fase", "lijst"), ("fase", "volgende"), ("terug", "naar", "verkennen")),
        *(("render",), ("render", "--controle"), ("afsluiten", "--als", "slapend"), ("heropen",)),
    ],
    ids=" ".join,
)
def test_every_command_lists_all_errors_at_once_and_exits_3(broken: Path, words: tuple[str, ...]) -> None:
    before = snapshot(broken)

    assert run(*words) == (3, "", ERRORS)

    as_json = run(*words, "--json")
    assert (as_json.code, as_json.err, as_json.json["schema"], as_json.json["afsluitcode"]) == (3, "", "samenwerk/fouten", 3)
    assert [(fout["code"], fout["regel"], fout["kolom"]) for fout in as_json.json["fouten"]] == [
        ("keuze", 5, 11),
        ("verwijzing", 7, 18),
        ("dubbel", 43, 5),
        ("getal", 54, 16),
        ("datum", 70, 12),
    ]
    assert snapshot(broken) == before


def test_controleer_points_at_what_looks_like_personal_data_without_repeating_it(gevuld: Path) -> None:
    rewrite(gevuld, "    inzet: drie lokalen\n", "    inzet: drie lokalen   # bel 0475 12 34 56\n")

    for outcome in (run("controleer"), run("controleer", "--json")):
        assert outcome.code == 1
        assert "Dit lijkt op een telefoonnummer." in outcome.out + outcome.err
        assert "0475" not in outcome.out + outcome.err
    assert "samenwerking.yaml:48:33: " in run("controleer").err
    assert run("status").err == "", "only who asks for a close look is told"


@pytest.mark.parametrize(
    ("fase", "gap", "words"),
    [
        ("opstart", "Er is nog geen stakeholder", ("stakeholder", "nieuw", "Ouders", "--belang=hoog", "--invloed=laag")),
        ("verkennen", "Nu is er geen", ("partner", "nieuw", "Stad", "--soort", "kern")),
        ("delen", "Nog in te vullen: minstens één begrip", ("begrip", "nieuw", "netwerk", "--betekenis", "wie samenwerkt")),
        ("overeenkomen", "Er is nog geen afspraak", ("afspraak", "nieuw", "De school leent een lokaal uit.")),
        ("vormgeven", "Er is nog geen project", ("project", "nieuw", "Huiswerkklas")),
    ],
)
def test_where_a_first_record_is_missing_the_command_that_makes_one_is_named(
    werkmap: Path, fase: str, gap: str, words: tuple[str, ...]
) -> None:
    run("init", "--naam", "De Brug", "--fase", fase)
    remedy = re.search(rf"{gap}.*\n +→ samenwerk (\w+ nieuw)", run("status", "--alles").out)

    assert remedy is not None
    assert remedy[1] == " ".join(words[:2])
    assert run(*words).code == 0
    assert gap not in run("status", "--alles").out
