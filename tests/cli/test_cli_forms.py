"""`samenwerk render --formaat` and `samenwerk dossier`: the same document in the form people ask for."""

import builtins
import io
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from needs import make_link
from runner import clean_env, rewrite, run, snapshot

from samenwerk.rendering.forms.blocks import Block, find_title
from samenwerk.rendering.marks.seal import CommentSeal
from samenwerk.workflows import forms

VORMEN = tuple(forms.VORMEN)
BEWERKT = "met_de_hand_bewerkt"
BEGIN = {"html": b"<!doctype html>", "docx": b"PK", "odt": b"PK", "pdf": b"%PDF-"}
VOLGENDE = "→ Lees na wat er staat voor u het doorstuurt.\n"


@pytest.mark.parametrize("formaat", VORMEN)
def test_a_form_stands_beside_its_markdown_and_is_left_alone_while_it_is_current(gevuld: Path, formaat: str) -> None:
    made = run("render", "startnota", "--formaat", formaat)
    assert made == (
        0,
        f"documenten/startnota.md geschreven.\ndocumenten/startnota.{formaat} geschreven.\n{VOLGENDE}",
        "",
    )
    content = (gevuld / "documenten" / f"startnota.{formaat}").read_bytes()
    assert content.startswith(BEGIN[formaat])
    assert run("render", "startnota", "--formaat", formaat).out.splitlines() == [
        "documenten/startnota.md was al actueel.",
        f"documenten/startnota.{formaat} was al actueel.",
    ]
    assert run("render", "startnota", "--formaat", formaat, "--controle").code == 0


@pytest.mark.parametrize("formaat", VORMEN)
def test_a_form_follows_the_dossier_and_is_never_written_over_when_someone_changed_it(gevuld: Path, formaat: str) -> None:
    run("render", "startnota", "--formaat", formaat)
    path = gevuld / "documenten" / f"startnota.{formaat}"
    run("zet", "waarom", "Omdat het moet.")
    assert run("render", "startnota", "--formaat", formaat, "--controle").out.splitlines()[1].endswith(": verouderd")
    assert run("render", "startnota", "--formaat", formaat).code == 0

    path.write_bytes(path.read_bytes() + b"bewerkt")
    run("zet", "waarom", "Omdat het kan.")
    before = snapshot(gevuld)
    refused = run("render", "startnota", "--formaat", formaat)
    assert (refused.code, snapshot(gevuld)) == (1, before)
    assert refused.err == (
        f"documenten/startnota.{formaat} is met de hand bewerkt; er is niets geschreven.\n"
        "→ Bewaar wat er gewijzigd is onder een andere naam, of schrijf eroverheen met --overschrijf.\n"
    )
    assert run("render", "startnota", "--formaat", formaat, "--overschrijf").code == 0
    assert run("render", "startnota", "--formaat", formaat, "--controle").code == 0


def test_a_proef_tells_which_files_would_come_and_writes_none(gevuld: Path) -> None:
    before = snapshot(gevuld)
    proef = run("render", "startnota", "--formaat", "pdf", "--proef")
    assert "documenten/startnota.pdf: een nieuw bestand." in proef.out
    assert snapshot(gevuld) == before


def test_own_text_of_a_free_place_comes_along_in_every_form(gevuld: Path) -> None:
    rewrite(
        gevuld, "fase: delen\n", "fase: delen\ndocumenten: {startnota: {vrij: {inleiding: 'Met **dank** aan de buren.'}}}\n"
    )
    for formaat in VORMEN:
        assert run("render", "startnota", "--formaat", formaat).code == 0
    folder = gevuld / "documenten"
    assert "<p>Met <strong>dank</strong> aan de buren.</p>" in (folder / "startnota.html").read_text(encoding="utf-8")
    for formaat, member in (("docx", "word/document.xml"), ("odt", "content.xml")):
        with zipfile.ZipFile(io.BytesIO((folder / f"startnota.{formaat}").read_bytes())) as archive:
            assert "aan de buren." in archive.read(member).decode()


@pytest.mark.parametrize("words", [("render", "startnota"), ("dossier",)])
def test_what_is_no_form_is_refused_with_those_that_are(gevuld: Path, words: tuple[str, ...]) -> None:
    refused = run(*words, "--formaat", "exe")
    kies = "Kies uit: Markdown, webpagina, Word-bestand, LibreOffice-bestand, pdf."
    assert refused == (2, "", f"“exe” is geen formaat.\n→ {kies}\n")
    naar = run(*words, "--formaat", "pdf", "--naar", "-")
    assert (naar.code, naar.err.splitlines()[0]) == (2, "Een pdf is geen tekst en kan niet op het scherm.")
    assert not (gevuld / "documenten").exists()


def test_naar_streepje_shows_the_page_alone(gevuld: Path) -> None:
    shown = run("render", "startnota", "--formaat", "html", "--naar", "-")
    assert shown.out.startswith("<!doctype html>\n")
    assert not (gevuld / "documenten").exists()


def test_as_json_a_form_that_is_no_text_has_a_file_and_no_text(gevuld: Path) -> None:
    markdown, form = run("render", "startnota", "--formaat", "pdf", "--json").json["documenten"]
    assert (markdown["formaat"], markdown["tekst"][:11]) == ("md", "# Startnota")
    assert form == {
        "naam": "startnota",
        "formaat": "pdf",
        "bestand": "documenten/startnota.pdf",
        "oordeel": "ontbreekt",
        "tekst": None,
        "mist": [],
    }


def test_a_sign_for_which_a_pdf_has_no_letter_is_named(gevuld: Path) -> None:
    run("zet", "waarom", "Samen 🎉 — школа, 学校 en “école” voor € 10.")

    outcome = run("render", "startnota", "--formaat", "pdf")

    assert outcome.code == 0
    assert outcome.err == ("Let op: daarin staat een leeg kader voor elk teken dat een pdf niet kent: 🎉 学 校\n")
    assert run("render", "startnota", "--formaat", "docx").err == ""
    *_, form = run("render", "startnota", "--formaat", "pdf", "--json").json["documenten"]
    assert form["mist"] == ["🎉", "学", "校"]


PARTS = [("pdf", "een pdf", "typst", "typst"), ("docx", "een Word-bestand", "docx", "python-docx")]


@pytest.mark.parametrize(("formaat", "wat", "package", "part"), PARTS)
def test_without_the_part_it_needs_a_form_is_refused_with_the_line_that_brings_it_here(
    gevuld: Path, monkeypatch: pytest.MonkeyPatch, formaat: str, wat: str, package: str, part: str
) -> None:
    forget(monkeypatch, package)
    monkeypatch.setitem(sys.modules, package, None)
    before = snapshot(gevuld)

    refused = run("render", "startnota", "--formaat", formaat)

    assert (refused.code, refused.out) == (1, "")
    melding, oplossing = refused.err.splitlines()
    assert melding == f"Voor {wat} is een onderdeel nodig dat hier niet geïnstalleerd is: {part}."
    assert oplossing.startswith("→ Installeer het met: ")
    assert oplossing.endswith(f" {part}")
    assert sys.executable in oplossing
    assert snapshot(gevuld) == before


@pytest.mark.parametrize(("formaat", "wat", "package", "part"), PARTS)
def test_a_part_that_is_there_and_cannot_be_loaded_is_told_with_its_own_error(
    gevuld: Path, monkeypatch: pytest.MonkeyPatch, formaat: str, wat: str, package: str, part: str
) -> None:
    real = builtins.__import__

    def fail(name: str, *args: Any, **kwargs: Any) -> Any:
        if name.split(".", maxsplit=1)[0] == package:
            raise ImportError(
                "DLL load failed while importing _x: The specified module could not be found.", name=f"{package}._x"
            )
        return real(name, *args, **kwargs)

    forget(monkeypatch, package)
    monkeypatch.setattr(builtins, "__import__", fail)

    refused = run("render", "startnota", "--formaat", formaat)

    assert (refused.code, refused.out) == (1, "")
    assert refused.err.startswith(
        f"Voor {wat} is {part} nodig. Dat staat hier, maar kan niet geladen worden: "
        "DLL load failed while importing _x: The specified module could not be found.\n→ Installeer het opnieuw met: "
    )


def forget(monkeypatch: pytest.MonkeyPatch, package: str) -> None:
    """Let a package, and what of ours is built on it, be imported again."""
    for name in list(sys.modules):
        if name.split(".")[0] == package or name.startswith(f"samenwerk.rendering.forms.{package}."):
            monkeypatch.delitem(sys.modules, name)


@pytest.mark.parametrize("formaat", ["md", *VORMEN])
def test_a_file_that_someone_edited_is_told_and_nothing_passes_it_over(gevuld: Path, formaat: str) -> None:
    rewrite(gevuld, "fase: delen\n", "fase: verkennen\n")
    rewrite(gevuld, "  - datum: 2026-02-20      # op de stuurgroep\n    naar: delen\n    door: stuurgroep\n", "")
    run("render", "startnota", "--formaat", formaat)
    path = gevuld / "documenten" / f"startnota.{formaat}"
    assert "met de hand bewerkt" not in run("status", "--alles").out + run("controleer").err

    path.write_bytes(path.read_bytes().replace(b"Brede", b"Breed", 1) + b"Erbij.")
    before = snapshot(gevuld)

    bewerkt = "Het bestand is met de hand bewerkt." if formaat == "md" else f"startnota.{formaat} is met de hand bewerkt"
    assert bewerkt in run("status", "--alles").out
    found = [bevinding for bevinding in run("controleer", "--json").json["bevindingen"] if bevinding["code"] == BEWERKT]
    assert [bevinding["bestand"] for bevinding in found] == [f"documenten/startnota.{formaat}"]
    refused = run("vaststellen", "startnota")
    assert (refused.code, refused.err.splitlines()[0]) == (
        1,
        f"documenten/startnota.{formaat} is met de hand bewerkt; er is niets geschreven.",
    )
    elders = "→ Neem over in het dossier wat er gewijzigd is, en zet het bestand daarna ergens anders."
    assert (refused.err.splitlines()[1] == elders) == (formaat != "md")
    assert f"Let op: documenten/startnota.{formaat} is met de hand bewerkt" in run("dossier", "--naar", "-").err
    assert snapshot(gevuld) == before


def test_a_form_that_cannot_be_read_stops_neither_status_nor_controleer(gevuld: Path, tmp_path: Path) -> None:
    run("render", "startnota")
    (tmp_path / "elders.docx").write_bytes(b"PK")
    rewrite(gevuld, "fase: delen\n", "fase: verkennen\n")
    rewrite(gevuld, "  - datum: 2026-02-20      # op de stuurgroep\n    naar: delen\n    door: stuurgroep\n", "")
    make_link(gevuld / "documenten" / "startnota.docx", tmp_path / "elders.docx")

    assert "documenten/startnota.docx is niet te lezen; waarom niet, zegt: samenwerk controleer" in run("status", "--alles").out
    adopted = run("vaststellen", "startnota")
    assert (adopted.code, adopted.err.splitlines()[0]) == (
        3,
        "startnota.docx wijst naar een plaats buiten de map van het dossier.",
    )
    gevonden = run("controleer", "--json").json["bevindingen"]
    assert [bevinding["ernst"] for bevinding in gevonden if bevinding["bestand"] == "documenten/startnota.docx"] == ["fout"]


def test_controleer_tells_of_the_whole_dossier_in_one_file_too(gevuld: Path) -> None:
    run("dossier")
    path = gevuld / "documenten" / "dossier.html"
    path.write_bytes(path.read_bytes().replace(b"Brede", b"Breed", 1))
    assert "documenten/dossier.html" in run("controleer").out + run("controleer").err


# One row more in the table


def write_title(blocks: tuple[Block, ...], *_: object) -> bytes:
    return f"{find_title(blocks)}\n".encode()


TEXT = forms.Vorm("txt", "platte tekst", True, CommentSeal(b"[samenwerk: %s]\n"), write_title, "schrijver")


def test_a_form_that_is_added_to_the_table_takes_every_option(gevuld: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(forms.VORMEN, "txt", TEXT)
    path = gevuld / "documenten" / "startnota.txt"

    assert "\n+Startnota – Brede School De Brug\n" in run("render", "startnota", "--formaat", "txt", "--proef").out
    assert run("render", "startnota", "--formaat", "txt", "--naar", "-").out.startswith("Startnota – Brede School De Brug\n")
    assert run("render", "startnota", "--formaat", "txt", "--json").json["documenten"][1]["tekst"].startswith("Startnota –")
    assert run("render", "startnota", "--formaat", "txt").out.endswith("documenten/startnota.txt was al actueel.\n")
    assert run("render", "startnota", "--formaat", "txt", "--controle").code == 0
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert run("render", "startnota", "--formaat", "txt", "--controle").code == 0
    path.write_bytes(b"Vooraf. " + path.read_bytes())
    assert run("render", "startnota", "--formaat", "txt").code == 1
    assert run("render", "startnota", "--formaat", "txt", "--overschrijf").code == 0
    assert run("dossier", "--formaat", "txt").code == 0
    assert run("render", "--formaat", "txtt").err == "“txtt” is geen formaat.\n→ Bedoelde u “txt”?\n"


def test_a_form_that_is_added_to_the_table_is_named_by_help_and_completion_and_asks_for_its_part(gevuld: Path) -> None:
    script = (
        "import samenwerk.workflows.forms as forms\n"
        "def write(*_): raise ModuleNotFoundError(name='schrijver')\n"
        "forms.VORMEN['txt'] = forms.Vorm('txt', 'platte tekst', True, forms.CommentSeal(b'%s'), write, 'schrijver')\n"
        "from pathlib import Path\n"
        "from samenwerk.cli.understanding.words import FORMAAT\n"
        "from samenwerk.cli.main import main\n"
        "print(FORMAAT.complete(Path(), 't'))\nmain(['render', '--help'])\nmain(['render', '--formaat', 'txt'])"
    )
    env = clean_env({"COLUMNS": "200", "PYTHONIOENCODING": "utf-8"})
    done = subprocess.run([sys.executable, "-c", script], cwd=gevuld, env=env, capture_output=True, check=False)
    assert done.stdout.decode().splitlines()[0] == "[('txt', 'platte tekst')]"
    assert "odt (LibreOffice-bestand), pdf of txt (platte tekst)." in " ".join(done.stdout.decode().split())
    missing = "Voor een platte tekst is een onderdeel nodig dat hier niet geïnstalleerd is: schrijver."
    assert done.stderr.decode().splitlines()[0] == missing


# The whole dossier


def test_the_whole_dossier_is_one_page(gevuld: Path) -> None:
    assert run("dossier") == (0, f"documenten/dossier.html geschreven.\n{VOLGENDE}", "")
    page = (gevuld / "documenten" / "dossier.html").read_text(encoding="utf-8")
    assert "<title>Dossier – Brede School De Brug</title>" in page
    assert '<svg class="rail"' in page
    for deel in (
        "De weg van de groep",
        "De partners",
        "De documenten en wie ermee instemt",
        "De acties",
        "Hoe de groep samen leert",
    ):
        assert f">{deel}</h2>" in page
    assert run("dossier").out == "documenten/dossier.html was al actueel.\n"


@pytest.mark.parametrize("formaat", ["md", *VORMEN])
def test_the_whole_dossier_comes_in_every_form_and_is_not_written_over_by_hand(gevuld: Path, formaat: str) -> None:
    assert run("dossier", "--formaat", formaat).code == 0
    path = gevuld / "documenten" / f"dossier.{formaat}"
    path.write_bytes(path.read_bytes().replace(b"Brede", b"Breed", 1) + b" ")
    refused = run("dossier", "--formaat", formaat)
    assert (refused.code, refused.err.split(" is ")[0]) == (1, f"documenten/dossier.{formaat}")
    assert run("dossier", "--formaat", formaat, "--overschrijf").code == 0


def test_the_chapters_are_the_documents_of_the_fasen_in_which_the_group_was(gevuld: Path) -> None:
    tekst = run("dossier", "--formaat", "md", "--naar", "-").out
    chapters = [
        line
        for line in tekst.splitlines()
        if line in ("## Stakeholderanalyse", "## Startnota", "## Actieplan", "## Overdracht")
    ]
    assert chapters == ["## Stakeholderanalyse", "## Startnota"]


def test_it_shows_who_agreed_to_which_document_and_who_did_not_yet(gevuld: Path) -> None:
    run("vaststellen", "startnota")
    run("instemmen", "startnota", "--partner", "stad", "--voorbehoud", "Als de raad het goedkeurt")
    tekst = run("dossier", "--formaat", "md", "--naar", "-").out
    row = next(line for line in tekst.splitlines() if line.startswith("| Startnota"))
    assert row == "| Startnota | vastgesteld op 15 maart 2026 (versie 1) | Stad (ingestemd, met voorbehoud) | School |"


def test_it_says_which_document_holds_changes_by_hand_that_it_does_not_show(gevuld: Path) -> None:
    run("render", "startnota")
    path = gevuld / "documenten" / "startnota.md"
    path.write_text(path.read_text(encoding="utf-8").replace("## Het idee", "## Ons plan"), encoding="utf-8")
    made = run("dossier")
    assert made.code == 0
    assert made.err == (
        "Let op: documenten/startnota.md is met de hand bewerkt; wat daar gewijzigd is, staat niet in dit bestand.\n"
    )


def test_what_people_wrote_in_a_document_is_taken_over_before_the_page_is_made(gevuld: Path) -> None:
    run("render", "startnota")
    path = gevuld / "documenten" / "startnota.md"
    path.write_text(
        path.read_text(encoding="utf-8").replace("inleiding -->\n", "inleiding -->\nWelkom.\n", 1), encoding="utf-8"
    )
    made = run("dossier")
    assert "De eigen tekst “inleiding” van startnota staat nu ook in het dossier." in made.out
    assert "<p>Welkom.</p>" in (gevuld / "documenten" / "dossier.html").read_text(encoding="utf-8")
