"""`samenwerk terug naar`, `afsluiten` and `heropen`: back, to rest, and to life again, with nothing erased."""

from pathlib import Path

import pytest
from runner import Terminal, changed_lines, converse, dossier_text, run, snapshot

from samenwerk.storage.dossier import read_dossier


@pytest.mark.parametrize(
    ("woord", "begrepen"),
    [
        ("verkennen", ""),
        ("Verkennen", ""),
        ("1", "Begrepen: “1” is Verkennen.\n"),
        ("VER", "Begrepen: “VER” is Verkennen.\n"),
    ],
)
def test_every_spelling_of_a_fase_leads_there(gevuld: Path, woord: str, begrepen: str) -> None:
    before = dossier_text(gevuld)

    outcome = run("terug", "naar", woord, "--reden", "De school wisselde van directie.")

    assert outcome == (
        0,
        "De groep staat nu in fase 1 Verkennen, voor de tweede keer. Er is niets gewist.\n"
        "→ Waarom willen we met elkaar samenwerken? Bekijk wat deze fase vraagt: samenwerk status\n",
        begrepen,
    )
    assert changed_lines(before, dossier_text(gevuld)) == [
        "- fase: delen",
        "+ fase: verkennen",
        "+   - datum: 2026-03-15",
        "+     naar: verkennen",
        "+     reden: De school wisselde van directie.",
    ]


@pytest.mark.parametrize("woord", ["opstart", "0", "voorfase", "Opstart"])
def test_the_voorfase_has_more_names(gevuld: Path, woord: str) -> None:
    assert run("terug", "naar", woord).code == 0
    assert "fase: opstart\n" in dossier_text(gevuld)


MOVES = (
    "→ Vooruit naar de fase Overeenkomen: samenwerk fase volgende, of terug naar Opstart of Verkennen: "
    "samenwerk terug naar opstart"
)


@pytest.mark.parametrize(
    ("woord", "code", "melding", "oplossing"),
    [
        ("delen", 1, "De groep staat al in de fase Delen.", MOVES),
        ("overeenkomen", 1, "De fase Overeenkomen komt na de fase Delen. Terug kan alleen naar een vroegere fase.", MOVES),
        ("vormgeven", 1, "De groep kan niet in één keer naar de fase Vormgeven. Eerst komt de fase Overeenkomen.", MOVES),
        ("verkenen", 2, "“verkenen” is geen fase.", "→ Bedoelde u “verkennen”?"),
        ("6", 2, "“6” is geen fase.", "→ Kies uit: opstart, verkennen, delen, overeenkomen, vormgeven, uitvoeren."),
        ("ooit", 2, "“ooit” is geen fase.", "→ Kies uit: opstart, verkennen, delen, overeenkomen, vormgeven, uitvoeren."),
    ],
)  # fmt: skip
def test_anything_but_an_earlier_fase_is_refused(gevuld: Path, woord: str, code: int, melding: str, oplossing: str) -> None:
    before = snapshot(gevuld)

    outcome = run("terug", "naar", woord, "--reden", "x")

    assert (outcome.code, outcome.out, outcome.err.splitlines()) == (code, "", [melding, oplossing])
    assert snapshot(gevuld) == before


def test_nothing_is_erased_and_every_ronde_is_counted(gevuld: Path) -> None:
    lines = dossier_text(gevuld).splitlines()

    for step in (("fase", "volgende"), ("terug", "naar", "verkennen"), ("fase", "volgende"), ("terug", "naar", "0")):
        assert run(*step).code == 0

    after = dossier_text(gevuld).splitlines()
    assert [line for line in lines if line not in after] == ["fase: delen"]
    assert after[-len(lines) :] != lines
    assert [fase["ronde"] for fase in run("fase", "lijst", "--json").json["fasen"]] == [2, 2, 2, 1, 0, 0]
    assert "ronde 2" in run("status").out


def test_as_json_it_tells_the_ronde_and_the_documents_in_question(gevuld: Path) -> None:
    run("render", "stakeholderanalyse", "startnota", "intentieverklaring")

    antwoord = run("terug", "naar", "opstart", "--json").json

    assert (antwoord["van"], antwoord["naar"], antwoord["ronde"], antwoord["proef"]) == ("delen", "opstart", 2, False)
    assert antwoord["ter_discussie"] == ["stakeholderanalyse", "startnota", "intentieverklaring"]


def test_only_documents_that_were_made_are_in_question(gevuld: Path) -> None:
    run("render", "stakeholderanalyse")
    run("vaststellen", "startnota")
    (gevuld / "documenten" / "startnota.md").unlink()

    assert "Bekijk opnieuw: de stakeholderanalyse en de startnota.\n" in run("terug", "naar", "opstart").out


def test_where_no_document_was_made_none_is_in_question(gevuld: Path) -> None:
    assert "Bekijk opnieuw" not in run("terug", "naar", "opstart").out


def test_a_project_puts_its_own_fiche_in_question(gevuld: Path) -> None:
    run("fase", "volgende")
    run("fase", "volgende")
    run("render", "afsprakennota", "actieplan", "projectfiche")

    out = run("terug", "naar", "overeenkomen").out

    assert "Bekijk opnieuw: de afsprakennota, het actieplan en de projectfiche van Huiswerkklas.\n" in out


def test_without_a_reason_controleer_advises_to_add_it_with_a_command_that_works(gevuld: Path) -> None:
    outcome = run("terug", "naar", "verkennen")
    assert 'samenwerk zet verloop.4.reden "…"' in outcome.out

    controle = run("controleer")
    assert (controle.code, controle.err.splitlines()[0]) == (1, "Advies")
    assert "ging op 15 maart 2026 terug; er staat niet waarom." in controle.err
    assert 'samenwerk zet verloop.4.reden "…"' in controle.err

    assert run("zet", "verloop.4.reden", "Te snel gegaan.").code == 0
    assert run("controleer").code == 0


def test_a_proef_of_going_back_writes_nothing(gevuld: Path) -> None:
    before = snapshot(gevuld)

    outcome = run("terug", "naar", "verkennen", "-n")

    assert (outcome.code, "-fase: delen\n+fase: verkennen\n" in outcome.out) == (0, True)
    assert snapshot(gevuld) == before


def test_on_a_terminal_it_asks_why(gevuld: Path) -> None:
    terminal = Terminal("terug", "naar", "verkennen", cwd=gevuld)
    terminal.answer("Waarom gaat de groep terug? (Enter slaat over)", "Te snel gegaan.")

    assert terminal.finish().code == 0
    assert "    reden: Te snel gegaan.\n" in dossier_text(gevuld)


def test_on_a_terminal_enter_skips_the_reason(gevuld: Path) -> None:
    terminal = Terminal("terug", "naar", "verkennen", cwd=gevuld)
    terminal.answer("Waarom gaat de groep terug?", "")

    outcome = terminal.finish()
    assert outcome.code == 0
    assert "samenwerk zet verloop.4.reden" in outcome.out
    assert "reden" not in dossier_text(gevuld).split("verloop:")[1]


def test_ctrl_c_at_the_reason_makes_no_step(gevuld: Path) -> None:
    before = snapshot(gevuld)
    terminal = Terminal("terug", "naar", "verkennen", cwd=gevuld)
    terminal.interrupt_at("Waarom gaat de groep terug?")

    assert terminal.finish().code == 130
    assert snapshot(gevuld) == before


# To rest and to life again


@pytest.mark.parametrize("toestand", ["slapend", "afgerond", "gestopt", "samengevoegd"])
def test_afsluiten_keeps_the_fase_and_the_logbook_says_why(gevuld: Path, toestand: str) -> None:
    before = dossier_text(gevuld)

    zin = "De samenwerking rust" if toestand == "slapend" else f"De samenwerking is {toestand}"
    outcome = run("afsluiten", "--als", toestand, "--door", "stuurgroep", "--reden", "Geen middelen.")

    assert outcome == (0, f"{zin}.\n→ Begin later weer: samenwerk heropen\n", "")
    assert changed_lines(before, dossier_text(gevuld)) == [
        "- toestand: actief",
        f"+ toestand: {toestand}",
        "+ logboek:",
        "+   - datum: 2026-03-15",
        "+     fase: delen",
        "+     soort: besluit",
        "+     proces: interactie",
        f"+     toestand: {toestand}",
        f"+     tekst: '{zin}. Beslist door: stuurgroep. Reden: Geen middelen.'",
    ]
    assert run("controleer").code == 0


def test_heropen_makes_it_active_in_the_fase_where_it_stood(gevuld: Path) -> None:
    run("afsluiten", "--als", "slapend")

    outcome = run("heropen", "--reden", "Nieuwe directie.", "--json")

    assert (outcome.code, outcome.json["toestand"]) == (0, "actief")
    assert "toestand: actief\n" in dossier_text(gevuld)
    assert "fase: delen\n" in dossier_text(gevuld)
    assert "tekst: 'De samenwerking is weer actief. Reden: Nieuwe directie.'\n" in dossier_text(gevuld)
    assert run("fase", "volgende").code == 0


@pytest.mark.parametrize(
    ("words", "code", "melding"),
    [
        (("heropen",), 1, "De samenwerking is al actief."),
        (("afsluiten",), 4, "Rust de samenwerking, of eindigt die?"),
        (("afsluiten", "--ja"), 4, "Rust de samenwerking, of eindigt die?"),
        (("afsluiten", "--als", "slaapt"), 2, "“slaapt” kan hier niet."),
        (("afsluiten", "--als", "actief"), 2, "“actief” kan hier niet."),
    ],
)
def test_what_cannot_be_closed_or_reopened_so_stays(gevuld: Path, words: tuple[str, ...], code: int, melding: str) -> None:
    before = snapshot(gevuld)

    outcome = run(*words)

    assert (outcome.code, outcome.out, outcome.err.splitlines()[0]) == (code, "", melding)
    assert snapshot(gevuld) == before


def test_what_rests_already_cannot_be_closed_again(gevuld: Path) -> None:
    run("afsluiten", "--als", "gestopt")

    assert run("afsluiten", "--als", "afgerond").err.startswith("De samenwerking is gestopt.\n")


def test_on_a_terminal_afsluiten_asks_how_and_why(gevuld: Path) -> None:
    terminal = Terminal("afsluiten", cwd=gevuld)
    terminal.answer("Rust de samenwerking, of eindigt die? Enter laat alles zoals het is.\r\n  1 slapend\r\n", "Slapend")
    terminal.answer("Waarom? (Enter slaat over)", "")

    assert terminal.finish().code == 0
    assert "toestand: slapend\n" in dossier_text(gevuld)


@pytest.mark.parametrize(
    "words", [("afsluiten",), ("evalueer", "--zien", "x", "--doen", "y", "--beter", "z", "--besluit", "stoppen")]
)
def test_on_a_terminal_enter_alone_ends_no_collaboration(gevuld: Path, words: tuple[str, ...]) -> None:
    toestand = read_dossier(gevuld).samenwerking.toestand
    eerst = [("De samenwerking nu afsluiten?", "j")] if words[0] == "evalueer" else []

    gesprek = converse(*words, answers=[*eerst, ("Rust de samenwerking, of eindigt die?", "")])

    assert "Waarom?" not in gesprek.shown
    assert read_dossier(gevuld).samenwerking.toestand == toestand
