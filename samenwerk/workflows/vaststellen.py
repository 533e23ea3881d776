"""`samenwerk vaststellen`: a group adopts a document, which becomes a version with a kept copy."""

from datetime import date
from typing import NamedTuple

from samenwerk.domain.datums import show_datum
from samenwerk.domain.documenten import Uitgave, describe_uitgave
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.stand import Stand
from samenwerk.domain.taal import capitalize
from samenwerk.domain.tijdlijn import Versie
from samenwerk.domain.verschil import Sindsversie
from samenwerk.domain.versies import kept_of
from samenwerk.errors import SLEUTEL, RefusedError, Remedy
from samenwerk.storage.dossier import Dossier
from samenwerk.storage.writing.replace import Replacement
from samenwerk.storage.yaml_changes import Append
from samenwerk.workflows.afschriften import compare_with_known, format_gegevens, mark_text, path_of_gegevens, path_of_text
from samenwerk.workflows.changes import Gewijzigd, describe_change, try_changes
from samenwerk.workflows.document_files import HandEditedError, diff_of, find_edited, find_unreadable, stand_of, write_files
from samenwerk.workflows.documents import find_adoptable, judge_text, render_text
from samenwerk.workflows.values import as_plain
from samenwerk.workflows.vrije_teksten import take_over


class Vastgesteld(NamedTuple):
    """A version that was adopted: what changed since the one before it, and what is still open in it."""

    uitgave: Uitgave
    versie: Versie
    bewaarde_tekst: str
    sinds: Sindsversie | None
    nog_open: list[str]
    gewijzigd: Gewijzigd


def adopt_document(dossier: Dossier, naam: str, dag: date, *, proef: bool) -> Vastgesteld:
    """Make a version of what a document says now, and keep its text and its data; the document itself is made anew.

    Raises `WrongUsageError` for what is no document, `RefusedError` for one that nobody adopts or that is adopted as it is,
    `HandEditedError` when a file of it was edited outside the free places, `DossierError` when one cannot be read, and what
    rendering and writing raise.
    """
    uitgave = find_adoptable(dossier, naam)
    for error in find_unreadable(dossier, uitgave).values():
        raise error
    if bewerkt := find_edited(dossier, uitgave):
        raise HandEditedError.for_adopting(bewerkt)
    before = take_over(dossier, [uitgave]).dossier
    stand = Stand(before.samenwerking, uitgave)
    nummer = _next_number(stand)
    versie = Versie(versie=nummer, datum=dag, ronde=stand.ronde or None, vingerafdruk=stand.vingerafdruk)
    adopted = before.as_if(_with_versie(before.samenwerking, uitgave, versie))
    nu = stand_of(adopted, uitgave)
    sinds = compare_with_known(adopted, nu)
    file = judge_text(adopted, uitgave, render_text(adopted, nu, sinds))
    versie = versie.replace(afschrift=mark_text(file.content))
    after = try_changes(before, [Append(("documenten", uitgave.naam, "versies"), as_plain(versie))])
    kept = [
        _plan_copy(dossier, path_of_text(uitgave, nummer), file.content),
        _plan_copy(dossier, path_of_gegevens(uitgave, nummer), format_gegevens(uitgave, nummer, stand.gegevens)),
    ]
    write_files(dossier, after, [file], kept, proef=proef)
    gewijzigd = Gewijzigd(after, lambda: "\n".join(filter(None, (describe_change(dossier, after), diff_of(file)))), proef)
    bewaard, wat = path_of_text(uitgave, nummer), describe_uitgave(after.samenwerking, uitgave)
    melding = f"{capitalize(wat)} is vastgesteld op {show_datum(dag)}, als versie {nummer}. Bewaard in {bewaard}"
    return Vastgesteld(uitgave, versie, bewaard, sinds, nu.nog_open, gewijzigd.told(melding))


def _plan_copy(dossier: Dossier, path: str, content: bytes) -> Replacement:
    """A copy to be kept; one that holds the very same was left there by a command that did not end."""
    existing = dossier.files.read(path)
    if existing not in (None, content):
        raise RefusedError(
            f"{path} bestaat al en hoort bij geen versie in het dossier.",
            "Controleer wat het is, en verplaats het. Een bewaarde versie wordt nooit overschreven.",
        )
    return Replacement(dossier.folder / path, content, existing)


def _next_number(stand: Stand) -> int:
    versie = stand.last_versie
    if versie is not None and stand.is_actueel:
        wat = describe_uitgave(stand.samenwerking, stand.uitgave)
        raise RefusedError(
            f"Er is niets gewijzigd sinds versie {versie.versie} van {wat}.",
            ("Noteer wie instemt: ", Remedy("instemmen", waarde=stand.uitgave.naam, met={"partner": SLEUTEL})),
        )
    return 1 + max((versie.versie or 0 for versie in stand.versies), default=0)


def _with_versie(samenwerking: Samenwerking, uitgave: Uitgave, versie: Versie) -> Samenwerking:
    kept = kept_of(samenwerking, uitgave)
    documenten = {**samenwerking.documenten, uitgave.naam: kept.replace(versies=(*kept.versies, versie))}
    return samenwerking.replace(documenten=documenten)
