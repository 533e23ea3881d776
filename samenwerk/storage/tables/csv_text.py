"""Tables as text: written as Excel opens them here, read as the usual programs save them."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from itertools import count
from textwrap import shorten

from samenwerk.errors import Bevinding, RefusedError
from samenwerk.storage.foreign_text import decode_text, find_doubtful
from samenwerk.storage.merge_markers import check_merge_markers
from samenwerk.storage.tables.kinds import check_text
from samenwerk.storage.tables.table import Rij, Tabel, build_tabel, guard

_SEPARATORS = ";,\t|"
_TOLD = re.compile(r'"?sep=(.)"?', re.IGNORECASE)
"""The first line by which Excel is told the separator."""

_QUOTED = re.compile(r' *"((?:[^"]|"")*+)" *')


def format_csv(kolommen: Sequence[str], rijen: Iterable[Sequence[str]]) -> bytes:
    """A table as bytes: `;` between the cells, for a Dutch Excel, and a mark that it is UTF-8.

    A cell that a spreadsheet would take for a formula gets an apostrophe before it, which `parse_csv` takes off again.
    """
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    writer.writerow(kolommen)
    writer.writerows([guard(cel) for cel in rij] for rij in rijen)
    return buffer.getvalue().encode("utf-8-sig")


def parse_csv(content: bytes, naam: str) -> Tabel:
    """The table in a text called `naam`, with in `fouten` each cell of which nobody can tell where it ends.

    Raises `RefusedError` when it is no table, is empty or holds two versions.
    """
    tekst = decode_text(content)
    check_text(tekst, naam)
    for bevinding in check_merge_markers(tekst):
        raise RefusedError(f"{naam}: {bevinding.melding}", bevinding.oplossing)
    scheiding, tekst = _find_separator(tekst)
    rijen, fouten = _split_rows(tekst, scheiding)
    return build_tabel(map(Rij, count(1), rijen), naam)._replace(fouten=fouten, twijfel=find_doubtful(content))


def _find_separator(tekst: str) -> tuple[str, str]:
    """What parts the cells, and the text without a line that only tells that."""
    eerste, _, verder = tekst.partition("\n")
    verteld = _TOLD.fullmatch(eerste)
    if verteld:
        return verteld[1], verder
    kop = re.sub(r'"[^"]*"', "", next(filter(str.strip, tekst.split("\n")), ""))
    return max(_SEPARATORS, key=kop.count), tekst


def _split_rows(tekst: str, scheiding: str) -> tuple[list[list[str]], list[Bevinding]]:
    """The cells of every row. Of a row with a quote out of place only its number is left, and a finding."""
    # The reader of Python takes such a quote for what it may be, and tells nobody.
    rijen: list[list[str]] = []
    fouten: list[Bevinding] = []
    rij: list[str] = []
    plaats = 0
    while plaats <= len(tekst):
        regeleinde = _find(tekst, "\n", plaats, len(tekst))
        quoted = _QUOTED.match(tekst, plaats)
        einde = quoted.end() if quoted else _find(tekst, scheiding, plaats, regeleinde)
        cel = quoted[1].replace('""', '"') if quoted else tekst[plaats:einde]
        if tekst[einde : einde + 1] not in ("", "\n", scheiding) or (not quoted and '"' in cel):
            fouten.append(_tell_quote(cel, regel=len(rijen) + 1, kolom=len(rij) + 1))
            rij, einde = [], regeleinde
        else:
            rij.append(cel)
        if tekst[einde : einde + 1] != scheiding:
            rijen.append(rij)
            rij = []
        plaats = einde + 1
    return rijen, fouten


def _find(tekst: str, teken: str, begin: int, einde: int) -> int:
    found = tekst.find(teken, begin, einde)
    return einde if found < 0 else found


def _tell_quote(cel: str, regel: int, kolom: int) -> Bevinding:
    bij = shorten(cel.lstrip(' "').partition("\n")[0], 30, placeholder="…")
    melding = f"Het aanhalingsteken in kolom {kolom}, bij “{bij}”, opent of sluit geen cel."
    oplossing = 'Haal het weg. Of zet een " voor en achter de hele cel, en schrijf elk aanhalingsteken daarbinnen dubbel: "".'
    return Bevinding("aanhalingsteken", melding, oplossing, regel=regel, kolom=kolom)
