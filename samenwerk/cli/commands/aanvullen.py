"""`samenwerk aanvullen`."""

import os
from typing import Annotated

from samenwerk.cli.remedies import hint
from samenwerk.cli.screen import show, show_raw
from samenwerk.cli.understanding.words import Keuze
from samenwerk.cli.words.declare import Argument, Option
from samenwerk.cli.words.signature import command
from samenwerk.errors import RefusedError, Remedy, WrongUsageError

POWERSHELLS = ("powershell", "pwsh")
SHELLS = ("bash", "zsh", "fish", *POWERSHELLS)


@command
def aanvullen(
    shell: Annotated[
        str,
        Argument(
            metavar="TERMINAL",
            kind=Keuze(lambda: SHELLS, "kent samenwerk niet"),
            help="bash, zsh, fish, powershell of pwsh. Zonder dit: het programma van nu.",
        ),
    ] = "",
    toon: Annotated[bool, Option("--toon", help="Toon alleen wat er ingesteld zou worden.")] = False,
) -> None:
    """Laat de tabtoets commando’s en namen aanvullen.

    Wordt ingesteld voor het venster waarin u samenwerk typt, of voor het programma dat u noemt.
    """
    # In a public module of typer, not exported by it.
    from typer.completion import get_completion_script, install  # type: ignore[attr-defined]

    from samenwerk.cli.catalogue import COMPLETE_VARIABLE
    from samenwerk.storage.powershell import add_to_profile

    shell = shell or _detect_shell()
    if shell not in SHELLS:
        raise WrongUsageError(f"“{shell}” kent samenwerk niet.", f"Kies uit: {', '.join(SHELLS)}.")
    script = get_completion_script(prog_name="samenwerk", complete_var=COMPLETE_VARIABLE, shell=shell)
    if toon:
        show_raw(script + "\n")
        return
    try:
        if shell in POWERSHELLS:
            pad = add_to_profile(shell, script)
        else:
            _, pad = install(shell=shell, prog_name="samenwerk", complete_var=COMPLETE_VARIABLE)
    except (OSError, RuntimeError):  # the second for a user without a home
        raise RefusedError(
            "De instelling kon niet bewaard worden.", ("Bekijk ze met: ", Remedy("aanvullen", waarde=shell, met={"toon": ""}))
        ) from None
    show(f"Aanvullen is ingesteld voor {shell}, in {pad}.", style="goed")
    show(hint("Open een nieuw venster, typ samenwerk en druk op de tabtoets."), hang=2)


def _detect_shell() -> str:
    import shellingham

    try:
        return str(shellingham.detect_shell()[0])
    except (shellingham.ShellDetectionFailure, OSError):
        usual = "powershell" if os.name == "nt" else "bash"
        raise WrongUsageError(
            "Het is niet te zien in welk programma u samenwerk typt.", ("Noem ze: ", Remedy("aanvullen", waarde=usual))
        ) from None
