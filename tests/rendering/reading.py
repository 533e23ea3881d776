"""How the tests of the documents read Markdown back, as two readers do that know it, and the dossiers they make it from."""

import hashlib
import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from dossier_values import replace_at
from markdown_it import MarkdownIt
from markdown_it.token import Token

from samenwerk.domain.fasen import FASE_IDS
from samenwerk.domain.record import (
    DATUM,
    DEEL,
    GETAL,
    KEUZE,
    LIJST,
    RECORDS,
    REEKS,
    TEKST,
    VERWIJZING,
    VERWIJZINGEN,
    WOORDEN,
    Record,
    Veld,
    find_veld,
)
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.stand import Stand
from samenwerk.domain.tijdlijn import Stap
from samenwerk.domain.uitgaven import Uitgave, all_uitgaven, find_uitgaven
from samenwerk.errors import Pad
from samenwerk.rendering.templates.documents import render_uitgave
from samenwerk.storage.dossier import read_dossier
from samenwerk.storage.read_once import ReadOnce
from samenwerk.storage.templates import Templates

EXAMPLES = Path(__file__).parents[2] / "examples"
DE_BRUG = read_dossier(EXAMPLES / "brede-school-de-brug").samenwerking
OPEN_WEBCONCEPT = read_dossier(EXAMPLES / "open-webconcept").samenwerking

LEEG = Samenwerking(
    formaat=1, naam="Mijn netwerk", fase="opstart", toestand="actief", verloop=(Stap(datum=date(2026, 1, 10), naar="opstart"),)
)
"""A dossier of which only what must be there is there."""

COMMONMARK = MarkdownIt("commonmark")
TABLES = MarkdownIt("gfm-like", {"linkify": False})
"""As most readers are: CommonMark with tables and ~~struck~~ text."""

FREE_MARK = re.compile(r"<!-- (vrij|einde): [a-z]+ -->")
"""The beginning and the end of a free place."""

BUILTIN = Templates(ReadOnce(Path(__file__).parent)).find_source
"""The built-in templates only: there is no sjablonen/ here."""


def render(samenwerking: Samenwerking, naam: str) -> str:
    """The document with this name, made with the built-in template."""
    (uitgave,) = find_uitgaven(samenwerking, naam)
    return render_uitgave(Stand(samenwerking, uitgave), BUILTIN)


def render_all(samenwerking: Samenwerking) -> dict[str, str]:
    """Every document of a dossier, by its name."""
    return {uitgave.naam: render(samenwerking, uitgave.naam) for uitgave in all_uitgaven(samenwerking)}


def hash_examples() -> str:
    """A mark of every document of the examples, to compare between machines."""
    texts = [text for dossier in (DE_BRUG, OPEN_WEBCONCEPT) for text in render_all(dossier).values()]
    return hashlib.sha256("".join(texts).encode()).hexdigest()


@cache
def parse(text: str, reader: MarkdownIt) -> list[Token]:
    """What a reader makes of a document; tests ask for the same ones again and again."""
    return reader.parse(text)


class Block(NamedTuple):
    """One piece of a document that holds text: in what it stands, and what it says."""

    plaats: str
    tekst: str


def read_blocks(text: str, reader: MarkdownIt = TABLES) -> list[Block]:
    """Every paragraph, heading and cell with what it stands in: `blockquote>bullet_list>list_item>paragraph`."""
    blocks: list[Block] = []
    inside: list[str] = []
    for token in parse(text, reader):
        if token.nesting == 1:
            inside.append(token.tag if token.type == "heading_open" else token.type.removesuffix("_open"))
        elif token.nesting == -1:
            inside.pop()
        elif token.type == "html_block" and FREE_MARK.fullmatch(token.content.strip()):
            continue  # no reader shows it
        elif token.type == "inline":
            blocks.append(Block(">".join(inside), plain_text(token)))
        else:
            blocks.append(Block(">".join([*inside, token.type]), token.content))
    return blocks


def plain_text(token: Token) -> str:
    """What a person reads in a piece of text, on one line; all but text, line ends and emphasis is shown as ⟨what it is⟩."""
    shown = {"softbreak": " ", "hardbreak": " ", "strong_open": "", "strong_close": "", "em_open": "", "em_close": ""}
    children = token.children or []
    return "".join(child.content if child.type == "text" else shown.get(child.type, f"⟨{child.type}⟩") for child in children)


def read_shape(text: str, reader: MarkdownIt = TABLES) -> list[str]:
    """What a document is built of, down to its emphasis, without what it says."""
    shape = []
    for token in parse(text, reader):
        shape += [child.type for child in token.children or []] if token.type == "inline" else [token.type + token.tag]
    return shape


def read_headings(text: str) -> list[Block]:
    """The headings of a document, each with its level: `h2`."""
    return [block for block in read_blocks(text) if block.plaats in ("h1", "h2", "h3", "h4")]


def read_columns(text: str) -> list[list[str]]:
    """The heads of the columns of each table."""
    tables: list[list[str]] = []
    for token, inline in pairwise(parse(text, TABLES)):
        if token.type == "thead_open":
            tables.append([])
        elif token.type == "th_open":
            tables[-1].append(inline.content)
    return tables


def without_colofon(text: str) -> str:
    """The document above the line that carries its marks."""
    return text.rsplit("\n---\n", 1)[0]


# A dossier in which every field is filled, twice where there may be more


def fill(veld: Veld, nummer: int) -> Any:
    """A value for a field: a text no other field has, and references that name something in every collection they may."""
    if veld.record:
        return _fill_record(veld, veld.record, nummer)
    makers: dict[str, Callable[[], Any]] = {
        DATUM: lambda: date(2026, 1, 1) + timedelta(days=nummer),
        GETAL: lambda: nummer,
        KEUZE: lambda: veld.keuzes[(nummer - 1) % len(veld.keuzes)],
        LIJST: lambda: (f"{veld.naam} {nummer} eerst", f"{veld.naam} {nummer} dan"),
        WOORDEN: lambda: {
            f"{veld.verwijst[0] if veld.verwijst else 'woord'}-{plaats}": f"{veld.naam} {plaats}" for plaats in (1, 2)
        },
        VERWIJZING: lambda: f"{veld.verwijst[0 if nummer == 1 else -1]}-{nummer}",
        VERWIJZINGEN: lambda: tuple(f"{verzameling}-{plaats}" for plaats in (1, 2) for verzameling in veld.verwijst),
    }
    return makers.get(veld.soort, lambda: f"{veld.naam} {nummer}")()


def _fill_record(veld: Veld, record: type[Record], nummer: int) -> Any:
    def make(nummer: int) -> Record:
        return record(**{naam: fill(kind, nummer) for naam, kind in record.velden.items()})

    if veld.soort == DEEL:
        return make(nummer)
    return {f"{veld.naam}-{plaats}": make(plaats) for plaats in (1, 2)} if veld.soort == RECORDS else (make(1), make(2))


def fill_samenwerking() -> Samenwerking:
    """A dossier with something in every field; both partners are kernpartners still, and nothing is adopted yet."""
    vol = Samenwerking(**{naam: fill(veld, 1) for naam, veld in Samenwerking.velden.items()})
    changes: dict[Pad, object] = {
        ("partners", "partners-2", "soort"): "kern",
        ("partners", "partners-1", "tot"): None,
        ("partners", "partners-2", "tot"): None,
        ("acties", "acties-2", "doelstelling"): "",
        # One actie is done, by a partner and those behind a rol, so that it counts for principe 1.
        ("acties", "acties-2", "status"): "klaar",
        ("acties", "acties-2", "trekker"): "partners-2",
        ("acties", "acties-2", "met"): ("rollen-1", "stakeholders-2"),
        ("projecten", "projecten-1", "trekker"): "partners-2",
        # The group went back.
        ("verloop", 0, "naar"): "verkennen",
        ("verloop", 1, "naar"): "opstart",
        ("logboek", 1, "soort"): "leerwinst",
        ("evaluatiebeleid", "ritme"): "6 maanden",
        ("documenten",): {},
    }
    for pad, waarde in changes.items():
        vol = replace_at(vol, pad, waarde)
    return vol


def get_at(value: Any, pad: Pad) -> Any:
    """What a dossier holds at a pad."""
    for deel in pad:
        value = getattr(value, str(deel)) if isinstance(value, Record) else value[deel]
    return value


def other_value(value: object) -> object:
    """Another value of the same kind, and filled; what is left open in that dossier are dates."""
    if value is None:
        return date(2026, 6, 30)
    if isinstance(value, date):
        return value + timedelta(days=400)
    if value in FASE_IDS:
        return FASE_IDS[FASE_IDS.index(str(value)) - 1]
    return value + 1 if isinstance(value, int) else f"{value} anders"


def map_texts(value: Any, change: Callable[[str], str]) -> Any:
    """The same dossier with every free text changed: each text, each point of a list, each begrip and its meaning."""
    if not isinstance(value, Record):
        return value
    return type(value)(**{naam: _map_veld(value.velden[naam], inhoud, change) for naam, inhoud in value.__dict__.items()})


def _map_veld(veld: Veld, inhoud: Any, change: Callable[[str], str]) -> Any:
    if veld.soort == TEKST:
        return change(inhoud) if inhoud else inhoud
    if veld.soort == LIJST:
        return tuple(change(punt) for punt in inhoud)
    if veld.soort == WOORDEN:
        return {sleutel if veld.verwijst else change(sleutel): change(tekst) for sleutel, tekst in inhoud.items()}
    if veld.soort == RECORDS:
        return {sleutel: map_texts(record, change) for sleutel, record in inhoud.items()}
    return tuple(map_texts(record, change) for record in inhoud) if veld.soort == REEKS else map_texts(inhoud, change)


def covers(uitgave: Uitgave, pad: Pad) -> bool:
    """Whether a document is made of the value at this pad: of no spoor."""
    veld = find_veld(Samenwerking, pad)
    if veld and veld.is_spoor:
        return False
    delen = [str(deel) for deel in pad]
    bronnen = [bron.split(".") for bron in uitgave.velden]
    return any(
        len(bron) <= len(delen) and all(deel in ("*", hier) for deel, hier in zip(bron, delen, strict=False))
        for bron in bronnen
    )
