"""Whether git would take a file along: asked of git itself, which alone knows all its rules."""

import os
import subprocess
from pathlib import Path

from samenwerk.errors import RefusedError

GIT_SECONDS = 10.0


def explain_exposure(path: Path) -> RefusedError | None:
    """Why this file would not stay out of git, and how to mend it; None when it stays out.

    Outside a repository nothing is taken along. Where the name is a link, the file it leads to must stay out as well.
    """
    target = Path(os.path.realpath(path))
    link = Path(os.path.realpath(path.parent)) / path.name
    exposed: list[str] = []
    for place in dict.fromkeys((link, target)):
        if not any((folder / ".git").exists() for folder in place.parents):
            continue
        if _ask_git(place, "check-ignore", "--quiet"):
            continue
        if _ask_git(place, "ls-files", "--error-unmatch"):
            return RefusedError(
                f"{place.name} zit al in git; wat erin staat, is niet meer vertrouwelijk.",
                f"Haal het eruit met: git rm --cached {place.name}, en leg dat vast. Wat er al in stond, blijft in de "
                "geschiedenis van git: bespreek dat met wie ze kan lezen.",
            )
        exposed.append(place.name)
    if not exposed:
        return None
    regels = " en ".join(exposed)
    return RefusedError(
        f"{path.name} wordt niet door git overgeslagen; wat u erin schrijft, komt bij wie de map deelt.",
        f"Zet {'deze regel' if len(exposed) == 1 else 'elk op een eigen regel'} in .gitignore: {regels}",
    )


def _ask_git(path: Path, *question: str) -> bool:
    """The answer of git, yes or no. Raises `RefusedError` when it gives none: what is not known counts as not safe."""
    # Variables of a git command around this one would point it at another repository or index; the setting that a
    # repository may bring along must not start a program.
    env = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith("GIT_")}
    command = ["git", "-C", str(path.parent), "-c", "core.fsmonitor=false", *question, "--", path.name]
    try:
        done = subprocess.run(  # noqa: S603  # the words are ours, behind -- a name of ours
            command,
            env={**env, "GIT_OPTIONAL_LOCKS": "0"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=GIT_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        raise _no_answer(path, "Kijk na of het programma git op deze computer staat.") from None
    if done.returncode not in (0, 1):
        raise _no_answer(path, "Geef in deze map: git status, en kijk wat git zegt.")
    return done.returncode == 0


def _no_answer(path: Path, oplossing: str) -> RefusedError:
    return RefusedError(f"samenwerk kan niet nagaan of git {path.name} overslaat; er is niets geschreven.", oplossing)
