"""In a folder that a program shares: what did not arrive is told as such, and nothing is begun in its place."""

import errno
import os
from pathlib import Path
from typing import Any

import pytest
from runner import dossier_text, run, snapshot

WAIT = "→ Wacht tot de synchronisatie klaar is"


@pytest.mark.parametrize(
    ("content", "melding"),
    [
        (b"", "samenwerking.yaml is nog niet binnen: er staat niets in.\n"),
        (b"\r\n", "samenwerking.yaml is nog niet binnen: er staat niets in.\n"),
        (bytes(4096), "samenwerking.yaml is nog niet binnen: er is maar een deel van.\n"),
        (b"formaat: 1\nnaam: Wij\n" + bytes(512), "samenwerking.yaml is nog niet binnen: er is maar een deel van.\n"),
    ],
    ids=["nothing", "an empty line", "only NUL", "half"],
)
def test_a_dossier_that_did_not_arrive_is_told_as_such_and_stays_as_it_is(werkmap: Path, content: bytes, melding: str) -> None:
    (werkmap / "samenwerking.yaml").write_bytes(content)

    for words in (("status",), ("controleer",), ("noteer", "nota", "Iets.")):
        outcome = run(*words)
        assert (outcome.code, outcome.out) == (3, ""), words
        assert outcome.err.startswith(melding + WAIT), words
        assert "ontbreekt" not in outcome.err
    assert run("init", "--naam", "Wij").code == 1
    assert run("herstel", "--ja").code == 3
    assert snapshot(werkmap) == {"samenwerking.yaml": content}
    assert run("status", "--json").json["fouten"][0]["code"] == "nog_niet_binnen"


def test_notes_of_which_only_a_part_arrived_are_told_as_such(gevuld: Path) -> None:
    (gevuld / "vertrouwelijk.yaml").write_bytes(b"partners:\n" + bytes(512))

    outcome = run("noteer", "nota", "Stil.", "--vertrouwelijk")

    assert outcome.code == 3
    assert outcome.err.startswith("vertrouwelijk.yaml is nog niet binnen: er is maar een deel van.\n")


@pytest.mark.parametrize("placeholder", [".samenwerking.yaml.icloud", "samenwerking.yaml.nextcloud"])
def test_where_only_a_placeholder_of_a_dossier_is_nothing_is_begun(werkmap: Path, placeholder: str) -> None:
    (werkmap / placeholder).write_bytes(b"x")

    for words in (("status",), ("init", "--naam", "Wij")):
        outcome = run(*words)
        assert (outcome.code, outcome.out) == (3, ""), words
        assert "samenwerking.yaml is nog niet binnen: het staat in de cloud" in outcome.err
        assert "init" not in outcome.err
    assert list(snapshot(werkmap)) == [placeholder]


def test_a_dossier_that_windows_did_not_fetch_is_told_as_such(gevuld: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.stat

    class Elsewhere:
        def __init__(self, status: os.stat_result) -> None:
            self.st_mode, self.st_file_attributes = status.st_mode, 0x400020

    def refuse(path: Path, *_args: Any) -> Any:
        raise OSError(errno.EINVAL, "the cloud operation was not completed", str(path))

    monkeypatch.setattr(Path, "stat", lambda path, **how: Elsewhere(real(path, **how)))
    monkeypatch.setattr(Path, "open", refuse)

    outcome = run("status")

    assert outcome.code == 3
    assert "samenwerking.yaml is nog niet binnen: het staat in de cloud, en niet op deze computer.\n" in outcome.err


@pytest.mark.parametrize("name", ["samenwerking-PC-JAN.yaml", "Dossier van Jan.yaml"])
def test_where_only_another_version_of_a_dossier_is_nothing_is_begun(gevuld: Path, name: str) -> None:
    text = dossier_text(gevuld)
    (gevuld / "samenwerking.yaml").rename(gevuld / name)
    (gevuld / "anders.yaml").write_text("naam: x\n", encoding="utf-8")
    (gevuld / "geen.yaml").mkdir()

    for words in (("status",), ("init", "--naam", "Wij"), ("herstel", "--ja")):
        outcome = run(*words)
        assert (outcome.code, outcome.out) == (3, ""), words
        assert outcome.err == (
            f"samenwerking.yaml is hier niet; wel een dossier onder een andere naam: {name}.\n"
            f"{WAIT}. Blijft het weg, geef dan {name} de naam samenwerking.yaml.\n"
        ), words
    assert (gevuld / name).read_text(encoding="utf-8") == text
    assert not (gevuld / "samenwerking.yaml").exists()
