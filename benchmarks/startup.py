"""What starting costs: samenwerk beside a bare argparse + PyYAML script that reads the same file.

Run with `python benchmarks/startup.py`. Prints for each command the median of interleaved whole-process runs and, where
valgrind is installed, the number of instructions; each as a ratio of the bare script. The ratios to reach stand beside
them. Numbers for people; no test asserts them.
"""

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parents[1]
BARE = Path(__file__).with_name("bare.py")
SAMENWERK = Path(sys.executable).with_name("samenwerk")
RUNS = 21
DOSSIER_BYTES = 10_000

COMMANDS: Mapping[str, tuple[list[str], Mapping[str, str], float]] = {
    "--version": (["--version"], {}, 1.1),
    "--help": (["--help"], {}, 1.3),
    "aanvullen: commando": ([], {"COMP_WORDS": "samenwerk ter", "COMP_CWORD": "1"}, 1.3),
    "aanvullen: fase": ([], {"COMP_WORDS": "samenwerk terug naar de", "COMP_CWORD": "3"}, 1.3),
    "status": (["status"], {}, 1.7),
    "render startnota": (["render", "startnota"], {}, 2.5),
}
"""Each command with its words, its environment, and the ratio to reach."""


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        size = make_dossier(Path(folder))
        subprocess.run([SAMENWERK, "render", "--alles"], cwd=folder, check=True, capture_output=True)
        bare = [sys.executable, str(BARE), "status", "samenwerking.yaml"]
        print(f"dossier {size} bytes, {RUNS} interleaved runs, Python {sys.version.split()[0]}")
        base_instructions = count_instructions(bare, folder, {})
        print(f"{'':22}{'ms':>8}{'ratio':>8}{'M instr.':>10}{'ratio':>8}{'reach':>8}")
        for name, (words, extra, reach) in COMMANDS.items():
            environment = {**extra, "_SAMENWERK_COMPLETE": "complete_bash"} if extra else {}
            command = [str(SAMENWERK), *words]
            base, own = interleave(bare, command, folder, environment)
            instructions = count_instructions([sys.executable, *command], folder, environment)
            row = f"{name:22}{own * 1000:8.1f}{own / base:8.2f}"
            if base_instructions and instructions:
                row += f"{instructions / 1e6:10.1f}{instructions / base_instructions:8.2f}"
            print(f"{row}{reach:8.1f}")
        if base_instructions:
            print(f"{'the bare script':22}{base * 1000:8.1f}{1:8.2f}{base_instructions / 1e6:10.1f}{1:8.2f}")


def make_dossier(folder: Path) -> int:
    """The example dossier, cut to about ten kilobytes by leaving out some of its collections. Returns its size."""
    import yaml

    data = yaml.load((ROOT / "examples/brede-school-de-brug/samenwerking.yaml").read_text(encoding="utf-8"), yaml.CBaseLoader)
    for naam in ("logboek", "projecten", "evaluaties", "rollen", "overleg", "acties", "knopen", "afspraken", "stakeholders"):
        if len(yaml.safe_dump(data, allow_unicode=True).encode()) < DOSSIER_BYTES:
            break
        data.pop(naam)
    path = folder / "samenwerking.yaml"
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return path.stat().st_size


def interleave(one: list[str], other: list[str], folder: str, environment: Mapping[str, str]) -> tuple[float, float]:
    """The medians, in seconds, of two commands run in turn."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(RUNS):
        for command, extra, taken in ((one, {}, times[0]), (other, environment, times[1])):
            start = time.perf_counter()
            subprocess.run(command, cwd=folder, env={**os.environ, **extra}, capture_output=True, check=False)
            taken.append(time.perf_counter() - start)
    return statistics.median(times[0]), statistics.median(times[1])


def count_instructions(command: list[str], folder: str, environment: Mapping[str, str]) -> int:
    """The instructions a command takes; 0 without valgrind."""
    if shutil.which("valgrind") is None:
        return 0
    valgrind = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command]
    environment = {**os.environ, **environment, "PYTHONHASHSEED": "0"}
    done = subprocess.run(valgrind, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    found = re.search(r"Collected : (\d+)", done.stderr)
    return int(found[1]) if found else 0


if __name__ == "__main__":
    main()
