"""How people's words are put in a sentence of ours."""

import pytest

from samenwerk.domain.zinnen import aangehaald, rangtelwoord, som_op, tel, telwoord


@pytest.mark.parametrize(
    ("namen", "gezegd"),
    [
        ([], ""),
        (["Stad"], "Stad"),
        (["Stad", "School"], "Stad en School"),
        (["Stad", "School", "Bib"], "Stad, School en Bib"),
        (["Bibliotheek, afdeling Kaaiwijk"], "Bibliotheek, afdeling Kaaiwijk"),
        (["Stad", "Bibliotheek, afdeling Kaaiwijk", "Politie"], "Stad; Bibliotheek, afdeling Kaaiwijk; Politie"),
        (["Jeugd en Gezin", "Politie"], "Jeugd en Gezin; Politie"),
    ],
)
def test_names_in_a_row_can_be_counted_whatever_stands_in_them(namen: list[str], gezegd: str) -> None:
    assert som_op(namen) == gezegd


def test_a_number_has_the_noun_that_goes_with_it() -> None:
    assert [tel(aantal, "dag", "dagen") for aantal in (0, 1, 2)] == ["0 dagen", "1 dag", "2 dagen"]


@pytest.mark.parametrize(
    ("tekst", "gezegd"),
    [
        ("Een buurtfeest.", "“Een buurtfeest”"),
        ("Brief  aan\nalle ouders", "“Brief aan alle ouders”"),
        ("Waarom?", "“Waarom?”"),
        ("", "“feest”"),
    ],
)
def test_a_title_stands_on_one_line_between_quotation_marks_without_its_full_stop(tekst: str, gezegd: str) -> None:
    assert aangehaald(tekst, "feest") == gezegd


def test_a_number_is_said_as_people_say_it() -> None:
    assert [telwoord(aantal) for aantal in (1, 2, 12, 13)] == ["één", "twee", "twaalf", "13"]


def test_which_one_in_a_row_is_said_as_people_say_it() -> None:
    assert [rangtelwoord(nummer) for nummer in (1, 2, 12, 13)] == ["eerste", "tweede", "twaalfde", "13e"]
