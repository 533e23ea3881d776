"""Whatever a hand wrote: an edit changes what it means to change and no other byte, or it is refused."""

import re
from collections import Counter
from itertools import dropwhile
from typing import NamedTuple

from effort import tries
from hand_edits import Edit, choose_edit, walk
from handwriting import NOTE, Hand, Handwritten, hands, intended, make_text, seeded_hand, write_dossier
from hypothesis import HealthCheck, assume, event, given, settings
from hypothesis import strategies as st

from samenwerk.errors import EditNotPossibleError, Pad
from samenwerk.storage.yaml_changes import Set, apply_change
from samenwerk.storage.yaml_editor import edit_tree
from samenwerk.storage.yaml_format import format_inline
from samenwerk.storage.yaml_tree import Mapping, Node, Scalar, Sequence, Tree, parse_tree, to_plain

QUICK = settings(max_examples=tries(60), deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


class Place(NamedTuple):
    """Where the nearest thing to a pad stands, as line numbers from 0, and whether it is all of the pad."""

    first: int
    last: int
    in_flow: bool
    complete: bool


def lines_of(text: str) -> list[str]:
    return re.split("\r?\n", text)


def end_of(tree: Tree, node: Node) -> int:
    if isinstance(node, Mapping | Sequence) and node.items and not node.flow:
        last = node.items[-1]
        return end_of(tree, last[1] if isinstance(last, tuple) else last)
    is_block = isinstance(node, Scalar) and node.style in ("|", ">")
    return len(tree.text[: node.end].rstrip(" \r\n")) if is_block else node.end


def find_place(tree: Tree, pad: Pad, *, with_key: bool) -> Place:
    """The lines of what stands at a pad; of the whole when it stands between braces or brackets."""
    node: Node = tree.root
    start = 0
    for number, deel in enumerate(pad):
        if isinstance(node, Mapping | Sequence) and node.flow and node.items:
            return Place(tree.position(node.start).regel - 1, tree.position(node.end).regel - 1, True, False)
        found = [pair for pair in node.items if pair[0].value == deel] if isinstance(node, Mapping) else []
        inside = isinstance(node, Sequence) and isinstance(deel, int) and deel < len(node.items)
        if not found and not inside:
            return Place(tree.position(start).regel - 1, tree.position(end_of(tree, node)).regel - 1, False, False)
        if found:
            start, node = (found[0][0] if with_key else found[0][1]).start, found[0][1]
        elif isinstance(node, Sequence) and isinstance(deel, int):
            node = node.items[deel]
            start = node.start
            while with_key and number + 1 == len(pad) and not re.match(" *-", tree.text[tree.text.rfind("\n", 0, start) + 1 :]):
                start = tree.text.rfind("\n", 0, start)
    in_flow = isinstance(node, Mapping | Sequence) and node.flow and bool(node.items)
    return Place(tree.position(start).regel - 1, tree.position(end_of(tree, node)).regel - 1, in_flow, True)


def try_edit(old: str, edit: Edit) -> str | None:
    try:
        return edit_tree(parse_tree(old), [edit.change]).text
    except EditNotPossibleError:
        return None


def check_edit(old: Handwritten, edit: Edit, new: str) -> None:
    """Fail when an edit gave wrong data or touched a line it had no business with."""
    assert to_plain(parse_tree(new).root) == apply_change(intended(old.data), edit.change)
    assert new.count("\r\n") == (new.count("\n") if old.newline == "\r\n" else 0)
    before, after = lines_of(old.text), lines_of(new)
    tree = parse_tree(old.text)
    place = find_place(tree, edit.change.pad, with_key=edit.soort in ("weg", "naam"))
    notes = set(NOTE.findall("\n".join(before)))
    if edit.soort == "weg":
        if not place.in_flow or place.complete:
            check_removal(before, after, place, is_key=isinstance(edit.change.pad[-1], str))
            return
        notes = set(NOTE.findall("\n".join(before[: place.first] + before[place.last + 1 :])))
    assert new.endswith("\n") == old.text.endswith("\n")
    assert set(NOTE.findall(new)) >= notes
    if edit.soort == "naam" and not place.in_flow:
        place = place._replace(last=place.first)
    if edit.soort in ("zet", "naam") or place.in_flow:
        assert after[: place.first] == before[: place.first]
        assert after[len(after) - (len(before) - place.last - 1) :] == before[place.last + 1 :]
    else:
        changed = changed_lines(before, after)
        assert len(changed) <= 1
        assert not changed or place.first <= before.index(changed[0]) <= place.last


def check_removal(before: list[str], after: list[str], place: Place, *, is_key: bool) -> None:
    """The lines of what was removed are gone; a dash on the first of them stays, for the next key of its item."""
    head, rest = before[: place.first], before[place.last + 1 :]
    dash = re.match(" *- *(?=[^ -])", before[place.first])
    if is_key and dash:
        line = after[place.first]
        if line.split("#")[0].strip() == "-":
            rest = [line, *rest]
        else:
            moved, *others = dropwhile(lambda line: not line, rest)
            rest = [dash[0] + moved.lstrip(" "), *others]
    assert after == [*head, *rest]


def changed_lines(before: list[str], after: list[str]) -> list[str]:
    """The old lines that are not there any more when the new lines are taken out."""
    start = next((number for number, pair in enumerate(zip(before, after, strict=False)) if pair[0] != pair[1]), len(before))
    end = 0
    while end < len(before) - start and before[-1 - end] == after[-1 - end]:
        end += 1
    return before[start : len(before) - end]


@QUICK
@given(hands())
def test_the_dossiers_of_these_tests_say_what_is_intended(hand: Hand) -> None:
    dossier = write_dossier(hand)
    assert to_plain(parse_tree(dossier.text).root) == intended(dossier.data)


@QUICK
@given(hands())
def test_every_edit_changes_what_it_means_to_change_and_no_other_line(hand: Hand) -> None:
    dossier = write_dossier(hand)
    edit = choose_edit(hand, dossier.data)
    new = try_edit(dossier.text, edit)
    event(f"{edit.soort}: {'made' if new is not None else 'refused'}")
    if new is not None:
        check_edit(dossier, edit, new)


@QUICK
@given(hands())
def test_edits_one_after_the_other_give_the_data_of_all_of_them(hand: Hand) -> None:
    dossier = write_dossier(hand)
    text, data = dossier.text, intended(dossier.data)
    for _ in range(4):
        assert isinstance(data, dict)
        edit = choose_edit(hand, data)
        new = try_edit(text, edit)
        if new is not None:
            text, data = new, apply_change(data, edit.change)
    assert to_plain(parse_tree(text).root) == data


@QUICK
@given(hands(), st.text(st.characters(codec="utf-8"), min_size=1, max_size=200))
def test_any_text_can_be_set_or_is_refused(hand: Hand, tekst: str) -> None:
    dossier = write_dossier(hand)
    pads = [pad for pad, value in walk(intended(dossier.data)) if isinstance(value, str)]
    edit = Edit("zet", Set(hand.pick(pads), tekst))
    new = try_edit(dossier.text, edit)
    if new is not None:
        assert to_plain(parse_tree(new).root) == apply_change(intended(dossier.data), edit.change)


@QUICK
@given(hands())
def test_a_text_set_back_gives_the_old_bytes_when_its_quotes_are_kept(hand: Hand) -> None:
    dossier = write_dossier(hand)
    tree = parse_tree(dossier.text)
    pads = [pad for pad, _ in walk(intended(dossier.data)) if is_as_written_here(tree, pad)]
    assume(pads)
    pad = hand.pick(pads)
    value = dict(walk(intended(dossier.data)))[pad]
    assert isinstance(value, str)
    other = make_text(hand)
    assume("\n" not in other + value)
    there = edit_tree(tree, [Set(pad, other)]).text
    assume(style_at(parse_tree(there), pad) == style_at(tree, pad))
    assert edit_tree(parse_tree(there), [Set(pad, value)]).text == dossier.text


def node_at(tree: Tree, pad: Pad) -> tuple[Node, bool]:
    node: Node = tree.root
    in_flow = False
    for deel in pad:
        in_flow = in_flow or (isinstance(node, Mapping | Sequence) and node.flow)
        found = node.find(deel) if isinstance(node, Mapping) and isinstance(deel, str) else None
        node = found or (node.items[deel] if isinstance(node, Sequence) and isinstance(deel, int) else node)
    return node, in_flow


def style_at(tree: Tree, pad: Pad) -> str | None:
    node, _ = node_at(tree, pad)
    return node.style if isinstance(node, Scalar) else "none"


def is_as_written_here(tree: Tree, pad: Pad) -> bool:
    """Whether a text stands there exactly as the editor itself would write it."""
    node, in_flow = node_at(tree, pad)
    if not isinstance(node, Scalar) or not node.value or node.is_empty or node.style in ("|", ">"):
        return False
    return format_inline(node.value, flow=in_flow, style=node.style) == tree.text[node.start : node.end]


def test_few_edits_are_refused() -> None:
    counts: Counter[tuple[str, bool, bool]] = Counter()
    for seed in range(tries(600)):
        hand = seeded_hand(seed)
        dossier = write_dossier(hand)
        edit = choose_edit(hand, dossier.data)
        place = find_place(parse_tree(dossier.text), edit.change.pad, with_key=False)
        counts[edit.soort, place.in_flow, try_edit(dossier.text, edit) is None] += 1
    for soort in ("zet", "nieuw", "weg", "naam"):
        in_block = counts[soort, False, True] / (counts[soort, False, True] + counts[soort, False, False])
        in_flow = counts[soort, True, True] / (counts[soort, True, True] + counts[soort, True, False])
        assert (in_block < 0.05, in_flow < 0.05) == (True, True), f"{soort}: {in_block:.1%} {in_flow:.1%} {counts}"
