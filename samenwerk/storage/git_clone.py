"""One clone of a repository: what git keeps for it alone, and shares with no one."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from samenwerk.errors import Line, RefusedError
from samenwerk.storage.file_errors import cannot_read, cannot_write
from samenwerk.storage.foreign_text import decode_text
from samenwerk.storage.git import find_git, run_git
from samenwerk.storage.writing.named_file import write_named_file
from samenwerk.storage.writing.staging import make_folder
from samenwerk.storage.writing.written import note_written


class Clone(NamedTuple):
    """The folder in which git was asked, what git keeps for that worktree, and what all worktrees of a clone have in common."""

    folder: Path
    own: Path
    common: Path

    @property
    def attributes(self) -> Path:
        """The file in which a clone says for itself how git treats a file."""
        return self.common / "info" / "attributes"

    def read_attributes(self) -> str:
        """What is in that file; nothing when it is not there. Raises `DossierError` when it cannot be read."""
        try:
            return decode_text(self.attributes.read_bytes())
        except FileNotFoundError:
            return ""
        except OSError as error:
            raise cannot_read(self.attributes, error) from None

    def write_attributes(self, text: str) -> None:
        """Put that file in place, or take it away when nothing is left in it. Raises `RefusedError` when that cannot be."""
        try:
            make_folder(self.attributes.parent)
            if not text:
                self.attributes.unlink(missing_ok=True)
        except OSError as error:
            raise cannot_write(self.attributes, error) from None
        if text:
            write_named_file(self.attributes, text.encode())
        note_written(self.attributes)

    def read_settings(self, section: str) -> dict[str, str]:
        """What this clone set in a section of the settings of git, by name."""
        done = run_git(self.folder, "config", "--local", "--null", "--get-regexp", rf"^{section}\.")
        found = done.stdout.decode(errors="replace").split("\0") if done else []
        return dict(line.partition("\n")[::2] for line in found if line)

    def change_settings(self, before: Mapping[str, str], after: Mapping[str, str]) -> None:
        """Set what differs, and take away what is no longer set. Raises `RefusedError` when git does not do it."""
        gone = [("--unset-all", name) for name in before if name not in after]
        changed = [("--replace-all", name, value) for name, value in after.items() if before.get(name) != value]
        for words in (*gone, *changed):
            done = run_git(self.folder, "config", "--local", *words)
            if done is None or done.returncode:
                raise _no_answer()
        # Of a section without settings git leaves the heading.
        for section in {name.rpartition(".")[0] for name in before} - {name.rpartition(".")[0] for name in after}:
            run_git(self.folder, "config", "--local", "--remove-section", section)
        if gone or changed:
            note_written(self.common / "config")


def open_clone(folder: Path) -> Clone:
    """The clone that a folder lies in. Raises `RefusedError` where there is none, and where git gives no answer."""
    if find_git() is None:
        raise RefusedError("Het programma git staat niet op deze computer.", "Vraag wie uw computer beheert om git.")
    done = run_git(folder, "rev-parse", "--git-dir", "--git-common-dir")
    if done is None:
        raise _no_answer()
    if done.returncode:
        raise RefusedError(
            "Deze map is geen map van git.", ("Ga naar de map van het dossier. Wat git ervan zegt: ", Line(("git", "status")))
        )
    own, common = os.fsdecode(done.stdout).splitlines()
    return Clone(folder, (folder / own).resolve(), (folder / common).resolve())


def _no_answer() -> RefusedError:
    return RefusedError("Git gaf geen antwoord, of mocht niet schrijven.", ("Kijk wat git zegt met: ", Line(("git", "status"))))
