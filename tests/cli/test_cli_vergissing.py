"""What was agreed or adopted by mistake is taken back with --weg, as if it had not been: that is no withdrawal."""

from pathlib import Path

import pytest
from runner import Terminal, dossier_text, run, snapshot

NOTA = "intentieverklaring"
TAKE_BACK = ("instemmen", NOTA, "--partner", "stad", "--weg")


@pytest.fixture
def vastgesteld(gevuld: Path) -> Path:
    """The dossier with version 1 of the intentieverklaring, adopted today; something else is in its list of documents."""
    assert run("vaststellen", "startnota").code == 0
    assert run("vaststellen", NOTA).code == 0
    assert run("instemmen", NOTA, "--partner", "school").code == 0
    return gevuld


def test_a_wrong_consent_of_today_leaves_the_file_as_it_was_and_is_shown_first(vastgesteld: Path) -> None:
    before = dossier_text(vastgesteld)
    run("instemmen", NOTA, "--partner", "stad", "--soort", "ondertekend", "--namens", "het college")

    refused = run(*TAKE_BACK)
    outcome = run(*TAKE_BACK, "--ja")

    assert (refused.code, refused.err) == (4, "Zeg of dit weg mag.\n→ Voeg --ja toe, of --proef om te kijken.\n")
    assert outcome.out == (
        "Stad bij versie 1 van intentieverklaring\n  Datum: 2026-03-15\n  Soort: ondertekend\n  Namens: het college\n"
        "Wat Stad het laatst zei van versie 1 van de intentieverklaring, is weggehaald.\n"
        "→ Zet het ook in het document: samenwerk render intentieverklaring\n"
    )
    assert dossier_text(vastgesteld) == before
    assert "ingetrokken" not in dossier_text(vastgesteld)


@pytest.mark.parametrize(
    "last",
    [("--soort", "bekrachtigd", "--voorbehoud", "Als het mag"), ("--intrekken",)],
    ids=["another consent", "a withdrawal"],
)
def test_what_the_partner_said_before_holds_again(vastgesteld: Path, last: tuple[str, ...]) -> None:
    run("instemmen", NOTA, "--partner", "stad", "--soort", "ondertekend", "--namens", "het college")
    before = dossier_text(vastgesteld)
    assert run("instemmen", NOTA, "--partner", "stad", *last).code == 0

    assert run(*TAKE_BACK, "--ja", "--json").json["versie"] == 1
    assert dossier_text(vastgesteld) == before


def test_of_an_earlier_day_the_logboek_says_so(vastgesteld: Path) -> None:
    run("instemmen", "startnota", "--partner", "stad", "--datum", "2026-03-15")
    text = dossier_text(vastgesteld).replace("2026-03-15", "2026-03-10")
    (vastgesteld / "samenwerking.yaml").write_text(text, encoding="utf-8")

    assert run("instemmen", "startnota", "--partner", "stad", "--weg", "--ja").code == 0
    assert run("vaststellen", "startnota", "--weg", "--ja").code == 0

    assert [moment["tekst"] for moment in run("logboek", "--json").json["momenten"]] == [
        "Rechtgezet: de instemming van Stad met versie 1 van de startnota, van 10 maart 2026, is weggehaald.",
        "Rechtgezet: versie 1 van de startnota van 10 maart 2026 is weggehaald.",
    ]


def test_a_version_nobody_agreed_to_goes_with_what_was_kept_of_it_and_can_be_made_again(vastgesteld: Path) -> None:
    before = snapshot(vastgesteld)
    run("zet", "waarom", "Samen gaat het beter.")
    text = dossier_text(vastgesteld)
    assert run("vaststellen", "startnota").code == 0

    outcome = run("vaststellen", "startnota", "--weg", "--ja")

    assert outcome.out == (
        "startnota, versie 2, vastgesteld op 15 maart 2026\nVersie 2 van de startnota is weggehaald.\n"
        "→ Maak het document opnieuw: samenwerk render startnota\n"
        "Wat ervan bewaard werd, gaat mee weg: documenten/vastgesteld/startnota-v2.md en "
        "documenten/vastgesteld/startnota-v2.json.\n"
    )
    assert dossier_text(vastgesteld) == text
    run("render", "startnota")
    assert snapshot(vastgesteld).keys() == before.keys()
    assert run("vaststellen", "startnota", "--json").json["versie"] == 2


def test_a_version_to_which_a_partner_said_something_stays_until_that_is_taken_back(vastgesteld: Path) -> None:
    before = snapshot(vastgesteld)

    outcome = run("vaststellen", NOTA, "--weg", "--ja")

    assert (outcome.code, outcome.err) == (
        1,
        "Versie 1 van de intentieverklaring kan niet weg: School zei er al iets van.\n"
        "→ Was dat ook een vergissing: samenwerk instemmen intentieverklaring --partner school --weg\n",
    )
    assert snapshot(vastgesteld) == before
    assert run("instemmen", NOTA, "--partner", "school", "--weg", "--ja").code == 0
    assert run("vaststellen", NOTA, "--weg", "--ja").code == 0
    assert run("fase", "weg", "--ja").code == 0, "on the step no version rests any more"


def test_a_kept_text_that_someone_changed_is_not_thrown_away(vastgesteld: Path) -> None:
    kept = vastgesteld / "documenten" / "vastgesteld" / "startnota-v1.md"
    kept.write_text("van een ander\n", encoding="utf-8")

    outcome = run("vaststellen", "startnota", "--weg", "--ja")

    assert (outcome.code, kept.read_text(encoding="utf-8")) == (1, "van een ander\n")
    assert "is gewijzigd sinds het bewaard werd." in outcome.err


@pytest.mark.parametrize(
    ("words", "code", "err"),
    [
        (TAKE_BACK, 1, "Van Stad staat er geen instemming bij de intentieverklaring.\n"),
        (
            (*TAKE_BACK, "--namens", "x"),
            2,
            "Wie een instemming weghaalt, heeft geen --soort, --namens of --voorbehoud nodig.\n",
        ),
        (("vaststellen", "actieplan", "--weg"), 1, "Er is nog geen versie van het actieplan.\n"),
    ],
)
def test_what_is_not_there_cannot_be_taken_back(vastgesteld: Path, words: tuple[str, ...], code: int, err: str) -> None:
    outcome = run(*words)

    assert (outcome.code, outcome.err[: len(err)]) == (code, err)


def test_on_a_terminal_it_is_asked(vastgesteld: Path) -> None:
    terminal = Terminal("vaststellen", "startnota", "--weg", cwd=vastgesteld, env={"NO_COLOR": "1"})
    terminal.answer("Weghalen? (j/n) [n]", "j")

    assert "Versie 1 van de startnota is weggehaald.\n" in terminal.finish().out
    assert run("vaststellen", "startnota", "--weg").err == "Er is nog geen versie van de startnota.\n"
