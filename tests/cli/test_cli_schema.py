"""`samenwerk schema`, and what `controleer` says of the schema beside a dossier."""

import json
from pathlib import Path

import pytest
from needs import make_link
from runner import Outcome, dossier_text, run, snapshot

SCHEMA = "samenwerking.schema.json"
MODELINE = "# yaml-language-server: $schema=samenwerking.schema.json"
VEROUDERD = (
    "Advies\n  samenwerking.schema.json: Dit bestand hoort bij een andere versie van samenwerk; "
    "een editor helpt dan met verouderde velden.\n"
    "    → Vernieuw het met: samenwerk schema --schrijf\n"
)
ONTBREEKT = (
    "Advies\n  samenwerking.schema.json: samenwerking.yaml wijst een editor naar dit bestand, maar het is er niet.\n"
    "    → Vernieuw het met: samenwerk schema --schrijf\n"
)


def add_modeline(folder: Path, modeline: str = MODELINE) -> None:
    (folder / "samenwerking.yaml").write_bytes(f"{modeline}\n{dossier_text(folder)}".encode())


def controleer() -> Outcome:
    return run("controleer", "--datum", "2026-03-15")


def test_it_prints_the_schema_wherever_one_is(werkmap: Path) -> None:
    outcome = run("schema")

    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.json["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert outcome.json["properties"]["gedeelde_ambitie"]["title"] == "Gedeelde ambitie"
    assert list(werkmap.iterdir()) == []


def test_as_json_the_schema_is_a_text_in_the_answer(werkmap: Path) -> None:
    answer = run("schema", "--json").json

    assert list(answer) == ["schema", "versie", "bestand", "tekst"]
    assert (answer["schema"], answer["bestand"]) == ("samenwerk/schema", SCHEMA)
    assert answer["tekst"] == run("schema").out


def test_it_writes_the_schema_beside_the_dossier_and_says_which_line_leads_to_it(leeg: Path) -> None:
    before = dossier_text(leeg)

    outcome = run("schema", "--schrijf")

    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.splitlines() == [
        "samenwerking.schema.json is geschreven.",
        "→ Zet deze regel bovenaan in samenwerking.yaml, dan vindt een editor het bestand:",
        f"  {MODELINE}",
    ]
    assert (leeg / SCHEMA).read_bytes() == run("schema").out.encode()
    assert dossier_text(leeg) == before


def test_where_the_line_is_there_it_says_what_opens_it(leeg: Path) -> None:
    add_modeline(leeg)

    assert run("schema", "--schrijf").out.splitlines()[1] == (
        "→ Open samenwerking.yaml in een editor die YAML kent, zoals VS Code met de extensie YAML van Red Hat."
    )


def test_a_schema_that_is_current_is_not_written_again(leeg: Path) -> None:
    run("schema", "--schrijf")
    (leeg / SCHEMA).write_bytes((leeg / SCHEMA).read_bytes().replace(b"\n", b"\r\n"))
    before = snapshot(leeg)

    outcome = run("schema", "--schrijf")

    assert outcome.out.splitlines()[0] == "samenwerking.schema.json was al actueel; er is niets veranderd."
    assert snapshot(leeg) == before, "also not where git gave it the line ends of Windows"


def test_a_proef_shows_what_would_change(leeg: Path) -> None:
    run("schema", "--schrijf")
    current = (leeg / SCHEMA).read_text(encoding="utf-8")
    (leeg / SCHEMA).write_text(current.replace("Gedeelde ambitie", "Ambitie"), encoding="utf-8")
    before = snapshot(leeg)

    outcome = run("schema", "--schrijf", "--proef")

    assert outcome.out.startswith("Proef: dit zou er veranderen; er is niets geschreven.\n")
    assert '\n-      "title": "Ambitie",\n+      "title": "Gedeelde ambitie",\n' in outcome.out
    assert snapshot(leeg) == before


def test_a_file_of_that_name_that_samenwerk_did_not_make_is_not_written_over(leeg: Path) -> None:
    (leeg / SCHEMA).write_text('{"title": "van iemand anders"}', encoding="utf-8")
    before = snapshot(leeg)

    outcome = run("schema", "--schrijf")

    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.splitlines() == [
        "samenwerking.schema.json is niet door samenwerk gemaakt; er is niets geschreven.",
        "→ Geef dat bestand een andere naam, en geef het commando opnieuw.",
    ]
    assert snapshot(leeg) == before
    assert controleer().code == 0, "nor does controleer meddle with it"


def test_the_line_is_a_key_of_its_own_in_json(leeg: Path) -> None:
    answer = run("schema", "--schrijf", "--json").json

    assert (answer["schema"], answer["bestand"], answer["regel"]) == ("samenwerk/wijziging", SCHEMA, MODELINE)
    add_modeline(leeg)
    assert run("schema", "--schrijf", "--json").json["regel"] == ""


def test_a_link_that_leads_out_of_the_folder_is_not_written_through(leeg: Path, tmp_path: Path) -> None:
    (tmp_path / "elders.json").write_text("Gemaakt met: samenwerk schema --schrijf", encoding="utf-8")
    make_link(leeg / SCHEMA, tmp_path / "elders.json")

    outcome = run("schema", "--schrijf")

    assert (outcome.code, outcome.out) == (3, "")
    assert outcome.err.startswith("samenwerking.schema.json wijst naar een plaats buiten de map van het dossier.\n")
    assert (tmp_path / "elders.json").read_text(encoding="utf-8") == "Gemaakt met: samenwerk schema --schrijf"


@pytest.mark.parametrize(
    "modeline", [MODELINE, "#  yaml-language-server:  $schema=./samenwerking.schema.json", f"# Ons dossier\r\n{MODELINE}\r"]
)
def test_controleer_advises_to_write_a_schema_that_is_pointed_to_and_is_not_there(leeg: Path, modeline: str) -> None:
    add_modeline(leeg, modeline)

    outcome = controleer()

    assert (outcome.code, outcome.err) == (1, ONTBREEKT)
    run("schema", "--schrijf")
    assert controleer().code == 0


def test_controleer_advises_to_renew_a_schema_of_another_version(leeg: Path) -> None:
    run("schema", "--schrijf")
    assert controleer().code == 0
    schema = json.loads((leeg / SCHEMA).read_bytes())
    del schema["properties"]["waarom"]
    (leeg / SCHEMA).write_text(json.dumps(schema), encoding="utf-8")

    outcome = controleer()

    assert (outcome.code, outcome.err) == (1, VEROUDERD)
    run("schema", "--schrijf")
    assert controleer().code == 0


@pytest.mark.parametrize("modeline", ["", "# yaml-language-server: $schema=https://voorbeeld.be/samenwerking.schema.json"])
def test_controleer_says_nothing_to_who_uses_no_schema_of_ours(leeg: Path, modeline: str) -> None:
    add_modeline(leeg, modeline)

    assert controleer().code == 0
