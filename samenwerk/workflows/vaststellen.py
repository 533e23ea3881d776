"""`samenwerk vaststellen`: a group adopts a document, which becomes a version with a kept copy."""

from datetime import date
from typing import NamedTuple

from samenwerk.domain.datums import show_datum
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.stand import Stand
from samenwerk.domain.taal import capitalize
from samenwerk.domain.tijdlijn import Versie
from samenwerk.domain.uitgaven import Uitgave, describe_uitgave
from samenwerk.domain.verschil import Sindsversie
from samenwerk.domain.versies import kept_of
from samenwerk.domain.zinnen import som_op
from samenwerk.errors import NAAM, RefusedError, Remedy
from samenwerk.storage.dossier import Dossier
from samenwerk.storage.writing.replacement import Replacement
from samenwerk.storage.yaml_changes import Append, Change, Remove
from samenwerk.workflows.afschriften import compare_with_known, format_gegevens, mark_text, path_of_gegevens, path_of_text
from samenwerk.workflows.changes import Gewijzigd, describe_change, try_changes
from samenwerk.workflows.document_files import HandEditedError, diff_of, find_edited, find_unreadable, stand_of, write_files
from samenwerk.workflows.documents import find_adoptable, judge_text, render_text
from samenwerk.workflows.taking_back import SPOOR, Rechtzetting, leave_trail
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


def find_last(dossier: Dossier, naam: str) -> tuple[Uitgave, Versie]:
    """The version of a document that was adopted last.

    Raises `WrongUsageError` for what is no document, `RefusedError` when there is none or a partner said something of it.
    """
    uitgave = find_adoptable(dossier, naam)
    stand = Stand(dossier.samenwerking, uitgave)
    wat, versie = describe_uitgave(dossier.samenwerking, uitgave), stand.last_versie
    if versie is None:
        raise RefusedError(f"Er is nog geen versie van {wat}.")
    if versie.instemming:
        wie = dossier.samenwerking.namen_of(list(versie.instemming))
        partner = next(iter(versie.instemming))
        raise RefusedError(
            f"Versie {versie.versie} van {wat} kan niet weg: {wie} zei er al iets van.",
            ("Was dat ook een vergissing: ", Remedy("instemmen", waarde=uitgave.naam, met={"partner": partner, "weg": ""})),
        )
    return uitgave, versie


def take_back(dossier: Dossier, naam: str, dag: date, *, proef: bool) -> Rechtzetting:
    """Take away the version of a document that was adopted last, with its kept copies, as if it had not been adopted.

    `dag` is the day of today; of an earlier day the logboek keeps a trail.

    Raises what `find_last` raises, `RefusedError` when the kept text was changed, and what writing raises.
    """
    uitgave, versie = find_last(dossier, naam)
    wat, nummer = describe_uitgave(dossier.samenwerking, uitgave), versie.versie or 0
    plaats = len(kept_of(dossier.samenwerking, uitgave).versies) - 1
    changes: list[Change] = [Remove(("documenten", uitgave.naam, "versies", plaats))]
    paths = (path_of_text(uitgave, nummer), path_of_gegevens(uitgave, nummer))
    gone = [(path, content) for path in paths if (content := dossier.files.read(path)) is not None]
    if gone and versie.afschrift and mark_text(gone[0][1]) != versie.afschrift:
        raise RefusedError(
            f"{gone[0][0]} is gewijzigd sinds het bewaard werd.", "Controleer wat het is, en verplaats het eerst."
        )
    gevolgen = [f"Wat ervan bewaard werd, gaat mee weg: {som_op([path for path, _ in gone])}."] if gone else []
    if versie.datum != dag:
        op = f" van {show_datum(versie.datum)}" if versie.datum else ""
        changes.append(leave_trail(f"versie {nummer} van {wat}{op}", dag, dossier.samenwerking.fase, ""))
        gevolgen.append(SPOOR)
    after = try_changes(dossier, changes)
    taken = [Replacement(dossier.folder / path, None, content) for path, content in gone]
    write_files(dossier, after, [], taken, proef=proef)
    gewijzigd = Gewijzigd(after, lambda: describe_change(dossier, after), proef)
    return Rechtzetting(gevolgen, gewijzigd.told(f"Versie {nummer} van {wat} is weggehaald."))


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
        wat, wie = describe_uitgave(stand.samenwerking, stand.uitgave), next(iter(stand.missing_instemming), NAAM)
        raise RefusedError(
            f"Er is niets gewijzigd sinds versie {versie.versie} van {wat}.",
            ("Noteer wie instemt: ", Remedy("instemmen", waarde=stand.uitgave.naam, met={"partner": wie})),
        )
    return 1 + max((versie.versie or 0 for versie in stand.versies), default=0)


def _with_versie(samenwerking: Samenwerking, uitgave: Uitgave, versie: Versie) -> Samenwerking:
    kept = kept_of(samenwerking, uitgave)
    documenten = {**samenwerking.documenten, uitgave.naam: kept.replace(versies=(*kept.versies, versie))}
    return samenwerking.replace(documenten=documenten)
