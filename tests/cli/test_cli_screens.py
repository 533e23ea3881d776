"""How answers look: plain in a pipe, narrow on a narrow terminal, in any coding, and cut short by who stops reading."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest
from cases import check_each
from every_command import (
    COMMAND_NAMES,
    LEAVES,
    WRITING,
    ready,
    ready_words,
)
from runner import (
    INSTALLED,
    clean_env,
    restore,
    rewrite,
    run,
    run_process,
    snapshot,
)

from samenwerk.cli import remedies, screen
from samenwerk.cli.wrapping import HELD, hold, wrap


def test_nothing_is_coloured_or_boxed_in_a_pipe(gevuld: Path) -> None:
    before = snapshot(gevuld)

    def check(words: tuple[str, ...]) -> None:
        restore(gevuld, before)
        outcome = run(*ready(gevuld, words)) if words in LEAVES else run(*words, "--help")

        assert not re.search("[\x1b\u2500-\u257f]", outcome.out + outcome.err)
        assert "Traceback" not in outcome.out + outcome.err

    check_each(check, ((words,) for words in COMMAND_NAMES))


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


def test_no_line_to_type_is_broken_on_a_terminal_of_40_or_of_80_columns(gevuld: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: dict[int, list[str]] = {40: [], 80: []}
    said: list[str] = []

    def wrap_for_each(text: str, width: int, lead: str = "", hang: str = "") -> list[str]:
        for columns in shown:
            shown[columns] += wrap(text, columns - 1, lead, hang)
        return wrap(text, width, lead, hang)

    def listen(line: str) -> str:
        said.append(line)
        return hold(line)

    monkeypatch.setattr(screen, "wrap", wrap_for_each)
    monkeypatch.setattr(remedies, "hold", listen)
    monkeypatch.setattr(screen, "_is_terminal", lambda _: True)
    before = snapshot(gevuld)
    for words in LEAVES:
        restore(gevuld, before)
        run(*ready(gevuld, words))

    assert len(set(said)) > 30
    for columns, lines in shown.items():
        text = "\n".join(lines).replace(HELD, " ")
        assert [line for line in said if line not in text] == [], columns
        wide = [line.replace(HELD, " ") for line in lines if len(line) >= columns and "samenwerk " in line.replace(HELD, " ")]
        assert [line for line in wide if not line.strip().removeprefix("→").strip().startswith("samenwerk")] == [], columns


LISTEN = """
import atexit
from samenwerk.cli import remedies
said, say_part = [], remedies._say_part
def listen(part):
    if not isinstance(part, (str, remedies.ByHand)):
        said.append(say_part(part))
    return say_part(part)
remedies._say_part = listen
atexit.register(lambda: print("SAID", *said, sep="\\n"))
"""
"""Tells at the end every line to type that a screen named."""


def test_at_40_columns_no_line_is_longer_but_for_what_is_to_be_copied(gevuld: Path) -> None:
    rewrite(gevuld, "    inzet: drie lokalen\n", "")
    rewrite(gevuld, "begeleider:", "begeleider:")

    shown, _, said = run_all(gevuld, LISTEN, {"TERM": "xterm", "COLUMNS": "40"}).partition("SAID\n")

    out = re.sub(r"\x1b\[[0-9;]*m", "", shown)
    lines = [line for line in out.splitlines() if line[1:12] != " samenwerk "]
    to_copy = set(said.splitlines())
    assert len(lines) > 300
    assert len(to_copy) > 10
    assert [line for line in to_copy if line not in out] == []
    wide = [line for line in lines if len(line) > 40 and not any(each in line for each in to_copy)]
    too_long = [line for line in wide if max(len(word) for word in line.split()) < 40 - indent_of(line)]
    assert too_long == []
    behind_a_sentence = [line for line in lines if len(line) > 40 and any(f": {each}" in line for each in to_copy)]
    assert behind_a_sentence == []
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


# UTF-8 is the coding of every other test.
@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
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
    assert antwoord["interactie"] == "Speelt iedereen open kaart over willen, kunnen en mogen?"
    assert antwoord["voorwaarden"][-1]["gaten"][0]["oplossing"] == "samenwerk vaststellen intentieverklaring"


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
        "samenwerk kan hier niets tonen. Er is niets gewijzigd.\n"
        "→ Controleer waar de uitvoer heen gaat, en of de schijf niet vol is.\n"
    )
    assert process.returncode == 1
