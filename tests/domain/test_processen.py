"""How much attention each of the two processes gets, and what is asked where one gets none."""

from datetime import date

import pytest
from cases import for_each

from samenwerk.domain.fasen import FASEN, fase_of
from samenwerk.domain.processen import Aandacht, count_aandacht, count_aandacht_per_fase, describe_balans
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.tijdlijn import Gesprek, Logboekregel, Stap

BEGIN, NU = date(2026, 1, 10), date(2026, 5, 1)
WEG = (Stap(datum=BEGIN, naar="opstart"), Stap(datum=date(2026, 3, 1), naar="verkennen"), Stap(datum=NU, naar="opstart"))


def met(*regels: Logboekregel, gesprekken: tuple[Gesprek, ...] = ()) -> Samenwerking:
    return Samenwerking(fase="opstart", verloop=WEG, logboek=regels, gesprekken=gesprekken)


@for_each(
    [
        (met(), 0, 0),
        (met(Logboekregel(datum=NU, proces="betekenisgeving", tekst="x")), 1, 0),
        (met(Logboekregel(datum=NU, proces="betekenisgeving", soort="succes", tekst="x")), 1, 0),
        (met(Logboekregel(datum=NU, soort="succes", tekst="x")), 0, 1),
        (met(Logboekregel(datum=NU, soort="succes")), 0, 0),
        (met(Logboekregel(datum=NU, soort="nota", tekst="x")), 0, 0),
        (met(Logboekregel(datum=NU, tekst="x")), 0, 0),
        (met(Logboekregel(datum=date(2026, 4, 30), proces="interactie", tekst="x")), 0, 0),
        (met(Logboekregel(proces="interactie", tekst="x")), 0, 0),
        (met(gesprekken=(Gesprek(datum=NU), Gesprek())), 0, 1),
    ]
)
def test_what_is_dated_in_this_ronde_counts_for_its_process(
    dossier: Samenwerking, betekenisgeving: int, interactie: int
) -> None:
    assert count_aandacht(dossier) == Aandacht("opstart", betekenisgeving, interactie)


def test_per_fase_all_its_rondes_count_together_and_no_fase_that_was_never_entered() -> None:
    dossier = met(
        Logboekregel(datum=BEGIN, proces="interactie", tekst="x"),
        Logboekregel(datum=NU, proces="interactie", tekst="x"),
        Logboekregel(datum=date(2026, 3, 2), proces="betekenisgeving", tekst="x"),
        Logboekregel(datum=date(2020, 1, 1), proces="betekenisgeving", tekst="x"),
    )
    assert count_aandacht_per_fase(dossier) == [Aandacht("opstart", 0, 2), Aandacht("verkennen", 1, 0)]


@pytest.mark.parametrize("fase", [fase.id for fase in FASEN])
def test_a_process_without_attention_gets_the_question_its_fase_asks_of_it(fase: str) -> None:
    vraag = {naam: f"De vraag van deze fase: {getattr(fase_of(fase), naam)}" for naam in ("betekenisgeving", "interactie")}
    assert describe_balans(Aandacht(fase, 2, 1)) == ["Beide processen krijgen in deze ronde aandacht."]
    assert describe_balans(Aandacht(fase, 0, 9)) == [
        "Over betekenisgeving staat in deze ronde nog niets.",
        vraag["betekenisgeving"],
    ]
    assert describe_balans(Aandacht(fase, 1, 0)) == ["Over interactie staat in deze ronde nog niets.", vraag["interactie"]]
    assert describe_balans(Aandacht(fase, 0, 0)) == ["Over beide processen staat in deze ronde nog niets.", *vraag.values()]
