"""The signs that other programs leave in a text, and those that no dossier may hold."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samenwerk.domain.tekens import ONTOELAATBAAR, clean_tekst, describe_lookalike, describe_teken

stable = settings(derandomize=True, deadline=None)


@pytest.mark.parametrize(
    ("tekst", "schoon"),
    [
        ("Eerste regel\x0btweede regel", "Eerste regel\ntweede regel"),
        ("een\x0ctwee\x85drie\u2028vier\u2029vijf\r\nzes\rzeven", "een\ntwee\ndrie\nvier\nvijf\nzes\nzeven"),
        ("\ufeffBegin", "Begin"),
        ("10\u00a0%, 3\u202fuur", "10 %, 3 uur"),
        ("samen\u00adwer\u200bken", "samenwerken"),
        ("👩\u200d🏫 en می\u200cخواهم", "👩\u200d🏫 en می\u200cخواهم"),
        ("een\ttabel\n\nen een witregel", "een\ttabel\n\nen een witregel"),
        ("bel\x07", "bel\x07"),
    ],
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


@given(st.text())
@stable
def test_a_sign_is_named_exactly_when_there_is_one(tekst: str) -> None:
    assert bool(describe_teken(tekst)) == bool(ONTOELAATBAAR.search(tekst))


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
