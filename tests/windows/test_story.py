"""A collaboration on Windows with the installed command: from its first day to an adopted document, in every form."""

from pathlib import Path

import pytest
from runner import Outcome, run, run_process


def say(folder: Path, *words: str, env: dict[str, str] | None = None) -> Outcome:
    """A command that must do what it is asked."""
    done = run_process(*words, cwd=folder, env=env)
    outcome = Outcome(done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace"))
    assert (outcome.code, "Er ging iets mis" in outcome.err) == (0, False), (words, outcome)
    return outcome


def test_a_collaboration_comes_from_its_first_day_to_an_adopted_document_in_every_form(tmp_path: Path) -> None:
    begin = [
        "--naam",
        "Huis van het Kind Één",
        "--initiatiefnemer",
        "Stad Léon",
        "--idee",
        "Eén plek.",
        "--datum",
        "2026-01-10",
    ]
    say(tmp_path, "init", "mijn netwerk", *begin)
    folder = tmp_path / "mijn netwerk"
    say(folder, "stakeholder", "nieuw", "Ouders", "--belang", "hoog", "--invloed", "laag", "--houding", "tegen")
    (folder / "partners.csv").write_bytes("naam;soort\r\nCafé De Hoek;kern\r\nDe Plek €;betrokken\r\n".encode("cp1252"))
    assert "Café De Hoek".encode() in say_bytes(folder, "partner", "importeer", "partners.csv", "--ja", "--json")
    say(folder, "gesprek", "Wat de ouders zien", "--met", "ouders", "--datum", "2026-01-12")
    say(folder, "noteer", "spanning", "Ze twijfelen.", "--vertrouwelijk", "--datum", "2026-01-13")
    assert "[vertrouwelijk] Ze twijfelen." in say(folder, "logboek", "--intern").out
    say(folder, "fase", "volgende", "--ondanks", "We beginnen.", "--datum", "2026-01-14")

    for formaat in ("md", "html", "docx", "odt", "pdf"):
        say(folder, "render", "startnota", "--formaat", formaat)
        assert (folder / "documenten" / f"startnota.{formaat}").stat().st_size > 1000
    say(folder, "dossier")
    say(folder, "actie", "nieuw", "Een feest", "--trekker", "stad-leon", "--tegen", "2026-09-01")
    say(folder, "agenda")
    say(folder, "partner", "exporteer", "uit.csv")
    assert (folder / "uit.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    say(folder, "vaststellen", "startnota", "--datum", "2026-01-15")
    say(folder, "instemmen", "startnota", "--partner", "stad-leon", "--datum", "2026-01-15")
    stand = say(folder, "status").out
    assert "Startnota" in stand
    for path in [*folder.glob("*.yaml"), *folder.glob("documenten/*.md"), folder / ".gitignore"]:
        assert b"\r" not in path.read_bytes(), f"{path.name}: line ends are the same on every computer"


def say_bytes(folder: Path, *words: str) -> bytes:
    """What a command puts out in UTF-8."""
    return say(folder, *words, env={"PYTHONIOENCODING": "utf-8"}).out.encode()


@pytest.mark.parametrize("encoding", ["cp1252", "cp437", "utf-8"])
def test_the_page_of_a_group_fits_in_every_console(de_brug: Path, encoding: str) -> None:
    assert "Brede School De Brug" in say(de_brug, "status", env={"PYTHONIOENCODING": encoding}).out


def test_a_folder_is_named_as_windows_names_it(de_brug: Path) -> None:
    for place in (str(de_brug), de_brug.as_posix(), f"{de_brug}\\", str(de_brug / "documenten"), str(de_brug).upper()):
        outcome = run("-C", place, "status")
        assert (outcome.code, "Brede School De Brug" in outcome.out) == (0, True), place
