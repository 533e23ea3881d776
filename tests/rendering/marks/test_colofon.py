"""The line below a document: what a file is, told from its text alone or from what the dossier says now."""

from cases import for_each

from samenwerk.rendering.marks.colofon import judge_by_stand, judge_by_text, sign

TEXT = "# Startnota – De Brug\n\nWaarom we samenwerken.\n"
STAND, ANDERE_STAND = "[1, 'concept']", "[2, 'concept']"
RENDERED = sign(TEXT, STAND)
KENMERK = RENDERED.rsplit(" ", 1)[1].strip("*\n")


def test_a_signed_text_ends_in_a_colofon_with_three_marks() -> None:
    assert RENDERED.startswith(TEXT + "\n---\n\n*Gemaakt uit het dossier van de samenwerking. Controlecode: ")
    assert [len(mark) for mark in KENMERK.split("-")] == [8, 8, 8]
    assert RENDERED.endswith(f"{KENMERK}*\n")


def test_a_mark_changes_with_the_text_and_with_the_stand_and_is_the_same_on_every_machine() -> None:
    assert sign(TEXT, STAND) == RENDERED
    assert KENMERK == "713f5abf-ca87fe21-0d4cbb29"
    tekst, stand, _ = KENMERK.split("-")
    assert f"{tekst}-" in sign(TEXT, ANDERE_STAND)
    assert f"-{stand}-" not in sign(TEXT, ANDERE_STAND)
    assert f"-{stand}-" in sign(TEXT + "Meer.\n", STAND)
    assert f"{tekst}-" not in sign(TEXT + "Meer.\n", STAND)


@for_each(
    [
        (None, "ontbreekt"),
        (RENDERED, "actueel"),
        (sign(TEXT, ANDERE_STAND), "verouderd"),
        (sign("# Een vorige startnota\n", STAND), "actueel"),
        (RENDERED.replace("Waarom", "Waartoe"), "met de hand bewerkt"),
        (TEXT, "met de hand bewerkt"),
        ("", "met de hand bewerkt"),
        (RENDERED.rstrip("\n"), "actueel"),
        (RENDERED + "\nNog iets.\n", "met de hand bewerkt"),
        (RENDERED.replace("Gemaakt uit", "Gemaakt met"), "met de hand bewerkt"),
        (RENDERED.replace(KENMERK, "00000000-00000000-00000000"), "met de hand bewerkt"),
        (RENDERED.replace(KENMERK, KENMERK.upper().replace("-", "–")), "met de hand bewerkt"),
        (RENDERED.replace("\n---\n", "\n***\n"), "actueel"),
        (RENDERED + RENDERED, "met de hand bewerkt"),
        ("Vooraf.\n" + RENDERED, "met de hand bewerkt"),
    ]
)
def test_a_file_is_judged_by_the_stand_without_rendering(existing: str | None, oordeel: str) -> None:
    assert judge_by_stand(existing, STAND) == oordeel


@for_each(
    [
        (None, "ontbreekt"),
        (RENDERED, "actueel"),
        (sign(TEXT, ANDERE_STAND), "verouderd"),
        (sign("# Een vorige startnota\n", STAND), "verouderd"),
        (sign("# Een vorige startnota\n", ANDERE_STAND), "verouderd"),
        (sign(TEXT, ""), "verouderd"),
        (RENDERED.replace("Waarom", "Waartoe"), "met de hand bewerkt"),
        (TEXT, "met de hand bewerkt"),
        ("", "met de hand bewerkt"),
        (RENDERED.replace(KENMERK, "00000000-00000000"), "met de hand bewerkt"),
        (RENDERED + "\n", "actueel"),
    ]
)
def test_a_file_is_judged_by_the_text_it_should_hold(existing: str | None, oordeel: str) -> None:
    assert judge_by_text(existing, RENDERED) == oordeel


def test_a_mark_of_before_of_the_text_to_the_letter_still_holds() -> None:
    before = RENDERED.replace("713f5abf", "0e43c490")
    assert judge_by_stand(before, STAND) == "actueel"
    assert judge_by_text(before, RENDERED) == "verouderd", "it is made again, with the mark of now"
    assert judge_by_stand(before.replace("Waarom", "Waartoe"), STAND) == "met de hand bewerkt"


def test_a_text_that_holds_a_colofon_itself_is_still_judged_by_the_last_one() -> None:
    twee = sign(RENDERED, STAND)
    assert judge_by_stand(twee, STAND) == "actueel"
    assert judge_by_stand(twee.replace("Waarom", "Waartoe"), STAND) == "met de hand bewerkt"
    assert judge_by_stand(twee, ANDERE_STAND) == "verouderd"


def test_a_text_with_bare_carriage_returns_was_not_written_by_the_tool() -> None:
    assert judge_by_stand(RENDERED.replace("\n", "\r"), STAND) == "met de hand bewerkt"
