"""`actie klaar`, `actie stand`, `knoop doorhakken`, `partner vertrekt`: what happens to a record from day to day."""

from datetime import date
from typing import NamedTuple

from samenwerk.domain.datums import show_datum
from samenwerk.domain.logboek import duiding_of
from samenwerk.domain.tijdlijn import Logboekregel
from samenwerk.domain.verzamelingen import VERZAMELINGEN, verzameling_of
from samenwerk.domain.zinnen import aangehaald
from samenwerk.errors import IETS, RefusedError, Remedy, WrongUsageError
from samenwerk.storage.dossier import Dossier
from samenwerk.storage.yaml_changes import Append, Change, Set
from samenwerk.workflows.changes import Gewijzigd, apply_changes
from samenwerk.workflows.kolommen import Recordinvoer
from samenwerk.workflows.records import (
    Recordwijziging,
    change_record,
    find_record_at,
)
from samenwerk.workflows.redo import redo_when_changed
from samenwerk.workflows.values import as_plain
from samenwerk.workflows.vermeldingen import Vermelding, list_vermeldingen, tell_vermeldingen

WISSEL = "wissel"


class Vertrek(NamedTuple):
    """A partner that left, and where the group still counts on it: each place, and all of them in words."""

    gewijzigd: Gewijzigd
    na_te_kijken: list[Vermelding]
    rekent_nog: list[str]


def move_actie(dossier: Dossier, sleutel: str, status: str, reden: str, dag: date, *, proef: bool) -> Recordwijziging:
    """Tell how an action stands, and why when it goes otherwise."""
    opties = {"status": [status], "reden": [reden]}
    wijziging = change_record(dossier, verzameling_of("actie"), sleutel, Recordinvoer(opties, dag), proef=proef)
    actie = wijziging.gewijzigd.dossier.samenwerking.acties[sleutel]
    staat = "staat op" if wijziging.gewijzigd.verschil else "stond al op"
    melding = f"De actie {aangehaald(actie.wat, sleutel)} {staat}: {actie.status}."
    return wijziging._replace(gewijzigd=wijziging.gewijzigd.told(melding))


@redo_when_changed
def decide_knoop(dossier: Dossier, sleutel: str, beslissing: str, dag: date, *, proef: bool) -> Recordwijziging:
    """Write down what was decided, and on which day ("Waar nodig dient onderhandeld te worden en knopen doorgehakt").

    Raises `RefusedError` for a question that is decided already: a decision is not lost by deciding once more.
    """
    verzameling = verzameling_of("knoop")
    find_record_at(dossier.samenwerking, verzameling, sleutel)
    knoop = dossier.samenwerking.knopen[sleutel]
    if not beslissing.strip():
        raise WrongUsageError("Zeg nog wat er beslist is.", Remedy("doorhakken", ("knopen", sleutel), IETS))
    if not knoop.is_open:
        wanneer = f" op {show_datum(knoop.datum)}" if knoop.datum else ""
        beslissing = knoop.beslissing or "de beslissing staat er niet bij"
        raise RefusedError(
            f"Al beslist{wanneer}: {aangehaald(knoop.vraag, sleutel)} – {beslissing}",
            ("Noteer een andere beslissing: ", Remedy("wijzig", ("knopen", sleutel), met={"beslissing": IETS})),
        )
    opties = {"status": ["doorgehakt"], "beslissing": [beslissing], "datum": [dag.isoformat()]}
    wijziging = change_record(dossier, verzameling, sleutel, Recordinvoer(opties, dag), proef=proef)
    return wijziging._replace(gewijzigd=wijziging.gewijzigd.told(f"Beslist: {aangehaald(knoop.vraag, sleutel)}."))


@redo_when_changed
def let_partner_leave(dossier: Dossier, sleutel: str, dag: date, reden: str, *, proef: bool) -> Vertrek:
    """Note the last day of a partner, and the change in the logbook; what the partner said and did stays in the dossier.

    Raises `RefusedError` for a partner that left already, and what `apply_changes` raises.
    """
    verzameling = verzameling_of("partner")
    find_record_at(dossier.samenwerking, verzameling, sleutel)
    partner = dossier.samenwerking.partners[sleutel]
    naam = dossier.samenwerking.naam_of(sleutel)
    if partner.tot is not None:
        melding = f"Vertrokken op {show_datum(partner.tot)}: {naam}."
        verbeter = Remedy("wijzig", ("partners", sleutel), met={"tot": dag.isoformat()})
        raise RefusedError(melding, ("Klopt die dag niet: ", verbeter))
    duiding = duiding_of(WISSEL)
    regel = Logboekregel(
        datum=dag,
        fase=dossier.samenwerking.fase_op(dag),
        soort=WISSEL,
        proces=duiding.proces,
        principe=duiding.principe or None,
        partners=(sleutel,),
        tekst=f"Vertrokken: {naam}. {reden.strip()}".rstrip(),
    )
    changes: list[Change] = [
        Set((verzameling.veld, sleutel, "tot"), dag.isoformat()),
        Append(("logboek",), as_plain(regel)),
    ]
    gewijzigd = apply_changes(dossier, changes, proef=proef)
    # There the group goes on counting on a partner that left, until someone else is named.
    rekent_op_partners = {verzameling.veld for verzameling in VERZAMELINGEN if verzameling.rekent_op_partners}
    plaatsen = [
        plaats for plaats in list_vermeldingen(gewijzigd.dossier, verzameling, sleutel) if plaats.pad[0] in rekent_op_partners
    ]
    melding = f"Vertrokken op {show_datum(dag)}: {naam}. Het staat in het logboek."
    return Vertrek(gewijzigd.told(melding), plaatsen, tell_vermeldingen(gewijzigd.dossier, plaatsen))
