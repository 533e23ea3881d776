"""`samenwerk samenvoegen` with three files: what comes of two versions, what a person must choose, and what cannot be read."""

from pathlib import Path

import pytest
from needs import needs_programs
from runner import dossier_text, run, snapshot

BASIS = "naam: Ons netwerk\nzitdag: dinsdag\nplek: de bibliotheek\n"


def write_three(folder: Path, ons: str, hun: str, basis: str = BASIS) -> tuple[str, str, str]:
    """Three files as git names them, and their names."""
    names = (".merge_file_a", ".merge_file_b", ".merge_file_c")
    for name, text in zip(names, (basis, ons, hun), strict=True):
        (folder / name).write_bytes(text.encode())
    return names


def test_what_either_changed_stands_in_the_merged_file_byte_for_byte(werkmap: Path) -> None:
    ons = "\ufeffnaam: Ons netwerk\r\nzitdag: woensdag   # na de middag\r\nplek: de bibliotheek\r\n"
    hun = BASIS.replace("plek: de bibliotheek", "plek: 'het café'")
    three = write_three(werkmap, ons, hun)
    merged = "\ufeffnaam: Ons netwerk\r\nzitdag: woensdag   # na de middag\r\nplek: 'het café'\r\n"

    assert run("samenvoegen", *three) == (0, merged, "")
    assert run("samenvoegen", *three, "sub/dossier.yaml", "--naar", "samen.yaml") == (0, "", "")
    assert (werkmap / "samen.yaml").read_bytes() == merged.encode()
    assert run("samenvoegen", *three, "--json").json == {
        "schema": "samenwerk/samenvoeging",
        "versie": 1,
        "bestand": None,
        "tekst": merged,
        "heeft_markers": False,
        "botsingen": [],
    }


def test_the_line_ends_are_ours_and_a_file_that_both_began_has_what_either_holds(werkmap: Path) -> None:
    hun = f"{BASIS}hun: 2\n".replace("\n", "\r\n")

    assert run("samenvoegen", *write_three(werkmap, f"{BASIS}ons: 1\n", hun)) == (0, f"{BASIS}ons: 1\nhun: 2\n", "")
    mixed = hun.replace("\r\nzitdag", "\nzitdag")
    ours = f"{BASIS}ons: 1\n".replace("\n", "\r\n")
    assert run("samenvoegen", *write_three(werkmap, ours, mixed)).out == f"{ours}hun: 2\r\n"
    assert run("samenvoegen", *write_three(werkmap, f"{BASIS}ons: 1\n", f"{BASIS}hun: 2\n", "")).out == (
        f"{BASIS}ons: 1\nhun: 2\n"
    )


def test_what_a_person_must_choose_is_told_by_what_people_call_its_place(gevuld: Path) -> None:
    basis = dossier_text(gevuld)
    inzet = "    inzet: drie lokalen\n"
    ons = basis.replace(inzet, "    inzet: twee lokalen\n")
    hun = basis.replace(inzet, "    inzet: de turnzaal\n")
    three = write_three(gevuld, ons, hun, basis)

    outcome = run("samenvoegen", *three, "netwerk/samenwerking.yaml")

    assert outcome.code == 1
    between = "<<<<<<< hier\n    inzet: twee lokalen\n=======\n    inzet: de turnzaal\n>>>>>>> daar\n"
    assert outcome.out == basis.replace(inzet, between)
    assert outcome.err == (
        "samenwerking.yaml: op 1 plaats staat in de twee versies iets anders.\n"
        "  Partner “School”, inzet: hier “twee lokalen”, daar “de turnzaal”\n"
        "→ Kies wat er moet staan of zet beide samen, en haal de regels met <<<<<<<, ======= en >>>>>>> weg.\n"
    )
    as_json = run("samenvoegen", *three, "--naar", "samen.txt", "--json")
    assert (as_json.code, as_json.err, as_json.json["tekst"]) == (1, "", None)
    assert as_json.json["botsingen"] == [
        {"pad": "partners.school.inzet", "plaats": "Partner “School”, inzet", "ons": "“twee lokalen”", "hun": "“de turnzaal”"}
    ]
    assert (gevuld / "samen.txt").read_text(encoding="utf-8") == outcome.out


def test_what_is_for_the_facilitator_alone_is_not_told(gevuld: Path) -> None:
    basis = dossier_text(gevuld)
    basis = basis.replace("    - wat: kinderen die op tijd eten\n", "    - {wat: zijn geheim, soort: individueel}\n")
    ons, hun = (basis.replace("soort: individueel", f"soort: {soort}") for soort in ("collectief", "organisatie"))

    outcome = run("samenvoegen", *write_three(gevuld, ons, hun, basis))

    assert outcome.code == 1
    assert "geheim" in outcome.out
    assert "Partner “School”, belangen, nummer 1: hier (alleen voor de begeleider), daar (alleen" in outcome.err
    assert "geheim" not in outcome.err


def test_a_record_that_is_gone_on_one_side_is_told_by_its_name(gevuld: Path) -> None:
    basis = "partners:\n  bib: {naam: Bib, inzet: boeken}\n  stad: {naam: Stad}\n"
    three = write_three(gevuld, basis.replace("boeken", "kranten"), "partners:\n  stad: {naam: Stad}\n", basis)

    outcome = run("samenvoegen", *three)

    assert outcome.code == 1
    assert "hier “Bib”, daar niets" in outcome.err


# The lines around what must be chosen


@pytest.mark.parametrize(
    ("options", "environment", "lines"),
    [
        ((), "", ["<<<<<<< hier", "=======", ">>>>>>> daar"]),
        (
            ("-L", "9", "--ons", "main", "--hun", "abc1234 (Werk van José)"),
            "",
            ["<<<<<<<<< main", "=========", ">>>>>>>>> abc1234 (Werk van José)"],
        ),
        # So git 2.39 hands them over, and nobody knows which side is whose: of a rebase ours is theirs.
        (("-L", "%L", "--ons", "%X", "--hun", "%Y"), "", ["<<<<<<< de ene", "=======", ">>>>>>> de andere"]),
        (("--ons", "HEAD", "--hun", "bib"), "GITHEAD_4b825dc6", ["<<<<<<< hier", "=======", ">>>>>>> daar"]),
    ],
    ids=["by hand", "named", "git 2.39", "git merge"],
)
def test_the_sides_are_called_as_git_calls_them_and_here_and_there_in_a_merge(
    werkmap: Path, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...], environment: str, lines: list[str]
) -> None:
    if environment:
        monkeypatch.setenv(environment, "bib")
    three = write_three(werkmap, BASIS.replace("dinsdag", "maandag"), BASIS.replace("dinsdag", "vrijdag"))

    outcome = run("samenvoegen", *three, *options)

    assert outcome.code == 1
    assert [line for line in outcome.out.splitlines() if line[0] in "<=>"] == lines
    names = [line.split(" ", 1)[1] for line in (lines[0], lines[2])]
    assert f"zitdag: {names[0]} “maandag”, {names[1]} “vrijdag”" in outcome.err


# Git


def test_where_lines_alone_are_right_the_bytes_are_those_of_git(werkmap: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def merge_by_lines(*paths: Path) -> bytes:
        asked.extend(path.name for path in paths)
        return LINES

    monkeypatch.setattr("samenwerk.workflows.samenvoegen.merge_by_lines", merge_by_lines)
    three = write_three(werkmap, f"{BASIS}ons: 1\n", f"hun: 2\n{BASIS}")

    assert run("samenvoegen", *three) == (0, LINES.decode(), "")
    assert asked == list(three)


LINES = f"hun: 2\n\n{BASIS}ons: 1\n".encode()
"""The same data, laid out otherwise than the structure would."""


@needs_programs("git")
def test_without_git_and_where_git_sees_a_conflict_it_is_merged_by_what_it_says(
    werkmap: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    three = write_three(werkmap, f"{BASIS}ons: 1\n", f"{BASIS}hun: 2\n")
    both = f"{BASIS}ons: 1\nhun: 2\n"

    assert run("samenvoegen", *three) == (0, both, "")
    monkeypatch.setenv("PATH", "/bestaat/niet")
    assert run("samenvoegen", *three) == (0, both, "")


# What cannot be done


@pytest.mark.parametrize(
    ("words", "code", "melding"),
    [
        ((".merge_file_a", ".merge_file_b"), 2, "Er is één bestand nodig, de tweede versie, of drie:"),
        ((*["x"] * 5,), 2, "Er is één bestand nodig, de tweede versie, of drie:"),
        ((".merge_file_a", "weg.yaml", ".merge_file_c"), 3, "weg.yaml is er niet."),
        ((".merge_file_a", ".merge_file_b", ".."), 3, "deze map is niet te lezen: het is een map."),
        ((".merge_file_a", ".merge_file_b", "groot.yaml"), 3, "groot.yaml is groter dan 2 MB; dat leest samenwerk niet."),
        ((".merge_file_a", ".merge_file_b", ".merge_file_c", "-L", "veel"), 2, "“veel” is geen aantal tekens."),
        ((".merge_file_a", ".merge_file_b", ".merge_file_c", "--naar", "weg/x"), 1, "In x kan niet geschreven worden:"),
        ((".merge_file_a", ".merge_file_b", ".merge_file_c", "--naar", "."), 1, "In deze map kan niet geschreven worden:"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_with_what_to_do_and_changes_nothing(
    werkmap: Path, words: tuple[str, ...], code: int, melding: str
) -> None:
    write_three(werkmap, BASIS.replace("dinsdag", "maandag"), BASIS)
    (werkmap / "groot.yaml").write_bytes(b"#" * 2_000_001)
    before = snapshot(werkmap)

    outcome = run("samenvoegen", *words)

    assert (outcome.code, outcome.out) == (code, "")
    first, *rest = outcome.err.splitlines()
    assert first.startswith(melding)
    assert [line[:2] for line in rest] == ["→ "]
    assert snapshot(werkmap) == before


def test_what_a_stopped_command_left_beside_the_file_is_written_over(werkmap: Path) -> None:
    three = write_three(werkmap, BASIS.replace("dinsdag", "maandag"), BASIS)
    (werkmap / ".samen.yaml.samenwerk").write_text("half", encoding="utf-8")

    assert run("samenvoegen", *three, "--naar", "samen.yaml").code == 0
    assert sorted(path.name for path in werkmap.iterdir()) == [*three, "samen.yaml"]


def test_the_folder_it_is_given_in_does_not_matter(werkmap: Path) -> None:
    (werkmap / "samenwerking.yaml").write_text("naam: [", encoding="utf-8")
    three = write_three(werkmap, "\x00ons\n", "hun\n", "\xff\n")

    outcome = run("samenvoegen", *three)

    assert outcome.code == 1
    assert outcome.out == "<<<<<<< hier\n\x00ons\n=======\nhun\n>>>>>>> daar\n"
    assert outcome.err.startswith(".merge_file_b: op dezelfde regels staat in de twee versies iets anders.\n")
