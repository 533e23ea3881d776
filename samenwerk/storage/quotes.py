"""Quotes round a text, so that YAML reads all of it: straight ones are put there, or take the place of typographic ones."""

IN_QUOTES = "Zet de hele tekst tussen aanhalingstekens."

_PAIRS = (("“", "”"), ("„", "”"), ("„", "“"), ("”", "”"), ("‘", "’"), ("‚", "’"), ("‚", "‘"), ("’", "’"))
"""How a word processor makes the two quotes round a text: English, Dutch of old, German, Swedish."""


def put_in_quotes(text: str) -> str:
    """A text in quotes in which YAML reads what stood there; typographic ones all round it are made straight."""
    if inside := between_typographic(text):
        return _with_straight(inside) or _with_quotes(text)
    return _with_quotes(text)


def make_straight(text: str) -> str:
    """A text between typographic quotes with straight ones in their place; empty where they are none, or cannot be."""
    return _with_straight(between_typographic(text))


def between_typographic(text: str) -> str:
    """What stands between typographic quotes that are all round a text; empty where there are none."""
    inside = text[1:-1]
    signs = {sign for pair in _PAIRS for sign in pair if text[:1] in pair}
    is_pair = len(text) > 2 and (text[0], text[-1]) in _PAIRS
    return inside if is_pair and not signs.intersection(inside) else ""


def _with_straight(inside: str) -> str:
    return next((f"{sign}{inside}{sign}" for sign in "\"'" if inside and sign not in inside and "\\" not in inside), "")


def _with_quotes(text: str) -> str:
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"
