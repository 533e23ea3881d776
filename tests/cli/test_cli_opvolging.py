"""`samenwerk opvolging`, and what `status` says of it."""

from pathlib import Path

import pytest
from runner import Terminal, rewrite, run, snapshot

ZONDER_PUNTEN = """\
Brede School De Brug: wat aandacht vraagt
Op 15 maart 2026 en in de 30 dagen daarna

Er is niets dat aandacht vraagt.
→ Kijk een heel jaar vooruit: samenwerk opvolging --dagen 365
"""


def more(folder: Path) -> None:
    """Something to follow up of every kind, in the fase delen."""
    rewrite(folder, "    tegen: 2026-09-01\n", "    tegen: 2026-03-01\n  affiche: {wat: Een affiche.}\n")
    rewrite(folder, "    partijen: [school]\n", "    partijen: [school]\n    herzien_op: 2026-04-01\n")
    rewrite(folder, "mandaat: {namens: het college}", "mandaat: {namens: het college, geldig_tot: 2026-03-14}")
    rewrite(folder, "  ritme: 6 maanden\n", "  volgende: 2026-06-01\n")
    rewrite(folder, "knopen:\n", "knopen:\n  geld: {vraag: Wie betaalt?, status: open, sinds: 2026-02-01}\n")
    rewrite(folder, "    inzet: drie lokalen\n", "")


def test_opvolging_lists_by_subject_and_by_partner_with_what_can_be_done(gevuld: Path) -> None:
    more(gevuld)
    before = snapshot(gevuld)

    outcome = run("opvolging")

    assert (outcome.code, outcome.err) == (0, "")
    assert (
        outcome.out
        == """\
Brede School De Brug: wat aandacht vraagt
Op 15 maart 2026 en in de 30 dagen daarna

Acties
  ✗ “Een feest op het plein” (School): klaar op 1 maart 2026, dat is voorbij
      → samenwerk actie klaar buurtfeest, of zeg waarom niet: samenwerk actie stand buurtfeest lopend --reden "…"
  ○ “Een affiche”: nog zonder trekker
      → samenwerk actie wijzig affiche --trekker NAAM

Afspraken
  ○ Afspraak opnieuw te bekijken op 1 april 2026: “De school leent drie lokalen uit”
      → samenwerk afspraak wijzig lokalen --herzien-op JJJJ-MM-DD

Mandaten
  ✗ Mandaat van Stad: geldig tot en met 14 maart 2026, dat is voorbij
      → samenwerk partner wijzig stad --mandaat-geldig-tot JJJJ-MM-DD

Te beslissen
  ○ Nog te beslissen: “Wie betaalt?” (sinds 1 februari 2026)
      → samenwerk knoop doorhakken geld "…"

Waarop de groep nog wacht
  Stad
      14 maart 2026: mandaat
      → Maak een mail: samenwerk opvolging --voor stad
  School
      1 maart 2026: Een feest op het plein
      1 april 2026: afspraak: De school leent drie lokalen uit
      inzet
        → samenwerk zet partners.school.inzet "…"
      → Maak een mail: samenwerk opvolging --voor school

De volgende evaluatie is op 1 juni 2026.
→ Kijk een heel jaar vooruit: samenwerk opvolging --dagen 365
"""
    )
    assert snapshot(gevuld) == before


def test_more_days_and_another_day_show_what_comes_later(gevuld: Path) -> None:
    assert run("opvolging").out == ZONDER_PUNTEN
    assert "○ “Een feest op het plein” (School): klaar op 1 september 2026\n" in run("opvolging", "--dagen", "365").out
    later = run("opvolging", "--datum", "2026-08-31", "--dagen", "1")
    assert "Op 31 augustus 2026 en de dag daarna\n" in later.out
    assert "      → samenwerk actie klaar buurtfeest\n" in later.out


def test_the_evaluatie_is_shown_once(gevuld: Path) -> None:
    rewrite(gevuld, "  ritme: 6 maanden\n", "  volgende: 2026-04-01\n")
    out = run("opvolging").out
    assert "  ○ Evaluatie gepland op 1 april 2026\n      → samenwerk evalueer\n" in out
    assert "De volgende evaluatie" not in out


def test_what_begins_and_ends_stands_below_its_own_heading_with_what_can_be_done(gevuld: Path) -> None:
    rewrite(gevuld, "    partijen: [school]\n", "    partijen: [school]\n    ingang: 2026-03-20\n")
    run("zet", "looptijd.van", "2026-03-15")
    run("zet", "looptijd.tot", "2026-03-14")
    run("project", "wijzig", "huiswerkklas", "--start", "2026-03-16", "--einde", "2026-03-01")

    out = run("opvolging").out

    for part in (
        "  ○ Afspraak die ingaat op 20 maart 2026: “De school leent drie lokalen uit”\n"
        "      → samenwerk afspraak wijzig lokalen --ingang JJJJ-MM-DD\n",
        "Looptijd\n"
        "  ✗ De afspraken golden tot en met 14 maart 2026.\n"
        "      → samenwerk zet looptijd.tot JJJJ-MM-DD, of sluit af met: samenwerk afsluiten\n"
        "  ○ De afspraken gelden vanaf 15 maart 2026.\n"
        "      → samenwerk zet looptijd.van JJJJ-MM-DD\n",
        "Projecten\n"
        "  ✗ Project “Huiswerkklas” liep tot en met 1 maart 2026.\n"
        "      → samenwerk project wijzig huiswerkklas --einde JJJJ-MM-DD, of kijk samen terug: samenwerk evalueer\n"
        "  ○ Project “Huiswerkklas” begint op 16 maart 2026.\n"
        "      → samenwerk project wijzig huiswerkklas --start JJJJ-MM-DD\n",
    ):
        assert part in out


def test_an_actie_with_a_reden_asks_for_a_new_day(gevuld: Path) -> None:
    rewrite(gevuld, "    tegen: 2026-09-01\n", "    tegen: 2026-03-01\n    reden: De zaal was bezet.\n")
    out = run("opvolging").out
    assert "klaar op 1 maart 2026, dat is voorbij. Reden: De zaal was bezet." in out
    assert "→ samenwerk actie wijzig buurtfeest --tegen JJJJ-MM-DD, of: samenwerk actie klaar buurtfeest\n" in out


def test_an_instemming_that_is_waited_for_stands_below_its_partner(gevuld: Path) -> None:
    vingerafdruk = "sha256-v1:oud"
    versie = f'{{versie: 1, vingerafdruk: "{vingerafdruk}", instemming: {{stad: {{soort: ingestemd}}}}}}'
    rewrite(gevuld, "# einde", f"documenten:\n  startnota:\n    versies:\n      - {versie}\n")
    assert "instemming" not in run("opvolging").out, "a version that no longer holds asks nothing"

    from samenwerk.domain.uitgaven import find_uitgaven
    from samenwerk.domain.versies import Versiestand
    from samenwerk.storage.dossier import read_dossier

    samenwerking = read_dossier(gevuld).samenwerking
    rewrite(gevuld, vingerafdruk, Versiestand(samenwerking, find_uitgaven(samenwerking, "startnota")[0]).vingerafdruk)
    assert (
        "  School\n      instemming met de startnota\n        → samenwerk instemmen startnota --partner school\n"
        in run("opvolging").out
    )


def test_a_collaboration_that_rests_has_nothing_to_follow_up(gevuld: Path) -> None:
    more(gevuld)
    rewrite(gevuld, "toestand: actief", "toestand: slapend")

    assert run("opvolging").out.endswith(
        "\nDe samenwerking rust. Er is niets dat aandacht vraagt.\n→ Begin later weer: samenwerk heropen\n"
    )
    assert (run("opvolging", "--json").json["punten"], run("opvolging", "--json").json["volgende_evaluatie"]) == ([], None)
    assert "Wat aandacht vraagt" not in run("status", "--alles").out


def test_json_holds_every_point_with_its_question_place_and_remedy(gevuld: Path) -> None:
    more(gevuld)

    antwoord = run("opvolging", "--json").json

    assert list(antwoord) == [
        *("schema", "versie", "naam", "toestand", "peildatum", "dagen", "volgende_evaluatie", "punten"),
    ]
    assert (antwoord["peildatum"], antwoord["dagen"], antwoord["volgende_evaluatie"]) == ("2026-03-15", 30, "2026-06-01")
    assert [punt["soort"] for punt in antwoord["punten"]] == ["actie", "mandaat", "afspraak", "actie", "knoop", "antwoord"]
    assert antwoord["punten"][1] == {
        "soort": "mandaat",
        "datum": "2026-03-14",
        "partners": ["stad"],
        "onderwerp": "mandaat",
        "melding": "Mandaat van Stad: geldig tot en met 14 maart 2026, dat is voorbij",
        "pad": "partners.stad.mandaat.geldig_tot",
        "voorbij": True,
        "vraag": (
            "Het mandaat van uw vertegenwoordiger liep tot en met 14 maart 2026. "
            "Kunt u het laten verlengen? Tot wanneer geldt het dan?"
        ),
        "regel": antwoord["punten"][1]["regel"],
        "oplossing": "samenwerk partner wijzig stad --mandaat-geldig-tot JJJJ-MM-DD",
    }
    regels = (gevuld / "samenwerking.yaml").read_text(encoding="utf-8").splitlines()
    assert "geldig_tot" in regels[antwoord["punten"][1]["regel"] - 1]


# One partner


def test_the_list_of_one_partner_can_be_pasted_in_a_mail(gevuld: Path) -> None:
    more(gevuld)

    outcome = run("opvolging", "--voor", "school")

    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith("Voor: School\nOnderwerp: Brede School De Brug, 15 maart 2026\n\nBeste collega’s,\n\n")
    assert "- “Een feest op het plein” was gepland voor 1 maart 2026." in outcome.out
    assert outcome.out.endswith("Met vriendelijke groeten\nnetwerkcoördinator, stad\nBrede School De Brug\n")
    assert "samenwerk " not in outcome.out
    antwoord = run("opvolging", "--voor", "school", "--json").json
    assert (antwoord["voor"], antwoord["tekst"]) == ("school", outcome.out)
    assert {tuple(punt["partners"]) for punt in antwoord["punten"]} == {("school",)}


def test_a_letter_is_not_broken_at_the_width_of_the_terminal(gevuld: Path) -> None:
    more(gevuld)
    terminal = Terminal("opvolging", "--voor", "school", "--datum", "2026-03-15", cwd=gevuld, columns=40)
    assert terminal.finish().out == run("opvolging", "--voor", "school").out


def test_a_partner_with_nothing_open_gets_a_friendly_letter(gevuld: Path) -> None:
    assert "Voor Brede School De Brug hoeft u op dit moment niets te doen." in run("opvolging", "--voor", "stad").out


@pytest.mark.parametrize(
    ("words", "code", "melding", "oplossing"),
    [
        (("--voor", "schol"), 2, "“schol” staat niet bij de partners.", "Bedoelde u “school”?"),
        (("--voor", "ouders"), 2, "“ouders” staat niet bij de partners.", "Kies uit: Stad, School."),
        (("--dagen", "veel"), 2, "“veel” is geen aantal dagen.", "Schrijf een getal van 0 tot 99999, zoals: --dagen 60"),
        (("--dagen=-3",), 2, "“-3” is geen aantal dagen.", "Schrijf een getal"),
        (("--dagen", "123456"), 2, "“123456” is geen aantal dagen.", "Schrijf een getal"),
        (("--dagen", "²"), 2, "“²” is geen aantal dagen.", "Schrijf een getal"),
        (("--datum", "ooit"), 2, "“ooit” is geen datum.", "Schrijf een dag zoals 20 februari 2026"),
    ],
)  # fmt: skip
def test_wrong_words_get_one_sentence(gevuld: Path, words: tuple[str, ...], code: int, melding: str, oplossing: str) -> None:
    outcome = run("opvolging", *words)
    assert (outcome.code, outcome.out) == (code, "")
    assert outcome.err.startswith(f"{melding}\n→ {oplossing}")


def test_nothing_is_asked_of_a_partner_that_left(gevuld: Path) -> None:
    rewrite(gevuld, "    naam: School\n", "    naam: School\n    tot: 2026-03-01\n")

    outcome = run("opvolging", "--voor", "school")

    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.startswith("Vertrokken: School. De groep wacht niet meer op deze partner.\n")
    assert "  ○ “Een feest op het plein”: de trekker is vertrokken (School)\n" in run("opvolging").out


def test_without_partners_there_is_none_to_suggest(leeg: Path) -> None:
    assert run("opvolging", "--voor", "stad").err == (
        "“stad” staat niet bij de partners.\n→ Voeg eerst iets toe bij partners.\n"
    )


# Status


def test_status_shows_the_most_urgent_points_that_do_not_stand_there_already(gevuld: Path) -> None:
    more(gevuld)

    out = run("status", "--alles").out

    assert out.count("Inzet nog in te vullen: School") == 1
    assert (
        """
Wat aandacht vraagt
  “Een feest op het plein” (School): klaar op 1 maart 2026, dat is voorbij
  Mandaat van Stad: geldig tot en met 14 maart 2026, dat is voorbij
  Afspraak opnieuw te bekijken op 1 april 2026: “De school leent drie lokalen uit”
  “Een affiche”: nog zonder trekker
  → Nog 1 punt. Bekijk wat u kunt doen: samenwerk opvolging

→ """
        in out
    )
    assert len(run("status", "--json").json["op_te_volgen"]) == 5


@pytest.mark.parametrize(
    ("aantal", "regel"), [(1, "→ Bekijk wat u kunt doen: "), (4, "→ Bekijk wat u kunt doen: "), (6, "→ Nog 2 punten. Bekijk ")]
)
def test_status_counts_what_it_does_not_show(gevuld: Path, aantal: int, regel: str) -> None:
    knopen = "".join(f"  knoop{nummer}: {{vraag: {'Heel lange vraag ' * 20}}}\n" for nummer in range(aantal))
    rewrite(gevuld, "knopen:\n", f"knopen:\n{knopen}")

    lines = run("status", "--alles").out.partition("Wat aandacht vraagt\n")[2].splitlines()

    assert lines[min(aantal, 4)].strip().startswith(regel)
    assert all(len(line) < 120 and line.endswith(" …") for line in lines[: min(aantal, 4)])


def test_status_says_nothing_when_there_is_nothing_to_follow_up(gevuld: Path) -> None:
    assert "Wat aandacht vraagt" not in run("status", "--alles").out
    assert run("status", "--json").json["op_te_volgen"] == []
