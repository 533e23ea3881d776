"""Where the group stands, on one screen of 80 columns and 24 lines, whatever the dossier holds.

So every part has a most number of lines, and what is not shown is counted. All of it stands on the whole page.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from samenwerk.cli.commands.status.words import KOPPEN, SIGNS, describe_file, describe_place, describe_weg
from samenwerk.cli.remedies import hint, say
from samenwerk.cli.screen import shorten, show, terminal_width
from samenwerk.cli.wrapping import hold
from samenwerk.errors import Remedy

if TYPE_CHECKING:
    from samenwerk.workflows.status import Documentstand, Status, Voorwaardestand

Part = TypeVar("Part")

_COLUMNS, _LINES = 80, 22
"""The terminal that every page fits on, less the line of the command and the one that comes after."""

_MOST_GAPS, _MOST_DOCUMENTS = 7, 3


class _Line(NamedTuple):
    text: str
    style: str = ""
    indent: int = 0

    @property
    def height(self) -> int:
        """How many lines of the terminal it takes."""
        return len(self.text) // (_COLUMNS - 4 - self.indent) + 1


def show_overview(stand: "Status") -> None:
    """The short page, with blank lines where there is room for them."""
    blocks = [list(block(stand)) for block in (_tell_place, _tell_voorwaarden, _tell_documents, _tell_rest, _tell_next)]
    blocks = [block for block in blocks if block]
    is_roomy = sum(line.height for block in blocks for line in block) + len(blocks) - 1 <= _LINES
    for number, block in enumerate(blocks):
        if number and is_roomy:
            show()
        for line in block:
            show(line.text, style=line.style, indent=line.indent, hang=2)


def _cut(text: str, style: str = "", indent: int = 0, lines: int = 1) -> _Line:
    """A text with what people wrote, cut where it would take more lines; on a narrow screen it is wrapped instead."""
    return _Line(shorten(" ".join(text.split()), lines * _width(indent) - (lines - 1) * 10), style, indent)


def _width(indent: int) -> int:
    """The columns that one line has; on a narrow screen it is wrapped, and still no longer than elsewhere."""
    return max(terminal_width(), _COLUMNS) - 4 - indent


def _cut_some(parts: Sequence[Part], most: int, describe: Callable[[Part], _Line], meer: str) -> Iterator[_Line]:
    """A line for each part, as many as may be; the last line counts the others."""
    shown = parts if len(parts) <= most else parts[: most - 1]
    yield from map(describe, shown)
    if len(parts) > len(shown):
        yield _Line(f"En nog {len(parts) - len(shown)} {meer}.", indent=describe(parts[0]).indent)


def _tell_place(stand: "Status") -> Iterator[_Line]:
    yield _cut(stand.samenwerking.naam, "kop")
    yield _Line(describe_place(stand))
    yield _Line(describe_weg(stand.samenwerking))
    yield _Line(stand.fase.kernvraag, "nu")


def _tell_voorwaarden(stand: "Status") -> Iterator[_Line]:
    """How many are met, and what is missing for each of the others."""
    for niveau, kop in KOPPEN.items():
        voorwaarden = stand.voorwaarden_of(niveau)
        gaps = [voorwaarde for voorwaarde in voorwaarden if voorwaarde.openingen]
        if voorwaarden:
            klaar = f"{len(voorwaarden) - len(gaps)} van {len(voorwaarden)} klaar"
            yield _Line(f"{kop}: {klaar}", "open" if gaps else "goed")
        yield from _cut_some(gaps, _MOST_GAPS, _describe_gap, "nog te doen")


def _describe_gap(stand: "Voorwaardestand") -> _Line:
    from samenwerk.domain.gemis import IN_TE_VULLEN
    from samenwerk.domain.voorwaarden import group_gaten
    from samenwerk.domain.zinnen import som_op

    gaten, titel = [opening.gat for opening in stand.openingen], stand.voorwaarde.titel
    if len(gaten) > 1 and all(gat.wat for gat in gaten):
        wat = f": nog {len(gaten)}: {som_op([gat.wat for gat in gaten])}"
    elif any(gat.wat == titel.lower() for gat in gaten):
        wat = ""
    else:
        zinnen = (zin.removeprefix(f"{IN_TE_VULLEN}: ").rstrip(".") for zin, _ in group_gaten(gaten))
        wat = f": {'; '.join(zinnen)}"
    regel = f"{SIGNS[stand.voorwaarde.niveau]} nog te doen: {titel}"
    # A sentence that is cut before it comes to the point says less than the title alone; of a list the first ones help.
    fits = len(gaten) > 1 or len(regel + wat) <= _width(2)
    return _cut(regel + wat if fits else regel, indent=2)


def _tell_documents(stand: "Status") -> Iterator[_Line]:
    from samenwerk.domain.documenten import GEEN_PROJECTFICHE

    if not stand.documenten:
        yield _Line(GEEN_PROJECTFICHE)
    yield from _cut_some(stand.documenten, _MOST_DOCUMENTS, _describe_document, "documenten van deze fase")
    if stand.eerder_vastgesteld:
        yield _cut(f"Eerder vastgesteld: {'; '.join(map(_describe_earlier, stand.eerder_vastgesteld))}")


def _describe_document(document: "Documentstand") -> _Line:
    from samenwerk.rendering.marks.colofon import ONTBREEKT, VEROUDERD

    nog_niet = sum(not (stand.instemming and stand.instemming.geldt) for stand in document.instemmingen)
    delen = [
        *_describe_damage(document),
        *([f"gewijzigd: {len(document.raakt)}"] if document.raakt else []),
        *([f"zonder instemming: {nog_niet}"] if nog_niet else []),
    ]
    if not delen or document.oordeel in (ONTBREEKT, VEROUDERD):
        delen.append(f"het bestand {describe_file(document.oordeel)}")
    return _cut(f"{document.titel}: {document.status}; {'; '.join(delen)}", lines=2)


def _describe_earlier(document: "Documentstand") -> str:
    wat = [*(["gewijzigd"] if document.raakt else []), *_describe_damage(document)]
    return f"{document.titel} ({', '.join(wat)})" if wat else document.titel


def _describe_damage(document: "Documentstand") -> list[str]:
    """What is amiss with the files of a document."""
    from samenwerk.rendering.marks.colofon import BEWERKT, ONLEESBAAR

    soorten = {BEWERKT: document.bewerkt, ONLEESBAAR: document.onleesbaar}
    return [
        f"{wat}: {path.rpartition('/')[2]}"
        for wat, paths in soorten.items()
        for path in ([document.pad, *paths] if document.oordeel == wat else paths)
    ]


def _tell_rest(stand: "Status") -> Iterator[_Line]:
    """What lies outside this fase."""
    if stand.git:
        yield _Line(f"Git: {stand.git} (meer: {hold(say(Remedy('git controleer')))})", "open")
    if stand.op_te_volgen:
        yield _cut(f"Wat aandacht vraagt: {len(stand.op_te_volgen)}. Eerst: {stand.op_te_volgen[0].melding}")
    if velden := stand.onbekende_velden:
        meer = f" (en nog {len(velden) - 1})" if velden[1:] else ""
        naam = shorten(str(velden[0].pad[-1]), 24)
        yield _Line(f"Onbekend veld “{naam}” op regel {velden[0].regel}{meer}: {hold(say(Remedy('controleer')))}")
    if anders := stand.anders_gelezen:
        meer = f" en nog {len(anders) - 1} worden" if anders[1:] else " wordt"
        yield _Line(f"Regel {anders[0].regel}{meer} anders gelezen dan bedoeld: {hold(say(Remedy('controleer')))}")


def _tell_next(stand: "Status") -> Iterator[_Line]:
    yield _Line(hint(stand.volgende), "kop")
    yield _Line(hint(("Alles, met wat er bij elk punt te doen is: ", Remedy("status", met={"alles": ""}))), "stil")
