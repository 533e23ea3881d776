"""What a person who comes in sees: the first things to do in a dossier, and the dossiers that lie below a folder."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from samenwerk.domain.fasen import describe_toestand, next_fase
from samenwerk.domain.voorwaarden import VEREIST
from samenwerk.errors import Remedy, SamenwerkError
from samenwerk.rendering.marks.colofon import ONTBREEKT, VEROUDERD
from samenwerk.storage.dossier import find_below, read_dossier
from samenwerk.workflows.status import Status, build_status

MOST_TAKEN = 3

_ASKED_ELSEWHERE = ("gesprekken", "documenten")
"""Fields about which the interview asks nothing: a gesprek is noted when it was held, a document is made."""


class Taak(NamedTuple):
    """Something to do now: what, in a few words, and how."""

    wat: str
    remedy: Remedy


class Gevonden(NamedTuple):
    """A dossier below a folder: where it lies, seen from there, its name, where the group stands, and what is first.

    One that cannot be read has only the name of its folder, and `fout` says why.
    """

    folder: Path
    naam: str
    fase: str = ""
    eerst: str = ""
    fout: str = ""


def find_taken(stand: Status) -> list[Taak]:
    """The first things to do, most urgent first."""
    return list(_find_all(stand))[:MOST_TAKEN]


def _find_all(stand: Status) -> Iterator[Taak]:
    if not stand.samenwerking.is_actief:
        yield Taak("De samenwerking weer beginnen", Remedy("heropen"))
        yield Taak("Teruglezen wat er gebeurde", Remedy("logboek"))
        yield Taak("Alles over deze samenwerking bekijken", Remedy("status", met={"alles": ""}))
        return
    gaten = [opening for voorwaarde in stand.voorwaarden_of(VEREIST) for opening in voorwaarde.openingen]
    gevraagd = [opening for opening in gaten if opening.gat.pad[0] not in _ASKED_ELSEWHERE]
    if gevraagd:
        yield Taak(f"Invullen wat nodig is om verder te gaan: nog {len(gevraagd)}", Remedy("vragen"))
    for opening in gaten:
        if opening.gat.pad[0] == "gesprekken" and isinstance(opening.oplossing, Remedy):
            yield Taak(f"Een gesprek noteren. {opening.gat.melding}", opening.oplossing)
            break
    if stand.op_te_volgen:
        yield Taak(f"Bekijken wat aandacht vraagt: {len(stand.op_te_volgen)}", Remedy("opvolging"))
    for document in stand.documenten:
        if document.oordeel in (ONTBREEKT, VEROUDERD):
            yield Taak(f"{document.titel} maken en bekijken", Remedy("open", waarde=document.uitgave.naam))
            break
    if not gaten and next_fase(stand.fase.id):
        yield Taak("Naar de volgende fase gaan: alles wat nodig is, is klaar", Remedy("fase volgende"))
    yield Taak("Noteren wat er gebeurde: een succes, een spanning, een besluit", Remedy("noteer"))
    yield Taak("Zien hoe de groep samen leert", Remedy("dynamiek"))


def find_dossiers(start: Path, vandaag: date) -> list[Gevonden]:
    """The dossiers below a folder, by name."""
    found = [_look_into(start, folder, vandaag) for folder in find_below(start)]
    return sorted(found, key=lambda each: each.naam.casefold())


def _look_into(start: Path, folder: Path, vandaag: date) -> Gevonden:
    seen = folder.relative_to(start)
    try:
        stand = build_status(read_dossier(folder), vandaag)
    except SamenwerkError as error:
        return Gevonden(seen, seen.name, fout=error.melding)
    is_actief = stand.samenwerking.is_actief
    waar = f"fase {stand.fase.nummer} {stand.fase.naam}"
    return Gevonden(
        seen,
        stand.samenwerking.naam,
        waar if is_actief else describe_toestand(stand.samenwerking.toestand),
        find_taken(stand)[0].wat if is_actief else "",
    )
