"""Every file that a command wrote is read back alike, whatever git or an editor made of its line ends and its beginning."""

from pathlib import Path

import pytest
from every_command import ABOUT_NO_DOSSIER, LEAVES, WRITING, fill, ready
from runner import Outcome, dossier_text, run, snapshot

BOM = b"\xef\xbb\xbf"
PLACE = "<!-- vrij: inleiding -->\n"
EVERY_WAY = pytest.mark.parametrize(
    ("begin", "end"), [(b"", b"\r\n"), (BOM, b"\n"), (BOM, b"\r\n")], ids=["CRLF", "BOM", "both"]
)


OF_NO_FILE = (("ongedaan",), ("opnieuw",))
"""What they answer depends on what was done before, wherever that is kept."""

ASKED = [words for words in LEAVES if words not in (*ABOUT_NO_DOSSIER, *OF_NO_FILE, ("vragen",), ("heropen",))]
"""Every command that can be given in one dossier, and asks no questions."""

ANSWERS: dict[tuple[str, ...], Outcome] = {}
"""What they answer where every file is as it was written."""


def save_anew(folder: Path, begin: bytes, end: bytes) -> None:
    """Save every text in a folder as another system or editor does."""
    for name, content in snapshot(folder).items():
        if b"\0" not in content:
            (folder / name).write_bytes(begin + as_written(content).replace(b"\n", end))


def as_written(content: bytes) -> bytes:
    """The bytes of a text without what that adds."""
    return content.removeprefix(BOM).replace(b"\r\n", b"\n")


def ask_everything(folder: Path) -> dict[tuple[str, ...], Outcome]:
    """What every command answers in this dossier; nothing is written."""
    return {words: run(*ready(folder, words), *(["--proef"] if words in WRITING else [])) for words in ASKED}


@EVERY_WAY
def test_every_command_reads_every_file_alike(gevuld: Path, begin: bytes, end: bytes) -> None:
    fill(gevuld)
    document = gevuld / "documenten" / "intentieverklaring.md"
    document.write_bytes(document.read_bytes().replace(PLACE.encode(), f"{PLACE}\nMijn alinea.\n".encode()))
    for words in ASKED:
        ready(gevuld, words)
    if not ANSWERS:
        ANSWERS.update(ask_everything(gevuld))
    assert "“inleiding” van intentieverklaring komt ook in het dossier" in ANSWERS[("render",)].out

    save_anew(gevuld, begin, end)

    assert ask_everything(gevuld) == ANSWERS


@EVERY_WAY
def test_a_document_is_made_anew_from_any_of_them(gevuld: Path, begin: bytes, end: bytes) -> None:
    fill(gevuld)
    document = gevuld / "documenten" / "startnota.md"
    document.write_bytes(document.read_bytes().replace(PLACE.encode(), f"{PLACE}\nMijn alinea.\n".encode()))
    save_anew(gevuld, begin, end)
    assert run("zet", "naam", "De Brug").code == 0

    for words in (("render", "--alles"), ("render", "startnota", "--formaat", "html"), ("dossier",), ("agenda",)):
        assert run(*words).code == 0, words

    assert "Mijn alinea." in dossier_text(gevuld)
    assert f"{PLACE}\nMijn alinea.\n" in document.read_bytes().decode()
    assert run("vaststellen", "startnota").code == 0
    assert "startnota" not in run("controleer").err
    written = snapshot(gevuld)["documenten/startnota.md"]
    assert written == as_written(written), "a document has the same bytes everywhere"


@EVERY_WAY
def test_a_table_that_was_saved_anew_changes_nothing(gevuld: Path, begin: bytes, end: bytes) -> None:
    assert run("partner", "exporteer", "partners.csv").code == 0
    save_anew(gevuld, begin, end)
    before = snapshot(gevuld)
    assert run("partner", "importeer", "partners.csv", "--ja").code == 0
    assert snapshot(gevuld) == before


def test_a_text_saved_in_the_coding_of_an_older_windows_keeps_its_accents(gevuld: Path) -> None:
    run("render", "startnota")
    document = gevuld / "documenten" / "startnota.md"
    text = document.read_bytes().decode().replace(PLACE, f"{PLACE}\nEén café.\n")
    document.write_bytes(text.replace("\n", "\r\n").encode("cp1252"))

    assert run("render", "startnota").code == 0
    assert "Eén café." in dossier_text(gevuld)


def test_a_line_that_another_program_added_in_its_own_coding_leaves_the_accents_of_the_rest(gevuld: Path) -> None:
    run("render", "startnota")
    document = gevuld / "documenten" / "startnota.md"
    before, mark, after = document.read_bytes().partition(PLACE.encode())
    document.write_bytes(before + mark + "\nIdeeën.\n".encode() + "Eén café.\n".encode("cp1252") + after)

    assert run("render", "startnota").code == 0
    assert "Ideeën. Eén café." in " ".join(dossier_text(gevuld).split())


def test_the_lines_that_keep_a_file_out_of_git_are_not_written_twice(werkmap: Path) -> None:
    assert run("init", "eerst").code == 0
    lines = (werkmap / "eerst" / ".gitignore").read_bytes()
    (werkmap / "later").mkdir()
    saved_anew = BOM + lines.replace(b"\n", b"\r\n")
    (werkmap / "later" / ".gitignore").write_bytes(saved_anew)

    assert run("init", "later").code == 0
    assert (werkmap / "later" / ".gitignore").read_bytes() == saved_anew
