"""The folders in which the tests of the command line work: real ones, on one fixed day."""

import gc
import os
import shutil
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from hypothesis import settings

VANDAAG = date(2026, 3, 15)

MEMORY = Path("/dev/shm")

# The same examples in every run; and on a busy machine any of them can take long.
settings.register_profile("alike", derandomize=True, database=None, deadline=None)
settings.load_profile("alike")

collect_ignore = [] if os.name == "nt" else ["windows"]


def pytest_configure(config: pytest.Config) -> None:
    """Let no test wait for what the machine could have spared it."""
    # Without compiled modules every process that a test starts would compile all of them again.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    # What is no whole path is no place: nothing is remembered, and nothing of whoever runs the tests is touched.
    os.environ["XDG_STATE_HOME"] = "geen"
    if can_hold_the_tests(MEMORY):
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


def pytest_collection_finish() -> None:
    """Let the collector look less often through what stays to the end: thousands of tests, and all that they import."""
    gc.set_threshold(100_000, 20, 100)


def can_hold_the_tests(place: Path) -> bool:
    """Whether a place in memory takes the files of all tests, and runs the programs among them: no save waits for a disk."""
    if not hasattr(os, "statvfs") or not place.is_dir():
        return False
    found = os.statvfs(place)
    return found.f_bavail * found.f_frsize > 2**30 and not found.f_flag & os.ST_NOEXEC


@pytest.fixture
def werkmap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, on 15 March 2026, without chance, windows, settings, memory and home of the machine."""
    folder, home = tmp_path / "mijn-netwerk", tmp_path / "thuis"
    folder.mkdir()
    home.mkdir()
    for variable in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(variable, str(home))
    monkeypatch.chdir(folder)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setattr("samenwerk.storage.clock.today", lambda: VANDAAG)
    monkeypatch.setattr("samenwerk.storage.clock.now", lambda: datetime.combine(VANDAAG, time(9), UTC))
    monkeypatch.setattr("samenwerk.storage.chance.take_bytes", lambda count: bytes(range(1, count + 1)))
    monkeypatch.setattr("samenwerk.storage.programs.open_file", lambda path: False)
    for variable in ("CI", "NO_COLOR", "COLUMNS", "TERM", "_SAMENWERK_COMPLETE"):
        monkeypatch.delenv(variable, raising=False)
    return folder


@pytest.fixture
def leeg(werkmap: Path) -> Path:
    """A dossier of which only what must be there is there, in the fase opstart."""
    (werkmap / "samenwerking.yaml").write_text(
        """\
formaat: 1
naam: Mijn netwerk
fase: opstart
toestand: actief
verloop:
  - {datum: 2026-01-10, naar: opstart}
""",
        encoding="utf-8",
    )
    return werkmap


@pytest.fixture
def gevuld(werkmap: Path) -> Path:
    """The dossier of tests/cli/gevuld.yaml: in the fase delen, written by hand, with nothing required open in any fase."""
    source = Path(__file__).parent / "cli" / "gevuld.yaml"
    (werkmap / "samenwerking.yaml").write_bytes(source.read_bytes())
    return werkmap


@pytest.fixture
def de_brug(tmp_path: Path) -> Path:
    """A copy of the dossier of examples/brede-school-de-brug, in a folder with spaces and an accent in its path."""
    folder = tmp_path / "Documenten van Zoë" / "de brug"
    example = Path(__file__).parents[1] / "examples" / "brede-school-de-brug"
    shutil.copytree(example, folder, ignore=shutil.ignore_patterns(".samenwerk"))
    return folder
