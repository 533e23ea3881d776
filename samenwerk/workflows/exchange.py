"""`exporteer` and `importeer`: all records of a collection as a table for a spreadsheet, and such a table back again.

Beside `sleutel` the columns are the kolommen of the collection. A list stands in one cell, each item on a line of its own; the
further lines of an item begin with two spaces.
"""

import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

from samenwerk.domain.kolommen import Kolom, list_kolommen, pad_of
from samenwerk.domain.record import ENKELVOUDIG, Record, find_veld, value_at
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.tekens import clean_tekst
from samenwerk.domain.verzamelingen import Verzameling
from samenwerk.errors import Pad, RefusedError, SamenwerkError
from samenwerk.storage.dossier import Dossier
from samenwerk.storage.tables.table import Tabel
from samenwerk.storage.tables.table_file import format_table, read_table
from samenwerk.storage.yaml_changes import Change
from samenwerk.storage.yaml_tree import Plain
from samenwerk.workflows.changes import Gewijzigd, Trial, finish, try_out
from samenwerk.workflows.kolommen import read_kolommen
from samenwerk.workflows.records import (
    begin_words,
    describe_record,
    list_records,
)
from samenwerk.workflows.redo import redo_when_changed
from samenwerk.workflows.table_columns import SLEUTELKOLOM, find_heading, name_columns, read_cells
from samenwerk.workflows.table_keys import Records, index_records
from samenwerk.workflows.values import as_plain, plan_changes, replace_list

NIEUW, ANDERS, GELIJK = "nieuw", "gewijzigd", "gelijk"
_INDENT = "  "


class Rijverslag(NamedTuple):
    """What one row does: its number, the key it is about, whether that is nieuw, gewijzigd or gelijk, and which kolommen."""

    nummer: int
    sleutel: str
    wat: str
    velden: tuple[str, ...]


class Bron(NamedTuple):
    """A table of records as it was read from a file with this name, and the day on which that was."""

    verzameling: Verzameling
    tabel: Tabel
    naam: str
    dag: date


class Invoer(NamedTuple):
    """A table that can be taken over: what each row does, and the changes of all of them together."""

    bron: Bron
    rijen: list[Rijverslag]
    changes: list[Change]


def export_records(samenwerking: Samenwerking, verzameling: Verzameling, naam: str = "") -> bytes:
    """What a file with this name holds to list every record of a collection, in the order of the dossier; without one, CSV.

    Raises what `format_table` raises.
    """
    kolommen = list_kolommen(verzameling)
    rijen = (
        [sleutel, *(_join(kolom, waarden[kolom.naam]) for kolom in kolommen)]
        for sleutel, waarden in list_records(samenwerking, verzameling)
    )
    return format_table(Path(naam), [SLEUTELKOLOM, *(kolom.naam for kolom in kolommen)], rijen, verzameling.meervoud)


def write_export(samenwerking: Samenwerking, verzameling: Verzameling, path: Path) -> None:
    """Write that file. Raises what `export_records` and `create_file` raise."""
    from samenwerk.storage.writing.replace import create_file

    create_file(path, export_records(samenwerking, verzameling, path.name))


def plan_import(dossier: Dossier, verzameling: Verzameling, path: Path, dag: date, blad: str = "") -> Invoer:
    """What the rows of a table would do. An empty cell leaves its field as it is; nothing is ever removed with its record.

    Raises `RefusedError` with everything that is wrong, each with the number of its row, and what `read_table` raises.
    """
    return _plan_rows(dossier, Bron(verzameling, find_heading(read_table(path, blad), verzameling), path.name, dag))


def _plan_rows(dossier: Dossier, bron: Bron) -> Invoer:
    verzameling, tabel, bestand, dag = bron
    kolommen, problems = name_columns(tabel, verzameling, bestand)
    problems += tabel.fouten
    gelezen = [read_cells(kolommen, rij, verzameling) for rij in tabel.rijen]
    in_tabel = frozenset(cellen.get(SLEUTELKOLOM, "") for cellen, _ in gelezen)
    records = index_records(dossier.samenwerking, verzameling, in_tabel)
    invoer = Invoer(bron, [], [])
    rij_van: dict[str, int] = {}
    for rij, (cellen, wrong) in zip(tabel.rijen, gelezen, strict=True):
        problems += wrong
        try:
            verslag, changes = _plan_row(records, rij.nummer, cellen, dag)
            if verslag.sleutel in rij_van:
                melding = f"De korte naam “{verslag.sleutel}” staat ook op rij {rij_van[verslag.sleutel]}."
                raise RefusedError(melding, "Houd één rij over, of geef een andere korte naam.")
        except SamenwerkError as error:
            problems += [bevinding._replace(regel=rij.nummer) for bevinding in error.as_bevindingen()]
            continue
        rij_van[verslag.sleutel] = rij.nummer
        invoer.rijen.append(verslag)
        invoer.changes.extend(changes)
    if problems:
        samen = [problem._replace(bestand=bestand) for problem in sorted(problems, key=lambda problem: problem.regel)]
        raise RefusedError(f"{bestand} klopt nog niet; er is niets geschreven.", bevindingen=samen)
    return invoer


def try_import(dossier: Dossier, invoer: Invoer) -> Trial:
    """The dossier with all rows in it; nothing is written yet. Raises what `try_out` raises."""
    return try_out(dossier, invoer.changes)


@redo_when_changed
def apply_import(dossier: Dossier, invoer: Invoer, trial: Trial, *, proef: bool) -> Gewijzigd:
    """Take all rows over in one write, or with `proef` only try it; `trial` is what `try_import` made of them.

    Raises what `finish` raises, and for a dossier that someone else changed meanwhile what planning and trying raise.
    """
    if trial.before is not dossier:
        trial = try_import(dossier, _plan_rows(dossier, invoer.bron))
    melding = "Het dossier is bijgewerkt." if trial.changes else "Alles was al zo; er is niets veranderd."
    return finish([trial], proef=proef).told(melding)


def _plan_row(records: Records, nummer: int, cellen: dict[str, str], dag: date) -> tuple[Rijverslag, list[Change]]:
    samenwerking, verzameling = records.samenwerking, records.verzameling
    sleutel = records.find_sleutel(cellen)
    is_nieuw = sleutel not in getattr(samenwerking, verzameling.veld)
    nu = {} if is_nieuw else describe_record(samenwerking, verzameling, sleutel).waarden
    woorden = begin_words(verzameling, dag, [naam for naam, cel in cellen.items() if cel]) if is_nieuw else {}
    kolommen = list_kolommen(verzameling)
    for kolom in kolommen:
        if kolom.naam in cellen and cellen[kolom.naam] != clean_tekst(_join(kolom, nu.get(kolom.naam, []))).strip():
            woorden[kolom.naam] = _split(kolom, cellen[kolom.naam])
    # As if of no record: what is wrong with a cell is told by its column, for whoever mends it looks in the table.
    per_kolom = read_kolommen(samenwerking, (), kolommen, woorden)
    gelezen = {(verzameling.veld, sleutel, *pad): waarde for pad, waarde in per_kolom.items()}
    gelezen = {pad: _keep_intern(value_at(samenwerking, pad), waarde) for pad, waarde in gelezen.items()}
    waarden = {pad: waarde for pad, waarde in gelezen.items() if waarde != as_plain(value_at(samenwerking, pad))}
    velden = tuple(kolom.naam for kolom in kolommen if pad_of(verzameling, sleutel, kolom) in waarden)
    wat = NIEUW if is_nieuw else ANDERS if velden else GELIJK
    _keep_together(samenwerking, verzameling, sleutel, cellen, waarden)
    return Rijverslag(nummer, sleutel, wat, velden), _plan_values(samenwerking, waarden, dag)


def _keep_intern(nu: object, cel: Plain) -> Plain:
    """What a cell says of a list, with what is for the facilitator alone in its place: hardly any table ever showed that."""
    items = nu if isinstance(nu, tuple) else ()
    blijft = [as_plain(item) for item in items if isinstance(item, Record) and item.is_intern]
    if not (blijft and isinstance(cel, list)):
        return cel
    gedeeld = [item for item in cel if item not in blijft]
    samen = [plain for plain in map(as_plain, items) if plain in blijft or plain in gedeeld]
    if [item for item in samen if item not in blijft] != gedeeld[: len(samen) - len(blijft)]:
        return [*gedeeld, *blijft]
    return [*samen, *(item for item in gedeeld if item not in samen)]


def _keep_together(
    samenwerking: Samenwerking, verzameling: Verzameling, sleutel: str, cellen: dict[str, str], waarden: dict[Pad, Plain]
) -> None:
    """A deel that keeps its former values is one measurement: with one of its cells the other filled ones are said again."""
    for kolom in list_kolommen(verzameling):
        pad = pad_of(verzameling, sleutel, kolom)
        deel = find_veld(Samenwerking, pad[:-1]) if len(kolom.pad) > 1 else None
        if deel is None or not deel.bewaart or kolom.naam not in cellen or pad in waarden:
            continue
        if any(ander[:-1] == pad[:-1] for ander in waarden):
            waarden[pad] = as_plain(value_at(samenwerking, pad))


def _plan_values(samenwerking: Samenwerking, waarden: dict[Pad, Plain], dag: date) -> list[Change]:
    """A cell says all that a field holds: what no longer stands in it goes."""
    changes: list[Change] = []
    rest: dict[Pad, Plain] = {}
    for pad, waarde in waarden.items():
        nu = as_plain(value_at(samenwerking, pad))
        if isinstance(waarde, list) and isinstance(nu, list) and nu:
            changes += replace_list(pad, nu, waarde)
        else:
            rest[pad] = waarde
    return [*changes, *plan_changes(samenwerking, rest, dag)]


def _join(kolom: Kolom, woorden: list[str]) -> str:
    if kolom.veld.soort in ENKELVOUDIG:
        return "".join(woorden)
    return "\n".join(woord.replace("\n", f"\n{_INDENT}") for woord in woorden)


def _split(kolom: Kolom, cel: str) -> list[str]:
    if kolom.veld.soort in ENKELVOUDIG:
        return [cel]
    return [woord.replace(f"\n{_INDENT}", "\n") for woord in re.split(rf"\n(?!{_INDENT})", cel)]
