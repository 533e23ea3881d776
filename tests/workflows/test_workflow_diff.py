"""What a change shows of itself: the lines that differ, however much stands around them."""

from datetime import date
from difflib import unified_diff
from pathlib import Path

import pytest

from samenwerk.storage.dossier import read_dossier
from samenwerk.workflows.diff import show_diff
from samenwerk.workflows.logboek import Regelinvoer, note

ZIJDEN = ("x (nu)", "x (nieuw)")


def test_far_from_what_changed_nothing_is_weighed_and_the_lines_are_those_of_the_whole() -> None:
    old = [f"regel {number}" for number in range(1000)]
    for place in (0, 1, 3, 99, 100, 101, 102, 103, 500, 896, 897, 998, 999, 1000):
        for come, gone in ((["nieuw"], 0), ([], 1), (["a", "b"], 2)):
            new = [*old[:place], *come, *old[place + gone :]]
            whole = unified_diff(old, new, *ZIJDEN, lineterm="", n=2)
            assert show_diff("\n".join(old), "\n".join(new), "x") == "\n".join(whole), (place, come, gone)


def test_two_changes_far_apart_are_two_parts() -> None:
    old = [f"regel {number}" for number in range(1000)]
    new = [*old[:200], "een", *old[200:700], *old[702:]]
    assert show_diff("\n".join(old), "\n".join(new), "x").count("\n@@ ") == 2
    assert show_diff("\n".join(old), "\n".join(new), "x") == "\n".join(unified_diff(old, new, *ZIJDEN, lineterm="", n=2))


def test_what_did_not_change_has_no_lines() -> None:
    assert show_diff("a\nb", "a\nb\n", "x") == ""


def test_nobody_compares_lines_that_nobody_sees(leeg: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[str] = []

    def compare(old: str, new: str, name: str) -> str:
        compared.append(name)
        return show_diff(old, new, name)

    monkeypatch.setattr("samenwerk.workflows.diff.show_diff", compare)

    gewijzigd = note(read_dossier(leeg), Regelinvoer("nota", "Iets.", date(2026, 3, 15)), proef=False).gewijzigd
    assert compared == []
    assert "+    tekst: Iets." in gewijzigd.verschil
    assert compared == ["samenwerking.yaml"]
