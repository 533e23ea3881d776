"""Templates of an organisation in the tests: how a document is made with them, and what is said of a wrong one."""

from collections.abc import Callable
from pathlib import Path

import pytest
from reading import DE_BRUG

from samenwerk.cli.remedies import say
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.stand import Stand
from samenwerk.domain.uitgaven import find_uitgaven
from samenwerk.errors import TemplateError
from samenwerk.rendering.templates.documents import render_uitgave
from samenwerk.storage.read_once import ReadOnce
from samenwerk.storage.templates import Templates

GEHEIM = "Niemand mag dit lezen."

Render = Callable[..., str]


def make_folder(tmp_path: Path) -> Path:
    """The folder of a dossier, with something beside it that no document may show."""
    (tmp_path / "geheim.md.j2").write_text(GEHEIM, encoding="utf-8")
    (tmp_path / "dossier" / "sjablonen" / "_delen").mkdir(parents=True)
    (tmp_path / "dossier" / "samenwerking.yaml").write_text(GEHEIM, encoding="utf-8")
    return tmp_path / "dossier"


def make_render(map_: Path) -> Render:
    """What writes own templates and makes a document with them."""

    def render_own(bron: str, naam: str = "startnota", samenwerking: Samenwerking = DE_BRUG, **delen: str) -> str:
        sjablonen = map_ / "sjablonen"
        (uitgave,) = find_uitgaven(samenwerking, naam)
        (sjablonen / f"{uitgave.document.id}.md.j2").write_bytes(bron.encode())
        for deel, tekst in delen.items():
            (sjablonen / "_delen" / f"{deel}.md.j2").write_bytes(tekst.encode())
        return render_uitgave(Stand(samenwerking, uitgave, alle_velden=True), Templates(ReadOnce(map_)).find_source)

    return render_own


def explain(render_own: Render, bron: str, **delen: str) -> tuple[str, str]:
    """What is said of a template that is wrong, and how to mend it."""
    with pytest.raises(TemplateError) as caught:
        render_own(bron, **delen)
    assert caught.value.__cause__ is None
    assert caught.value.exit_code == 1
    return caught.value.melding, say(caught.value.oplossing)
