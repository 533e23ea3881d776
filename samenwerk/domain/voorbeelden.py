"""An invented example of what may stand in each field, so that who fills it in by hand sees what is meant."""

from typing import Any

from samenwerk.domain.datums import VOORBEELD_DATUM, VOORBEELD_RITME
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
