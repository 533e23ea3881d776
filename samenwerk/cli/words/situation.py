"""What the words of a command are read against: the dossier, and what else was said."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from samenwerk.domain.samenwerking import Samenwerking
    from samenwerk.storage.dossier import Dossier


class Situation:
    """What was said to a command, by parameter, and what it was said in; each is looked at when a word asks for it."""

    def __init__(self, given: dict[str, Any]) -> None:
        self.given = given
        self.is_broken = False
        """Whether the dossier has errors, so that a word may mean what could not be read of it."""

    @cached_property
    def dossier(self) -> "Dossier":
        """The dossier with all its errors, which the command gets as it was read here. Raises what `read_dossier` raises."""
        from samenwerk.storage import read_ahead
        from samenwerk.storage.dossier import read_dossier

        dossier = read_dossier(Path(self.given.get("map_") or "."), accept_fouten=True)
        read_ahead.keep(dossier)
        self.is_broken = bool(dossier.errors)
        return dossier

    @property
    def samenwerking(self) -> "Samenwerking":
        """What the dossier says."""
        return self.dossier.samenwerking
