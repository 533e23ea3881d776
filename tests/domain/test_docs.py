"""The two generated documents are current, and say all that the tables of the domain say."""

import importlib
import importlib.util
import inspect
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path
from types import ModuleType

import pytest
from cases import for_each

import samenwerk.domain
from samenwerk.domain.begrippen import BEGRIPPEN, CODEWOORDEN
from samenwerk.domain.documenten import DOCUMENTEN
from samenwerk.domain.dynamiek import PRINCIPES
from samenwerk.domain.fasen import FASE_IDS, FASEN, TERUG, UITLEG_TOESTAND, VOORUIT, decide_overgang
from samenwerk.domain.record import Record
from samenwerk.domain.voorwaarden import VOORWAARDEN
from samenwerk.errors import Bevinding

DOCS = Path(__file__).parents[2] / "docs"
SCRIPT = DOCS / "genereer.py"


def load_script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("genereer", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


genereer = load_script()


@cache
def fasen_md() -> str:
    return str(genereer.render_fasen())


@cache
def begrippen_md() -> str:
    return str(genereer.render_begrippen())


def walk_domain_classes() -> Iterator[type]:
    """Every class that a module of the domain defines."""
    for info in pkgutil.iter_modules(samenwerk.domain.__path__, "samenwerk.domain."):
        for naam, klasse in inspect.getmembers(importlib.import_module(info.name), inspect.isclass):
            if klasse.__module__ == info.name and not naam.startswith("_"):
                yield klasse


WOORDEN = [
    "samenwerking",
    "dossier",
    "fase",
    "ronde",
    "overgang",
    "voorwaarde",
    "gat",
    "vereist",
    "aanbevolen",
    "bevinding",
    "fout",
    "advies",
    "toestand",
    "verloop",
    "uitgave",
    "vingerafdruk",
    "kenmerk",
    "proef",
    "peildatum",
    "sjabloon",
    "schema",
    "betekenisgeving",
    "interactie",
    "principe",
    "levend",
    "sluimert",
    "nog niet gezien",
]
KLASSEN = list(walk_domain_classes())
RECORDS = [klasse for klasse in KLASSEN if issubclass(klasse, Record) and klasse is not Record]


@pytest.mark.parametrize("naam", ["fasen.md", "begrippen.md"])
def test_the_generated_file_is_current_else_run_docs_genereer(naam: str) -> None:
    assert (DOCS / naam).read_bytes().decode() == genereer.render_all()[naam]


def test_the_script_writes_both_files_and_with_controle_only_says_what_is_stale(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert genereer.main(["--controle"], tmp_path) == 1
    assert list(tmp_path.iterdir()) == []
    assert capsys.readouterr().out == "Verouderd: fasen.md\nVerouderd: begrippen.md\n"

    assert genereer.main([], tmp_path) == 0
    assert capsys.readouterr().out == "Geschreven: fasen.md\nGeschreven: begrippen.md\n"
    assert genereer.main(["--controle"], tmp_path) == 0
    assert capsys.readouterr().out == ""

    (tmp_path / "fasen.md").write_text("oud", encoding="utf-8")
    assert genereer.main(["--controle"], tmp_path) == 1
    assert (tmp_path / "fasen.md").read_text(encoding="utf-8") == "oud"
    assert capsys.readouterr().out == "Verouderd: fasen.md\n"


def test_the_script_refuses_a_word_it_does_not_know(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert genereer.main(["--control"], tmp_path) == 2
    assert list(tmp_path.iterdir()) == []
    assert "Gebruik" in capsys.readouterr().err


def test_the_script_runs_from_the_command_line_in_any_folder(tmp_path: Path) -> None:
    run = subprocess.run([sys.executable, str(SCRIPT), "--controle"], cwd=tmp_path, capture_output=True, check=False)
    assert (run.returncode, run.stdout, run.stderr) == (0, b"", b"")


@for_each((klasse,) for klasse in KLASSEN)
def test_every_class_of_the_domain_is_in_the_glossary_with_a_dutch_line(klasse: type) -> None:
    naam = klasse.__name__
    if issubclass(klasse, Record) and klasse is not Record:
        assert f"\n### {naam}\n\n{klasse.uitleg}\n" in begrippen_md()
    else:
        woorden = {**BEGRIPPEN, **CODEWOORDEN}
        assert naam.lower() in woorden, f"give {naam} a Dutch line in samenwerk/domain/begrippen.py"
        assert f"\n- **{naam.lower()}**: {woorden[naam.lower()]}\n" in begrippen_md()


@for_each((each,) for each in RECORDS)
def test_every_key_of_the_dossier_is_in_the_glossary_with_its_title_help_and_choices(klasse: type[Record]) -> None:
    deel = begrippen_md().partition(f"\n### {klasse.__name__}\n")[2].partition("\n### ")[0]
    rijen = dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", deel, re.MULTILINE))
    assert list(rijen) == list(klasse.velden)
    for naam, veld in klasse.velden.items():
        titel, uitleg, inhoud = rijen[naam].split(" | ")
        assert (titel, uitleg) == (veld.titel, veld.uitleg)
        assert inhoud.startswith(", ".join(veld.keuzes))
        assert ("*verplicht*" in inhoud) == veld.verplicht


@for_each((each,) for each in WOORDEN)
def test_every_word_of_the_tool_is_in_the_glossary(begrip: str) -> None:
    assert f"\n- **{begrip}**: " in begrippen_md()


def test_the_glossary_opens_with_two_sentences_and_holds_the_five_principes() -> None:
    inleiding = begrippen_md().split("\n\n")[2]
    assert len(re.findall(r"\.(?:\s|$)", inleiding)) == 2
    for principe in PRINCIPES:
        assert f"\n{principe.nummer}. **{principe.titel}**: {principe.uitleg}\n" in begrippen_md()


def test_a_finding_is_explained_as_the_code_names_it() -> None:
    assert CODEWOORDEN[Bevinding.__name__.lower()]


def test_the_diagram_has_every_step_of_the_table_and_no_other() -> None:
    regels = fasen_md().partition("```mermaid\n")[2].partition("\n```")[0].splitlines()
    namen = [f'    state "{fase.nummer} {fase.naam}" as {fase.id}' for fase in FASEN]
    mogelijk = [decide_overgang(van, naar, "actief") for van, naar in product(FASE_IDS, FASE_IDS)]
    stappen = {f"    {stap.van} --> {stap.naar}: {stap.soort}" for stap in mogelijk if stap.is_mogelijk}

    assert regels[:7] == ["stateDiagram-v2", *namen]
    assert sorted(regels[7:]) == sorted(stappen)
    assert len(regels[7:]) == 5 + 15


def test_the_table_of_steps_answers_every_pair() -> None:
    rijen = re.findall(r"^\| \*\*(\w+)\*\* \| (.*) \|$", fasen_md(), re.MULTILINE)
    assert [van for van, _ in rijen] == list(FASE_IDS)
    for van, antwoorden in rijen:
        for naar, antwoord in zip(FASE_IDS, antwoorden.split(" | "), strict=True):
            overgang = decide_overgang(van, naar, "actief")
            assert (antwoord in (VOORUIT, TERUG)) == overgang.is_mogelijk
            assert antwoord == {"blijft": "staat er al", "sprong": "kan niet"}.get(overgang.soort, overgang.soort)


def test_every_voorwaarde_stands_under_its_fase_with_its_niveau_and_its_rule() -> None:
    for fase in FASEN:
        deel = fasen_md().partition(f"\n## {fase.nummer} {fase.naam}\n")[2].partition("\n## ")[0]
        rijen = re.findall(r"^\| `(\w+)` \| (\w+) \| (.*) \|$", deel, re.MULTILINE)
        eigen = [voorwaarde for voorwaarde in VOORWAARDEN if voorwaarde.fase == fase.id]
        assert rijen == [(voorwaarde.id, voorwaarde.niveau, voorwaarde.regel) for voorwaarde in eigen]


def test_every_fase_shows_its_question_its_text_and_its_documents() -> None:
    for fase in FASEN:
        deel = fasen_md().partition(f"\n## {fase.nummer} {fase.naam}\n")[2].partition("\n## ")[0]
        for tekst in (fase.kernvraag, fase.uitleg, fase.bron, fase.betekenisgeving, fase.interactie, *fase.andere_namen):
            assert tekst in deel
        titels = [document.titel for document in DOCUMENTEN if document.fase == fase.id]
        assert re.findall(r"^- \*\*(\w+)\*\*: ", deel, re.MULTILINE) == titels


def test_every_toestand_is_explained() -> None:
    for toestand, uitleg in UITLEG_TOESTAND.items():
        assert f"\n| {toestand} | {uitleg} |\n" in fasen_md()


@pytest.mark.parametrize("naam", ["fasen.md", "begrippen.md"])
def test_every_link_leads_somewhere_and_every_table_is_straight(naam: str) -> None:
    tekst = genereer.render_all()[naam]
    ankers = {kop.lower().replace(" ", "-") for kop in re.findall(r"^#+ (.+)$", tekst, re.MULTILINE)}
    assert set(re.findall(r"\]\(#([^)]*)\)", tekst)) <= ankers
    assert all((DOCS / doel).is_file() for doel in re.findall(r"\]\(([^)#]+)\)", tekst))
    for tabel in re.findall(r"(?:^\|.*\n)+", tekst, re.MULTILINE):
        assert len({regel.count("|") for regel in tabel.splitlines()}) == 1, tabel


def test_every_explanation_is_made_of_whole_sentences() -> None:
    of_classes = {klasse.__name__: klasse.uitleg for klasse in RECORDS}
    of_voorwaarden = {voorwaarde.id: voorwaarde.regel for voorwaarde in VOORWAARDEN}
    for naam, uitleg in (
        *BEGRIPPEN.items(),
        *CODEWOORDEN.items(),
        *UITLEG_TOESTAND.items(),
        *of_classes.items(),
        *of_voorwaarden.items(),
    ):
        assert uitleg[0].isupper(), naam
        assert uitleg[-1] in ".)", naam
        assert "  " not in uitleg, naam
