"""The way of the group as a drawing: the fasen as stations of a railway, and every way back as a track beside it.

It stands upright, so that it is as readable on a telephone as on paper, and so that a long way makes it longer, not wider.
It is drawn in the colour of the text around it; a stylesheet may give the tracks another.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from html import escape
from itertools import pairwise
from typing import NamedTuple

from samenwerk.domain.datums import show_datum
from samenwerk.domain.fasen import BEGONNEN, FASEN, NOG_NIET, TERUG, Fase, describe_toestand, fase_of, next_fase, step_soort
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.tijdlijn import Stap
from samenwerk.domain.zinnen import rangtelwoord, som_op
from samenwerk.rendering.text.plain import as_line

_WIDTH = 328
"""What a telephone has beside its margins; wider drawings would make the letters smaller."""

_TOP, _STATION, _ROW = 18, 58, 22
"""The height of the first station, and how much a station and a way back below it take."""

_FIRST_ROW, _BOTTOM = 44, 32
_RADIUS, _RING, _TIP = 11, 15, 17
_CURVE, _HEAD = 6, 5
_NEAREST = _TIP + _HEAD + _CURVE
"""How far the nearest track lies from the rail."""

_LANE, _ALL_LANES = 14, 56
"""How far tracks lie apart, and all the room they may take: the longest line of text needs the rest."""

_NOT_REACHED, _ONLY_BEGUN = ' stroke-dasharray="2 4"', ' stroke-dasharray="9 3"'


class _Terugweg(NamedTuple):
    """One way back, and where on the rail it begins and ends."""

    datum: date | None
    van_y: int
    naar_y: int


def draw_rail(samenwerking: Samenwerking) -> str:
    """The drawing as SVG, with the way told in words for who does not see it."""
    stations, terugwegen = _lay_out(samenwerking.verloop)
    lanes = _divide_lanes(terugwegen)
    between = min(_LANE, _ALL_LANES / max(lanes, default=1))
    x = round(_NEAREST + between * max(lanes)) if lanes else _TIP
    end = max(stations[FASEN[-1].id], *(weg.van_y for weg in terugwegen), 0)
    lines = [
        f'<svg class="rail" viewBox="0 0 {_WIDTH} {end + _BOTTOM}" role="img" aria-labelledby="rail_titel"'
        ' aria-describedby="rail_uitleg" fill="none" stroke="currentColor" stroke-width="2" font-size="13">',
        f'<title id="rail_titel">{_escape(f"De weg van {samenwerking.naam}")}</title>',
        f'<desc id="rail_uitleg">{_escape(tell_weg(samenwerking))}</desc>',
        *_draw_rail(samenwerking, [*stations.values(), end], x),
    ]
    for weg, lane in zip(terugwegen, lanes, strict=True):
        lines += _draw_terugweg(weg, x, round(x - _NEAREST - between * (lane - 1), 1))
    for fase in FASEN:
        lines += _draw_station(samenwerking, fase, x, stations[fase.id])
    return "\n".join([*lines, "</svg>", ""])


def tell_weg(samenwerking: Samenwerking) -> str:
    """The way of the group in words, from its first step to where it stands; empty when it has not begun."""
    if not samenwerking.verloop:
        return ""
    eerste = samenwerking.verloop[0]
    zinnen = [f"De groep begon{_show_dag(eerste.datum)} in de fase {fase_of(eerste.naar).naam}."]
    if stappen := [_tell_stap(vorige, stap) for vorige, stap in pairwise(samenwerking.verloop)]:
        zinnen.append(f"Daarna ging de groep {som_op(stappen)}.")
    ronde = samenwerking.ronde(samenwerking.fase)
    hier = f"in de fase {fase_of(samenwerking.fase).naam}{f', voor de {rangtelwoord(ronde)} keer' if ronde > 1 else ''}"
    if samenwerking.is_actief:
        zinnen.append(f"Nu staat de groep {hier}.")
    else:
        zinnen.append(f"Het laatst stond de groep {hier}. {describe_toestand(samenwerking.toestand)}.")
    return " ".join(zinnen)


def _tell_stap(vorige: Stap, stap: Stap) -> str:
    terug = "terug " if step_soort(vorige.naar, stap.naar) == TERUG else ""
    return f"{terug}naar {fase_of(stap.naar).naam}{_show_dag(stap.datum)}"


def _show_dag(dag: date | None) -> str:
    return f" op {show_datum(dag)}" if dag else ""


def _lay_out(verloop: Sequence[Stap]) -> tuple[Mapping[str, int], Sequence[_Terugweg]]:
    """The height of every station, and the ways back in the order of time within the fase they leave."""
    stations: dict[str, int] = {}
    terugwegen = []
    y = _TOP
    for fase in FASEN:
        stations[fase.id] = y
        # What lies above is laid out already: a way back always ends higher than it begins.
        weg_uit = [
            stap for vorige, stap in pairwise(verloop) if (vorige.naar, TERUG) == (fase.id, step_soort(fase.id, stap.naar))
        ]
        for row, stap in enumerate(weg_uit):
            terugwegen.append(_Terugweg(stap.datum, y + _FIRST_ROW + _ROW * row, stations[stap.naar]))
        y += _STATION + _ROW * len(weg_uit)
    return stations, terugwegen


def _divide_lanes(terugwegen: Sequence[_Terugweg]) -> list[int]:
    """The track of each way back, 1 nearest to the rail: short ones inside long ones, and none over another."""
    lanes: dict[int, int] = {}
    for here in sorted(range(len(terugwegen)), key=lambda place: terugwegen[place].van_y - terugwegen[place].naar_y):
        weg = terugwegen[here]
        taken = {
            lane
            for there, lane in lanes.items()
            if terugwegen[there].naar_y <= weg.van_y and weg.naar_y <= terugwegen[there].van_y
        }
        lanes[here] = next(lane for lane in range(1, len(terugwegen) + 1) if lane not in taken)
    return [lanes[here] for here in range(len(terugwegen))]


def _draw_rail(samenwerking: Samenwerking, heights: Sequence[int], x: int) -> Iterator[str]:
    """The rail from station to station, and below the last one as far as ways back leave it."""
    for fase, (boven, onder) in zip(FASEN, pairwise(heights), strict=True):
        verder = next_fase(fase.id)
        dash = _NOT_REACHED if verder and not samenwerking.ronde(verder.id) else ""
        if onder > boven:
            yield f'<path class="weg" d="M{x} {boven + _TIP}V{onder - (_TIP if verder else 0)}"{dash}/>'


def _draw_terugweg(weg: _Terugweg, x: int, lane_x: float) -> Iterator[str]:
    van, naar, curve = weg.van_y, weg.naar_y, lane_x + _CURVE
    yield (
        f'<path class="terug" d="M{x} {van}H{curve}Q{lane_x} {van} {lane_x} {van - _CURVE}'
        f'V{naar + _CURVE}Q{lane_x} {naar} {curve} {naar}H{x - _TIP}m-{_HEAD}-4l{_HEAD} 4l-{_HEAD} 4"/>'
    )
    yield f'<circle class="punt" cx="{x}" cy="{van}" r="3" fill="currentColor"/>'
    yield _write(x + _RADIUS + 10, van + 4, f"terug{_show_dag(weg.datum)}")


def _draw_station(samenwerking: Samenwerking, fase: Fase, x: int, y: int) -> Iterator[str]:
    ronde = samenwerking.ronde(fase.id)
    hier = fase.id == samenwerking.fase
    voortgang = samenwerking.voortgang(fase.id)
    dash = {NOG_NIET: _NOT_REACHED, BEGONNEN: _ONLY_BEGUN}.get(voortgang, "")
    yield f'<circle class="weg" cx="{x}" cy="{y}" r="{_RADIUS}"{dash}/>'
    if hier:
        yield f'<circle class="weg" cx="{x}" cy="{y}" r="{_RING}"/>'
    yield _write(x, y + 5, str(fase.nummer), ' text-anchor="middle" font-weight="600"')
    yield _write(x + _RADIUS + 10, y + 1, fase.naam, f' font-size="14" font-weight="{700 if hier else 400}"')
    staat = "staat de groep nu" if samenwerking.is_actief else "stond de groep het laatst"
    uitleg = f"ronde {ronde}, hier {staat}" if hier else f"{voortgang}, ronde {ronde}" if ronde else "nog niet bereikt"
    yield _write(x + _RADIUS + 10, y + 18, uitleg)


def _write(x: int, y: int, text: str, style: str = "") -> str:
    return f'<text x="{x}" y="{y}" fill="currentColor" stroke="none"{style}>{_escape(text)}</text>'


def _escape(text: str) -> str:
    return escape(as_line(text))
