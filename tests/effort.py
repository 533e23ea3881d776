"""How many examples a property is tried on: some wherever the tests run, four times as many where `EFFORT=4` asks for it."""

import os

EFFORT = int(os.environ.get("EFFORT", "1"))


def tries(count: int) -> int:
    """So many examples, or as many times more as is asked for."""
    return count * EFFORT
