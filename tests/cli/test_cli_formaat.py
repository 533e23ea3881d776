"""One of a newer samenwerk is told as such and left alone; what is unknown within our formaat is kept."""

from pathlib import Path

import pytest
from runner import dossier_text, rewrite, run, snapshot


@pytest.mark.parametrize("geschreven", ["2", "'2'", "007", "999999999"])
@pytest.mark.parametrize("words", [("status",), ("render",), ("controleer",), ("zet", "idee", "x"), ("zet", "formaat", "1")])
def test_a_dossier_of_a_newer_samenwerk_is_told_as_such_and_left_alone(
    gevuld: Path, words: tuple[str, ...], geschreven: str
) -> None:
    rewrite(gevuld, "formaat: 1", f"formaat: {geschreven}")
    before = snapshot(gevuld)

    outcome = run(*words)

    assert (outcome.code, outcome.out) == (3, "")
    assert outcome.err == (
        "Dit dossier is gemaakt met een nieuwere versie van samenwerk.\n"
        f"  samenwerking.yaml:2:10: Hier staat formaat {int(geschreven.strip(chr(39)))}; "
        "deze versie van samenwerk kent formaat 1.\n"
        "    → Werk samenwerk bij.\n"
    )
    assert snapshot(gevuld) == before


def test_a_program_knows_a_newer_dossier_by_its_code(gevuld: Path) -> None:
    rewrite(gevuld, "formaat: 1", "formaat: 2")

    (fout,) = run("status", "--json").json["fouten"]

    assert (fout["code"], fout["pad"], fout["regel"]) == ("formaat_nieuwer", "formaat", 2)


def test_what_a_newer_dossier_means_by_its_fields_is_not_judged(gevuld: Path) -> None:
    rewrite(gevuld, "formaat: 1", "formaat: 2")
    rewrite(gevuld, "toestand: actief", "toestand: aktief")

    assert "aktief" not in run("status").err


@pytest.mark.parametrize("geschreven", ["0", "twee", "1.1", "9999999999999999999", ""])
def test_a_formaat_that_is_no_number_we_could_ever_write_is_repaired_by_hand_only(gevuld: Path, geschreven: str) -> None:
    rewrite(gevuld, "formaat: 1", f"formaat: {geschreven}")
    before = snapshot(gevuld)

    assert run("status").err.startswith("In samenwerking.yaml staat 1 fout.")

    assert run("zet", "formaat", "1") == (
        1,
        "",
        "“formaat” kan niet met zet.\n→ Het hoort bij samenwerk zelf. Klopt het niet, herstel het dan "
        "in samenwerking.yaml zelf.\n",
    )
    assert snapshot(gevuld) == before


def test_status_tells_of_fields_that_this_version_does_not_know_and_every_command_keeps_them(gevuld: Path) -> None:
    rewrite(gevuld, "begeleider:", "toekomstveld: {a: [1]}\nbegeleider:")
    rewrite(gevuld, "  ritme: 6 maanden", "  ritme: 6 maanden\n  plaats: de bib")
    assert run("zet", "waarom", "Samen.").code == 0

    assert (
        "\nWat deze versie van samenwerk niet kent\n"
        f"  toekomstveld (regel {line_of(gevuld, 'toekomstveld')})\n"
        f"  evaluatiebeleid.plaats (regel {line_of(gevuld, '  plaats')})\n"
        "  → Dat blijft staan, maar komt in geen document. Bekijk meer: samenwerk controleer\n\n→ "
    ) in run("status", "--alles").out
    assert [veld["pad"] for veld in run("status", "--json").json["onbekende_velden"]] == [
        "toekomstveld",
        "evaluatiebeleid.plaats",
    ]


def line_of(folder: Path, begin: str) -> int:
    """The number of the one line that begins so."""
    (number,) = (number for number, line in enumerate(dossier_text(folder).splitlines(), 1) if line.startswith(begin))
    return number


def test_where_more_stands_than_the_formaat_a_number_is_asked(gevuld: Path) -> None:
    rewrite(gevuld, "formaat: 1", "formaat: [1]")

    assert "Bij “formaat” hoort één getal.\n    → Deze samenwerk kent formaat 1." in run("status").err
