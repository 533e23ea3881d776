"""`samenwerk git instellen`, and what real git then makes of two versions."""

import os
import subprocess
from pathlib import Path

import pytest
from needs import needs_programs
from runner import Outcome, dossier_text, rewrite, run, snapshot

pytestmark = needs_programs("git")

EVERYONE = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C"} | {
    f"GIT_{who}_{what}": f"{who}@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
}


def git(folder: Path, *words: str) -> Outcome:
    """A command of git, as a person gives it."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    done = subprocess.run(["git", *words], cwd=folder, env=kept | EVERYONE, capture_output=True, timeout=60, check=False)
    return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())


def commit(folder: Path, old: str, new: str) -> None:
    """Change the dossier by hand, and record it."""
    rewrite(folder, old, new)
    assert git(folder, "commit", "--quiet", "--all", "--message", new.strip()).code == 0


@pytest.fixture
def kloon(gevuld: Path) -> Path:
    """The dossier below a folder with a quote and a space, in a repository with one version of it."""
    assert git(gevuld, "init", "--quiet", "--initial-branch=main", ".").code == 0
    folder = gevuld / "o'k dossier"
    folder.mkdir()
    (gevuld / "samenwerking.yaml").rename(folder / "samenwerking.yaml")
    assert git(folder, "add", ".").code == git(folder, "commit", "--quiet", "--message", "begin").code == 0
    return folder


# Setting


def test_it_is_shown_first_done_once_and_taken_back_whole(kloon: Path) -> None:
    attributes = kloon.parent / ".git" / "info" / "attributes"
    attributes.parent.mkdir(exist_ok=True)
    attributes.write_text("*.txt text", encoding="utf-8")
    before = snapshot(kloon.parent)

    assert run("-C", str(kloon), "git", "instellen").code == 4
    proef = run("-C", str(kloon), "git", "instellen", "--proef")
    assert snapshot(kloon.parent) == before
    assert "\n+samenwerking.yaml merge=samenwerk\n" in proef.out
    assert "\n+merge.samenwerk.driver = " in proef.out

    done = run("-C", str(kloon), "git", "instellen", "--ja")
    assert done.out.endswith("\nGit voegt hier dossiers samen met samenwerk.\n")
    after = snapshot(kloon.parent)
    assert {name for name in after if after[name] != before.get(name)} == {".git/config", ".git/info/attributes"}
    assert git(kloon, "check-attr", "merge", "samenwerking.yaml").out == "samenwerking.yaml: merge: samenwerk\n"
    again = run("-C", str(kloon), "git", "instellen", "--ja")
    assert again == (0, "Git voegt hier dossiers samen met samenwerk. Dat was al zo.\n", "")
    assert snapshot(kloon.parent) == after

    assert run("-C", str(kloon), "git", "instellen", "--weg", "--ja").code == 0
    assert snapshot(kloon.parent) == before | {".git/info/attributes": b"*.txt text\n"}


def test_where_there_is_no_git_it_says_so(werkmap: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("git", "instellen").err.startswith("Deze map is geen map van git.\n→ ")
    monkeypatch.setenv("PATH", "/bestaat/niet")
    assert run("git", "instellen").err.startswith("Het programma git staat niet op deze computer.\n→ ")


def test_what_is_not_in_order_is_told_with_what_to_do(kloon: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(kloon)
    (kloon / ".gitignore").write_text("*vertrouwelijk*\n", encoding="utf-8")

    missing = run("git", "controleer")
    assert (missing.code, missing.out) == (1, "")
    assert missing.err == (
        "  Git voegt hier dossiers niet samen met samenwerk.\n    → Stel het in met: samenwerk git instellen\n"
    )
    assert run("git", "instellen", "--ja").code == 0
    assert run("git", "controleer") == (0, "Git is hier in orde.\n", "")

    # Samenwerk has moved, a rebase stopped half way, and the notes are in git.
    git(kloon, "config", "merge.samenwerk.driver", "/elders/samenwerk")
    git(kloon, "switch", "--quiet", "--detach")
    assert [each["code"] for each in run("git", "controleer", "--json").json["bevindingen"]] == [
        "git_instelling",
        "git_geen_tak",
    ]
    (kloon.parent / ".git" / "MERGE_HEAD").write_text("", encoding="utf-8")
    (kloon / "vertrouwelijk.yaml").write_text("logboek:\n", encoding="utf-8")
    git(kloon, "add", "--force", "vertrouwelijk.yaml")
    rewrite(kloon, LOKALEN, f"<<<<<<< hier\n{LOKALEN}=======\n>>>>>>> daar\n")
    told = run("git", "controleer").err
    assert "Git zoekt samenwerk op een andere plaats" in told
    assert (
        "Het samenvoegen is nog niet af.\n    → Maak het af in git. Of zet terug hoe het was, met: git merge --abort\n" in told
    )
    assert "samenwerking.yaml:48:1: Twee mensen wijzigden hier hetzelfde" in told
    assert "vertrouwelijk.yaml zit al in git" in told


def test_status_says_in_one_line_what_is_not_in_order(kloon: Path) -> None:
    where, meer = ("-C", str(kloon), "status"), "(meer: samenwerk git controleer)\n"
    assert "Git: " not in run(*where).out, "who shares with no one has nothing to merge"

    git(kloon, "remote", "add", "origin", "../server")
    assert f"Git: het samenvoegen met samenwerk is hier niet ingesteld {meer}" in run(*where).out
    assert run("-C", str(kloon), "git", "instellen", "--ja").code == 0
    git(kloon, "worktree", "add", "--quiet", "--detach", "../naast")
    assert "Git: " not in run(*where, "--alles").out
    naast = kloon.parent / "naast" / kloon.name
    assert f"Git: u werkt buiten elke tak {meer}" in run("-C", str(naast), "status", "--alles").out
    (kloon.parent / ".git" / "MERGE_HEAD").write_text("", encoding="utf-8")
    assert run(*where, "--json").json["git"] == "het samenvoegen is nog niet af"


def test_a_folder_of_git_that_a_program_shares_is_told(kloon: Path) -> None:
    shared = kloon.parent.parent / "OneDrive - Stad"
    kloon.parent.rename(shared)

    told = run("-C", str(shared / kloon.name), "git", "controleer").err
    assert "De map van git staat in een map die met andere computers gedeeld wordt: OneDrive - Stad." in told


# Merging

LOKALEN, ZICHT = "    inzet: drie lokalen\n", "    krijgt: zicht op de wijk\n"
RUST, KINDEREN = "    - rust na vier uur\n", "    krijgt: uitgeruste kinderen\n"


def test_two_people_add_below_the_same_line_and_git_has_both(kloon: Path) -> None:
    text = dossier_text(kloon)
    assert run("-C", str(kloon), "git", "instellen", "--ja").code == 0
    git(kloon, "branch", "bib")
    commit(kloon, RUST, f"{RUST}    - Van hier.\n")
    git(kloon, "switch", "--quiet", "bib")
    commit(kloon, RUST, f"{RUST}    - Van daar.\n")
    both = {
        text.replace(RUST, f"{RUST}    - Van {one}.\n    - Van {other}.\n")
        for one, other in (("hier", "daar"), ("daar", "hier"))
    }

    # In a worktree, whose folder has a file in the place of .git.
    assert git(kloon, "worktree", "add", "--quiet", "--detach", "../naast", "main").code == 0
    naast = kloon.parent / "naast" / kloon.name
    assert git(naast, "merge", "--quiet", "bib").code == 0
    assert dossier_text(naast) in both

    assert git(kloon, "rebase", "--quiet", "main").code == 0
    assert dossier_text(kloon) in both
    assert git(kloon, "status", "--short").out == "?? ../naast/\n", "nothing is left beside the dossier"

    # A clone of someone without samenwerk merges as git does, and is not told of a program it does not have.
    assert git(kloon.parent, "clone", "--quiet", ".", "elders").code == 0
    elders = kloon.parent / "elders" / kloon.name
    git(elders, "switch", "--quiet", "--detach", "origin/main~1")
    commit(elders, LOKALEN, "    inzet: de turnzaal\n")
    merged = git(elders, "merge", "--quiet", "origin/main")
    assert (merged.code, merged.err) == (0, "")


def test_what_both_changed_stands_between_markers_named_as_the_sides_are(kloon: Path) -> None:
    assert run("-C", str(kloon), "git", "instellen", "--ja").code == 0
    git(kloon, "branch", "bib")
    commit(kloon, LOKALEN, "    inzet: twee lokalen\n")
    git(kloon, "switch", "--quiet", "bib")
    commit(kloon, LOKALEN, "    inzet: de turnzaal\n")
    commit(kloon, ZICHT, "    krijgt: een zitdag\n")

    merged = git(kloon, "merge", "main")
    assert merged.code == 1
    assert "  Partner “School”, inzet: hier “de turnzaal”, daar “twee lokalen”\n" in merged.err
    between = "<<<<<<< hier\n    inzet: de turnzaal\n=======\n    inzet: twee lokalen\n>>>>>>> daar\n"
    assert between in dossier_text(kloon)
    assert "    krijgt: een zitdag\n" in dossier_text(kloon)
    git(kloon, "merge", "--abort")

    # Where what is ours is what others made, nothing is called here or there.
    assert git(kloon, "rebase", "main").code == 1
    text = dossier_text(kloon)
    assert "\n=======\n    inzet: de turnzaal\n>>>>>>> " in text
    assert "hier" not in text
    git(kloon, "rebase", "--abort")


def test_branches_that_merged_each_other_before_merge_without_a_version_with_markers(kloon: Path) -> None:
    assert run("-C", str(kloon), "git", "instellen", "--ja").code == 0
    git(kloon, "branch", "bib")
    commit(kloon, LOKALEN, "    inzet: twee lokalen\n")
    git(kloon, "switch", "--quiet", "bib")
    commit(kloon, LOKALEN, "    inzet: de turnzaal\n")
    # Each takes over the other, and keeps what is its own there.
    mine, theirs = (git(kloon, "rev-parse", name).out.strip() for name in ("bib", "main"))
    for name, other in (("bib", theirs), ("main", mine)):
        git(kloon, "switch", "--quiet", name)
        assert git(kloon, "merge", "--quiet", "--strategy=ours", "--message", "samen", other).code == 0
    commit(kloon, ZICHT, "    krijgt: een zitdag\n")
    git(kloon, "switch", "--quiet", "bib")
    commit(kloon, KINDEREN, "    krijgt: rust\n")

    assert git(kloon, "merge", "main").code == 1
    text = dossier_text(kloon)
    assert text.count("<<<<<<<") == text.count("|||||||") + 1 == 1
    assert "    krijgt: een zitdag\n" in text
    assert "    krijgt: rust\n" in text
