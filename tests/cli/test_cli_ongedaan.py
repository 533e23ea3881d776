"""`ongedaan` and `opnieuw`: what a command did goes, or comes again, and what others did since stays."""

import shutil
import zlib
from pathlib import Path

import pytest
from every_command import RECORD_COMMANDS, WRITING, list_ways, ready
from needs import needs_modes
from runner import converse, dossier_text, restore, rewrite, run, snapshot

from samenwerk.storage.memory import memory, ring

ONE_OF_EACH = {words[1]: words for words in RECORD_COMMANDS}.values()
"""The commands of records are made by one mechanism: one of each verb says enough."""

# What git is told is in no dossier: its own --weg takes that back (test_cli_git.py).
NOT_HERE = [
    ("vragen",),
    ("ongedaan",),
    ("opnieuw",),
    ("git", "instellen"),
    *(words for words in RECORD_COMMANDS if words not in ONE_OF_EACH),
]
UNDOING = [words for words in WRITING if words not in NOT_HERE]
ELSEWHERE: dict[tuple[str, ...], tuple[str, ...]] = {("init",): ("-C", "nieuw"), ("oefenen",): ("-C", "oefening")}
"""Where the dossier lies that a command begins."""

OTHERS = "Mijn netwerk en de anderen"


def kept(folder: Path) -> list[Path]:
    """Every file in which samenwerk remembers what was done in a folder."""
    return sorted(path for path in (folder.parent / "state").rglob("*") if path.is_file())


def test_after_every_writing_command_all_files_hold_again_what_they_held_before(gevuld: Path) -> None:
    begin, naam = snapshot(gevuld), dossier_text(gevuld).partition("naam: ")[2].partition("\n")[0]
    for words in UNDOING:
        for options in (options for options in list_ways(words) if options[:1] != ("--formaat",)):
            restore(gevuld, begin)
            shutil.rmtree(gevuld / "documenten", ignore_errors=True)
            command, where = (*ready(gevuld, words), *options), ELSEWHERE.get(words, ())
            before = snapshot(gevuld)
            if code := run(*command).code:
                assert (code, options) == (2, ("--vertrouwelijk",)), "not everything can be said in confidence"
                continue
            after = snapshot(gevuld)

            taken_back = run(*where, "ongedaan", "--ja")

            assert (taken_back.code, taken_back.err) == (0, ""), command
            assert snapshot(gevuld) == before, command
            if where:
                continue  # There is no dossier any more, and the one above would be found.
            assert run("opnieuw", "--ja").code == 0, command
            assert snapshot(gevuld) == after, command

            rewrite(gevuld, f"\nnaam: {naam}\n", f"\nnaam: {OTHERS}\n")

            assert run("ongedaan", "--ja").code == 0, command
            work = before["samenwerking.yaml"].replace(f"naam: {naam}\n".encode(), f"naam: {OTHERS}\n".encode())
            assert snapshot(gevuld) == {**before, "samenwerking.yaml": work}, "what others did since stays"


def test_a_dossier_that_was_begun_goes_and_comes_again(werkmap: Path) -> None:
    assert run("init", "--naam", "De Brug", "--initiatiefnemer", "Stad", "--ja").code == 0
    begun = snapshot(werkmap)

    assert run("ongedaan", "--ja").code == 0
    assert snapshot(werkmap) == {}

    assert run("opnieuw", "--ja").code == 0
    assert snapshot(werkmap) == begun


def test_one_after_the_other_goes_and_comes_and_a_named_one_by_itself(gevuld: Path) -> None:
    states = [snapshot(gevuld)]
    for words in (("zet", "waarom", "Een."), ("zet", "idee", "Twee."), ("partner", "nieuw", "Bib")):
        assert run(*words).code == 0
        states.append(snapshot(gevuld))

    for state in states[-2::-1]:
        assert run("ongedaan", "--ja").code == 0
        assert snapshot(gevuld) == state
    assert run("ongedaan", "--ja").err.startswith("Er is niets om ongedaan te maken")
    for state in states[1:]:
        assert run("opnieuw", "--ja").code == 0
        assert snapshot(gevuld) == state
    assert run("opnieuw", "--ja").err.startswith("Er is niets om opnieuw te doen: er is niets ongedaan gemaakt.\n")

    assert run("ongedaan", "2", "--ja").code == 0
    assert "idee: Twee." not in dossier_text(gevuld)
    assert "waarom: Een." in dossier_text(gevuld)
    assert "naam: Bib" in dossier_text(gevuld)
    again = run("ongedaan", "2", "--ja")
    assert (again.code, again.err.splitlines()[0]) == (1, "Wat commando 2 deed, is al teruggenomen; er is niets te wijzigen.")
    assert [(each["nummer"], each["teruggenomen"]) for each in run("ongedaan", "--lijst", "--json").json["gedaan"]] == [
        (1, False),
        (2, True),
        (3, False),
    ]
    assert [line.partition(":")[2] for line in run("ongedaan", "--lijst").out.splitlines()[:3]] == [
        " samenwerk partner nieuw Bib",
        " samenwerk zet idee Twee.",
        " samenwerk zet waarom Een.",
    ]


def test_what_was_changed_at_the_same_place_since_is_told_and_nothing_is_written(gevuld: Path) -> None:
    assert run("zet", "waarom", "Een.").code == 0
    assert run("partner", "nieuw", "Bib").code == 0
    rewrite(gevuld, "waarom: Een.", "waarom: Van een ander.")
    rewrite(gevuld, "initiatiefnemer: stad", "initiatiefnemer: bib")
    before, regel = snapshot(gevuld), dossier_text(gevuld).partition("waarom:")[0].count("\n") + 1

    outcome = run("ongedaan", "1", "--ja")

    assert (outcome.code, outcome.out) == (5, "")
    assert outcome.err == (
        "Commando 1 terugnemen zou later werk overschrijven; er is niets geschreven.\n"
        f"  samenwerking.yaml:{regel}:9: waarom is later nog gewijzigd.\n"
        "→ Neem eerst terug wat later kwam, of wijzig deze plaats zelf. Bekijk wat er gedaan is: samenwerk ongedaan --lijst\n"
    )
    assert run("ongedaan", "2", "--ja").code == 5, "someone names what it would take away"
    assert snapshot(gevuld) == before

    rewrite(gevuld, "waarom: Van een ander.", "waarom: Van een ander: de buur.")
    broken = run("ongedaan", "1", "--ja")
    assert broken.code == 3
    assert f"samenwerking.yaml:{regel}:" in broken.err


def test_a_document_made_anew_since_stays_and_a_kept_text_that_was_changed_stops_it(gevuld: Path) -> None:
    assert run("vaststellen", "startnota").code == 0
    assert run("zet", "waarom", "Anders.").code == 0
    assert run("render", "startnota").code == 0
    made = (gevuld / "documenten" / "startnota.md").read_bytes()
    version = gevuld / "documenten" / "vastgesteld" / "startnota-v1.md"
    whole = version.read_bytes()
    version.write_bytes(whole + b"Later.\n")

    changed = run("ongedaan", "1", "--ja")

    assert changed.code == 5
    assert "  documenten/vastgesteld/startnota-v1.md: Dit bestand is later nog gewijzigd.\n" in changed.err
    version.write_bytes(whole)
    outcome = run("ongedaan", "1", "--ja")
    assert outcome.code == 0
    assert "Dit blijft zoals het nu is, want het is later opnieuw gemaakt: documenten/startnota.md\n" in outcome.out
    assert (gevuld / "documenten" / "startnota.md").read_bytes() == made
    assert not version.exists()


def test_a_sitting_of_the_interview_is_one_command(gevuld: Path) -> None:
    rewrite(gevuld, "gedeelde_ambitie:", "gedeelde_ambitie_was:")
    before = snapshot(gevuld)
    words = ("vragen", "--partner", "stad")
    talk = converse(*words, answers=[("wie vertegenwoordigt", "De directie"), ("", "Iets"), ("", "q")])
    assert talk.code == 0
    assert snapshot(gevuld) != before

    assert run("ongedaan", "--ja").code == 0
    assert snapshot(gevuld) == before


def test_no_word_told_in_confidence_stands_among_the_rest_or_is_shown(gevuld: Path) -> None:
    secret = "De directeur twijfelt."
    assert run("noteer", "spanning", secret, "--vertrouwelijk").code == 0

    shown = [
        run(*words) for words in (("ongedaan", "--lijst"), ("ongedaan", "--proef"), ("ongedaan", "--ja"), ("opnieuw", "-n"))
    ]

    assert [outcome.code for outcome in shown] == [0, 0, 0, 0]
    assert not any(secret in outcome.out + outcome.err for outcome in shown)
    assert "samenwerk noteer\n" in shown[0].out
    for path in kept(gevuld):
        held = path.read_bytes()
        if "versies" not in path.parts:
            held = held.partition(b"\n")[0] + zlib.decompress(held.partition(b"\n")[2])
        assert (secret.encode() in held) == path.parent.name.startswith("vertrouwelijk"), path


@needs_modes
def test_only_the_user_may_read_what_is_remembered_and_it_is_emptied_when_asked(gevuld: Path) -> None:
    assert run("noteer", "nota", "Iets.", "--vertrouwelijk").code == 0
    before = snapshot(gevuld)
    assert {path.stat().st_mode & 0o777 for path in kept(gevuld)} == {0o600}
    assert {path.parent.stat().st_mode & 0o777 for path in kept(gevuld)} == {0o700}

    assert run("ongedaan", "--wis").code == 4
    assert run("ongedaan", "--wis", "-n").out == "Proef: te vergeten: 1 commando; er is niets geschreven.\n"
    assert run("ongedaan", "--wis", "--ja").out == "Vergeten: 1 commando. Het dossier zelf is zoals het was.\n"

    assert kept(gevuld) == []
    assert snapshot(gevuld) == before
    assert run("ongedaan", "--lijst").out == "Hier is nog geen commando bewaard dat iets schreef.\n"


@pytest.mark.parametrize("state", ["geen", "een bestand"])
def test_where_nothing_can_be_remembered_a_command_does_its_work_and_says_nothing_of_it(
    gevuld: Path, monkeypatch: pytest.MonkeyPatch, state: str
) -> None:
    place = gevuld.parent / "een bestand"
    place.write_bytes(b"")
    monkeypatch.setenv("XDG_STATE_HOME", "geen" if state == "geen" else str(place))

    outcome = run("zet", "waarom", "Een.")

    assert (outcome.code, outcome.err) == (0, "")
    assert run("ongedaan", "--ja").code in (1, 3)


def test_what_is_too_large_too_old_or_damaged_is_told(gevuld: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "MOST_DEEDS", 3)
    for number in range(4):
        assert run("zet", "waarom", f"Keer {number}.").code == 0
    assert run("ongedaan", "1", "--ja").err.startswith("Van een commando met nummer 1 is hier niets bewaard.\n")

    path = next(path for path in kept(gevuld) if path.name == "4")
    path.write_bytes(path.read_bytes()[:-9])
    assert (run("ongedaan", "--ja").code, run("ongedaan", "--ja").err.partition(":")[0]) == (
        3,
        "Wat dit commando schreef, is niet meer te lezen",
    )
    path.write_bytes(b"\xff\n")
    assert [each["nummer"] for each in run("ongedaan", "--lijst", "--json").json["gedaan"]] == [2, 3]

    monkeypatch.setattr(memory, "MAX_CONTENTS", 10)
    assert run("zet", "waarom", "Te groot.").code == 0
    assert run("ongedaan", "--ja").err.startswith("Wat commando 5 schreef, was te groot om te bewaren.\n")


def test_the_versions_that_were_read_and_written_are_kept_once_each_the_last_first(
    gevuld: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ring, "MOST_VERSIONS", 3)
    versions = [dossier_text(gevuld).encode()]
    assert run("status").code == run("status").code == 0
    assert ring.read_versions(gevuld, "samenwerking.yaml") == versions

    rewrite(gevuld, "begeleider: ", "begeleider: de ")
    versions.append(dossier_text(gevuld).encode())
    assert run("zet", "waarom", "Een.", "--proef").code == 0, "what a proef would write is no version"
    for waarom in ("Een.", "Twee."):
        assert run("zet", "waarom", waarom).code == 0
        versions.append(dossier_text(gevuld).encode())

    assert ring.read_versions(gevuld, "samenwerking.yaml") == versions[:0:-1]
    assert ring.read_versions(gevuld.parent, "samenwerking.yaml") == []


def test_a_command_of_another_dossier_that_lay_here_is_not_taken_back(gevuld: Path) -> None:
    rewrite(gevuld, "\nid: ", "\nid: een-ander-")
    assert run("partner", "nieuw", "Bib").code == 0
    rewrite(gevuld, "\nid: een-ander-", "\nid: ")

    outcome = run("ongedaan", "--ja")

    assert (outcome.code, outcome.err.splitlines()[0]) == (
        1,
        "Dat commando ging over een ander dossier, dat vroeger in deze map stond.",
    )


def test_a_number_a_list_and_emptying_do_not_go_together_and_a_word_is_no_number(gevuld: Path) -> None:
    assert run("ongedaan", "1", "--wis").code == 2
    assert run("ongedaan", "gisteren").err.startswith("“gisteren” is geen nummer uit de lijst.\n")
