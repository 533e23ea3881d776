"""How wide the letters of a style are: a house style has its own, and a column must hold the words that stand in it."""

from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

_OWN_SIZE = 19.0
"""Of the text in our own tables, in half points."""

_WIDE = {"verdana": 1.27, "dejavu sans": 1.27, "courier new": 1.3, "lucida sans": 1.15, "century gothic": 1.15}
"""The letters in which organisations write that are wider than ours, which are as wide as most; and by how much."""


def measure_letters(styles: Any, style: Any) -> float:
    """How wide the letters of a style are, about, beside those in our own tables."""
    looks = [*(base.find(qn("w:rPr")) for base in _list_bases(styles, style)), styles.find(_path("docDefaults/rPrDefault/rPr"))]
    known = [look for look in looks if look is not None]
    sizes = (found.get(qn("w:val")) for look in known for found in look.iterfind(qn("w:sz")))
    fonts = (found.get(qn("w:ascii")) for look in known for found in look.iterfind(qn("w:rFonts")))
    size, font = next(filter(None, sizes), _OWN_SIZE), next(filter(None, fonts), "")
    return _WIDE.get(font.lower(), 1.0) * float(size) / _OWN_SIZE


def _list_bases(styles: Any, style: Any) -> Iterator[Any]:
    """A style and those it is made of, the nearest first; each once, whatever a file says."""
    by_id = {each.get(qn("w:styleId")): each for each in styles.iterfind(qn("w:style"))}
    while style is not None:
        yield style
        base = style.find(qn("w:basedOn"))
        style = None if base is None else by_id.pop(base.get(qn("w:val")), None)


def _path(names: str) -> str:
    return "/".join(qn(f"w:{name}") for name in names.split("/"))
