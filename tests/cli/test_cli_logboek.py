"""`samenwerk logboek`: what was noted is found back, as lines, as a table and as JSON."""

import re
from pathlib import Path

import pytest
from runner import Terminal, run


@pytest.fixture
def genoteerd(gevuld: Path) -> Path:
    run("noteer", "leerwinst", "Eén woord, [twee] dingen.", "--partner", "stad,school", "--datum", "2026-02-21")
    run("noteer", "nota", "Borden besteld.", "--datum", "2026-01-12")
    return gevuld


def test_it_shows_every_line_from_old_to_new(genoteerd: Path) -> None:
    assert run("logboek") == (
        0,
        "2: 12 januari 2026, nota\n"
        "  Borden besteld.\n"
        "1: 21 februari 2026, leerwinst, betekenisgeving, principe 2\n"
        "  Eén woord, [twee] dingen.\n"
        "  (Stad en School)\n",
        "",
    )


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (("--soort", "nota"), ["nota"]),
        (("--soort", "nota,leerwinst"), ["nota", "leerwinst"]),
        (("--soort", "gesprek"), ["gesprek"]),
        (("--proces", "betekenisgeving"), ["leerwinst"]),
        (("--principe", "2"), ["leerwinst"]),
        (("--fase", "opstart"), ["nota"]),
        (("--fase", "2"), ["leerwinst"]),
        (("--partner", "school"), ["leerwinst"]),
        (("--van", "2026-02-01"), ["leerwinst"]),
        (("--tot", "2026-02-01"), ["nota"]),
        (("--alles",), ["stap", "nota", "gesprek", "stap", "stap", "leerwinst"]),
        (("--alles", "--partner", "school,ouders"), ["gesprek", "leerwinst"]),
    ],
)
def test_a_selection_shows_only_what_fits(genoteerd: Path, words: tuple[str, ...], shown: list[str]) -> None:
    assert [moment["soort"] for moment in run("logboek", *words, "--json").json["momenten"]] == shown


def test_as_json_every_line_says_where_it_stands_and_in_which_fase_it_was(genoteerd: Path) -> None:
    assert run("logboek", "--soort", "leerwinst", "--json").json["momenten"] == [
        {
            "lijst": "logboek",
            "nummer": 1,
            "datum": "2026-02-21",
            "soort": "leerwinst",
            "fase": "delen",
            "proces": "betekenisgeving",
            "principe": 2,
            "partners": ["stad", "school"],
            "tekst": "Eén woord, [twee] dingen.",
            "vertrouwelijk": False,
        }
    ]


@pytest.mark.parametrize(
    ("words", "err"),
    [
        (("--soort", "notta"), "“notta” is geen soort.\n→ Bedoelde u “nota”?\n"),
        (("--proces", "x"), "“x” is geen proces.\n"),
        (("--principe", "nul"), "“nul” is geen principe.\n"),
        (("--fase", "deln"), "“deln” is geen fase.\n→ Bedoelde u “delen”?\n"),
        (("--partner", "stat"), "“stat” staat niet bij de partners of stakeholders.\n→ Bedoelde u “stad”?\n"),
        (("--van", "ooit"), "“ooit” is geen datum.\n"),
    ],
)
def test_a_selection_that_can_find_nothing_says_why(genoteerd: Path, words: tuple[str, ...], err: str) -> None:
    outcome = run("logboek", *words)

    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith(err)


def test_what_was_noted_before_a_step_belongs_to_the_fase_of_then_also_on_the_day_of_the_step(gevuld: Path) -> None:
    run("noteer", "succes", "Voor de stap.")
    run("gesprek", "Voor de stap.", "--met", "stad")
    run("evalueer", "--zien", "Voor de stap.", "--besluit", "doorgaan")
    run("fase", "volgende")
    run("noteer", "succes", "Na de stap.")

    voor = run("logboek", "--fase", "delen", "--alles", "--json").json["momenten"]
    assert [moment["soort"] for moment in voor if moment["datum"] == "2026-03-15"] == ["succes", "gesprek", "evaluatie"]
    assert [moment["tekst"] for moment in run("logboek", "--fase", "3", "--json").json["momenten"]] == ["Na de stap."]
    dynamiek = run("dynamiek", "--json").json
    processen = dynamiek["processen"]
    assert (processen["fase"], processen["interactie"]) == ("overeenkomen", 1), "only what came after the step"
    assert {fase["fase"]: fase["interactie"] for fase in processen["per_fase"]}["delen"] == 2
    assert [principe["fase"] for principe in dynamiek["principes"][:2]] == ["overeenkomen", "delen"]


def test_a_line_of_an_earlier_day_belongs_to_the_fase_of_that_day_unless_it_is_said(gevuld: Path) -> None:
    run("noteer", "nota", "Toen.", "--datum", "2026-01-20")
    run("noteer", "nota", "Die ochtend.", "--datum", "2026-02-20", "--fase", "Verkennen")
    run("noteer", "nota", "Die avond.", "--datum", "2026-02-20")
    run("noteer", "nota", "Voor er iets was.", "--datum", "2026-01-01")

    momenten = run("logboek", "--json").json["momenten"]
    assert [(moment["tekst"], moment["fase"]) for moment in momenten] == [
        ("Voor er iets was.", None),
        ("Toen.", "opstart"),
        ("Die ochtend.", "verkennen"),
        ("Die avond.", "delen"),
    ]


@pytest.mark.parametrize(
    "words", [("noteer", "nota", "x"), ("gesprek", "x", "--met", "stad"), ("evalueer", "--zien", "x", "--besluit", "doorgaan")]
)
def test_nothing_belongs_to_a_fase_where_the_group_never_was(gevuld: Path, words: tuple[str, ...]) -> None:
    assert run(*words, "--fase", "uitvoeren") == (
        1,
        "",
        "De groep was nog niet in de fase Uitvoeren en vernieuwen; daar hoort nog niets bij.\n"
        "→ In welke fasen ze wel was, toont: samenwerk fase lijst\n",
    )


def test_nothing_found_is_said_and_an_empty_logbook_too(gevuld: Path) -> None:
    assert run("logboek").out == 'Het logboek is nog leeg.\n→ Noteer wat u ziet: samenwerk noteer succes "…"\n'
    assert run("logboek", "--soort", "succes").out.startswith("Hier is niets bij gevonden.\n")


def test_it_is_a_table_where_no_word_has_to_be_broken_for_it_and_else_lines(genoteerd: Path) -> None:
    wide = re.sub(r"\x1b\[[0-9;]*m", "", Terminal("logboek", cwd=genoteerd, columns=100).finish().out)
    narrow = Terminal("logboek", cwd=genoteerd, columns=40).finish().out

    assert "│ 1   │ 2026-02-21 │ leerwinst │ Eén woord, [twee] dingen." in wide
    assert "│" not in narrow
    assert "leerwinst" in narrow

    run("noteer", "nota", "Een interlokale kinderopvangcoördinatievereniging.", "--datum", "2026-02-21")
    assert "interlokale kinderopvangcoördinatievereniging." in Terminal("logboek", cwd=genoteerd, columns=80).finish().out
    assert "│ stakeholderanalyse │" in Terminal("fase", "lijst", cwd=genoteerd, columns=80).finish().out


def test_a_line_without_a_day_comes_last_and_one_without_text_is_no_stumbling_block(genoteerd: Path) -> None:
    text = (genoteerd / "samenwerking.yaml").read_text(encoding="utf-8")
    text = text.replace("logboek:\n", "logboek:\n  - soort: nota\n    tekst: Ooit.\n  - {}\n")
    (genoteerd / "samenwerking.yaml").write_text(text, encoding="utf-8")

    assert run("logboek").out.endswith("1: zonder datum, nota\n  Ooit.\n2: zonder datum\n")
