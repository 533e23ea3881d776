"""The table of overgangen: every pair has an answer, and the answers are the four rules of the docstring of fasen.py."""

from datetime import date
from itertools import product

import pytest
from cases import for_each
from effort import tries
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from samenwerk.cli.remedies import say
from samenwerk.domain.controle import check_samenwerking
from samenwerk.domain.documenten import DOCUMENT_IDS
from samenwerk.domain.fasen import (
    BLIJFT,
    EINDTOESTANDEN,
    FASE_IDS,
    FASEN,
    SPRONG,
    TERUG,
    TOESTANDEN,
    VOORUIT,
    Fase,
    Overgang,
    decide_overgang,
    describe_moves,
    describe_toestand,
    earlier_fasen,
    fase_of,
    find_fase,
    next_fase,
    step_soort,
)
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.tijdlijn import Stap

PAREN = list(product(FASE_IDS, FASE_IDS))


def test_the_six_fasen_are_those_of_the_design_in_their_order() -> None:
    assert [(fase.nummer, fase.id, fase.resultaat) for fase in FASEN] == [
        (0, "opstart", ("stakeholderanalyse",)),
        (1, "verkennen", ("startnota",)),
        (2, "delen", ("intentieverklaring",)),
        (3, "overeenkomen", ("afsprakennota", "actieplan")),
        (4, "vormgeven", ("projectfiche",)),
        (5, "uitvoeren", ("procesplan", "evaluatiebeleid")),
    ]
    assert TOESTANDEN == ("actief", "slapend", "afgerond", "gestopt", "samengevoegd")
    assert EINDTOESTANDEN == ("slapend", "afgerond", "gestopt", "samengevoegd")


def test_every_fase_asks_its_questions_as_questions_and_ends_in_documents_that_exist() -> None:
    for fase in FASEN:
        for vraag in (fase.kernvraag, fase.betekenisgeving, fase.interactie):
            assert vraag.endswith("?"), fase.id
            assert vraag[0].isupper(), fase.id
        assert set(fase.resultaat) <= set(DOCUMENT_IDS)


@for_each((van, naar, toestand) for (van, naar), toestand in product(PAREN, TOESTANDEN))
def test_every_pair_in_every_toestand_has_an_answer_that_follows_the_four_rules(van: str, naar: str, toestand: str) -> None:
    overgang = decide_overgang(van, naar, toestand)
    stappen = FASE_IDS.index(naar) - FASE_IDS.index(van)

    assert (overgang.van, overgang.naar) == (van, naar)
    assert overgang.is_mogelijk == (toestand == "actief" and (stappen == 1 or stappen < 0))
    assert overgang.soort == {0: BLIJFT, 1: VOORUIT}.get(stappen, SPRONG if stappen > 0 else TERUG)


@for_each((van, naar, toestand) for (van, naar), toestand in product(PAREN, TOESTANDEN))
def test_every_refusal_is_a_sentence_and_says_which_moves_are_possible(van: str, naar: str, toestand: str) -> None:
    overgang = decide_overgang(van, naar, toestand)
    if overgang.is_mogelijk:
        assert (overgang.melding, overgang.oplossing) == ("", "")
        return
    assert overgang.melding[0].isupper()
    assert overgang.melding.endswith(".")
    if toestand != "actief":
        assert describe_toestand(toestand) in overgang.melding
        assert "samenwerk heropen" in say(overgang.oplossing)
    else:
        assert overgang.oplossing == describe_moves(van)


@pytest.mark.parametrize("van", FASE_IDS)
def test_the_moves_that_are_described_are_exactly_the_moves_of_the_table(van: str) -> None:
    zin = say(describe_moves(van))
    terug = zin.lower().partition("terug naar ")[2].partition(": samenwerk")[0]
    mogelijk = [fase.naam.lower() for fase in FASEN if step_soort(van, fase.id) == TERUG]

    assert terug.replace(" of ", ", ").split(", ") == (mogelijk or [""])
    assert (f"samenwerk terug naar {FASE_IDS[0]}" in zin) == bool(mogelijk)
    assert ("samenwerk fase volgende" in zin) == (VOORUIT in [step_soort(van, naar) for naar in FASE_IDS])
    assert ("samenwerk afsluiten" in zin) == (van == "uitvoeren")


def read_aloud(overgang: Overgang) -> tuple[str, str]:
    return overgang.melding, say(overgang.oplossing)


def test_the_refusals_read_as_a_facilitator_would_say_them() -> None:
    assert read_aloud(decide_overgang("verkennen", "vormgeven", "actief")) == (
        "De groep kan niet in één keer naar de fase Vormgeven. Eerst komt de fase Delen.",
        "Vooruit naar de fase Delen: samenwerk fase volgende, of terug naar Opstart: samenwerk terug naar opstart",
    )
    assert read_aloud(decide_overgang("opstart", "opstart", "actief")) == (
        "De groep staat al in de fase Opstart.",
        "Vooruit naar de fase Verkennen: samenwerk fase volgende",
    )
    assert read_aloud(decide_overgang("delen", "verkennen", "gestopt")) == (
        "De samenwerking is gestopt. Alleen een actieve samenwerking verandert van fase.",
        "Begin eerst weer: samenwerk heropen",
    )
    assert say(describe_moves("uitvoeren")) == (
        "Terug naar Opstart, Verkennen, Delen, Overeenkomen of Vormgeven: samenwerk terug naar opstart, "
        "of stoppen: samenwerk afsluiten"
    )


def test_uitvoeren_has_no_next_fase_and_opstart_no_earlier_one() -> None:
    assert [fase.id if fase else None for fase in map(next_fase, FASE_IDS)] == [*FASE_IDS[1:], None]
    assert [[fase.id for fase in earlier_fasen(van)] for van in FASE_IDS] == [list(FASE_IDS[:n]) for n in range(6)]


class Pogingen(RuleBasedStateMachine):
    """A group that tries whatever comes to its mind, and writes down only what the table allows."""

    def __init__(self) -> None:
        super().__init__()
        self.toestand = "actief"
        self.verloop = [Stap(datum=date(2026, 1, 1), naar="opstart", reden="Begin.")]

    @property
    def fase(self) -> str:
        return self.verloop[-1].naar

    @rule(naar=st.sampled_from(FASE_IDS), dagen=st.integers(0, 400))
    def try_step(self, naar: str, dagen: int) -> None:
        overgang = decide_overgang(self.fase, naar, self.toestand)
        if overgang.is_mogelijk:
            vorige = self.verloop[-1].datum
            assert vorige is not None
            dag = date.fromordinal(vorige.toordinal() + dagen)
            self.verloop.append(Stap(datum=dag, naar=naar, reden="Zo beslist."))

    @rule(toestand=st.sampled_from(TOESTANDEN))
    def close_or_reopen(self, toestand: str) -> None:
        self.toestand = toestand

    @invariant()
    def every_step_taken_is_one_of_the_table(self) -> None:
        for vorige, stap in zip(self.verloop, self.verloop[1:], strict=False):
            verschil = FASE_IDS.index(stap.naar) - FASE_IDS.index(vorige.naar)
            assert verschil == 1 or verschil < 0

    @invariant()
    def the_verloop_replayed_is_accepted_without_a_word(self) -> None:
        dossier = Samenwerking(formaat=1, naam="Netwerk", fase=self.fase, toestand=self.toestand, verloop=tuple(self.verloop))
        assert check_samenwerking(dossier) == []


Pogingen.TestCase.settings = settings(derandomize=True, deadline=None, max_examples=tries(30), stateful_step_count=25)
TestNoSequenceOfAttemptsLeavesTheTable = Pogingen.TestCase


@pytest.mark.parametrize("fase", FASEN, ids=FASE_IDS)
def test_a_fase_is_found_by_its_id_its_number_and_its_full_names_in_any_case(fase: Fase) -> None:
    for woord in (fase.id, str(fase.nummer), fase.naam, *fase.andere_namen):
        for geschreven in (woord, woord.upper(), woord.title(), f"  {woord}\t", woord.replace(" ", "   ")):
            assert find_fase(geschreven) is fase
    assert fase_of(fase.id) is fase


def test_the_names_the_source_text_gives_are_found() -> None:
    for woord, fase_id in {
        "Voorfase/Opstartfase": "opstart",
        "Overeenkomen: koers en richting bepalen": "overeenkomen",
        "Uitvoeren en vernieuwen": "uitvoeren",
    }.items():
        assert find_fase(woord) is fase_of(fase_id)


@for_each(
    (each,)
    for each in [
        "",
        " ",
        "del",
        "delenn",
        "d",
        "6",
        "-1",
        "00",
        "1.0",
        "vorm",
        "vormgeving",
        "uitvoer",
        "vernieuwen",
        "start",
        "fase",
        "²",
    ]
)
def test_a_fase_is_never_guessed(woord: str) -> None:
    assert find_fase(woord) is None


@settings(derandomize=True, deadline=None)
@given(st.text())
def test_only_a_known_word_finds_a_fase(woord: str) -> None:
    bekend = {naam for fase in FASEN for naam in (fase.id, str(fase.nummer), fase.naam.casefold(), *fase.andere_namen)}
    assert (find_fase(woord) is not None) == (" ".join(woord.split()).casefold() in bekend)


def test_no_word_means_two_fasen() -> None:
    woorden = [{fase.id, str(fase.nummer), fase.naam.casefold(), *fase.andere_namen} for fase in FASEN]
    assert len(set().union(*woorden)) == sum(map(len, woorden))
