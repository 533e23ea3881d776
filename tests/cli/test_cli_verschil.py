"""`samenwerk verschil`: what changed in a document since a version, in the words of the dossier."""

from pathlib import Path

import pytest
from runner import run


@pytest.fixture
def gewijzigd(gevuld: Path) -> Path:
    """Version 1 and 2 of the startnota, and a change after the second."""
    run("vaststellen", "startnota", "--datum", "2026-03-01")
    run("zet", "waarom", "Samen bereiken we elk kind.")
    run("vaststellen", "startnota", "--datum", "2026-03-08")
    run("zet", "partners.stad.zoekt", "Rust in de wijk.")
    return gevuld


def test_without_a_version_it_is_told_since_the_last_one(gewijzigd: Path) -> None:
    outcome = run("verschil", "startnota")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == (
        "Gewijzigd in de startnota sinds versie 2\n"
        "  - Partner “Stad”, zoekt: nu ingevuld met “Rust in de wijk.”.\n"
        "\n"
        "→ Stel een nieuwe versie vast: samenwerk vaststellen startnota\n"
    )


def test_since_an_earlier_version_it_is_all_that_changed_since_then(gewijzigd: Path) -> None:
    antwoord = run("verschil", "startnota", "--sinds", "1", "--json").json
    assert (antwoord["schema"], antwoord["document"], antwoord["sinds"]) == ("samenwerk/verschil", "startnota", 1)
    assert [(wijziging["veld"], wijziging["melding"]) for wijziging in antwoord["wijzigingen"]] == [
        ("waarom", "Waarom: “Samen bereiken we elk kind” in plaats van “Geen van ons bereikt alle kinderen alleen”."),
        ("partners", "Partner “Stad”, zoekt: nu ingevuld met “Rust in de wijk.”."),
    ]


def test_when_nothing_changed_it_says_so(gevuld: Path) -> None:
    run("vaststellen", "startnota")
    run("zet", "gedeelde_ambitie", "Iets dat niet in de startnota staat.")
    assert run("verschil", "startnota").out == "Er is niets gewijzigd in de startnota sinds versie 1.\n"


@pytest.mark.parametrize(
    ("words", "code", "melding"),
    [
        (("intentieverklaring",), 1, "Er is nog geen versie van de intentieverklaring om mee te vergelijken.\n"),
        (("startnota", "--sinds", "3"), 2, "Er is geen versie 3 van de startnota.\n→ Kies uit: 1 of 2.\n"),
        (("startnota", "--sinds", "0"), 2, "Er is geen versie 0 van de startnota.\n→ Kies uit: 1 of 2.\n"),
        (("startnota", "--sinds", "v"), 2, "Er is geen versie v van de startnota.\n→ Kies uit: 1 of 2.\n"),
        (("startnota", "--sinds", "een"), 2, "Er is geen versie een van de startnota.\n→ Kies uit: 1 of 2.\n"),
    ],
)
def test_what_cannot_be_compared_is_refused(gewijzigd: Path, words: tuple[str, ...], code: int, melding: str) -> None:
    outcome = run("verschil", *words)
    assert (outcome.code, outcome.err[: len(melding)], outcome.out) == (code, melding, "")


@pytest.mark.parametrize("content", [None, b"{}", b"[1]", b"\xff", b'{"gegevens": {"naam": 3}}', b"[" * 5000])
def test_when_the_kept_data_are_gone_or_altered_nothing_is_invented(gewijzigd: Path, content: bytes | None) -> None:
    path = gewijzigd / "documenten" / "vastgesteld" / "startnota-v2.json"
    path.unlink() if content is None else path.write_bytes(content)

    outcome = run("verschil", "startnota")

    assert (outcome.code, outcome.err.splitlines()[0]) == (
        1,
        "De gegevens van versie 2 van de startnota zijn niet bewaard of intussen gewijzigd.",
    )
    shown = run("render", "startnota", "--naar", "-").out
    assert "Wat er gewijzigd is, is niet meer na te gaan. De gegevens van versie 2 zijn niet bewaard." in shown


def test_status_names_what_changed_after_a_version(gewijzigd: Path) -> None:
    assert (
        """\
Vastgesteld in een andere fase
  Startnota: concept, gewijzigd na versie 2. Het bestand loopt achter op het dossier.
      Gewijzigd: partners (meer: samenwerk verschil startnota)
      Nog niet ingestemd: Stad en School
"""
        in run("status", "--alles").out
    )
