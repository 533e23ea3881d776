"""`samenwerk agenda`: the file, where it goes, and what it never writes over."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from calendar_client import CalendarClient
from icalendar import Calendar
from needs import make_link
from runner import changed_lines, dossier_text, rewrite, run, run_process, snapshot

BESTAND = "documenten/agenda.ics"


ID = "id: bcdf-ghjk-mnpq\n"
PROJECTDAGEN = "    start: 2026-03-02\n    einde: 2027-06-30\n"


@pytest.fixture
def ouder(gevuld: Path) -> Path:
    """The same dossier as it was begun before dossiers had an id."""
    rewrite(gevuld, ID, "")
    return gevuld


def test_agenda_writes_a_calendar_in_the_folder_of_the_documents(gevuld: Path) -> None:
    outcome = run("agenda")

    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == (
        "documenten/agenda.ics geschreven, met 3 datums.\n→ Open het bestand in uw agenda, of stuur het door.\n"
    )
    events = Calendar.from_ical((gevuld / BESTAND).read_bytes()).walk("VEVENT")
    assert [str(event["summary"]) for event in events] == [
        "Project begint: Huiswerkklas",
        "Actie klaar: Een feest op het plein",
        "Laatste dag van het project: Huiswerkklas",
    ]


def test_the_same_dossier_gives_the_same_bytes_on_any_day(gevuld: Path) -> None:
    run("agenda")
    before = snapshot(gevuld)

    assert run("agenda").out.startswith("documenten/agenda.ics was al actueel.\n")

    assert snapshot(gevuld) == before
    rewrite(gevuld, "naam: School\n", "naam: De school\n")
    assert run("agenda").out.startswith("documenten/agenda.ics geschreven, met 3 datums.\n")
    assert snapshot(gevuld) != before


def test_with_a_dash_the_calendar_goes_to_stdout_byte_for_byte_in_any_coding(gevuld: Path) -> None:
    rewrite(gevuld, "Een feest op het plein", "Een feest → op het plein")
    for encoding in ("utf-8", "cp1252"):
        done = run_process("agenda", "--naar", "-", cwd=gevuld, env={"PYTHONIOENCODING": encoding})
        assert "SUMMARY:Actie klaar: Een feest → op het plein\r\n".encode() in done.stdout
    assert not (gevuld / "documenten").exists()
    run("agenda")
    assert (gevuld / BESTAND).read_bytes() == run("agenda", "--naar", "-").out.encode()
    antwoord = run("agenda", "--naar", "-", "--json").json
    assert (antwoord["schema"], antwoord["tekst"].encode()) == ("samenwerk/agenda", (gevuld / BESTAND).read_bytes())


def test_json_names_the_file_and_its_days(gevuld: Path) -> None:
    antwoord = run("agenda", "--json").json
    assert (antwoord["schema"], antwoord["bestand"]) == ("samenwerk/wijziging", BESTAND)
    assert [dag["soort"] for dag in antwoord["datums"]] == ["project_start", "actie", "project_einde"]
    assert antwoord["datums"][1] == {
        "soort": "actie",
        "datum": "2026-09-01",
        "partners": ["school"],
        "titel": "Actie klaar: Een feest op het plein",
    }


def test_the_agenda_of_one_partner_is_a_file_of_its_own(gevuld: Path) -> None:
    rewrite(gevuld, "mandaat: {namens: het college}", "mandaat: {namens: het college, geldig_tot: 2026-12-31}")
    rewrite(gevuld, PROJECTDAGEN, "")

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
        ("toestand: actief", "toestand: gestopt", (), 1, "De samenwerking is gestopt. Er is nu geen agenda."),
        ("naam: School\n", "naam: School\n", ("--voor", "schol"), 2, "“schol” staat niet bij de partners."),
        ("naam: School\n", "naam: School\n", ("--naar", "x.ics"), 2, "“x.ics” kan niet achter --naar."),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_writes_nothing(
    gevuld: Path, old: str, new: str, words: tuple[str, ...], code: int, melding: str
) -> None:
    rewrite(gevuld, PROJECTDAGEN, "")
    rewrite(gevuld, old, new)
    before = snapshot(gevuld)

    outcome = run("agenda", *words)

    assert (outcome.code, outcome.out) == (code, "")
    assert outcome.err.startswith(f"{melding}\n→ ")
    assert snapshot(gevuld) == before


def test_the_folder_of_documents_may_not_lead_out_of_the_dossier(gevuld: Path, tmp_path: Path) -> None:
    (tmp_path / "elders").mkdir()
    make_link(gevuld / "documenten", tmp_path / "elders")

    assert run("agenda").code == 3
    assert list((tmp_path / "elders").iterdir()) == []


# What a calendar keeps of it


BEGIN = (date(2026, 3, 2), "Project begint: Huiswerkklas")
FEEST = (date(2026, 9, 1), "Actie klaar: Een feest op het plein")
EINDE = (date(2027, 6, 30), "Laatste dag van het project: Huiswerkklas")


def test_each_event_is_once_in_a_calendar_whatever_became_of_it(gevuld: Path) -> None:
    client, files = CalendarClient(), []

    def tell(*words: str) -> list[tuple[date, str]]:
        """What the calendar shows after a command, a new agenda, and twice its import."""
        if words:
            assert run(*words).code == 0, words
        assert run("agenda").code == 0
        files.append((gevuld / BESTAND).read_bytes())
        return client.take_in(files[-1]).take_in(files[-1]).shown

    assert tell() == [BEGIN, FEEST, EINDE]
    assert tell("zet", "naam", "De Toren") == [BEGIN, FEEST, EINDE]
    assert tell("actie", "wijzig", "buurtfeest", "--sleutel", "zomerfeest") == [BEGIN, FEEST, EINDE]
    assert tell("actie", "wijzig", "zomerfeest", "--tegen", "2026-08-01") == [BEGIN, (date(2026, 8, 1), FEEST[1]), EINDE]
    assert tell("actie", "wijzig", "zomerfeest", "--tegen", "2026-09-01") == [BEGIN, FEEST, EINDE]
    assert tell("actie", "wijzig", "zomerfeest", "--wat", "Een fuif") == [BEGIN, (FEEST[0], "Actie klaar: Een fuif"), EINDE]
    assert tell("actie", "klaar", "zomerfeest") == [BEGIN, EINDE]
    assert tell("actie", "wijzig", "zomerfeest", "--status", "lopend")[1] == (FEEST[0], "Actie klaar: Een fuif")
    assert tell("actie", "weg", "zomerfeest") == [BEGIN, EINDE]

    borrel = tell("actie", "nieuw", "Een borrel", "--tegen", "2026-10-01")
    rewrite(gevuld, "  een-borrel:\n", "  drinken:\n")
    assert tell() == borrel == [BEGIN, (date(2026, 10, 1), "Actie klaar: Een borrel"), EINDE], "a key changed by hand"
    rewrite(gevuld, "    einde: 2027-06-30\n", "")
    assert tell() == borrel[:2], "a day taken out by hand"
    assert tell("afsluiten", "--als", "slapend") == [BEGIN], "what has been stays in a calendar"
    assert run("agenda").out.startswith("documenten/agenda.ics was al actueel.\n")
    assert tell("heropen") == borrel[:2]

    for file in files:
        assert client.take_in(file).shown == borrel[:2], "an older file, imported once more"


def test_who_keeps_no_file_still_tells_what_is_newer(gevuld: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    client = CalendarClient().take_in(run("agenda", "--naar", "-").out.encode())

    run("actie", "wijzig", "buurtfeest", "--tegen", "2026-08-01")
    monkeypatch.setattr("samenwerk.storage.clock.now", lambda: datetime(2026, 3, 15, 9, 0, 1, tzinfo=UTC))
    client.take_in(run("agenda", "--naar", "-").out.encode())

    assert client.shown == [BEGIN, (date(2026, 8, 1), FEEST[1]), EINDE]


def test_a_partner_is_told_that_what_went_to_another_is_no_longer_for_it(gevuld: Path) -> None:
    client = CalendarClient()
    run("agenda", "--voor", "school")
    assert FEEST in client.take_in(gevuld / "documenten" / "agenda-school.ics").shown

    run("actie", "wijzig", "buurtfeest", "--trekker", "stad")
    run("agenda", "--voor", "school")
    assert FEEST not in client.take_in(gevuld / "documenten" / "agenda-school.ics").shown

    run("partner", "vertrekt", "school", "--datum", "2026-03-01")
    outcome = run("agenda", "--voor", "school")
    assert outcome.out.startswith("documenten/agenda-school.ics geschreven, zonder datums; afgezegd: 2.\n")
    assert client.take_in(gevuld / "documenten" / "agenda-school.ics").shown == []


def test_what_is_cancelled_is_counted_and_told_once(gevuld: Path) -> None:
    run("agenda")
    run("actie", "klaar", "buurtfeest")

    outcome = run("agenda", "--proef", "--json").json

    assert (outcome["afgezegd"], len(outcome["datums"])) == (1, 2)
    assert run("agenda").out.startswith("documenten/agenda.ics geschreven, met 2 datums; afgezegd: 1.\n")
    assert run("agenda").out.startswith("documenten/agenda.ics was al actueel.\n")


def test_a_day_that_changes_is_told_to_be_told_to_the_calendars_that_know_it(gevuld: Path) -> None:
    told = "→ Vertel het ook aan de agenda: samenwerk agenda"
    move = ("actie", "wijzig", "buurtfeest", "--tegen")
    assert told not in run(*move, "2026-09-02").out, "nobody has an agenda"
    run("agenda")
    run("agenda", "--voor", "stad")

    assert run(*move, "2026-09-03").out.splitlines()[2:] == [told]
    assert run("project", "wijzig", "huiswerkklas", "--einde", "2027-07-01").out.splitlines()[2:] == [
        told,
        f"{told} --voor stad",
    ]
    assert run(*move, "2026-09-04", "--json").json["agendas"] == [""]
    for words in (("noteer", "succes", "Het lukte."), (*move, "2026-09-05", "--proef")):
        assert told not in run(*words).out
    assert told in run("afsluiten", "--als", "slapend").out


# The id of the dossier


def uids(folder: Path) -> set[str]:
    calendar = Calendar.from_ical((folder / BESTAND).read_bytes())
    return {str(event["uid"]) for event in calendar.walk("VEVENT")}


def test_a_dossier_that_is_renamed_and_moved_keeps_the_events_of_its_calendar(gevuld: Path) -> None:
    run("agenda")
    before = uids(gevuld)

    run("zet", "naam", "De Toren")
    moved = gevuld.rename(gevuld.with_name("de-toren"))
    run("-C", str(moved), "agenda")

    assert uids(moved) == before


def test_a_record_with_another_key_keeps_its_events_and_a_new_one_with_the_old_key_has_its_own(gevuld: Path) -> None:
    run("agenda")
    before, text = uids(gevuld), dossier_text(gevuld)

    run("actie", "wijzig", "buurtfeest", "--sleutel", "zomerfeest")
    run("project", "wijzig", "huiswerkklas", "--sleutel", "klas")
    run("afspraak", "wijzig", "lokalen", "--sleutel", "zalen")
    assert changed_lines(text, dossier_text(gevuld)) == [
        *("-   lokalen:", "+   zalen:"),
        *("-   buurtfeest:", "+   zomerfeest:", "+     heette: buurtfeest"),
        *("-   huiswerkklas:", "+   klas:", "+     heette: huiswerkklas"),
    ], "what stands in no agenda keeps no former key"
    run("agenda")
    assert uids(gevuld) == before

    run("actie", "wijzig", "zomerfeest", "--sleutel", "feest")
    run("actie", "nieuw", "Een tweede feest", "--tegen", "2026-10-01", "--sleutel", "buurtfeest")
    run("agenda")
    assert len(uids(gevuld)) == len(before) + 1
    assert before < uids(gevuld)

    run("actie", "weg", "buurtfeest")
    run("actie", "wijzig", "feest", "--sleutel", "buurtfeest")
    run("project", "wijzig", "klas", "--sleutel", "huiswerkklas")
    assert "heette" not in dossier_text(gevuld), "who has its first key again needs no other"


def test_a_former_key_is_asked_nowhere(gevuld: Path) -> None:
    run("project", "wijzig", "huiswerkklas", "--sleutel", "klas")

    outcome = run("zet", "projecten.klas.heette", "x")
    assert (outcome.code, outcome.err) == (
        2,
        "“projecten.klas.heette” houdt samenwerk zelf bij.\n→ Verbeter het in samenwerking.yaml zelf.\n",
    )
    for words in (("project", "wijzig", "--help"), ("project", "toon", "klas"), ("vragen", "--help")):
        assert "heette" not in run(*words).out.lower()


def test_an_older_dossier_gets_an_id_and_is_told_so_once(ouder: Path) -> None:
    before = dossier_text(ouder)

    first, again = run("agenda"), run("agenda")

    assert changed_lines(before, dossier_text(ouder)) == ["+ id: bcbd-bfbg-bhbj"]
    assert first.code == 0
    assert first.err == (
        "Het dossier kreeg een id: bcbd-bfbg-bhbj. "
        "Daaraan herkent uw agenda voortaan de datums, hoe de samenwerking ook heet.\n"
    )
    assert again == (0, "documenten/agenda.ics was al actueel.\n→ Open het bestand in uw agenda, of stuur het door.\n", "")


def test_of_several_who_make_the_first_agenda_at_once_each_gets_one_with_the_same_id(
    ouder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from samenwerk.workflows import agenda as workflow

    for name, words in (("put_in_place", ()), ("save_files", ("--naar", "-"))):
        before, write = dossier_text(ouder), getattr(workflow, name)
        (ouder / BESTAND).unlink(missing_ok=True)

        def let_another_be_first(*args: object, proef: bool, name: str = name, write: Callable[..., None] = write) -> None:
            monkeypatch.setattr(workflow, name, write)
            monkeypatch.setattr("samenwerk.storage.chance.take_bytes", bytes)
            assert run("agenda").code == 0
            write(*args, proef=proef)

        monkeypatch.setattr(workflow, name, let_another_be_first)
        outcome = run("agenda", *words)

        assert outcome.code == 0
        assert changed_lines(before, dossier_text(ouder)) == ["+ id: bbbb-bbbb-bbbb"]
        assert "\r\nX-SAMENWERK-DOSSIER:bbbb-bbbb-bbbb\r\n" in (ouder / BESTAND).read_bytes().decode()
        rewrite(ouder, "id: bbbb-bbbb-bbbb\n", "")


def test_who_had_a_calendar_already_is_told_what_stands_in_it_twice(gevuld: Path) -> None:
    run("agenda")
    rewrite(gevuld, ID, "")

    assert "staat er nu één keer dubbel in; haal het oude weg." in run("agenda").err


def test_an_id_that_was_shown_is_kept(ouder: Path) -> None:
    shown = run("agenda", "--naar", "-")

    assert "id: bcbd-bfbg-bhbj\n" in dossier_text(ouder)
    assert "Het dossier kreeg een id" in shown.err
    assert run("agenda", "--naar", "-") == (0, shown.out, "")


@pytest.mark.parametrize("words", [("--proef",), ("--naar", "-", "--proef"), ("--voor", "niemand")])
def test_a_proef_and_a_refusal_leave_a_dossier_without_id(ouder: Path, words: tuple[str, ...]) -> None:
    before = snapshot(ouder)

    run("agenda", *words)

    assert snapshot(ouder) == before


def test_a_calendar_of_someone_else_leaves_a_dossier_without_id(ouder: Path) -> None:
    (ouder / "documenten").mkdir()
    (ouder / BESTAND).write_bytes(b"BEGIN:VCALENDAR\r\nPRODID:-//Iemand anders//EN\r\nEND:VCALENDAR\r\n")
    before = snapshot(ouder)

    assert run("agenda").code == 1
    assert snapshot(ouder) == before


def test_a_proef_shows_the_id_and_json_names_it(ouder: Path) -> None:
    assert "+id: bcbd-bfbg-bhbj" in run("agenda", "--proef").out
    assert run("agenda", "--json").json["id"] == "bcbd-bfbg-bhbj"


def test_two_dossiers_have_two_ids_and_a_new_one_has_its_id_from_the_start(
    werkmap: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("init", "een", "--naam", "Een")
    monkeypatch.setattr("samenwerk.storage.chance.take_bytes", lambda count: bytes(range(count)))
    run("init", "twee", "--naam", "Twee")

    assert "\nid: bcbd-bfbg-bhbj\n" in dossier_text(werkmap / "een")
    assert "\nid: bbbc-bdbf-bgbh\n" in dossier_text(werkmap / "twee")


def test_controleer_advises_where_someone_wrote_an_id_of_his_own(gevuld: Path) -> None:
    rewrite(gevuld, ID, "id: De Brug\n")

    outcome = run("controleer")

    assert "samenwerking.yaml:6:5: Dit id is niet door samenwerk gemaakt" in outcome.out + outcome.err
