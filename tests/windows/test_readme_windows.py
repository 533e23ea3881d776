"""The commands of the README for Windows, in its own shell."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
README = (PROJECT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```powershell\n(.*?)```", README, re.DOTALL)


def test_no_line_needs_a_newer_powershell_than_windows_brings() -> None:
    # Version 5.1 has no && and no ||.
    assert BLOCKS
    assert not [line for block in BLOCKS for line in block.splitlines() if "&&" in line or "||" in line]


@pytest.mark.skipif(
    not shutil.which("powershell") or not shutil.which("py"), reason="no PowerShell or no launcher py here, as under wine"
)
@pytest.mark.parametrize("block", BLOCKS)
def test_a_block_of_commands_does_what_it_says(block: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("PIPX_HOME", "PIPX_BIN_DIR", "PYTHONUSERBASE"):
        monkeypatch.setenv(variable, str(tmp_path / variable))
    # Not the part that changes the account.
    for line in block.replace("py -m pipx ensurepath; ", "").splitlines():
        subprocess.run(["powershell", "-NoProfile", "-Command", line], cwd=PROJECT, check=True, timeout=300)
    assert (tmp_path / "PIPX_BIN_DIR" / "samenwerk.exe").is_file()
