"""A text of the group's own in a document: written in the file, kept in the dossier, and never lost."""

from pathlib import Path

import pytest
from runner import changed_lines, dossier_text, rewrite, run, snapshot


def write(folder: Path, tekst: str, place: str = "inleiding", document: str = "startnota") -> None:
    """Write on a free place as a person does: between the two marks."""
    path = folder / "documenten" / f"{document}.md"
    before, mark, after = path.read_text(encoding="utf-8").partition(f"<!-- vrij: {place} -->\n")
    _, end, rest = after.partition(f"<!-- einde: {place} -->")
    assert mark
    assert end
    path.write_text(f"{before}{mark}{tekst}\n{end}{rest}", encoding="utf-8")


def read(folder: Path, document: str = "startnota") -> str:
    return (folder / "documenten" / f"{document}.md").read_text(encoding="utf-8")


@pytest.fixture
def gemaakt(gevuld: Path) -> Path:
    """The dossier with its startnota."""
    run("render", "startnota")
    return gevuld


def test_what_is_written_on_a_free_place_goes_into_the_dossier_and_stays_in_the_document(gemaakt: Path) -> None:
    before = dossier_text(gemaakt)
    write(gemaakt, "Wij **danken** de buren.\n\n- voor de soep")
    assert run("status", "--json").code == 0

    outcome = run("render", "startnota")

    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith("De eigen tekst “inleiding” van startnota staat nu ook in het dossier.\n")
    assert [line[2:] for line in changed_lines(before, dossier_text(gemaakt))] == [
        "documenten:",
        "  startnota:",
        "    vrij:",
        "      inleiding: >-",
        "        Wij **danken** de buren.",
        "",
        "",
        "        - voor de soep",
    ]
    assert "<!-- vrij: inleiding -->\n\nWij **danken** de buren.\n\n- voor de soep\n\n<!-- einde: inleiding -->" in read(
        gemaakt
    )
    assert run("render", "startnota").out == "documenten/startnota.md was al actueel.\n"


def test_it_survives_a_change_of_the_dossier_and_another_template(gemaakt: Path) -> None:
    write(gemaakt, "Van ons.")
    run("zet", "waarom", "Anders.")
    assert run("render", "startnota").code == 0
    assert "Van ons." in read(gemaakt)
    assert "Anders." in read(gemaakt)

    (gemaakt / "documenten" / "startnota.md").unlink()
    run("render", "startnota")
    assert "Van ons." in read(gemaakt), "the dossier holds it"


def test_status_and_controle_see_that_it_was_written(gemaakt: Path) -> None:
    write(gemaakt, "Van ons.")
    before = snapshot(gemaakt)

    assert run("render", "startnota", "--controle").out == "documenten/startnota.md: verouderd\n"
    proef = run("render", "startnota", "--proef")

    assert proef.out.startswith("De eigen tekst “inleiding” van startnota komt ook in het dossier.\n")
    assert snapshot(gemaakt) == before


def test_it_counts_for_what_was_agreed(gemaakt: Path) -> None:
    run("vaststellen", "startnota")
    write(gemaakt, "Van ons.")
    run("render", "startnota")

    assert run("verschil", "startnota").out.splitlines()[1] == "  - Eigen tekst “inleiding” kwam erbij."
    run("vaststellen", "startnota")
    assert "Van ons." in (gemaakt / "documenten" / "vastgesteld" / "startnota-v2.md").read_text(encoding="utf-8")


def test_adopting_takes_it_over_too(gemaakt: Path) -> None:
    write(gemaakt, "Van ons.")
    run("vaststellen", "startnota")
    assert "Van ons." in (gemaakt / "documenten" / "vastgesteld" / "startnota-v1.md").read_text(encoding="utf-8")
    assert "inleiding: Van ons." in dossier_text(gemaakt)


def test_taking_it_out_of_the_document_takes_it_out_of_the_dossier(gemaakt: Path) -> None:
    write(gemaakt, "Van ons.")
    run("render", "startnota")
    write(gemaakt, "")
    run("render", "startnota")
    assert "Van ons." not in dossier_text(gemaakt)
    assert "Van ons." not in read(gemaakt)


def test_a_text_changed_in_the_dossier_comes_into_the_document(gemaakt: Path) -> None:
    write(gemaakt, "Van ons.")
    run("render", "startnota")
    run("zet", "documenten.startnota.vrij.inleiding", "Van ons allemaal.")
    run("render", "startnota")
    assert "Van ons allemaal." in read(gemaakt)


def test_a_text_changed_in_both_is_not_lost_on_either_side(gemaakt: Path) -> None:
    write(gemaakt, "Van ons.")
    run("render", "startnota")
    write(gemaakt, "In het document.")
    rewrite(gemaakt, "inleiding: Van ons.", "inleiding: In het dossier.")
    before = snapshot(gemaakt)

    outcome = run("render", "startnota")

    assert (outcome.code, outcome.err.splitlines()[0]) == (
        1,
        "De eigen tekst in documenten/startnota.md werd gewijzigd, en intussen ook in het dossier: inleiding.",
    )
    assert snapshot(gemaakt) == before
    assert run("render", "startnota", "--overschrijf").code == 0
    assert "In het dossier." in read(gemaakt)


def test_a_text_outside_the_free_places_is_found_and_protected_and_the_advice_names_them(gemaakt: Path) -> None:
    write(gemaakt, "Van ons.")
    path = gemaakt / "documenten" / "startnota.md"
    path.write_text(read(gemaakt).replace("## Het idee\n", "## Het idee\n\nErbij geschreven.\n"), encoding="utf-8")
    before = snapshot(gemaakt)

    outcome = run("render", "startnota")

    assert outcome.code == 1
    assert "-Erbij geschreven.\n" in outcome.out
    assert "Zet eigen tekst tussen “vrij: …” en “einde: …”" in outcome.err
    assert snapshot(gemaakt) == before

    assert run("render", "startnota", "--overschrijf").code == 0
    assert "Erbij geschreven." not in read(gemaakt)
    assert "Van ons." in read(gemaakt), "what stands on a free place is kept all the same"


def test_a_text_that_would_take_in_the_rest_of_the_document_is_refused(gemaakt: Path) -> None:
    write(gemaakt, "```\nvergeten te sluiten")
    before = snapshot(gemaakt)

    outcome = run("render", "startnota")

    assert (outcome.code, outcome.err.splitlines()[0]) == (
        1,
        "De eigen tekst “inleiding” van startnota laat iets open, zoals ``` of <!--; "
        "de rest van het document zou erin verdwijnen.",
    )
    assert snapshot(gemaakt) == before


def test_a_document_of_before_the_free_places_is_stale_and_not_edited_by_hand(gemaakt: Path) -> None:
    """Two marks in its colofon: so was it written by an earlier samenwerk, from this very dossier."""
    old = "# Startnota\n\n---\n\n*Gemaakt uit het dossier van de samenwerking. Kenmerk: 10039cdf-00000000*\n"
    (gemaakt / "documenten" / "startnota.md").write_text(old, encoding="utf-8")
    assert run("render", "startnota", "--controle").out == "documenten/startnota.md: verouderd\n"
    assert run("render", "startnota").code == 0
