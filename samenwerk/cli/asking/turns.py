"""Questions one after the other, of which the person can have the one before again."""

from collections.abc import Callable, Sequence

from samenwerk.cli.asking.signs import LeftOpen, Talk, WentBack


def ask_in_turn(steps: Sequence[Callable[[Talk], bool]]) -> None:
    """Take the steps in their order, and on going back the last one before that asked something.

    A step gets what can be said at its question, and tells whether it asked at all; what someone does not know is passed over.
    Raises what else the steps raise.
    """
    asked: list[int] = []
    at = 0
    while at < len(steps):
        try:
            if steps[at](Talk(can_go_back=bool(asked), can_leave_open=True)):
                asked.append(at)
            at += 1
        except LeftOpen:
            asked.append(at)
            at += 1
        except WentBack:
            at = asked.pop()
