"""`controleer` looks at every file of a dossier, and a file in which git left two versions is named as such, with its lines."""

import errno
import os
from pathlib import Path

import pytest
from file_faults import refuse
from needs import needs_pipes
from runner import dossier_text, run, snapshot

CONFLICT = "<<<<<<< HEAD\n{0}\n=======\n{1}\n>>>>>>> tak-van-jan\n"


def write(folder: Path, name: str, text: str) -> None:
    """A file somewhere below a folder."""
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    "name",
    [
        "documenten/startnota.md",
        "documenten/vastgesteld/startnota-v1.md",
        "documenten/vastgesteld/startnota-v1.json",
        "documenten/dossier.html",
        "documenten/agenda.ics",
        "sjablonen/startnota.md.j2",
        "sjablonen/_delen/basis.md.j2",
        "sjablonen/huisstijl.css",
        "partners.csv",
        "samenwerking.schema.json",
        ".gitignore",
    ],
)
def test_two_versions_in_any_file_are_told_with_their_lines(gevuld: Path, name: str) -> None:
    write(gevuld, name, f"eerste\n{CONFLICT.format('a', 'b')}\nlaatste\n")

    outcome = run("controleer")

    assert outcome.code == 1
    assert f"  {name}:2:1: Twee mensen wijzigden hier hetzelfde: regel 2 tot 6; git zette beide versies in het bestand.\n" in (
        outcome.err
    )
    assert (
        "→ Kies wat er moet staan of zet beide samen, en haal de regels met <<<<<<<, ======= en >>>>>>> weg.\n" in outcome.err
    )


@pytest.mark.parametrize("words", [("status",), ("controleer",), ("zet", "idee", "x"), ("render",)], ids=" ".join)
@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_two_versions_in_the_dossier_are_told_instead_of_a_mistake_in_yaml(
    gevuld: Path, words: tuple[str, ...], ends: str
) -> None:
    text = dossier_text(gevuld).replace("toestand: actief\n", CONFLICT.format("toestand: actief", "toestand: slapend"))
    (gevuld / "samenwerking.yaml").write_bytes(text.replace("\n", ends).encode())
    begin = text[: text.index("<<<<<<<")].count("\n") + 1
    before = snapshot(gevuld)

    outcome = run(*words)

    assert (outcome.code, outcome.out) == (3, "")
    assert f"  samenwerking.yaml:{begin}:1: Twee mensen wijzigden hier hetzelfde: regel {begin} tot {begin + 4};" in outcome.err
    assert outcome.err.count("samenwerking.yaml:") == 1, "nothing else is said of it"
    assert snapshot(gevuld) == before


def test_a_marker_that_stayed_alone_is_told_too(gevuld: Path) -> None:
    for line in ("<<<<<<< HEAD", ">>>>>>> tak"):
        (gevuld / "samenwerking.yaml").write_text(f"{dossier_text(gevuld)}{line}\n", encoding="utf-8")
        assert "Twee mensen wijzigden hier hetzelfde: regel " in run("status").err


@pytest.mark.parametrize("text", ["======= \n", "Kop\n=======\n", "<<<<<<<<<<\n", "  <<<<<<< HEAD\n", "> > > > > > > citaat\n"])
def test_a_line_that_only_looks_like_one_is_no_marker(gevuld: Path, text: str) -> None:
    write(gevuld, "documenten/verslag.md", text)

    assert run("controleer").code == 0


def test_two_versions_in_the_notes_are_told_without_a_word_of_them(gevuld: Path) -> None:
    write(gevuld, "vertrouwelijk.yaml", f"logboek:\n{CONFLICT.format('geheim: a', 'geheim: b')}")

    for words in (("controleer",), ("noteer", "nota", "x", "--vertrouwelijk"), ("status", "--intern")):
        outcome = run(*words)
        assert outcome.code == (1 if words == ("controleer",) else 3), words
        assert "vertrouwelijk.yaml:2:1: Twee mensen wijzigden hier hetzelfde: regel 2 tot 6;" in outcome.err
        assert "geheim" not in outcome.out + outcome.err


@pytest.mark.parametrize("words", [("render", "startnota"), ("vaststellen", "startnota"), ("dossier",)], ids=" ".join)
def test_two_versions_in_a_document_never_come_into_the_dossier(gevuld: Path, words: tuple[str, ...]) -> None:
    run("render", "--alles")
    path = gevuld / "documenten" / "startnota.md"
    own = path.read_text(encoding="utf-8").replace("<!-- vrij: inleiding -->\n", f"<!-- vrij: inleiding -->\n{CONFLICT}")
    path.write_text(own, encoding="utf-8")
    before = snapshot(gevuld)

    outcome = run(*words)

    assert outcome.code == 1
    assert outcome.err.startswith("documenten/startnota.md: Twee mensen wijzigden hier hetzelfde: regel ")
    assert snapshot(gevuld) == before
    assert run("status").code == 0


def test_two_versions_in_a_template_never_come_into_a_document(gevuld: Path) -> None:
    write(gevuld, "sjablonen/startnota.md.j2", f"# Startnota\n{CONFLICT}")

    outcome = run("render", "startnota")

    assert outcome.code == 1
    assert outcome.err.startswith("Het sjabloon sjablonen/startnota.md.j2, regel 2: twee mensen wijzigden hier hetzelfde")
    assert "sjablonen/startnota.md.j2:2" in run("sjabloon", "controleer").err


def test_two_versions_in_a_table_are_not_imported(gevuld: Path) -> None:
    write(gevuld, "partners.csv", f"naam\n{CONFLICT.format('Bib', 'Bibliotheek')}")

    outcome = run("partner", "importeer", "partners.csv", "--ja")

    assert outcome.code == 1
    assert outcome.err.startswith("partners.csv: Twee mensen wijzigden hier hetzelfde: regel 2 tot 6;")


def test_in_a_merge_that_went_wrong_all_files_are_told_at_once(gevuld: Path) -> None:
    run("render", "startnota")
    for name in ("samenwerking.yaml", "documenten/startnota.md", "sjablonen/startnota.md.j2"):
        write(gevuld, name, CONFLICT)

    outcome = run("controleer")

    assert outcome.code == 3
    for name in ("samenwerking.yaml", "documenten/startnota.md", "sjablonen/startnota.md.j2"):
        assert f"  {name}:1:1: Twee mensen wijzigden hier hetzelfde: regel 1 tot 5;" in outcome.err


def test_when_git_gives_no_answer_the_rest_is_told_all_the_same(gevuld: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(gevuld, "vertrouwelijk.yaml", "logboek:\n")
    write(gevuld, "documenten/verslag.md", CONFLICT)
    (gevuld / ".git").mkdir()
    monkeypatch.setenv("PATH", "/bestaat/niet")

    outcome = run("controleer")

    assert outcome.code == 1
    assert "samenwerk kan niet nagaan of git vertrouwelijk.yaml overslaat" in outcome.err
    assert "documenten/verslag.md:1:1: Twee mensen" in outcome.err


# What cannot be read


@needs_pipes
@pytest.mark.parametrize("name", ["documenten/startnota.md", "documenten/startnota.docx", "sjablonen/startnota.md.j2"])
def test_a_file_that_cannot_be_read_is_one_finding_among_the_others(gevuld: Path, name: str) -> None:
    write(gevuld, "documenten/startnota.md", "Eigen tekst.\n")
    (gevuld / name).parent.mkdir(exist_ok=True)
    (gevuld / name).unlink(missing_ok=True)
    os.mkfifo(gevuld / name)
    write(gevuld, "vertrouwelijk.yaml", "logboek: [\n")

    outcome = run("controleer", "--json")

    assert outcome.code == 1
    fouten = {bevinding["bestand"] for bevinding in outcome.json["bevindingen"] if bevinding["ernst"] == "fout"}
    assert fouten == {name, "vertrouwelijk.yaml"}


@pytest.mark.parametrize("name", ["documenten/startnota.docx", "documenten/startnota.md", "sjablonen/startnota.md.j2"])
def test_a_folder_in_the_place_of_a_file_is_told(gevuld: Path, name: str) -> None:
    (gevuld / name).mkdir(parents=True)

    outcome = run("controleer")

    assert outcome.code == 1
    assert f"{name}: {Path(name).name} is niet te lezen: het is een map." in outcome.err


@pytest.mark.parametrize("name", ["startnota.md", "startnota.docx"])
def test_of_a_document_that_may_not_be_read_nobody_says_that_someone_edited_it(
    gevuld: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("render", "startnota")
    before = snapshot(gevuld)
    refuse(monkeypatch, "stat", name, PermissionError(errno.EACCES, "no"))

    outcome = run("vaststellen", "startnota")

    assert outcome == (
        3,
        "",
        f"{name} is niet te lezen: u hebt er geen toegang toe.\n"
        "→ Controleer of het is wat het moet zijn, of u het mag openen, en of het niet open is in een ander programma.\n",
    )
    monkeypatch.undo()
    assert snapshot(gevuld) == before


def test_notes_that_name_a_partner_the_dossier_does_not_have_are_told_without_a_word_of_them(gevuld: Path) -> None:
    write(gevuld, "vertrouwelijk.yaml", "partners:\n  geheimenaam:\n    inzet: geheim\n")

    outcome = run("controleer")

    assert outcome.code == 1
    assert outcome.err.startswith("Fouten\n")
    assert "vertrouwelijk.yaml:2:" in outcome.err
    assert "geheim" not in outcome.out + outcome.err


@pytest.mark.parametrize("name", ["documenten/film.mp4", "documenten/begroting.pdf", "documenten/enquete.csv", "enquete.csv"])
def test_what_people_keep_beside_it_and_is_larger_than_samenwerk_reads_is_no_fault(gevuld: Path, name: str) -> None:
    write(gevuld, name, "")
    os.truncate(gevuld / name, 100_000_001)

    assert run("controleer").code == 0
