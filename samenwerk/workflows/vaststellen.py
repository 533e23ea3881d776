"""A group adopts a document: it becomes a version with a kept copy, to which each partner can agree."""

from datetime import date
from typing import NamedTuple

from samenwerk.domain.datums import show_datum
from samenwerk.domain.documenten import Uitgave, describe_uitgave
from samenwerk.domain.gegevens import compute_vingerafdruk, fold, select_gegevens
from samenwerk.domain.keuzes import suggest
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.stand import compute_stand
from samenwerk.domain.tijdlijn import INSTEMMINGSOORTEN, Instemming, Instemmingsmoment, Versie
from samenwerk.domain.verschil import Sindsversie
from samenwerk.domain.versies import is_actueel, last_versie, pad_of_instemming, versies_of
from samenwerk.errors import Pad, RefusedError, WrongUsageError
from samenwerk.storage.dossier import Dossier
from samenwerk.storage.writing.replace import Replacement
from samenwerk.storage.yaml_changes import Append, Change, Remove, Set
from samenwerk.workflows.afschriften import compare_with_known, mark_text, path_of_gegevens, path_of_text, write_gegevens
from samenwerk.workflows.changes import Gewijzigd, apply_changes, describe_change, try_changes
from samenwerk.workflows.document_files import HandEditedError, diff_of, find_edited, write_files
from samenwerk.workflows.documents import find_uitgave, render_files
from samenwerk.workflows.references import check_sleutels
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


class Ingestemd(NamedTuple):
    """How a partner stands to a version now, and what a careful facilitator looks at again."""

    uitgave: Uitgave
    versie: Versie
    instemming: Instemming
    let_op: list[str]
    gewijzigd: Gewijzigd


def adopt_document(dossier: Dossier, naam: str, dag: date, *, proef: bool) -> Vastgesteld:
    """Make a version of what a document says now, and keep its text and its data; the document itself is made anew.

    Raises `WrongUsageError` for what is no document, `RefusedError` for one that nobody adopts or that is adopted as it is,
    `HandEditedError` when a file of it was edited outside the free places, and what rendering and writing raise.
    """
    uitgave = _find_adoptable(dossier, naam)
    if bewerkt := find_edited(dossier, uitgave):
        raise HandEditedError(bewerkt, "Neem over in het dossier wat er gewijzigd is, en zet het bestand daarna ergens anders.")
    before = take_over(dossier, [uitgave]).dossier
    nummer = _next_number(before.samenwerking, uitgave)
    gegevens = select_gegevens(before.samenwerking, uitgave.bron)
    ronde = before.samenwerking.ronde(uitgave.document.fase) or None
    versie = Versie(versie=nummer, datum=dag, ronde=ronde, vingerafdruk=compute_vingerafdruk(gegevens))
    (file,) = render_files(_append(before, uitgave, versie), [uitgave])
    after = _append(before, uitgave, versie.replace(afschrift=mark_text(file.content)))
    kept = [
        _plan_copy(dossier, path_of_text(uitgave, nummer), file.content),
        _plan_copy(dossier, path_of_gegevens(uitgave, nummer), write_gegevens(uitgave, nummer, gegevens)),
    ]
    if not proef:
        write_files(dossier, after, [file], kept)
    verschil = "\n".join(filter(None, (describe_change(dossier, after), diff_of(file))))
    return Vastgesteld(
        uitgave,
        versies_of(after.samenwerking, uitgave)[-1],
        path_of_text(uitgave, nummer),
        compare_with_known(after, uitgave),
        compute_stand(after.samenwerking, uitgave).nog_open,
        Gewijzigd(after, verschil, proef),
    )


def _plan_copy(dossier: Dossier, path: str, content: bytes) -> Replacement:
    """A copy to be kept; one that holds the very same was left there by a command that did not end."""
    existing = dossier.files.read(path)
    if existing not in (None, content):
        raise RefusedError(
            f"{path} bestaat al, en hoort bij geen versie in het dossier.",
            "Kijk na wat het is, en verplaats het; samenwerk schrijft nooit over een bewaarde versie.",
        )
    return Replacement(dossier.folder / path, content, existing)


def agree(dossier: Dossier, naam: str, partner: str, moment: Instemmingsmoment, *, proef: bool) -> Ingestemd:
    """Note that a partner agrees to the version adopted last, and how; what it said of it before is kept.

    Raises `WrongUsageError` for words that are wrong, `RefusedError` when there is no version yet or nothing is new.
    """
    uitgave = _find_adoptable(dossier, naam)
    versie = _check_versie(dossier, uitgave, partner)
    if moment.soort not in INSTEMMINGSOORTEN:
        raise WrongUsageError(f"“{moment.soort}” is geen manier om in te stemmen.", suggest(moment.soort, INSTEMMINGSOORTEN))
    vroeger = versie.instemming.get(partner)
    if vroeger and vroeger.geldt and _says(vroeger) == _says(moment):
        op = f" op {show_datum(vroeger.datum)}" if vroeger.datum else ""
        raise RefusedError(
            f"{dossier.samenwerking.naam_of(partner)} staat al als {vroeger.soort}{op}, bij versie {versie.versie}.",
            "Is er iets veranderd, zeg het dan met --soort, --namens of --voorbehoud; intrekken kan met --intrekken.",
        )
    let_op = _find_doubts(dossier.samenwerking, uitgave, partner, moment)
    changes = _plan_moment(pad_of_instemming(dossier.samenwerking, uitgave, partner), vroeger, moment)
    return _apply(dossier, uitgave, partner, changes, let_op, proef=proef)


def withdraw(dossier: Dossier, naam: str, partner: str, dag: date, *, proef: bool) -> Ingestemd:
    """Note that a partner no longer agrees to the version adopted last; that it did so before is kept.

    Raises `RefusedError` when it does not agree now.
    """
    uitgave = _find_adoptable(dossier, naam)
    versie = _check_versie(dossier, uitgave, partner)
    vroeger = versie.instemming.get(partner)
    if vroeger is None or not vroeger.geldt:
        raise RefusedError(
            f"{dossier.samenwerking.naam_of(partner)} stemt niet in met versie {versie.versie}; er is niets in te trekken.",
            "Wie instemde, toont: samenwerk status",
        )
    changes: list[Change] = [Set((*pad_of_instemming(dossier.samenwerking, uitgave, partner), "ingetrokken"), dag.isoformat())]
    return _apply(dossier, uitgave, partner, changes, [], proef=proef)


def _find_adoptable(dossier: Dossier, naam: str) -> Uitgave:
    uitgave = find_uitgave(dossier, naam)
    if not uitgave.document.bron:
        raise RefusedError(
            f"{uitgave.document.met_lidwoord.capitalize()} volgt het dossier en wordt niet vastgesteld.",
            f"Maak het document telkens opnieuw met: samenwerk render {uitgave.naam}",
        )
    return uitgave


def _next_number(samenwerking: Samenwerking, uitgave: Uitgave) -> int:
    versie = last_versie(samenwerking, uitgave)
    if versie is None:
        return 1
    if is_actueel(samenwerking, uitgave):
        wat = describe_uitgave(samenwerking, uitgave)
        raise RefusedError(
            f"Versie {versie.versie} van {wat} zegt nog hetzelfde als het dossier; er is niets nieuws vast te stellen.",
            f"Laat een partner instemmen met: samenwerk instemmen {uitgave.naam} --partner …",
        )
    return 1 + max(versie.versie or 0 for versie in versies_of(samenwerking, uitgave))


def _append(dossier: Dossier, uitgave: Uitgave, versie: Versie) -> Dossier:
    return try_changes(dossier, [Append(("documenten", uitgave.naam, "versies"), as_plain(versie))])


def _check_versie(dossier: Dossier, uitgave: Uitgave, partner: str) -> Versie:
    samenwerking = dossier.samenwerking
    versie = last_versie(samenwerking, uitgave)
    if versie is None:
        wat = describe_uitgave(samenwerking, uitgave)
        raise RefusedError(
            f"Er is nog geen versie van {wat} om mee in te stemmen.",
            f"Stel het document eerst samen vast: samenwerk vaststellen {uitgave.naam}",
        )
    check_sleutels(samenwerking, Versie.velden["instemming"], (partner,))
    return versie


def _says(moment: Instemmingsmoment) -> tuple[str, str, str]:
    return moment.soort, fold(moment.namens), fold(moment.voorbehoud)


def _find_doubts(samenwerking: Samenwerking, uitgave: Uitgave, sleutel: str, moment: Instemmingsmoment) -> list[str]:
    """What does not stop an agreement but may make it worth less.

    From practice: in many networks the representative of a partner signed without a mandate that held.
    """
    partner, naam = samenwerking.partners[sleutel], samenwerking.naam_of(sleutel)
    versie = last_versie(samenwerking, uitgave)
    doubts = []
    if partner.mandaat.geldig_tot and moment.datum and moment.datum > partner.mandaat.geldig_tot:
        tot = show_datum(partner.mandaat.geldig_tot)
        doubts.append(f"Het mandaat van {naam} liep tot {tot}; deze instemming is van {show_datum(moment.datum)}.")
    elif not partner.mandaat.namens:
        doubts.append(f'Er staat niet namens wie {naam} spreekt: samenwerk zet partners.{sleutel}.mandaat.namens "…"')
    if partner.tot and moment.datum and moment.datum > partner.tot:
        doubts.append(f"{naam} is vertrokken op {show_datum(partner.tot)}.")
    if versie and not is_actueel(samenwerking, uitgave):
        doubts.append(
            f"Het dossier is gewijzigd na versie {versie.versie}; de instemming geldt voor die versie, zoals bewaard in "
            f"{path_of_text(uitgave, versie.versie or 0)}."
        )
    return doubts


def _plan_moment(pad: Pad, vroeger: Instemming | None, moment: Instemmingsmoment) -> list[Change]:
    """The changes that put what a partner says now in the place of what it said, and keep that below it."""
    if vroeger is None:
        return [Set(pad, as_plain(moment))]
    oud = {naam: as_plain(getattr(vroeger, naam)) for naam in Instemmingsmoment.velden}
    nieuw = {naam: as_plain(waarde) for naam, waarde in moment}
    return [
        Append((*pad, "eerder"), {naam: waarde for naam, waarde in oud.items() if waarde}),
        *(Set((*pad, naam), waarde) for naam, waarde in nieuw.items() if waarde and waarde != oud[naam]),
        *(Remove((*pad, naam)) for naam, waarde in oud.items() if waarde and not nieuw[naam]),
    ]


def _apply(
    dossier: Dossier, uitgave: Uitgave, partner: str, changes: list[Change], let_op: list[str], *, proef: bool
) -> Ingestemd:
    gewijzigd = apply_changes(dossier, changes, proef=proef)
    versie = versies_of(gewijzigd.dossier.samenwerking, uitgave)[-1]
    return Ingestemd(uitgave, versie, versie.instemming[partner], let_op, gewijzigd)
