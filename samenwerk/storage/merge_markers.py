"""The lines that git leaves in a file which two people changed at the same place: told as such, before anything reads them."""

from samenwerk.errors import Bevinding

MERGE_CODE = "samenvoeging"
REMEDY = "Kies wat er moet staan of zet beide samen, en haal de regels met <<<<<<<, ======= en >>>>>>> weg."


def check_merge_markers(text: str) -> list[Bevinding]:
    """A finding for each place in a text that two people changed, with its lines."""
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return []
    bevindingen = []
    begin = 0
    for regel, line in enumerate(text.split("\n"), 1):
        if _is_marker(line, "<"):
            begin = regel
        elif _is_marker(line, ">"):
            bevindingen.append(_tell(begin or regel, regel))
            begin = 0
    if begin:
        bevindingen.append(_tell(begin, begin))
    return bevindingen


def _is_marker(line: str, sign: str) -> bool:
    return line.startswith(sign * 7) and line[7:].rstrip("\r")[:1] in ("", " ")


def _tell(begin: int, end: int) -> Bevinding:
    waar = f"regel {begin} tot {end}" if end > begin else f"regel {begin}"
    melding = f"Twee mensen wijzigden hier hetzelfde: {waar}; git zette beide versies in het bestand."
    return Bevinding(MERGE_CODE, melding, REMEDY, regel=begin, kolom=1)
