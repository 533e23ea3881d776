"""What starting costs: samenwerk beside a bare argparse + PyYAML script that reads the same dossier.

Run with `python benchmarks/startup.py`. Prints for each command the instructions it takes, counted by valgrind, and the median
time of interleaved runs; both also as a ratio of the bare script, with the ratio that was reached. `--check` counts only
instructions, which are the same on every machine to about one hundredth, and fails where a command takes much more.
Git waits for `samenvoegen` at every file that two people changed: that is beside a script that only reads the three.
"""

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

DOSSIER = Path(__file__).parents[1] / "examples/open-webconcept/samenwerking.yaml"
SAMENWERK = [sys.executable, "-c", "from samenwerk.cli.main import run; run()"]
"""What the installed command does, without what the installer put around it: that of pip 23 loads `re`, 26 million more."""
RUNS = 21
MARGIN = 1.15
"""How far above its ratio a command may come before `--check` fails: a new library is seen, a new field is not."""


class Row(NamedTuple):
    """Something to measure: its words, what it needs in its environment, and the ratio to the bare script that was reached.

    `most` is where the ratio may never come, however little more than what was reached that is.
    """

    name: str
    words: Sequence[str]
    environment: Mapping[str, str] = {}
    ratio: float = 0.0
    most: float = 0.0


def complete(line: str) -> Mapping[str, str]:
    """The variables with which bash asks what can follow on a line."""
    words = line.split(" ")
    return {"_SAMENWERK_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1)}


BARE = Row("the bare script", [sys.executable, str(Path(__file__).with_name("bare.py")), "lees", DOSSIER.name], ratio=1.0)
COMPARED = (
    BARE,
    Row("argparse alone", [sys.executable, "-c", "import argparse; argparse.ArgumentParser().parse_args([])"]),
    Row("bare Python", [sys.executable, "-c", "pass"]),
)
COMMANDS = (
    Row("--version", [*SAMENWERK, "--version"], ratio=0.22),
    Row("--help", [*SAMENWERK, "--help"], ratio=0.23),
    Row("Tab: a command", SAMENWERK, complete("samenwerk ter"), ratio=0.22),
    Row("Tab: a fase", SAMENWERK, complete("samenwerk terug naar de"), ratio=1.26),
    Row("partner --help", [*SAMENWERK, "partner", "--help"], ratio=0.63),
    Row("in a dossier", SAMENWERK, ratio=1.14),
    Row("status", [*SAMENWERK, "status"], ratio=1.12),
    Row("logboek", [*SAMENWERK, "logboek"], ratio=0.98),
    Row("noteer --proef", [*SAMENWERK, "noteer", "nota", "Iets.", "--proef"], ratio=1.17),
    Row("zet --proef", [*SAMENWERK, "zet", "waarom", "Daarom.", "--proef"], ratio=1.18),
    Row("controleer", [*SAMENWERK, "controleer"], ratio=1.43),
    Row("render startnota", [*SAMENWERK, "render", "startnota", "--naar", "-"], ratio=2.47),
)

THREE = ["basis.yaml", "ons.yaml", "hun.yaml"]
READ_THREE = "import sys, yaml; [yaml.load(open(path, 'rb'), Loader=yaml.CSafeLoader) for path in sys.argv[1:]]"
BARE_OF_THREE = Row("reading three", [sys.executable, "-c", READ_THREE, *THREE], ratio=1.0)
MERGING = (
    BARE_OF_THREE,
    Row("samenvoegen", [*SAMENWERK, "samenvoegen", *THREE], ratio=1.59, most=2.0),
)


def main(words: Sequence[str]) -> int:
    """Measure and print. Returns 1 when `--check` found a command that takes too much."""
    is_check = "--check" in words
    if is_check and not shutil.which("valgrind"):
        print("startup: left out, for valgrind is not installed")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(DOSSIER, folder)
        print(f"dossier {DOSSIER.stat().st_size} bytes, Python {sys.version.split()[0]}")
        print(f"{'':20}{'M instr.':>10}{'ratio':>8}{'reached':>9}" + ("" if is_check else f"{'ms':>9}{'ratio':>8}"))
        write_three(folder)
        found = [
            name
            for bare, rows in ((BARE, (*COMPARED, *COMMANDS)), (BARE_OF_THREE, MERGING))
            for name in measure(bare, rows, folder, is_check=is_check)
        ]
    if is_check and found:
        print(f"startup: {', '.join(found)} takes more than {MARGIN} times what was reached")
    return 1 if is_check and found else 0


def write_three(folder: str) -> None:
    """The dossier as it was, and what two people added to it at the same place."""
    text = DOSSIER.read_bytes()
    for name, added in zip(THREE, (b"", b"  wij: {naam: Wij}\n", b"  zij: {naam: Zij}\n"), strict=True):
        (Path(folder) / name).write_bytes(text.replace(b"\npartners:\n", b"\npartners:\n" + added))


def measure(bare: Row, rows: Sequence[Row], folder: str, *, is_check: bool) -> list[str]:
    """Print each of these beside its bare script; which of them take too much comes back."""
    base, found = count_instructions(bare, folder), []
    for row in rows:
        instructions = count_instructions(row, folder)
        ratio = instructions / base if base else 0.0
        reached = f"{row.ratio:9.2f}" if row.ratio else f"{'':9}"
        times = "" if is_check else "{:9.1f}{:8.2f}".format(*time_beside_bare(row, bare, folder))
        print(f"{row.name:20}{instructions / 1e6:10.1f}{ratio:8.2f}{reached}{times}")
        if row.ratio and ratio > (row.most or row.ratio * MARGIN):
            found.append(row.name)
    return found


def count_instructions(row: Row, folder: str) -> int:
    """The instructions a command takes the second time, when all is compiled; 0 without valgrind."""
    run(row, folder)
    if not shutil.which("valgrind"):
        return 0
    counted = row._replace(words=["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *row.words])
    found = re.search(r"Collected : (\d+)", run(counted, folder).stderr)
    return int(found[1]) if found else 0


def time_beside_bare(row: Row, bare: Row, folder: str) -> tuple[float, float]:
    """The median milliseconds of a command, and its ratio to its bare script run in turn with it."""
    own: list[float] = []
    base: list[float] = []
    for _ in range(RUNS):
        for each, taken in ((row, own), (bare, base)):
            start = time.perf_counter()
            run(each, folder)
            taken.append(time.perf_counter() - start)
    return statistics.median(own) * 1000, statistics.median(own) / statistics.median(base)


def run(row: Row, folder: str) -> "subprocess.CompletedProcess[str]":
    """Run a command in the folder of the dossier, with compiled modules and the same order of hashes each time."""
    ours = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "PYTHONPATH", "COLUMNS")
    kept = {name: value for name, value in os.environ.items() if name not in ours}
    environment = {**kept, "PYTHONHASHSEED": "0", **row.environment}
    return subprocess.run(row.words, cwd=folder, env=environment, capture_output=True, text=True, check=False)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
