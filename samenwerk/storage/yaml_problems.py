"""What the YAML parser could not read, said in Dutch to someone who never heard of YAML."""

import re

from samenwerk.domain.tekens import GEWONE_SPATIES, describe_lookalike
from samenwerk.errors import Bevinding

_INDENT = re.compile(r" *([^\S \r\n]|[\u200b\u2060\ufeff])[^\S\n]*[^\s#]")
"""A line with something to say, of which the spaces before it are not all spaces."""

_NOT_CLOSED = "did not find expected ',' or"
_QUOTES = "Zet de tekst tussen aanhalingstekens."

_KNOWN = (
    ("tab character", "Op deze regel staat een tab in de inspringing.", "Gebruik spaties, geen tabs."),
    ("mapping values are not allowed", "Hier staat een dubbele punt die niet past.", "Zet de hele tekst tussen aanhalingstekens, of controleer hoe ver de regel inspringt."),
    (_NOT_CLOSED, "Dit haakje is niet afgesloten, of er ontbreekt een komma in wat erachter staat.", "Sluit af met ] of }, met komma’s ertussen."),
    ("did not find expected key", "De inspringing klopt niet, of een aanhalingsteken staat verkeerd.", "Laat wat bij elkaar hoort even ver inspringen. Schrijf een ' tussen enkele aanhalingstekens dubbel: ''."),
    ("did not find expected '-'", "De inspringing van deze lijst klopt niet.", "Laat alle streepjes van een lijst even ver inspringen."),
    ("could not find expected ':'", "Na deze veldnaam ontbreekt een dubbele punt.", "Schrijf: veldnaam: tekst. Een tekst van meer dan één regel begint met >- en springt in."),
    ("found unexpected end of stream", "Dit aanhalingsteken is niet afgesloten.", "Zet het sluitende aanhalingsteken erbij."),
    ("found unexpected document indicator", "Dit aanhalingsteken is niet afgesloten.", "Zet het sluitende aanhalingsteken erbij."),
    ("expected <document start>", "Hier staat nog iets achter het einde van het dossier.", "Controleer deze regel en de regel erboven. Haal een regel met ... weg."),
    ("did not find expected node content", "Hier staat een haakje of komma die niet past.", _QUOTES),
    ("while scanning an alias", "Een tekst die met * begint, betekent hier iets anders.", _QUOTES),
    ("while scanning an anchor", "Een tekst die met & begint, betekent hier iets anders.", _QUOTES),
    ("while scanning a block scalar", "Na > of | kan op dezelfde regel geen tekst staan.", "Zet de tekst op de regels eronder, ingesprongen, of tussen aanhalingstekens."),
    ("while scanning a directive", "Een regel kan niet met % beginnen.", _QUOTES),
    ("that cannot start any token", "Een tekst kan niet met dit teken beginnen.", _QUOTES),
    ("mapping keys are not allowed", "Een tekst kan niet met een vraagteken en een spatie beginnen.", _QUOTES),
    ("block sequence entries are not allowed", "Een streepje kan hier niet staan.", "Zet de lijst op een nieuwe regel onder de veldnaam, of de tekst tussen aanhalingstekens."),
    ("while parsing a quoted scalar", "Na een \\ staat hier een teken dat niet kan.", "Gebruik enkele aanhalingstekens ('…') in plaats van dubbele."),
    ("control characters are not allowed", "Hier staat een onzichtbaar teken.", "Verwijder het teken; typ de regel desnoods opnieuw."),
    ("surrogates not allowed", "Hier staat een teken dat niet bestaat.", "Verwijder het teken; typ de regel desnoods opnieuw."),
    ("maximum nesting depth", "Hier is te diep ingesprongen.", "Controleer of er haakjes of inspringingen te veel staan."),
    ("tag", "Een tekst die met ! begint, betekent hier iets anders.", "Haal dat teken weg, of zet de tekst tussen aanhalingstekens."),
    ("", "Vanaf hier is het bestand niet te lezen.", "Controleer deze regel en de regel erboven: inspringing, aanhalingstekens, haakjes."),
)  # fmt: skip

_TOLD_WHERE_IT_BEGAN = (_NOT_CLOSED, "could not find expected ':'", "found unexpected")
"""The parser notices these only later, sometimes at the end of the file."""


_CLOSED_BEHIND_HASH = (
    "Wat achter # staat, leest samenwerk niet, ook het haakje niet dat hier moet afsluiten.",
    "Zet de tekst waarin de # staat tussen aanhalingstekens.",
)


def explain_problem(text: str, error: Exception) -> list[Bevinding]:
    """The one problem of the parser and all lines indented with something else than spaces; there that is the problem."""
    said = _said(error)
    index = _index_of(text, error, said)
    regel = line_of(text, index)
    lines = enumerate(text.split("\n"), 1)
    bevindingen = [_explain_indent(found[1], number) for number, line in lines if (found := _INDENT.match(line))]
    if regel not in [bevinding.regel for bevinding in bevindingen]:
        melding, oplossing = next(known[1:] for known in _KNOWN if known[0] in said)
        if said.startswith(_NOT_CLOSED) and " #" in text[index:].partition("\n")[0]:
            melding, oplossing = _CLOSED_BEHIND_HASH
        bevindingen.append(Bevinding("yaml", melding, oplossing, regel=regel, kolom=index - text.rfind("\n", 0, index)))
    return sorted(bevindingen, key=lambda bevinding: bevinding.regel)


def find_stop(text: str, error: Exception) -> tuple[int, str]:
    """The line at which the parser could not go on, counted from 1, and what it said."""
    said = _said(error)
    return line_of(text, _index_of(text, error, said)), said


def line_of(text: str, index: int) -> int:
    """The line of a place in a text, counted from 1."""
    return text.count("\n", 0, index) + 1


def _said(error: Exception) -> str:
    return f"{getattr(error, 'problem', '')} {getattr(error, 'context', '')} {getattr(error, 'reason', '')}"


def _explain_indent(teken: str, regel: int) -> Bevinding:
    if teken == "\t":
        return Bevinding("tab", "Deze regel springt in met een tab.", "Gebruik spaties, geen tabs.", regel=regel, kolom=1)
    return Bevinding("inspringing", describe_lookalike(teken), GEWONE_SPATIES, regel=regel, kolom=1)


def _index_of(text: str, error: Exception, said: str) -> int:
    if isinstance(error, UnicodeEncodeError):
        return error.start
    if hasattr(error, "position"):
        # libyaml reads the text as UTF-8 and counts in bytes here.
        return len(text.encode()[: error.position].decode(errors="ignore"))
    marks = [getattr(error, "problem_mark", None), getattr(error, "context_mark", None)]
    if any(part in said for part in _TOLD_WHERE_IT_BEGAN):
        marks.reverse()
    return next((min(mark.index, len(text)) for mark in marks if mark is not None), 0)
