"""One reading of each file per command: what someone saves while a command runs is never lost."""

import os
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from every_command import ABOUT_NO_DOSSIER, BOTSKOPIE, LEAVES, WRITING, fill, list_ways, ready
from runner import dossier_text, run

from samenwerk.rendering.templates.documents import render_uitgave
from samenwerk.storage import yaml_tree

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
    # Which file is the second version is known by what it holds, and only then is it waited for until it is whole.
    found_first = {Path(BOTSKOPIE): 2} if words == ("samenvoegen",) else {}
    assert {path: times for path, times in counted.items() if times > 1} == found_first
    assert counted or words in ABOUT_NO_DOSSIER, "and it is seen that one is read"


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every text that libyaml reads whole: one word or one line is tried often, before it is written."""
    texts: list[str] = []

    def parse(text: str) -> Any:
        if "\n" in text:
            texts.append(text)
        return parser(text)

    parser = yaml_tree.libyaml.CParser
    monkeypatch.setattr(yaml_tree.libyaml, "CParser", parse)
    return texts


def count_readings(parsed: list[str]) -> dict[str, int]:
    return Counter("dossier" if "formaat:" in text else "notes" for text in parsed)


MORE = (("vragen",), ("init",), ("herstel",), ("git", "instellen"), ("samenvoegen",))
"""The interview answers one question after the other, what `init` writes was not there to be read, mending is trying, what
git is told is in no dossier, and of two versions that become one each is read, and what came of them is proven twice: as a
merge and as a dossier."""


@pytest.mark.parametrize("words", [words for words in WRITING if words not in MORE], ids=" ".join)
def test_a_change_costs_one_reading_and_one_more_to_prove_it(gevuld: Path, parsed: list[str], words: tuple[str, ...]) -> None:
    for options in list_ways(words):
        command = (*ready(gevuld, words), *options)
        parsed.clear()
        run(*command)
        assert 1 <= max(count_readings(parsed).values()) <= 2, command


ALL_FIELDS = (
    *("--sector", "lokaal bestuur", "--vertegenwoordiger", "schoolopbouwwerker", "--zoekt", "Rust", "--krijgt", "Zicht"),
    *("--ambities", "lezen", "--ambities", "Samen spelen", "--belangen", "een rustige wijk", "--belangen", "collectief: rust"),
    *("--mandaat-reikwijdte", "Alles", "--mandaat-geldig-tot", "2026-12-31", "--profiel-toelichting", "Open"),
    *("--draagvlak-oordeel", "2", "--draagvlak-toelichting", "Stil", "--profiel-deelt-ervaring", "4", "--inzet", "Lokalen"),
)


@pytest.mark.parametrize(
    "command",
    [
        ("partner", "nieuw", "Bib", *ALL_FIELDS),
        ("partner", "wijzig", "stad", *ALL_FIELDS),
        ("partner", "wijzig", "school", *ALL_FIELDS),
        ("partner", "wijzig", "stad", "--leeg", "inzet", "--leeg", "krijgt", "--zoekt", "Rust", "--sector", "welzijn"),
        ("partner", "wijzig", "stad", "--sleutel", "gemeente", "--naam", "Gemeente", "--zoekt", "Rust"),
        ("actie", "nieuw", "Iets", "--trekker", "stad", "--met", "school", "--tegen", "2027-01-01", "--output", "Een plan"),
    ],
    ids=lambda command: " ".join(command[:4]),
)
def test_the_number_of_fields_makes_no_difference(gevuld: Path, parsed: list[str], command: tuple[str, ...]) -> None:
    run("partner", "wijzig", "stad", "--zoekt", "Ruimte", "--vertrouwelijk")
    parsed.clear()
    outcome = run(*command)
    assert (outcome.code, outcome.err) == (0, "")
    assert count_readings(parsed)["dossier"] == 2


def test_the_number_of_rows_makes_no_difference(gevuld: Path, parsed: list[str]) -> None:
    rows = [f"p{number};Partner {number};betrokken;lezen\n  en schrijven\nRust" for number in range(40)]
    (gevuld / "nieuw.csv").write_text("\n".join(["sleutel;naam;soort;ambities", *map(quote, rows)]), encoding="utf-8")
    again = [f"p{number};Partner {number};kern;lezen\n  en schrijven\nTijd" for number in range(40)]
    (gevuld / "anders.csv").write_text("\n".join(["sleutel;naam;soort;ambities", *map(quote, again)]), encoding="utf-8")
    for table in ("nieuw.csv", "anders.csv"):
        parsed.clear()
        assert run("partner", "importeer", table, "--ja").code == 0
        # An item that takes the place of the last one of its list comes after that went.
        assert count_readings(parsed)["dossier"] == (2 if table == "nieuw.csv" else 3)


def quote(row: str) -> str:
    return ";".join(f'"{cell}"' for cell in row.split(";"))


def test_four_times_as_many_rows_cost_no_more_than_four_times_the_work(gevuld: Path) -> None:
    """The work of the rows is counted in calls of functions, which no other work on the machine can slow down."""
    begin = (gevuld / "samenwerking.yaml").read_bytes()

    def count_calls(rows: int) -> int:
        (gevuld / "samenwerking.yaml").write_bytes(begin)
        lines = [f"Partner {number};lokaal bestuur;betrokken;Rust;Uren" for number in range(rows)]
        (gevuld / "rijen.csv").write_text("\n".join(["naam;sector;soort;zoekt;inzet", *lines]), encoding="utf-8")
        calls = 0

        def count(*_: object) -> None:
            nonlocal calls
            calls += 1

        sys.setprofile(count)
        try:
            outcome = run("partner", "importeer", "rijen.csv", "--ja")
        finally:
            sys.setprofile(None)
        assert outcome.code == 0
        return calls

    nothing = count_calls(1)
    assert count_calls(320) - nothing <= 4.5 * (count_calls(80) - nothing)
