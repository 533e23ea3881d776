"""From an empty folder to a startnota that can be sent to a mayor: every prompt is counted, on a terminal of 80 columns.

The case is that of the neighbourhood schools and their partners in Gent (a public one), with two kernpartners and two
stakeholders, and with four of each. The answers are those of someone who reads the questions and does what they say; every
prompt of `init` and of `vragen` counts, also one that only wants Enter.
"""

from pathlib import Path

from pexpect import EOF
from runner import Terminal

BEGIN = {
    "Hoe heet de samenwerking?": "Brede School Sluizeken-Tolhuis-Ham",
    "Welke organisatie": "BS De Triangel; Inloopteam De Sloep",
    "Wat is het idee": "Wat kinderen op school leren, wordt sterker door wat ze erbuiten beleven, en omgekeerd.",
}
"""What is said at a prompt that holds these words, the first that fits; at any other `init` gets Enter."""

INTERVIEW = {
    "Wie heeft belang": "Kinderen van de wijk: hoog, laag, voor; Aanbieders van vrije tijd: middel, middel, onbekend",
    "eerste stakeholderanalyse": "verder",
    "Wat ging eraan vooraf": "Veel kinderen worden na school door geen enkel aanbod bereikt.",
    "Waarom willen de partners": "De afstand tussen school en vrije tijd is een drempel die niemand alleen wegneemt.",
    "Waar gaat de samenwerking over": "Vrije tijd na school; de weg tussen twee plekken; niet de kinderopvang zelf",
    "Met welke kernpartner": "allemaal: kennismaking en verwachtingen",
    "Wie vertegenwoordigt elke partner": "BS De Triangel: zorgcoördinator; De Sloep: teamverantwoordelijke",
    "eerste startnota": "ja",
}

BEGIN_VIER = BEGIN | {"Welke organisatie": "BS De Triangel; Inloopteam De Sloep; Stad Gent; CLB"}

INTERVIEW_VIER = INTERVIEW | {
    "Wie heeft belang": "Kinderen van de wijk: hoog, laag, voor; Aanbieders van vrije tijd: middel, middel, onbekend; "
    "Ouders: hoog, laag, voor; Leerkrachten: middel, middel, neutraal",
    "Wie vertegenwoordigt elke partner": "BS De Triangel: zorgcoördinator; Inloopteam De Sloep: teamverantwoordelijke; "
    "stad gent: schoolopbouwwerker; clb: maatschappelijk werker",
}


def test_at_most_fifteen_prompts_lead_to_a_first_startnota_that_can_be_sent(tmp_path: Path) -> None:
    prompts = [*play("init", BEGIN, tmp_path, otherwise=""), *play("vragen", INTERVIEW, tmp_path, until="Gemaakt: documenten/")]

    assert len(prompts) <= 15, prompts
    startnota = (tmp_path / "documenten" / "startnota.md").read_text(encoding="utf-8")
    assert "nog open" not in startnota.casefold()
    assert "nog in te vullen" not in startnota.casefold()
    assert "| – |" not in startnota
    assert "nog niet begonnen" not in startnota
    for tekst in (
        "| BS De Triangel | kernpartner | zorgcoördinator |\n",
        "| Inloopteam De Sloep | kernpartner | teamverantwoordelijke |\n",
        "- Kinderen van de wijk\n",
        "- Vrije tijd na school\n",
        "## Waar het niet over gaat\n\n- de kinderopvang zelf\n",
    ):
        assert tekst in startnota


def test_four_partners_and_four_stakeholders_ask_no_more_prompts_than_two(tmp_path: Path) -> None:
    prompts = [
        *play("init", BEGIN_VIER, tmp_path, otherwise=""),
        *play("vragen", INTERVIEW_VIER, tmp_path, until="Gemaakt: documenten/"),
    ]

    assert len(prompts) <= 15, prompts
    startnota = (tmp_path / "documenten" / "startnota.md").read_text(encoding="utf-8")
    assert "nog open" not in startnota.casefold()
    assert "| – |" not in startnota
    assert "| Stad Gent | kernpartner | schoolopbouwwerker |\n" in startnota
    assert "| CLB | kernpartner | maatschappelijk werker |\n" in startnota
    assert "- Leerkrachten\n" in startnota


def play(command: str, answers: dict[str, str], cwd: Path, *, otherwise: str | None = None, until: str = "") -> list[str]:
    """Answer every prompt of a command until it ends or shows something; the last line above each of them comes back."""
    terminal = Terminal(command, cwd=cwd, env={"NO_COLOR": "1"}, columns=80)
    prompts: list[str] = []
    ends = [until] if until else []
    while terminal.expect_any("\n> ", EOF, *ends) == 0:
        asked = " ".join(terminal.shown.split())
        said = [answer for words, answer in answers.items() if words in asked]
        assert said or otherwise is not None, asked
        terminal.type(said[0] if said else str(otherwise))
        prompts.append(asked[-60:])
    terminal.hang_up()
    return prompts
