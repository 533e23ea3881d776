"""One reading of each file per command: what someone saves while a command runs is never lost."""

import os
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from every_command import LEAVES, WRITING, fill, ready
from runner import dossier_text, run

from samenwerk.rendering.templates.documents import render_uitgave

PLACE = "<!-- vrij: inleiding -->\n"


@pytest.mark.parametrize(
    "words",
    [
        ("render", "startnota"),
        ("render", "--alles", "--overschrijf"),
        ("render", "startnota", "--formaat", "html"),
        ("vaststellen", "startnota"),
        ("dossier", "--formaat", "md"),
    ],
    ids=" ".join,
)
def test_a_text_saved_while_a_document_is_made_is_kept(
    gevuld: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    run("render", "startnota")
    run("zet", "waarom", "Samen gaat het beter.")
    document = gevuld / "documenten" / "startnota.md"

    def render_while_someone_saves(*args: Any, **options: Any) -> str:
        text = document.read_bytes().decode()
        if "Mijn alinea" not in text:
            document.write_bytes(text.replace(PLACE, f"{PLACE}\nMijn alinea.\n").encode())
        return render_uitgave(*args, **options)

    monkeypatch.setattr("samenwerk.workflows.documents.render_uitgave", render_while_someone_saves)
    outcome = run(*words)

    assert "Mijn alinea." in document.read_bytes().decode() + dossier_text(gevuld)
    if "dossier" not in words:  # which writes another file, and reads this one
        assert (outcome.code, outcome.err.splitlines()[0]) == (
            5,
            "startnota.md is intussen door iemand anders gewijzigd; er is niets geschreven.",
        )


READ: list[str] | None = None
"""Every file that is opened to be read, while a test wants to know."""


def note_reading(event: str, args: tuple[Any, ...]) -> None:
    if event == "open" and READ is not None and args[2] & (os.O_WRONLY | os.O_RDWR) == 0:
        READ.append(os.path.realpath(args[0]))


sys.addaudithook(note_reading)


# The interview asks its questions on a terminal only: tests/cli/test_cli_vragen.py.
@pytest.mark.parametrize("words", [words for words in LEAVES if words != ("vragen",)], ids=" ".join)
def test_no_command_reads_a_file_twice(gevuld: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]) -> None:
    fill(gevuld)
    command = ready(gevuld, words)
    read: list[str] = []
    monkeypatch.setattr(sys.modules[__name__], "READ", read)

    # What is written is read once more, right before; a proef comes as far as that.
    outcome = run(*command, *(["--proef"] if words in WRITING else []))

    assert outcome.code in (0, 1), outcome.err
    counted = Counter(Path(path).relative_to(gevuld) for path in read if Path(path).is_relative_to(gevuld))
    assert {path: times for path, times in counted.items() if times > 1} == {}
    assert counted or words in (("init",), ("aanvullen",)), "and it is seen that one is read"
