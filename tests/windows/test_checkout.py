"""A dossier as git for Windows checks it out, with CRLF, or as an editor saves it, with a BOM: read back as it was written."""

from pathlib import Path

import pytest
from runner import run

TEXTS = (".yaml", ".md", ".html", ".json", ".ics", ".gitignore")


def save_otherwise(folder: Path, begin: bytes) -> None:
    """Every text of ours with the line ends of Windows, and with this before it."""
    for path in folder.rglob("*"):
        if path.is_file() and (path.suffix in TEXTS or path.name in TEXTS):
            path.write_bytes(begin + path.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))


@pytest.mark.parametrize("begin", [b"", b"\xef\xbb\xbf"], ids=["CRLF", "CRLF and BOM"])
def test_a_checkout_of_windows_loses_no_text_and_is_not_taken_for_edited(
    de_brug: Path, monkeypatch: pytest.MonkeyPatch, begin: bytes
) -> None:
    monkeypatch.chdir(de_brug)
    forms = (["render", "startnota", "--formaat", "html"], ["agenda"], ["dossier"])
    assert [run(*words).code for words in forms] == [0, 0, 0]
    save_otherwise(de_brug, begin)
    dossier = (de_brug / "samenwerking.yaml").read_bytes()

    for words in (*forms, ["status"], ["render", "--alles"]):
        assert run(*words)[::2] == (0, ""), words
    assert (de_brug / "samenwerking.yaml").read_bytes() == dossier

    startnota = de_brug / "documenten" / "startnota.md"
    place = b"<!-- vrij: inleiding -->"
    startnota.write_bytes(
        startnota.read_bytes().replace(b"\r\n", b"\n").replace(place, place + b"\n\nDank.").replace(b"\n", b"\r\n")
    )
    assert run("render", "startnota").code == 0
    assert "Dank." in startnota.read_text(encoding="utf-8")

    dossier = (de_brug / "samenwerking.yaml").read_bytes()
    assert b"Dank." in dossier
    assert dossier.startswith(begin)
    assert dossier.count(b"\n") == dossier.count(b"\r\n")
