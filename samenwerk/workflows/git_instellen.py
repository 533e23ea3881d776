"""Letting git merge by what a dossier says, in one clone: shown first, done, and taken back."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from samenwerk.storage.git_clone import Clone, open_clone
from samenwerk.storage.git_driver import DOSSIER_DRIVER, GEMAAKT_DRIVER, attribute_lines, driver_settings, with_block
from samenwerk.storage.installation import own_words
from samenwerk.workflows.diff import show_diff

_SECTION = rf"merge\.({DOSSIER_DRIVER}|{GEMAAKT_DRIVER})"


class Instelling(NamedTuple):
    """What a clone has, and what it will have: its attributes, and its settings by name."""

    clone: Clone
    oud: tuple[str, Mapping[str, str]]
    nieuw: tuple[str, Mapping[str, str]]

    @property
    def is_nodig(self) -> bool:
        """Whether anything would change."""
        return self.oud != self.nieuw

    @property
    def bestanden(self) -> str:
        """The lines that differ in the file that says which files git merges how."""
        return show_diff(self.oud[0], self.nieuw[0], "info/attributes")

    @property
    def instellingen(self) -> str:
        """The lines that differ in the settings of git."""
        oud, nieuw = (
            "".join(f"{name} = {value}\n" for name, value in sorted(each[1].items())) for each in (self.oud, self.nieuw)
        )
        return show_diff(oud, nieuw, "config")

    def write(self) -> None:
        """Do it. Raises `RefusedError` when that cannot be."""
        # The attributes last: a file that names a driver which is not there is merged by its lines.
        self.clone.change_settings(self.oud[1], self.nieuw[1])
        if self.oud[0] != self.nieuw[0]:
            self.clone.write_attributes(self.nieuw[0])


def plan_instelling(folder: Path, *, weg: bool) -> Instelling:
    """What must change in the clone of a folder. Raises `RefusedError` where there is none, or git gives no answer."""
    clone = open_clone(folder)
    attributes, settings = clone.read_attributes(), clone.read_settings(_SECTION)
    nieuw = (with_block(attributes, [] if weg else attribute_lines()), {} if weg else driver_settings(own_words()))
    return Instelling(clone, (attributes, settings), nieuw)
