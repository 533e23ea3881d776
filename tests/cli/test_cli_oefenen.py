"""`samenwerk oefenen`: a dossier that is invented, says so everywhere, and begins again when that is wanted."""

import re
from pathlib import Path

import pytest
from runner import dossier_text, run, snapshot

EXAMPLE = Path(__file__).parents[2] / "examples" / "brede-school-de-brug" / "samenwerking.yaml"


def test_the_invented_example_comes_in_a_folder_of_its_own_that_is_said(werkmap: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outcome = run("oefenen")

    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == (
        "De oefening staat klaar in de map samenwerk-oefenen. Alles erin is verzonnen.\n"
        "→ Ga ernaartoe met: cd samenwerk-oefenen\n"
        "→ Kijk daarna rond met: samenwerk\n"
        "Klaar met oefenen? Verwijder die map.\n"
    )
    assert [path.name for path in werkmap.iterdir()] == ["samenwerk-oefenen"]
    monkeypatch.chdir("samenwerk-oefenen")
    assert run().out.startswith("OEFENING Brede School De Brug\n")
    assert run("render", "startnota", "--naar", "-").out.startswith("# Startnota – OEFENING Brede School De Brug\n")
    assert run("controleer").out == "Er staan geen fouten in het dossier.\n"
    ids = {re.search("^id: .*$", text, re.MULTILINE) for text in (dossier_text(Path()), EXAMPLE.read_text(encoding="utf-8"))}
    assert len({found[0] for found in ids if found}) == 2, "a calendar must not take one for the other"


def test_from_a_dossier_it_comes_among_the_documents_and_not_in_that_dossier(
    leeg: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "thuis"))
    (tmp_path / "thuis" / "Documenten").mkdir(parents=True)
    before = snapshot(leeg)

    assert run("oefenen").code == 0
    assert snapshot(leeg) == before
    assert dossier_text(tmp_path / "thuis" / "Documenten" / "samenwerk-oefenen")


def test_it_begins_again_only_when_that_is_said_and_only_where_an_exercise_is(leeg: Path) -> None:
    run("oefenen", "les")
    first = dossier_text(leeg / "les")
    run("-C", "les", "zet", "waarom", "Om iets anders.")

    refused = run("oefenen", "les")
    assert (refused.code, refused.err) == (
        1,
        "In deze map staat al een oefening: les\n→ Begin die opnieuw met: samenwerk oefenen les --opnieuw\n",
    )
    assert run("oefenen", "les", "--opnieuw").code == 0
    assert dossier_text(leeg / "les") == first
    before = snapshot(leeg)
    for words in (("oefenen", "."), ("oefenen", ".", "--opnieuw")):
        assert run(*words).code == 1
        assert snapshot(leeg) == before, "a real dossier is no exercise"


def test_nothing_of_anyone_lies_in_the_folder_that_is_deleted_afterwards(werkmap: Path) -> None:
    (werkmap / "vol").mkdir()
    (werkmap / "vol" / "verslag.docx").write_text("van iemand", encoding="utf-8")
    (werkmap / "leeg").mkdir()
    before = snapshot(werkmap)

    for words in (("oefenen", "vol"), ("oefenen", ".", "--opnieuw"), ("-C", "vol", "oefenen", ".", "--proef")):
        outcome = run(*words)
        assert outcome.code == 1
        assert "staat al iets anders; een oefening krijgt een map van zichzelf.\n→ Kies een map die nog niet" in outcome.err
        assert snapshot(werkmap) == before
    assert run("oefenen", "leeg").code == 0
    (werkmap / "leeg" / "samenwerking.yaml").unlink()
    assert run("oefenen", "leeg").code == 0, "what was stopped halfway begins again"


def test_at_home_it_comes_among_the_documents(werkmap: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (werkmap / "Documenten").mkdir()
    monkeypatch.setenv("HOME", str(werkmap))
    monkeypatch.setenv("USERPROFILE", str(werkmap))

    assert run("oefenen").code == 0
    assert (werkmap / "Documenten" / "samenwerk-oefenen" / "samenwerking.yaml").exists()
