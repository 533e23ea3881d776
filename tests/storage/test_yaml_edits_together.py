"""The changes of one command are made at once: the text is that of one after the other, and it is read only once more."""

from collections.abc import Sequence

import pytest
from cases import for_each
from effort import tries
from hand_edits import choose_edits
from handwriting import Hand, hands, intended, write_dossier
from hypothesis import HealthCheck, event, given, settings

from samenwerk.errors import EditNotPossibleError
from samenwerk.storage import yaml_editor
from samenwerk.storage.yaml_changes import Append, Change, Remove, Rename, Set
from samenwerk.storage.yaml_editor import edit_tree
from samenwerk.storage.yaml_tree import Tree, parse_tree

QUICK = settings(max_examples=tries(150), deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every text that the editor reads."""
    read: list[str] = []

    def count_reading(text: str) -> Tree:
        read.append(text)
        return parse_tree(text)

    monkeypatch.setattr(yaml_editor, "parse_tree", count_reading)
    return read


AT_ONCE: list[tuple[str, list[Change], str]] = [
    ("fase: x\nnaam: yy\n", [Set(("naam",), "een"), Set(("fase",), "twee")], "fase: twee\nnaam: een\n"),
    # New keys stand in the order of the schema, whatever the order of the changes.
    ("naam: x\n", [Set(("waarom",), "twee"), Set(("idee",), "een")], "naam: x\nidee: een\nwaarom: twee\n"),
    (
        "begrippen:\n  a: x\n",
        [Set(("begrippen", "c"), "yy"), Set(("begrippen", "b"), "z")],
        "begrippen:\n  a: x\n  c: yy\n  b: z\n",
    ),
    ("a: {naam: x, na: yy}\n", [Set(("a", "naam"), "een"), Set(("a", "b"), "twee")], "a: {naam: een, na: yy, b: twee}\n"),
    # What is nested deeper stands before what comes after all of it.
    (
        "partners:\n  stad:\n    naam: x\n",
        [Set(("partners", "bib"), {"naam": "yy"}), Set(("partners", "stad", "inzet"), "z")],
        "partners:\n  stad:\n    naam: x\n    inzet: z\n  bib:\n    naam: yy\n",
    ),
    ("naam: x", [Set(("idee",), "een"), Append(("logboek",), {"tekst": "yy"})], "naam: x\nidee: een\nlogboek:\n  - tekst: yy"),
    # The fields of something new are one value.
    (
        "naam: x\n",
        [
            Set(("partners", "bib", "inzet"), "uren"),
            Set(("partners", "bib", "naam"), "Bib"),
            Set(("partners", "bib", "mandaat", "reikwijdte"), "alles"),
            Set(("partners", "bib", "mandaat", "namens"), "raad"),
            Set(("partners", "stad", "naam"), "Stad"),
        ],
        "naam: x\npartners:\n  bib:\n    naam: Bib\n    inzet: uren\n"
        "    mandaat:\n      namens: raad\n      reikwijdte: alles\n  stad:\n    naam: Stad\n",
    ),
    # The first item says whether a list stands on one line.
    ("met: []\n", [Append(("met",), "stad"), Append(("met",), "De school")], "met: [stad, De school]\n"),
    ("met: []\n", [Append(("met",), "De school"), Append(("met",), "stad")], "met:\n  - De school\n  - stad\n"),
    ("met:\n  - a\n", [Append(("met",), "b"), Append(("met",), "c")], "met:\n  - a\n  - b\n  - c\n"),
    ("met: [a, b, c, d]\n", [Remove(("met", 2)), Remove(("met", 0))], "met: [b, d]\n"),
    ("met:\n- a\n- b\n- c\n", [Remove(("met", 1)), Remove(("met", 0))], "met:\n- c\n"),
    # What stands below a key may change while the key does.
    (
        "partners:\n  stad:\n    naam: x\nrollen:\n  a:\n    wie: [stad]\n",
        [
            Set(("partners", "stad", "naam"), "yy"),
            Set(("rollen", "a", "wie", 0), "gemeente"),
            Rename(("partners", "stad"), "gemeente"),
        ],
        "partners:\n  gemeente:\n    naam: yy\nrollen:\n  a:\n    wie: [gemeente]\n",
    ),
]


@pytest.mark.parametrize(("before", "changes", "after"), AT_ONCE)
def test_changes_that_do_not_wait_for_each_other_cost_one_reading(
    readings: list[str], before: str, changes: list[Change], after: str
) -> None:
    assert edit_tree(parse_tree(before), changes).text == after
    assert readings == [after]
    assert one_after_the_other(parse_tree(before), changes) == after


IN_TURN: list[tuple[str, list[Change], str]] = [
    ("naam: x\n", [Set(("naam",), "yy"), Set(("naam",), "z")], "naam: z\n"),
    ("naam: 'x'\n", [Remove(("naam",)), Set(("naam",), "yy")], "naam: yy\n"),
    # A new item stands below the last one that stays, and not below the comment after it.
    ("met:\n- a\n# noot\n- b\n", [Remove(("met", 1)), Append(("met",), "c")], "met:\n- a\n- c\n# noot\n"),
    ("met: [a, b, c]\n", [Remove(("met", 0)), Set(("met", 1), "d")], "met: [b, d]\n"),
    ("begrippen: {a: x}\n", [Rename(("begrippen", "a"), "b"), Set(("begrippen", "b"), "yy")], "begrippen: {b: yy}\n"),
    ("waarom: x\n", [Rename(("waarom",), "naam"), Set(("idee",), "yy")], "naam: x\nidee: yy\n"),
    # A new key stands below the one before it, and not where that went.
    ("naam: x\n# noot\nidee: z\n", [Remove(("idee",)), Set(("waarom",), "yy")], "naam: x\nwaarom: yy\n# noot\n"),
    (
        "projecten:\n  bib:\n    titel: x\n    borging: z\n",
        [Rename(("projecten", "bib", "titel"), "hernoemd"), Set(("projecten", "bib", "start"), "2026-02-20")],
        "projecten:\n  bib:\n    start: 2026-02-20\n    hernoemd: x\n    borging: z\n",
    ),
    # What comes after one that waits, in the same record, waits too: where the one before it ends, may change by it.
    (
        "partners:\n  bib:\n    naam: x\n    # een\n    inzet: uren\n    # twee\n    krijgt: rust\n",
        [
            Remove(("partners", "bib", "krijgt")),
            Set(("partners", "bib", "mandaat"), {"namens": "raad"}),
            Remove(("partners", "bib", "inzet")),
        ],
        "partners:\n  bib:\n    naam: x\n    # een\n    mandaat:\n      namens: raad\n    # twee\n",
    ),
    (
        "partners:\n  bib:\n    belangen:\n    # een\n    - wat: x\n    draagvlak:\n      oordeel: 2\n",
        [
            Remove(("partners", "bib", "draagvlak")),
            Set(("partners", "bib", "draagvlak", "oordeel"), "3"),
            Remove(("partners", "bib", "belangen", 0)),
        ],
        "partners:\n  bib:\n    belangen:\n    # een\n    draagvlak:\n      oordeel: 3\n",
    ),
]


@for_each(IN_TURN)
def test_a_change_waits_for_one_on_which_its_place_depends(before: str, changes: list[Change], after: str) -> None:
    assert edit_tree(parse_tree(before), changes).text == after
    assert one_after_the_other(parse_tree(before), changes) == after


def test_what_waits_keeps_waiting_only_what_stands_in_the_same_record(readings: list[str]) -> None:
    before = "acties:\n" + "".join(f"  a{number}: {{met: [stad, bib]}}\n" for number in range(9))
    pads = [("acties", f"a{number}", "met") for number in range(9)]
    changes = [change for pad in pads for change in (Remove((*pad, 1)), Append(pad, "school"))]
    assert edit_tree(parse_tree(before), changes).text == before.replace("bib", "school")
    assert len(readings) == 2


def test_one_odd_place_among_many_is_found_by_halves(readings: list[str]) -> None:
    before = "".join(f"a{number}: x\n" for number in range(64)) + "b: {c d, e: f}\n"
    changes: list[Change] = [*(Set((f"a{number}",), "yy") for number in range(64)), Set(("b", "c d"), "z")]
    with pytest.raises(EditNotPossibleError, match=r"^Regel 65 \(b\.c d\)"):
        edit_tree(parse_tree(before), changes)
    assert len(readings) < 20


@QUICK
@given(hands())
def test_all_at_once_gives_the_bytes_of_one_after_the_other(hand: Hand) -> None:
    dossier = write_dossier(hand)
    changes = choose_edits(hand, intended(dossier.data))
    tree = parse_tree(dossier.text)
    expected = one_after_the_other(tree, changes)
    event("refused" if expected is None else "made")
    assert try_together(tree, changes) == expected


def one_after_the_other(tree: Tree, changes: Sequence[Change]) -> str | None:
    try:
        for change in changes:
            tree = edit_tree(tree, [change])
    except EditNotPossibleError:
        return None
    return tree.text


def try_together(tree: Tree, changes: Sequence[Change]) -> str | None:
    try:
        return edit_tree(tree, changes).text
    except EditNotPossibleError:
        return None
