"""What is told in confidence: where it is written, who may see it, and that no other output holds a word of it."""

import errno
import stat
import subprocess
from collections.abc import Iterator
from pathlib import Path
from shutil import rmtree

import pytest
from every_command import EVERY_COMMAND, ITEM_COMMANDS, LEAVES, WITH_JSON, WRITING, ready
from file_faults import refuse
from needs import make_link
from runner import Terminal, clean_env, dossier_text, has_option, run, snapshot

NOTES = "vertrouwelijk.yaml"
IGNORED = "*vertrouwelijk*\n"

WRITES = {
    "noteer": ("noteer", "spanning", "De directeur wil weg.", "--partner", "school"),
    "gesprek nieuw": ("gesprek", "Onder vier ogen.", "--met", "stad"),
    "zet": ("zet", "partners.stad.inzet", "Meer dan de raad weet."),
    "partner wijzig": ("partner", "wijzig", "school", "--belangen", "individueel: een andere baan"),
}


@pytest.fixture
def in_git(gevuld: Path) -> Path:
    """A dossier in a git repository that skips what is confidential."""
    git(gevuld, "init", "--quiet")
    (gevuld / ".gitignore").write_text(IGNORED, encoding="utf-8")
    return gevuld


def git(folder: Path, *words: str) -> None:
    subprocess.run(["git", *words], cwd=folder, env=clean_env({}), check=True, capture_output=True, timeout=20)


def notes_of(folder: Path) -> str:
    """The text of the notes."""
    return (folder / NOTES).read_text(encoding="utf-8")


# Writing


def test_the_commands_that_write_in_confidence_are_those_of_the_design() -> None:
    taking = [" ".join(words) for words in LEAVES if has_option(EVERY_COMMAND[words], "--vertrouwelijk")]
    showing = [" ".join(words) for words in LEAVES if has_option(EVERY_COMMAND[words], "--intern")]

    achteraf = [" ".join(words) for words in ITEM_COMMANDS if words[0] != "evalueer" and words[1] != "toon"]
    assert sorted(taking) == sorted([*WRITES, *achteraf])
    lists = ["gesprek lijst", "logboek lijst", "partner lijst"]
    assert sorted(showing) == sorted([*lists, "opvolging", "partner exporteer", "partner toon", "status", "vragen"])


def test_what_is_confidential_comes_in_its_own_file_for_its_owner_only_and_the_dossier_stays_as_it_was(in_git: Path) -> None:
    before = dossier_text(in_git)

    for words in WRITES.values():
        assert run(*words, "--vertrouwelijk").code == 0

    assert dossier_text(in_git) == before
    assert stat.S_IMODE((in_git / NOTES).stat().st_mode) == 0o600
    assert notes_of(in_git).split("\n", 3)[3] == (
        "partners:\n"
        "  stad:\n"
        "    inzet: Meer dan de raad weet.\n"
        "  school:\n"
        "    belangen:\n"
        "      - wat: een andere baan\n"
        "        soort: individueel\n"
        "\n"
        "gesprekken:\n"
        "  - datum: 2026-03-15\n"
        "    fase: delen\n"
        "    met: [stad]\n"
        "    over: Onder vier ogen.\n"
        "\n"
        "logboek:\n"
        "  - datum: 2026-03-15\n"
        "    fase: delen\n"
        "    soort: spanning\n"
        "    proces: interactie\n"
        "    principe: 4\n"
        "    partners: [school]\n"
        "    tekst: De directeur wil weg.\n"
    )


@pytest.mark.parametrize("words", WRITES.values(), ids=WRITES)
def test_proef_counts_the_lines_and_writes_nothing(in_git: Path, words: tuple[str, ...]) -> None:
    before = snapshot(in_git)

    outcome = run(*words, "--vertrouwelijk", "--proef")

    assert outcome.code == 0
    assert "wat er staat, blijft vertrouwelijk." in outcome.out
    assert snapshot(in_git) == before


@pytest.mark.parametrize("begin", ["", "# Alleen voor mij.\n", "{}\n"])
def test_notes_that_someone_began_by_hand_are_gone_on_with(in_git: Path, begin: str) -> None:
    (in_git / NOTES).write_text(begin, encoding="utf-8")

    assert run(*WRITES["zet"], "--vertrouwelijk").code == 0
    assert "Meer dan de raad weet." in notes_of(in_git)
    assert begin.removesuffix("{}\n") in notes_of(in_git)


def test_a_field_that_is_not_for_the_notes_is_refused(in_git: Path) -> None:
    outcome = run("zet", "idee", "x", "--vertrouwelijk")

    assert outcome.code == 2
    assert outcome.err.startswith("Het veld “idee” bestaat niet in vertrouwelijk.yaml.\n")


# Git


@pytest.mark.parametrize("words", WRITES.values(), ids=WRITES)
def test_nothing_is_written_while_git_would_take_it_along(gevuld: Path, words: tuple[str, ...]) -> None:
    git(gevuld, "init", "--quiet")
    before = snapshot(gevuld)

    outcome = run(*words, "--vertrouwelijk")

    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err == (
        "vertrouwelijk.yaml wordt niet door git overgeslagen; wat u erin schrijft, komt bij wie de map deelt.\n"
        "→ Zet deze regel in .gitignore: *vertrouwelijk*\n"
    )
    assert snapshot(gevuld) == before


def test_notes_that_are_in_git_already_are_refused_with_how_to_take_them_out(in_git: Path) -> None:
    (in_git / NOTES).write_text("logboek:\n", encoding="utf-8")
    git(in_git, "add", "--force", NOTES)

    outcome = run(*WRITES["noteer"], "--vertrouwelijk")

    assert outcome.code == 1
    assert "git rm --cached vertrouwelijk.yaml" in outcome.err
    git(in_git, "rm", "--quiet", "--cached", NOTES)
    assert run(*WRITES["noteer"], "--vertrouwelijk").code == 0


def test_a_link_to_a_file_that_git_takes_along_is_refused(in_git: Path) -> None:
    (in_git / "open.yaml").write_text("logboek:\n", encoding="utf-8")
    make_link(in_git / NOTES, "open.yaml")

    outcome = run(*WRITES["noteer"], "--vertrouwelijk")

    assert outcome.code == 1
    assert outcome.err.endswith("in .gitignore: open.yaml\n")


def test_when_git_gives_no_answer_nothing_is_written(in_git: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/bestaat/niet")
    (in_git / ".gitignore").unlink()

    outcome = run(*WRITES["noteer"], "--vertrouwelijk")

    assert outcome.code == 1
    assert outcome.err.startswith("samenwerk kan niet nagaan of git vertrouwelijk.yaml overslaat; er is niets geschreven.\n")


def test_variables_of_another_git_command_do_not_answer_for_this_folder(
    in_git: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(tmp_path, "init", "--quiet", "elders")
    (in_git / ".gitignore").unlink()
    (tmp_path / "elders" / ".git" / "info" / "exclude").write_text("*\n", encoding="utf-8")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elders" / ".git"))

    assert run(*WRITES["noteer"], "--vertrouwelijk").code == 1


def test_controleer_warns_of_notes_that_git_would_take_along(gevuld: Path) -> None:
    git(gevuld, "init", "--quiet")
    (gevuld / NOTES).write_text("logboek:\n", encoding="utf-8")

    outcome = run("controleer")

    assert outcome.code == 1
    assert "vertrouwelijk.yaml wordt niet door git overgeslagen" in outcome.err
    (gevuld / ".gitignore").write_text(IGNORED, encoding="utf-8")
    assert "vertrouwelijk" not in run("controleer").err


@pytest.mark.parametrize("above", ["OneDrive - Stad Voorbeeldstad", "SharePoint", "Dropbox"])
def test_in_a_folder_that_a_program_shares_it_is_written_with_a_warning(
    in_git: Path, tmp_path: Path, above: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(*WRITES["noteer"], "--vertrouwelijk").err == ""
    (tmp_path / above).mkdir()
    shared = in_git.rename(tmp_path / above / "dossier")
    monkeypatch.chdir(shared)

    outcome = run(*WRITES["zet"], "--vertrouwelijk")

    assert outcome.code == 0
    assert outcome.err == f"Let op: de map {above} wordt misschien gedeeld; wie ze ziet, ziet ook vertrouwelijk.yaml.\n"
    assert run(*WRITES["zet"]).err == ""


# Showing


def test_only_intern_shows_it_and_marks_it(in_git: Path) -> None:
    for words in WRITES.values():
        run(*words, "--vertrouwelijk")

    status = run("status", "--intern").out
    assert "[vertrouwelijk] Inzet: Meer dan de raad weet.\n" in status
    assert "[vertrouwelijk] 15 maart 2026, spanning: De directeur wil weg.\n" in status
    assert "[vertrouwelijk] Belangen: individueel: een andere baan\n" in run("opvolging", "--intern").out
    assert "  [vertrouwelijk] De directeur wil weg.\n" in run("logboek", "--intern").out
    assert "[vertrouwelijk] Onder vier ogen.\n" in run("logboek", "--soort", "gesprek", "--intern").out
    assert "[vertrouwelijk] Meer dan de raad weet.\n" in run("vragen", "--fase", "delen", "--alles", "--intern").out


def test_as_json_each_part_says_that_it_is_confidential(in_git: Path) -> None:
    for words in WRITES.values():
        run(*words, "--vertrouwelijk")

    for command in ("status", "opvolging"):
        vertrouwelijk = run(command, "--intern", "--json").json["vertrouwelijk"]
        assert {
            "veld": "partners.stad.inzet",
            "partner": "stad",
            "tekst": "Meer dan de raad weet.",
            "vertrouwelijk": True,
        } in vertrouwelijk["velden"]
        assert all(moment["vertrouwelijk"] for moment in vertrouwelijk["momenten"])
    assert [moment["vertrouwelijk"] for moment in run("logboek", "--intern", "--json").json["momenten"]][-1] is True


def test_in_the_interview_it_stands_before_the_question(in_git: Path) -> None:
    run(*WRITES["zet"], "--vertrouwelijk")
    terminal = Terminal("vragen", "--fase", "delen", "--partner", "stad", "--alles", "--intern", cwd=in_git)

    terminal.answer("Stad: wie vertegenwoordigt", "")
    terminal.answer("Stad: wat wil", "")
    terminal.answer("Stad: welk belang", "")
    shown = terminal.answer("Stad: wat brengt", "q")

    assert "[vertrouwelijk] Meer dan de raad weet." in shown
    assert terminal.finish().code == 0


def test_a_list_to_be_mailed_never_shows_it(in_git: Path) -> None:
    outcome = run("opvolging", "--voor", "stad", "--intern")

    assert outcome.code == 2
    assert outcome.err.startswith("Een lijst om te mailen toont niets vertrouwelijks.\n")


def test_without_notes_intern_says_so(in_git: Path) -> None:
    assert "Er is nog niets vertrouwelijks genoteerd.\n" in run("status", "--intern").out


# Keys


def test_a_new_key_is_carried_over_to_the_notes(in_git: Path) -> None:
    for words in WRITES.values():
        run(*words, "--vertrouwelijk")

    assert run("partner", "wijzig", "school", "--sleutel", "kbo").code == 0
    assert "  kbo:\n    belangen:\n" in notes_of(in_git)
    assert "partners: [kbo]\n" in notes_of(in_git)
    assert run("status", "--intern").code == 0


def test_a_new_key_is_refused_whole_while_git_would_take_the_notes_along(in_git: Path) -> None:
    run(*WRITES["noteer"], "--vertrouwelijk")
    (in_git / ".gitignore").unlink()
    before = snapshot(in_git)

    assert run("partner", "wijzig", "school", "--sleutel", "kbo").code == 1
    assert snapshot(in_git) == before


def test_when_the_second_of_two_files_cannot_be_written_the_first_is_put_back(
    in_git: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(*WRITES["noteer"], "--vertrouwelijk")
    before = snapshot(in_git)

    refuse(monkeypatch, "replace", "samenwerking.yaml", OSError(errno.ENOSPC, "no"))

    assert run("partner", "wijzig", "school", "--sleutel", "kbo").code == 1
    assert snapshot(in_git) == before


def test_a_record_that_the_notes_name_is_not_removed(in_git: Path) -> None:
    text = dossier_text(in_git).replace("\npartners:\n", "\npartners:\n  bib: {naam: Bib}\n")
    (in_git / "samenwerking.yaml").write_text(text, encoding="utf-8")
    run("noteer", "nota", "Stil.", "--partner", "bib", "--vertrouwelijk")

    outcome = run("partner", "weg", "bib")

    assert outcome.code == 1
    assert "In vertrouwelijk.yaml (1)\n    → samenwerk logboek --intern\n" in outcome.err
    assert "Stil." not in outcome.err
    run("zet", "partners.bib.inzet", "Weinig", "--vertrouwelijk")
    outcome = run("partner", "weg", "bib")
    assert "In vertrouwelijk.yaml (2)\n    → samenwerk status --intern\n" in outcome.err
    assert "Weinig" in run("status", "--intern").out


# Nothing leaks

SECRET = "zzqgeheimwoord"


FILLED = (
    f"# {SECRET}\n{SECRET}: {SECRET}\n"
    f"partners:\n  stad:\n    naam: {SECRET}\n    inzet: {SECRET}\n    ambities: [{SECRET}]\n"
    f"    belangen:\n      - wat: {SECRET}\n    mandaat: {{namens: {SECRET}, geldig_tot: 2026-03-20}}\n"
    f"gesprekken:\n  - {{datum: 2026-03-01, met: [stad], over: {SECRET}}}\n"
    f"logboek:\n  - datum: 2026-03-02\n    soort: succes\n    partners: [stad, school]\n    tekst: {SECRET}\n"
)
"""Notes with the secret in every kind of place."""

BROKEN = (
    "logboek: [{}",
    "logboek:\n  - {{soort: {}}}\n",
    "{0}: a\n{0}: b\n",
    "partners: {{{}: {{}}}}\n",
    "logboek: '{}\n",
    "- {}\n",
)


def test_no_command_without_intern_lets_a_word_of_the_notes_out(in_git: Path) -> None:
    original = dossier_text(in_git)
    for command, dossier in list_commands(in_git, original):
        (in_git / "samenwerking.yaml").write_text(dossier, encoding="utf-8")
        (in_git / NOTES).write_text(FILLED, encoding="utf-8")
        outcome = run(*command)
        assert SECRET not in outcome.out + outcome.err, command
        for name, content in snapshot(in_git).items():
            assert name == NOTES or SECRET.encode() not in content, (command, name)


def list_commands(folder: Path, original: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every command as it is, as JSON and as proef, and those that write in confidence, each with a dossier it works on."""
    for words in LEAVES:
        (folder / "samenwerking.yaml").write_text(original, encoding="utf-8")
        for made in ("documenten", "sjablonen"):
            rmtree(folder / made, ignore_errors=True)
        command = ready(folder, words)
        json, proef = ("--json",) * (words in WITH_JSON), ("--proef",) * (words in WRITING)
        for options in dict.fromkeys(((), json, proef, json + proef)):
            yield (*command, *options), dossier_text(folder)
    more = [
        *(words + options for words in WRITES.values() for options in ((), ("--json",), ("--proef",))),
        *(("zet", pad, "") for pad in ("partners.stad.inzet", "partners.stad.ambities.1", "partners.stad.ambities.7")),
        *(("zet", pad, "x") for pad in ("logboek.1.soort", "logboek.1.datum", "partners.stad.mandaat")),
    ]
    yield from (((*words, "--vertrouwelijk"), original) for words in more)
    others = [("render", "--alles", "--overschrijf"), ("render", "--alles", "--naar", "-"), ("logboek", "--alles")]
    others += [
        ("partner", "weg", "stad"),
        ("partner", "wijzig", "stad", "--sleutel", "gemeente"),
        ("opvolging", "--voor", "stad"),
    ]
    yield from ((words, original) for words in others)


@pytest.mark.parametrize("broken", BROKEN)
def test_no_error_about_the_notes_quotes_them_and_nothing_changes(in_git: Path, broken: str) -> None:
    (in_git / NOTES).write_text(broken.format(SECRET), encoding="utf-8")
    before = snapshot(in_git)

    for words in (*WRITES.values(), ("partner", "weg", "stad"), ("partner", "wijzig", "stad", "--sleutel", "x")):
        confidential = ("--vertrouwelijk",) if words in WRITES.values() else ()
        for json in ((), ("--json",)):
            outcome = run(*words, *confidential, *json)
            assert outcome.code in (1, 3), words
            assert SECRET not in outcome.out + outcome.err, words
    assert snapshot(in_git) == before
    assert run("status").code == 0


def test_the_search_for_leaks_can_find_one(in_git: Path) -> None:
    (in_git / NOTES).write_text(FILLED, encoding="utf-8")

    for words in (("status",), ("logboek",), ("opvolging",)):
        assert SECRET in run(*words, "--intern").out
