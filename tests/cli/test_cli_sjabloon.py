"""An organisation's own templates: begun, compared, checked, and used before the built-in ones."""

from pathlib import Path

import pytest
from runner import run, snapshot

KORT = (
    '{% extends "ingebouwd/startnota.md.j2" %}\n{% block titel %}\n# Huis van de Stad: {{ document.titel }}\n{% endblock %}\n'
)


def write(folder: Path, name: str, text: str) -> None:
    """A file of an organisation."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_the_list_says_which_file_holds_and_which_blocks_can_be_had_otherwise(gevuld: Path) -> None:
    write(gevuld, "sjablonen/startnota.md.j2", KORT)
    shown = run("sjabloon", "lijst").out
    assert "\n  startnota: sjablonen/startnota.md.j2\n" in shown
    assert "\n  afsprakennota: ingebouwd\n" in shown
    assert ": titel, kop, open, weg, partners, instemming, acties, dynamiek, slot\n" in shown


def test_a_copied_block_changes_nothing_until_someone_changes_it(gevuld: Path) -> None:
    before = run("render", "startnota", "--naar", "-").out
    assert run("sjabloon", "kopieer", "startnotitie", "--blok", "titel").code == 0
    own = gevuld / "sjablonen" / "startnota.md.j2"
    assert own.read_text(encoding="utf-8").startswith('{% extends "ingebouwd/startnota.md.j2" %}\n\n{% block titel %}\n# ')
    body = before.rpartition("---")[0]
    assert run("render", "startnota", "--naar", "-").out.rpartition("---")[0] == body
    same = run("sjabloon", "verschil", "startnota")
    assert same.out == "sjablonen/startnota.md.j2 zegt hetzelfde als het ingebouwde.\n"


def test_a_block_of_an_own_template_is_compared_with_that_block_alone(gevuld: Path) -> None:
    write(gevuld, "sjablonen/startnota.md.j2", KORT)
    lines = run("sjabloon", "verschil", "startnota").out.splitlines()
    assert lines[0] == "blok titel. Regels met -: ingebouwd. Regels met +: eigen."
    assert lines[2:] == [
        "-# {{ document.titel }}{% if not gebundeld %} – {{ samenwerking.naam }}{% endif +%}",
        "+# Huis van de Stad: {{ document.titel }}",
    ]
    assert run("render", "startnota", "--naar", "-").out.startswith("# Huis van de Stad: Startnota\n")


def test_an_own_template_is_never_written_over(gevuld: Path) -> None:
    write(gevuld, "sjablonen/startnota.md.j2", KORT)
    before = snapshot(gevuld)
    refused = run("sjabloon", "kopieer", "startnota")
    assert (refused.code, snapshot(gevuld)) == (1, before)
    assert refused.err.startswith("sjablonen/startnota.md.j2 bestaat al; er is niets geschreven.\n")


@pytest.mark.parametrize(
    ("words", "sentence", "remedy"),
    [
        (("kopieer", "startnoot"), "Er is geen sjabloon “startnoot”.", "Bedoelde u “startnota”?"),
        (("kopieer", "dossier", "--blok", "wg"), "Dossier heeft geen blok “wg”.", "Kies uit: titel, kop, open, weg,"),
        (("verschil", "actieplan"), "Er is geen eigen sjabloon actieplan; het ingebouwde geldt.", "kopieer actieplan"),
        (("lijst", "--sjablonen", "nergens"), "De map met sjablonen nergens bestaat niet.", "--sjablonen"),
    ],
)
def test_what_is_not_there_is_told_in_one_sentence(gevuld: Path, words: tuple[str, ...], sentence: str, remedy: str) -> None:
    refused = run("sjabloon", *words)
    assert refused.code in (1, 2)
    first, second = refused.err.splitlines()[:2]
    assert first == sentence
    assert remedy in second


def test_the_check_shows_the_file_the_line_what_stands_there_and_what_may(gevuld: Path) -> None:
    write(gevuld, "sjablonen/startnota.md.j2", KORT.replace("document.titel", "document.tietel"))
    write(gevuld, "sjablonen/huisstijl.css", "p { color: red }\nbody { background: url(x) }\n")
    write(gevuld, "sjablonen/Convenant.md.j2", "# Niets\n")
    write(gevuld, "sjablonen/huisstijl.docx", "geen Word")
    checked = run("sjabloon", "controleer")
    assert checked.code == 1
    assert (
        "sjablonen/startnota.md.j2:3: “tietel” bestaat niet.\n      # Huis van de Stad: {{ document.tietel }}\n" in checked.err
    )
    assert "→ Deze namen mogen er staan: id, titel," in checked.err
    assert "sjablonen/huisstijl.css:2: “url(” mag hier niet staan.\n      body { background: url(x) }\n" in checked.err
    assert (
        "sjablonen/Convenant.md.j2: onder deze naam wordt het niet gebruikt.\n    → Noem het afsprakennota.md.j2."
        in checked.err
    )
    assert "sjablonen/huisstijl.docx: " in checked.err
    assert "documenten" not in [path.name for path in gevuld.iterdir()], "nothing is written"


@pytest.mark.parametrize(
    ("name", "oplossing"),
    [
        ("huisstijl.dotx", "Bewaar het in Word als huisstijl.docx."),
        ("huisstijl.docx.docx", "Noem het huisstijl.docx."),
        ("Kopie van huisstijl (1).docx", "Noem het huisstijl.docx."),
        ("Huis-stijl.doc", "Bewaar het in Word als huisstijl.docx."),
        ("huisstyle.css", "Noem het huisstijl.css."),
        ("huisstijl.css.txt", "Noem het huisstijl.css."),
        ("startnota.md.j2.txt", "Noem het startnota.md.j2."),
        (
            "convenant.docx",
            "Een sjabloon is geen Word-bestand. Begin afsprakennota.md.j2 met: samenwerk sjabloon kopieer afsprakennota",
        ),
        ("huisstijl.docx", ""),
        ("huisstijl.css", ""),
        ("logo van het huis.docx", ""),
        ("huisstijl.pdf", ""),
    ],
)
def test_a_house_style_under_a_name_that_is_nearly_right_is_told_by_controleer_too(
    gevuld: Path, name: str, oplossing: str
) -> None:
    (gevuld / "sjablonen").mkdir()
    (gevuld / "sjablonen" / name).write_bytes(b"")

    for words in (("controleer",), ("sjabloon", "controleer")):
        told = f"sjablonen/{name}: onder deze naam wordt het niet gebruikt.\n    → {oplossing}\n"
        assert (told in run(*words).err) is bool(oplossing), words


def test_what_only_a_filled_dossier_would_show_is_found_on_the_invented_one(leeg: Path) -> None:
    fout = KORT.replace("# Huis", "# {% for partner in kernpartners.values() %}{{ partner.nam }}{% endfor %}Huis")
    write(leeg, "sjablonen/startnota.md.j2", fout)
    assert "“nam” bestaat niet." in run("sjabloon", "controleer").err


def test_without_own_templates_and_with_good_ones_the_check_says_so(gevuld: Path) -> None:
    assert run("sjabloon", "controleer").out == "Er zijn geen eigen sjablonen; de ingebouwde gelden.\n"
    write(gevuld, "sjablonen/startnota.md.j2", KORT)
    good = run("sjabloon", "controleer")
    assert (good.code, good.out.splitlines()[-1]) == (0, "De eigen sjablonen zijn in orde.")


def test_a_house_set_holds_by_option_by_variable_and_by_field_and_the_own_one_goes_before(
    gevuld: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def first_line(*options: str) -> str:
        return run("render", "startnota", "--naar", "-", *options).out.partition("\n")[0]

    write(tmp_path, "koepel/startnota.md.j2", KORT.replace("Stad", "Koepel"))
    write(gevuld, "huisstijl/startnota.md.j2", KORT.replace("Stad", "Dossier"))
    assert first_line() == "# Startnota – Brede School De Brug"
    assert first_line("--sjablonen", str(tmp_path / "koepel")) == "# Huis van de Koepel: Startnota"
    monkeypatch.setenv("SAMENWERK_SJABLONEN", str(tmp_path / "koepel"))
    assert first_line() == "# Huis van de Koepel: Startnota"
    monkeypatch.delenv("SAMENWERK_SJABLONEN")
    assert run("zet", "sjablonen", "huisstijl").code == 0
    assert first_line() == "# Huis van de Dossier: Startnota"
    write(gevuld, "sjablonen/startnota.md.j2", KORT)
    assert first_line() == "# Huis van de Stad: Startnota"


@pytest.mark.parametrize("word", ["url(", "image(", "image-set(", "-webkit-image-set(", "src(", "@import", "</", "<!--", "\\"])
def test_a_house_style_fetches_nothing_and_stays_a_style(gevuld: Path, word: str) -> None:
    write(gevuld, "sjablonen/huisstijl.css", f"p {{ color: red }}\nbody {{ background: {word}'x') }}\n")
    refused = run("render", "startnota", "--formaat", "html")
    shown = word.removeprefix("-webkit-")
    assert (refused.code, refused.err.splitlines()[0]) == (
        1,
        f"Het sjabloon sjablonen/huisstijl.css, regel 2: “{shown}” mag hier niet staan.",
    )


@pytest.mark.parametrize("sign", ["\x1b", "\x00", "\x9b", "\u202e"])
def test_a_sign_that_steers_a_terminal_reaches_neither_the_screen_nor_a_file(gevuld: Path, sign: str) -> None:
    write(gevuld, "sjablonen/startnota.md.j2", KORT.replace("Stad", f"Stad{sign}[31m"))
    write(gevuld, "sjablonen/huisstijl.css", f"p {{ color: red }}\n/* Rood{sign} */\n")
    before = snapshot(gevuld)

    for words in (
        *(("render", "startnota"), ("render", "startnota", "--naar", "-"), ("vaststellen", "startnota"), ("dossier",)),
        *(("sjabloon", "verschil", "startnota"), ("sjabloon", "verschil", "huisstijl"), ("render", "--alles", "--json")),
        ("render", "intentieverklaring", "--formaat", "html"),
    ):
        outcome = run(*words)
        assert sign not in outcome.out + outcome.err, words
        assert outcome.code == 1 or "verschil" in words, words
    checked = run("sjabloon", "controleer")
    assert checked.code == 1
    assert f"sjablonen/startnota.md.j2:3: hier staat {'een' if sign != chr(27) else 'Escape'} " in checked.err
    assert "sjablonen/huisstijl.css:2: hier staat " in checked.err
    assert sign not in checked.out + checked.err
    assert snapshot(gevuld) == before
