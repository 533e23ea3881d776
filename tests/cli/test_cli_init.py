"""`samenwerk init`: a dossier begins, on a terminal and in a script, and nothing that was there is lost."""

import errno
import re
import subprocess
from pathlib import Path

import pytest
from file_faults import refuse
from needs import make_link, needs_any_name, needs_programs
from runner import Terminal, converse, dossier_text, run, snapshot

from samenwerk.domain.record import DEEL, LIJST, RECORDS, REEKS, WOORDEN, Record
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.storage.dossier import Dossier
from samenwerk.storage.yaml_tree import Mapping, Sequence

needs_git = needs_programs("git")


def test_with_nothing_in_a_script_a_dossier_begins_that_is_named_after_its_folder(werkmap: Path) -> None:
    outcome = run("init")

    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.splitlines() == [
        "Het dossier van Mijn netwerk is begonnen: samenwerking.yaml, samenwerking.schema.json, .gitignore en .gitattributes.",
        "→ Bekijk wat deze fase vraagt: samenwerk status",
        "→ Invullen kan vraag per vraag met: samenwerk vragen",
    ]
    assert "naam: Mijn netwerk\n" in dossier_text(werkmap)
    assert "verloop:\n  - datum: 2026-03-15\n    naar: opstart\n" in dossier_text(werkmap)
    assert (werkmap / ".gitignore").read_text(encoding="utf-8") == "*vertrouwelijk*\n"


def test_the_new_dossier_passes_controleer_and_can_be_shown(werkmap: Path) -> None:
    run("init")

    controle = run("controleer")
    assert (controle.code, controle.out.splitlines()[0]) == (0, "Er staan geen fouten in het dossier.")
    assert run("status").code == 0


def test_the_options_fill_in_what_is_known(werkmap: Path) -> None:
    outcome = run(
        *("init", "--naam", "Huis van het Kind: Leie", "--initiatiefnemer", "Stad  Déinze", "--idee", "Eén loket."),
        *("--begeleider", "coördinator", "--fase", "Delen", "--datum", "2026-02-01"),
    )

    assert outcome.code == 0
    text = dossier_text(werkmap)
    assert "naam: 'Huis van het Kind: Leie'\n" in text
    assert "initiatiefnemer: stad-deinze\n" in text
    assert "partners:\n  stad-deinze:\n    naam: Stad Déinze\n    soort: kern\n" in text
    assert "idee: Eén loket.\n" in text
    assert "begeleider: coördinator\n" in text
    assert "fase: delen\n" in text
    assert "  - datum: 2026-02-01\n    naar: delen\n" in text
    assert run("controleer").code == 0


def test_a_folder_that_does_not_exist_yet_is_made_and_the_answer_says_how_to_get_there(werkmap: Path) -> None:
    outcome = run("init", "netwerken/huis van het kind")

    assert outcome.code == 0
    assert f'→ Ga naar de map van het dossier met: cd "{Path("netwerken/huis van het kind")}"\n' in outcome.out
    assert "naam: Huis van het kind\n" in dossier_text(werkmap / "netwerken" / "huis van het kind")


def test_a_name_that_is_made_of_a_folder_begins_with_a_dutch_capital(werkmap: Path) -> None:
    run("init", "ijsberen-OCMW")

    assert "naam: IJsberen OCMW\n" in dossier_text(werkmap / "ijsberen-OCMW")


def test_with_a_folder_before_the_command_the_new_one_is_below_it(werkmap: Path) -> None:
    (werkmap / "netwerken").mkdir()

    outcome = run("-C", "netwerken", "init", "brug")

    assert outcome.code == 0
    folder = Path("netwerken") / "brug"
    assert f"cd {folder}" in outcome.out
    assert (werkmap / "netwerken" / "brug" / "samenwerking.yaml").exists()


@pytest.mark.parametrize("words", [("init",), ("init", "--ja"), ("init", "."), ("init", "--json"), ("init", "--proef")])
def test_an_existing_dossier_is_never_written_over(leeg: Path, words: tuple[str, ...]) -> None:
    before = snapshot(leeg)

    outcome = run(*words)

    assert outcome.code == 1
    assert "In deze map is al een dossier: samenwerking.yaml." in outcome.out + outcome.err
    assert snapshot(leeg) == before


def test_a_link_to_nowhere_counts_as_a_dossier(werkmap: Path) -> None:
    make_link(werkmap / "samenwerking.yaml", "elders.yaml")

    assert run("init").code == 1
    assert not (werkmap / "elders.yaml").exists()


def test_a_file_in_the_place_of_the_folder_is_refused(werkmap: Path) -> None:
    (werkmap / "brug").write_text("notitie", encoding="utf-8")

    outcome = run("init", "brug")

    assert (outcome.code, outcome.err.splitlines()[0]) == (1, "brug is een bestand en geen map.")
    assert (werkmap / "brug").read_text(encoding="utf-8") == "notitie"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"*.tmp\r\n", b"*.tmp\r\n*vertrouwelijk*\n"),
        (
            b"\xef\xbb\xbf# lijst\n*.tmp",
            b"\xef\xbb\xbf# lijst\n*.tmp\n*vertrouwelijk*\n",
        ),
        (b"  *vertrouwelijk*\n", b"  *vertrouwelijk*\n"),
        (
            b"caf\xe9\n*vertrouwelijk*\n",
            b"caf\xe9\n*vertrouwelijk*\n",
        ),
    ],
    ids=["windows", "no final newline", "half there", "not utf-8 and complete"],
)
def test_a_gitignore_that_is_there_keeps_its_bytes(werkmap: Path, before: bytes, after: bytes) -> None:
    (werkmap / ".gitignore").write_bytes(before)

    outcome = run("init")

    assert outcome.code == 0
    assert (werkmap / ".gitignore").read_bytes() == after
    assert (".gitignore" in outcome.out) is (before != after)


def test_a_proef_shows_the_files_and_makes_nothing_not_even_the_folder(werkmap: Path) -> None:
    outcome = run("init", "brug", "--proef")

    assert outcome.code == 0
    assert outcome.out.startswith("Proef: dit zou er geschreven worden; er is niets geschreven.\nsamenwerking.yaml\n")
    assert "+naam: Brug\n" in outcome.out
    assert "\nsamenwerking.schema.json\nDoor samenwerk gemaakt, voor editors; bekijk het met: samenwerk schema\n" in outcome.out
    assert "+*vertrouwelijk*\n" in outcome.out
    assert list(werkmap.iterdir()) == []


def test_as_json_it_names_the_files(werkmap: Path) -> None:
    assert run("init", "--json").json == {
        "schema": "samenwerk/wijziging",
        "versie": 1,
        "naam": "Mijn netwerk",
        "proef": False,
        "bestanden": [".gitattributes", ".gitignore", "samenwerking.schema.json", "samenwerking.yaml"],
        "volgende": "Bekijk wat deze fase vraagt: samenwerk status",
    }


def test_beside_the_dossier_stands_the_schema_to_which_its_first_line_leads(werkmap: Path) -> None:
    run("init")

    assert dossier_text(werkmap).startswith("# yaml-language-server: $schema=samenwerking.schema.json\n")
    assert (werkmap / "samenwerking.schema.json").read_text(encoding="utf-8") == run("schema").out


def test_the_schema_of_an_earlier_version_is_renewed_and_that_of_someone_else_refused(werkmap: Path) -> None:
    (werkmap / "samenwerking.schema.json").write_text("Gemaakt met: samenwerk schema --schrijf", encoding="utf-8")
    assert run("init").code == 0
    (werkmap / "samenwerking.yaml").unlink()
    (werkmap / "samenwerking.schema.json").write_text("{}", encoding="utf-8")
    before = snapshot(werkmap)

    outcome = run("init")

    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.startswith("samenwerking.schema.json is niet door samenwerk gemaakt; er is niets geschreven.\n")
    assert snapshot(werkmap) == before


@pytest.mark.parametrize(
    ("words", "melding", "oplossing"),
    [
        (("--fase", "dleen"), "“dleen” is geen fase.", "→ Bedoelde u “delen”?"),
        (("--datum", "31 april 2026"), "“31 april 2026” bestaat niet: april 2026 heeft 30 dagen.", "→ Controleer de dag."),
    ],
)
def test_a_wrong_option_makes_nothing(werkmap: Path, words: tuple[str, ...], melding: str, oplossing: str) -> None:
    outcome = run("init", "brug", *words)

    assert (outcome.code, outcome.out, outcome.err.splitlines()) == (2, "", [melding, oplossing])
    assert list(werkmap.iterdir()) == []


def test_control_characters_in_a_name_are_refused(werkmap: Path) -> None:
    refused = run("init", "brug", "--naam", "De \x1b[31mBrug")

    assert refused.code == 1
    assert "een teken dat niemand ziet: Escape (U+001B), na “De”." in refused.err
    assert list(werkmap.iterdir()) == []


@needs_any_name
def test_control_characters_of_a_folder_are_left_out_of_its_name(werkmap: Path) -> None:
    assert run("init", "de\x1bbrug").code == 0
    assert "naam: Debrug\n" in dossier_text(werkmap / "de\x1bbrug")


def test_of_several_who_began_it_says_which_one_stands_as_the_initiatiefnemer(werkmap: Path) -> None:
    outcome = run(
        "init", "--naam", "Buurt", *(word for wie in ("Stad", "School", "Bib") for word in ("--initiatiefnemer", wie))
    )

    assert "\nAls initiatiefnemer staat er Stad, en als partner ook School en Bib.\n" in outcome.out
    assert outcome.out.endswith('→ Nam een ander het initiatief, wijzig dat met: samenwerk zet initiatiefnemer "…"\n')
    assert run("zet", "initiatiefnemer", "School").code == 0


@pytest.mark.parametrize("option", ["--naam", "--initiatiefnemer", "--idee", "--begeleider"])
def test_an_option_with_only_spaces_is_no_answer(werkmap: Path, option: str) -> None:
    assert run("init", option, "  ").code == 0

    assert "naam: Mijn netwerk\n" in dossier_text(werkmap)
    assert "sleutel: \n" not in dossier_text(werkmap)
    assert Dossier(werkmap, dossier_text(werkmap).encode()).samenwerking.partners == {}


# The file itself


_NOT_BY_HAND = ("documenten", "verloop")  # written when a document is adopted, and when the group takes a step


def test_every_field_of_the_model_is_in_the_file_with_its_explanation(werkmap: Path) -> None:
    run("init")
    text = dossier_text(werkmap)

    for naam, veld in Samenwerking.velden.items():
        if naam != "documenten":
            assert re.search(rf"^# {re.escape(veld.uitleg)}\n{naam}:", text, re.MULTILINE), naam
    for record in _records_of(Samenwerking):
        for naam, veld in record.velden.items():
            assert re.search(rf"^#[- ]* {naam}:   # {re.escape(veld.uitleg)}", text, re.MULTILINE), naam


def _records_of(record: type[Record]) -> list[type[Record]]:
    return [
        each
        for naam, veld in record.velden.items()
        if veld.record is not None and naam not in _NOT_BY_HAND
        for each in (veld.record, *_records_of(veld.record))
    ]


@pytest.mark.parametrize(
    "naam",
    [
        naam
        for naam, veld in Samenwerking.velden.items()
        if veld.soort in (DEEL, LIJST, RECORDS, REEKS, WOORDEN) and naam not in _NOT_BY_HAND
    ],
)
def test_the_example_below_a_field_becomes_yaml_when_its_signs_are_taken_away(werkmap: Path, naam: str) -> None:
    run("init")
    before, after = re.split(rf"(?<=\n){naam}:\n", dossier_text(werkmap))
    example, rest = re.split(r"(?<=\n)\n", after, maxsplit=1)
    opened = "".join(line.removeprefix("#") for line in example.splitlines(True))

    dossier = Dossier(werkmap, f"{before}{naam}:\n{opened}\n{rest}".encode())

    # Of what happened in time it is told that nothing was typed yet.
    told = ["niets_gezegd"] if naam in ("gesprekken", "logboek", "evaluaties") else []
    assert [bevinding.code for bevinding in dossier.bevindingen] == told
    assert isinstance(dossier.tree.root.find(naam), Mapping | Sequence)


def test_an_example_of_a_partner_is_filled_in_by_taking_the_signs_away_and_typing(werkmap: Path) -> None:
    run("init")
    text = dossier_text(werkmap)
    for old, new in (
        ("partners:\n#  sleutel:   # een kort eigen woord", "partners:\n  stad:   # een kort eigen woord"),
        ("#    naam:   # De naam van de organisatie.", "    naam: Stad   # De naam van de organisatie."),
        ("#    ambities:   # Wat de partner zelf", "    ambities:   # Wat de partner zelf"),
    ):
        assert old in text
        text = text.replace(old, new)
    text = text.replace("#      -   # Een punt per regel.", "      - een plek   # Een punt per regel.", 1)
    (werkmap / "samenwerking.yaml").write_text(text, encoding="utf-8")

    assert run("controleer").code == 0
    partner = Dossier(werkmap, text.encode()).samenwerking.partners["stad"]
    assert (partner.naam, partner.ambities) == ("Stad", ("een plek",))


# On a terminal


def test_on_a_terminal_it_asks_and_writes_the_answers(werkmap: Path) -> None:
    terminal = Terminal("init", cwd=werkmap)
    terminal.answer("Hoe heet de samenwerking? [Mijn netwerk]", "De Brug")
    terminal.answer("Waar werkt de groep?", "nederland")
    terminal.answer("Welke organisatie lanceerde het idee?", "Stad, Basisschool De Oever en de bib")
    terminal.answer("Dat zijn er drie: Stad; Basisschool De Oever; de bib. Zo bewaren?", "")
    terminal.answer("Wat is het idee", "")
    terminal.answer("Wilt u dat samenwerk elke versie", "n")

    assert terminal.finish().code == 0
    text = dossier_text(werkmap)
    assert "naam: De Brug\n" in text
    assert "taal: nederlands\n" in text
    assert "initiatiefnemer: stad\n" in text
    assert re.findall("    naam: (.*)\n    soort: kern\n", text) == ["Stad", "Basisschool De Oever", "de bib"]
    assert "idee:\n" in text
    assert not (werkmap / ".git").exists()


@pytest.mark.parametrize(("lang", "land"), [("nl_NL.UTF-8", "Nederland"), ("nl_BE.UTF-8", "Vlaanderen")])
def test_the_country_of_the_computer_is_the_one_that_enter_gives(werkmap: Path, lang: str, land: str) -> None:
    terminal = Terminal("init", "--naam", "De Brug", cwd=werkmap, env={"LC_ALL": lang})
    terminal.answer(f"Waar werkt de groep? Enkele documenten heten er anders. [{land}]", "q")

    assert terminal.finish().code == 130


def test_who_stops_keeps_what_was_answered(werkmap: Path) -> None:
    terminal = Terminal("init", "brug", cwd=werkmap)
    terminal.answer("Hoe heet de samenwerking?", "De Brug")
    terminal.answer("Waar werkt de groep", "")
    terminal.answer("Welke organisatie lanceerde het idee?", "Stad")
    terminal.interrupt_at("Wat is het idee", "Half een antw")

    outcome = terminal.finish()
    assert outcome.code == 130
    assert "Het dossier van De Brug is begonnen" in outcome.out
    assert "Traceback" not in outcome.out
    assert "naam: De Brug\n" in dossier_text(werkmap / "brug")
    assert "initiatiefnemer: stad\n" in dossier_text(werkmap / "brug")
    assert "Half" not in dossier_text(werkmap / "brug")


@pytest.mark.parametrize("words", [(), ("--proef",)])
def test_who_stops_before_anything_is_answered_leaves_nothing(werkmap: Path, words: tuple[str, ...]) -> None:
    terminal = Terminal("init", "brug", *words, cwd=werkmap)
    terminal.answer("Hoe heet de samenwerking?", "De Brug" if words else "")
    terminal.answer("Waar werkt de groep", "q")

    outcome = terminal.finish()
    assert (outcome.code, "Onderbroken" in outcome.out) == (130, True)
    assert list(werkmap.iterdir()) == []


def test_what_would_be_refused_is_told_before_a_question_is_asked(werkmap: Path) -> None:
    outcome = Terminal("init", "brug", "--fase", "delne", cwd=werkmap).finish()

    assert (outcome.code, outcome.out.splitlines()[0]) == (2, "“delne” is geen fase.")
    assert list(werkmap.iterdir()) == []


@pytest.mark.parametrize(("words", "env"), [(("init", "--ja"), {}), (("init",), {"CI": "true"})], ids=["--ja", "CI"])
def test_no_question_is_asked_when_that_was_said(werkmap: Path, words: tuple[str, ...], env: dict[str, str]) -> None:
    outcome = Terminal(*words, cwd=werkmap, env=env).finish()

    assert outcome.code == 0
    assert "?" not in outcome.out
    assert "naam: Mijn netwerk\n" in dossier_text(werkmap)


# Where it begins


def test_at_home_it_says_so_and_proposes_a_folder_among_the_documents(werkmap: Path) -> None:
    (werkmap / "Documenten").mkdir()
    terminal = Terminal("init", "--taal", "vlaams", "--idee", "Eén loket.", cwd=werkmap, env={"HOME": str(werkmap)})
    terminal.answer("Hoe heet de samenwerking?", "Huis van het Kind")
    shown = terminal.answer("In welke map komt het dossier?", "")
    terminal.answer("Welke organisatie", "")
    terminal.answer("Wilt u dat samenwerk elke versie", "n")

    assert terminal.finish().code == 0
    assert "Dit is uw persoonlijke map" in shown
    assert [path.name for path in werkmap.iterdir()] == ["Documenten"]
    assert "naam: Huis van het Kind\n" in dossier_text(werkmap / "Documenten" / "huis-van-het-kind")


def live_in(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a folder be the home of who works here, as every system calls it."""
    for variable in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(variable, str(home))


@needs_git
def test_among_the_documents_its_name_is_not_that_of_the_folder_and_the_folder_can_be_gone_back_to(
    werkmap: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    live_in(werkmap, monkeypatch)
    (werkmap / "Documenten").mkdir()
    monkeypatch.chdir(werkmap / "Documenten")

    gesprek = converse(
        *("init", "--taal", "vlaams", "--idee", "Eén loket."),
        answers=[
            ("Hoe heet de samenwerking?", ""),
            ("De samenwerking heeft nog geen naam.", "Huis van het Kind"),
            ("In welke map komt het dossier? Die wordt gemaakt als ze er nog niet is. [", "1"),
            ("Welke organisatie", "<"),
            ("In welke map komt het dossier? Die wordt gemaakt als ze er nog niet is. [1]", "huis"),
            ("Welke organisatie", ""),
            ("elke versie", "n"),
        ],
    )

    assert gesprek.code == 0
    assert "Dit is de map met al uw documenten; een dossier krijgt beter een map van zichzelf." in gesprek.shown
    assert [path.name for path in (werkmap / "Documenten").iterdir()] == ["huis"]


def test_in_a_script_what_is_said_against_a_place_is_told_and_stops_nothing(
    leeg: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    live_in(tmp_path, monkeypatch)
    program = tmp_path / "programma"
    for name in ("samenwerk", "templates", "examples", "pyproject.toml"):
        (program / name).mkdir(parents=True)
    places = {
        "binnen": "Deze map ligt in die van een ander dossier:",
        str(program): "Dit is de map van het programma samenwerk zelf.",
        str(tmp_path / "OneDrive - Stad" / "x"): "Deze map staat in OneDrive - Stad: wie die map ziet,",
        str(tmp_path / "vrij"): "",
        str(tmp_path / "boven" / "een"): "",
        str(tmp_path / "boven"): "Onder deze map liggen al dossiers: een.\n",
        "..": "Dit is uw persoonlijke map, met al uw bestanden; een dossier krijgt beter een map van zichzelf.\n",
    }

    assert run("init").err.startswith("In deze map is al een dossier: samenwerking.yaml.\n"), "it does not lie in another"
    for place, told in places.items():
        outcome = run("init", place)
        assert outcome.code == 0
        assert outcome.err.startswith(told)
        assert bool(outcome.err) is bool(told)


# Its versions


@pytest.fixture
def state(werkmap: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where it is remembered of which dossiers versions are kept, outside every folder."""
    place = werkmap.parent / "state"
    monkeypatch.setenv("XDG_STATE_HOME", str(place))
    return place


@needs_git
def test_every_version_of_a_dossier_is_kept_when_that_is_wanted(werkmap: Path, state: Path) -> None:
    outcome = run("init", "brug", "--bewaar")

    assert (outcome.code, outcome.err) == (0, "")
    folder = werkmap / "brug"
    kept = git(folder, "ls-files").split()
    assert sorted(kept) == [".gitattributes", ".gitignore", "samenwerking.schema.json", "samenwerking.yaml"]
    assert run("-C", "brug", "zet", "idee", "Eén loket.").err == ""
    assert run("-C", "brug", "noteer", "spanning", "Ze twijfelen.", "--vertrouwelijk").err == ""
    assert run("-C", "brug", "render").err == ""
    assert run("-C", "brug", "status").err == ""
    assert git(folder, "log", "--format=%s").splitlines() == ["samenwerk render", "samenwerk zet", "Begin van Brug"]
    assert git(folder, "status", "--porcelain") == ""
    assert "vertrouwelijk.yaml" not in git(folder, "log", "--name-only", "--format=")
    again = run("init", "brug/binnen", "--bewaar", "--ja")
    assert (again.code, again.err.splitlines()[0]) == (
        1,
        "Het dossier is begonnen, maar vroegere versies ervan worden hier niet bewaard.",
    )


@needs_git
def test_a_repository_that_nobody_asked_for_here_is_left_alone(werkmap: Path, state: Path) -> None:
    run("init", "brug", "--bewaar")
    (state / "samenwerk" / "bewaard.txt").unlink()

    assert run("-C", "brug", "zet", "idee", "Eén loket.").err == ""
    assert git(werkmap / "brug", "log", "--format=%s") == "Begin van Brug\n", "its .git may name programs that git runs"


@needs_git
def test_of_the_notes_no_version_is_kept_also_when_nothing_keeps_them_out_of_git(werkmap: Path, state: Path) -> None:
    run("init", "--naam", "Buurt", "--initiatiefnemer", "Stad", "--bewaar")
    (werkmap / ".gitignore").unlink()
    (werkmap / "vertrouwelijk.yaml").write_text("partners:\n  stad:\n    inzet: weinig #geheim\n", encoding="utf-8")

    assert "vertrouwelijk.yaml is hersteld." in run("herstel", "--ja").out
    assert "vertrouwelijk" not in git(werkmap, "ls-files")


@needs_git
def test_a_version_that_cannot_be_kept_is_told_and_the_dossier_is_written_all_the_same(werkmap: Path, state: Path) -> None:
    run("init", "brug", "--bewaar")
    (werkmap / "brug" / ".git" / "index.lock").touch()

    outcome = run("-C", "brug", "zet", "idee", "Eén loket.")
    assert outcome.code == 0
    assert outcome.err.startswith("Deze versie van het dossier kon niet bij de vroegere bewaard worden;")
    assert "idee: Eén loket." in dossier_text(werkmap / "brug")


@needs_git
def test_where_nobody_told_git_a_name_it_is_kept_all_the_same(
    werkmap: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {"HOME": str(werkmap), "GIT_CONFIG_NOSYSTEM": "1", "XDG_CONFIG_HOME": str(werkmap)}.items():
        monkeypatch.setenv(name, value)

    assert run("init", "brug", "--bewaar").code == 0
    assert git(werkmap / "brug", "log", "--format=%an <%ae>") == "samenwerk <samenwerk@localhost>\n"


@pytest.mark.parametrize("answer", ["", "n"])
def test_on_a_terminal_it_asks_whether_versions_are_kept(werkmap: Path, answer: str) -> None:
    env = {"XDG_STATE_HOME": str(werkmap / "state")}
    terminal = Terminal("init", "--naam", "De Brug", "--taal", "vlaams", "--idee", "x", "brug", cwd=werkmap, env=env)
    terminal.answer("Welke organisatie", "")
    terminal.answer("Wilt u dat samenwerk elke versie van dit dossier bewaart,", answer)

    assert terminal.finish().code == 0
    assert (werkmap / "brug" / ".git").exists() is (answer == "")


def git(folder: Path, *words: str) -> str:
    """What git says in a folder."""
    done = subprocess.run(["git", "-C", str(folder), *words], capture_output=True, text=True, check=True, timeout=20)
    return done.stdout


# What git must know


def test_git_keeps_texts_as_they_are_on_every_system_and_tables_with_the_line_ends_of_windows(werkmap: Path) -> None:
    run("init")

    lines = (werkmap / ".gitattributes").read_text(encoding="utf-8").splitlines()
    for name in ("*.yaml", "*.md", "*.html", "*.json", "*.j2", "*.css"):
        assert f"{name} text eol=lf" in lines
    for name in ("*.csv", "*.ics"):
        assert f"{name} -text" in lines
    for name in ("*.docx", "*.odt", "*.pdf"):
        assert f"{name} binary" in lines


def test_what_someone_told_git_of_a_kind_of_file_stays(werkmap: Path) -> None:
    (werkmap / ".gitattributes").write_bytes(b"# van ons\n*.md  text eol=crlf")

    run("init")

    content = (werkmap / ".gitattributes").read_bytes()
    assert content.startswith(b"# van ons\n*.md  text eol=crlf\n*.yaml text eol=lf\n")
    assert content.count(b"*.md") == 1


@pytest.mark.parametrize("name", ["samenwerking.yaml", ".gitignore"])
def test_on_a_full_disk_no_folder_stays_behind(werkmap: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse(monkeypatch, "replace", name, OSError(errno.ENOSPC, "no"))

    outcome = run("init", "netwerken/brug")

    assert (outcome.code, outcome.out) == (1, "")
    assert "de schijf is vol" in outcome.err
    assert list(werkmap.iterdir()) == []
