"""`samenwerk` alone, and `status` above dossiers: where the person is, and what to do first."""

import re
from pathlib import Path

import pytest
from runner import Terminal, converse, dossier_text, rewrite, run, snapshot


@pytest.fixture
def twee(gevuld: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which two dossiers lie, and a third one that cannot be read."""
    above = gevuld.parent
    for folder, text in (("werk/rust", dossier_text(gevuld).replace("actief", "slapend")), ("werk/stuk", "naam: [\n")):
        (above / folder).mkdir(parents=True)
        (above / folder / "samenwerking.yaml").write_text(text, encoding="utf-8")
    (above / ".verborgen").mkdir()
    (above / ".verborgen" / "samenwerking.yaml").write_text("naam: geheim\n", encoding="utf-8")
    rewrite(above / "werk" / "rust", 'naam: "Brede School De Brug"', "naam: Zorgnetwerk")
    monkeypatch.setenv("XDG_STATE_HOME", str(above.with_name(f"{above.name}-state")))
    monkeypatch.chdir(above)
    return above


def test_in_a_dossier_it_shows_where_the_group_stands_and_three_things_to_do(leeg: Path) -> None:
    assert run() == (
        0,
        """\
Mijn netwerk
Fase 0 Opstart, ronde 1, sinds 10 januari 2026.
Wie neemt initiatief, met welk idee, en wie heeft er belang bij?
1 Invullen wat nodig is om verder te gaan: nog 3
  → samenwerk vragen
2 Stakeholderanalyse maken en bekijken
  → samenwerk open stakeholderanalyse
3 Noteren wat er gebeurde: een succes, een spanning, een besluit
  → samenwerk noteer
→ Wat er nog kan: samenwerk help
""",
        "",
    )
    assert len(run().out.splitlines()) <= 10


def test_what_is_first_follows_the_dossier(gevuld: Path) -> None:
    def first() -> list[str]:
        return re.findall(r"^  → (.*)$", run().out, re.MULTILINE)

    assert first() == ["samenwerk open intentieverklaring", "samenwerk fase volgende", "samenwerk noteer"]
    run("render")
    assert first() == ["samenwerk fase volgende", "samenwerk noteer", "samenwerk dynamiek"]
    rewrite(gevuld, "    inzet: drie lokalen\n", "")
    assert first()[0] == "samenwerk vragen"
    run("terug", "verkennen")
    rewrite(gevuld, "met: [stad, school]", "met: [stad]")
    assert 'samenwerk gesprek "…" --met school' in first()
    run("afsluiten", "--als", "slapend")
    assert first() == ["samenwerk heropen", "samenwerk logboek", "samenwerk status --alles"]


def test_from_another_folder_every_line_says_so(leeg: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert "\n  → samenwerk -C mijn-netwerk vragen\n" in run("-C", "mijn-netwerk").out


def test_above_dossiers_it_lists_them_and_so_does_status(twee: Path) -> None:
    listed = """\
Dossiers onder deze map: 3
1 Brede School De Brug: fase 2 Delen; eerst: Intentieverklaring maken en …
  → samenwerk -C mijn-netwerk
2 stuk: In samenwerking.yaml staat 1 fout. Herstel die eerst: tot dan doet …
  → samenwerk -C werk/stuk
3 Zorgnetwerk: De samenwerking rust
  → samenwerk -C werk/rust
"""
    before = snapshot(twee)

    assert run() == run("status") == (0, listed, "")
    dossiers = run("status", "--json").json["dossiers"]
    assert [(each["map"], each["naam"], bool(each["fout"])) for each in dossiers] == [
        ("mijn-netwerk", "Brede School De Brug", False),
        ("werk/stuk", "stuk", True),
        ("werk/rust", "Zorgnetwerk", False),
    ]
    one = run("opvolging")
    assert (one.code, one.err.splitlines()[1]) == (3, "→ Onder deze map staan er wel. Bekijk welke: samenwerk status")
    assert snapshot(twee) == before


def test_where_there_is_no_dossier_it_offers_to_begin_and_to_go_where_there_are(
    werkmap: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents = werkmap.parent / "Documenten"
    documents.mkdir()
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(werkmap.parent))
    begin = (
        "Hier is nog geen dossier.\n1 Een nieuw dossier beginnen\n  → samenwerk init\n"
        "2 Oefenen in een verzonnen dossier\n  → samenwerk oefenen\n"
    )
    end = "→ Wat er nog kan: samenwerk help\n"

    assert run() == (0, begin + end, "")
    run("init", str(documents / "brug"), "--ja")
    there = f"3 Naar de dossiers bij uw documenten: 1\n  → samenwerk -C {documents}\n"
    assert run() == (0, begin + there + end, "")
    assert run("status").code == 3


def test_a_dossier_that_cannot_be_read_and_one_with_nearly_the_right_name_are_told(werkmap: Path) -> None:
    (werkmap / "samenwerking.yml").write_text("naam: Bijna\n", encoding="utf-8")
    assert run().err.startswith("Hier staat samenwerking.yml, maar een dossier heet samenwerking.yaml")
    (werkmap / "samenwerking.yaml").write_text("naam: [\n", encoding="utf-8")
    assert (run().code, run().out) == (3, "")


# On a terminal


def test_what_is_chosen_is_said_as_the_command_it_is_and_done(leeg: Path) -> None:
    terminal = Terminal(cwd=leeg)
    terminal.answer("Wat wilt u doen?", "3")
    terminal.answer("Wat is het?", "succes")
    terminal.answer("Wat gebeurde er", "De zaal zat vol.")

    outcome = terminal.finish()
    assert outcome.code == 0
    assert "De zaal zat vol." in dossier_text(leeg)


def test_below_a_list_of_dossiers_another_can_be_begun(twee: Path) -> None:
    gesprek = converse(answers=[("4 Een nieuw dossier beginnen", "4"), ("Hoe heet de samenwerking?", "q")])

    assert "→ Dit doet: samenwerk init" in gesprek.shown


def test_from_a_list_of_dossiers_one_goes_into_one_and_does_something_there(twee: Path) -> None:
    terminal = Terminal(cwd=twee)
    shown = terminal.answer("Welk dossier?", "brug")
    assert "Dossiers" not in shown
    assert "→ Dit doet: samenwerk -C mijn-netwerk\n" in terminal.answer("Wat wilt u doen?", "1")

    outcome = terminal.finish()
    assert "→ Dit doet: samenwerk -C mijn-netwerk opvolging\n" in outcome.out
    assert (outcome.code, outcome.out.count("Brede School De Brug")) == (0, 1)


@pytest.mark.parametrize("answer", ["", "q"])
def test_enter_and_the_sign_to_stop_do_nothing(leeg: Path, answer: str) -> None:
    terminal = Terminal(cwd=leeg)
    terminal.answer("Wat wilt u doen?", answer)

    outcome = terminal.finish()
    assert (outcome.code, "Dit doet" in outcome.out, "Onderbroken" in outcome.out) == (0, False, False)
