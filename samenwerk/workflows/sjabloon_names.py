"""What the files in a folder of templates are called: one with nearly the name of a template or a house style is not used."""

import re

from samenwerk.domain.documenten import DOCUMENTEN, DOSSIER
from samenwerk.domain.keuzes import suggest
from samenwerk.domain.taal import SYNONIEMEN
from samenwerk.errors import ADVIES, Bevinding, Oplossing, Remedy, TemplateError
from samenwerk.storage.dossier import Dossier
from samenwerk.storage.templates import PARTS, STYLESHEET, SUFFIX, WORD_STYLE, Place, Templates

BY_FILENAME = {f"{document.id}{SUFFIX}": document for document in (*DOCUMENTEN, DOSSIER)}
"""The document that a template makes, by the name of its file."""

_STYLE = re.compile(r"hui[sz]e?-?\W?sti?[jy]e?l|house\W?style", re.IGNORECASE)
_WORD = re.compile(r"\.(docx|dotx|docm|dotm|doc|dot|rtf)\b", re.IGNORECASE)


def check_names(dossier: Dossier) -> list[Bevinding]:
    """Advice on each file that is not used for its name: it would be left aside without a word."""
    templates = dossier.templates
    return [
        Bevinding(
            TemplateError.code,
            "onder deze naam wordt het niet gebruikt.",
            oplossing,
            ernst=ADVIES,
            bestand=f"{place.label}/{filename}",
        )
        for place in templates.not_builtin
        for filename in templates.list_files(place)
        if (oplossing := _name_right(templates, place, filename))
    ]


def _name_right(templates: Templates, place: Place, filename: str) -> Oplossing:
    """How a file should be called; empty for one that is used, or that has nothing to do with samenwerk."""
    parts = [name for name in templates.list_names(place) if name.startswith(PARTS)]
    if filename in (*BY_FILENAME, *parts, STYLESHEET, WORD_STYLE):
        return ""
    if _STYLE.search(filename):
        return _name_style(place, filename)
    woord = filename.lower().partition(".")[0]
    bedoeld = f"{SYNONIEMEN.get(woord, woord)}{SUFFIX}"
    if bedoeld in BY_FILENAME and _WORD.search(filename):
        begin = Remedy("sjabloon kopieer", waarde=BY_FILENAME[bedoeld].id)
        return f"Een sjabloon is geen Word-bestand. Begin {bedoeld} met: ", begin
    if bedoeld in BY_FILENAME:
        return f"Noem het {bedoeld}."
    return suggest(bedoeld, [*BY_FILENAME, *parts]) if ".j2" in filename.lower() else ""


def _name_style(place: Place, filename: str) -> Oplossing:
    bedoeld = STYLESHEET if ".css" in filename.lower() else WORD_STYLE if _WORD.search(filename) else ""
    own = place.folder / bedoeld
    if not bedoeld or (filename.lower() == bedoeld and own.exists() and own.samefile(place.folder / filename)):
        return ""  # Windows and macOS find it by the other name too.
    is_word = filename.lower().endswith(".docx")
    return f"Bewaar het in Word als {bedoeld}." if bedoeld == WORD_STYLE and not is_word else f"Noem het {bedoeld}."
