"""`samenwerk evalueer`: the questions of principe 2, the own questions, and a besluit that may lead to a step."""

from pathlib import Path

import pytest
from runner import Terminal, changed_lines, converse, dossier_text, rewrite, run, snapshot

from samenwerk.storage.dossier import read_dossier

VRAGEN = "  ritme: 6 maanden\n  vragen: [Welke kinderen missen we?, 'Wie brengt te veel in, en wie te weinig?']\n"


@pytest.fixture
def met_vragen(gevuld: Path) -> Path:
    rewrite(gevuld, "  ritme: 6 maanden\n", VRAGEN)
    return gevuld


def test_an_evaluation_is_one_record_with_every_answer_and_the_next_date_when_it_is_given(met_vragen: Path) -> None:
    before = dossier_text(met_vragen)

    outcome = run(
        *("evalueer", "--zien", "Ouders blijven hangen.", "--doen", "We bellen elkaar.", "--beter", "De buren inlichten."),
        *("--antwoord", "De kleuters", "--antwoord", "", "--besluit", "bijstellen", "--volgende", "2026-09-15"),
    )

    assert outcome == (
        0,
        "De evaluatie van 15 maart 2026 is genoteerd, met het besluit bijstellen.\n"
        "→ Wijzig wat anders moet. Bekijk wat nog te doen is: samenwerk status\n"
        "De volgende evaluatie staat op 15 september 2026.\n",
        "",
    )
    assert changed_lines(before, dossier_text(met_vragen)) == [
        "+   volgende: 2026-09-15",
        "+ evaluaties:",
        "+   - datum: 2026-03-15",
        "+     fase: delen",
        "+     wat_zien_we_anders: Ouders blijven hangen.",
        "+     wat_doen_we_anders: We bellen elkaar.",
        "+     wat_kan_beter: De buren inlichten.",
        "+     antwoorden:",
        "+       Welke kinderen missen we?: De kleuters",
        "+     besluit: bijstellen",
    ]
    assert "**Welke kinderen missen we?** De kleuters" in run("render", "evaluatiebeleid", "--naar", "-").out


def test_in_a_script_the_next_date_is_proposed_and_not_filled_in(gevuld: Path) -> None:
    outcome = run("evalueer", "--besluit", "doorgaan")

    wat = "samenwerk zet evaluatiebeleid.volgende 2026-09-15"
    assert f"De volgende evaluatie zou volgens het ritme op 15 september 2026 zijn: {wat}\n" in outcome.out
    assert "volgende" not in dossier_text(gevuld)
    assert run("zet", "evaluatiebeleid.volgende", "2026-09-15").code == 0
    assert "ritme" not in run("evalueer", "--besluit", "doorgaan").out, "there is a later date already"


@pytest.mark.parametrize(
    ("besluit", "naar", "volgende"),
    [
        ("doorgaan", (), "samenwerk render evaluatiebeleid"),
        ("bijstellen", ("--naar", "2"), "samenwerk status"),
        ("teruggaan", ("--naar", "Verkennen"), 'samenwerk terug naar verkennen --reden "Evaluatie van 15 maart 2026"'),
        ("stoppen", (), 'samenwerk afsluiten --als gestopt --reden "Evaluatie van 15 maart 2026"'),
    ],
)
def test_every_besluit_names_the_step_that_follows(gevuld: Path, besluit: str, naar: tuple[str, ...], volgende: str) -> None:
    antwoord = run("evalueer", "--besluit", besluit, *naar, "--json").json

    assert antwoord["volgende"].endswith(volgende)
    assert (antwoord["besluit"], antwoord["nummer"]) == (besluit, 1)
    assert "fase: delen\n" in dossier_text(gevuld), "the step itself is a command of its own"


@pytest.mark.parametrize(
    ("words", "code", "err"),
    [
        ((), 4, "Waar komt de evaluatie op uit?\n→ Kies: --besluit doorgaan, bijstellen, teruggaan of stop"),
        (("--zien", "x", "--ja"), 4, "Waar komt de evaluatie op uit?"),
        (
            ("--besluit", "teruggaan"),
            4,
            "Naar welke fase gaat de groep terug?\n→ Kies: --naar opstart of verkennen\n",
        ),
        (("--besluit", "stopen"), 2, "“stopen” is geen besluit.\n→ Bedoelde u “stoppen”?\n"),
        (("--besluit", "teruggaan", "--naar", "uitvoeren"), 1, "De groep kan niet in één keer"),
        (("--besluit", "teruggaan", "--naar", "verkenen"), 2, "“verkenen” is geen fase.\n→ Bedoelde u “verkennen”?\n"),
        (("--besluit", "stoppen", "--naar", "delen"), 1, "Bij het besluit stoppen hoort geen fase.\n"),
        (("--naar", "delen"), 1, "Bij een evaluatie zonder besluit hoort geen fase.\n"),
        (
            ("--antwoord", "x", "--besluit", "doorgaan"),
            2,
            "Er zijn geen eigen vragen, en u gaf 1 antwoord.\n"
            "→ Zet eigen vragen bij evaluatiebeleid, vragen in samenwerking.yaml.\n",
        ),
        (
            ("--besluit", "doorgaan", "--volgende", "2026-03-15"),
            2,
            "De volgende evaluatie (15 maart 2026) moet na deze komen (15 maart 2026).\n→ Geef een latere dag.\n",
        ),
        (("--besluit", "doorgaan", "--volgende", "straks"), 2, "“straks” is geen datum.\n"),
        (("--besluit", "doorgaan", "--datum", "2026-03-16"), 2, "16 maart 2026 moet nog komen"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_and_nothing_is_written(gevuld: Path, words: tuple[str, ...], code: int, err: str) -> None:
    before = snapshot(gevuld)

    outcome = run("evalueer", *words)

    assert (outcome.code, outcome.out) == (code, "")
    assert outcome.err.startswith(err)
    assert snapshot(gevuld) == before


def test_more_answers_than_questions_shows_the_questions(met_vragen: Path) -> None:
    outcome = run("evalueer", *("--antwoord", "x") * 3, "--besluit", "doorgaan")

    assert outcome.err.startswith("Er zijn 2 eigen vragen, en u gaf 3 antwoorden.\n→ 1. Welke kinderen missen we? 2. ")


# On a terminal

ZIEN, DOEN, BETER = "Wat zien we nu anders?", "Wat doen we nu anders?", "Wat kunnen we beter?"
VERDER = "Hoe gaat het verder? Enter beslist later.\r\n  1 doorgaan\r\n  2 bijstellen\r\n  3 teruggaan\r\n  4 stoppen\r\n"


def test_on_a_terminal_it_asks_everything_that_was_not_given(met_vragen: Path) -> None:
    terminal = Terminal("evalueer", "--doen", "We bellen.", "--datum", "2026-03-01", cwd=met_vragen)
    terminal.answer(ZIEN, "Ouders blijven hangen.")
    terminal.answer(BETER, "")
    terminal.answer("Welke kinderen missen we?", "De kleuters")
    terminal.answer("Wie brengt te veel in, en wie te weinig?", "")
    terminal.answer(VERDER, "bijstelen")
    terminal.mend("Bedoelde u “bijstellen”?", "Bijst")
    terminal.expect("Begrepen: “Bijst” is bijstellen.")
    terminal.answer("Wanneer is de volgende evaluatie? [2026-09-01]", "2026-02-01")
    terminal.mend("moet na deze komen (1 maart 2026).", "")

    assert terminal.finish().code == 0
    text = dossier_text(met_vragen)
    assert "    wat_doen_we_anders: We bellen.\n    antwoorden:\n      Welke kinderen missen we?: De kleuters\n" in text
    assert "  volgende: 2026-09-01\n" in text


def test_going_back_can_be_done_at_once_with_the_evaluation_as_its_reason(gevuld: Path) -> None:
    terminal = Terminal("evalueer", "--zien", "x", "--doen", "y", "--datum", "2026-03-01", cwd=gevuld)
    terminal.answer(BETER, "De buren erbij.")
    terminal.answer(VERDER, "teruggaan")
    terminal.answer("Naar welke fase gaat de groep terug?\r\n  0 Opstart\r\n  1 Verkennen\r\n", "delen")
    terminal.mend("“delen” kan hier niet.", "1")
    terminal.answer("Wanneer is de volgende evaluatie?", "")
    terminal.answer("Nu teruggaan naar Verkennen? (j/n)", "j")
    terminal.answer("Waarom gaat de groep terug? [Evaluatie van 1 maart 2026: De buren erbij.]", "")

    outcome = terminal.finish()
    assert outcome.code == 0
    assert "De groep staat nu in fase 1 Verkennen, voor de tweede keer." in outcome.out
    text = dossier_text(gevuld)
    assert "    besluit: teruggaan\n    naar: verkennen\n" in text
    assert "    reden: 'Evaluatie van 1 maart 2026: De buren erbij.'\n" in text
    assert run("controleer").code == 0


def test_stopping_can_be_done_at_once(gevuld: Path) -> None:
    terminal = Terminal("evalueer", "--zien", "x", "--doen", "y", "--beter", "z", cwd=gevuld)
    terminal.answer(VERDER, "stoppen")
    terminal.answer("De samenwerking nu afsluiten? (j/n)", "j")
    terminal.answer("Rust de samenwerking, of eindigt die?", "2")
    terminal.answer("Waarom?", "Het is gedaan.")

    assert "De samenwerking is afgerond." in terminal.finish().out
    assert "toestand: afgerond\n" in dossier_text(gevuld)
    assert "volgende" not in dossier_text(gevuld)


def test_no_leaves_the_step_for_later(gevuld: Path) -> None:
    terminal = Terminal("evalueer", "--zien", "x", "--doen", "y", "--beter", "z", "--besluit", "stoppen", cwd=gevuld)
    terminal.answer("De samenwerking nu afsluiten? (j/n)", "")

    assert terminal.finish().code == 0
    assert "toestand: actief\n" in dossier_text(gevuld)
    assert "besluit: stoppen\n" in dossier_text(gevuld)


def test_where_there_is_no_way_back_it_is_not_offered(leeg: Path) -> None:
    terminal = Terminal("evalueer", "--zien", "x", "--doen", "y", "--beter", "z", cwd=leeg)
    terminal.answer("Hoe gaat het verder? Enter beslist later.\r\n  1 doorgaan\r\n  2 bijstellen\r\n  3 stoppen\r\n", "")
    terminal.answer("Wanneer is de volgende evaluatie? (Enter slaat over)", "")

    outcome = terminal.finish()
    assert outcome.code == 0
    assert "er is nog geen besluit." in outcome.out
    assert 'samenwerk zet evaluaties.1.besluit "doorgaan|bijstellen|teruggaan|stoppen"' in " ".join(outcome.out.split())


def test_without_one_answer_there_is_no_evaluation(gevuld: Path) -> None:
    before = snapshot(gevuld)
    terminal = Terminal("evalueer", cwd=gevuld)
    for vraag in (ZIEN, DOEN, BETER, VERDER):
        terminal.answer(vraag, "")

    outcome = terminal.finish()
    assert (outcome.code, "Er is niets geantwoord; er is geen evaluatie genoteerd." in outcome.out) == (1, True)
    assert snapshot(gevuld) == before


def test_ctrl_c_keeps_what_was_answered_and_the_besluit_can_be_added_later(gevuld: Path) -> None:
    terminal = Terminal("evalueer", "--datum", "2026-03-01", cwd=gevuld)
    terminal.answer(ZIEN, "Ouders blijven hangen.")
    terminal.interrupt_at(DOEN)

    outcome = terminal.finish()
    assert outcome.code == 130
    assert "Wat u al antwoordde, is bewaard als evaluatie 1.\n" in outcome.out.replace("\x1b[32m", "").replace("\x1b[0m", "")
    assert (
        "evaluaties:\n  - datum: 2026-03-01\n    fase: delen\n    wat_zien_we_anders: Ouders blijven hangen.\n\n"
        in dossier_text(gevuld)
    )
    assert run("zet", "evaluaties.1.besluit", "doorgaan").code == 0


@pytest.mark.parametrize("words", [(), ("--proef", "--zien", "x", "--doen", "y")])
def test_ctrl_c_writes_nothing_when_there_is_nothing_or_only_a_proef(gevuld: Path, words: tuple[str, ...]) -> None:
    before = snapshot(gevuld)
    terminal = Terminal("evalueer", *words, cwd=gevuld)
    terminal.interrupt_at(BETER if words else ZIEN)

    assert terminal.finish().code == 130
    assert snapshot(gevuld) == before


def test_q_keeps_what_was_answered_and_ends_well(gevuld: Path) -> None:
    terminal = Terminal("evalueer", "--datum", "2026-03-01", cwd=gevuld)
    terminal.answer(ZIEN, "Ouders blijven hangen.")
    terminal.answer(DOEN, "q")

    outcome = terminal.finish()
    assert outcome.code == 0
    assert "De evaluatie van 1 maart 2026 is genoteerd; er is nog geen besluit.\n" in outcome.out
    assert "    wat_zien_we_anders: Ouders blijven hangen.\n\n" in dossier_text(gevuld)


def test_ctrl_c_at_the_step_leaves_the_evaluation_and_takes_no_step(gevuld: Path) -> None:
    words = ("--besluit", "teruggaan", "--naar", "verkennen", "--volgende", "2027-01-01")
    terminal = Terminal("evalueer", "--zien", "x", "--doen", "y", "--beter", "z", *words, cwd=gevuld)
    terminal.interrupt_at("Nu teruggaan naar Verkennen?")

    assert terminal.finish().code == 130
    assert "besluit: teruggaan\n" in dossier_text(gevuld)
    assert "fase: delen\n" in dossier_text(gevuld)


def test_who_goes_back_finds_the_answer_and_another_besluit_asks_what_belongs_to_it(met_vragen: Path) -> None:
    gesprek = converse(
        "evalueer",
        answers=[
            ("Wat zien", "<"),
            ("Hier kunt u niet terug", "Ouders komen binnen."),
            ("Wat doe", "?"),
            ("Het komt in het evaluatiebeleid en het leerverslag.", "-"),
            ("Wat kun", "vorige"),
            ("Wat doe", "We bellen."),
            ("Wat kun", ""),
            ("Welke kinderen missen we?", "Kleuters."),
            ("Wie brengt te veel in", ""),
            ("Hoe gaat het verder?", "teruggaan"),
            ("Naar welke fase", "<"),
            ("Hoe gaat het verder?", "doorgaan"),
            ("Wanneer is de volgende evaluatie?", "q"),
        ],
    )

    assert gesprek.code == 0
    evaluatie = read_dossier(met_vragen).samenwerking.evaluaties[-1]
    assert (evaluatie.wat_zien_we_anders, evaluatie.wat_doen_we_anders) == ("Ouders komen binnen.", "We bellen.")
    assert (evaluatie.besluit, evaluatie.naar) == ("doorgaan", "")
    assert evaluatie.antwoorden == {"Welke kinderen missen we?": "Kleuters."}
