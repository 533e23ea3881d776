"""The only place that asks what day it is."""

from datetime import date


def today() -> date:
    """Today in the time zone of the machine: the day a command gets when `--datum` says nothing else."""
    return date.today()
