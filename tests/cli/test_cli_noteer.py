"""`samenwerk noteer` and `samenwerk gesprek`: what happened is added at the end, on the day it happened."""

from pathlib import Path

import pytest
from runner import Terminal, changed_lines, dossier_text, run, snapshot


def test_a_line_comes_at_the_end_of_the_logbook_with_what_belongs_to_its_soort(gevuld: Path) -> None:
    before = dossier_text(gevuld)

    outcome = run("noteer", "leerwinst", "We gebruikten één woord voor twee dingen.", "--partner", "stad, school")

    assert outcome == (
        0,
        "Genoteerd in het logboek: leerwinst, proces betekenisgeving, principe 2 (Geef taal en aandacht aan leren en "
        "veranderen).\n"
        "→ Alles teruglezen: samenwerk logboek\n"
        "Vanzelf ingevuld, omdat het meestal zo is: wie onder woorden brengt wat geleerd is, geeft er betekenis aan.\n"
        'Past dat niet? Wijzig het met: samenwerk zet logboek.1.principe "…"\n',
        "",
    )
    assert changed_lines(before, dossier_text(gevuld)) == [
        "+ logboek:",
        "+   - datum: 2026-03-15",
        "+     fase: delen",
        "+     soort: leerwinst",
        "+     proces: betekenisgeving",
        "+     principe: 2",
        "+     partners: [stad, school]",
        "+     tekst: We gebruikten één woord voor twee dingen.",
    ]


@pytest.mark.parametrize(
    ("soort", "proces", "principe"),
    [
        ("succes", "interactie", 1),
        ("leerwinst", "betekenisgeving", 2),
        ("reflectie", "betekenisgeving", 2),
        ("spanning", "interactie", 4),
        ("besluit", "interactie", None),
        ("waardering", "interactie", 5),
        ("diversiteit", "interactie", 4),
        ("wissel", "interactie", None),
        ("nota", "", None),
    ],
)
def test_every_soort_has_its_usual_proces_and_principe(gevuld: Path, soort: str, proces: str, principe: int | None) -> None:
    antwoord = run("noteer", soort, "x", "--json").json

    assert (antwoord["proces"], antwoord["principe"]) == (proces, principe)
    assert antwoord["vanzelf_ingevuld"] == [naam for naam in ("proces", "principe") if antwoord[naam]]


@pytest.mark.parametrize(
    ("words", "written"),
    [
        (("--proces", "betekenisgeving"), ["proces: betekenisgeving", "principe: 1"]),
        (("--principe", "3"), ["proces: interactie", "principe: 3"]),
        (("--principe", "geen"), ["proces: interactie"]),
        (("--proces", "geen", "--principe", "geen"), []),
    ],
)
def test_what_is_usual_can_be_replaced_or_left_out(gevuld: Path, words: tuple[str, ...], written: list[str]) -> None:
    run("noteer", "succes", "Het lukt.", *words)

    logboek = dossier_text(gevuld).split("logboek:\n")[1].split("verloop:")[0]
    assert [line.strip() for line in logboek.splitlines() if "proces" in line or "principe" in line] == written


def test_what_was_given_is_not_called_filled_in_by_itself(gevuld: Path) -> None:
    outcome = run("noteer", "succes", "Het lukt.", "--proces", "interactie", "--principe", "1")

    assert "Vanzelf" not in outcome.out


def test_the_command_it_names_changes_what_it_filled_in(gevuld: Path) -> None:
    run("noteer", "nota", "Eerst dit.")
    assert "samenwerk zet logboek.2.proces " in run("noteer", "besluit", "Dan dat.").out

    assert run("zet", "logboek.2.proces", "betekenisgeving").code == 0


def test_an_earlier_day_is_added_at_the_end_all_the_same(gevuld: Path) -> None:
    run("noteer", "nota", "Later gebeurd.", "--datum", "2026-03-01")
    run("noteer", "nota", "Vroeger gebeurd.", "--datum", "2026-02-01")

    text = dossier_text(gevuld)
    assert text.index("Later gebeurd.") < text.index("Vroeger gebeurd.")
    assert run("logboek").out.index("Vroeger gebeurd.") < run("logboek").out.index("Later gebeurd.")


@pytest.mark.parametrize(
    ("words", "code", "err"),
    [
        (("noteer", "sucses", "x"), 2, "“sucses” is geen soort van het logboek.\n→ Bedoelde u “succes”?\n"),
        (("noteer",), 4, 'Wat wilt u noteren? Er ontbreekt nog: SOORT en TEKST\n→ samenwerk noteer succes "…"\n'),
        (("noteer", "succes"), 4, 'Wat wilt u noteren? Er ontbreekt nog: TEKST\n→ samenwerk noteer succes "…"\n'),
        (
            ("noteer", "succes", "  "),
            1,
            "Zonder tekst valt er niets te noteren.\n→ Schrijf in één of twee zinnen wat er was.\n",
        ),
        (
            ("noteer", "succes", "x", "--partner", "stat,schol"),
            2,
            "“stat” en “schol” staan niet bij de partners.\n→ Bedoelde u “stad”? Bedoelde u “school”?\n",
        ),
        (
            ("noteer", "succes", "x", "--partner", "ouders"),
            2,
            "“ouders” staat niet bij de partners.\n→ Kies uit: Stad, School.\n",
        ),
        (("noteer", "succes", "x", "--proces", "interakte"), 2, "“interakte” is geen proces.\n→ Bedoelde u “interactie”?\n"),
        (
            ("noteer", "succes", "x", "--principe", "6"),
            2,
            "“6” is geen principe.\n→ Kies uit: 1, 2, 3, 4, 5, geen.\n",
        ),
        (
            ("noteer", "succes", "x", "--datum", "2026-03-16"),
            2,
            "16 maart 2026 moet nog komen; hier noteert u wat gebeurd is.\n→ Geef een dag tot en met vandaag, 2026-03-15.\n",
        ),
        (
            ("gesprek",),
            4,
            "Met wie was het gesprek, en waarover? Er ontbreekt nog: --met en OVER\n"
            '→ samenwerk gesprek --met stad,school "…"\n',
        ),
        (
            ("gesprek", "x", "--met", "stad", "--datum", "2026-03-16"),
            2,
            "16 maart 2026 moet nog komen; hier noteert u wat gebeurd is.\n→ Geef een dag tot en met vandaag, 2026-03-15.\n",
        ),
        (
            ("gesprek", "x", "--met", " , "),
            1,
            "Een gesprek is met iemand; er is niets genoteerd.\n→ Zeg met wie: --met stad,school\n",
        ),
        (
            ("gesprek", "x", "--met", "oders"),
            2,
            "“oders” staat niet bij de partners of stakeholders.\n→ Bedoelde u “ouders”?\n",
        ),
        (
            ("gesprek", "--met", "stad", "School"),
            2,
            "“School” staat bij de mensen met wie u kunt spreken; waarover ging het?\n"
            "→ Was het met meer dan één: --met stad,school\n",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_noted_is_refused_with_what_can(gevuld: Path, words: tuple[str, ...], code: int, err: str) -> None:
    before = snapshot(gevuld)

    assert run(*words) == (code, "", err)
    assert snapshot(gevuld) == before


def test_without_partners_yet_it_says_to_add_one_first(leeg: Path) -> None:
    outcome = run("noteer", "succes", "x", "--partner", "stad")

    assert outcome == (2, "", "“stad” staat niet bij de partners.\n→ Voeg eerst iets toe bij partners.\n")


def test_on_a_terminal_it_asks_for_what_is_missing(gevuld: Path) -> None:
    terminal = Terminal("noteer", "--datum", "2026-03-01", cwd=gevuld)
    terminal.answer("Wat is het? [nota]\r\n  1 succes\r\n  2 leerwinst\r\n", "sukses")
    terminal.mend("Bedoelde u “succes”?", "Succes")
    terminal.answer("Wat gebeurde er, in een of twee zinnen?", "Het lukt.")

    assert terminal.finish().code == 0
    assert "    tekst: Het lukt.\n" in dossier_text(gevuld)


def test_on_a_terminal_without_a_text_it_asks_again(gevuld: Path) -> None:
    before = snapshot(gevuld)
    terminal = Terminal("noteer", "succes", cwd=gevuld)
    terminal.answer("Wat gebeurde er", "")
    terminal.answer("Zonder tekst valt er niets te noteren.", "q")

    assert terminal.finish().code == 130
    assert snapshot(gevuld) == before


def test_on_a_terminal_what_is_wrong_in_an_option_is_told_before_a_text_is_typed(gevuld: Path) -> None:
    outcome = Terminal("noteer", "succes", "--partner", "schol", cwd=gevuld).finish()

    assert (outcome.code, outcome.out.splitlines()[0]) == (2, "“schol” staat niet bij de partners.")


# Conversations


def test_a_conversation_is_added_with_who_and_about_what(gevuld: Path) -> None:
    before = dossier_text(gevuld)

    outcome = run("gesprek", "Wat de poort voor hen is", "--met", "stad,ouders,school,stad", "--datum", "2026-03-10")

    assert outcome == (
        0,
        "Gesprek van 10 maart 2026 genoteerd, met Stad, Ouders van de wijk en School.\n"
        "→ Bekijk wat deze fase nog vraagt: samenwerk status\n",
        "",
    )
    assert changed_lines(before, dossier_text(gevuld)) == [
        "+   - {datum: 2026-03-10, fase: delen, met: [stad, ouders, school], over: Wat de poort voor hen is}"
    ]


def test_on_a_terminal_a_conversation_asks_with_whom_and_about_what(gevuld: Path) -> None:
    terminal = Terminal("gesprek", cwd=gevuld)
    terminal.answer(
        "Met wie was het gesprek? Met komma’s ertussen, of: iedereen.\r\n  1 Stad\r\n  2 School\r\n  3 Ouders",
        "school, bibliotheek",
    )
    terminal.mend("“bibliotheek” kan hier niet.", "school, 3, OMWON")
    terminal.answer("Waarover ging het?", "De sleutels")

    assert terminal.finish().code == 0
    assert "met: [school, ouders, buren], over: De sleutels}" in dossier_text(gevuld)


def test_a_text_that_looks_like_an_option_does_not_make_a_refusal_json(gevuld: Path) -> None:
    outcome = run("noteer", "--", "sukses", "--json")

    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("“sukses” is geen soort van het logboek.")
