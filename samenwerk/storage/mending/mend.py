"""Mending a text: whatever stands in it otherwise than it was meant, and can be put right in one certain way.

Certain means: reading gets further, or finds less that is wrong, and no other way that does as much says something else.
Nothing is added but quotes and spaces, and nothing goes but signs that nobody typed. No line is added or taken away.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from samenwerk.domain.record import Record
from samenwerk.errors import Bevinding, Pad
from samenwerk.storage.editing.splices import join_splices
from samenwerk.storage.mending.judging import Judge, Verdict
from samenwerk.storage.mending.slips import Slip, find_slips
from samenwerk.storage.mending.steps import find_step
from samenwerk.storage.yaml_tree import Mapping, Node, Scalar, Tree, resolve

_PASSES = 5
"""Of what is wrong in one text, so many things at once are mended: one in each pass."""


class Mended(NamedTuple):
    """A text after mending, and what was wrong in it and no longer is, each at its place in the text as it was."""

    text: str
    bevindingen: tuple[Bevinding, ...]
    verdict: Verdict


def mend_text(text: str, soort: type[Record]) -> Mended:
    """Mend the text of the file of a record of this soort, as far as that is certain."""
    judge = Judge(soort)
    lines = text.split("\n")
    bevindingen: list[Bevinding] = []
    verdict = judge.read(text)
    while True:
        while step := find_step(lines, verdict, judge):
            bevindingen += step.told
            lines = [step.lines.get(place, line) for place, line in enumerate(lines)]
            verdict = step.verdict
        # What cannot be read ends where reading stops; before that nothing vanishes unseen either.
        stop = len(lines) if verdict.reads else verdict.stop - 1
        head, told = _mend_all_slips("\n".join([*lines[:stop], ""]), soort, judge)
        if not told:
            break
        bevindingen += told
        lines[:stop] = head.split("\n")[:-1]
        verdict = judge.read("\n".join(lines))
    in_order = sorted(bevindingen, key=lambda bevinding: (bevinding.regel, bevinding.kolom))
    return Mended("\n".join(lines), tuple(in_order), verdict)


def _find_certain(tree: Tree, soort: type[Record]) -> list[Slip]:
    """What can be mended at once: of each text the first thing that is wrong."""
    slips: list[Slip] = []
    end = -1
    for slip in find_slips(tree, soort):
        if slip.way and slip.way[0].start >= end:
            slips.append(slip)
            end = max(splice.end for splice in slip.way)
    return slips


def _mend_all_slips(text: str, soort: type[Record], judge: Judge) -> tuple[str, list[Bevinding]]:
    """The text with every slip in it mended that can be, and what they were."""
    told: list[Bevinding] = []
    for _ in range(_PASSES):
        verdict = judge.read(text)
        better = _mend_slips(text, _find_certain(verdict.tree, soort) if verdict.tree else [], verdict, judge)
        if better is None:
            break
        text, slips = better
        told += slips
    return text, told


def _mend_slips(text: str, slips: Sequence[Slip], verdict: Verdict, judge: Judge) -> tuple[str, list[Bevinding]] | None:
    """The text with all of them mended; where that changes more than was meant, with the first that can be mended alone."""
    for group in (slips, *([slip] for slip in slips if len(slips) > 1)):
        if not group or judge.is_tired:
            return None
        new = join_splices(text, [splice for slip in group for splice in slip.way])
        after = judge.read(new)
        pads = {slip.bevinding.pad for slip in group}
        if after.reads and len(after.fouten) <= len(verdict.fouten) and _keeps_all_else(verdict, after, pads):
            return new, [slip.bevinding for slip in group]
    return None


def _keeps_all_else(before: Verdict, after: Verdict, pads: set[Pad]) -> bool:
    """Whether both texts hold the same texts in the same places, but for what stands at these pads."""
    if before.tree is None or after.tree is None:
        return False
    was, now = list(_walk(before.tree.root)), list(_walk(after.tree.root))
    return [len(pad) for pad, _ in was] == [len(pad) for pad, _ in now] and all(
        one == other or pad in pads for (pad, one), (_, other) in zip(was, now, strict=True)
    )


def _walk(node: Node, pad: Pad = ()) -> Iterator[tuple[Pad, str]]:
    """Every name and text below a node, with its pad."""
    node = resolve(node)
    if isinstance(node, Scalar):
        yield pad, node.value
    elif isinstance(node, Mapping):
        for key, value in node.items:
            yield (*pad, key.value), key.value
            yield from _walk(value, (*pad, key.value))
    else:
        for number, item in enumerate(node.items):
            yield from _walk(item, (*pad, number))
