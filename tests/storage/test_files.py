"""Files are read whole, never from outside the folder, and never more than a file of their kind may hold."""

import errno
import os
from pathlib import Path

import pytest
from needs import make_link, needs_pipes

from samenwerk.errors import DossierError
from samenwerk.storage.dossier import DOSSIER_NAME
from samenwerk.storage.files import read_file

OLD = b"oud\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / DOSSIER_NAME
    path.write_bytes(OLD)
    return path


def test_a_file_that_is_not_there_reads_as_none(tmp_path: Path) -> None:
    assert read_file(tmp_path, tmp_path / "a.yaml") is None
    assert read_file(tmp_path, tmp_path / "map" / "a.yaml") is None


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    inside = tmp_path / "dossier"
    inside.mkdir()
    outside = tmp_path / "geheim.yaml"
    outside.write_bytes(OLD)
    make_link(inside / DOSSIER_NAME, outside)
    make_link(inside / "map", tmp_path)
    for path in (inside / DOSSIER_NAME, inside / "map" / "geheim.yaml", inside / ".." / "geheim.yaml"):
        with pytest.raises(DossierError, match=r"^.* wijst naar een plaats buiten de map van het dossier\.$"):
            read_file(inside, path)


def test_a_link_inside_the_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "echt.yaml").write_bytes(OLD)
    link = tmp_path / DOSSIER_NAME
    make_link(link, "echt.yaml")
    assert read_file(tmp_path, link) == OLD


def test_a_folder_in_the_place_of_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / DOSSIER_NAME).mkdir()
    with pytest.raises(DossierError, match=r"^samenwerking\.yaml is niet te lezen: het is een map\.$"):
        read_file(tmp_path, tmp_path / DOSSIER_NAME)


def test_links_in_a_circle_are_told(tmp_path: Path) -> None:
    make_link(tmp_path / DOSSIER_NAME, tmp_path / DOSSIER_NAME)
    with pytest.raises(DossierError, match=r"de snelkoppelingen lopen in een kring\.$"):
        read_file(tmp_path, tmp_path / DOSSIER_NAME)


@needs_pipes
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / DOSSIER_NAME)
    with pytest.raises(DossierError, match=r"het is geen gewoon bestand\.$"):
        read_file(tmp_path, tmp_path / DOSSIER_NAME)


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.EACCES, "u hebt er geen toegang toe"),
        (errno.EPERM, "dat mag niet"),
        (errno.EIO, "het systeem weigert het"),
    ],
)
def test_an_unreadable_file_is_told(path: Path, monkeypatch: pytest.MonkeyPatch, number: int, reason: str) -> None:
    def refuse(*_args: object, **_options: object) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(DossierError, match=rf"^samenwerking\.yaml is niet te lezen: {reason}\.$"):
        read_file(path.parent, path)


def test_a_path_of_which_the_system_cannot_tell_where_it_leads_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_options: object) -> str:
        raise OSError(errno.EIO, "the network disk is gone")

    monkeypatch.setattr(os.path, "realpath", refuse)
    with pytest.raises(DossierError, match=r"^samenwerking\.yaml is niet te lezen: het systeem weigert het\.$"):
        read_file(path.parent, path)


@pytest.mark.parametrize("name", ["startnota.docx", "startnota.odt", "startnota.pdf", "dossier.html"])
def test_a_document_in_another_form_may_be_large_and_a_text_may_not(tmp_path: Path, name: str) -> None:
    large = b"x" * 2_000_001
    (tmp_path / name).write_bytes(large)
    (tmp_path / "startnota.md").write_bytes(large)

    assert read_file(tmp_path, tmp_path / name) == large
    with pytest.raises(DossierError, match=r"^startnota\.md is groter dan 2 MB; dat leest samenwerk niet\.$"):
        read_file(tmp_path, tmp_path / "startnota.md")
