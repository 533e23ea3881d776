"""An invented example of what may stand in each field, so that who fills it in by hand sees what is meant."""

from typing import Any

from samenwerk.domain.datums import VOORBEELD_DATUM, VOORBEELD_RITME, parse_datum
from samenwerk.domain.record import (
    DATUM,
    DEEL,
    GETAL,
    KEUZE,
    LIJST,
    RECORDS,
    REEKS,
    RITME,
    TEKST,
    VERWIJZING,
    VERWIJZINGEN,
    WOORDEN,
    Record,
    Veld,
)
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.tijdlijn import Documentversies
from samenwerk.domain.uitgaven import all_uitgaven


def show_voorbeeld(veld: Veld) -> Any:
    """An invented value of a field as it stands in the file: a text, a number, a list or a mapping."""
    sleutel = Samenwerking.velden[veld.verwijst[0]].voorbeeld if veld.verwijst else veld.voorbeeld
    record = show_record(veld.record) if veld.record else {}
    voorbeelden = {
        TEKST: veld.voorbeeld,
        DATUM: VOORBEELD_DATUM,
        GETAL: veld.minimum,
        KEUZE: veld.keuzes[0] if veld.keuzes else "",
        RITME: VOORBEELD_RITME,
        LIJST: [veld.voorbeeld],
        WOORDEN: veld.voorbeeld,
        VERWIJZING: sleutel,
        VERWIJZINGEN: [sleutel],
        DEEL: record,
        RECORDS: {str(sleutel): record},
        REEKS: [record],
    }
    return voorbeelden[veld.soort]


def show_record(record: type[Record]) -> dict[str, Any]:
    """An invented record, of which the first two fields are filled in: enough to see its shape."""
    return {naam: [] if veld.soort == REEKS else show_voorbeeld(veld) for naam, veld in [*record.velden.items()][:2]}


def make_voorbeeld() -> Samenwerking:
    """A dossier with an invented value in every field: on it, who makes a template sees that template whole."""
    gevuld = {naam: _fill(veld) for naam, veld in Samenwerking.velden.items()}
    # Partners that still take part, a version of every document, and no own text: a template may leave out the place for it.
    gevuld["partners"] = {key: partner.replace(tot=None) for key, partner in gevuld["partners"].items()}
    (bewaard,) = gevuld["documenten"].values()
    namen = [uitgave.naam for uitgave in all_uitgaven(Samenwerking(**gevuld))]
    gevuld["documenten"] = dict.fromkeys(namen, Documentversies(versies=bewaard.versies))
    return Samenwerking(**gevuld)


def _fill(veld: Veld) -> Any:
    voorbeeld = show_voorbeeld(veld)
    if veld.record is None:
        dag = parse_datum(VOORBEELD_DATUM)
        return dag if veld.soort == DATUM else tuple(voorbeeld) if isinstance(voorbeeld, list) else voorbeeld
    record = veld.record(**{naam: _fill(inside) for naam, inside in veld.record.velden.items()})
    return record if veld.soort == DEEL else (record,) if veld.soort == REEKS else dict.fromkeys(voorbeeld, record)
