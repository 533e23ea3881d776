"""Finding the next thing to mend in a text: where reading stops, or where what was read is not what a field asks for."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from samenwerk.errors import Bevinding
from samenwerk.storage.mending.judging import Judge, Verdict
from samenwerk.storage.mending.lines import Lines, near
from samenwerk.storage.mending.stumbles import FIELD_STUMBLES, YAML_STUMBLES, Stumble, name_stumble
from samenwerk.storage.yaml_tree import Plain


class Step(NamedTuple):
    """Lines that are better, how the text reads with them, and what was wrong in them."""

    lines: Lines
    verdict: Verdict
    told: tuple[Bevinding, ...]


class _Way(NamedTuple):
    """Lines that may be better, by a kind of stumble at the line of this place."""

    stumble: Stumble
    place: int
    lines: Lines


def find_step(lines: Sequence[str], verdict: Verdict, judge: Judge) -> Step | None:
    """The surest thing that can be mended next; None when nothing can be mended with certainty."""
    if verdict.reads:
        stops = sorted({min(bevinding.regel, len(lines)) - 1 for bevinding in verdict.fouten})
        groups = [_list_ways(lines, at, [stumble]) for at in stops for stumble in FIELD_STUMBLES]
    else:
        at = min(verdict.stop, len(lines)) - 1
        groups = [_list_ways(lines, place, [stumble]) for stumble in YAML_STUMBLES for place in near(at)]
    tried: list[Lines] = []
    for group in groups:
        ways = [way for way in group if way.lines not in tried]
        tried += [way.lines for way in ways]
        if step := _choose(lines, [(way,) for way in ways], verdict, judge):
            return step
    # One line may hold two things that are wrong, and reading gets past it when both are mended.
    return None if verdict.reads else _choose(lines, _list_pairs(lines, at), verdict, judge)


def _list_ways(lines: Sequence[str], place: int, stumbles: Sequence[Stumble]) -> Iterator[_Way]:
    for stumble in stumbles:
        yield from (_Way(stumble, place, changed) for changed in stumble.mend(lines, place) if changed)


def _list_pairs(lines: Sequence[str], place: int) -> Iterator[tuple[_Way, ...]]:
    for first in list(_list_ways(lines, place, YAML_STUMBLES)):
        for second in _list_ways(_apply(lines, first.lines), place, YAML_STUMBLES):
            if second.stumble is not first.stumble:
                yield first, second


def _apply(lines: Sequence[str], changed: Lines) -> list[str]:
    return [changed.get(place, line) for place, line in enumerate(lines)]


def _choose(lines: Sequence[str], sets: Iterable[tuple[_Way, ...]], before: Verdict, judge: Judge) -> Step | None:
    """The best of some ways, each alone or two together; none when others are as good and say something else."""
    helping: dict[str, Step] = {}
    for ways in sets:
        if judge.is_tired:
            return None
        new = list(lines)
        for way in ways:
            new = _apply(new, way.lines)
        text = "\n".join(new)
        after = judge.read(text)
        if text not in helping and _helps(before, after, ways):
            changed = {place: line for place, line in enumerate(new) if line != lines[place]}
            helping[text] = Step(changed, after, tuple(_tell(lines, ways)))
    if len(helping) < 2:
        return next(iter(helping.values()), None)
    read = [(judge.read_before(text, step.verdict), step) for text, step in helping.items()]
    best = max(verdict.rank for verdict, _ in read)
    ties = [(verdict, step) for verdict, step in read if verdict.rank == best]
    said: list[Plain] = [verdict.plain for verdict, _ in ties]
    is_certain = len(ties) == 1 or (all(verdict.tree for verdict, _ in ties) and all(one == said[0] for one in said))
    return ties[0][1] if is_certain else None


def _helps(before: Verdict, after: Verdict, ways: tuple[_Way, ...]) -> bool:
    if before.reads:
        return after.reads and len(after.fouten) < len(before.fouten)
    if after.stop > before.stop:
        return True
    # What it opened ran on to here; now that it does not, something else may be wrong on the same line.
    opened = any(way.stumble.opens and way.place + 1 < before.stop for way in ways)
    return opened and after.stop == before.stop and after.said != before.said


def _tell(lines: Sequence[str], ways: tuple[_Way, ...]) -> Iterator[Bevinding]:
    """What was wrong on each line that changes, at the first sign that does."""
    for way in ways:
        for place, new in sorted(way.lines.items())[: 1 if way.stumble.whole else None]:
            line = lines[place]
            melding, oplossing = name_stumble(way.stumble, line)
            same = next((at for at, (was, now) in enumerate(zip(line, new, strict=False)) if was != now), len(new))
            yield Bevinding("yaml", melding, oplossing, regel=place + 1, kolom=same + 1)
        lines = _apply(lines, way.lines)
