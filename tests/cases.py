"""Many small cases in one test: what pytest does for each test costs more than most of them do themselves."""

from collections.abc import Callable, Iterable
from typing import Any


def for_each(cases: Iterable[tuple[Any, ...]]) -> Callable[[Callable[..., None]], Callable[[], None]]:
    """Make one test of a check that needs no fixtures, as `check_each` does it."""
    every = list(cases)

    def decorate(check: Callable[..., None]) -> Callable[[], None]:
        def test() -> None:
            check_each(check, every)

        test.__name__, test.__qualname__, test.__module__ = check.__name__, check.__qualname__, check.__module__
        return test

    return decorate


def check_each(check: Callable[..., None], cases: Iterable[tuple[Any, ...]]) -> None:
    """Do a check with the words of each case, and tell all cases in which it fails."""
    every, failed = list(cases), list[Exception]()
    assert every, "there is no case"
    for case in every:
        try:
            check(*case)
        except Exception as error:
            error.add_note(f"with: {case!r:.300}")
            failed.append(error)
    if failed:
        raise ExceptionGroup(f"{check.__name__} fails in {len(failed)} of {len(every)} cases", failed)
