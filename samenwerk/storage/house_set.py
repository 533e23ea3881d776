"""Where a dossier may have the templates of an organisation: in a folder of its own folder, called the same on every system."""

import re
from pathlib import Path

from samenwerk.errors import Bevinding
from samenwerk.storage.files import resolve

_OF_ONE_SYSTEM = re.compile(r"[\\~/]|[A-Za-z]:|.*\\")
"""How a path begins that is not looked up in the folder of the dossier, or that Windows alone understands."""


def check_house_set(folder: Path, sjablonen: str) -> list[Bevinding]:
    """What is wrong with the folder that a dossier in `folder` names at `sjablonen`; nothing when it names none."""
    if not sjablonen:
        return []
    if _OF_ONE_SYSTEM.match(sjablonen) or not resolve(folder / sjablonen).is_relative_to(resolve(folder)):
        melding = f"“{sjablonen}” is geen map binnen die van het dossier."
        oplossing = "Zet de map met sjablonen in de map van het dossier, en schrijf alleen haar naam, zoals: huisstijl"
    elif not (folder / sjablonen).is_dir():
        melding = f"De map “{sjablonen}” bestaat niet in de map van het dossier."
        oplossing = "Maak die map eerst, of maak dit veld leeg."
    else:
        return []
    return [Bevinding("sjablonen", melding, oplossing, ("sjablonen",))]
