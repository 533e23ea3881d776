"""What is true of one collection stands in its row and nowhere else: turn a fact of the row, and the commands follow."""

import subprocess
import sys
from pathlib import Path

import pytest
from runner import clean_env, restore, rewrite, run, snapshot

from samenwerk.domain.verzamelingen import Verzameling

FEITEN: dict[str, tuple[str, object, tuple[str, ...], str]] = {
    "begin": ("knoop", (), ("knoop", "nieuw", "Wie opent?", "--proef"), "status: open"),
    "gevraagd": ("begrip", (), ("status", "--alles"), '→ samenwerk begrip nieuw "…" --betekenis "…"'),
    "dagveld": ("knoop", "", ("knoop", "nieuw", "Wie opent?", "--proef"), "sinds: "),
    "kort": ("actie", ("output",), ("actie", "lijst"), "trekker school; klaar op 2026-09-01"),
    "rekent_op_partners": (
        "rol",
        False,
        ("partner", "vertrekt", "school", "--datum", "2026-03-01"),
        "Rollen, wie: Coördinator",
    ),
    "wordt_uitgewisseld": ("actie", False, ("actie", "exporteer"), "Een feest op het plein"),
}
"""For each fact: of which kind of record it is turned into what, and what a command then shows no more."""


def test_every_fact_of_a_collection_is_turned_here() -> None:
    assert {"enkelvoud", "lidwoord", "veld", *FEITEN} == set(Verzameling._fields)


@pytest.mark.parametrize("feit", FEITEN)
def test_a_command_follows_the_fact_of_the_collection(gevuld: Path, feit: str) -> None:
    enkelvoud, anders, words, shown = FEITEN[feit]
    rewrite(gevuld, "begrippen:\n  brugfiguur: wie tussen gezin en school staat\n", "")

    before = snapshot(gevuld)
    turned = subprocess.run(
        [sys.executable, "-c", TURN.format(enkelvoud=enkelvoud, feiten={feit: anders}, words=list(words))],
        cwd=gevuld,
        env=clean_env({}),
        capture_output=True,
        timeout=20,
        check=False,
    )

    assert "samenwerk zelf" not in turned.stderr.decode()
    assert shown not in turned.stdout.decode()
    restore(gevuld, before)
    assert shown in run(*words).out


TURN = """
import sys
from samenwerk.domain import verzamelingen
verzamelingen.VERZAMELINGEN = tuple(
    verzameling._replace(**{feiten}) if verzameling.enkelvoud == {enkelvoud!r} else verzameling
    for verzameling in verzamelingen.VERZAMELINGEN
)
from samenwerk.cli.main import main
sys.exit(main({words}))
"""
