"""What is wrong with a part of the installation is told as it is, with the line that mends it in that kind of installation."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from samenwerk.cli import remedies
from samenwerk.cli.remedies import say
from samenwerk.storage import installation
from samenwerk.storage.installation import describe_broken_part

PYTHON = sys.executable
MISSING = ModuleNotFoundError("No module named 'ontbreekt'", name="ontbreekt")
BROKEN = ImportError("DLL load failed while importing _typst.", name="typst._typst")


@pytest.fixture(autouse=True)
def plain_venv(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An installation in a virtual environment with pip, on Linux or macOS."""
    prefix = tmp_path / "venvs" / "samenwerk-proef"
    prefix.mkdir(parents=True)
    monkeypatch.setattr(sys, "prefix", str(prefix))
    monkeypatch.setattr(sys, "executable", "/opt/mijn venv/bin/python")
    monkeypatch.setattr(installation, "_ON_WINDOWS", False)
    monkeypatch.setattr(installation, "find_spec", lambda naam: None if naam == "ontbreekt" else sys.__spec__)
    return prefix


def test_a_virtual_environment_installs_with_the_python_that_runs() -> None:
    error = describe_broken_part("een pdf", "typst", MISSING)
    assert say(error.oplossing) == 'Installeer het met: "/opt/mijn venv/bin/python" -m pip install ontbreekt'


def test_pipx_adds_the_part_to_the_environment_that_runs(plain_venv: Path) -> None:
    (plain_venv / "pipx_metadata.json").touch()
    assert (
        say(describe_broken_part("een pdf", "typst", MISSING).oplossing)
        == "Installeer het met: pipx inject samenwerk-proef ontbreekt"
    )
    assert (
        say(describe_broken_part("een pdf", "typst", BROKEN).oplossing)
        == "Installeer het opnieuw met: pipx inject --force samenwerk-proef typst"
    )


def test_an_environment_without_pip_is_one_of_uv(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(installation, "find_spec", lambda naam: None)
    error = describe_broken_part("een pdf", "typst", MISSING)
    assert say(error.oplossing) == 'Installeer het met: uv pip install --python "/opt/mijn venv/bin/python" ontbreekt'


def test_to_a_frozen_program_nothing_can_be_added(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert say(describe_broken_part("een pdf", "typst", MISSING).oplossing) == (
        "Aan dit kant-en-klare programma kunt u niets toevoegen: vraag een volledige uitgave aan wie het u gaf."
    )


@pytest.mark.parametrize(
    ("executable", "shell", "line"),
    [
        (
            r"C:\Users\Jan Peeters\venv\python.exe",
            "powershell",
            r'& "C:\Users\Jan Peeters\venv\python.exe" -m pip install ontbreekt',
        ),
        (r"C:\Users\Jan Peeters\venv\python.exe", "cmd", r'"C:\Users\Jan Peeters\venv\python.exe" -m pip install ontbreekt'),
        (r"C:\venv\python.exe", "powershell", r"C:\venv\python.exe -m pip install ontbreekt"),
    ],
)
def test_on_windows_the_line_works_in_the_shell_that_people_have_open(
    monkeypatch: pytest.MonkeyPatch, executable: str, shell: str, line: str
) -> None:
    monkeypatch.setattr(installation, "_ON_WINDOWS", True)
    monkeypatch.setattr(remedies, "_ON_WINDOWS", True)
    monkeypatch.setattr(sys, "executable", executable)
    monkeypatch.setattr("shellingham.detect_shell", lambda: (shell, shell))
    assert say(describe_broken_part("een pdf", "typst", MISSING).oplossing) == f"Installeer het met: {line}"


def test_the_line_is_shown_too_where_nothing_here_can_tell_the_shell(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise FileNotFoundError(2, "No such file or directory", "ps")

    monkeypatch.setattr(remedies, "_ON_WINDOWS", True)
    monkeypatch.setattr("shellingham.detect_shell", fail)
    assert say(describe_broken_part("een pdf", "typst", MISSING).oplossing).startswith('Installeer het met: "/opt/mijn venv')


def test_a_part_that_cannot_be_loaded_is_not_said_to_be_missing() -> None:
    error = describe_broken_part("een pdf", "typst", BROKEN)
    assert error.melding == (
        "Voor een pdf is typst nodig. Dat staat hier, maar kan niet geladen worden: DLL load failed while importing _typst."
    )


def test_on_windows_a_part_that_cannot_be_loaded_may_miss_what_microsoft_brings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(installation, "_ON_WINDOWS", True)
    assert say(describe_broken_part("een pdf", "typst", BROKEN).oplossing).endswith(
        "de Visual C++ Redistributable van Microsoft."
    )


@pytest.mark.parametrize(
    ("extension", "content", "cause"),
    [
        (
            "_yaml.cpython-39-x86_64-linux-gnu.so",
            "",
            f"gemaakt voor een andere Python dan deze ({sys.version_info[0]}.{sys.version_info[1]})",
        ),
        ("niets.py", "", "yaml._yaml ontbreekt erin"),
        ("_yaml.py", "raise ImportError('libyaml.so.2 ontbreekt')", "libyaml.so.2 ontbreekt"),
    ],
    ids=["of another Python", "without libyaml", "broken"],
)
def test_of_pyyaml_is_told_what_is_wrong_with_it(tmp_path: Path, extension: str, content: str, cause: str) -> None:
    package = tmp_path / "yaml"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / extension).write_text(content)

    told = tell_of_yaml(f"sys.path.insert(0, {str(tmp_path)!r})")

    assert told.startswith("Voor het lezen van een dossier is PyYAML nodig. Dat staat hier, maar kan niet geladen worden: ")
    assert f"{cause}.\n→ Installeer het opnieuw met: " in told


def test_without_pyyaml_it_is_said_to_be_missing() -> None:
    told = tell_of_yaml("sys.modules['yaml'] = None")
    assert told.startswith(
        "Voor het lezen van een dossier is een onderdeel nodig dat hier niet geïnstalleerd is: PyYAML.\n→ Installeer het met: "
    )


def tell_of_yaml(prepare: str) -> str:
    """What `status` says in a process in which this was done to PyYAML."""
    code = f"import sys; {prepare}; from samenwerk.cli.main import main; sys.exit(main(['status']))"
    example = Path(__file__).parents[2] / "examples" / "open-webconcept"
    env = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    process = subprocess.run([PYTHON, "-c", code], cwd=example, env=env, capture_output=True, check=False)
    assert (process.returncode, process.stdout) == (1, b"")
    return process.stderr.decode().replace("\r\n", "\n")
