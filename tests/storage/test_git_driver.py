"""The line by which git lets samenwerk merge: whatever becomes of the program, no side is left alone without markers."""

import subprocess
from pathlib import Path

import pytest
from needs import needs_programs, needs_signals

from samenwerk.storage.git_driver import attribute_lines, driver_settings, with_block

pytestmark = [needs_programs("git"), needs_signals]

BASIS, ONS, HUN = "a\nmidden\nz\n", "a\nons\nz\n", "a\nhun\nz\n"
MARKERS = "<<<<<<< A\nons\n=======\nhun\n>>>>>>> B\n"


def drive(folder: Path, script: str, *, gemaakt: bool = False) -> tuple[bool, str]:
    """Whether a merge with this program is clean, and what it leaves. Git fills in the names as it does itself."""
    for name, text in (("O", BASIS), ("A", ONS), ("B", HUN)):
        (folder / name).write_text(text, encoding="utf-8")
    program = folder / "o'k 100%.sh"
    program.write_text(f"#!/bin/sh\nuit=$7\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    line = driver_settings([str(program)])[f"merge.samenwerk{'-gemaakt' if gemaakt else ''}.driver"]
    for sign, value in (("O", "O"), ("A", "A"), ("B", "B"), ("L", "7"), ("P", "'x/o'\\''k.yaml'"), ("%", "%")):
        line = line.replace(f"%{sign}", value)
    done = subprocess.run(["sh", "-c", line], cwd=folder, capture_output=True, check=False, timeout=20)
    return done.returncode == 0, (folder / "A").read_text(encoding="utf-8")


def test_what_the_program_made_is_the_merged_file(tmp_path: Path) -> None:
    assert drive(tmp_path, 'echo samen >"$uit"') == (True, "samen\n")
    assert drive(tmp_path, 'echo gekozen >"$uit"; exit 1') == (False, "gekozen\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["A", "B", "O", "o'k 100%.sh"]


@pytest.mark.parametrize(
    "script",
    [
        "exit 0",
        "exit 1",
        "exit 129",
        ': >"$uit"',
        'echo half >"$uit"; exit 2',
        'echo half >"$uit"; kill -KILL $$',
        'kill -KILL "$PPID"; echo half >"$uit"',
        'rm -f "$0"; exec "$0"',
    ],
)
def test_where_it_made_nothing_whole_both_sides_are_there_between_markers(tmp_path: Path, script: str) -> None:
    clean, left = drive(tmp_path, script)

    assert not clean
    assert left == f"a\n{MARKERS}z\n"


def test_a_file_that_git_takes_for_no_text_stands_whole_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(globals(), "HUN", "a\nhun\0\n")

    assert drive(tmp_path, "exit 3") == (False, "<<<<<<<\na\nons\nz\n\n=======\na\nhun\0\n\n>>>>>>>\n")
    # Of what is no text at all, such as a document of Word, git keeps ours and says that there is a conflict.
    assert drive(tmp_path, "exit 3", gemaakt=True) == (False, ONS)


def test_what_others_wrote_in_the_attributes_stays_as_it_is() -> None:
    own = "*.docx diff=word"
    block = "".join(f"{line}\n" for line in attribute_lines())

    there = with_block(own, attribute_lines())
    assert there == f"{own}\n{block}"
    assert with_block(f"{there}*.x text\n", attribute_lines()) == f"{there}*.x text\n"
    assert with_block(f"{there}*.x text\n", []) == f"{own}\n*.x text\n"
