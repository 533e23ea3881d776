"""The profile of PowerShell: what it runs when it starts, and so where completion is set up there.

Not by Typer: that lets every script run for this person from then on, without a word, and adds the same again each time.
"""

import codecs
import subprocess
from pathlib import Path

from samenwerk.errors import RefusedError, Remedy
from samenwerk.storage.foreign_text import decode_text

_ASK = "[Console]::OutputEncoding = [Text.Encoding]::UTF8; Get-ExecutionPolicy; $PROFILE"
_NO_SCRIPTS = ("restricted", "allsigned")


def add_to_profile(shell: str, script: str) -> Path:
    """Let PowerShell run a script when it starts; where that stands comes back.

    Raises `RefusedError` when PowerShell does not answer or may run no scripts here, `OSError` when its profile cannot be
    written.
    """
    try:
        words = [shell, "-NoProfile", "-Command", _ASK]
        answer = subprocess.run(words, check=True, capture_output=True, timeout=60).stdout  # noqa: S603  # one of two names
        policy, _, path = decode_text(answer).strip().partition("\n")
    except (OSError, subprocess.SubprocessError):
        policy = path = ""
    if not path.strip():
        raise RefusedError(
            f"{shell} zegt niet waar zijn instellingen staan.",
            ("Zet zelf in uw profiel wat dit commando toont: ", Remedy("aanvullen", waarde=shell, met={"toon": ""})),
        )
    if policy.strip().casefold() in _NO_SCRIPTS:
        raise RefusedError(
            "PowerShell mag op deze computer geen eigen instellingen laden.",
            "Vraag het aan uw ICT-dienst, of sta het zelf toe met: Set-ExecutionPolicy RemoteSigned -Scope CurrentUser",
        )
    profile = Path(path.strip())
    content = profile.read_bytes() if profile.exists() else b""
    present = decode_text(content)
    if script not in present:
        profile.parent.mkdir(parents=True, exist_ok=True)
        begin = "" if not present or present.endswith("\n") else "\n"
        coding = "utf-16-le" if content.startswith(codecs.BOM_UTF16_LE) else "utf-8"
        with profile.open("ab") as file:
            file.write(f"{begin}{script}\n".encode(coding))
    return profile
