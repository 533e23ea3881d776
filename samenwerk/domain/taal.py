"""The few words that differ between Flanders and the Netherlands: one setting chooses, and the keys of a dossier stay the same.

Which words these are: practice uses startnotitie, convenant, uitvoeringsplan and penvoerder in the Netherlands.
"""

import re

VLAAMS, NEDERLANDS = "vlaams", "nederlands"
TALEN = (VLAAMS, NEDERLANDS)

_IN_NEDERLAND = {
    "startnota": "startnotitie",
    "afsprakennota": "convenant",
    "de afsprakennota": "het convenant",
    "deze afsprakennota": "dit convenant",
    "actieplan": "uitvoeringsplan",
    "projectfiche": "projectplan",
    "de projectfiche": "het projectplan",
    "deze projectfiche": "dit projectplan",
    "elke projectfiche": "elk projectplan",
    "trekker": "penvoerder",
}
_WOORD = rf"(?i)\b({'|'.join(sorted(_IN_NEDERLAND, key=len, reverse=True))})\b"

SYNONIEMEN = {
    **dict.fromkeys(("startnotitie", "startdocument", "visienota", "kadernota"), "startnota"),
    **dict.fromkeys(("engagementsverklaring", "intentieovereenkomst", "charter"), "intentieverklaring"),
    **dict.fromkeys(("convenant", "samenwerkingsovereenkomst", "partnerschapsovereenkomst", "afsprakenkader"), "afsprakennota"),
    **dict.fromkeys(("uitvoeringsplan", "jaarplan", "jaaragenda"), "actieplan"),
    **dict.fromkeys(("projectplan", "activiteitenfiche"), "projectfiche"),
    **dict.fromkeys(("procesnota", "draaiboek"), "procesplan"),
    **dict.fromkeys(("evaluatieplan",), "evaluatiebeleid"),
}
"""What practice also calls a document, in either country: a person may name it so."""


def in_taal(zin: str, taal: str) -> str:
    """A sentence or word of our own in the words of a country; never for what people wrote. No taal is vlaams."""
    return re.sub(_WOORD, _replace, zin) if taal == NEDERLANDS else zin


def _replace(found: re.Match[str]) -> str:
    woord = _IN_NEDERLAND[found[0].lower()]
    return woord[0].upper() + woord[1:] if found[0][0].isupper() else woord
