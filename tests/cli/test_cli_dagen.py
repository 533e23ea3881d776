"""Days at the command line: what happened is not ahead and not before what it follows, and no year is a slip of the hand."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from every_command import EVERY_COMMAND, RECORD_COMMANDS, ready
from runner import Terminal, dossier_text, rewrite, run, snapshot

from samenwerk.cli.options import PeildatumOption
from samenwerk.cli.understanding.words import Dag
from samenwerk.domain.kolommen import list_kolommen
from samenwerk.domain.verzamelingen import verzameling_of

LOOKS = {get_args(PeildatumOption)[1].help, "Vanaf deze dag.", "Tot en met deze dag."}
PLANS = {"De dag van de volgende evaluatie."}

DAYS = [
    (words, option.declared.names[-1], option.declared)
    for words, command in EVERY_COMMAND.items()
    for option in command.options
    if isinstance(option.declared.kind, Dag)
]
"""Every option of every command that takes a day."""


def is_free(words: tuple[str, ...], option: str, declared: Any) -> bool:
    """Whether an option takes a day to come: it plans, or someone looks from it."""
    if words in RECORD_COMMANDS and words[1] in ("nieuw", "wijzig"):
        kolommen = {f"--{kolom.naam.replace('_', '-')}": kolom for kolom in list_kolommen(verzameling_of(words[0]))}
        return kolommen[option].veld.plant
    return declared.help in LOOKS | PLANS


def ids(days: list[tuple[tuple[str, ...], str, Any]]) -> Iterator[str]:
    """How a test names an option."""
    return (" ".join((*words, option)) for words, option, _ in days)


def test_the_options_are_found_and_no_more_of_them_are_free_than_are_known() -> None:
    options = list(ids(DAYS))
    assert {"fase volgende --datum", "terug naar --datum", "heropen --datum", "partner nieuw --sinds"} <= set(options)
    assert list(ids([day for day in DAYS if is_free(*day)])) == [
        "status --datum",
        "opvolging --datum",
        "controleer --datum",
        "evalueer nieuw --volgende",
        "logboek lijst --van",
        "logboek lijst --tot",
        "dynamiek --datum",
        *(f"partner {doen} --mandaat-geldig-tot" for doen in ("nieuw", "wijzig")),
        *(f"afspraak {doen} {option}" for doen in ("nieuw", "wijzig") for option in ("--ingang", "--herzien-op")),
        *(f"actie {doen} --tegen" for doen in ("nieuw", "wijzig")),
        *(f"project {doen} {option}" for doen in ("nieuw", "wijzig") for option in ("--start", "--einde")),
    ]


@pytest.mark.parametrize(("words", "option", "declared"), DAYS, ids=ids(DAYS))
def test_a_day_to_come_is_taken_only_where_it_is_planned_and_no_year_is_a_slip(
    gevuld: Path, words: tuple[str, ...], option: str, declared: Any
) -> None:
    command = list(ready(gevuld, words))
    if "--datum" in command:
        at = command.index("--datum")
        del command[at : at + 2]
    # A step that would pass another is told so before all else: the first can only go back, and the last only ahead.
    later = command[:2] if words == ("fase", "wijzig") else command
    before = snapshot(gevuld)

    for wanted, dag, jaar in ((command, "0206-03-01", 206), (later, "2206-03-01", 2206)):
        slip = run(*wanted, option, dag)
        assert (slip.code in (1, 2), slip.out) == (True, "")
        assert f"Het jaar {jaar} kan hier niet." in slip.err
        assert "→ Geef een jaar van 1900 tot 2100." in slip.err
    ahead = run(*later, option, "2026-03-16")
    if is_free(words, option, declared):
        assert (ahead.code, ahead.err) == (0, "")
    else:
        assert (ahead.code in (1, 2), ahead.out) == (True, "")
        assert "16 maart 2026 moet nog komen; hier noteert u wat gebeurd is." in ahead.err
        assert snapshot(gevuld) == before


@pytest.mark.parametrize(
    ("veld", "dag", "melding"),
    [
        ("partners.stad.sinds", "2026-03-16", "Sinds: 16 maart 2026 moet nog komen; hier noteert u wat gebeurd is."),
        ("verloop.3.datum", "2026-03-16", "Datum: 16 maart 2026 moet nog komen; hier noteert u wat gebeurd is."),
        ("acties.buurtfeest.tegen", "0206-12-01", "Klaar op: Het jaar 206 kan hier niet."),
        (
            "partners.stad.tot",
            "2026-01-09",
            "Tot: 9 januari 2026 ligt voor 10 januari 2026, de dag waarop de partner erbij kwam.",
        ),
        (
            "knopen.sleutels.datum",
            "2026-01-09",
            "Datum: 9 januari 2026 ligt voor 10 januari 2026, sinds wanneer de vraag op tafel",
        ),
    ],
)
def test_zet_takes_no_day_that_cannot_be_meant(gevuld: Path, veld: str, dag: str, melding: str) -> None:
    rewrite(gevuld, "    naam: Stad\n", "    naam: Stad\n    sinds: 2026-01-10\n")
    rewrite(gevuld, "{vraag: Wie sluit af?,", "{vraag: Wie sluit af?, sinds: 2026-01-10,")
    before = snapshot(gevuld)

    outcome = run("zet", veld, dag)

    assert (outcome.code, outcome.out, outcome.err.startswith(melding)) == (1, "", True), outcome.err
    assert snapshot(gevuld) == before


def test_a_table_with_days_that_cannot_be_meant_is_refused_with_all_of_them(gevuld: Path) -> None:
    (gevuld / "p.csv").write_text("sleutel;sinds;tot\nstad;2026-03-16;\nschool;2026-02-01;1926-01-01\n", encoding="utf-8")
    before = snapshot(gevuld)

    outcome = run("partner", "importeer", "p.csv", "--ja")

    assert (outcome.code, snapshot(gevuld)) == (1, before)
    assert "partners.stad.sinds: Sinds: 16 maart 2026 moet nog komen" in outcome.err
    assert "partners.school.tot: Tot: 1 januari 1926 ligt voor 1 februari 2026" in outcome.err


def test_in_the_interview_a_slip_in_the_year_is_asked_again(gevuld: Path) -> None:
    rewrite(gevuld, "    tegen: 2026-09-01\n", "")
    terminal = Terminal("vragen", "--fase", "overeenkomen", cwd=gevuld, env={"NO_COLOR": "1"})
    terminal.answer("Wie vertegenwoordigt elke partner?", "")
    terminal.answer("“Een feest op het plein”: op welke dag", "0206-12-01")
    terminal.mend("Klaar op: Het jaar 206 kan hier niet.\r\n→ Geef een jaar van 1900 tot 2100.\r\n", "2026-12-01")
    terminal.answer("Vanaf welke dag", "q")

    assert terminal.finish().code == 0
    assert "tegen: 2026-12-01\n" in dossier_text(gevuld)


# What follows is not before what it follows


@pytest.mark.parametrize(
    "words", [("fase", "volgende"), ("terug", "naar", "opstart"), ("afsluiten", "--als", "gestopt")], ids=" ".join
)
def test_no_step_is_before_the_one_it_follows(gevuld: Path, words: tuple[str, ...]) -> None:
    before = snapshot(gevuld)

    outcome = run(*words, "--datum", "2026-02-19")

    assert (outcome.code, outcome.out, outcome.err) == (
        1,
        "",
        "De dag 19 februari 2026 ligt voor de vorige stap, op 20 februari 2026.\n"
        "→ Geef een latere dag, of verbeter eerst de andere met: samenwerk zet verloop.3.datum JJJJ-MM-DD\n",
    )
    assert snapshot(gevuld) == before


def test_waking_is_not_before_sleeping_and_the_next_step_not_before_waking(gevuld: Path) -> None:
    assert run("afsluiten", "--als", "slapend", "--datum", "2026-03-01").code == 0
    assert run("heropen", "--datum", "2026-02-28").err.startswith(
        "De dag 28 februari 2026 ligt voor de vorige stap, op 1 maart"
    )
    assert run("heropen", "--datum", "2026-03-05").code == 0
    assert run("fase", "volgende", "--datum", "2026-03-04").err.startswith(
        "De dag 4 maart 2026 ligt voor de vorige stap, op 5 m"
    )
    assert run("fase", "volgende", "--datum", "2026-03-05").code == 0
    assert run("controleer").err == ""


def test_a_version_is_not_before_the_beginning_and_nobody_agrees_before_it_is_there(gevuld: Path) -> None:
    before = snapshot(gevuld)
    early = run("vaststellen", "startnota", "--datum", "1999-01-01")
    assert (early.code, snapshot(gevuld)) == (1, before)
    assert early.err == (
        "Versie 1 (1 januari 1999) is vroeger dan de eerste stap van het verloop (10 januari 2026).\n"
        "→ Geef een latere dag, of verbeter eerst de andere met: samenwerk zet verloop.1.datum JJJJ-MM-DD\n"
    )

    assert run("vaststellen", "startnota", "--datum", "2026-03-01").code == 0
    before = snapshot(gevuld)
    agreed = run("instemmen", "startnota", "--partner", "stad", "--datum", "2026-02-28")
    assert (agreed.code, snapshot(gevuld)) == (1, before)
    assert agreed.err == (
        "Stad stemde in op 28 februari 2026, maar versie 1 is van 1 maart 2026.\n"
        "→ Geef een latere dag, of verbeter eerst de andere met: "
        "samenwerk zet documenten.startnota.versies.1.datum JJJJ-MM-DD\n"
    )


# What stands so in the file


def test_an_end_before_its_beginning_is_told_with_the_lines_of_both(gevuld: Path) -> None:
    for words in (
        ("zet", "looptijd.van", "2027-01-01"),
        ("zet", "looptijd.tot", "2026-12-31"),
        ("afspraak", "wijzig", "lokalen", "--ingang", "2026-05-01", "--herzien-op", "2026-04-01"),
        ("project", "wijzig", "huiswerkklas", "--start", "2027-02-01", "--einde", "2027-01-01"),
    ):
        assert run(*words).code == 0, "someone who moves a term changes one end first"
    lines = dossier_text(gevuld).splitlines()
    regel = {word: next(n for n, line in enumerate(lines, 1) if word in line) for word in ("herzien", "tot:", "einde:")}

    outcome = run("controleer", "--json")

    assert [(each["regel"], each["melding"]) for each in outcome.json["bevindingen"] if each["code"] == "dag"] == [
        (
            regel["herzien"],
            "Herzien op: 1 april 2026 ligt voor 1 mei 2026, de dag waarop de afspraak ingaat. "
            f"Die staat op regel {regel['herzien'] - 1}.",
        ),
        (
            regel["tot:"],
            "Tot en met: 31 december 2026 ligt voor 1 januari 2027, de eerste dag waarop de afspraken gelden. "
            f"Die staat op regel {regel['tot:'] - 1}.",
        ),
        (
            regel["einde:"],
            f"Einde: 1 januari 2027 ligt voor 1 februari 2027, de eerste dag. Die staat op regel {regel['einde:'] - 1}.",
        ),
    ]


@pytest.mark.parametrize(
    ("old", "new", "melding"),
    [
        ("datum: 2026-02-20 ", "datum: 2062-11-01 ", "Datum: 1 november 2062 moet nog komen; hier noteert u wat gebeurd is."),
        ("    tegen: 2026-09-01", "    tegen: 2206-09-01", "Klaar op: Het jaar 2206 kan hier niet."),
        (
            "\nverloop:\n",
            "\nlogboek:\n  - {datum: 2026-02-02, soort: besluit, toestand: slapend, tekst: Even niet.}\nverloop:\n",
            "De stap naar Delen is van een dag waarop de samenwerking slapend was.",
        ),
        (
            "\nverloop:\n",
            "\nlogboek:\n  - {datum: 2026-03-02, soort: besluit, toestand: slapend, tekst: Even niet.}\n"
            "  - {datum: 2026-03-01, soort: besluit, toestand: actief, tekst: Weer wel.}\nverloop:\n",
            "De samenwerking werd actief voor ze slapend werd (2 maart 2026).",
        ),
    ],
)  # fmt: skip
def test_controleer_tells_such_a_day_and_the_dossier_stays_usable(gevuld: Path, old: str, new: str, melding: str) -> None:
    rewrite(gevuld, old, new)

    outcome = run("controleer", "--json")

    gevonden = [bevinding for bevinding in outcome.json["bevindingen"] if bevinding["code"] == "dag"]
    assert [(bevinding["ernst"], bevinding["melding"]) for bevinding in gevonden] == [("advies", melding)]
    assert gevonden[0]["regel"]
    assert run("zet", "waarom", "Daarom.").code == 0
    assert run("status").code == 0
    assert run("zet", "knopen.sleutels.datum", "2026-03-16").code == 1, "the one is not an excuse for another"
