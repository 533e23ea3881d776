"""The templates are found from a really built wheel and from an editable install."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from samenwerk.domain.documenten import DOCUMENT_IDS
from samenwerk.storage.read_once import ReadOnce
from samenwerk.storage.templates import Templates

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_the_package_and_every_template(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {f"samenwerk/templates/{document_id}.md.j2" for document_id in DOCUMENT_IDS} <= names
    assert "samenwerk/templates/_delen/basis.md.j2" in names
    assert [name for name in names if "/examples/" in name] == ["samenwerk/examples/brede-school-de-brug/samenwerking.yaml"]
    assert all(name.startswith(("samenwerk/", "samenwerk-")) for name in names)


def test_a_document_is_rendered_from_the_built_wheel(wheel: Path, tmp_path: Path) -> None:
    installed = tmp_path / "installed"
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", str(installed)]
    subprocess.run([*install, str(wheel)], check=True, capture_output=True)
    environment = {**os.environ, "PYTHONPATH": str(installed)}

    where = "import pathlib, samenwerk.storage.templates as t; print(t.Templates(t.ReadOnce(pathlib.Path())).builtin.folder)"
    ask = [sys.executable, "-c", where]
    found = subprocess.run(ask, check=True, capture_output=True, text=True, env=environment, cwd=tmp_path)
    assert Path(found.stdout.strip()) == installed / "samenwerk" / "templates"

    example = str(ROOT / "examples" / "open-webconcept")
    command = [sys.executable, "-m", "samenwerk", "-C", example, "render", "startnota", "--naar", "-"]
    rendered = subprocess.run(command, check=True, capture_output=True, encoding="utf-8", env=environment, cwd=tmp_path)
    assert rendered.stdout.startswith("# Startnota – Open Webconcept\n")


def test_an_editable_install_finds_the_templates_of_the_checkout() -> None:
    assert Templates(ReadOnce(Path())).builtin.folder == ROOT / "templates"


def test_the_installed_command_answers() -> None:
    command = Path(sys.executable).with_name("samenwerk")
    answered = subprocess.run([command, "--version"], check=True, capture_output=True, text=True)
    assert answered.stdout.startswith("samenwerk ")
