"""A large dossier costs work in proportion to its size, whatever it is full of."""

from pathlib import Path
from time import process_time

import pytest
from runner import Outcome, run

BEGIN = "formaat: 1\nnaam: Groot\nfase: uitvoeren\ntoestand: actief\n"
FASEN = ("opstart", "verkennen", "delen", "overeenkomen", "vormgeven", "uitvoeren")
VERLOOP = "verloop:\n" + "".join(f"  - {{datum: 2026-01-10, naar: {fase}}}\n" for fase in FASEN)

FULL = {
    "stakeholders": "  s{}: {{naam: S, belang: hoog}}\n",
    "partners": "  p{}: {{naam: P, soort: kern, mandaat: {{geldig_tot: 2026-02-01}}}}\n",
    "acties": "  a{}: {{wat: Iets, trekker: p{}, tegen: 2206-02-01}}\n",
    "projecten": "  j{}: {{titel: Iets, trekker: p{}}}\n",
    "logboek": "  - {{datum: 2026-02-01, soort: succes, tekst: Het lukt., partners: [p{}]}}\n",
    "veld{}": " Hierover schrijft u naar jan@example.org of belt u 0475 12 34 56.\n",
}
"""Of each collection one record; of the last, a field that nobody knows."""

WRONG = {"rollen": "  r{}: {{naam: R, wie: [weg{}]}}\n", "begrippen": "  woord: dubbel\n"}


def write(folder: Path, kinds: dict[str, str], size: int) -> None:
    """A dossier with so many of each of these."""
    text = BEGIN
    for name, line in kinds.items():
        if "{}" in name:
            text += "".join(f"{name}:{line}".replace("{}", str(nummer)) for nummer in range(size))
        else:
            text += f"{name}:\n" + "".join(line.replace("{}", "{0}").format(nummer) for nummer in range(size))
    (folder / "samenwerking.yaml").write_text(text + VERLOOP, encoding="utf-8")


def spend(*words: str) -> tuple[float, Outcome]:
    """The processor time of a command, and its answer."""
    begin = process_time()
    outcome = run(*words)
    return process_time() - begin, outcome


@pytest.mark.parametrize(
    ("command", "kinds", "code"),
    [("controleer", FULL, 1), ("status", FULL, 0), ("status", WRONG, 3)],
    ids=["controleer", "status", "errors"],
)
def test_eight_times_the_dossier_is_about_eight_times_the_work(
    werkmap: Path, command: str, kinds: dict[str, str], code: int
) -> None:
    write(werkmap, kinds, 75)
    small = min(spend(command)[0] for _ in range(3))
    write(werkmap, kinds, 600)
    large, outcome = spend(command)

    assert outcome.code == code
    # Work that grows with the square would be sixty-four times as much. What Python does in between, as collecting what
    # other tests left behind, falls in one time and not in the next.
    assert large < 20 * small or spend(command)[0] < 20 * small


@pytest.mark.parametrize("word", ["x", "a@", "a.", "@", "`", "0", "é-"])
def test_a_word_of_two_hundred_thousand_signs_is_looked_over_at_once(werkmap: Path, word: str) -> None:
    (werkmap / "samenwerking.yaml").write_text(f"{BEGIN}idee: x{word * (200_000 // len(word))}\n{VERLOOP}", encoding="utf-8")

    seconds, outcome = spend("controleer")

    assert outcome.code in (0, 1)
    assert seconds < 2
