"""What the Tab key offers, asked as the shell asks it, and `samenwerk aanvullen` that sets it up."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from runner import rewrite, run, run_process

from samenwerk.cli.catalogue import COMMANDS
from samenwerk.domain.documenten import DOCUMENT_IDS
from samenwerk.domain.fasen import FASE_IDS

Complete = Callable[[str], list[str]]


def typing(line: str) -> dict[str, str]:
    """The variables with which bash asks what can follow, while the last word of a line is being typed."""
    words = line.split(" ")
    return {"_SAMENWERK_COMPLETE": "complete_bash", "COMP_WORDS": "\n".join(words), "COMP_CWORD": str(len(words) - 1)}


@pytest.fixture
def complete(monkeypatch: pytest.MonkeyPatch) -> Complete:
    """What bash gets for a line, in the present folder."""

    def ask(line: str) -> list[str]:
        for name, value in typing(line).items():
            monkeypatch.setenv(name, value)
        outcome = run()
        assert (outcome.code, outcome.err) == (0, "")
        # Typer ends even nothing with a line end; to bash that is nothing.
        return outcome.out.split()

    return ask


def test_the_installed_command_answers_the_shell(gevuld: Path) -> None:
    done = run_process(cwd=gevuld, env=typing("samenwerk zet partners."))

    assert (done.returncode, done.stdout, done.stderr) == (0, b"partners.stad.\npartners.school.\n", b"")


def test_a_broken_dossier_stays_silent_in_the_shell(werkmap: Path) -> None:
    (werkmap / "samenwerking.yaml").write_text("naam: [", encoding="utf-8")

    done = run_process(cwd=werkmap, env=typing("samenwerk zet partners."))

    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, b"", b"")


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("samenwerk ", list(COMMANDS)),
        ("samenwerk st", ["status", "stakeholder"]),
        ("samenwerk fase ", ["toon", "lijst", "volgende", "verloop", "wijzig", "weg"]),
        ("samenwerk fase vo", ["volgende"]),
        ("samenwerk gesprek w", ["wijzig", "weg"]),
        ("samenwerk terug naar ", list(FASE_IDS)),
        ("samenwerk terug naar o", ["opstart", "overeenkomen"]),
        ("samenwerk init --fase v", ["verkennen", "vormgeven"]),
        ("samenwerk afsluiten --als ", ["slapend", "afgerond", "gestopt", "samengevoegd"]),
        ("samenwerk afsluiten --als s", ["slapend", "samengevoegd"]),
        ("samenwerk render ", list(DOCUMENT_IDS)),
        ("samenwerk render startnota p", ["projectfiche", "procesplan"]),
        ("samenwerk render projectfiche-", ["projectfiche-huiswerkklas"]),
        ("samenwerk zet partners.", ["partners.stad.", "partners.school."]),
        ("samenwerk zet partners.st", ["partners.stad."]),
        ("samenwerk zet partners.stad.draagvlak.", [f"partners.stad.draagvlak.{naam}" for naam in ("oordeel", "toelichting")]),
        ("samenwerk zet verloop.", ["verloop.1.", "verloop.2.", "verloop.3."]),
        ("samenwerk zet begrippen.", ["begrippen.brugfiguur"]),
        ("samenwerk zet projecten.huiswerkklas.partners.", ["projecten.huiswerkklas.partners.stad"]),
        ("samenwerk zet gedeelde", ["gedeelde_ambitie"]),
        ("samenwerk zet partners.nergens.", []),
        ("samenwerk render --over", ["--overschrijf"]),
        ("samenwerk --", ["--map", "--version", "--help"]),
    ],
)  # fmt: skip
def test_the_shell_is_offered_what_can_come_next(gevuld: Path, complete: Complete, line: str, offered: list[str]) -> None:
    assert complete(line) == offered


def test_what_another_command_guards_or_zet_cannot_write_is_not_offered(gevuld: Path, complete: Complete) -> None:
    offered = complete("samenwerk zet ")

    assert {"naam", "idee", "uitgangspunten", "partners.", "begrippen.", "verloop.", "looptijd."} <= set(offered)
    assert not {"fase", "toestand", "formaat", "partners", "begrippen", "looptijd"} & set(offered)
    assert [pad.rpartition(".")[2] for pad in complete("samenwerk zet verloop.1.")] == [
        "datum",
        "door",
        "aanwezig",
        "reden",
    ]


@pytest.mark.parametrize("line", ["samenwerk -C mijn-netwerk zet partners.", "samenwerk zet -C mijn-netwerk partners."])
def test_the_dossier_that_is_named_is_the_one_whose_keys_are_offered(
    gevuld: Path, complete: Complete, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    monkeypatch.chdir(gevuld.parent)

    assert complete(line) == ["partners.stad.", "partners.school."]


@pytest.mark.parametrize("line", ["samenwerk zet partners.", "samenwerk render projectfiche-", "samenwerk zet "])
@pytest.mark.parametrize("content", [b"naam: [", b"naam: \xe9\n", None], ids=["no yaml", "not utf-8", "missing"])
def test_a_dossier_that_cannot_be_read_offers_nothing_and_complains_of_nothing(
    werkmap: Path, complete: Complete, line: str, content: bytes | None
) -> None:
    if content is not None:
        (werkmap / "samenwerking.yaml").write_bytes(content)

    assert complete(line) == []


def test_a_dossier_with_errors_still_helps_to_repair_it(gevuld: Path, complete: Complete) -> None:
    rewrite(gevuld, "initiatiefnemer: stad", "initiatiefnemer: stadd")

    assert complete("samenwerk zet partners.") == ["partners.stad.", "partners.school."]


def test_a_key_with_an_escape_sequence_is_not_sent_to_the_terminal(gevuld: Path, complete: Complete) -> None:
    rewrite(gevuld, "  brugfiguur:", '  "\\e]0;titel\\a":')

    assert "\x1b" not in "".join(complete("samenwerk zet begrippen."))


@pytest.mark.parametrize(
    ("shell", "sign"), [("bash", "COMPREPLY"), ("zsh", "#compdef samenwerk"), ("fish", "complete --command")]
)
def test_aanvullen_toon_shows_the_script(shell: str, sign: str, werkmap: Path) -> None:
    outcome = run("aanvullen", shell, "--toon")

    assert (outcome.code, outcome.err) == (0, "")
    assert sign in outcome.out
    assert "_SAMENWERK_COMPLETE" in outcome.out


def test_aanvullen_installs_for_bash_and_the_script_is_sound(tmp_path: Path) -> None:
    done = run_process("aanvullen", "bash", cwd=tmp_path, env={"HOME": str(tmp_path)})

    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode().startswith("Aanvullen is ingesteld voor bash, in ")
    assert ".bash_completions/samenwerk.sh" in (tmp_path / ".bashrc").read_text(encoding="utf-8")
    script = tmp_path / ".bash_completions" / "samenwerk.sh"
    assert subprocess.run(["bash", "-n", str(script)], capture_output=True, check=False).returncode == 0


def test_aanvullen_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / ".bash_completions").write_text("in de weg", encoding="utf-8")

    done = run_process("aanvullen", "bash", cwd=tmp_path, env={"HOME": str(tmp_path)})

    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode().splitlines() == [
        "De instelling kon niet bewaard worden.",
        "→ Bekijk ze met: samenwerk aanvullen bash --toon",
    ]


@pytest.fixture
def powershell(tmp_path: Path) -> Callable[[str, Path], Path]:
    """A stand-in for PowerShell that answers with its policy and the place of its profile; the folder it is in."""

    def install(policy: str, profile: Path) -> Path:
        program = tmp_path / "bin" / "powershell"
        program.parent.mkdir()
        program.write_text(f"#!/bin/sh\nprintf '{policy}\\r\\n{profile}\\r\\n'\n", encoding="utf-8")
        program.chmod(0o755)
        return program.parent

    return install


def test_aanvullen_adds_to_the_profile_of_powershell_once(tmp_path: Path, powershell: Callable[[str, Path], Path]) -> None:
    profile = tmp_path / "Documenten één" / "profile.ps1"
    env = {"PATH": str(powershell("RemoteSigned", profile))}

    for _ in range(2):
        done = run_process("aanvullen", "powershell", cwd=tmp_path, env=env)
        assert (done.returncode, done.stderr) == (0, b"")

    script = run("aanvullen", "powershell", "--toon").out
    assert profile.read_text(encoding="utf-8") == script


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16"])
def test_aanvullen_keeps_what_the_profile_of_powershell_says_already(
    tmp_path: Path, coding: str, powershell: Callable[[str, Path], Path]
) -> None:
    profile = tmp_path / "profile.ps1"
    profile.write_bytes("# Mijn één instelling".encode(coding))

    run_process("aanvullen", "powershell", cwd=tmp_path, env={"PATH": str(powershell("RemoteSigned", profile))})

    assert profile.read_text(encoding=coding) == "# Mijn één instelling\n" + run("aanvullen", "powershell", "--toon").out


@pytest.mark.parametrize("policy", ["Restricted", "AllSigned"])
def test_aanvullen_leaves_powershell_as_safe_as_it_is(
    tmp_path: Path, policy: str, powershell: Callable[[str, Path], Path]
) -> None:
    profile = tmp_path / "profile.ps1"

    done = run_process("aanvullen", "powershell", cwd=tmp_path, env={"PATH": str(powershell(policy, profile))})

    assert done.stderr.decode().splitlines()[0] == "PowerShell mag op deze computer geen eigen instellingen laden."
    assert (done.returncode, done.stdout, profile.exists()) == (1, b"", False)


def test_aanvullen_says_how_to_go_on_where_there_is_no_powershell(tmp_path: Path) -> None:
    done = run_process("aanvullen", "powershell", cwd=tmp_path, env={"PATH": "/nergens"})

    assert done.returncode == 1
    assert done.stderr.decode().splitlines() == [
        "powershell zegt niet waar zijn instellingen staan.",
        "→ Zet zelf in uw profiel wat dit commando toont: samenwerk aanvullen powershell --toon",
    ]
