"""What a dossier tells about itself: names in a sentence, and the steps back."""

from datetime import date

import pytest

from samenwerk.domain.partners import Partner, Stakeholder
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.tijdlijn import Stap

NETWERK = Samenwerking(
    partners={"stad": Partner(naam="Stad"), "ocmw": Partner(naam="OCMW, dienst welzijn"), "bib": Partner()},
    stakeholders={"ouders": Stakeholder(naam="Ouders")},
)


@pytest.mark.parametrize(
    ("sleutels", "namen"),
    [
        ((), ""),
        (("stad",), "Stad"),
        (("ocmw",), "OCMW, dienst welzijn"),
        (("stad", "ouders"), "Stad en Ouders"),
        (("stad", "bib", "nergens"), "Stad, bib en nergens"),
    ],
)
def test_names_stand_as_in_a_sentence_and_a_comma_in_a_name_stays_one(sleutels: tuple[str, ...], namen: str) -> None:
    assert NETWERK.namen_of(sleutels) == namen


def test_only_the_steps_to_an_earlier_fase_are_steps_back() -> None:
    weg = [
        Stap(datum=date(2026, 1, dag), naar=naar)
        for dag, naar in enumerate(("opstart", "verkennen", "opstart", "verkennen"), 1)
    ]
    assert Samenwerking(verloop=tuple(weg)).terugkeer == [weg[2]]
    assert Samenwerking(verloop=tuple(weg[:2])).terugkeer == []
    assert Samenwerking().terugkeer == []


def test_a_fase_that_was_left_back_is_begun_and_those_that_came_as_far_stand_together() -> None:
    weg = tuple(Stap(naar=fase) for fase in ("opstart", "verkennen", "delen", "verkennen"))

    assert Samenwerking(fase="verkennen", verloop=weg).weg == [
        ("klaar", ["opstart"]),
        ("nu", ["verkennen"]),
        ("begonnen", ["delen"]),
        ("nog niet", ["overeenkomen", "vormgeven", "uitvoeren"]),
    ]
