"""Another version of a file is known by its name, as the usual programs and people make it, and nothing else is."""

from pathlib import Path

import pytest
from needs import needs_case

from samenwerk.storage.lookalikes import find_lookalikes, find_misnamed


@pytest.mark.parametrize(
    "other",
    [
        "samenwerking-PC-JAN.yaml",
        "samenwerking (1).yaml",
        "samenwerking (Jan's conflicted copy 2026-03-15).yaml",
        "samenwerking (conflicted copy 2026-03-15 101500).yaml",
        "samenwerking.sync-conflict-20260315-101500-ABCDEFG.yaml",
        "samenwerking_conflict-20260315-101500.yaml",
        "samenwerking - kopie.yaml",
        "Kopie van samenwerking.yaml",
        "samenwerking.yml",
        "samenwerking.yaml.txt",
        "samenwerking.yml.txt",
        pytest.param("Samenwerking.yaml", marks=needs_case),
        pytest.param("SAMENWERKING.YAML", marks=needs_case),
        "samenwerking2.yaml",
    ],
)
def test_what_programs_and_people_make_of_a_dossier_is_found(tmp_path: Path, other: str) -> None:
    (tmp_path / "samenwerking.yaml").write_text("naam: x\n", encoding="utf-8")
    (tmp_path / other).write_text("naam: y\n", encoding="utf-8")

    assert find_lookalikes(tmp_path, "samenwerking.yaml") == [other]
    assert find_lookalikes(tmp_path, "vertrouwelijk.yaml") == []


@pytest.mark.parametrize(
    "other",
    [
        "samenwerkingsverband.yaml",
        "samenwerking.schema.json",
        "samenwerking.docx",
        "samenwerking.txt",
        "desamenwerking.yaml",
        "yaml",
        ".y",
        "samenwerking.yarn",
    ],
)
def test_another_file_is_not(tmp_path: Path, other: str) -> None:
    (tmp_path / other).write_text("", encoding="utf-8")

    assert find_lookalikes(tmp_path, "samenwerking.yaml") == []


@needs_case
def test_the_file_itself_under_another_case_is_not(tmp_path: Path) -> None:
    (tmp_path / "Samenwerking.yaml").write_text("", encoding="utf-8")
    # As a disk does that finds a file under any case.
    (tmp_path / "samenwerking.yaml").hardlink_to(tmp_path / "Samenwerking.yaml")

    assert find_lookalikes(tmp_path, "samenwerking.yaml") == []


def test_a_folder_that_cannot_be_looked_into_has_none(tmp_path: Path) -> None:
    assert find_lookalikes(tmp_path / "nergens", "samenwerking.yaml") == []


@pytest.mark.parametrize(
    ("there", "misnamed"),
    [
        (["samenwerking.yml"], "samenwerking.yml"),
        (["samenwerking.yaml.txt"], "samenwerking.yaml.txt"),
        (["Samenwerking.YML"], "Samenwerking.YML"),
        (["samenwerking (1).yaml"], ""),
        (["Kopie van samenwerking.yaml"], ""),
        (["samenwerking.yml", "samenwerking (1).yaml"], ""),
        (["samenwerking.yml", "samenwerking.yaml"], ""),
        ([], ""),
    ],
)
def test_only_one_file_that_misses_its_name_by_the_ending_or_the_capitals_gets_it(
    tmp_path: Path, there: list[str], misnamed: str
) -> None:
    for name in there:
        (tmp_path / name).write_text("naam: x\n", encoding="utf-8")

    assert find_misnamed(tmp_path, "samenwerking.yaml") == misnamed
