"""The only place that asks for chance."""

import os


def take_bytes(count: int) -> bytes:
    """Bytes that nobody can foresee."""
    return os.urandom(count)
