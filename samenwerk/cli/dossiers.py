"""The dossiers below a folder, each in one line."""

from typing import TYPE_CHECKING

from samenwerk.cli.options import start_folder
from samenwerk.cli.remedies import hint
from samenwerk.cli.screen import shorten, show, terminal_width
from samenwerk.errors import Line

if TYPE_CHECKING:
    from samenwerk.workflows.home import Gevonden


def show_dossiers(gevonden: "list[Gevonden]", map_: str) -> None:
    """All of them, with the line that opens each."""
    show(f"Dossiers onder deze map: {len(gevonden)}", style="kop")
    for number, each in enumerate(gevonden, 1):
        show(f"{number} {describe_dossier(each)}", hang=2)
        show(hint(Line(("samenwerk", "-C", path_of(each, map_)))), style="stil", indent=2, hang=2)


def describe_dossier(gevonden: "Gevonden") -> str:
    """Its name, where the group stands, and what is first."""
    eerst = f"; eerst: {gevonden.eerst}" if gevonden.eerst else ""
    return cut_line(f"{gevonden.naam}: {gevonden.fout or gevonden.fase}{eerst}")


def path_of(gevonden: "Gevonden", map_: str) -> str:
    """Its folder, as it is named from here."""
    return str(start_folder(map_) / gevonden.folder)


def cut_line(text: str) -> str:
    """A text that holds what people wrote, so short that it stays one line."""
    return shorten(" ".join(text.split()), max(terminal_width(), 80) - 6)
