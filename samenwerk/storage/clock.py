"""The only place that asks what day and what time it is."""

from datetime import UTC, date, datetime


def today() -> date:
    """Today in the time zone of the machine: the day a command gets when `--datum` says nothing else."""
    return date.today()


def now() -> datetime:
    """The time, to the second, alike wherever the machine stands."""
    return datetime.now(UTC).replace(microsecond=0)
