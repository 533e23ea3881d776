"""`importeer` and `exporteer`: the same records in a spreadsheet and in the dossier."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from runner import Terminal, changed_lines, dossier_text, rewrite, run, snapshot

from samenwerk.storage.tables.csv_text import format_csv, parse_csv

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").iterdir())
KINDS = ("partner", "stakeholder", "actie")


def table(folder: Path, text: str, encoding: str = "utf-8") -> str:
    """The name of a file with this table, in the folder of the dossier."""
    (folder / "lijst.csv").write_bytes(text.encode(encoding))
    return "lijst.csv"


# There and back


@pytest.mark.parametrize("enkelvoud", KINDS)
@pytest.mark.parametrize("source", [None, *EXAMPLES], ids=lambda source: source.name if source else "gevuld")
def test_an_export_that_comes_back_changes_no_byte(gevuld: Path, source: Path | None, enkelvoud: str) -> None:
    if source:
        (gevuld / "samenwerking.yaml").write_bytes((source / "samenwerking.yaml").read_bytes())
    before = (gevuld / "samenwerking.yaml").read_bytes()

    assert run(enkelvoud, "exporteer", "lijst.csv").code == 0
    outcome = run(enkelvoud, "importeer", "lijst.csv")

    assert (outcome.code, outcome.err) == (0, "")
    assert "Alles was al zo; er is niets veranderd." in outcome.out
    assert (gevuld / "samenwerking.yaml").read_bytes() == before


@pytest.mark.parametrize("source", EXAMPLES, ids=lambda source: source.name)
def test_records_that_are_gone_come_back_from_an_export(gevuld: Path, source: Path) -> None:
    (gevuld / "samenwerking.yaml").write_bytes((source / "samenwerking.yaml").read_bytes())
    run("actie", "exporteer", "lijst.csv")
    acties = run("actie", "lijst", "--json").json["acties"]
    assert [run("actie", "weg", actie["sleutel"]).code for actie in acties] == [0] * len(acties)

    assert run("actie", "importeer", "lijst.csv", "--ja").code == 0

    # What comes in without a status is new, and a new action is planned.
    expected = [{**actie, "status": actie["status"] or "gepland"} for actie in acties]
    assert run("actie", "lijst", "--json").json["acties"] == expected


@given(st.lists(st.tuples(st.text(st.characters(exclude_characters="\r\0", exclude_categories=["Cs"])), st.just("x"))))
def test_any_text_survives_a_cell(rows: list[tuple[str, str]]) -> None:
    content = format_csv(["wat", "x"], rows)

    assert [tuple(rij.cellen) for rij in parse_csv(content, "x").rijen] == rows


@pytest.mark.parametrize("text", ["=1+1", "+32 9 123", "-5", "@wie", "\tx", "'=1", "''@x"])
def test_what_a_spreadsheet_would_compute_is_marked_as_text(text: str) -> None:
    content = format_csv(["wat"], [[text]])

    assert next(csv.reader(io.StringIO(content.decode("utf-8-sig").split("\r\n")[1]), delimiter=";"))[0] == f"'{text}"


def test_an_export_opens_in_a_dutch_excel(gevuld: Path) -> None:
    assert run("actie", "exporteer", "lijst.csv").out == (
        "Alle acties staan in lijst.csv.\n→ Terug in het dossier: samenwerk actie importeer lijst.csv\n"
    )
    content = (gevuld / "lijst.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbfsleutel;wat;")
    assert content.endswith(b"\r\n")


def test_of_a_table_whose_name_looks_like_an_option_the_way_back_works_as_it_stands(gevuld: Path) -> None:
    exported = run("actie", "exporteer", "--", "-n.csv")

    assert exported.out.endswith("→ Terug in het dossier: samenwerk actie importeer -- -n.csv\n")
    assert run("actie", "importeer", "--", "-n.csv").code == 0


def test_an_export_never_takes_the_place_of_a_file(gevuld: Path) -> None:
    table(gevuld, "werk van iemand")

    outcome = run("actie", "exporteer", "lijst.csv")

    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err == "lijst.csv bestaat al; er is niets geschreven.\n→ Geef een andere naam.\n"
    assert (gevuld / "lijst.csv").read_text(encoding="utf-8") == "werk van iemand"


# What a row does


def test_new_changed_and_same_rows_are_told_and_written_together(gevuld: Path) -> None:
    before = dossier_text(gevuld)
    tabel = table(gevuld, "sleutel;wat;met;tegen\n;'s Avonds lezen;school, ouders;05/04/2026\nbuurtfeest;Een groot feest;;\n\n")

    outcome = run("actie", "importeer", tabel, "--ja")

    assert outcome == (
        0,
        "Nieuw: 1\n  rij 2, s-avonds-lezen\nGewijzigd: 1\n  rij 3, buurtfeest: wat\n"
        "Het dossier is bijgewerkt.\n→ Bekijk: samenwerk actie lijst\n",
        "",
    )
    lines = changed_lines(before, dossier_text(gevuld))
    assert len([line for line in lines if line.startswith("-")]) == 1
    assert lines[-5:] == [
        "+   s-avonds-lezen:",
        "+     wat: '''s Avonds lezen'",
        "+     met: [school, ouders]",
        "+     tegen: 2026-04-05",
        "+     status: gepland",
    ]
    again = run("actie", "importeer", tabel)
    assert "Gelijk: 2" in again.out


def test_a_letter_that_may_be_another_one_is_told_with_its_word(gevuld: Path) -> None:
    assert run("partner", "importeer", table(gevuld, "naam\nCafé\n", "cp1252"), "--proef").err == (
        "lijst.csv zegt niet hoe zijn letters bewaard zijn. Gelezen is bijvoorbeeld: “Café”.\n"
        "→ Staat daar een verkeerde letter in, bewaar het rekenblad dan als Excel-werkmap (.xlsx) of als “CSV UTF-8”.\n"
    )


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("naam;soort\r\nCafé;kern\r\n", "cp1252"),
        ("naam,soort\r\nCafé,kern\r\n", "utf-8-sig"),
        ("naam\tsoort\r\nCafé\tkern\r\n", "utf-16"),
        ("naam|soort\n Café | kern \n", "utf-8"),
        ("sep=,\r\nnaam,soort\r\nCafé,kern\r\n", "utf-8"),
        ("sep=^\nnaam^soort\nCafé^kern", "utf-8"),
        ('"naam" ; "soort"\n "Café" ;"kern"\n', "utf-8"),
        ("naam;soort\rCafé;kern\r", "mac_roman"),
        (";\n\nnaam;soort\n;\nCafé;kern\n;;;\n", "utf-16-be"),
    ],
)
def test_a_table_may_have_the_form_of_another_program(gevuld: Path, text: str, encoding: str) -> None:
    outcome = run("partner", "importeer", table(gevuld, text, encoding), "--ja")

    assert outcome.code == 0
    assert "  cafe:\n    naam: Café\n    soort: kern\n" in dossier_text(gevuld)


def test_a_list_of_before_a_key_changed_is_still_about_the_same_record(gevuld: Path) -> None:
    run("actie", "nieuw", "Een krant", "--tegen", "2026-06-01")
    run("actie", "exporteer", "lijst.csv")
    run("actie", "wijzig", "een-krant", "--sleutel", "krant")

    outcome = run("actie", "importeer", "lijst.csv")

    assert ", krant\n" in outcome.out
    assert "Alles was al zo; er is niets veranderd." in outcome.out


def test_a_name_that_is_there_under_another_key_is_not_taken_for_a_new_one(gevuld: Path) -> None:
    run("partner", "nieuw", "Bib", "--sleutel", "boeken")
    before = dossier_text(gevuld)

    outcome = run("partner", "importeer", table(gevuld, "sleutel;naam\nbib;Bib\n"), "--ja")

    assert (outcome.code, outcome.out) == (1, "")
    assert "lijst.csv:2: “Bib” staat al in het dossier, met de korte naam “boeken”.\n    → Zet die in" in outcome.err
    assert "rij 2, boeken" in run("partner", "importeer", table(gevuld, "naam;sector\nBib;cultuur\n"), "--proef").out
    assert dossier_text(gevuld) == before


def test_of_two_actions_with_one_name_each_keeps_its_key(gevuld: Path) -> None:
    run("actie", "nieuw", "Vergadering", "--sleutel", "eerste")

    outcome = run("actie", "importeer", table(gevuld, "sleutel;wat\neerste;Vergadering\ntweede;Vergadering\n"), "--ja")
    assert "Nieuw: 1\n  rij 3, tweede\n" in outcome.out

    welke = run("actie", "importeer", table(gevuld, "wat;tegen\nVergadering;2026-05-01\n"), "--ja")
    assert "lijst.csv:2: “Vergadering” staat al in het dossier, met de korte naam “eerste” of “tweede”." in welke.err


def test_a_list_holds_what_stands_in_the_cell_and_nothing_else(gevuld: Path) -> None:
    run("partner", "nieuw", "Bib", "--ambities", "lezen", "--ambities", "rust", "--ambities", "spelen")

    outcome = run(
        "partner", "importeer", table(gevuld, 'sleutel;ambities\nbib;"lezen\nspelen\neen zin\n  op twee regels"\n'), "--ja"
    )

    assert "rij 2, bib: ambities" in outcome.out
    waarden = run("partner", "toon", "bib", "--json").json
    assert waarden["ambities"] == ["lezen", "spelen", "een zin\nop twee regels"]


def test_a_profile_of_another_day_keeps_the_former_one(gevuld: Path) -> None:
    rewrite(gevuld, "\npartners:\n", "\npartners:\n  bib: {naam: Bib, profiel: {datum: 2026-01-10, deelt_ervaring: 2}}\n")

    run("partner", "importeer", table(gevuld, "sleutel;profiel_datum;profiel_deelt_ervaring\nbib;01/03/2026;4\n"), "--ja")

    waarden = run("partner", "toon", "bib", "--json").json
    assert (waarden["profiel_datum"], waarden["profiel_deelt_ervaring"]) == ("2026-03-01", "4")
    assert "eerder" in dossier_text(gevuld)


# Asking


def test_a_script_needs_ja_and_a_terminal_asks(gevuld: Path) -> None:
    tabel = table(gevuld, "wat\nIets nieuws\n")
    before = snapshot(gevuld)

    assert run("actie", "importeer", tabel).code == 4
    for answer in ("", "j"):
        assert snapshot(gevuld) == before
        terminal = Terminal("actie", "importeer", tabel, cwd=gevuld)
        terminal.answer("Dit in het dossier zetten? (j/n)", answer)
        assert terminal.finish().code == 0
    assert "iets-nieuws:" in dossier_text(gevuld)


# What is wrong


def test_everything_wrong_is_told_at_once_and_nothing_is_written(gevuld: Path) -> None:
    tabel = table(
        gevuld,
        "sleutel;wat;tegen;status;kleur;wat\n"
        "buurtfeest;;31/31/2026;klaarr;;\n;;;;rood;\nnieuw;Iets;;;;\nnieuw;Iets;;;;\nEén;Iets;;;;\n;Iets;;;;;te veel\n",
    )
    before = snapshot(gevuld)

    outcome = run("actie", "importeer", tabel, "--ja")

    assert (outcome.code, outcome.out) == (1, "")
    assert snapshot(gevuld) == before
    for waar in (
        "1: De kolom “kleur”",
        "1: De kolom “wat”",
        "2: ",
        "3: Hier ontbreekt",
        "5: De korte naam",
        "6: “Eén”",
        "7: Deze rij",
    ):
        assert f"lijst.csv:{waar}" in outcome.err
    assert outcome.err.count("lijst.csv:2: ") == 2
    assert "lijst.csv:2: tegen: “31/31/2026” " in outcome.err


@pytest.mark.parametrize(
    ("text", "melding"),
    [
        ("", "lijst.csv is leeg."),
        (
            "naam\nBuren\n",
            "lijst.csv:2: De korte naam “buren” is al in gebruik: stakeholder “Omwonenden”.\n    → Zet een andere",
        ),
    ],
    ids=["empty", "taken"],
)
def test_a_file_that_cannot_be_taken_over_is_refused(gevuld: Path, text: str, melding: str) -> None:
    outcome = run("partner", "importeer", table(gevuld, text), "--ja")

    assert (outcome.code, outcome.out) == (1, "")
    assert melding in outcome.err


def test_every_quote_out_of_place_is_told_with_its_row_and_column(gevuld: Path) -> None:
    tabel = table(
        gevuld,
        'naam;zoekt\nSchool C;"een tekst zonder einde\nSchool D;x\n"School" E;y\nSchool "F";z\n'
        '"School ""G""";"een ""zin""\nop twee regels"\n;zonder naam\n',
    )
    before = snapshot(gevuld)

    outcome = run("partner", "importeer", tabel, "--ja")

    assert (outcome.code, outcome.out) == (1, "")
    assert snapshot(gevuld) == before
    assert [line.strip() for line in outcome.err.split("\n") if "lijst.csv:" in line] == [
        "lijst.csv:2:2: Het aanhalingsteken in kolom 2, bij “een tekst zonder einde”, opent of sluit geen cel.",
        "lijst.csv:4:1: Het aanhalingsteken in kolom 1, bij “School”, opent of sluit geen cel.",
        'lijst.csv:5:1: Het aanhalingsteken in kolom 1, bij “School "F"”, opent of sluit geen cel.',
        "lijst.csv:7: Hier ontbreekt “naam”: De naam van de organisatie.",
    ]


def test_unknown_columns_are_summed_up_in_one_sentence(gevuld: Path) -> None:
    outcome = run("partner", "importeer", table(gevuld, "naam;telefoon;mail;;kleur;\nBib;1;2;3;4;\n"), "--ja")

    assert (outcome.code, outcome.out) == (1, "")
    een, advies, ander, _, *rest = outcome.err.splitlines()[1:]
    assert een == "  lijst.csv:1: De kolommen “telefoon”, “mail” en “kleur” bestaan niet voor de partner."
    assert advies == "    → Haal weg wat samenwerk niet kent, of noem het zoals in een export: samenwerk partner exporteer"
    assert ander == "  lijst.csv:1: Kolom 4 heeft geen naam, maar er staat wel iets in."
    assert rest == []


def test_of_a_list_without_one_known_column_only_that_is_told(gevuld: Path) -> None:
    outcome = run("partner", "importeer", table(gevuld, "Ledenlijst;2026\nkleur;vorm\nrood;rond\n"), "--ja")

    melding, advies = outcome.err.splitlines()
    assert melding == "Op rij 1 van lijst.csv staat geen enkele kolom van partners: “Ledenlijst” en “2026”."
    assert advies == "→ Zet op de eerste rij de namen van de kolommen, zoals in een export: samenwerk partner exporteer"


def test_a_list_may_have_a_title_above_the_names_of_its_columns(gevuld: Path) -> None:
    tabel = table(gevuld, "Ledenlijst 2026;;\nversie van maart;;\n\nnaam;sector;\nBib;cultuur;\n;#N/B;\n")

    outcome = run("partner", "importeer", tabel, "--ja")

    assert [line.strip() for line in outcome.err.splitlines()[1::2]] == [
        "lijst.csv:6: In de kolom “sector” staat “#N/B”: een foutmelding van het rekenblad.",
        "lijst.csv:6: Hier ontbreekt “naam”: De naam van de organisatie.",
    ]


def test_headings_and_cells_are_read_as_people_write_them(gevuld: Path) -> None:
    tabel = table(
        gevuld,
        "NAAM;Soort; Mandaat geldig tot ;Draagvlak-oordeel\nBib;Kern;31/12/2026;4\nAcademie;betr;31 december 2026;\n",
    )

    assert run("partner", "importeer", tabel, "--ja").code == 0

    text = dossier_text(gevuld)
    assert "  bib:\n    naam: Bib\n    soort: kern\n    mandaat:\n      geldig_tot: 2026-12-31\n" in text
    assert "    draagvlak:\n      oordeel: 4\n" in text
    assert "  academie:\n    naam: Academie\n    soort: betrokken\n    mandaat:\n      geldig_tot: 2026-12-31\n" in text
    assert "Alles was al zo" in run("partner", "importeer", tabel).out


def test_a_heading_that_is_there_in_two_ways_is_there_twice(gevuld: Path) -> None:
    outcome = run("partner", "importeer", table(gevuld, "naam;Soort;soort\nBib;kern;\n"), "--ja")

    assert "lijst.csv:1: De kolom “soort” staat er meer dan eens." in outcome.err


def test_what_a_spreadsheet_puts_in_the_place_of_what_was_meant_is_refused_with_row_and_column(gevuld: Path) -> None:
    cellen = ["#NAAM?", "#N/A", "#VALEUR!", "Err:508", "WAAR", "FALSE", "1,23457E+11", "1.2e+20", "####", "CafÃ© Ãén Caf\ufffd"]
    tabel = table(
        gevuld, "naam;sector\n" + "".join(f"Bib {nummer};{cel}\n" for nummer, cel in enumerate(cellen)) + "#VERW!;x\n"
    )
    before = snapshot(gevuld)

    outcome = run("partner", "importeer", tabel, "--ja")

    assert (outcome.code, outcome.out) == (1, "")
    assert snapshot(gevuld) == before
    told = [line.strip().removeprefix("lijst.csv:") for line in outcome.err.splitlines()[1::2]]
    assert told == [
        "2: In de kolom “sector” staat “#NAAM?”: een foutmelding van het rekenblad.",
        "3: In de kolom “sector” staat “#N/A”: een foutmelding van het rekenblad.",
        "4: In de kolom “sector” staat “#VALEUR!”: een foutmelding van het rekenblad.",
        "5: In de kolom “sector” staat “Err:508”: een foutmelding van het rekenblad.",
        "6: In de kolom “sector” staat “WAAR”: de uitkomst van een vergelijking in het rekenblad.",
        "7: In de kolom “sector” staat “FALSE”: de uitkomst van een vergelijking in het rekenblad.",
        "8: In de kolom “sector” staat “1,23457E+11”: een getal dat het rekenblad afkortte.",
        "9: In de kolom “sector” staat “1.2e+20”: een getal dat het rekenblad afkortte.",
        "10: In de kolom “sector” staat alleen ###: de kolom was te smal toen het blad bewaard werd.",
        "11: In de kolom “sector” staat “CafÃ©”, waar “Café” bedoeld is.",
        "12: In de kolom “naam” staat “#VERW!”: een foutmelding van het rekenblad.",
    ]


def test_words_that_only_look_like_a_mark_of_a_spreadsheet_are_names(gevuld: Path) -> None:
    namen = ["#samen", "Waar", "#DOEMEE!", "1E5", "2,5", "Fout: 3", "Ñandú", "Âme"]

    outcome = run("partner", "importeer", table(gevuld, "\n".join(["naam", *namen])), "--ja")

    assert (outcome.code, outcome.err) == (0, "")
    assert f"Nieuw: {len(namen)}\n" in outcome.out


def test_a_file_that_is_not_there_is_named(gevuld: Path) -> None:
    assert run("actie", "importeer", "weg.csv").err == "Het bestand weg.csv bestaat niet.\n→ Controleer de naam en de map.\n"
    table(gevuld, "wat\nIets\n")
    assert run("actie", "importeer", "lijsten.csv").err.endswith("\n→ Bedoelde u “lijst.csv”?\n")


def test_a_folder_is_no_table(gevuld: Path) -> None:
    assert run("actie", "importeer", ".").err.startswith("mijn-netwerk is niet te lezen: het is een map.\n")


def test_a_key_that_two_titles_would_share_is_refused(gevuld: Path) -> None:
    run("actie", "nieuw", "Een krant")

    outcome = run("actie", "importeer", table(gevuld, "wat\nEen krant!\n"), "--ja")

    assert (outcome.code, outcome.out) == (1, "")
    assert "lijst.csv:2: De korte naam “een-krant” is al in gebruik: actie “Een krant”." in outcome.err


def test_the_report_as_json_names_each_row_with_its_fields(gevuld: Path) -> None:
    run("stakeholder", "wijzig", "buren", "--naam", "Buren van de school")

    first = run("stakeholder", "importeer", table(gevuld, "sleutel;naam\nburen;Buren\n"), "--ja", "--json")

    assert first.json["rijen"] == [{"rij": 2, "sleutel": "buren", "wat": "gewijzigd", "velden": ["naam"]}]


def test_a_correction_on_the_day_of_a_profile_keeps_its_other_answers(gevuld: Path) -> None:
    profiel = "{datum: 2026-01-10, deelt_ervaring: 2, waardeert_inbreng: 3}"
    rewrite(gevuld, "\npartners:\n", f"\npartners:\n  bib: {{naam: Bib, profiel: {profiel}}}\n")
    run("partner", "exporteer", "lijst.csv")
    exported = (gevuld / "lijst.csv").read_bytes()
    (gevuld / "lijst.csv").write_bytes(exported.replace(b";2026-01-10;2;3;", b";2026-01-10;5;3;"))

    outcome = run("partner", "importeer", "lijst.csv", "--ja")

    assert "rij 2, bib: profiel_deelt_ervaring\n" in outcome.out
    waarden = run("partner", "toon", "bib", "--json").json
    assert (waarden["profiel_deelt_ervaring"], waarden["profiel_waardeert_inbreng"]) == ("5", "3")
    assert "eerder" not in dossier_text(gevuld)
