"""What a facilitator hears in confidence: the field names are the keys of vertrouwelijk.yaml."""

from collections.abc import Mapping

from samenwerk.domain import record as veld
from samenwerk.domain.partners import Partner
from samenwerk.domain.record import Record
from samenwerk.domain.tijdlijn import Gesprek, Logboekregel


class Vertrouwelijk(
    Record, uitleg="Wat u in vertrouwen hoort: het bestand `vertrouwelijk.yaml`, buiten git en buiten elk document."
):
    """Beside a dossier and of the same shape, for the eyes of the facilitator: docs/besluiten/0014-vertrouwelijk.md."""

    partners: Mapping[str, Partner] = veld.records(
        "Partners",
        "Wat u in vertrouwen van een partner weet. De korte naam is die van de partner in het dossier.",
        Partner,
        "partners",
    )
    gesprekken: tuple[Gesprek, ...] = veld.reeks("Gesprekken", "De gesprekken in vertrouwen, oudste eerst.", Gesprek)
    logboek: tuple[Logboekregel, ...] = veld.reeks("Logboek", "Wat alleen u moet onthouden, oudste eerst.", Logboekregel)
