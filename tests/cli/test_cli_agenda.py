"""`samenwerk agenda`: the file, where it goes, and what it never writes over."""

from pathlib import Path

import pytest
from icalendar import Calendar
from runner import rewrite, run, run_process, snapshot

BESTAND = "documenten/agenda.ics"


def test_agenda_writes_a_calendar_in_the_folder_of_the_documents(gevuld: Path) -> None:
    outcome = run("agenda")

    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == (
        "documenten/agenda.ics geschreven, met 1 datum.\n→ Open het bestand in uw agenda, of stuur het door.\n"
    )
    (event,) = Calendar.from_ical((gevuld / BESTAND).read_bytes()).walk("VEVENT")
    assert str(event["summary"]) == "Actie klaar: Een feest op het plein"


def test_the_same_dossier_gives_the_same_bytes_on_any_day(gevuld: Path) -> None:
    run("agenda")
    before = snapshot(gevuld)

    assert run("agenda").out.startswith("documenten/agenda.ics was al actueel.\n")

    assert snapshot(gevuld) == before
    rewrite(gevuld, "naam: School\n", "naam: De school\n")
    assert run("agenda").out.startswith("documenten/agenda.ics geschreven, met 1 datum.\n")
    assert snapshot(gevuld) != before


def test_with_a_dash_the_calendar_goes_to_stdout_byte_for_byte_in_any_coding(gevuld: Path) -> None:
    rewrite(gevuld, "Een feest op het plein", "Een feest → op het plein")
    for encoding in ("utf-8", "cp1252"):
        done = run_process("agenda", "--naar", "-", cwd=gevuld, env={"PYTHONIOENCODING": encoding})
        assert "SUMMARY:Actie klaar: Een feest → op het plein\r\n".encode() in done.stdout
    assert not (gevuld / "documenten").exists()
    run("agenda")
    assert (gevuld / BESTAND).read_bytes() == done.stdout
    antwoord = run("agenda", "--naar", "-", "--json").json
    assert (antwoord["schema"], antwoord["tekst"].encode()) == ("samenwerk/agenda", done.stdout)


def test_json_names_the_file_and_its_days(gevuld: Path) -> None:
    antwoord = run("agenda", "--json").json
    assert (antwoord["schema"], antwoord["bestand"]) == ("samenwerk/wijziging", BESTAND)
    assert antwoord["datums"] == [
        {
            "soort": "actie",
            "datum": "2026-09-01",
            "partners": ["school"],
            "titel": "Actie klaar: Een feest op het plein",
        }
    ]


def test_the_agenda_of_one_partner_is_a_file_of_its_own(gevuld: Path) -> None:
    rewrite(gevuld, "mandaat: {namens: het college}", "mandaat: {namens: het college, geldig_tot: 2026-12-31}")

    assert run("agenda", "--voor", "stad").out.startswith("documenten/agenda-stad.ics geschreven, met 1 datum.\n")

    (event,) = Calendar.from_ical((gevuld / "documenten" / "agenda-stad.ics").read_bytes()).walk("VEVENT")
    assert str(event["summary"]) == "Laatste dag van het mandaat: Stad"
    assert run("agenda").out.startswith("documenten/agenda.ics geschreven, met 2 datums.\n")


def test_a_calendar_of_someone_else_is_not_written_over(gevuld: Path) -> None:
    (gevuld / "documenten").mkdir()
    (gevuld / BESTAND).write_bytes(b"BEGIN:VCALENDAR\r\nPRODID:-//Iemand anders//EN\r\nEND:VCALENDAR\r\n")
    before = snapshot(gevuld)

    for words in (("agenda",), ("agenda", "--proef")):
        outcome = run(*words)
        assert (outcome.code, outcome.out) == (1, "")
        assert outcome.err == (
            "documenten/agenda.ics is niet door samenwerk gemaakt; er is niets geschreven.\n"
            "→ Geef dat bestand een andere naam, of schrijf eroverheen met: samenwerk agenda --overschrijf\n"
        )
        assert snapshot(gevuld) == before
    assert run("agenda", "--json").json["fouten"][0]["code"] == "andere_agenda"

    assert run("agenda", "--overschrijf").code == 0
    assert snapshot(gevuld) != before


@pytest.mark.parametrize(
    ("old", "new", "words", "code", "melding"),
    [
        ("    tegen: 2026-09-01\n", "", (), 1, "Er is nog geen datum om in een agenda te zetten."),
        (
            "naam: School\n",
            "naam: School\n",
            ("--voor", "stad"),
            1,
            "Er is nog geen datum voor Stad om in een agenda te zetten.",
        ),
        ("toestand: actief", "toestand: gestopt", (), 1, "De samenwerking is gestopt; haar datums gelden nu niet."),
        ("naam: School\n", "naam: School\n", ("--voor", "schol"), 2, "“schol” is geen partner van dit dossier."),
        ("naam: School\n", "naam: School\n", ("--naar", "x.ics"), 2, "“x.ics” kan niet achter --naar."),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_writes_nothing(
    gevuld: Path, old: str, new: str, words: tuple[str, ...], code: int, melding: str
) -> None:
    rewrite(gevuld, old, new)
    before = snapshot(gevuld)

    outcome = run("agenda", *words)

    assert (outcome.code, outcome.out) == (code, "")
    assert outcome.err.startswith(f"{melding}\n→ ")
    assert snapshot(gevuld) == before


def test_the_folder_of_documents_may_not_lead_out_of_the_dossier(gevuld: Path, tmp_path: Path) -> None:
    (tmp_path / "elders").mkdir()
    (gevuld / "documenten").symlink_to(tmp_path / "elders")

    assert run("agenda").code == 3
    assert list((tmp_path / "elders").iterdir()) == []
