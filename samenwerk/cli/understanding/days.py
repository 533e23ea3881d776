"""A day that a person says, in an option or an answer."""

from datetime import date

from samenwerk.errors import WrongUsageError


def read_past_day(tekst: str) -> date:
    """The day of what has happened. Raises `WrongUsageError` for what is no day, may be more of them, or is still to come."""
    return _check(read_said(tekst, plant=False), plant=False)


def read_planned_day(tekst: str) -> date:
    """A day that lies ahead, unless someone says otherwise. Raises `WrongUsageError` for what is no day, or more of them."""
    return _check(read_said(tekst, plant=True), plant=True)


def read_day(tekst: str) -> date:
    """A day from which someone looks, ahead or back. Raises as `read_planned_day` does."""
    return _check(read_said(tekst, plant=None), plant=True)


def read_day_back(tekst: str) -> date:
    """A day from which someone looks back. Raises as `read_planned_day` does."""
    return _check(read_said(tekst, plant=False), plant=True)


def read_said(tekst: str, *, plant: bool | None) -> date:
    """The day that is said today, whether it can be meant or not. For `plant` and what it raises, see `read_dag`."""
    from samenwerk.domain.dagwoorden import read_dag
    from samenwerk.storage.clock import today

    return read_dag(tekst, today(), plant=plant)


def _check(dag: date, *, plant: bool) -> date:
    from samenwerk.domain.datums import explain_dag
    from samenwerk.storage.clock import today

    melding, oplossing = explain_dag(dag, today(), plant=plant)
    if melding:
        raise WrongUsageError(melding, oplossing)
    return dag
