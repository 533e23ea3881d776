"""What holds of every merge, however people write and whatever they change."""

from collections import Counter
from collections.abc import Iterator

from effort import tries
from hand_edits import choose_edits
from handwriting import Hand, hands, write_dossier
from hypothesis import HealthCheck, assume, event, given, settings

from samenwerk.errors import EditNotPossibleError
from samenwerk.storage.merging.smelt import smelt
from samenwerk.storage.yaml_editor import edit_tree
from samenwerk.storage.yaml_tree import Plain, parse_tree, to_plain

ALL_KINDS = settings(max_examples=tries(30), suppress_health_check=list(HealthCheck))
FEW = settings(ALL_KINDS, max_examples=tries(5))


def write_three(hand: Hand) -> tuple[str, str, str]:
    """A dossier in any shape of YAML, and what two people made of it."""
    tree = parse_tree(write_dossier(hand).text)
    data = to_plain(tree.root)
    try:
        ons, hun = (edit_tree(tree, choose_edits(hand, data)).text for _ in "12")
    except EditNotPossibleError:
        assume(False)
    return tree.text, ons, hun


def read(content: bytes | str) -> Plain:
    return to_plain(parse_tree(content if isinstance(content, str) else content.decode()).root)


def list_texts(plain: Plain) -> Iterator[str]:
    if isinstance(plain, str):
        yield plain
    for inner in plain.values() if isinstance(plain, dict) else plain if isinstance(plain, list) else ():
        yield from list_texts(inner)


@FEW
@given(hands())
def test_what_one_side_left_alone_is_as_the_other_wrote_it(hand: Hand) -> None:
    basis, ons, hun = (text.encode() for text in write_three(hand))

    assert smelt(basis, ons, basis).inhoud == ons
    assert smelt(basis, basis, hun).inhoud == hun
    assert smelt(basis, ons, ons).inhoud == ons


@ALL_KINDS
@given(hands())
def test_nothing_that_anyone_wrote_is_lost_and_the_sides_can_be_swapped(hand: Hand) -> None:
    basis, ons, hun = write_three(hand)

    merged, swapped = smelt(basis.encode(), ons.encode(), hun.encode()), smelt(basis.encode(), hun.encode(), ons.encode())

    event("asked" if merged.heeft_markers else "merged")
    if merged.heeft_markers or swapped.heeft_markers:
        return
    old, here, there, now = (Counter(list_texts(read(text))) for text in (basis, ons, hun, merged.inhoud))
    for side in (here, there):
        assert not [text for text in side - old if text and text not in now and text not in old]
    assert Counter(list_texts(read(swapped.inhoud))) == now
