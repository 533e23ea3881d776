"""More than one name or point in one answer, and what only looks like it."""

import pytest
from cases import for_each

from samenwerk.domain.opsomming import join_delen, read_namen, read_punten


@for_each(
    [
        ("Stad, Basisschool De Oever en de bib", ("Stad", "Basisschool De Oever", "de bib"), False),
        ("Stad, School, en Bib", ("Stad", "School", "Bib"), False),
        ("Stad en School", ("Stad", "School"), False),
        ("Stad; Bibliotheek, filiaal Zuid", ("Stad", "Bibliotheek, filiaal Zuid"), True),
        ("- Stad\n- School\n\n", ("Stad", "School"), True),
        ("1. Stad\r\n2) School", ("Stad", "School"), True),
        (f"Stad\n{'woord ' * 9}x", ("Stad", f"{'woord ' * 9}x"), False),
        ("Bibliotheek, afdeling Kaaiwijk", ("Bibliotheek, afdeling Kaaiwijk",), True),
        ("Huis van jeugd en gezin", ("Huis van jeugd en gezin",), True),
        ("Stad; ", ("Stad",), True),
        ("", ("",), True),
    ]
)
def test_names_are_taken_apart_where_a_person_sees_more_than_one(tekst: str, delen: tuple[str, ...], is_zeker: bool) -> None:
    assert read_namen(tekst) == (tekst.strip(" ;\n"), delen, is_zeker)


@for_each(
    [
        ("Opvang na school; gedeelde lokalen", ("Opvang na school", "gedeelde lokalen"), True),
        ("opvang, lokalen en ouders", ("opvang", "lokalen", "ouders"), False),
        ("• opvang\n• lokalen", ("opvang", "lokalen"), True),
        ("Een eerste alinea.\n\nEen tweede.", ("Een eerste alinea.", "Een tweede."), False),
        ("- opvang", ("opvang",), True),
        (
            "Zorg op maat, want die hoort bij de school en het CLB",
            ("Zorg op maat, want die hoort bij de school en het CLB",),
            True,
        ),
        ("Opvang voor en na school, die er al is, blijft", ("Opvang voor en na school, die er al is, blijft",), True),
        ("Leren en spelen", ("Leren en spelen",), True),
    ]
)
def test_a_point_is_a_sentence_and_keeps_its_commas(tekst: str, delen: tuple[str, ...], is_zeker: bool) -> None:
    assert read_punten(tekst) == (tekst.strip(" ;\n"), delen, is_zeker)


@pytest.mark.parametrize("delen", [("Stad", "Bibliotheek, filiaal Zuid"), ("de stad; de wijk", "School"), ("Eén punt",), ()])
def test_what_is_joined_is_taken_apart_again_and_stands_on_one_line_each(delen: tuple[str, ...]) -> None:
    assert read_punten(join_delen(("Op twee\nregels", "Eén"))).delen == ("Op twee regels", "Eén")
    assert read_namen(join_delen(delen)).delen == read_punten(join_delen(delen)).delen == (delen or ("",))
