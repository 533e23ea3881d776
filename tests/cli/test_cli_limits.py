"""No command writes what samenwerk would not read again: it is refused, with the reason, and nothing changes."""

from pathlib import Path

import pytest
from needs import make_link
from runner import dossier_text, run, snapshot


def test_a_dossier_never_grows_past_what_can_be_read(gevuld: Path) -> None:
    text = dossier_text(gevuld)
    comment = "x" * (1_999_950 - len(text.encode()) - len("# \n"))
    (gevuld / "samenwerking.yaml").write_bytes(f"{text}# {comment}\n".encode())
    before = snapshot(gevuld)

    outcome = run("noteer", "succes", "Een gewone regel in het logboek van vandaag, en nog een paar woorden.")

    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.startswith("samenwerking.yaml zou groter worden dan 2 MB, en dat leest samenwerk niet; er is niets ")
    assert snapshot(gevuld) == before
    assert run("status").code == 0


def test_a_proef_refuses_what_could_not_be_written_either(gevuld: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = snapshot(gevuld)
    monkeypatch.setattr("samenwerk.storage.writing.limits.limit_of", lambda path: 10)

    for words in (
        ("zet", "waarom", "Daarom."),
        ("render", "startnota"),
        ("render", "startnota", "--formaat", "html"),
        ("vaststellen", "startnota"),
        ("agenda",),
        ("schema", "--schrijf"),
        ("sjabloon", "kopieer", "startnota"),
        ("dossier",),
        ("init", "nieuw", "--naam", "Nieuw"),
    ):
        outcome = run(*words, "--proef")
        assert (outcome.code, outcome.out) == (1, ""), words
        assert " zou groter worden dan 0 MB, en dat leest samenwerk niet; er is niets geschreven.\n" in outcome.err
    assert snapshot(gevuld) == before


def test_a_template_cannot_bring_a_sign_into_a_document_that_steers_a_terminal(gevuld: Path) -> None:
    (gevuld / "sjablonen").mkdir()
    (gevuld / "sjablonen" / "startnota.md.j2").write_text("# Hallo \x1b[31mrood\n", encoding="utf-8")
    before = snapshot(gevuld)

    for words in (("render", "startnota"), ("vaststellen", "startnota")):
        outcome = run(*words)
        assert outcome.code == 1, words
        assert "Escape" in outcome.err
        assert "\x1b" not in outcome.err
    assert snapshot(gevuld) == before


@pytest.mark.parametrize("map_", ["/etc", "../..", "..", "C:\\huis", "huis\\stijl", "C:huis", "~/huis", "huisstijl/../.."])
def test_a_folder_of_templates_outside_that_of_the_dossier_is_refused_by_zet(gevuld: Path, map_: str) -> None:
    (gevuld / "huisstijl").mkdir()
    before = snapshot(gevuld)

    outcome = run("zet", "sjablonen", map_)

    assert (outcome.code, outcome.out) == (1, "")
    assert f"“{map_}” is geen map binnen die van het dossier." in outcome.err
    assert snapshot(gevuld) == before


def test_a_folder_of_templates_that_is_not_there_or_leads_away_is_refused_by_zet(gevuld: Path, tmp_path: Path) -> None:
    make_link(gevuld / "elders", tmp_path)
    (gevuld / "bestand").write_text("", encoding="utf-8")

    assert "“elders” is geen map binnen die van het dossier." in run("zet", "sjablonen", "elders").err
    assert "De map “nergens” bestaat niet in de map van het dossier." in run("zet", "sjablonen", "nergens").err
    assert "De map “bestand” bestaat niet in de map van het dossier." in run("zet", "sjablonen", "bestand").err
    (gevuld / "huis" / "stijl").mkdir(parents=True)
    assert run("zet", "sjablonen", "huis/stijl").code == 0


@pytest.mark.parametrize(
    "words", [("status",), ("controleer",), ("render", "startnota"), ("noteer", "nota", "x")], ids=" ".join
)
def test_written_by_hand_it_is_an_error_of_the_dossier_with_its_line_that_zet_mends(
    gevuld: Path, words: tuple[str, ...]
) -> None:
    text = dossier_text(gevuld).replace("\ntoestand: actief", '\ntoestand: actief\nsjablonen: "../huis"')
    (gevuld / "samenwerking.yaml").write_text(text, encoding="utf-8")
    line = text[: text.index("sjablonen:")].count("\n") + 1

    outcome = run(*words)

    assert outcome.code == 3
    assert f"samenwerking.yaml:{line}:12: “../huis” is geen map binnen die van het dossier.\n" in outcome.err
    assert run("zet", "sjablonen", "").code == 0
    assert run("status").code == 0
