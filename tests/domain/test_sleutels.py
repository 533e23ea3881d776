"""A key looks like the name it is made of, in whichever script that is written."""

import pytest
from cases import for_each

from samenwerk.domain.record import SLEUTEL
from samenwerk.domain.sleutels import LONGEST, make_sleutel


@for_each(
    [
        ("Brede School De Brug", "brede-school-de-brug"),
        ("  Coördinatie & één! ", "coordinatie-een"),
        ("Coo\u0308rdinatie", "coordinatie"),
        ("été_2026", "ete-2026"),
        ("OCMW Gent – foto’s, ½ dag, €", "ocmw-gent-fotos-12-dag"),
        ("Ørsted Łódź, Straße", "orsted-lodz-strasse"),
        ("Школа №1 «Объединение»", "shkola-no1-obedinenie"),
        ("مدرسة", "mdrsh"),
        ("学校", "xuexiao"),
        ("서울", "seoul"),
        ("देव ٣", "dev-3"),
        ("👩‍🏫", "sleutel"),
        ("", "sleutel"),
    ]
)
def test_a_key_is_made_of_a_text(tekst: str, sleutel: str) -> None:
    assert make_sleutel(tekst) == sleutel


@pytest.mark.parametrize("tekst", ["Samenwerkingsverband voor kinderopvang en onderwijs", "学校" * 30, "x" * 60])
def test_a_key_is_short_and_cut_after_a_word(tekst: str) -> None:
    sleutel = make_sleutel(tekst)

    assert SLEUTEL.fullmatch(sleutel)
    assert len(sleutel) <= LONGEST
