"""The two processes and the five principles are there, in order, and the fields of the dossier fit them."""

from samenwerk.domain.dynamiek import LEERVRAGEN, PRINCIPES, PRINCIPES_INLEIDING
from samenwerk.domain.fasen import FASEN
from samenwerk.domain.partners import Profiel
from samenwerk.domain.record import GETAL
from samenwerk.domain.taal import capitalize
from samenwerk.domain.tijdlijn import INZICHTEN, PROCES_IDS, Evaluatie, Logboekregel
from samenwerk.domain.zinnen import telwoord


def test_there_are_five_principes_numbered_from_one() -> None:
    assert [(principe.nummer, principe.titel) for principe in PRINCIPES] == [
        (1, "Onderneem gezamenlijke acties"),
        (2, "Geef taal en aandacht aan leren en veranderen"),
        (3, "Werk samen aan een sterke identiteit van het netwerk"),
        (4, "Ga bewust om met de diversiteit"),
        (5, "Waardeer leer- en veranderingscompetenties"),
    ]
    assert PRINCIPES_INLEIDING.startswith(capitalize(telwoord(len(PRINCIPES))))


def test_a_line_of_the_logboek_can_name_every_principe_and_both_processes() -> None:
    principe = Logboekregel.velden["principe"]
    assert (principe.minimum, principe.maximum) == (PRINCIPES[0].nummer, PRINCIPES[-1].nummer)
    assert Logboekregel.velden["proces"].keuzes == PROCES_IDS == ("betekenisgeving", "interactie")


def test_every_fase_asks_one_question_for_each_of_the_two_processes() -> None:
    vragen = [getattr(fase, proces) for fase in FASEN for proces in PROCES_IDS]
    assert len(set(vragen)) == 12


def test_the_questions_of_principe_2_are_asked_of_the_group_and_every_evaluatie_answers_them_in_the_same_words() -> None:
    zin = " ".join(LEERVRAGEN).replace("? W", ", w")
    assert zin in PRINCIPES[1].bron.replace("zien wij", "zien we").replace("doe ik", "doen we")
    assert tuple(Evaluatie.velden[naam].titel for naam in INZICHTEN) == LEERVRAGEN


def test_the_profile_of_a_partner_asks_the_three_things_of_principe_5() -> None:
    uitleg = PRINCIPES[4].bron
    scores = [naam for naam, veld in Profiel.velden.items() if veld.soort == GETAL]
    for veld, woorden in zip(scores, ("eigen ervaring te delen", "inbreng", "bereid tot verandering"), strict=True):
        assert woorden in uitleg, veld
