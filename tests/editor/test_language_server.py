"""The schema in the program that editors run for YAML: it completes, explains and checks a dossier, in Dutch.

`.ci/run` installs that program; elsewhere these tests run when it is there, and say so when it is not.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from language_server import LanguageServer, find_server

from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.workflows.init import Begin, create_dossier
from samenwerk.workflows.schema import MODELINE

EXAMPLES = Path(__file__).parents[2] / "examples"
PROGRAM = find_server()
pytestmark = pytest.mark.skipif(
    PROGRAM is None,
    reason="yaml-language-server is not installed; to run these tests too: npm ci --prefix tests/editor",
)


@pytest.fixture(scope="module")
def server() -> Iterator[LanguageServer]:
    assert PROGRAM is not None
    running = LanguageServer(PROGRAM)
    yield running
    running.close()


def begin(folder: Path, old: str = "", new: str = "") -> Path:
    """A new dossier, with a part of it typed otherwise."""
    create_dossier(folder, Begin("De Brug", date(2026, 3, 2), ("Stad",)), proef=False)
    path = folder / "samenwerking.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1 or not old, f"{old!r} stands {text.count(old)} times in the dossier"
    path.write_text(text.replace(old, new) if old else text, encoding="utf-8")
    return path


# Diagnostics


def test_it_has_nothing_against_a_new_dossier_and_finds_the_schema_by_itself(tmp_path: Path, server: LanguageServer) -> None:
    path = begin(tmp_path)

    assert server.open(path) == []
    assert server.hover(path, "\nfase:").startswith("#### Fase\n")


@pytest.mark.parametrize("example", sorted(folder.name for folder in EXAMPLES.iterdir()))
def test_it_has_nothing_against_an_example(tmp_path: Path, server: LanguageServer, example: str) -> None:
    path = begin(tmp_path)
    dossier = (EXAMPLES / example / "samenwerking.yaml").read_text(encoding="utf-8")
    path.write_text(f"{MODELINE}\n{dossier}", encoding="utf-8")

    assert server.open(path) == []


@pytest.mark.parametrize(
    ("old", "new", "melding"),
    [
        ("naam: De Brug", "naam:", "Dit veld moet ingevuld zijn."),
        ("formaat: 1", "formaat: 2", "Deze samenwerk kent formaat 1. Voor een hoger getal is een nieuwere samenwerk nodig."),
        ("toestand: actief\n", "", "Het veld “toestand” ontbreekt."),
        (
            "fase: opstart\n",
            "fase: opstrat\n",
            "Kies uit: opstart, verkennen, delen, overeenkomen, vormgeven, uitvoeren.",
        ),
        ("\nidee:", "\nidee: [a]", "Hier hoort één tekst."),
        ("\nuitgangspunten:", "\nuitgangspunten: een", "Hier hoort een lijst: elk punt op een eigen regel die met - begint."),
        ("\nlooptijd:", "\nlooptijd: lang", "Hier horen velden met een naam, ingesprongen op de regels eronder."),
        ("\nlooptijd:", "\nlooptijd: {tot: 1 mei}", "Schrijf jaar-maand-dag, zoals 2026-02-20."),
        ("\nlooptijd:", "\nlooptijd: {einde: x}", "Hier horen alleen deze velden: van, tot, duur, evaluatiemoment, uitstap."),
        (
            "\nevaluatiebeleid:",
            "\nevaluatiebeleid: {ritme: vaak}",
            "Schrijf een getal en dagen, weken, maanden of jaar, zoals: 6 maanden.",
        ),
        (
            "soort: kern\n",
            "draagvlak: {oordeel: 7}\n",
            "Schrijf een getal van 1 tot 5.",
        ),
        ("  stad:", "  De Stad:", "Een korte naam heeft alleen kleine letters zonder accent, cijfers, - en _."),
        (
            "initiatiefnemer: stad",
            "initiatiefnemer: Stad X",
            "Hier hoort een korte naam: kleine letters zonder accent, cijfers, - en _.",
        ),
    ],
)
def test_what_is_wrong_is_told_in_dutch_at_its_line(
    tmp_path: Path, server: LanguageServer, old: str, new: str, melding: str
) -> None:
    path = begin(tmp_path, old, new)

    (found,) = server.open(path)

    regel, told = found.split(": ", 1)
    assert told == melding
    # What is missing is told where the dossier begins, behind the comments at its head.
    before, _, _ = path.read_text(encoding="utf-8").partition(new.lstrip("\n") or "formaat: 1")
    assert int(regel) == before.count("\n") + 1


# Completion


@pytest.mark.parametrize(
    ("old", "new", "offered"),
    [
        ("\nfase: opstart\n", "\nfase: \n", ["opstart", "verkennen", "delen", "overeenkomen", "vormgeven", "uitvoeren"]),
        ("naam: Stad\n    soort: kern", "naam: Stad\n    soort: ", ["kern", "betrokken", "ondersteunend", "geinformeerd"]),
        ("\nlooptijd:", "\nlooptijd:\n  ", ["van", "tot", "duur", "evaluatiemoment", "uitstap"]),
        ("\ngesprekken:", "\ngesprekken:\n  - ", ["datum", "fase", "met", "over", "een voorbeeld"]),
        ("\nevaluatiebeleid:", "\nevaluatiebeleid:\n  ritme: ", ["6 maanden"]),
    ],
)
def test_it_offers_the_choices_and_the_fields(
    tmp_path: Path, server: LanguageServer, old: str, new: str, offered: list[str]
) -> None:
    path = begin(tmp_path, old, new)
    server.open(path)

    assert list(server.complete(path, new.rstrip("\n"))) == offered


def test_a_field_is_filled_in_with_its_example_to_type_over(tmp_path: Path, server: LanguageServer) -> None:
    path = begin(tmp_path, "    soort: kern", "    ")
    server.open(path)

    offered = server.complete(path, "    naam: Stad\n    ")

    assert offered["inzet"] == "inzet: ${1:Twee lokalen op woensdagmiddag}"
    assert offered["ambities"].startswith("ambities: \n  - ${1:")
    assert offered["belangen"].startswith("belangen:\n  - wat: ")
    assert offered["soort"] == "soort: ", "a choice is made by a person"
    assert offered["draagvlak"].startswith("draagvlak: \n  ${1:oordeel}: ")


# Hover


@pytest.mark.parametrize(
    ("on", "title", "explanation"),
    [
        ("\ngedeelde_ambitie", "Gedeelde ambitie", "Wat de partners samen willen, en geen van hen alleen kan."),
        (
            "naam: Stad\n    soort",
            "Soort",
            "Hoe dicht de partner bij de samenwerking staat; kernpartners dragen en beslissen mee.",
        ),
        ("\n    naar", "Naar", "De fase waar de groep naartoe ging."),
    ],
)
def test_it_explains_a_field_with_its_title_and_its_help(
    tmp_path: Path, server: LanguageServer, on: str, title: str, explanation: str
) -> None:
    path = begin(tmp_path)
    server.open(path)

    assert server.hover(path, on).startswith(f"#### {title}\n\n{explanation}\n")


@pytest.mark.parametrize("filled_in", [False, True])
def test_every_field_of_a_dossier_is_explained_by_its_own_title(
    tmp_path: Path, server: LanguageServer, filled_in: bool
) -> None:
    path = begin(tmp_path)
    if filled_in:
        path.write_bytes((EXAMPLES / "brede-school-de-brug" / "samenwerking.yaml").read_bytes())
    server.open(path)
    there = {naam: veld for naam, veld in Samenwerking.velden.items() if f"\n{naam}:" in path.read_text(encoding="utf-8")}

    titles = {naam: server.hover(path, f"\n{naam}:").partition("\n")[0] for naam in there}

    assert len(there) > 20
    assert titles == {naam: f"#### {veld.titel}" for naam, veld in there.items()}


def test_the_explanation_of_a_text_ends_with_an_example(tmp_path: Path, server: LanguageServer) -> None:
    path = begin(tmp_path)
    server.open(path)

    assert "\nElk kind van de wijk vindt na school een plek waar het zich thuis voelt.\n" in server.hover(
        path, "\ngedeelde_ambitie"
    )
