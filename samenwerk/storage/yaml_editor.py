"""Edits in the text of a dossier that touch the lines they mean to change and no other byte.

All changes of a command are spliced in at the positions of one tree. Then the result is proven: the new text is read again
and must hold exactly the old data with these changes made to it; what cannot be proven is refused, and nothing is written.
Only where it matters which change comes first, those that come after are made in the text that the others gave.
"""

from collections.abc import Sequence

from samenwerk.errors import DossierError, EditNotPossibleError, Remedy, show_pad
from samenwerk.storage.editing.choosing import Planned, choose
from samenwerk.storage.editing.gathering import Step
from samenwerk.storage.editing.page import Page
from samenwerk.storage.editing.splices import join_splices
from samenwerk.storage.editing.ways import find_ways
from samenwerk.storage.yaml_changes import Change, apply_change
from samenwerk.storage.yaml_tree import Plain, Tree, parse_tree, to_plain


def edit_tree(tree: Tree, changes: Sequence[Change]) -> Tree:
    """The tree of the text with the changes made, as if one after the other.

    Raises `EditNotPossibleError` when a change cannot be made without touching more than it means to.
    """
    while changes:
        page, data = Page(tree), to_plain(tree.root)
        planned, changes = choose(page, data, changes)
        tree = _make(page, data, planned)
    return tree


def _make(page: Page, data: Plain, planned: Sequence[Planned]) -> Tree:
    """The tree with all steps made: at once, or where that cannot be proven by halves, until the one at fault stands alone."""
    if not planned:
        return page.tree
    ways = [way for _, way in planned if way is not None]
    if len(ways) == len(planned):
        text = join_splices(page.text, [splice for way in ways for splice in way])
        if (made := _prove(page.tree, text, _apply(data, [step for step, _ in planned]))) is not None:
            return made
    if len(planned) == 1:
        return _make_alone(page, data, planned[0].step)
    half = len(planned) // 2
    tree = _make(page, data, planned[:half])
    page, data = Page(tree), to_plain(tree.root)
    rest = [Planned(step, next(find_ways(page, step.change), None)) for step, _ in planned[half:]]
    return _make(page, data, rest)


def _make_alone(page: Page, data: Plain, step: Step) -> Tree:
    """The tree with one step made, in the first of its ways that can be proven."""
    expected = _apply(data, [step])
    for way in find_ways(page, step.change):
        if (made := _prove(page.tree, join_splices(page.text, way), expected)) is not None:
            return made
    if len(step.parts) > 1:
        tree = page.tree
        for part in step.parts:
            tree = edit_tree(tree, [part])
        return tree
    pad = step.parts[0].pad
    raise EditNotPossibleError(
        f"Regel {page.tree.locate(pad).regel} ({show_pad(pad)}) is zo geschreven dat samenwerk ze niet veilig kan wijzigen; "
        "er is niets veranderd.",
        ("Wijzig die regel zelf in een teksteditor, zoals Kladblok (niet Word), en controleer: ", Remedy("controleer")),
    )


def _prove(before: Tree, text: str, expected: Plain) -> Tree | None:
    """The tree of a text, when it holds exactly what is expected; its keys have the names that they had before."""
    try:
        tree = parse_tree(text)
    except DossierError:
        return None
    if before.read_names:
        before.read_names(tree)
    return tree if to_plain(tree.root) == expected else None


def _apply(data: Plain, steps: Sequence[Step]) -> Plain:
    for step in steps:
        for change in step.parts:
            data = apply_change(data, change)
    return data
