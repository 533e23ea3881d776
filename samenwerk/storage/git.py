"""Whether git would take a file along: asked of git itself, which alone knows all its rules."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from samenwerk.errors import Line, RefusedError
from samenwerk.storage.files import resolve
from samenwerk.storage.foreign_text import decode_text
from samenwerk.storage.lookalikes import find_lookalikes
from samenwerk.storage.programs import find_program

GIT_SECONDS = 10.0
GITIGNORE = ".gitignore"

_COPIES = ("{0} (1).yaml", "{0}-PC-JAN.yaml", "Kopie van {0}.yaml", "{0}.yaml.bak", ".{0}.yaml.swp")
"""What a program or a person may call a copy: it must stay out of git before there is one."""

_ELSEWHERE = ("GIT_DIR", "GIT_WORK_TREE")
"""By these a folder belongs to a repository that is not in it or above it."""


def ignore_line(name: str) -> str:
    """The line of a .gitignore that keeps a YAML file out of git, with every copy of it."""
    return f"*{name.removesuffix('.yaml')}*"


def explain_exposure(path: Path) -> RefusedError | None:
    """Why this file or a copy of it would not stay out of git, and how to mend it; None when they stay out.

    Outside a repository nothing is taken along. Where the name is a link, the file it leads to must stay out as well.
    Raises `RefusedError` when git gives no answer: what is not known counts as not safe.
    """
    target = resolve(path)
    link = resolve(path.parent) / path.name
    copies = [form.format(path.stem) for form in _COPIES] + find_lookalikes(link.parent, path.name)
    names = {link.parent: [path.name, *copies]}
    if target != link:
        names.setdefault(target.parent, []).append(target.name)
    for folder, wanted in names.items():
        for env in _list_repositories(folder):
            problem = _explain(folder, wanted, path.name, env)
            if problem is not None:
                return problem
    return None


def _list_repositories(folder: Path) -> list[dict[str, str]]:
    """The variables with which git finds each repository that a folder is in."""
    # Variables of a git command around this one would hide the repository of the folder, so both are asked.
    plain, found = _plain_environment(), []
    if is_in_repository(folder):
        found.append(plain)
    elsewhere = {name: os.path.abspath(os.environ[name]) for name in _ELSEWHERE if os.environ.get(name)}  # noqa: PTH100
    if elsewhere and _ask_git(folder, plain | elsewhere, "rev-parse", "--is-inside-work-tree").strip() == b"true":
        found.append(plain | elsewhere)
    return found


def _plain_environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return {**kept, "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0"}


def is_in_repository(folder: Path) -> bool:
    """Whether this folder, whole as it is, lies in a repository."""
    return any((place / ".git").exists() for place in (folder, *folder.parents))


def _explain(folder: Path, names: Sequence[str], name: str, env: Mapping[str, str]) -> RefusedError | None:
    if find_git() is None and _seems_ignored(folder, name):
        return None
    answer = _ask_git(folder, env, "check-ignore", "--stdin", "-z", content="\0".join(names).encode())
    ignored = answer.decode().split("\0")
    exposed = [each for each in names if each not in ignored]
    tracked = _ask_git(folder, env, "ls-files", "-z", "--", *exposed).decode().split("\0") if exposed else []
    for each in (each for each in exposed if each in tracked):
        return RefusedError(
            f"{each} zit al in git; wat erin staat, is niet meer vertrouwelijk.",
            (
                *("Haal het eruit met: ", Line(("git", "rm", "--cached", each)), ", en leg dat vast. "),
                "Wat er al in stond, blijft in de geschiedenis van git: bespreek dat met wie ze kan lezen.",
            ),
        )
    if not exposed:
        return None
    pattern = ignore_line(name)
    lines = list(dict.fromkeys(pattern if fnmatchcase(each, pattern) else each for each in exposed))
    is_copy = name not in exposed and lines == [pattern]
    wat = f"Een kopie van {name}, zoals “{exposed[0]}”, wordt" if is_copy else f"{name} wordt"
    return RefusedError(
        f"{wat} niet door git overgeslagen; wat u erin schrijft, komt bij wie de map deelt.",
        f"Zet {'deze regel' if len(lines) == 1 else 'elk op een eigen regel'} in {GITIGNORE}: {' en '.join(lines)}",
    )


def _ask_git(folder: Path, env: Mapping[str, str], *question: str, content: bytes = b"") -> bytes:
    """What git answers. Raises `RefusedError` when it gives no answer."""
    if find_git() is None:
        raise _no_answer(
            f"Zet git op deze computer, of schrijf in het bestand {GITIGNORE} naast het dossier deze regel, zonder een regel "
            f"die met ! begint: {ignore_line('vertrouwelijk.yaml')}"
        )
    done = run_git(folder, *question, env={**env, "GIT_OPTIONAL_LOCKS": "0"}, content=content)
    if done is None:
        raise _no_answer("Controleer of het programma git op deze computer werkt.")
    if done.returncode not in (0, 1):
        raise _no_answer("Geef in deze map: git status, en kijk wat git zegt.")
    return done.stdout


def run_git(
    folder: Path, *words: str, env: Mapping[str, str] | None = None, content: bytes = b""
) -> "subprocess.CompletedProcess[bytes] | None":
    """What git did in a folder; None when it could not be run, or did not end."""
    program = find_git()
    if program is None:
        return None
    try:
        return subprocess.run(  # noqa: S603  # the program is found at an absolute place, the words are ours
            # The setting that a repository may bring along must not start a program.
            [program, "-C", str(folder), "-c", "core.fsmonitor=false", *words],
            env=_plain_environment() if env is None else env,
            input=content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=GIT_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None


def merge_by_lines(basis: Path, ons: Path, hun: Path) -> bytes | None:
    """What git makes of the lines of three files; None where it sees a conflict, or is not there to be asked."""
    paths = [str(path.absolute()) for path in (ons, basis, hun)]
    done = run_git(Path(), "merge-file", "--stdout", "--quiet", *paths)
    return done.stdout if done is not None and not done.returncode else None


def _no_answer(oplossing: str) -> RefusedError:
    return RefusedError("samenwerk kan niet nagaan of git vertrouwelijk.yaml overslaat; er is niets geschreven.", oplossing)


def find_git() -> str | None:
    """Where git is."""
    return find_program("git")


def _seems_ignored(folder: Path, name: str) -> bool:
    """Where git is not there to be asked (GitHub Desktop has one of its own): whether the line of `init` holds by itself."""
    try:
        lines = [line.strip() for line in decode_text((folder / GITIGNORE).read_bytes()).splitlines()]
        index = next(place for place in (folder, *folder.parents) if (place / ".git").exists()) / ".git" / "index"
        tracked = name.encode() in index.read_bytes() if index.exists() else not index.parent.is_dir()
    except OSError:
        return False
    return ignore_line(name) in lines and not any(line.startswith("!") for line in lines) and not tracked
