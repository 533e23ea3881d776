"""What is at stake for a person stands in the dossier and goes nowhere else: no output has it, and no table takes it away."""

from io import BytesIO
from pathlib import Path
from shutil import rmtree
from zipfile import ZipFile, is_zipfile

import pytest
from every_command import BOTSKOPIE, LEAVES, WITH_JSON, WRITING, ready
from runner import all_commands, changed_lines, dossier_text, has_option, restore, rewrite, run, snapshot

SECRET = "zzqgeheimwoord"
ASKS = [
    ("partner", "exporteer"),
    ("partner", "lijst", "--json"),
    ("partner", "toon", "stad"),
    ("partner", "toon", "stad", "--json"),
]


@pytest.fixture
def met_belangen(gevuld: Path) -> Path:
    """A dossier with something at stake for a person in every way in which it can be written."""
    rewrite(
        gevuld,
        "      - {wat: minder klachten, soort: organisatie}\n",
        "      - {wat: minder klachten, soort: organisatie}\n"
        f"      - {{wat: {SECRET} in een regel, soort: individueel}}   # van een mens\n"
        "      - wat: tijd samen\n        soort: collectief\n"
        f"      - wat: >-\n          {SECRET} op\n          twee regels {SECRET}\n        soort: individueel\n",
    )
    rewrite(
        gevuld,
        "    - wat: kinderen die op tijd eten\n",
        f'    - "wat": "{SECRET} {SECRET}"\n      soort: individueel\n    - wat: eten\n',
    )
    return gevuld


def texts_of(content: bytes) -> bytes:
    """What a file holds, also one that is packed."""
    if not is_zipfile(BytesIO(content)):
        return content
    with ZipFile(BytesIO(content)) as packed:
        return b"".join(packed.read(name) for name in packed.namelist())


def leaks(folder: Path, *command: str) -> list[str]:
    """Where the secret comes out of a command: on the screen, or in a file that is not the dossier or a version of it."""
    outcome = run(*command)
    assert outcome.code != 2 or "collectif" in command, outcome.err
    shown = ["screen"] * (SECRET in outcome.out + outcome.err)
    files = snapshot(folder).items()
    versions = ("samenwerking.yaml", BOTSKOPIE)
    return shown + [name for name, content in files if name not in versions and SECRET.encode() in texts_of(content)]


@pytest.mark.parametrize("words", LEAVES, ids=" ".join)
def test_no_command_without_intern_lets_it_out(met_belangen: Path, words: tuple[str, ...]) -> None:
    command = ready(met_belangen, words)
    before = snapshot(met_belangen)
    json, proef = ("--json",) * (words in WITH_JSON), ("--proef",) * (words in WRITING)

    for options in dict.fromkeys(((), json, proef, json + proef)):
        assert leaks(met_belangen, *command, *options) == [], options
        restore(met_belangen, before)
        rmtree(met_belangen / "documenten", ignore_errors=True)


@pytest.mark.parametrize(
    "command",
    [
        *(("render", "--alles", "--formaat", vorm) for vorm in ("docx", "odt", "html")),
        *(("dossier", "--formaat", vorm) for vorm in ("docx", "html")),
        ("render", "--alles", "--naar", "-"),
        ("opvolging", "--voor", "stad"),
        ("vragen", "--fase", "delen", "--alles", "--json"),
        ("vragen", "--fase", "delen", "--alles"),
        ("partner", "weg", "stad"),
        ("partner", "wijzig", "stad", "--inzet", "Meer.", "--proef"),
        ("partner", "wijzig", "stad", "--leeg", "belangen", "--proef"),
        ("partner", "wijzig", "stad", "--belangen", "collectief: rust", "--json"),
        ("partner", "wijzig", "stad", "--sleutel", "gemeente", "--json"),
        ("zet", "partners.stad.belangen", "rust"),
        ("zet", "partners.stad.belangen.1.wat", "rust", "--json"),
        ("zet", "partners.stad.belangen.2.wat", "rust"),
        ("zet", "partners.stad.belangen.4.wat", "rust", "--json"),
        ("zet", "partners.stad.belangen.2.soort", "collectif"),
        ("zet", "partners.school.belangen.1.wat", ""),
    ],
    ids=" ".join,
)
def test_nor_does_one_that_comes_near_it(met_belangen: Path, command: tuple[str, ...]) -> None:
    assert leaks(met_belangen, *command) == []


def test_a_kept_version_and_what_changed_since_do_not_have_it(met_belangen: Path) -> None:
    assert leaks(met_belangen, "vaststellen", "intentieverklaring") == []
    assert leaks(met_belangen, "zet", "partners.stad.belangen.3.wat", "anders") == []
    assert leaks(met_belangen, "verschil", "intentieverklaring") == []


@pytest.mark.parametrize("words", ASKS, ids=" ".join)
def test_with_intern_it_is_there_and_without_it_is_said_to_be_left_out(met_belangen: Path, words: tuple[str, ...]) -> None:
    without, intern = run(*words), run(*words, "--intern")

    assert SECRET in intern.out
    aantal = 2 if "stad" in words else 3
    if "--json" in words:
        assert (without.json["weggelaten"], intern.json["weggelaten"]) == (aantal, 0)
    else:
        assert without.err == (
            f"Wat er voor een persoon op het spel staat, is weggelaten: {aantal}. Met --intern staat het erbij.\n"
        )
        assert intern.err == ""


def test_only_what_can_have_it_takes_the_option() -> None:
    taking = {" ".join(words) for words, command in all_commands() if has_option(command, "--intern") and len(words) == 2}
    assert taking == {"partner exporteer", "partner lijst", "partner toon", "logboek lijst", "gesprek lijst"}


def test_a_change_of_nothing_else_says_so(met_belangen: Path) -> None:
    proef = run("zet", "partners.stad.belangen.2.wat", "iets", "--proef")
    assert proef.out.splitlines()[1] == (
        "samenwerking.yaml: er verandert alleen iets dat voor de begeleider alleen is; het bestand zelf toont het."
    )


@pytest.mark.parametrize(
    ("cel", "changed"),
    [
        ("organisatie: minder klachten\ncollectief: tijd samen", []),
        ("tijd om te spelen", 7),
        ("organisatie: minder klachten", ["-       - wat: tijd samen", "-         soort: collectief"]),
        ("organisatie: minder klachten\ncollectief: tijd samen\nrust", ["+       - wat: rust"]),
    ],
    ids=["the same", "another", "less", "more"],
)
def test_a_cell_of_a_table_takes_away_only_what_a_table_shows(met_belangen: Path, cel: str, changed: list[str] | int) -> None:
    before = dossier_text(met_belangen)
    (met_belangen / "p.csv").write_text(f'sleutel;belangen\nstad;"{cel}"\n', encoding="utf-8")

    assert run("partner", "importeer", "p.csv", "--ja").code == 0

    after = dossier_text(met_belangen)
    assert after.count(SECRET) == before.count(SECRET)
    if isinstance(changed, list):
        assert changed_lines(before, after) == changed


@pytest.mark.parametrize("options", [(), ("--intern",)], ids=["shared", "intern"])
def test_a_table_that_comes_back_as_it_went_changes_nothing(met_belangen: Path, options: tuple[str, ...]) -> None:
    assert run("partner", "exporteer", "p.csv", *options).code == 0
    before = snapshot(met_belangen)

    outcome = run("partner", "importeer", "p.csv", "--ja")

    assert (outcome.code, snapshot(met_belangen)) == (0, before)
    assert "Alles was al zo; er is niets veranderd." in outcome.out
