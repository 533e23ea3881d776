"""`samenwerk open`: a document in the form of this house, made and opened by the system."""

import os
import stat
import sys
from pathlib import Path

import pytest
from needs import needs_modes
from runner import Terminal, run, snapshot

from samenwerk.domain.samenwerking import VERSTUURBAAR
from samenwerk.storage import programs
from samenwerk.workflows.forms import VORMEN


@pytest.fixture
def opened(gevuld: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that the system opened."""
    files: list[str] = []

    def open_file(path: Path) -> bool:
        files.append(path.relative_to(gevuld).as_posix())
        return True

    monkeypatch.setattr("samenwerk.storage.programs.open_file", open_file)
    return files


def test_a_document_is_made_as_a_word_file_and_opened(gevuld: Path, opened: list[str]) -> None:
    outcome = run("open", "startnota")

    assert (outcome.code, outcome.err) == (0, "")
    assert opened == ["documenten/startnota.docx"]
    assert (gevuld / opened[0]).read_bytes().startswith(b"PK")
    assert outcome.out.endswith("Het document gaat open in een ander venster.\n")
    assert "was al actueel" in run("open", "de", "startnota").out


def test_the_form_of_this_house_is_a_field_of_the_dossier(gevuld: Path, opened: list[str]) -> None:
    assert set(VERSTUURBAAR) == set(VORMEN)
    for vorm in ("html", "odt"):
        assert run("zet", "vorm", vorm).code == 0
        assert run("open").code == 0
    assert opened == ["documenten/intentieverklaring.html", "documenten/intentieverklaring.odt"]


def test_without_what_word_needs_it_becomes_a_web_page_unless_word_was_chosen(
    gevuld: Path, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.startswith(("docx", "samenwerk.rendering.forms.docx"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "docx", None)

    outcome = run("open", "startnota")
    assert (outcome.code, opened) == (0, ["documenten/startnota.html"])
    assert "Daarom wordt het een webpagina." in outcome.err
    run("zet", "vorm", "docx")
    assert run("open", "startnota").code == 1


def test_a_file_that_someone_edited_is_opened_as_it_is(gevuld: Path, opened: list[str]) -> None:
    run("zet", "vorm", "html")
    run("open", "startnota")
    edited = gevuld / "documenten" / "startnota.html"
    edited.write_text("Met opmerkingen.\n", encoding="utf-8")
    before = snapshot(gevuld)

    outcome = run("open", "startnota")

    assert outcome.code == 0
    assert opened[-1] == "documenten/startnota.html"
    assert "documenten/startnota.html is met de hand bewerkt; het wordt niet opnieuw gemaakt.\n" in outcome.err
    assert snapshot(gevuld) == before


def test_where_nothing_can_be_opened_it_says_where_the_document_lies(gevuld: Path) -> None:
    out = run("open", "startnota").out

    assert f"Het kan hier niet geopend worden. Het staat in: {gevuld / 'documenten' / 'startnota.docx'}\n" in out
    assert run("open", "startnota", "--json").json["documenten"][-1]["formaat"] == "docx"


def test_of_more_documents_of_the_fase_one_is_chosen(gevuld: Path) -> None:
    assert run("fase", "volgende").code == 0
    terminal = Terminal("open", cwd=gevuld, env={"DISPLAY": "", "WAYLAND_DISPLAY": "", "PATH": ""})
    terminal.answer("Welk document?", "2")

    assert "actieplan.docx" in terminal.finish().out


@needs_modes
def test_the_program_of_the_system_opens_it_and_none_of_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here, there = tmp_path / "hier", tmp_path / "daar"
    for folder in (here, there):
        folder.mkdir()
        for name in ("xdg-open", "open"):
            program = folder / name
            program.write_text(f'#!/bin/sh\nprintf "%s" "$1" > "{folder}/geopend"\n', encoding="utf-8")
            program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.chdir(here)
    monkeypatch.setenv("DISPLAY", ":9")
    monkeypatch.setenv("PATH", f".{os.pathsep}{there}{os.pathsep}/bin{os.pathsep}/usr/bin")

    assert programs.open_file(Path("a b.docx"))
    assert (there / "geopend").read_text(encoding="utf-8") == str(here / "a b.docx")
    assert not (here / "geopend").exists()
    monkeypatch.setenv("PATH", ".")
    assert not programs.open_file(Path("a b.docx"))
