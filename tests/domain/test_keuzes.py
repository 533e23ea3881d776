"""What someone means with a word, and may have meant by a wrong one."""

from contextlib import suppress

import pytest
from cases import for_each
from hypothesis import given, settings
from hypothesis import strategies as st

from samenwerk.domain.fasen import FASE_IDS
from samenwerk.domain.keuzes import read_keuze, read_keuzes, suggest
from samenwerk.errors import WrongUsageError


@pytest.mark.parametrize(
    ("woord", "keuzes", "zin"),
    [
        ("verkenen", FASE_IDS, "Bedoelde u “verkennen”?"),
        ("VERKENNEN", FASE_IDS, "Bedoelde u “verkennen”?"),
        ("qqq", ("voor", "tegen"), "Kies uit: voor, tegen."),
        ("", ("voor", "tegen"), "Kies uit: voor, tegen."),
        ("stad", (), ""),
    ],
)
def test_a_wrong_word_gets_the_word_it_looks_like_or_all_choices(woord: str, keuzes: tuple[str, ...], zin: str) -> None:
    assert suggest(woord, keuzes) == zin
    assert suggest(woord, list(keuzes)) == zin


PARTNERS = {
    "stad": "Stad Voorbeeldstad",
    "oever": "Basisschool De Oever",
    "bib": "Bibliotheek, filiaal Zuid",
    "spil": "De Spil é",
}


@for_each(
    [
        *(("1", "stad"), ("4", "spil"), ("stad", "stad"), ("STAD VOORBEELDSTAD", "stad"), ("oever", "oever")),
        *(
            ("basis", "oever"),
            ("filiaal", "bib"),
            ("De spil  e", "spil"),
            ("de bib", "bib"),
            ("de bib,", "bib"),
            ("Basis:", "oever"),
            (":", ""),
            ("de", ""),
            ("b", ""),
            ("5", ""),
            ("0", ""),
        ),
        *(("", ""), ("spoor", ""), ("9" * 5000, "")),
    ]
)
def test_a_choice_is_known_by_its_number_its_name_or_a_part_that_no_other_has(woord: str, sleutel: str) -> None:
    if sleutel:
        assert read_keuze(woord, PARTNERS) == sleutel
    else:
        with pytest.raises(WrongUsageError):
            read_keuze(woord, PARTNERS)


def test_what_fits_more_than_one_is_answered_with_all_that_fit() -> None:
    with pytest.raises(WrongUsageError) as refused:
        read_keuze("b", PARTNERS)

    assert refused.value.melding == "“b” kan meer dan één zijn."
    assert refused.value.oplossing == "Kies uit: Basisschool De Oever; Bibliotheek, filiaal Zuid."


@pytest.mark.parametrize("woord", ["de", "en", "an", "2", "o"])
def test_a_letter_or_two_are_a_part_only_where_a_word_of_the_name_begins(woord: str) -> None:
    keuzes = {"stakeholderanalyse": "Stakeholderanalyse", "startnota": "Startnota", "intentie": "Intentie", "bib-2": "Wijk"}

    with pytest.raises(WrongUsageError, match=f"“{woord}” kan hier niet"):
        read_keuze(woord, keuzes, eerste=None)
    assert read_keuze("w", keuzes, eerste=None) == "bib-2"
    assert read_keuze("old", keuzes, eerste=None) == "stakeholderanalyse"


@pytest.mark.parametrize(
    ("woord", "keuzes", "namen"),
    [
        ("de oever", {"school": "De Oever", "crèche": "De Oever"}, "De Oever (school), De Oever (crèche)"),
        ("School", {"school": "De bib", "school-2": "School"}, "De bib, School (school-2)"),
    ],
)
def test_a_name_that_may_be_more_than_one_is_told_with_its_key(woord: str, keuzes: dict[str, str], namen: str) -> None:
    with pytest.raises(WrongUsageError) as refused:
        read_keuze(woord, keuzes)

    assert refused.value.oplossing == f"Kies uit: {namen}."


def test_what_is_a_key_is_never_a_name_or_a_number() -> None:
    assert read_keuze("school", {"bib": "School", "school": "Bib", "3": "Stad"}) == "school"
    assert read_keuze("3", {"bib": "School", "school": "Bib", "3": "Stad"}) == "3"


ACTIESTATUS = ("gepland", "lopend", "klaar", "niet uitgevoerd", "geschrapt")


@pytest.mark.parametrize(
    ("woord", "keuze"),
    [("Klaar", "klaar"), ("NIET", "niet uitgevoerd"), ("l", "lopend"), ("uitgevoerd", ""), ("g", ""), ("2", "")],
)
def test_a_word_is_known_by_its_beginning_only_for_its_end_may_say_the_opposite(woord: str, keuze: str) -> None:
    keuzes = {status: status for status in ACTIESTATUS}

    if keuze:
        assert read_keuze(woord, keuzes, eerste=None) == keuze
    else:
        with pytest.raises(WrongUsageError):
            read_keuze(woord, keuzes, eerste=None)


def test_a_choice_that_is_a_number_is_meant_before_a_place_in_the_list() -> None:
    assert read_keuze("1", {"twee": "2", "een": "1"}) == "een"
    assert read_keuze("0", {"opstart": "Opstart", "verkennen": "Verkennen"}, eerste=0) == "opstart"


@for_each(
    [
        ("1, spil", ("stad", "spil")),
        ("oever; Bibliotheek, filiaal Zuid", ("oever", "bib")),
        ("Bibliotheek, filiaal Zuid", ("bib",)),
        ("stad, bibliotheek, filiaal zuid, Basis", ("stad", "bib", "oever")),
        ("stad,stad,", ("stad",)),
        ("Bibliotheek, filiaal Zuid (bib), stad", ("bib", "stad")),
        ("1, oever en De Spil é", ("stad", "oever", "spil")),
        ("", ()),
    ]
)
def test_more_than_one_choice_is_given_with_commas(tekst: str, sleutels: tuple[str, ...]) -> None:
    assert read_keuzes(tekst, PARTNERS) == sleutels


def test_an_en_that_belongs_to_a_name_is_no_end_of_it() -> None:
    keuzes = {"duo": "Kinderen en ouders", "stad": "Stad"}

    assert read_keuzes("kinderen en ouders", keuzes) == ("duo",)
    assert read_keuzes("Stad en Kinderen en ouders", {**keuzes, "kinderen": "Kinderen"}) == ("stad", "duo")
    assert read_keuzes("kinderen en oud, stad", keuzes) == ("duo", "stad")


@pytest.mark.parametrize("woord", ["iedereen", "Allemaal", " alle ", "ALLEN"])
def test_one_word_means_all_of_them_unless_it_is_in_a_name(woord: str) -> None:
    assert read_keuzes(woord, PARTNERS) == tuple(PARTNERS)
    assert read_keuzes(woord, {**PARTNERS, "vzw": f"{woord.strip()} leest vzw"}) == ("vzw",)


@given(st.lists(st.text(min_size=1), unique_by=str.casefold, min_size=1), st.data())
@settings(derandomize=True, deadline=None)
def test_a_whole_name_is_never_taken_for_another(namen: list[str], data: st.DataObject) -> None:
    naam = data.draw(st.sampled_from(namen))
    keuzes = {f"sleutel-{nummer}": naam for nummer, naam in enumerate(namen)}

    with suppress(WrongUsageError):
        assert keuzes[read_keuze(naam, keuzes)] == naam
