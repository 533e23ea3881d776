"""The id of a dossier: short, readable, and the same for as long as the dossier lives, whatever its name becomes.

It is made of chance and of nothing else, so that it tells nothing of anyone.
"""

import re

_SIGNS = "bcdfghjkmnpqrtvw"
"""Consonants only: none is taken for another or for a digit, and no four of them are a word."""

ID_VORM = re.compile(rf"[{_SIGNS}]{{4}}(-[{_SIGNS}]{{4}}){{2}}")

CHANCE_BYTES = 6
"""How many bytes of chance go into one id."""


def make_id(chance: bytes) -> str:
    """The id that these bytes spell: `bcdf-ghjk-mnpq`."""
    signs = "".join(_SIGNS[half] for byte in chance for half in divmod(byte, 16))
    return "-".join(signs[start : start + 4] for start in range(0, len(signs), 4))
