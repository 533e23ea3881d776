"""What a dossier tells git: which files it must leave aside, and which are text, so that they are the same on every system."""

from samenwerk.storage.dossier import NOTITIES_NAME
from samenwerk.storage.foreign_text import decode_text
from samenwerk.storage.git import GITIGNORE, ignore_line

GITATTRIBUTES = ".gitattributes"

_AS_TEXT = ("*.yaml", "*.md", "*.html", "*.json", "*.j2", "*.css")
_AS_THEY_ARE = ("*.csv", "*.ics")
"""What a spreadsheet and a calendar ask to end its lines as Windows does, wherever it is made."""

_NO_TEXT = ("*.docx", "*.odt", "*.pdf")

_LINES = {
    GITIGNORE: (ignore_line(NOTITIES_NAME),),
    GITATTRIBUTES: (
        *(f"{pattern} text eol=lf" for pattern in _AS_TEXT),
        *(f"{pattern} -text" for pattern in _AS_THEY_ARE),
        *(f"{pattern} binary" for pattern in _NO_TEXT),
    ),
}

GIT_FILES = tuple(_LINES)


def add_lines(name: str, current: bytes | None) -> bytes:
    """One of these files with what must be in it, behind what was in it already; a pattern that was there stays as it was."""
    content = current or b""
    present = {line.split(maxsplit=1)[0] for line in decode_text(content).splitlines() if line.strip()}
    missing = [line for line in _LINES[name] if line.split(maxsplit=1)[0] not in present]
    if missing and content and not content.endswith(b"\n"):
        content += b"\n"
    return content + "".join(f"{line}\n" for line in missing).encode()
