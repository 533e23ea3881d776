"""What others save while a command runs: it stays, and the command is done all the same unless both meant one place."""

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from every_command import WRITING, list_ways, ready
from runner import INSTALLED, clean_env, dossier_text, rewrite, run

from samenwerk.storage.record_file import save_files

DOSSIER, NOTES = "samenwerking.yaml", "vertrouwelijk.yaml"

BESIDE = {
    *(("init",), ("oefenen",), ("open",), ("render",), ("dossier",), ("vaststellen",)),
    *(("agenda",), ("schema",), ("sjabloon", "kopieer"), ("partner", "importeer"), ("herstel",)),
    *(("ongedaan",), ("opnieuw",), ("samenvoegen",)),
    ("git", "instellen"),
}
"""Commands that write other files, with which the dossier as it was read belongs, or mend its bytes as they were shown."""

Save = Callable[[], object]


def let_someone_save(monkeypatch: pytest.MonkeyPatch, save: Save, *, times: int = 1) -> list[int]:
    """Let someone else save right before a command writes, so many times; gives how often the command came so far."""
    tries: list[int] = []

    def save_first(pairs: Any, beside: Any = (), *, proef: bool) -> None:
        tries.append(len(pairs))
        if len(tries) <= times:
            save()
        save_files(pairs, beside, proef=proef)

    monkeypatch.setattr("samenwerk.workflows.changes.save_files", save_first)
    return tries


@pytest.mark.parametrize("words", [words for words in WRITING if words not in BESIDE | {("vragen",)}], ids=" ".join)
def test_a_change_is_made_on_what_someone_else_saved_at_another_place(
    gevuld: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    command = ready(gevuld, words)
    tries = let_someone_save(monkeypatch, lambda: rewrite(gevuld, "begeleider: ", "begeleider: de "))
    before = dossier_text(gevuld)

    outcome = run(*command)

    assert (outcome.code, outcome.err) == (0, "")
    assert len(tries) == 2
    after = dossier_text(gevuld)
    assert after.count("begeleider: de ") == 1
    assert after.replace("begeleider: de ", "begeleider: ") != before


@pytest.mark.parametrize(
    "words",
    [words for words in WRITING if ("--vertrouwelijk",) in list_ways(words) and words != ("zet",)],
    ids=" ".join,
)
def test_a_note_is_made_in_notes_that_someone_else_began_meanwhile(
    gevuld: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    command = (*ready(gevuld, words), "--vertrouwelijk")
    let_someone_save(monkeypatch, lambda: (gevuld / NOTES).write_text("# van een ander\npartners:\n", encoding="utf-8"))

    outcome = run(*command)

    assert (outcome.code, outcome.err) == (0, "")
    assert (gevuld / NOTES).read_text(encoding="utf-8").startswith("# van een ander\n")
    assert len((gevuld / NOTES).read_text(encoding="utf-8")) > len("# van een ander\npartners:\n")


def test_the_number_that_is_told_is_that_of_the_line_as_it_stands(gevuld: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("noteer", "nota", "De eerste.")
    let_someone_save(
        monkeypatch, lambda: rewrite(gevuld, "tekst: De eerste.\n", "tekst: De eerste.\n  - {soort: nota, tekst: Van hen}\n")
    )

    outcome = run("noteer", "nota", "Van mij.", "--json")

    assert outcome.json["nummer"] == 3
    assert dossier_text(gevuld).index("Van hen") < dossier_text(gevuld).index("Van mij.")


def test_where_both_wrote_nothing_is_lost_and_both_texts_are_shown(gevuld: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("zet", "aanleiding", "Een plek.")
    let_someone_save(monkeypatch, lambda: rewrite(gevuld, "aanleiding: Een plek.", "aanleiding: Hun idee."))

    outcome = run("zet", "aanleiding", "Mijn idee.")

    assert outcome.code == 5
    assert "Iemand anders wijzigde intussen hetzelfde; er is niets geschreven." in outcome.err
    assert "Aanleiding: er staat nu “Hun idee.”; u gaf “Mijn idee.”" in outcome.err
    assert "aanleiding: Hun idee.\n" in dossier_text(gevuld)


def test_of_the_notes_no_word_is_shown(gevuld: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("partner", "wijzig", "stad", "--inzet", "Oud geheim", "--vertrouwelijk")
    notes = gevuld / NOTES
    theirs = notes.read_bytes().replace(b"Oud", b"Hun")
    let_someone_save(monkeypatch, lambda: notes.write_bytes(theirs))

    outcome = run("partner", "wijzig", "stad", "--inzet", "Mijn geheim", "--vertrouwelijk")

    assert (outcome.code, "geheim" in outcome.out + outcome.err) == (5, False)
    assert ": iemand anders wijzigde dit intussen" in outcome.err
    assert notes.read_bytes() == theirs


def test_of_a_record_that_goes_no_word_is_shown(gevuld: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rewrite(gevuld, "\npartners:\n", "\npartners:\n  bib: {naam: Bib, belangen: [{wat: Geheim, soort: individueel}]}\n")
    let_someone_save(monkeypatch, lambda: rewrite(gevuld, "naam: Bib,", "naam: Bib, inzet: lezen,"))

    outcome = run("partner", "weg", "bib")

    assert (outcome.code, "Geheim" in outcome.out + outcome.err) == (5, False)
    assert "inzet: lezen" in dossier_text(gevuld)


def test_the_same_written_by_both_is_no_conflict(gevuld: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("zet", "aanleiding", "Een plek.")
    let_someone_save(monkeypatch, lambda: rewrite(gevuld, "aanleiding: Een plek.", "aanleiding: Rust."))

    assert run("zet", "aanleiding", "Rust.").code == 0


def test_a_number_in_a_list_that_grew_is_not_trusted(gevuld: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("noteer", "nota", "Van mij.")
    theirs = "logboek:\n  - {soort: nota, tekst: Van hen.}\n"
    let_someone_save(monkeypatch, lambda: rewrite(gevuld, "logboek:\n", theirs))

    outcome = run("zet", "logboek.1.principe", "2")

    assert (outcome.code, "principe" in dossier_text(gevuld)) == (5, False)
    assert theirs in dossier_text(gevuld)


def test_the_guard_is_asked_again_of_what_someone_else_saved(gevuld: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    let_someone_save(monkeypatch, lambda: rewrite(gevuld, "gedeelde_ambitie: Elk", "# gedeelde_ambitie: Elk"))

    outcome = run("fase", "volgende")

    assert (outcome.code, "fase: delen" in dossier_text(gevuld)) == (1, True)
    assert "gedeelde ambitie" in outcome.err


def test_who_saves_every_time_is_given_way_to_in_the_end(gevuld: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tries = let_someone_save(monkeypatch, lambda: rewrite(gevuld, "begeleider: ", "begeleider: een "), times=99)

    outcome = run("actie", "nieuw", "Iets")

    assert outcome.code == 5
    assert outcome.err.startswith("samenwerking.yaml is intussen door iemand anders gewijzigd; er is niets geschreven.")
    assert (len(tries), "Iets" in dossier_text(gevuld)) == (6, False)


def test_a_table_is_read_in_what_someone_else_saved(gevuld: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (gevuld / "nieuw.csv").write_text("naam;inzet\nBib;lezen\nStad;tijd\n", encoding="utf-8")
    let_someone_save(monkeypatch, lambda: rewrite(gevuld, "\npartners:\n", "\npartners:\n  museum: {naam: Museum}\n"))

    assert run("partner", "importeer", "nieuw.csv", "--ja").code == 0
    assert "museum" in dossier_text(gevuld)
    assert "inzet: tijd" in dossier_text(gevuld)


def test_every_addition_is_written_beside_another_writer(gevuld: Path) -> None:
    """With real processes; what is added by one is never refused for what the other adds."""
    commands = [
        [INSTALLED, "actie", "nieuw", f"Taak {een} {twee}", "--trekker", "stad", "--tegen", "2027-01-01"]
        for twee in range(4)
        for een in ("a", "b")
    ]
    for pair in (commands[place : place + 2] for place in range(0, len(commands), 2)):
        started = [
            subprocess.Popen(command, cwd=gevuld, env=clean_env({}), stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
            for command in pair
        ]
        for process in started:
            said, _ = process.communicate()
            assert process.returncode == 0, said.decode()
    assert all(f"wat: Taak {een} {twee}\n" in dossier_text(gevuld) for twee in range(4) for een in ("a", "b"))


STEP = ("fase", "volgende", "--ondanks", "We gaan verder.")
BACK = ("terug", "naar", "opstart", "--reden", "Terug naar af.")
REST = ("afsluiten", "--als", "slapend", "--ja")


@pytest.mark.parametrize(
    ("theirs", "mine", "code", "melding"),
    [
        (
            STEP,
            STEP,
            5,
            "Iemand anders zette intussen een stap, naar fase 3 Overeenkomen; er is niets geschreven.",
        ),
        (BACK, STEP, 5, "Iemand anders wijzigde intussen hetzelfde; er is niets geschreven."),
        (BACK, BACK, 1, "De groep staat al in de fase Opstart."),
        (REST, STEP, 1, "De samenwerking rust. Alleen een actieve samenwerking verandert van fase."),
        (REST, BACK, 1, "De samenwerking rust. Alleen een actieve samenwerking verandert van fase."),
    ],
    ids=["both forward", "forward and they back", "both back", "forward and they close", "back and they close"],
)
def test_a_step_is_taken_only_from_where_the_person_saw_the_group(
    gevuld: Path, monkeypatch: pytest.MonkeyPatch, theirs: tuple[str, ...], mine: tuple[str, ...], code: int, melding: str
) -> None:
    after_theirs: list[str] = []

    def take_theirs() -> None:
        run(*theirs)
        after_theirs.append(dossier_text(gevuld))

    before = dossier_text(gevuld)
    let_someone_save(monkeypatch, take_theirs)

    outcome = run(*mine)

    assert (outcome.code, *outcome.err.splitlines()[:1]) == (code, melding)
    assert after_theirs == [dossier_text(gevuld)] != [before]


def test_what_someone_else_took_away_meanwhile_is_named_all_the_same(gevuld: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("actie", "nieuw", "Feest", "--trekker", "stad")
    let_someone_save(monkeypatch, lambda: run("actie", "weg", "feest"))

    outcome = run("actie", "wijzig", "feest", "--wat", "Buurtfeest")

    assert outcome.code == 5
    assert "Actie “feest”: er staat nu niets meer; u gaf “Buurtfeest”." in outcome.err
