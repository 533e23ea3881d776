"""What holds for every command: streams, exit codes, Dutch, poor terminals, hostile texts, and how little is loaded."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pexpect
import pytest
from every_command import (
    COMMAND_NAMES,
    EVERY_COMMAND,
    GOOD,
    LEAVES,
    RECORD_COMMANDS,
    WITH_JSON,
    WRITING,
    ready,
)
from needs import make_link
from runner import (
    INSTALLED,
    Terminal,
    clean_env,
    dossier_text,
    restore,
    rewrite,
    run,
    run_process,
    snapshot,
)

from samenwerk.cli.catalogue import COMMANDS, RECORDS
from samenwerk.domain.verzamelingen import VERZAMELINGEN

ENGLISH = re.compile(
    r"\b(Usage|Options?:|Arguments?:|Commands:|Missing|Error|No such|Try|required|default|Show this|exit\b|Got unexpected|"
    r"TEXT|Invalid|Aborted|requires)"
)


def test_the_lists_of_commands_are_not_empty() -> None:
    assert {words[0] for words in COMMAND_NAMES if words} == set(COMMANDS)
    assert {("init",), ("fase", "volgende"), ("terug", "naar"), ("zet",), ("render",), ("afsluiten",), ("heropen",)} <= set(
        WRITING
    )
    assert {("status",), ("controleer",), ("fase", "lijst")} <= set(WITH_JSON)


# The interview writes on a terminal only: tests/cli/test_cli_vragen.py.
@pytest.mark.parametrize("words", [words for words in WRITING if words != ("vragen",)], ids=" ".join)
def test_every_writing_command_writes_without_proef_and_writes_nothing_with_it(gevuld: Path, words: tuple[str, ...]) -> None:
    command = ready(gevuld, words)
    before, there = snapshot(gevuld), set(gevuld.rglob("*"))

    for option in ("--proef", "-n"):
        proef = run(*command, option)
        assert (proef.code, proef.err) == (0, "")
        assert "er is niets geschreven." in proef.out
        assert "\n+" in proef.out
        assert snapshot(gevuld) == before
        assert set(gevuld.rglob("*")) == there, "not even a folder or a lock"

    done = run(*command)
    assert (done.code, done.err) == (0, "")
    assert snapshot(gevuld) != before


@pytest.mark.parametrize("words", WRITING, ids=" ".join)
def test_a_writing_command_that_is_refused_changes_nothing_and_says_what_to_do(gevuld: Path, words: tuple[str, ...]) -> None:
    command = ready(gevuld, words)
    original, before = dossier_text(gevuld), snapshot(gevuld)
    given = range(len(words), len(command))
    wrong = [(*command, "--bestaat-niet"), (*command, "te", "veel", "woorden"), command[: len(words)]]
    wrong += [
        (*command[:place], word, *command[place + 1 :]) for place in given for word in ("", "on bekend", "a\x07b", "9" * 30)
    ]

    refused = 0
    for attempt in wrong:
        outcome = run(*attempt)
        assert "Traceback" not in outcome.err
        if outcome.code:
            assert snapshot(gevuld) == before, attempt
            assert "→ " in outcome.err, attempt
            refused += 1
        else:
            for path in gevuld.rglob("*"):
                if path.is_file() and path.name not in before:
                    path.unlink()
            (gevuld / "samenwerking.yaml").write_bytes(original.encode())
            before = snapshot(gevuld)
    assert refused >= 1


@pytest.mark.parametrize("words", WITH_JSON, ids=" ".join)
def test_json_is_one_document_with_a_schema_and_dutch_keys(gevuld: Path, words: tuple[str, ...]) -> None:
    outcome = run(*ready(gevuld, words), "--json")

    assert (outcome.code, outcome.err) == (0, "")
    assert re.fullmatch(r"samenwerk/[a-z]+", outcome.json["schema"])
    assert outcome.json["versie"] == 1
    for key in keys_of(outcome.json):
        assert re.fullmatch(r"[a-z]+(_[a-z]+)*", key), key
    assert str(gevuld) not in outcome.out, "paths are relative"


def keys_of(value: Any) -> Iterator[str]:
    """All keys in a JSON document."""
    if isinstance(value, dict):
        yield from value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from keys_of(inner)


@pytest.mark.parametrize("words", WITH_JSON, ids=" ".join)
def test_json_tells_errors_on_stdout_too(werkmap: Path, words: tuple[str, ...]) -> None:
    (werkmap / "samenwerking.yaml").write_text("naam: [", encoding="utf-8")

    for wrong in ((*words, *GOOD.get(words, ())), (*words, "--bestaat-niet"), (*words, "a", "b", "c", "d")):
        if words == ("fase", "lijst") and wrong == words:
            continue
        outcome = run(*wrong, "--json")
        assert outcome.code in (1, 2, 3) or words == ("init",)
        assert outcome.err == ""
        assert outcome.json["versie"] == 1


@pytest.mark.parametrize("words", [words for words in LEAVES if words not in [("init",), ("aanvullen",)]], ids=" ".join)
def test_the_folder_can_be_named_before_and_after_the_command(
    gevuld: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    command = ready(gevuld, words)
    (gevuld / "diep" / "er").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    before = snapshot(gevuld)

    assert run(*command).code == 3 or words == ("fase", "lijst")
    answers = []
    for full in (
        ("-C", "mijn-netwerk", *command),
        (*command, "--map", "mijn-netwerk/diep"),
        ("-C", "x", *command, "-C", str(gevuld)),
    ):
        answers.append(run(*full))
        restore(gevuld, before)
    assert answers[0].code == 0
    assert answers[1:] == answers[:1] * 2


def test_every_kind_of_record_has_its_commands() -> None:
    assert list(RECORDS) == [verzameling.enkelvoud for verzameling in VERZAMELINGEN]
    for naam in RECORDS:
        assert {(naam, "nieuw"), (naam, "wijzig"), (naam, "weg"), (naam, "lijst"), (naam, "toon")} <= set(RECORD_COMMANDS)


# Streams


@pytest.mark.parametrize("words", COMMAND_NAMES, ids=" ".join)
def test_nothing_is_coloured_or_boxed_in_a_pipe(gevuld: Path, words: tuple[str, ...]) -> None:
    outcome = run(*ready(gevuld, words)) if words in LEAVES else run(*words, "--help")

    assert not re.search("[\x1b\u2500-\u257f]", outcome.out + outcome.err)
    assert "Traceback" not in outcome.out + outcome.err


def run_all(folder: Path, prepare: str, env: dict[str, str]) -> str:
    """The output of one process on a pseudo-terminal that does every command, one after the other, and their helps."""
    commands = [["--help"], *([*words, "--help"] for words in COMMAND_NAMES if words), ["--version"]]
    commands += [
        ["status"],
        ["fase"],
        ["fase", "lijst"],
        ["controleer"],
        ["dynamiek"],
        ["dynamiek", "--principe", "1"],
        ["fase", "volgende", "--ja"],
        ["render", "--controle"],
        ["schema", "--schrijf"],
    ]
    commands += [
        ["noteer", "succes", "Het lukt."],
        ["gesprek", "x", "--met", "stad"],
        ["evalueer", "--besluit", "doorgaan", "--ja"],
    ]
    commands += [["logboek", "--alles"], ["logboek", "--soort", "nota"], ["noteer", "sucses"], ["evalueer", "--antwoord", "x"]]
    commands += [["zet", "idde", "x"], ["render", "startnot"], ["terug", "naar", "uitvoeren"], ["statuss"], ["--onbekend"]]
    script = (
        f"from samenwerk.cli.main import main\n{prepare}\n"
        f"for command in {commands!r}:\n    print('$ samenwerk', *command)\n    main(command)"
    )
    child = pexpect.spawn(
        sys.executable,
        ["-c", script],
        cwd=str(folder),
        env=clean_env(env),
        encoding="utf-8",
        timeout=20,
        dimensions=(50, int(env.get("COLUMNS", "80"))),
    )
    child.expect(pexpect.EOF)
    return str(child.before).replace("\r\n", "\n")


def test_at_40_columns_no_line_is_longer_but_for_what_cannot_be_broken(gevuld: Path) -> None:
    rewrite(gevuld, "    inzet: drie lokalen\n", "")
    rewrite(gevuld, "begeleider:", "begleider:")

    out = run_all(gevuld, "", {"TERM": "xterm", "COLUMNS": "40"})

    lines = [re.sub(r"\x1b\[[0-9;]*m", "", line) for line in out.splitlines() if not line.startswith("$ samenwerk")]
    assert len(lines) > 300
    too_long = [line for line in lines if len(line) > 40 and max(len(word) for word in line.split()) < 40 - indent_of(line)]
    assert too_long == []
    assert "Traceback" not in out
    assert not re.search("[\u2500-\u257f]", out), "no table fits in 40 columns"


def indent_of(line: str) -> int:
    """The number of spaces before the first word."""
    return len(line) - len(line.lstrip())


@pytest.mark.parametrize(
    ("env", "coloured"),
    [({"TERM": "xterm"}, True), ({"TERM": "dumb"}, False), ({"TERM": "xterm", "NO_COLOR": "1"}, False)],
    ids=["xterm", "dumb", "NO_COLOR"],
)
def test_colour_is_only_on_a_terminal_that_wants_it(gevuld: Path, env: dict[str, str], coloured: bool) -> None:
    out = run_all(gevuld, "", env)

    assert ("\x1b[" in out) is coloured
    assert "\u256d" in out, "80 columns are enough for the table of fasen"


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-8"])
def test_no_command_stumbles_over_the_coding_of_the_streams(gevuld: Path, encoding: str) -> None:
    commands = [[*ready_words(words), "--proef" if words in WRITING else "-h"] for words in LEAVES]
    commands += [
        ["status"],
        ["fase", "lijst"],
        ["controleer"],
        ["dynamiek"],
        ["render", "--naar", "-"],
        ["zet", "idde", "x"],
        ["--help"],
        ["status", "--json"],
    ]
    script = (
        f"from samenwerk.cli.main import main\nfor command in {commands!r}:\n    code = main(command)\n    print('code', code)"
    )

    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=gevuld,
        env=clean_env({"PYTHONIOENCODING": encoding}),
        capture_output=True,
        timeout=20,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    # Typer puts a help page out as UTF-8 where the stream says ASCII.
    out, err = done.stdout.decode(encoding, errors="replace"), done.stderr.decode(encoding)
    assert len(re.findall(r"^code \d", out, re.MULTILINE)) == len(commands)
    assert "Traceback" not in out + err
    assert "Er ging iets mis" not in err
    assert ("●" in out) is (encoding == "utf-8")
    assert "-> Bedoelde u" in err or encoding == "utf-8"
    antwoord = json.loads(out[out.rindex('{\n  "schema"') : out.rindex("code")])
    assert antwoord["interactie"] == "Speelt iedereen open kaart over wat hij wil, kan en mag?"
    assert antwoord["voorwaarden"][-1]["gaten"][0]["oplossing"] == "samenwerk vaststellen intentieverklaring"


def ready_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a command with those it needs."""
    return (*words, *GOOD.get(words, ()))


def test_json_keeps_its_texts_in_any_coding(gevuld: Path) -> None:
    run("zet", "naam", "Café “De Brug” 🌉")

    for encoding in ("ascii", "cp1252"):
        done = run_process("status", "--json", cwd=gevuld, env={"PYTHONIOENCODING": encoding})
        assert json.loads(done.stdout.decode(encoding))["naam"] == "Café “De Brug” 🌉"


def run_into(output: int, command: str, folder: Path, env: dict[str, str]) -> "subprocess.CompletedProcess[bytes]":
    """Run the installed command with its output going to an open file."""
    return subprocess.run(
        [INSTALLED, *command.split()],
        cwd=folder,
        env=clean_env(env),
        stdout=output,
        stderr=subprocess.PIPE,
        timeout=20,
        check=False,
    )


@pytest.mark.parametrize("env", [{}, {"PYTHONUNBUFFERED": "1"}], ids=["buffered", "unbuffered"])
@pytest.mark.parametrize("command", ["status", "render --alles --naar -", "--help", "status --json"])
def test_a_reader_that_stops_early_gets_no_traceback(gevuld: Path, command: str, env: dict[str, str]) -> None:
    # A reader that is gone before the first byte, which no `head` can promise.
    read, write = os.pipe()
    os.close(read)
    process = run_into(write, command, gevuld, env)
    os.close(write)

    stderr = process.stderr.decode()
    assert "Traceback" not in stderr
    assert "Exception ignored" not in stderr
    assert "Er ging iets mis" not in stderr


@pytest.mark.parametrize("env", [{}, {"PYTHONUNBUFFERED": "1"}], ids=["buffered", "unbuffered"])
@pytest.mark.parametrize("command", ["status", "render --alles --naar -", "--help", "status --json"])
def test_output_that_cannot_be_written_is_one_sentence(gevuld: Path, command: str, env: dict[str, str]) -> None:
    # A file opened for reading only refuses every byte, as a full disk does.
    with (gevuld / "samenwerking.yaml").open("rb") as read_only:
        process = run_into(read_only.fileno(), command, gevuld, env)

    assert process.stderr.decode() == (
        "Wat samenwerk toont, kan niet weggeschreven worden; er is niets gewijzigd.\n"
        "→ Kijk na waar de uitvoer heen gaat, en of de schijf niet vol is.\n"
    )
    assert process.returncode == 1


# Errors


def test_errors_go_to_stderr_and_answers_to_stdout(gevuld: Path) -> None:
    assert run("status").err == ""
    wrong = run("status", "--datum", "morgen")
    assert (wrong.code, wrong.out) == (2, "")
    assert wrong.err.startswith("“morgen” is geen datum.\n")


def test_a_mistake_of_ours_is_one_dutch_sentence(gevuld: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr("samenwerk.workflows.status.build_status", fail)

    outcome = run("status")
    assert (outcome.code, outcome.out) == (1, "")
    assert re.fullmatch(
        r"Er ging iets mis in samenwerk zelf \(ZeroDivisionError in test_cli_conventions\.py, regel \d+\)\.\n"
        r"→ Meld dit met de regel hierboven; uw dossier is niet beschadigd\.\n",
        outcome.err,
    )
    assert run("status", "--json").json["fouten"][0]["ernst"] == "fout"


def test_trouble_with_a_file_is_not_taken_for_output_that_cannot_be_written(
    gevuld: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise PermissionError(13, "Permission denied", "samenwerking.yaml")

    monkeypatch.setattr("samenwerk.workflows.status.build_status", fail)

    assert run("status") == (
        1,
        "",
        "Bij samenwerking.yaml gaat iets niet: u hebt er geen toegang toe.\n"
        "→ Kijk na of dat er nog is en of u het mag openen, en probeer het opnieuw.\n",
    )


@pytest.mark.parametrize(
    ("content", "melding"),
    [
        (None, "Hier is geen dossier"),
        (b"naam: [", "samenwerking.yaml:1:"),
        (b"naam: caf\xe9\n", "samenwerking.yaml:1:1: Op deze regel staat een teken dat niet als UTF-8 bewaard is."),
        (b"naam: !!python/object:os.system x\n", "samenwerking.yaml:1:7: Een YAML-tag (met !) wordt niet gelezen."),
        (b"", "Het veld “fase” ontbreekt."),
    ],
    ids=["missing", "no yaml", "not utf-8", "tag", "empty"],
)
@pytest.mark.parametrize("words", [words for words in LEAVES if words not in [("init",), ("aanvullen",)]], ids=" ".join)
def test_without_a_readable_dossier_every_command_exits_3(
    werkmap: Path, words: tuple[str, ...], content: bytes | None, melding: str
) -> None:
    if content is not None:
        (werkmap / "samenwerking.yaml").write_bytes(content)
    before = snapshot(werkmap)

    outcome = run(*ready_words(words))

    if words == ("fase", "lijst") and content is None:
        assert outcome.code == 0
        return
    assert (outcome.code, outcome.out) == (3, "")
    assert melding in outcome.err
    assert snapshot(werkmap) == before


def test_a_dossier_that_is_a_folder_or_leads_away_is_not_read(werkmap: Path, tmp_path: Path) -> None:
    (tmp_path / "elders.yaml").write_text("naam: geheim\n", encoding="utf-8")
    make_link(werkmap / "samenwerking.yaml", tmp_path / "elders.yaml")

    outcome = run("status")

    assert (outcome.code, outcome.out) == (3, "")
    assert "geheim" not in outcome.err


def test_a_folder_that_does_not_exist_is_named(werkmap: Path) -> None:
    assert run("-C", "nergens", "status").err.startswith("De map nergens bestaat niet.\n")


# Dutch


@pytest.mark.parametrize("words", COMMAND_NAMES, ids=" ".join)
def test_every_help_is_dutch_and_names_every_option_and_argument(words: tuple[str, ...]) -> None:
    command = EVERY_COMMAND[words]

    outcome = run(*words, "--help")

    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith(f"Gebruik: {' '.join(['samenwerk', *words])} ")
    assert run(*words, "-h") == outcome
    assert not ENGLISH.search(outcome.out)
    for parameter in (*command.arguments, *command.options):
        assert parameter.declared.help, f"{parameter.name} has no help"
        assert parameter.declared.metavar in outcome.out or parameter.takes is bool
        assert all(name in outcome.out for name in parameter.declared.names)
    assert outcome.out.endswith("Toon deze hulp.\n")


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_begins_with_its_line_in_the_list(name: str) -> None:
    assert run(name, "--help").out.splitlines()[2].startswith(COMMANDS[name])
    assert re.search(rf"^  {name} +{re.escape(COMMANDS[name])}$", run("--help").out, re.MULTILINE)


@pytest.mark.parametrize(
    ("words", "melding", "oplossing"),
    [
        (("statsu",), "“statsu” is geen commando van samenwerk.", "Bedoelde u “status”?"),
        (("",), "“” is geen commando van samenwerk.", "Kies uit: init, status,"),
        (("fase", "volgede"), "“volgede” is geen commando van samenwerk fase.", "Bedoelde u “volgende”?"),
        (("terug", "delen"), "“delen” is geen commando van samenwerk terug.", "Kies uit: naar."),
        (("terug",), "Achter “samenwerk terug” ontbreekt nog een woord.", "Kies uit: naar. Hulp: samenwerk terug --help"),
        (("terug", "naar"), "Ontbrekend argument FASE: ", "Hulp: samenwerk terug naar --help"),
        (("zet", "idee"), "Ontbrekend argument WAARDE: ", "Hulp: samenwerk zet --help"),
        (("--datum", "x", "status"), "De optie “--datum” bestaat hier niet.", "zet ze er dan achter: samenwerk … --datum"),
        (("status", "--jsn"), "De optie “--jsn” bestaat niet.", "Bedoelde u --json?"),
        (("render", "--overschrif"), "De optie “--overschrif” bestaat niet.", "Bedoelde u --overschrijf?"),
        (("status", "-z"), "De optie “-z” bestaat niet.", "Hulp: samenwerk status --help"),
        (("status", "--datum"), "De optie “--datum” vraagt een waarde erachter.", "Hulp: samenwerk"),
        (("status", "--json=ja"), "De optie “--json” krijgt geen waarde.", "Hulp: samenwerk"),
        (("status", "nu"), "Dit staat er te veel: nu", "aanhalingstekens"),
        (("render", "starnota"), "“starnota” is geen document.", "Bedoelde u “startnota”?"),
        (("terug", "naar", "deln"), "“deln” is geen fase.", "Bedoelde u “delen”?"),
        (("aanvullen", "basj"), "“basj” kent samenwerk niet.", "Bedoelde u “bash”?"),
        (("-C",), "De optie “-C” vraagt een waarde erachter.", "Hulp: samenwerk --help"),
    ],
)  # fmt: skip
def test_every_usage_error_is_dutch_and_helps(gevuld: Path, words: tuple[str, ...], melding: str, oplossing: str) -> None:
    outcome = run(*words)

    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith(melding)
    assert oplossing in outcome.err.splitlines()[1]
    assert not ENGLISH.search(outcome.err)


def test_without_a_word_it_shows_the_help_and_version_shows_the_version() -> None:
    assert run() == run("--help")
    assert re.fullmatch(r"samenwerk \d+\.\d+\.\d+\n", run("--version").out)


# Hostile texts


ESCAPE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('naam: "Brede School De Brug"', 'naam: "\\e[2JWeg"'),
        ("idee: >-", 'idee: "\\x9b31m"\nnota: >-'),
        ("  brugfiguur:", '  "\\e]0;titel\\a":'),
        ("  lokalen:", '  "\\e[31mlokalen":'),
        ("begeleider:", '"\\e[1mbegeleider":'),
        ("initiatiefnemer: stad", 'initiatiefnemer: "st\\u202ead"'),
        ("  huiswerkklas:", '  "\\x9b5m":'),
        ("  - datum: 2026-02-20", '  - "\\e[31m": 2026-02-20'),
    ],
)
def test_no_escape_sequence_of_a_dossier_reaches_the_screen(gevuld: Path, old: str, new: str) -> None:
    rewrite(gevuld, old, new)

    for words in (
        *(("status",), ("controleer",), ("fase",), ("render", "--alles", "-n"), ("render", "--alles", "--naar", "-")),
        *(("dynamiek",), ("dynamiek", "--principe", "1"), ("dynamiek", "--json")),
        *(("status", "--json"), ("controleer", "--json"), ("render", "--alles", "--json"), ("zet", "begrippen.x", "y", "-n")),
    ):
        outcome = run(*words)
        assert not ESCAPE.search(outcome.out.replace("\n", "") + outcome.err.replace("\n", "")), words
        if "--json" in words:
            assert outcome.json["versie"] == 1


@pytest.mark.parametrize(
    "words",
    [
        *(("zet", "idee", "\x1b[2J"), ("zet", "\x1b[2J", "x"), ("zet", "begrippen.\x1b[2J", "x"), ("status", "--\x1b[2J")),
        *(("\x1b[2J",), ("-C", "\x1b[2J", "status"), ("render", "\x1b[2J"), ("terug", "naar", "\x9b2J"), ("init", "\x1b[2J")),
    ],
)
def test_no_escape_sequence_of_a_command_reaches_the_screen(gevuld: Path, words: tuple[str, ...]) -> None:
    for outcome in (run(*words), run(*words, "--json")):
        assert not ESCAPE.search(outcome.out.replace("\n", "") + outcome.err.replace("\n", ""))


# How little is loaded


HEAVY = ["jinja2", "rich", "pydantic"]
AT_ONCE = ["typer", "typing", "pathlib", "yaml", "samenwerk.domain", "samenwerk.storage"]
"""What is not even loaded to answer from the tables."""


@pytest.mark.parametrize(
    ("words", "absent"),
    [
        (("--version",), AT_ONCE),
        (("--help",), AT_ONCE),
        ((), AT_ONCE),
        (("partner", "--help"), ["typer", "yaml", "samenwerk.storage", "samenwerk.workflows"]),
        (("status",), [*HEAVY, "typer", "inspect", "markdown_it", "icalendar"]),
        (("logboek",), [*HEAVY, "typer", "inspect", "markdown_it", "icalendar"]),
        (("dynamiek",), [*HEAVY, "typer", "markdown_it", "icalendar"]),
        (("opvolging",), [*HEAVY, "typer", "icalendar"]),
        (("controleer",), [*HEAVY, "typer", "icalendar"]),
        (("agenda",), [*HEAVY, "typer"]),
        (("noteer", "nota", "x", "--proef"), [*HEAVY, "typer"]),
        (("zet", "idee", "x"), [*HEAVY, "typer"]),
        (("render",), ["rich", "pydantic", "typer"]),
        (("status", "--datum=2026-03-01"), HEAVY),
    ],
)
def test_a_command_loads_only_what_it_needs(gevuld: Path, words: tuple[str, ...], absent: list[str]) -> None:
    script = (
        f"import sys; from samenwerk.cli.main import main; code = main({list(words)!r}); "
        f"print(code, [name for name in {absent!r} if name in sys.modules], file=sys.stderr)"
    )

    done = subprocess.run(
        [sys.executable, "-c", script], cwd=gevuld, env=clean_env({}), capture_output=True, timeout=20, check=False
    )

    assert done.stderr.decode() == "0 []\n"


def test_a_mistyped_command_loads_nothing_of_the_domain_but_the_choosing(werkmap: Path) -> None:
    script = (
        "import sys; from samenwerk.cli.main import main; code = main(['statsu']); "
        "print(code, *sorted(name for name in sys.modules if name.startswith('samenwerk.domain.')))"
    )

    done = subprocess.run(
        [sys.executable, "-c", script], cwd=werkmap, env=clean_env({}), capture_output=True, timeout=20, check=False
    )

    assert done.stdout.decode() == "2 samenwerk.domain.keuzes\n"


# Processes


def test_python_m_samenwerk_is_the_same_command(gevuld: Path) -> None:
    installed = run_process("status", cwd=gevuld)
    as_module = subprocess.run(
        [sys.executable, "-m", "samenwerk", "status"],
        cwd=gevuld,
        env=clean_env({}),
        capture_output=True,
        timeout=20,
        check=False,
    )

    assert installed.returncode == 0
    assert as_module.stdout == installed.stdout


def test_a_question_has_its_answer_on_stdin_only_when_that_is_a_terminal(gevuld: Path) -> None:
    done = subprocess.run(
        [INSTALLED, "afsluiten"],
        cwd=gevuld,
        env=clean_env({}),
        input=b"slapend\n\n",
        capture_output=True,
        timeout=20,
        check=False,
    )

    assert (done.returncode, done.stdout) == (4, b"")


@pytest.mark.parametrize("sign", ["q", "Q", "\x03", "\x04"], ids=["q", "Q", "Ctrl-C", "Ctrl-D"])
def test_there_is_one_sign_to_stop_at_every_question(gevuld: Path, sign: str) -> None:
    before = snapshot(gevuld)
    terminal = Terminal("terug", "naar", "verkennen", cwd=gevuld)
    terminal.answer("Waarom gaat de groep terug?", sign)

    assert terminal.finish().code == 130
    assert snapshot(gevuld) == before
