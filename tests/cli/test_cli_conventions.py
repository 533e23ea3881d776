"""What holds for every command: writing, proef, JSON, folders, errors, and one way in."""

import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from cases import check_each
from every_command import (
    ABOUT_NO_DOSSIER,
    COMMAND_NAMES,
    EVERY_COMMAND,
    GOOD,
    LEAVES,
    RECORD_COMMANDS,
    WITH_JSON,
    WRITING,
    ready,
    ready_words,
)
from needs import make_link
from runner import (
    INSTALLED,
    Terminal,
    clean_env,
    dossier_text,
    restore,
    run,
    run_process,
    snapshot,
)

from samenwerk.cli.catalogue import COMMANDS, RECORDS
from samenwerk.cli.words.declare import Command
from samenwerk.domain.tijdlijn import PROCES_IDS
from samenwerk.domain.verzamelingen import VERZAMELINGEN


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
        assert re.search(r"^[+-]", proef.out, re.MULTILINE)
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
        assert outcome.code in (1, 2, 3) or words in (("init",), ("oefenen",))
        assert outcome.err == ""
        assert outcome.json["versie"] == 1


@pytest.mark.parametrize("words", [words for words in LEAVES if words not in ABOUT_NO_DOSSIER], ids=" ".join)
def test_the_folder_can_be_named_before_and_after_the_command(
    gevuld: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    command = ready(gevuld, words)
    (gevuld / "diep" / "er").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    before = snapshot(gevuld)

    assert run(*command).code == 3 or words in (("fase", "lijst"), ("status",))
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


def find_choices() -> Iterator[tuple[str, str, list[str]]]:
    """Each word of a command for which the help names several choices: which word, its help, all that the Tab key offers."""
    for words in LEAVES:
        command = EVERY_COMMAND[words]
        assert isinstance(command, Command)
        for parameter in command.parameters:
            text, complete = parameter.declared.help, parameter.declared.complete
            offered = [word if isinstance(word, str) else word[0] for word in complete(NOWHERE, "")] if complete else []
            if len(find_named(offered, text)) > 1 and not text.startswith("Bijvoorbeeld"):
                yield f"{' '.join(words)}: {parameter.name}", text, offered


def find_named(words: Sequence[str], text: str) -> list[str]:
    """Those of the words that a text names, in its order; not in an example of how more of them are typed: `stad,school`."""
    return re.findall(rf"(?<![\w,])(?:{'|'.join(words)})(?!\w|,\w)", text) if words else []


NOWHERE = Path("/there/is/no/dossier/here")


def test_help_that_names_what_can_be_chosen_names_all_of_it() -> None:
    [proces] = [option.declared for option in EVERY_COMMAND[("noteer",)].options if option.name == "proces"]
    choices = [*find_choices(), ("noteer: proces", proces.help, [*PROCES_IDS, "geen"])]

    found = {which for which, _, _ in choices}
    assert {"afsluiten: als", "noteer: soort", "evalueer nieuw: besluit", "actie stand: status"} <= found
    for which, text, offered in choices:
        # What a field is, may say its choices too, before they are summed up.
        assert find_named(offered, text)[-len(offered) :] == offered, which


# Errors


def test_errors_go_to_stderr_and_answers_to_stdout(gevuld: Path) -> None:
    assert run("status").err == ""
    wrong = run("status", "--datum", "ooit")
    assert (wrong.code, wrong.out) == (2, "")
    assert wrong.err.startswith("“ooit” is geen datum.\n")


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
        "→ Controleer of dat er nog is en of u het mag openen, en probeer het opnieuw.\n",
    )


@pytest.mark.parametrize(
    ("content", "melding"),
    [
        (None, "Hier is geen dossier"),
        (b"naam: [", "samenwerking.yaml:1:"),
        (b"naam: caf\xe9\n", "samenwerking.yaml:1:1: Dit bestand is niet als UTF-8 bewaard: "),
        (
            b"naam: !!python/object:os.system x\n",
            "samenwerking.yaml:1:7: Een tekst die met ! begint, betekent hier iets anders.",
        ),
        (b"", "samenwerking.yaml is nog niet binnen: er staat niets in."),
    ],
    ids=["missing", "no yaml", "not utf-8", "tag", "empty"],
)
def test_without_a_readable_dossier_every_command_exits_3(werkmap: Path, content: bytes | None, melding: str) -> None:
    if content is not None:
        (werkmap / "samenwerking.yaml").write_bytes(content)
    before = snapshot(werkmap)

    def check(words: tuple[str, ...]) -> None:
        outcome = run(*ready_words(words))

        if words == ("herstel",) and content == b"naam: caf\xe9\n":
            assert outcome.code == 1, "it mends the coding, and tells what is still missing"
            restore(werkmap, before)
        elif words == ("fase", "lijst") and content is None:
            assert outcome.code == 0
        else:
            assert (outcome.code, outcome.out) == (3, "")
            assert melding in outcome.err
            assert snapshot(werkmap) == before

    check_each(check, ((words,) for words in LEAVES if words not in ABOUT_NO_DOSSIER))


def test_a_dossier_that_is_a_folder_or_leads_away_is_not_read(werkmap: Path, tmp_path: Path) -> None:
    (tmp_path / "elders.yaml").write_text("naam: geheim\n", encoding="utf-8")
    make_link(werkmap / "samenwerking.yaml", tmp_path / "elders.yaml")

    outcome = run("status")

    assert (outcome.code, outcome.out) == (3, "")
    assert "geheim" not in outcome.err


def test_a_folder_that_does_not_exist_is_named(werkmap: Path) -> None:
    assert run("-C", "nergens", "status").err.startswith("De map nergens bestaat niet.\n")


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
