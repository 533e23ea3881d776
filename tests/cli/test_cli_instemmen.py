"""`samenwerk instemmen`: who agrees to which version, how, and with what reservation; and that nothing said is lost."""

from pathlib import Path

import pytest
from runner import Terminal, changed_lines, dossier_text, rewrite, run, snapshot

NOTA = "intentieverklaring"
MANDAAT = "mandaat: {namens: het college}"


@pytest.fixture
def vastgesteld(gevuld: Path) -> Path:
    """The dossier with version 1 of the intentieverklaring, of 1 March 2026."""
    assert run("vaststellen", "intentieverklaring", "--datum", "2026-03-01").code == 0
    return gevuld


def agree(*words: str) -> str:
    outcome = run("instemmen", "intentieverklaring", *words)
    assert (outcome.code, outcome.err) == (0, "")
    return outcome.out


def added(before: str, folder: Path) -> list[str]:
    return [line.strip() for line in (line[2:] for line in changed_lines(before, dossier_text(folder)))]


def test_an_agreement_is_noted_with_its_day_and_says_who_is_waited_for(vastgesteld: Path) -> None:
    before = dossier_text(vastgesteld)

    assert agree("--partner", "stad") == (
        "Genoteerd bij versie 1 van de intentieverklaring: Stad (ingestemd).\n"
        "→ Zet het ook in het document: samenwerk render intentieverklaring\n"
        "Nog niet ingestemd: School\n"
    )
    assert added(before, vastgesteld) == ["instemming:", "stad:", "datum: 2026-03-15", "soort: ingestemd"]


def test_a_signature_a_board_and_a_reservation_are_noted_as_what_they_are(vastgesteld: Path) -> None:
    agree("--partner", "stad", "--soort", "bekrachtigd", "--namens", "de gemeenteraad")
    out = agree("--partner", "school", "--soort", "ondertekend", "--voorbehoud", "Als de verzekering geregeld is")

    assert out.startswith("Genoteerd bij versie 1 van de intentieverklaring: School (ondertekend, met voorbehoud).\n")
    assert out.endswith("Elke kernpartner stemt in met versie 1. Met voorbehoud: School.\n")
    assert "voorbehoud: Als de verzekering geregeld is\n" in dossier_text(vastgesteld)


def test_the_document_shows_who_agrees_who_does_not_yet_and_who_with_a_reservation(vastgesteld: Path) -> None:
    agree(
        "--partner", "school", "--voorbehoud", "Als | de verzekering", "--namens", "het schoolbestuur", "--datum", "2026-03-04"
    )
    run("render", "intentieverklaring")

    text = (vastgesteld / "documenten" / "intentieverklaring.md").read_text(encoding="utf-8")
    assert (
        """\
## Wie instemt met versie 1

| Partner | Hoe | Namens | Op | Voorbehoud |
| --- | --- | --- | --- | --- |
| Stad | nog niet | – | – | – |
| School | ingestemd | het schoolbestuur | 4 maart 2026 | Als \\| de verzekering |
"""
        in text
    )
    kept = (vastgesteld / "documenten" / "vastgesteld" / "intentieverklaring-v1.md").read_text(encoding="utf-8")
    assert "Toen dit document gemaakt werd, had nog geen partner ingestemd." in kept


def test_status_shows_the_same_and_the_voorwaarde_asks_for_who_is_missing(vastgesteld: Path) -> None:
    agree("--partner", "school", "--voorbehoud", "Als de verzekering geregeld is")

    out = run("status", "--alles").out
    assert "      Ingestemd: School (met voorbehoud)\n      Nog niet ingestemd: Stad\n" in out
    missing = "Nog niet ingestemd met de intentieverklaring: Stad\n"
    assert f"{missing}      → samenwerk instemmen intentieverklaring --partner stad\n" in out


def test_what_a_partner_said_before_stays_below_what_it_says_now(vastgesteld: Path) -> None:
    agree("--partner", "stad", "--voorbehoud", "Als de raad het goedkeurt", "--datum", "2026-03-02")

    agree("--partner", "stad", "--soort", "bekrachtigd", "--namens", "de gemeenteraad", "--datum", "2026-03-12")

    assert """
          stad:
            datum: 2026-03-12
            soort: bekrachtigd
            namens: de gemeenteraad
            eerder:
              - datum: 2026-03-02
                soort: ingestemd
                voorbehoud: Als de raad het goedkeurt
""" in dossier_text(vastgesteld)


def test_an_agreement_that_is_withdrawn_no_longer_counts_and_is_not_erased(vastgesteld: Path) -> None:
    agree("--partner", "stad", "--datum", "2026-03-02")
    before = dossier_text(vastgesteld)

    out = agree("--partner", "stad", "--intrekken", "--datum", "2026-03-10")

    assert out.startswith("Genoteerd bij versie 1 van de intentieverklaring: Stad (ingetrokken op 10 maart 2026).\n")
    assert "Nog niet ingestemd: Stad en School\n" in out
    assert added(before, vastgesteld) == ["ingetrokken: 2026-03-10"]
    assert "Ingetrokken: Stad (10 maart 2026)\n" in run("status", "--alles").out
    assert "; zonder instemming: 2; het bestand" in run("status").out

    agree("--partner", "stad", "--datum", "2026-03-14")
    assert "Ingestemd: Stad\n" in run("status", "--alles").out
    moments = [line for line in run("logboek", "--alles", "--soort", "instemming").out.splitlines() if "intentie" in line]
    assert moments == [
        "  Ingestemd: versie 1 van de intentieverklaring",
        "  Instemming ingetrokken: versie 1 van de intentieverklaring",
        "  Ingestemd: versie 1 van de intentieverklaring",
    ]


def test_an_agreement_stays_with_its_version_when_the_dossier_changes_and_a_new_version_asks_anew(vastgesteld: Path) -> None:
    agree("--partner", "stad")
    run("zet", "gedeelde_ambitie", "Elk kind telt mee.")

    late = agree("--partner", "school")
    assert late.splitlines()[2] == (
        "Let op: Het dossier is gewijzigd na versie 1. De instemming geldt voor die versie, bewaard in "
        "documenten/vastgesteld/intentieverklaring-v1.md."
    )
    run("render", "intentieverklaring")
    text = (vastgesteld / "documenten" / "intentieverklaring.md").read_text(encoding="utf-8")
    assert "Deze tekst is nieuwer dan versie 1. Wie hieronder staat, stemde in met versie 1.\n" in text

    run("vaststellen", "intentieverklaring")
    assert "Nog niet ingestemd: Stad en School\n" in run("status", "--alles").out
    assert dossier_text(vastgesteld).count("soort: ingestemd") == 2, "what was agreed to version 1 stays there"


@pytest.mark.parametrize(
    ("change", "words", "melding"),
    [
        (
            (MANDAAT, "mandaat: {namens: het college, geldig_tot: 2026-03-10}"),
            (),
            "Mandaat van Stad: geldig tot en met 10 maart 2026. Deze instemming is van 15 maart 2026.",
        ),
        (
            (MANDAAT, "mandaat: {}"),
            (),
            'Mandaat van Stad nog in te vullen: samenwerk zet partners.stad.mandaat.namens "…"',
        ),
        (
            ("    draagvlak: {oordeel: 4}", "    draagvlak: {oordeel: 4}\n    tot: 2026-03-10"),
            (),
            "Vertrokken op 10 maart 2026: Stad.",
        ),
        ((MANDAAT, "mandaat: {namens: het college, geldig_tot: 2026-03-15}"), (), ""),
    ],
)
def test_a_doubt_about_the_mandaat_or_the_day_is_told_and_stops_nothing(
    vastgesteld: Path, change: tuple[str, str], words: tuple[str, ...], melding: str
) -> None:
    rewrite(vastgesteld, *change)
    out = agree("--partner", "stad", *words)
    doubts = [line.removeprefix("Let op: ") for line in out.splitlines() if line.startswith("Let op: ")]
    assert [doubt for doubt in doubts if "gewijzigd na versie" not in doubt] == ([melding] if melding else [])


@pytest.mark.parametrize(
    ("words", "code", "melding"),
    [
        (
            ("startnota", "--partner", "stad"),
            1,
            "Er is nog geen versie van de startnota om mee in te stemmen.\n"
            "→ Stel het document eerst vast: samenwerk vaststellen startnota\n",
        ),
        ((NOTA, "--partner", "stadt"), 2, "“stadt” staat niet bij de partners.\n→ Bedoelde u “stad”?\n"),
        ((NOTA, "--partner", "ouders"), 2, "“ouders” staat niet bij de partners.\n"),
        (("startnota",), 1, "Er is nog geen versie van de startnota om mee in te stemmen.\n"),
        ((NOTA,), 4, "Welke partner is het?\n→ Kies: --partner stad of school\n"),
        (
            (NOTA, "--partner", "stad", "--soort", "ondertekent"),
            2,
            "“ondertekent” is geen manier om in te stemmen.\n→ Bedoelde u “ondertekend”?\n",
        ),
        ((NOTA, "--partner", "stad", "--intrekken"), 1, "Geen instemming met versie 1 om in te trekken: Stad.\n"),
        (
            (NOTA, "--partner", "stad", "--intrekken", "--voorbehoud", "x"),
            2,
            "Wie een instemming intrekt, heeft geen --soort, --namens of --voorbehoud nodig.\n",
        ),
        (("overdracht", "--partner", "stad"), 1, "De overdracht volgt het dossier en wordt niet vastgesteld.\n"),
        ((NOTA, "--partner", "stad", "--datum", "2026-03-16"), 2, "16 maart 2026 moet nog komen"),
    ],
)
def test_what_cannot_be_noted_is_refused(vastgesteld: Path, words: tuple[str, ...], code: int, melding: str) -> None:
    before = snapshot(vastgesteld)
    outcome = run("instemmen", *words)
    assert (outcome.code, outcome.err[: len(melding)]) == (code, melding)
    assert snapshot(vastgesteld) == before


def test_saying_the_same_twice_is_refused_and_so_is_a_withdrawal_before_the_agreement(vastgesteld: Path) -> None:
    agree("--partner", "stad", "--datum", "2026-03-10")
    before = snapshot(vastgesteld)

    again = run("instemmen", "intentieverklaring", "--partner", "stad")
    early = run("instemmen", "intentieverklaring", "--partner", "stad", "--intrekken", "--datum", "2026-03-09")

    assert (again.code, again.err.splitlines()[0]) == (1, "Al genoteerd bij versie 1: Stad (ingestemd op 10 maart 2026).")
    assert (early.code, early.err.splitlines()[0]) == (
        1,
        "Ingetrokken: 9 maart 2026 ligt voor 10 maart 2026, de dag van de instemming.",
    )
    assert snapshot(vastgesteld) == before


def test_on_a_terminal_the_partner_is_asked_for(gevuld: Path) -> None:
    run("vaststellen", "intentieverklaring", "--datum", "2026-03-01")
    terminal = Terminal("instemmen", "intentieverklaring", "--datum", "2026-03-02", cwd=gevuld, env={"NO_COLOR": "1"})
    terminal.answer("Welke partner is het?\r\n  1 Stad\r\n  2 School\r\n", "2")
    outcome = terminal.finish()
    assert outcome.code == 0
    assert "Genoteerd bij versie 1 van de intentieverklaring: School (ingestemd)." in outcome.out


def test_as_json_the_answer_has_the_doubts_and_who_is_waited_for(vastgesteld: Path) -> None:
    rewrite(vastgesteld, MANDAAT, "mandaat: {namens: het college, geldig_tot: 2026-03-10}")
    antwoord = run("instemmen", "intentieverklaring", "--partner", "stad", "--json").json
    assert (antwoord["partner"], antwoord["hoe"], antwoord["nog_niet"]) == ("stad", "ingestemd", ["school"])
    assert antwoord["let_op"] == ["Mandaat van Stad: geldig tot en met 10 maart 2026. Deze instemming is van 15 maart 2026."]
