"""The one room that asks: answers that hold more than one thing, that are doubted once, and that are none."""

from collections.abc import Callable
from pathlib import Path

import pytest
from runner import converse

from samenwerk.cli.asking import line, signs
from samenwerk.cli.asking.questions import ask_choice, ask_delen, ask_until, ask_yes, doubt_once
from samenwerk.cli.asking.signs import LeftOpen, Sign, Stopped, Talk, WentBack
from samenwerk.domain.opsomming import read_namen
from samenwerk.errors import RefusedError
from samenwerk.storage.dossier import read_dossier

Typing = Callable[..., None]


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Typing:
    """What someone types at the questions that come, one after the other."""

    def will_type(*answers: str) -> None:
        lines = iter(answers)
        monkeypatch.setattr(line, "read_line", lambda *_, **__: line.Typed(next(lines)))

    return will_type


def refuse(text: str) -> str:
    raise RefusedError(f"“{text}” kan hier niet.")


@pytest.mark.parametrize(
    ("tekst", "antwoord", "delen", "gezegd"),
    [
        ("Stad, School", ["j"], ("Stad", "School"), "Dat zijn er twee: Stad; School. Zo bewaren? (j/n) [j]"),
        ("Stad, School", ["n"], ("Stad, School",), "Dat zijn er twee: Stad; School. Zo bewaren? (j/n) [j]"),
        ("Stad; School", [], ("Stad", "School"), "Dat zijn er twee: Stad; School."),
        ("Stad", [], ("Stad",), ""),
    ],
)
def test_several_names_are_offered_as_such_and_only_asked_about_where_it_is_not_certain(
    typed: Typing, capsys: pytest.CaptureFixture[str], tekst: str, antwoord: list[str], delen: tuple[str, ...], gezegd: str
) -> None:
    typed(*antwoord)

    assert ask_delen(read_namen(tekst)) == delen
    assert capsys.readouterr().err.strip() == gezegd


def test_what_is_doubted_is_kept_by_pressing_enter_again(typed: Typing, capsys: pytest.CaptureFixture[str]) -> None:
    typed("Jan Peeters", "Jan Peeters")
    read = doubt_once(str, lambda tekst: f"Dit lijkt op een naam: {tekst}.")

    assert ask_until("Wie?", read) == "Jan Peeters"
    gezegd = capsys.readouterr().err
    assert gezegd.count("Dit lijkt op een naam: Jan Peeters.") == 1
    assert "→ Pas het aan, of druk op Enter om het zo te houden." in gezegd


NOTHING, ALL = Talk(), Talk(lambda: None, can_go_back=True, can_leave_open=True, mark=lambda: None)


@pytest.mark.parametrize("talk", [NOTHING, ALL], ids=["where nothing can be done", "where all can be done"])
@pytest.mark.parametrize("word", sorted(set(signs._WORDS) - {"e"}))
def test_no_sign_is_ever_an_answer_and_between_quotes_each_is(typed: Typing, word: str, talk: Talk) -> None:
    typed(f" {word.upper()} ", "een antwoord")
    leaves = {Sign.STOP: Stopped} | ({Sign.BACK: WentBack, Sign.UNKNOWN: LeftOpen} if talk is ALL else {})
    leaving = leaves.get(signs._WORDS[word])
    if leaving is None:
        assert ask_until("Wat?", str, talk=talk) == "een antwoord"
    else:
        with pytest.raises(leaving):
            ask_until("Wat?", str, talk=talk)

    typed(f"“{word}”")
    assert ask_until("Wat?", str, talk=talk) == word


def test_who_goes_back_in_init_finds_what_was_answered(werkmap: Path) -> None:
    gesprek = converse(
        *("init", "huis"),
        answers=[
            ("Hoe heet de samenwerking?", "Huis van het Knid"),
            ("Waar werkt de groep", "Nederland"),
            ("Welke organisatie", "Stad; School"),
            ("Wat is het idee", "<"),
            ("Welke organisatie", "<"),
            ("Waar werkt de groep? Enkele documenten heten er anders. [Nederland]", "terug"),
            ("Hoe heet de samenwerking? [Huis van het Knid]", "Huis van het Kind"),
            ("Waar werkt de groep", ""),
            ("Welke organisatie", "Stad; Bib"),
            ("Wat is het idee", "Een plek."),
            ("elke versie", "n"),
        ],
    )

    assert gesprek.drafts[4] == "Stad; School"
    samenwerking = read_dossier(werkmap / "huis").samenwerking
    assert (samenwerking.naam, samenwerking.taal) == ("Huis van het Kind", "nederlands")
    assert [partner.naam for partner in samenwerking.partners.values()] == ["Stad", "Bib"]


@pytest.mark.parametrize(("sign", "leaving"), [("q", Stopped), (" <", WentBack), ("-", LeftOpen)])
def test_who_wants_to_leave_a_text_that_was_refused_need_not_take_it_away_first(
    typed: Typing, sign: str, leaving: type[BaseException]
) -> None:
    typed("heel breed", f"heel breed{sign}")
    with pytest.raises(leaving):
        ask_until("Hoe breed?", refuse, talk=ALL)


@pytest.mark.parametrize(
    ("ask", "is_replaced"),
    [
        (lambda: ask_choice("Welke invloed?", ["hoog", "laag"]), True),
        (lambda: ask_yes("Zeker?"), True),
        (lambda: ask_until("Hoe breed?", refuse), False),
    ],
    ids=["a choice", "yes or no", "a text"],
)
def test_who_chose_wrong_types_the_next_choice_in_its_place_and_a_text_is_mended(
    monkeypatch: pytest.MonkeyPatch, ask: Callable[[], object], *, is_replaced: bool
) -> None:
    asked: list[tuple[str, bool]] = []

    def read_line(draft: str, _names: object, *, selected: bool) -> line.Typed:
        asked.append((draft, selected))
        if len(asked) == 1:
            return line.Typed("breed")
        raise Stopped

    monkeypatch.setattr(line, "read_line", read_line)
    with pytest.raises(Stopped):
        ask()

    assert asked[1] == ("breed", is_replaced)
