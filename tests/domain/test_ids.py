"""The id of a dossier: any chance spells one, and no two spell the same."""

from hypothesis import given
from hypothesis import strategies as st

from samenwerk.domain.ids import CHANCE_BYTES, ID_VORM, make_id

chances = st.binary(min_size=CHANCE_BYTES, max_size=CHANCE_BYTES)


def test_an_id_is_three_groups_of_four_consonants() -> None:
    assert make_id(bytes([0x01, 0x23, 0x45, 0x67, 0x89, 0xAB])) == "bcdf-ghjk-mnpq"


@given(chances, chances)
def test_other_chance_gives_another_id_of_the_same_form(een: bytes, ander: bytes) -> None:
    assert ID_VORM.fullmatch(make_id(een))
    assert (make_id(een) == make_id(ander)) == (een == ander)
