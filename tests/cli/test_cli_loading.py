"""A command loads only what it needs."""

import subprocess
import sys
from pathlib import Path

import pytest
from runner import clean_env

HEAVY = ["jinja2", "rich", "pydantic"]
AT_ONCE = ["typer", "typing", "re", "collections", "pathlib", "yaml", "samenwerk.domain", "samenwerk.storage"]
"""What is not even loaded to answer from the tables: half of it the standard library’s own."""


WRITING = ["samenwerk.workflows.changes", "samenwerk.storage.yaml_changes", "difflib", "copy", "hashlib"]
"""What someone who only looks has no use for."""


@pytest.mark.parametrize(
    ("words", "absent"),
    [
        (("--version",), [*AT_ONCE, "samenwerk.cli.words.examples"]),
        (("--help",), AT_ONCE),
        ((), [*HEAVY, "typer", "inspect", "markdown_it", "icalendar", "prompt_toolkit"]),
        (("partner", "--help"), ["typer", "yaml", "pathlib", "samenwerk.storage", "samenwerk.workflows"]),
        (("status",), [*HEAVY, "typer", "inspect", "markdown_it", "icalendar", *WRITING]),
        (("logboek",), [*HEAVY, "typer", "inspect", "markdown_it", "icalendar", *WRITING]),
        (("dynamiek",), [*HEAVY, "typer", "markdown_it", "icalendar"]),
        (("opvolging",), [*HEAVY, "typer", "icalendar"]),
        (("controleer",), [*HEAVY, "typer", "icalendar"]),
        (("agenda",), [*HEAVY, "typer"]),
        (("noteer", "nota", "x", "--proef"), [*HEAVY, "typer"]),
        (("zet", "idee", "x"), [*HEAVY, "typer"]),
        (("samenvoegen", *["samenwerking.yaml"] * 3), [*HEAVY, "typer", "inspect"]),
        (("render",), ["rich", "pydantic", "typer"]),
        (("status", "--datum=2026-03-01"), HEAVY),
    ],
)
def test_a_command_loads_only_what_it_needs(gevuld: Path, words: tuple[str, ...], absent: list[str]) -> None:
    script = (
        f"import sys; from samenwerk.cli.main import main; code = main({list(words)!r}); "
        f"print(code, [name for name in {absent!r} if name in sys.modules], file=sys.stderr)"
    )

    done = run_alone(script, gevuld)

    assert done.stderr.decode() == "0 []\n"


def test_a_mistyped_command_loads_nothing_of_the_domain_but_the_choosing(werkmap: Path) -> None:
    script = (
        "import sys; from samenwerk.cli.main import main; code = main(['statsu']); "
        "print(code, *sorted(name for name in sys.modules if name.startswith('samenwerk.domain.')))"
    )

    done = run_alone(script, werkmap)

    assert done.stdout.decode() == "2 samenwerk.domain.keuzes\n"


def test_a_command_does_not_look_through_what_it_loaded_for_what_may_go(gevuld: Path) -> None:
    script = (
        "import atexit, gc, sys; from samenwerk.cli.main import run; rounds = []; "
        "gc.callbacks.append(lambda phase, _: rounds.append(phase)); "
        "atexit.register(lambda: print(rounds, gc.get_freeze_count() > 0, file=sys.stderr)); "
        "sys.argv = ['samenwerk', 'status']; run()"
    )

    done = run_alone(script, gevuld)

    assert done.stderr.decode() == "[] True\n"


def run_alone(script: str, folder: Path) -> subprocess.CompletedProcess[bytes]:
    """A script in a Python of its own that loads nothing else: no measuring of coverage, which loads much itself."""
    env = {name: value for name, value in clean_env({}).items() if not name.startswith("COVERAGE_")}
    return subprocess.run([sys.executable, "-c", script], cwd=folder, env=env, capture_output=True, timeout=120, check=False)
