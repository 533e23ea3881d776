"""What the system says of a file that it will not read or write, as a sentence with what to do."""

import errno
import os
from pathlib import Path

from samenwerk.errors import DossierError, RefusedError

ACCESS_DENIED, SHARING_VIOLATION, LOCK_VIOLATION = 5, 32, 33
"""How Windows refuses to replace, remove or read a file that another program has open (`winerror`)."""

_REASONS = {
    errno.ENOENT: "op die plaats is niets meer",
    errno.EACCES: "u hebt er geen toegang toe",
    errno.EPERM: "dat mag niet",
    errno.EROFS: "de map is alleen om te lezen",
    errno.ENOSPC: "de schijf is vol",
    errno.EDQUOT: "de schijf is vol",
    errno.EISDIR: "het is een map",
    errno.ENODEV: "het is geen gewoon bestand",
    errno.ENOTDIR: "een deel van de plaats is geen map",
    errno.EEXIST: "een deel van de plaats is geen map",
    errno.ELOOP: "de snelkoppelingen lopen in een kring",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.EXDEV: "de map staat op een andere schijf dan het dossier",
}


def name_of(path: Path) -> str:
    """What to call a file or a folder in a sentence: `.` and `..` say nothing."""
    return (path.name.strip(".") and path.name) or "deze map"


def cannot_read(path: Path, error: OSError) -> DossierError:
    """The error for a file that the system will not read."""
    return DossierError(
        f"{name_of(path)} is niet te lezen: {_explain(error)}.",
        "Controleer of het is wat het moet zijn, of u het mag openen, en of het niet open is in een ander programma.",
    )


def cannot_write(path: Path, error: OSError) -> RefusedError:
    """The error for a file or folder that the system will not write."""
    if is_held(error) and path.is_file():
        return RefusedError(
            f"{name_of(path)} is open in een ander programma (bijvoorbeeld Word); er is niets geschreven.",
            "Sluit het daar, en geef het commando opnieuw.",
        )
    return RefusedError(
        f"In {name_of(path)} kan niet geschreven worden: {_explain(error)}.",
        "Controleer of u in deze map mag schrijven en of de schijf niet vol is.",
    )


def refused_by_system(error: OSError) -> RefusedError:
    """The error for whatever else the system refuses, at a place that nobody thought of."""
    waar = name_of(Path(os.fsdecode(error.filename))) if isinstance(error.filename, str | bytes) else "de map waarin u werkt"
    return RefusedError(
        f"Bij {waar} gaat iets niet: {_explain(error)}.",
        "Controleer of dat er nog is en of u het mag openen, en probeer het opnieuw.",
    )


def is_held(error: OSError) -> bool:
    """Whether Windows refused because another program has the file open."""
    return getattr(error, "winerror", None) in (ACCESS_DENIED, SHARING_VIOLATION, LOCK_VIOLATION)


def _explain(error: OSError) -> str:
    return _REASONS.get(error.errno or 0, "het systeem weigert het")
