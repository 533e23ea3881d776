"""Two versions of a document that samenwerk made: ours, with what people wrote on the free places of both."""

from pathlib import Path

import pytest
from runner import Outcome, run

from samenwerk.workflows.forms import VORMEN

PLACE = "<!-- vrij: inleiding -->\n"


@pytest.fixture
def drie(gevuld: Path) -> Path:
    """A document as two people made it of other dossiers, and as it was before: a.md, b.md and o.md."""
    for name, inzet in (("a", "vier lokalen"), ("b", "de turnzaal")):
        assert run("zet", "partners.school.inzet", inzet).code == 0
        assert run("render", "intentieverklaring").code == 0
        document = (gevuld / "documenten" / "intentieverklaring.md").read_bytes()
        for each in (name, "o"):
            (gevuld / f"{each}.md").write_bytes(document)
    return gevuld


def merge(ending: str) -> Outcome:
    return run("samenvoegen", f"o.{ending}", f"a.{ending}", f"b.{ending}", f"x/intentieverklaring.{ending}", "--gemaakt")


def write_on_place(folder: Path, name: str, text: str) -> None:
    path = folder / f"{name}.md"
    path.write_text(path.read_text(encoding="utf-8").replace(PLACE, f"{PLACE}\n{text}\n"), encoding="utf-8")


def test_ours_stays_with_what_was_written_on_free_places_unless_someone_wrote_elsewhere(drie: Path) -> None:
    ours = (drie / "a.md").read_text(encoding="utf-8")
    assert merge("md") == (0, ours, "")

    write_on_place(drie, "b", "Van daar.")
    assert merge("md") == (0, ours.replace(f"{PLACE}\n", f"{PLACE}\nVan daar.\n\n"), "")

    write_on_place(drie, "a", "Van hier.")
    apart = merge("md")
    assert apart.code == 1
    between = "<<<<<<< hier\nVan hier.\n=======\nVan daar.\n>>>>>>> daar"
    assert f"{PLACE}\n{between}\n\n<!-- einde: inleiding -->" in apart.out
    assert "eigen tekst “inleiding”: hier “Van hier.”, daar “Van daar.”" in apart.err

    (drie / "b.md").write_text(ours.replace("Stad", "Stadt"), encoding="utf-8")
    assert merge("md")[:2] == (1, "")
    assert merge("md").err.startswith("Met de hand bewerkt, en dus niet zomaar opnieuw te maken: intentieverklaring.md.")


def test_of_another_form_ours_stays_unless_someone_changed_either(werkmap: Path) -> None:
    seal = VORMEN["html"].merk
    for name in "oab":
        (werkmap / f"{name}.html").write_bytes(seal.put(name.encode()))
    assert merge("html") == (0, seal.put(b"a").decode(), "")

    (werkmap / "b.html").write_bytes(seal.put(b"b") + b"met de hand")
    assert merge("html")[:2] == (1, "")
