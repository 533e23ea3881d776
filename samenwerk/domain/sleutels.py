"""The key of a record, made from the words people know it by."""

import re

LONGEST = 40
"""How many characters a key that samenwerk makes may count: it is typed, and it stands in file names."""


def make_sleutel(tekst: str) -> str:
    """A key that looks like a text: small letters without accents, with hyphens between the words, cut after a whole word."""
    # Here and not above: most commands make no key, and must not pay for it.
    import unicodedata

    ascii_tekst = unicodedata.normalize("NFKD", tekst).encode("ascii", "ignore").decode().lower()
    woorden = re.sub(r"[^a-z0-9]+", "-", ascii_tekst).strip("-")
    if len(woorden) > LONGEST:
        woorden = woorden[: LONGEST + 1].rpartition("-")[0] or woorden[:LONGEST]
    return woorden or "sleutel"
