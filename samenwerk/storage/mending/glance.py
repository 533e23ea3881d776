"""A glance at a file, by which most need no closer look: it costs a page next to nothing."""

from samenwerk.domain.tekens import VERBORGEN

_BEGINS = (": ", "- ", "[", ", ")
"""What stands before a text."""


def may_slip(text: str) -> bool:
    """Whether `find_slips` could find anything in this text."""
    if any(sign in text for sign in (" &", "[&", " ! ", "[! ")):
        return True
    if not text.isascii():
        quotes = [sign for sign in "“”„‘’‚" if sign in text]
        if any(f"{begin}{sign}" in text for sign in quotes for begin in _BEGINS) or any(sign in text for sign in VERBORGEN):
            return True
    return " #" in text and any(map(_may_be_cut, text.split("\n")))


def _may_be_cut(line: str) -> bool:
    """Whether a line has a # in it that is not set off as a remark."""
    before, found, after = line.partition(" #")
    return bool(found) and not (not before.strip() or (before[-1] in " \t" and after[:1] in ("", " ", "\t", "\r")))
