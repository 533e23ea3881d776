"""The signs that other programs leave in a text, and those that no dossier may hold."""

import sys

import pytest
from cases import for_each
from hypothesis import given, settings
from hypothesis import strategies as st

from samenwerk.domain.tekens import clean_tekst, describe_lookalike, describe_teken, find_teken, remove_tekens

stable = settings(derandomize=True, deadline=None)


@for_each(
    [
        ("Eerste regel\x0btweede regel", "Eerste regel\ntweede regel"),
        ("een\x0ctwee\x85drie\u2028vier\u2029vijf\r\nzes\rzeven", "een\ntwee\ndrie\nvier\nvijf\nzes\nzeven"),
        ("\ufeffBegin", "Begin"),
        ("10\u00a0%, 3\u202fuur", "10 %, 3 uur"),
        ("samen\u00adwer\u200bken", "samenwerken"),
        ("👩\u200d🏫 en می\u200cخواهم", "👩\u200d🏫 en می\u200cخواهم"),
        ("een\ttabel\n\nen een witregel", "een\ttabel\n\nen een witregel"),
        ("bel\x07", "bel\x07"),
    ]
)
def test_a_text_is_cleaned_to_what_its_writer_saw(tekst: str, schoon: str) -> None:
    assert clean_tekst(tekst) == schoon


@given(st.text())
@stable
def test_what_is_clean_stays_and_nothing_visible_goes(tekst: str) -> None:
    schoon = clean_tekst(tekst)

    assert clean_tekst(schoon) == schoon
    assert [teken for teken in schoon if teken.isprintable() and teken != " "] == [
        teken for teken in tekst if teken.isprintable() and teken != " "
    ]


@pytest.mark.parametrize(
    ("tekst", "wat"),
    [
        ("Rust\x1b[31m.", "Escape (U+001B), na “Rust”"),
        ("\x00", "een nulteken (U+0000), helemaal vooraan"),
        ("Bel mij \u202a0475\u202c", "een teken dat de leesrichting omkeert (U+202A), na “mij”"),
        ("één\ntwee\x01", "een stuurteken (U+0001), na “twee”"),
        ("👩\u200d🏫 en\teen tabel\n", ""),
    ],
)
def test_what_may_not_stand_is_named_with_its_place(tekst: str, wat: str) -> None:
    assert describe_teken(tekst) == wat


ONTOELAATBAAR = [
    *(*range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0)),
    *(*range(0x202A, 0x202F), *range(0x2066, 0x206A)),
    *(*range(0xD800, 0xE000), 0xFEFF),
]


def test_exactly_the_signs_that_steer_or_turn_or_are_none_are_found() -> None:
    assert [code for code in range(sys.maxunicode + 1) if find_teken(chr(code))] == ONTOELAATBAAR


@given(st.text(), st.sampled_from(ONTOELAATBAAR), st.text())
@stable
def test_a_sign_is_found_wherever_it_stands_and_can_be_taken_out(ervoor: str, code: int, erna: str) -> None:
    tekst = f"{ervoor}{chr(code)}{erna}"

    assert describe_teken(tekst)
    assert not find_teken(remove_tekens(tekst))


@pytest.mark.parametrize(
    ("regel", "naam"),
    [
        ("\u00a0 naam", "een vaste spatie (U+00A0)"),
        ("\u200bnaam", "een onzichtbaar teken (U+200B)"),
        ("\u3000naam", "een onzichtbaar teken (U+3000)"),
    ],
)
def test_what_only_looks_like_a_space_is_named(regel: str, naam: str) -> None:
    assert describe_lookalike(regel) == f"Deze regel begint met een teken dat alleen op een spatie lijkt: {naam}."


@pytest.mark.parametrize("regel", ["naam", " naam", "\tnaam", ""])
def test_a_space_is_a_space(regel: str) -> None:
    assert describe_lookalike(regel) == ""
