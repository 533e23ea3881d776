"""`samenwerk fase`: where the group stands, and the guarded step to the next fase."""

import re
import shlex
from datetime import date
from pathlib import Path

import pytest
from runner import Terminal, changed_lines, converse, dossier_text, rewrite, run, snapshot

from samenwerk.domain.dynamiek import FASEN_EN_PROCESSEN
from samenwerk.domain.fasen import FASE_IDS, FASEN
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.voorwaarden import Gat, Voorwaarde


def test_fase_shows_the_fase_and_the_moves_that_are_possible(gevuld: Path) -> None:
    outcome = run("fase")

    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith("Brede School De Brug: fase 2 Delen, ronde 1\n")
    assert FASEN[2].kernvraag in outcome.out
    assert FASEN[2].uitleg in outcome.out
    assert outcome.out.endswith(
        "→ Vooruit naar de fase Overeenkomen: samenwerk fase volgende,"
        " of terug naar Opstart of Verkennen: samenwerk terug naar opstart\n"
    )
    assert run("fase", "toon") == outcome


@pytest.mark.parametrize("words", [("fase", "--json"), ("fase", "toon", "--json")])
def test_fase_as_json(gevuld: Path, words: tuple[str, ...]) -> None:
    antwoord = run(*words).json

    assert {naam: antwoord[naam] for naam in ("schema", "versie", "naam", "toestand", "fase", "nummer", "ronde")} == {
        "schema": "samenwerk/fase",
        "versie": 1,
        "naam": "Brede School De Brug",
        "toestand": "actief",
        "fase": "delen",
        "nummer": 2,
        "ronde": 1,
    }


def test_lijst_shows_every_fase_with_or_without_a_dossier(werkmap: Path) -> None:
    outcome = run("fase", "lijst")

    assert (outcome.code, outcome.err) == (0, "")
    for fase in FASEN:
        assert f"{fase.nummer} {fase.naam}\n  {fase.kernvraag}\n" in outcome.out
    assert FASEN_EN_PROCESSEN in outcome.out
    assert [fase["ronde"] for fase in run("fase", "lijst", "--json").json["fasen"]] == [0] * 6


def test_lijst_tells_which_fasen_the_group_visited(gevuld: Path) -> None:
    out = run("fase", "lijst").out

    assert "1 Verkennen (klaar, ronde 1)\n" in out
    assert "2 Delen (nu, ronde 1)\n" in out
    assert "3 Overeenkomen (nog niet)\n" in out
    assert [fase["ronde"] for fase in run("fase", "lijst", "--json").json["fasen"]] == [1, 1, 1, 0, 0, 0]


def test_lijst_does_not_hide_that_the_dossier_is_broken(gevuld: Path) -> None:
    rewrite(gevuld, "toestand: actief", "toestand: aktief")

    assert run("fase", "lijst").code == 3


# The step forward


def test_when_nothing_required_is_open_the_group_goes_on_and_two_lines_change(gevuld: Path) -> None:
    before = dossier_text(gevuld)

    outcome = run("fase", "volgende")

    assert outcome == (
        0,
        "De groep staat nu in fase 3 Overeenkomen.\n"
        "→ Welke koers en welke acties spreken we af? Bekijk wat deze fase vraagt: samenwerk status\n"
        "Aanbevolen in de fase Delen en nog te doen:\n"
        "  ○ Nog niet vastgesteld: de intentieverklaring\n",
        "",
    )
    assert changed_lines(before, dossier_text(gevuld)) == [
        "- fase: delen",
        "+ fase: overeenkomen",
        "+   - datum: 2026-03-15",
        "+     naar: overeenkomen",
    ]


def test_who_decided_and_who_was_there_are_recorded(gevuld: Path) -> None:
    before = dossier_text(gevuld)

    run(
        *("fase", "volgende", "--datum", "2026-03-01", "--door", "stuurgroep", "--aanwezig", "stad, ouders"),
        *("--reden", "Iedereen: akkoord"),
    )

    assert changed_lines(before, dossier_text(gevuld))[2:] == [
        "+   - datum: 2026-03-01",
        "+     naar: overeenkomen",
        "+     door: stuurgroep",
        "+     aanwezig: [stad, ouders]",
        "+     reden: 'Iedereen: akkoord'",
    ]


def test_as_json_the_step_is_told_with_its_diff(gevuld: Path) -> None:
    antwoord = run("fase", "volgende", "--json").json

    assert antwoord.pop("verschil").startswith("--- samenwerking.yaml (nu)\n+++ samenwerking.yaml (nieuw)\n")
    assert antwoord == {
        "schema": "samenwerk/wijziging",
        "versie": 1,
        "melding": "De groep staat nu in fase 3 Overeenkomen.",
        "proef": False,
        "volgende": "Welke koers en welke acties spreken we af? Bekijk wat deze fase vraagt: samenwerk status",
        "van": "delen",
        "naar": "overeenkomen",
        "ondanks": [],
        "aanbevolen": ["intentieverklaring"],
    }


def test_a_proef_shows_the_diff_and_the_file_stays(gevuld: Path) -> None:
    before = snapshot(gevuld)

    outcome = run("fase", "volgende", "--proef")

    assert outcome.code == 0
    assert outcome.out.startswith("Proef: dit zou er veranderen; er is niets geschreven.\nsamenwerking.yaml. Regels met -: nu.")
    assert "-fase: delen\n+fase: overeenkomen\n" in outcome.out
    assert snapshot(gevuld) == before


@pytest.mark.parametrize("words", [(), ("--ja",), ("--ondanks", "  "), ("--reden", "haast")])
def test_the_step_is_refused_with_every_gap_its_place_and_its_remedy(leeg: Path, words: tuple[str, ...]) -> None:
    before = snapshot(leeg)

    outcome = run("fase", "volgende", *words)

    assert outcome == (
        1,
        "",
        "De groep kan nog niet naar de fase Verkennen. Dit is nodig en nog niet klaar:\n"
        "  samenwerking.yaml:1: Nog in te vullen: het idee\n"
        '    → samenwerk zet idee "…"\n'
        "  samenwerking.yaml:1: Nog in te vullen: welke partner het initiatief neemt\n"
        '    → samenwerk partner nieuw "…" --soort kern, en daarna: samenwerk zet initiatiefnemer NAAM\n'
        "  samenwerking.yaml:1: Er is nog geen stakeholder.\n"
        '    → samenwerk stakeholder nieuw "…" --belang "…" --invloed "…" --houding "…"\n'
        '→ Vul het aan, of ga toch verder met: samenwerk fase volgende --ondanks "…"\n',
    )
    assert snapshot(leeg) == before


def test_above_many_gaps_stands_that_one_command_asks_them_all(leeg: Path) -> None:
    run("partner", "nieuw", "Stad", "--soort", "kern")
    for _ in range(2):
        assert run("fase", "volgende", "--ondanks", "haast").code == 0
    vraag_per_vraag = "→ Vul vraag per vraag aan wat nog open is: samenwerk vragen"

    in_script = run("fase", "volgende").err.splitlines()
    gesprek = converse("fase", "volgende", answers=[(f"nog niet klaar: {vraag_per_vraag} samenwerking.yaml", "n")])

    assert in_script[1] == vraag_per_vraag
    assert len([line for line in in_script if line.startswith("  samenwerking.yaml")]) > 3
    assert gesprek.code == 1


@pytest.mark.parametrize("words", [(), ("--ondanks", "haast")])
def test_each_voorwaarde_of_the_fase_is_judged_once(
    leeg: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    judged: list[str] = []
    find_gaten = Voorwaarde.find_gaten

    def count(voorwaarde: Voorwaarde, samenwerking: Samenwerking, peildatum: date | None) -> list[Gat]:
        judged.append(voorwaarde.id)
        return find_gaten(voorwaarde, samenwerking, peildatum)

    monkeypatch.setattr(Voorwaarde, "find_gaten", count)

    run("fase", "volgende", *words)

    assert {"idee", "initiatiefnemer", "stakeholders"} <= set(judged)
    assert len(judged) == len(set(judged))


def test_as_json_every_gap_is_a_fout_with_its_place(leeg: Path) -> None:
    outcome = run("fase", "volgende", "--json")

    assert (outcome.code, outcome.err, outcome.json["afsluitcode"]) == (1, "", 1)
    assert [(fout["code"], fout["bestand"], fout["pad"], fout["regel"]) for fout in outcome.json["fouten"]] == [
        ("idee", "samenwerking.yaml", "idee", 1),
        ("initiatiefnemer", "samenwerking.yaml", "initiatiefnemer", 1),
        ("stakeholders", "samenwerking.yaml", "stakeholders", 1),
    ]


def test_with_a_reason_the_group_goes_on_and_what_was_open_is_recorded(leeg: Path) -> None:
    outcome = run("fase", "volgende", "--ondanks", "De subsidie sluit morgen.", "--reden", "Beslist")

    assert outcome.code == 0
    assert outcome.out.splitlines()[0] == (
        "De groep staat nu in fase 1 Verkennen. Genoteerd wat nog niet klaar was: "
        "het idee; de initiatiefnemer; de stakeholders, met belang, invloed en houding."
    )
    assert dossier_text(leeg).endswith(
        "- {datum: 2026-03-15, naar: verkennen, reden: Beslist; De subsidie sluit morgen.,"
        " ondanks: [idee, initiatiefnemer, stakeholders]}\n"
    )


def test_ondanks_is_not_recorded_when_nothing_was_open(gevuld: Path) -> None:
    run("fase", "volgende", "--ondanks", "voor de zekerheid")

    assert "voor de zekerheid" not in dossier_text(gevuld)
    assert "ondanks" not in dossier_text(gevuld)


FILLERS = {"…": "nog in te vullen", "JJJJ-MM-DD": "2026-12-01", "1-5": "4", "1-9999": "1"}

GAPS = {
    "opstart": [
        ("stakeholders", "        belang: hoog\n"),
        ("idee", "idee: >-\n  Kinderen vinden na schooltijd een plek\n  in de eigen wijk.\n"),
    ],
    "verkennen": [("waarom", "waarom: Geen van ons bereikt alle kinderen alleen.\n")],
    "delen": [
        ("inzet", "    inzet: drie lokalen\n"),
        ("mandaat", "      namens: het schoolbestuur\n"),
        ("draagvlak", "      oordeel: 3\n"),
        ("gedeelde_ambitie", "gedeelde_ambitie: Elk kind vindt na schooltijd een plek.\n"),
    ],
    "overeenkomen": [
        ("knopen", " status: doorgehakt,"),
        ("acties", "    trekker: school\n    tegen: 2026-09-01\n"),
    ],
    "vormgeven": [
        ("projecten", "    start: 2026-03-02\n    einde: 2027-06-30\n    resultaat: Veertig kinderen per week.\n"),
        ("rollen", ", positie: tussen de partners"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("fase", GAPS)
def test_every_printed_command_really_fills_its_gap(gevuld: Path, fase: str) -> None:
    rewrite(gevuld, "fase: delen\n", f"fase: {fase}\n")
    head, _ = dossier_text(gevuld).split("verloop:\n")
    steps = "".join(f"  - {{datum: 2026-01-10, naar: {each}}}\n" for each in FASE_IDS[: FASE_IDS.index(fase) + 1])
    (gevuld / "samenwerking.yaml").write_text(f"{head}verloop:\n{steps}", encoding="utf-8")
    for _, gone in GAPS[fase]:
        rewrite(gevuld, gone, "")
    refused = run("fase", "volgende")
    assert refused.code == 1, refused
    gaps = re.findall(r"samenwerking\.yaml:(\d+): .*\n    → samenwerk (.*)", refused.err)
    assert len(gaps) == refused.err.count("samenwerking.yaml:")

    for count, (_, remedy) in enumerate(gaps, 1):
        words = [FILLERS.get(word, word.split("|")[-1]) for word in shlex.split(remedy)]
        assert run(*words).code == 0, remedy
        left = run("fase", "volgende", "--proef").err.count("samenwerking.yaml:")
        assert left == len(gaps) - count, f"{remedy} did not fill its gap"

    assert run("fase", "volgende").code == 0


@pytest.mark.parametrize(
    ("words", "code", "melding"),
    [
        (("--datum", "2026-02-19"), 1, "De dag 19 februari 2026 ligt voor de vorige stap, op 20 februari 2026."),
        (("--datum", "30/2/2026"), 2, "“30/2/2026” bestaat niet: februari 2026 heeft 28 dagen."),
        (("--aanwezig", "stad,schol"), 2, "“schol” staat niet bij de partners of stakeholders."),
        (("--reden", "\x1b[31m"), 1, "Zo zou het dossier niet meer kloppen; er is niets geschreven."),
    ],
)
def test_a_step_that_cannot_be_recorded_so_is_refused(gevuld: Path, words: tuple[str, ...], code: int, melding: str) -> None:
    before = snapshot(gevuld)

    outcome = run("fase", "volgende", *words)

    assert (outcome.code, outcome.out, outcome.err.splitlines()[0]) == (code, "", melding)
    assert snapshot(gevuld) == before


def test_a_mistyped_key_gets_a_suggestion(gevuld: Path) -> None:
    assert "→ Bedoelde u “school”?" in run("fase", "volgende", "--aanwezig", "schol").err


def test_there_is_no_fase_after_uitvoeren(gevuld: Path) -> None:
    for _ in range(3):
        assert run("fase", "volgende").code == 0
    before = snapshot(gevuld)

    outcome = run("fase", "volgende", "--ondanks", "toch")

    assert outcome == (
        1,
        "",
        "Er is geen volgende fase.\n"
        "→ Terug naar Opstart, Verkennen, Delen, Overeenkomen of Vormgeven: samenwerk terug naar opstart,"
        " of stoppen: samenwerk afsluiten\n",
    )
    assert snapshot(gevuld) == before


def test_a_sleeping_collaboration_does_not_move(gevuld: Path) -> None:
    run("afsluiten", "--als", "slapend")
    before = snapshot(gevuld)

    outcome = run("fase", "volgende", "--ondanks", "toch")

    assert outcome == (
        1,
        "",
        "De samenwerking rust. Alleen een actieve samenwerking verandert van fase.\n→ Begin eerst weer: samenwerk heropen\n",
    )
    assert snapshot(gevuld) == before


# On a terminal


def test_on_a_terminal_it_asks_and_no_leaves_everything(leeg: Path) -> None:
    before = snapshot(leeg)
    terminal = Terminal("fase", "volgende", cwd=leeg)
    terminal.answer("Toch verdergaan? (j/n) [n]", "n")

    outcome = terminal.finish()
    assert outcome.code == 1
    assert "De groep blijft in deze fase. Er is niets gewijzigd." in outcome.out
    assert "→ Vul vraag per vraag aan wat nog open is: samenwerk vragen\n" in outcome.out
    assert snapshot(leeg) == before


def test_on_a_terminal_what_is_open_is_told_as_it_is_in_a_script(leeg: Path) -> None:
    in_script = run("fase", "volgende").err.splitlines()
    terminal = Terminal("fase", "volgende", cwd=leeg, env={"NO_COLOR": "1"})

    shown = terminal.answer("Toch verdergaan? (j/n) [n]", "n")

    assert shown.splitlines() == in_script[:-1]
    assert terminal.finish().code == 1


@pytest.mark.parametrize(
    ("words", "melding"),
    [
        (("--datum", "2026-01-09"), "De dag 9 januari 2026 ligt voor de vorige stap, op 10 januari 2026."),
        (("--aanwezig", "stad"), "“stad” staat niet bij de partners"),
    ],
)
def test_on_a_terminal_no_reason_is_asked_for_a_step_that_cannot_be_noted(
    leeg: Path, words: tuple[str, ...], melding: str
) -> None:
    outcome = Terminal("fase", "volgende", *words, cwd=leeg).finish()

    assert outcome.code in (1, 2)
    assert melding in outcome.out
    assert "Toch verdergaan?" not in outcome.out


def test_on_a_terminal_yes_without_a_reason_leaves_everything(leeg: Path) -> None:
    before = snapshot(leeg)
    terminal = Terminal("fase", "volgende", cwd=leeg)
    terminal.answer("Toch verdergaan?", "ja")
    terminal.answer("Waarom gaat de groep toch verder?", "")

    assert terminal.finish().code == 1
    assert snapshot(leeg) == before


def test_on_a_terminal_yes_and_a_reason_makes_the_step(leeg: Path) -> None:
    terminal = Terminal("fase", "volgende", "--datum", "2026-03-01", cwd=leeg)
    terminal.answer("Toch verdergaan?", "j")
    terminal.answer("Waarom gaat de groep toch verder?", "De zaal is geboekt.")

    assert terminal.finish().code == 0
    assert "naar: verkennen, reden: De zaal is geboekt., ondanks: [idee" in dossier_text(leeg)


def test_on_a_terminal_ja_asks_nothing_and_overrides_nothing(leeg: Path) -> None:
    before = snapshot(leeg)

    outcome = Terminal("fase", "volgende", "--ja", cwd=leeg).finish()

    assert outcome.code == 1
    assert "?" not in outcome.out
    assert snapshot(leeg) == before
