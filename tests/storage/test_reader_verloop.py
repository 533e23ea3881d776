"""What the reader says of a verloop and of fields that must be there."""

import pytest
from cases import for_each

from samenwerk.cli.remedies import say
from samenwerk.errors import FOUT, Bevinding
from samenwerk.storage.reader import read_samenwerking
from samenwerk.storage.yaml_tree import parse_tree

KOP = "formaat: 1\nnaam: De Brug\nfase: opstart\ntoestand: actief\n"
VERLOOP = "verloop:\n  - {datum: 2026-01-10, naar: opstart}\n"


def findings_in(text: str) -> list[Bevinding]:
    return read_samenwerking(parse_tree(text))[1]


@for_each(
    [
        (["2026-01-10 opstart"], "delen", [("fase_en_verloop", 3, 7)]),
        (["2026-01-10 opstart", "2026-01-09 verkennen"], "verkennen", [("verloop_volgorde", 7, 13)]),
        (["2026-01-10 opstart", "2026-02-10 delen"], "delen", [("verloop_stap", 7, 31)]),
        (["2026-01-10 opstart", "2026-02-10 opstart"], "opstart", [("verloop_stap", 7, 31)]),
        (
            ["2026-02-10 opstart", "2026-01-10 delen", "2026-01-09 uitvoeren"],
            "verkennen",
            [
                ("fase_en_verloop", 3, 7),
                ("verloop_volgorde", 7, 13),
                ("verloop_stap", 7, 31),
                ("verloop_volgorde", 8, 13),
                ("verloop_stap", 8, 31),
            ],
        ),
        (["2026-01-10 opstart", "30/02/2026 delen"], "delen", [("datum", 7, 13), ("verloop_stap", 7, 31)]),
        (["2026-01-10 opstart", "2026-02-20 deeln"], "delen", [("keuze", 7, 31)]),
        (["2026-01-10 opstart"], "opstrt", [("keuze", 3, 7)]),
        ([], "opstart", [("verloop_leeg", 1, 1)]),
    ]
)
def test_the_verloop_must_fit_the_fase_and_the_table_of_overgangen(
    verloop: list[str], fase: str, expected: list[tuple[str, int, int]]
) -> None:
    stappen = "".join(f"  - {{datum: {stap.split()[0]}, naar: {stap.split()[1]}}}\n" for stap in verloop)
    kop = KOP.replace("opstart", fase)
    bevindingen = findings_in(f"{kop}verloop:\n{stappen}" if verloop else kop)
    assert [(gevonden.code, gevonden.regel, gevonden.kolom) for gevonden in bevindingen if gevonden.ernst == FOUT] == expected


def test_a_verloop_that_is_no_list_is_told_once() -> None:
    (gevonden,) = findings_in(f"{KOP}verloop: opstart\n")
    assert (gevonden.code, gevonden.pad, gevonden.regel) == ("vorm", ("verloop",), 5)


@pytest.mark.parametrize("leeg", ["", "~", "''", ">-"])
@pytest.mark.parametrize("naam", ["formaat", "naam", "fase", "toestand"])
def test_what_must_be_there_is_missed_when_it_is_empty_or_absent(naam: str, leeg: str) -> None:
    lines = [line for line in KOP.splitlines() if not line.startswith(f"{naam}:")]
    for text in ("\n".join(lines), "\n".join([*lines, f"{naam}: {leeg}"])):
        (gevonden,) = findings_in(f"{text}\n{VERLOOP}")
        assert (gevonden.code, gevonden.pad, gevonden.melding) == ("veld_ontbreekt", (naam,), f"Het veld “{naam}” ontbreekt.")
        assert say(gevonden.oplossing).startswith("Vul het in: ")


def test_a_required_field_of_a_step_is_missed_at_the_line_of_the_step() -> None:
    kop = KOP.replace("opstart", "verkennen")
    (gevonden,) = findings_in(f"{kop}verloop:\n  - {{datum: 2026-01-10, naar: opstart}}\n  - naar: verkennen\n")
    assert (gevonden.pad, gevonden.regel, gevonden.kolom) == (("verloop", 1, "datum"), 7, 5)
