"""`samenwerk instemmen`: how a partner stands to the version of a document that the group adopted last."""

from datetime import date
from typing import NamedTuple

from samenwerk.domain.datums import show_datum
from samenwerk.domain.gegevens import as_one_line
from samenwerk.domain.keuzes import suggest
from samenwerk.domain.tijdlijn import INSTEMMINGSOORTEN, Instemming, Instemmingsmoment, Versie
from samenwerk.domain.uitgaven import Uitgave, describe_uitgave
from samenwerk.domain.versies import Versiestand, kept_of, summarise_instemming
from samenwerk.errors import IETS, Oplossing, Pad, RefusedError, Remedy, WrongUsageError, option
from samenwerk.storage.dossier import Dossier
from samenwerk.storage.yaml_changes import Append, Change, Remove, Set
from samenwerk.workflows.afschriften import path_of_text
from samenwerk.workflows.changes import Gewijzigd, apply_changes
from samenwerk.workflows.documents import find_adoptable
from samenwerk.workflows.redo import redo_when_changed
from samenwerk.workflows.references import check_sleutels
from samenwerk.workflows.taking_back import SPOOR, Rechtzetting, leave_trail
from samenwerk.workflows.values import as_plain


class Ingestemd(NamedTuple):
    """How a partner stands to a version now, and what a careful facilitator looks at again."""

    uitgave: Uitgave
    versie: Versie
    instemming: Instemming
    let_op: list[Oplossing]
    gewijzigd: Gewijzigd


@redo_when_changed
def agree(dossier: Dossier, naam: str, partner: str, moment: Instemmingsmoment, *, proef: bool) -> Ingestemd:
    """Note that a partner agrees to the version adopted last, and how; what it said of it before is kept.

    Raises `WrongUsageError` for words that are wrong, `RefusedError` when there is no version yet or nothing is new.
    """
    stand, versie = _find_versie(dossier, naam, partner)
    if moment.soort not in INSTEMMINGSOORTEN:
        raise WrongUsageError(f"“{moment.soort}” is geen manier om in te stemmen.", suggest(moment.soort, INSTEMMINGSOORTEN))
    vroeger = versie.instemming.get(partner)
    if vroeger and vroeger.geldt and _says(vroeger) == _says(moment):
        op = f" op {show_datum(vroeger.datum)}" if vroeger.datum else ""
        raise RefusedError(
            f"Al genoteerd bij versie {versie.versie}: {dossier.samenwerking.naam_of(partner)} ({vroeger.soort}{op}).",
            (
                *("Noteer wat anders is met ", option("soort"), ", ", option("namens"), " of ", option("voorbehoud")),
                *(", of trek in met ", option("intrekken")),
            ),
        )
    changes = _plan_moment(stand.pad_of_instemming(partner), vroeger, moment)
    return _apply(dossier, stand.uitgave, partner, changes, _find_doubts(stand, versie, partner, moment), proef=proef)


@redo_when_changed
def withdraw(dossier: Dossier, naam: str, partner: str, dag: date, *, proef: bool) -> Ingestemd:
    """Note that a partner no longer agrees to the version adopted last; that it did so before is kept.

    Raises `RefusedError` when it does not agree now.
    """
    stand, versie = _find_versie(dossier, naam, partner)
    vroeger = versie.instemming.get(partner)
    if vroeger is None or not vroeger.geldt:
        raise RefusedError(
            f"Geen instemming met versie {versie.versie} om in te trekken: {dossier.samenwerking.naam_of(partner)}.",
            ("Bekijk wie instemde: ", Remedy("status")),
        )
    changes: list[Change] = [Set((*stand.pad_of_instemming(partner), "ingetrokken"), dag.isoformat())]
    return _apply(dossier, stand.uitgave, partner, changes, [], proef=proef)


def find_gezegd(dossier: Dossier, naam: str, partner: str) -> tuple[Versie, Instemming]:
    """What a partner said last of a document, and of which version.

    Raises `WrongUsageError` for what is no document or partner, `RefusedError` when it said nothing of it.
    """
    stand, _ = _find_versie(dossier, naam, partner)
    for versie in reversed(stand.versies):
        if partner in versie.instemming:
            return versie, versie.instemming[partner]
    wat = describe_uitgave(stand.samenwerking, stand.uitgave)
    raise RefusedError(
        f"Van {stand.samenwerking.naam_of(partner)} staat er geen instemming bij {wat}.",
        ("Bekijk wie instemde: ", Remedy("status")),
    )


@redo_when_changed
def take_back(dossier: Dossier, naam: str, partner: str, dag: date, *, proef: bool) -> Rechtzetting:
    """Take away what a partner said last of a document, as if it had not been noted: that it agrees, or that it withdrew.

    What it said before of that version holds again. `dag` is the day of today; of an earlier day the logboek keeps a trail.

    Raises what `find_gezegd` raises.
    """
    versie, gezegd = find_gezegd(dossier, naam, partner)
    uitgave = find_adoptable(dossier, naam)
    plaats = kept_of(dossier.samenwerking, uitgave).versies.index(versie)
    pad: Pad = ("documenten", uitgave.naam, "versies", plaats, "instemming", partner)
    wie, wat = dossier.samenwerking.naam_of(partner), describe_uitgave(dossier.samenwerking, uitgave)
    toen = gezegd.ingetrokken or gezegd.datum
    gevolgen, changes = [], _plan_back(pad, gezegd)
    if toen != dag:
        stuk = "de intrekking" if gezegd.ingetrokken else "de instemming"
        op = f", van {show_datum(toen)}," if toen else ""
        spoor = f"{stuk} van {wie} met versie {versie.versie} van {wat}{op}"
        changes.append(leave_trail(spoor, dag, dossier.samenwerking.fase, ""))
        gevolgen = [SPOOR]
    gewijzigd = apply_changes(dossier, changes, proef=proef)
    melding = f"Wat {wie} het laatst zei van versie {versie.versie} van {wat}, is weggehaald."
    return Rechtzetting(gevolgen, gewijzigd.told(melding))


def _plan_back(pad: Pad, gezegd: Instemming) -> list[Change]:
    """The changes that put what a partner said before in the place of what it says now."""
    if gezegd.ingetrokken:
        return [Remove((*pad, "ingetrokken"))]
    if not gezegd.eerder:
        return [Remove(pad)]
    nu = {naam: as_plain(getattr(gezegd, naam)) for naam in Instemmingsmoment.velden}
    toen = {naam: as_plain(waarde) for naam, waarde in gezegd.eerder[-1]}
    return [
        Remove((*pad, "eerder", len(gezegd.eerder) - 1)) if len(gezegd.eerder) > 1 else Remove((*pad, "eerder")),
        *(Set((*pad, naam), waarde) for naam, waarde in toen.items() if waarde and waarde != nu[naam]),
        *(Remove((*pad, naam)) for naam, waarde in nu.items() if waarde and not toen[naam]),
    ]


def find_versie(dossier: Dossier, naam: str) -> tuple[Versiestand, Versie]:
    """How a document stands to its versions, and the one that was adopted last.

    Raises `WrongUsageError` for what is no document, `RefusedError` for one that nobody adopts or adopted yet.
    """
    stand = Versiestand(dossier.samenwerking, find_adoptable(dossier, naam))
    if stand.last_versie is None:
        wat = describe_uitgave(stand.samenwerking, stand.uitgave)
        raise RefusedError(
            f"Er is nog geen versie van {wat} om mee in te stemmen.",
            ("Stel het document eerst vast: ", Remedy("vaststellen", waarde=stand.uitgave.naam)),
        )
    return stand, stand.last_versie


def _find_versie(dossier: Dossier, naam: str, partner: str) -> tuple[Versiestand, Versie]:
    stand, versie = find_versie(dossier, naam)
    check_sleutels(stand.samenwerking, Versie.velden["instemming"], (partner,))
    return stand, versie


def _says(moment: Instemmingsmoment) -> tuple[str, str, str]:
    return moment.soort, as_one_line(moment.namens), as_one_line(moment.voorbehoud)


def _find_doubts(stand: Versiestand, versie: Versie, sleutel: str, moment: Instemmingsmoment) -> list[Oplossing]:
    """What does not stop an agreement but may make it worth less.

    From practice: in many networks the representative of a partner signed without a mandate that held.
    """
    partner, naam = stand.samenwerking.partners[sleutel], stand.samenwerking.naam_of(sleutel)
    doubts: list[Oplossing] = []
    if partner.mandaat.geldig_tot and moment.datum and moment.datum > partner.mandaat.geldig_tot:
        tot = show_datum(partner.mandaat.geldig_tot)
        doubts.append(f"Mandaat van {naam}: geldig tot en met {tot}. Deze instemming is van {show_datum(moment.datum)}.")
    elif not partner.mandaat.namens:
        namens = Remedy("zet", ("partners", sleutel, "mandaat", "namens"), IETS)
        doubts.append((f"Mandaat van {naam} nog in te vullen: ", namens))
    if partner.tot and moment.datum and moment.datum > partner.tot:
        doubts.append(f"Vertrokken op {show_datum(partner.tot)}: {naam}.")
    if not stand.is_actueel:
        doubts.append(
            f"Het dossier is gewijzigd na versie {versie.versie}. De instemming geldt voor die versie, bewaard in "
            f"{path_of_text(stand.uitgave, versie.versie or 0)}."
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
    dossier: Dossier, uitgave: Uitgave, partner: str, changes: list[Change], let_op: list[Oplossing], *, proef: bool
) -> Ingestemd:
    gewijzigd = apply_changes(dossier, changes, proef=proef)
    versie = kept_of(gewijzigd.dossier.samenwerking, uitgave).versies[-1]
    instemming, naam = versie.instemming[partner], dossier.samenwerking.naam_of(partner)
    wat = f"versie {versie.versie} van {describe_uitgave(gewijzigd.dossier.samenwerking, uitgave)}"
    melding = f"Genoteerd bij {wat}: {naam} ({summarise_instemming(instemming)})."
    return Ingestemd(uitgave, versie, instemming, let_op, gewijzigd.told(melding))
