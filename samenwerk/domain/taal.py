"""How Dutch writes a word: with which capital, and in which of the two countries.

The few words that differ between Flanders and the Netherlands are chosen by one setting; the keys of a dossier stay the same.
They are the names of documents: all other words are chosen so that both countries read them alike (docs/schrijfwijzer.md).
"""

import re

VLAAMS, NEDERLANDS = "vlaams", "nederlands"
TALEN = (VLAAMS, NEDERLANDS)
LANDEN = dict.fromkeys(("vlaanderen", "belgie", "be"), VLAAMS) | {"nl": NEDERLANDS}
"""Where the words of each are used, which people say as well."""

_IN_NEDERLAND = {
    "startnota": "startnotitie",
    "afsprakennota": "convenant",
    "de afsprakennota": "het convenant",
    "actieplan": "uitvoeringsplan",
    "projectfiche": "projectplan",
    "de projectfiche": "het projectplan",
    "elke projectfiche": "elk projectplan",
}
_WOORD = rf"(?i)\b({'|'.join(sorted(_IN_NEDERLAND, key=len, reverse=True))})\b"

_BEGIN = r"[\W_]*+(?:(?<=['’‘])[a-z]\b[\W_]*+)?(ij|[^\W\d_])"
"""Up to the letter that becomes a capital: ij is one, and one that stands alone behind an apostrophe (’s, ’t) stays small."""

SYNONIEMEN = {
    **dict.fromkeys(("startnotitie", "startdocument", "visienota", "kadernota"), "startnota"),
    **dict.fromkeys(("engagementsverklaring", "intentieovereenkomst", "charter"), "intentieverklaring"),
    **dict.fromkeys(("convenant", "samenwerkingsovereenkomst", "partnerschapsovereenkomst", "afsprakenkader"), "afsprakennota"),
    **dict.fromkeys(("uitvoeringsplan", "jaarplan", "jaaragenda"), "actieplan"),
    **dict.fromkeys(("projectplan", "activiteitenfiche"), "projectfiche"),
    **dict.fromkeys(("procesnota", "procesmanagement", "draaiboek"), "procesplan"),
    **dict.fromkeys(("evaluatieplan", "beleid rond evaluatie"), "evaluatiebeleid"),
}
"""What practice also calls a document, in either country: a person may name it so."""


def in_taal(zin: str, taal: str) -> str:
    """A sentence or word of our own in the words of a country; never for what people wrote. No taal is vlaams."""
    return re.sub(_WOORD, _replace, zin) if taal == NEDERLANDS else zin


def _replace(found: re.Match[str]) -> str:
    woord = _IN_NEDERLAND[found[0].lower()]
    return capitalize(woord) if found[0][0].isupper() else woord


def capitalize(tekst: str) -> str:
    """The text as a sentence or a title begins: `IJsbaan`, `’s Avonds`; every other letter stays as it was written."""
    begin = re.match(_BEGIN, tekst)
    if not begin:
        return tekst
    # In slices, so that what is marked as safe stays so.
    voor, na = begin.span(1)
    return tekst[:voor] + tekst[voor:na].upper() + tekst[na:]
