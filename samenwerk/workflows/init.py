"""Beginning a dossier."""

import re
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import NamedTuple

from samenwerk.domain.fasen import FASE_IDS, Fase, fase_of
from samenwerk.domain.partners import KERN
from samenwerk.domain.record import DEEL, LIJST, RECORDS, VERWIJZINGEN, WOORDEN, Record, Veld
from samenwerk.domain.samenwerking import FORMAAT, Samenwerking
from samenwerk.domain.sleutels import make_sleutel
from samenwerk.domain.taal import capitalize
from samenwerk.errors import RefusedError, Remedy, SamenwerkError
from samenwerk.storage.dossier import DOSSIER_NAME, Dossier, check_no_dossier_elsewhere
from samenwerk.storage.read_once import ReadOnce
from samenwerk.storage.writing.replace import replace_files
from samenwerk.storage.writing.replacement import Replacement, check_replacements
from samenwerk.storage.writing.unfinished import finish_unfinished
from samenwerk.storage.writing.work_folder import remove_work_folder
from samenwerk.storage.yaml_changes import Change, Set
from samenwerk.workflows.changes import try_changes
from samenwerk.workflows.diff import show_file_diff
from samenwerk.workflows.git_files import GIT_FILES, add_lines
from samenwerk.workflows.identity import choose_id
from samenwerk.workflows.references import read_fase
from samenwerk.workflows.schema import MODELINE, SCHEMA_NAME, format_schema, read_schema


class Begin(NamedTuple):
    """What is known at the start."""

    naam: str
    datum: date
    organisaties: tuple[str, ...] = ()
    """Who began: the first of them is the initiatiefnemer."""
    idee: str = ""
    begeleider: str = ""
    fase: str = ""
    taal: str = ""


def name_of_folder(folder: Path) -> str:
    """A name for the collaboration made of the name of its folder."""
    name = "".join(sign for sign in folder.resolve().name if sign.isprintable())
    words = re.sub(r"[-_ ]+", " ", name).strip()
    return capitalize(words) or "Nieuwe samenwerking"


def check_can_create(folder: Path) -> None:
    """Raise `RefusedError` when there is a dossier in this folder already, or something that is no folder.

    Raises `NotArrivedError` when there is one that was not brought here yet, or under another name.
    """
    if (folder / DOSSIER_NAME).exists() or (folder / DOSSIER_NAME).is_symlink():
        raise RefusedError(
            f"In deze map is al een dossier: {DOSSIER_NAME}.",
            ("Kies een andere map, of bekijk het met: ", Remedy("status")),
        )
    if folder.exists() and not folder.is_dir():
        raise RefusedError(f"{folder.name} is een bestand en geen map.", "Kies een andere naam.")
    check_no_dossier_elsewhere(folder)


def create_dossier(folder: Path, begin: Begin, *, proef: bool) -> dict[str, str]:
    """Write a new dossier, and beside it the schema for editors and what git must know.

    Returns the files that were written, each with its diff. Raises `RefusedError` when there is a dossier already or another
    file in the place of the schema, `WrongUsageError` for a fase that is none.
    """
    if not proef:
        finish_unfinished(folder)
    check_can_create(folder)
    fase = read_fase(begin.fase) if begin.fase else fase_of(FASE_IDS[0])
    return write_beginning(folder, _fill(folder, begin, fase).tree.text.encode(), proef=proef)


def write_beginning(folder: Path, content: bytes, before: bytes | None = None, *, proef: bool) -> dict[str, str]:
    """Write a dossier, in the place of what stood there `before`, with the schema and what git must know beside it.

    Returns the files that were written, each with its diff. Raises `RefusedError` for another file in the place of the schema.
    """
    files = ReadOnce(folder)
    old = {DOSSIER_NAME: before, SCHEMA_NAME: read_schema(files), **{name: files.read(name) for name in GIT_FILES}}
    new = {
        DOSSIER_NAME: content,
        SCHEMA_NAME: format_schema().encode(),
        **{name: add_lines(name, old[name]) for name in GIT_FILES},
    }
    changed = [name for name in new if new[name] != old[name]]
    # The dossier last: until it is there, `init` can be given again.
    replacements = [Replacement(folder / name, new[name], old[name]) for name in reversed(changed)]
    if proef:
        check_replacements(folder, replacements)
    else:
        _write(folder, replacements)
    return {name: show_file_diff(old[name], new[name], name) for name in changed}


def keep_begin(folder: Path, begin: Begin, names: list[str]) -> None:
    """Keep the dossier as it begins, as the first of its versions. Raises `RefusedError` when that cannot be."""
    from samenwerk.storage.history import begin_history, can_begin_history

    if not can_begin_history(folder):
        raise RefusedError(
            "Het dossier is begonnen, maar vroegere versies ervan worden hier niet bewaard.",
            "Het programma git ontbreekt, of deze map ligt al in een map waarvan git de versies bewaart.",
        )
    begin_history(folder, names, f"Begin van {begin.naam}")


def _write(folder: Path, replacements: list[Replacement]) -> None:
    """Write the files in the folder, which is made when there is none; where they cannot be written no folder stays behind."""
    made = [each for each in (folder, *folder.parents) if not each.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise RefusedError(f"De map {folder} kan niet gemaakt worden.", "Controleer of u daar mag schrijven.") from None
    try:
        replace_files(folder, replacements)
    except SamenwerkError:
        if made:
            remove_work_folder(folder)
        for each in made:
            with suppress(OSError):
                each.rmdir()
        raise


def _fill(folder: Path, begin: Begin, fase: Fase) -> Dossier:
    changes: list[Change] = [Set(("naam",), " ".join(begin.naam.split()))]
    namen = [naam for naam in (" ".join(organisatie.split()) for organisatie in begin.organisaties) if naam]
    partners = {make_sleutel(naam, "partner"): naam for naam in namen}
    changes += [Set(("partners", sleutel), {"naam": naam, "soort": KERN}) for sleutel, naam in partners.items()]
    velden = {
        "initiatiefnemer": next(iter(partners), ""),
        "idee": begin.idee,
        "begeleider": begin.begeleider,
        "taal": begin.taal,
    }
    changes += [Set((veld,), waarde.strip()) for veld, waarde in velden.items() if waarde.strip()]
    empty = Dossier(folder, write_empty(begin.datum, fase, choose_id()).encode())
    return try_changes(empty, changes)


def write_empty(datum: date, fase: Fase, id_: str) -> str:
    """A dossier with every field and a word of explanation, and nothing filled in but where it starts."""
    filled = {
        "formaat": f"formaat: {FORMAAT}",
        "id": f"id: {id_}",
        "naam": "naam: Nieuwe samenwerking",
        "fase": f"fase: {fase.id}",
        "toestand": "toestand: actief",
        "verloop": f"verloop:\n  - datum: {datum.isoformat()}\n    naar: {fase.id}",
    }
    parts = [_HEADER]
    for naam, veld in Samenwerking.velden.items():
        if naam == "documenten":
            # Written when a document is adopted, not by hand.
            continue
        parts.append("\n".join([f"# {veld.uitleg}", filled.get(naam, f"{naam}:"), *_explain(veld, naam in filled)]))
    return "\n\n".join(parts) + "\n"


_HEADER = f"""\
{MODELINE}
# Het dossier van een samenwerking. Vul in wat u weet; de rest mag leeg blijven.
# Een lange tekst begint met >- en staat op de regels eronder, ingesprongen.
# Bij lijsten en partners staat een voorbeeld achter #: haal de # weg bij wat u invult, en laat de spaties staan.
# Schrijf functies en geen namen van mensen. Controleer met: samenwerk controleer"""


def _explain(veld: Veld, filled: bool) -> list[str]:
    """An example of what goes below a field, as comment lines that become YAML when their # is taken away."""
    if filled:
        return []
    if veld.soort == WOORDEN:
        return ["#  woord: wat de partners eronder verstaan"]
    if veld.soort == RECORDS and veld.record is not None:
        return [f"#  sleutel:   # {_SLEUTEL_HINT}", *_explain_fields(veld.record, 4)]
    return _explain_inside(veld, 2)


_SLEUTEL_HINT = "een kort eigen woord in kleine letters, zoals: stad"


def _explain_inside(veld: Veld, indent: int) -> list[str]:
    """The example below the name of a field that holds more than one text."""
    if veld.soort in (LIJST, VERWIJZINGEN):
        return [f"#{' ' * indent}-   # Een punt per regel."]
    if veld.record is None:
        return []
    if veld.soort == DEEL:
        return _explain_fields(veld.record, indent)
    first, *rest = _explain_fields(veld.record, indent + 2)
    return [f"#{' ' * indent}- {first[indent + 3 :]}", *rest]


def _explain_fields(record: type[Record], indent: int) -> list[str]:
    return [
        line
        for naam, veld in record.velden.items()
        for line in (f"#{' ' * indent}{naam}:   # {_hint(veld)}", *_explain_inside(veld, indent + 2))
    ]


def _hint(veld: Veld) -> str:
    return f"{veld.uitleg} Kies: {' | '.join(veld.keuzes)}" if veld.keuzes else veld.uitleg
