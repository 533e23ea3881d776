"""A dossier is found from below, read with all that is wrong in it, and changed without losing a byte."""

from pathlib import Path

import pytest
from needs import make_link

from samenwerk.cli.remedies import say
from samenwerk.errors import DossierError, EditNotPossibleError
from samenwerk.storage.dossier import DOSSIER_NAME, find_dossier, read_dossier
from samenwerk.storage.mending.remedy import HERSTEL, is_offered
from samenwerk.storage.record_file import change_file, save_files
from samenwerk.storage.yaml_changes import Append, Change, Remove, Set

TEXT = """\
# een dossier
formaat: 1
naam: De Brug  # de naam
fase: opstart
toestand: actief

partners:
    stad: {naam: Stad}
verloop:
  - {datum: 2026-01-10, naar: opstart}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / DOSSIER_NAME).write_text(TEXT, encoding="utf-8")
    return tmp_path


def errors_of(folder: Path) -> list[tuple[str, int, int, str]]:
    with pytest.raises(DossierError) as caught:
        read_dossier(folder)
    return [(found.bestand, found.regel, found.kolom, found.code) for found in caught.value.bevindingen]


def test_a_dossier_is_found_from_a_folder_below_it(folder: Path) -> None:
    below = folder / "documenten" / "oud"
    below.mkdir(parents=True)
    assert find_dossier(below).resolve() == folder.resolve()
    assert find_dossier(folder) == folder
    assert find_dossier(folder / DOSSIER_NAME).resolve() == folder.resolve()


def test_the_nearest_dossier_wins(folder: Path) -> None:
    inner = folder / "inner"
    inner.mkdir()
    (inner / DOSSIER_NAME).write_text(TEXT.replace("De Brug", "Binnen"), encoding="utf-8")
    assert read_dossier(inner).samenwerking.naam == "Binnen"
    assert read_dossier(folder).samenwerking.naam == "De Brug"


def test_a_dossier_is_found_from_the_working_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    below = folder / "documenten"
    below.mkdir()
    monkeypatch.chdir(below)
    assert read_dossier(Path()).samenwerking.naam == "De Brug"


def test_without_a_dossier_it_says_how_to_begin_one(tmp_path: Path) -> None:
    with pytest.raises(DossierError) as caught:
        read_dossier(tmp_path)
    assert caught.value.melding == "Hier is geen dossier: er staat geen samenwerking.yaml in deze map of een map erboven."
    assert say(caught.value.oplossing) == "Begin er een met: samenwerk init, of wijs de map aan met: --map MAP"


def test_a_folder_that_does_not_exist_is_not_looked_for_above(folder: Path) -> None:
    for wrong in ("tikfout", "m" * 300):
        with pytest.raises(DossierError, match=rf"^De map .*{wrong} bestaat niet\.$"):
            read_dossier(folder / wrong)


def test_a_link_to_nothing_is_told(tmp_path: Path) -> None:
    make_link(tmp_path / DOSSIER_NAME, tmp_path / "weg.yaml")
    with pytest.raises(DossierError, match=r"^samenwerking\.yaml wijst naar een bestand dat er niet is\.$"):
        read_dossier(tmp_path)


def test_a_folder_with_the_name_of_a_dossier_is_told(tmp_path: Path) -> None:
    (tmp_path / DOSSIER_NAME).mkdir()
    with pytest.raises(DossierError, match=r"^samenwerking\.yaml is niet te lezen: het is een map\.$"):
        read_dossier(tmp_path)


@pytest.mark.parametrize(
    ("content", "regel", "melding", "is_certain"),
    [
        (b"formaat: 1\r\nnaam: caf\xe9\r\nidee: caf\xc3\xa9\r\nwaarom: Zo\xebven\r\n", 2, "op 2 regels", True),
        (b"formaat: 1\nidee: x\nnaam: caf\xe9\n", 3, "op deze regel", True),
        (b"naam: caf\xe9, caf\xc3\xa9\n", 1, "op deze regel", False),
        (b"naam: \x81\x8d\n", 1, "op deze regel", False),
    ],
    ids=["some lines", "one line", "two codings on one line", "no coding"],
)
def test_a_file_that_is_not_utf_8_is_one_error_at_its_first_line(
    folder: Path, content: bytes, regel: int, melding: str, is_certain: bool
) -> None:
    (folder / DOSSIER_NAME).write_bytes(content)
    with pytest.raises(DossierError) as caught:
        read_dossier(folder)
    (found,) = caught.value.bevindingen
    assert (found.regel, found.kolom, found.code) == (regel, 1, "utf8")
    assert found.melding == f"Dit bestand is niet als UTF-8 bewaard: {melding} zijn letters met een accent niet te lezen."
    assert is_offered(found) == is_certain


@pytest.mark.parametrize("mark", ["\ufeff", ""], ids=["with mark", "without"])
@pytest.mark.parametrize("coding", ["utf-16-le", "utf-16-be"])
def test_a_file_that_an_editor_saved_as_utf_16_is_one_error_and_not_one_for_each_line(
    folder: Path, coding: str, mark: str
) -> None:
    (folder / DOSSIER_NAME).write_bytes((mark + TEXT).encode(coding))
    with pytest.raises(DossierError) as caught:
        read_dossier(folder)
    (found,) = caught.value.bevindingen
    assert (found.melding, found.oplossing) == (
        "Dit bestand is als UTF-16 bewaard.",
        ("Bewaar het opnieuw met codering UTF-8.", " Of laat het herstellen met: ", HERSTEL),
    )


def test_a_file_that_is_no_yaml_is_refused_at_its_line(folder: Path) -> None:
    (folder / DOSSIER_NAME).write_bytes(b"\xef\xbb\xbfnaam: x\r\nidee: 'y\r\n")
    assert errors_of(folder) == [(DOSSIER_NAME, 2, 7, "yaml")]


@pytest.mark.parametrize(("aantal", "zin"), [(1, "staat 1 fout"), (2, "staan 2 fouten")])
def test_a_dossier_with_errors_is_not_used_and_lists_them(folder: Path, aantal: int, zin: str) -> None:
    text = TEXT.replace("fase: opstart", "fase: opstrt").replace(
        "toestand: actief", "toestand: x" if aantal == 2 else "toestand: actief"
    )
    (folder / DOSSIER_NAME).write_text(text + "onbekend: advies\n", encoding="utf-8")
    with pytest.raises(
        DossierError, match=f"^In samenwerking.yaml {zin}. Herstel die eerst: tot dan doet samenwerk niets met het dossier.$"
    ) as caught:
        read_dossier(folder)
    assert [found.code for found in caught.value.bevindingen] == ["keuze"] * aantal
    dossier = read_dossier(folder, accept_fouten=True)
    assert (len(dossier.errors), len(dossier.bevindingen)) == (aantal, aantal + 1)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
def test_bom_and_line_ends_stay(folder: Path, bom: bytes, newline: str) -> None:
    content = bom + TEXT.replace("\n", newline).encode()
    (folder / DOSSIER_NAME).write_bytes(content)
    before = read_dossier(folder)
    changes: list[Change] = [
        Set(("naam",), "Brug é"),
        Append(("verloop",), {"datum": "2026-02-20", "naar": "verkennen"}),
        Set(("fase",), "verkennen"),
    ]
    save_files([(before, change_file(before, changes))])
    expected = (
        TEXT.replace("De Brug ", "Brug é ").replace("fase: opstart", "fase: verkennen")
        + "  - {datum: 2026-02-20, naar: verkennen}\n"
    )
    assert (folder / DOSSIER_NAME).read_bytes() == bom + expected.replace("\n", newline).encode()


def test_changing_writes_nothing_yet_and_leaves_the_old_dossier_as_it_was(folder: Path) -> None:
    before = read_dossier(folder)
    after = change_file(before, [Set(("naam",), "Nieuw")])
    assert (before.samenwerking.naam, after.samenwerking.naam) == ("De Brug", "Nieuw")
    assert (folder / DOSSIER_NAME).read_text(encoding="utf-8") == TEXT


def test_saving_without_a_change_touches_nothing(folder: Path) -> None:
    before = read_dossier(folder)
    stamp = (folder / DOSSIER_NAME).stat()
    save_files([(before, change_file(before, [Set(("naam",), "De Brug")]))])
    after = (folder / DOSSIER_NAME).stat()
    assert (after.st_ino, after.st_mtime_ns) == (stamp.st_ino, stamp.st_mtime_ns)
    assert [path.name for path in folder.iterdir()] == [DOSSIER_NAME]


def test_an_edit_that_repairs_the_last_error_works(folder: Path) -> None:
    (folder / DOSSIER_NAME).write_text(TEXT.replace("toestand: actief", "toestand: levend"), encoding="utf-8")
    before = read_dossier(folder, accept_fouten=True)
    assert len(before.errors) == 1
    save_files([(before, change_file(before, [Set(("toestand",), "actief")]))])
    assert (folder / DOSSIER_NAME).read_text(encoding="utf-8") == TEXT


def test_an_edit_that_leaves_errors_is_refused_with_all_of_them(folder: Path) -> None:
    broken = TEXT.replace("toestand: actief", "toestand: levend").replace("2026-01-10", "40/01/2026") + "initiatiefnemer: bib\n"
    (folder / DOSSIER_NAME).write_text(broken, encoding="utf-8")
    before = read_dossier(folder, accept_fouten=True)
    with pytest.raises(DossierError, match=r"^In samenwerking.yaml staan 2 fouten.") as caught:
        change_file(before, [Set(("toestand",), "actief")])
    assert [(found.regel, found.code) for found in caught.value.bevindingen] == [(10, "datum"), (11, "verwijzing")]
    assert (folder / DOSSIER_NAME).read_text(encoding="utf-8") == broken


def test_an_edit_that_would_make_an_error_is_refused(folder: Path) -> None:
    before = read_dossier(folder)
    with pytest.raises(DossierError) as caught:
        change_file(before, [Set(("initiatiefnemer",), "bib"), Remove(("naam",))])
    assert [found.code for found in caught.value.bevindingen] == ["veld_ontbreekt", "verwijzing"]


def test_an_edit_that_cannot_be_made_safely_is_refused(folder: Path) -> None:
    before = read_dossier(folder)
    with pytest.raises(EditNotPossibleError):
        change_file(before, [Set(("partners", "stad"), "tekst")])
