"""The installation that runs: what is wrong with a part of it, and the line that mends it where the person sits."""

import os
import sys
from importlib.util import find_spec
from pathlib import Path

from samenwerk.errors import Line, MissingPartError, Oplossing, as_parts

_DISTRIBUTIONS = {"docx": "python-docx", "yaml": "PyYAML"}
"""What a part is called where it is installed from, if that is not its own name."""

_COMPILED = (".so", ".pyd")

_ON_WINDOWS = os.name == "nt"


def own_words() -> tuple[str, ...]:
    """The words that start this very installation from anywhere; nothing in the folder where they are given is loaded."""
    return (sys.executable,) if getattr(sys, "frozen", False) else (sys.executable, "-P", "-m", "samenwerk")


def describe_broken_part(doel: str, package: str, error: ImportError) -> MissingPartError:
    """Why importing a package failed: it, or what it needs itself, is not there or cannot be loaded.

    `doel` says in a few words what it is needed for, such as `een pdf`.
    """
    absent = (error.name or "").partition(".")[0] if isinstance(error, ModuleNotFoundError) else ""
    if absent and find_spec(absent) is None:
        part = _DISTRIBUTIONS.get(absent, absent)
        return MissingPartError(f"Voor {doel} is een onderdeel nodig dat hier niet geïnstalleerd is: {part}.", _advise(part))
    part = _DISTRIBUTIONS.get(package, package)
    oplossing = _advise(part, again=True)
    if _ON_WINDOWS:
        helpt_niet = " Helpt dat niet, vraag dan uw ICT-dienst naar de Visual C++ Redistributable van Microsoft."
        oplossing = *as_parts(oplossing), helpt_niet
    return MissingPartError(
        f"Voor {doel} is {part} nodig. Dat staat hier, maar kan niet geladen worden: {_cause(error)}.", oplossing
    )


def _cause(error: ImportError) -> str:
    if not isinstance(error, ModuleNotFoundError):
        return str(error).rstrip(".")
    package, _, module = (error.name or "").rpartition(".")
    spec = find_spec(package)
    folders = spec.submodule_search_locations if spec else None
    if any(path.suffix in _COMPILED for folder in folders or () for path in Path(folder).glob(f"{module}.*")):
        return f"het is gemaakt voor een andere Python dan deze ({sys.version_info.major}.{sys.version_info.minor})"
    return f"{error.name} ontbreekt erin"


def _advise(part: str, *, again: bool = False) -> Oplossing:
    if getattr(sys, "frozen", False):
        return "Aan dit kant-en-klare programma kunt u niets toevoegen: vraag een volledige uitgave aan wie het u gaf."
    if (Path(sys.prefix) / "pipx_metadata.json").exists():
        words = ["pipx", "inject", *(["--force"] if again else []), Path(sys.prefix).name, part]
    elif find_spec("pip") is None:
        words = ["uv", "pip", "install", *(["--reinstall"] if again else []), "--python", sys.executable, part]
    else:
        words = [sys.executable, "-m", "pip", "install", *(["--force-reinstall"] if again else []), part]
    return f"Installeer het {'opnieuw ' if again else ''}met: ", Line(tuple(words))
