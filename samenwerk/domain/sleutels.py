"""The key of a record, made from the words people know it by."""

import re

LONGEST = 40
"""How many characters a key that samenwerk makes may count: it is typed, and it stands in file names."""


def make_sleutel(tekst: str, anders: str = "sleutel") -> str:
    """A key that looks like a text: small letters without accents, with hyphens between the words, cut after a whole word.

    Other scripts are spelled as they sound (`школа` gives `shkola`). A text without any letter or digit gives `anders`.
    """
    letters = tekst if tekst.isascii() else _spell(tekst)
    woorden = re.sub(r"[^a-z0-9]+", "-", letters.lower()).strip("-")
    if len(woorden) > LONGEST:
        woorden = woorden[: LONGEST + 1].rpartition("-")[0] or woorden[:LONGEST]
    return woorden or anders


def _spell(tekst: str) -> str:
    # Here and not above: most commands make no key, and few keys are made of such letters.
    import unicodedata

    return "".join(sign if sign.isascii() else _spell_sign(sign) for sign in unicodedata.normalize("NFC", tekst))


def _spell_sign(sign: str) -> str:
    import unicodedata

    # An apostrophe that a word processor curled, and what else is no letter, parts no words.
    plain = unicodedata.normalize("NFKD", sign).encode("ascii", "ignore").decode()
    if plain or unicodedata.category(sign)[0] not in "LMN":
        return plain
    from anyascii import anyascii

    return "".join(filter(str.isalnum, anyascii(sign)))
