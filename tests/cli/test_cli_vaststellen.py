"""`samenwerk vaststellen`: a version with a kept copy that nothing changes any more, and what a later change does to it."""

import errno
import json
from pathlib import Path

import pytest
from file_faults import refuse
from runner import changed_lines, dossier_text, rewrite, run, snapshot

KEPT = Path("documenten") / "vastgesteld"


def read(folder: Path, *parts: str) -> str:
    return folder.joinpath("documenten", *parts).read_text(encoding="utf-8")


def test_a_version_gets_its_number_day_and_ronde_and_the_dossier_only_these_lines(gevuld: Path) -> None:
    before = dossier_text(gevuld)

    outcome = run("vaststellen", "startnota", "--datum", "2026-03-10")

    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == (
        "De startnota is vastgesteld op 10 maart 2026, als versie 1. Bewaard in documenten/vastgesteld/startnota-v1.md\n"
        "→ Noteer wie instemt: samenwerk instemmen startnota --partner stad\n"
    )
    added = [line[2:] for line in changed_lines(before, dossier_text(gevuld))]
    assert added[:6] == [
        "documenten:",
        "  startnota:",
        "    versies:",
        "      - versie: 1",
        "        datum: 2026-03-10",
        "        ronde: 1",
    ]
    assert [line.split(":")[0].strip() for line in added[6:8]] == ["vingerafdruk", "afschrift"]


def test_the_kept_copy_is_the_document_of_that_day_and_says_so(gevuld: Path) -> None:
    run("vaststellen", "startnota", "--datum", "2026-03-10")

    assert read(gevuld, "vastgesteld", "startnota-v1.md") == read(gevuld, "startnota.md")
    assert "- **Status:** vastgesteld op 10 maart 2026 (versie 1)\n" in read(gevuld, "startnota.md")
    assert run("render", "startnota").out == "documenten/startnota.md was al actueel.\n"


def test_beside_it_stands_what_the_partners_agree_to_and_nothing_else(gevuld: Path) -> None:
    rewrite(gevuld, "- {wat: minder klachten, soort: organisatie}", "- {wat: mijn loopbaan, soort: individueel}")
    run("vaststellen", "intentieverklaring")

    kept = json.loads(read(gevuld, "vastgesteld", "intentieverklaring-v1.json"))
    assert (kept["schema"], kept["document"], kept["versie"]) == ("samenwerk/vastgesteld", "intentieverklaring", 1)
    assert kept["gegevens"]["gedeelde_ambitie"] == "Elk kind vindt na schooltijd een plek."
    assert kept["gegevens"]["partners"][0] == {
        "sleutel": "stad",
        "naam": "Stad",
        "soort": "kern",
        "ambities": ["een plek voor elk kind"],
        "inzet": "een halftijdse coördinator",
        "mandaat": {"namens": "het college"},
    }
    assert "loopbaan" not in read(gevuld, "vastgesteld", "intentieverklaring-v1.json")
    assert "acties" not in kept["gegevens"]


@pytest.mark.parametrize(
    ("change", "status"),
    [
        (("zet", "waarom", "Anders."), "concept, gewijzigd na versie 1"),
        (("zet", "acties.buurtfeest.wat", "Een feest in de zaal"), "vastgesteld op 15 maart 2026 (versie 1)"),
        (("partner", "wijzig", "stad", "--sleutel", "gemeente"), "vastgesteld op 15 maart 2026 (versie 1)"),
        (("fase", "volgende"), "vastgesteld op 15 maart 2026 (versie 1)"),
    ],
)
def test_only_another_agreed_word_makes_it_a_concept_again(gevuld: Path, change: tuple[str, ...], status: str) -> None:
    run("vaststellen", "startnota")
    assert run(*change).code == 0
    run("render", "startnota", "--overschrijf")
    assert f"- **Status:** {status}\n" in read(gevuld, "startnota.md")


def test_another_layout_of_the_file_or_another_template_makes_no_agreement_lapse(gevuld: Path) -> None:
    run("vaststellen", "startnota")
    rewrite(
        gevuld,
        "waarom: Geen van ons bereikt alle kinderen alleen.",
        "waarom: >-\n  Geen van ons bereikt\n  alle kinderen alleen.",
    )
    (gevuld / "sjablonen").mkdir()
    (gevuld / "sjablonen" / "startnota.md.j2").write_text("# Heel anders\n\n{{ status }}\n", encoding="utf-8")

    assert "\nvastgesteld op 15 maart 2026 (versie 1)\n" in run("render", "startnota", "--naar", "-").out


def test_a_change_says_which_adopted_document_it_touches(gevuld: Path) -> None:
    run("vaststellen", "startnota")
    touched = "De startnota is nu weer een concept: dit staat anders dan in versie 1.\n"
    touched += "→ Bekijk wat er wijzigde: samenwerk verschil startnota\n"
    would = "De startnota zou dan weer een concept zijn: dit staat anders dan in versie 1.\n"

    assert run("zet", "waarom", "Anders.", "--proef").out.endswith(would)
    assert run("zet", "waarom", "Anders.", "--proef", "--json").json["geraakt"] == ["startnota"]
    assert run("zet", "waarom", "Anders.").out.endswith(touched)
    assert "weer een concept" not in run("zet", "waarom", "Nog anders.").out, "it is a concept already"


def test_the_next_version_begins_with_what_changed_since_the_one_before(gevuld: Path) -> None:
    run("vaststellen", "startnota", "--datum", "2026-03-01")
    run("zet", "waarom", "Samen bereiken we elk kind.")
    run("partner", "nieuw", "Bib", "--soort", "betrokken")

    outcome = run("vaststellen", "startnota", "--datum", "2026-03-12")

    told = [
        "- Waarom: “Samen bereiken we elk kind” in plaats van “Geen van ons bereikt alle kinderen alleen”.",
        "- Partner “Bib” kwam erbij.",
    ]
    assert "Gewijzigd sinds versie 1. Zo staat het ook vooraan in het document:\n  " + "\n  ".join(told) in outcome.out
    for document in (read(gevuld, "startnota.md"), read(gevuld, "vastgesteld", "startnota-v2.md")):
        assert "## Gewijzigd sinds versie 1\n\n" + "\n".join(told) + "\n\n<!-- vrij: inleiding -->" in document
        assert "### Vroegere versies\n\n- **Versie 1**, vastgesteld op 1 maart 2026 in ronde 1\n" in document
    assert "Gewijzigd sinds" not in read(gevuld, "vastgesteld", "startnota-v1.md")


def test_what_is_still_open_does_not_stop_the_group_but_is_told(gevuld: Path) -> None:
    rewrite(gevuld, "  - {datum: 2026-02-01, met: [stad, school], over: kennismaking}", "  - {datum: 2026-02-01, met: [stad]}")

    outcome = run("vaststellen", "startnota")

    assert outcome.out.endswith("Let op, in dit document is nog niet alles klaar:\n  - Nog geen gesprek met: School\n")


@pytest.mark.parametrize(
    ("words", "code", "melding"),
    [
        (("overdracht",), 1, "De overdracht volgt het dossier en wordt niet vastgesteld.\n"),
        (("leerverslag",), 1, "Het leerverslag volgt het dossier en wordt niet vastgesteld.\n"),
        (("startnoot",), 2, "“startnoot” is geen document.\n→ Bedoelde u “startnota”?\n"),
        (("projectfiche-weg",), 2, "“projectfiche-weg” is geen document.\n"),
        (("startnota", "--datum", "2026-03-16"), 2, "16 maart 2026 moet nog komen; hier noteert u wat gebeurd is.\n"),
        ((), 2, ""),
    ],
)
def test_what_cannot_be_adopted_is_refused(gevuld: Path, words: tuple[str, ...], code: int, melding: str) -> None:
    before = snapshot(gevuld)
    outcome = run("vaststellen", *words)
    assert (outcome.code, outcome.err[: len(melding)]) == (code, melding)
    assert snapshot(gevuld) == before


def test_a_version_that_says_the_same_is_not_made_twice(gevuld: Path) -> None:
    run("vaststellen", "startnota")
    before = snapshot(gevuld)

    outcome = run("vaststellen", "startnota")

    assert (outcome.code, outcome.err) == (
        1,
        "Er is niets gewijzigd sinds versie 1 van de startnota.\n"
        "→ Noteer wie instemt: samenwerk instemmen startnota --partner stad\n",
    )
    assert snapshot(gevuld) == before


def test_the_next_version_is_not_older_than_the_one_before(gevuld: Path) -> None:
    run("vaststellen", "startnota", "--datum", "2026-03-10")
    run("zet", "waarom", "Anders.")

    outcome = run("vaststellen", "startnota", "--datum", "2026-03-09")

    assert (outcome.code, outcome.err.splitlines()[0]) == (
        1,
        "Versie 2 (9 maart 2026) is vroeger dan die ervoor (10 maart 2026).",
    )


def test_a_document_edited_by_hand_is_not_adopted(gevuld: Path) -> None:
    run("render", "startnota")
    path = gevuld / "documenten" / "startnota.md"
    path.write_text(path.read_text(encoding="utf-8").replace("# Startnota", "# Onze startnota"), encoding="utf-8")
    before = snapshot(gevuld)

    outcome = run("vaststellen", "startnota")

    assert (outcome.code, outcome.err.splitlines()) == (
        1,
        [
            "documenten/startnota.md is met de hand bewerkt; er is niets geschreven.",
            "→ Zet eigen tekst tussen “vrij: …” en “einde: …”, de rest in het dossier, "
            "of schrijf eroverheen met: samenwerk render --overschrijf",
        ],
    )
    assert snapshot(gevuld) == before


def test_a_copy_that_is_there_already_is_never_written_over(gevuld: Path) -> None:
    (gevuld / KEPT).mkdir(parents=True)
    (gevuld / KEPT / "startnota-v1.md").write_text("Iets anders.\n", encoding="utf-8")
    before = snapshot(gevuld)

    outcome = run("vaststellen", "startnota")

    assert outcome.code == 1
    assert outcome.err.startswith(
        "documenten/vastgesteld/startnota-v1.md bestaat al en hoort bij geen versie in het dossier.\n"
    )
    assert snapshot(gevuld) == before


@pytest.mark.parametrize("name", ["startnota-v1.md", "startnota-v1.json", "startnota.md", "samenwerking.yaml"])
def test_when_one_of_the_files_cannot_be_written_none_is(gevuld: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = snapshot(gevuld)

    refuse(monkeypatch, "replace", name, OSError(errno.ENOSPC, "no"))

    assert run("vaststellen", "startnota").code == 1
    assert snapshot(gevuld) == before


def test_the_number_of_a_version_is_one_more_than_the_highest(gevuld: Path) -> None:
    rewrite(
        gevuld,
        "# einde",
        "documenten:\n  startnota:\n    versies:\n"
        "      - {versie: 1, datum: 2026-02-01}\n      - {versie: 5, datum: 2026-02-02}\n",
    )
    assert run("vaststellen", "startnota", "--json").json["versie"] == 6


# Kept copies


@pytest.mark.parametrize(
    ("name", "melding"),
    [
        (
            "startnota-v1.md",
            "De bewaarde tekst van versie 1 van de startnota is gewijzigd: documenten/vastgesteld/startnota-v1.md.",
        ),
        (
            "startnota-v1.json",
            "De gegevens van versie 1 van de startnota ontbreken of zijn gewijzigd: documenten/vastgesteld/startnota-v1.json.",
        ),
    ],
)
@pytest.mark.parametrize("old", [b"Stad", b"alleen"])
def test_controleer_finds_a_copy_of_which_a_word_was_altered(gevuld: Path, name: str, melding: str, old: bytes) -> None:
    run("vaststellen", "startnota")
    assert "bewaarde" not in run("controleer").err
    path = gevuld / KEPT / name
    path.write_bytes(path.read_bytes().replace(old, b"Sted", 1))

    outcome = run("controleer", "--json")

    assert outcome.code == 1
    [bevinding] = [gevonden for gevonden in outcome.json["bevindingen"] if gevonden["code"].startswith("afschrift")]
    assert (bevinding["melding"], bevinding["ernst"]) == (melding, "advies")
    assert bevinding["pad"] == "documenten.startnota.versies.1"
    assert run("status").code == 0, "the dossier itself can still be used"


def test_controleer_finds_a_copy_that_is_gone_and_git_may_change_the_line_ends(gevuld: Path) -> None:
    run("vaststellen", "startnota")
    path = gevuld / KEPT / "startnota-v1.md"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert "startnota-v1" not in run("controleer").err

    path.unlink()
    assert (
        "De bewaarde tekst van versie 1 van de startnota ontbreekt: documenten/vastgesteld/startnota-v1.md."
        in run("controleer").err
    )


def test_a_version_noted_by_hand_has_no_copy_and_is_not_complained_of(gevuld: Path) -> None:
    rewrite(gevuld, "# einde", "documenten:\n  startnota:\n    versies:\n      - {versie: 1, datum: 2026-03-01}\n")
    assert "startnota-v1" not in run("controleer").err
    assert (
        "is niet meer na te gaan. De gegevens van versie 1 zijn niet bewaard." in run("render", "startnota", "--naar", "-").out
    )
