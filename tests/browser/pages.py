"""The pages that tests/browser judges: a whole dossier, a hostile document, and the way of a group that went back often."""

from datetime import date, timedelta
from pathlib import Path

from dossier_values import replace_at
from hostile import HOSTILE

from samenwerk.domain.tijdlijn import Stap
from samenwerk.rendering.forms.blocks import Heading, Span, read_blocks
from samenwerk.rendering.forms.html.page import write_html
from samenwerk.rendering.forms.rail import draw_rail
from samenwerk.storage.dossier import read_dossier
from samenwerk.storage.read_once import ReadOnce
from samenwerk.storage.templates import Templates
from samenwerk.workflows.bundle import bundle_dossier

EXAMPLE = Path(__file__).parents[2] / "examples" / "open-webconcept"
STYLESHEET = Templates(ReadOnce(Path(__file__).parent)).find_stylesheet()

OFTEN_BACK = (
    *("opstart", "verkennen", "opstart", "verkennen", "delen", "overeenkomen", "delen", "overeenkomen", "verkennen", "delen"),
    *("overeenkomen", "vormgeven", "delen", "overeenkomen", "vormgeven", "overeenkomen", "vormgeven", "uitvoeren", "vormgeven"),
    *("uitvoeren", "delen", "overeenkomen", "vormgeven", "uitvoeren", "overeenkomen", "vormgeven", "verkennen", "opstart"),
)
"""A way of ten ways back, that ends where it began."""


def make_pages() -> dict[str, bytes]:
    """Every page, by its name."""
    dossier = read_dossier(EXAMPLE)
    verloop = tuple(
        Stap(naar=fase, datum=date(2025, 1, 14) + timedelta(days=21 * number)) for number, fase in enumerate(OFTEN_BACK)
    )
    vaak = replace_at(replace_at(dossier.samenwerking, ("verloop",), verloop), ("fase",), verloop[-1].naar)
    titel = (Heading(1, (Span("De weg van een groep"),)),)
    return {
        "dossier": bundle_dossier(dossier, "html")[0].files[0].content,
        "vijandig": write_html(read_blocks(HOSTILE), STYLESHEET),
        "vaak-terug": write_html(titel, STYLESHEET, draw_rail(vaak)),
    }
