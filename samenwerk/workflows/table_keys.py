"""Which record a row of a table is about: by its key, by the key that this record had first, or by its title."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from samenwerk.domain.record import Record
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.verzamelingen import Verzameling
from samenwerk.domain.zinnen import som_op
from samenwerk.errors import RefusedError, SamenwerkError
from samenwerk.workflows.records import check_form, check_free, choose_sleutel
from samenwerk.workflows.table_columns import SLEUTELKOLOM


class Records(NamedTuple):
    """The records of a collection as the rows of a table may name them, and the keys that stand in that table."""

    samenwerking: Samenwerking
    verzameling: Verzameling
    op_sleutel: Mapping[str, Record]
    op_eerste_sleutel: Mapping[str, str]
    op_titel: Mapping[str, Sequence[str]]
    in_tabel: frozenset[str]

    def find_sleutel(self, cellen: Mapping[str, str]) -> str:
        """The key of the record that a row is about, or of the new one that it makes.

        Raises `RefusedError` for a row of which nobody can tell, or whose key cannot be.
        """
        sleutel, titel = cellen.get(SLEUTELKOLOM, ""), cellen.get(self.verzameling.titelveld.naam, "")
        if sleutel in self.op_sleutel:
            return sleutel
        if sleutel in self.op_eerste_sleutel:
            return self.op_eerste_sleutel[sleutel]
        if not titel:
            melding = f"Hier ontbreekt “{self.verzameling.titelveld.naam}”: {self.verzameling.titelveld.uitleg}"
            raise RefusedError(melding, "Vul dat in, of de korte naam van wat al in het dossier staat.")
        return self._find_by_title(sleutel, titel) or self._choose_new(sleutel, titel)

    def _find_by_title(self, sleutel: str, titel: str) -> str:
        """The record with this title; empty for none. One with another key than the row has is no copy, but was renamed."""
        zelfde = [gevonden for gevonden in self.op_titel.get(titel, ()) if not (sleutel and gevonden in self.in_tabel)]
        if not zelfde:
            return ""
        if len(zelfde) == 1 and not sleutel:
            return zelfde[0]
        welke = som_op([f"“{gevonden}”" for gevonden in zelfde], "of")
        raise RefusedError(
            f"“{titel}” staat al in het dossier, met de korte naam {welke}.", f"Zet die in de kolom “{SLEUTELKOLOM}”."
        )

    def _choose_new(self, sleutel: str, titel: str) -> str:
        sleutel = sleutel or choose_sleutel(self.samenwerking, self.verzameling, titel)
        try:
            check_form(sleutel)
            check_free(self.samenwerking, self.verzameling, sleutel)
        except SamenwerkError as error:
            # Their advice is an option of a command; here the remedy is a cell.
            raise RefusedError(error.melding, f"Zet een andere korte naam in de kolom “{SLEUTELKOLOM}”.") from None
        return sleutel


def index_records(samenwerking: Samenwerking, verzameling: Verzameling, in_tabel: frozenset[str]) -> Records:
    """The records of a collection, found once for all rows of a table in which these keys stand."""
    records: Mapping[str, Record] = getattr(samenwerking, verzameling.veld)
    titels: dict[str, list[str]] = {}
    for sleutel, record in records.items():
        titels.setdefault(getattr(record, verzameling.titelveld.naam), []).append(sleutel)
    eerste = {getattr(record, "heette", ""): sleutel for sleutel, record in records.items()}
    eerste.pop("", None)
    return Records(samenwerking, verzameling, records, eerste, titels, in_tabel)
