"""The kept copies of adopted versions: the text as it was adopted, and beside it the data that the partners agreed to.

No command ever changes one; with a version that was adopted by mistake it goes. The dossier holds a mark of both, so that a
copy that was altered is found.
"""

import hashlib
import json

from samenwerk.domain.documenten import DOCUMENT_FOLDER
from samenwerk.domain.gegevens import Gegevens, compute_vingerafdruk
from samenwerk.domain.tijdlijn import Versie
from samenwerk.domain.uitgaven import Uitgave, all_uitgaven, describe_uitgave
from samenwerk.domain.verschil import Sindsversie, find_wijzigingen
from samenwerk.domain.versies import Versiestand, kept_of
from samenwerk.errors import ADVIES, Bevinding
from samenwerk.rendering.text.spelling import spell_alike
from samenwerk.storage.dossier import Dossier
from samenwerk.storage.foreign_text import decode_text

KEPT_FOLDER = f"{DOCUMENT_FOLDER}/vastgesteld"
_SCHEMA = "samenwerk/vastgesteld"


def path_of_text(uitgave: Uitgave, versie: int) -> str:
    """Where the text of a version is kept, relative to the folder of the dossier."""
    return f"{KEPT_FOLDER}/{uitgave.naam}-v{versie}.md"


def path_of_gegevens(uitgave: Uitgave, versie: int) -> str:
    """Where the data of a version are kept."""
    return f"{KEPT_FOLDER}/{uitgave.naam}-v{versie}.json"


def format_gegevens(uitgave: Uitgave, versie: int, gegevens: Gegevens) -> bytes:
    """The data of a version as they are kept: JSON that a person can read too."""
    inhoud = {"schema": _SCHEMA, "document": uitgave.naam, "versie": versie, "gegevens": gegevens}
    return (json.dumps(inhoud, ensure_ascii=False, indent=2) + "\n").encode()


def mark_text(content: bytes) -> str:
    """The mark of what a kept text says: another layout, or the line ends of another system, make no other text."""
    return f"sha256-v2:{_hash(spell_alike(decode_text(content)))}"


def _is_marked(content: bytes, afschrift: str) -> bool:
    # Before, the mark was of the text to the letter.
    return afschrift in (mark_text(content), f"sha256:{_hash(decode_text(content))}")


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def read_gegevens(dossier: Dossier, uitgave: Uitgave, versie: Versie) -> Gegevens | None:
    """What a version was made of; None when that was not kept, or is no longer what the partners agreed to."""
    content = dossier.files.read(path_of_gegevens(uitgave, versie.versie or 0))
    try:
        inhoud = json.loads(decode_text(content or b""))
        gegevens: Gegevens = inhoud["gegevens"]
        return gegevens if compute_vingerafdruk(gegevens) == versie.vingerafdruk else None
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None


def compare_with(dossier: Dossier, stand: Versiestand, versie: Versie) -> Sindsversie:
    """What changed in a document of the dossier since a version."""
    oud = read_gegevens(dossier, stand.uitgave, versie)
    return Sindsversie(versie.versie or 0, None if oud is None else find_wijzigingen(oud, stand.gegevens))


def compare_with_known(dossier: Dossier, stand: Versiestand) -> Sindsversie | None:
    """What changed since the version that the readers of a document know; None when there is none they have to compare with."""
    versie = stand.compared_versie
    return None if versie is None else compare_with(dossier, stand, versie)


def check_afschriften(dossier: Dossier) -> list[Bevinding]:
    """A finding for each kept copy that is gone or was altered; of a version noted by hand none was made."""
    return [
        bevinding
        for uitgave in all_uitgaven(dossier.samenwerking)
        for plaats, versie in enumerate(kept_of(dossier.samenwerking, uitgave).versies)
        if versie.afschrift
        for bevinding in _check(dossier, uitgave, plaats, versie)
    ]


def _check(dossier: Dossier, uitgave: Uitgave, plaats: int, versie: Versie) -> list[Bevinding]:
    nummer = versie.versie or 0
    pad = ("documenten", uitgave.naam, "versies", plaats)
    bestand = path_of_text(uitgave, nummer)
    content = dossier.files.read(bestand)
    welke = f"versie {nummer} van {describe_uitgave(dossier.samenwerking, uitgave)}"
    if content is None:
        melding = f"De bewaarde tekst van {welke} ontbreekt: {bestand}."
        code = "afschrift_ontbreekt"
    elif not _is_marked(content, versie.afschrift):
        melding = f"De bewaarde tekst van {welke} is gewijzigd: {bestand}."
        code = "afschrift_gewijzigd"
    elif read_gegevens(dossier, uitgave, versie) is None:
        bestand = path_of_gegevens(uitgave, nummer)
        melding = f"De gegevens van {welke} ontbreken of zijn gewijzigd: {bestand}."
        code = "afschrift_gegevens"
    else:
        return []
    regel = dossier.tree.locate(pad).regel
    oplossing = "Zet het bestand terug zoals het was, bijvoorbeeld uit een reservekopie."
    return [Bevinding(code, melding, oplossing, pad, ADVIES, dossier.name, regel)]
