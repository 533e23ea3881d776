"""The examples are whole dossiers with their documents, as `samenwerk` writes them, and each page can be sent."""

import subprocess
import sys
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from samenwerk.cli.main import main
from samenwerk.storage.dossier import read_dossier
from samenwerk.workflows.bundle import bundle_dossier
from samenwerk.workflows.document_files import DocumentFile, judge_cheaply, stand_of
from samenwerk.workflows.documents import render_files, select_uitgaven
from samenwerk.workflows.schema import SCHEMA_NAME, check_schema, format_schema, has_modeline

EXAMPLES = Path(__file__).parents[2] / "examples"
FOLDERS = sorted(folder for folder in EXAMPLES.iterdir() if folder.is_dir())
BESTANDEN = {
    folder.name: render_files(dossier, select_uitgaven(dossier, [], alle=True))
    for folder in FOLDERS
    for dossier in [read_dossier(folder)]
}
IN_EEN_BESTAND = {"brede-school-de-brug": ["documenten/dossier.html"], "open-webconcept": []}
TABLE = ("table", "thead", "tbody", "tr", "th", "td")
EVERY_EXAMPLE = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
EVERY_DOCUMENT = pytest.mark.parametrize(
    ("voorbeeld", "bestand"),
    [
        pytest.param(voorbeeld, bestand, id=f"{voorbeeld}-{bestand.naam}")
        for voorbeeld, bestanden in BESTANDEN.items()
        for bestand in bestanden
    ],
)


def test_there_is_an_invented_example_and_one_from_public_sources() -> None:
    assert [folder.name for folder in FOLDERS] == ["brede-school-de-brug", "open-webconcept"]


@EVERY_EXAMPLE
def test_the_dossier_of_an_example_has_nothing_wrong_and_nothing_to_advise(folder: Path) -> None:
    assert read_dossier(folder).bevindingen == []


@EVERY_EXAMPLE
def test_controleer_finds_no_errors_in_an_example(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["-C", str(folder), "controleer"]) == 0
    assert "fout" not in capsys.readouterr().err


@EVERY_EXAMPLE
def test_an_example_holds_its_dossier_and_every_document_of_it_and_no_other_file(folder: Path) -> None:
    aanwezig = {path.relative_to(folder).as_posix() for path in folder.rglob("[!.]*") if path.is_file()}
    voor_editors = {SCHEMA_NAME} if has_modeline(read_dossier(folder)) else set()
    assert aanwezig == {
        "samenwerking.yaml",
        *voor_editors,
        *IN_EEN_BESTAND[folder.name],
        *(bestand.path for bestand in BESTANDEN[folder.name]),
    }


@EVERY_EXAMPLE
def test_the_schema_beside_an_example_is_of_this_version(folder: Path) -> None:
    assert check_schema(read_dossier(folder)) == [], f"Renew with: samenwerk -C examples/{folder.name} schema --schrijf"


def test_check_jsonschema_has_nothing_against_the_examples(tmp_path: Path) -> None:
    (tmp_path / SCHEMA_NAME).write_text(format_schema(), encoding="utf-8")
    program = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(tmp_path / SCHEMA_NAME)]
    dossiers = [str(folder / "samenwerking.yaml") for folder in FOLDERS]
    wrong = tmp_path / "samenwerking.yaml"
    wrong.write_text("formaat: 1\nnaam: De Brug\nfase: opstrat\ntoestand: actief\n", encoding="utf-8")

    assert subprocess.run([*program, *dossiers], capture_output=True, check=False).returncode == 0
    refused = subprocess.run([*program, str(wrong)], capture_output=True, encoding="utf-8", check=False)
    assert (refused.returncode, "$.fase" in refused.stdout) == (1, True)


@EVERY_DOCUMENT
def test_a_document_of_an_example_is_what_samenwerk_writes_now(voorbeeld: str, bestand: DocumentFile) -> None:
    written = (EXAMPLES / voorbeeld / bestand.path).read_text(encoding="utf-8")
    assert written == bestand.text, f"Renew with: samenwerk -C examples/{voorbeeld} render --alles --overschrijf"
    assert bestand.oordeel == "actueel"


def test_the_page_of_a_whole_dossier_is_what_samenwerk_writes_now() -> None:
    folder = EXAMPLES / "brede-school-de-brug"
    gemaakt, _ = bundle_dossier(read_dossier(folder), "html")
    (bestand,) = gemaakt.files
    written = (folder / bestand.path).read_text(encoding="utf-8")
    assert written == bestand.text, f"Renew with: samenwerk -C examples/{folder.name} dossier --overschrijf"


@EVERY_EXAMPLE
def test_status_sees_without_rendering_that_the_documents_are_up_to_date(folder: Path) -> None:
    dossier = read_dossier(folder)
    for uitgave in select_uitgaven(dossier, [], alle=True):
        status = "concept" if uitgave.document.bron else "volgt het dossier"
        stand = stand_of(dossier, uitgave)
        assert (stand.status, judge_cheaply(dossier, stand)) == (status, "actueel")


@EVERY_DOCUMENT
def test_a_document_of_an_example_can_be_read_by_any_reader_of_markdown(voorbeeld: str, bestand: DocumentFile) -> None:
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(bestand.content.decode())
    assert tokens[0].tag == "h1"
    assert tokens[1].content.endswith(f" – {read_dossier(EXAMPLES / voorbeeld).samenwerking.naam}")
    soorten = {token.type.rsplit("_", 1)[0] for token in tokens if token.nesting == 1}
    assert soorten <= {"heading", "paragraph", "bullet_list", "ordered_list", "list_item", "blockquote", *TABLE}
    inline = {child.type for token in tokens for child in token.children or []}
    assert inline <= {"text", "strong_open", "strong_close", "em_open", "em_close"}
    assert sum(token.type == "hr" for token in tokens) == 1
