"""Three files made one: two changed versions and the one they came of, as git hands them over or as a person names them."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from samenwerk.errors import DossierError, Pad, show_pad
from samenwerk.storage.file_errors import name_of
from samenwerk.storage.files import read_anywhere
from samenwerk.storage.git import merge_by_lines
from samenwerk.storage.merging.merging import Botsing
from samenwerk.storage.merging.smelt import Gesmolten, Markers, smelt
from samenwerk.storage.yaml_tree import Plain
from samenwerk.workflows.intern import COVER

_WIDTH = 60
"""How much of a text is told where it is only to be recognised."""


class Plaats(NamedTuple):
    """A place that both sides changed, each in its own way: what people call it, and what either made of it."""

    pad: Pad
    naam: str
    ons: str
    hun: str


class Samengevoegd(NamedTuple):
    """What came of it, and the places where a person must choose; with none of them it may still have markers."""

    inhoud: bytes
    plaatsen: Sequence[Plaats]
    heeft_markers: bool


def merge_files(basis: Path, ons: Path, hun: Path, markers: Markers) -> Samengevoegd:
    """Two versions made one. Raises `DossierError` for a file that is not there or cannot be read."""
    inhoud = read_three(basis, ons, hun)
    if inhoud[0] in inhoud[1:] or inhoud[1] == inhoud[2]:
        gesmolten = smelt(*inhoud)
    else:
        gesmolten = smelt(*inhoud, regels=merge_by_lines(basis, ons, hun), markers=markers)
    return Samengevoegd(gesmolten.inhoud, _describe(gesmolten, inhoud[1]), gesmolten.heeft_markers)


def read_three(*paths: Path) -> list[bytes]:
    """What is in the files. Raises `DossierError` for one that is not there or cannot be read."""
    return [_read(path) for path in paths]


def _read(path: Path) -> bytes:
    inhoud = read_anywhere(path)
    if inhoud is None:
        raise DossierError(f"{name_of(path)} is er niet.", "Controleer de naam van het bestand, en de map waarin het staat.")
    return inhoud


def _describe(gesmolten: Gesmolten, ons: bytes) -> list[Plaats]:
    return [describe_botsing(botsing, ons) for botsing in gesmolten.botsingen]


def describe_botsing(botsing: Botsing, ons: bytes, width: int = _WIDTH) -> Plaats:
    """A place in words, with so much of its texts; in a file that is no dossier its names are all there is."""
    from samenwerk.domain.plaatsen import name_plaats
    from samenwerk.domain.samenwerking import Samenwerking
    from samenwerk.storage.merging.versions import read_version
    from samenwerk.storage.reader import read_samenwerking

    version = read_version(ons)
    if version is None or botsing.pad[0] not in Samenwerking.velden:
        return Plaats(botsing.pad, show_pad(botsing.pad), quote(botsing.ons, width), quote(botsing.hun, width))
    naam = name_plaats(read_samenwerking(version.tree)[0], botsing.pad)
    if _is_intern(botsing.pad):
        return Plaats(botsing.pad, naam, COVER, COVER)
    return Plaats(botsing.pad, naam, quote(botsing.ons, width), quote(botsing.hun, width))


def _is_intern(pad: Pad) -> bool:
    """Whether what stands there may be for the facilitator alone: no screen has it unasked."""
    from samenwerk.domain.record import Record, find_veld
    from samenwerk.domain.samenwerking import Samenwerking

    velden = (find_veld(Samenwerking, pad[:length]) for length in range(1, len(pad) + 1))
    return any(veld.record.is_intern is not Record.is_intern for veld in velden if veld and veld.record)


def quote(plain: Plain | None, width: int = _WIDTH) -> str:
    """What stands at a place, short enough to be recognised."""
    from textwrap import shorten

    tekst = shorten(", ".join(_list_texts(plain)), width, placeholder=" …")
    return f"“{tekst}”" if tekst else "niets"


def _list_texts(plain: Plain | None) -> list[str]:
    """The texts of a list; of a record what it is known by."""
    if isinstance(plain, str):
        return [plain] if plain else []
    if isinstance(plain, dict):
        return next((texts for texts in map(_list_texts, plain.values()) if texts), [])
    return [tekst for item in plain or () for tekst in _list_texts(item)]
