"""One setting for the words that differ between Flanders and the Netherlands."""

import re
from pathlib import Path

from runner import run


def test_in_the_netherlands_the_documents_have_their_own_titles_and_the_files_their_old_names(gevuld: Path) -> None:
    assert run("zet", "taal", "nederlands").code == 0
    assert run("render", "startnotitie", "convenant", "uitvoeringsplan", "projectplan").out.splitlines()[:-1] == [
        "documenten/startnota.md geschreven.",
        "documenten/afsprakennota.md geschreven.",
        "documenten/actieplan.md geschreven.",
        "documenten/projectfiche-huiswerkklas.md geschreven.",
    ]
    startnotitie = (gevuld / "documenten" / "startnota.md").read_text(encoding="utf-8")
    assert startnotitie.startswith("# Startnotitie – Brede School De Brug")
    assert "Nu volgt de fase" in startnotitie
    assert "startnota" not in startnotitie.lower().replace("startnotitie", "")
    fiche = (gevuld / "documenten" / "projectfiche-huiswerkklas.md").read_text(encoding="utf-8")
    assert fiche.startswith("# Projectplan: ")
    assert "- **Trekker:** " in fiche


def test_what_people_wrote_stays_as_they_wrote_it(gevuld: Path) -> None:
    run("zet", "waarom", "De startnota van de trekker.")
    run("zet", "taal", "nederlands")
    assert "De startnota van de trekker." in run("render", "startnota", "--naar", "-").out


def test_another_taal_makes_a_document_stale_and_no_agreement_lapse(gevuld: Path) -> None:
    run("vaststellen", "startnota")
    changed = run("zet", "taal", "nederlands")
    assert "weer een concept" not in changed.out
    assert run("render", "startnota", "--controle").out == "documenten/startnota.md: verouderd\n"
    assert "vastgesteld op 15 maart 2026 (versie 1)" in run("render", "startnota", "--naar", "-").out


def test_the_screen_speaks_of_the_document_in_the_same_words(gevuld: Path) -> None:
    run("zet", "taal", "nederlands")
    assert run("vaststellen", "convenant").out.startswith("Het convenant is vastgesteld")


def test_another_taal_is_refused_with_those_there_are(gevuld: Path) -> None:
    refused = run("zet", "taal", "fries")
    assert refused.code == 2
    assert "vlaams" in refused.err


def test_no_screen_says_the_flemish_name_of_a_document_beside_that_of_the_netherlands(gevuld: Path) -> None:
    run("zet", "taal", "nederlands")
    vlaams = re.compile(r"\b(startnota|afsprakennota|actieplan|projectfiche|penvoerder)\b", re.IGNORECASE)
    said = []
    for words in (
        ("fase", "toon"),
        ("fase", "lijst"),
        ("vaststellen", "startnotitie"),
        ("instemmen", "startnotitie", "--partner", "stad"),
        ("fase", "volgende"),
        ("vaststellen", "convenant"),
        ("zet", "waarom", "Samen bereiken we elk kind."),
        ("verschil", "startnotitie"),
        ("status",),
        ("status", "--alles"),
        ("controleer",),
        ("opvolging",),
        ("logboek", "--alles"),
        ("terug", "naar", "verkennen", "--reden", "Anders"),
    ):
        outcome = run(*words)
        # What is typed, and the name of a file, is one in both countries.
        prose = re.sub(r"samenwerk( [\w-]+)+|\S+/\S+", "…", outcome.out + outcome.err)
        said += [(" ".join(words), line) for line in prose.splitlines() if vlaams.search(line)]
    assert said == []
