"""`samenwerk render`: the documents get their files, and what a person changed by hand is not lost."""

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest
from needs import make_link
from runner import rewrite, run, snapshot

from samenwerk.domain.gegevens import Gegevens, select_gegevens
from samenwerk.domain.samenwerking import Samenwerking

ALL = [
    "stakeholderanalyse", "startnota", "intentieverklaring", "afsprakennota", "actieplan",
    "projectfiche-huiswerkklas", "procesplan", "evaluatiebeleid", "leerverslag", "overdracht",
]  # fmt: skip


def documents(folder: Path) -> list[str]:
    """The documents that have a file, by name."""
    return sorted(path.stem for path in (folder / "documenten").glob("*") if path.is_file())


def edit_by_hand(folder: Path, naam: str) -> None:
    """A person adds a line to a document."""
    path = folder / "documenten" / f"{naam}.md"
    path.write_text(path.read_text(encoding="utf-8").replace("\n\n", "\n\nZelf bijgeschreven.\n\n", 1), encoding="utf-8")


def lay_out_anew(path: Path) -> None:
    """Save a document as an editor does that formats Markdown on saving."""
    text = re.sub(r"(?<!\*)\*(?!\*)", "_", path.read_text(encoding="utf-8")).replace("| --- |", "| ----- |")
    path.write_text(text.replace("\n- ", "\n* ").replace("| Stad |", "| Stad  |"), encoding="utf-8")


def test_a_document_with_the_line_ends_of_an_old_macintosh_is_no_document_that_someone_edited(gevuld: Path) -> None:
    run("render", "startnota")
    path = gevuld / "documenten" / "startnota.md"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r"))

    assert run("render", "startnota", "--controle").out == "documenten/startnota.md: actueel\n"


def test_a_document_that_an_editor_laid_out_anew_is_no_document_that_someone_edited(gevuld: Path) -> None:
    run("vaststellen", "startnota")
    for path in ("startnota.md", "vastgesteld/startnota-v1.md"):
        lay_out_anew(gevuld / "documenten" / path)
    before = snapshot(gevuld)

    assert run("render", "startnota", "--controle").out == "documenten/startnota.md: actueel\n"
    assert run("render", "startnota").out.startswith("documenten/startnota.md was al actueel.\n")
    assert snapshot(gevuld) == before
    assert "vastgesteld" not in run("controleer").err
    run("zet", "waarom", "Om iets anders.")
    assert run("render", "startnota").out.startswith("documenten/startnota.md geschreven.\n")
    lay_out_anew(gevuld / "documenten" / "startnota.md")
    edit_by_hand(gevuld, "startnota")
    assert run("render", "startnota").code == 1


def test_without_a_name_the_documents_of_the_fase_are_made(gevuld: Path) -> None:
    outcome = run("render")

    assert outcome == (
        0,
        "documenten/intentieverklaring.md geschreven.\n"
        "→ Bekijk het als Word-bestand, om door te sturen: samenwerk open intentieverklaring\n",
        "",
    )
    assert documents(gevuld) == ["intentieverklaring"]
    text = (gevuld / "documenten" / "intentieverklaring.md").read_text(encoding="utf-8")
    assert text.startswith("# Intentieverklaring")
    assert "Brede School De Brug" in text


def test_a_document_that_is_current_is_left_alone(gevuld: Path) -> None:
    run("render")

    assert run("render") == (0, "documenten/intentieverklaring.md was al actueel.\n", "")


def test_named_documents_are_made_once_each(gevuld: Path) -> None:
    outcome = run("render", "startnota", "projectfiche-huiswerkklas", "projectfiche", "startnota")

    assert outcome.out.splitlines()[:-1] == [
        "documenten/startnota.md geschreven.",
        "documenten/projectfiche-huiswerkklas.md geschreven.",
    ]
    assert documents(gevuld) == ["projectfiche-huiswerkklas", "startnota"]


def test_alles_makes_every_document(gevuld: Path) -> None:
    assert run("render", "--alles").code == 0

    assert documents(gevuld) == sorted(ALL)


def test_naar_streepje_shows_the_text_that_would_be_in_the_file(gevuld: Path) -> None:
    shown = run("render", "startnota", "--naar", "-")
    assert not (gevuld / "documenten").exists()

    run("render", "startnota")
    assert (shown.code, shown.err) == (0, "")
    assert shown.out == (gevuld / "documenten" / "startnota.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "geschreven", "written"),
    [
        (("--json",), ["documenten/intentieverklaring.md"], ["intentieverklaring"]),
        (("--json", "--proef"), [], []),
        (("--json", "--naar", "-"), None, []),
    ],
)
def test_as_json_each_document_has_its_file_and_text(
    gevuld: Path, words: tuple[str, ...], geschreven: list[str] | None, written: list[str]
) -> None:
    antwoord = run("render", *words).json

    assert (antwoord["schema"], antwoord["versie"], antwoord.get("geschreven")) == ("samenwerk/documenten", 1, geschreven)
    [stuk] = antwoord["documenten"]
    assert (stuk["naam"], stuk["bestand"]) == ("intentieverklaring", "documenten/intentieverklaring.md")
    assert stuk["tekst"].startswith("# Intentieverklaring")
    assert documents(gevuld) == written


def test_a_proef_shows_what_would_be_written(gevuld: Path) -> None:
    before = snapshot(gevuld)

    outcome = run("render", "--alles", "-n")

    assert outcome.code == 0
    for naam in ALL:
        assert f"documenten/{naam}.md. Regels met -: nu. Regels met +: nieuw.\n" in outcome.out
    assert outcome.out.endswith("Proef: er is niets geschreven.\n")
    assert snapshot(gevuld) == before


# Looking without writing


def test_controle_tells_missing_current_stale_and_edited_and_writes_nothing(gevuld: Path) -> None:
    run("render", "startnota", "actieplan", "procesplan")
    rewrite(gevuld, "waarom: Geen van ons", "waarom: Niemand van ons")  # printed in the startnota
    edit_by_hand(gevuld, "procesplan")
    before = snapshot(gevuld)

    outcome = run("render", "--controle")

    assert (outcome.code, outcome.err) == (1, "")
    assert outcome.out.splitlines() == [
        "documenten/startnota.md: verouderd",
        "documenten/intentieverklaring.md: ontbreekt",
        "documenten/actieplan.md: actueel",
        "documenten/procesplan.md: met de hand bewerkt",
    ]
    assert run("render", "actieplan", "--controle").code == 0
    assert snapshot(gevuld) == before


def test_controle_as_json_has_the_same_exit_code(gevuld: Path) -> None:
    outcome = run("render", "--controle", "--json")

    assert (outcome.code, [stuk["oordeel"] for stuk in outcome.json["documenten"]]) == (1, ["ontbreekt"])


@pytest.mark.parametrize("change", ["nothing", "dossier", "by hand", "windows", "gone", "other"])
def test_status_says_of_a_document_what_controle_says(gevuld: Path, change: str) -> None:
    run("render")
    path = gevuld / "documenten" / "intentieverklaring.md"
    if change == "dossier":
        run("zet", "gedeelde_ambitie", "Iets anders.")
    elif change == "by hand":
        edit_by_hand(gevuld, "intentieverklaring")
    elif change == "windows":
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    elif change == "gone":
        path.unlink()
    elif change == "other":
        run("zet", "acties.buurtfeest.status", "klaar")

    status = run("status", "--json").json["documenten"]
    controle = run("render", "--controle", "--json").json["documenten"]

    assert [stuk["oordeel"] for stuk in status] == [stuk["oordeel"] for stuk in controle]
    expected = {"dossier": "verouderd", "by hand": "met de hand bewerkt", "gone": "ontbreekt"}.get(change, "actueel")
    assert status[0]["oordeel"] == expected


# What a person wrote


def test_a_document_edited_by_hand_is_not_overwritten_nor_are_the_others_made(gevuld: Path) -> None:
    run("render", "startnota")
    edit_by_hand(gevuld, "startnota")
    before = snapshot(gevuld)

    outcome = run("render", "--alles")

    assert outcome.code == 1
    assert "documenten/startnota.md. Regels met -: nu. Regels met +: nieuw.\nVanaf regel " in outcome.out
    assert "-Zelf bijgeschreven.\n" in outcome.out
    assert outcome.err.splitlines() == [
        "documenten/startnota.md is met de hand bewerkt; er is niets geschreven.",
        "→ Zet eigen tekst tussen “vrij: …” en “einde: …”, de rest in het dossier, "
        "of schrijf eroverheen met: samenwerk render --overschrijf",
    ]
    assert snapshot(gevuld) == before


def test_as_json_the_refusal_is_one_document(gevuld: Path) -> None:
    run("render")
    edit_by_hand(gevuld, "intentieverklaring")

    outcome = run("render", "--json")

    assert (outcome.code, outcome.err) == (1, "")
    assert [fout["code"] for fout in outcome.json["fouten"]] == ["met_de_hand_bewerkt"]


def test_overschrijf_writes_over_it(gevuld: Path) -> None:
    run("render")
    before = snapshot(gevuld)
    edit_by_hand(gevuld, "intentieverklaring")

    assert run("render", "--overschrijf").code == 0

    assert snapshot(gevuld) == before


def test_a_stale_document_is_made_anew(gevuld: Path) -> None:
    run("render")
    run("zet", "gedeelde_ambitie", "Iets heel anders.")

    assert run("render").out.startswith("documenten/intentieverklaring.md geschreven.\n")
    assert "Iets heel anders." in (gevuld / "documenten" / "intentieverklaring.md").read_text(encoding="utf-8")


def test_a_folder_of_documents_that_leads_out_of_the_dossier_is_refused(gevuld: Path, tmp_path: Path) -> None:
    elders = tmp_path / "elders"
    elders.mkdir()
    make_link(gevuld / "documenten", elders)

    outcome = run("render")

    assert (outcome.code, outcome.out) == (3, "")
    assert "wijst naar een plaats buiten de map van het dossier" in outcome.err
    assert list(elders.iterdir()) == []


# Names


@pytest.mark.parametrize(
    ("naam", "oplossing"),
    [
        ("strtnota", "→ Bedoelde u “startnota”?"),
        ("projectfiche-huswerkklas", "→ Bedoelde u “projectfiche-huiswerkklas”?"),
        ("../samenwerking", "→ Kies uit: Stakeholderanalyse, Startnota,"),
    ],
)
def test_a_document_that_does_not_exist_gets_a_suggestion(gevuld: Path, naam: str, oplossing: str) -> None:
    before = snapshot(gevuld)

    outcome = run("render", "actieplan", naam)

    assert (outcome.code, outcome.err.splitlines()[0]) == (2, f"“{naam}” is geen document.")
    assert outcome.err.splitlines()[1].startswith(oplossing)
    assert snapshot(gevuld) == before


def test_without_a_project_there_is_no_projectfiche(leeg: Path) -> None:
    assert run("render", "projectfiche") == (
        1,
        "",
        "Er is nog geen project, en dus geen projectfiche.\n→ Voeg een project toe bij projecten in samenwerking.yaml.\n",
    )
    rewrite(leeg, "fase: opstart", "fase: vormgeven")
    rewrite(leeg, "naar: opstart", "naar: vormgeven")
    assert run("render").out == "Er is nog geen project, en dus geen projectfiche.\n"
    assert "Er is nog geen project, en dus geen projectfiche.\n" in run("status", "--alles").out


def test_another_place_than_the_folder_of_documents_is_refused(gevuld: Path) -> None:
    outcome = run("render", "--naar", "uit.md")

    assert (outcome.code, outcome.err.splitlines()[0]) == (2, "“uit.md” kan niet achter --naar.")
    assert not (gevuld / "uit.md").exists()


def test_an_own_template_wins_and_its_mistake_is_one_sentence(gevuld: Path) -> None:
    (gevuld / "sjablonen").mkdir()
    own = gevuld / "sjablonen" / "startnota.md.j2"
    own.write_text("# Onze startnota: {{ samenwerking.naam }}\n", encoding="utf-8")
    assert run("render", "startnota", "--naar", "-").out.startswith("# Onze startnota: Brede School De Brug\n")

    own.write_text("# Nota\n{{ samenwerking.naaam }}\n", encoding="utf-8")
    outcome = run("render", "startnota")
    assert outcome.code == 1
    assert outcome.err.startswith("Het sjabloon startnota.md.j2, regel 2: ")
    assert not (gevuld / "documenten").exists()


@pytest.mark.parametrize(
    ("words", "most"), [(("render", "startnota", "--formaat", "html"), 1), (("vaststellen", "startnota"), 2)], ids=str
)
def test_what_a_document_is_made_of_is_asked_once_of_each_dossier(
    gevuld: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], most: int
) -> None:
    run("vaststellen", "startnota")
    run("zet", "waarom", "Samen gaat het beter.")
    asked: Counter[tuple[str, ...]] = Counter()

    def count(samenwerking: Samenwerking, pads: Iterable[str], *, namen: bool = True) -> Gegevens:
        asked[tuple(pads)] += 1
        return select_gegevens(samenwerking, pads, namen=namen)

    monkeypatch.setattr("samenwerk.domain.versies.select_gegevens", count)
    monkeypatch.setattr("samenwerk.domain.stand.select_gegevens", count)

    assert run(*words).code == 0
    # Adopting makes a dossier with one version more, of which all is asked again.
    assert len(asked) == 2
    assert set(asked.values()) <= {1, most}
