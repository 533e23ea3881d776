"""The drawing of the way of a group: every fase a station, every way back a track, and all of it told in words."""

from datetime import date
from xml.etree import ElementTree as ET

import pytest
from dossier_values import replace_at
from reading import DE_BRUG, LEEG

from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.tijdlijn import Stap
from samenwerk.rendering.forms.rail import draw_rail, tell_weg

SVG = "{http://www.w3.org/2000/svg}"


def walk(*fasen: str, toestand: str = "actief") -> Samenwerking:
    """A group that went this way, a step a month."""
    verloop = tuple(Stap(naar=fase, datum=date(2026, month, 3)) for month, fase in enumerate(fasen, start=1))
    return Samenwerking(formaat=1, naam="Mijn netwerk", fase=fasen[-1], toestand=toestand, verloop=verloop)


def read(samenwerking: Samenwerking) -> ET.Element:
    # In a page of HTML the drawing needs no namespace; a reader of XML does.
    return ET.fromstring(draw_rail(samenwerking).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))


def texts(samenwerking: Samenwerking) -> list[str]:
    return [text.text or "" for text in read(samenwerking).iter(f"{SVG}text")]


def test_every_fase_is_a_station_with_its_ronde_and_where_the_group_stands() -> None:
    assert texts(walk("opstart", "verkennen")) == [
        *("0", "Opstart", "klaar, ronde 1"),
        *("1", "Verkennen", "ronde 1, hier staat de groep nu"),
        *("2", "Delen", "nog niet bereikt"),
        *("3", "Overeenkomen", "nog niet bereikt"),
        *("4", "Vormgeven", "nog niet bereikt"),
        *("5", "Uitvoeren en vernieuwen", "nog niet bereikt"),
    ]


def test_a_way_back_is_a_track_with_its_day() -> None:
    terug = walk("opstart", "verkennen", "delen", "verkennen")
    assert "terug op 3 april 2026" in texts(terug)
    assert "ronde 2, hier staat de groep nu" in texts(terug)
    assert "begonnen, ronde 1" in texts(terug)
    assert len([path for path in read(terug).iter(f"{SVG}path") if path.get("class") == "terug"]) == 1


def test_tracks_never_lie_over_each_other() -> None:
    fasen = ("opstart", "verkennen", "opstart", "verkennen", "delen", "verkennen", "delen", "opstart", "verkennen")
    paths = [path.get("d", "") for path in read(walk(*fasen)).iter(f"{SVG}path") if path.get("class") == "terug"]
    lanes = [path.split("H")[1].split("Q")[0] for path in paths]
    assert len(paths) == 3
    assert len(set(lanes)) == 3


@pytest.mark.parametrize(
    ("samenwerking", "verteld"),
    [
        (walk("opstart"), "De groep begon op 3 januari 2026 in de fase Opstart. Nu staat de groep in de fase Opstart."),
        (
            walk("opstart", "verkennen", "opstart", toestand="slapend"),
            "De groep begon op 3 januari 2026 in de fase Opstart. Daarna ging de groep naar Verkennen op 3 februari "
            "2026 en terug naar Opstart op 3 maart 2026. Het laatst stond de groep in de fase Opstart, voor de tweede keer. "
            "De samenwerking rust.",
        ),
        (replace_at(LEEG, ("verloop",), ()), ""),
    ],
)
def test_the_way_is_told_in_words_for_who_does_not_see_it(samenwerking: Samenwerking, verteld: str) -> None:
    assert tell_weg(samenwerking) == verteld
    assert (read(samenwerking).find(f"{SVG}desc").text or "") == verteld  # type: ignore[union-attr]


def test_a_name_that_attacks_stays_text() -> None:
    naam = '</title><script>alert(1)</script>"&'
    title = read(replace_at(DE_BRUG, ("naam",), naam)).find(f"{SVG}title")
    assert title is not None
    assert title.text == f"De weg van {naam}"
